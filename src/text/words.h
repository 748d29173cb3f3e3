/* Words: how text is folded and split, for indexing and for searching alike.
 *
 * Folding: NFKC, lower case, no diacritics, Greek letters to their names, super- and subscript
 * digits to digits, ligatures opened, soft hyphens gone. Splitting: at whatever is no letter or
 * digit, and between letters and digits and between Latin and Greek. What splitting parts is also
 * given joined ("her2" for HER2, HER-2 and HER 2), at the position of its first part. The
 * rules stand in words.c.
 *
 * The byte 0x1E, which stands between the parts of an indexed column, is a word of its own, so that
 * no phrase crosses it.
 *
 * WORDS_VERSION must change with any change of these rules: words in a library must be those that
 * a query yields. */
#ifndef CARREL_TEXT_WORDS_H
#define CARREL_TEXT_WORDS_H

#include <stdint.h>

#include "base/buffer.h"

#define WORDS_VERSION 1
#define WORD_LONGEST 64 /* bytes of a folded word; the rest of a longer one is passed over */

typedef struct word {
  text text;         /* folded; valid until the next call */
  size_t from, to;   /* the bytes of the source that it came from */
  uint32_t position; /* counts the parts, from 0 */
  uint32_t parts;    /* 1; of a joined form, how many parts it joins */
} word;

/* A walk over the words of a text. Keep one and start it again: its buffers are reused. */
typedef struct words words;
words *words_create(void); /* NULL when there is no memory */
void words_destroy(words *w);
/* False when memory has run out; then there are no words. */
bool words_start(words *w, text source);
/* Parts in order; joined forms follow right after their first part, the longest first. False at
 * the end. Whoever wants each place once takes either a joined form and passes over the words of
 * the positions that it covers, or the parts alone. */
bool words_next(words *w, word *next);

/* One text folded as words are, but not split: white space and punctuation become single spaces,
 * except that the bytes of `keep` stay. For comparing headings, names and other whole values. */
void words_fold(buffer *out, text source, const char *keep);

#endif
