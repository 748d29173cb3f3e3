/* Raw bytes of files, standard input, streams and memory. */
#include "read/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 256 * 1024, NO_FILE = -1 };

/* What cannot be read as a file, and is not opened, since opening a device can have effects. */
static const char *refusal(mode_t mode) {
  if (S_ISDIR(mode)) return "is a directory";
  if (S_ISCHR(mode) || S_ISBLK(mode)) return "is a device, not a file";
  if (S_ISSOCK(mode)) return "is a socket, not a file";
  return NULL;
}

static bool system_failure(error *e, const char *what, const char *path) {
  error_set(e, ERROR_SYSTEM, "%s: %s", what, strerror(errno));
  return error_at(e, path, 0);
}

static bool open_path(source *s, const char *path, error *e) {
  struct stat status;
  if (stat(path, &status) != 0) return system_failure(e, "cannot open", path);
  const char *why = refusal(status.st_mode);
  if (why) {
    error_set(e, ERROR_SYSTEM, "%s", why);
    return error_at(e, path, 0);
  }
  s->file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  return s->file >= 0 || system_failure(e, "cannot open", path);
}

static bool make_chunk(source *s, error *e) {
  digest_init(&s->digest);
  s->chunk = malloc(CHUNK);
  if (s->chunk) return true;
  source_close(s);
  error_memory(e);
  return error_at(e, s->name, 0);
}

bool source_open(source *s, const char *path, error *e) {
  *s = (source){.name = path, .window = TEXT(""), .file = STDIN_FILENO};
  if (strcmp(path, "-") != 0 && !open_path(s, path, e)) return false;
  struct stat status;
  if (fstat(s->file, &status) == 0 && S_ISREG(status.st_mode)) s->size = status.st_size;
  return make_chunk(s, e);
}

bool source_of_stream(source *s, stream from, const char *name, error *e) {
  *s = (source){.name = name, .window = TEXT(""), .file = NO_FILE, .stream = from};
  return make_chunk(s, e);
}

void source_of_text(source *s, text bytes, const char *name) {
  *s = (source){.name = name, .window = bytes, .file = NO_FILE, .ended = true};
  s->taken = s->size = (long long)bytes.size;
  digest_init(&s->digest);
  digest_add(&s->digest, bytes);
}

void source_close(source *s) {
  if (s->file > STDIN_FILENO) close(s->file);
  free(s->chunk);
  s->chunk = NULL;
  s->file = NO_FILE;
}

void source_fail(source *s, error_kind kind, const char *what) {
  if (!s->failed) error_set(&s->error, kind, "%s", what);
  s->failed = s->ended = true;
  s->window = TEXT("");
}

/* Up to `size` bytes from where they come from; 0 at the end and where reading has failed. */
static size_t pull(source *s, char *bytes, size_t size) {
  error e;
  error_clear(&e);
  ssize_t got;
  if (s->stream.read) {
    got = s->stream.read(s->stream.state, bytes, size, &s->taken, &e);
    if (got < 0) source_fail(s, e.kind, e.message);
  } else {
    do got = read(s->file, bytes, size);
    while (got < 0 && errno == EINTR);
    if (got < 0) source_fail(s, ERROR_SYSTEM, strerror(errno));
    else s->taken += got;
  }
  return got > 0 ? (size_t)got : 0;
}

/* Reads behind what the window still holds, which is moved to the front of the chunk. */
static void read_more(source *s) {
  size_t held = s->window.size;
  if (held) memmove(s->chunk, s->window.data, held);
  s->window = (text){s->chunk, held};
  size_t got = pull(s, s->chunk + held, CHUNK - held);
  if (s->failed) return;
  s->ended = got == 0;
  digest_add(&s->digest, (text){s->chunk + held, got});
  s->window.size += got;
}

bool source_fill(source *s, size_t wanted) {
  while (s->window.size < wanted && !s->ended) read_more(s);
  return s->window.size > 0;
}

void source_take(source *s, size_t size) {
  s->window = text_slice(s->window, size, s->window.size);
}

void source_digest(source *s, digest_text hex) {
  while (source_fill(s, 1)) source_take(s, s->window.size);
  hex[0] = 0;
  if (!s->failed) digest_finish(&s->digest, hex);
}
