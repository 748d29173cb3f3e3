/* Commands run one after the other, as a shell would run them. */
#include "bench_start.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench_clock.h"

/* What the child does: it prints into the pipe, and says nothing. */
static void become(char *const *command, const int ends[2]) {
  int nowhere = open("/dev/null", O_WRONLY);
  dup2(ends[1], STDOUT_FILENO);
  if (nowhere >= 0) dup2(nowhere, STDERR_FILENO);
  close(ends[0]);
  close(ends[1]);
  execvp(command[0], command);
  _exit(127);
}

static bool run_once(char *const *command, double *first, double *whole, error *e) {
  int ends[2], status;
  char bytes[65536];
  double started = now_ms();
  if (pipe(ends) != 0) return error_set(e, ERROR_SYSTEM, "%s", strerror(errno));
  pid_t child = fork();
  if (child == 0) become(command, ends);
  close(ends[1]);
  bool any = child > 0 && read(ends[0], bytes, 1) == 1;
  *first = now_ms() - started;
  while (any && read(ends[0], bytes, sizeof bytes) > 0) continue;
  close(ends[0]);
  if (child > 0) waitpid(child, &status, 0);
  *whole = now_ms() - started;
  return any || error_set(e, ERROR_SYSTEM, "%s prints nothing", command[0]);
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

bool start_measure(char *const *command, int runs, start_times *times, error *e) {
  double *first = runs > 0 ? calloc(2 * (size_t)runs, sizeof *first) : NULL;
  if (!first) return error_set(e, ERROR_USE, "how many runs?");
  double *whole = first + runs;
  bool good = true;
  for (int i = 0; good && i < runs; i++) good = run_once(command, &first[i], &whole[i], e);
  if (good) {
    qsort(first, (size_t)runs, sizeof *first, ascending);
    qsort(whole, (size_t)runs, sizeof *whole, ascending);
    *times = (start_times){first[runs / 2], whole[runs / 2]};
  }
  free(first);
  return good;
}
