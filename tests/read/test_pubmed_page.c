/* The reader of PubMed pages. The pages written here are invented. */
#include "records.h"

#define CHECK_CASES(cases) \
  check_json_cases(&pubmed_page_reader, cases, sizeof cases / sizeof *cases)

#define PAGE "A title\n- PMID: 1\n"
#define IDS "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"1\"}],\"type\":\"journal-article\""
#define ONE(json) IDS ",\"title\":\"A title\"," json
#define LINE(line) "{\"kind\":\"pubmed-page:line\",\"text\":\"" line "\"}"

START_TEST(headers) {
  static const json_case cases[] = {
      {"A title\n- PMID: 1\nA title\nAbstract\n", IDS ",\"title\":\"A title\""},
      {"A title\nPMID: 1 PMCID: PMC2 DOI: 10.5/X\n",
       "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"1\"},{\"scheme\":\"pmc\",\"value\":\"PMC2\"},"
       "{\"scheme\":\"doi\",\"value\":\"10.5/x\"}],\"type\":\"journal-article\",\"title\":\"A "
       "title\""},
      {"J Inv. 2017 Aug;34:19.\nA title\nA Smith 1 , B de Jones 2\nAffiliations\n1 Oslo.\n2 "
       "Rome.\n- PMID: 1\n",
       ONE("\"people\":[{\"family\":\"Smith\",\"given\":\"A\",\"initials\":\"A\",\"affiliations\":["
           "\"Oslo.\"]},{\"family\":\"de Jones\",\"given\":\"B\",\"initials\":\"B\","
           "\"affiliations\":[\"Rome.\"]}],\"journal_abbreviation\":\"J Inv\",\"volume\":\"34\","
           "\"pages\":\"19\",\"published\":\"2017 Aug\"")},
      {"Review\nJ Inv\n. 2017;34:19.\nA title\nSomething else, which is odd.\n- PMID: 1\n",
       ONE("\"journal_abbreviation\":\"J Inv\",\"volume\":\"34\",\"pages\":\"19\",\"published\":"
           "\"2017\",\"publication_types\":[{\"name\":\"Review\"}],\"extras\":[" LINE(
               "Something else, which is odd.") "]")},
      {"A title\nA Smith\nJ Inv. 2017;34:19.\nAffiliation\nOslo.\n- PMID: 1\n",
       ONE("\"people\":[{\"family\":\"Smith\",\"given\":\"A\",\"initials\":\"A\",\"affiliations\":["
           "\"Oslo.\"]}],\"journal_abbreviation\":\"J Inv\",\"volume\":\"34\",\"pages\":\"19\","
           "\"published\":\"2017\"")},
      {"A title\n- PMID: 1\n- PMCID: PMC2 (available on 2026-01-02)\n",
       "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"1\"},{\"scheme\":\"pmc\",\"value\":\"PMC2\"}],"
       "\"type\":\"journal-article\",\"title\":\"A title\",\"dates\":[{\"kind\":\"pmc-release\","
       "\"text\":\"2026 Jan 2\"}]"},
  };
  CHECK_CASES(cases);
}
END_TEST

START_TEST(abstracts) {
  static const json_case cases[] = {
      {PAGE "Abstract\nOne of\u00A0two. See Cited by and References.\nTwo: it goes on.\n",
       ONE("\"abstract\":[{\"text\":\"One of two. See Cited by and References.\"},{\"text\":\"Two: "
           "it goes on.\"}]")},
      {PAGE "Abstract\nBackground: Why: so.\nWho did it: We.\nNo label here.\nTrial registration: "
            "None.\n",
       ONE("\"abstract\":[{\"label\":\"Background\",\"text\":\"Why: so.\"},{\"label\":\"Who did "
           "it\",\"text\":\"We.\"},{\"text\":\"No label here.\"},{\"label\":\"Trial "
           "registration\",\"text\":\"None.\"}]")},
      {PAGE "Abstract\nBACKGROUND: Why. RESULTS: What.\n",
       ONE("\"abstract\":[{\"label\":\"BACKGROUND\",\"text\":\"Why.\"},{\"label\":\"RESULTS\","
           "\"text\":\"What.\"}]")},
      {PAGE "Abstract\nWhat.\nKeywords: a b; c; d.\n\u00A9 2024 Us.\nCopyright 2023 Them.\n",
       ONE("\"published\":\"2024\",\"published_inferred\":true,\"abstract\":[{\"text\":\"What.\"}],"
           "\"copyright\":\"\u00A9 2024 Us. Copyright 2023 Them.\",\"keywords\":[{\"text\":\"a "
           "b\"},{\"text\":\"c\"},{\"text\":\"d\"}]")},
      {PAGE "Abstract\nNo abstract available\nPlain language summary\nSimple.\n",
       ONE("\"other_abstracts\":[{\"kind\":\"plain-language-summary\",\"sections\":[{\"text\":"
           "\"Simple.\"}]}],\"extras\":[{\"kind\":\"pubmed-page:Abstract\",\"text\":\"No abstract "
           "available\"}]")},
      {"A title\n- PMID: 1\n- DOI: 10.5555/j.inv.2018.07\nAbstract\n",
       "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"1\"},{\"scheme\":\"doi\",\"value\":\"10.5555/"
       "j.inv.2018.07\"}],\"type\":\"journal-article\",\"title\":\"A title\",\"published\":"
       "\"2018\",\"published_inferred\":true"},
  };
  CHECK_CASES(cases);
}
END_TEST

START_TEST(all_sections) {
  static const json_case cases[] = {
      {PAGE "Similar articles\nCited by\nReferences\nPublication types\nMeSH terms\nMedical\n",
       IDS ",\"title\":\"A title\""},
      {PAGE "Conflict of interest statement\nNone.\nAt all.\n",
       ONE("\"conflict_of_interest\":\"None. At all.\"")},
      {PAGE "Similar articles\n-\nOther.J Inv. 2016;3:1.\nJ Inv. 2016. PMID: 2 Review.\nSee all "
            "similar articles\n-\nMore.J Inv. 2015;2:1. J Inv. 2015. PMID: 3\n",
       ONE("\"links\":[{\"kind\":\"similar\",\"ids\":[{\"scheme\":\"pmid\",\"value\":\"2\"}],"
           "\"title\":\"Other.\",\"citation\":\"J Inv. 2016;3:1.\",\"note\":\"Review.\"},{\"kind\":"
           "\"similar\",\"ids\":[{\"scheme\":\"pmid\",\"value\":\"3\"}],\"title\":\"More.\","
           "\"citation\":\"J Inv. 2015;2:1.\"}]")},
      {PAGE "Cited by\nOther.\nJ Inv. 2016;3:1. PMID: 2\nMore.\nJ Inv. 2015;2:1. PMID: 3\n",
       ONE("\"links\":[{\"kind\":\"cited-by\",\"ids\":[{\"scheme\":\"pmid\",\"value\":\"2\"}],"
           "\"title\":\"Other.\",\"citation\":\"J Inv. 2016;3:1.\"},{\"kind\":\"cited-by\",\"ids\":"
           "[{\"scheme\":\"pmid\",\"value\":\"3\"}],\"title\":\"More.\",\"citation\":\"J Inv. "
           "2015;2:1.\"}]")},
      {PAGE "References\n-\n- One A (2001) X. J 1:2 - DOI\n-\n- Two B (2002) Y. J 3:4\n",
       ONE("\"links\":[{\"kind\":\"cites\",\"citation\":\"One A (2001) X. J 1:2\"},{\"kind\":"
           "\"cites\",\"citation\":\"Two B (2002) Y. J 3:4\"}]")},
      {PAGE "References\n- One A (2001) X.\nJ 1:2 - DOI\n- Two B\n(2002) Y. J 3:4\n",
       ONE("\"links\":[{\"kind\":\"cites\",\"citation\":\"One A (2001) X. J 1:2\"},{\"kind\":"
           "\"cites\",\"citation\":\"Two B (2002) Y. J 3:4\"}]")},
      {PAGE "Retraction in\n-\nRetracted.J Inv. 2019;9:9. PMID: 9\n",
       ONE("\"links\":[{\"kind\":\"retraction-in\",\"ids\":[{\"scheme\":\"pmid\",\"value\":\"9\"}],"
           "\"title\":\"Retracted.\",\"citation\":\"J Inv. 2019;9:9.\"}]")},
      {PAGE "Publication types\n- Review\nReview\nMeSH terms\nMice* / blood\nMice* / "
            "genetics*\nHumans\nActions\nSubstances\nX\nSupplementary concepts\nY\n",
       ONE("\"publication_types\":[{\"name\":\"Review\"}],\"headings\":[{\"name\":\"Mice\","
           "\"major\":true,\"qualifiers\":[{\"name\":\"blood\"},{\"name\":\"genetics\",\"major\":"
           "true}]},{\"name\":\"Humans\"}],\"substances\":[{\"name\":\"X\"},{\"name\":\"Y\","
           "\"kind\":\"Supplementary\"}]")},
      {PAGE "Associated data\n- GENBANK/AB1\nGrants and funding\n- 12/ZZ/Fund/Norway\n",
       ONE("\"grants\":[{\"number\":\"12\",\"acronym\":\"ZZ\",\"agency\":\"Fund\",\"country\":"
           "\"Norway\"}],\"accessions\":[{\"kind\":\"GENBANK\",\"text\":\"AB1\"}]")},
      {PAGE "LinkOut - more resources\nFull Text Sources\n- Shop\n",
       ONE("\"extras\":[{\"kind\":\"pubmed-page:Full Text Sources\",\"text\":\"- Shop\"}]")},
  };
  CHECK_CASES(cases);
}
END_TEST

#define TITLED(id, title)                         \
  "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"" id \
  "\"}],\"type\":\"journal-article\",\"title\":\"" title "\""
#define WITH_ABSTRACT(id, title) TITLED(id, title) ",\"abstract\":[{\"text\":\"Words.\"}]"

START_TEST(pages_in_a_row) {
  static const json_case cases[] = {
      {"", ""},
      {"\n\n", ""},
      {"One\n- PMID: 1\nAbstract\nWords.\nTwo\n- PMID: 2\nAbstract\nWords.\n",
       WITH_ABSTRACT("1", "One") "\n" WITH_ABSTRACT("2", "Two")},
      {"\nOne\n- PMID: 1\nOne\nAbstract\nWords.\n\n\nTwo\n\n- PMID: 2\nTwo\nAbstract\nWords.\n",
       WITH_ABSTRACT("1", "One") "\n" WITH_ABSTRACT("2", "Two")},
      {"One\n- PMID: 1\nTwo\n- PMID: 2\nThree\n- PMID: 3",
       TITLED("1", "One") "\n" TITLED("2", "Two") "\n" TITLED("3", "Three")},
      {"One\n- PMID: 1\nAbstract\nWords.\nReview\nJ Inv\n. 2001;2:3.\nTwo\nA Smith, B Doe\n"
       "- PMID: 2\nTwo\n",
       WITH_ABSTRACT("1", "One") "\n" TITLED(
           "2",
           "Two") ",\"people\":[{\"family\":\"Smith\","
                  "\"given\":\"A\",\"initials\":\"A\"},{\"family\":\"Doe\",\"given\":\"B\","
                  "\"initials\":\"B\"}],\"journal_abbreviation\":\"J "
                  "Inv\",\"volume\":\"2\",\"pages\":"
                  "\"3\",\"published\":\"2001\",\"publication_types\":[{\"name\":\"Review\"}]"},
      {"Some words\nand more\n", "skipped 1: a text without a PMID that is no PubMed page"},
      {"- PMID: 1\n- PMID: 2\n",
       "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"1\"}],\"type\":"
       "\"journal-article\"\n\"ids\":[{\"scheme\":\"pmid\",\"value\":"
       "\"2\"}],\"type\":\"journal-article\""},
  };
  CHECK_CASES(cases);
}
END_TEST

START_TEST(only_pages_are_recognised) {
  static const struct {
    const char *head;
    bool expected;
  } cases[] = {
      {PAGE "Abstract\nWords.\n", true},
      {"A title\r\nPMID: 1 DOI: 10.5/x\r\nAbstract\r\nWords.\r\n", true},
      {PAGE, true},
      {"1. J Inv. 2001;2:3.\n\nA title.\n\nSmith A.\n\nWords.\n\nDOI: 10.5/x\nPMID: 1\n", false},
      {"PMID- 1\nTI  - A\n", false},
      {"TY  - JOUR\nN1  - x\nER  - \n", false},
      {"A title. PMID: 1\nAbstract\n", false},
      {"", false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    ck_assert_msg((pubmed_page_reader.recognises(text_of(cases[i].head)) > 0) == cases[i].expected,
                  "%s", cases[i].head);
}
END_TEST

static void check_link(const link *l, const char *kind, const char *pmid, const char *doi) {
  assert_text(l->kind, kind);
  ck_assert_uint_eq(l->ids.count, (pmid[0] != '\0') + (doi[0] != '\0'));
  if (pmid[0]) assert_text(l->ids.items[0].value, pmid);
  if (doi[0]) assert_text(l->ids.items[1].value, doi);
}

START_TEST(the_real_page) {
  arena a;
  records all = {0};
  arena_init(&a);
  if (!read_shared(&pubmed_page_reader, "pubmed-page/39821040.txt", &all, &a)) return;
  ck_assert_uint_eq(all.count, 1);
  const record *r = &all.items[0];
  assert_text(record_id(r, TEXT("pmid")), "39821040");
  assert_text(record_id(r, TEXT("doi")), "10.1007/978-3-031-70875-6_24");
  assert_text(r->title, "HER2-Positive Breast Cancer Treatment and Resistance");
  ck_assert_uint_eq(r->abstract.count, 1);
  ck_assert(text_starts(r->abstract.items[0].text, TEXT("HER2-positive (+) breast cancer is an ")));
  ck_assert(text_ends(r->abstract.items[0].text, TEXT("overcome anti-HER2 treatment resistance.")));
  ck_assert_uint_eq(r->keywords.count, 7);
  assert_text(r->keywords.items[0].text, "Estrogen receptor");
  assert_text(r->keywords.items[6].text, "Treatment resistance");
  assert_text(r->published, "2025");
  ck_assert(r->published_inferred);
  ck_assert_uint_eq(r->extras.count + r->publication_types.count + r->headings.count, 0);
  ck_assert_uint_eq(r->links.count, 7);
  const link *l = r->links.items;
  check_link(&l[0], "similar", "28687441", "10.1016/j.breast.2017.06.022");
  check_link(&l[1], "similar", "23531110", "10.2174/13894501113149990161");
  check_link(&l[2], "similar", "28487443", "10.1158/1078-0432.ccr-16-2191");
  check_link(&l[3], "similar", "22123186", "10.1186/bcr3067");
  check_link(&l[4], "similar", "27449296", "10.18632/oncotarget.10637");
  check_link(&l[5], "cited-by", "40148413", "10.1038/s41598-025-94940-z");
  check_link(&l[6], "cites", "", "");
  for (size_t i = 0; i < 6; i++) ck_assert(text_ends(l[i].title, TEXT(".")));
  ck_assert(text_starts(l[0].citation, TEXT("Breast. 2017 Aug;34 Suppl 1")));
  ck_assert(text_ends(l[0].citation, TEXT(". Epub 2017 Jul 4.")));
  assert_text(l[0].note, "Free PMC article. Review.");
  ck_assert(text_starts(l[6].citation, TEXT("Aftimos PG, ")));
  ck_assert(text_ends(l[6].citation, TEXT("S341")));
  arena_finish(&a);
}
END_TEST

SUITE("read/pubmed_page", headers, abstracts, all_sections, pages_in_a_row,
      only_pages_are_recognised, the_real_page)
