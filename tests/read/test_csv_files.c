/* The reader of tables on real files: how many records each holds, and what they have. The numbers
 * were counted in the files by other means. */
#include <string.h>

#include "read/records.h"

typedef struct counts {
  int records, skipped, titled, with_abstract, with_people, dated, with_doi;
} counts;

static void count_record(counts *found, const record *r) {
  found->records++;
  found->titled += r->title.size > 0;
  found->with_abstract += r->abstract.count > 0;
  found->with_people += r->people.count > 0;
  found->dated += record_year(r) > 0;
  found->with_doi += record_id(r, TEXT("doi")).size > 0;
}

static counts count_file(const char *path, const reader *with) {
  counts found = {0};
  error e;
  error_clear(&e);
  input *in = input_open(path, &e);
  ck_assert_msg(in != NULL, "%s: %s", path, e.message);
  ck_assert_msg(reader_recognise(input_head(in)) == with, "%s is not recognised", path);
  void *state = with->open(in, &e);
  arena a;
  arena_init(&a);
  for (read_result result = READ_RECORD; result != READ_END;) {
    record r;
    arena_reset(&a);
    record_init(&r, &a);
    result = with->next(state, &r, &e);
    ck_assert_msg(result != READ_FAILED, "%s: %s", path, e.message);
    found.skipped += result == READ_SKIPPED;
    if (result == READ_RECORD) count_record(&found, &r);
  }
  with->close(state);
  arena_finish(&a);
  input_close(in);
  return found;
}

static const struct {
  const char *file;
  counts expected;
} files[] = {
    {"duplicate_records.csv", {10, 4, 10, 10, 0, 0, 0}},
    {"embase.csv", {6, 0, 6, 6, 6, 6, 6}},
    {"embase_newpage.csv", {6, 0, 6, 6, 6, 6, 6}},
    {"generic.csv", {2, 0, 2, 2, 2, 2, 0}},
    {"generic_bad_record_id.csv", {6, 0, 6, 6, 6, 6, 0}},
    {"generic_column_names_with_spaces.csv", {2, 0, 2, 2, 2, 2, 0}},
    {"generic_labels.csv", {6, 0, 6, 6, 6, 6, 0}},
    {"generic_labels_no_abs.csv", {6, 0, 6, 0, 6, 6, 0}},
    {"generic_labels_no_title.csv", {6, 0, 0, 6, 6, 6, 0}},
    {"generic_partial_labels.csv", {6, 0, 6, 6, 6, 6, 0}},
    {"generic_semicolon.csv", {2, 0, 2, 2, 2, 2, 0}},
    {"generic_tab.csv", {2, 0, 2, 2, 2, 2, 0}},
    {"generic_tab.tsv", {2, 0, 2, 2, 2, 2, 0}},
    {"missing_values.csv", {4, 0, 2, 2, 0, 0, 0}},
    {"record_id.csv", {10, 0, 10, 10, 0, 0, 0}},
};

START_TEST(every_file) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    arena a;
    arena_init(&a);
    text name = arena_join(&a, TEXT("bibliographies/asreview"), TEXT("/"), text_of(files[i].file));
    const char *path = shared_data(arena_string(&a, name));
    bool tabs = strncmp(files[i].file, "generic_tab", sizeof "generic_tab" - 1) == 0;
    counts found = path ? count_file(path, tabs ? &tsv_reader : &csv_reader) : files[i].expected;
    ck_assert_msg(memcmp(&found, &files[i].expected, sizeof found) == 0,
                  "%s: %d records, %d skipped; with title %d, abstract %d, people %d, date %d, "
                  "DOI %d",
                  files[i].file, found.records, found.skipped, found.titled, found.with_abstract,
                  found.with_people, found.dated, found.with_doi);
    arena_finish(&a);
    if (!path) return;
  }
}
END_TEST

/* All of a record of Embase. */
START_TEST(embase) {
  arena a;
  records all = {0};
  arena_init(&a);
  if (!read_shared(&csv_reader, "bibliographies/asreview/embase.csv", &all, &a)) return;
  const record *r = &all.items[1];
  assert_text(record_id(r, TEXT("doi")), "10.1002/cncr.20369");
  assert_text(r->type, "journal-article");
  assert_text(r->journal, "Cancer");
  assert_text(r->volume, "102");
  assert_text(r->issue, "4");
  assert_text(r->pages, "253-258");
  assert_text(r->published, "2004 Aug 25");
  assert_text(r->issns.items[0].text, "0008-543X");
  ck_assert_uint_eq(r->people.count, 7);
  assert_text(person_short_name(&r->people.items[0], &a), "Eloubeidi MA");
  ck_assert_uint_eq(r->people.items[0].affiliations.count, 1);
  ck_assert_uint_eq(r->abstract.count, 4);
  assert_text(r->keywords.items[4].text, "mediastinum cyst (diagnosis)");
  ck_assert(r->keywords.items[4].major && !r->keywords.items[5].major);
  assert_text(r->copyright, "\xC2\xA9 2004 American Cancer Society.");
  arena_finish(&a);
}
END_TEST

/* Labels are kept with the names of their columns, one and all. */
START_TEST(labels) {
  arena a;
  records all = {0};
  arena_init(&a);
  if (!read_shared(&csv_reader, "bibliographies/asreview/generic_labels.csv", &all, &a)) return;
  const record *r = &all.items[0];
  ck_assert_uint_eq(r->people.count, 3);
  assert_text(person_full_name(&r->people.items[1], &a), "Lindgren, Astrid");
  assert_text(r->people.items[2].role, "editor");
  ck_assert_uint_eq(r->keywords.count, 3);
  bool labelled = false;
  for (size_t i = 0; i < r->extras.count; i++)
    labelled |= text_equal(r->extras.items[i].kind, TEXT("csv:label_included")) &&
                text_equal(r->extras.items[i].text, TEXT("1"));
  ck_assert(labelled);
  arena_finish(&a);
}
END_TEST

SUITE("read/csv_files", every_file, embase, labels)
