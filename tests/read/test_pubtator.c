/* The reader of PubTator's text, on invented records. */
#include "read/records.h"

START_TEST(records_and_annotations) {
  static const json_case cases[] = {
      {"99000001|t|Invented genes\n"
       "99000001|a|BACKGROUND: We saw that ABC1 is nothing. RESULTS: It is not.\n"
       "99000001\t44\t48\tABC1\tGene\t99999\n"
       "99000001\t60\t64\tabc1\tGene\t99999\n"
       "99000001\t70\t74\tNone\tDisease\t\n"
       "99000001\tAssociation\t99999\tMESH:D999999\n"
       "\n\n"
       "PMC9900002|t|Another\n"
       "PMC9900002|a|-No text-\n"
       "99000003|a|An abstract alone.\n",
       "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"99000001\"}],\"type\":\"journal-article\","
       "\"title\":\"Invented genes\",\"abstract\":[{\"label\":\"BACKGROUND\",\"text\":\"We saw "
       "that "
       "ABC1 is nothing.\"},{\"label\":\"RESULTS\",\"text\":\"It is not.\"}],\"keywords\":[{"
       "\"text\":\"ABC1\",\"owner\":\"PubTator\"},{\"text\":\"None\",\"owner\":\"PubTator\"}],"
       "\"extras\":[{\"kind\":\"pubtator:annotation\",\"text\":\"Gene 99999, 44-48: ABC1\"},"
       "{\"kind\":\"pubtator:annotation\",\"text\":\"Gene 99999, 60-64: abc1\"},"
       "{\"kind\":\"pubtator:annotation\",\"text\":\"Disease, 70-74: None\"},"
       "{\"kind\":\"pubtator:relation\",\"text\":\"Association 99999 MESH:D999999\"}]\n"
       "\"ids\":[{\"scheme\":\"pmc\",\"value\":\"PMC9900002\"}],\"type\":\"journal-article\","
       "\"title\":\"Another\"\n"
       "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"99000003\"}],\"type\":\"journal-article\","
       "\"abstract\":[{\"text\":\"An abstract alone.\"}]"},
      /* Lines of no article, and a number of no scheme that is known. */
      {"99000001|t|One\n99000002\t1\t2\tx\tGene\t1\nwords\nX1|t|Two\n",
       "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"99000001\"}],\"type\":\"journal-article\","
       "\"title\":\"One\"\n"
       "skipped 2: a line that belongs to no article\n"
       "skipped 3: a line that belongs to no article\n"
       "\"type\":\"journal-article\",\"title\":\"Two\",\"extras\":[{\"kind\":\"pubtator:number\","
       "\"text\":\"X1\"}]"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    ck_assert_ptr_eq(reader_recognise(text_of(cases[i].bytes)), &pubtator_reader);
  check_json_cases(&pubtator_reader, cases, sizeof cases / sizeof *cases);
}
END_TEST

SUITE("read/pubtator", records_and_annotations)
