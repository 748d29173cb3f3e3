/* Reading queries and strategies. */
#include "cli/asking.h"

#include "cli/arguments.h"
#include "cli/past.h"
#include "cli/say.h"
#include "query/reference.h"

static strategy_line *last_line(const asking *q) {
  return &q->strategy.lines.items[q->strategy.lines.count - 1];
}

const query *asking_query(const asking *q) { return last_line(q)->tree; }

const query *asking_meaning(const call *c, const asking *q, searcher *x, error *e) {
  if (c->settings->literal) return asking_query(q);
  return search_translate(x, asking_query(q), NULL, c->arena, e);
}

exit_status asking_fail(const asking *q, const error *e) { return say_query_error(e, q->typed); }

/* --- Reading --- */

static void add_line(const call *c, asking *q, query *read) {
  strategy_line line = {.number = 1, .typed = q->typed, .read = read, .tree = read};
  *list_push(c->arena, &q->strategy.lines) = line;
}

void asking_everything(const call *c, asking *q) {
  *q = (asking){.typed = TEXT("all[sb]"), .strategy.dialect = DIALECT_PUBMED};
  add_line(c, q, query_new(c->arena, QUERY_ALL));
}

void asking_saved(const call *c, text name, asking *q) {
  *q = (asking){.typed = arena_printf(c->arena, "query:%.*s", TEXT_ARG(name)),
                .strategy.dialect = DIALECT_PUBMED};
  query *saved = query_new(c->arena, QUERY_SAVED);
  saved->text = name;
  add_line(c, q, saved);
}

static void note_ovid(const call *c, asking *q) {
  if (c->settings->syntax == DIALECT_ANY && q->strategy.dialect == DIALECT_OVID)
    *list_push(c->arena, &q->notes) =
        TEXT("read as Ovid's language; --syntax pubmed has it read as PubMed's");
}

static bool read_query(const call *c, asking *q, error *e) {
  query_options options = {.today = arguments_today(), .notes = &q->notes};
  query_dialect dialect = c->settings->syntax;
  if (dialect == DIALECT_ANY) dialect = ovid_is_likely(q->typed) ? DIALECT_OVID : DIALECT_PUBMED;
  q->strategy.dialect = dialect;
  note_ovid(c, q);
  query *read = dialect_parse(q->typed, dialect, &options, c->arena, e);
  if (read) add_line(c, q, read);
  return read != NULL;
}

static const char *name_of(const char *file) {
  return text_equal(text_of(file), TEXT("-")) ? "standard input" : file;
}

static bool read_strategy(const call *c, asking *q, error *e) {
  query_options options = {.today = arguments_today(), .notes = &q->notes};
  if (!strategy_parse(q->typed, c->settings->syntax, &options, c->arena, &q->strategy, e))
    return e->line ? error_at(e, name_of(q->file), e->line) : false;
  note_ovid(c, q);
  return true;
}

exit_status asking_read(const call *c, asking *q) {
  error e;
  error_clear(&e);
  *q = (asking){.file = c->settings->strategy};
  if (q->file && c->count)
    return say_use(c->command, "--strategy takes no query beside it: \"%s\"", c->arguments[0]);
  if (!q->file && !c->count) return say_use(c->command, "%s is missing", c->command->arguments);
  bool good =
      q->file ? arguments_file(c, q->file, &q->typed, &e) : arguments_words(c, &q->typed, &e);
  if (!good) return say_error(&e);
  if (q->file ? read_strategy(c, q, &e) : read_query(c, q, &e)) return STATUS_FOUND;
  return asking_fail(q, &e);
}

/* --- References --- */

bool asking_has_references(const asking *q) {
  for (size_t i = 0; i < q->strategy.lines.count; i++)
    if (query_has_references(q->strategy.lines.items[i].tree)) return true;
  return false;
}

bool asking_resolve(const call *c, asking *q, store *s, error *e) {
  past p = {.store = s, .arena = c->arena, .today = arguments_today()};
  references to = {past_find, &p};
  for (size_t i = 0; i < q->strategy.lines.count; i++) {
    strategy_line *line = &q->strategy.lines.items[i];
    line->tree = query_refer(line->tree, &to, c->arena, e);
    if (line->tree) continue;
    e->offset += (long)line->from;
    return false;
  }
  return !arena_failed(c->arena) || error_memory(e);
}
