/* What a MEDLINE record says of its subject and its funding: headings, keywords, substances,
 * publication types, accessions, grants. */
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
      (keyword){.text = value, .owner = p->keyword_owner, .major = major};
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

/* --- Grants --- */

static bool has_digit(text part) {
  for (size_t i = 0; i < part.size; i++)
    if (ascii_is_digit(part.data[i])) return true;
  return false;
}

static bool has_small_letter(text part) {
  for (size_t i = 0; i < part.size; i++)
    if (ascii_is_letter(part.data[i]) && !ascii_is_upper(part.data[i])) return true;
  return false;
}

/* "AI", "MRC_": what NLM abbreviates a funder to. */
static bool is_acronym(text part) {
  return part.size >= 2 && part.size <= 4 && !has_digit(part) && !has_small_letter(part);
}

/* Takes the last of the parts off. */
static text take_last_part(text *rest) {
  size_t slash = text_find_last(*rest, TEXT("/"));
  size_t start = slash == TEXT_NONE ? 0 : slash + 1;
  text part = text_trim(text_slice(*rest, start, rest->size));
  *rest = text_slice(*rest, 0, start ? slash : 0);
  return part;
}

/* "R01 AI050875 || AI", as PubMed Central prints them. */
static bool read_barred(funding *f, text value) {
  text number, funder;
  if (!text_cut(value, TEXT("||"), &number, &funder)) return false;
  funder = text_trim(funder);
  f->number = text_trim(number);
  *(is_acronym(funder) ? &f->acronym : &f->agency) = funder;
  return true;
}

/* Whether the last part is a country: it has small letters, as no acronym of an agency has; only
 * of two parts, a number and one more, the second is the agency. */
static bool ends_in_country(text value) {
  text rest = value, last = take_last_part(&rest);
  bool two = rest.size && text_find_byte(rest, '/') == TEXT_NONE;
  return rest.size && (!last.size || (has_small_letter(last) && !(two && has_digit(rest))));
}

/* "number/acronym/agency/country", where number, acronym and, in older records, country may be
 * absent, and a number may hold slashes: read from its end. */
void medline_take_grant(medline_parse *p, const medline_row *row, text value) {
  (void)row;
  funding *f = list_push(p->record->arena, &p->record->grants);
  if (read_barred(f, value)) return;
  if (ends_in_country(value)) f->country = take_last_part(&value);
  bool alone = text_find_byte(value, '/') == TEXT_NONE;
  if (!alone || !has_digit(value)) f->agency = take_last_part(&value);
  text rest = value, last = take_last_part(&rest);
  if (is_acronym(last)) f->acronym = last, value = rest;
  f->number = value;
}
