/* Looking at MeSH: names, words and counts. The records are invented. */
#include "search/browse.h"

#include "search/library.h"

static const char records[] =
    "PMID- 1\nTI  - One.\nMH  - *Myocardial Infarction/drug therapy\nMH  - Aspirin/therapeutic "
    "use\n"
    "\nPMID- 2\nTI  - Two.\nMH  - Myocardial Infarction\nMH  - Myocardial Ischemia\n"
    "\nPMID- 3\nTI  - Three.\nMH  - Myocardial Ischemia/*mortality\nPT  - Review\n";

/* "NAME itself/below/major; ..." of what somebody means by a name. */
static const struct {
  const char *typed, *outcome;
} shown[] = {
    {"heart attack", "Myocardial Infarction 2/2/1"},
    {"D009203", "Myocardial Infarction 2/2/1"},
    {"myocardial ischemia", "Myocardial Ischemia 2/3/1"},
    {"C14", "Cardiovascular Diseases 0/3/0"},
    {"dt", "drug therapy 1/1/-1"},
    {"therapy", "therapy 0/1/-1"},
    {"review", "Review 1/1/-1"},
    {"zebra", ""},
};

/* The terms that have words, the shortest first, a record once. */
static const struct {
  const char *typed, *terms;
} by_words[] = {
    {"heart", "Heart Attack; Heart Disease; Ischemic Heart Disease"},
    {"heart dis*", "Heart Disease; Ischemic Heart Disease"},
    {"hear", ""},
    {"attack heart", "Heart Attack"},
    {"*", ""},
    {"", ""},
};

typedef struct fixture {
  scratch scratch;
  searcher *searcher;
  arena a;
  error e;
} fixture;

static void fixture_open(fixture *f, const char *mesh) {
  arena_init(&f->a);
  error_clear(&f->e);
  scratch_open(&f->scratch);
  library_fill(&f->scratch, records);
  if (*mesh) ck_assert(mesh_load_files(f->scratch.store, mesh, &f->scratch.e));
  f->searcher = searcher_open(f->scratch.store, &f->e);
  ck_assert_ptr_nonnull(f->searcher);
}

static void fixture_close(fixture *f) {
  searcher_close(f->searcher);
  scratch_close(&f->scratch);
  arena_finish(&f->a);
}

static text tell(fixture *f, const mesh_record *r) {
  heading_counts n;
  long long major;
  ck_assert_msg(browse_count(f->searcher, r, &n, &f->a, &f->e), "%s", f->e.message);
  ck_assert(browse_count_major(f->searcher, r, &major, &f->a, &f->e));
  return arena_printf(&f->a, "%.*s %lld/%lld/%lld", TEXT_ARG(r->name), n.itself, n.below, major);
}

START_TEST(headings_are_found_and_counted) {
  fixture f;
  fixture_open(&f, "desc.xml qua.xml supp.xml pa.xml");
  for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
    mesh_records found;
    text all = {"", 0};
    ck_assert(browse_find(f.searcher, text_of(shown[i].typed), &found, &f.a, &f.e));
    for (size_t k = 0; k < found.count; k++)
      all = arena_join(&f.a, all, TEXT("; "), tell(&f, &found.items[k]));
    assert_text(all, shown[i].outcome);
  }
  fixture_close(&f);
}
END_TEST

static text terms_with(fixture *f, const char *typed) {
  browse_matches found;
  text all = {"", 0};
  ck_assert(browse_words(f->searcher, text_of(typed), &found, &f->a, &f->e));
  for (size_t i = 0; i < found.count; i++)
    all = arena_join(&f->a, all, TEXT("; "), found.items[i].term);
  return all;
}

START_TEST(words_find_terms) {
  fixture f;
  fixture_open(&f, "desc.xml qua.xml supp.xml pa.xml");
  for (size_t i = 0; i < sizeof by_words / sizeof *by_words; i++)
    assert_text(terms_with(&f, by_words[i].typed), by_words[i].terms);
  ck_assert(browse_has_words(f.searcher, TEXT("heart dis*"), TEXT("Diseases, Heart"), &f.a));
  ck_assert(!browse_has_words(f.searcher, TEXT("heart dis"), TEXT("Heart Diseases"), &f.a));
  fixture_close(&f);
}
END_TEST

START_TEST(without_mesh_there_are_the_headings_of_records) {
  fixture f;
  mesh_records found;
  mesh_record typed = {.kind = MESH_DESCRIPTOR, .name = TEXT("Myocardial Ischemia")};
  fixture_open(&f, "");
  assert_text(terms_with(&f, "myocard*"), "myocardial ischemia; myocardial infarction");
  assert_text(tell(&f, &typed), "Myocardial Ischemia 2/2/1");
  ck_assert(browse_find(f.searcher, TEXT("heart attack"), &found, &f.a, &f.e));
  ck_assert_uint_eq(found.count, 0);
  fixture_close(&f);
}
END_TEST

SUITE("search/browse", headings_are_found_and_counted, words_find_terms,
      without_mesh_there_are_the_headings_of_records)
