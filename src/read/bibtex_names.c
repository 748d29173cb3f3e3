/* Names in BibTeX: "First von Last", "von Last, First", "von Last, Jr, First", parted by "and";
 * braces make one word of what they hold; BibLaTeX's "family=..., given=...". Source: btxdoc and
 * the BibLaTeX manual, "Name lists". */
#include "read/bibtex.h"
#include "read/latex.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* The place behind the character at `at`, or, where a group begins there, behind the group. */
static size_t step(text list, size_t at) {
  text rest = text_slice(list, at, list.size), content;
  if (latex_take_group(&rest, &content)) return list.size - rest.size;
  return at + (list.data[at] == '\\' && at + 1 < list.size ? 2 : 1);
}

/* The next name, up to an "and" between white space outside of braces; false at the end. */
static bool take_name(text *list, text *name) {
  *list = text_trim(*list);
  if (!list->size) return false;
  for (size_t at = 0; at < list->size; at = step(*list, at)) {
    bool spaced =
        ascii_is_space(list->data[at]) && at + 4 < list->size && ascii_is_space(list->data[at + 4]);
    if (!spaced || !text_equal_nocase(text_slice(*list, at + 1, at + 4), TEXT("and"))) continue;
    *name = text_trim(text_slice(*list, 0, at));
    *list = text_slice(*list, at + 5, list->size);
    return true;
  }
  *name = *list;
  *list = (text){"", 0};
  return true;
}

/* Parts at a separator outside of braces. */
static size_t split(text name, char separator, text *parts, size_t most) {
  size_t count = 0, from = 0;
  for (size_t at = 0; at < name.size; at = step(name, at)) {
    if (name.data[at] != separator || count + 1 == most) continue;
    parts[count++] = text_trim(text_slice(name, from, at));
    from = at + 1;
  }
  parts[count++] = text_trim(text_slice(name, from, name.size));
  return count;
}

/* "{The Group}": nothing but one group. */
static bool is_braced(text name) {
  text content;
  return latex_take_group(&name, &content) && !name.size;
}

/* "given=A, family={von B}, prefix=..., suffix=...": true where it has that form. */
static bool read_extended(person *p, const text *parts, size_t count, arena *a) {
  text prefix = {"", 0};
  for (size_t i = 0; i < count; i++) {
    text key, value;
    if (!text_cut(parts[i], TEXT("="), &key, &value)) return false;
    value = latex_plain(a, text_trim(value));
    key = text_trim(key);
    if (text_equal_nocase(key, TEXT("family"))) p->family = value;
    else if (text_equal_nocase(key, TEXT("given"))) p->given = value;
    else if (text_equal_nocase(key, TEXT("prefix"))) prefix = value;
    else if (text_equal_nocase(key, TEXT("suffix"))) p->suffix = value;
    else if (i == 0) return false;
  }
  p->family = arena_join(a, prefix, TEXT(" "), p->family);
  return p->family.size > 0;
}

/* Words between white space or ties, braces making one word. */
enum { WORDS_MOST = 32 };

static size_t split_words(text name, text words[WORDS_MOST]) {
  size_t count = 0;
  for (size_t at = 0; at < name.size && count < WORDS_MOST;) {
    while (at < name.size && (ascii_is_space(name.data[at]) || name.data[at] == '~')) at++;
    size_t from = at;
    while (at < name.size && !ascii_is_space(name.data[at]) && name.data[at] != '~')
      at = step(name, at);
    if (count + 1 == WORDS_MOST) at = name.size;
    if (at > from) words[count++] = text_slice(name, from, at);
  }
  return count;
}

static bool is_particle(text word) { return word.data[0] >= 'a' && word.data[0] <= 'z'; }

/* "First von Last": the family name begins with the first word in small letters but not as the
 * last word, else it is the last word. */
static void read_natural(person *p, text name, arena *a) {
  text words[WORDS_MOST];
  size_t count = split_words(name, words), family = count - 1;
  for (size_t i = count; i-- > 0 && count;)
    if (i + 1 < count && is_particle(words[i])) family = i;
  for (size_t i = 0; i < count; i++) {
    text *part = i < family ? &p->given : &p->family;
    *part = arena_join(a, *part, TEXT(" "), latex_plain(a, words[i]));
  }
}

static void read_inverted(person *p, const text *parts, size_t count, arena *a) {
  p->family = latex_plain(a, parts[0]);
  p->given = latex_plain(a, parts[count - 1]);
  if (count == 3) p->suffix = latex_plain(a, parts[1]);
}

static void tidy(person *p, arena *a) {
  text *const members[] = {&p->family, &p->given, &p->suffix, &p->collective};
  for (size_t i = 0; i < COUNT(members); i++) *members[i] = arena_squeeze(a, *members[i]);
  if (!p->family.size && !p->collective.size) p->family = p->given, p->given = (text){"", 0};
  p->initials = person_initials(p->given, a);
}

/* Whether the first word has small letters, as initials have not. */
static bool first_word_is_name(text name) {
  for (size_t i = 0; i < name.size && !ascii_is_space(name.data[i]); i++)
    if ((name.data[i] & 0x80) || (name.data[i] >= 'a' && name.data[i] <= 'z')) return true;
  return false;
}

static void read_name(person *p, text name, arena *a) {
  text parts[4];
  size_t count = split(name, ',', parts, COUNT(parts));
  bool braces = text_find_byte(name, '{') != TEXT_NONE;
  if (is_braced(name)) {
    text plain = arena_squeeze(a, latex_plain(a, name));
    bool words = text_find_byte(plain, ' ') != TEXT_NONE;
    *(words ? &p->collective : &p->family) = plain;
  } else if (!read_extended(p, parts, count, a)) {
    /* Without braces also groups and "Roe RA" are told; "A B" is given and family name. */
    if (count == 1 && !braces && first_word_is_name(name)) person_read(p, latex_plain(a, name), a);
    else if (count == 1) read_natural(p, name, a);
    else read_inverted(p, parts, count > 3 ? 3 : count, a);
  }
  tidy(p, a);
}

static void add_name(draft *d, text role, text name) {
  person p = {.role = role};
  read_name(&p, name, d->record->arena);
  if (p.family.size || p.collective.size) *list_push(d->record->arena, &d->record->people) = p;
}

/* "Ann Roe, Ben Poe, Cid Doe": a list that should have had "and"s, for no name has three commas'
 * worth of parts that are all of several words. */
static size_t split_comma_list(text name, text parts[WORDS_MOST]) {
  size_t count = split(name, ',', parts, WORDS_MOST);
  for (size_t i = 0; i < count; i++)
    if (text_find_byte(parts[i], ' ') == TEXT_NONE || text_find_byte(parts[i], '=') != TEXT_NONE)
      return 0;
  return count >= 3 ? count : 0;
}

void bibtex_people(draft *d, text role, text list) {
  text name, parts[WORDS_MOST];
  while (take_name(&list, &name)) {
    if (text_equal_nocase(name, TEXT("others")) || text_equal_nocase(name, TEXT("et al."))) {
      d->record->authors_incomplete = true;
      continue;
    }
    size_t count = split_comma_list(name, parts);
    for (size_t i = 0; i < count; i++) add_name(d, role, parts[i]);
    if (!count) add_name(d, role, name);
  }
}
