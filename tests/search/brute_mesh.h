/* A small MeSH made of the headings that the records have, at places of chance in trees. */
#ifndef CARREL_TESTS_SEARCH_BRUTE_MESH_H
#define CARREL_TESTS_SEARCH_BRUTE_MESH_H

#include "brute_records.h"
#include "../query/maker.h"

enum { BRUTE_HEADINGS = 300, BRUTE_TOPS = 9 };

/* Below an earlier heading, or at the top. */
static inline text brute_new_place(brute *b, maker *m, size_t number) {
  const brute_heading *above = number ? &b->mesh.items[below(m, number)] : NULL;
  if (number < BRUTE_TOPS) return arena_printf(&b->a, "C%02zu", number + 1);
  text place = above->places.items[below(m, above->places.count)];
  return arena_printf(&b->a, "%.*s.%03zu", TEXT_ARG(place), number);
}

static inline void brute_add_heading(brute *b, maker *m, text name, FILE *terms, FILE *trees) {
  bool added;
  size_t number = b->mesh.count;
  text folded = brute_fold(b, name);
  ck_assert(map_put(&b->ids, folded, &added) != NULL);
  if (!added || number == BRUTE_HEADINGS) return;
  brute_heading h = {.name = folded,
                     .term = arena_printf(&b->a, "also known %.*s", TEXT_ARG(folded))};
  fprintf(terms, "D%06zu\t%.*s\t%.*s\n", number + 1, TEXT_ARG(name), TEXT_ARG(name));
  fprintf(terms, "D%06zu\t%.*s\t%.*s\n", number + 1, TEXT_ARG(name), TEXT_ARG(h.term));
  for (size_t i = 1 + (number >= BRUTE_TOPS && coin(m)); i; i--) {
    text place = brute_new_place(b, m, number);
    if (texts_contain(&h.places, place)) continue;
    *list_push(&b->a, &h.places) = place;
    fprintf(trees, "D%06zu\t%.*s\t%.*s\n", number + 1, TEXT_ARG(name), TEXT_ARG(place));
  }
  *list_push(&b->a, &b->mesh) = h;
}

static inline FILE *brute_table(const char *path, const char *head) {
  FILE *table = fopen(path, "w");
  ck_assert_msg(table != NULL, "%s", path);
  fputs(head, table);
  return table;
}

static inline void brute_make_mesh(brute_library *l) {
  char folder[512], terms_path[600], trees_path[600], both[1300];
  maker m = {&l->b.a, 5};
  snprintf(folder, sizeof folder, "%s", test_folder());
  snprintf(terms_path, sizeof terms_path, "%s/terms.tsv", folder);
  snprintf(trees_path, sizeof trees_path, "%s/tree.tsv", folder);
  FILE *terms = brute_table(terms_path, "descriptor_ui\tdescriptor_name_lc\tterm\n");
  FILE *trees = brute_table(trees_path, "descriptor_ui\tdescriptor_name_lc\ttree_number\n");
  for (size_t i = 0; i < l->b.records.count; i++) {
    const record *r = &l->b.records.items[i]->r;
    for (size_t k = 0; k < r->headings.count; k++)
      brute_add_heading(&l->b, &m, r->headings.items[k].name, terms, trees);
  }
  fclose(terms);
  fclose(trees);
  snprintf(both, sizeof both, "%s %s", terms_path, trees_path);
  ck_assert_msg(mesh_load_files(l->s.store, both, &l->s.e), "%s", l->s.e.message);
}

#endif
