/* Words flowing into lines. */
#include "write/layout.h"

#include "support.h"

/* One paragraph whose marks are written as [..] in `words`. */
static text paragraph(size_t columns, bool color, const char *words, arena *a) {
  output out = {.columns = columns, .color = color, .scratch = a};
  buffer plain = {0};
  spans marks = {0};
  for (const char *p = words; *p; p++) {
    if (*p == '[') *list_push(a, &marks) = (span){.from = plain.size};
    else if (*p == ']')
      marks.items[marks.count - 1].size = plain.size - marks.items[marks.count - 1].from;
    else buffer_add_byte(&plain, *p);
  }
  layout l;
  layout_begin(&l, &out, TEXT("1. "), 3);
  layout_add_marked(&l, buffer_text(&plain), &marks, STYLE_STRONG);
  layout_end(&l);
  text made = arena_text(a, buffer_text(&out.bytes));
  buffer_finish(&out.bytes);
  buffer_finish(&plain);
  return made;
}

#define BOLD "\x1b[1m"
#define MARK "\x1b[1;4m"
#define OFF "\x1b[0m"

static const struct {
  size_t columns;
  bool color;
  const char *words, *expected;
} cases[] = {
    {0, false, "one  two\nthree\tfour ", "1. one two three four\n"},
    {15, false, "one two three four", "1. one two\n   three four\n"},
    {15, false, "one two three4", "1. one two\n   three4\n"},
    {15, false, "a word-longer-than-a-line b", "1. a\n   word-longer-\n   than-a-line\n   b\n"},
    {15, false, "", "1. \n"},
    /* Narrower than is fit for words: twelve columns are kept. */
    {1, false, "one two three four", "1. one two\n   three four\n"},
    /* Width in columns, not bytes: wide letters take two, combining marks none. */
    {15, false, "\xE6\x96\x87\xE7\x8C\xAE\xE6\xA4\x9C\xE7\xB4\xA2\xE6\x9C\xAC\xE6\xA3\x9A x",
     "1. \xE6\x96\x87\xE7\x8C\xAE\xE6\xA4\x9C\xE7\xB4\xA2\xE6\x9C\xAC\xE6\xA3\x9A\n   x\n"},
    {15, false,
     "e\xCC\x81"
     "23456789012 x",
     "1. e\xCC\x81"
     "23456789012\n   x\n"},
    /* What stands in a record never reaches the terminal as a command. */
    {0, false, "a\x1b[2Jb", "1. a^[2Jb\n"},
    {0, false,
     "a\xC2\x9B"
     "b \xE2\x80\xAEx",
     "1. a<9B>b <202E>x\n"},
    {0, false, "bad \xFF byte", "1. bad \xEF\xBF\xBD byte\n"},
    /* Marks, only where there are colours; within words, over lines and joined by spaces. */
    {0, false, "[her2] status", "1. her2 status\n"},
    {0, true, "x", "1. " BOLD "x" OFF "\n"},
    {0, true, "a [her2]+ b", "1. " BOLD "a" OFF " " MARK "her2" OFF BOLD "+ b" OFF "\n"},
    {0, true, "[drug resistance]", "1. " MARK "drug resistance" OFF "\n"},
    {15, true, "[drug resistance]", "1. " MARK "drug" OFF "\n   " MARK "resistance" OFF "\n"},
};

START_TEST(test_paragraphs) {
  arena a;
  arena_init(&a);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_text(paragraph(cases[i].columns, cases[i].color, cases[i].words, &a), cases[i].expected);
  arena_finish(&a);
}
END_TEST

/* Marks that do not fit the text are passed over. */
START_TEST(test_bad_marks) {
  arena a;
  arena_init(&a);
  output out = {.color = true, .scratch = &a};
  spans marks = {0};
  *list_push(&a, &marks) = (span){2, 1};
  *list_push(&a, &marks) = (span){1, 1};
  *list_push(&a, &marks) = (span){3, (size_t)-1};
  *list_push(&a, &marks) = (span){9, 1};
  layout l;
  layout_begin(&l, &out, TEXT(""), 0);
  layout_add_marked(&l, TEXT("abcd"), &marks, STYLE_PLAIN);
  layout_end(&l);
  assert_text(buffer_text(&out.bytes), "ab" MARK "c" OFF "d\n");
  buffer_finish(&out.bytes);
  arena_finish(&a);
}
END_TEST

START_TEST(test_unbroken) {
  output out = {.columns = 20};
  layout l;
  layout_begin(&l, &out, TEXT(""), 2);
  layout_add(&l, TEXT("PMID 1 and then "), STYLE_PLAIN);
  layout_add_unbroken(&l, TEXT("doi 10.1/x"), STYLE_PLAIN);
  layout_end(&l);
  layout_begin(&l, &out, TEXT(""), 2);
  layout_hang(&l, 4);
  layout_add(&l, TEXT("one two three four five"), STYLE_PLAIN);
  layout_space(&l, 3);
  layout_add(&l, TEXT("six"), STYLE_PLAIN);
  layout_end(&l);
  assert_text(buffer_text(&out.bytes),
              "  PMID 1 and then\n  doi 10.1/x\n  one two three four\n    five   six\n");
  buffer_finish(&out.bytes);
}
END_TEST

SUITE("write/layout", test_paragraphs, test_bad_marks, test_unbroken)
