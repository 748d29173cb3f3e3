/* Labels are found by their look (a few words, a colon, at the start of a sentence) and by a
 * vocabulary; which looks count depends on whether the text as a whole is structured. */
#include "read/sections.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define LABEL_LONGEST 80

#define BACKGROUND TEXT_STATIC("BACKGROUND")
#define OBJECTIVE TEXT_STATIC("OBJECTIVE")
#define METHODS TEXT_STATIC("METHODS")
#define RESULTS TEXT_STATIC("RESULTS")
#define CONCLUSIONS TEXT_STATIC("CONCLUSIONS")
#define NO_CATEGORY TEXT_STATIC("")

/* How words of labels begin, and the category (NLM's five, AbstractText/@NlmCategory) that such a
 * label stands for. */
static const struct {
  text stem, category;
} vocabulary[] = {
    {TEXT_STATIC("background"), BACKGROUND},   {TEXT_STATIC("introduction"), BACKGROUND},
    {TEXT_STATIC("context"), BACKGROUND},      {TEXT_STATIC("rationale"), BACKGROUND},
    {TEXT_STATIC("importance"), BACKGROUND},   {TEXT_STATIC("problem"), BACKGROUND},
    {TEXT_STATIC("issue"), BACKGROUND},        {TEXT_STATIC("objective"), OBJECTIVE},
    {TEXT_STATIC("aim"), OBJECTIVE},           {TEXT_STATIC("purpose"), OBJECTIVE},
    {TEXT_STATIC("goal"), OBJECTIVE},          {TEXT_STATIC("hypothes"), OBJECTIVE},
    {TEXT_STATIC("method"), METHODS},          {TEXT_STATIC("material"), METHODS},
    {TEXT_STATIC("design"), METHODS},          {TEXT_STATIC("setting"), METHODS},
    {TEXT_STATIC("participant"), METHODS},     {TEXT_STATIC("patient"), METHODS},
    {TEXT_STATIC("intervention"), METHODS},    {TEXT_STATIC("measure"), METHODS},
    {TEXT_STATIC("selection"), METHODS},       {TEXT_STATIC("search"), METHODS},
    {TEXT_STATIC("approach"), METHODS},        {TEXT_STATIC("result"), RESULTS},
    {TEXT_STATIC("finding"), RESULTS},         {TEXT_STATIC("conclusion"), CONCLUSIONS},
    {TEXT_STATIC("discussion"), CONCLUSIONS},  {TEXT_STATIC("interpretation"), CONCLUSIONS},
    {TEXT_STATIC("implication"), CONCLUSIONS}, {TEXT_STATIC("significance"), CONCLUSIONS},
    {TEXT_STATIC("limitation"), NO_CATEGORY},  {TEXT_STATIC("registration"), NO_CATEGORY},
    {TEXT_STATIC("funding"), NO_CATEGORY},     {TEXT_STATIC("summary"), NO_CATEGORY},
    {TEXT_STATIC("outcome"), NO_CATEGORY},     {TEXT_STATIC("analys"), NO_CATEGORY},
    {TEXT_STATIC("stud"), NO_CATEGORY},        {TEXT_STATIC("data"), NO_CATEGORY},
    {TEXT_STATIC("trial"), NO_CATEGORY},       {TEXT_STATIC("case"), NO_CATEGORY},
    {TEXT_STATIC("relevance"), NO_CATEGORY},   {TEXT_STATIC("criteria"), NO_CATEGORY},
};

/* Words that labels in mixed case may hold besides. */
static const text joining_words[] = {
    TEXT_STATIC("and"),      TEXT_STATIC("of"),         TEXT_STATIC("the"),
    TEXT_STATIC("or"),       TEXT_STATIC("for"),        TEXT_STATIC("main"),
    TEXT_STATIC("primary"),  TEXT_STATIC("secondary"),  TEXT_STATIC("recent"),
    TEXT_STATIC("review"),   TEXT_STATIC("practical"),  TEXT_STATIC("clinical"),
    TEXT_STATIC("practice"), TEXT_STATIC("collection"), TEXT_STATIC("description"),
    TEXT_STATIC("sources"),  TEXT_STATIC("strategy"),   TEXT_STATIC("presentation"),
    TEXT_STATIC("key"),      TEXT_STATIC("statistical")};

typedef struct label {
  size_t start, size, end; /* of the label, and where the text of its section begins */
  bool capitals, known;
} label;
typedef LIST_OF(label) labels;

/* --- What is a label --- */

static bool is_label_byte(char byte) {
  return ascii_is_letter(byte) || ascii_is_digit(byte) || byte == ' ' || byte == '/' ||
         byte == '&' || byte == ',' || byte == '(' || byte == ')' || byte == '\'' || byte == '-' ||
         byte == '?' || (byte & 0x80);
}

/* The next word of a label; false at its end. */
static bool take_word(text *rest, text *word) {
  size_t from = 0;
  while (from < rest->size && !ascii_is_letter(rest->data[from])) from++;
  size_t to = from;
  while (to < rest->size && ascii_is_letter(rest->data[to])) to++;
  *word = text_slice(*rest, from, to);
  *rest = text_slice(*rest, to, rest->size);
  return word->size > 0;
}

/* The row of the vocabulary that a word belongs to, or TEXT_NONE. */
static size_t vocabulary_row(text word) {
  for (size_t i = 0; i < COUNT(vocabulary); i++)
    if (text_starts_nocase(word, vocabulary[i].stem)) return i;
  return TEXT_NONE;
}

static bool is_joining(text word) {
  for (size_t i = 0; i < COUNT(joining_words); i++)
    if (text_equal_nocase(word, joining_words[i])) return true;
  return false;
}

static bool is_capitals(text printed) {
  size_t letters = 0;
  for (size_t i = 0; i < printed.size; i++) {
    if (ascii_is_letter(printed.data[i]) && !ascii_is_upper(printed.data[i])) return false;
    letters += ascii_is_letter(printed.data[i]);
  }
  return letters >= 3;
}

/* In capitals one word of the vocabulary is enough; otherwise all words must be of it or join. */
static bool is_known(text printed, bool capitals) {
  text word;
  bool any = false;
  while (take_word(&printed, &word)) {
    bool found = vocabulary_row(word) != TEXT_NONE;
    any |= found;
    if (!capitals && !found && !is_joining(word)) return false;
  }
  return any;
}

static text label_category(text printed) {
  text word;
  while (take_word(&printed, &word)) {
    size_t row = vocabulary_row(word);
    if (row != TEXT_NONE && vocabulary[row].category.size) return vocabulary[row].category;
  }
  return (text){"", 0};
}

/* Whether a label begins at `start`, the start of a sentence. */
static bool read_label(text abstract, size_t start, label *found) {
  text rest = text_slice(abstract, start, abstract.size);
  size_t size = 0;
  while (size < rest.size && size < LABEL_LONGEST && is_label_byte(rest.data[size])) size++;
  if (size < 3 || size == rest.size || !ascii_is_upper(rest.data[0])) return false;
  text printed = text_trim(text_slice(rest, 0, size));
  char end = rest.data[size], after = size + 1 < rest.size ? rest.data[size + 1] : ' ';
  *found = (label){.start = start, .size = printed.size, .end = start + size + 1};
  found->capitals = is_capitals(printed);
  found->known = is_known(printed, found->capitals);
  if (end == ':' && !ascii_is_digit(after))
    return found->known || (found->capitals && printed.size >= 4);
  /* "RESULTS. We found ..." and labels on lines of their own. */
  return found->known && (end == '\n' || (end == '.' && after == ' ' && found->capitals));
}

/* --- Where labels can stand --- */

static bool ends_sentence(text abstract, size_t before) {
  while (before && abstract.data[before - 1] == ' ') before--;
  if (!before) return true;
  char byte = abstract.data[before - 1];
  return byte == '.' || byte == '?' || byte == '!' || byte == ')' || byte == ']' || byte == '\n' ||
         byte == '"' || byte == ';';
}

static void find_labels(arena *a, labels *found, text abstract) {
  for (size_t at = 0; at < abstract.size; at++) {
    bool fresh = !at || abstract.data[at - 1] == ' ' || abstract.data[at - 1] == '\n';
    label next;
    if (!fresh || !ascii_is_upper(abstract.data[at]) || !ends_sentence(abstract, at)) continue;
    if (!read_label(abstract, at, &next)) continue;
    *list_push(a, found) = next;
    at = next.end - 1;
  }
}

/* Keeps the labels that fit the text as a whole: in capitals if any known one is, else those in
 * mixed case, of which there must be two and the first at the start. */
static void keep_fitting(labels *found) {
  bool capitals = false, structured = false;
  size_t mixed = 0, kept = 0;
  for (size_t i = 0; i < found->count; i++) {
    const label *l = &found->items[i];
    capitals |= l->capitals && l->known;
    mixed += !l->capitals && l->known;
  }
  if (found->count) structured = found->items[0].start == 0;
  for (size_t i = 0; i < found->count; i++) {
    const label *l = &found->items[i];
    bool fits = capitals ? l->capitals && (l->known || structured)
                         : !l->capitals && l->known && structured && mixed >= 2;
    if (fits) found->items[kept++] = *l;
  }
  found->count = kept;
}

/* --- Sections --- */

static void add_section(sections *list, arena *a, text printed, text words) {
  words = arena_squeeze(a, words);
  if (!words.size && !printed.size) return;
  section *s = list_push(a, list);
  s->label = arena_squeeze(a, printed);
  s->category = label_category(printed);
  s->text = words;
}

/* Without the heading "Abstract", which pages copy along, before a label or on its own line. */
static text skip_heading(text abstract) {
  const text word = TEXT("Abstract");
  if (!text_starts(abstract, word) || abstract.size == word.size) return abstract;
  text rest = text_slice(abstract, word.size, abstract.size);
  bool parted = rest.data[0] == ':' || rest.data[0] == '\n' || rest.data[0] == '.';
  label first;
  rest = text_trim(text_slice(rest, 1, rest.size));
  return parted || (rest.size && read_label(rest, 0, &first)) ? rest : abstract;
}

void sections_split(sections *list, text abstract, arena *a) {
  abstract = skip_heading(text_trim(abstract));
  labels found = {0};
  find_labels(a, &found, abstract);
  keep_fitting(&found);
  size_t first = found.count ? found.items[0].start : abstract.size;
  add_section(list, a, (text){"", 0}, text_slice(abstract, 0, first));
  for (size_t i = 0; i < found.count; i++) {
    const label *l = &found.items[i];
    size_t end = i + 1 < found.count ? l[1].start : abstract.size;
    add_section(list, a, text_slice(abstract, l->start, l->start + l->size),
                text_slice(abstract, l->end, end));
  }
}

static const text copyright_signs[] = {
    TEXT_STATIC("\u00A9"),       TEXT_STATIC("Copyright \u00A9"), TEXT_STATIC("Copyright (c)"),
    TEXT_STATIC("(c) 19"),       TEXT_STATIC("(c) 20"),           TEXT_STATIC("Copyright of "),
    TEXT_STATIC("Copyright 19"), TEXT_STATIC("Copyright 20")};

static bool is_copyright(text sentence) {
  for (size_t i = 0; i < COUNT(copyright_signs); i++)
    if (text_starts_nocase(sentence, copyright_signs[i])) return true;
  return false;
}

text sections_take_copyright(text *abstract) {
  const size_t longest = 600;
  size_t from = abstract->size > longest ? abstract->size - longest : 0;
  for (size_t at = from; at < abstract->size; at++) {
    text rest = text_slice(*abstract, at, abstract->size);
    if (!is_copyright(rest) || !ends_sentence(*abstract, at)) continue;
    *abstract = text_trim(text_slice(*abstract, 0, at));
    return text_trim(rest);
  }
  return (text){"", 0};
}
