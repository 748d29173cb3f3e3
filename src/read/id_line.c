/* Lines of identifiers. */
#include "read/id_line.h"

static const struct {
  text name, scheme;
} id_names[] = {{TEXT_STATIC("PMID:"), TEXT_STATIC("pmid")},
                {TEXT_STATIC("PMCID:"), TEXT_STATIC("pmc")},
                {TEXT_STATIC("DOI:"), TEXT_STATIC("doi")},
                {TEXT_STATIC("Bookshelf ID:"), TEXT_STATIC("bookaccession")},
                {TEXT_STATIC("NIHMSID:"), TEXT_STATIC("mid")}};

/* Takes "PMID: 1" off; false where no identifier's name and a value stand there. */
static bool take_id(text *rest, text *scheme, text *value) {
  for (size_t i = 0; i < sizeof id_names / sizeof *id_names; i++) {
    if (!text_starts_nocase(*rest, id_names[i].name)) continue;
    *scheme = id_names[i].scheme;
    *rest = text_trim(text_slice(*rest, id_names[i].name.size, rest->size));
    text_cut(*rest, TEXT(" "), value, rest);
    *rest = text_trim(*rest);
    return value->size > 0;
  }
  return false;
}

/* "(available on 2026-01-01)" may follow a PMC identifier. */
static void take_release(record *r, text *rest) {
  static const text opening = TEXT_STATIC("(available on ");
  size_t end = text_find_byte(*rest, ')');
  if (!text_starts(*rest, opening) || end == TEXT_NONE) return;
  if (r) record_add_date(r, TEXT("pmc-release"), text_slice(*rest, opening.size, end));
  *rest = text_trim(text_slice(*rest, end + 1, rest->size));
}

/* "[Indexed for MEDLINE]" may follow a PMID in text formats. */
static void take_state(record *r, text *rest) {
  if (!text_starts(*rest, TEXT("["))) return;
  bool indexed = text_find_nocase(*rest, TEXT("indexed for MEDLINE")) != TEXT_NONE;
  if (r && indexed) r->status = TEXT("MEDLINE");
  text before;
  text_cut(*rest, TEXT("]"), &before, rest);
  *rest = text_trim(*rest);
}

static bool walk(record *r, text rest) {
  text scheme, value;
  if (!rest.size) return false;
  while (rest.size) {
    if (!take_id(&rest, &scheme, &value)) return false;
    if (r) record_add_id(r, scheme, value);
    take_release(r, &rest);
    take_state(r, &rest);
  }
  return true;
}

bool id_line_read(record *r, text line) { return walk(NULL, line) && (!r || walk(r, line)); }

bool id_line_is_pmid(text line) {
  text rest = line, scheme, value;
  return take_id(&rest, &scheme, &value) && text_equal(scheme, TEXT("pmid")) &&
         text_all_digits(value) && walk(NULL, line);
}
