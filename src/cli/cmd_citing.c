/* carrel citing: records that cite one. */
#include "cli/answers.h"

static exit_status run(const call *c) { return answers_linked(c, search_citing, ANSWER_ALL); }

const command command_citing = {
    .name = "citing",
    .arguments = "ID",
    .summary = "records that cite this one",
    .details =
        "Articles that are known from a link only are listed with what is known of them, and "
        "marked \"not in the library\".",
    .examples = {{"carrel citing 39821040", "who cites it"}},
    .groups = OPTION_RESULTS | OPTION_OUTPUT,
    .least = 1,
    .most = 1,
    .run = run,
};
