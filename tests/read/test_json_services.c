/* The JSON of services: Europe PMC, arXiv, PubMed's summaries. Exact records for invented answers
 * in the shapes that these services give. */
#include "read/records.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* --- Europe PMC --- */

#define RESULTS(results)                                                                    \
  "{\"version\":\"6.9\",\"hitCount\":1,\"request\":{\"queryString\":\"\\\"result\\\":[\"}," \
  "\"resultList\":{\"result\":[" results "]}}"
#define RESULT(members) \
  RESULTS("{\"id\":\"99999991\",\"source\":\"MED\",\"title\":\"Desks.\"," members "}")
#define RESULT_OF                                                                        \
  "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"99999991\"}],\"type\":\"journal-article\"," \
  "\"title\":\"Desks.\""

static const json_case europepmc[] = {
    {RESULT(
         "\"authorString\":\"Smith JA, D G.\",\"authorList\":{\"author\":[{\"fullName\":"
         "\"Smith JA\",\"firstName\":\"John A\",\"lastName\":\"Smith\",\"initials\":\"JA\","
         "\"authorId\":{\"type\":\"ORCID\",\"value\":\"0000-0002-1825-0097\"},"
         "\"authorAffiliationDetailsList\":{\"authorAffiliation\":[{\"affiliation\":\"Here.\"}]}},"
         "{\"collectiveName\":\"Desk Group\"}]},\"investigatorList\":{\"investigator\":"
         "[{\"lastName\":\"Lee\",\"initials\":\"C\"}]}"),
     RESULT_OF ",\"people\":[{\"family\":\"Smith\",\"given\":\"John A\",\"initials\":\"JA\","
               "\"affiliations\":[\"Here.\"],"
               "\"ids\":[{\"scheme\":\"orcid\",\"value\":\"0000-0002-1825-0097\"}]},"
               "{\"collective\":\"Desk Group\"},{\"family\":\"Lee\","
               "\"given\":\"C\",\"initials\":\"C\",\"role\":\"investigator\"}]"},
    {RESULT("\"journalInfo\":{\"issue\":\"3\",\"volume\":\"12\",\"dateOfPublication\":\"2020 Mar\","
            "\"yearOfPublication\":2020,\"journal\":{\"title\":\"Journal of desks\","
            "\"medlineAbbreviation\":\"J Desk\",\"nlmid\":\"1\",\"issn\":\"1234-5678\",\"essn\":"
            "\"2345-6789\"}},\"pubYear\":\"2020\",\"pageInfo\":\"1-9\",\"dateOfCompletion\":"
            "\"2020-09-01\""),
     RESULT_OF ",\"journal\":\"Journal of desks\",\"journal_abbreviation\":\"J Desk\","
               "\"nlm_id\":\"1\",\"issns\":[{\"kind\":\"Print\",\"text\":\"1234-5678\"},"
               "{\"kind\":\"Electronic\",\"text\":\"2345-6789\"}],\"volume\":\"12\","
               "\"issue\":\"3\",\"pages\":\"1-9\",\"published\":\"2020 Mar\","
               "\"dates\":[{\"kind\":\"completed\",\"text\":\"2020 Sep 1\"}]"},
    {RESULT(
         "\"abstractText\":\"<h4>Background</h4>H<sub>2</sub>O.<h4>Design &amp; "
         "setting</h4>None.\",\"meshHeadingList\":{\"meshHeading\":[{\"majorTopic_YN\":\"N\","
         "\"descriptorName\":\"Furniture\",\"meshQualifierList\":{\"meshQualifier\":"
         "[{\"abbreviation\":\"ST\",\"qualifierName\":\"standards\",\"majorTopic_YN\":\"Y\"}]}}]}"
         ",\"keywordList\":{\"keyword\":[\"desk\"]},\"chemicalList\":{\"chemical\":[{\"name\":"
         "\"Water\",\"registryNumber\":\"059QF0KO0R\"}]},\"pubTypeList\":{\"pubType\":[\"Letter\"]"
         "},\"subsetList\":{\"subset\":[{\"code\":\"IM\",\"name\":\"Index Medicus\"}]},"
         "\"grantsList\":{\"grant\":[{\"grantId\":\"G1\",\"agency\":\"Fund\"}]}"),
     RESULT_OF ",\"abstract\":[{\"label\":\"Background\",\"text\":\"H\u2082O.\"},"
               "{\"label\":\"Design & setting\",\"text\":\"None.\"}],"
               "\"publication_types\":[{\"name\":\"Letter\"}],"
               "\"headings\":[{\"name\":\"Furniture\",\"qualifiers\":[{\"name\":\"standards\","
               "\"major\":true}]}],\"keywords\":[{\"text\":\"desk\"}],\"substances\":[{\"name\":"
               "\"Water\",\"registry_number\":\"059QF0KO0R\"}],\"grants\":[{\"number\":\"G1\","
               "\"agency\":\"Fund\"}],\"citation_subsets\":[\"IM\"]"},
    {RESULT(
         "\"fullTextUrlList\":{\"fullTextUrl\":[{\"url\":\"https://example.org/a.pdf\"},{\"url\":"
         "\"https://pubmed.ncbi.nlm.nih.gov/99999991\"}]},\"commentCorrectionList\":"
         "{\"commentCorrection\":[{\"id\":\"99999992\",\"source\":\"MED\",\"reference\":\"J Desk. "
         "2021;1:2\",\"type\":\"Comment in\"},{\"id\":\"PPR2\",\"source\":\"PPR\",\"type\":"
         "\"Preprint of\"}]},\"isOpenAccess\":\"Y\",\"inEPMC\":\"N\",\"citedByCount\":3"),
     RESULT_OF ",\"urls\":[\"https://example.org/a.pdf\"],"
               "\"extras\":[{\"kind\":\"europepmc:isOpenAccess\",\"text\":\"Y\"},"
               "{\"kind\":\"europepmc:citedByCount\",\"text\":\"3\"}],"
               "\"links\":[{\"kind\":\"comment-in\",\"ids\":[{\"scheme\":\"pmid\",\"value\":"
               "\"99999992\"}],\"citation\":\"J Desk. 2021;1:2\"},{\"kind\":\"other\",\"ids\":"
               "[{\"scheme\":\"europepmc\",\"value\":\"PPR/PPR2\"}],\"note\":\"Preprint of\"}]"},
    /* Lite, a result a line; a preprint. */
    {"{\"id\":\"PPR1\",\"source\":\"PPR\",\"doi\":\"10.5555/a\",\"title\":\"A\",\"authorString\":"
     "\"Yang G, van Berg K, et al.\",\"pubYear\":\"2020\",\"journalTitle\":\"Desk archive\","
     "\"pubType\":\"preprint\",\"firstPublicationDate\":\"2020-01-02\"}\n"
     "{\"id\":\"PMC9\",\"source\":\"PMC\",\"pmcid\":\"PMC9\",\"title\":\"B\",\"pubYear\":\"1999\","
     "\"journalIssn\":\"1234-5678; 2345-6789\",\"journalVolume\":\"7\"}\n"
     "{\"id\":\"1\",\"source\":\"MED\"}",
     "\"ids\":[{\"scheme\":\"europepmc\",\"value\":\"PPR/PPR1\"},{\"scheme\":\"doi\",\"value\":"
     "\"10.5555/a\"}],\"type\":\"preprint\",\"title\":\"A\",\"people\":[{\"family\":\"Yang\","
     "\"given\":\"G\",\"initials\":\"G\"},{\"family\":\"van Berg\",\"given\":\"K\",\"initials\":"
     "\"K\"}],\"authors_incomplete\":true,\"journal\":\"Desk archive\",\"published\":\"2020 Jan "
     "2\","
     "\"publication_types\":[{\"name\":\"preprint\"}]\n"
     "\"ids\":[{\"scheme\":\"pmc\",\"value\":\"PMC9\"}],\"type\":\"journal-article\",\"title\":"
     "\"B\",\"issns\":[{\"text\":\"1234-5678\"},{\"text\":\"2345-6789\"}],\"volume\":\"7\","
     "\"published\":\"1999\"\n"
     "skipped 3: a result without title, author or anything else to keep"},
    {RESULTS(""), ""},
};

START_TEST(europepmc_is_read) {
  check_json_cases(&europepmc_json_reader, europepmc, COUNT(europepmc));
}
END_TEST

/* --- arXiv --- */

static const json_case arxiv[] = {
    {"{\"id\":\"9907.00001\",\"submitter\":\"A. Inventor\",\"authors\":\"A. "
     "Bal\\\\'azs\",\"title\":"
     "\"Invented $\\\\alpha_s$\\n  desks\",\"comments\":\"37 pages\",\"journal-ref\":\"Desk 7, 2\","
     "\"doi\":\"10.5555/a\",\"report-no\":null,\"categories\":\"hep-ph math.CO\",\"license\":null,"
     "\"abstract\":\"  We follow\\nSchr\\\\\\\"odinger.\\n  It is good.\\n\",\"versions\":"
     "[{\"version\":\"v1\",\"created\":\"Mon, 2 Apr 2007 19:18:42 GMT\"},{\"version\":\"v2\","
     "\"created\":\"Tue, 24 Jul 2007 20:10:27 GMT\"}],\"update_date\":\"2008-11-26\","
     "\"authors_parsed\":[[\"Bal\u00e1zs\",\"C.\",\"\"],[\"Berger\",\"E. L.\",\"Jr\",\"CERN\"],"
     "[\"ATLAS Collaboration\",\"\",\"\"]]}",
     "\"ids\":[{\"scheme\":\"arxiv\",\"value\":\"9907.00001\"},{\"scheme\":\"doi\",\"value\":"
     "\"10.5555/a\"}],\"type\":\"preprint\",\"title\":\"Invented \u03b1\u209b desks\",\"people\":"
     "[{\"family\":\"Bal\u00e1zs\",\"given\":\"C.\",\"initials\":\"C\"},{\"family\":\"Berger\","
     "\"given\":\"E. L.\",\"initials\":\"EL\",\"affiliations\":[\"CERN\"],\"suffix\":\"Jr\"},"
     "{\"collective\":\"ATLAS Collaboration\"}],\"journal\":\"arXiv\",\"published\":\"2007 Apr 2\","
     "\"dates\":[{\"kind\":\"last-revised\",\"text\":\"2008 Nov 26\"}],\"abstract\":[{\"text\":"
     "\"We follow Schr\u00f6dinger. It is good.\"}],\"keywords\":[{\"text\":\"hep-ph\",\"owner\":"
     "\"arXiv\"},{\"text\":\"math.CO\",\"owner\":\"arXiv\"}],\"notes\":[{\"kind\":\"general\","
     "\"text\":\"37 pages\"}],\"extras\":[{\"kind\":\"arxiv:versions\",\"text\":\"v2\"},{\"kind\":"
     "\"arxiv:submitter\",\"text\":\"A. Inventor\"},{\"kind\":\"arxiv:journal-ref\",\"text\":"
     "\"Desk 7, 2\"}]"},
    /* Without parsed names. */
    {"{\"id\":\"hep-th/9901001\",\"authors\":\"A. Bal\\\\'azs, B. Lee, and C. "
     "Yuan\",\"title\":\"T\","
     "\"categories\":\"\",\"update_date\":\"2008-11-26\",\"versions\":[]}",
     "\"ids\":[{\"scheme\":\"arxiv\",\"value\":\"hep-th/9901001\"}],\"type\":\"preprint\","
     "\"title\":\"T\",\"people\":[{\"family\":\"Bal\u00e1zs\",\"given\":\"A.\",\"initials\":\"A\"},"
     "{\"family\":\"Lee\",\"given\":\"B.\",\"initials\":\"B\"},{\"family\":\"Yuan\",\"given\":\"C."
     "\","
     "\"initials\":\"C\"}],\"journal\":\"arXiv\",\"dates\":[{\"kind\":\"last-revised\",\"text\":"
     "\"2008 Nov 26\"}]"},
    /* As programs write it. */
    {"[{\"entry_id\":\"http://arxiv.org/abs/9907.00001v2\",\"title\":\"T\",\"summary\":\"S.\","
     "\"authors\":[{\"name\":\"Ann Smith\"},\"Bo Lee\"],\"published\":\"2007-04-02T19:18:42Z\","
     "\"updated\":\"2007-05-01T00:00:00Z\",\"primary_category\":\"math.CO\",\"categories\":"
     "[\"hep-ph\",\"math.CO\"],\"pdf_url\":\"http://arxiv.org/pdf/9907.00001v2\"}]",
     "\"ids\":[{\"scheme\":\"arxiv\",\"value\":\"9907.00001\"}],\"type\":\"preprint\",\"title\":"
     "\"T\","
     "\"people\":[{\"family\":\"Smith\",\"given\":\"Ann\",\"initials\":\"A\"},{\"family\":\"Lee\","
     "\"given\":\"Bo\",\"initials\":\"B\"}],\"journal\":\"arXiv\",\"published\":\"2007 Apr 2\","
     "\"dates\":[{\"kind\":\"last-revised\",\"text\":\"2007 May 1\"}],\"abstract\":[{\"text\":"
     "\"S.\"}],\"keywords\":[{\"text\":\"math.CO\",\"owner\":\"arXiv\"},{\"text\":\"hep-ph\","
     "\"owner\":\"arXiv\"}],\"urls\":[\"http://arxiv.org/pdf/9907.00001v2\"]"},
};

START_TEST(arxiv_is_read) { check_json_cases(&arxiv_json_reader, arxiv, COUNT(arxiv)); }
END_TEST

/* --- PubMed's summaries --- */

static const json_case pubmed[] = {
    {"{\"header\":{\"type\":\"esummary\"},\"result\":{\"uids\":[\"99999991\",\"99999993\"],"
     "\"99999991\":{\"uid\":\"99999991\",\"pubdate\":\"2016 Mar\",\"epubdate\":\"2015 Dec 1\","
     "\"source\":\"J Desk\",\"authors\":[{\"name\":\"van de Beek D\",\"authtype\":\"Author\"},"
     "{\"name\":\"Desk Group\",\"authtype\":\"CollectiveName\"}],\"lastauthor\":\"x\",\"title\":"
     "\"Desks.\",\"sorttitle\":\"desks\",\"volume\":\"16\",\"issue\":\"3\",\"pages\":\"339-47\","
     "\"lang\":[\"eng\"],\"nlmuniqueid\":\"1\",\"issn\":\"1234-5678\",\"essn\":\"2345-6789\","
     "\"pubtype\":[\"Letter\",\"Comment\"],\"recordstatus\":\"PubMed - indexed for MEDLINE\","
     "\"articleids\":[{\"idtype\":\"pubmed\",\"value\":\"99999991\"},{\"idtype\":\"doi\",\"value\":"
     "\"10.5555/A\"},{\"idtype\":\"pmcid\",\"value\":\"pmc-id: PMC9;\"},{\"idtype\":\"rid\","
     "\"value\":\"99999991\"}],\"history\":[{\"pubstatus\":\"received\",\"date\":"
     "\"2015/08/01 00:00\"}],\"references\":[{\"refsource\":\"J Desk. 2016;16:271\",\"reftype\":"
     "\"Comment in\",\"pmid\":99999992,\"note\":\"\"}],\"fulljournalname\":\"Journal of desks\","
     "\"elocationid\":\"doi: 10.5555/A\",\"vernaculartitle\":\"\"},"
     "\"99999993\":{\"uid\":\"99999993\",\"error\":\"cannot get document summary\"}}}",
     "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"99999991\"},{\"scheme\":\"doi\",\"value\":"
     "\"10.5555/a\"}],\"type\":\"journal-article\",\"title\":\"Desks.\",\"people\":[{\"family\":"
     "\"van de Beek\",\"given\":\"D\",\"initials\":\"D\"},{\"collective\":\"Desk Group\"}],"
     "\"journal\":\"Journal of desks\",\"journal_abbreviation\":\"J Desk\",\"nlm_id\":\"1\","
     "\"issns\":[{\"kind\":\"Print\",\"text\":\"1234-5678\"},{\"kind\":\"Electronic\",\"text\":"
     "\"2345-6789\"}],\"volume\":\"16\",\"issue\":\"3\",\"pages\":\"339-47\",\"published\":"
     "\"2016 Mar\",\"dates\":[{\"kind\":\"received\",\"text\":\"2015 Aug 1\"},{\"kind\":"
     "\"electronic\",\"text\":\"2015 Dec 1\"}],\"languages\":[\"eng\"],\"publication_types\":"
     "[{\"name\":\"Letter\"},{\"name\":\"Comment\"}],\"status\":\"MEDLINE\",\"links\":[{\"kind\":"
     "\"comment-in\",\"ids\":[{\"scheme\":\"pmid\",\"value\":\"99999992\"}],\"citation\":"
     "\"J Desk. 2016;16:271\"}]\n"
     "skipped 1: PubMed has no summary of 99999993: cannot get document summary"},
};

START_TEST(summaries_are_read) { check_json_cases(&pubmed_json_reader, pubmed, COUNT(pubmed)); }
END_TEST

START_TEST(all_are_recognised) {
  for (size_t i = 0; i < COUNT(europepmc); i++)
    ck_assert_ptr_eq(reader_recognise(text_of(europepmc[i].bytes)), &europepmc_json_reader);
  for (size_t i = 0; i < COUNT(arxiv); i++)
    ck_assert_ptr_eq(reader_recognise(text_of(arxiv[i].bytes)), &arxiv_json_reader);
  for (size_t i = 0; i < COUNT(pubmed); i++)
    ck_assert_ptr_eq(reader_recognise(text_of(pubmed[i].bytes)), &pubmed_json_reader);
}
END_TEST

SUITE("read/json_services", europepmc_is_read, arxiv_is_read, summaries_are_read,
      all_are_recognised)
