/* Names of persons, in every order that bibliographies write them. */
#include "base/utf8.h"
#include "model/record.h"

static const text suffixes[] = {TEXT_STATIC("Jr"),  TEXT_STATIC("Sr"), TEXT_STATIC("II"),
                                TEXT_STATIC("III"), TEXT_STATIC("IV"), TEXT_STATIC("2nd"),
                                TEXT_STATIC("3rd"), TEXT_STATIC("4th")};

/* Words that open a family name (BibTeX's "von part"), besides any other lower-case word. */
static bool is_particle(text word) {
  return word.size && word.data[0] >= 'a' && word.data[0] <= 'z';
}

static bool is_suffix(text word) {
  word = text_trim_end(word, ".");
  for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
    if (text_equal_nocase(word, suffixes[i])) return true;
  return false;
}

/* One to four capitals, with or without periods: "JA", "J.A.", "J". */
static bool is_initials(text word) {
  size_t letters = 0;
  for (size_t i = 0; i < word.size; i++) {
    if (ascii_is_upper(word.data[i])) letters++;
    else if (word.data[i] != '.' && word.data[i] != '-') return false;
  }
  return letters >= 1 && letters <= 4;
}

text person_initials(text given, arena *a) {
  if (is_initials(given) && text_find_byte(given, '.') == TEXT_NONE &&
      text_find_byte(given, '-') == TEXT_NONE)
    return given;
  buffer out = {0};
  bool fresh = true;
  while (given.size) {
    uint32_t code = utf8_take(&given);
    bool parts = code == ' ' || code == '.' || code == '-' || code == 0x2010 || code == 0xA0;
    if (fresh && !parts && code != '(' && code != '"') {
      if (code < 0x80) code = (uint32_t)(unsigned char)ascii_upper((char)code);
      utf8_add(&out, code);
    }
    fresh = parts;
  }
  if (out.failed) a->failed = true;
  text initials = arena_text(a, buffer_text(&out));
  buffer_finish(&out);
  return initials;
}

text person_short_name(const person *p, arena *a) {
  if (p->collective.size) return p->collective;
  text initials = p->initials.size ? p->initials : person_initials(p->given, a);
  return arena_join(a, arena_join(a, p->family, TEXT(" "), initials), TEXT(" "), p->suffix);
}

text person_full_name(const person *p, arena *a) {
  if (p->collective.size) return p->collective;
  text given = p->given.size ? p->given : p->initials;
  return arena_join(a, arena_join(a, p->family, TEXT(", "), given), TEXT(", "), p->suffix);
}

/* "Family, Given", "Family, Jr, Given", "Family, Given, Jr". */
static void read_inverted(person *p, text family, text rest, arena *a) {
  text second, third;
  p->family = text_trim(family);
  if (text_cut(rest, TEXT(","), &second, &third)) {
    second = text_trim(second), third = text_trim(third);
    bool suffix_first = is_suffix(second);
    p->suffix = suffix_first ? second : third;
    p->given = suffix_first ? third : second;
  } else {
    p->given = text_trim(rest);
  }
  p->initials = person_initials(p->given, a);
}

/* The family name's start in "John A. van der Berg": the first particle, else the last word. */
static size_t family_start(text name) {
  size_t start = 0;
  for (size_t at = 0; at < name.size; at++) {
    if (at && name.data[at - 1] != ' ') continue;
    if (at && is_particle(text_slice(name, at, name.size))) return at;
    start = at;
  }
  return start;
}

void person_read(person *p, text name, arena *a) {
  text before, after;
  name = arena_squeeze(a, name);
  if (text_cut(name, TEXT(","), &before, &after)) {
    read_inverted(p, before, after, a);
    return;
  }
  size_t space = text_find_last(name, TEXT(" "));
  if (space == TEXT_NONE) {
    p->family = name;
    return;
  }
  text last = text_slice(name, space + 1, name.size);
  if (is_suffix(last)) {
    p->suffix = last;
    name = text_slice(name, 0, space);
    space = text_find_last(name, TEXT(" "));
    last = space == TEXT_NONE ? (text){"", 0} : text_slice(name, space + 1, name.size);
  }
  if (is_initials(last)) {
    p->family = text_slice(name, 0, space);
    p->given = last;
  } else {
    size_t start = family_start(name);
    p->given = text_trim(text_slice(name, 0, start));
    p->family = text_slice(name, start, name.size);
  }
  p->initials = person_initials(p->given, a);
}
