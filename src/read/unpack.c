/* xz, zstd and bzip2, by libarchive, which knows them all. */
#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include "read/decoder.h"

enum { LARGEST_PIECE = 64 * 1024 };

typedef struct unpack {
  struct archive *archive;
  source *from; /* NULL until reading has begun */
  const char *name;
} unpack;

/* Gives libarchive the window, which is taken when it asks again. */
static la_ssize_t give_window(struct archive *archive, void *state, const void **bytes) {
  unpack *u = state;
  (void)archive;
  if (!source_fill(u->from, 1)) return u->from->failed ? ARCHIVE_FATAL : 0;
  text window = text_slice(u->from->window, 0, LARGEST_PIECE);
  *bytes = window.data;
  source_take(u->from, window.size);
  return (la_ssize_t)window.size;
}

/* What it is unpacked by; anything but ARCHIVE_OK: there is no memory. */
static bool unpack_open(void **state, const char *name, int (*filter)(struct archive *)) {
  unpack *u = calloc(1, sizeof *u);
  if (!u) return false;
  *state = u;
  u->name = name;
  u->archive = archive_read_new();
  if (u->archive && filter(u->archive) == ARCHIVE_OK &&
      archive_read_support_format_raw(u->archive) == ARCHIVE_OK)
    return true;
  archive_read_free(u->archive);
  free(u);
  *state = NULL;
  return false;
}

static void unpack_close(void *state) {
  unpack *u = state;
  if (!u) return;
  archive_read_free(u->archive);
  free(u);
}

static void unpack_fail(unpack *u) {
  error e;
  error_clear(&e);
  const char *why = archive_error_string(u->archive);
  error_set(&e, ERROR_INPUT, "damaged %s data: %s", u->name, why ? why : "it cannot be unpacked");
  source_fail(u->from, e.kind, e.message);
}

/* The whole of the data is one member of a "raw" archive. */
static bool unpack_begin(unpack *u, source *from) {
  struct archive_entry *entry;
  u->from = from;
  return archive_read_open(u->archive, u, NULL, give_window, NULL) == ARCHIVE_OK &&
         archive_read_next_header(u->archive, &entry) == ARCHIVE_OK;
}

static size_t unpack_read(void *state, source *from, char *bytes, size_t size) {
  unpack *u = state;
  la_ssize_t got = -1;
  if (u->from || unpack_begin(u, from)) got = archive_read_data(u->archive, bytes, size);
  if (got < 0 && !from->failed) unpack_fail(u);
  return got > 0 ? (size_t)got : 0;
}

static bool xz_open(void **state) {
  return unpack_open(state, "xz", archive_read_support_filter_xz);
}
static bool zstd_open(void **state) {
  return unpack_open(state, "zstd", archive_read_support_filter_zstd);
}
static bool bzip2_open(void **state) {
  return unpack_open(state, "bzip2", archive_read_support_filter_bzip2);
}

const decoder decoder_xz = {"xz",
                            TEXT_STATIC("\xFD"
                                        "7zXZ"),
                            xz_open, unpack_read, unpack_close};
const decoder decoder_zstd = {"zstd", TEXT_STATIC("\x28\xB5\x2F\xFD"), zstd_open, unpack_read,
                              unpack_close};
const decoder decoder_bzip2 = {"bzip2", TEXT_STATIC("BZh"), bzip2_open, unpack_read, unpack_close};
