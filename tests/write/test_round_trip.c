/* Record to file to record: what a format carries comes back as it was. On real files of many
 * programs, and on an invented record with every member. */
#include <string.h>

#include "read/records.h"
#include "write/render.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A pair of writer and reader, and the members that the format does not carry or not in full. */
typedef struct trip {
  const writer *out;
  const reader *in;
  const char *const *lossy;
} trip;

static bool is_lossy(const trip *t, text member) {
  if (text_equal(member, TEXT("source_line"))) return true;
  for (size_t i = 0; t->lossy[i]; i++)
    if (text_equal(member, text_of(t->lossy[i]))) return true;
  return false;
}

static int compare_ids(const void *a, const void *b) {
  const identifier *one = a, *other = b;
  int order = text_compare(one->scheme, other->scheme);
  return order ? order : text_compare(one->value, other->value);
}

static int compare_dates(const void *a, const void *b) {
  const kinded *one = a, *other = b;
  int order = text_compare(one->kind, other->kind);
  return order ? order : text_compare(one->text, other->text);
}

/* Of the people only the names of those that reference managers know. */
static void keep_names(record *r, arena *a) {
  record all = *r;
  r->people.items = NULL;
  r->people.count = r->people.capacity = 0;
  for (size_t i = 0; i < all.people.count; i++) {
    const person *p = &all.people.items[i];
    if (text_equal(p->role, TEXT("investigator")) || text_equal(p->role, TEXT("subject"))) continue;
    *list_push(a, &r->people) = (person){.family = p->family,
                                         .given = p->given,
                                         .suffix = p->suffix,
                                         .collective = p->collective,
                                         .role = p->role};
  }
}

/* A record's JSON without the lossy members; the order of identifiers and of dates means
 * nothing. */
static text comparable(const trip *t, const record *original, arena *a) {
  record r = *original;
  if (is_lossy(t, TEXT("people.details"))) keep_names(&r, a);
  if (r.dates.count) qsort(r.dates.items, r.dates.count, sizeof *r.dates.items, compare_dates);
  if (r.ids.count) qsort(r.ids.items, r.ids.count, sizeof *r.ids.items, compare_ids);
  for (size_t i = 0; i < record_members.count; i++) {
    const member *m = &record_members.members[i];
    size_t size = m->shape == SHAPE_TEXT      ? sizeof(text)
                  : m->shape == SHAPE_NUMBER  ? sizeof(long long)
                  : m->shape == SHAPE_BOOLEAN ? sizeof(bool)
                                              : sizeof(any_list);
    if (is_lossy(t, m->name)) memset(member_place(m, &r), 0, size);
  }
  buffer json = {0};
  record_json_add_members(&json, &r);
  text copy = arena_text(a, buffer_text(&json));
  buffer_finish(&json);
  return copy;
}

static text write_all(const trip *t, const records *all, arena *a) {
  hit *hits = arena_alloc(a, all->count * sizeof(hit));
  ck_assert_ptr_nonnull(hits);
  for (size_t i = 0; i < all->count; i++)
    hits[i] = (hit){.rank = i + 1, .record = &all->items[i], .in_library = true};
  return render(t->out, hits, all->count, (render_options){0}, a);
}

static void read_all(const reader *with, text bytes, records *all, arena *a) {
  error e;
  error_clear(&e);
  input *in = input_of_text(bytes, "written", &e);
  ck_assert_ptr_nonnull(in);
  ck_assert_ptr_eq(reader_recognise(input_head(in)), with);
  void *state = with->open(in, &e);
  read_result result = READ_RECORD;
  while (result == READ_RECORD) {
    record r;
    record_init(&r, a);
    result = with->next(state, &r, &e);
    if (result == READ_RECORD) *list_push(a, all) = r;
  }
  ck_assert_msg(result == READ_END, "%lu: %s", e.line, e.message);
  with->close(state);
  input_close(in);
}

static void check_trip(const trip *t, const records *all, const char *name, arena *a) {
  records again = {0};
  text written = write_all(t, all, a);
  read_all(t->in, written, &again, a);
  ck_assert_msg(all->count == again.count, "%s as %s: %zu records became %zu", name, t->out->name,
                all->count, again.count);
  for (size_t i = 0; i < all->count; i++) {
    text before = comparable(t, &all->items[i], a), after = comparable(t, &again.items[i], a);
    ck_assert_uint_eq(all->items[i].headings.count + all->items[i].keywords.count,
                      again.items[i].headings.count + again.items[i].keywords.count);
    size_t at = 0;
    while (at < before.size && at < after.size && before.data[at] == after.data[at]) at++;
    size_t from = at > 100 ? at - 100 : 0;
    ck_assert_msg(text_equal(before, after), "%s as %s, line %lld: ...%.*s became ...%.*s", name,
                  t->out->name, all->items[i].source_line,
                  TEXT_ARG(text_slice(before, from, at + 200)),
                  TEXT_ARG(text_slice(after, from, at + 200)));
  }
}

/* Headings without a star or a qualifier come back as keywords. */
static const char *const ris_lossy[] = {"dates",    "links",          "grants", "headings",
                                        "keywords", "people.details", NULL};
/* What else of a MEDLINE record RIS has no tag for. */
static const char *const medline_ris_lossy[] = {
    "dates",      "links",          "grants",           "headings",
    "keywords",   "people.details", "extras",           "nlm_id",
    "status",     "owner",          "citation_subsets", "publication_status",
    "substances", "accessions",     "gene_symbols",     "other_abstracts",
    NULL};
/* MEDLINE has no tag for what NLM's XML says besides. */
static const char *const xml_lossy[] = {
    "grants",   "links",      "extras", "version",         "abstract", "publication_types",
    "headings", "substances", "medium", "indexing_method", NULL};

enum { NBIB, RIS, MEDLINE_RIS, XML_NBIB };

static const trip trips[] = {
    [NBIB] = {&writer_nbib, &medline_reader, (const char *const[]){NULL}},
    [RIS] = {&writer_ris, &ris_reader, ris_lossy},
    [MEDLINE_RIS] = {&writer_ris, &ris_reader, medline_ris_lossy},
    [XML_NBIB] = {&writer_nbib, &medline_reader, xml_lossy},
};

/* Which of the trips each file makes. */
START_TEST(real_files_come_back) {
  static const struct {
    const char *file;
    const reader *with;
    size_t trip;
  } cases[] = {
      {"bibliographies/IEBH_RefLib/blue-light.nbib", &medline_reader, NBIB},
      {"bibliographies/holub008_nbib/pubmed-balloongui-set.nbib", &medline_reader, NBIB},
      {"bibliographies/biopython_Medline/pubmed_result2.txt", &medline_reader, NBIB},
      {"bibliographies/IEBH_RefLib/blue-light.ris", &ris_reader, RIS},
      {"bibliographies/asreview/_baseline.ris", &ris_reader, RIS},
      {"bibliographies/asreview/scopus.ris", &ris_reader, RIS},
      {"bibliographies/citesource-gambling/20221207_gambling-harms_scopus_255.ris", &ris_reader,
       RIS},
      {"bibliographies/IEBH_RefLib/blue-light.nbib", &medline_reader, MEDLINE_RIS},
      {"bibliographies/holub008_nbib/pubmed-balloongui-set.nbib", &medline_reader, MEDLINE_RIS},
      {"pubmed-xml/net-synergy/pubmed21n1001.xml.gz", &pubmed_xml_reader, XML_NBIB},
      {"pubmed-xml/net-synergy/pubmed21n0001.xml.gz", &pubmed_xml_reader, XML_NBIB},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    arena a;
    records all = {0};
    arena_init(&a);
    if (!read_shared(cases[i].with, cases[i].file, &all, &a)) return;
    check_trip(&trips[cases[i].trip], &all, cases[i].file, &a);
    arena_finish(&a);
  }
}
END_TEST

SUITE("write/round_trip", real_files_come_back)
