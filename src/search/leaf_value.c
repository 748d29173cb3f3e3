/* Values stand in the dictionary, folded. What is typed may be another form of one: a language's
 * name for its code, a journal with or without "The". */
#include "search/leaf_value.h"

#include "index/content.h"
#include "model/identifier.h"
#include "model/language.h"
#include "search/heading.h"
#include "search/leaf_name.h"

/* --- Forms of values --- */

static void add_form(evaluation *v, texts *forms, text form) {
  if (form.size) *list_push(v->a, forms) = form;
}

static void add_language(evaluation *v, texts *forms, text typed, text folded) {
  const language *known = language_find(typed);
  if (text_equal(folded, TEXT("greek modern"))) known = language_find(TEXT("greek"));
  if (text_equal(folded, TEXT("multiple languages"))) known = language_find(TEXT("mul"));
  add_form(v, forms, known ? known->code : folded);
}

/* A journal's title with and without its article; an ISSN with and without its hyphen. */
static void add_journal(evaluation *v, texts *forms, text folded) {
  enum { ISSN_SIZE = 8, HALF = ISSN_SIZE / 2 };
  text the = TEXT("the ");
  add_form(v, forms, folded);
  if (text_starts(folded, the)) add_form(v, forms, text_slice(folded, the.size, folded.size));
  else add_form(v, forms, arena_join(v->a, TEXT("the"), TEXT(" "), folded));
  if (folded.size == ISSN_SIZE && text_all_digits(text_slice(folded, 0, ISSN_SIZE - 1)))
    add_form(v, forms,
             arena_join(v->a, text_slice(folded, 0, HALF), TEXT(" "),
                        text_slice(folded, HALF, ISSN_SIZE)));
}

/* PubMed writes the states of records without blanks. */
static void add_filter(evaluation *v, texts *forms, text folded) {
  static const text states[] = {TEXT_STATIC("in process"), TEXT_STATIC("in data review"),
                                TEXT_STATIC("pubmed not medline")};
  text squeezed = {"", 0}, rest, piece;
  add_form(v, forms, folded);
  for (size_t i = 0; i < sizeof states / sizeof *states; i++, squeezed.size = 0) {
    for (rest = states[i]; text_take_until(&rest, ' ', &piece);)
      squeezed = arena_join(v->a, squeezed, TEXT(""), piece);
    if (text_equal(squeezed, folded)) add_form(v, forms, states[i]);
  }
}

static texts forms_of(evaluation *v, const query *leaf) {
  texts forms = {0};
  text field = text_of(leaf->field->name), folded = content_fold(leaf->text, v->a);
  bool journal = text_equal(field, TEXT("ta")) || text_equal(field, TEXT("is"));
  if (text_equal(field, TEXT("la"))) add_language(v, &forms, leaf->text, folded);
  else if (text_equal(field, TEXT("sb"))) add_filter(v, &forms, folded);
  else if (journal && !leaf->truncated) add_journal(v, &forms, folded);
  else add_form(v, &forms, folded);
  return forms;
}

static bool add_forms(evaluation *v, const query *leaf, set *found, bool *any) {
  texts forms = forms_of(v, leaf);
  *any = false;
  for (size_t i = 0; i < forms.count; i++) {
    bool has;
    if (!leaf_add_values(v, text_of(leaf->field->name), forms.items[i], !leaf->truncated, found,
                         &has))
      return false;
    *any = *any || has;
  }
  return true;
}

/* --- Identifiers --- */

static bool add_identifier(evaluation *v, text scheme, text typed, set *found, bool *any) {
  article_id id;
  identifier wanted = identifier_normal(v->a, scheme, typed);
  *any = false;
  if (!wanted.value.size) return true;
  if (!article_find(v->x->store, wanted, &id, v->e)) return false;
  *any = id != 0;
  if (id) set_add(found, (uint64_t)id);
  return true;
}

/* [aid] and [lid] are DOIs as well as publishers' numbers, which stand in the dictionary. */
static bool add_location(evaluation *v, const query *leaf, set *found, bool *any) {
  bool doi = false;
  text folded = content_fold(leaf->text, v->a);
  if (!leaf_add_values(v, TEXT("lid"), folded, !leaf->truncated, found, any)) return false;
  if (!leaf->truncated && !add_identifier(v, TEXT("doi"), leaf->text, found, &doi)) return false;
  *any = *any || doi;
  return true;
}

/* --- Any value --- */

static bool add_plain(evaluation *v, const query *leaf, set *found, bool *any) {
  text field = text_of(leaf->field->name);
  bool location = text_equal(field, TEXT("aid")) || text_equal(field, TEXT("lid"));
  if (leaf->field->kind == FIELD_ID) return add_identifier(v, field, leaf->text, found, any);
  if (leaf->field->kind == FIELD_NAME) return leaf_name_evaluate(v, leaf, found, any);
  return location ? add_location(v, leaf, found, any) : add_forms(v, leaf, found, any);
}

/* Values that term mapping has added count for ranking, as one occurrence among the headings. */
static bool score_mapped(evaluation *v, const query *leaf, const set *found) {
  matches *all = arena_new(v->a, matches);
  if (!all) return error_memory(v->e);
  uint16_t code = code_count(0, COLUMN_MESH);
  for (uint64_t id = set_next(found, 0); id != SET_END; id = set_next(found, id + 1))
    *list_push(v->a, all) = (match){(article_id)id, code};
  return leaf_score(v, leaf, all, 1u << COLUMN_MESH);
}

/* Tells that no article has the value, and which heading is like it. */
static bool note_nothing(evaluation *v, const query *leaf) {
  text near = {"", 0};
  if (!v->notices || leaf->mapped) return true;
  text notice =
      arena_printf(v->a, "nothing has \"%.*s\" in [%s]", TEXT_ARG(leaf->text), leaf->field->name);
  if (heading_explains(leaf->field) && !heading_suggest(v, leaf, &near)) return false;
  if (near.size)
    notice = arena_printf(v->a, "%.*s; did you mean \"%.*s\"?", TEXT_ARG(notice), TEXT_ARG(near));
  *list_push(v->a, v->notices) = notice;
  return true;
}

bool leaf_value_evaluate(evaluation *v, const query *leaf, set *found) {
  bool any, good = heading_explains(leaf->field) ? heading_evaluate(v, leaf, found, &any)
                                                 : add_plain(v, leaf, found, &any);
  if (good && !any) return note_nothing(v, leaf);
  return good && (!leaf->mapped || !v->terms || score_mapped(v, leaf, found));
}
