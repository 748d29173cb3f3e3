/* carrel history: what has been asked of the library. */
#include "base/json.h"
#include "cli/library.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "cli/table.h"
#include "cli/verbs.h"
#include "store/history.h"

/* Columns: of the number, of how many records were found. */
enum { NUMBER = 5, RECORDS = 12 };

/* --- Writing --- */

static void write_text(output *out, const void *context) {
  const past_searches *all = context;
  arena *a = out->scratch;
  for (size_t i = 0; i < all->count; i++) {
    const past_search *one = &all->items[i];
    text number = arena_printf(a, "#%lld", one->number);
    text lead = arena_printf(a, "%*.*s%*.*s  ", NUMBER, TEXT_ARG(number), RECORDS,
                             TEXT_ARG(table_number(one->found, a)));
    layout l;
    layout_begin(&l, out, lead, lead.size);
    layout_add(&l, one->typed, one->found ? STYLE_PLAIN : STYLE_WARNING);
    layout_space(&l, 2);
    layout_add_unbroken(&l, one->asked, STYLE_FAINT);
    layout_end(&l);
  }
}

static void add_text(buffer *b, const char *key, text value) {
  json_add_key(b, text_of(key));
  json_add_text(b, value);
}

static void add_number(buffer *b, const char *key, long long value) {
  json_add_key(b, text_of(key));
  buffer_printf(b, "%lld", value);
}

static void write_json(output *out, const void *context) {
  const past_searches *all = context;
  buffer *b = &out->bytes;
  for (size_t i = 0; i < all->count; i++) {
    const past_search *one = &all->items[i];
    buffer_put(b, "{");
    add_number(b, "number", one->number);
    add_text(b, "query", one->typed);
    add_text(b, "syntax", one->dialect);
    add_text(b, "details", one->details);
    add_number(b, "records", one->found);
    add_text(b, "time", one->asked);
    add_number(b, "library_records", one->records);
    buffer_put(b, "}\n");
  }
}

/* In the columns of the history that PubMed lets one download. */
static void write_csv(output *out, const void *context) {
  const past_searches *all = context;
  buffer *b = &out->bytes;
  buffer_put(b, "Search number,Query,Sort By,Filters,Search Details,Results,Time\n");
  for (size_t i = 0; i < all->count; i++) {
    const past_search *one = &all->items[i];
    buffer_printf(b, "%lld,", one->number);
    table_add_csv(b, one->typed);
    buffer_put(b, ",,,");
    table_add_csv(b, one->details);
    buffer_printf(b, ",%lld,%.*s\n", one->found, TEXT_ARG(one->asked));
  }
}

/* --- Choosing --- */

static void turn_around(past_searches *all) {
  for (size_t i = 0; i < all->count / 2; i++) {
    past_search kept = all->items[i];
    all->items[i] = all->items[all->count - 1 - i];
    all->items[all->count - 1 - i] = kept;
  }
}

/* Newest first, as PubMed shows them, unless --reverse; then those of --offset and --limit. */
static void choose(const settings *set, past_searches *all) {
  size_t skipped = (size_t)set->offset < all->count ? (size_t)set->offset : all->count;
  if (!set->reverse) turn_around(all);
  all->items += skipped, all->count -= skipped;
  if (set->limit_given && set->limit < all->count) all->count = set->limit;
}

static exit_status list(const call *c) {
  static const printer_form forms[] = {
      {"text", write_text}, {"jsonl", write_json}, {"csv", write_csv}, {NULL, NULL}};
  const printer_form *form = printer_form_of(c, forms);
  past_searches all = {0};
  library l = {0};
  error e;
  error_clear(&e);
  if (!form) return STATUS_USE;
  bool good = library_read(&l, c, &e) && history_all(l.store, &all, c->arena, &e);
  library_close(&l);
  bool any = all.count > 0;
  if (good) choose(c->settings, &all);
  good = good && printer_text(c->settings, form->write, &all, &e);
  if (!good) return say_error(&e);
  if (!any && !c->settings->quiet) say("nothing has been searched for yet");
  return any ? STATUS_FOUND : STATUS_NOTHING;
}

static exit_status clear(const call *c) {
  library l = {0};
  error e;
  error_clear(&e);
  bool good = library_find(c, &e) && library_write(&l, c, &e) && history_clear(l.store, &e);
  library_close(&l);
  return good ? STATUS_FOUND : say_error(&e);
}

static exit_status run(const call *c) {
  static const verb verbs[] = {{"clear", "", 0, 0, clear}, {NULL, NULL, 0, 0, NULL}};
  return c->count ? verbs_run(c, verbs) : list(c);
}

const command command_history = {
    .name = "history",
    .arguments = "[clear]",
    .summary = "what has been searched for, newest first",
    .details =
        "Each search has a number by which later ones can refer to it: #1 AND #2 asks both again. "
        "--format csv writes the columns that PubMed's own download of its history has. `clear` "
        "forgets it all. What stands in a library that cannot be written to stays as it is.",
    .examples = {{"carrel history -n 10", "the last ten searches"},
                 {"carrel history --format csv -o searches.csv", "for the appendix of a review"}},
    .groups = OPTION_RESULTS | OPTION_OUTPUT,
    .most = ANY_NUMBER,
    .run = run,
};
