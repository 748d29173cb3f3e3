/* Names of persons, in every order that bibliographies write them. */
#include "base/utf8.h"
#include "model/record.h"

static const text suffixes[] = {TEXT_STATIC("Jr"),  TEXT_STATIC("Sr"), TEXT_STATIC("II"),
                                TEXT_STATIC("III"), TEXT_STATIC("IV"), TEXT_STATIC("2nd"),
                                TEXT_STATIC("3rd"), TEXT_STATIC("4th")};

/* Words that only names of groups hold, when there is no comma that parts family and given name. */
static const text group_words[] = {
    TEXT_STATIC("group"),         TEXT_STATIC("consortium"),    TEXT_STATIC("collaboration"),
    TEXT_STATIC("collaborative"), TEXT_STATIC("committee"),     TEXT_STATIC("society"),
    TEXT_STATIC("association"),   TEXT_STATIC("organization"),  TEXT_STATIC("organisation"),
    TEXT_STATIC("network"),       TEXT_STATIC("investigators"), TEXT_STATIC("collaborators"),
    TEXT_STATIC("institute"),     TEXT_STATIC("university"),    TEXT_STATIC("department"),
    TEXT_STATIC("ministry"),      TEXT_STATIC("foundation"),    TEXT_STATIC("federation"),
    TEXT_STATIC("council"),       TEXT_STATIC("agency"),        TEXT_STATIC("centers"),
    TEXT_STATIC("centre"),        TEXT_STATIC("initiative"),    TEXT_STATIC("team"),
    TEXT_STATIC("trialists"),     TEXT_STATIC("task"),          TEXT_STATIC("office"),
    TEXT_STATIC("commission"),    TEXT_STATIC("academy"),       TEXT_STATIC("college"),
    TEXT_STATIC("project"),       TEXT_STATIC("study"),         TEXT_STATIC("program")};

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

/* Whether one of the words of a name without comma is a word of groups. */
static bool is_group(text name) {
  text word;
  while (text_take_until(&name, ' ', &word))
    for (size_t i = 0; i < sizeof group_words / sizeof *group_words; i++)
      if (text_equal_nocase(word, group_words[i])) return true;
  return false;
}

void person_read(person *p, text name, arena *a) {
  text before, after;
  name = arena_squeeze(a, name);
  /* Reference managers mark a group by a comma at its end. */
  bool marked = text_ends(name, TEXT(","));
  name = text_trim_end(name, ", ");
  if (marked ? text_find_byte(name, ' ') != TEXT_NONE
             : text_find_byte(name, ',') == TEXT_NONE && is_group(name)) {
    p->collective = name;
    return;
  }
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
