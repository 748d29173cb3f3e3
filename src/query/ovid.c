/* Reading Ovid's query language: operators by precedence, bracket by bracket, without recursion. */
#include "query/ovid.h"

#include "query/ovid_limit.h"
#include "query/ovid_term.h"

typedef struct operand {
  query *tree;
  bool chain; /* it was made by operators here, so that another of its kind joins it */
} operand;

typedef struct frame {
  size_t operators; /* how many there were when the bracket was opened */
  size_t opened;    /* where */
} frame;

typedef struct parser {
  const scope *scope;
  ovid_lexer lexer;
  ovid_token now;
  bool complete; /* an operand has just ended: an operator, a suffix or a bracket can follow */
  bool mixed;    /* the remark on precedence has been made */
  LIST_OF(ovid_token) term;
  LIST_OF(operand) operands;
  LIST_OF(ovid_token) operators;
  LIST_OF(frame) frames;
} parser;

static frame *top_frame(parser *p) { return &p->frames.items[p->frames.count - 1]; }

static operand *top_operand(parser *p) { return &p->operands.items[p->operands.count - 1]; }

static bool push_operand(parser *p, query *q) {
  if (!q) return false;
  if (p->complete) return scope_fail(p->scope, q->from, "an operator is missing before this");
  *list_push(p->scope->arena, &p->operands) = (operand){q, false};
  p->complete = true;
  return !arena_failed(p->scope->arena) || error_memory(p->scope->error);
}

/* ---- Operators ---- */

static const struct {
  ovid_kind token;
  query_kind node;
  int binds;
} precedence[] = {
    {OVID_OR, QUERY_OR, 1},
    {OVID_NOT, QUERY_NOT, 2},
    {OVID_AND, QUERY_AND, 3},
    {OVID_ADJ, QUERY_NEAR, 4},
};

static size_t operator_row(ovid_kind token) {
  size_t row = 0;
  while (precedence[row].token != token) row++;
  return row;
}

static bool check_size(const parser *p, const query *q, size_t at) {
  if (q->height > QUERY_HIGHEST)
    return scope_fail(p->scope, at, "the query is nested more than %d deep", QUERY_HIGHEST);
  return q->leaves <= QUERY_MOST_LEAVES ||
         scope_fail(p->scope, at, "the query has more than %d terms", QUERY_MOST_LEAVES);
}

static query *join(parser *p, operand left, operand right, const ovid_token *by) {
  query_kind kind = precedence[operator_row(by->kind)].node;
  query *q = left.tree;
  if (kind == QUERY_NEAR) return ovid_near(p->scope, left.tree, right.tree, by);
  if (left.chain && q->kind == kind && kind != QUERY_NOT) query_add(p->scope->arena, q, right.tree);
  else q = query_pair(p->scope->arena, kind, left.tree, right.tree);
  q->from = left.tree->from;
  q->size = right.tree->from + right.tree->size - q->from;
  return q;
}

/* Works off the operators of this bracket that bind at least so tightly. */
static bool reduce(parser *p, int binds) {
  while (p->operators.count > top_frame(p)->operators) {
    ovid_token by = p->operators.items[p->operators.count - 1];
    if (precedence[operator_row(by.kind)].binds < binds) break;
    p->operators.count--;
    operand right = *top_operand(p);
    p->operands.count--;
    operand *left = top_operand(p);
    query *q = join(p, *left, right, &by);
    if (!q || !check_size(p, q, by.from)) return false;
    *left = (operand){q, true};
  }
  return true;
}

/* Says once that operators side by side are worked off by their rank. */
static void note_mixed(parser *p) {
  if (p->mixed || p->now.kind == OVID_ADJ || p->operators.count == top_frame(p)->operators) return;
  ovid_kind last = p->operators.items[p->operators.count - 1].kind;
  p->mixed = last != OVID_ADJ && last != p->now.kind;
  if (p->mixed)
    scope_note(p->scope, "without brackets, and is worked off before not, and not before or");
}

static bool read_operator(parser *p) {
  if (!p->complete)
    return scope_fail(p->scope, p->now.from, "%.*s needs a term before it", TEXT_ARG(p->now.text));
  note_mixed(p);
  if (!reduce(p, precedence[operator_row(p->now.kind)].binds)) return false;
  *list_push(p->scope->arena, &p->operators) = p->now;
  p->complete = false;
  return !arena_failed(p->scope->arena) || error_memory(p->scope->error);
}

/* ---- Terms, brackets, suffixes ---- */

static bool end_term(parser *p) {
  if (p->term.count == 0) return true;
  query *q = ovid_term(p->scope, p->term.items, p->term.count);
  p->term.count = 0;
  return push_operand(p, q);
}

static bool read_suffix(parser *p) {
  ovid_fields fields;
  if (!p->complete) return scope_fail(p->scope, p->now.from, "this field has no term before it");
  if (!ovid_fields_read(p->scope, p->now.text, p->now.from, &fields)) return false;
  if (!reduce(p, precedence[operator_row(OVID_ADJ)].binds)) return false;
  operand *last = top_operand(p);
  query *q = ovid_apply(p->scope, last->tree, &fields, true);
  if (!q || !check_size(p, q, p->now.from)) return false;
  q->size = p->now.to - q->from;
  *last = (operand){q, false};
  return true;
}

static bool read_open(parser *p) {
  if (p->complete) return scope_fail(p->scope, p->now.from, "an operator is missing before this");
  if (p->frames.count > QUERY_HIGHEST)
    return scope_fail(p->scope, p->now.from, "brackets are nested more than %d deep",
                      QUERY_HIGHEST);
  *list_push(p->scope->arena, &p->frames) = (frame){p->operators.count, p->now.from};
  return !arena_failed(p->scope->arena) || error_memory(p->scope->error);
}

/* What ends here has to be whole. */
static bool check_end(parser *p, const char *empty) {
  if (p->complete) return true;
  if (p->operators.count > top_frame(p)->operators)
    return scope_fail(p->scope, p->operators.items[p->operators.count - 1].from,
                      "this operator needs a term after it");
  return scope_fail(p->scope, top_frame(p)->opened, "%s", empty);
}

static bool read_close(parser *p) {
  if (p->frames.count == 1)
    return scope_fail(p->scope, p->now.from, "this bracket was never opened");
  if (!check_end(p, "nothing stands in this bracket") || !reduce(p, 0)) return false;
  top_operand(p)->chain = false;
  p->frames.count--;
  return true;
}

static bool read_token(parser *p) {
  if (p->now.kind == OVID_WORD || p->now.kind == OVID_QUOTED) {
    *list_push(p->scope->arena, &p->term) = p->now;
    return true;
  }
  if (!end_term(p)) return false;
  switch (p->now.kind) {
    case OVID_HEADING:
      return push_operand(p, ovid_heading(p->scope, &p->now));
    case OVID_COMBINE:
      return push_operand(p, ovid_combine(p->scope, &p->now));
    case OVID_SUFFIX:
      return read_suffix(p);
    case OVID_OPEN:
      return read_open(p);
    case OVID_CLOSE:
      return read_close(p);
    case OVID_END:
      return true;
    default:
      return read_operator(p);
  }
}

static query *read_query(const scope *s) {
  parser p = {.scope = s, .lexer = {.scope = s}};
  ovid_fields fields = ovid_fields_default();
  *list_push(s->arena, &p.frames) = (frame){0};
  do
    if (!ovid_next(&p.lexer, &p.now) || !read_token(&p)) return NULL;
  while (p.now.kind != OVID_END);
  if (p.frames.count > 1) {
    scope_fail(s, top_frame(&p)->opened, "this bracket is never closed");
    return NULL;
  }
  if (!check_end(&p, "the query is empty") || !reduce(&p, 0)) return NULL;
  query *q = ovid_apply(s, top_operand(&p)->tree, &fields, false);
  return q && check_size(&p, q, 0) ? q : NULL;
}

/* ---- Which language it is ---- */

/* Whether a tag of PubMed's stands in the text. */
static bool has_tag(text typed) {
  text inside, rest = typed;
  while (text_cut(rest, TEXT("["), &inside, &rest)) {
    text name, modifier;
    text_cut(rest, TEXT("]"), &inside, &modifier);
    text_cut(text_slice(inside, 0, 64), TEXT(":"), &name, &modifier);
    if (field_find(name)) return true;
  }
  return false;
}

static bool is_sign(const ovid_token *t, text typed) {
  switch (t->kind) {
    case OVID_HEADING:
      return t->explode || t->major || t->qualifiers.size == 0;
    case OVID_SUFFIX:
      return typed.data[t->to - 1] == '.';
    case OVID_COMBINE:
      return true;
    case OVID_ADJ:
      return t->distance > 0;
    default:
      return false;
  }
}

bool ovid_is_likely(text typed) {
  arena a;
  error ignored;
  arena_init(&a);
  scope s = {.typed = typed, .arena = &a, .error = &ignored};
  ovid_lexer l = {.scope = &s};
  ovid_token t = {.kind = OVID_END};
  bool likely = ovid_is_limit(typed);
  if (!likely && !has_tag(typed)) {
    do
      if (!ovid_next(&l, &t)) break;
    while (t.kind != OVID_END && !(likely = is_sign(&t, typed)));
  }
  arena_finish(&a);
  return likely;
}

query *ovid_parse(text typed, const query_options *options, arena *a, error *e) {
  scope s = {typed, a, e, options ? options->notes : NULL, options ? options->today : 0};
  query *q = ovid_is_limit(typed) ? ovid_limit(&s) : read_query(&s);
  if (!arena_failed(a)) return q;
  error_memory(e);
  return NULL;
}
