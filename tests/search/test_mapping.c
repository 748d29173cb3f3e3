/* Term mapping: what untagged words are taken to mean, what they find then, and in which order; why
 * a query finds nothing. The records are invented. */
#include "search/library.h"

static const char records[] =
    "PMID- 1\nTI  - Aspirin after myocardial infarction.\nAB  - A trial in the old.\n"
    "MH  - *Myocardial Infarction/drug therapy\nMH  - Aspirin/*therapeutic use\n"
    "AU  - Smith JA\nFAU - Smith, John A\nTA  - Ann Test Med\nJT  - Annals of tests in medicine\n"
    "\nPMID- 2\nTI  - Heart attack at home: aspirin or not?\nAB  - Letters on the attack.\n"
    "AU  - van der Berg P\nFAU - van der Berg, Paula\nTA  - Test Lett\nIS  - 1234-5679 (Print)\n"
    "IR  - Okafor N\nFIR - Okafor, Ngozi\n"
    "\nPMID- 3\nTI  - The front wall.\nMH  - *Anterior Wall Myocardial Infarction\n"
    "AU  - Smith J\nFAU - Smith, Jane\n"
    "\nPMID- 4\nTI  - Bleeding under ticagrelor.\nMH  - Hemorrhage/*chemically induced\n"
    "MH  - Ticagrelor/adverse effects\n"
    "\nPMID- 5\nTI  - Retinol, or vitamin A, in the liver.\nAB  - A vitamin in a dish.\n"
    "MH  - Vitamin A/*blood\nAU  - Berg P\nFAU - Berg, Peter\n"
    "\nPMID- 6\nTI  - Vitamin in a pill.\nPT  - Review\n"
    "\nPMID- 7\nTI  - A review of rice.\nRN  - 0 (red yeast rice)\n"
    "\nPMID- 8\nTI  - HER-2 and the breast.\nMH  - *Breast Neoplasms\n"
    "\nPMID- 9\nTI  - Cancers of the breast.\n"
    "\nPMID- 10\nTI  - Aspirin again.\nAB  - Aspirin and aspirin.\n";

typedef struct fixture {
  scratch scratch;
  searcher *searcher;
  arena a;
} fixture;

static void fixture_open(fixture *f, const char *mesh) {
  arena_init(&f->a);
  scratch_open(&f->scratch);
  library_fill(&f->scratch, records);
  if (*mesh)
    ck_assert_msg(mesh_load_files(f->scratch.store, mesh, &f->scratch.e), "%s",
                  f->scratch.e.message);
  f->searcher = searcher_open(f->scratch.store, &f->scratch.e);
  ck_assert_msg(f->searcher != NULL, "%s", f->scratch.e.message);
}

static void fixture_close(fixture *f) {
  searcher_close(f->searcher);
  scratch_close(&f->scratch);
  arena_finish(&f->a);
}

/* --- Translations --- */

typedef struct mapping {
  const char *query, *translated;
} mapping;

/* The words of a heading or of what was typed, in PubMed's form. */
#define TWO(a, b) "(" a "[all] AND " b "[all]) OR \"" a " " b "\"[all]"
#define ATTACK "\"myocardial infarction\"[mh] OR " TWO("myocardial", "infarction")

static const mapping with_mesh[] = {
    {"aspirin", "\"aspirin\"[mh] OR aspirin[all]"},
    {"heart attack", ATTACK " OR " TWO("heart", "attack")},
    {"heart attack aspirin",
     "(" ATTACK " OR " TWO("heart", "attack") ") AND (\"aspirin\"[mh] OR aspirin[all])"},
    {"aspirin heart attack",
     "(\"aspirin\"[mh] OR aspirin[all]) AND (" ATTACK " OR " TWO("heart", "attack") ")"},
    {"Myocardial  Infarction", ATTACK},
    {"myocardial-infarction", "\"myocardial infarction\"[mh] OR myocardial-infarction[all]"},
    {"infarction myocardial", ATTACK " OR " TWO("infarction", "myocardial")},
    /* The longest run first: "anterior wall myocardial infarction", not "myocardial infarction". */
    {"anterior wall myocardial infarction",
     "\"anterior wall myocardial infarction\"[mh] OR (anterior[all] AND wall[all] AND "
     "myocardial[all] AND infarction[all]) OR \"anterior wall myocardial infarction\"[all]"},
    {"wall myocardial infarction", "wall AND (" ATTACK ")"},
    /* Words are left off at the right until something is found. */
    {"drug resistance pill", "(\"drug resistance\"[mh] OR " TWO("drug", "resistance") ") AND pill"},
    {"resistance pill", "resistance pill"},
    /* Other numbers and spellings. */
    {"aspirins", "\"aspirin\"[mh] OR aspirin[all] OR aspirins[all]"},
    {"haemorrhages", "\"hemorrhage\"[mh] OR hemorrhage[all] OR haemorrhages[all]"},
    {"bleedings", "\"hemorrhage\"[mh] OR hemorrhage[all] OR bleedings[all]"},
    {"tumours", "\"neoplasms\"[mh] OR neoplasms[all] OR tumours[all]"},
    {"tumour", "\"neoplasms\"[mh] OR neoplasms[all] OR tumour[all]"},
    /* Lone letters and numbers keep words together. */
    {"vitamin a", "\"vitamin a\"[mh] OR \"vitamin a\"[all]"},
    {"vitamin a pill", "(\"vitamin a\"[mh] OR \"vitamin a\"[all]) AND pill"},
    {"retinol", "\"vitamin a\"[mh] OR \"vitamin a\"[all] OR retinol[all]"},
    /* Headings turned around are looked for as texts have them. */
    {"aspirin sensitive asthma",
     "\"asthma, aspirin-induced\"[mh] OR (asthma[all] AND aspirin-induced[all]) OR "
     "\"aspirin-induced asthma\"[all] OR (aspirin[all] AND sensitive[all] AND asthma[all]) OR "
     "\"aspirin sensitive asthma\"[all]"},
    /* Subheadings, publication types, actions, supplementary concepts. */
    {"diagnosis", "\"diagnosis\"[sh] OR diagnosis[all]"},
    {"treatment", "\"therapy\"[sh] OR therapy[all] OR treatment[all]"},
    {"review", "\"review\"[pt] OR review[all]"},
    {"antiplatelet agents",
     "\"platelet aggregation inhibitors\"[mh] OR \"platelet aggregation inhibitors\"[pa] OR "
     "(platelet[all] AND aggregation[all] AND inhibitors[all]) OR \"platelet aggregation "
     "inhibitors\"[all] OR " TWO("antiplatelet", "agents")},
    {"cholestin", "\"red yeast rice\"[nm] OR \"red yeast rice\"[all] OR cholestin[all]"},
    {"red yeast rice", "\"red yeast rice\"[nm] OR \"red yeast rice\"[all]"},
    {"females", "\"female\"[mh] OR female[all] OR females[all]"},
    /* Stop words count inside a term only. */
    {"aspirin in the heart attack",
     "(\"aspirin\"[mh] OR aspirin[all]) AND (" ATTACK " OR " TWO("heart", "attack") ")"},
    /* Journals and authors come after MeSH. */
    {"annals of tests in medicine",
     "\"annals of tests in medicine\"[ta] OR (annals[all] AND tests[all] AND medicine[all]) OR "
     "\"annals of tests in medicine\"[all]"},
    {"ann test med",
     "\"ann test med\"[ta] OR (ann[all] AND test[all] AND med[all]) OR \"ann test med\"[all]"},
    {"smith ja", "smith ja[au] OR " TWO("smith", "ja")},
    {"smith j aspirin",
     "(smith j[au] OR " TWO("smith", "j") ") AND (\"aspirin\"[mh] OR aspirin[all])"},
    {"john smith", "john smith[au] OR " TWO("john", "smith")},
    {"paula van der berg",
     "paula van der berg[au] OR (paula[all] AND van[all] AND der[all] AND berg[all]) OR \"paula "
     "van der berg\"[all]"},
    {"1234-5679", "\"1234-5679\"[ta] OR 1234-5679[all]"},
    {"okafor n", "okafor n[ir] OR " TWO("okafor", "n")},
    {"ngozi okafor", "ngozi okafor[ir] OR " TWO("ngozi", "okafor")},
    {"smith heart", "smith heart"},
    {"smith", "smith"},
    {"jane berg", "jane berg"},
    /* Inside of operators, but not where a tag, quotes or a star say what is meant. */
    {"aspirin OR bleeding",
     "(\"aspirin\"[mh] OR aspirin[all]) OR (\"hemorrhage\"[mh] OR hemorrhage[all] OR "
     "bleeding[all])"},
    {"pill NOT aspirin", "pill NOT (\"aspirin\"[mh] OR aspirin[all])"},
    {"aspirin[ti]", "aspirin[ti]"},
    /* All fields are as good as none. */
    {"aspirin[all]", "\"aspirin\"[mh] OR aspirin[all]"},
    {"heart attack[all]", ATTACK " OR " TWO("heart", "attack")},
    {"heart attack aspirin[All Fields]",
     "(" ATTACK " OR " TWO("heart", "attack") ") AND (\"aspirin\"[mh] OR aspirin[all])"},
    {"\"heart attack\"[all]", "\"heart attack\"[all]"},
    {"resistance pill[all]", "resistance pill[all]"},
    {"heart attack*[all]", "heart attack*[all]"},
    {"\"heart attack\"", "\"heart attack\""},
    {"aspirin*", "aspirin*"},
    {"=aspirin", "=aspirin"},
    {"heart attack[tiab]", "heart attack[tiab]"},
    {"heart attack[mh]", "\"Myocardial Infarction\"[mh]"},
    {"D009203/dt[majr:noexp]", "\"Myocardial Infarction/drug therapy\"[majr:noexp]"},
    {"\"heart attack\"[mh]", "\"heart attack\"[mh]"},
    {"myocardial infarction[mh]", "myocardial infarction[mh]"},
    {"heart att*[mh]", "heart att*[mh]"},
    {"no such thing[mh]", "no such thing[mh]"},
    {"nowhere", "nowhere"},
};

static const mapping without[] = {
    {"heart attack aspirin", "heart attack aspirin"},
    {"smith ja", "smith ja[au] OR " TWO("smith", "ja")},
    {"ann test med",
     "\"ann test med\"[ta] OR (ann[all] AND test[all] AND med[all]) OR \"ann test med\"[all]"},
};

static void translate_all(const char *mesh, const mapping *cases, size_t count) {
  fixture f;
  fixture_open(&f, mesh);
  for (size_t i = 0; i < count; i++) {
    query_options options = {0};
    query *q = query_parse(text_of(cases[i].query), &options, &f.a, &f.scratch.e);
    ck_assert_msg(q != NULL, "%s: %s", cases[i].query, f.scratch.e.message);
    translations told = {0};
    q = search_translate(f.searcher, q, &told, &f.a, &f.scratch.e);
    ck_assert_msg(q != NULL, "%s: %s", cases[i].query, f.scratch.e.message);
    text got = query_to_pubmed(q, &f.a, NULL);
    ck_assert_msg(text_equal(got, text_of(cases[i].translated)), "%s:\n got %.*s\nwant %s",
                  cases[i].query, TEXT_ARG(got), cases[i].translated);
  }
  fixture_close(&f);
}

START_TEST(words_mean_headings_journals_and_authors) {
  translate_all("desc.xml qua.xml supp.xml pa.xml", with_mesh,
                sizeof with_mesh / sizeof *with_mesh);
}
END_TEST

START_TEST(without_mesh_there_are_journals_and_authors) {
  translate_all("", without, sizeof without / sizeof *without);
}
END_TEST

START_TEST(what_was_translated_is_told) {
  fixture f;
  translations told = {0};
  query_options options = {0};
  fixture_open(&f, "desc.xml");
  query *q = query_parse(TEXT("pill (heart  attack) in review"), &options, &f.a, &f.scratch.e);
  ck_assert_ptr_nonnull(search_translate(f.searcher, q, &told, &f.a, &f.scratch.e));
  ck_assert_uint_eq(told.count, 2);
  assert_text(told.items[0].typed, "heart attack");
  assert_text(told.items[1].typed, "review");
  assert_text(query_to_pubmed(told.items[1].meaning, &f.a, NULL), "\"review\"[pt] OR review[all]");
  fixture_close(&f);
}
END_TEST

/* --- What is found --- */

static const struct {
  const char *query, *mapped, *literal; /* PMIDs by rank, then notices */
} found[] = {
    /* What has the words typed comes first, in the order that it has without mapping. */
    {"heart attack", "2 3 1", "2"},
    {"heart attack aspirin", "2 1", "2"},
    {"aspirin", "10 1 2", "10 1 2"},
    {"vitamin a", "5", "6 5"},
    {"bleeding", "4", "4"},
    {"haemorrhage", "4", "|\"haemorrhage\" is not in the library"},
    {"antiplatelet agents", "4 1",
     "|\"antiplatelet\" is not in the library|\"agents\" is not in the library"},
    {"smith ja", "1", "|\"ja\" is not in the library"},
    {"review", "7 6", "7 6"},
    {"breast cancer", "9 8", "9"},
    {"breast tumours", "8", "|\"tumours\" is not in the library"},
    {"heart attack NOT aspirin", "3", "|NOT aspirin takes away all 1 of heart attack"},
};

START_TEST(mapping_finds_more_and_leaves_the_order) {
  scratch s;
  search_request mapped = {.limit = 64}, literal = {.limit = 64, .literal = true};
  scratch_open(&s);
  library_fill(&s, records);
  ck_assert(mesh_load_files(s.store, "desc.xml qua.xml supp.xml pa.xml", &s.e));
  for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
    const char *answer = library_ask(&s, found[i].query, &mapped, true);
    ck_assert_msg(strcmp(answer, found[i].mapped) == 0, "%s: %s", found[i].query, answer);
    answer = library_ask(&s, found[i].query, &literal, true);
    ck_assert_msg(strcmp(answer, found[i].literal) == 0, "%s, literal: %s", found[i].query, answer);
  }
  scratch_close(&s);
}
END_TEST

/* --- Nothing found --- */

static const struct {
  const char *query, *answer;
} nothing[] = {
    {"asprin", "|\"asprin\" is not in the library; did you mean aspirin?"},
    {"infarctoin", "|\"infarctoin\" is not in the library; did you mean infarction?"},
    {"asprin[ti]", "|nothing has \"asprin\" in [ti]; did you mean aspirin?"},
    {"zzzz", "|\"zzzz\" is not in the library"},
    {"aspirin zzzz", "|\"zzzz\" is not in the library"},
    {"aspirin pill", "|aspirin: 3 records, but none of them among the 1 of pill"},
    {"pill aspirin", "|pill: 1 record, but none of them among the 3 of aspirin"},
    {"aspirin AND heart attack AND rice",
     "|aspirin AND heart attack: 2 records, but none of them among the 1 of rice"},
    {"aspirin NOT aspirin[ti]", "|NOT aspirin[ti] takes away all 3 of aspirin"},
    {"(pill rice) NOT aspirin", "|pill: 1 record, but none of them among the 1 of rice"},
    {"(pill rice) OR (breast pill)",
     "|pill: 1 record, but none of them among the 1 of rice"
     "|breast: 2 records, but none of them among the 1 of pill"},
    {"(breast[ti] OR pill) AND rice",
     "|(breast[ti] OR pill): 3 records, but none of them among the 1 of rice"},
    {"myocardial infraction[mh]",
     "|nothing has \"myocardial infraction\" in [mh]; did you mean \"Myocardial Infarction\"?"},
    {"heart atack[mh]",
     "|nothing has \"heart atack\" in [mh]; did you mean \"Myocardial Infarction\"?"},
    {"europe[mh]", "|nothing has \"europe\" in [mh]"},
    {"nonsense[sh]", "|nothing has \"nonsense\" in [sh]"},
};

START_TEST(nothing_found_is_explained) {
  scratch s;
  search_request all = {.limit = 64};
  scratch_open(&s);
  library_fill(&s, records);
  ck_assert(mesh_load_files(s.store, "desc.xml qua.xml", &s.e));
  for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++) {
    const char *answer = library_ask(&s, nothing[i].query, &all, false);
    ck_assert_msg(strcmp(answer, nothing[i].answer) == 0, "%s: %s", nothing[i].query, answer);
  }
  scratch_close(&s);
}
END_TEST

/* --- The real vocabulary --- */

static const mapping real[] = {
    {"heart attack aspirin",
     "(" ATTACK " OR " TWO("heart", "attack") ") AND (\"aspirin\"[mh] OR aspirin[all])"},
    {"breast cancer",
     "\"breast neoplasms\"[mh] OR " TWO("breast", "neoplasms") " OR " TWO("breast", "cancer")},
    {"trastuzumab resistance", "(\"trastuzumab\"[mh] OR trastuzumab[all]) AND resistance"},
    {"type 2 diabetes",
     "\"diabetes mellitus, type 2\"[mh] OR \"type 2 diabetes mellitus\"[all] OR "
     "\"type 2 diabetes\"[all]"},
};

START_TEST(real_terms_mean_real_headings) {
  if (!shared_data("mesh/mesh2021_terms.tsv")) return;
  translate_all("mesh/mesh2021_terms.tsv mesh/mesh2021_tree.tsv", real, sizeof real / sizeof *real);
}
END_TEST

SUITE("search/mapping", words_mean_headings_journals_and_authors,
      without_mesh_there_are_journals_and_authors, what_was_translated_is_told,
      mapping_finds_more_and_leaves_the_order, nothing_found_is_explained,
      real_terms_mean_real_headings)
