/* carrel check: whether the library is whole, and making its indexes anew. */
#include "index/check.h"

#include "base/json.h"
#include "cli/library.h"
#include "cli/printer.h"
#include "cli/progress.h"
#include "cli/say.h"
#include "write/layout.h"

static const option options[] = {
    {0, "repair", NULL, "make the indexes anew from the records if anything is wrong", OPTION_OWN,
     option_set_flag, offsetof(settings, repair)},
    OPTIONS_END,
};

typedef struct result {
  const char *path;
  texts faults;
} result;

static void write_text(output *out, const void *context) {
  const result *r = context;
  for (size_t i = 0; i < r->faults.count; i++) layout_line(out, 0, r->faults.items[i], STYLE_PLAIN);
  if (!r->faults.count)
    layout_line(out, 0, arena_printf(out->scratch, "%s is whole", r->path), STYLE_PLAIN);
}

static void write_json(output *out, const void *context) {
  const result *r = context;
  buffer *b = &out->bytes;
  buffer_put(b, "{\"library\":");
  json_add_text(b, text_of(r->path));
  buffer_add(b, r->faults.count ? TEXT(",\"whole\":false") : TEXT(",\"whole\":true"));
  buffer_put(b, ",\"faults\":[");
  for (size_t i = 0; i < r->faults.count; i++) {
    json_add_comma(b);
    json_add_text(b, r->faults.items[i]);
  }
  buffer_put(b, "]}\n");
}

static void on_articles(void *context, long long articles) { progress_count(context, articles); }

/* Checks, and with --repair makes the indexes anew where that is needed, and checks again. */
static bool check(const call *c, store *s, result *r, error *e) {
  progress line = {.active = terminal_is(2) && !c->settings->quiet};
  check_watch watch = {&line, on_articles};
  bool good = library_check(s, &watch, c->arena, &r->faults, e);
  if (good && r->faults.count && c->settings->repair) {
    r->faults.count = 0;
    good = library_reindex(s, &watch, e) && library_check(s, &watch, c->arena, &r->faults, e);
  }
  progress_clear(&line);
  return good;
}

static exit_status run(const call *c) {
  result r = {0};
  bool json = false;
  error e;
  error_clear(&e);
  if (!printer_own_format(c, &json)) return STATUS_USE;
  r.path = library_find(c, &e);
  store *s = r.path ? store_open(r.path, STORE_READ, &e) : NULL;
  bool good = s && check(c, s, &r, &e);
  store_close(s);
  good = good && printer_text(c->settings, json ? write_json : write_text, &r, &e);
  if (!good) return say_error(&e);
  return r.faults.count ? STATUS_FAILURE : STATUS_FOUND;
}

const command command_check = {
    .name = "check",
    .arguments = "",
    .summary = "whether the library is whole",
    .details =
        "The database is checked, and the indexes are compared with the records. What the "
        "indexes hold can always be made anew; the records themselves cannot: if they are "
        "damaged, take the files in again.",
    .examples = {{"carrel check", "what is wrong, if anything"},
                 {"carrel check --repair", "make the indexes anew if anything is wrong"}},
    .groups = OPTION_OUTPUT,
    .options = options,
    .run = run,
};
