/* Titles as BibTeX files hold them. A style prints a title in small letters; braces around a part
 * of a word keep its capitals, and only where they mean something, so that styles stay free to
 * print the rest their way. */
#include "base/utf8.h"
#include "write/bibtex.h"

/* How the title is printed says which capitals mean something. */
typedef enum { CASE_SENTENCE, CASE_TITLE, CASE_CAPITALS } title_case;

static bool is_space(char byte) { return byte == ' '; }

/* The next run without spaces; false at the end. */
static bool take_word(text *rest, text *word) {
  size_t from = 0;
  while (from < rest->size && is_space(rest->data[from])) from++;
  size_t to = from;
  while (to < rest->size && !is_space(rest->data[to])) to++;
  *word = text_slice(*rest, from, to);
  *rest = text_slice(*rest, to, rest->size);
  return word->size > 0;
}

/* The letters of a character as a style sees them: Latin letters lose their marks, all others are
 * of no case. */
static char letter_of(uint32_t code) {
  uint32_t pieces[UTF8_PIECES];
  if (code >= 0x80 && utf8_decompose(code, pieces) < 2) return '\0';
  if (code >= 0x80) code = pieces[0];
  return code < 0x80 && ascii_is_letter((char)code) ? (char)code : '\0';
}

static void count_letters(text word, size_t *capitals, size_t *small, bool *first_capital) {
  *capitals = *small = 0;
  *first_capital = false;
  while (word.size) {
    char letter = letter_of(utf8_take(&word));
    if (!letter) continue;
    bool capital = ascii_is_upper(letter);
    if (!*capitals && !*small) *first_capital = capital;
    *(capital ? capitals : small) += 1;
  }
}

/* Words that begin with a small letter even in title case, beside all of three letters or less. */
static bool is_joining(text word) {
  static const text words[] = {TEXT_STATIC("with"), TEXT_STATIC("from"),  TEXT_STATIC("into"),
                               TEXT_STATIC("over"), TEXT_STATIC("than"),  TEXT_STATIC("that"),
                               TEXT_STATIC("upon"), TEXT_STATIC("versus")};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (text_equal(word, words[i])) return true;
  return false;
}

/* Title case: of the longer words behind the first, nearly all begin with a capital. */
static title_case case_of(text title) {
  enum { LONG_WORD = 4, WORDS_FOR_CAPITALS = 3 };
  size_t capitals, small, all_small = 0, words = 0, tall = 0, counted = 0;
  bool first;
  text word;
  for (text rest = title; take_word(&rest, &word); words++) {
    count_letters(word, &capitals, &small, &first);
    all_small += small;
    if (!words || capitals + small < LONG_WORD || !small || is_joining(word)) continue;
    counted++;
    tall += first;
  }
  if (!all_small) return words >= WORDS_FOR_CAPITALS ? CASE_CAPITALS : CASE_TITLE;
  return counted && tall * 4 >= counted * 3 ? CASE_TITLE : CASE_SENTENCE;
}

/* Whether a style would spoil this part of a word: capitals behind its first letter, and, in a
 * title that is printed like a sentence, any capital where no sentence begins. */
static bool is_protected(text part, title_case printed, bool begins) {
  size_t capitals, small;
  bool first;
  count_letters(part, &capitals, &small, &first);
  if (printed == CASE_CAPITALS || !capitals) return false;
  if (capitals > 1 || !first) return true;
  if (begins) return false;
  bool article = capitals + small == 1 && (part.data[0] == 'A' || part.data[0] == 'a');
  bool single = capitals + small == 1 && !article;
  return printed == CASE_SENTENCE || single;
}

static bool parts_word(char byte) { return byte == '-' || byte == '/'; }

static bool belongs_to_part(char byte) {
  return (byte & 0x80) || ascii_is_letter(byte) || ascii_is_digit(byte);
}

/* The stretch of a word from its first to its last part that is to be protected; empty where there
 * is none. */
static text protected_stretch(text word, title_case printed, bool begins) {
  size_t from = TEXT_NONE, to = 0;
  for (size_t at = 0; at < word.size;) {
    size_t end = at;
    while (end < word.size && !parts_word(word.data[end])) end++;
    size_t first = at, last = end;
    while (first < last && !belongs_to_part(word.data[first])) first++;
    while (last > first && !belongs_to_part(word.data[last - 1])) last--;
    if (last > first && is_protected(text_slice(word, first, last), printed, begins && !at)) {
      if (from == TEXT_NONE) from = first;
      to = last;
    }
    at = end + 1;
  }
  return from == TEXT_NONE ? (text){word.data, 0} : text_slice(word, from, to);
}

static void add_title_words(buffer *b, text title, bool latex) {
  title_case printed = case_of(title);
  bool begins = true;
  text word, rest = title;
  while (take_word(&rest, &word)) {
    text kept = protected_stretch(word, printed, begins);
    size_t from = (size_t)(kept.data - word.data);
    if (word.data != title.data) buffer_put(b, " ");
    bibtex_add_text(b, text_slice(word, 0, from), latex);
    if (kept.size) buffer_put(b, "{");
    bibtex_add_text(b, kept, latex);
    if (kept.size) buffer_put(b, "}");
    bibtex_add_text(b, text_slice(word, from + kept.size, word.size), latex);
    /* Styles leave the capital behind a colon, but behind no other end. */
    begins = text_ends(word, TEXT(":"));
  }
}

void bibtex_add_title(buffer *b, text title, bool latex) {
  buffer line = {0};
  utf8_add_line(&line, title);
  add_title_words(b, text_trim(buffer_text(&line)), latex);
  if (line.failed) b->failed = true;
  buffer_finish(&line);
}
