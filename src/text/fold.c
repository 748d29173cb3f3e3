/* Folding a text: ASCII eight bytes at a time, everything else character by character. */
#include "text/fold.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "text/scan.h"

/* A word in Greek has more letters than this; fewer are symbols, as in "TNF-alpha". */
enum { GREEK_SYMBOLS_MOST = 3 };

enum { STRIDE = 32 };

typedef struct walk {
  fold *f;
  text source, rest;
  letter_kind last;
  bool greek_word;     /* whether the Greek letters that we are among are a word */
  uint32_t composable; /* the code point at the end, where a mark may join it; else 0 */
  size_t composable_at;
  letter one; /* used in place of a cache */
} walk;

void fold_init(fold *f) {
  *f = (fold){0};
  arena_init(&f->memory);
}

void fold_finish(fold *f) {
  buffer_finish(&f->text);
  arena_finish(&f->memory);
  fold_init(f);
}

/* --- Where bytes come from --- */

static void anchor_set(fold *f, size_t source, size_t folded, bool stretched) {
  fold_anchor *last = f->anchors.count ? &f->anchors.items[f->anchors.count - 1] : NULL;
  if (!last || last->folded != folded) last = list_push(&f->memory, &f->anchors);
  *last = (fold_anchor){.folded = folded, .source = source, .stretched = stretched};
}

/* The character that stands in the folded text from `at` on, and ended at `end`, has been joined by
 * another one, which ends at `to` in the source. */
static void anchor_joined(fold *f, size_t at, size_t end, size_t from, size_t to) {
  fold_anchor *last = &f->anchors.items[f->anchors.count - 1];
  if (last->folded == end) {
    *last = (fold_anchor){.folded = f->text.size, .source = to};
  } else {
    anchor_set(f, from - (end - at), at, true);
    anchor_set(f, to, f->text.size, false);
  }
}

/* A character that left nothing belongs to the one before it. */
static void anchor_vanished(fold *f, size_t from, size_t to) {
  size_t end = f->text.size, at = end;
  while (at > 0 && (f->text.data[--at] & 0xC0) == 0x80) continue;
  anchor_joined(f, at, end, from, to);
}

static size_t anchor_find(const fold *f, size_t anchor, size_t folded) {
  while (anchor + 1 < f->anchors.count && f->anchors.items[anchor + 1].folded <= folded) anchor++;
  return anchor;
}

fold_stretch fold_begin(const fold *f) {
  return (fold_stretch){.end = f->anchors.count ? 0 : SIZE_MAX};
}

void fold_origin(const fold *f, fold_stretch *near, size_t from, size_t to, size_t *source_from,
                 size_t *source_to) {
  *source_from = from;
  *source_to = to;
  if (!f->anchors.count) return;
  const fold_anchor *anchors = f->anchors.items;
  near->anchor = anchor_find(f, near->anchor, from);
  size_t at = anchor_find(f, near->anchor, to - 1);
  const fold_anchor *first = &anchors[near->anchor], *last = &anchors[at];
  *source_from = first->source + (first->stretched ? 0 : from - first->folded);
  *source_to = last->stretched ? last[1].source : last->source + (to - last->folded);
  at = anchor_find(f, at, to);
  near->shift = anchors[at].source - anchors[at].folded;
  near->end = anchors[at].stretched       ? 0
              : at + 1 < f->anchors.count ? anchors[at + 1].folded
                                          : SIZE_MAX;
}

/* --- ASCII --- */

static uint8_t lower(uint8_t byte) {
  return (uint8_t)(byte + ((uint8_t)(byte - 'A') < 26) * ('a' - 'A') + (byte == 0));
}

/* Copies the ASCII at the front in lower case, and 1 for 0; there must be room. The loops of
 * constant length become vector instructions. */
static size_t copy_ascii(char *to, text from) {
  size_t done = 0;
  for (; done + STRIDE <= from.size; done += STRIDE) {
    uint8_t bytes[STRIDE], high = 0;
    memcpy(bytes, from.data + done, STRIDE);
    for (int i = 0; i < STRIDE; i++) high |= bytes[i];
    if (high & 0x80) break;
    for (int i = 0; i < STRIDE; i++) bytes[i] = lower(bytes[i]);
    memcpy(to + done, bytes, STRIDE);
  }
  for (; done < from.size && !(from.data[done] & 0x80); done++)
    to[done] = (char)lower((uint8_t)from.data[done]);
  return done;
}

static void add_ascii(walk *w) {
  fold *f = w->f;
  char separator = letter_between(w->last, letter_kind_of_ascii(w->rest.data[0]));
  if (!buffer_reserve(&f->text, w->rest.size + 1)) return;
  if (separator) {
    buffer_add_byte(&f->text, separator);
    anchor_set(f, w->source.size - w->rest.size, f->text.size, false);
  }
  size_t size = copy_ascii(f->text.data + f->text.size, w->rest);
  f->text.size += size;
  w->rest = text_slice(w->rest, size, w->rest.size);
  w->last = letter_kind_of_ascii(f->text.data[f->text.size - 1]);
  w->composable = 0;
}

/* --- Everything else --- */

static const letter *look_up(walk *w, uint32_t code) {
  letter *l = w->f->cache ? &w->f->cache[(code ^ code >> 7) % FOLD_CACHE] : &w->one;
  if (l->code != code) letter_fold(code, l);
  return l;
}

static bool is_greek(letter_kind kind) { return kind >= KIND_GREEK && kind <= KIND_GREEK_WORD; }

/* Whether a run of Greek letters is a word rather than symbols. */
static bool is_greek_word(walk *w, text run) {
  size_t letters = 0;
  while (run.size && run.data[0] & 0x80 && letters <= GREEK_SYMBOLS_MOST) {
    const letter *l = look_up(w, utf8_take(&run));
    if (is_greek(l->first) && l->only) letters++;
    else if (l->size) break;
  }
  return letters > GREEK_SYMBOLS_MOST;
}

/* A mark that makes one character of itself and the one before, as Unicode composes them. */
static bool compose(walk *w, uint32_t mark) {
  utf8proc_int32_t pair[] = {(utf8proc_int32_t)w->composable, (utf8proc_int32_t)mark};
  if (!w->composable || !mark) return false;
  if (utf8proc_normalize_utf32(pair, 2, UTF8PROC_COMPOSE | UTF8PROC_STABLE) != 1) return false;
  w->composable = (uint32_t)pair[0];
  w->f->text.size = w->composable_at;
  utf8_add(&w->f->text, w->composable);
  return true;
}

static void add_bytes(walk *w, text bytes, letter_kind first, letter_kind last, uint32_t only) {
  buffer *out = &w->f->text;
  char separator = letter_between(w->last, first);
  if (separator) buffer_add_byte(out, separator);
  w->composable = only;
  w->composable_at = out->size;
  buffer_add(out, bytes);
  if (last != KIND_MARK) w->last = last;
  else if (w->last != KIND_SINGLE) w->last = KIND_LETTER;
}

static void add_greek(walk *w, uint32_t code) {
  char bytes[4];
  text encoded = {bytes, utf8_encode(code, bytes)};
  add_bytes(w, encoded, KIND_GREEK_WORD, KIND_GREEK_WORD, 0);
}

/* The German letter never begins a word: where no letter stands before it, beta is meant. */
static uint32_t sharp_s_or_beta(const walk *w, uint32_t code) {
  bool begins = w->last == KIND_NONE || w->last == KIND_DIGIT || w->last == KIND_RAISED;
  return (code == 0xDF || code == 0x1E9E) && begins ? 0x3B2 : code;
}

static void add_character(walk *w) {
  fold *f = w->f;
  text here = w->rest;
  size_t from = w->source.size - here.size, folded = f->text.size;
  uint32_t code = sharp_s_or_beta(w, utf8_take(&w->rest));
  size_t to = w->source.size - w->rest.size;
  if (is_greek(look_up(w, code)->first) && !is_greek(w->last))
    w->greek_word = is_greek_word(w, here);
  const letter *l = look_up(w, code);
  if (!l->size) {
    anchor_vanished(f, from, to);
  } else if (l->first == KIND_MARK && compose(w, l->only)) {
    anchor_joined(f, w->composable_at, folded, from, to);
  } else {
    if (is_greek(l->first) && l->only && w->greek_word) add_greek(w, l->only);
    else add_bytes(w, (text){l->bytes, l->size}, l->first, l->last, l->only);
    /* One character that is as long as before moves nothing. */
    if (l->only && f->text.size - folded == to - from) return;
    anchor_set(f, from, folded, true);
    anchor_set(f, to, f->text.size, false);
  }
}

bool fold_make(fold *f, text source) {
  walk w = {.f = f, .source = source, .rest = source};
  buffer_clear(&f->text);
  arena_reset(&f->memory);
  f->anchors.count = f->anchors.capacity = 0;
  while (w.rest.size && !f->text.failed && !arena_failed(&f->memory)) {
    if (!(w.rest.data[0] & 0x80)) {
      add_ascii(&w);
      continue;
    }
    if (!f->anchors.count) anchor_set(f, 0, 0, false);
    if (f->anchors.count) add_character(&w);
  }
  if (buffer_reserve(&f->text, SCAN_BLOCK)) memset(f->text.data + f->text.size, 0, SCAN_BLOCK);
  return !f->text.failed && !arena_failed(&f->memory);
}
