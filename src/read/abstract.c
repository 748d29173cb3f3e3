/* Splitting structured abstracts. */
#include "read/abstract.h"

#include <string.h>

#include "read/plain.h"

enum { LONGEST_LABEL = 90, SHORTEST_UNKNOWN = 4 };

/* The words of which sections' heads are made; an added "s" passes. */
static const text head_words[] = {
    TEXT_STATIC("abstract"),       TEXT_STATIC("addressed"),      TEXT_STATIC("aim"),
    TEXT_STATIC("analyses"),       TEXT_STATIC("analysis"),       TEXT_STATIC("animal"),
    TEXT_STATIC("application"),    TEXT_STATIC("approach"),       TEXT_STATIC("author"),
    TEXT_STATIC("availability"),   TEXT_STATIC("background"),     TEXT_STATIC("case"),
    TEXT_STATIC("clinical"),       TEXT_STATIC("collection"),     TEXT_STATIC("comment"),
    TEXT_STATIC("comparison"),     TEXT_STATIC("conclusion"),     TEXT_STATIC("context"),
    TEXT_STATIC("contact"),        TEXT_STATIC("criteria"),       TEXT_STATIC("data"),
    TEXT_STATIC("description"),    TEXT_STATIC("design"),         TEXT_STATIC("diagnosis"),
    TEXT_STATIC("discussion"),     TEXT_STATIC("eligibility"),    TEXT_STATIC("evidence"),
    TEXT_STATIC("experimental"),   TEXT_STATIC("exposure"),       TEXT_STATIC("extraction"),
    TEXT_STATIC("finding"),        TEXT_STATIC("funding"),        TEXT_STATIC("goal"),
    TEXT_STATIC("history"),        TEXT_STATIC("hypothesis"),     TEXT_STATIC("hypotheses"),
    TEXT_STATIC("implementation"), TEXT_STATIC("implication"),    TEXT_STATIC("importance"),
    TEXT_STATIC("information"),    TEXT_STATIC("interpretation"), TEXT_STATIC("intervention"),
    TEXT_STATIC("introduction"),   TEXT_STATIC("issue"),          TEXT_STATIC("key"),
    TEXT_STATIC("learning"),       TEXT_STATIC("level"),          TEXT_STATIC("limitation"),
    TEXT_STATIC("main"),           TEXT_STATIC("material"),       TEXT_STATIC("measure"),
    TEXT_STATIC("measurement"),    TEXT_STATIC("message"),        TEXT_STATIC("method"),
    TEXT_STATIC("methodology"),    TEXT_STATIC("motivation"),     TEXT_STATIC("objective"),
    TEXT_STATIC("observation"),    TEXT_STATIC("outcome"),        TEXT_STATIC("participant"),
    TEXT_STATIC("patient"),        TEXT_STATIC("point"),          TEXT_STATIC("population"),
    TEXT_STATIC("practice"),       TEXT_STATIC("presentation"),   TEXT_STATIC("primary"),
    TEXT_STATIC("principal"),      TEXT_STATIC("problem"),        TEXT_STATIC("procedure"),
    TEXT_STATIC("purpose"),        TEXT_STATIC("question"),       TEXT_STATIC("rationale"),
    TEXT_STATIC("recent"),         TEXT_STATIC("recommendation"), TEXT_STATIC("registration"),
    TEXT_STATIC("registry"),       TEXT_STATIC("relevance"),      TEXT_STATIC("report"),
    TEXT_STATIC("research"),       TEXT_STATIC("result"),         TEXT_STATIC("review"),
    TEXT_STATIC("sample"),         TEXT_STATIC("search"),         TEXT_STATIC("secondary"),
    TEXT_STATIC("selection"),      TEXT_STATIC("setting"),        TEXT_STATIC("significance"),
    TEXT_STATIC("source"),         TEXT_STATIC("statement"),      TEXT_STATIC("statistical"),
    TEXT_STATIC("strategy"),       TEXT_STATIC("strength"),       TEXT_STATIC("study"),
    TEXT_STATIC("studies"),        TEXT_STATIC("subject"),        TEXT_STATIC("summary"),
    TEXT_STATIC("supplementary"),  TEXT_STATIC("synthesis"),      TEXT_STATIC("technique"),
    TEXT_STATIC("treatment"),      TEXT_STATIC("trial"),          TEXT_STATIC("unlabelled")};

/* Words that join them and head nothing alone. */
static const text joining_words[] = {TEXT_STATIC("and"), TEXT_STATIC("of"), TEXT_STATIC("for"),
                                     TEXT_STATIC("the"), TEXT_STATIC("in"), TEXT_STATIC("to"),
                                     TEXT_STATIC("or")};

typedef enum { NO_LABEL, MIXED_KNOWN, CAPITALS_KNOWN, CAPITALS_UNKNOWN } label_style;

static bool among(const text *words, size_t count, text word) {
  for (size_t i = 0; i < count; i++)
    if (text_equal_nocase(words[i], word)) return true;
  return false;
}

static bool is_joining(text word) {
  return among(joining_words, sizeof joining_words / sizeof *joining_words, word);
}

static bool is_head_word(text word) {
  size_t count = sizeof head_words / sizeof *head_words;
  bool plural = word.size && ascii_lower(word.data[word.size - 1]) == 's';
  return among(head_words, count, word) ||
         (plural && among(head_words, count, text_slice(word, 0, word.size - 1)));
}

/* Takes the next run of letters; false where there is none. */
static bool take_word(text *rest, text *word) {
  while (rest->size && !ascii_is_letter(rest->data[0])) *rest = text_slice(*rest, 1, rest->size);
  size_t size = 0;
  while (size < rest->size && ascii_is_letter(rest->data[size])) size++;
  *word = text_slice(*rest, 0, size);
  *rest = text_slice(*rest, size, rest->size);
  return size > 0;
}

/* Whether every word is one that heads sections; the possessive's "s" passes for a word. */
static bool all_known(text label) {
  text word;
  bool first = true;
  while (take_word(&label, &word)) {
    bool possessive = word.size == 1 && ascii_lower(word.data[0]) == 's';
    if (!is_head_word(word) && (first || (!is_joining(word) && !possessive))) return false;
    first = false;
  }
  return !first;
}

/* The size of what could be a label at the start: up to a colon, or a period, that a space or the
 * end follows. */
static size_t label_size(text rest) {
  static const text apostrophe = TEXT_STATIC("\u2019");
  static const char marks[] = " /&,()-'?";
  size_t at = 0, end = rest.size < LONGEST_LABEL ? rest.size : LONGEST_LABEL;
  while (at < end) {
    char byte = rest.data[at];
    if (byte == ':' || byte == '.')
      return at && (at + 1 == rest.size || rest.data[at + 1] == ' ') ? at : 0;
    if (ascii_is_letter(byte) || memchr(marks, byte, sizeof marks - 1)) at++;
    else if (text_starts(text_slice(rest, at, rest.size), apostrophe)) at += apostrophe.size;
    else return 0;
  }
  return 0;
}

static label_style label_at(text rest, size_t *size) {
  if (!rest.size || !ascii_is_upper(rest.data[0]) || !(*size = label_size(rest))) return NO_LABEL;
  text label = text_slice(rest, 0, *size);
  size_t letters = 0;
  bool capitals = true;
  for (size_t i = 0; i < label.size; i++) {
    if (!ascii_is_letter(label.data[i])) continue;
    letters++;
    capitals = capitals && ascii_is_upper(label.data[i]);
  }
  if (!capitals && rest.data[*size] == '.') return NO_LABEL;
  if (all_known(label)) return capitals ? CAPITALS_KNOWN : MIXED_KNOWN;
  if (rest.data[*size] == '.') return NO_LABEL;
  return capitals && letters >= SHORTEST_UNKNOWN ? CAPITALS_UNKNOWN : NO_LABEL;
}

bool abstract_label(text paragraph, text *label, text *rest) {
  size_t size;
  if (label_at(paragraph, &size) == NO_LABEL) return false;
  *label = text_trim(text_slice(paragraph, 0, size));
  *rest = text_trim(text_slice(paragraph, size + 1, paragraph.size));
  return true;
}

/* Whether a sentence can begin at this place of the text. */
static bool sentence_starts(text whole, size_t at) {
  if (at == 0) return true;
  if (whole.data[at - 1] != ' ') return false;
  text before = text_trim(text_slice(whole, 0, at));
  static const char ends[] = ".?!)]\"";
  return before.size && (text_find_byte((text){ends, sizeof ends - 1},
                                        before.data[before.size - 1]) != TEXT_NONE ||
                         text_ends(before, TEXT("\u201D")));
}

/* Whether a label of this style may follow in an abstract that began with that one. */
static bool style_follows(label_style first, label_style here) {
  if (here == CAPITALS_KNOWN) return first != MIXED_KNOWN;
  if (here == CAPITALS_UNKNOWN) return first == CAPITALS_KNOWN || first == CAPITALS_UNKNOWN;
  return here == MIXED_KNOWN && first == MIXED_KNOWN;
}

/* The place of the next label behind `from`, or the end. */
static size_t next_label(text whole, size_t from, label_style first) {
  for (size_t at = from; at < whole.size; at++) {
    size_t size;
    if (ascii_is_upper(whole.data[at]) && sentence_starts(whole, at) &&
        style_follows(first, label_at(text_slice(whole, at, whole.size), &size)))
      return at;
  }
  return whole.size;
}

/* Takes a space off the start, of whatever kind. */
static bool take_space(text *whole) {
  static const text spaces[] = {TEXT_STATIC(" "), TEXT_STATIC("\u00A0"), TEXT_STATIC("\u200B")};
  for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
    if (!text_starts(*whole, spaces[i])) continue;
    *whole = text_slice(*whole, spaces[i].size, whole->size);
    return true;
  }
  return false;
}

void abstract_add(sections *list, text printed, arena *a) {
  size_t size;
  text whole = plain_text(a, printed);
  while (take_space(&whole)) continue;
  label_style first = label_at(whole, &size);
  for (size_t at = 0; at < whole.size;) {
    size_t end = next_label(whole, at + 1, first);
    text part = text_trim(text_slice(whole, at, end)), label = {"", 0};
    if (at > 0 || first != NO_LABEL) abstract_label(part, &label, &part);
    *list_push(a, list) = (section){.label = label, .text = part};
    at = end;
  }
}

bool abstract_is_copyright(text line) {
  enum { LONGEST = 400 };
  static const text openings[] = {
      TEXT_STATIC("\u00A9"),        TEXT_STATIC("Copyright"),
      TEXT_STATIC("(c) "),          TEXT_STATIC("Crown Copyright"),
      TEXT_STATIC("Published by "), TEXT_STATIC("This article is protected by copyright")};
  for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
    if (text_starts_nocase(line, openings[i])) return true;
  return line.size <= LONGEST && (text_find(line, TEXT("\u00A9")) != TEXT_NONE ||
                                  text_ends(line, TEXT("All rights reserved.")));
}
