/* A text is a borrowed slice of bytes: it never owns, never ends in NUL and lives as long as the
 * arena, buffer or literal behind it. Bytes are UTF-8 unless a function says otherwise. */
#ifndef CARREL_BASE_TEXT_H
#define CARREL_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct text {
  const char *data;
  size_t size;
} text;

/* The empty string before it lets nothing but a literal in. */
#define TEXT(literal) ((text){"" literal, sizeof(literal) - 1})
/* The same in the initializer of a static table. */
#define TEXT_STATIC(literal) \
  { (literal), sizeof(literal) - 1 }
#define TEXT_NONE ((size_t)-1)
/* For printf's "%.*s". */
#define TEXT_ARG(t) (int)(t).size, (t).data ? (t).data : ""

/* The text of a NUL-terminated string; NULL gives the empty text. */
text text_of(const char *string);
/* In the header, since it is asked for every word. */
static inline text text_slice(text whole, size_t from, size_t to) {
  if (to > whole.size) to = whole.size;
  if (from >= to) return (text){"", 0};
  return (text){whole.data + from, to - from};
}

bool text_equal(text a, text b);
/* Compares without regard to the case of ASCII letters. */
bool text_equal_nocase(text a, text b);
/* <0, 0 or >0, by bytes; a prefix comes first. */
int text_compare(text a, text b);
bool text_starts(text whole, text prefix);
bool text_starts_nocase(text whole, text prefix);
bool text_ends(text whole, text suffix);

/* The place of the first occurrence, or TEXT_NONE. */
size_t text_find(text whole, text part);
size_t text_find_nocase(text whole, text part);
size_t text_find_byte(text whole, char byte);
size_t text_find_last(text whole, text part);

/* Without white space (ASCII) at both ends. */
text text_trim(text whole);
/* Without any of the bytes of `set` at the end. */
text text_trim_end(text whole, const char *set);

/* Splits at the first `separator`: true where it stands, and then before and after are its sides;
 * otherwise before is the whole and after is empty. `before` or `after` may be `&whole` itself. */
bool text_cut(text whole, text separator, text *before, text *after);
/* Takes the next line off `rest`, without its LF, CR LF or CR; false at the end. */
bool text_take_line(text *rest, text *line);
/* Takes the next piece up to `separator` off `rest`; false at the end. */
bool text_take_until(text *rest, char separator, text *piece);

/* A whole decimal number and nothing else. */
bool text_to_number(text digits, long long *number);
bool text_all_digits(text whole);

/* Of ASCII alone, whatever the locale; in the header, since they are asked of every byte. */
static inline bool ascii_is_digit(char byte) { return byte >= '0' && byte <= '9'; }
static inline bool ascii_is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }
static inline bool ascii_is_lower(char byte) { return byte >= 'a' && byte <= 'z'; }
static inline bool ascii_is_letter(char byte) {
  return ascii_is_lower(byte) || ascii_is_upper(byte);
}
static inline bool ascii_is_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}
static inline char ascii_lower(char byte) {
  return ascii_is_upper(byte) ? (char)(byte + ('a' - 'A')) : byte;
}
static inline char ascii_upper(char byte) {
  return ascii_is_lower(byte) ? (char)(byte - ('a' - 'A')) : byte;
}

#endif
