/* The MEDLINE and RIS writers on invented records. */
#include "write/render.h"

static const char article[] =
    "{\"ids\":[{\"scheme\":\"pmid\",\"value\":\"77\"},{\"scheme\":\"doi\",\"value\":\"10.5555/x\"},"
    "{\"scheme\":\"pmc\",\"value\":\"PMC7\"},{\"scheme\":\"pii\",\"value\":\"S0001(20)1\"},"
    "{\"scheme\":\"arxiv\",\"value\":\"2101.00001\"}],\"type\":\"journal-article\","
    "\"title\":\"An invented title\",\"vernacular_title\":\"Ein erfundener Titel\","
    "\"people\":[{\"family\":\"Roe\",\"given\":\"Richard A\",\"initials\":\"RA\",\"suffix\":\"Jr\","
    "\"ids\":[{\"scheme\":\"orcid\",\"value\":\"0000-0000-0000-0000\"}],"
    "\"affiliations\":[\"Dept X, Town.\"]},{\"collective\":\"The Invented Group\"},"
    "{\"family\":\"Doe\",\"given\":\"Jane\",\"initials\":\"J\",\"role\":\"investigator\"}],"
    "\"journal\":\"Journal of X\",\"journal_abbreviation\":\"J X\",\"nlm_id\":\"0\","
    "\"country\":\"Norway\",\"issns\":[{\"kind\":\"Print\",\"text\":\"1234-5678\"}],"
    "\"volume\":\"12\",\"issue\":\"3\",\"pages\":\"97-105\",\"published\":\"2020 Feb 1\","
    "\"dates\":[{\"kind\":\"electronic\",\"text\":\"2020 Jan 2\"},"
    "{\"kind\":\"entry\",\"text\":\"2020 Jan 3\"},{\"kind\":\"received\",\"text\":\"2019 Dec\"}],"
    "\"abstract\":[{\"label\":\"AIM\",\"text\":\"To see how a line that passes the last column is "
    "broken before the word that would.\"},{\"label\":\"RESULTS\",\"text\":\"It is.\"}],"
    "\"copyright\":\"(c) Nobody.\",\"languages\":[\"eng\"],"
    "\"publication_types\":[{\"name\":\"Journal Article\"}],"
    "\"headings\":[{\"name\":\"Invention\",\"qualifiers\":[{\"name\":\"methods\",\"major\":true}]},"
    "{\"name\":\"Humans\"}],"
    "\"keywords\":[{\"text\":\"owned\",\"owner\":\"NOTNLM\"},{\"text\":\"free\",\"major\":true}],"
    "\"substances\":[{\"name\":\"Nothing\",\"registry_number\":\"1-2-3\"}],"
    "\"grants\":[{\"number\":\"R01\",\"agency\":\"Invented Fund\",\"country\":\"Norway\"}],"
    "\"urls\":[\"http://x.org/\"],\"status\":\"MEDLINE\","
    "\"notes\":[{\"kind\":\"general\",\"text\":\"A note\\nof two lines\"}],"
    "\"extras\":[{\"kind\":\"nbib:RF\",\"text\":\"9\"},{\"kind\":\"ris:ID\",\"text\":\"r1\"}],"
    "\"links\":[{\"kind\":\"comment-in\",\"ids\":[{\"scheme\":\"pmid\",\"value\":\"78\"}],"
    "\"citation\":\"J Y. 2021;1:2\"},{\"kind\":\"cites\",\"citation\":\"Left out\"}]}";

static void assert_written(const writer *with, const char *json, const char *expected) {
  arena a;
  arena_init(&a);
  hit h = hit_of(json, 1, &a);
  assert_text(render(with, &h, 1, (render_options){0}, &a), expected);
  arena_finish(&a);
}

START_TEST(medline_has_its_tags_in_order) {
  assert_written(
      &writer_nbib, article,
      "PMID- 77\n"
      "STAT- MEDLINE\n"
      "IS  - 1234-5678 (Print)\n"
      "VI  - 12\n"
      "IP  - 3\n"
      "DP  - 2020 Feb 1\n"
      "TI  - An invented title\n"
      "PG  - 97-105\n"
      "LID - 10.5555/x [doi]\n"
      "AB  - AIM: To see how a line that passes the last column is broken before the word "
      "that\n"
      "      would. RESULTS: It is.\n"
      "CI  - (c) Nobody.\n"
      "FAU - Roe, Richard A Jr\n"
      "AU  - Roe RA Jr\n"
      "AUID- ORCID: 0000-0000-0000-0000\n"
      "AD  - Dept X, Town.\n"
      "CN  - The Invented Group\n"
      "FIR - Doe, Jane\n"
      "IR  - Doe J\n"
      "LA  - eng\n"
      "GR  - R01/Invented Fund/Norway\n"
      "PT  - Journal Article\n"
      "TT  - Ein erfundener Titel\n"
      "DEP - 20200102\n"
      "PL  - Norway\n"
      "TA  - J X\n"
      "JT  - Journal of X\n"
      "JID - 0\n"
      "RN  - 1-2-3 (Nothing)\n"
      "CIN - J Y. 2021;1:2. PMID: 78\n"
      "MH  - Invention/*methods\n"
      "MH  - Humans\n"
      "OT  - *free\n"
      "OTO - NOTNLM\n"
      "OT  - owned\n"
      "PMC - PMC7\n"
      "GN  - A note of two lines\n"
      "EDAT- 2020/01/03 00:00\n"
      "PHST- 2019 Dec [received]\n"
      "AID - 10.5555/x [doi]\n"
      "AID - S0001(20)1 [pii]\n"
      "AID - 2101.00001 [arxiv]\n"
      "RF  - 9\n");
}
END_TEST

START_TEST(ris_has_one_value_a_line) {
  assert_written(
      &writer_ris, article,
      "TY  - JOUR\n"
      "TI  - An invented title\n"
      "AU  - Roe, Richard A, Jr\n"
      "AU  - The Invented Group,\n"
      "T2  - Journal of X\n"
      "J2  - J X\n"
      "AB  - AIM: To see how a line that passes the last column is broken before the word "
      "that would. RESULTS: It is.\n"
      "PY  - 2020\n"
      "DA  - 2020/02/01/\n"
      "VL  - 12\n"
      "IS  - 3\n"
      "SP  - 97\n"
      "EP  - 105\n"
      "CY  - Norway\n"
      "SN  - 1234-5678 (Print)\n"
      "LA  - English\n"
      "M3  - Journal Article\n"
      "KW  - Invention/*methods\n"
      "KW  - Humans\n"
      "KW  - owned\n"
      "KW  - *free\n"
      "U4  - MeSH: Invention/*methods; Humans\n"
      "AD  - Dept X, Town.\n"
      "AN  - 77\n"
      "UR  - https://pubmed.ncbi.nlm.nih.gov/77\n"
      "DO  - 10.5555/x\n"
      "C2  - PMC7\n"
      "U1  - pii:S0001(20)1\n"
      "UR  - https://arxiv.org/abs/2101.00001\n"
      "UR  - http://x.org/\n"
      "N1  - Original title: Ein erfundener Titel\n"
      "N1  - Copyright: (c) Nobody.\n"
      "N1  - A note\n"
      "      of two lines\n"
      "ID  - r1\n"
      "ER  - \n");
}
END_TEST

START_TEST(other_types_and_shapes) {
  static const struct {
    const char *json, *ris;
  } cases[] = {
      {"{\"type\":\"chapter\",\"title\":\"Part\",\"book_title\":\"Whole\",\"series\":\"Row\","
       "\"publisher\":\"House\",\"place\":\"Town\",\"published\":\"2000 Nov-Dec\",\"people\":["
       "{\"family\":\"Ed\",\"given\":\"Ann\",\"role\":\"editor\"}]}",
       "TY  - CHAP\nTI  - Part\nA2  - Ed, Ann\nT2  - Whole\nT3  - Row\nPY  - 2000\n"
       "DA  - 2000 Nov-Dec\nPB  - House\nCY  - Town\nER  - \n"},
      {"{\"type\":\"book\",\"book_title\":\"Whole\",\"series\":\"Row\",\"published\":\"2000\"}",
       "TY  - BOOK\nTI  - Whole\nT2  - Row\nPY  - 2000\nER  - \n"},
      {"{\"title\":\"T\",\"pages\":\"1-3, 7-9\",\"article_number\":\"e5\"}",
       "TY  - GEN\nTI  - T\nSP  - 1-3, 7-9\nC7  - e5\nER  - \n"},
      {"{\"title\":\"AB  - line\\nTY  - JOUR\"}",
       "TY  - GEN\nTI  - AB - line\n      TY - JOUR\nER  - \n"},
      {"{}", "TY  - GEN\nER  - \n"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_written(&writer_ris, cases[i].json, cases[i].ris);
}
END_TEST

START_TEST(records_are_parted) {
  arena a;
  arena_init(&a);
  hit hits[2] = {hit_of("{\"title\":\"A\"}", 1, &a), hit_of("{\"title\":\"B\"}", 2, &a)};
  assert_text(render(&writer_nbib, hits, 2, (render_options){0}, &a), "TI  - A\n\nTI  - B\n");
  assert_text(render(&writer_ris, hits, 2, (render_options){0}, &a),
              "TY  - GEN\nTI  - A\nER  - \n\nTY  - GEN\nTI  - B\nER  - \n");
  arena_finish(&a);
}
END_TEST

SUITE("write/tagged", medline_has_its_tags_in_order, ris_has_one_value_a_line,
      other_types_and_shapes, records_are_parted)
