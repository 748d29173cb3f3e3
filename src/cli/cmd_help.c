/* carrel help: the overview, the page of one command, or that on queries. */
#include "cli/help.h"

static exit_status run(const call *c) {
  if (!c->count) return help_print(c->settings, NULL);
  if (text_equal(text_of(c->arguments[0]), TEXT("query"))) return help_print_query(c->settings);
  const command *about = command_named(text_of(c->arguments[0]));
  return about ? help_print(c->settings, about) : command_unknown(c->arguments[0]);
}

const command command_help = {
    .name = "help",
    .arguments = "[COMMAND | query]",
    .summary = "how the commands are used, and the query language",
    .examples = {{"carrel help search", "the options of `search`, with examples"},
                 {"carrel help query", "the query language in a page"}},
    .most = 1,
    .run = run,
};
