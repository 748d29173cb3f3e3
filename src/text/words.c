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

struct words {
  const char *begin; /* of the folded text */
  part last;         /* the part given last */
  const char *run;   /* parts that begin up to here belong to a run that has been read */
  uint32_t position; /* of the next part */
  uint32_t run_position;
  size_t form; /* the next of the run's forms */
  size_t anchor;
  compound compound;
  fold folded;
};

static const char nothing[SCAN_SPARE];

static void rewind_to(words *w, const char *begin) {
  w->begin = w->run = begin;
  w->last = (part){begin, begin, SCAN_SEPARATOR};
  w->position = 0;
  w->compound.count = w->form = 0;
  w->anchor = 0;
}

words *words_create(void) {
  words *w = calloc(1, sizeof *w);
  if (!w) return NULL;
  fold_init(&w->folded);
  w->folded.cache = calloc(FOLD_CACHE, sizeof *w->folded.cache);
  if (!w->folded.cache) {
    free(w);
    return NULL;
  }
  rewind_to(w, nothing);
  return w;
}

void words_destroy(words *w) {
  if (!w) return;
  free(w->folded.cache);
  fold_finish(&w->folded);
  free(w);
}

bool words_start(words *w, text source) {
  bool good = fold_make(&w->folded, source);
  rewind_to(w, good ? w->folded.text.data : nothing);
  return good;
}

/* Whether a closer look at these neighbours is worth the while: most have a space between them. */
static bool may_be_linked(const part *before, const part *after) {
  size_t gap = (size_t)(after->start - before->end);
  if (gap != 1) return gap == 0;
  scan_class between = scan_class_of(*before->end);
  if (between != SCAN_SPACE) return between == SCAN_HYPHEN || between == SCAN_JOINT;
  return after->class == SCAN_DIGIT ||
         greek_is_name(after->start, (size_t)(after->end - after->start));
}

static bool give(words *w, word *next, const char *start, const char *end) {
  fold_origin(&w->folded, &w->anchor, (size_t)(start - w->begin), (size_t)(end - w->begin),
              &next->from, &next->to);
  return true;
}

static bool give_part(words *w, word *next, const part *p) {
  size_t size = (size_t)(p->end - p->start);
  if (size > WORD_LONGEST) {
    size = WORD_LONGEST;
    while ((p->start[size] & 0xC0) == 0x80) size--;
  }
  next->text = (text){p->start, size};
  next->position = w->position++;
  next->parts = 1;
  w->last = *p;
  return give(w, next, p->start, p->end);
}

/* The next joined form that begins with the part given last. */
static bool give_form(words *w, word *next) {
  if (w->form == w->compound.count) return false;
  const compound_form *form = &w->compound.forms[w->form];
  uint32_t position = w->run_position + form->first;
  if (position + 1 != w->position) return false;
  next->text = (text){form->text, form->size};
  next->position = position;
  next->parts = form->parts;
  w->form++;
  return give(w, next, form->start, form->end);
}

bool words_next(words *w, word *next) {
  part p;
  if (give_form(w, next)) return true;
  if (!scan_part(w->last.end, &p)) return false;
  if (w->position && p.start > w->run && may_be_linked(&w->last, &p)) {
    compound_read(&w->compound, w->last);
    w->run = w->compound.last;
    w->run_position = w->position - 1;
    w->form = 0;
    if (give_form(w, next)) return true;
  }
  return give_part(w, next, &p);
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
