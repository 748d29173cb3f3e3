/* The PubMed XML reader: documents one after another, fragments, what is cut off or damaged, files
 * larger than what is read at once. The records are invented. */
#include "read/pubmed_xml_cases.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define DOCTYPE \
  "<!DOCTYPE PubmedArticleSet PUBLIC \"-//NLM//DTD PubMedArticle, 1st January 2025//EN\" \
\"https://dtd.example/pubmed_250101.dtd\">\n"
#define ARTICLE(pmid) \
  "<PubmedArticle><MedlineCitation><PMID>" pmid "</PMID></MedlineCitation></PubmedArticle>\n"
#define SET(inside) "<PubmedArticleSet>\n" inside "</PubmedArticleSet>\n"

/* The PMIDs that come out, in order; "-" before one to delete, "?LINE" for one that is skipped,
 * "!LINE what" at the end where reading fails. */
static text read_pmids(text bytes, arena *a) {
  error e;
  error_clear(&e);
  input *in = input_of_text(bytes, "test", &e);
  void *state = pubmed_xml_reader.open(in, &e);
  text all = {"", 0};
  read_result result = READ_RECORD;
  while (result == READ_RECORD || result == READ_SKIPPED) {
    record r;
    record_init(&r, a);
    result = pubmed_xml_reader.next(state, &r, &e);
    text one = {"", 0};
    if (result == READ_RECORD)
      one = arena_join(a, r.deletes ? TEXT("-") : TEXT(""), TEXT(""), record_id(&r, TEXT("pmid")));
    if (result == READ_SKIPPED) one = arena_printf(a, "?%lu", e.line);
    if (result == READ_FAILED) one = arena_printf(a, "!%lu %s", e.line, e.message);
    all = arena_join(a, all, TEXT(" "), one);
  }
  pubmed_xml_reader.close(state);
  input_close(in);
  return all;
}

typedef struct {
  const char *bytes, *pmids;
} pmids_case;

static void check_pmids(const pmids_case *cases, size_t count) {
  for (size_t i = 0; i < count; i++) {
    arena a;
    arena_init(&a);
    assert_text(read_pmids(text_of(cases[i].bytes), &a), cases[i].pmids);
    arena_finish(&a);
  }
}

START_TEST(documents_of_every_shape) {
  static const pmids_case cases[] = {
      {DECLARATION DOCTYPE SET(ARTICLE("1") ARTICLE("2")), "1 2"},
      {SET(""), ""},
      {"<PubmedArticleSet/>", ""},
      {ARTICLE("1"), "1"},
      {ARTICLE("1") ARTICLE("2") "\n\n" ARTICLE("3"), "1 2 3"},
      {DECLARATION SET(ARTICLE("1")) DECLARATION DOCTYPE SET(ARTICLE("2") ARTICLE("3")), "1 2 3"},
      {"\n \n" DECLARATION ARTICLE("1") "  \n" DECLARATION ARTICLE("2"), "1 2"},
      {SET(ARTICLE("1")) "<!-- the end --><?done?>\n", "1"},
      {"<eFetchResult>" SET(ARTICLE("1")) "</eFetchResult>", "1"},
      {"<p:PubmedArticleSet xmlns:p='urn:p'><p:PubmedArticle><p:MedlineCitation><p:PMID>4</p:PMID>"
       "</p:MedlineCitation></p:PubmedArticle></p:PubmedArticleSet>",
       "4"},
      {"<PubmedArticleSet xmlns='urn:p'>" ARTICLE("1") "</PubmedArticleSet>", "1"},
      {"<MedlineCitationSet><MedlineCitation><PMID>5</PMID></MedlineCitation><DeleteCitation>"
       "<PMID>6</PMID></DeleteCitation></MedlineCitationSet>",
       "5 -6"},
      {SET(ARTICLE("1") "<DeleteCitation>\n<PMID Version='1'>8</PMID>\n<PMID>9</PMID>\n"
                        "</DeleteCitation>"),
       "1 -8 -9"},
      {"<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>3</PMID></BookDocument>"
       "</PubmedBookArticle></PubmedArticleSet>",
       "3"},
      {"<?xml version='1.0' encoding='utf-16'?>" ARTICLE("1"), "1"},
      {"<?xml version='1.0' encoding='iso-8859-1'?>" ARTICLE("1"), "1"},
  };
  check_pmids(cases, COUNT(cases));
}
END_TEST

START_TEST(what_is_wrong_is_reported_with_its_line) {
  static const pmids_case cases[] = {
      {SET(ARTICLE("1") "\n<PubmedArticle>\n</PubmedArticle>\n" ARTICLE("2")), "1 ?4 2"},
      {SET("<PubmedArticle/>"), "?2"},
      {SET("<DeleteCitation><PMID>none</PMID></DeleteCitation>" ARTICLE("1")), "?2 1"},
      {SET(ARTICLE("1") "<PubmedArticle>\nwrong\n"), "1 !5 malformed XML: mismatched tag"},
      {"<PubmedArticleSet>\n" ARTICLE("1"), "1 !3 malformed XML: no element found"},
      {SET(ARTICLE("1")) "\n\nwrong", "1 !6 malformed XML: syntax error"},
      {SET(ARTICLE("1")) ARTICLE("2") "\n<PubmedArticle>\n&",
       "1 2 !7 malformed XML: unclosed token"},
      {"", "!0 no PubMed XML: none of its elements is in it"},
      {"<!-- only -->", "!1 malformed XML: no element found"},
      {"<DescriptorRecordSet><DescriptorRecord/></DescriptorRecordSet>",
       "!0 no PubMed XML: none of its elements is in it"},
      {ARTICLE("\xC3\x28"), "!1 malformed XML: not well-formed (invalid token)"},
      {"<?xml version='1.0' encoding='x-none'?>" ARTICLE("1"),
       "!1 malformed XML: unknown encoding"},
  };
  check_pmids(cases, COUNT(cases));
}
END_TEST

/* Cut off anywhere, it gives the records before the cut and says that there is more. */
START_TEST(files_that_are_cut_off) {
  static const char whole[] = DECLARATION DOCTYPE SET(ARTICLE("11") ARTICLE("22"));
  static const char end[] = "</PubmedArticle>";
  size_t first = (size_t)(strstr(whole, end) - whole) + sizeof end - 1;
  size_t second = (size_t)(strstr(whole + first, end) - whole) + sizeof end - 1;
  for (size_t size = 1; size + 2 < sizeof whole; size++) {
    arena a;
    arena_init(&a);
    text pmids = read_pmids((text){whole, size}, &a);
    const char *before = size >= second ? "11 22 !" : size >= first ? "11 !" : "!";
    ck_assert_msg(text_starts(pmids, text_of(before)), "%zu bytes: %.*s, expected %s", size,
                  TEXT_ARG(pmids), before);
    arena_finish(&a);
  }
}
END_TEST

START_TEST(nesting_has_a_limit) {
  arena a;
  arena_init(&a);
  buffer deep = {0};
  for (int i = 0; i < 200; i++) buffer_put(&deep, "<PubmedArticleSet>");
  text pmids = read_pmids(buffer_text(&deep), &a);
  assert_text(pmids, "!1 elements are nested too deeply");
  buffer_finish(&deep);
  arena_finish(&a);
}
END_TEST

/* Whatever place of a record the end of what is read at once falls on, it reads the same. */
START_TEST(chunks_end_anywhere) {
  static const char article[] =
      "<PubmedArticle>\r\n    <MedlineCitation>\n      <PMID Version=\"1\">7</PMID><Article>"
      "<ArticleTitle>Gr\xC3\xBC\xC3\x9F"
      "e &amp; <i>mehr</i>  \n   Text</ArticleTitle></Article>"
      "</MedlineCitation>\n  </PubmedArticle>\n";
  enum { CHUNK = 1 << 16 };
  arena a;
  arena_init(&a);
  for (size_t shift = 0; shift < sizeof article + 20; shift++) {
    buffer bytes = {0};
    buffer_put(&bytes, "<PubmedArticleSet><!--");
    while (bytes.size < CHUNK - shift - 3) buffer_put(&bytes, ".");
    buffer_put(&bytes, "-->");
    buffer_add(&bytes, text_of(article));
    buffer_put(&bytes, "</PubmedArticleSet>");
    assert_text(read_as_json(&pubmed_xml_reader, buffer_text(&bytes), &a),
                "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"7\"}],\"version\":1,\"type\":"
                "\"journal-article\",\"title\":\"Gr\xC3\xBC\xC3\x9F"
                "e & mehr Text\"");
    buffer_finish(&bytes);
    arena_reset(&a);
  }
  arena_finish(&a);
}
END_TEST

/* Many records, in one set and each a document of its own: each keeps to its arena, whose memory
 * does not grow with the file. */
START_TEST(large_files) {
  for (int bare = 0; bare < 2; bare++) {
    buffer bytes = {0};
    if (!bare) buffer_put(&bytes, "<PubmedArticleSet>\n");
    for (int i = 1; i <= 8000; i++)
      buffer_printf(&bytes,
                    "<PubmedArticle>\n<MedlineCitation>\n<PMID>%d</PMID>\n</MedlineCitation>\n"
                    "</PubmedArticle>\n",
                    i);
    if (!bare) buffer_put(&bytes, "</PubmedArticleSet>\n");
    error e;
    arena a;
    record r;
    arena_init(&a);
    input *in = input_of_text(buffer_text(&bytes), "test", &e);
    void *state = pubmed_xml_reader.open(in, &e);
    for (int i = 1; i <= 8000; i++) {
      arena_reset(&a);
      record_init(&r, &a);
      ck_assert_int_eq(pubmed_xml_reader.next(state, &r, &e), READ_RECORD);
      ck_assert_int_eq(r.source_line, (i - 1) * 5 + 2 - bare);
      assert_text(record_id(&r, TEXT("pmid")), arena_string(&a, arena_printf(&a, "%d", i)));
    }
    ck_assert_int_eq(pubmed_xml_reader.next(state, &r, &e), READ_END);
    pubmed_xml_reader.close(state);
    input_close(in);
    arena_finish(&a);
    buffer_finish(&bytes);
  }
}
END_TEST

START_TEST(recognised_by_the_first_element) {
  static const struct {
    const char *head;
    bool known;
  } cases[] = {
      {DECLARATION DOCTYPE SET(ARTICLE("1")), true},
      {"\xEF\xBB\xBF<PubmedArticleSet>", true},
      {"\n<!-- a > b --><PubmedArticle>", true},
      {"<p:PubmedBookArticle xmlns:p='x'>", true},
      {"<PubmedBookArticleSet>", true},
      {"<MedlineCitationSet>", true},
      {"<eFetchResult>\n<PubmedArticle>", true},
      {"<!DOCTYPE x [<!ENTITY e 'f'>]><PubmedArticle/>", true},
      {"<PubmedArticleSetting>", false},
      {"<DescriptorRecordSet>", false},
      {DECLARATION "<DescriptorRecordSet LanguageCode='eng'>", false},
      {"PMID- 1\nTI  - <PubmedArticle> in a title\n", false},
      {"<html><p>of PubmedArticle elements</p>", false},
      {"<", false},
      {"<!", false},
      {"", false},
  };
  for (size_t i = 0; i < COUNT(cases); i++)
    ck_assert_msg((pubmed_xml_reader.recognises(text_of(cases[i].head)) > 0) == cases[i].known,
                  "%s", cases[i].head);
}
END_TEST

SUITE("read/pubmed_xml_documents", documents_of_every_shape,
      what_is_wrong_is_reported_with_its_line, files_that_are_cut_off, nesting_has_a_limit,
      chunks_end_anywhere, large_files, recognised_by_the_first_element)
