/* The syntax of BibTeX files. Source: BibTeX's documentation (btxdoc) and "Tame the BeaST"; where
 * programs are laxer than BibTeX, this is as lax as any. */
#include "read/bibtex.h"
#include "read/latex.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* The macros that every style defines. */
static const text months[] = {TEXT_STATIC("jan"), TEXT_STATIC("feb"), TEXT_STATIC("mar"),
                              TEXT_STATIC("apr"), TEXT_STATIC("may"), TEXT_STATIC("jun"),
                              TEXT_STATIC("jul"), TEXT_STATIC("aug"), TEXT_STATIC("sep"),
                              TEXT_STATIC("oct"), TEXT_STATIC("nov"), TEXT_STATIC("dec")};

/* --- Bytes --- */

static char peek(const bibtex_walk *b) {
  return b->at < b->whole.size ? b->whole.data[b->at] : '\0';
}

static bool at_end(const bibtex_walk *b) { return b->at >= b->whole.size; }

static void skip_space(bibtex_walk *b) {
  while (!at_end(b) && ascii_is_space(peek(b))) b->at++;
}

static bool is_name_byte(char byte) {
  return (byte & 0x80) || ascii_is_letter(byte) || ascii_is_digit(byte) ||
         text_find_byte(TEXT("_-+:.!$&*/;<>?[]^`|"), byte) != TEXT_NONE;
}

static text take_name(bibtex_walk *b) {
  size_t from = b->at;
  while (!at_end(b) && is_name_byte(peek(b))) b->at++;
  return text_slice(b->whole, from, b->at);
}

static unsigned long line_of(bibtex_walk *b, size_t place) {
  for (; b->counted < place; b->counted++) b->line += b->whole.data[b->counted] == '\n';
  return b->line;
}

/* "@article{key," at the start of a line: an entry, whatever stands before it. */
static bool entry_starts(const bibtex_walk *b, size_t at) {
  while (at < b->whole.size && (b->whole.data[at] == ' ' || b->whole.data[at] == '\t')) at++;
  if (at >= b->whole.size || b->whole.data[at] != '@') return false;
  bibtex_walk ahead = *b;
  ahead.at = at + 1;
  size_t letters = take_name(&ahead).size;
  skip_space(&ahead);
  if (!letters || peek(&ahead) != '{') return false;
  ahead.at++;
  skip_space(&ahead);
  size_t key = take_name(&ahead).size;
  return key && peek(&ahead) == ',';
}

/* --- Values --- */

/* Up to the brace that closes, or the quote outside of braces; false where another entry begins
 * or the file ends before. */
static bool take_delimited(bibtex_walk *b, bool quoted, text *value) {
  size_t from = ++b->at;
  for (size_t depth = 0; !at_end(b); b->at++) {
    char byte = peek(b);
    if (byte == '\n' && entry_starts(b, b->at + 1)) return false;
    /* BibTeX would end the value here, but the author of \"o did not mean that. */
    bool accent = quoted && byte == '"' && b->whole.data[b->at - 1] == '\\';
    bool closes = depth == 0 && !accent && byte == (quoted ? '"' : '}');
    if (closes) {
      *value = text_slice(b->whole, from, b->at++);
      return true;
    }
    if (byte == '{') depth++;
    else if (byte == '}' && depth) depth--;
  }
  return false;
}

static text macro_value(const bibtex_walk *b, text name) {
  for (size_t i = b->macros.count; i-- > 0;)
    if (text_equal_nocase(b->macros.items[i].name, name)) return b->macros.items[i].value;
  for (size_t i = 0; i < COUNT(months); i++)
    if (text_equal_nocase(months[i], name)) return months[i];
  return name;
}

/* Strings, numbers and macros that "#" joins. */
static bool take_value(bibtex_walk *b, text *value, arena *a) {
  *value = (text){"", 0};
  do {
    text part = {"", 0};
    skip_space(b);
    char byte = peek(b);
    if (byte == '{' || byte == '"') {
      if (!take_delimited(b, byte == '"', &part)) return false;
    } else {
      part = take_name(b);
      if (!part.size) return false;
      if (!text_all_digits(part)) part = macro_value(b, part);
    }
    *value = arena_join(a, *value, TEXT(""), part);
    skip_space(b);
  } while (peek(b) == '#' && ++b->at);
  return true;
}

/* --- Entries --- */

static bool take_field(bibtex_walk *b, draft_field *field, arena *a) {
  field->tag = take_name(b);
  skip_space(b);
  if (!field->tag.size || peek(b) != '=') return false;
  b->at++;
  return take_value(b, &field->value, a);
}

/* Up to the bracket that closes the entry, of whichever kind. */
static bool take_fields(bibtex_walk *b, draft_fields *fields, arena *a) {
  for (;;) {
    while (!at_end(b) && (ascii_is_space(peek(b)) || peek(b) == ',')) b->at++;
    char byte = peek(b);
    if (byte == '}' || byte == ')') {
      b->at++;
      return true;
    }
    draft_field field;
    if (at_end(b) || byte == '@' || !take_field(b, &field, a)) return false;
    *list_push(a, fields) = field;
  }
}

/* The key, unless the fields begin at once. */
static text take_key(bibtex_walk *b) {
  skip_space(b);
  size_t from = b->at;
  while (!at_end(b) && !ascii_is_space(peek(b)) &&
         text_find_byte(TEXT(",=}\"#"), peek(b)) == TEXT_NONE)
    b->at++;
  text key = text_slice(b->whole, from, b->at);
  skip_space(b);
  if (peek(b) != '=') return key;
  b->at = from;
  return (text){"", 0};
}

/* "@comment{...}", with whatever is in it, or, without a bracket, nothing but the word. */
static void skip_comment(bibtex_walk *b) {
  text rest = text_slice(b->whole, b->at, b->whole.size), ignored;
  if (latex_take_group(&rest, &ignored)) b->at = b->whole.size - rest.size;
}

static void take_macro(bibtex_walk *b) {
  draft_fields fields = {0};
  b->at++;
  take_fields(b, &fields, b->lasting);
  for (size_t i = 0; i < fields.count; i++)
    *list_push(b->lasting, &b->macros) = (bibtex_macro){fields.items[i].tag, fields.items[i].value};
}

/* The next "@" that does not stand in a word, nor behind a "%" that makes its line a comment. */
static bool find_at(bibtex_walk *b) {
  for (; !at_end(b); b->at++) {
    bool line_starts = b->at == 0 || b->whole.data[b->at - 1] == '\n';
    if (line_starts && peek(b) == '%')
      while (!at_end(b) && peek(b) != '\n') b->at++;
    char before = b->at ? b->whole.data[b->at - 1] : ' ';
    if (peek(b) == '@' && !ascii_is_letter(before) && !ascii_is_digit(before)) return true;
  }
  return false;
}

/* Goes on with the entry that begins next after `start`. */
static void resume_behind(bibtex_walk *b, size_t start) {
  b->at = start + 1;
  while (!at_end(b) && !(b->whole.data[b->at - 1] == '\n' && entry_starts(b, b->at))) b->at++;
}

void bibtex_start(bibtex_walk *b, text whole, arena *lasting) {
  *b = (bibtex_walk){.whole = whole, .line = 1, .lasting = lasting};
}

bibtex_result bibtex_next(bibtex_walk *b, bibtex_entry *entry, const char **why, arena *a) {
  while (find_at(b)) {
    *entry = (bibtex_entry){.start = b->at++};
    entry->type = take_name(b);
    skip_space(b);
    bool bracket = peek(b) == '{' || peek(b) == '(';
    if (text_equal_nocase(entry->type, TEXT("comment"))) skip_comment(b);
    if (!bracket || !entry->type.size || text_equal_nocase(entry->type, TEXT("comment"))) continue;
    if (text_equal_nocase(entry->type, TEXT("string"))) {
      take_macro(b);
      continue;
    }
    b->at++;
    text ignored;
    if (text_equal_nocase(entry->type, TEXT("preamble"))) {
      take_value(b, &ignored, a);
      continue;
    }
    entry->line = line_of(b, entry->start);
    entry->key = take_key(b);
    if (take_fields(b, &entry->fields, a)) return BIBTEX_ENTRY;
    *why = at_end(b) ? "an entry without an end" : "an entry that is not well formed";
    resume_behind(b, entry->start);
    return BIBTEX_BROKEN;
  }
  return BIBTEX_END;
}

text bibtex_field(const bibtex_entry *entry, text name) {
  for (size_t i = 0; i < entry->fields.count; i++)
    if (text_equal_nocase(entry->fields.items[i].tag, name)) return entry->fields.items[i].value;
  return (text){"", 0};
}
