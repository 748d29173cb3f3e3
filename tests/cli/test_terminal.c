/* The terminal, as far as the environment decides. */
#include "cli/terminal.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "support.h"

/* Sets the variables of "A=1 B=" and forgets all others that matter. */
static void set_environment(const char *variables) {
  static const char *const known[] = {"COLUMNS", "NO_COLOR",     "CLICOLOR_FORCE",
                                      "TERM",    "CARREL_PAGER", "PAGER"};
  char copy[128];
  strcpy(copy, variables);
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) unsetenv(known[i]);
  for (char *one = strtok(copy, " "); one; one = strtok(NULL, " ")) {
    char *equals = strchr(one, '=');
    *equals = 0;
    setenv(one, equals + 1, 1);
  }
}

static const struct {
  const char *variables;
  color_choice choice;
  bool on_terminal, elsewhere;
} colors[] = {
    {"TERM=xterm", COLOR_AUTO, true, false},
    {"", COLOR_AUTO, false, false},
    {"TERM=dumb", COLOR_AUTO, false, false},
    {"TERM=xterm NO_COLOR=1", COLOR_AUTO, false, false},
    {"TERM=xterm NO_COLOR=", COLOR_AUTO, true, false},
    {"TERM=dumb CLICOLOR_FORCE=1", COLOR_AUTO, true, true},
    {"TERM=xterm CLICOLOR_FORCE=0", COLOR_AUTO, true, false},
    {"NO_COLOR=1 CLICOLOR_FORCE=1", COLOR_AUTO, false, false},
    {"NO_COLOR=1", COLOR_ALWAYS, true, true},
    {"TERM=xterm CLICOLOR_FORCE=1", COLOR_NEVER, false, false},
};

START_TEST(test_colors) {
  int program = test_terminal(), other = open("/dev/null", O_RDWR);
  if (program < 0) return;
  int terminal = open(ptsname(program), O_RDWR | O_NOCTTY);
  for (size_t i = 0; i < sizeof colors / sizeof *colors; i++) {
    set_environment(colors[i].variables);
    ck_assert_msg(terminal_has_color(colors[i].choice, terminal) == colors[i].on_terminal,
                  "on a terminal with \"%s\"", colors[i].variables);
    ck_assert_msg(terminal_has_color(colors[i].choice, other) == colors[i].elsewhere,
                  "elsewhere with \"%s\"", colors[i].variables);
  }
}
END_TEST

START_TEST(test_columns) {
  int other = open("/dev/null", O_RDWR);
  set_environment("");
  ck_assert_uint_eq(terminal_columns(other), 0);
  set_environment("COLUMNS=40");
  ck_assert_uint_eq(terminal_columns(other), 40);
  set_environment("COLUMNS=wide");
  ck_assert_uint_eq(terminal_columns(other), 0);
}
END_TEST

START_TEST(test_pager) {
  set_environment("");
  ck_assert_ptr_nonnull(strstr(terminal_pager(), "less -FIRX"));
  set_environment("PAGER=more");
  ck_assert_str_eq(terminal_pager(), "more");
  set_environment("PAGER=more CARREL_PAGER=most");
  ck_assert_str_eq(terminal_pager(), "most");
  set_environment("PAGER=cat");
  ck_assert_ptr_null(terminal_pager());
  set_environment("PAGER=more CARREL_PAGER=");
  ck_assert_ptr_null(terminal_pager());
}
END_TEST

SUITE("cli/terminal", test_colors, test_columns, test_pager)
