/* Putting MeSH into the library. What a load tells takes the place of what earlier loads told of
 * the same kind of thing; files of one load add up. A load is one transaction. */
#ifndef CARREL_STORE_MESH_LOADER_H
#define CARREL_STORE_MESH_LOADER_H

#include "model/mesh.h"
#include "store/store.h"

typedef struct mesh_loader mesh_loader;

/* Begins a load of files that tell all of this. NULL with `e` set on failure. */
mesh_loader *mesh_loader_open(store *s, const mesh_claims *claims, size_t count, error *e);
/* The file that the next entries come from. `year` 0: unknown; `taken`: now, ISO 8601. */
bool mesh_loader_file(mesh_loader *l, const char *name, const char *format, int year,
                      const char *taken, const mesh_claims *claims, error *e);
bool mesh_loader_put(mesh_loader *l, const mesh_entry *entry, error *e);
/* Makes it last. */
bool mesh_loader_commit(mesh_loader *l, error *e);
/* Takes back what has not been committed. NULL does nothing. */
void mesh_loader_close(mesh_loader *l);

#endif
