/* carrel similar: records like one. */
#include "cli/answers.h"
#include "cli/record_file.h"
#include "cli/say.h"

static const option options[] = {
    {0, "of", "FILE", "records like the first one of FILE, or like its text; \"-\": standard input",
     OPTION_OWN, option_set_string, offsetof(settings, of)},
    OPTIONS_END,
};

/* What is like a record or a text that the library does not have. */
static exit_status run_of(const call *c) {
  record own;
  error e;
  error_clear(&e);
  if (c->count) return say_use(c->command, "--of FILE stands instead of an ID");
  record_init(&own, c->arena);
  if (!record_file_read(c->settings->of, &own, &e)) return say_error(&e);
  return answers_similar_to(c, &own, ANSWER_LIST);
}

static exit_status run(const call *c) {
  if (c->settings->of) return run_of(c);
  if (!c->count) return say_use(c->command, "an ID or --of FILE is missing");
  return answers_linked(c, search_similar, ANSWER_LIST);
}

const command command_similar = {
    .name = "similar",
    .arguments = "ID|--of FILE",
    .summary = "records like this one",
    .details =
        "First those that its source page listed, then those computed here from its words "
        "and MeSH headings; --explain shows which they share. An ID is a PMID, a DOI or "
        "scheme:value.",
    .examples = {{"carrel similar 39821040", "by PMID"},
                 {"carrel similar doi:10.1007/978-3-031-70875-6_24 -n 5",
                  "by DOI, with five computed here"},
                 {"carrel similar --of draft.txt", "like a text of your own"}},
    .groups = OPTION_RESULTS | OPTION_SCORES | OPTION_OUTPUT,
    .options = options,
    .most = 1,
    .run = run,
};
