/* Options: one row a command line, and what it sets and leaves. */
#include "cli/options.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "support.h"

typedef struct places {
  bool quiet, reverse;
  long long number;
  const char *name, *order;
} places;

static bool set_order(void *place, const char *value, error *e) {
  static const char *const names[] = {"relevance", "date", NULL};
  int chosen = option_choose(names, value, "order", e);
  if (chosen >= 0) *(const char **)place = names[chosen];
  return chosen >= 0;
}

static const option first[] = {
    {'q', "quiet", NULL, "", OPTION_GENERAL, option_set_flag, offsetof(places, quiet)},
    {'n', "number", "N", "", OPTION_GENERAL, option_set_number, offsetof(places, number)},
    OPTIONS_END,
};
static const option second[] = {
    {'r', "reverse", NULL, "", OPTION_GENERAL, option_set_flag, offsetof(places, reverse)},
    {0, "name", "NAME", "", OPTION_GENERAL, option_set_string, offsetof(places, name)},
    {0, "order", "ORDER", "", OPTION_GENERAL, set_order, offsetof(places, order)},
    OPTIONS_END,
};

/* Parts of a line stand between bars. The result shows what was set, then the arguments. */
static const struct {
  const char *line, *expected;
} cases[] = {
    {"", ""},
    {"a|b", " a b"},
    {"-", " -"},
    {"a|-q|b", "quiet a b"},
    {"--quiet|--reverse", "quiet reverse"},
    {"-qr", "quiet reverse"},
    {"-n10", "n=10"},
    {"-n|10", "n=10"},
    {"-qn10", "quiet n=10"},
    {"-qrn|10|x", "quiet reverse n=10 x"},
    {"--number=10|x", "n=10 x"},
    {"--number|10|x", "n=10 x"},
    {"--name=", "name="},
    {"--name=a=b", "name=a=b"},
    {"--name|-q", "name=-q"},
    {"-q|--|-q|--", "quiet -q --"},
    {"--order|date", "order=date"},
    {"-n|1|-n|2", "n=2"},
    {"-x", "unknown option -x (put -- before an argument that begins with a dash)"},
    {"-qx", "unknown option -x (put -- before an argument that begins with a dash)"},
    {"--quite", "unknown option --quite; did you mean --quiet?"},
    {"--rev", "unknown option --rev; did you mean --reverse?"},
    {"--zzzzzzzz=1",
     "unknown option --zzzzzzzz (put -- before an argument that begins with a dash)"},
    {"--quiet=yes", "--quiet takes no value"},
    {"--name", "--name needs NAME"},
    {"-n", "--number needs N"},
    {"-n|x", "--number: \"x\" is not a number"},
    {"-n-1", "--number: \"-1\" is not a number"},
    {"--order=dates", "--order: no order \"dates\"; did you mean date?"},
    {"--order=size", "--order: no order \"size\"; there are relevance, date"},
};

/* Splits the line in place. */
static size_t split(char *line, char **parts) {
  size_t count = 0;
  for (char *part = strtok(line, "|"); part; part = strtok(NULL, "|")) parts[count++] = part;
  return count;
}

static void show(buffer *b, const places *p) {
  if (p->quiet) buffer_put(b, "quiet ");
  if (p->reverse) buffer_put(b, "reverse ");
  if (p->number) buffer_printf(b, "n=%lld ", p->number);
  if (p->name) buffer_printf(b, "name=%s ", p->name);
  if (p->order) buffer_printf(b, "order=%s ", p->order);
}

START_TEST(test_lines) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char line[128], *parts[16];
    places set = {0};
    buffer shown = {0}, rest = {0};
    error e;
    error_clear(&e);
    snprintf(line, sizeof line, "%s", cases[i].line);
    option_reader r = {.tables = {first, second},
                       .settings = &set,
                       .arguments = parts,
                       .count = split(line, parts)};
    for (const char *next; (next = options_next(&r, &e));) buffer_printf(&rest, " %s", next);
    show(&shown, &set);
    text all = text_trim_end(buffer_text(&shown), " ");
    shown.size = all.size;
    buffer_add(&shown, buffer_text(&rest));
    assert_text(e.kind ? text_of(e.message) : buffer_text(&shown), cases[i].expected);
    ck_assert(e.kind == ERROR_NONE || e.kind == ERROR_USE);
    buffer_finish(&shown);
    buffer_finish(&rest);
  }
}
END_TEST

SUITE("cli/options", test_lines)
