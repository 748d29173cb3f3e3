/* PubMed's "Summary (text)": one numbered paragraph a record,
 * "1: Authors. Title. Journal. Date;volume(issue):pages. doi: X. PMID: n; PMCID: PMCn." */
#include "model/identifier.h"
#include "read/affiliation.h"
#include "read/citation.h"
#include "read/numbered.h"
#include "read/readers.h"

/* Splits at the first end of a sentence. */
static text take_sentence(text *rest) {
  text sentence;
  text_cut(*rest, TEXT(". "), &sentence, rest);
  return text_trim(sentence);
}

/* "Smith J, van Berg AB Jr; Group for Tests": fills people; false, and nothing is filled, where it
 * is something else. */
static bool read_authors(record *r, text authors) {
  text names, groups, piece;
  text_cut(authors, TEXT(";"), &names, &groups);
  size_t before = r->people.count;
  bool all = true;
  for (text rest = names; text_take_until(&rest, ',', &piece);) {
    person *p = list_push(r->arena, &r->people);
    name_read_brief(p, text_trim(piece));
    all = all && (p->initials.size > 0 || text_equal(text_trim(piece), TEXT("et al")));
  }
  if (!all) r->people.count = before;
  for (text rest = groups; all && groups.size && text_take_until(&rest, ';', &piece);)
    list_push(r->arena, &r->people)->collective = text_trim(piece);
  return all;
}

static void read_summary(record *r, text whole) {
  size_t ids = text_find_last(whole, TEXT("PMID:"));
  text body = text_slice(whole, 0, ids);
  if (ids != TEXT_NONE) citation_add_ids(text_slice(whole, ids, whole.size), &r->ids, r->arena);
  size_t start = citation_find(body);
  if (start != TEXT_NONE) citation_read(r, text_trim(text_slice(body, start, body.size)));
  text before = text_trim(text_slice(body, 0, start)), rest = before;
  r->title = read_authors(r, take_sentence(&rest)) && rest.size ? text_trim(rest) : before;
  r->type = TEXT("journal-article");
}

static read_result pubmed_summary_next(void *state, record *r, error *e) {
  numbered *n = state;
  blocks found = {0};
  read_result result = numbered_next(n, r, &found, e);
  if (result != READ_RECORD) return result;
  read_summary(r, block_text(&found.items[0], r->arena));
  for (size_t i = 1; i < found.count; i++)
    *list_push(r->arena, &r->extras) =
        (kinded){TEXT("pubmed-summary:line"), block_text(&found.items[i], r->arena)};
  if (r->ids.count) return READ_RECORD;
  error_set(e, ERROR_INPUT, "a record without an identifier");
  error_at(e, input_name(n->in), (unsigned long)r->source_line);
  return READ_SKIPPED;
}

static void *pubmed_summary_open(input *in, error *e) {
  return numbered_open(in, TEXT(":"), true, e);
}

static int pubmed_summary_recognises(text head) {
  return numbered_recognises(head, TEXT(":")) && numbered_in_one_block(head) ? 90 : 0;
}

const reader pubmed_summary_reader = {
    .name = "pubmed-summary",
    .summary = "what PubMed saves as \"Summary (text)\"",
    .carries = "authors, title, where it was published, identifiers",
    .recognises = pubmed_summary_recognises,
    .open = pubmed_summary_open,
    .next = pubmed_summary_next,
    .close = numbered_close,
};
