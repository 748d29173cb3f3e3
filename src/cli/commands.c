/* The table of commands, and calling one. */
#include "cli/commands.h"

#include <stdio.h>

#include "base/nearest.h"
#include "cli/help.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "store/store.h"

const command *const commands[] = {
    &command_ingest,
    &command_search,
    &command_topic,
    &command_show,
    &command_similar,
    &command_citing,
    &command_references,
    &command_explain,
    &command_history,
    &command_saved,
    &command_export,
    &command_stats,
    &command_config,
    &command_files,
    &command_mesh,
    &command_check,
    &command_formats,
    &command_fields,
    &command_help,
    NULL,
};

const command *command_named(text name) {
  for (size_t i = 0; commands[i]; i++)
    if (text_equal(text_of(commands[i]->name), name)) return commands[i];
  return NULL;
}

exit_status command_unknown(const char *name) {
  nearest near = nearest_to(text_of(name));
  for (size_t i = 0; commands[i]; i++)
    nearest_offer(&near, text_of(commands[i]->name), commands[i]->name);
  if (near.name) say("no command \"%s\"; did you mean %s?", name, near.name);
  else say("no command \"%s\"; `carrel help` lists them", name);
  return STATUS_USE;
}

static void write_version(output *out, const void *context) {
  (void)context;
  buffer_printf(&out->bytes, "carrel %s\nSQLite %s\nlibrary schema %d\n", CARREL_VERSION,
                sqlite3_libversion(), STORE_SCHEMA_VERSION);
}

/* What is said without a command: the version, the overview, or that a command is missing. */
static exit_status without_command(const settings *set) {
  error e;
  error_clear(&e);
  if (set->help) return help_print(set, NULL);
  if (set->version)
    return printer_text(set, write_version, NULL, &e) ? STATUS_FOUND : say_error(&e);
  arena scratch;
  arena_init(&scratch);
  output out = {.columns = 80, .scratch = &scratch};
  help_overview(&out);
  fwrite(out.bytes.data, 1, out.bytes.size, stderr);
  buffer_finish(&out.bytes);
  arena_finish(&scratch);
  return STATUS_USE;
}

/* Whether there are as many arguments as the command takes; says so where not. */
static bool arguments_fit(const call *c) {
  if (c->count < c->command->least) {
    say_use(c->command, "%s is missing", c->command->arguments);
    return false;
  }
  if (c->count > c->command->most) {
    say_use(c->command, "\"%s\" is one argument too many", c->arguments[c->command->most]);
    return false;
  }
  return true;
}

static exit_status call_command(option_reader *r, const command *which, const settings *set,
                                arena *a) {
  error e;
  LIST_OF(const char *) arguments = {0};
  error_clear(&e);
  r->tables[0] = which->options;
  for (const char *next; (next = options_next(r, &e));) *list_push(a, &arguments) = next;
  if (e.kind) return say_use(which, "%s", e.message);
  if (arena_failed(a)) return say_error((error_memory(&e), &e));
  if (set->help) return help_print(set, which);
  call c = {which, set, arguments.items, arguments.count, a};
  return arguments_fit(&c) ? which->run(&c) : STATUS_USE;
}

int commands_main(char *const *arguments, size_t count) {
  settings set = {0};
  option_reader r = {.tables = {program_options, common_options},
                     .settings = &set,
                     .arguments = arguments,
                     .count = count};
  error e;
  error_clear(&e);
  const char *name = options_next(&r, &e);
  if (e.kind) return say_use(NULL, "%s", e.message);
  if (!name) return without_command(&set);
  const command *which = command_named(text_of(name));
  if (!which) return command_unknown(name);
  arena a;
  arena_init(&a);
  exit_status status = call_command(&r, which, &set, &a);
  arena_finish(&a);
  return status;
}
