/* Looking up and writing down what was asked. */
#include "cli/past.h"

#include <stdlib.h>
#include <time.h>

#include "base/nearest.h"
#include "cli/arguments.h"
#include "cli/say.h"
#include "index/index.h"
#include "query/reference.h"
#include "query/scan.h"

/* How many searches may refer to each other in a row, and how long to wait for another program that
 * is writing to the library, in milliseconds. */
enum { DEEPEST = 200, WAIT = 200 };

struct past_tree {
  query_kind kind;
  text name;
  query *tree; /* NULL: it is being read */
};

/* --- Looking up --- */

static struct past_tree *known(past *p, const query *reference) {
  for (size_t i = 0; i < p->trees.count; i++) {
    struct past_tree *one = &p->trees.items[i];
    if (one->kind == reference->kind && text_equal_nocase(one->name, reference->text)) return one;
  }
  return NULL;
}

/* How a reference is typed, in messages. */
static text shown(const past *p, const query *reference) {
  const char *sign = reference->kind == QUERY_HISTORY ? "#" : "query:";
  return arena_printf(p->arena, "%s%.*s", sign, TEXT_ARG(scan_shown(reference->text)));
}

static query *fail_missing(past *p, const query *reference, error *e) {
  past_searches all = {0};
  text name = shown(p, reference);
  nearest near = nearest_to(reference->text);
  if (reference->kind == QUERY_HISTORY) {
    error_set(e, ERROR_USE, "there is no search %.*s; `carrel history` lists them", TEXT_ARG(name));
    return NULL;
  }
  if (!saved_all(p->store, &all, p->arena, e)) return NULL;
  for (size_t i = 0; i < all.count; i++)
    nearest_offer(&near, all.items[i].name, arena_string(p->arena, all.items[i].name));
  if (near.name)
    error_set(e, ERROR_USE, "there is no %.*s; did you mean query:%s?", TEXT_ARG(name), near.name);
  else error_set(e, ERROR_USE, "there is no %.*s; `carrel saved` lists them", TEXT_ARG(name));
  return NULL;
}

static bool look_up(past *p, const query *reference, past_searches *found, error *e) {
  long long number;
  if (reference->kind == QUERY_SAVED)
    return saved_find(p->store, reference->text, found, p->arena, e);
  return !text_to_number(reference->text, &number) ||
         history_find(p->store, number, found, p->arena, e);
}

/* The tree of a search, with what it refers to in place. */
static query *read_search(past *p, const past_search *search, error *e) {
  query_options options = {.today = p->today};
  references to = {past_find, p};
  query_dialect dialect = text_equal(search->dialect, TEXT("ovid")) ? DIALECT_OVID : DIALECT_PUBMED;
  query *tree = dialect_parse(search->typed, dialect, &options, p->arena, e);
  return tree ? query_refer(tree, &to, p->arena, e) : NULL;
}

query *past_find(void *context, query *reference, error *e) {
  past *p = context;
  past_searches found = {0};
  struct past_tree *before = known(p, reference);
  if (before && before->tree) return before->tree;
  if (before || p->depth == DEEPEST) {
    error_set(e, ERROR_USE, "%.*s refers to itself", TEXT_ARG(shown(p, reference)));
    return NULL;
  }
  if (!look_up(p, reference, &found, e)) return NULL;
  if (!found.count) return fail_missing(p, reference, e);
  size_t place = p->trees.count;
  *list_push(p->arena, &p->trees) = (struct past_tree){reference->kind, reference->text, NULL};
  p->depth++;
  query *tree = read_search(p, &found.items[0], e);
  p->depth--;
  p->trees.items[place].tree = tree;
  return tree;
}

/* --- Writing down --- */

static text now(arena *a) {
  char stamp[32];
  time_t seconds = arguments_now();
  struct tm parts;
  if (!gmtime_r(&seconds, &parts)) return (text){"", 0};
  size_t size = strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return arena_text(a, (text){stamp, size});
}

void past_fill(const call *c, const asking *q, const query *meant, searcher *x, long long found,
               past_search *search) {
  error ignored;
  library_extent extent = searcher_extent(x);
  const query *told = search_name_headings(x, meant, c->arena, &ignored);
  *search = (past_search){.asked = now(c->arena),
                          .typed = q->typed,
                          .dialect = text_of(dialect_names[q->strategy.dialect]),
                          .details = query_to_details(told ? told : meant, c->arena),
                          .found = found,
                          .records = extent.records,
                          .latest = extent.latest};
}

static bool begin_writing(store *s, error *e) {
  error_clear(e);
  sqlite3_busy_timeout(store_database(s), WAIT);
  return store_make_sure(s, e);
}

void past_write(const call *c, store *s, const past_search *search) {
  error e;
  bool written = begin_writing(s, &e) && history_add(s, search, &e);
  if (!written && sqlite3_errcode(store_database(s)) == SQLITE_BUSY && !c->settings->quiet)
    say("this search is not in the history: another program is writing to the library");
}

void past_move(const call *c, store *s, text name, const past_search *search) {
  error e;
  past_searches found = {0};
  bool written = begin_writing(s, &e) && saved_find(s, name, &found, c->arena, &e);
  for (size_t i = 0; written && i < found.count; i++) {
    past_search now = found.items[i];
    now.asked = search->asked, now.latest = search->latest;
    written = saved_put(s, &now, &e);
  }
  if (!written && !c->settings->quiet)
    say("query:%.*s stays as it was: the library cannot be written to", TEXT_ARG(name));
}
