/* Where data goes. */
#include "cli/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/terminal.h"

static bool fail(error *e, const char *doing, const char *path) {
  return error_set(e, ERROR_SYSTEM, "%s %s: %s", doing, path, strerror(errno));
}

/* --- A file --- */

/* Devices and pipes cannot be replaced, nor can what /dev/stdout and the like stand for. */
static bool is_special(const char *path) {
  struct stat there;
  return strncmp(path, "/dev/", 5) == 0 || (stat(path, &there) == 0 && !S_ISREG(there.st_mode));
}

static bool open_directly(sink *s, const char *path, error *e) {
  s->descriptor = open(path, O_WRONLY | O_CLOEXEC);
  return s->descriptor >= 0 || fail(e, "cannot write", path);
}

/* The rights that the new file shall have: those of the old one or what umask leaves. */
static mode_t file_rights(const char *path) {
  struct stat old;
  if (stat(path, &old) == 0) return old.st_mode & 07777;
  mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

/* The temporary file that is being written, for the handler below. */
static const char *volatile unfinished;

/* A program that is told to end leaves no half of a file behind. */
static void drop_unfinished(int number) {
  if (unfinished) unlink(unfinished);
  signal(number, SIG_DFL);
  raise(number);
}

static void guard_unfinished(const char *path) {
  static const int ends[] = {SIGHUP, SIGINT, SIGTERM};
  unfinished = path;
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (signal(ends[i], drop_unfinished) == SIG_IGN) signal(ends[i], SIG_IGN);
}

/* A temporary file beside the one to be replaced, through symbolic links. */
static bool open_beside(sink *s, const char *path, error *e) {
  char *real = realpath(path, NULL);
  s->path = real ? real : strdup(path);
  if (!s->path || asprintf(&s->temporary, "%s.XXXXXX", s->path) < 0) {
    s->temporary = NULL;
    return error_memory(e);
  }
  s->descriptor = mkostemp(s->temporary, O_CLOEXEC);
  if (s->descriptor < 0) {
    free(s->temporary);
    s->temporary = NULL;
    return fail(e, "cannot write", path);
  }
  guard_unfinished(s->temporary);
  if (fchmod(s->descriptor, file_rights(s->path)) != 0) return fail(e, "cannot write", path);
  return true;
}

static bool finish_file(sink *s, bool keep, error *e) {
  bool good = true;
  if (keep && rename(s->temporary, s->path) != 0) good = fail(e, "cannot replace", s->path);
  if (!keep || !good) unlink(s->temporary);
  unfinished = NULL;
  return good;
}

/* --- The pager --- */

static void run_pager(const char *command, const int ends[2]) {
  dup2(ends[0], STDIN_FILENO);
  signal(SIGPIPE, SIG_DFL);
  setenv("LESS", "FIRX", 0);
  execl("/bin/sh", "sh", "-c", command, (char *)NULL);
  _exit(127);
}

/* Without a pager, where none can be started, data goes to standard output. */
static void start_pager(sink *s, const char *command) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return;
  fflush(NULL);
  s->pager = fork();
  if (s->pager == 0) run_pager(command, ends);
  close(ends[0]);
  if (s->pager < 0) {
    s->pager = 0;
    close(ends[1]);
    return;
  }
  signal(SIGPIPE, SIG_IGN);
  s->descriptor = ends[1];
}

/* --- All --- */

bool sink_open(sink *s, const char *path, bool paged, error *e) {
  *s = (sink){.descriptor = STDOUT_FILENO};
  if (path && strcmp(path, "-") != 0)
    return is_special(path) ? open_directly(s, path, e) : open_beside(s, path, e);
  const char *pager = paged && isatty(STDOUT_FILENO) ? terminal_pager() : NULL;
  if (pager) start_pager(s, pager);
  return true;
}

bool sink_write(sink *s, text bytes, error *e) {
  while (bytes.size && !s->reader_gone) {
    ssize_t written = write(s->descriptor, bytes.data, bytes.size);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) s->reader_gone = true;
    else if (written < 0) return fail(e, "cannot write", s->path ? s->path : "output");
    else bytes = text_slice(bytes, (size_t)written, bytes.size);
  }
  return true;
}

bool sink_close(sink *s, bool keep, error *e) {
  bool good = true;
  /* A full disk may tell only now. */
  if (s->descriptor >= 0 && s->descriptor != STDOUT_FILENO && close(s->descriptor) != 0)
    good = fail(e, "cannot write", s->path ? s->path : "output");
  if (s->pager) {
    /* An interrupt is meant for the pager. */
    void (*before)(int) = signal(SIGINT, SIG_IGN);
    while (waitpid(s->pager, NULL, 0) < 0 && errno == EINTR) continue;
    signal(SIGINT, before);
  }
  if (s->temporary) good = finish_file(s, keep && good && s->descriptor >= 0, e) && good;
  free(s->path);
  free(s->temporary);
  *s = (sink){.descriptor = -1};
  return good;
}
