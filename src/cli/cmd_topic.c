/* carrel topic: records by free text. */
#include "cli/answers.h"
#include "cli/arguments.h"
#include "cli/say.h"

static const option options[] = {
    {0, "no-expand", NULL, "rank by these words alone, without those of the best records",
     OPTION_OWN, option_set_flag, offsetof(settings, plain)},
    OPTIONS_END,
};

static exit_status run(const call *c) {
  text words;
  error e;
  error_clear(&e);
  return arguments_words(c, &words, &e) ? answers_topic(c, words, ANSWER_LIST) : say_error(&e);
}

const command command_topic = {
    .name = "topic",
    .arguments = "TEXT...|-",
    .summary = "records about a free text of any length, best match first",
    .details =
        "Any word of the text counts, and a record need not have them all. Paste a question, "
        "a title or an abstract; there is no syntax. Words that stand next to or near each other "
        "in a record count once more, and words of the best records are added to the question: "
        "--explain shows which, --no-expand leaves them out.",
    .examples = {{"carrel topic how do tumours become resistant to trastuzumab",
                  "records about the question"},
                 {"carrel topic - < abstract.txt", "records about what stands in a file"}},
    .groups = OPTION_RESULTS | OPTION_RANKING | OPTION_SCORES | OPTION_OUTPUT,
    .options = options,
    .least = 1,
    .most = ANY_NUMBER,
    .run = run,
};
