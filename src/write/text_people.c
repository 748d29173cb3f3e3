/* The people of a record, by role, with their affiliations numbered. */
#include "write/citation.h"
#include "write/text.h"

/* The number of an affiliation in the list of those met so far, from 1. */
static size_t affiliation_number(texts *met, text affiliation, arena *a) {
  for (size_t i = 0; i < met->count; i++)
    if (text_equal(met->items[i], affiliation)) return i + 1;
  *list_push(a, met) = affiliation;
  return met->count;
}

/* "Smith, John A [1,2] (orcid 0000-0002-1825-0097, contributed equally)". */
static text person_words(const person *p, texts *met, arena *a) {
  text numbers = TEXT(""), about = TEXT("");
  for (size_t i = 0; i < p->affiliations.count; i++) {
    size_t number = affiliation_number(met, p->affiliations.items[i], a);
    numbers = arena_join(a, numbers, TEXT(","), arena_printf(a, "%zu", number));
  }
  for (size_t i = 0; i < p->ids.count; i++)
    about = arena_join(a, about, TEXT(", "), citation_identifier(p->ids.items[i], a));
  if (p->equal) about = arena_join(a, about, TEXT(", "), TEXT("contributed equally"));
  text words = person_full_name(p, a);
  if (numbers.size) words = arena_printf(a, "%.*s [%.*s]", TEXT_ARG(words), TEXT_ARG(numbers));
  return text_in_brackets(words, about, a);
}

/* "editor" gives "Editors". */
static text role_label(text role, arena *a) {
  if (!role.size) return TEXT("Authors");
  return arena_printf(a, "%c%.*ss", ascii_upper(role.data[0]), (int)role.size - 1, role.data + 1);
}

static void add_role(output *out, const record *r, text role, texts *met) {
  layout l;
  size_t count = 0, shown = 0;
  for (size_t i = 0; i < r->people.count; i++) count += text_equal(r->people.items[i].role, role);
  text_add_head(out, role_label(role, out->scratch), count > 1 ? count : 0);
  layout_begin(&l, out, TEXT(""), TEXT_INDENT);
  for (size_t i = 0; i < r->people.count; i++) {
    if (!text_equal(r->people.items[i].role, role)) continue;
    if (shown++) layout_add(&l, TEXT("; "), STYLE_PLAIN);
    layout_add(&l, person_words(&r->people.items[i], met, out->scratch), STYLE_PLAIN);
  }
  if (!role.size && r->authors_incomplete) layout_add(&l, TEXT("; et al."), STYLE_PLAIN);
  layout_end(&l);
}

/* People by role in order of appearance, then the affiliations that they refer to. */
void text_add_people(output *out, const record *r) {
  texts roles = {0}, met = {0};
  for (size_t i = 0; i < r->people.count; i++)
    if (!texts_contain(&roles, r->people.items[i].role))
      *list_push(out->scratch, &roles) = r->people.items[i].role;
  for (size_t i = 0; i < roles.count; i++) add_role(out, r, roles.items[i], &met);
  if (met.count) text_add_head(out, TEXT("Affiliations"), 0);
  for (size_t i = 0; i < met.count; i++) {
    layout l;
    text lead = arena_printf(out->scratch, "%4zu. ", i + 1);
    layout_begin(&l, out, lead, lead.size);
    layout_add(&l, met.items[i], STYLE_PLAIN);
    layout_end(&l);
  }
}
