/* Lists of names as BibTeX reads them: "Roe, Richard and van der Berg, Jan, Jr and {The Group}". */
#include "write/bibtex.h"

/* Whether BibTeX would take a name of several words, or one with these signs, apart. */
static bool needs_braces(text part) {
  text rest = part, word;
  bool joins = false;
  while (text_take_until(&rest, ' ', &word)) joins |= text_equal_nocase(word, TEXT("and"));
  return joins || text_find_byte(part, ',') != TEXT_NONE || text_equal_nocase(part, TEXT("others"));
}

static void add_part(buffer *b, text part, bool braces, bool latex) {
  if (braces) buffer_put(b, "{");
  bibtex_add_text(b, part, latex);
  if (braces) buffer_put(b, "}");
}

static bool is_initials(text name) {
  for (size_t i = 0; i < name.size; i++)
    if (!ascii_is_upper(name.data[i])) return false;
  return name.size > 1;
}

/* "JA" as "J. A.", for BibTeX would take it for one name and shorten it to "J."; a given name as it
 * stands. */
static void add_given(buffer *b, const person *p, bool latex) {
  text given = p->given.size ? p->given : p->initials;
  if (!text_equal(given, p->initials) || !is_initials(given)) {
    add_part(b, given, needs_braces(given), latex);
    return;
  }
  for (size_t i = 0; i < given.size; i++) buffer_printf(b, i ? " %c." : "%c.", given.data[i]);
}

static void add_person(buffer *b, const person *p, bool latex) {
  bool given = p->given.size || p->initials.size;
  if (p->collective.size) {
    add_part(b, p->collective, true, latex);
    return;
  }
  /* A family name alone would be read as given names and a family name. */
  bool alone = !given && !p->suffix.size && text_find_byte(p->family, ' ') != TEXT_NONE;
  add_part(b, p->family, alone || needs_braces(p->family), latex);
  if (p->suffix.size) {
    buffer_put(b, ", ");
    add_part(b, p->suffix, needs_braces(p->suffix), latex);
  }
  if (given || p->suffix.size) buffer_put(b, ", ");
  add_given(b, p, latex);
}

void bibtex_add_names(buffer *b, const record *r, text role, bool latex) {
  size_t before = b->size;
  for (size_t i = 0; i < r->people.count; i++) {
    const person *p = &r->people.items[i];
    if (!text_equal(p->role, role) || !(p->collective.size || p->family.size)) continue;
    if (b->size > before) buffer_put(b, " and ");
    add_person(b, p, latex);
  }
  if (b->size > before && !role.size && r->authors_incomplete) buffer_put(b, " and others");
}
