/* The tables of commands and options hang together; where the library is looked for. */
#include "cli/commands.h"

#include <string.h>

#include "cli/help.h"
#include "cli/library.h"
#include "cli/table.h"
#include "support.h"

static void check_options(const char *owner, const option *table) {
  for (const option *o = table; o && o->name; o++) {
    ck_assert_msg(o->set && o->help && *o->help, "--%s of %s", o->name, owner);
    for (const option *other = o + 1; other->name; other++) {
      ck_assert_msg(strcmp(o->name, other->name) != 0, "--%s of %s twice", o->name, owner);
      ck_assert_msg(!o->letter || o->letter != other->letter, "-%c of %s twice", o->letter, owner);
    }
  }
}

START_TEST(test_tables) {
  check_options("all", common_options);
  check_options("the program", program_options);
  for (size_t i = 0; commands[i]; i++) {
    const command *c = commands[i];
    ck_assert_msg(c->run && *c->summary && c->examples[0].line, "%s", c->name);
    ck_assert_ptr_eq(command_named(text_of(c->name)), c);
    for (size_t k = 0; k < EXAMPLES_MOST && c->examples[k].line; k++)
      ck_assert_msg(strstr(c->examples[k].line, c->name) && c->examples[k].says, "%s", c->name);
    check_options(c->name, c->options);
  }
  ck_assert_ptr_null(command_named(TEXT("sear")));
}
END_TEST

/* No line of any help is wider than the terminal. */
START_TEST(test_help_widths) {
  static const size_t widths[] = {40, 80, 120};
  arena a;
  arena_init(&a);
  for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
    output out = {.columns = widths[i], .scratch = &a};
    help_overview(&out);
    for (size_t k = 0; commands[k]; k++) help_command(&out, commands[k]);
    text rest = buffer_text(&out.bytes), line;
    while (text_take_line(&rest, &line))
      ck_assert_msg(line.size <= widths[i], "%zu columns: %.*s", widths[i], TEXT_ARG(line));
    buffer_finish(&out.bytes);
  }
  arena_finish(&a);
}
END_TEST

/* Variables as --db, CARREL_DB, XDG_DATA_HOME, HOME; NULL is not set. */
static const struct {
  const char *db, *carrel, *data, *home;
  const char *expected; /* NULL: an error */
} paths[] = {
    {"a.db", "b.db", "/data", "/home/me", "a.db"},
    {NULL, "b.db", "/data", "/home/me", "b.db"},
    {NULL, NULL, "/data", "/home/me", "/data/carrel/library.db"},
    {NULL, "", "/data", "/home/me", "/data/carrel/library.db"},
    {NULL, NULL, "data", "/home/me", "/home/me/.local/share/carrel/library.db"},
    {NULL, NULL, NULL, "/home/me", "/home/me/.local/share/carrel/library.db"},
    {NULL, NULL, NULL, NULL, NULL},
};

static void set_variable(const char *name, const char *value) {
  if (value) setenv(name, value, 1);
  else unsetenv(name);
}

START_TEST(test_paths) {
  arena a;
  arena_init(&a);
  for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
    error e;
    error_clear(&e);
    settings set = {.library = paths[i].db};
    set_variable("CARREL_DB", paths[i].carrel);
    set_variable("XDG_DATA_HOME", paths[i].data);
    set_variable("HOME", paths[i].home);
    const char *found = library_path(&set, &a, &e);
    if (paths[i].expected) ck_assert_str_eq(found, paths[i].expected);
    else ck_assert(!found && e.kind == ERROR_USE);
  }
  arena_finish(&a);
}
END_TEST

static const struct {
  long long number;
  const char *expected;
} numbers[] = {
    {0, "0"},      {999, "999"}, {1000, "1,000"}, {1234567, "1,234,567"}, {-123456, "-123,456"},
    {-100, "-100"}};

START_TEST(test_numbers) {
  arena a;
  arena_init(&a);
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    assert_text(table_number(numbers[i].number, &a), numbers[i].expected);
  arena_finish(&a);
}
END_TEST

SUITE("cli/commands", test_tables, test_help_widths, test_paths, test_numbers)
