/* xz, zstd and bzip2, by libarchive, which knows them all. */
#include <stdlib.h>

#include "read/decoder.h"
#include "read/libarchive.h"

enum { LARGEST_PIECE = 64 * 1024 };

typedef struct unpack {
  libarchive library;
  struct archive *archive; /* NULL until reading has begun, as is: */
  source *from;
  const char *name;
  bool (*filter)(const struct unpack *u);
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

static bool unpack_open(void **state, const char *name, bool (*filter)(const unpack *)) {
  unpack *u = calloc(1, sizeof *u);
  *state = u;
  if (!u) return false;
  u->name = name;
  u->filter = filter;
  return true;
}

static void unpack_close(void *state) {
  unpack *u = state;
  if (u && u->archive) u->library.read_free(u->archive);
  free(u);
}

static void unpack_fail(unpack *u) {
  error e;
  error_clear(&e);
  const char *why = u->archive ? u->library.error_string(u->archive) : NULL;
  error_set(&e, ERROR_INPUT, "damaged %s data: %s", u->name, why ? why : "it cannot be unpacked");
  source_fail(u->from, e.kind, e.message);
}

/* The whole of the data is one member of a "raw" archive. */
static bool unpack_begin(unpack *u, source *from) {
  struct archive_entry *entry;
  error e;
  error_clear(&e);
  u->from = from;
  if (!libarchive_load(&u->library, &e)) return source_fail(from, e.kind, e.message), false;
  u->archive = u->library.read_new();
  if (!u->archive) return error_memory(&e), source_fail(from, e.kind, e.message), false;
  return u->filter(u) && u->library.read_support_format_raw(u->archive) == ARCHIVE_OK &&
         u->library.read_open(u->archive, u, NULL, give_window, NULL) == ARCHIVE_OK &&
         u->library.read_next_header(u->archive, &entry) == ARCHIVE_OK;
}

static size_t unpack_read(void *state, source *from, char *bytes, size_t size) {
  unpack *u = state;
  la_ssize_t got = -1;
  if (from->failed) return 0;
  if (u->from || unpack_begin(u, from)) got = u->library.read_data(u->archive, bytes, size);
  if (got < 0 && !from->failed) unpack_fail(u);
  return got > 0 ? (size_t)got : 0;
}

static bool has_xz(const unpack *u) {
  return u->library.read_support_filter_xz(u->archive) == ARCHIVE_OK;
}
static bool xz_open(void **state) { return unpack_open(state, "xz", has_xz); }

static bool has_zstd(const unpack *u) {
  return u->library.read_support_filter_zstd(u->archive) == ARCHIVE_OK;
}
static bool zstd_open(void **state) { return unpack_open(state, "zstd", has_zstd); }

static bool has_bzip2(const unpack *u) {
  return u->library.read_support_filter_bzip2(u->archive) == ARCHIVE_OK;
}
static bool bzip2_open(void **state) { return unpack_open(state, "bzip2", has_bzip2); }

const decoder decoder_xz = {"xz",
                            TEXT_STATIC("\xFD"
                                        "7zXZ"),
                            xz_open, unpack_read, unpack_close};
const decoder decoder_zstd = {"zstd", TEXT_STATIC("\x28\xB5\x2F\xFD"), zstd_open, unpack_read,
                              unpack_close};
const decoder decoder_bzip2 = {"bzip2", TEXT_STATIC("BZh"), bzip2_open, unpack_read, unpack_close};
