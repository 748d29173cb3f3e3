/* Files that data goes to: replaced as a whole or left as they were. */
#include "cli/sink.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support.h"

/* Goes to an empty folder of its own. */
static void enter_folder(void) { ck_assert_int_eq(chdir(test_folder()), 0); }

static const char *contents(const char *path) {
  static char bytes[64];
  int descriptor = open(path, O_RDONLY);
  if (descriptor < 0) return "(no file)";
  ssize_t size = read(descriptor, bytes, sizeof bytes - 1);
  close(descriptor);
  bytes[size > 0 ? size : 0] = 0;
  return bytes;
}

static void put(const char *path, const char *words) {
  FILE *out = fopen(path, "w");
  ck_assert_ptr_nonnull(out);
  fputs(words, out);
  ck_assert_int_eq(fclose(out), 0);
}

static unsigned rights(const char *path) {
  struct stat about;
  ck_assert_int_eq(stat(path, &about), 0);
  return about.st_mode & 07777;
}

/* Writes "new" to the path; true if all went well. */
static bool write_new(const char *path, bool keep) {
  sink s;
  error e;
  error_clear(&e);
  bool good = sink_open(&s, path, false, &e) && sink_write(&s, TEXT("new"), &e);
  return sink_close(&s, good && keep, &e) && good;
}

START_TEST(test_files) {
  enter_folder();
  umask(027);
  ck_assert(write_new("fresh", true));
  ck_assert_str_eq(contents("fresh"), "new");
  ck_assert_uint_eq(rights("fresh"), 0640);

  put("old", "old");
  ck_assert_int_eq(chmod("old", 0604), 0);
  ck_assert(write_new("old", false));
  ck_assert_str_eq(contents("old"), "old");
  ck_assert(write_new("old", true));
  ck_assert_str_eq(contents("old"), "new");
  ck_assert_uint_eq(rights("old"), 0604);

  put("behind", "old");
  ck_assert_int_eq(symlink("behind", "pointer"), 0);
  ck_assert(write_new("pointer", true));
  ck_assert_str_eq(contents("behind"), "new");
  struct stat about;
  ck_assert_int_eq(lstat("pointer", &about), 0);
  ck_assert(S_ISLNK(about.st_mode));

  ck_assert(!write_new("missing/folder", true));
  ck_assert(!write_new(".", true));
  /* Nothing is left behind. */
  ck_assert_int_eq(system("test \"$(ls | tr '\\n' ' ')\" = 'behind fresh old pointer '"), 0);
}
END_TEST

/* Whoever is told to end in the middle leaves what was there. */
START_TEST(test_interrupt) {
  enter_folder();
  put("old", "old");
  pid_t child = fork();
  if (child == 0) {
    sink s;
    error e;
    error_clear(&e);
    if (sink_open(&s, "old", false, &e) && sink_write(&s, TEXT("new"), &e)) raise(SIGTERM);
    _exit(0);
  }
  int status;
  ck_assert_int_eq(waitpid(child, &status, 0), child);
  ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
  ck_assert_int_eq(system("test \"$(ls)\" = old && test \"$(cat old)\" = old"), 0);
}
END_TEST

/* A device stays a device. */
START_TEST(test_devices) {
  struct stat about;
  ck_assert(write_new("/dev/null", true));
  ck_assert_int_eq(stat("/dev/null", &about), 0);
  ck_assert(S_ISCHR(about.st_mode));
  if (access("/dev/full", W_OK) == 0) ck_assert(!write_new("/dev/full", true));
}
END_TEST

/* --- The pager --- */

/* What a terminal shows of `words` written through this pager. */
static text paged(int program, const char *pager, text words, arena *a) {
  setenv("CARREL_PAGER", pager, 1);
  pid_t child = fork();
  if (child == 0) {
    sink s;
    error e;
    error_clear(&e);
    dup2(open(ptsname(program), O_RDWR | O_NOCTTY), STDOUT_FILENO);
    bool good = sink_open(&s, NULL, true, &e) && sink_write(&s, words, &e);
    _exit(sink_close(&s, true, &e) && good ? 0 : 1);
  }
  /* The terminal's other end stays open here, so that what comes is not lost with the child. */
  int kept = open(ptsname(program), O_RDWR | O_NOCTTY), status;
  ck_assert_int_eq(waitpid(child, &status, 0), child);
  ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  char bytes[256];
  ck_assert_int_eq(fcntl(program, F_SETFL, O_NONBLOCK), 0);
  ssize_t size = read(program, bytes, sizeof bytes);
  close(kept);
  return size > 0 ? arena_text(a, (text){bytes, (size_t)size}) : TEXT("");
}

START_TEST(test_pager) {
  arena a;
  int program = test_terminal();
  if (program < 0) return;
  arena_init(&a);
  assert_text(paged(program, "sed s/^/paged:/", TEXT("one\ntwo\n"), &a),
              "paged:one\r\npaged:two\r\n");
  assert_text(paged(program, "", TEXT("one\n"), &a), "one\r\n");
  assert_text(paged(program, "cat", TEXT("one\n"), &a), "one\r\n");
  /* A pager that is left before the end: the rest is dropped, and that is no failure. */
  text much = arena_printf(&a, "%1000000d", 1);
  assert_text(paged(program, "head -c 3 >/dev/null; echo left", much, &a), "left\r\n");
  arena_finish(&a);
}
END_TEST

SUITE("cli/sink", test_files, test_interrupt, test_devices, test_pager)
