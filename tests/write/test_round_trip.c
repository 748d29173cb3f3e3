/* Record to file to record: what a format carries comes back as it was, member by member, in the
 * normal forms of forms.h. On real files of many programs, and on the invented records of corpus/.
 */
#include <glob.h>

#include "trips.h"

/* --- Out and in again --- */

static text write_all(const trip *t, const records *all, arena *a) {
  hit *hits = arena_alloc(a, all->count * sizeof(hit));
  ck_assert_ptr_nonnull(hits);
  for (size_t i = 0; i < all->count; i++)
    hits[i] = (hit){.rank = i + 1, .record = &all->items[i], .in_library = true};
  return render(t->out, hits, all->count, (render_options){.whole = true}, a);
}

/* The records of an input, which is closed; bad ones and orders to delete are passed over. */
static void read_input(const reader *with, input *in, records *all, arena *a) {
  error e;
  error_clear(&e);
  ck_assert_ptr_nonnull(in);
  ck_assert_msg(reader_recognise(input_head(in)) == with, "%s is not taken for %s", input_name(in),
                with->name);
  void *state = with->open(in, &e);
  read_result result;
  do {
    record r;
    record_init(&r, a);
    result = with->next(state, &r, &e);
    if (result == READ_RECORD && !r.deletes) *list_push(a, all) = r;
  } while (result == READ_RECORD || result == READ_SKIPPED);
  ck_assert_msg(result == READ_END, "%lu: %s", e.line, e.message);
  with->close(state);
  input_close(in);
}

/* --- Comparing --- */

static void make_normal(const trip *t, record *r, arena *a) {
  for (size_t i = 0; t->lost[i]; i++)
    member_clear(member_named(&record_members, text_of(t->lost[i])), r);
  for (size_t i = 0; t->forms[i]; i++) t->forms[i](r, a);
}

/* The member's JSON. */
static text shown(const member *m, const record *r, arena *a) {
  record alone = *r;
  for (size_t i = 0; i < record_members.count; i++)
    if (&record_members.members[i] != m) member_clear(&record_members.members[i], &alone);
  buffer json = {0};
  record_json_add_members(&json, &alone);
  text copy = arena_text(a, buffer_text(&json));
  buffer_finish(&json);
  return copy;
}

static bool are_equal(const record *one, const record *other) {
  buffer first = {0}, second = {0};
  record_json_add_members(&first, one);
  record_json_add_members(&second, other);
  bool equal = text_equal(buffer_text(&first), buffer_text(&second));
  buffer_finish(&first);
  buffer_finish(&second);
  return equal;
}

/* Shows each member that differs. */
static size_t compare(const trip *t, const char *file, record before, record after, arena *a) {
  size_t differing = 0;
  long long line = before.source_line;
  make_normal(t, &before, a);
  make_normal(t, &after, a);
  if (are_equal(&before, &after)) return 0;
  for (size_t i = 0; i < record_members.count; i++) {
    const member *m = &record_members.members[i];
    text was = shown(m, &before, a), is = shown(m, &after, a);
    if (text_equal(was, is)) continue;
    differing++;
    size_t at = 0;
    while (at < was.size && at < is.size && was.data[at] == is.data[at]) at++;
    size_t from = at > 60 ? at - 60 : 0;
    printf("# %s:%lld as %s: %.*s, from byte %zu:\n#   %.*s\n#   %.*s\n", file, line, t->out->name,
           TEXT_ARG(m->name), from, TEXT_ARG(text_slice(was, from, at + 200)),
           TEXT_ARG(text_slice(is, from, at + 200)));
  }
  return differing;
}

/* How many members differ. */
static size_t make_trip(const trip *t, const records *all, const char *file, arena *a) {
  records fitting = {0}, again = {0};
  error e;
  size_t differing = 0;
  for (size_t i = 0; i < all->count; i++)
    if (!t->fits || t->fits(&all->items[i])) *list_push(a, &fitting) = all->items[i];
  if (!fitting.count) return 0;
  read_input(t->in, input_of_text(write_all(t, &fitting, a), "what is written", &e), &again, a);
  ck_assert_msg(fitting.count == again.count, "%s as %s: %zu records became %zu", file,
                t->out->name, fitting.count, again.count);
  for (size_t i = 0; i < again.count; i++)
    differing += compare(t, file, fitting.items[i], again.items[i], a);
  return differing;
}

/* The file's records by all ways; *count grows by how many there are. */
static size_t check_file(const char *path, const reader *with, size_t *count) {
  size_t differing = 0;
  for (size_t k = 0; k < COUNT(trips); k++) {
    arena a;
    records all = {0};
    error e;
    arena_init(&a);
    read_input(with, input_open(path, &e), &all, &a);
    if (!k) *count += all.count;
    differing += make_trip(&trips[k], &all, path, &a);
    arena_finish(&a);
  }
  return differing;
}

/* --- Files --- */

/* Files that stray so far that what they mean is guessed, or not what the folder is for. */
static bool is_stray(const char *path) {
  static const char *const names[] = {
      /* names in no form, or with a given name for a suffix */
      "biblatex-input.bib", "biblatex-output.bib", "MedlineImporterTestNbib.xml",
      /* an address that is none; a field twice; tags with their own names for values */
      "uri.bib", "baseline_tag_and_field_definitions.ris", "NbibImporterTest.nbib",
      /* other formats, and files that are meant to be broken */
      "example_wos.ris", "MedlineImporterTestMalformedEntry.xml",
      "MedlinePlainImporterTestInvalidFormat.xml", "mesh_desc_sample.xml", "mesh_pa_sample.xml",
      "mesh_qual_sample.xml", "mesh_supp_sample.xml"};
  text name = text_of(strrchr(path, '/') + 1);
  for (size_t i = 0; i < COUNT(names); i++)
    if (text_equal(name, text_of(names[i]))) return true;
  return false;
}

static size_t check_files(const char *pattern, const reader *with, size_t *count) {
  glob_t found;
  size_t differing = 0;
  *count = 0;
  if (glob(pattern, 0, NULL, &found) != 0) return 0;
  for (size_t i = 0; i < found.gl_pathc; i++)
    if (!is_stray(found.gl_pathv[i])) differing += check_file(found.gl_pathv[i], with, count);
  globfree(&found);
  return differing;
}

typedef struct folder {
  const char *files;
  const reader *with;
  size_t count; /* of records */
} folder;

static void check_folders(const folder *folders, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const char *path = shared_data("README.md");
    char pattern[4096];
    size_t records;
    if (!path) return;
    snprintf(pattern, sizeof pattern, "%.*s%s", (int)(strrchr(path, '/') + 1 - path), path,
             folders[i].files);
    ck_assert_uint_eq(check_files(pattern, folders[i].with, &records), 0);
    ck_assert_msg(records == folders[i].count, "%s: %zu records", folders[i].files, records);
  }
}

START_TEST(medline_comes_back) {
  static const folder folders[] = {
      {"bibliographies/*/*.nbib", &medline_reader, 156},
      {"bibliographies/biopython_Medline/*.txt", &medline_reader, 6},
  };
  check_folders(folders, COUNT(folders));
}
END_TEST

START_TEST(ris_comes_back) {
  static const folder folders[] = {{"bibliographies/*/*.ris", &ris_reader, 1120}};
  check_folders(folders, COUNT(folders));
}
END_TEST

START_TEST(bibtex_comes_back) {
  static const folder folders[] = {{"bibliographies/NIME/*.bib", &bibtex_reader, 3025},
                                   {"bibliographies/citation-js/*.bib", &bibtex_reader, 111}};
  check_folders(folders, COUNT(folders));
}
END_TEST

START_TEST(pubmed_xml_comes_back) {
  static const folder folders[] = {
      {"pubmed-xml/net-synergy/*.xml.gz", &pubmed_xml_reader, 319},
      {"pubmed-xml/*/*.xml", &pubmed_xml_reader, 44},
      {"pubmed-xml/tipplerow/*.xml.gz", &pubmed_xml_reader, 30},
  };
  check_folders(folders, COUNT(folders));
}
END_TEST

/* The invented records, on every machine. */
START_TEST(corpus_comes_back) {
  static const folder folders[] = {{"/corpus/*.nbib", &medline_reader, 40},
                                   {"/corpus/*.xml*", &pubmed_xml_reader, 46}};
  for (size_t i = 0; i < COUNT(folders); i++) {
    char pattern[4096];
    size_t records;
    snprintf(pattern, sizeof pattern, "%s%s", getenv("CARREL_SOURCE"), folders[i].files);
    ck_assert_uint_eq(check_files(pattern, folders[i].with, &records), 0);
    ck_assert_msg(records == folders[i].count, "%s: %zu records", folders[i].files, records);
  }
}
END_TEST

SUITE("write/round_trip", medline_comes_back, ris_comes_back, bibtex_comes_back,
      pubmed_xml_comes_back, corpus_comes_back)
