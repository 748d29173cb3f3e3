/* What a MEDLINE record says of its subject and its funding: headings, keywords, substances,
 * publication types, accessions, grants. */
#include "read/grant.h"
#include "read/medline_parse.h"

static bool take_star(text *name) {
  bool starred = text_starts(*name, TEXT("*"));
  if (starred) *name = text_slice(*name, 1, name->size);
  return starred;
}

/* A descriptor and its qualifiers, parted by slashes; a star precedes what is a major topic. */
void medline_take_heading(medline_parse *p, const medline_row *row, text value) {
  (void)row;
  arena *a = p->record->arena;
  heading *h = list_push(a, &p->record->headings);
  text piece;
  text_take_until(&value, '/', &piece);
  h->major = take_star(&piece);
  h->name = text_trim(piece);
  while (text_take_until(&value, '/', &piece)) {
    bool major = take_star(&piece);
    *list_push(a, &h->qualifiers) = (qualifier){.name = text_trim(piece), .major = major};
  }
}

void medline_take_keyword(medline_parse *p, const medline_row *row, text value) {
  (void)row;
  bool major = take_star(&value);
  *list_push(p->record->arena, &p->record->keywords) =
      (keyword){.text = text_trim(value), .owner = p->keyword_owner, .major = major};
}

void medline_take_keyword_owner(medline_parse *p, const medline_row *row, text value) {
  (void)row;
  p->keyword_owner = value;
}

void medline_take_type(medline_parse *p, const medline_row *row, text value) {
  (void)row;
  list_push(p->record->arena, &p->record->publication_types)->name = value;
}

/* "88755TAZ87 (Aminolevulinic Acid)" */
void medline_take_chemical(medline_parse *p, const medline_row *row, text value) {
  (void)row;
  substance *s = list_push(p->record->arena, &p->record->substances);
  s->registry_number = medline_cut_kind(value, '(', ')', &s->name);
}

void medline_take_supplementary(medline_parse *p, const medline_row *row, text value) {
  (void)row;
  *list_push(p->record->arena, &p->record->substances) =
      (substance){.name = value, .kind = TEXT("Supplementary")};
}

/* "ClinicalTrials.gov/NCT02239640" */
void medline_take_accession(medline_parse *p, const medline_row *row, text value) {
  (void)row;
  kinded *accession = list_push(p->record->arena, &p->record->accessions);
  if (!text_cut(value, TEXT("/"), &accession->kind, &accession->text))
    *accession = (kinded){{"", 0}, value};
}

void medline_take_grant(medline_parse *p, const medline_row *row, text value) {
  (void)row;
  *list_push(p->record->arena, &p->record->grants) = grant_read(value);
}
