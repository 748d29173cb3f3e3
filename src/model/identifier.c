/* Identifiers: reading, normal forms, printing. */
#include "model/identifier.h"

/* Other names of schemes, as NLM's XML, MEDLINE and other files use them. */
static const struct {
  text other, ours;
} scheme_names[] = {
    {TEXT_STATIC("pubmed"), TEXT_STATIC("pmid")},
    {TEXT_STATIC("medline"), TEXT_STATIC("medline-ui")},
    {TEXT_STATIC("pmcid"), TEXT_STATIC("pmc")},
    {TEXT_STATIC("pmcpid"), TEXT_STATIC("pmc-provider")},
    {TEXT_STATIC("mid"), TEXT_STATIC("mid")},
    {TEXT_STATIC("nihmsid"), TEXT_STATIC("mid")},
};

/* What a DOI may be preceded by, in lower case. */
static const text doi_prefixes[] = {TEXT_STATIC("https://doi.org/"),
                                    TEXT_STATIC("http://doi.org/"),
                                    TEXT_STATIC("https://dx.doi.org/"),
                                    TEXT_STATIC("http://dx.doi.org/"),
                                    TEXT_STATIC("https://www.doi.org/"),
                                    TEXT_STATIC("doi.org/"),
                                    TEXT_STATIC("dx.doi.org/"),
                                    TEXT_STATIC("doi:"),
                                    TEXT_STATIC("doi "),
                                    TEXT_STATIC("info:doi/")};

static const text joining_schemes[] = {
    TEXT_STATIC("pmid"), TEXT_STATIC("doi"),           TEXT_STATIC("pmc"), TEXT_STATIC("arxiv"),
    TEXT_STATIC("mid"),  TEXT_STATIC("bookaccession"), TEXT_STATIC("nct"), TEXT_STATIC("carrel")};

static text lower(arena *a, text original) {
  text copy = arena_text(a, original);
  for (size_t i = 0; i < copy.size; i++) ((char *)(size_t)copy.data)[i] = ascii_lower(copy.data[i]);
  return copy;
}

static text doi_normal(arena *a, text value) {
  value = lower(a, value);
  for (bool again = true; again;) {
    again = false;
    for (size_t i = 0; i < sizeof doi_prefixes / sizeof *doi_prefixes; i++)
      if (text_starts(value, doi_prefixes[i])) {
        value = text_trim(text_slice(value, doi_prefixes[i].size, value.size));
        again = true;
      }
  }
  size_t slash = text_find_byte(value, '/');
  bool is_doi = text_starts(value, TEXT("10.")) && slash != TEXT_NONE && slash + 1 < value.size;
  return is_doi ? text_trim_end(value, " .,;") : (text){"", 0};
}

static text digits_normal(text value) {
  while (value.size > 1 && value.data[0] == '0') value = text_slice(value, 1, value.size);
  return text_all_digits(value) ? value : (text){"", 0};
}

static text pmc_normal(arena *a, text value) {
  if (text_starts_nocase(value, TEXT("PMC"))) value = text_trim(text_slice(value, 3, value.size));
  size_t digits = 0;
  while (digits < value.size && ascii_is_digit(value.data[digits])) digits++;
  /* "PMC123.1" names a version of PMC123. */
  if (!digits || (digits < value.size && value.data[digits] != '.')) return (text){"", 0};
  return arena_printf(a, "PMC%.*s", (int)digits, value.data);
}

/* "https://orcid.org/0000-0002-1825-0097" and "0000000218250097" are one; source: ORCID, "Structure
 * of the ORCID Identifier". */
static text orcid_normal(arena *a, text value) {
  char digits[16];
  size_t count = 0, at = value.size;
  while (at && count < 16) {
    char byte = ascii_upper(value.data[--at]);
    if (ascii_is_digit(byte) || (byte == 'X' && !count)) digits[15 - count++] = byte;
    else if (byte != '-' && byte != ' ') break;
  }
  if (count < 16) return arena_text(a, value);
  return arena_printf(a, "%.4s-%.4s-%.4s-%.4s", digits, digits + 4, digits + 8, digits + 12);
}

identifier identifier_normal(arena *a, text scheme, text value) {
  scheme = lower(a, text_trim(scheme));
  for (size_t i = 0; i < sizeof scheme_names / sizeof *scheme_names; i++)
    if (text_equal(scheme, scheme_names[i].other)) scheme = scheme_names[i].ours;
  value = text_trim(value);
  if (text_equal(scheme, TEXT("doi"))) value = doi_normal(a, value);
  else if (text_equal(scheme, TEXT("pmid"))) value = digits_normal(value);
  else if (text_equal(scheme, TEXT("pmc"))) value = pmc_normal(a, value);
  else if (text_equal(scheme, TEXT("orcid"))) value = orcid_normal(a, value);
  else value = arena_text(a, value);
  return (identifier){scheme, value};
}

static bool is_scheme(text name) {
  if (name.size < 2 || !ascii_is_letter(name.data[0])) return false;
  for (size_t i = 0; i < name.size; i++)
    if (!ascii_is_letter(name.data[i]) && !ascii_is_digit(name.data[i]) && name.data[i] != '-' &&
        name.data[i] != '_')
      return false;
  return true;
}

bool identifier_read(arena *a, text typed, identifier *id) {
  typed = text_trim(typed);
  text before, after;
  if (text_all_digits(typed)) *id = identifier_normal(a, TEXT("pmid"), typed);
  else if (doi_normal(a, typed).size) *id = identifier_normal(a, TEXT("doi"), typed);
  else if (text_starts_nocase(typed, TEXT("PMC")) && pmc_normal(a, typed).size)
    *id = identifier_normal(a, TEXT("pmc"), typed);
  else if (text_cut(typed, TEXT(":"), &before, &after) && is_scheme(before) &&
           !text_starts(after, TEXT("//")))
    *id = identifier_normal(a, before, after);
  else return false;
  return id->value.size > 0;
}

text identifier_key(arena *a, identifier id) {
  return arena_printf(a, "%.*s:%.*s", TEXT_ARG(id.scheme), TEXT_ARG(id.value));
}

text identifier_short(arena *a, identifier id) {
  if (text_equal(id.scheme, TEXT("pmid")) || text_equal(id.scheme, TEXT("doi")) ||
      text_equal(id.scheme, TEXT("pmc")))
    return id.value;
  return identifier_key(a, id);
}

bool identifier_joins(text scheme) {
  for (size_t i = 0; i < sizeof joining_schemes / sizeof *joining_schemes; i++)
    if (text_equal(scheme, joining_schemes[i])) return true;
  return false;
}

bool identifier_equal(identifier a, identifier b) {
  return text_equal(a.scheme, b.scheme) && text_equal(a.value, b.value);
}

bool identifiers_contain(const identifiers *list, identifier id) {
  for (size_t i = 0; i < list->count; i++)
    if (identifier_equal(list->items[i], id)) return true;
  return false;
}

void identifiers_add(arena *a, identifiers *list, text scheme, text value) {
  identifier id = identifier_normal(a, scheme, value);
  if (id.value.size && !identifiers_contain(list, id)) *list_push(a, list) = id;
}

text identifiers_find(const identifiers *list, text scheme) {
  for (size_t i = 0; i < list->count; i++)
    if (text_equal(list->items[i].scheme, scheme)) return list->items[i].value;
  return (text){"", 0};
}

text identifier_find_doi(arena *a, text anywhere) {
  for (size_t at = 0; at + 4 < anywhere.size; at++) {
    if (anywhere.data[at] != '1' || anywhere.data[at + 1] != '0' || anywhere.data[at + 2] != '.' ||
        !ascii_is_digit(anywhere.data[at + 3]) || (at && ascii_is_digit(anywhere.data[at - 1])))
      continue;
    size_t end = at;
    while (end < anywhere.size && !ascii_is_space(anywhere.data[end]) &&
           anywhere.data[end] != '"' && anywhere.data[end] != '<' && anywhere.data[end] != '>')
      end++;
    text found = doi_normal(a, text_slice(anywhere, at, end));
    /* A bracket that was opened before the DOI closes after it. */
    if (text_ends(found, TEXT(")")) && text_find_byte(found, '(') == TEXT_NONE) found.size--;
    if (found.size) return found;
  }
  return (text){"", 0};
}
