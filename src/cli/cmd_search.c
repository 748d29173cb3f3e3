/* carrel search: records by a query in PubMed's syntax. */
#include "cli/answers.h"
#include "cli/arguments.h"
#include "cli/say.h"

static exit_status run(const call *c) {
  text words;
  texts notes = {0};
  error e;
  error_clear(&e);
  if (!arguments_words(c, &words, &e)) return say_error(&e);
  const query *q = arguments_query(c, words, &notes, &e);
  return q ? answers_query(c, q, &notes, ANSWER_LIST) : say_query_error(&e, words);
}

const command command_search = {
    .name = "search",
    .arguments = "QUERY...",
    .summary = "records by a query in PubMed's syntax, best match first",
    .details =
        "Words are ANDed and find their other forms too; \"quoted phrases\", truncated* and "
        "=exact words find just themselves. AND, OR and NOT are in capitals and read from "
        "left to right; brackets group. A tag says where: her2[ti]; `carrel fields` lists "
        "them. \"-\" reads the query from standard input.",
    .examples = {{"carrel search her2 resistance", "records with both words, in any form"},
                 {"carrel search '\"drug resistance\"[ti] AND 2019:2024[dp]'",
                  "a phrase in the title, and years"},
                 {"carrel search 'smith ja[au] NOT review[pt]' --sort date", "newest first"},
                 {"carrel search her2 --format ids | carrel show -", "the whole records"}},
    .groups = OPTION_RESULTS | OPTION_RANKING | OPTION_SCORES | OPTION_OUTPUT,
    .options = asking_options,
    .least = 1,
    .most = ANY_NUMBER,
    .run = run,
};
