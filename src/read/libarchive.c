/* Loading libarchive. */
#include "read/libarchive.h"

#include <dlfcn.h>
#include <string.h>

/* By its version, which has been the same since libarchive 3; by its plain name elsewhere. */
static const char *const names[] = {"libarchive.so.13", "libarchive.so", "libarchive.13.dylib",
                                    "libarchive.dylib"};

static bool find(void *library, const char *name, void *function) {
  /* POSIX has pointers to functions come out of dlsym; ISO C knows no way but this to say so. */
  void *found = dlsym(library, name);
  memcpy(function, &found, sizeof found);
  return found;
}

bool libarchive_load(libarchive *l, error *e) {
  void *library = NULL;
  for (size_t i = 0; !library && i < sizeof names / sizeof *names; i++)
    library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
  if (!library)
    return error_set(e, ERROR_SYSTEM,
                     "archives, xz, zstd and bzip2 need libarchive, which this "
                     "system does not have");
#define FIND(name) &&find(library, "archive_" #name, &l->name)
  if (true LIBARCHIVE_FUNCTIONS(FIND)) return true;
#undef FIND
  return error_set(e, ERROR_SYSTEM, "this system's libarchive is too old");
}
