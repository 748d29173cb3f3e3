/* Asking and printing. */
#include "cli/answers.h"

#include "cli/arguments.h"
#include "cli/counts.h"
#include "cli/library.h"
#include "cli/past.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "model/identifier.h"

/* Articles of a ranked answer that are in memory at a time. Links are asked for all at once. */
enum { BATCH = 2000 };

/* What is asked, and how. */
typedef struct question {
  bool (*ask)(struct question *q, const search_request *r, arena *a, answer *found, error *e);
  searcher *searcher;
  asking *asking;
  const query *meant; /* what is asked, as the library reads it */
  text saved;         /* the name of a saved search of which only what is new is wanted */
  long long after;    /* ... that is, articles with higher numbers */
  text words;
  identifier id;
  const record *record;
  answers_search *search;
  bool unknown; /* nothing is known of the article asked for */
} question;

static bool ask_query(question *q, const search_request *r, arena *a, answer *found, error *e) {
  return search_query(q->searcher, q->meant, r, a, found, e);
}

static bool ask_topic(question *q, const search_request *r, arena *a, answer *found, error *e) {
  return search_topic(q->searcher, q->words, r, a, found, e);
}

static bool ask_linked(question *q, const search_request *r, arena *a, answer *found, error *e) {
  bool known = true;
  if (!q->search(q->searcher, q->id, r, a, found, &known, e)) return false;
  q->unknown = !known;
  return true;
}

static bool ask_similar_to(question *q, const search_request *r, arena *a, answer *found,
                           error *e) {
  return search_similar_to(q->searcher, q->record, r, a, found, e);
}

/* --- Printing --- */

/* The state of one answer on its way out. */
typedef struct delivery {
  const call *call;
  const answer_form *form;
  question *question;
  score_parameters parameters;
  printer printer;
  bool open;
  size_t shown, wanted;
  long long total;
} delivery;

/* Those of the library, but for what the command line says, which has been found to be right. */
static score_parameters parameters_of(const settings *set, const searcher *x, error *e) {
  score_parameters p = searcher_parameters(x);
  if (set->k1) parameters_set(&p, "k1", text_of(set->k1), e);
  if (set->b) parameters_set(&p, "b", text_of(set->b), e);
  if (set->weights) parameters_set(&p, "weights", text_of(set->weights), e);
  return p;
}

static search_request next_request(const delivery *d) {
  const settings *set = d->call->settings;
  size_t left = d->wanted - d->shown;
  return (search_request){.limit = set->count     ? 0
                                   : left < BATCH ? left
                                                  : BATCH,
                          .offset = (size_t)set->offset + d->shown,
                          .sort = set->sort,
                          .reverse = set->reverse,
                          .plain = set->plain,
                          .literal = true, /* what it means has been found out */
                          .after = d->question->after,
                          .explain = set->explain,
                          .parameters = &d->parameters,
                          .snippets = d->printer.writer->passages && !d->form->whole};
}

/* Opens the output only when there is an answer: a failure leaves no file and starts no pager. */
static bool print_hits(delivery *d, const answer *found, error *e) {
  const settings *set = d->call->settings;
  if (!d->open) {
    d->open = true;
    if (!printer_open(&d->printer, set, d->form->format, d->form->whole, e)) return false;
  }
  for (size_t i = 0; i < found->hits.count; i++)
    if (!printer_hit(&d->printer, &found->hits.items[i], e)) return false;
  d->shown += found->hits.count;
  return true;
}

static bool deliver_batches(delivery *d, error *e) {
  arena a;
  arena_init(&a);
  bool good = true, more = true;
  while (good && more) {
    answer found;
    arena_reset(&a);
    search_request r = next_request(d);
    bool first = !d->shown;
    good = d->question->ask(d->question, &r, &a, &found, e);
    if (!good) break;
    if (first) say_notices(d->call->settings, &found.notices);
    d->total = found.total;
    good = d->call->settings->count || print_hits(d, &found, e);
    more = !d->call->settings->count && found.hits.count == r.limit && d->shown < d->wanted &&
           !d->printer.sink.reader_gone;
  }
  arena_finish(&a);
  return good;
}

static void write_count(output *out, const void *context) {
  buffer_printf(&out->bytes, "%lld\n", *(const long long *)context);
}

/* "1-20 of 1,234": told where the user has not said how many, or can see it. */
static void say_total(const delivery *d) {
  const settings *set = d->call->settings;
  long long from = set->offset + 1, to = set->offset + (long long)d->shown;
  if (set->quiet || set->count) return;
  if (!d->total) say(d->question->saved.size ? "nothing new" : "nothing found");
  else if (to < d->total && d->shown && (!set->limit_given || terminal_is(2)))
    say_line("%lld-%lld of %lld; --limit and --offset show more", from, to, d->total);
  else if (!d->shown && set->offset) say("there are only %lld", d->total);
}

static exit_status deliver(delivery *d) {
  error e;
  error_clear(&e);
  bool good = deliver_batches(d, &e);
  if (d->open) good = printer_close(&d->printer, good, &e) && good;
  if (good && d->call->settings->count)
    good = printer_text(d->call->settings, write_count, &d->total, &e);
  if (!good) return say_error(&e);
  say_total(d);
  return d->total ? STATUS_FOUND : STATUS_NOTHING;
}

/* Where the articles that are new begin. */
static bool find_after(question *q, const call *c, library *l, error *e) {
  past_searches found = {0};
  if (!saved_find(l->store, q->saved, &found, c->arena, e)) return false;
  if (found.count) q->after = found.items[0].latest;
  return true;
}

/* Writes down what was asked. What is new stays new until it is shown. Whoever reads cannot write,
 * so that the searcher goes first. */
static void note_search(const delivery *d, library *l) {
  const call *c = d->call;
  const question *q = d->question;
  past_search search;
  bool all_shown = !c->settings->count && c->settings->offset + (long long)d->shown >= d->total;
  past_fill(c, q->asking, q->meant, l->searcher, d->total, &search);
  library_end_reading(l);
  if (!q->saved.size && !c->settings->unwritten) past_write(c, l->store, &search);
  if (q->saved.size && all_shown) past_move(c, l->store, q->saved, &search);
}

/* With the library open. */
static exit_status answer_open(delivery *d, library *l) {
  question *q = d->question;
  const call *c = d->call;
  error e;
  error_clear(&e);
  q->searcher = l->searcher;
  d->parameters = parameters_of(c->settings, l->searcher, &e);
  if (!q->asking) return deliver(d);
  if (!asking_resolve(c, q->asking, l->store, &e)) return asking_fail(q->asking, &e);
  if (q->saved.size && !find_after(q, c, l, &e)) return say_error(&e);
  if (q->asking->file) {
    exit_status status = counts_tell(c, q->asking, l->searcher);
    if (status != STATUS_FOUND || c->settings->count) return status;
  }
  q->meant = asking_meaning(c, q->asking, l->searcher, &e);
  if (!q->meant) return say_error(&e);
  exit_status status = deliver(d);
  if (status <= STATUS_NOTHING && !q->asking->file) note_search(d, l);
  return status;
}

static exit_status answer_question(const call *c, question *q, answer_form form) {
  library l;
  error e;
  error_clear(&e);
  size_t wanted = c->settings->limit_given ? c->settings->limit : form.limit;
  delivery d = {.call = c, .form = &form, .question = q, .wanted = wanted};
  if (!q->asking || !q->asking->file || !c->settings->count)
    d.printer.writer = printer_writer(c->settings, form.format, &e);
  if (e.kind) return say_use(c->command, "%s", e.message);
  exit_status status = library_read(&l, c, &e) ? answer_open(&d, &l) : say_error(&e);
  library_close(&l);
  return status;
}

/* --- Questions --- */

exit_status answers_query(const call *c, asking *q, answer_form form) {
  question asked = {.ask = ask_query, .asking = q};
  say_notices(c->settings, &q->notes);
  return answer_question(c, &asked, form);
}

exit_status answers_new(const call *c, asking *q, text name, answer_form form) {
  question asked = {.ask = ask_query, .asking = q, .saved = name};
  return answer_question(c, &asked, form);
}

exit_status answers_topic(const call *c, text words, answer_form form) {
  question asked = {.ask = ask_topic, .words = words};
  return answer_question(c, &asked, form);
}

exit_status answers_similar_to(const call *c, const record *own, answer_form form) {
  question asked = {.ask = ask_similar_to, .record = own};
  return answer_question(c, &asked, form);
}

exit_status answers_linked(const call *c, answers_search *search, answer_form form) {
  identifiers ids;
  error e;
  error_clear(&e);
  if (!arguments_ids(c, &ids, &e)) return say_error(&e);
  if (ids.count != 1) return say_use(c->command, "one ID is wanted");
  question asked = {.ask = ask_linked, .id = ids.items[0], .search = search};
  exit_status status = answer_question(c, &asked, form);
  if (asked.unknown && !c->settings->quiet)
    say("%.*s is not in the library", TEXT_ARG(identifier_key(c->arena, asked.id)));
  return status;
}
