/* Words of any bytes: in order, at places within the source, and stable when folded again. */
#include <stdlib.h>

#include "text/fold.h"
#include "text/scan.h"
#include "text/words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool condition) {
  if (!condition) abort();
}

/* Positions are dense, sources are in order, and joined forms follow their first part. */
static void check_order(words *w, text source) {
  word next, part = {.position = UINT32_MAX};
  require(words_start(w, source));
  while (words_next(w, &next)) {
    require(next.text.size > 0 && next.text.size <= WORD_LONGEST);
    require(next.from < next.to && next.to <= source.size && next.parts > 0);
    if (next.parts == 1) {
      require(next.position == part.position + 1 && next.from >= part.from && next.to >= part.to);
      part = next;
    } else {
      require(next.position == part.position && next.from == part.from && next.to >= part.to);
    }
  }
}

/* A word that is asked for as it was given gives itself. */
static void check_stability(words *w, words *again, text source) {
  word next, piece;
  buffer joined = {0};
  words_start(w, source);
  while (words_next(w, &next)) {
    if (next.text.data[0] == 0x1E) continue;
    buffer_clear(&joined);
    words_start(again, next.text);
    while (words_next(again, &piece))
      if (piece.parts == 1) buffer_add(&joined, piece.text);
    require(text_equal(buffer_text(&joined), next.text));
  }
  buffer_finish(&joined);
}

static void check_folding(text source) {
  buffer once = {0}, twice = {0};
  words_fold(&once, source, "-*");
  words_fold(&twice, buffer_text(&once), "-*");
  require(text_equal(buffer_text(&once), buffer_text(&twice)));
  buffer_finish(&once);
  buffer_finish(&twice);
}

/* The parts that one byte after the other gives. */
static void check_scan(text source) {
  fold f;
  scan s = {0};
  fold_init(&f);
  require(fold_make(&f, source));
  text folded = buffer_text(&f.text);
  require(scan_make(&s, folded.data, folded.size));
  size_t count = 0;
  for (size_t from = 0, to; from < folded.size; from = to) {
    scan_class class = scan_class_of(folded.data[from]);
    for (to = from + 1; to < folded.size && scan_class_of(folded.data[to]) == class;) to++;
    if (class < SCAN_SEPARATOR) continue;
    require(count < s.count && s.parts[count].start == from && s.parts[count].end == to);
    count++;
  }
  require(count == s.count);
  scan_finish(&s);
  fold_finish(&f);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  text source = {(const char *)data, size};
  words *w = words_create(), *again = words_create();
  require(w && again);
  check_order(w, source);
  check_stability(w, again, source);
  check_folding(source);
  check_scan(source);
  words_destroy(w);
  words_destroy(again);
  return 0;
}
