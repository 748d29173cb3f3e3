/* Finding and opening the library. */
#include "cli/library.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "index/index.h"

static const char *variable(const char *name) {
  const char *value = getenv(name);
  return value && *value ? value : NULL;
}

const char *library_path(const settings *set, arena *a, error *e) {
  if (set->library) return set->library;
  if (variable("CARREL_DB")) return variable("CARREL_DB");
  /* The XDG Base Directory Specification has relative paths ignored. */
  const char *data = variable("XDG_DATA_HOME"), *home = variable("HOME");
  if (data && data[0] == '/') return arena_string(a, arena_printf(a, "%s/carrel/library.db", data));
  if (home) return arena_string(a, arena_printf(a, "%s/.local/share/carrel/library.db", home));
  error_set(e, ERROR_USE, "where is the library? Neither --db nor $CARREL_DB nor $HOME is set");
  return NULL;
}

bool library_exists(const char *path) {
  struct stat about;
  return stat(path, &about) == 0 || errno != ENOENT;
}

const char *library_find(const call *c, error *e) {
  const char *path = library_path(c->settings, c->arena, e);
  if (!path || library_exists(path)) return path;
  error_set(e, ERROR_SYSTEM, "there is no library at %s; `carrel ingest` makes one", path);
  return NULL;
}

bool library_read(library *l, const call *c, error *e) {
  *l = (library){0};
  const char *path = library_find(c, e);
  if (!path) return false;
  l->store = library_open(path, STORE_READ, e);
  if (l->store) l->searcher = searcher_open(l->store, e);
  return l->searcher != NULL;
}

/* Makes the folders above a path. Their rights are those that the XDG specification asks for. */
static bool make_folders(const char *path, arena *a, error *e) {
  char *folder = (char *)(size_t)arena_string(a, text_of(path));
  for (char *slash = strchr(folder + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    if (mkdir(folder, 0700) != 0 && errno != EEXIST && errno != EISDIR)
      return error_set(e, ERROR_SYSTEM, "cannot make the folder %s: %s", folder, strerror(errno));
    *slash = '/';
  }
  return true;
}

bool library_write(library *l, const call *c, error *e) {
  *l = (library){0};
  const char *path = library_path(c->settings, c->arena, e);
  if (!path || (!library_exists(path) && !make_folders(path, c->arena, e))) return false;
  l->store = library_open(path, STORE_WRITE, e);
  return l->store != NULL;
}

void library_end_reading(library *l) {
  searcher_close(l->searcher);
  l->searcher = NULL;
}

void library_close(library *l) {
  library_end_reading(l);
  if (l->store) store_close(l->store);
  *l = (library){0};
}
