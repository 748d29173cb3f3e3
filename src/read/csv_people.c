/* Lists of people in one cell. */
#include "model/identifier.h"
#include "read/csv.h"
#include "read/plain.h"

enum { LONGEST_INITIALS = 8, MOST_WORDS = 6, MOST_COMPARED = 500 };

/* --- What a piece of a list can be --- */

static size_t count_words(text piece) {
  size_t words = 0;
  for (size_t i = 0; i < piece.size; i++)
    words += piece.data[i] != ' ' && (i == 0 || piece.data[i - 1] == ' ');
  return words;
}

/* "J", "J.A.", "J.-P.", "JA", "J. A." */
static bool is_initials(text piece) {
  bool any = false;
  for (size_t i = 0; i < piece.size; i++) {
    unsigned char byte = (unsigned char)piece.data[i];
    bool letter = ascii_is_upper((char)byte) || byte >= 0x80;
    if (!letter && text_find_byte(TEXT(".- "), (char)byte) == TEXT_NONE) return false;
    any |= letter;
  }
  return any && piece.size <= LONGEST_INITIALS;
}

static bool is_suffix(text piece) {
  static const text suffixes[] = {TEXT_STATIC("Jr"), TEXT_STATIC("Sr"), TEXT_STATIC("II"),
                                  TEXT_STATIC("III"), TEXT_STATIC("IV")};
  piece = text_trim_end(piece, ".");
  for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
    if (text_equal_nocase(piece, suffixes[i])) return true;
  return false;
}

/* "Smith J", "van Berg J.A. Jr": initials stand behind a name. */
static bool ends_in_initials(text piece) {
  size_t space = text_find_last(piece, TEXT(" "));
  if (space == TEXT_NONE) return false;
  text last = text_slice(piece, space + 1, piece.size);
  if (is_suffix(last)) return ends_in_initials(text_trim(text_slice(piece, 0, space)));
  return is_initials(last);
}

/* Whether it can be a person, unlike "Prevention" or "Centers for Disease Control". */
static bool is_whole_name(text piece) {
  static const text small[] = {TEXT_STATIC("for"), TEXT_STATIC("of"), TEXT_STATIC("the"),
                               TEXT_STATIC("on")};
  size_t words = count_words(piece);
  text word, rest = piece;
  while (text_take_until(&rest, ' ', &word))
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
      if (text_equal(word, small[i])) return false;
  return words >= 2 && words <= MOST_WORDS;
}

/* "Food and Drug Administration": marked for person_read by a comma at the end. */
static bool is_group(text name) {
  static const text words[] = {TEXT_STATIC(" and "), TEXT_STATIC(" & "), TEXT_STATIC(" of "),
                               TEXT_STATIC(" for ")};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (text_find(name, words[i]) != TEXT_NONE) return text_find_byte(name, ',') == TEXT_NONE;
  return false;
}

/* --- Lists whose names are parted by commas --- */

typedef struct name_list {
  texts pieces; /* between commas */
  size_t brief, single;
} name_list;

static name_list read_pieces(text names, arena *a) {
  name_list l = {0};
  text piece;
  while (text_take_until(&names, ',', &piece)) {
    piece = text_trim(piece);
    if (!piece.size) continue;
    *list_push(a, &l.pieces) = piece;
    l.brief += ends_in_initials(piece);
    l.single += count_words(piece) == 1;
  }
  return l;
}

typedef enum { ONE_NAME, INVERTED_NAMES, NAMES } list_form;

/* "Smith, John", "Garcia Lopez, Maria J", unlike "Smith J, Doe A" and "John Smith, Jane Doe". */
static bool is_one_name(const name_list *l) {
  if (ascii_is_lower(l->pieces.items[0].data[0])) return l->brief < 2;
  return l->brief < 2 && (l->single || ends_in_initials(l->pieces.items[1]));
}

/* "Smith, J., Doe, A.B." and "Smith, John, Doe, Jane": a comma in each name too. */
static bool is_inverted(const name_list *l) {
  bool by_initials = l->pieces.count % 2 == 0;
  for (size_t i = 1; by_initials && i < l->pieces.count; i += 2)
    by_initials = is_initials(l->pieces.items[i]);
  return by_initials || (l->pieces.count % 2 == 0 && l->single == l->pieces.count);
}

static list_form form_of(const name_list *l) {
  size_t count = l->pieces.count;
  if (count < 2 || (count == 2 && is_one_name(l))) return ONE_NAME;
  if (count == 3 && is_suffix(l->pieces.items[2])) return ONE_NAME;
  return count > 2 && is_inverted(l) ? INVERTED_NAMES : NAMES;
}

static void add_piece(buffer *lines, const char *between, text piece) {
  if (lines->size) buffer_add(lines, text_of(between));
  buffer_add(lines, piece);
}

static void add_at_commas(buffer *lines, text names, arena *a) {
  name_list l = read_pieces(names, a);
  list_form form = form_of(&l);
  if (form == ONE_NAME) {
    add_piece(lines, "\n", names);
    return;
  }
  for (size_t i = 0; i < l.pieces.count; i++) {
    text piece = l.pieces.items[i];
    bool joins = i && (form == INVERTED_NAMES ? i % 2 == 1 : is_suffix(piece));
    add_piece(lines, joins ? ", " : "\n", piece);
  }
}

static bool can_be_name(text piece) {
  return is_whole_name(piece) || text_find_byte(piece, ',') != TEXT_NONE;
}

/* Splits "Smith, J. and Doe, A." at the first word between names; not within "Food and Drug
 * Administration". */
static bool cut_at_and(text names, text *before, text *after) {
  static const text words[] = {TEXT_STATIC(" and "), TEXT_STATIC(" & ")};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    text next, rest;
    if (!text_cut(names, words[i], before, after)) continue;
    *before = text_trim_end(text_trim(*before), ",");
    text_cut(*after, words[i], &next, &rest);
    if (can_be_name(*before) && can_be_name(next)) return true;
  }
  return false;
}

static void add_names(buffer *lines, text names, arena *a) {
  text before, after;
  for (; cut_at_and(names, &before, &after); names = after) add_at_commas(lines, before, a);
  if (is_group(names)) {
    add_piece(lines, "\n", names);
    buffer_put(lines, ",");
  } else {
    add_at_commas(lines, names, a);
  }
}

/* PubMed's lists end in a period, the only one there: "Smith J, Doe A.", unlike "Smith, J.". */
static text without_period(text names) {
  size_t comma = text_find_last(names, TEXT(","));
  text last = text_trim(text_slice(names, comma == TEXT_NONE ? 0 : comma + 1, names.size));
  bool only = text_find_byte(names, '.') + 1 == names.size;
  return only && text_find_byte(last, ' ') != TEXT_NONE ? text_trim_end(names, ".") : names;
}

/* The names of a list one a line, or as they are where ";" or line feeds part them. */
static text name_lines(text value, arena *a) {
  buffer lines = {0};
  text name;
  value = plain_paragraphs(a, value);
  bool parted = text_find_byte(value, ';') != TEXT_NONE || text_find_byte(value, '\n') != TEXT_NONE;
  if (parted) return value;
  if (text_find_byte(value, '|') != TEXT_NONE) {
    while (text_take_until(&value, '|', &name)) add_piece(&lines, "\n", name);
  } else {
    add_names(&lines, without_period(value), a);
  }
  if (lines.failed) a->failed = true;
  text result = arena_text(a, buffer_text(&lines));
  buffer_finish(&lines);
  return result;
}

/* --- Columns --- */

static void add_people(draft *d, text role, text value) {
  draft_people(d, role, name_lines(value, d->record->arena));
}

/* Beside full names these are the same people once more. */
void csv_take_authors(draft *d, text column, text value) {
  record *r = d->record;
  size_t before = r->people.count;
  add_people(d, (text){"", 0}, value);
  if (!before) return;
  size_t added = r->people.count - before;
  r->people.count = before;
  if (added != before) draft_extra(d, column, value);
}

/* "Smith, John (5719); Doe, Jane (5720)", with Scopus's numbers of authors. */
void csv_take_full_names(draft *d, text column, text value) {
  (void)column;
  record *r = d->record;
  text entry, name, number;
  if (text_find_byte(value, ';') == TEXT_NONE && text_find_byte(value, '(') == TEXT_NONE) {
    add_people(d, (text){"", 0}, value);
    return;
  }
  while (csv_take_outside(&value, ';', &entry)) {
    bool numbered = text_cut(entry, TEXT(" ("), &name, &number);
    number = text_trim_end(number, ")");
    bool is_number = numbered && text_all_digits(number);
    size_t before = r->people.count;
    draft_people(d, (text){"", 0}, is_number ? name : entry);
    if (is_number && r->people.count == before + 1)
      identifiers_add(r->arena, &r->people.items[before].ids, TEXT("scopus-author"), number);
  }
}

void csv_take_author_ids(draft *d, text column, text value) {
  record *r = d->record;
  texts numbers = {0};
  text number, rest = value;
  while (csv_take_outside(&rest, ';', &number))
    if (number.size) *list_push(r->arena, &numbers) = number;
  bool matches = numbers.count == r->people.count;
  for (size_t i = 0; matches && i < numbers.count; i++)
    identifiers_add(r->arena, &r->people.items[i].ids, TEXT("scopus-author"), numbers.items[i]);
  if (!matches) draft_extra(d, column, value);
}

/* The first of the authors once more, or the only one that is named. */
void csv_take_first_author(draft *d, text column, text value) {
  record *r = d->record;
  if (!r->people.count) {
    add_people(d, (text){"", 0}, value);
    r->authors_incomplete = r->people.count > 0;
  } else if (!draft_person(d, value) &&
             !text_equal_nocase(person_short_name(&r->people.items[0], r->arena), value)) {
    draft_extra(d, column, value);
  }
}

void csv_take_groups(draft *d, text column, text value) {
  (void)column;
  record *r = d->record;
  text name;
  value = plain_paragraphs(r->arena, value);
  while (csv_take_outside(&value, ';', &name))
    if (name.size) list_push(r->arena, &r->people)->collective = name;
}

void csv_take_editors(draft *d, text column, text value) {
  (void)column;
  add_people(d, TEXT("editor"), value);
}

/* --- Addresses --- */

/* "Smith, John (Department, Town)" becomes "Smith, John: Department, Town". */
static text named_address(draft *d, text address) {
  text name, rest;
  if (!text_ends(address, TEXT(")")) || !text_cut(address, TEXT(" ("), &name, &rest))
    return address;
  if (!draft_person(d, name)) return address;
  return arena_join(d->record->arena, name, TEXT(": "), text_slice(rest, 0, rest.size - 1));
}

static bool is_known(const draft *d, text address) {
  for (size_t i = 0; i < d->addresses.count && i < MOST_COMPARED; i++)
    if (text_find(d->addresses.items[i], address) != TEXT_NONE) return true;
  return false;
}

void csv_take_affiliations(draft *d, text column, text value) {
  text address;
  while (csv_take_outside(&value, ';', &address))
    if (address.size && !is_known(d, address))
      draft_affiliations(d, column, named_address(d, address));
}
