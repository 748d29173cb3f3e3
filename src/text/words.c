/* Words. The rules are these; WORDS_VERSION counts their changes.
 *
 * Folding (fold.c, letter.c)
 *   NFKC, lower case, then: accents and other marks of Latin, Greek and Cyrillic are dropped, those
 *   of other scripts are letters; invisible characters (soft hyphen, zero-width joiners) vanish;
 *   letters without a simpler form in Unicode are spelled as usual (o for its stroked form, ae,
 * th). Greek letters give their names. A run of more than three is a word in Greek and stays. The
 * sign of micro is the letter mu. A sharp s is ss; where no letter precedes it, beta is meant.
 *   Dashes up to the en dash and the minus sign are hyphens; every blank is a space.
 *
 * Parts
 *   A part is a maximal run of letters or of digits after folding. Parts also end between Greek
 *   letters and others, between plain digits and raised ones (10 to the 6th is 10 and 6), and
 *   around each letter of the scripts that write without spaces, and of Hangul.
 *   Each part takes one position. A record separator (U+001E) is a part too: no phrase crosses it.
 *
 * Compounds
 *   Successive parts are linked
 *   a) where nothing stands between them: between letters and digits, Latin and Greek (but mu and
 *      Latin, the unit of length, and what was kept apart by another rule are not linked);
 *   b) by one hyphen: letters and digits; letters and a Greek name; digits and a Greek name or
 *      letters of at most 2 characters (5-HT); letters of at most 3 characters and the same
 *      directly followed by a digit (PD-L1);
 *   c) by one space: letters of 2 to 5 characters that are no stop word and a number of at most 3
 *      digits that stands alone or with one letter (grade 3, type 2b; not 2.5, 2%, 2-4, 2-HT);
 *      letters of 2 to 12 characters that are no stop word and a Greek name (TNF alpha); a number
 * of at most 3 digits and a Greek name of more than 2 letters (17 beta, IL-1 beta; not 5 mu). A
 * Greek name counts however it was written; case never counts. A maximal run of linked parts has a
 * joined form: its parts without what stands between. Links by a space, from digits to letters by a
 * hyphen, and as in PD-L1 are loose: what is on either side of them has joined forms of its own
 * where it has several parts. A form is given at the position of its first part, right after it,
 * the longest first; not if it has more than 6 parts or more than 32 bytes. */
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
 * Every part is asked, so there is no branch; most are letters behind a space. */
static inline bool may_be_linked(const char *text, const span *part) {
  const char *start = text + part->start;
  size_t gap = part->start - part[-1].end;
  bool usual = (text[part[-1].end] == ' ') & ((unsigned char)*start >= 'a');
  return (gap <= 1) & (!usual | greek_is_name(start, part->end - part->start));
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
