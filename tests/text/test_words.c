/* What becomes of a text: its parts, their joined forms, their places. */
#include "support.h"

#include "base/buffer.h"
#include "text/words.h"

/* "her@0 her2@0+2 2@1": each word with its position, and how many parts it joins. */
static void describe(words *w, text source, buffer *out) {
  word next;
  buffer_clear(out);
  ck_assert(words_start(w, source));
  while (words_next(w, &next)) {
    buffer_printf(out, "%s%.*s@%u", out->size ? " " : "", TEXT_ARG(next.text), next.position);
    if (next.parts > 1) buffer_printf(out, "+%u", next.parts);
  }
}

typedef struct word_case {
  const char *source, *expected;
} word_case;

static void check_cases(const word_case *cases, size_t count) {
  words *w = words_create();
  buffer found = {0};
  for (size_t i = 0; i < count; i++) {
    describe(w, text_of(cases[i].source), &found);
    text got = buffer_text(&found);
    ck_assert_msg(text_equal(got, text_of(cases[i].expected)),
                  "\"%s\" gives\n  %.*s\nrather than\n  %s", cases[i].source, TEXT_ARG(got),
                  cases[i].expected);
  }
  buffer_finish(&found);
  words_destroy(w);
}
#define CHECK_CASES(cases) check_cases((cases), sizeof(cases) / sizeof *(cases))

START_TEST(compounds_are_joined) {
  static const word_case cases[] = {
      {"HER2", "her@0 her2@0+2 2@1"},
      {"HER-2", "her@0 her2@0+2 2@1"},
      {"her 2", "her@0 her2@0+2 2@1"},
      {"IL-6/IL6", "il@0 il6@0+2 6@1 il@2 il6@2+2 6@3"},
      {"TNF-alpha", "tnf@0 tnfalpha@0+2 alpha@1"},
      {"COVID-19", "covid@0 covid19@0+2 19@1"},
  };
  CHECK_CASES(cases);
}
END_TEST

SUITE("text/words", compounds_are_joined)
