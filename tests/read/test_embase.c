/* The reader of Embase's CSV with a line for each field, on invented records. */
#include "read/records.h"

START_TEST(records_and_fields) {
  static const json_case cases[] = {
      {"\xEF\xBB\xBF\"TITLE\",\"An invented \"\"title\"\"\"\r\n"
       "\"AUTHOR NAMES\",\"Roe R.\",\"Poe E.A.\"\r\n"
       "\"CORRESPONDENCE ADDRESS\",\"E.A. Poe, Dept of Nothing, No Town\"\r\n"
       "\"AiP/IP ENTRY DATE\",\"2020-01-01\"\r\n"
       "\"SOURCE\",\"Inventions (2004) 102:4 (253-258). Date of Publication: 25 Aug 2004\"\r\n"
       "\"SOURCE TITLE\",\"Inventions\"\r\n\"PUBLICATION YEAR\",\"2004\"\r\n"
       "\"VOLUME\",\"102\"\r\n\"FIRST PAGE\",\"253\"\r\n\"LAST PAGE\",\"258\"\r\n"
       "\"PUBLICATION TYPE\",\"Article\",\"Journal\"\r\n\"ISSN\",\"12345678\",\"87654321\"\r\n"
       "\"ABSTRACT\",\"We saw\r\nit.\"\r\n\"AUTHOR KEYWORDS\",\"one\",\"two, too\"\r\n"
       "\"EMTREE DRUG INDEX TERMS (MAJOR FOCUS)\",\"nothing (drug therapy)\"\r\n"
       "\"LANGUAGE OF ARTICLE\",\"English\"\r\n\"PUI\",\"L600000001\"\r\n"
       "\"MEDLINE PMID\",\"99000001 (http://www.ncbi.nlm.nih.gov/pubmed/99000001)\"\r\n"
       "\"DOI\",\"10.5555/em.1\"\r\n\r\n"
       "\"TITLE\",\"Another\"\r\n\"SOURCE\",\"Inventions (2005) 103\"\r\n",
       "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"99000001\"},{\"scheme\":\"doi\",\"value\":"
       "\"10.5555/em.1\"},{\"scheme\":\"embase\",\"value\":\"L600000001\"}],\"type\":"
       "\"journal-article\",\"title\":\"An invented \\\"title\\\"\",\"people\":[{\"family\":"
       "\"Roe\",\"given\":\"R.\",\"initials\":\"R\"},{\"family\":\"Poe\",\"given\":\"E.A.\","
       "\"initials\":\"EA\",\"affiliations\":[\"Dept of Nothing, No Town\"]}],\"journal\":"
       "\"Inventions\",\"issns\":[{\"text\":\"1234-5678\"},{\"text\":\"8765-4321\"}],\"volume\":"
       "\"102\",\"issue\":\"4\",\"pages\":\"253-258\",\"published\":\"2004 Aug 25\",\"abstract\":"
       "[{\"text\":\"We saw it.\"}],\"languages\":[\"eng\"],\"publication_types\":[{\"name\":"
       "\"Article\"},{\"name\":\"Journal\"}],\"keywords\":[{\"text\":\"nothing (drug therapy)\","
       "\"owner\":\"Emtree\",\"major\":true},{\"text\":\"one\"},{\"text\":\"two, too\"}],"
       "\"extras\":[{\"kind\":\"csv:AiP/IP ENTRY DATE\",\"text\":\"2020-01-01\"}]\n"
       "\"type\":\"journal-article\",\"title\":\"Another\",\"journal\":\"Inventions\",\"volume\":"
       "\"103\",\"published\":\"2005\""},
      /* A field that is broken and a record that is empty are named. */
      {"\"TITLE\",\"One\"\n\"DOI\",\"10.5555/em.2\"\n\"VOLUME\",\"open\n\"ISSUE\",3\n"
       "\"TITLE\",\n\"ISSUE\",\"4\"\n",
       "\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.5555/em.2\"}],\"type\":\"other\",\"title\":"
       "\"One\",\"issue\":\"3\"\n"
       "skipped 3: a field with a quote that does not close\n"
       "skipped 5: fields without title, author and identifier"},
  };
  ck_assert_ptr_eq(reader_recognise(text_of(cases[0].bytes + 3)), &embase_reader);
  check_json_cases(&embase_reader, cases, sizeof cases / sizeof *cases);
}
END_TEST

/* Tables whose header begins alike are none of it. */
START_TEST(other_tables) {
  static const char *const tables[] = {"\"TITLE\",\"DOI\"\n\"One\",\"10.5555/em.1\"\n",
                                       "TITLE,DOI,YEAR\nONE,10.5555/EM.1,2020\n"};
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
    ck_assert_ptr_eq(reader_recognise(text_of(tables[i])), &csv_reader);
}
END_TEST

SUITE("read/embase", records_and_fields, other_tables)
