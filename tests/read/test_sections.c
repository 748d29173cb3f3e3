/* Parting abstracts into sections, and taking off copyright statements. */
#include "read/sections.h"

#include "base/buffer.h"
#include "support.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* "LABEL/CATEGORY=text|" a section. */
static void print_sections(buffer *b, const sections *list) {
  for (size_t i = 0; i < list->count; i++)
    buffer_printf(b, "%.*s/%.*s=%.*s|", TEXT_ARG(list->items[i].label),
                  TEXT_ARG(list->items[i].category), TEXT_ARG(list->items[i].text));
}

START_TEST(labels_part_sections) {
  static const struct {
    const char *abstract, *sections;
  } cases[] = {
      {"", ""},
      {"Plain text: with a colon.", "/=Plain text: with a colon.|"},
      {"BACKGROUND: One. METHODS: Two. RESULTS: Three.",
       "BACKGROUND/BACKGROUND=One.|METHODS/METHODS=Two.|RESULTS/RESULTS=Three.|"},
      {"OBJECTIVE: To see.", "OBJECTIVE/OBJECTIVE=To see.|"},
      {"MATERIALS AND METHODS: Two? CONCLUSION(S): So.",
       "MATERIALS AND METHODS/METHODS=Two?|CONCLUSION(S)/CONCLUSIONS=So.|"},
      {"RESULTS. One. CONCLUSION. Two.", "RESULTS/RESULTS=One.|CONCLUSION/CONCLUSIONS=Two.|"},
      /* Labels that only a structured text makes likely. */
      {"AIM: One. FACILITY: Two. SO WHAT?: Three.",
       "AIM/OBJECTIVE=One.|FACILITY/=Two.|SO WHAT?/=Three.|"},
      {"We saw it. FACILITY: Two.", "/=We saw it. FACILITY: Two.|"},
      {"DNA: a molecule.", "/=DNA: a molecule.|"},
      /* The registration is a section of its own in an unstructured abstract. */
      {"We saw it. TRIAL REGISTRATION: NCT1.", "/=We saw it.|TRIAL REGISTRATION/=NCT1.|"},
      /* Mixed case needs two labels, the first at the start. */
      {"Background: One. Results: Two.", "Background/BACKGROUND=One.|Results/RESULTS=Two.|"},
      {"Purpose of Review: One. Recent Findings: Two.",
       "Purpose of Review/OBJECTIVE=One.|Recent Findings/RESULTS=Two.|"},
      {"Abstract Background: One. Methods: Two.",
       "Background/BACKGROUND=One.|Methods/METHODS=Two.|"},
      {"Results: we saw it.", "/=Results: we saw it.|"},
      {"We ask. Results: One. Conclusions: Two.", "/=We ask. Results: One. Conclusions: Two.|"},
      {"Background: One. Exclusion criteria were: Two. Results: Three.",
       "Background/BACKGROUND=One. Exclusion criteria were: Two.|Results/RESULTS=Three.|"},
      {"Results: 3:1 was best. Methods:2:1.", "/=Results: 3:1 was best. Methods:2:1.|"},
      /* Labels on lines of their own; other line ends are only spaces. */
      {"Background\nOne\ntwo.\nMethods\nThree.",
       "Background/BACKGROUND=One two.|Methods/METHODS=Three.|"},
      {"Abstract\nOne.", "/=One.|"},
      {"One.\nTwo.", "/=One. Two.|"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    arena a;
    arena_init(&a);
    sections found = {0};
    sections_split(&found, text_of(cases[i].abstract), &a);
    buffer printed = {0};
    print_sections(&printed, &found);
    assert_text(buffer_text(&printed), cases[i].sections);
    buffer_finish(&printed);
    arena_finish(&a);
  }
}
END_TEST

START_TEST(copyright_is_cut_off) {
  static const struct {
    const char *abstract, *rest, *copyright;
  } cases[] = {
      {"So it is. © 2020 House. All rights reserved.", "So it is.",
       "© 2020 House. All rights reserved."},
      {"So it is.\nCopyright (c) 2020 House.", "So it is.", "Copyright (c) 2020 House."},
      {"So it is. (C) 2011 House", "So it is.", "(C) 2011 House"},
      {"Copyright of X is the property of Y.", "", "Copyright of X is the property of Y."},
      {"We write about Copyright 2020 law.", "We write about Copyright 2020 law.", ""},
      {"Arms (a) 10 and (c) 20 were equal.", "Arms (a) 10 and (c) 20 were equal.", ""},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    text abstract = text_of(cases[i].abstract);
    assert_text(sections_take_copyright(&abstract), cases[i].copyright);
    assert_text(abstract, cases[i].rest);
  }
}
END_TEST

SUITE("read/sections", labels_part_sections, copyright_is_cut_off)
