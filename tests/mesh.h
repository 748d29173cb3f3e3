/* The small vocabulary of tests/mesh, in every format that Carrel reads. */
#ifndef CARREL_TESTS_MESH_H
#define CARREL_TESTS_MESH_H

#include <string.h>

#include "read/mesh.h"
#include "scratch.h"
#include "store/mesh_loader.h"

/* The path of a file of tests/mesh, or, with a folder in its name, of the real data; NULL where
 * that is not there. A whole path stays. */
static inline const char *mesh_path(const char *name) {
  static char path[4096];
  if (name[0] == '/') return name;
  if (strchr(name, '/')) return shared_data(name);
  const char *source = getenv("CARREL_SOURCE");
  snprintf(path, sizeof path, "%s/tests/mesh/%s", source ? source : ".", name);
  return path;
}

static inline bool mesh_put_entry(void *loader, const mesh_entry *entry, error *e) {
  return mesh_loader_put(loader, entry, e);
}

/* Loads files, whose names are parted by spaces, in one go. False with `e` set on failure. */
static inline bool mesh_load_files(store *s, const char *names, error *e) {
  enum { MOST = 8 };
  input *inputs[MOST] = {0};
  const mesh_format *formats[MOST];
  mesh_claims claims[MOST];
  char paths[MOST][4096];
  size_t count = 0;
  text rest = text_of(names), name;
  bool good = true;
  arena a;
  arena_init(&a);
  while (good && count < MOST && text_take_until(&rest, ' ', &name)) {
    const char *path = mesh_path(arena_string(&a, name));
    snprintf(paths[count], sizeof paths[count], "%s", path ? path : "");
    inputs[count] = input_open(paths[count], e);
    good = inputs[count] != NULL;
    if (good) formats[count] = mesh_recognise(input_head(inputs[count]), &claims[count]);
    if (good) ck_assert_msg(formats[count] != NULL, "%s is no file of MeSH", paths[count]);
    count += good;
  }
  mesh_loader *l = good ? mesh_loader_open(s, claims, count, e) : NULL;
  mesh_taker taker = {mesh_put_entry, l};
  good = l != NULL;
  for (size_t i = 0; good && i < count; i++)
    good = mesh_loader_file(l, paths[i], formats[i]->name, mesh_year(paths[i], TEXT("")),
                            "2026-01-01T00:00:00Z", &claims[i], e) &&
           formats[i]->read(inputs[i], &taker, e);
  good = good && mesh_loader_commit(l, e);
  mesh_loader_close(l);
  for (size_t i = 0; i < count; i++) input_close(inputs[i]);
  arena_finish(&a);
  return good;
}

#endif
