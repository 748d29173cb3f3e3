/* carrel references: records that one cites. */
#include "cli/answers.h"

static exit_status run(const call *c) { return answers_linked(c, search_references, ANSWER_ALL); }

const command command_references = {
    .name = "references",
    .arguments = "ID",
    .summary = "records that this one cites",
    .details =
        "Articles that are known from a link only are listed with what is known of them, and "
        "marked \"not in the library\".",
    .examples = {{"carrel references 39821040", "what it cites, in its own order"}},
    .groups = OPTION_RESULTS | OPTION_OUTPUT,
    .least = 1,
    .most = 1,
    .run = run,
};
