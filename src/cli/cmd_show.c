/* carrel show: whole records. */
#include "cli/arguments.h"
#include "cli/library.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "model/identifier.h"

/* Prints the record with this ID, if there is one; *shown counts. */
static bool show_one(const call *c, library *l, printer *p, identifier id, size_t *shown,
                     error *e) {
  answer found;
  arena a;
  arena_init(&a);
  bool good = search_show(l->searcher, id, &a, &found, e);
  if (good && !found.hits.count && !c->settings->quiet)
    say("%.*s is not in the library", TEXT_ARG(identifier_key(&a, id)));
  for (size_t i = 0; good && i < found.hits.count; i++) {
    found.hits.items[i].rank = ++*shown;
    good = printer_hit(p, &found.hits.items[i], e);
  }
  arena_finish(&a);
  return good;
}

static exit_status show(const call *c, library *l, const identifiers *ids) {
  printer p;
  error e;
  size_t shown = 0;
  error_clear(&e);
  bool good = printer_open(&p, c->settings, NULL, true, &e);
  for (size_t i = 0; good && i < ids->count; i++)
    good = show_one(c, l, &p, ids->items[i], &shown, &e);
  good = printer_close(&p, good, &e) && good;
  if (!good) return say_error(&e);
  return shown ? STATUS_FOUND : STATUS_NOTHING;
}

static exit_status run(const call *c) {
  identifiers ids;
  library l = {0};
  error e;
  error_clear(&e);
  if (!printer_writer(c->settings, NULL, &e) || !arguments_ids(c, &ids, &e))
    return say_use(c->command, "%s", e.message);
  exit_status status = library_read(&l, c, &e) ? show(c, &l, &ids) : say_error(&e);
  library_close(&l);
  return status;
}

const command command_show = {
    .name = "show",
    .arguments = "ID...",
    .summary = "whole records",
    .details =
        "An ID is a PMID, a DOI or scheme:value, like pmc:PMC6055010 or arxiv:2503.11731. "
        "\"-\" reads IDs from standard input, one a line.",
    .examples = {{"carrel show 39821040", "all that is known of one article"},
                 {"carrel show 10.1007/978-3-031-70875-6_24 --json", "the same for programs"}},
    .groups = OPTION_OUTPUT,
    .least = 1,
    .most = ANY_NUMBER,
    .run = run,
};
