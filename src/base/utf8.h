/* UTF-8: decoding, repair of other encodings, width on a terminal, safe display. */
#ifndef CARREL_BASE_UTF8_H
#define CARREL_BASE_UTF8_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"

#define UTF8_REPLACEMENT 0xFFFDu
#define UTF8_BOM TEXT("\xEF\xBB\xBF")

/* Takes one code point off the front; a malformed byte yields U+FFFD and is taken alone.
 * The text must not be empty. */
uint32_t utf8_take(text *rest);
/* Writes 1 to 4 bytes into `out` and returns how many; a value that is no code point: U+FFFD. */
size_t utf8_encode(uint32_t code, char out[4]);
void utf8_add(buffer *b, uint32_t code);
bool utf8_valid(text bytes);
/* The text itself where it is valid UTF-8; otherwise a copy in which each malformed byte is read
 * as Windows-1252 (which agrees with Latin-1 on letters) and *repaired is set. */
text utf8_repair(arena *a, text bytes, bool *repaired);

/* With letters and the marks behind them composed where Unicode has them as one (NFC). */
text utf8_compose(arena *a, text separate);
/* The opposite for one letter: its base and the marks upon it (NFD); how many there are. */
enum { UTF8_PIECES = 8 };
size_t utf8_decompose(uint32_t code, uint32_t pieces[UTF8_PIECES]);

/* Columns on a terminal: 0 for combining marks, 2 for wide letters. */
size_t utf8_width(text shown);
/* The longest prefix of at most `columns` columns. */
text utf8_prefix(text shown, size_t columns);
/* Adds the text with every control character shown, not sent: ESC as "^[", U+009B as "<9B>",
 * bidirectional overrides and other invisible formatting as "<202E>", a line end as a space. */
void utf8_add_safe(buffer *b, text shown);
/* Adds the text as a part of one line of a file: without its control characters, with a space for
 * each tab, line end and separator of lines. */
void utf8_add_line(buffer *b, text written);

#endif
