/* carrel stats: counts and sizes of the library. */
#include "base/json.h"
#include "cli/library.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "cli/table.h"

/* The numbers: key in JSON, label for people. */
static const struct {
  const char *key, *label;
  size_t offset;
} rows[] = {
    {"records", "Records", offsetof(library_stats, records)},
    {"stubs", "Known by identifier only", offsetof(library_stats, stubs)},
    {"with_abstract", "With an abstract", offsetof(library_stats, with_abstract)},
    {"with_mesh", "With MeSH headings", offsetof(library_stats, with_mesh)},
    {"links", "Links", offsetof(library_stats, links)},
    {"identifiers", "Identifiers", offsetof(library_stats, identifiers)},
    {"files", "Files taken in", offsetof(library_stats, files)},
    {"words", "Different words, by stem", offsetof(library_stats, words)},
    {"terms", "Terms of the index", offsetof(library_stats, terms)},
    {"segments", "Segments of the index", offsetof(library_stats, segments)},
    {"bytes", "Bytes on disk", offsetof(library_stats, bytes)},
};

enum { ROWS = sizeof rows / sizeof *rows, LABEL_WIDTH = 24, NUMBER_WIDTH = 15 };

typedef struct found {
  library_stats stats;
  const char *path;
} found;

static long long number_of(const library_stats *stats, size_t row) {
  const char *place = (const char *)stats + rows[row].offset;
  return *(const long long *)(const void *)place;
}

static void write_table(output *out, const void *context) {
  const found *f = context;
  arena *a = out->scratch;
  buffer *b = &out->bytes;
  layout_line(out, 0, text_of(f->path), STYLE_HEAD);
  for (size_t i = 0; i < ROWS; i++) {
    text number = table_number(number_of(&f->stats, i), a);
    buffer_printf(b, "%-*s%*.*s\n", LABEL_WIDTH, rows[i].label, NUMBER_WIDTH, TEXT_ARG(number));
  }
  if (f->stats.first_year)
    buffer_printf(b, "%-*s%*d-%d\n", LABEL_WIDTH, "Years", NUMBER_WIDTH - 5, f->stats.first_year,
                  f->stats.last_year);
}

static void write_json(output *out, const void *context) {
  const found *f = context;
  buffer *b = &out->bytes;
  buffer_put(b, "{");
  json_add_key(b, TEXT("library"));
  json_add_text(b, text_of(f->path));
  for (size_t i = 0; i < ROWS; i++) {
    json_add_key(b, text_of(rows[i].key));
    buffer_printf(b, "%lld", number_of(&f->stats, i));
  }
  buffer_printf(b, ",\"first_year\":%d,\"last_year\":%d}\n", f->stats.first_year,
                f->stats.last_year);
}

static exit_status run(const call *c) {
  library l = {0};
  found f;
  bool json = false;
  error e;
  error_clear(&e);
  if (!printer_own_format(c, &json)) return STATUS_USE;
  bool good = library_read(&l, c, &e) && search_stats(l.searcher, &f.stats, &e);
  if (good) {
    f.path = store_path(l.store);
    good = printer_text(c->settings, json ? write_json : write_table, &f, &e);
  }
  library_close(&l);
  return good ? STATUS_FOUND : say_error(&e);
}

const command command_stats = {
    .name = "stats",
    .arguments = "",
    .summary = "counts and sizes of the library",
    .examples = {{"carrel stats --json", "one object, for programs"}},
    .groups = OPTION_OUTPUT,
    .run = run,
};
