/* carrel export: the library, or what a query finds, in any format. */
#include "cli/answers.h"
#include "cli/arguments.h"
#include "cli/library.h"
#include "cli/printer.h"
#include "cli/say.h"

static const answer_form form = {.limit = SETTINGS_ALL, .format = "jsonl", .whole = true};

/* Everything on its way out. */
typedef struct export {
  printer printer;
  size_t passed, offset, limit;
  error *error;
  bool failed;
}
export;

static bool take(void *context, const record *r) {
  export *x = context;
  size_t number = ++x->passed;
  if (number <= x->offset) return true;
  hit h = {.rank = number, .record = r, .in_library = !record_is_stub(r)};
  if (number - x->offset <= x->limit && !printer_hit(&x->printer, &h, x->error)) x->failed = true;
  return !x->failed && number - x->offset < x->limit && !x->printer.sink.reader_gone;
}

static exit_status export_everything(const call *c) {
  library l = {0};
  error e;
  export x = {.error = &e, .offset = (size_t)c->settings->offset};
  error_clear(&e);
  x.limit = c->settings->limit_given ? c->settings->limit : form.limit;
  if (!printer_writer(c->settings, form.format, &e)) return say_use(c->command, "%s", e.message);
  bool good = library_read(&l, c, &e);
  if (good) {
    good = printer_open(&x.printer, c->settings, form.format, true, &e) &&
           search_everything(l.searcher, take, &x, &e) && !x.failed;
    good = printer_close(&x.printer, good, &e) && good;
  }
  library_close(&l);
  if (!good) return say_error(&e);
  return x.passed ? STATUS_FOUND : STATUS_NOTHING;
}

static exit_status run(const call *c) {
  text words;
  texts notes = {0};
  error e;
  error_clear(&e);
  bool ordered = c->settings->sort != SORT_RELEVANCE || c->settings->reverse || c->settings->count;
  if (!c->count && !ordered) return export_everything(c);
  if (!c->count) return answers_query(c, query_new(c->arena, QUERY_ALL), &notes, form);
  if (!arguments_words(c, &words, &e)) return say_error(&e);
  const query *q = arguments_query(c, words, &notes, &e);
  return q ? answers_query(c, q, &notes, form) : say_query_error(&e, words);
}

const command command_export = {
    .name = "export",
    .arguments = "[QUERY...]",
    .summary = "the library, or the records found, in any format",
    .details =
        "Without --format, JSON lines that hold everything; `carrel formats` lists the "
        "others, and what they can hold.",
    .examples = {{"carrel export -o library.jsonl", "everything, to keep or to move"},
                 {"carrel export 'her2[ti]' --format ids", "the identifiers of what is found"},
                 {"carrel export 'her2[ti]' -f bibtex -o her2.bib", "what is found, to cite"},
                 {"carrel export -f ris -o screening.ris", "for a reviewing tool"}},
    .groups = OPTION_RESULTS | OPTION_OUTPUT,
    .options = asking_options,
    .most = ANY_NUMBER,
    .run = run,
};
