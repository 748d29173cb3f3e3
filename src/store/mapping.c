/* The system's VFS with another xOpen: what it opens gets a table of methods of its own, in which
 * the two for mapped pages (xFetch, xUnfetch) and closing are replaced. */
#include "store/mapping.h"

#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct mapping {
  sqlite3_vfs vfs; /* first: it is what SQLite hands back */
  sqlite3_vfs *system;
  char name[40];
  bool used;
};

/* What stands behind the system's own part of an open file. */
typedef struct mapped_file {
  sqlite3_io_methods methods; /* first: the file points to it */
  int (*close)(sqlite3_file *file);
  char *bytes;
  size_t size;
} mapped_file;

/* --- Mapping --- */

typedef struct map_request {
  const char *path;
  char *bytes;
  size_t size;
} map_request;

/* POSIX takes all of a process's locks on a file away when any descriptor of it is closed, those of
 * other connections of the process, too. So it is mapped by a thread with a table of descriptors of
 * its own, which owns no locks. Where a system has no such thread, nothing is mapped. */
static void *map_apart(void *context) {
  map_request *r = context;
#ifdef CLONE_FILES
  struct stat status;
  if (unshare(CLONE_FILES) != 0) return NULL;
  int descriptor = open(r->path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return NULL;
  if (fstat(descriptor, &status) == 0 && status.st_size > 0) {
    void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_SHARED, descriptor, 0);
    if (bytes != MAP_FAILED) r->bytes = bytes, r->size = (size_t)status.st_size;
  }
  close(descriptor);
#endif
  return r;
}

static void map_file(mapped_file *m, const char *path) {
  pthread_t thread;
  map_request r = {.path = path};
  if (pthread_create(&thread, NULL, map_apart, &r) != 0) return;
  pthread_join(thread, NULL);
  m->bytes = r.bytes;
  m->size = r.size;
}

/* --- The methods of a file --- */

static mapped_file *mapped(sqlite3_file *file) {
  return (mapped_file *)(void *)(size_t)file->pMethods;
}

/* A page that lies behind the mapping, since the file has grown, is read in the other way. */
static int fetch(sqlite3_file *file, sqlite3_int64 offset, int amount, void **bytes) {
  const mapped_file *m = mapped(file);
  sqlite3_int64 end = offset + amount;
  *bytes = end <= (sqlite3_int64)m->size ? m->bytes + offset : NULL;
  return SQLITE_OK;
}

/* The mapping stays as long as the file is open: it shows what others write. */
static int unfetch(sqlite3_file *file, sqlite3_int64 offset, void *bytes) {
  (void)file, (void)offset, (void)bytes;
  return SQLITE_OK;
}

static int close_mapped(sqlite3_file *file) {
  mapped_file *m = mapped(file);
  munmap(m->bytes, m->size);
  return m->close(file);
}

/* --- The VFS --- */

static int open_file(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out) {
  mapping *m = (mapping *)(void *)vfs;
  int code = m->system->xOpen(m->system, path, file, flags, out);
  if (code != SQLITE_OK || !path || !(flags & SQLITE_OPEN_MAIN_DB)) return code;
  mapped_file *apart = (mapped_file *)(void *)((char *)file + m->system->szOsFile);
  *apart = (mapped_file){.methods = *file->pMethods, .close = file->pMethods->xClose};
  if (apart->methods.iVersion < 3) return code;
  map_file(apart, path);
  if (!apart->bytes) return code;
  apart->methods.xClose = close_mapped;
  apart->methods.xFetch = fetch;
  apart->methods.xUnfetch = unfetch;
  file->pMethods = &apart->methods;
  m->used = true;
  return code;
}

mapping *mapping_create(void) {
  sqlite3_vfs *system = sqlite3_vfs_find(NULL);
  mapping *m = calloc(1, sizeof *m);
  if (!m || !system || system->szOsFile % (int)_Alignof(mapped_file)) {
    free(m);
    return NULL;
  }
  snprintf(m->name, sizeof m->name, "carrel-%p", (void *)m);
  m->system = system;
  m->vfs = *system;
  m->vfs.pNext = NULL;
  m->vfs.zName = m->name;
  m->vfs.szOsFile += (int)sizeof(mapped_file);
  m->vfs.xOpen = open_file;
  if (sqlite3_vfs_register(&m->vfs, 0) == SQLITE_OK) return m;
  free(m);
  return NULL;
}

void mapping_destroy(mapping *m) {
  if (!m) return;
  sqlite3_vfs_unregister(&m->vfs);
  free(m);
}

const char *mapping_name(const mapping *m) { return m ? m->name : NULL; }

bool mapping_is_used(const mapping *m) { return m && m->used; }
