/* PubMed's text formats, "Abstract (text)" and "Summary (text)". All records here are invented. */
#include "records.h"

#define ABSTRACTS(cases) \
  check_json_cases(&pubmed_abstract_reader, cases, sizeof cases / sizeof *cases)
#define SUMMARIES(cases) \
  check_json_cases(&pubmed_summary_reader, cases, sizeof cases / sizeof *cases)

#define SOURCE "1. J Inv. 2017;2:3.\n\n"
#define HEAD SOURCE "A title.\n\n"
#define FOOT "\n\nPMID: 1\n"
#define IDS "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"1\"}],\"type\":\"journal-article\""
#define PLACE \
  "\"journal_abbreviation\":\"J Inv\",\"volume\":\"2\",\"pages\":\"3\",\"published\":\"2017\""
#define ONE(people, rest) IDS ",\"title\":\"A title.\"" people "," PLACE rest

START_TEST(abstracts_block_by_block) {
  static const json_case cases[] = {
      {HEAD "PMID: 1\n", ONE("", "")},
      {"1. J Inv. 2017 Nov;56(11):1234-\n1239. doi: 10.5/X. Epub 2017 Aug\n8.\n\nA title\nwrapped."
       "\n\nDOI: 10.5/x\nPMCID: PMC2\nPMID: 1 [Indexed for MEDLINE]\n",
       "\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.5/x\"},{\"scheme\":\"pmc\",\"value\":\"PMC2\"},"
       "{\"scheme\":\"pmid\",\"value\":\"1\"}],\"type\":\"journal-article\",\"title\":\"A title "
       "wrapped.\",\"journal_abbreviation\":\"J Inv\",\"volume\":\"56\",\"issue\":\"11\",\"pages\":"
       "\"1234- 1239\",\"published\":\"2017 Nov\",\"dates\":[{\"kind\":\"electronic\",\"text\":"
       "\"2017 Aug 8\"}],\"status\":\"MEDLINE\""},
      {HEAD
       "Smith J(1), van Berg AB\nJr(1)(2), Plato(2); The Group(2).\n\nAuthor information:\n(1)A "
       "place,\nsomewhere.\n(2)Another." FOOT,
       ONE(",\"people\":[{\"family\":\"Smith\",\"initials\":\"J\",\"affiliations\":[\"A place, "
           "somewhere.\"]},{\"family\":\"van Berg\",\"initials\":\"AB\","
           "\"affiliations\":[\"A place, somewhere.\",\"Another.\"],\"suffix\":\"Jr\"},"
           "{\"family\":\"Plato\","
           "\"affiliations\":[\"Another.\"]},{\"affiliations\":[\"Another.\"],"
           "\"collective\":\"The Group\"}]",
           "")},
      {HEAD "Smith J.\n\nAuthor information:\nOne place.\n\nCollaborators(2): Doe R, Roe P." FOOT,
       ONE(",\"people\":[{\"family\":\"Smith\",\"initials\":\"J\",\"affiliations\":[\"One "
           "place.\"]},{\"family\":\"Doe\",\"initials\":\"R\",\"role\":\"investigator\"},"
           "{\"family\":\"Roe\",\"initials\":\"P\",\"role\":\"investigator\"}]",
           "")},
      {HEAD "Smith J, Doe R.\n\nDepartment of Tests, Nowhere.\n\nWords." FOOT,
       ONE(",\"people\":[{\"family\":\"Smith\",\"initials\":\"J\",\"affiliations\":[\"Department "
           "of "
           "Tests, Nowhere.\"]},{\"family\":\"Doe\",\"initials\":\"R\"}]",
           ",\"abstract\":[{\"text\":\"Words.\"}]")},
      {HEAD "Comment in\n    J Inv. 2018;3:4. doi: 10.5/y.\n    Lett Inv. 2018 Jan;\n    5:6." FOOT,
       ONE("",
           ",\"links\":[{\"kind\":\"comment-in\",\"ids\":[{\"scheme\":\"doi\",\"value\":"
           "\"10.5/y\"}],\"citation\":\"J Inv. 2018;3:4. doi: 10.5/y.\"},{\"kind\":"
           "\"comment-in\",\"citation\":\"Lett Inv. 2018 Jan; 5:6.\"}]")},
      {HEAD "BACKGROUND: Why\nnot.\nSTUDY OF IT: How.\nRESULTS: What.\n\n\u00A9 2017 Us.\n\n"
            "Published by Them." FOOT "\nConflict of interest statement: None.\n\nAt all.\n",
       ONE("",
           ",\"abstract\":[{\"label\":\"BACKGROUND\",\"text\":\"Why not.\"},{\"label\":\"STUDY "
           "OF IT\",\"text\":\"How.\"},{\"label\":\"RESULTS\",\"text\":\"What.\"}],"
           "\"copyright\":\"\u00A9 2017 Us. Published by Them.\",\"conflict_of_interest\":"
           "\"None. At all.\"")},
      {HEAD "[Article in German]\n\nWords one.\n\nWords two." FOOT,
       ONE("",
           ",\"abstract\":[{\"text\":\"Words one.\"},{\"text\":\"Words two.\"}],"
           "\"languages\":[\"ger\"]")},
      {"1. The Book [Internet]. Oslo (N): Press; 2025 Jan\u2013. 2023 Jul 31.\n\nA chapter." FOOT,
       "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"1\"}],\"type\":\"chapter\",\"title\":\"A "
       "chapter.\",\"book_title\":\"The Book\",\"publisher\":\"Press\",\"place\":\"Oslo (N)\","
       "\"published\":\"2025 Jan\""},
  };
  ABSTRACTS(cases);
}
END_TEST

#define TITLED(id, title)                         \
  "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"" id \
  "\"}],\"type\":\"journal-article\",\"title\":\"" title "\"," PLACE

START_TEST(abstracts_in_a_row) {
  static const json_case cases[] = {
      {"", ""},
      {"\n\n7. J Inv. 2017;2:3.\n\nA.\n\nPMID: 7\n\n\n8. J Inv. 2017;2:3.\n\nB.\n\nPMID: 8\n",
       TITLED("7", "A.") "\n" TITLED("8", "B.")},
      {"1. J Inv. 2017;2:3.\n\nA.\n\nPMID: 7\n\n1. J Inv. 2017;2:3.\n\nB.\n\nPMID: 8\n",
       TITLED("7", "A.") "\n" TITLED("8", "B.")},
      {"1. J Inv. 2017;2:3.\n\nA.\n\nOne.\n\n2. Two.\n\nPMID: 7\n\n4. Four.\n",
       TITLED("7", "A.") ",\"abstract\":[{\"text\":\"One.\"},{\"text\":\"2. Two.\"},{\"text\":\"4. "
                         "Four.\"}]"},
      {"Junk\nand more\n\n5. J Inv. 2017;2:3.\n\nA.\n\nPMID: 7\n",
       "skipped 1: text that belongs to no record\n" TITLED("7", "A.")},
      {"1. J Inv. 2017;2:3.\n\nA.\n\n\n2. J Inv. 2017;2:3.\n\nB.\n\nPMID: 8\n",
       "skipped 1: a record without an identifier\n" TITLED("8", "B.")},
      {"1: J Inv. 2017;2:3.\n\nA.\n\nPMID: 7 [PubMed - indexed for MEDLINE]\n",
       TITLED("7", "A.") ",\"status\":\"MEDLINE\""},
  };
  ABSTRACTS(cases);
}
END_TEST

START_TEST(summaries) {
  static const json_case cases[] = {
      {"", ""},
      {"1: Smith J, van Berg AB Jr; The Group. A title. In two. J Inv. 2017 Aug;2(1):3. doi: "
       "10.5/x. "
       "Epub\n2017 Jul 4. PMID: 1; PMCID: PMC2.\n\n2: A title. J Inv. 2017;2:3. PMID: 2.\n",
       "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"1\"},{\"scheme\":\"pmc\",\"value\":\"PMC2\"},"
       "{\"scheme\":\"doi\",\"value\":\"10.5/x\"}],\"type\":\"journal-article\",\"title\":\"A "
       "title. In two.\",\"people\":[{\"family\":\"Smith\",\"initials\":\"J\"},{\"family\":\"van "
       "Berg\",\"initials\":\"AB\",\"suffix\":\"Jr\"},{\"collective\":\"The Group\"}],"
       "\"journal_abbreviation\":\"J Inv\",\"volume\":\"2\",\"issue\":\"1\",\"pages\":\"3\","
       "\"published\":\"2017 Aug\",\"dates\":[{\"kind\":\"electronic\",\"text\":\"2017 Jul "
       "4\"}]\n" TITLED("2", "A title.")},
      {"1: Doe R. What? J Inv. 2017;2:3. PMID: 1.\n",
       IDS ",\"title\":\"What?\",\"people\":[{\"family\":\"Doe\",\"initials\":\"R\"}]," PLACE},
      {"1: Only words.\n\n2: A title. J Inv. 2017;2:3. PMID: 2.\n\nMore words.\n",
       "skipped 1: a record without an identifier\n" TITLED(
           "2", "A title.") ",\"extras\":[{"
                            "\"kind\":\"pubmed-summary:line\",\"text\":\"More words.\"}]"},
  };
  SUMMARIES(cases);
}
END_TEST

START_TEST(each_format_is_recognised) {
  static const struct {
    const char *head;
    const reader *expected;
  } cases[] = {
      {HEAD "Words." FOOT, &pubmed_abstract_reader},
      {"\r\n1. Journal of long names and inventions.\r\n2017;2:3.\r\n\r\nA.\r\n\r\nPMID: 1\r\n",
       &pubmed_abstract_reader},
      {"1: J Inv. 2017;2:3.\n\nA.\n\nPMID: 1 [PubMed - indexed for MEDLINE]\n",
       &pubmed_abstract_reader},
      {"1: Doe R. What? J Inv. 2017;2:3. PMID: 1.\n", &pubmed_summary_reader},
      {"1. Doe R. What? J Inv. 2017;2:3.\n2. Roe P. Who? J Inv. 2018;2:3.\n", NULL},
      {"1. Milk\n2. Bread\n\nPMID: 1\n", NULL},
      {"Words\n1. J Inv. 2017;2:3.\n\nPMID: 1\n", NULL},
      {"", NULL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    ck_assert_msg(reader_recognise(text_of(cases[i].head)) == cases[i].expected, "%s",
                  cases[i].head);
}
END_TEST

SUITE("read/pubmed_text", abstracts_block_by_block, abstracts_in_a_row, summaries,
      each_format_is_recognised)
