/* Walking folders. */
#include "ingest/files.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "ingest/checksum.h"
#include "ingest/nlm.h"

enum { DEEPEST_FOLDER = 64 };

/* The folders that a path has gone through, so that no link leads back into one of them. */
typedef struct folder {
  const struct folder *above;
  dev_t device;
  ino_t number;
  unsigned depth;
} folder;

static void add_path(file_list *files, const char *path, const folder *in, arena *a);

/* ERROR_USE: it is passed over. */
static void add_problem(file_list *files, const char *path, const folder *in, error_kind kind,
                        const char *what, arena *a) {
  error *problem = arena_new(a, error);
  if (!problem) return;
  error_clear(problem);
  error_set(problem, kind, "%s", what);
  error_at(problem, path, 0);
  *list_push(a, files) = (file_entry){.path = path, .problem = problem, .found = in != NULL};
}

static int by_name(const struct dirent **a, const struct dirent **b) {
  return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_shown(const struct dirent *entry) { return entry->d_name[0] != '.'; }

static void add_folder(file_list *files, const char *path, const folder *this, arena *a) {
  struct dirent **entries;
  int count = scandir(path, &entries, is_shown, by_name);
  if (count < 0) {
    text why = arena_printf(a, "cannot read the folder: %s", strerror(errno));
    add_problem(files, path, this->above, ERROR_SYSTEM, arena_string(a, why), a);
    return;
  }
  for (int i = 0; i < count; i++) {
    text inside =
        arena_join(a, text_trim_end(text_of(path), "/"), TEXT("/"), text_of(entries[i]->d_name));
    add_path(files, arena_string(a, inside), this, a);
    free(entries[i]);
  }
  free(entries);
}

static bool is_within(const folder *this) {
  for (const folder *above = this->above; above; above = above->above)
    if (above->device == this->device && above->number == this->number) return true;
  return false;
}

static void add_file(file_list *files, const char *path, const folder *in, const struct stat *about,
                     arena *a) {
  bool regular = S_ISREG(about->st_mode);
  if (checksum_is_beside(path)) return;
  /* Somebody who names a pipe wants it read; one that lies about in a folder would only block. */
  if (in && !regular) {
    add_problem(files, path, in, ERROR_USE, "is no regular file", a);
    return;
  }
  long long modified = (long long)about->st_mtim.tv_sec * 1000000000 + about->st_mtim.tv_nsec;
  *list_push(a, files) = (file_entry){.path = path,
                                      .size = regular ? about->st_size : 0,
                                      .modified = regular ? modified : 0,
                                      .sequence = nlm_sequence(path),
                                      .found = in != NULL};
}

static void add_path(file_list *files, const char *path, const folder *in, arena *a) {
  struct stat about;
  if (stat(path, &about) != 0) {
    text why = arena_printf(a, "cannot read it: %s", strerror(errno));
    add_problem(files, path, in, ERROR_SYSTEM, arena_string(a, why), a);
    return;
  }
  if (!S_ISDIR(about.st_mode)) {
    add_file(files, path, in, &about, a);
    return;
  }
  folder this = {in, about.st_dev, about.st_ino, in ? in->depth + 1 : 0};
  if (is_within(&this)) return;
  if (this.depth < DEEPEST_FOLDER) add_folder(files, path, &this, a);
  else add_problem(files, path, in, ERROR_SYSTEM, "folders are nested too deeply here", a);
}

void files_add(file_list *files, const char *path, arena *a) {
  if (strcmp(path, "-") == 0) *list_push(a, files) = (file_entry){.path = path};
  else add_path(files, path, NULL, a);
}
