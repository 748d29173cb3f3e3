/* carrel search: records by a query in PubMed's syntax. */
#include "cli/answers.h"

static exit_status run(const call *c) {
  asking q;
  exit_status status = asking_read(c, &q);
  return status == STATUS_FOUND ? answers_query(c, &q, ANSWER_LIST) : status;
}

const command command_search = {
    .name = "search",
    .arguments = "QUERY...",
    .summary = "records by a query in PubMed's syntax, best match first",
    .details =
        "Words are ANDed and find their other forms too; \"quoted phrases\", truncated* and "
        "=exact words find just themselves. AND, OR and NOT are in capitals and read from "
        "left to right; brackets group. A tag says where: her2[ti]; `carrel fields` lists "
        "them, `carrel help query` tells more. Ovid's language is understood, too. \"-\" reads the "
        "query from standard input. Searches go into the history: see `carrel help history`.",
    .examples = {{"carrel search her2 resistance", "records with both words, in any form"},
                 {"carrel search '\"drug resistance\"[ti] AND 2019:2024[dp]'",
                  "a phrase in the title, and years"},
                 {"carrel search 'smith ja[au] NOT review[pt]' --sort date", "newest first"},
                 {"carrel search her2 --format ids | carrel show -", "the whole records"},
                 {"carrel search --strategy review.txt --count",
                  "how many records each line of a strategy finds"}},
    .groups = OPTION_QUERY | OPTION_RESULTS | OPTION_RANKING | OPTION_SCORES | OPTION_OUTPUT,
    .options = asking_options,
    .most = ANY_NUMBER,
    .run = run,
};
