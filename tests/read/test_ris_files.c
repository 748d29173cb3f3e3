/* The RIS reader on real files of many programs: how many records each holds, and how many of them
 * lack what nearly every record has. The numbers were counted in the files by other means. */
#include <string.h>

#include "read/records.h"

typedef struct counts {
  int records, skipped, untitled, undated, with_doi, with_pmid, with_abstract;
} counts;

static counts count_file(const char *path) {
  counts found = {0};
  error e;
  error_clear(&e);
  input *in = input_open(path, &e);
  ck_assert_msg(in != NULL, "%s: %s", path, e.message);
  ck_assert_msg(reader_recognise(input_head(in)) == &ris_reader, "%s is not recognised", path);
  void *state = ris_reader.open(in, &e);
  arena a;
  arena_init(&a);
  for (read_result result = READ_RECORD; result != READ_END;) {
    record r;
    arena_reset(&a);
    record_init(&r, &a);
    result = ris_reader.next(state, &r, &e);
    ck_assert_msg(result != READ_FAILED, "%s: %s", path, e.message);
    found.skipped += result == READ_SKIPPED;
    if (result != READ_RECORD) continue;
    found.records++;
    found.untitled += !r.title.size;
    found.undated += !record_year(&r);
    found.with_doi += record_id(&r, TEXT("doi")).size > 0;
    found.with_pmid += record_id(&r, TEXT("pmid")).size > 0;
    found.with_abstract += r.abstract.count > 0;
  }
  ris_reader.close(state);
  arena_finish(&a);
  input_close(in);
  return found;
}

static const struct {
  const char *file;
  counts expected;
} files[] = {
    {"IEBH_RefLib/blue-light.ris", {102, 0, 0, 0, 72, 102, 98}},
    {"asreview/_baseline.ris", {100, 0, 0, 0, 100, 80, 98}},
    {"asreview/baseline_empty_values.ris", {4, 0, 2, 4, 0, 0, 2}},
    {"asreview/baseline_reference_types.ris", {59, 2, 59, 59, 0, 0, 0}},
    {"asreview/baseline_tag-notes.ris", {12, 0, 11, 12, 0, 0, 0}},
    {"asreview/baseline_tag-notes_labels.ris", {32, 0, 0, 32, 0, 0, 0}},
    {"asreview/baseline_tag-notes_zotero.ris", {4, 0, 0, 4, 0, 0, 0}},
    {"asreview/baseline_tag_and_field_definitions.ris", {1, 0, 0, 1, 0, 0, 1}},
    {"asreview/baseline_tag_and_field_definitions_lists.ris", {1, 0, 1, 1, 0, 0, 0}},
    {"asreview/baseline_zotero.ris", {100, 0, 0, 0, 100, 23, 98}},
    {"asreview/embase.ris", {6, 0, 0, 0, 6, 3, 6}},
    {"asreview/faulty_year.ris", {1, 0, 0, 1, 0, 0, 1}},
    {"asreview/ovid_psycinfo.ris", {6, 0, 0, 0, 6, 0, 6}},
    {"asreview/ovid_zotero.ris", {6, 0, 0, 0, 6, 0, 6}},
    {"asreview/proquest.ris", {6, 0, 0, 0, 6, 0, 6}},
    {"asreview/pubmed_zotero.ris", {6, 0, 0, 0, 6, 0, 6}},
    {"asreview/ris_many_authors.ris", {1, 0, 0, 1, 0, 0, 1}},
    {"asreview/scopus.ris", {6, 0, 0, 0, 6, 5, 6}},
    {"citesource-gambling/20221207_gambling-harms_crimjust_41.ris", {41, 0, 0, 0, 41, 0, 41}},
    {"citesource-gambling/20221207_gambling-harms_lens_49.ris", {49, 0, 0, 0, 42, 23, 49}},
    {"citesource-gambling/20221207_gambling-harms_psycinfo_124.ris", {124, 0, 0, 0, 118, 0, 124}},
    {"citesource-gambling/20221207_gambling-harms_pubmed_176.ris", {176, 0, 0, 0, 176, 0, 157}},
    {"citesource-gambling/20221207_gambling-harms_scopus_255.ris", {255, 0, 0, 0, 253, 0, 237}},
    {"rispy/example_basic.ris", {1, 0, 0, 0, 0, 0, 0}},
    {"rispy/example_bom.ris", {1, 0, 1, 1, 1, 0, 0}},
    {"rispy/example_custom_list_tags.ris", {1, 0, 1, 1, 0, 0, 0}},
    {"rispy/example_empty_tag.ris", {1, 0, 0, 0, 1, 0, 1}},
    {"rispy/example_extraneous_data.ris", {2, 0, 0, 0, 0, 0, 2}},
    {"rispy/example_full.ris", {2, 0, 0, 0, 0, 0, 2}},
    {"rispy/example_full_without_whitespace.ris", {2, 0, 0, 0, 0, 0, 2}},
    {"rispy/example_full_write.ris", {2, 0, 0, 0, 0, 0, 2}},
    {"rispy/example_multi_unknown_tags.ris", {1, 0, 0, 0, 0, 0, 0}},
    {"rispy/example_multiline.ris", {3, 0, 3, 3, 0, 0, 3}},
    {"rispy/example_single_unknown_tag.ris", {1, 0, 0, 0, 0, 0, 0}},
    {"rispy/example_starting_newlines.ris", {1, 0, 0, 0, 0, 0, 0}},
    {"rispy/example_urls.ris", {4, 0, 0, 0, 0, 0, 0}},
    {"rispy/example_utf_chars.ris", {1, 0, 0, 0, 0, 0, 1}},
    {"asreview/pubmed_endnote.txt", {6, 0, 0, 0, 6, 6, 6}},
    {"asreview/ris_issue_1099.txt", {7, 0, 0, 0, 4, 0, 7}},
    {"asreview/ris_issue_992.txt", {19, 0, 0, 0, 3, 2, 8}},
    {"asreview/web_of_science.txt", {10, 0, 0, 0, 10, 0, 10}},
};

START_TEST(every_record_is_read) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    char name[256];
    snprintf(name, sizeof name, "bibliographies/%s", files[i].file);
    const char *path = shared_data(name);
    if (!path) return;
    counts found = count_file(path);
    ck_assert_msg(memcmp(&found, &files[i].expected, sizeof found) == 0,
                  "%s: %d records, %d skipped, %d untitled, %d undated; %d DOIs, %d PMIDs, "
                  "%d abstracts",
                  path, found.records, found.skipped, found.untitled, found.undated, found.with_doi,
                  found.with_pmid, found.with_abstract);
  }
}
END_TEST

/* What must stand in a file's records, as JSON. */
START_TEST(fields_are_where_they_belong) {
  static const struct {
    const char *file, *json;
  } cases[] = {
      {"IEBH_RefLib/blue-light.ris", "{\"scheme\":\"pmc\",\"value\":\"PMC5887696\"}"},
      {"IEBH_RefLib/blue-light.ris", "\"given\":\"Mohammad Ali\",\"initials\":\"MA\""},
      {"IEBH_RefLib/blue-light.ris", "{\"kind\":\"Print\",\"text\":\"2277-9175\"}"},
      {"IEBH_RefLib/blue-light.ris", "\"pages\":\"211-6\""},
      {"IEBH_RefLib/blue-light.ris", "{\"kind\":\"electronic\",\"text\":\"2018 Mar 27\"}"},
      {"asreview/embase.ris", "{\"scheme\":\"pmid\",\"value\":\"15368318\"}"},
      {"asreview/ovid_psycinfo.ris", "\"journal_abbreviation\":\"Clin Psychol Psychother\""},
      {"asreview/pubmed_endnote.txt", "\"published\":\"2018 Mar 1\""},
      {"asreview/pubmed_endnote.txt", "{\"name\":\"Boswellia\",\"qualifiers\":[{\"name\":"},
      {"asreview/scopus.ris", "\"article_number\":\"104501\""},
      {"asreview/web_of_science.txt", "{\"scheme\":\"wos\",\"value\":\"WOS:000444108200009\"}"},
      {"asreview/web_of_science.txt", "\"published\":\"2018 Sep\""},
      {"asreview/ris_issue_1099.txt", "{\"scheme\":\"arxiv\",\"value\":\"2111.09920\"}"},
      {"rispy/example_empty_tag.ris", "{\"kind\":\"Electronic\",\"text\":\"2325-9671\"}"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char name[256];
    arena a;
    arena_init(&a);
    records all = {0};
    snprintf(name, sizeof name, "bibliographies/%s", cases[i].file);
    if (!read_shared(&ris_reader, name, &all, &a)) return;
    buffer lines = {0};
    for (size_t k = 0; k < all.count; k++) record_json_add_members(&lines, &all.items[k]);
    ck_assert_msg(text_find(buffer_text(&lines), text_of(cases[i].json)) != TEXT_NONE,
                  "%s lacks %s", name, cases[i].json);
    arena_finish(&a);
    buffer_finish(&lines);
  }
}
END_TEST

SUITE("read/ris_files", every_record_is_read, fields_are_where_they_belong)
