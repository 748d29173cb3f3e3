/* Search strategies: their lines, and what these are of each other. */
#include "query/strategy.h"

#include "base/buffer.h"
#include "query/reference.h"
#include "query/scan.h"

enum { LONGEST_NUMBER = 4, WIDEST_GAP = 50 };

/* ---- Lines ---- */

/* What stands at the head of a line: "12. ", "#12 ", "12) ", "12\t". */
typedef struct head {
  unsigned number; /* 0: none */
  bool marked;     /* by more than a space */
  text rest;
} head;

static head read_head(text line) {
  head h = {0, false, text_trim(line)};
  bool hash = text_starts(h.rest, TEXT("#"));
  text digits = text_slice(h.rest, hash, h.rest.size);
  size_t size = 0;
  long long number;
  while (size < digits.size && ascii_is_digit(digits.data[size])) size++;
  text rest = text_slice(digits, size, digits.size);
  if (size == 0 || size > LONGEST_NUMBER || rest.size == 0) return h;
  bool sign = rest.data[0] == '.' || rest.data[0] == ')' || rest.data[0] == ':';
  if (sign) rest = text_slice(rest, 1, rest.size);
  if (!scan_space(rest) || !text_to_number(text_slice(digits, 0, size), &number)) return h;
  h.marked = hash || sign || rest.data[0] == '\t';
  h.number = (unsigned)number;
  h.rest = text_trim(rest);
  return h;
}

/* "1 and 2" begins with no line's number but with a line. */
static bool is_combination(text rest) {
  static const text operators[] = {TEXT_STATIC("and"), TEXT_STATIC("or"), TEXT_STATIC("not")};
  text word;
  if (!scan_take(&rest, &word)) return true;
  for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
    if (text_equal_nocase(word, operators[i])) return true;
  return text_starts_nocase(word, TEXT("adj"));
}

static bool begins(head h, unsigned last) {
  if (h.number == 0 || h.rest.size == 0) return false;
  if (last == 0) return h.number == 1 && !is_combination(h.rest);
  if (h.number == last + 1) return h.marked || !is_combination(h.rest);
  return h.marked && h.number > last && h.number <= last + WIDEST_GAP && !is_combination(h.rest);
}

/* Without the count of results that databases print behind a line. */
static text without_count(text line) {
  size_t tab = text_find_last(line, TEXT("\t")), space = text_find_last(line, TEXT(" "));
  size_t at = tab == TEXT_NONE ? space : tab;
  if (at == TEXT_NONE) return line;
  text count = text_trim(text_slice(line, at + 1, line.size));
  bool bracket = text_starts(count, TEXT("(")) && text_ends(count, TEXT(")"));
  if (bracket) count = text_slice(count, 1, count.size - 1);
  for (size_t i = 0; i < count.size; i++)
    if (!ascii_is_digit(count.data[i]) && count.data[i] != ',') return line;
  bool counts = count.size && (bracket || at == tab);
  return counts ? text_trim(text_slice(line, 0, at)) : line;
}

/* "Search: asthma", as PubMed's history shows it. */
static text without_label(text line) {
  static const text labels[] = {TEXT_STATIC("search:"), TEXT_STATIC("search ")};
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
    if (text_starts_nocase(line, labels[i]) &&
        (i == 0 || text_starts(text_slice(line, labels[i].size, line.size), TEXT("("))))
      return text_trim(text_slice(line, labels[i].size, line.size));
  return line;
}

typedef struct splitter {
  text whole;
  strategy *strategy;
  const query_options *options;
  arena *arena;
} splitter;

static void add_line(splitter *p, unsigned number, text typed) {
  strategy_line *line = list_push(p->arena, &p->strategy->lines);
  *line = (strategy_line){.number = number, .typed = typed};
  line->from = (size_t)(typed.data - p->whole.data);
}

static void continue_line(splitter *p, text more) {
  strategy_line *last = &p->strategy->lines.items[p->strategy->lines.count - 1];
  last->typed.size = (size_t)(more.data + more.size - last->typed.data);
}

static bool is_numbered(text whole) {
  text line;
  while (text_take_line(&whole, &line))
    if (begins(read_head(line), 0)) return true;
  return false;
}

static void split_numbered(splitter *p) {
  text rest = p->whole, line;
  unsigned last = 0;
  while (text_take_line(&rest, &line)) {
    head h = read_head(line);
    bool first = begins(h, last);
    text typed = without_count(first ? without_label(h.rest) : text_trim(line));
    if (typed.size == 0) continue;
    if (first) add_line(p, last = h.number, typed);
    else if (last) continue_line(p, typed);
    else if (p->options && p->options->notes)
      *list_push(p->arena, p->options->notes) =
          arena_printf(p->arena, "passed over: %.*s", TEXT_ARG(scan_shown(typed)));
  }
}

static void split_plain(splitter *p) {
  text rest = p->whole, line;
  unsigned number = 0;
  while (text_take_line(&rest, &line)) {
    line = text_trim(line);
    if (line.size) add_line(p, ++number, line);
  }
}

/* ---- References ---- */

static const strategy_line *find_line(const strategy *s, text number, size_t before) {
  long long wanted;
  if (!text_to_number(number, &wanted)) return NULL;
  for (size_t i = 0; i < before; i++)
    if (s->lines.items[i].number == wanted) return &s->lines.items[i];
  return NULL;
}

/* Whether the line is numbers and nothing else, which are lines even without #. */
static bool is_numbers(const query *q) {
  if (q->kind == QUERY_HISTORY) return true;
  if (q->kind == QUERY_WORD)
    return !q->field && q->text.size <= LONGEST_NUMBER && text_all_digits(q->text);
  for (size_t i = 0; i < q->items.count; i++)
    if (!is_numbers(q->items.items[i])) return false;
  return q->kind == QUERY_AND || q->kind == QUERY_OR || q->kind == QUERY_NOT;
}

static void make_references(query *q) {
  if (q->kind == QUERY_WORD) q->kind = QUERY_HISTORY;
  for (size_t i = 0; i < q->items.count; i++) make_references(q->items.items[i]);
}

/* The lines above the one that is read. */
typedef struct lines_above {
  const strategy *strategy;
  size_t count;
} lines_above;

static query *find_above(void *context, query *reference, error *e) {
  const lines_above *above = context;
  if (reference->kind != QUERY_HISTORY) return reference;
  const strategy_line *line = find_line(above->strategy, reference->text, above->count);
  if (line) return line->tree;
  error_set(e, ERROR_USE, "there is no line %.*s above", TEXT_ARG(scan_shown(reference->text)));
  return NULL;
}

/* ---- Languages ---- */

const char *const dialect_names[] = {"auto", "pubmed", "ovid", NULL};

query *dialect_parse(text typed, query_dialect dialect, const query_options *options, arena *a,
                     error *e) {
  return dialect == DIALECT_OVID ? ovid_parse(typed, options, a, e)
                                 : query_parse(typed, options, a, e);
}

text dialect_write(const query *q, query_dialect dialect, arena *a, texts *lost) {
  return dialect == DIALECT_OVID ? query_to_ovid(q, a, lost) : query_to_pubmed(q, a, lost);
}

/* ---- Strategies ---- */

static query_dialect find_dialect(const strategy *s) {
  for (size_t i = 0; i < s->lines.count; i++)
    if (ovid_is_likely(s->lines.items[i].typed)) return DIALECT_OVID;
  return DIALECT_PUBMED;
}

/* The error of a line as one of the whole text. */
static bool move_error(error *e, text whole, const strategy_line *line) {
  if (e->kind != ERROR_USE) return false;
  e->offset += (long)line->from;
  e->line = 1;
  for (size_t i = 0; i < (size_t)e->offset && i < whole.size; i++) e->line += whole.data[i] == '\n';
  return false;
}

bool strategy_parse(text typed, query_dialect dialect, const query_options *options, arena *a,
                    strategy *s, error *e) {
  *s = (strategy){.dialect = dialect};
  splitter p = {typed, s, options, a};
  if (is_numbered(typed)) split_numbered(&p);
  else split_plain(&p);
  if (arena_failed(a)) return error_memory(e);
  if (s->lines.count == 0) {
    e->offset = 0;
    return error_set(e, ERROR_USE, "there is no line with a query");
  }
  if (dialect == DIALECT_ANY) s->dialect = find_dialect(s);
  for (size_t i = 0; i < s->lines.count; i++) {
    strategy_line *line = &s->lines.items[i];
    lines_above above = {s, i};
    references to = {find_above, &above};
    line->read = dialect_parse(line->typed, s->dialect, options, a, e);
    if (!line->read) return move_error(e, typed, line);
    if (is_numbers(line->read) && line->read->kind != QUERY_WORD) make_references(line->read);
    line->tree = query_refer(line->read, &to, a, e);
    if (!line->tree) return move_error(e, typed, line);
  }
  return !arena_failed(a) || error_memory(e);
}

text strategy_write(const strategy *s, query_dialect dialect, arena *a, texts *lost) {
  buffer b = {0};
  for (size_t i = 0; i < s->lines.count; i++) {
    const strategy_line *line = &s->lines.items[i];
    text written = dialect_write(line->read, dialect, a, lost);
    buffer_printf(&b, "%u. ", line->number);
    buffer_add(&b, written);
    buffer_add_byte(&b, '\n');
  }
  text whole = arena_text(a, buffer_text(&b));
  if (b.failed) a->failed = true;
  buffer_finish(&b);
  return whole;
}
