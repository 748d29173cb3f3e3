/* MeSH for searching. */
#include "search/vocabulary.h"

#include "base/map.h"
#include "index/content.h"

/* --- What is typed --- */

enum { UI_LEAST_DIGITS = 6 };

static text in_capitals(text typed, arena *a) {
  text copy = arena_text(a, typed);
  for (size_t i = 0; i < copy.size; i++)
    ((char *)(size_t)copy.data)[i] = ascii_upper(typed.data[i]);
  return copy;
}

static bool is_ui(mesh_kind kind, text typed) {
  return typed.size > UI_LEAST_DIGITS && ascii_upper(typed.data[0]) == (char)kind &&
         text_all_digits(text_slice(typed, 1, typed.size));
}

/* A letter, two digits, and groups of up to three digits after dots. */
bool vocabulary_is_place(text typed) {
  if (typed.size < 3 || !ascii_is_letter(typed.data[0])) return false;
  text rest = text_slice(typed, 1, typed.size), group;
  for (size_t digits = 2; text_take_until(&rest, '.', &group); digits = 3)
    if (!text_all_digits(group) || group.size > digits || (digits == 2 && group.size < 2))
      return false;
  return true;
}

/* Of the records of a term, those of the kind. */
static void keep_kind(mesh_records *found, mesh_kind kind) {
  size_t kept = 0;
  for (size_t i = 0; i < found->count; i++)
    if (found->items[i].kind == kind) found->items[kept++] = found->items[i];
  found->count = kept;
}

bool vocabulary_find(searcher *x, mesh_kind kind, text typed, mesh_records *found, arena *a,
                     error *e) {
  *found = (mesh_records){0};
  if (!x->mesh.loaded) return true;
  if (is_ui(kind, typed)) return mesh_find_ui(x->store, in_capitals(typed, a), found, a, e);
  if (vocabulary_is_place(typed)) {
    if (!mesh_find_place(x->store, in_capitals(typed, a), found, a, e)) return false;
    if (found->count) return true;
  }
  bool code = kind == MESH_QUALIFIER && typed.size == 2;
  if (code && !mesh_find_code(x->store, typed, found, a, e)) return false;
  if (found->count) return true;
  if (!mesh_find_name(x->store, kind, content_fold(typed, a), found, a, e)) return false;
  if (found->count) return true;
  if (!mesh_find_key(x->store, mesh_key(x->walk, typed, a), found, a, e)) return false;
  keep_kind(found, kind);
  return true;
}

bool vocabulary_is_type(searcher *x, const mesh_record *r, bool *is, arena *a, error *e) {
  texts places = {0};
  *is = r->class == MESH_PUBLICATION_TYPE;
  if (r->class || r->kind != MESH_DESCRIPTOR) return true;
  if (!mesh_trees_of(x->store, r->id, &places, a, e)) return false;
  *is = places.count && text_starts(places.items[0], TEXT("V"));
  return true;
}

/* --- What stands below --- */

/* Records that have been met, by their numbers. */
typedef struct collection {
  mesh_records *all;
  map met;
} collection;

static bool add_new(collection *c, const mesh_records *more, arena *a, error *e) {
  for (size_t i = 0; i < more->count; i++) {
    bool added;
    const mesh_record *r = &more->items[i];
    if (!map_put(&c->met, (text){(const char *)&r->id, sizeof r->id}, &added))
      return error_memory(e);
    if (added) *list_push(a, c->all) = *r;
  }
  return true;
}

static bool add_branch(searcher *x, collection *c, text beginning, arena *a, error *e) {
  mesh_records more = {0};
  return mesh_find_tree(x->store, beginning, &more, a, e) && add_new(c, &more, a, e);
}

static bool add_below(searcher *x, collection *c, const mesh_record *root, arena *a, error *e) {
  texts places = {0};
  if (!mesh_trees_of(x->store, root->id, &places, a, e)) return false;
  for (size_t i = 0; i < places.count; i++)
    if (!add_branch(x, c, arena_printf(a, "%.*s.", TEXT_ARG(places.items[i])), a, e)) return false;
  return true;
}

bool vocabulary_explode(searcher *x, const mesh_records *roots, bool below, mesh_records *all,
                        arena *a, error *e) {
  *all = (mesh_records){0};
  collection c = {.all = all};
  map_init(&c.met);
  bool good = add_new(&c, roots, a, e);
  for (size_t i = 0; good && below && i < roots->count; i++)
    good = add_below(x, &c, &roots->items[i], a, e);
  map_finish(&c.met);
  return good;
}

bool vocabulary_branch(searcher *x, text beginning, mesh_records *all, arena *a, error *e) {
  *all = (mesh_records){0};
  if (!x->mesh.loaded) return true;
  collection c = {.all = all};
  map_init(&c.met);
  bool good = add_branch(x, &c, in_capitals(beginning, a), a, e);
  map_finish(&c.met);
  return good;
}
