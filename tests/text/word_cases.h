/* Tables of texts and the words that they must give. */
#ifndef CARREL_TESTS_TEXT_WORD_CASES_H
#define CARREL_TESTS_TEXT_WORD_CASES_H

#include "support.h"

#include "base/buffer.h"
#include "text/words.h"

/* Of the words, "her@0 her2@0+2 2@1": each with its position, and how many parts it joins. */
typedef struct word_case {
  const char *source, *expected;
} word_case;

static inline void check_word_cases(const word_case *cases, size_t count) {
  words *w = words_create();
  buffer found = {0};
  word next;
  for (size_t i = 0; i < count; i++) {
    buffer_clear(&found);
    ck_assert(words_start(w, text_of(cases[i].source)));
    while (words_next(w, &next)) {
      buffer_printf(&found, "%s%.*s@%u", found.size ? " " : "", TEXT_ARG(next.text), next.position);
      if (next.parts > 1) buffer_printf(&found, "+%u", next.parts);
    }
    text got = buffer_text(&found);
    ck_assert_msg(text_equal(got, text_of(cases[i].expected)),
                  "\"%s\" gives\n  %.*s\nrather than\n  %s", cases[i].source, TEXT_ARG(got),
                  cases[i].expected);
  }
  buffer_finish(&found);
  words_destroy(w);
}
#define CHECK_WORD_CASES(cases) check_word_cases((cases), sizeof(cases) / sizeof *(cases))

#endif
