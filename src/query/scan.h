/* What both query languages see alike in bytes: white space, quotation marks, letters; and how
 * they report a fault. */
#ifndef CARREL_QUERY_SCAN_H
#define CARREL_QUERY_SCAN_H

#include "base/error.h"
#include "base/list.h"

/* What a parser hands down: the whole text that was typed, where nodes live, and where faults and
 * remarks go. */
typedef struct scope {
  text typed;
  arena *arena;
  error *error;
  texts *notes; /* may be NULL */
  int today;    /* yyyymmdd; 0: unknown */
} scope;

/* Sets the error with its place in the query, and gives false. */
#define scope_fail(s, at, ...) \
  ((s)->error->offset = (long)(at), error_set((s)->error, ERROR_USE, __VA_ARGS__))
/* Adds a remark, unless nobody wants it. */
#define scope_note(s, ...)                                                                         \
  ((s)->notes ? (void)(*list_push((s)->arena, (s)->notes) = arena_printf((s)->arena, __VA_ARGS__)) \
              : (void)0)
/* The slice in a message: at most 60 columns of it. */
text scan_shown(text slice);

/* How many bytes of white space the text begins with, of one character: ASCII blanks and controls,
 * and Unicode's spaces. 0 where it is none. */
size_t scan_space(text rest);
/* The same for a double quotation mark, straight or curly. */
size_t scan_quote(text rest);
/* Whether the byte can be one of a word's letters: ASCII letter or digit, or beyond ASCII. */
bool scan_is_letter(char byte);
/* How many letters and digits the text holds. */
size_t scan_letters(text word);
bool scan_has_letter(text word);
/* Without the punctuation around it, but for what `keep` holds and a bracket that closes one inside
 * the word. */
text scan_trim(text word, const char *keep);
/* A copy without quotation marks and with white space squeezed to single spaces. */
text scan_clean(arena *a, text slice);
/* Takes the next run of bytes that are no white space off `rest`; false at the end. */
bool scan_take(text *rest, text *piece);

#endif
