/* Splitting Ovid query text into tokens. */
#include "query/ovid_lexer.h"

#include <string.h>

#include "query/ovid_field.h"
#include "query/qualifier.h"

enum { LONGEST_HEADING = 300 };

static text rest_of(const ovid_lexer *l, size_t from) {
  return text_slice(l->scope->typed, from, l->scope->typed.size);
}

/* ---- Words ---- */

static bool ends_word(text here) {
  return scan_space(here) || scan_quote(here) || strchr("()[]", here.data[0]);
}

static size_t word_end(text rest) {
  size_t end = 0;
  text codes;
  while (end < rest.size) {
    text here = text_slice(rest, end, rest.size);
    if (ends_word(here) || (here.data[0] == '.' && ovid_suffix(here, &codes))) break;
    end++;
  }
  return end;
}

/* "adj" and up to two digits. */
static bool is_adjacency(text word, unsigned *distance) {
  long long number = 0;
  text digits = text_slice(word, 3, word.size);
  if (!text_starts_nocase(word, TEXT("adj")) || digits.size > 2) return false;
  if (digits.size && (!text_all_digits(digits) || !text_to_number(digits, &number))) return false;
  *distance = (unsigned)number;
  return true;
}

static ovid_kind word_kind(text word, unsigned *distance) {
  if (text_equal_nocase(word, TEXT("and"))) return OVID_AND;
  if (text_equal_nocase(word, TEXT("or"))) return OVID_OR;
  if (text_equal_nocase(word, TEXT("not"))) return OVID_NOT;
  return is_adjacency(word, distance) ? OVID_ADJ : OVID_WORD;
}

static void read_word(ovid_lexer *l, ovid_token *t) {
  t->text = text_slice(rest_of(l, l->at), 0, word_end(rest_of(l, l->at)));
  t->kind = word_kind(t->text, &t->distance);
  l->at += t->text.size;
}

/* ---- Lines that are combined: or/1-5,7 ---- */

static bool read_combine(ovid_lexer *l, ovid_token *t) {
  text rest = rest_of(l, l->at);
  size_t start = text_starts_nocase(rest, TEXT("or/")) ? 3 : 4, end = start;
  if (start == 4 && !text_starts_nocase(rest, TEXT("and/"))) return false;
  if (start >= rest.size || !ascii_is_digit(rest.data[start])) return false;
  while (end < rest.size && (ascii_is_digit(rest.data[end]) || strchr(",-", rest.data[end]) ||
                             (rest.data[end] == ' ' && rest.data[end - 1] == ',')))
    end++;
  t->kind = OVID_COMBINE;
  t->text = text_slice(rest, start, end);
  t->all = start == 4;
  l->at += end;
  return true;
}

/* ---- Headings ---- */

/* The size of "dt, th" at the start; 0 where there is no subheading. */
static size_t qualifiers_size(text rest) {
  size_t size = 0;
  for (size_t at = 0; at + 2 <= rest.size;) {
    text code = text_slice(rest, at, at + 2), after = text_slice(rest, at + 2, rest.size);
    if (!ascii_is_letter(code.data[1]) || !qualifier_name(code).size) break;
    if (after.size && scan_is_letter(after.data[0])) break;
    size = at + 2;
    if (!after.size || after.data[0] != ',') break;
    at = size + 1;
    while (at < rest.size && rest.data[at] == ' ') at++;
  }
  return size;
}

static bool is_operator(text rest, size_t size) {
  unsigned distance;
  return size > 0 && word_kind(text_slice(rest, 0, size), &distance) != OVID_WORD;
}

/* The place of the slash that ends a heading's name, which is words without brackets, suffixes and,
 * unless `exploded` says that a slash has to come, operators; TEXT_NONE where there is none. */
static size_t find_slash(text rest, bool exploded) {
  text codes;
  for (size_t at = 0, word = 0; at < rest.size && at < LONGEST_HEADING; at++) {
    text here = text_slice(rest, at, rest.size);
    if (here.data[0] == '/') {
      text after = text_slice(here, 1, here.size);
      if (after.size == 0 || ends_word(after) || strchr(",.", after.data[0])) return at;
      if (qualifiers_size(after)) return at;
    }
    if (scan_space(here)) {
      if (!exploded && is_operator(text_slice(rest, word, at), at - word)) return TEXT_NONE;
      word = at + scan_space(here);
    } else if (ends_word(here) || ovid_suffix(here, &codes)) {
      return TEXT_NONE;
    }
  }
  return TEXT_NONE;
}

static size_t skip_space(text rest, size_t at) {
  size_t space;
  while ((space = scan_space(text_slice(rest, at, rest.size)))) at += space;
  return at;
}

/* The name of the heading at `at`, quoted or not; *at goes to its slash. */
static bool read_name(text rest, size_t *at, bool exploded, text *name) {
  text here = text_slice(rest, *at, rest.size);
  size_t quote = scan_quote(here), end = quote;
  if (quote) {
    while (end < here.size && !scan_quote(text_slice(here, end, here.size))) end++;
    *name = text_slice(here, quote, end);
    *at += end + scan_quote(text_slice(here, end, here.size));
    return *at < rest.size && rest.data[*at] == '/';
  }
  end = find_slash(here, exploded);
  if (end == TEXT_NONE) return false;
  *name = text_trim(text_slice(here, 0, end));
  *at += end;
  return true;
}

/* "exp *Heading/dt, th" */
static bool read_heading(ovid_lexer *l, ovid_token *t) {
  text rest = rest_of(l, l->at);
  size_t at = 0;
  t->explode = text_starts_nocase(rest, TEXT("exp")) && rest.size > 3 &&
               (scan_space(text_slice(rest, 3, rest.size)) || rest.data[3] == '*');
  if (t->explode) at = skip_space(rest, 3);
  t->major = at < rest.size && rest.data[at] == '*';
  if (t->major) at = skip_space(rest, at + 1);
  if (!read_name(rest, &at, t->explode, &t->text) || !scan_has_letter(t->text)) return false;
  size_t start = at + 1, spaced = skip_space(rest, start);
  size_t size = qualifiers_size(text_slice(rest, spaced, rest.size));
  if (size && spaced > start) size = 0;
  t->qualifiers = text_slice(rest, start, start + size);
  t->kind = OVID_HEADING;
  l->at += start + size;
  return true;
}

/* ---- The rest ---- */

static bool read_quoted(ovid_lexer *l, ovid_token *t) {
  size_t start = l->at + scan_quote(rest_of(l, l->at)), end = start;
  while (end < l->scope->typed.size && !scan_quote(rest_of(l, end))) end++;
  size_t closing = scan_quote(rest_of(l, end));
  if (!closing) return scope_fail(l->scope, l->at, "this quote is never closed");
  t->kind = OVID_QUOTED;
  t->text = (text){l->scope->typed.data + start, end - start};
  l->at = end + closing;
  return true;
}

/* Ovid prints what .mp. and the subheadings stand for: "[mp=title, abstract]". */
static bool skip_remarks(ovid_lexer *l) {
  static const text frequency = TEXT_STATIC("/freq");
  for (;;) {
    l->at = skip_space(l->scope->typed, l->at);
    text rest = rest_of(l, l->at);
    if (rest.size && rest.data[0] == '[') {
      size_t end = text_find_byte(rest, ']');
      if (end == TEXT_NONE) return scope_fail(l->scope, l->at, "this [ is never closed");
      l->at += end + 1;
    } else if (text_starts_nocase(rest, frequency)) {
      text piece;
      scan_take(&rest, &piece);
      scope_note(l->scope, "%.*s is not kept: one occurrence is enough",
                 TEXT_ARG(scan_shown(piece)));
      l->at += piece.size;
    } else {
      return true;
    }
  }
}

static bool read_mark(ovid_lexer *l, ovid_token *t) {
  char byte = l->scope->typed.data[l->at];
  if (byte == ']') return scope_fail(l->scope, l->at, "this ] has no [ before it");
  t->kind = byte == '(' ? OVID_OPEN : OVID_CLOSE;
  t->text = text_slice(rest_of(l, l->at), 0, 1);
  l->at++;
  return true;
}

/* Punctuation alone; a wildcard alone is a fault for the parser to find. */
static bool is_idle(text word) {
  for (size_t i = 0; i < word.size; i++)
    if (strchr("*$#?", word.data[i])) return false;
  return !scan_has_letter(word);
}

static bool read_token(ovid_lexer *l, ovid_token *t) {
  text rest = rest_of(l, l->at), codes;
  size_t suffix = ovid_suffix(rest, &codes);
  if (suffix) {
    t->kind = OVID_SUFFIX;
    t->text = codes;
    l->at += suffix;
    return true;
  }
  if (!l->in_term && (read_combine(l, t) || read_heading(l, t))) return true;
  if (scan_quote(rest)) return read_quoted(l, t);
  if (strchr("()]", rest.data[0])) return read_mark(l, t);
  read_word(l, t);
  return true;
}

bool ovid_next(ovid_lexer *l, ovid_token *t) {
  do {
    if (!skip_remarks(l)) return false;
    *t = (ovid_token){.kind = OVID_END, .from = l->at, .to = l->at};
    if (l->at == l->scope->typed.size) return true;
    if (!read_token(l, t)) return false;
    t->to = l->at;
  } while (t->kind == OVID_WORD && is_idle(t->text));
  l->in_term = t->kind == OVID_WORD || t->kind == OVID_QUOTED || t->kind == OVID_SUFFIX ||
               t->kind == OVID_HEADING || t->kind == OVID_CLOSE || t->kind == OVID_COMBINE;
  return true;
}
