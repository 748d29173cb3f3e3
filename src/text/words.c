/* Words: the one truth of what is a word.
 *
 * 1. Parts. A part is a run of letters or a run of digits after folding. Whatever else parts them,
 *    and so does the step from letters to digits and from Latin to Greek: "TNFα" is "tnf" and
 *    "alpha". A letter of a script without spaces is a part. Each part takes one position.
 * 2. Links. Neighbouring parts are linked
 *    - by nothing between them;
 *    - by one hyphen: letters and then digits ("IL-6"), letters and then a Greek letter or its name
 *      ("TNF-alpha"), Greek and then digits ("β-2"), digits and then one or two letters ("5-HT"),
 *      letters and then letters, each of at most three, when digits follow at once ("PD-L1");
 *    - by one space: two to five letters that are no stop word and then a number of at most three
 *      digits that stands alone ("HER 2", "type 2", but not "2.5" or "50%"), or a Greek letter or
 *      its name ("TNF alpha").
 * 3. Joined forms. The longest run of two to six linked parts also yields its parts joined, at the
 *    position of the first, so that HER2, HER-2 and "HER 2" find each other. Letter case never
 *    matters, for queries are typed in lower case.
 * The byte 0x1E, which stands between the parts of an indexed column, is a part of its own. */
#include "text/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text/fold.h"
#include "text/stem.h"

enum { RUN_LONGEST = 24, JOINED_PARTS = 6, JOINED_LONGEST = 32 };

typedef enum { GAP_NOTHING, GAP_HYPHEN, GAP_SPACE, GAP_OTHER } gap_kind;

typedef struct part {
  char bytes[WORD_LONGEST];
  uint32_t size, letters; /* letters: characters of the source */
  fold_class class;       /* LETTER, DIGIT, GREEK, ALONE or BOUNDARY */
  gap_kind gap;           /* before it */
  size_t from, to;
} part;

struct words {
  text source;
  size_t at;
  uint32_t position;
  part run[RUN_LONGEST + 1]; /* the linked run, and behind it the part that was read ahead */
  size_t run_size, run_at;   /* parts of the run; the next to give */
  bool ahead, joined_due;
  char joined[JOINED_LONGEST + 1];
  size_t joined_size;
};

words *words_create(void) { return calloc(1, sizeof(words)); }
void words_destroy(words *w) { free(w); }

void words_start(words *w, text source) {
  w->source = source;
  w->at = 0;
  w->position = 0;
  w->run_size = w->run_at = 0;
  w->ahead = w->joined_due = false;
}

/* --- Parts --- */

/* The character at `at`: its class, its folded bytes (borrowed or in `room`), its size. */
typedef struct character {
  fold_class class;
  const char *folded;
  size_t folded_size, size;
} character;

static void read_character(const words *w, size_t at, char room[FOLD_LONGEST], character *c) {
  unsigned char byte = (unsigned char)w->source.data[at];
  if (byte < 0x80) {
    room[0] = ascii_lower((char)byte);
    *c = (character){fold_ascii(byte), room, 1, 1};
    return;
  }
  text rest = text_slice(w->source, at, w->source.size);
  size_t before = rest.size;
  uint32_t code = utf8_take(&rest);
  c->class = code == UTF8_REPLACEMENT ? FOLD_BREAK : fold_code(code, room, &c->folded_size);
  c->folded = room;
  c->size = before - rest.size;
}

static void part_add(part *p, const char *bytes, size_t size) {
  p->letters++;
  if (p->size + size > WORD_LONGEST) return;
  memcpy(p->bytes + p->size, bytes, size);
  p->size += (uint32_t)size;
}

/* Passes over what stands between words, and says what it was. False at the end. */
static bool skip_gap(words *w, gap_kind *gap) {
  char room[FOLD_LONGEST];
  character c;
  size_t breaks = 0;
  *gap = GAP_NOTHING;
  while (w->at < w->source.size) {
    read_character(w, w->at, room, &c);
    if (c.class == FOLD_NOTHING) {
      w->at += c.size;
      continue;
    }
    if (c.class != FOLD_BREAK && c.class != FOLD_HYPHEN && c.class != FOLD_SPACE) return true;
    *gap = breaks++                 ? GAP_OTHER
           : c.class == FOLD_HYPHEN ? GAP_HYPHEN
           : c.class == FOLD_SPACE  ? GAP_SPACE
                                    : GAP_OTHER;
    w->at += c.size;
  }
  return false;
}

/* Letters and digits of plain ASCII, which most text is. */
static void read_ascii(words *w, part *p) {
  while (w->at < w->source.size) {
    unsigned char byte = (unsigned char)w->source.data[w->at];
    if (byte >= 0x80 || fold_ascii(byte) != p->class) return;
    char lower = ascii_lower((char)byte);
    part_add(p, &lower, 1);
    w->at++;
  }
}

static bool read_part(words *w, part *p) {
  char room[FOLD_LONGEST];
  character c;
  *p = (part){.size = 0};
  if (!skip_gap(w, &p->gap)) return false;
  p->from = w->at;
  while (w->at < w->source.size) {
    read_character(w, w->at, room, &c);
    if (c.class != FOLD_NOTHING) {
      if (p->size && (c.class != p->class || p->class == FOLD_ALONE || p->class == FOLD_GREEK))
        break;
      p->class = c.class;
      part_add(p, c.folded, c.folded_size);
    }
    w->at += c.size;
    if (p->class == FOLD_BOUNDARY) break;
    if (p->class == FOLD_LETTER || p->class == FOLD_DIGIT) read_ascii(w, p);
  }
  p->to = w->at;
  return p->size > 0;
}

/* --- Links --- */

static text part_text(const part *p) { return (text){p->bytes, p->size}; }
static bool is_letters(const part *p) { return p->class == FOLD_LETTER; }
static bool is_digits(const part *p) { return p->class == FOLD_DIGIT; }

static bool is_greek(const part *p) {
  return p->class == FOLD_GREEK || (is_letters(p) && fold_is_greek_name(part_text(p)));
}

/* Whether a digit follows right behind the part. */
static bool digit_follows(const words *w, const part *p) {
  return p->to < w->source.size && ascii_is_digit(w->source.data[p->to]);
}

static bool hyphen_links(const words *w, const part *a, const part *b) {
  if (is_digits(b)) return is_letters(a) || is_greek(a);
  if (is_greek(b)) return is_letters(a) || is_digits(a);
  if (!is_letters(b)) return false;
  if (is_digits(a)) return b->letters <= 2;
  return is_letters(a) && a->letters <= 3 && b->letters <= 3 && digit_follows(w, b);
}

/* Whether nothing makes the number part of a larger one, or a percentage. */
static bool number_stands_alone(const words *w, const part *p) {
  text rest = text_slice(w->source, p->to, w->source.size);
  if (!rest.size) return true;
  if (rest.data[0] == '%') return false;
  bool mark =
      rest.data[0] == '.' || rest.data[0] == ',' || rest.data[0] == ':' || rest.data[0] == '/';
  return !(mark && rest.size > 1 && ascii_is_digit(rest.data[1]));
}

static bool space_links(const words *w, const part *a, const part *b) {
  if (!is_letters(a) || a->letters < 2 || a->letters > 5 || word_is_stop(part_text(a)))
    return false;
  if (is_digits(b)) return b->letters <= 3 && number_stands_alone(w, b);
  return is_greek(b) && !is_greek(a);
}

static bool is_linked(const words *w, const part *a, const part *b) {
  if (a->class >= FOLD_ALONE || b->class >= FOLD_ALONE) return false;
  switch (b->gap) {
    case GAP_NOTHING:
      return true;
    case GAP_HYPHEN:
      return hyphen_links(w, a, b);
    case GAP_SPACE:
      return space_links(w, a, b);
    default:
      return false;
  }
}

/* --- Runs --- */

/* Fills the run with linked parts, and reads one part further. */
static bool next_run(words *w) {
  if (w->ahead) w->run[0] = w->run[w->run_size];
  else if (!read_part(w, &w->run[0])) return false;
  w->run_size = 1;
  w->run_at = 0;
  w->ahead = false;
  while (read_part(w, &w->run[w->run_size])) {
    if (w->run_size == RUN_LONGEST ||
        !is_linked(w, &w->run[w->run_size - 1], &w->run[w->run_size])) {
      w->ahead = true;
      break;
    }
    w->run_size++;
  }
  w->joined_size = 0;
  if (w->run_size < 2 || w->run_size > JOINED_PARTS) return true;
  for (size_t i = 0; i < w->run_size; i++) {
    if (w->joined_size + w->run[i].size > JOINED_LONGEST) {
      w->joined_size = 0;
      return true;
    }
    memcpy(w->joined + w->joined_size, w->run[i].bytes, w->run[i].size);
    w->joined_size += w->run[i].size;
  }
  return true;
}

bool words_next(words *w, word *next) {
  if (w->joined_due) {
    w->joined_due = false;
    *next = (word){{w->joined, w->joined_size},
                   w->run[0].from,
                   w->run[w->run_size - 1].to,
                   w->position - 1,
                   (uint32_t)w->run_size};
    return true;
  }
  if (w->run_at == w->run_size && !next_run(w)) return false;
  const part *p = &w->run[w->run_at++];
  *next = (word){part_text(p), p->from, p->to, w->position++, 1};
  w->joined_due = w->run_at == 1 && w->joined_size > 0;
  return true;
}

void words_fold(buffer *out, text source, const char *keep) {
  char room[FOLD_LONGEST];
  character c;
  words w = {.source = source};
  bool space = false;
  size_t start = out->size;
  for (; w.at < source.size; w.at += c.size) {
    read_character(&w, w.at, room, &c);
    char byte = source.data[w.at];
    bool kept = (unsigned char)byte < 0x80 && byte && strchr(keep, byte);
    if (c.class == FOLD_NOTHING) continue;
    if (kept || c.class == FOLD_LETTER || c.class == FOLD_DIGIT || c.class == FOLD_GREEK ||
        c.class == FOLD_ALONE) {
      if (space && out->size > start) buffer_add_byte(out, ' ');
      space = false;
      buffer_add(out, (text){c.folded, c.folded_size});
    } else {
      space = true;
    }
  }
}
