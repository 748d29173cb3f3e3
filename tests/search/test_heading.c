/* Headings, subheadings, publication types, substances and actions: what they find with MeSH, and
 * without. The records are invented. */
#include "search/library.h"

static const char records[] =
    "PMID- 1\nTI  - Infarct of the front wall.\n"
    "MH  - Anterior Wall Myocardial Infarction/*drug therapy\nMH  - Female\nPT  - Journal Article\n"
    "\nPMID- 2\nTI  - Infarct and mortality.\nMH  - *Myocardial Infarction/mortality\n"
    "PT  - Randomized Controlled Trial\n"
    "\nPMID- 3\nTI  - A vessel.\nMH  - Vascular Diseases/therapy\nPT  - Clinical Trial\n"
    "\nPMID- 4\nTI  - Heart.\nMH  - Heart Diseases/*prevention & control\nMH  - Aspirin/*adverse "
    "effects\nPT  - Review\nRN  - R16CO5Y76E (Aspirin)\n"
    "\nPMID- 5\nTI  - Growth.\nMH  - *Breast Neoplasms/drug therapy\nMH  - *Trastuzumab/"
    "therapeutic use\nRN  - 0 (ado-trastuzumab emtansine)\n"
    "\nPMID- 6\nTI  - Bleeding.\nMH  - Gastrointestinal Hemorrhage/*chemically induced\n"
    "MH  - Ticagrelor/*adverse effects\nPT  - Review, Academic\n"
    "\nPMID- 7\nTI  - Lungs.\nMH  - *Asthma, Aspirin-Induced\nMH  - Unheard-Of Heading\n"
    "\nPMID- 8\nTI  - Rice.\nRN  - 0 (red yeast rice)\nMH  - Europe/epidemiology\n";

typedef struct question {
  const char *query, *answer;
} question;

static void ask_all(const char *mesh, const question *questions, size_t count) {
  scratch s;
  search_request all = {.limit = 64};
  scratch_open(&s);
  library_fill(&s, records);
  if (*mesh) ck_assert_msg(mesh_load_files(s.store, mesh, &s.e), "%s", s.e.message);
  for (size_t i = 0; i < count; i++) {
    const char *answer = library_ask(&s, questions[i].query, &all, false);
    ck_assert_msg(strcmp(answer, questions[i].answer) == 0, "%s: got \"%s\", expected \"%s\"",
                  questions[i].query, answer, questions[i].answer);
  }
  scratch_close(&s);
}

#define NONE(words, tag) "|nothing has \"" words "\" in [" tag "]"

static const question with_mesh[] = {
    /* All trees of a heading: the infarct stands below the heart and below the vessels. */
    {"myocardial infarction[mh]", "1 2"},
    {"myocardial infarction[mh:noexp]", "2"},
    {"vascular diseases[mh]", "1 2 3"},
    {"heart diseases[mh]", "1 2 4"},
    {"cardiovascular diseases[mh]", "1 2 3 4"},
    {"cardiovascular diseases[mh:noexp]", NONE("cardiovascular diseases", "mh")},
    {"hemorrhage[mh]", "6"},
    {"anterior wall myocardial infarction[mh]", "1"},
    /* By entry terms, permuted ones among them, UIs and places. */
    {"heart attack[mh]", "1 2"},
    {"HEART-ATTACKS[mh]", "1 2"},
    {"\"diseases, heart\"[mh]", "1 2 4"},
    {"infarction, myocardial[mh:noexp]", "2"},
    {"D009203[mh]", "1 2"},
    {"d009203[mh:noexp]", "2"},
    {"C14.280[mh]", "1 2 4"},
    {"C14.280*[mh]", "1 2 4"},
    {"c14*[mh]", "1 2 3 4"},
    {"C14.907*[mh]", "1 2 3"},
    {"C23*[mh]", "2 6"},
    {"C14.9*[mh]", "1 2 3"},
    {"Z01*[mh]", "8"},
    {"retinol[mh]", NONE("retinol", "mh")},
    {"females[mh]", "1"},
    {"nsaids[mh]", NONE("nsaids", "mh")},
    /* What MeSH does not know is taken as it stands. */
    {"unheard-of heading[mh]", "7"},
    {"unheard*[mh]", "7"},
    {"gastro*[mh]", "6"},
    {"nowhere[mh]", NONE("nowhere", "mh")},
    {"D999999[mh]", NONE("D999999", "mh")},
    /* Major topics. */
    {"cardiovascular diseases[majr]", "1 2 4"},
    {"heart attack[majr:noexp]", "2"},
    {"hemorrhage[majr]", "6"},
    {"vascular diseases[majr:noexp]", NONE("vascular diseases", "majr")},
    /* Headings with subheadings: both explode. */
    {"cardiovascular diseases/therapy", "1 3 4"},
    {"cardiovascular diseases/therapy[majr]", "1 4"},
    {"heart attack/dt[mh]", "1"},
    {"heart diseases/drug therapy[mh]", "1"},
    {"vascular diseases/th[mh:noexp]", "3"},
    {"myocardial infarction/th[mh:noexp]", NONE("myocardial infarction", "mh")},
    {"myocardial infarction/epidemiology", "2"},
    {"neoplasms/therapy", "5"},
    {"hemorrhage/etiology", "6"},
    {"nowhere/therapy[mh]", NONE("nowhere", "mh")},
    /* Subheadings by themselves. */
    {"therapy[sh]", "1 3 4 5"},
    {"therapy[sh:noexp]", "3"},
    {"th[sh]", "1 3 4 5"},
    {"dt[sh]", "1 5"},
    {"Q000188[sh]", "1 5"},
    {"chemotherapy[sh]", "1 5"},
    {"side effects[sh]", "4 6"},
    {"prevention & control[sh]", "4"},
    /* Publication types. */
    {"clinical trial[pt]", "2 3"},
    {"clinical trial[pt:noexp]", "3"},
    {"randomized controlled trial[pt]", "2"},
    {"D016430[pt]", "2 3"},
    {"journal article[pt]", "1"},
    {"review[pt]", "4"},
    {"V03*[pt]", "2 3 4"},
    /* Substances and their actions. */
    {"t-dm1[nm]", "5"},
    {"T DM1[nm]", "5"},
    {"C556542[nm]", "5"},
    {"cholestin[nm]", "8"},
    {"acetylsalicylic acid[nm]", "4"},
    {"platelet aggregation inhibitors[pa]", "4 6"},
    {"antiplatelet agents[pa]", "4 6"},
    {"D000894[pa]", "4 8"},
    {"heart attack[pa]", NONE("heart attack", "pa")},
    /* Among other things. */
    {"cardiovascular diseases[mh] NOT heart attack[mh]", "3 4"},
    {"heart attack[mh] AND female[mh]", "1"},
};

START_TEST(headings_find_what_stands_below) {
  ask_all("desc.xml qua.xml supp.xml pa.xml", with_mesh, sizeof with_mesh / sizeof *with_mesh);
}
END_TEST

/* ASCII files have no tree of qualifiers. */
#define NO_QUALIFIERS \
  "|subheadings below are left out: MeSH's qualifiers are not loaded; see carrel help mesh"
#define NO_TREES "|headings below are left out: MeSH's trees are not loaded; see carrel help mesh"

static const question with_ascii[] = {
    {"heart attack[mh]", "1 2"},
    {"therapy[sh]", "3" NO_QUALIFIERS},
    {"dt[sh:noexp]", "1 5"},
    {"heart diseases/therapy", NO_QUALIFIERS NONE("heart diseases", "mh")},
    {"antiplatelet agents[pa]", "4 6"},
};

START_TEST(what_is_not_loaded_is_told) {
  ask_all("d.bin q.bin c.bin", with_ascii, sizeof with_ascii / sizeof *with_ascii);
}
END_TEST

static const question with_terms[] = {
    {"heart attack[mh]", "2" NO_TREES},
    {"heart attack[mh:noexp]", "2"},
    {"clinical trial[pt]", "3"},
    {"C14*[mh]", NONE("C14", "mh")},
};

START_TEST(terms_without_trees) {
  ask_all("terms.tsv", with_terms, sizeof with_terms / sizeof *with_terms);
}
END_TEST

static const question without[] = {
    {"myocardial infarction[mh]", "2" NO_TREES},
    {"myocardial infarction[mh] OR heart diseases[mh]", "2 4" NO_TREES},
    {"myocardial infarction[mh:noexp]", "2"},
    {"heart attack[mh]", NO_TREES NONE("heart attack", "mh")},
    {"heart diseases/prevention & control[majr:noexp]", "4"},
    {"drug therapy[sh]", "1 5" NO_QUALIFIERS},
    {"dt[sh:noexp]", "1 5"},
    {"clinical trial[pt]", "3"},
    {"aspirin[nm]", "4"},
    {"gastro*[mh]", "6"},
    {"antiplatelet agents[pa]",
     "|[pa] finds nothing: no pharmacological actions are loaded; see carrel help mesh" NONE(
         "antiplatelet agents", "pa")},
};

START_TEST(without_mesh_headings_find_themselves) {
  ask_all("", without, sizeof without / sizeof *without);
}
END_TEST

SUITE("search/heading", headings_find_what_stands_below, what_is_not_loaded_is_told,
      terms_without_trees, without_mesh_headings_find_themselves)
