/* carrel help: the overview, or the page of one command. */
#include "cli/help.h"

static exit_status run(const call *c) {
  if (!c->count) return help_print(c->settings, NULL);
  const command *about = command_named(text_of(c->arguments[0]));
  return about ? help_print(c->settings, about) : command_unknown(c->arguments[0]);
}

const command command_help = {
    .name = "help",
    .arguments = "[COMMAND]",
    .summary = "how the commands are used",
    .examples = {{"carrel help search", "the options of `search`, with examples"}},
    .most = 1,
    .run = run,
};
