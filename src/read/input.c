/* Input: raw bytes pass a decoder, then, where a byte order mark says so, from UTF-16 to UTF-8,
 * into one buffer from which heads, bytes and lines are taken. */
#include "read/input.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "read/decoder.h"
#include "read/utf16.h"

/* How many bytes tell the encoding. */
enum { CHUNK = 256 * 1024, FIRST_BYTES = 8 };

/* The place of the next byte of its kind, or how far there is none: lines are found without
 * looking at any byte twice. */
typedef struct mark {
  char byte;
  size_t at;
} mark;

struct input {
  source source;
  const decoder *decoder;
  void *decoding;
  bool wide; /* the decoded bytes are UTF-16 */
  utf16 units;
  buffer raw;   /* UTF-16 on its way into `bytes` */
  buffer bytes; /* what has been decoded; taken up to `start` */
  size_t start;
  bool ended;
  mark line_feed, carriage_return;
  bool peeked; /* `line` has been shown and not been taken */
  text line;
  unsigned long line_number;
  bool limited, whole; /* see input_begin_record and input_read_whole */
  size_t record_size;  /* what has been taken of the record */
  arena repairs;       /* the line, where it had to be changed */
  const char *repair;  /* see input_repair */
  unsigned long repaired_line;
};

/* Filling the buffer */

static void input_fail(input *in, error_kind kind, const char *what) {
  source_fail(&in->source, kind, what);
  in->ended = true;
}

static size_t decode_into(input *in, buffer *out) {
  if (!buffer_reserve(out, CHUNK)) {
    input_fail(in, ERROR_MEMORY, "out of memory");
    return 0;
  }
  size_t got = in->decoder->read(in->decoding, &in->source, out->data + out->size, CHUNK);
  out->size += got;
  return got;
}

static void mark_shift(mark *m, size_t by) { m->at = m->at > by ? m->at - by : 0; }

/* Moves what has not been taken to the front of the buffer. */
static void input_compact(input *in) {
  if (!in->start) return;
  in->bytes.size -= in->start;
  memmove(in->bytes.data, in->bytes.data + in->start, in->bytes.size);
  mark_shift(&in->line_feed, in->start);
  mark_shift(&in->carriage_return, in->start);
  in->start = 0;
}

static void widen(input *in) {
  utf16_decode(&in->units, buffer_text(&in->raw), &in->bytes);
  if (in->ended) utf16_finish(&in->units, &in->bytes);
  buffer_clear(&in->raw);
  if (in->bytes.failed) input_fail(in, ERROR_MEMORY, "out of memory");
}

/* Reads more, behind what there is; false at the end. */
static bool input_fill(input *in) {
  if (in->ended) return false;
  input_compact(in);
  size_t got = decode_into(in, in->wide ? &in->raw : &in->bytes);
  if (!got) in->ended = true;
  if (in->wide) widen(in);
  return got > 0;
}

static text input_rest(const input *in) {
  return text_slice(buffer_text(&in->bytes), in->start, in->bytes.size);
}

/* Counts what is taken; false where that is more than a record can have. */
static bool input_count(input *in, size_t taken) {
  in->record_size += taken;
  if (!in->limited) return true;
  if (in->record_size <= (in->whole ? INPUT_LARGEST_WHOLE : INPUT_LONGEST_RECORD)) return true;
  input_fail(in, ERROR_INPUT,
             in->whole ? "larger than 256 MiB, and this format can only be read as a whole"
                       : "a record is longer than 64 MiB");
  return false;
}

void input_begin_record(input *in) {
  in->limited = true;
  in->record_size = 0;
}

void input_read_whole(input *in) { in->whole = true; }

/* Opening and closing */

/* Whether the text is UTF-16 without a mark: four ASCII characters, each with a zero byte, at
 * `zero` of each pair. */
static bool is_wide(text first, size_t zero) {
  if (first.size < FIRST_BYTES) return false;
  for (size_t i = 0; i < FIRST_BYTES; i += 2) {
    char other = first.data[i + 1 - zero];
    if (first.data[i + zero] || other < '\t' || other == 0x7F) return false;
  }
  return true;
}

/* Drops a byte order mark; one of UTF-16 turns the bytes read so far, and all later, to UTF-8. */
static void take_byte_order_mark(input *in) {
  while (in->bytes.size < FIRST_BYTES && input_fill(in)) continue;
  text first = input_rest(in);
  if (text_starts(first, UTF8_BOM)) in->start = UTF8_BOM.size;
  bool mark = text_starts(first, TEXT("\xFE\xFF")) || text_starts(first, TEXT("\xFF\xFE"));
  in->units.big_endian = text_starts(first, TEXT("\xFE\xFF")) || is_wide(first, 0);
  in->wide = mark || in->units.big_endian || is_wide(first, 1);
  if (!in->wide) return;
  buffer_add(&in->raw, text_slice(first, mark ? 2 : 0, first.size));
  if (in->raw.failed) input_fail(in, ERROR_MEMORY, "out of memory");
  buffer_clear(&in->bytes);
  widen(in);
}

static input *input_start(input *in, error *e) {
  in->decoder = decoder_find(&in->source);
  in->line_feed.byte = '\n';
  in->carriage_return.byte = '\r';
  arena_init(&in->repairs);
  if (in->decoder->open(&in->decoding)) {
    take_byte_order_mark(in);
    return in;
  }
  input_close(in);
  error_memory(e);
  return NULL;
}

input *input_open(const char *path, error *e) {
  input *in = calloc(1, sizeof *in);
  if (!in) {
    error_memory(e);
    return NULL;
  }
  if (source_open(&in->source, path, e)) return input_start(in, e);
  free(in);
  return NULL;
}

input *input_of_stream(stream from, const char *name, error *e) {
  input *in = calloc(1, sizeof *in);
  if (!in) {
    error_memory(e);
    return NULL;
  }
  if (source_of_stream(&in->source, from, name, e)) return input_start(in, e);
  free(in);
  return NULL;
}

input *input_of_text(text bytes, const char *name, error *e) {
  input *in = calloc(1, sizeof *in);
  if (!in) {
    error_memory(e);
    return NULL;
  }
  source_of_text(&in->source, bytes, name);
  return input_start(in, e);
}

void input_close(input *in) {
  if (!in) return;
  in->decoder->close(in->decoding);
  source_close(&in->source);
  buffer_finish(&in->raw);
  buffer_finish(&in->bytes);
  arena_finish(&in->repairs);
  free(in);
}

/* Heads and bytes */

const char *input_name(const input *in) { return in->source.name; }

text input_head(input *in) {
  while (in->bytes.size - in->start < INPUT_HEAD && input_fill(in)) continue;
  return text_slice(input_rest(in), 0, INPUT_HEAD);
}

size_t input_read(input *in, char *bytes, size_t size) {
  if (in->start == in->bytes.size) input_fill(in);
  text piece = text_slice(input_rest(in), 0, size);
  if (piece.size) memcpy(bytes, piece.data, piece.size);
  in->start += piece.size;
  return input_count(in, piece.size) ? piece.size : 0;
}

/* Lines */

/* Where the next byte of this kind stands at or behind the start; bytes.size: nowhere yet. */
static size_t mark_find(const input *in, mark *m) {
  size_t size = in->bytes.size;
  if (m->at < in->start) m->at = in->start;
  if (m->at >= size || in->bytes.data[m->at] == m->byte) return m->at;
  const char *hit = memchr(in->bytes.data + m->at, m->byte, size - m->at);
  return m->at = hit ? (size_t)(hit - in->bytes.data) : size;
}

/* The end of the line that begins at the start; false at the end of the input. */
static bool find_line_end(input *in, size_t *end) {
  for (;;) {
    size_t feed = mark_find(in, &in->line_feed), back = mark_find(in, &in->carriage_return);
    *end = feed < back ? feed : back;
    if (*end - in->start > INPUT_LONGEST_LINE) {
      input_fail(in, ERROR_INPUT, "a line is longer than 64 MiB");
      return false;
    }
    /* Behind a CR that ends the buffer there may come its LF. */
    bool sure = feed < back || back + 1 < in->bytes.size;
    if (sure || in->ended) break;
    input_fill(in);
  }
  return *end < in->bytes.size || (*end > in->start && !in->source.failed);
}

/* A NUL in a text is no character of it, but hiding what follows it would be worse. */
static text replace_nuls(input *in, text line) {
  buffer whole = {0};
  text piece;
  for (bool first = true; text_take_until(&line, '\0', &piece); first = false) {
    if (!first) utf8_add(&whole, UTF8_REPLACEMENT);
    buffer_add(&whole, piece);
  }
  if (whole.failed) in->repairs.failed = true;
  text copy = arena_text(&in->repairs, buffer_text(&whole));
  buffer_finish(&whole);
  return copy;
}

static void note_repair(input *in, const char *what) {
  if (in->repair) return;
  in->repair = what;
  in->repaired_line = in->line_number + 1;
}

static bool next_line(input *in) {
  size_t end;
  if (!find_line_end(in, &end)) return false;
  text whole = buffer_text(&in->bytes);
  in->line = text_slice(whole, in->start, end);
  bool pair = text_starts(text_slice(whole, end, whole.size), TEXT("\r\n"));
  in->start = end + 1 + pair;
  if (in->start > whole.size) in->start = whole.size;
  arena_reset(&in->repairs);
  bool repaired, nul = text_find_byte(in->line, '\0') != TEXT_NONE;
  in->line = utf8_repair(&in->repairs, in->line, &repaired);
  if (nul) in->line = replace_nuls(in, in->line);
  if (repaired) note_repair(in, "not UTF-8 here, and read as Windows-1252");
  if (nul) note_repair(in, "NUL bytes here, in the place of which U+FFFD stands now");
  if (!arena_failed(&in->repairs)) return true;
  input_fail(in, ERROR_MEMORY, "out of memory");
  return false;
}

bool input_peek_line(input *in, text *line) {
  if (!in->peeked) in->peeked = next_line(in);
  if (in->peeked) *line = in->line;
  return in->peeked;
}

bool input_line(input *in, text *line) {
  if (!input_peek_line(in, line)) return false;
  in->peeked = false;
  in->line_number++;
  return input_count(in, line->size + 1);
}

unsigned long input_line_number(const input *in) { return in->line_number; }

/* State */

const char *input_repair(const input *in, unsigned long *line) {
  *line = in->repaired_line;
  return in->repair;
}

bool input_error(const input *in, error *e) {
  if (!in->source.failed) return false;
  error_set(e, in->source.error.kind, "%s", in->source.error.message);
  error_at(e, in->source.name, in->line_number);
  return true;
}

void input_progress(const input *in, long long *taken, long long *size) {
  *taken = in->source.taken;
  *size = in->source.size;
}

void input_digest(input *in, digest_text hex) { source_digest(&in->source, hex); }

void input_digest_of_file(const char *path, digest_text hex) {
  error e;
  hex[0] = 0;
  input *in = input_open(path, &e);
  if (in) input_digest(in, hex);
  input_close(in);
}
