/* Looking at MeSH. */
#include "search/browse.h"

#include <stdlib.h>

#include "base/map.h"
#include "search/nearby.h"
#include "search/vocabulary.h"

static const mesh_kind kinds[] = {MESH_DESCRIPTOR, MESH_QUALIFIER, MESH_SUPPLEMENT};
enum { KINDS = sizeof kinds / sizeof *kinds };

mesh_state browse_state(const searcher *x) { return x->mesh; }

/* --- By name --- */

bool browse_find(searcher *x, text typed, mesh_records *found, arena *a, error *e) {
  *found = (mesh_records){0};
  for (size_t i = 0; i < KINDS && !found->count; i++)
    if (!vocabulary_find(x, kinds[i], typed, found, a, e)) return false;
  return true;
}

bool browse_suggest(searcher *x, text typed, text *name, arena *a, error *e) {
  *name = (text){"", 0};
  for (size_t i = 0; i < KINDS && !name->size; i++)
    if (!nearby_heading(x, kinds[i], typed, name, a, e)) return false;
  return true;
}

/* --- Counts --- */

/* The field that finds articles with a record. */
static bool field_of(searcher *x, const mesh_record *r, const char **name, arena *a, error *e) {
  bool type;
  *name = r->kind == MESH_QUALIFIER ? "sh" : "nm";
  if (r->kind != MESH_DESCRIPTOR) return true;
  if (!r->id) return *name = "mh", true;
  if (!vocabulary_is_type(x, r, &type, a, e)) return false;
  *name = type ? "pt" : "mh";
  return true;
}

static bool count(searcher *x, const mesh_record *r, const char *name, bool below,
                  long long *articles, arena *a, error *e) {
  answer found;
  search_request none = {.literal = true};
  query *leaf = query_new(a, QUERY_VALUE);
  leaf->field = field_find(text_of(name));
  leaf->text = r->name;
  leaf->quoted = true;
  leaf->no_explode = !below;
  leaf->mapped = true; /* nothing need be told of it */
  if (arena_failed(a)) return error_memory(e);
  if (!search_query(x, leaf, &none, a, &found, e)) return false;
  *articles = found.total;
  return true;
}

bool browse_count(searcher *x, const mesh_record *r, heading_counts *counts, arena *a, error *e) {
  const char *name;
  *counts = (heading_counts){0};
  return field_of(x, r, &name, a, e) && count(x, r, name, false, &counts->itself, a, e) &&
         count(x, r, name, true, &counts->below, a, e);
}

bool browse_count_major(searcher *x, const mesh_record *r, long long *major, arena *a, error *e) {
  const char *name;
  *major = -1;
  if (!field_of(x, r, &name, a, e)) return false;
  return !text_equal(text_of(name), TEXT("mh")) || count(x, r, "majr", false, major, a, e);
}

/* --- By words --- */

/* The word that a key goes on with from `at`. */
static text word_at(text key, size_t at) {
  text rest = text_slice(key, at, key.size), word;
  text_cut(rest, TEXT(" "), &word, &rest);
  return word;
}

static bool has_word(text key, text wanted, bool truncated) {
  for (size_t at = 0; at < key.size;) {
    text word = word_at(key, at);
    if (truncated ? text_starts(word, wanted) : text_equal(word, wanted)) return true;
    at += word.size + 1;
  }
  return false;
}

/* The words looked for, as keys. */
typedef struct wanted_words {
  texts words;
  LIST_OF(bool) truncated;
} wanted_words;

static wanted_words read_words(searcher *x, text typed, arena *a) {
  wanted_words w = {0};
  text piece;
  while (text_take_until(&typed, ' ', &piece)) {
    text key = mesh_key(x->walk, piece, a);
    bool star = text_ends(piece, TEXT("*"));
    for (size_t at = 0; at < key.size;) {
      text word = word_at(key, at);
      at += word.size + 1;
      *list_push(a, &w.words) = word;
      *list_push(a, &w.truncated) = star && at > key.size;
    }
  }
  return w;
}

static bool has_all(const wanted_words *w, text key) {
  for (size_t i = 0; i < w->words.count; i++)
    if (!has_word(key, w->words.items[i], w->truncated.items[i])) return false;
  return true;
}

bool browse_has_words(searcher *x, text typed, text name, arena *a) {
  wanted_words w = read_words(x, typed, a);
  return has_all(&w, mesh_key(x->walk, name, a));
}

/* Short terms are most what was looked for. */
static int by_length(const void *a, const void *b) {
  const browse_match *x = a, *y = b;
  if (x->key.size != y->key.size) return x->key.size < y->key.size ? -1 : 1;
  int order = text_compare(x->key, y->key);
  return order ? order : (x->record > y->record) - (x->record < y->record);
}

static bool keep_first(browse_matches *found, error *e) {
  map met;
  size_t kept = 0;
  bool good = true;
  map_init(&met);
  for (size_t i = 0; good && i < found->count; i++) {
    bool added = false;
    const browse_match *m = &found->items[i];
    good = map_put(&met, (text){(const char *)&m->record, sizeof m->record}, &added) != NULL;
    if (added || !m->record) found->items[kept++] = *m;
  }
  found->count = kept;
  map_finish(&met);
  return good || error_memory(e);
}

/* What articles have as headings, without their subheadings. */
static bool add_values(searcher *x, const wanted_words *w, browse_matches *found, arena *a,
                       error *e) {
  texts keys = {0};
  if (!terms_between(x->store, &x->segments, TEXT("mh"), TEXT(""), TEXT("\xFF"), a, &keys, e))
    return false;
  for (size_t i = 0; i < keys.count; i++) {
    text value = term_value(keys.items[i]);
    if (text_find_byte(value, '/') != TEXT_NONE) continue;
    text key = mesh_key(x->walk, value, a);
    if (has_all(w, key)) *list_push(a, found) = (browse_match){key, value, 0};
  }
  return true;
}

bool browse_words(searcher *x, text typed, browse_matches *found, arena *a, error *e) {
  wanted_words w = read_words(x, typed, a);
  mesh_matches all = {0};
  *found = (browse_matches){0};
  if (!w.words.count) return true;
  if (!x->mesh.loaded) {
    if (!add_values(x, &w, found, a, e)) return false;
  } else if (!mesh_terms_with(x->store, w.words.items[0], &all, a, e)) {
    return false;
  }
  for (size_t i = 0; i < all.count; i++)
    if (has_all(&w, all.items[i].key))
      *list_push(a, found) =
          (browse_match){all.items[i].key, all.items[i].name, all.items[i].record};
  if (arena_failed(a)) return error_memory(e);
  if (found->count) qsort(found->items, found->count, sizeof *found->items, by_length);
  return keep_first(found, e);
}
