/* A meaning as a query, in the form that PubMed's search details have: "heading"[mh] OR (its words
 * ANDed) OR "its words as a phrase" OR (the words typed ANDed) OR "the words typed as a phrase". */
#include <string.h>

#include "search/meaning.h"
#include "search/vocabulary.h"
#include "text/stem.h"

typedef struct translation_work {
  searcher *x;
  arena *a;
  error *e;
  query *any; /* the OR */
} work;

/* --- Leaves --- */

static text in_small_letters(text shown, arena *a) {
  text copy = arena_text(a, shown);
  for (size_t i = 0; i < copy.size; i++)
    ((char *)(size_t)copy.data)[i] = ascii_lower(shown.data[i]);
  return copy;
}

static query *new_leaf(work *w, query_kind kind, const char *field, text value) {
  query *leaf = query_new(w->a, kind);
  leaf->field = field_find(text_of(field));
  leaf->text = in_small_letters(value, w->a);
  return leaf;
}

static void add_value(work *w, const char *field, text value) {
  query *leaf = new_leaf(w, QUERY_VALUE, field, value);
  leaf->quoted = leaf->mapped = true;
  query_add(w->a, w->any, leaf);
}

/* --- Words --- */

/* A list of words out of a name or out of what was typed. */
typedef struct word_list {
  LIST_OF(query *) words;
  bool whole; /* a lone letter or number is among them: apart they would mean nothing */
} word_list;

static bool is_lone(text word) { return word.size == 1 || text_all_digits(word); }

static void add_word(work *w, word_list *list, query *word) {
  list->whole = list->whole || is_lone(word->text);
  if (!word_is_stop(word->text)) *list_push(w->a, &list->words) = word;
}

static word_list words_of_name(work *w, text name) {
  static const char around[] = ",;:.()[]'\"";
  word_list list = {0};
  text piece;
  while (text_take_until(&name, ' ', &piece)) {
    while (piece.size && strchr(around, piece.data[0])) piece = text_slice(piece, 1, piece.size);
    piece = text_trim_end(piece, around);
    if (!piece.size) continue;
    query *word = new_leaf(w, QUERY_WORD, "all", piece);
    word->mapped = true;
    add_word(w, &list, word);
  }
  return list;
}

static word_list words_typed(work *w, const side_by_side *words) {
  word_list list = {0};
  for (size_t i = 0; i < words->count; i++) {
    query *word = query_copy(w->a, words->words[i]);
    word->field = field_find(TEXT("all"));
    word->text = in_small_letters(word->text, w->a);
    word->stop = false;
    add_word(w, &list, word);
  }
  return list;
}

/* "diabetes mellitus, type 2" becomes "type 2 diabetes mellitus", as texts have it. */
static text natural_order(work *w, text name) {
  text before, after;
  if (!text_cut(name, TEXT(", "), &before, &after) || text_find_byte(after, ',') != TEXT_NONE)
    return name;
  return arena_join(w->a, after, TEXT(" "), before);
}

/* The words ANDed, and as a phrase; of one word, the word. `together`: they make sense as a phrase
 * alone. */
static void add_words(work *w, const word_list *list, text phrase, bool together, bool mapped) {
  if (list->words.count == 0) return;
  if (list->words.count == 1 && text_find_byte(phrase, ' ') == TEXT_NONE) {
    query_add(w->a, w->any, list->words.items[0]);
    return;
  }
  query *all = query_new(w->a, QUERY_AND);
  for (size_t i = 0; i < list->words.count; i++) query_add(w->a, all, list->words.items[i]);
  all->mapped = mapped;
  query *exact = new_leaf(w, QUERY_PHRASE, "all", phrase);
  exact->quoted = true;
  exact->mapped = mapped;
  exact->implied = !together;
  if (!together) query_add(w->a, w->any, all->items.count > 1 ? all : all->items.items[0]);
  query_add(w->a, w->any, exact);
}

/* --- Records --- */

static bool add_record(work *w, const mesh_record *r) {
  bool type;
  mesh_records substances = {0};
  if (r->kind == MESH_SUPPLEMENT) add_value(w, "nm", r->name);
  if (r->kind == MESH_QUALIFIER) add_value(w, "sh", r->name);
  if (r->kind != MESH_DESCRIPTOR) return true;
  if (!vocabulary_is_type(w->x, r, &type, w->a, w->e)) return false;
  add_value(w, type ? "pt" : "mh", r->name);
  if (!w->x->mesh.actions) return true;
  if (!mesh_find_related(w->x->store, r->id, MESH_SUBSTANCES, &substances, w->a, w->e))
    return false;
  if (substances.count) add_value(w, "pa", r->name);
  return true;
}

/* What else a record is called, unless that is what was typed. */
static void add_name(work *w, const side_by_side *words, const mesh_record *r) {
  if (text_equal(mesh_key(w->x->walk, r->name, w->a), words->key)) return;
  word_list list = words_of_name(w, r->name);
  add_words(w, &list, natural_order(w, in_small_letters(r->name, w->a)),
            list.whole || r->kind == MESH_SUPPLEMENT, true);
}

query *meaning_query(searcher *x, const side_by_side *words, const meaning *m, arena *a, error *e) {
  work w = {x, a, e, query_new(a, QUERY_OR)};
  w.any->text = words->typed;
  bool substance = false;
  for (size_t i = 0; i < m->records.count; i++) {
    substance = substance || m->records.items[i].kind == MESH_SUPPLEMENT;
    if (!add_record(&w, &m->records.items[i])) return NULL;
  }
  for (size_t i = 0; i < m->records.count; i++) add_name(&w, words, &m->records.items[i]);
  if (m->field) {
    bool name = field_find(text_of(m->field))->kind == FIELD_NAME;
    add_value(&w, m->field, words->typed);
    w.any->items.items[w.any->items.count - 1]->quoted = !name; /* initials may follow */
  }
  word_list typed = words_typed(&w, words);
  bool together = m->records.count && (typed.whole || substance);
  add_words(&w, &typed, words->typed, together, false);
  if (!w.any->items.count) return NULL;
  return w.any->items.count == 1 ? w.any->items.items[0] : w.any;
}
