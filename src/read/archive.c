/* Zip and tar archives, by libarchive. The bytes come from an input, as a stream: standard input
 * and compressed archives are read like files. */
#include "read/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { PIECE = 64 * 1024, TAR_MAGIC_AT = 257 };

struct members {
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
  archive_set_error(archive, EIO, "%s", e.message);
  return ARCHIVE_FATAL;
}

members *members_open(input *in, error *e) {
  members *m = calloc(1, sizeof *m);
  if (m && (m->archive = archive_read_new()) != NULL &&
      archive_read_support_format_zip_streamable(m->archive) == ARCHIVE_OK &&
      archive_read_support_format_tar(m->archive) == ARCHIVE_OK) {
    m->in = in;
    return m;
  }
  members_close(m);
  error_memory(e);
  return NULL;
}

void members_close(members *m) {
  if (!m) return;
  archive_read_free(m->archive);
  free(m);
}

static member_result fail(members *m, error *e) {
  const char *why = archive_error_string(m->archive);
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
static const char *name_of(struct archive_entry *entry) {
  const char *name = archive_entry_pathname_utf8(entry);
  if (!name) name = archive_entry_pathname(entry);
  if (name && strncmp(name, "./", 2) == 0) name += 2;
  return name ? name : "";
}

static bool is_file(struct archive_entry *entry, const char *name) {
  size_t size = strlen(name);
  return archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry) && size &&
         name[size - 1] != '/' && !is_hidden(name);
}

static void describe(struct archive_entry *entry, member_file *file) {
  *file = (member_file){.name = name_of(entry)};
  if (archive_entry_size_is_set(entry)) file->size = archive_entry_size(entry);
  if (archive_entry_mtime_is_set(entry))
    file->modified =
        (long long)archive_entry_mtime(entry) * 1000000000 + archive_entry_mtime_nsec(entry);
}

member_result members_next(members *m, member_file *file, error *e) {
  struct archive_entry *entry;
  if (!m->begun && archive_read_open(m->archive, m, NULL, give_piece, NULL) != ARCHIVE_OK)
    return fail(m, e);
  m->begun = true;
  for (;;) {
    int code = archive_read_next_header(m->archive, &entry);
    if (code == ARCHIVE_EOF) return MEMBER_END;
    if (code != ARCHIVE_OK && code != ARCHIVE_WARN) return fail(m, e);
    if (!is_file(entry, name_of(entry))) continue;
    describe(entry, file);
    return archive_entry_is_data_encrypted(entry) ? MEMBER_ENCRYPTED : MEMBER_FILE;
  }
}

static ssize_t read_member(void *state, char *bytes, size_t size, long long *taken, error *e) {
  members *m = state;
  long long in_all;
  la_ssize_t got = archive_read_data(m->archive, bytes, size);
  input_progress(m->in, taken, &in_all);
  if (got >= 0) return got;
  fail(m, e);
  return -1;
}

input *members_input(members *m, const char *name, error *e) {
  return input_of_stream((stream){m, read_member}, name, e);
}
