/* PubMed's "Summary (text)": one numbered paragraph a record. */
#include "write/citation.h"
#include "write/paragraph.h"
#include "write/writers.h"

/* "A, B; Group." */
static text authors_of(const record *r, arena *a) {
  texts names = {0}, groups = {0};
  for (size_t i = 0; i < r->people.count; i++) {
    const person *p = &r->people.items[i];
    if (p->role.size) continue;
    *list_push(a, p->collective.size ? &groups : &names) = person_short_name(p, a);
  }
  if (names.count && r->authors_incomplete) *list_push(a, &names) = TEXT("et al");
  text all = arena_join(a, texts_join(a, &names, TEXT(", ")), names.count ? TEXT("; ") : TEXT(""),
                        texts_join(a, &groups, TEXT("; ")));
  return all.size ? arena_join(a, text_trim_end(all, "."), TEXT(""), TEXT(".")) : all;
}

static text ids_of(const record *r, arena *a) {
  text pmid = record_id(r, TEXT("pmid")), pmc = record_id(r, TEXT("pmc"));
  if (pmid.size) pmid = arena_join(a, TEXT("PMID:"), TEXT(" "), pmid);
  if (pmc.size) pmc = arena_join(a, TEXT("PMCID:"), TEXT(" "), pmc);
  text both = arena_join(a, pmid, TEXT("; "), pmc);
  return both.size ? arena_join(a, both, TEXT(""), TEXT(".")) : both;
}

static void pubmed_summary_hit(output *out, const hit *h) {
  arena *a = out->scratch;
  const record *r = h->record;
  const text parts[] = {authors_of(r, a), citation_sentence(citation_title(r), a),
                        h->in_library || !h->citation.size ? citation_of_pubmed(r, a) : h->citation,
                        ids_of(r, a)};
  text whole = {"", 0};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    whole = arena_join(a, whole, TEXT(" "), parts[i]);
  if (out->count) buffer_put(&out->bytes, "\n");
  paragraph_add(out, arena_printf(a, "%zu: ", out->count + 1), whole, 0);
}

const writer writer_pubmed_summary = {
    .name = "pubmed-summary",
    .summary = "what PubMed saves as \"Summary (text)\"",
    .carries = "authors, title, where it was published, PMID, PMCID and DOI",
    .hit = pubmed_summary_hit,
};
