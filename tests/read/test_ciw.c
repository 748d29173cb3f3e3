/* The reader of Web of Science's tagged format, on invented records and a real file. */
#include "read/records.h"

START_TEST(records_and_fields) {
  static const json_case cases[] = {
      {"FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Roe, RA\n   Poe, E\n"
       "AF Roe, Richard Adam\n   Poe, Edna\nCA The Invented Group\n"
       "TI An invented title that goes on\n   over two lines\nSO JOURNAL OF X\nLA English\n"
       "DT Article; Proceedings Paper\nDE one; two that is\n   wrapped\nID PLUS\n"
       "AB We saw. (C) 2020 House.\n"
       "C1 [Roe, Richard Adam; Poe, Edna] Univ X, Town.\n   [Poe, Edna] Inst Y, Town.\n"
       "OI Poe, Edna/0000-0000-0000-0000\nFU Fund [1, 2]\n"
       "CR Doe J, 1999, J Y, V1, P2, DOI 10.5555/y\n   Moe K, 2000, J Z, V3, P4\n"
       "SN 1234-5678\nEI 8765-4321\nJ9 J X\nJI J. X.\nPD JUN 8\nPY 2004\nVL 43\nIS 2\nBP 70\n"
       "EP 79\nAR 1234\nDI 10.5555/x\nUT WOS:0001\nPM 99\nTC 7\nER\n\nPT J\nTI Two\nER\n\nEF\n",
       "\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.5555/x\"},{\"scheme\":\"wos\",\"value\":"
       "\"WOS:0001\"},{\"scheme\":\"pmid\",\"value\":\"99\"}],\"type\":\"journal-article\","
       "\"title\":\"An invented title that goes on over two "
       "lines\",\"people\":[{\"family\":\"Roe\","
       "\"given\":\"Richard Adam\",\"initials\":\"RA\",\"affiliations\":[\"Univ X, Town.\"]},"
       "{\"family\":\"Poe\",\"given\":\"Edna\",\"initials\":\"E\",\"affiliations\":["
       "\"Univ X, Town.\",\"Inst Y, Town.\"],\"ids\":[{\"scheme\":\"orcid\",\"value\":"
       "\"0000-0000-0000-0000\"}]},"
       "{\"collective\":\"The Invented Group\"}],\"journal\":\"JOURNAL OF X\","
       "\"journal_abbreviation\":\"J. X.\",\"issns\":[{\"text\":\"1234-5678\"},"
       "{\"kind\":\"Electronic\",\"text\":\"8765-4321\"}],\"volume\":\"43\",\"issue\":\"2\","
       "\"pages\":\"70-79\",\"article_number\":\"1234\",\"published\":\"2004 Jun 8\","
       "\"abstract\":[{\"text\":\"We saw.\"}],\"copyright\":\"(C) 2020 House.\","
       "\"languages\":[\"eng\"],\"publication_types\":[{\"name\":\"Article\"},"
       "{\"name\":\"Proceedings Paper\"}],\"keywords\":[{\"text\":\"one\"},"
       "{\"text\":\"two that is wrapped\"},{\"text\":\"PLUS\",\"owner\":\"KeywordsPlus\"}],"
       "\"grants\":[{\"number\":\"1\",\"agency\":\"Fund\"},{\"number\":\"2\",\"agency\":\"Fund\"}],"
       "\"extras\":[{\"kind\":\"ciw:TC\",\"text\":\"7\"},{\"kind\":\"ciw:J9\",\"text\":\"J X\"}],"
       "\"links\":[{\"kind\":\"cites\",\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.5555/y\"}],"
       "\"citation\":\"Doe J, 1999, J Y, V1, P2, DOI 10.5555/y\"},{\"kind\":\"cites\","
       "\"citation\":\"Moe K, 2000, J Z, V3, P4\"}]\n"
       "\"type\":\"journal-article\",\"title\":\"Two\""},
      /* A book without AF, a missing ER, an empty record, no frame. */
      {"PT B\nAU Roe, R\nTI Part\nSO Whole\nDT Proceedings Paper\nBN 978-3-16-148410-0\n"
       "PT J\nER\nPT S\nTI Three\nSE Row\nEF\n",
       "\"type\":\"conference-paper\",\"title\":\"Part\",\"book_title\":\"Whole\",\"people\":["
       "{\"family\":\"Roe\",\"given\":\"R\",\"initials\":\"R\"}],\"issns\":[{\"kind\":\"ISBN\","
       "\"text\":\"978-3-16-148410-0\"}],\"publication_types\":[{\"name\":\"Proceedings Paper\"}]\n"
       "skipped 7: a Web of Science record without title, author or anything to keep\n"
       "\"type\":\"chapter\",\"title\":\"Three\",\"series\":\"Row\""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    ck_assert_ptr_eq(reader_recognise(text_of(cases[i].bytes)), &ciw_reader);
  check_json_cases(&ciw_reader, cases, sizeof cases / sizeof *cases);
}
END_TEST

START_TEST(a_real_file) {
  arena a;
  records all = {0};
  arena_init(&a);
  if (!read_shared(&ciw_reader, "bibliographies/rispy/example_wos.ris", &all, &a)) return;
  ck_assert_uint_eq(all.count, 2);
  assert_text(record_id(&all.items[0], TEXT("pmid")), "15170338");
  assert_text(all.items[0].published, "2004 Jun 8");
  ck_assert_uint_eq(all.items[0].people.count, 4);
  ck_assert_uint_eq(all.items[0].links.count, 59);
  ck_assert_uint_eq(all.items[1].links.count, 86);
  arena_finish(&a);
}
END_TEST

SUITE("read/ciw", records_and_fields, a_real_file)
