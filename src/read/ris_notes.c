/* Notes of RIS files that hold more than notes. */
#include <stddef.h>

#include "read/identify.h"
#include "read/plain.h"
#include "read/ris.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Types of publication that EndNote lists among the notes of what it has found in PubMed. Source:
 * NLM, "Publication Characteristics (Publication Types) with Scope Notes". */
static const text publication_types[] = {
    TEXT_STATIC("Journal Article"),
    TEXT_STATIC("Review"),
    TEXT_STATIC("Systematic Review"),
    TEXT_STATIC("Meta-Analysis"),
    TEXT_STATIC("Clinical Trial"),
    TEXT_STATIC("Clinical Trial, Phase I"),
    TEXT_STATIC("Clinical Trial, Phase II"),
    TEXT_STATIC("Clinical Trial, Phase III"),
    TEXT_STATIC("Clinical Trial, Phase IV"),
    TEXT_STATIC("Clinical Study"),
    TEXT_STATIC("Clinical Trial Protocol"),
    TEXT_STATIC("Controlled Clinical Trial"),
    TEXT_STATIC("Randomized Controlled Trial"),
    TEXT_STATIC("Pragmatic Clinical Trial"),
    TEXT_STATIC("Observational Study"),
    TEXT_STATIC("Multicenter Study"),
    TEXT_STATIC("Comparative Study"),
    TEXT_STATIC("Evaluation Study"),
    TEXT_STATIC("Evaluation Studies"),
    TEXT_STATIC("Validation Study"),
    TEXT_STATIC("Twin Study"),
    TEXT_STATIC("Case Reports"),
    TEXT_STATIC("Letter"),
    TEXT_STATIC("Comment"),
    TEXT_STATIC("Editorial"),
    TEXT_STATIC("News"),
    TEXT_STATIC("Guideline"),
    TEXT_STATIC("Practice Guideline"),
    TEXT_STATIC("Historical Article"),
    TEXT_STATIC("Biography"),
    TEXT_STATIC("Congress"),
    TEXT_STATIC("Consensus Development Conference"),
    TEXT_STATIC("Dataset"),
    TEXT_STATIC("English Abstract"),
    TEXT_STATIC("Introductory Journal Article"),
    TEXT_STATIC("Preprint"),
    TEXT_STATIC("Published Erratum"),
    TEXT_STATIC("Retracted Publication"),
    TEXT_STATIC("Retraction of Publication"),
    TEXT_STATIC("Technical Report"),
    TEXT_STATIC("Video-Audio Media"),
    TEXT_STATIC("Research Support, N.I.H., Extramural"),
    TEXT_STATIC("Research Support, N.I.H., Intramural"),
    TEXT_STATIC("Research Support, Non-U.S. Gov't"),
    TEXT_STATIC("Research Support, U.S. Gov't, Non-P.H.S."),
    TEXT_STATIC("Research Support, U.S. Gov't, P.H.S."),
};

/* "Shahtalebi, Mohammad Ali" gives the author "Shahtalebi, M. A." his name. */
static void take_full_name(record *r, text line) {
  person full = {0};
  if (text_find(line, TEXT(", ")) == TEXT_NONE || line.size > 80) return;
  person_read(&full, line, r->arena);
  for (size_t i = 0; i < r->people.count; i++) {
    person *p = &r->people.items[i];
    bool same = text_equal(p->family, full.family) && text_equal(p->initials, full.initials);
    if (same && p->given.size < full.given.size) p->given = full.given;
  }
}

static void take_medline_line(draft *d, text line) {
  for (size_t i = 0; i < COUNT(publication_types); i++)
    if (text_equal(line, publication_types[i])) {
      draft_publication_type(d, TEXT("N1"), line);
      return;
    }
  take_full_name(d->record, line);
}

/* Scopus: "References: ...; \n...; \n...". */
static void take_references(draft *d, text references) {
  text line;
  while (text_take_line(&references, &line)) draft_cites(d, TEXT("N1"), line);
}

/* Notes with a label that stand for a member, as Carrel's own writer makes them. */
static const struct {
  text label;
  size_t member;
} labelled[] = {
    {TEXT_STATIC("Original title: "), offsetof(record, vernacular_title)},
    {TEXT_STATIC("Copyright: "), offsetof(record, copyright)},
    {TEXT_STATIC("Conflict of interest statement: "), offsetof(record, conflict_of_interest)},
};

static bool take_labelled(draft *d, text value) {
  for (size_t i = 0; i < COUNT(labelled); i++) {
    if (!text_starts(value, labelled[i].label)) continue;
    void *member = (char *)d->record + labelled[i].member;
    draft_set(d, member, TEXT("N1"), text_slice(value, labelled[i].label.size, value.size));
    return true;
  }
  return false;
}

void ris_take_note(draft *d, text tag, text value) {
  static const text references = TEXT_STATIC("References: ");
  if (take_labelled(d, value)) return;
  if (text_starts(value, references)) {
    take_references(d, text_slice(value, references.size, value.size));
    return;
  }
  text line, rest = plain_paragraphs(d->record->arena, value);
  while (text_take_line(&rest, &line)) {
    identify_labelled(d->record, line);
    if (d->of_medline) take_medline_line(d, line);
  }
  draft_note(d, tag, value);
}
