/* The terminal. */
#include "cli/terminal.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/text.h"

bool terminal_prepare(void) {
  /* A reader that has seen enough ends the program quietly, even where SIGPIPE was ignored. */
  signal(SIGPIPE, SIG_DFL);
  /* A file that is opened must not take the place of a standard stream that was closed. */
  int descriptor;
  do descriptor = open("/dev/null", O_RDONLY);
  while (descriptor >= 0 && descriptor <= STDERR_FILENO);
  return descriptor >= 0 && close(descriptor) == 0;
}

static bool is_set(const char *variable) {
  const char *value = getenv(variable);
  return value && *value;
}

bool terminal_is(int descriptor) { return isatty(descriptor); }

size_t terminal_columns(int descriptor) {
  long long columns;
  struct winsize size;
  if (text_to_number(text_of(getenv("COLUMNS")), &columns) && columns > 0) return (size_t)columns;
  if (isatty(descriptor) && ioctl(descriptor, TIOCGWINSZ, &size) == 0) return size.ws_col;
  return 0;
}

bool terminal_has_color(color_choice choice, int descriptor) {
  if (choice != COLOR_AUTO) return choice == COLOR_ALWAYS;
  if (is_set("NO_COLOR")) return false;
  if (is_set("CLICOLOR_FORCE") && strcmp(getenv("CLICOLOR_FORCE"), "0") != 0) return true;
  return isatty(descriptor) && is_set("TERM") && strcmp(getenv("TERM"), "dumb") != 0;
}

/* Ends at once where all fits on the screen, and passes colours on. A machine without `less` shows
 * the text as it is. */
#define DEFAULT_PAGER "if command -v less >/dev/null; then exec less -FIRX; else exec cat; fi"

const char *terminal_pager(void) {
  static const char *const variables[] = {"CARREL_PAGER", "PAGER"};
  for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
    const char *value = getenv(variables[i]);
    if (value) return *value && strcmp(value, "cat") != 0 ? value : NULL;
  }
  return DEFAULT_PAGER;
}
