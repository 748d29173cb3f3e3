/* Printed citations, in records and in the lists of PubMed's pages. All of them are invented. */
#include "read/citation.h"

#include "records.h"

/* What a citation sets, as JSON. */
START_TEST(where_and_when_it_was_published) {
  static const json_case cases[] = {
      {"J Inv. 2017 Aug;34 Suppl 1(Suppl 2):S19-S26. doi: 10.5/X. Epub 2017 Jul 4.",
       "\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.5/x\"}],\"journal_abbreviation\":\"J Inv\","
       "\"volume\":\"34 Suppl 1\",\"issue\":\"Suppl 2\",\"pages\":\"S19-S26\",\"published\":\"2017 "
       "Aug\",\"dates\":[{\"kind\":\"electronic\",\"text\":\"2017 Jul 4\"}]"},
      {"J Inv. 2003 May-Jun;58(5-6):401-7.",
       "\"journal_abbreviation\":\"J Inv\",\"volume\":\"58\",\"issue\":\"5-6\",\"pages\":\"401-7\","
       "\"published\":\"2003 May-Jun\""},
      {"J Inv. 2011;13:R121",
       "\"journal_abbreviation\":\"J Inv\",\"volume\":\"13\",\"pages\":\"R121\",\"published\":"
       "\"2011\""},
      {"J Inv. 1998 Spring;2:1. eCollection 1999.",
       "\"journal_abbreviation\":\"J Inv\",\"volume\":\"2\",\"pages\":\"1\",\"published\":\"1998 "
       "Spring\",\"dates\":[{\"kind\":\"ecollection\",\"text\":\"1999\"}]"},
      {"J Inv. 2020 Mar 5. doi: 10.5/y. Online ahead of print.",
       "\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.5/y\"}],\"journal_abbreviation\":\"J Inv\","
       "\"published\":\"2020 Mar 5\",\"publication_status\":\"aheadofprint\""},
      {"J Inv. 2020 Mar 5:1-9. doi: 10.5/z.",
       "\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.5/z\"}],\"journal_abbreviation\":\"J Inv\","
       "\"pages\":\"1-9\",\"published\":\"2020 Mar 5\""},
      {". 2017 Aug;34:19.", "\"volume\":\"34\",\"pages\":\"19\",\"published\":\"2017 Aug\""},
      {"What we saw. 2017 was good: yes", ""},
      {"J Inv. 2017.", ""},
      {"A title. 20171;3:4", ""},
      {"", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena a;
    record r;
    buffer json = {0};
    arena_init(&a);
    record_init(&r, &a);
    ck_assert(citation_read(&r, text_of(cases[i].bytes)) == (cases[i].json[0] != '\0'));
    record_json_add_members(&json, &r);
    assert_text(buffer_text(&json), cases[i].json);
    buffer_finish(&json);
    arena_finish(&a);
  }
}
END_TEST

/* An item as "title|citation|note|identifiers". */
START_TEST(items_of_lists_are_split) {
  static const struct {
    const char *kind, *item, *parts;
  } cases[] = {
      {"similar",
       "Of A. and B.Breast. 2017 Aug;34 Suppl 1:S19. doi: 10.5/x. Epub 2017 Jul 4. Breast. 2017. "
       "PMID: 7 Free PMC article. Review.",
       "Of A. and B.|Breast. 2017 Aug;34 Suppl 1:S19. doi: 10.5/x. Epub 2017 Jul 4.|Free PMC "
       "article. Review.|pmid:7 doi:10.5/x"},
      {"similar", "Is it so?J Inv. 2011;13:R121. J Inv. 2011. PMID: 8",
       "Is it so?|J Inv. 2011;13:R121.||pmid:8"},
      {"similar", "Breast. A study.Cancer Breast. 2011;13:1. Cancer Breast. 2011. PMID: 9",
       "Breast. A study.|Cancer Breast. 2011;13:1.||pmid:9"},
      {"cited-by",
       "Title.Smith J, Doe R.J Inv. 2017;1:2. doi: 10.5/y. Smith J, et al. J Inv. 2017. PMID: 1",
       "Title.|Smith J, Doe R.J Inv. 2017;1:2. doi: 10.5/y.||pmid:1 doi:10.5/y"},
      {"comment-in", "A remark. J Inv. 2018 Jan 3;2(1):3. PMID: 4 No abstract available.",
       "A remark.|J Inv. 2018 Jan 3;2(1):3.|No abstract available.|pmid:4"},
      {"similar", "A remark. J Inv. 2018 Jan 3;2(1):3. Another. 2018. PMID: 4",
       "A remark.|J Inv. 2018 Jan 3;2(1):3. Another. 2018.||pmid:4"},
      {"similar",
       "Early.bioRxiv [Preprint]. 2023 Jan 5:2023.01.05.522812. doi: 10.5/p. bioRxiv. 2023. PMID: "
       "5",
       "Early.|bioRxiv [Preprint]. 2023 Jan 5:2023.01.05.522812. doi: 10.5/p.||pmid:5 doi:10.5/p"},
      {"similar",
       "A chapter.2024 Feb 25. In: The Book [Internet]. Oslo: Press; 2025 Jan\u2013. PMID: 6 Free "
       "Books & Documents.",
       "A chapter.|2024 Feb 25. In: The Book [Internet]. Oslo: Press; 2025 Jan\u2013.|Free Books & "
       "Documents.|pmid:6"},
      {"similar", "Words that hold no citation", "|Words that hold no citation||"},
      {"cites", "Doe R (2023) A title. J Inv 34:S1 - DOI - PMC - PubMed",
       "|Doe R (2023) A title. J Inv 34:S1||"},
      {"cites", "Doe R. A title. J Inv. 2001;3:4. PMID: 11",
       "|Doe R. A title. J Inv. 2001;3:4.||pmid:11"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena a;
    arena_init(&a);
    link l = {.kind = text_of(cases[i].kind)};
    citation_read_link(&l, text_of(cases[i].item), &a);
    text ids = {"", 0};
    for (size_t k = 0; k < l.ids.count; k++)
      ids = arena_join(&a, ids, TEXT(" "),
                       arena_printf(&a, "%.*s:%.*s", TEXT_ARG(l.ids.items[k].scheme),
                                    TEXT_ARG(l.ids.items[k].value)));
    assert_text(arena_printf(&a, "%.*s|%.*s|%.*s|%.*s", TEXT_ARG(l.title), TEXT_ARG(l.citation),
                             TEXT_ARG(l.note), TEXT_ARG(ids)),
                cases[i].parts);
    arena_finish(&a);
  }
}
END_TEST

START_TEST(lists_of_authors_are_told) {
  static const struct {
    const char *names;
    bool expected;
  } cases[] = {
      {"Smith J, van Berg AB.", true},
      {"Smith J, et al.", true},
      {"Smith J", false},
      {"Hepatitis B", false},
      {"One, two and three", false},
      {"et al", false},
      {"", false},
      {"Lung, Liver, Heart", false},
      {"Kim Y-J, Lee S", true},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    ck_assert_msg(citation_is_authors(text_of(cases[i].names)) == cases[i].expected, "%s",
                  cases[i].names);
}
END_TEST

SUITE("read/citation", where_and_when_it_was_published, items_of_lists_are_split,
      lists_of_authors_are_told)
