/* Abstracts of drafts: sections, headings, copyright statements. */
#include "read/draft.h"

#include "base/buffer.h"
#include "support.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* "LABEL=text|" a section, and "(copyright)". */
static void print_sections(buffer *b, const record *r) {
  for (size_t i = 0; i < r->abstract.count; i++)
    buffer_printf(b, "%.*s=%.*s|", TEXT_ARG(r->abstract.items[i].label),
                  TEXT_ARG(r->abstract.items[i].text));
  if (r->copyright.size) buffer_printf(b, "(%.*s)", TEXT_ARG(r->copyright));
}

START_TEST(labels_part_sections) {
  static const struct {
    const char *abstract, *sections;
  } cases[] = {
      {"", ""},
      {"Plain text: with a colon.", "=Plain text: with a colon.|"},
      {"BACKGROUND: One. METHODS: Two. RESULTS: Three.",
       "BACKGROUND=One.|METHODS=Two.|RESULTS=Three.|"},
      {"OBJECTIVE: To see.", "OBJECTIVE=To see.|"},
      {"MATERIALS AND METHODS: Two? CONCLUSION(S): So.",
       "MATERIALS AND METHODS=Two?|CONCLUSION(S)=So.|"},
      {"RESULTS. One. CONCLUSION. Two.", "RESULTS=One.|CONCLUSION=Two.|"},
      /* Labels that only a structured text makes likely. */
      {"AIM: One. FACILITY: Two. SO WHAT?: Three.", "AIM=One.|FACILITY=Two.|SO WHAT?=Three.|"},
      {"We saw it. FACILITY: Two.", "=We saw it. FACILITY: Two.|"},
      {"DNA: a molecule.", "=DNA: a molecule.|"},
      /* The registration is a section of its own in an unstructured abstract. */
      {"We saw it. TRIAL REGISTRATION: NCT1.", "=We saw it.|TRIAL REGISTRATION=NCT1.|"},
      /* Mixed case needs a label at the start. */
      {"Background: One. Results: Two.", "Background=One.|Results=Two.|"},
      {"Purpose of Review: One. Recent Findings: Two.",
       "Purpose of Review=One.|Recent Findings=Two.|"},
      {"Abstract Background: One. Methods: Two.", "Background=One.|Methods=Two.|"},
      {"Results: we saw it.", "Results=we saw it.|"},
      {"We ask. Results: One. Conclusions: Two.", "=We ask. Results: One. Conclusions: Two.|"},
      {"Background: One. Exclusion criteria were: Two. Results: Three.",
       "Background=One. Exclusion criteria were: Two.|Results=Three.|"},
      {"Results: 3:1 was best. Methods:2:1.", "Results=3:1 was best. Methods:2:1.|"},
      /* Labels on lines of their own; other line ends are only spaces. */
      {"Background\nOne\ntwo.\nMethods\nThree.", "Background=One two.|Methods=Three.|"},
      {"Abstract\nOne.", "=One.|"},
      {"One.\nTwo.", "=One. Two.|"},
      /* Copyright statements. */
      {"So it is. \u00A9 2020 House. All rights reserved.",
       "=So it is.|(\u00A9 2020 House. All rights reserved.)"},
      {"So it is.\nCopyright (c) 2020 House.", "=So it is.|(Copyright (c) 2020 House.)"},
      {"So it is. (C) 2011 House", "=So it is.|((C) 2011 House)"},
      {"Copyright of X is the property of Y.", "(Copyright of X is the property of Y.)"},
      {"We write about Copyright 2020 law.", "=We write about Copyright 2020 law.|"},
      {"Arms (a) 10 and (c) 20 were equal.", "=Arms (a) 10 and (c) 20 were equal.|"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    arena a;
    record r;
    draft d;
    arena_init(&a);
    record_init(&r, &a);
    draft_start(&d, &r, "test");
    draft_abstract(&d, TEXT("AB"), text_of(cases[i].abstract));
    buffer printed = {0};
    print_sections(&printed, &r);
    assert_text(buffer_text(&printed), cases[i].sections);
    buffer_finish(&printed);
    arena_finish(&a);
  }
}
END_TEST

SUITE("read/draft", labels_part_sections)
