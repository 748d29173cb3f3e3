/* The reader of lists of identifiers, on invented ones. */
#include "model/identifier.h"
#include "read/records.h"

/* The identifiers of each record parted by "+", records by blanks; "?" for a word that is none. */
static text ids_of(const char *bytes, arena *a) {
  error e;
  input *in = input_of_text(text_of(bytes), "test", &e);
  void *state = ids_reader.open(in, &e);
  buffer out = {0};
  for (;;) {
    record r;
    record_init(&r, a);
    read_result result = ids_reader.next(state, &r, &e);
    if (result == READ_END) break;
    if (out.size) buffer_put(&out, " ");
    if (result == READ_SKIPPED) buffer_put(&out, "?");
    else ck_assert(record_is_stub(&r));
    for (size_t i = 0; i < r.ids.count; i++) {
      if (i) buffer_put(&out, "+");
      buffer_add(&out, identifier_key(a, r.ids.items[i]));
    }
  }
  ids_reader.close(state);
  input_close(in);
  text shown = arena_text(a, buffer_text(&out));
  buffer_finish(&out);
  return shown;
}

START_TEST(lists) {
  static const struct {
    const char *list, *ids;
  } cases[] = {
      {"99000001\n99000002\r\n\n99000003", "pmid:99000001 pmid:99000002 pmid:99000003"},
      {"99000001, 99000002;99000003\t99000004",
       "pmid:99000001 pmid:99000002 pmid:99000003 "
       "pmid:99000004"},
      {"PMID: 1\nPMID:2\npmid 3\nPMIDs: 4, 5", "pmid:1 pmid:2 pmid:3 pmid:4 pmid:5"},
      {"PMID\n99000001\n", "pmid:99000001"},
      {"# a comment\n99000001 # and another, 99000002\n", "pmid:99000001"},
      {"10.5555/A.1\ndoi:10.5555/b\nDOI 10.5555/c\nhttps://doi.org/10.5555/d",
       "doi:10.5555/a.1 doi:10.5555/b doi:10.5555/c doi:10.5555/d"},
      {"10.5555/a,10.5555/b;c,d; 10.5555/e.", "doi:10.5555/a doi:10.5555/b;c,d doi:10.5555/e"},
      {"10.5555/(x)1:2<3::4>5.0.CO;2-2", "doi:10.5555/(x)1:2<3::4>5.0.co;2-2"},
      {"PMC9900001 pmc9900002 PMCID: PMC9900003", "pmc:PMC9900001 pmc:PMC9900002 pmc:PMC9900003"},
      {"https://pubmed.ncbi.nlm.nih.gov/99000001/ (\"99000002\")", "pmid:99000001 pmid:99000002"},
      {"arXiv:2503.00001 NCT99900001", "arxiv:2503.00001 nct:NCT99900001"},
      /* PubMed's line of what names one article. */
      {"PMID: 99000001 PMCID: PMC9900001 DOI: 10.5555/x\n99000002",
       "pmid:99000001+pmc:PMC9900001+doi:10.5555/x pmid:99000002"},
      {"see 99000001 and 123456789 foo:bar", "? pmid:99000001 ? ? ?"},
      {"PMID:\n# nothing\n", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena a;
    arena_init(&a);
    assert_text(ids_of(cases[i].list, &a), cases[i].ids);
    arena_finish(&a);
  }
}
END_TEST

START_TEST(recognition) {
  static const struct {
    const char *head;
    bool recognised;
  } cases[] = {
      {"99000001\n99000002\n", true},
      {"# mine\n\nPMID\n99000001\n12\n99000002\n99000003\n99000004\n", true},
      {"PMID: 1\n", true},
      {"10.5555/x\nPMC9900001\n", true},
      {"https://pubmed.ncbi.nlm.nih.gov/99000001/\n", true},
      {"PMID: 99000001 PMCID: PMC9900001 DOI: 10.5555/x\n", true},
      {"99000001, 99000002, 99000003\n", true},
      /* Other numbers, and words. */
      {"1\n2\n3\n", false},
      {"1\t184\t3\n1\t29\t3\n", false},
      {"2019 2020 2021\n", false},
      {"1.5 99000001\n", false},
      {"990000011\n", false},
      {"99000001 is a PMID\n", false},
      {"https://example.org/99000001\n", false},
      {"PMID\n", false},
      {"# a heading\n\nSome text.\n", false},
      {"# only comments\n", false},
      {"", false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bool recognised = reader_recognise(text_of(cases[i].head)) == &ids_reader;
    ck_assert_msg(recognised == cases[i].recognised, "%s", cases[i].head);
  }
}
END_TEST

START_TEST(a_long_list) {
  buffer bytes = {0};
  for (int i = 0; i < INPUT_HEAD; i++) buffer_printf(&bytes, "%d\n", 99000000 + i);
  error e;
  input *in = input_of_text(buffer_text(&bytes), "test", &e);
  ck_assert_ptr_eq(reader_recognise(input_head(in)), &ids_reader);
  input_close(in);
  buffer_finish(&bytes);
}
END_TEST

SUITE("read/ids", lists, recognition, a_long_list)
