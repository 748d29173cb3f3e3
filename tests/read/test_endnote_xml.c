/* EndNote XML: exact records for invented references, and counts for real files. */
#include "read/records.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

#define FILE(records) \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?><xml><records>" records "</records></xml>"
#define RECORD(fields) FILE("<record>" fields "</record>")
#define ARTICLE(fields) RECORD("<ref-type name=\"Journal Article\">17</ref-type>" fields)
#define TITLE "<titles><title>Desks</title></titles>"
#define ARTICLE_OF "\"type\":\"journal-article\",\"title\":\"Desks\""

static const json_case cases[] = {
    /* Runs of style: faces that carry meaning, others, text beside them. */
    {ARTICLE("<titles><title><style face=\"normal\">H</style><style face=\"subscript\">2</style>O "
             "<style face=\"italic\">in situ</style><style face=\"italic superscript\">2+</style>"
             "</title></titles>"),
     "\"type\":\"journal-article\",\"title\":\"H\u2082O in situ\u00b2\u207a\""},
    /* Types by name, by number where the name is another language's, and unknown ones. */
    {RECORD("<ref-type name=\"Book Section\">5</ref-type><titles><title>A</title>"
            "<secondary-title>B</secondary-title></titles>"),
     "\"type\":\"chapter\",\"title\":\"A\",\"book_title\":\"B\""},
    {RECORD("<ref-type name=\"Buch\">6</ref-type>" TITLE), "\"type\":\"book\",\"title\":\"Desks\""},
    {RECORD("<ref-type>32</ref-type>" TITLE), "\"type\":\"thesis\",\"title\":\"Desks\""},
    {RECORD("<ref-type name=\"Sheet\">99</ref-type>" TITLE),
     "\"type\":\"other\",\"title\":\"Desks\",\"extras\":[{\"kind\":\"ris:TY\",\"text\":\"Sheet\"}"
     "]"},
    /* People of every list. */
    {ARTICLE(
         "<contributors><authors><author>Smith, John A.</author>"
         "<author><style>Desk Group,</style></author></authors><secondary-authors>"
         "<author>Jones, B</author></secondary-authors><tertiary-authors><author>Lee, C</author>"
         "</tertiary-authors><subsidiary-authors><author>Ng, D</author></subsidiary-authors>"
         "</contributors>" TITLE),
     ARTICLE_OF
     ",\"people\":[{\"family\":\"Smith\",\"given\":\"John A.\",\"initials\":\"JA\"},"
     "{\"collective\":\"Desk Group\"},"
     "{\"family\":\"Jones\",\"given\":\"B\",\"initials\":\"B\",\"role\":\"editor\"},"
     "{\"family\":\"Lee\",\"given\":\"C\",\"initials\":\"C\",\"role\":\"series-editor\"},"
     "{\"family\":\"Ng\",\"given\":\"D\",\"initials\":\"D\",\"role\":\"translator\"}]"},
    /* The longer form of the journal's name is the full one, wherever it stands. */
    {ARTICLE("<titles><title>Desks</title><secondary-title>J Desk</secondary-title></titles>"
             "<periodical><full-title>J Desk</full-title><abbr-1>Journal of desks</abbr-1>"
             "</periodical>"),
     ARTICLE_OF ",\"journal\":\"Journal of desks\",\"journal_abbreviation\":\"J Desk\""},
    {ARTICLE(TITLE "<periodical><full-title>Journal of desks</full-title></periodical>"),
     ARTICLE_OF ",\"journal\":\"Journal of desks\""},
    /* Dates, pages, numbers. */
    {ARTICLE(TITLE
             "<pages>12-19</pages><volume>3</volume><number>4</number><dates><year>2019</year>"
             "<pub-dates><date>Mar 5</date></pub-dates></dates><isbn>1234-5678 (Print)&#xD;"
             "2345-6789</isbn>"),
     ARTICLE_OF ",\"issns\":[{\"kind\":\"Print\",\"text\":\"1234-5678\"},"
                "{\"text\":\"2345-6789\"}],\"volume\":\"3\",\"issue\":\"4\",\"pages\":\"12-19\","
                "\"published\":\"2019 Mar 5\""},
    /* A DOI, also as an address; PubMed's number where PubMed is the source. */
    {ARTICLE(TITLE "<electronic-resource-num>https://doi.org/10.5555/A</electronic-resource-num>"
                   "<accession-num>99999991</accession-num><custom2>PMC99999991</custom2>"
                   "<remote-database-provider>NLM</remote-database-provider>"),
     "\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.5555/a\"},"
     "{\"scheme\":\"pmid\",\"value\":\"99999991\"},"
     "{\"scheme\":\"pmc\",\"value\":\"PMC99999991\"}]," ARTICLE_OF},
    {ARTICLE(TITLE "<accession-num>99999991</accession-num>"),
     ARTICLE_OF ",\"extras\":[{\"kind\":\"ris:AN\",\"text\":\"99999991\"}]"},
    /* Lists of addresses; those that serve a known identifier say nothing new. */
    {ARTICLE(TITLE "<urls><related-urls><url>https://example.org/a</url><url>"
                   "https://doi.org/10.5555/a</url></related-urls><pdf-urls><url>internal-pdf://1/a"
                   ".pdf</url></pdf-urls></urls>"),
     "\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.5555/a\"}]," ARTICLE_OF
     ",\"urls\":[\"https://example.org/a\"],"
     "\"extras\":[{\"kind\":\"ris:L1\",\"text\":\"internal-pdf://1/a.pdf\"}]"},
    /* Notes of several lines; fields of the user's own; elements that nobody knows. */
    {ARTICLE(TITLE "<notes>one&#xD;two</notes><research-notes>mine</research-notes>"
                   "<custom3>three</custom3><moon>full</moon><database name=\"x\">x</database>"),
     ARTICLE_OF
     ",\"notes\":[{\"kind\":\"general\",\"text\":\"one\\ntwo\"}],"
     "\"extras\":[{\"kind\":\"endnote:moon\",\"text\":\"full\"},"
     "{\"kind\":\"ris:RN\",\"text\":\"mine\"},{\"kind\":\"ris:C3\",\"text\":\"three\"}]"},
    /* What XML does not know or does not allow. */
    {ARTICLE("<titles><title>A&nbsp;B\x03&alpha;</title></titles>"),
     "\"type\":\"journal-article\",\"title\":\"A\u00a0B \u03b1\""},
    {FILE("<record><rec-number></rec-number></record><record>" TITLE "</record>"),
     "skipped 1: a reference without title, author or anything else to keep\n"
     "\"type\":\"other\",\"title\":\"Desks\""},
    {FILE(""), "failed: no EndNote XML: there is no <record> in it"},
    {"<xml><records><record>" TITLE "</record><record><titles>",
     "\"type\":\"other\",\"title\":\"Desks\"\nfailed: malformed XML: the input ends within it"},
    {"<!DOCTYPE xml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" FILE(""),
     "failed: refused: it declares entities of its own, as an attack would"},
};

START_TEST(references_are_read) { check_json_cases(&endnote_xml_reader, cases, COUNT(cases)); }
END_TEST

START_TEST(files_are_recognised) {
  ck_assert_ptr_eq(reader_recognise(text_of(cases[0].bytes)), &endnote_xml_reader);
  ck_assert_ptr_eq(reader_recognise(TEXT("\n<xml><records><record>\n<contributors>")),
                   &endnote_xml_reader);
  ck_assert_ptr_null(reader_recognise(TEXT("<xml><records><record><field/></record></records>")));
  ck_assert_ptr_null(reader_recognise(TEXT("Some text on <records>, <record> and <titles>")));
}
END_TEST

static const struct {
  const char *file;
  size_t records, people, with_doi, with_pmid, with_abstract, subjects;
} files[] = {
    {"bibliographies/IEBH_RefLib/blue-light.xml", 102, 429, 72, 102, 98, 943},
    {"bibliographies/IEBH_RefLib/SpiderCite demo.xml", 10, 53, 9, 10, 10, 130},
    {"bibliographies/IEBH_RefLib/multipart.xml", 1, 2, 0, 0, 1, 2},
};

START_TEST(real_files_are_read) {
  for (size_t i = 0; i < COUNT(files); i++) {
    arena a;
    records all = {0};
    size_t people = 0, doi = 0, pmid = 0, abstract = 0, subjects = 0;
    arena_init(&a);
    if (!read_shared(&endnote_xml_reader, files[i].file, &all, &a)) return;
    for (size_t k = 0; k < all.count; k++) {
      const record *r = &all.items[k];
      people += r->people.count;
      doi += record_id(r, TEXT("doi")).size > 0;
      pmid += record_id(r, TEXT("pmid")).size > 0;
      abstract += r->abstract.count > 0;
      subjects += r->headings.count + r->keywords.count;
    }
    ck_assert_uint_eq(all.count, files[i].records);
    ck_assert_uint_eq(people, files[i].people);
    ck_assert_uint_eq(doi, files[i].with_doi);
    ck_assert_uint_eq(pmid, files[i].with_pmid);
    ck_assert_uint_eq(abstract, files[i].with_abstract);
    ck_assert_uint_eq(subjects, files[i].subjects);
    arena_finish(&a);
  }
}
END_TEST

SUITE("read/endnote_xml", references_are_read, files_are_recognised, real_files_are_read)
