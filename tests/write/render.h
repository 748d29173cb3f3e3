/* What the suites of writers share: records out of JSON, and hits rendered into one text. */
#ifndef CARREL_TESTS_WRITE_RENDER_H
#define CARREL_TESTS_WRITE_RENDER_H

#include "model/record_json.h"
#include "support.h"
#include "write/writers.h"

/* How to render; zeros are a list without colours and without an end to lines. */
typedef struct render_options {
  size_t columns;
  bool color, whole;
} render_options;

/* A record in the arena out of the JSON of model/record_json.h. */
static inline record *record_of(const char *json, arena *a) {
  error e;
  error_clear(&e);
  record *r = arena_new(a, record);
  record_init(r, a);
  ck_assert_msg(record_json_read(r, text_of(json), &e), "%s in %s", e.message, json);
  return r;
}

/* A hit of the library on a record out of JSON. */
static inline hit hit_of(const char *json, size_t rank, arena *a) {
  return (hit){.rank = rank, .score = 1, .record = record_of(json, a), .in_library = true};
}

/* What the writer makes of the hits, in the arena. */
static inline text render(const writer *w, const hit *hits, size_t count, render_options options,
                          arena *a) {
  arena scratch;
  arena_init(&scratch);
  output out = {.columns = options.columns,
                .color = options.color,
                .whole = options.whole,
                .scratch = &scratch,
                .lasting = a};
  if (w->begin) w->begin(&out);
  for (size_t i = 0; i < count; i++) {
    w->hit(&out, &hits[i]);
    out.count++;
    out.group = hits[i].group;
    ck_assert(!arena_failed(&scratch));
    arena_reset(&scratch);
  }
  if (w->end) w->end(&out);
  ck_assert(!out.bytes.failed);
  text whole = arena_text(a, buffer_text(&out.bytes));
  buffer_finish(&out.bytes);
  arena_finish(&scratch);
  return whole;
}

#endif
