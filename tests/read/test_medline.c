/* The MEDLINE reader: every tag, the bounds of records, damaged input, real files. The records
 * written here are invented. */
#include "read/records.h"

#include "model/identifier.h"

#define JOURNAL "\"type\":\"journal-article\""
#define ONE(json) "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"1\"}]," JOURNAL "," json

#define CHECK_CASES(cases) check_json_cases(&medline_reader, cases, sizeof cases / sizeof *cases)

START_TEST(plain_members) {
  static const json_case cases[] = {
      {"PMID- 1\nTI  - A title\n      on two lines.\n", ONE("\"title\":\"A title on two lines.\"")},
      {"PMID- 1\nTI  - One \n      two  three\n", ONE("\"title\":\"One two three\"")},
      {"PMID- 1\nTI  - First\nTI  - Second\n",
       ONE("\"title\":\"First\",\"extras\":[{\"kind\":\"nbib:TI\",\"text\":\"Second\"}]")},
      {"PMID- 1\nTT  - Titel\n", ONE("\"vernacular_title\":\"Titel\"")},
      {"PMID- 1\nJT  - Journal of tests\nTA  - J Tests\nJID - 77\nPL  - Norway\n",
       ONE("\"journal\":\"Journal of tests\",\"journal_abbreviation\":\"J "
           "Tests\",\"nlm_id\":\"77\","
           "\"country\":\"Norway\"")},
      {"PMID- 1\nVI  - 3\nIP  - 2 Suppl\nPG  - 1-9\nDP  - 1998 Dec-1999 Jan\n",
       ONE("\"volume\":\"3\",\"issue\":\"2 Suppl\",\"pages\":\"1-9\",\"published\":\"1998 Dec-1999 "
           "Jan\"")},
      {"PMID- 1\nIS  - 1234-5678 (Print)\nIS  - 8765-4321\n",
       ONE("\"issns\":[{\"kind\":\"Print\",\"text\":\"1234-5678\"},{\"text\":\"8765-4321\"}]")},
      {"PMID- 1\nLA  - eng\nLA  - ger\nSB  - IM\nGS  - abc\n",
       ONE("\"languages\":[\"eng\",\"ger\"],\"gene_symbols\":[\"abc\"],\"citation_subsets\":["
           "\"IM\"]")},
      {"PMID- 1\nOWN - NLM\nSTAT- MEDLINE\nPST - ppublish\nPUBM- Print\n",
       ONE("\"owner\":\"NLM\",\"status\":\"MEDLINE\",\"publication_model\":\"Print\","
           "\"publication_status\":\"ppublish\"")},
      {"PMID- 1\nCI  - (c) A\nCI  - Published by B\nCOIS- None.\n",
       ONE("\"copyright\":\"(c) A Published by B\",\"conflict_of_interest\":\"None.\"")},
      {"PMID- 1\nGN  - KIE: 3 refs\nSFM - Flight 9\n",
       ONE("\"notes\":[{\"kind\":\"general\",\"text\":\"KIE: 3 refs\"},"
           "{\"kind\":\"space-flight-mission\",\"text\":\"Flight 9\"}]")},
      {"PMID- 1\nRF  - 12\nZZZZ- odd\nSO  - J. 1;2:3\n",
       ONE("\"extras\":[{\"kind\":\"nbib:RF\",\"text\":\"12\"},{\"kind\":\"nbib:ZZZZ\",\"text\":"
           "\"odd\"},{\"kind\":\"nbib:SO\",\"text\":\"J. 1;2:3\"}]")},
      {"PMID- 1\nBTI - The book\nTI  - A chapter\nCTI - Series\nVTI - Part 2\nEN  - 3rd\n"
       "PB  - Press\nPL  - Oslo\nISBN- ISBN 123\nED  - Doe J\n",
       "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"1\"}],\"type\":\"chapter\",\"title\":\"A "
       "chapter\",\"book_title\":\"The book\",\"collection_title\":\"Series\",\"volume_title\":"
       "\"Part 2\",\"edition\":\"3rd\",\"people\":[{\"family\":\"Doe\",\"initials\":\"J\",\"role\":"
       "\"editor\"}],\"issns\":[{\"kind\":\"ISBN\",\"text\":\"123\"}],\"publisher\":\"Press\","
       "\"place\":\"Oslo\""},
      {"PMID- 1\nBTI - The book\n",
       "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"1\"}],\"type\":\"book\",\"book_title\":\"The "
       "book\""},
  };
  CHECK_CASES(cases);
}
END_TEST

START_TEST(identifiers_of_all_kinds) {
  static const json_case cases[] = {
      {"PMC - PMC7\nMID - NIHMS5\nPMID- 1\nTI  - T\n",
       "\"ids\":[{\"scheme\":\"pmc\",\"value\":\"PMC7\"},{\"scheme\":\"mid\",\"value\":\"NIHMS5\"},"
       "{\"scheme\":\"pmid\",\"value\":\"1\"}]," JOURNAL ",\"title\":\"T\""},
      {"TI  - T\nLID - 10.1/A [doi]\nLID - e77\nAID - 10.1/a [doi]\nAID - S01(1)2 [pii]\n",
       "\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.1/a\"},{\"scheme\":\"pii\",\"value\":\"S01(1)2"
       "\"}]," JOURNAL ",\"title\":\"T\",\"article_number\":\"e77\""},
      {"TI  - T\nPMID- none\nAID - nonsense [doi]\n",
       JOURNAL ",\"title\":\"T\",\"extras\":[{\"kind\":\"nbib:PMID\",\"text\":\"none\"},"
               "{\"kind\":\"nbib:AID\",\"text\":\"nonsense [doi]\"}]"},
      {"TI  - T\nAID - NBK9 [bookaccession]\n",
       "\"ids\":[{\"scheme\":\"bookaccession\",\"value\":\"NBK9\"}]," JOURNAL ",\"title\":\"T\""},
  };
  CHECK_CASES(cases);
}
END_TEST

#define PEOPLE(json) ONE("\"people\":[" json "]")

START_TEST(names_are_paired) {
  static const json_case cases[] = {
      {"PMID- 1\nFAU - Smith, John A\nAU  - Smith JA\nAD  - Oslo.\nAD  - Rome.\n"
       "FAU - Berg, Jan van der\nAU  - van der Berg J\n",
       PEOPLE("{\"family\":\"Smith\",\"given\":\"John A\",\"initials\":\"JA\",\"affiliations\":["
              "\"Oslo.\",\"Rome.\"]},{\"family\":\"Berg\",\"given\":\"Jan van der\",\"initials\":"
              "\"J\"}")},
      {"PMID- 1\nFAU - Smith, John Jr\nAU  - Smith J Jr\nAUID- ORCID: https://orcid.org/0-1\n",
       PEOPLE("{\"family\":\"Smith\",\"given\":\"John\",\"initials\":\"J\",\"suffix\":\"Jr\","
              "\"ids\":[{\"scheme\":\"orcid\",\"value\":\"0-1\"}]}")},
      {"PMID- 1\nAU  - de Hoon MJ\nAU  - Kim \xC3\x85\nAU  - Day A 3rd\nAU  - Ray BC II\nAU  - "
       "Plato\n",
       PEOPLE("{\"family\":\"de Hoon\",\"initials\":\"MJ\"},{\"family\":\"Kim\",\"initials\":"
              "\"\u00C5\"},{\"family\":\"Day\",\"initials\":\"A\",\"suffix\":\"3rd\"},{\"family\":"
              "\"Ray\",\"initials\":\"BC\",\"suffix\":\"II\"},{\"family\":\"Plato\"}")},
      {"PMID- 1\nFAU - Plato\nAU  - Plato\nFAU - Kant, I\nFAU - Hume, D\nAU  - Hume D\n",
       PEOPLE("{\"family\":\"Plato\"},{\"family\":\"Kant\",\"given\":\"I\",\"initials\":\"I\"},"
              "{\"family\":\"Hume\",\"given\":\"D\",\"initials\":\"D\"}")},
      {"PMID- 1\nAU  - Smith J\nFAU - Smith, Jane Q\nAU  - Doe X\nFAU - Roe, Yes\n",
       PEOPLE("{\"family\":\"Smith\",\"given\":\"Jane Q\",\"initials\":\"J\"},{\"family\":\"Doe\","
              "\"initials\":\"X\"},{\"family\":\"Roe\",\"given\":\"Yes\",\"initials\":\"Y\"}")},
      {"PMID- 1\nAD  - Old way.\nAU  - One A\nAU  - Two B\n",
       PEOPLE("{\"family\":\"One\",\"initials\":\"A\",\"affiliations\":[\"Old way.\"]},{\"family\":"
              "\"Two\",\"initials\":\"B\"}")},
      {"PMID- 1\nAU  - One A\nCN  - The Group\nFIR - Two, Bo\nIR  - Two B\nIRAD- Bonn\nPS  - Bach "
       "JS\n",
       PEOPLE("{\"family\":\"One\",\"initials\":\"A\"},{\"collective\":\"The Group\"},{\"family\":"
              "\"Two\",\"given\":\"Bo\",\"initials\":\"B\",\"affiliations\":[\"Bonn\"],"
              "\"role\":\"investigator\"},{\"family\":\"Bach\",\"initials\":\"JS\",\"role\":"
              "\"subject\"}")},
      {"PMID- 1\nAD  - Nobody's.\nAUID- ORCID: 1\n",
       ONE("\"extras\":[{\"kind\":\"nbib:AUID\",\"text\":\"ORCID: 1\"},{\"kind\":\"nbib:AD\","
           "\"text\":\"Nobody's.\"}]")},
  };
  CHECK_CASES(cases);
}
END_TEST

START_TEST(subject_and_funding) {
  static const json_case cases[] = {
      {"PMID- 1\nMH  - Mice/*genetics/blood\nMH  - *Databases, Protein\n",
       ONE("\"headings\":[{\"name\":\"Mice\",\"qualifiers\":[{\"name\":\"genetics\",\"major\":true}"
           ","
           "{\"name\":\"blood\"}]},{\"name\":\"Databases, Protein\",\"major\":true}]")},
      {"PMID- 1\nOT  - first\nOTO - NOTNLM\nOT  - *second\n",
       ONE("\"keywords\":[{\"text\":\"first\"},{\"text\":\"second\",\"owner\":\"NOTNLM\",\"major\":"
           "true}]")},
      {"PMID- 1\nRN  - 88TAZ (Some (2-)acid)\nRN  - 12\nRN  - 0 (Salts)\nNM  - Odd syndrome\n",
       ONE("\"substances\":[{\"name\":\"Some (2-)acid\",\"registry_number\":\"88TAZ\"},"
           "{\"registry_number\":\"12\"},{\"name\":\"Salts\",\"registry_number\":\"0\"},"
           "{\"name\":\"Odd syndrome\",\"kind\":\"Supplementary\"}]")},
      {"PMID- 1\nPT  - Review\nSI  - GENBANK/AB1\nSI  - 77\n",
       ONE("\"publication_types\":[{\"name\":\"Review\"}],\"accessions\":[{\"kind\":\"GENBANK\","
           "\"text\":\"AB1\"},{\"text\":\"77\"}]")},
  };
  CHECK_CASES(cases);
}
END_TEST

/* Grants as "number|acronym|agency|country". */
START_TEST(grants_are_read_from_their_end) {
  static const struct {
    const char *printed, *parts;
  } cases[] = {
      {"R01 AI050875/AI/NIAID NIH HHS/United States",
       "R01 AI050875|AI|NIAID NIH HHS|United States"},
      {"G0600/1/MRC_/Medical Research Council/United Kingdom",
       "G0600/1|MRC_|Medical Research Council|United Kingdom"},
      {"R01A1050875/PHS HHS/United States", "R01A1050875||PHS HHS|United States"},
      {"ARC_/Arthritis Research UK/United Kingdom", "|ARC_|Arthritis Research UK|United Kingdom"},
      {"CA-12345/CA/NCI", "CA-12345|CA|NCI|"},
      {"072940/Wellcome Trust", "072940||Wellcome Trust|"},
      {"072940/Wellcome Trust/", "072940||Wellcome Trust|"},
      {"CIHR/Canada", "||CIHR|Canada"},
      {"12345", "12345|||"},
      {"Wellcome Trust", "||Wellcome Trust|"},
      {"R01 AR049373 || AR", "R01 AR049373|AR||"},
      {"99 || Some Fund", "99||Some Fund|"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena a;
    error e;
    record r;
    arena_init(&a);
    record_init(&r, &a);
    text bytes = arena_printf(&a, "PMID- 1\nGR  - %s\n", cases[i].printed);
    input *in = input_of_text(bytes, "test", &e);
    void *state = medline_reader.open(in, &e);
    ck_assert_int_eq(medline_reader.next(state, &r, &e), READ_RECORD);
    const funding *f = &r.grants.items[0];
    assert_text(arena_printf(&a, "%.*s|%.*s|%.*s|%.*s", TEXT_ARG(f->number), TEXT_ARG(f->acronym),
                             TEXT_ARG(f->agency), TEXT_ARG(f->country)),
                cases[i].parts);
    medline_reader.close(state);
    input_close(in);
    arena_finish(&a);
  }
}
END_TEST

#define DATES(json) ONE("\"dates\":[" json "]")

START_TEST(dates_by_kind) {
  static const json_case cases[] = {
      {"PMID- 1\nPHST- 2017/10/17 06:00 [received]\nPHST- 2016 [ecollection]\nPHST- 2016\n",
       DATES("{\"kind\":\"received\",\"text\":\"2017 Oct 17\"},{\"kind\":\"ecollection\",\"text\":"
             "\"2016\"}") ",\"extras\":[{\"kind\":\"nbib:PHST\",\"text\":\"2016\"}]"},
      {"PMID- 1\nDA  - 20010203\nDEP - 20010204\nDCOM- 20010205\nLR  - 20010206\n",
       DATES("{\"kind\":\"citation-created\",\"text\":\"2001 Feb 3\"},{\"kind\":\"electronic\","
             "\"text\":\"2001 Feb 4\"},{\"kind\":\"completed\",\"text\":\"2001 Feb 5\"},{\"kind\":"
             "\"last-revised\",\"text\":\"2001 Feb 6\"}")},
      {"PMID- 1\nEDAT- 2001/02/03 06:00\nMHDA- 2001/02/04 06:00\nCRDT- 2001/02/05 06:00\n"
       "PMCR- 2001/03/01\nPHST- 2001/03/01 00:00 [pmc-release]\n",
       DATES("{\"kind\":\"entry\",\"text\":\"2001 Feb 3\"},{\"kind\":\"mesh\",\"text\":\"2001 Feb "
             "4\"},{\"kind\":\"created\",\"text\":\"2001 Feb 5\"},{\"kind\":\"pmc-release\","
             "\"text\":\"2001 Mar 1\"}")},
      {"PMID- 1\nCTDT- 20150101\nDRDT- 20160102\n",
       DATES("{\"kind\":\"contributed\",\"text\":\"2015 Jan 1\"},{\"kind\":\"last-revised\","
             "\"text\":\"2016 Jan 2\"}")},
  };
  CHECK_CASES(cases);
}
END_TEST

START_TEST(links_to_other_articles) {
  static const json_case cases[] = {
      {"PMID- 1\nCIN - J. 2014;5:8. doi: 10.1/x. PMID: 9\nUOF - doi: 10.2/Y\nRIN - J. 2015;6:1\n",
       ONE("\"links\":[{\"kind\":\"comment-in\",\"ids\":[{\"scheme\":\"pmid\",\"value\":\"9\"},"
           "{\"scheme\":\"doi\",\"value\":\"10.1/x\"}],\"citation\":\"J. 2014;5:8. doi: 10.1/x. "
           "PMID: 9\"},{\"kind\":\"update-of\",\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.2/y\"}],"
           "\"citation\":\"doi: 10.2/Y\"},{\"kind\":\"retraction-in\",\"citation\":\"J. "
           "2015;6:1\"}]")},
  };
  CHECK_CASES(cases);
}
END_TEST

/* Every tag by which MEDLINE names a link makes one. */
START_TEST(every_link_tag) {
  static const char *const tags[] = {"CIN", "CON", "EIN",  "EFR", "RIN",  "ROF", "ECI",
                                     "ECF", "CRI", "CRF",  "RRI", "RRF",  "RPI", "RPF",
                                     "UIN", "UOF", "SPIN", "ORI", "DDIN", "DRIN"};
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
    arena a;
    arena_init(&a);
    text json =
        read_as_json(&medline_reader, arena_printf(&a, "PMID- 1\n%-4s- J. 1;2:3\n", tags[i]), &a);
    ck_assert_msg(text_find(json, TEXT("\"links\":[{\"kind\":")) != TEXT_NONE, "%s: %.*s", tags[i],
                  TEXT_ARG(json));
    arena_finish(&a);
  }
}
END_TEST

#define ABSTRACT(json) ONE("\"abstract\":[" json "]")

START_TEST(abstracts_are_split_with_care) {
  static const json_case cases[] = {
      {"PMID- 1\nAB  - \n", "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"1\"}]," JOURNAL},
      {"PMID- 1\nAB  - Plain words. METHODS were: none. HER2: high.\n",
       ABSTRACT("{\"text\":\"Plain words. METHODS were: none. HER2: high.\"}")},
      {"PMID- 1\nAB  - BACKGROUND: Why? METHODS AND\n      MATERIALS: How. HER2: high. DNA: low.\n"
       "      PARTICIPANTS' WISHES: None (n=2) RESULTS: What.\n",
       ABSTRACT("{\"label\":\"BACKGROUND\",\"text\":\"Why?\"},{\"label\":\"METHODS AND MATERIALS\","
                "\"text\":\"How. HER2: high. DNA: low.\"},{\"label\":\"PARTICIPANTS' WISHES\","
                "\"text\":\"None (n=2)\"},{\"label\":\"RESULTS\",\"text\":\"What.\"}")},
      {"PMID- 1\nAB  - An opening. AUTHORS\xE2\x80\x99 CONCLUSIONS: The end.\n",
       ABSTRACT("{\"text\":\"An opening.\"},{\"label\":\"AUTHORS\u2019 CONCLUSIONS\",\"text\":"
                "\"The end.\"}")},
      {"PMID- 1\nAB  - Background: Why. Main outcome: one. We saw two: a, b. Results: What.\n",
       ABSTRACT("{\"label\":\"Background\",\"text\":\"Why.\"},{\"label\":\"Main outcome\",\"text\":"
                "\"one. We saw two: a, b.\"},{\"label\":\"Results\",\"text\":\"What.\"}")},
      {"PMID- 1\nAB  - \u200B\u00A0AIM: Why.\n", ABSTRACT("{\"label\":\"AIM\",\"text\":\"Why.\"}")},
      {"PMID- 1\nAB  - METHODS: Design: one. Setting: two. RATIO 1:2. CONCLUSION: three.\n",
       ABSTRACT("{\"label\":\"METHODS\",\"text\":\"Design: one. Setting: two. RATIO 1:2.\"},"
                "{\"label\":\"CONCLUSION\",\"text\":\"three.\"}")},
      {"PMID- 1\nOAB - Publisher: AIM: Un. RESULTS: Deux.\nOABL- fre\nOCI - (c) X\n",
       ONE("\"other_abstracts\":[{\"kind\":\"Publisher\",\"language\":\"fre\",\"copyright\":\"(c) "
           "X\",\"sections\":[{\"label\":\"AIM\",\"text\":\"Un.\"},{\"label\":\"RESULTS\",\"text\":"
           "\"Deux.\"}]}]")},
      {"PMID- 1\nOABL- fre\n", ONE("\"extras\":[{\"kind\":\"nbib:OABL\",\"text\":\"fre\"}]")},
  };
  CHECK_CASES(cases);
}
END_TEST

#define TITLED(id, title) \
  "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"" id "\"}]," JOURNAL ",\"title\":\"" title "\""

START_TEST(where_records_begin_and_end) {
  static const json_case cases[] = {
      {"", ""},
      {"\n \n\n", ""},
      {"PMID- 1\nTI  - A\n\nPMID- 2\nTI  - B\n", TITLED("1", "A") "\n" TITLED("2", "B")},
      {"PMID- 1\nTI  - A\nPMID- 2\nTI  - B", TITLED("1", "A") "\n" TITLED("2", "B")},
      {"\r\n\r\nPMID- 1\r\nTI  - A\r\n\r\n\r\nPMID- 2\r\nTI  - B\r\n",
       TITLED("1", "A") "\n" TITLED("2", "B")},
      {"PMID - 1\nTI - A\nAB   -\n", TITLED("1", "A")},
      {"TI  - A\nPMID- 1\n\nTI  - B\nPMID- 2\n", TITLED("1", "A") "\n" TITLED("2", "B")},
      {"PMID- 1\nTI  - A\n\n      and more\n", TITLED("1", "A and more")},
      {"PMID- 1\nTI  - A\nand more\nHER2 - too\n", TITLED("1", "A and more HER2 - too")},
      {"id: 9 is not there\n\nPMID- 1\nTI  - A\n",
       "skipped 1: text that belongs to no record\n" TITLED("1", "A")},
      {"a line before\nPMID- 1\nTI  - A\n",
       TITLED("1", "A") ",\"extras\":[{\"kind\":\"nbib:line\",\"text\":\"a line before\"}]"},
      {"\nAU  - Smith J\nDP  - 2001\n\nPMID- 1\nTI  - A\n",
       "skipped 2: a record with neither an identifier nor a title\n" TITLED("1", "A")},
      {"TI  -\n\nTT  - Titel\n",
       "skipped 1: a record with neither an identifier nor a title\n" JOURNAL
       ",\"vernacular_title\":\"Titel\""},
  };
  CHECK_CASES(cases);
}
END_TEST

START_TEST(only_medline_is_recognised) {
  static const struct {
    const char *head;
    bool expected;
  } cases[] = {
      {"PMID- 1\nTI  - A\n", true},
      {"\n\nPMC - PMC1\nPMID- 1\n", true},
      {"PMID - 1\n", true},
      {"PMID- 1\rTI  - A\r", true},
      {"FAU - A, B\nAU  - A B\nSTAT- X\n", true},
      {"TI  - A\nAB  - B\nAU  - C\n", true},
      {"TY  - JOUR\nTI  - A\nAB  - B\nAU  - C\nER  - \n", false},
      {"1.\nTY  - JOUR\nPMID- 1\nER  - \n", false},
      {"TI  - A\nAB  - B\nAU  - C\nER  -\n", false},
      {"A title\n- PMID: 1\n", false},
      {"<PubmedArticle><PMID>1</PMID>\n", false},
      {"PT J\nAU Smith\nTI A\n", false},
      {"", false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    ck_assert_msg((medline_reader.recognises(text_of(cases[i].head)) > 0) == cases[i].expected,
                  "%s", cases[i].head);
}
END_TEST

START_TEST(lines_are_told_and_damage_fails) {
  arena a;
  error e;
  record r;
  arena_init(&a);
  input *in = input_of_text(TEXT("\n\nPMID- 1\nTI  - A\n\nPMID- 2\n"), "test", &e);
  void *state = medline_reader.open(in, &e);
  static const long long lines[] = {3, 6};
  for (size_t i = 0; i < 2; i++) {
    record_init(&r, &a);
    ck_assert_int_eq(medline_reader.next(state, &r, &e), READ_RECORD);
    ck_assert_int_eq(r.source_line, lines[i]);
  }
  medline_reader.close(state);
  input_close(in);
  /* The head of a gzip stream, cut off at once. */
  assert_text(read_as_json(&medline_reader, TEXT("\x1F\x8B\x08\0\0\0\0\0\0\3"), &a),
              "failed: the gzip data is cut off");
  arena_finish(&a);
}
END_TEST

/* Real files: how many records there are, and how many have a title, an abstract, a DOI, authors,
 * headings, links. */
START_TEST(real_files_are_read_whole) {
  static const struct {
    const char *name;
    size_t records, titles, abstracts, dois, authors, headings, links;
  } files[] = {
      {"bibliographies/IEBH_RefLib/blue-light.nbib", 80, 80, 77, 51, 312, 719, 2},
      {"bibliographies/holub008_nbib/pubmed-balloongui-set.nbib", 75, 75, 70, 74, 773, 580, 11},
      {"bibliographies/holub008_nbib/single.nbib", 1, 1, 1, 1, 3, 3, 0},
      {"bibliographies/holub008_nbib/pmc_medlars.txt", 5, 5, 4, 4, 14, 0, 0},
      {"bibliographies/biopython_Medline/pubmed_result1.txt", 1, 1, 1, 0, 1, 7, 0},
      {"bibliographies/biopython_Medline/pubmed_result2.txt", 4, 4, 4, 3, 13, 34, 0},
      {"bibliographies/biopython_Medline/pubmed_result3.txt", 1, 1, 1, 1, 4, 8, 0},
      {"pubmed-xml/jabref/NbibImporterTest.nbib", 1, 1, 1, 1, 6, 0, 0},
      {"ranking/med/docs.nbib", 1033, 0, 1033, 0, 0, 0, 0},
      {"ranking/cran/docs.nbib", 1400, 1398, 1398, 0, 0, 0, 0},
  };
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    arena a;
    records all = {0};
    arena_init(&a);
    if (!read_shared(&medline_reader, files[i].name, &all, &a)) continue;
    size_t titles = 0, abstracts = 0, dois = 0, authors = 0, headings = 0, links = 0;
    for (size_t k = 0; k < all.count; k++) {
      const record *r = &all.items[k];
      ck_assert(record_id(r, TEXT("pmid")).size > 0);
      titles += r->title.size > 0, abstracts += r->abstract.count > 0;
      dois += record_id(r, TEXT("doi")).size > 0;
      authors += r->people.count, headings += r->headings.count, links += r->links.count;
    }
    ck_assert_msg(all.count == files[i].records && titles == files[i].titles &&
                      abstracts == files[i].abstracts && dois == files[i].dois &&
                      authors == files[i].authors && headings == files[i].headings &&
                      links == files[i].links,
                  "%s: %zu, %zu, %zu, %zu, %zu, %zu, %zu", files[i].name, all.count, titles,
                  abstracts, dois, authors, headings, links);
    arena_finish(&a);
  }
}
END_TEST

SUITE("read/medline", plain_members, identifiers_of_all_kinds, names_are_paired,
      subject_and_funding, grants_are_read_from_their_end, dates_by_kind, links_to_other_articles,
      every_link_tag, abstracts_are_split_with_care, where_records_begin_and_end,
      only_medline_is_recognised, lines_are_told_and_damage_fails, real_files_are_read_whole)
