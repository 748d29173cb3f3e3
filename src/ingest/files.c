/* Walking folders. */
#include "ingest/files.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DEEPEST_FOLDER = 64 };

static bool add_path(file_list *files, const char *path, unsigned depth, arena *a, error *e);

static int by_name(const struct dirent **a, const struct dirent **b) {
  return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_shown(const struct dirent *entry) { return entry->d_name[0] != '.'; }

static bool add_folder(file_list *files, const char *path, unsigned depth, arena *a, error *e) {
  struct dirent **entries;
  int count = scandir(path, &entries, is_shown, by_name);
  if (count < 0) {
    error_at(e, path, 0);
    return error_set(e, ERROR_SYSTEM, "cannot read the folder: %s", strerror(errno));
  }
  bool good = true;
  for (int i = 0; i < count; i++) {
    text inside =
        arena_join(a, text_trim_end(text_of(path), "/"), TEXT("/"), text_of(entries[i]->d_name));
    if (good) good = add_path(files, arena_string(a, inside), depth + 1, a, e);
    free(entries[i]);
  }
  free(entries);
  return good;
}

static bool add_path(file_list *files, const char *path, unsigned depth, arena *a, error *e) {
  struct stat about;
  error_at(e, path, 0);
  if (strcmp(path, "-") == 0) {
    *list_push(a, files) = (file_entry){.path = path};
    return true;
  }
  if (stat(path, &about) != 0)
    return error_set(e, ERROR_SYSTEM, "cannot read it: %s", strerror(errno));
  if (!S_ISDIR(about.st_mode)) {
    bool regular = S_ISREG(about.st_mode);
    long long modified = (long long)about.st_mtim.tv_sec * 1000000000 + about.st_mtim.tv_nsec;
    *list_push(a, files) = (file_entry){.path = path,
                                        .size = regular ? about.st_size : 0,
                                        .modified = regular ? modified : 0,
                                        .found = depth > 0};
    return true;
  }
  if (depth >= DEEPEST_FOLDER)
    return error_set(e, ERROR_SYSTEM, "folders are nested too deeply here");
  return add_folder(files, path, depth, a, e);
}

bool files_add(file_list *files, const char *path, arena *a, error *e) {
  return add_path(files, path, 0, a, e);
}
