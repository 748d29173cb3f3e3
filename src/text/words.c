/* Words. The rules are these; WORDS_VERSION counts their changes.
 *
 * Folding (fold.c, letter.c)
 * - NFKC and lower case. Accents and other marks of Latin, Greek and Cyrillic are dropped; those of
 *   other scripts stay with their letters. Invisible characters vanish (soft hyphen, joiners).
 * - Latin letters that Unicode knows no simpler form of are spelled as usual: ae, oe, o, l, d, th.
 * - Greek letters give their names. More than three in a row are a word in Greek and stay. The sign
 *   of micro is the letter mu.
 * - A sharp s is ss; where no letter stands before it, beta is meant.
 * - Dashes up to the en dash and the minus sign are hyphens; every blank is a space.
 *
 * Parts
 * - A part is a maximal run of letters or of digits after folding.
 * - Parts also end between Greek letters and others; between plain digits and raised or lowered
 *   ones (ten to the sixth is 10 and 6); around each letter of the scripts that are written without
 *   spaces, and of Hangul.
 * - Record separators (U+001E) are a part too, so that no phrase crosses them.
 * - Each part takes one position.
 *
 * Compounds
 * - Parts with nothing between them are linked: letters and digits, Greek letters and others. But
 *   mu is linked neither to digits before it nor to letters behind it: 5 micrometres are no word.
 * - Parts with one hyphen between them are linked where they are letters and digits; letters and a
 *   Greek name, or one of 4 letters or more with 1 or 2 behind it (NF-kappaB); digits and a Greek
 *   name, or letters of at most 2 characters (5-HT); letters of at most 3 characters and the same
 *   directly followed by a digit (PD-L1).
 * - Parts with one space between them are linked where they are letters of more than one character
 *   that are no stop word, and a Greek name (TNF alpha), or a number of at most 3 digits that is by
 *   itself or with one letter (interleukin 6, type 2b; not 2.5, 2%, 2-4, 2-HT); or where they are a
 *   number of at most 3 digits and a Greek name of more than 2 letters (IL-1 beta; not 5 mu).
 * - With a space or a hyphen between them a Greek name and a letter that is no stop word are linked
 *   (NF-kappa B).
 * - A Greek name counts however it was written. Case never counts.
 * - A maximal run of linked parts has a joined form: the parts without what stands between them.
 * - Links by a space, from digits to letters by a hyphen, and those as in PD-L1 and kappa-B are
 *   loose: what stands on either side of one has joined forms too where it has several parts.
 * - A joined form takes the position of its first part and comes right after it, the longest first.
 *   One of more than 6 parts or 32 bytes is not given. */
#include "text/words.h"

#include <stdlib.h>

#include "text/compound.h"
#include "text/fold.h"
#include "text/greek.h"
#include "text/scan.h"

#define NO_PART SIZE_MAX

struct words {
  scan scan;
  size_t next;      /* part */
  size_t run;       /* up to this part, runs have been read */
  size_t form;      /* the next of the joined forms of the last run */
  size_t form_next; /* the part before which it is due, or NO_PART */
  fold_stretch origin;
  fold folded;
  compound compound;
};

words *words_create(void) {
  words *w = calloc(1, sizeof *w);
  if (!w) return NULL;
  fold_init(&w->folded);
  w->folded.cache = calloc(FOLD_CACHE, sizeof *w->folded.cache);
  w->form_next = NO_PART;
  if (!w->folded.cache) {
    free(w);
    return NULL;
  }
  return w;
}

void words_destroy(words *w) {
  if (!w) return;
  free(w->folded.cache);
  scan_finish(&w->scan);
  fold_finish(&w->folded);
  free(w);
}

bool words_start(words *w, text source) {
  bool good = fold_make(&w->folded, source);
  text folded = good ? buffer_text(&w->folded.text) : (text){NULL, 0};
  good = scan_make(&w->scan, folded.data, folded.size) && good;
  w->next = w->run = 0;
  w->form_next = NO_PART;
  w->origin = fold_begin(&w->folded);
  return good;
}

/* Whether the part before may be linked to this one, so that a closer look is worth the while.
 * Every part is asked, so there is no branch; most are letters, and more than one
 * unless it is "a", behind a space. */
static inline bool may_be_linked(const char *text, const span *part) {
  const char *start = text + part->start;
  size_t gap = part->start - part[-1].end;
  size_t size = part->end - part->start;
  bool usual =
      (text[part[-1].end] == ' ') & ((unsigned char)*start >= 'a') & ((size > 1) | (*start == 'a'));
  return (gap <= 1) & (!usual | greek_is_name(start, size));
}

/* What happens seldom stands in functions of its own, which words_next ends by calling: so it needs
 * to keep nothing on the stack. */
#define SELDOM __attribute__((noinline))

static void expect_form(words *w) {
  const compound *c = &w->compound;
  w->form_next = w->form < c->count ? c->forms[w->form].first + 1 : NO_PART;
}

SELDOM static bool give_form(words *w, word *next) {
  const compound_form *form = &w->compound.forms[w->form++];
  const span *parts = &w->scan.parts[form->first];
  next->text = (text){form->text, form->size};
  next->position = (uint32_t)form->first;
  next->parts = form->parts;
  fold_stretch origin = w->origin; /* which goes on from the first part */
  fold_origin(&w->folded, &origin, parts[0].start, parts[form->parts - 1].end, &next->from,
              &next->to);
  expect_form(w);
  return true;
}

/* Finishes a part where it is too long or where its origin must be looked up. */
SELDOM static bool finish_part(words *w, word *next, const span *part) {
  if (next->text.size > WORD_LONGEST) {
    next->text.size = WORD_LONGEST;
    while ((next->text.data[next->text.size] & 0xC0) == 0x80) next->text.size--;
  }
  fold_origin(&w->folded, &w->origin, part->start, part->end, &next->from, &next->to);
  return true;
}

static inline bool give_part(words *w, word *next) {
  const span *part = &w->scan.parts[w->next];
  size_t size = part->end - part->start;
  next->text = (text){w->scan.text + part->start, size};
  next->position = (uint32_t)w->next++;
  next->parts = 1;
  if ((part->end > w->origin.end) | (size > WORD_LONGEST)) return finish_part(w, next, part);
  next->from = part->start + w->origin.shift;
  next->to = part->end + w->origin.shift;
  return true;
}

/* Reads the run that the part before the next one may begin. */
SELDOM static bool give_linked(words *w, word *next) {
  compound_read(&w->compound, &w->scan, w->next - 1);
  w->run = w->compound.last;
  w->form = 0;
  expect_form(w);
  return w->form_next == w->next ? give_form(w, next) : give_part(w, next);
}

bool words_next(words *w, word *next) {
  if (w->next == w->form_next) return give_form(w, next);
  if (w->next >= w->scan.count) return false;
  if (w->next > w->run && may_be_linked(w->scan.text, &w->scan.parts[w->next]))
    return give_linked(w, next);
  return give_part(w, next);
}

void words_fold(buffer *out, text source, const char *keep) {
  fold f;
  fold_init(&f);
  bool good = fold_make(&f, source), space = false;
  size_t begin = out->size;
  text folded = buffer_text(&f.text);
  for (size_t i = 0; i < folded.size; i++) {
    char byte = folded.data[i];
    if (byte == FOLD_JOINT || byte == FOLD_CUT) continue;
    if (scan_class_of(byte) > SCAN_SEPARATOR || strchr(keep, byte)) {
      if (space && out->size > begin) buffer_add_byte(out, ' ');
      buffer_add_byte(out, byte);
      space = false;
    } else {
      space = true;
    }
  }
  if (!good) out->failed = true;
  fold_finish(&f);
}
