/* Help out of the tables. */
#include "cli/help.h"

#include <stdio.h>
#include <string.h>

#include "cli/printer.h"
#include "cli/say.h"
#include "cli/table.h"

/* Columns: of lines where the terminal tells none or is very wide, and where words begin. */
enum { COLUMNS = 80, COLUMNS_MOST = 100, COLUMN_OF_WORDS = 26 };

static void add_head(output *out, const char *head) {
  buffer_put(&out->bytes, "\n");
  layout_line(out, 0, text_of(head), STYLE_HEAD);
}

static void add_row(output *out, text name, text words) {
  table_row(out, (text[]){name, words}, (size_t[]){2, COLUMN_OF_WORDS}, 2);
}

/* Which page is wanted; neither: the overview. */
typedef struct help_page {
  const command *command;
  bool query;
} help_page;

/* --- A command --- */

static void add_option(output *out, const option *o) {
  char name[96];
  char letter[] = {'-', o->letter, ',', ' ', 0};
  snprintf(name, sizeof name, "%s--%s%s%s", o->letter ? letter : "    ", o->name,
           o->argument ? " " : "", o->argument ? o->argument : "");
  add_row(out, text_of(name), text_of(o->help));
}

/* Options of a set of groups; nothing where there are none. */
static void add_group(output *out, const char *head, const option *table, unsigned set) {
  bool any = false;
  for (const option *o = table; o && o->name; o++) {
    if (!(o->group & set)) continue;
    if (!any) add_head(out, head);
    any = true;
    add_option(out, o);
  }
}

static void add_examples(output *out, const command *c) {
  if (!c->examples[0].line) return;
  add_head(out, "Examples");
  for (size_t i = 0; i < EXAMPLES_MOST && c->examples[i].line; i++) {
    layout_line(out, 2, text_of(c->examples[i].line), STYLE_STRONG);
    layout_line(out, 6, text_of(c->examples[i].says), STYLE_PLAIN);
  }
}

static const struct {
  unsigned set;
  const char *head;
} groups[] = {
    {OPTION_QUERY, "The query"},
    {OPTION_RESULTS, "Which records"},
    {OPTION_RANKING | OPTION_SCORES, "Ranking"},
    {OPTION_OUTPUT, "Output"},
    {OPTION_GENERAL, "General"},
};

void help_command(output *out, const command *c) {
  arena *a = out->scratch;
  text name = arena_printf(a, "carrel %s", c->name);
  layout_line(out, 0, arena_printf(a, "%.*s: %s", TEXT_ARG(name), c->summary), STYLE_PLAIN);
  add_examples(out, c);
  add_head(out, "Usage");
  text usage = arena_join(a, arena_join(a, name, TEXT(" "), TEXT("[OPTIONS]")), TEXT(" "),
                          text_of(c->arguments));
  layout_line(out, 2, usage, STYLE_PLAIN);
  if (c->details) {
    buffer_put(&out->bytes, "\n");
    layout_line(out, 2, text_of(c->details), STYLE_PLAIN);
  }
  add_group(out, "Options", c->options, OPTION_OWN);
  for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
    add_group(out, groups[i].head, common_options, groups[i].set & (c->groups | OPTION_GENERAL));
  buffer_put(&out->bytes, "\n");
  layout_line(out, 0, TEXT("Exit status: 0 found, 1 nothing found, 2 wrong use, 3 failure."),
              STYLE_PLAIN);
}

/* --- All of them --- */

static const char *const beginnings[] = {
    "carrel ingest pubmed-results.nbib",
    "carrel search '\"drug resistance\"[ti] AND 2019:2024[dp]'",
    "carrel similar 39821040",
};

void help_overview(output *out) {
  layout_line(out, 0, TEXT("carrel: your literature records in one file, searched offline"),
              STYLE_PLAIN);
  add_head(out, "Usage");
  layout_line(out, 2, TEXT("carrel [--db FILE] COMMAND [OPTIONS] [ARGUMENTS]"), STYLE_PLAIN);
  add_head(out, "To begin");
  for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
    layout_line(out, 2, text_of(beginnings[i]), STYLE_STRONG);
  add_head(out, "Commands");
  for (size_t i = 0; commands[i]; i++) {
    text name = arena_join(out->scratch, text_of(commands[i]->name), TEXT(" "),
                           text_of(commands[i]->arguments));
    add_row(out, name, text_of(commands[i]->summary));
  }
  add_group(out, "Options", program_options, OPTION_GENERAL);
  buffer_put(&out->bytes, "\n");
  layout_line(out, 0,
              TEXT("`carrel help COMMAND` or `carrel COMMAND -h` shows its examples and "
                   "options, `carrel help query` the query language."),
              STYLE_PLAIN);
}

static void write_help(output *out, const void *context) {
  if (!out->columns) out->columns = COLUMNS;
  if (out->columns > COLUMNS_MOST) out->columns = COLUMNS_MOST;
  const help_page *page = context;
  if (page->query) help_query(out);
  else if (page->command) help_command(out, page->command);
  else help_overview(out);
}

static exit_status print_page(const settings *set, help_page page) {
  error e;
  error_clear(&e);
  return printer_text(set, write_help, &page, &e) ? STATUS_FOUND : say_error(&e);
}

exit_status help_print(const settings *set, const command *c) {
  return print_page(set, (help_page){.command = c});
}

exit_status help_print_query(const settings *set) {
  return print_page(set, (help_page){.query = true});
}
