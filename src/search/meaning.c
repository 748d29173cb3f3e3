/* Looking words up in MeSH, among the journals and among the authors. */
#include "search/meaning.h"

#include "index/content.h"
#include "search/leaf_text.h"
#include "search/vocabulary.h"

enum { MOST_RECORDS = 6, MOST_NAME = 4, MOST_INITIALS = 4, LEAST_PLURAL = 4 };

bool meaning_is_any(const meaning *m) { return m->records.count || m->field; }

/* --- MeSH --- */

/* British spellings and what they are in MeSH, whose terms are American. What comes out is looked
 * up only, so that a word in which the letters mean something else does no harm. */
static const struct {
  text british, american;
} spellings[] = {
    {TEXT_STATIC("our"), TEXT_STATIC("or")},      {TEXT_STATIC("ae"), TEXT_STATIC("e")},
    {TEXT_STATIC("oe"), TEXT_STATIC("e")},        {TEXT_STATIC("isation"), TEXT_STATIC("ization")},
    {TEXT_STATIC("ising"), TEXT_STATIC("izing")}, {TEXT_STATIC("lyse"), TEXT_STATIC("lyze")},
    {TEXT_STATIC("tre"), TEXT_STATIC("ter")},     {TEXT_STATIC("sulph"), TEXT_STATIC("sulf")},
};

static text replace_all(text whole, text old, text new, arena *a) {
  text done = {"", 0}, before;
  while (text_cut(whole, old, &before, &whole))
    done = arena_printf(a, "%.*s%.*s%.*s", TEXT_ARG(done), TEXT_ARG(before), TEXT_ARG(new));
  return done.size ? arena_printf(a, "%.*s%.*s", TEXT_ARG(done), TEXT_ARG(before)) : before;
}

static text american(text key, arena *a) {
  for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
    key = replace_all(key, spellings[i].british, spellings[i].american, a);
  return key;
}

/* The singular of a plural, the plural of a singular; empty where there is none to be guessed. */
static text other_number(text key, arena *a) {
  size_t space = text_find_last(key, TEXT(" "));
  text last = space == TEXT_NONE ? key : text_slice(key, space + 1, key.size);
  if (last.size < LEAST_PLURAL || ascii_is_digit(last.data[last.size - 1])) return (text){"", 0};
  if (text_ends(last, TEXT("ies"))) return arena_printf(a, "%.*sy", (int)(key.size - 3), key.data);
  if (text_ends(last, TEXT("ss")) || text_ends(last, TEXT("us")) || text_ends(last, TEXT("is")))
    return (text){"", 0};
  if (text_ends(last, TEXT("s"))) return text_slice(key, 0, key.size - 1);
  return arena_printf(a, "%.*ss", TEXT_ARG(key));
}

static bool look_up(searcher *x, text key, mesh_records *found, arena *a, error *e) {
  return found->count || !key.size || mesh_find_key(x->store, key, found, a, e);
}

static bool has_name(searcher *x, const mesh_record *r, text key, arena *a) {
  return text_equal(mesh_key(x->walk, r->name, a), key);
}

/* Headings that are called so go before headings that can be said so, and headings and subheadings
 * before supplementary concepts. */
static void keep_best(searcher *x, mesh_records *found, text key, arena *a) {
  bool named = false, heading = false;
  size_t kept = 0;
  for (size_t i = 0; i < found->count; i++) {
    const mesh_record *r = &found->items[i];
    heading = heading || r->kind != MESH_SUPPLEMENT;
    named = named || (r->kind == MESH_DESCRIPTOR && has_name(x, r, key, a));
  }
  for (size_t i = 0; i < found->count && kept < MOST_RECORDS; i++) {
    const mesh_record *r = &found->items[i];
    bool worse = r->kind == MESH_SUPPLEMENT
                     ? heading
                     : named && r->kind == MESH_DESCRIPTOR && !has_name(x, r, key, a);
    if (!worse) found->items[kept++] = *r;
  }
  found->count = kept;
}

static bool find_records(searcher *x, text key, mesh_records *found, arena *a, error *e) {
  if (!x->mesh.loaded || !key.size) return true;
  text spelled = american(key, a);
  if (!look_up(x, key, found, a, e) || !look_up(x, other_number(key, a), found, a, e)) return false;
  if (!text_equal(spelled, key) &&
      (!look_up(x, spelled, found, a, e) || !look_up(x, other_number(spelled, a), found, a, e)))
    return false;
  if (found->count > 1) keep_best(x, found, key, a);
  return true;
}

/* --- Journals and authors --- */

/* Journals stand in the index by title, abbreviation and ISSN. */
static bool find_journal(searcher *x, text folded, meaning *found, arena *a, error *e) {
  long long count;
  if (!searcher_count(x, term_key(TEXT("ta"), folded, a), &count, e)) return false;
  if (count) found->field = "ta";
  return true;
}

/* Whether a person's name begins so and goes on with nothing but initials. */
static bool has_person(searcher *x, const char *field, text folded, bool *is, arena *a, error *e) {
  text end = arena_printf(a, "%.*s\xFF", TEXT_ARG(folded));
  texts keys;
  *is = false;
  if (!terms_between(x->store, &x->segments, text_of(field), folded, end, a, &keys, e))
    return false;
  for (size_t i = 0; !*is && i < keys.count; i++) {
    text name = term_value(keys.items[i]);
    *is = text_find_byte(text_slice(name, folded.size, name.size), ' ') == TEXT_NONE;
  }
  return true;
}

/* Whether there is a Smith J in the library who is also called John. */
static bool has_full_name(searcher *x, const char *field, text family, text given, bool *is,
                          arena *a, error *e) {
  matches found = {0};
  text folded = arena_printf(a, "%.*s %.*s", TEXT_ARG(family), TEXT_ARG(given));
  texts whole = {.items = &folded, .count = 1};
  buffer expression = {0};
  text initial = arena_printf(a, "%.*s %.*s", TEXT_ARG(family), 1, given.data);
  if (!has_person(x, field, initial, is, a, e) || !*is) return e->kind == ERROR_NONE;
  expression_add_columns(&expression, 1u << COLUMN_NAMES);
  expression_add_phrase(&expression, &whole, false);
  bool good = !expression.failed || error_memory(e);
  good = good && matches_find(x->store, buffer_text(&expression), NULL, a, &found, e);
  buffer_finish(&expression);
  *is = found.count > 0;
  return good;
}

/* Families may have several words, and come first or last. */
static bool find_person(searcher *x, const char *field, const side_by_side *words, text folded,
                        meaning *found, arena *a, error *e) {
  size_t last = text_find_last(folded, TEXT(" "));
  bool is = false;
  if (words->count < 2 || words->count > MOST_NAME || last == TEXT_NONE) return true;
  bool initials = folded.size - last - 1 <= MOST_INITIALS;
  if (initials && !has_person(x, field, folded, &is, a, e)) return false;
  for (size_t at = 0; !is && at < folded.size; at++) {
    text before = text_slice(folded, 0, at), after = text_slice(folded, at + 1, folded.size);
    if (folded.data[at] != ' ') continue;
    if (!has_full_name(x, field, before, after, &is, a, e)) return false;
    if (!is && !has_full_name(x, field, after, before, &is, a, e)) return false;
  }
  if (is) found->field = field;
  return true;
}

bool meaning_find(searcher *x, const side_by_side *words, meaning *found, arena *a, error *e) {
  static const char *const persons[] = {"au", "ir"};
  *found = (meaning){0};
  if (words->count == 1 && words->words[0]->stop) return true;
  if (!find_records(x, words->key, &found->records, a, e)) return false;
  text folded = content_fold(words->typed, a);
  if (!found->records.count && !find_journal(x, folded, found, a, e)) return false;
  for (size_t i = 0; i < sizeof persons / sizeof *persons && !meaning_is_any(found); i++)
    if (!find_person(x, persons[i], words, folded, found, a, e)) return false;
  return true;
}
