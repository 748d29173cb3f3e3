/* Names with initials, and affiliations by number. */
#include "read/affiliation.h"

void affiliation_point(record *r, affiliation_pointers *pointers, long long number) {
  if (r->people.count)
    *list_push(r->arena, pointers) = (affiliation_pointer){r->people.count - 1, number};
}

bool affiliation_give(record *r, const affiliation_pointers *pointers, long long number,
                      text affiliation) {
  bool given = false;
  for (size_t i = 0; i < pointers->count; i++) {
    const affiliation_pointer *p = &pointers->items[i];
    if (p->number != number || p->person >= r->people.count) continue;
    *list_push(r->arena, &r->people.items[p->person].affiliations) = affiliation;
    given = true;
  }
  return given;
}

void affiliation_give_all(record *r, text affiliation) {
  for (size_t i = 0; i < r->people.count; i++)
    *list_push(r->arena, &r->people.items[i].affiliations) = affiliation;
}

/* Capitals, or letters beyond ASCII: "JA", "ÅK". */
static bool is_initials(text word) {
  for (size_t i = 0; i < word.size; i++)
    if (!ascii_is_upper(word.data[i]) && (unsigned char)word.data[i] < 0x80) return false;
  return word.size > 0;
}

static bool take_last_word(text *rest, text *word) {
  size_t space = text_find_last(*rest, TEXT(" "));
  if (space == TEXT_NONE) return false;
  *word = text_slice(*rest, space + 1, rest->size);
  *rest = text_slice(*rest, 0, space);
  return true;
}

static bool is_numeral(text word) {
  return text_equal(word, TEXT("II")) || text_equal(word, TEXT("III")) ||
         text_equal(word, TEXT("IV"));
}

void name_read_brief(person *brief, text name) {
  text rest = name, last, before;
  brief->family = name;
  if (!take_last_word(&rest, &last)) return;
  text shorter = rest;
  bool more = take_last_word(&shorter, &before) && is_initials(before);
  if (more && (!is_initials(last) || is_numeral(last))) {
    *brief = (person){.family = shorter, .initials = before, .suffix = last};
  } else if (is_initials(last)) {
    *brief = (person){.family = rest, .initials = last};
  }
}
