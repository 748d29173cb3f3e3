/* libarchive, loaded when a file first needs it: with the ten libraries that it needs itself it
 * takes longer to load than a search takes, and most commands never open an archive. */
#ifndef CARREL_READ_LIBARCHIVE_H
#define CARREL_READ_LIBARCHIVE_H

#include <archive.h>
#include <archive_entry.h>

#include "base/error.h"

/* What Carrel calls, by the names of libarchive without "archive_". */
#define LIBARCHIVE_FUNCTIONS(X)         \
  X(read_new)                           \
  X(read_free)                          \
  X(read_open)                          \
  X(read_next_header)                   \
  X(read_data)                          \
  X(read_support_filter_bzip2)          \
  X(read_support_filter_xz)             \
  X(read_support_filter_zstd)           \
  X(read_support_format_raw)            \
  X(read_support_format_tar)            \
  X(read_support_format_zip_streamable) \
  X(set_error)                          \
  X(error_string)                       \
  X(entry_filetype)                     \
  X(entry_hardlink)                     \
  X(entry_is_data_encrypted)            \
  X(entry_mtime)                        \
  X(entry_mtime_is_set)                 \
  X(entry_mtime_nsec)                   \
  X(entry_pathname)                     \
  X(entry_pathname_utf8)                \
  X(entry_size)                         \
  X(entry_size_is_set)

#define LIBARCHIVE_MEMBER(name) __typeof__(archive_##name) *name;
typedef struct libarchive {
  LIBARCHIVE_FUNCTIONS(LIBARCHIVE_MEMBER)
} libarchive;
#undef LIBARCHIVE_MEMBER

/* False with `e` set to ERROR_SYSTEM where the system does not have it. Once loaded it stays. */
bool libarchive_load(libarchive *l, error *e);

#endif
