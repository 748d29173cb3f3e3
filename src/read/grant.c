/* Grants, read from their end. */
#include "read/grant.h"

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

funding grant_read(text printed) {
  funding f = {0};
  if (read_barred(&f, printed)) return f;
  if (ends_in_country(printed)) f.country = take_last_part(&printed);
  bool alone = text_find_byte(printed, '/') == TEXT_NONE;
  if (!alone || !has_digit(printed)) f.agency = take_last_part(&printed);
  text rest = printed, last = take_last_part(&rest);
  if (is_acronym(last)) f.acronym = last, printed = rest;
  f.number = printed;
  return f;
}
