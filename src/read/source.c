/* Raw bytes of files, standard input and memory. */
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

bool source_open(source *s, const char *path, error *e) {
  *s = (source){.name = path, .window = TEXT(""), .file = STDIN_FILENO};
  if (strcmp(path, "-") != 0 && !open_path(s, path, e)) return false;
  struct stat status;
  if (fstat(s->file, &status) == 0 && S_ISREG(status.st_mode)) s->size = status.st_size;
  s->chunk = malloc(CHUNK);
  if (s->chunk) return true;
  source_close(s);
  error_memory(e);
  return error_at(e, path, 0);
}

void source_of_text(source *s, text bytes, const char *name) {
  *s = (source){.name = name, .window = bytes, .file = NO_FILE, .ended = true};
  s->taken = s->size = (long long)bytes.size;
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

/* Reads behind what the window still holds, which is moved to the front of the chunk. */
static void read_more(source *s) {
  size_t held = s->window.size;
  if (held) memmove(s->chunk, s->window.data, held);
  s->window = (text){s->chunk, held};
  ssize_t got;
  do got = read(s->file, s->chunk + held, CHUNK - held);
  while (got < 0 && errno == EINTR);
  if (got < 0) {
    source_fail(s, ERROR_SYSTEM, strerror(errno));
    return;
  }
  s->ended = got == 0;
  s->window.size += (size_t)got;
  s->taken += got;
}

bool source_fill(source *s, size_t wanted) {
  while (s->window.size < wanted && !s->ended) read_more(s);
  return s->window.size > 0;
}

void source_take(source *s, size_t size) {
  s->window = text_slice(s->window, size, s->window.size);
}
