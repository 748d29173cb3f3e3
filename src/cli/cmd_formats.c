/* carrel formats: what can be read and written, out of the tables of readers and writers. */
#include "base/json.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "cli/table.h"
#include "read/readers.h"

/* A format is often both read and written: one row for both. */
typedef struct row {
  const char *name, *summary;
  bool reads, writes;
} row;

static row row_of_reader(const reader *r) {
  return (row){r->name, r->summary, true, writer_named(text_of(r->name)) != NULL};
}

static row row_of_writer(const writer *w) { return (row){w->name, w->summary, false, true}; }

static void add_row(output *out, row r) {
  static const size_t places[] = {0, 14, 28};
  static const char *const ways[] = {"", "write", "read", "read, write"};
  text cells[] = {text_of(r.name), text_of(ways[r.reads * 2 + r.writes]), text_of(r.summary)};
  table_row(out, cells, places, 3);
}

static void add_json(output *out, row r) {
  buffer *b = &out->bytes;
  buffer_put(b, "{");
  json_add_key(b, TEXT("format"));
  json_add_text(b, text_of(r.name));
  json_add_key(b, TEXT("summary"));
  json_add_text(b, text_of(r.summary));
  buffer_printf(b, ",\"reads\":%s,\"writes\":%s}\n", r.reads ? "true" : "false",
                r.writes ? "true" : "false");
}

static void write_rows(output *out, const void *context) {
  void (*add)(output *, row) = *(const bool *)context ? add_json : add_row;
  for (size_t i = 0; readers[i]; i++) add(out, row_of_reader(readers[i]));
  for (size_t i = 0; writers[i]; i++)
    if (!reader_named(text_of(writers[i]->name))) add(out, row_of_writer(writers[i]));
}

static exit_status run(const call *c) {
  error e;
  error_clear(&e);
  bool json = false;
  if (!printer_own_format(c, &json)) return STATUS_USE;
  return printer_text(c->settings, write_rows, &json, &e) ? STATUS_FOUND : say_error(&e);
}

const command command_formats = {
    .name = "formats",
    .arguments = "",
    .summary = "the formats that can be read and written",
    .examples = {{"carrel formats", "names for --format, and what each of them is"}},
    .groups = OPTION_OUTPUT,
    .run = run,
};
