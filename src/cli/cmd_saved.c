/* carrel saved: searches under a name. */
#include "base/json.h"
#include "cli/answers.h"
#include "cli/library.h"
#include "cli/past.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "cli/table.h"
#include "cli/verbs.h"
#include "query/reference.h"

/* --- The list --- */

static void write_text(output *out, const void *context) {
  const past_searches *all = context;
  size_t widest = 0;
  for (size_t i = 0; i < all->count; i++)
    if (all->items[i].name.size > widest) widest = all->items[i].name.size;
  for (size_t i = 0; i < all->count; i++) {
    const past_search *one = &all->items[i];
    const size_t places[] = {0, widest + 2};
    text found = table_number(one->found, out->scratch);
    text cells[] = {one->name,
                    arena_printf(out->scratch, "%.*s  (%.*s, %.*s)", TEXT_ARG(one->typed),
                                 TEXT_ARG(found), TEXT_ARG(one->asked))};
    table_row(out, cells, places, 2);
  }
}

static void write_json(output *out, const void *context) {
  const past_searches *all = context;
  buffer *b = &out->bytes;
  for (size_t i = 0; i < all->count; i++) {
    const past_search *one = &all->items[i];
    const struct {
      const char *key;
      text value;
    } members[] = {
        {"name", one->name}, {"query", one->typed}, {"syntax", one->dialect}, {"time", one->asked}};
    buffer_put(b, "{");
    for (size_t k = 0; k < sizeof members / sizeof *members; k++) {
      json_add_key(b, text_of(members[k].key));
      json_add_text(b, members[k].value);
    }
    buffer_printf(b, ",\"records\":%lld}\n", one->found);
  }
}

static exit_status list(const call *c) {
  static const printer_form forms[] = {{"text", write_text}, {"jsonl", write_json}, {NULL, NULL}};
  const printer_form *form = printer_form_of(c, forms);
  past_searches all = {0};
  library l = {0};
  error e;
  error_clear(&e);
  if (!form) return STATUS_USE;
  bool good = library_read(&l, c, &e) && saved_all(l.store, &all, c->arena, &e);
  library_close(&l);
  good = good && printer_text(c->settings, form->write, &all, &e);
  if (!good) return say_error(&e);
  if (!all.count && !c->settings->quiet) say("no search has been saved yet");
  return all.count ? STATUS_FOUND : STATUS_NOTHING;
}

/* --- Saving --- */

/* What stands in the history can be cleared, and what had the name is no more: a saved search holds
 * these itself. */
static bool needs_words(const query *q, text name) {
  if (q->kind == QUERY_SAVED) return text_equal_nocase(q->text, name);
  for (size_t i = 0; i < q->items.count; i++)
    if (needs_words(q->items.items[i], name)) return true;
  return q->kind == QUERY_HISTORY;
}

static text lasting_words(const call *c, text name, asking *q) {
  texts lost = {0};
  if (!needs_words(q->strategy.lines.items[0].read, name)) return q->typed;
  text words = dialect_write(asking_query(q), q->strategy.dialect, c->arena, &lost);
  say_notices(c->settings, &lost);
  return words;
}

/* What the search says and finds, now. */
static bool fill(const call *c, const asking *q, searcher *x, past_search *search, error *e) {
  answer found;
  search_request none = {.literal = true};
  const query *meant = asking_meaning(c, q, x, e);
  if (!meant || !search_query(x, meant, &none, c->arena, &found, e)) return false;
  past_fill(c, q, meant, x, found.total, search);
  return true;
}

static bool put(const call *c, const past_search *search, error *e) {
  library l = {0};
  bool good = library_write(&l, c, e) && saved_put(l.store, search, e);
  library_close(&l);
  return good;
}

static exit_status save(const call *c, text name, asking *q) {
  library l = {0};
  past_search search = {0};
  error e;
  error_clear(&e);
  exit_status status = STATUS_FOUND;
  if (!library_read(&l, c, &e)) status = say_error(&e);
  else if (!asking_resolve(c, q, l.store, &e)) status = asking_fail(q, &e);
  else if (!fill(c, q, l.searcher, &search, &e)) status = say_error(&e);
  else {
    search.name = name;
    search.typed = lasting_words(c, name, q);
  }
  library_close(&l);
  if (status == STATUS_FOUND && !put(c, &search, &e)) status = say_error(&e);
  if (status == STATUS_FOUND && !c->settings->quiet)
    say_line("query:%.*s finds %.*s", TEXT_ARG(name),
             TEXT_ARG(table_number(search.found, c->arena)));
  return status;
}

/* A name is one word, so that it can stand in a query without quotes. */
static bool is_name(text name) {
  for (size_t i = 0; i < name.size; i++)
    if (!ascii_is_letter(name.data[i]) && !ascii_is_digit(name.data[i]) && name.data[i] != '-' &&
        name.data[i] != '_' && (unsigned char)name.data[i] < 0x80)
      return false;
  return name.size > 0;
}

static exit_status add(const call *c) {
  text name = text_of(c->arguments[0]);
  call rest = *c;
  asking q;
  rest.arguments++, rest.count--;
  if (!is_name(name))
    return say_use(c->command, "\"%s\" is no name: letters, digits, - and _", c->arguments[0]);
  if (c->settings->strategy) return say_use(c->command, "a strategy cannot be saved");
  exit_status status = asking_read(&rest, &q);
  return status == STATUS_FOUND ? save(&rest, name, &q) : status;
}

static exit_status remove_named(const call *c) {
  library l = {0};
  bool was = false;
  error e;
  error_clear(&e);
  text name = text_of(c->arguments[0]);
  bool good =
      library_find(c, &e) && library_write(&l, c, &e) && saved_remove(l.store, name, &was, &e);
  library_close(&l);
  if (!good) return say_error(&e);
  if (!was) say("there is no query:%s", c->arguments[0]);
  return was ? STATUS_FOUND : STATUS_NOTHING;
}

/* --- What is new --- */

static exit_status show_new(const call *c) {
  text name = text_of(c->arguments[0]);
  asking q;
  asking_saved(c, name, &q);
  return answers_new(c, &q, name, ANSWER_ALL);
}

static exit_status run(const call *c) {
  static const verb verbs[] = {{"add", "NAME QUERY...", 2, ANY_NUMBER, add},
                               {"remove", "NAME", 1, 1, remove_named},
                               {"new", "NAME", 1, 1, show_new},
                               {NULL, NULL, 0, 0, NULL}};
  return c->count ? verbs_run(c, verbs) : list(c);
}

const command command_saved = {
    .name = "saved",
    .arguments = "[add NAME QUERY... | new NAME | remove NAME]",
    .summary = "searches under a name, and what is new in them",
    .details =
        "In queries, query:NAME stands for the search of that name: carrel search query:her2. "
        "`new` shows the records that "
        "it finds and that were taken in, or revised, since `add` or the last `new`. Adding a name "
        "again puts the new search into its place.",
    .examples = {{"carrel saved add her2 'her2[tiab] OR receptor, erbb-2[mh]'", "to save a search"},
                 {"carrel saved add resistant 'query:her2 AND resistan*'", "one that uses another"},
                 {"carrel saved new her2", "what has come since"}},
    .groups = OPTION_QUERY | OPTION_RESULTS | OPTION_OUTPUT,
    .most = ANY_NUMBER,
    .run = run,
};
