/* Zip and tar archives, by libarchive. The bytes come from an input, as a stream: standard input
 * and compressed archives are read like files. */
#include "read/archive.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "read/libarchive.h"

enum { PIECE = 64 * 1024, TAR_MAGIC_AT = 257 };

struct members {
  libarchive library;
  struct archive *archive;
  input *in;
  bool begun;
  char piece[PIECE];
};

const char *archive_kind(text head) {
  if (text_starts(head, TEXT("PK\3\4")) || text_starts(head, TEXT("PK\5\6"))) return "zip";
  if (text_starts(text_slice(head, TAR_MAGIC_AT, head.size), TEXT("ustar"))) return "tar";
  return NULL;
}

static la_ssize_t give_piece(struct archive *archive, void *state, const void **bytes) {
  members *m = state;
  error e;
  size_t got = input_read(m->in, m->piece, sizeof m->piece);
  *bytes = m->piece;
  if (got || !input_error(m->in, &e)) return (la_ssize_t)got;
  m->library.set_error(archive, EIO, "%s", e.message);
  return ARCHIVE_FATAL;
}

static bool open_archive(members *m, error *e) {
  const libarchive *l = &m->library;
  if (!libarchive_load(&m->library, e)) return false;
  m->archive = l->read_new();
  return (m->archive && l->read_support_format_zip_streamable(m->archive) == ARCHIVE_OK &&
          l->read_support_format_tar(m->archive) == ARCHIVE_OK) ||
         error_memory(e);
}

members *members_open(input *in, error *e) {
  members *m = calloc(1, sizeof *m);
  if (!m) {
    error_memory(e);
    return NULL;
  }
  m->in = in;
  if (open_archive(m, e)) return m;
  members_close(m);
  return NULL;
}

void members_close(members *m) {
  if (!m) return;
  if (m->archive) m->library.read_free(m->archive);
  free(m);
}

static member_result fail(members *m, error *e) {
  const char *why = m->library.error_string(m->archive);
  error_set(e, ERROR_INPUT, "damaged archive: %s", why ? why : "it cannot be read");
  return MEMBER_FAILED;
}

/* Whether a file is hidden, or is what macOS puts beside others. */
static bool is_hidden(const char *name) {
  if (strncmp(name, "__MACOSX/", 9) == 0) return true;
  const char *slash = strrchr(name, '/');
  return (slash ? slash[1] : name[0]) == '.';
}

/* The name in UTF-8 where libarchive can tell it, else as it stands. */
static const char *name_of(const libarchive *l, struct archive_entry *entry) {
  const char *name = l->entry_pathname_utf8(entry);
  if (!name) name = l->entry_pathname(entry);
  if (name && strncmp(name, "./", 2) == 0) name += 2;
  return name ? name : "";
}

static bool is_file(const libarchive *l, struct archive_entry *entry, const char *name) {
  size_t size = strlen(name);
  return l->entry_filetype(entry) == AE_IFREG && !l->entry_hardlink(entry) && size &&
         name[size - 1] != '/' && !is_hidden(name);
}

static void describe(const libarchive *l, struct archive_entry *entry, member_file *file) {
  *file = (member_file){.name = name_of(l, entry)};
  if (l->entry_size_is_set(entry)) file->size = l->entry_size(entry);
  if (l->entry_mtime_is_set(entry))
    file->modified = (long long)l->entry_mtime(entry) * 1000000000 + l->entry_mtime_nsec(entry);
}

member_result members_next(members *m, member_file *file, error *e) {
  const libarchive *l = &m->library;
  struct archive_entry *entry;
  if (!m->begun && l->read_open(m->archive, m, NULL, give_piece, NULL) != ARCHIVE_OK)
    return fail(m, e);
  m->begun = true;
  for (;;) {
    int code = l->read_next_header(m->archive, &entry);
    if (code == ARCHIVE_EOF) return MEMBER_END;
    if (code != ARCHIVE_OK && code != ARCHIVE_WARN) return fail(m, e);
    if (!is_file(l, entry, name_of(l, entry))) continue;
    describe(l, entry, file);
    return l->entry_is_data_encrypted(entry) ? MEMBER_ENCRYPTED : MEMBER_FILE;
  }
}

static ssize_t read_member(void *state, char *bytes, size_t size, long long *taken, error *e) {
  members *m = state;
  long long in_all;
  la_ssize_t got = m->library.read_data(m->archive, bytes, size);
  input_progress(m->in, taken, &in_all);
  if (got >= 0) return got;
  fail(m, e);
  return -1;
}

input *members_input(members *m, const char *name, error *e) {
  return input_of_stream((stream){m, read_member}, name, e);
}
