/* Splitting PubMed query text into tokens. */
#include "query/lexer.h"

#include <string.h>

#include "query/qualifier.h"

enum { LONGEST_IDENTIFIER = 512 };

static text rest_of(const lexer *l, size_t from) {
  return text_slice(l->scope->typed, from, l->scope->typed.size);
}

/* ---- Words ---- */

/* Whether a DOI, a link or an identifier with its scheme begins here: brackets are part of it. */
static bool is_identifier(text rest) {
  static const text starts[] = {TEXT_STATIC("doi:"), TEXT_STATIC("http://"),
                                TEXT_STATIC("https://")};
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
    if (text_starts_nocase(rest, starts[i])) return true;
  if (!text_starts(rest, TEXT("10."))) return false;
  size_t end = 3;
  while (end < rest.size && ascii_is_digit(rest.data[end])) end++;
  return end > 6 && end < rest.size && rest.data[end] == '/';
}

/* Where the identifier ends; 0 where its brackets are not closed, or it is too long for one. */
static size_t identifier_end(text rest) {
  size_t open = 0, end = 0;
  for (; end < rest.size && end < LONGEST_IDENTIFIER; end++) {
    text here = text_slice(rest, end, rest.size);
    if (scan_space(here) || scan_quote(here)) break;
    if (here.data[0] == '[' && here.size > 1 && ascii_is_letter(here.data[1])) break;
    if (here.data[0] == ')' && open == 0) break;
    if (here.data[0] == '(') open++;
    if (here.data[0] == ')') open--;
  }
  return open ? 0 : end;
}

static size_t word_end(text rest) {
  size_t end = is_identifier(rest) ? identifier_end(rest) : 0;
  if (end) return end;
  for (; end < rest.size; end++) {
    text here = text_slice(rest, end, rest.size);
    if (scan_space(here) || scan_quote(here) || strchr("()[]&|", here.data[0])) break;
  }
  return end;
}

/* PubMed reads punctuation as spaces: "OR," is an operator too. */
static token_kind word_kind(text word) {
  if (word.data[0] == '=') return TOKEN_WORD;
  word = scan_trim(word, "*");
  if (text_equal(word, TEXT("AND"))) return TOKEN_AND;
  if (text_equal(word, TEXT("OR"))) return TOKEN_OR;
  return text_equal(word, TEXT("NOT")) ? TOKEN_NOT : TOKEN_WORD;
}

static void read_word(lexer *l, token *t) {
  text rest = rest_of(l, l->at);
  bool colon = rest.data[0] == ':';
  t->text = text_slice(rest, 0, colon ? 1 : word_end(rest));
  t->kind = colon ? TOKEN_COLON : word_kind(t->text);
  l->at += t->text.size;
}

/* ---- What has an end of its own ---- */

static bool read_quoted(lexer *l, token *t) {
  size_t start = l->at + scan_quote(rest_of(l, l->at)), end = start;
  while (end < l->scope->typed.size && !scan_quote(rest_of(l, end))) end++;
  size_t closing = scan_quote(rest_of(l, end));
  if (closing == 0) return scope_fail(l->scope, l->at, "this quote is never closed");
  t->kind = TOKEN_QUOTED;
  t->text = (text){l->scope->typed.data + start, end - start};
  l->at = end + closing;
  return true;
}

static bool read_tag(lexer *l, token *t) {
  size_t size = text_find_byte(rest_of(l, l->at), ']');
  if (size == TEXT_NONE) return scope_fail(l->scope, l->at, "this [ is never closed");
  t->kind = TOKEN_TAG;
  t->text = text_slice(rest_of(l, l->at), 1, size);
  l->at += size + 1;
  return true;
}

static bool read_mark(lexer *l, token *t) {
  switch (l->scope->typed.data[l->at]) {
    case '(':
      t->kind = TOKEN_OPEN;
      break;
    case ')':
      t->kind = TOKEN_CLOSE;
      break;
    case '&':
      t->kind = TOKEN_AND;
      break;
    case '|':
      t->kind = TOKEN_OR;
      break;
    default:
      return scope_fail(l->scope, l->at, "this ] has no [ before it");
  }
  t->text = text_slice(rest_of(l, l->at), 0, 1);
  l->at++;
  return true;
}

/* Words and marks that stand for nothing: punctuation alone, and the & in a subheading's name. */
static bool is_idle(const lexer *l, const token *t) {
  if (t->kind == TOKEN_WORD)
    return !scan_has_letter(t->text) && !memchr(t->text.data, '*', t->text.size);
  if (t->kind != TOKEN_AND || t->text.data[0] != '&') return false;
  return qualifier_has_and(l->scope->typed, t->from);
}

bool lexer_next(lexer *l, token *t) {
  do {
    size_t space;
    while ((space = scan_space(rest_of(l, l->at)))) l->at += space;
    *t = (token){.kind = TOKEN_END, .from = l->at, .to = l->at};
    text rest = rest_of(l, l->at);
    if (rest.size == 0) return true;
    if (scan_quote(rest)) {
      if (!read_quoted(l, t)) return false;
    } else if (rest.data[0] == '[') {
      if (!read_tag(l, t)) return false;
    } else if (strchr("()]&|", rest.data[0])) {
      if (!read_mark(l, t)) return false;
    } else {
      read_word(l, t);
    }
    t->to = l->at;
  } while (is_idle(l, t));
  return true;
}
