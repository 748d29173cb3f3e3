/* carrel formats: what can be read and written, out of the tables of readers and writers. */
#include "base/json.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "cli/table.h"
#include "read/readers.h"

/* A format is often both read and written; what it carries then may differ. */
typedef struct format {
  const char *name, *summary;
  const reader *reader; /* NULL: it is not read */
  const writer *writer; /* NULL: it is not written */
} format;

/* The next format, readers first; false at the end. */
static bool next_format(size_t *place, format *f) {
  size_t read = 0;
  while (readers[read]) read++;
  if (*place < read) {
    const reader *r = readers[(*place)++];
    *f = (format){r->name, r->summary, r, writer_named(text_of(r->name))};
    return true;
  }
  const writer *w;
  while ((w = writers[*place - read])) {
    ++*place;
    *f = (format){w->name, w->summary, NULL, w};
    if (!reader_named(text_of(w->name))) return true;
  }
  return false;
}

static void write_text(output *out, const void *context) {
  (void)context;
  format f;
  size_t widest = 0;
  for (size_t place = 0; next_format(&place, &f);)
    if (text_of(f.name).size > widest) widest = text_of(f.name).size;
  for (size_t place = 0; next_format(&place, &f);) {
    const size_t name[] = {0, widest + 2}, below[] = {2, widest + 2};
    if (out->bytes.size) buffer_put(&out->bytes, "\n");
    table_row(out, (text[]){text_of(f.name), text_of(f.summary)}, name, 2);
    if (f.reader) table_row(out, (text[]){TEXT("read"), text_of(f.reader->carries)}, below, 2);
    if (f.writer) table_row(out, (text[]){TEXT("written"), text_of(f.writer->carries)}, below, 2);
  }
}

static void add_member(buffer *b, const char *key, const char *value) {
  json_add_key(b, text_of(key));
  if (value) json_add_text(b, text_of(value));
  else buffer_put(b, "null");
}

static void write_json(output *out, const void *context) {
  (void)context;
  format f;
  buffer *b = &out->bytes;
  for (size_t place = 0; next_format(&place, &f);) {
    buffer_put(b, "{");
    add_member(b, "format", f.name);
    add_member(b, "summary", f.summary);
    add_member(b, "read", f.reader ? f.reader->carries : NULL);
    add_member(b, "written", f.writer ? f.writer->carries : NULL);
    buffer_put(b, "}\n");
  }
}

static exit_status run(const call *c) {
  error e;
  error_clear(&e);
  bool json = false;
  if (!printer_own_format(c, &json)) return STATUS_USE;
  return printer_text(c->settings, json ? write_json : write_text, NULL, &e) ? STATUS_FOUND
                                                                             : say_error(&e);
}

const command command_formats = {
    .name = "formats",
    .arguments = "",
    .summary = "the formats that can be read and written",
    .examples = {{"carrel formats", "names for --format, and what each of them is"}},
    .details =
        "Below each format stands what of a record it can carry when it is read or written. "
        "What goes out in a format and comes in again is the same record in all that the format "
        "can hold. `ingest` tells formats from their content; all other commands take --format. "
        "With --json, null is what cannot be done.",
    .groups = OPTION_OUTPUT,
    .run = run,
};
