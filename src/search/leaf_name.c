/* Names stand in the dictionary as "smith ja", and in full in a column of the text index. */
#include "search/leaf_name.h"

#include "index/content.h"
#include "search/leaf_text.h"

enum { MOST_INITIALS = 3 };

/* --- Family names and initials --- */

/* Whether the last of several words can be initials, which may go on. */
static bool ends_in_initials(text folded) {
  size_t space = text_find_last(folded, TEXT(" "));
  return space != TEXT_NONE && folded.size - space - 1 <= MOST_INITIALS;
}

/* Whether a name that begins as the typed one goes on with nothing but initials. */
static bool goes_on(text name, text folded) {
  text rest = text_slice(name, folded.size, name.size);
  if (!rest.size || rest.data[0] == ' ') return true;
  return ends_in_initials(folded) && text_find_byte(rest, ' ') == TEXT_NONE;
}

static bool add_beginning(evaluation *v, text field, text folded, set *found, bool *any) {
  text end = arena_join(v->a, folded, TEXT(""), TEXT("\xFF"));
  texts keys;
  *any = false;
  if (!terms_between(v->x->store, &v->x->segments, field, folded, end, v->a, &keys, v->e))
    return false;
  for (size_t i = 0; i < keys.count; i++) {
    if (!goes_on(term_value(keys.items[i]), folded)) continue;
    if (!leaf_add_value(v, keys.items[i], found, any)) return false;
  }
  return true;
}

/* --- Names in full --- */

/* The words of a full name with the last one first: "john a smith" becomes "smith john a". */
static text inverted(text folded, arena *a) {
  size_t space = text_find_last(folded, TEXT(" "));
  if (space == TEXT_NONE) return folded;
  return arena_join(a, text_slice(folded, space + 1, folded.size), TEXT(" "),
                    text_slice(folded, 0, space));
}

static bool add_full(evaluation *v, const query *leaf, text folded, set *found, bool *any) {
  if (!leaf_text_add_name(v, folded, leaf->truncated, found, any)) return false;
  if (*any || leaf->quoted) return true;
  return leaf_text_add_name(v, inverted(folded, v->a), leaf->truncated, found, any);
}

bool leaf_name_evaluate(evaluation *v, const query *leaf, set *found, bool *any) {
  text field = text_of(leaf->field->name), folded = content_fold(leaf->text, v->a);
  if (text_starts(field, TEXT("f"))) return add_full(v, leaf, folded, found, any);
  if (leaf->truncated) return leaf_add_values(v, field, folded, false, found, any);
  if (leaf->quoted) return leaf_add_values(v, field, folded, true, found, any);
  if (!add_beginning(v, field, folded, found, any)) return false;
  bool full = !*any && text_equal(field, TEXT("au")) && text_find_byte(folded, ' ') != TEXT_NONE;
  return !full || add_full(v, leaf, folded, found, any);
}
