/* Reading printed citations. */
#include "read/citation.h"

#include "model/identifier.h"

/* What stands behind "PMID:" or the like, up to white space or closing punctuation. */
static text value_behind(text citation, text name) {
  size_t at = text_find_nocase(citation, name);
  if (at == TEXT_NONE) return (text){"", 0};
  text rest = text_trim(text_slice(citation, at + name.size, citation.size));
  size_t size = 0;
  while (size < rest.size && (ascii_is_letter(rest.data[size]) || ascii_is_digit(rest.data[size])))
    size++;
  return text_slice(rest, 0, size);
}

void citation_add_ids(text citation, identifiers *ids, arena *a) {
  identifiers_add(a, ids, TEXT("pmid"), value_behind(citation, TEXT("PMID:")));
  identifiers_add(a, ids, TEXT("pmc"), value_behind(citation, TEXT("PMCID:")));
  identifiers_add(a, ids, TEXT("doi"), identifier_find_doi(a, citation));
}
