/* Reading PubMed's query language: tokens are gathered into terms, a tag ends a term, operators and
 * brackets work off what is there. */
#include "query/pubmed.h"

#include "query/term.h"
#include "query/value.h"

typedef struct parser {
  const scope *scope;
  lexer lexer;
  token now, next;
  levels levels;
  term term;
} parser;

static bool advance(parser *p) {
  p->now = p->next;
  return lexer_next(&p->lexer, &p->next);
}

/* ---- Tags ---- */

/* "2010"[dp] : "2015"[dp], a range with a tag at each end, of which `low` has been read. */
static query *read_second_end(parser *p, const query *low, const tag *t) {
  if (!advance(p) || !advance(p)) return NULL;
  if (p->now.kind != TOKEN_QUOTED && p->now.kind != TOKEN_WORD) {
    scope_fail(p->scope, low->from, "this range has no end after the colon");
    return NULL;
  }
  term_add(&p->term, &p->now);
  query *high = term_end_tagged(&p->term, t, &p->levels);
  tag second = *t;
  if (!high) return NULL;
  if (p->next.kind == TOKEN_TAG &&
      (!advance(p) || !tag_read(p->scope, p->now.text, p->now.from, &second)))
    return NULL;
  if (second.field != t->field) {
    scope_fail(p->scope, p->now.from, "this range begins in [%s] and ends in [%s]", t->field->name,
               second.field->name);
    return NULL;
  }
  return value_range(p->scope, low, high);
}

static bool end_tagged(parser *p) {
  tag t;
  if (!tag_read(p->scope, p->now.text, p->now.from, &t)) return false;
  if (p->term.parts.count == 0)
    return scope_fail(p->scope, p->now.from, "[%s] has no term before it", t.field->name);
  query *q = term_end_tagged(&p->term, &t, &p->levels);
  if (q && t.field->can & FIELD_RANGES && q->kind == QUERY_VALUE && p->next.kind == TOKEN_COLON)
    q = read_second_end(p, q, &t);
  if (!q) return false;
  q->size = p->now.to - q->from;
  return levels_operand(&p->levels, q);
}

static query *end_group(parser *p, query *q) {
  tag t;
  bool tagged = false;
  if (!advance(p) || !tag_read(p->scope, p->now.text, p->now.from, &t)) return NULL;
  q = term_tag_group(p->scope, q, &t, &tagged);
  if (q && !tagged) {
    scope_fail(p->scope, p->now.from, "no term in the bracket before [%s] is without a tag",
               t.field->name);
    return NULL;
  }
  scope_note(p->scope,
             "[%s] after a bracket is given to each of its terms; PubMed itself would not",
             t.field->name);
  return q;
}

static bool end_bracket(parser *p) {
  if (!term_end_untagged(&p->term, &p->levels)) return false;
  query *q = levels_close(&p->levels, p->now.from);
  if (q && p->next.kind == TOKEN_TAG) q = end_group(p, q);
  return q && levels_operand(&p->levels, q);
}

/* ---- Words ---- */

static bool read_reference(parser *p, query_kind kind, text name, size_t from) {
  if (!term_end_untagged(&p->term, &p->levels)) return false;
  query *q = query_new(p->scope->arena, kind);
  q->text = name;
  q->from = from, q->size = p->now.to - from;
  return levels_operand(&p->levels, q);
}

static bool read_part(parser *p) {
  if (term_is_ended_by(&p->term, &p->now) && !term_end_untagged(&p->term, &p->levels)) return false;
  term_add(&p->term, &p->now);
  return true;
}

static bool read_word(parser *p) {
  static const text saved = TEXT_STATIC("query:");
  text word = p->now.text, rest = text_slice(word, 1, word.size);
  text bare = scan_trim(word, "=*"); /* as a word is taken up, so that none is taken for a name */
  size_t from = p->now.from;
  if (word.data[0] == '#' && text_all_digits(rest))
    return read_reference(p, QUERY_HISTORY, rest, from);
  if (text_equal_nocase(word, saved) && p->next.kind == TOKEN_QUOTED && p->next.from == p->now.to)
    return advance(p) &&
           read_reference(p, QUERY_SAVED, scan_clean(p->scope->arena, p->now.text), from);
  if (text_starts_nocase(bare, saved) && bare.size > saved.size)
    return read_reference(p, QUERY_SAVED, text_slice(bare, saved.size, bare.size), from);
  if (word.data[0] == '-' && rest.size && ascii_is_letter(rest.data[0]))
    scope_note(p->scope, "\"%.*s\" does not exclude the word; NOT does",
               TEXT_ARG(scan_shown(word)));
  if (word.size > 1 && word.data[word.size - 1] == '/')
    scope_note(p->scope, "\"%.*s\": a heading has [mh] behind it; a slash has Ovid's language",
               TEXT_ARG(scan_shown(word)));
  return read_part(p);
}

static bool read_operator(parser *p, query_kind kind) {
  return term_end_untagged(&p->term, &p->levels) &&
         levels_operator(&p->levels, kind, p->now.text, p->now.from);
}

static bool read_token(parser *p) {
  switch (p->now.kind) {
    case TOKEN_WORD:
      return read_word(p);
    case TOKEN_QUOTED:
    case TOKEN_COLON:
      return read_part(p);
    case TOKEN_TAG:
      return end_tagged(p);
    case TOKEN_OPEN:
      return term_end_untagged(&p->term, &p->levels) && levels_open(&p->levels, p->now.from);
    case TOKEN_CLOSE:
      return end_bracket(p);
    case TOKEN_AND:
      return read_operator(p, QUERY_AND);
    case TOKEN_OR:
      return read_operator(p, QUERY_OR);
    case TOKEN_NOT:
      return read_operator(p, QUERY_NOT);
    case TOKEN_END:
      break;
  }
  return term_end_untagged(&p->term, &p->levels);
}

/* ---- Whole queries ---- */

static bool is_year(text digits) {
  return digits.size == 4 && text_compare(digits, TEXT("1800")) >= 0 &&
         text_compare(digits, TEXT("2099")) <= 0;
}

static query *read_pmid(const scope *s, const query *word) {
  enum { SHORTEST = 4, LONGEST = 8 };
  if (word->kind != QUERY_WORD || word->field || !text_all_digits(word->text)) return NULL;
  if (word->text.size < SHORTEST || word->text.size > LONGEST) return NULL;
  query *q = query_copy(s->arena, word);
  q->kind = QUERY_VALUE;
  q->field = field_find(TEXT("pmid"));
  return q;
}

/* A query of nothing but PMIDs asks for them, ORed; any other stays. Four digits alone may be a
 * year rather than one of the oldest PMIDs. */
static query *read_pmids(const scope *s, query *whole) {
  query *all = query_new(s->arena, QUERY_OR);
  bool run = whole->kind == QUERY_RUN, years = true;
  for (size_t i = 0; i < (run ? whole->items.count : 1); i++) {
    query *one = read_pmid(s, run ? whole->items.items[i] : whole);
    if (!one) return whole;
    years = years && is_year(one->text);
    query_add(s->arena, all, one);
  }
  if (years) return whole;
  all->from = whole->from, all->size = whole->size;
  return run ? all : all->items.items[0];
}

static query *read_query(const scope *s) {
  parser p = {.scope = s, .lexer = {s, 0}, .term = {.scope = s}};
  levels_start(&p.levels, s);
  if (!lexer_next(&p.lexer, &p.next)) return NULL;
  do
    if (!advance(&p) || !read_token(&p)) return NULL;
  while (p.now.kind != TOKEN_END);
  return levels_finish(&p.levels);
}

query *query_parse(text typed, const query_options *options, arena *a, error *e) {
  scope s = {typed, a, e, options ? options->notes : NULL, options ? options->today : 0};
  query *q = read_query(&s);
  if (q) q = read_pmids(&s, q);
  if (!arena_failed(a)) return q;
  error_memory(e);
  return NULL;
}
