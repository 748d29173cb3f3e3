/* Folding a text: NFKC, lower case, no diacritics, Greek letters to their names, super- and
 * subscript digits to digits, ligatures opened, soft hyphens and the like gone.
 *
 * Folded text is UTF-8 but for two bytes that mark boundaries without a character (text/scan.h).
 * In it the letters are a to z and everything beyond ASCII, the digits are 0 to 9, and of other
 * characters only ASCII is left: dashes and the minus sign are "-", spaces " ", the rest U+001D.
 * SCAN_BLOCK bytes of 0 stand behind it. */
#ifndef CARREL_TEXT_FOLD_H
#define CARREL_TEXT_FOLD_H

#include "base/buffer.h"
#include "base/list.h"
#include "text/letter.h"

/* From `folded` on, bytes come from the source from `source` on, one from one; or, `stretched`,
 * all bytes up to the next anchor come from all of the source's up to there. */
typedef struct fold_anchor {
  size_t folded, source;
  bool stretched;
} fold_anchor;

enum { FOLD_CACHE = 128 };

typedef struct fold {
  buffer text;
  arena memory;
  LIST_OF(fold_anchor) anchors; /* none where the source is ASCII: then nothing has moved */
  letter *cache;                /* FOLD_CACHE characters folded before; may be NULL */
} fold;

void fold_init(fold *f);
void fold_finish(fold *f);
/* Replaces what it held; false when memory has run out, and then the text is empty or cut. */
bool fold_make(fold *f, text source);

/* A stretch of folded text that comes from the source byte by byte, `shift` further on. */
typedef struct fold_stretch {
  size_t anchor;     /* the anchor of the last bytes asked for */
  size_t end, shift; /* modulo 2^N, as the source may be the shorter one */
} fold_stretch;

/* The stretch at the beginning. */
fold_stretch fold_begin(const fold *f);
/* Where in the source the folded bytes `from` to `to` come from; no `from` may be less than one
 * before. */
void fold_origin(const fold *f, fold_stretch *near, size_t from, size_t to, size_t *source_from,
                 size_t *source_to);

#endif
