/* Identifiers in addresses and labelled notes. */
#include "read/identify.h"

#include "base/utf8.h"
#include "model/identifier.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define LABELLED_LONGEST 200 /* a longer text may speak of other articles */
#define PMID_DIGITS 8

/* Where an identifier stands in an address: after `marker`, and made of what `take` takes. */
typedef enum { TAKE_DIGITS, TAKE_DOI, TAKE_ARXIV, TAKE_TOKEN } taking;

static const struct {
  text marker, scheme;
  taking take;
  bool resolves; /* the address serves the identifier only */
} places[] = {
    {TEXT_STATIC("doi.org/"), TEXT_STATIC("doi"), TAKE_DOI, true},
    {TEXT_STATIC("ncbi.nlm.nih.gov/pubmed/"), TEXT_STATIC("pmid"), TAKE_DIGITS, true},
    {TEXT_STATIC("pubmed.ncbi.nlm.nih.gov/"), TEXT_STATIC("pmid"), TAKE_DIGITS, true},
    {TEXT_STATIC("europepmc.org/article/MED/"), TEXT_STATIC("pmid"), TAKE_DIGITS, true},
    {TEXT_STATIC("europepmc.org/abstract/MED/"), TEXT_STATIC("pmid"), TAKE_DIGITS, true},
    {TEXT_STATIC("pmc/articles/PMC"), TEXT_STATIC("pmc"), TAKE_DIGITS, true},
    {TEXT_STATIC("pmc.ncbi.nlm.nih.gov/articles/PMC"), TEXT_STATIC("pmc"), TAKE_DIGITS, true},
    {TEXT_STATIC("europepmc.org/articles/PMC"), TEXT_STATIC("pmc"), TAKE_DIGITS, true},
    {TEXT_STATIC("europepmc.org/article/PMC/PMC"), TEXT_STATIC("pmc"), TAKE_DIGITS, true},
    {TEXT_STATIC("arxiv.org/abs/"), TEXT_STATIC("arxiv"), TAKE_ARXIV, true},
    {TEXT_STATIC("arxiv.org/pdf/"), TEXT_STATIC("arxiv"), TAKE_ARXIV, false},
    {TEXT_STATIC("//lens.org/"), TEXT_STATIC("lens"), TAKE_TOKEN, false},
    {TEXT_STATIC("eid=2-s2.0-"), TEXT_STATIC("scopus"), TAKE_DIGITS, false},
    {TEXT_STATIC("://WOS:"), TEXT_STATIC("wos"), TAKE_TOKEN, true},
    {TEXT_STATIC("embase.com/search/results?subaction=viewrecord&from=export&id="),
     TEXT_STATIC("embase"), TAKE_TOKEN, false},
    {TEXT_STATIC("&doi="), TEXT_STATIC("doi"), TAKE_DOI, false},
    {TEXT_STATIC("&id=doi:"), TEXT_STATIC("doi"), TAKE_DOI, false},
};

/* Databases at Ovid ("D=") and EBSCO ("db=") whose accession numbers are PMIDs. */
static const text medline_parameters[] = {TEXT_STATIC("D=med"),  TEXT_STATIC("D=prem"),
                                          TEXT_STATIC("D=pmnm"), TEXT_STATIC("db=cmedm"),
                                          TEXT_STATIC("db=mnh"), TEXT_STATIC("db=mdc")};

static void add_first(record *r, text scheme, text value) {
  if (!record_id(r, scheme).size) record_add_id(r, scheme, value);
}

static text leading_digits(text rest) {
  size_t size = 0;
  while (size < rest.size && ascii_is_digit(rest.data[size])) size++;
  return text_slice(rest, 0, size);
}

/* "%2F" becomes "/". */
static text decode_percent(arena *a, text coded) {
  if (text_find_byte(coded, '%') == TEXT_NONE) return coded;
  char *plain = arena_alloc(a, coded.size);
  size_t size = 0;
  for (size_t i = 0; plain && i < coded.size; i++) {
    static const char hex[] = "0123456789abcdef";
    text digits = text_of(hex), pair = text_slice(coded, i + 1, i + 3);
    size_t high = pair.size == 2 ? text_find_byte(digits, ascii_lower(pair.data[0])) : TEXT_NONE;
    size_t low = pair.size == 2 ? text_find_byte(digits, ascii_lower(pair.data[1])) : TEXT_NONE;
    bool coded_byte = coded.data[i] == '%' && high != TEXT_NONE && low != TEXT_NONE;
    plain[size++] = coded_byte ? (char)(high * 16 + low) : coded.data[i];
    if (coded_byte) i += 2;
  }
  text decoded = {plain, size};
  return plain && utf8_valid(decoded) ? decoded : coded;
}

static text take_until_any(text rest, const char *ends) {
  size_t size = 0;
  text set = text_of(ends);
  while (size < rest.size && text_find_byte(set, rest.data[size]) == TEXT_NONE) size++;
  return text_slice(rest, 0, size);
}

/* "2503.11731v2.pdf" gives "2503.11731". */
static text arxiv_number(text rest) {
  text number = take_until_any(rest, " ?#&,;\"");
  if (text_ends(number, TEXT(".pdf"))) number.size -= 4;
  size_t digits = 0;
  while (digits < number.size && ascii_is_digit(number.data[number.size - 1 - digits])) digits++;
  bool version = digits && digits < number.size && number.data[number.size - 1 - digits] == 'v';
  return version ? text_slice(number, 0, number.size - digits - 1) : number;
}

static text take_value(arena *a, text rest, taking how) {
  switch (how) {
    case TAKE_DIGITS:
      return leading_digits(rest);
    case TAKE_DOI:
      return decode_percent(a, take_until_any(rest, "& \"<>"));
    case TAKE_ARXIV:
      return arxiv_number(rest);
    case TAKE_TOKEN:
      return take_until_any(rest, "/?#& \"");
  }
  return (text){"", 0};
}

/* How the value is written in full: some markers contain its beginning. */
static text whole_value(arena *a, text scheme, text value) {
  if (text_equal(scheme, TEXT("scopus"))) return arena_join(a, TEXT("2-s2.0-"), TEXT(""), value);
  if (text_equal(scheme, TEXT("wos"))) return arena_join(a, TEXT("WOS:"), TEXT(""), value);
  return value;
}

static void identify_medline_parameter(record *r, text address) {
  size_t at = text_find(address, TEXT("AN="));
  if (at == TEXT_NONE) return;
  text number = take_until_any(text_slice(address, at + 3, address.size), "& \"");
  if (!text_all_digits(number) || number.size > PMID_DIGITS) return;
  for (size_t i = 0; i < COUNT(medline_parameters); i++)
    if (text_find(address, medline_parameters[i]) != TEXT_NONE) add_first(r, TEXT("pmid"), number);
}

bool identify_address(record *r, text address) {
  bool resolves = false;
  for (size_t i = 0; i < COUNT(places); i++) {
    size_t at = text_find_nocase(address, places[i].marker);
    if (at == TEXT_NONE) continue;
    text rest = text_slice(address, at + places[i].marker.size, address.size);
    text value = take_value(r->arena, rest, places[i].take);
    if (!value.size) continue;
    value = whole_value(r->arena, places[i].scheme, value);
    add_first(r, places[i].scheme, value);
    identifier id = identifier_normal(r->arena, places[i].scheme, value);
    resolves |= places[i].resolves && text_equal(record_id(r, id.scheme), id.value);
  }
  identify_medline_parameter(r, address);
  return resolves;
}

void identify_arxiv_doi(record *r) {
  static const text prefix = TEXT_STATIC("10.48550/arxiv.");
  text doi = record_id(r, TEXT("doi"));
  if (!text_starts(doi, prefix)) return;
  add_first(r, TEXT("arxiv"), arxiv_number(text_slice(doi, prefix.size, doi.size)));
}

/* --- Labels --- */

static const struct {
  text label, scheme;
  text prefix;  /* part of the value */
  size_t least; /* digits; "PubMed 2008" is no identifier */
  bool starts;  /* only at the start of the text */
} labels[] = {
    {TEXT_STATIC("PMID"), TEXT_STATIC("pmid"), TEXT_STATIC(""), 1, false},
    {TEXT_STATIC("PubMed ID"), TEXT_STATIC("pmid"), TEXT_STATIC(""), 1, false},
    {TEXT_STATIC("PubMed PMID"), TEXT_STATIC("pmid"), TEXT_STATIC(""), 1, false},
    {TEXT_STATIC("PubMed"), TEXT_STATIC("pmid"), TEXT_STATIC(""), 6, true},
    {TEXT_STATIC("PMCID"), TEXT_STATIC("pmc"), TEXT_STATIC("PMC"), 1, false},
    {TEXT_STATIC("PMC"), TEXT_STATIC("pmc"), TEXT_STATIC("PMC"), 1, true},
    {TEXT_STATIC("NIHMS"), TEXT_STATIC("mid"), TEXT_STATIC("NIHMS"), 1, true},
    {TEXT_STATIC("WOS:"), TEXT_STATIC("wos"), TEXT_STATIC("WOS:"), 1, true},
    {TEXT_STATIC("CN-"), TEXT_STATIC("central"), TEXT_STATIC("CN-"), 6, true},
    {TEXT_STATIC("rayyan-"), TEXT_STATIC("rayyan"), TEXT_STATIC("rayyan-"), 1, true},
};

/* What follows the label: optional signs, perhaps the prefix again, and a whole number. */
static text labelled_value(text rest, text prefix) {
  size_t at = 0;
  while (at < rest.size && text_find_byte(TEXT(" :#=-"), rest.data[at]) != TEXT_NONE) at++;
  rest = text_slice(rest, at, rest.size);
  if (prefix.size && text_starts_nocase(rest, prefix))
    rest = text_slice(rest, prefix.size, rest.size);
  text digits = leading_digits(rest);
  text after = text_slice(rest, digits.size, rest.size);
  bool ends = !after.size || !(ascii_is_letter(after.data[0]) || ascii_is_digit(after.data[0]));
  return ends ? digits : (text){"", 0};
}

/* PsycINFO's "2019-65183-001". */
static bool is_psycinfo(text value) {
  for (size_t i = 0; i < value.size; i++)
    if (i == 4 || i == 10 ? value.data[i] != '-' : !ascii_is_digit(value.data[i])) return false;
  return value.size == 14;
}

void identify_labelled(record *r, text value) {
  value = text_trim(value);
  if (is_psycinfo(value)) add_first(r, TEXT("psycinfo"), value);
  if (value.size > LABELLED_LONGEST) return;
  for (size_t i = 0; i < COUNT(labels); i++) {
    size_t at = text_find_nocase(value, labels[i].label);
    if (at == TEXT_NONE || (labels[i].starts && at)) continue;
    if (at && (ascii_is_letter(value.data[at - 1]) || ascii_is_digit(value.data[at - 1]))) continue;
    text rest = text_slice(value, at + labels[i].label.size, value.size);
    text found = labelled_value(rest, labels[i].prefix);
    bool is_pmid = text_equal(labels[i].scheme, TEXT("pmid"));
    if (found.size < labels[i].least || (is_pmid && found.size > PMID_DIGITS)) continue;
    add_first(r, labels[i].scheme, arena_join(r->arena, labels[i].prefix, TEXT(""), found));
  }
}
