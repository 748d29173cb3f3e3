/* carrel similar: records like one. */
#include "cli/answers.h"

static exit_status run(const call *c) { return answers_linked(c, search_similar, ANSWER_LIST); }

const command command_similar = {
    .name = "similar",
    .arguments = "ID",
    .summary = "records like this one",
    .details =
        "First those that its source page listed, then those computed here from its words "
        "and MeSH headings. An ID is a PMID, a DOI or scheme:value.",
    .examples = {{"carrel similar 39821040", "by PMID"},
                 {"carrel similar doi:10.1007/978-3-031-70875-6_24 -n 5",
                  "by DOI, with five computed here"}},
    .groups = OPTION_RESULTS | OPTION_SCORES | OPTION_OUTPUT,
    .least = 1,
    .most = 1,
    .run = run,
};
