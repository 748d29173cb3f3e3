/* The table of filters. Sources: PubMed User Guide, "Subject filters" and "Article attribute"; the
 * names of the filters beside PubMed's results, which are found in strategies as `humans[Filter]`;
 * NLM, "Search strategy used to create the PubMed systematic reviews filter". */
#include "search/filter.h"

#include "model/language.h"
#include "query/pubmed.h"

#define ROW(name, meaning) \
  { TEXT_STATIC(name), TEXT_STATIC(meaning) }

/* Names without blanks, hyphens and underscores. */
static const struct {
  text name, meaning;
} rows[] = {
    ROW("loall", "all[sb]"),
    ROW("fulltext", "\"pubmed pmc\"[sb]"),
    ROW("fft", "\"pubmed pmc\"[sb]"),
    ROW("ffrft", "\"pubmed pmc\"[sb]"),
    ROW("freefulltext", "\"pubmed pmc\"[sb]"),
    ROW("loattrfreefulltext", "\"pubmed pmc\"[sb]"),
    ROW("loattrfulltext", "\"pubmed pmc\"[sb]"),
    ROW("fha", "hasabstract[sb]"),
    ROW("abstract", "hasabstract[sb]"),
    ROW("data", "hasdatabanklist[sb] OR hasassociateddataset[sb]"),
    ROW("associateddata", "hasdatabanklist[sb] OR hasassociateddataset[sb]"),
    ROW("booksdocs", "\"pubmed books\"[sb]"),
    ROW("pmcbook", "\"pubmed books\"[sb]"),
    ROW("jsubsetim", "im[sb]"),
    ROW("jsubsetaim", "aim[sb]"),
    ROW("systematic",
        "((\"systematic review\"[ti] OR \"systematic literature review\"[ti] OR \"systematic "
        "scoping review\"[ti] OR \"systematic narrative review\"[ti] OR \"systematic qualitative "
        "review\"[ti] OR \"systematic evidence review\"[ti] OR \"systematic quantitative "
        "review\"[ti] OR \"systematic meta-review\"[ti] OR \"systematic critical review\"[ti] OR "
        "\"systematic mixed studies review\"[ti] OR \"systematic mapping review\"[ti] OR "
        "\"systematic cochrane review\"[ti] OR \"systematic search and review\"[ti] OR "
        "\"systematic integrative review\"[ti]) NOT comment[pt] NOT (=protocol[ti] OR "
        "=protocols[ti]) NOT medline[sb]) OR (\"cochrane database syst rev\"[ta] AND review[pt]) "
        "OR \"systematic review\"[pt]"),
    ROW("preprint", "preprint[pt]"),
    ROW("excludepreprints", "all[sb] NOT preprint[pt]"),
    ROW("clinicaltrial", "\"clinical trial\"[pt]"),
    ROW("controlledclinicaltrial", "\"controlled clinical trial\"[pt]"),
    ROW("randomizedcontrolledtrial", "\"randomized controlled trial\"[pt]"),
    ROW("metaanalysis", "\"meta-analysis\"[pt]"),
    ROW("review", "review[pt]"),
    ROW("systematicreview", "\"systematic review\"[pt]"),
    ROW("systematicreviews", "systematic[sb]"),
    ROW("casereports", "\"case reports\"[pt]"),
    ROW("comparativestudy", "\"comparative study\"[pt]"),
    ROW("multicenterstudy", "\"multicenter study\"[pt]"),
    ROW("observationalstudy", "\"observational study\"[pt]"),
    ROW("evaluationstudy", "\"evaluation study\"[pt]"),
    ROW("validationstudy", "\"validation study\"[pt]"),
    ROW("guideline", "guideline[pt]"),
    ROW("practiceguideline", "\"practice guideline\"[pt]"),
    ROW("editorial", "editorial[pt]"),
    ROW("letter", "letter[pt]"),
    ROW("comment", "comment[pt]"),
    ROW("news", "news[pt]"),
    ROW("humans", "humans[mh:noexp]"),
    ROW("animals", "animals[mh:noexp]"),
    ROW("animal", "animals[mh:noexp]"),
    ROW("female", "female[mh:noexp]"),
    ROW("male", "male[mh:noexp]"),
    ROW("allchild", "infant[mh] OR child[mh] OR adolescent[mh]"),
    ROW("allinfant", "infant[mh]"),
    ROW("newborn", "\"infant, newborn\"[mh]"),
    ROW("infant", "infant[mh:noexp]"),
    ROW("preschoolchild", "\"child, preschool\"[mh]"),
    ROW("child", "child[mh:noexp]"),
    ROW("adolescent", "adolescent[mh]"),
    ROW("alladult", "adult[mh]"),
    ROW("youngadult", "\"young adult\"[mh]"),
    ROW("adult", "adult[mh:noexp]"),
    ROW("middleagedaged", "\"middle aged\"[mh] OR aged[mh]"),
    ROW("middleaged", "\"middle aged\"[mh]"),
    ROW("aged", "aged[mh]"),
    ROW("80andover", "\"aged, 80 and over\"[mh]"),
};

static text squeezed(text typed, arena *a) {
  char *name = arena_alloc(a, typed.size);
  size_t size = 0;
  for (size_t i = 0; name && i < typed.size; i++)
    if (typed.data[i] != ' ' && typed.data[i] != '-' && typed.data[i] != '_')
      name[size++] = ascii_lower(typed.data[i]);
  return (text){name, size};
}

/* "english[filter]" */
static query *find_language(const query *leaf, text name, arena *a) {
  const language *known = language_find(name);
  if (!known || !text_equal_nocase(known->name, name)) return NULL;
  query *q = query_copy(a, leaf);
  q->field = field_find(TEXT("la"));
  return q;
}

query *filter_find(const query *leaf, arena *a, error *e) {
  if (leaf->kind != QUERY_VALUE || leaf->truncated || leaf->field != field_find(TEXT("sb")))
    return NULL;
  text name = squeezed(leaf->text, a);
  if (arena_failed(a)) return error_memory(e), NULL;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (text_equal(rows[i].name, name)) return query_parse(rows[i].meaning, NULL, a, e);
  return find_language(leaf, name, a);
}
