/* Writing the report. */
#include "cli/report.h"

#include "base/json.h"
#include "base/utf8.h"

bool report_open(report *r, const char *path, error *e) {
  error_clear(&r->error);
  if (!path) return true;
  r->open = true;
  return sink_open(&r->sink, path, false, e);
}

static void add_text(buffer *b, const char *key, const char *value) {
  arena a;
  bool repaired;
  arena_init(&a);
  json_add_key(b, text_of(key));
  json_add_text(b, utf8_repair(&a, text_of(value), &repaired));
  arena_finish(&a);
}

void report_add(report *r, const error *diagnosis, const char *kind) {
  if (!r->open || r->error.kind != ERROR_NONE) return;
  buffer line = {0};
  buffer_put(&line, "{");
  add_text(&line, "file", diagnosis->file);
  json_add_key(&line, TEXT("line"));
  if (diagnosis->line) buffer_printf(&line, "%lu", diagnosis->line);
  else buffer_put(&line, "null");
  add_text(&line, "kind", kind);
  add_text(&line, "message", diagnosis->message);
  buffer_put(&line, "}\n");
  if (line.failed) error_memory(&r->error);
  else sink_write(&r->sink, buffer_text(&line), &r->error);
  buffer_finish(&line);
}

bool report_close(report *r, bool keep, error *e) {
  if (!r->open) return true;
  error closing;
  error_clear(&closing);
  bool written = r->error.kind == ERROR_NONE;
  bool closed = sink_close(&r->sink, keep && written, &closing);
  if (written && closed) return true;
  *e = written ? closing : r->error;
  return false;
}
