/* Words of common and of invented kinds, and the topics that favour them. */
#include "synth_lexicon.h"

#include <string.h>

static const char *const onsets[] = {"b",  "c",  "d",  "f",  "g",  "h",  "j",  "k",  "l",  "m",
                                     "n",  "p",  "r",  "s",  "t",  "v",  "w",  "z",  "br", "cr",
                                     "dr", "fl", "gl", "pl", "pr", "st", "th", "tr", "ph", "ch"};
static const char *const vowels[] = {"a", "e", "i", "o", "u", "y"};
static const char *const endings[] = {
    "",      "n",    "r",   "l",   "m",   "x",    "ric", "nal",  "nt",  "tin", "mab",  "rase",
    "litis", "noma", "nol", "xin", "sis", "dine", "gen", "cyte", "tic", "vir", "zole", "lysis"};
static const text compounds[] = {
    TEXT_STATIC("IL-6"),     TEXT_STATIC("HER2"),        TEXT_STATIC("TNF-α"),
    TEXT_STATIC("IL-1β"),    TEXT_STATIC("NF-κB"),       TEXT_STATIC("CD4+"),
    TEXT_STATIC("CD8+"),     TEXT_STATIC("p53"),         TEXT_STATIC("COX-2"),
    TEXT_STATIC("TGF-β1"),   TEXT_STATIC("HIV-1"),       TEXT_STATIC("BRCA1"),
    TEXT_STATIC("IFN-γ"),    TEXT_STATIC("miR-21"),      TEXT_STATIC("5-HT"),
    TEXT_STATIC("H2O2"),     TEXT_STATIC("Ca2+"),        TEXT_STATIC("PD-L1"),
    TEXT_STATIC("MCF-7"),    TEXT_STATIC("CYP3A4"),      TEXT_STATIC("HbA1c"),
    TEXT_STATIC("IGF-1"),    TEXT_STATIC("GLP-1"),       TEXT_STATIC("CXCL12"),
    TEXT_STATIC("Bcl-2"),    TEXT_STATIC("PI3K/Akt"),    TEXT_STATIC("ERK1/2"),
    TEXT_STATIC("LC-MS/MS"), TEXT_STATIC("T2-weighted"), TEXT_STATIC("β-catenin"),
};

#define COUNT(table) ((uint32_t)(sizeof(table) / sizeof *(table)))
#define SYLLABLES (COUNT(onsets) * COUNT(vowels))

/* Appends so many open syllables. As every syllable ends where the next consonant begins, different
 * codes give different words. */
static char *syllables_put(char *at, uint32_t code, int count) {
  for (; count > 0; count--, code /= SYLLABLES) {
    at = stpcpy(at, onsets[code % COUNT(onsets)]);
    at = stpcpy(at, vowels[code / COUNT(onsets) % COUNT(vowels)]);
  }
  return at;
}

/* Frequent words are short. The multipliers are odd, so that a code belongs to one word only. */
static void base_put(char *word, uint32_t number) {
  bool frequent = number < 16384;
  uint32_t code = frequent ? number * 10007 & 0x3fff : number * 613651 & 0xfffff;
  char *end = syllables_put(word, code, frequent ? 2 : 3);
  stpcpy(end, endings[random_mix(number) % COUNT(endings)]);
}

/* Three words in eight are inflections of a word that is about twice as frequent, so that classes
 * of words with one stem have several members. */
static void pseudo_put(char *word, uint32_t number) {
  static const char *const inflections[] = {"s", "ing", "ed"};
  uint32_t kind = number % 8, base = (number / 2 & ~7u) + number % 5;
  if (kind < 5) {
    base_put(word, number);
  } else {
    base_put(word, base);
    strcat(word, inflections[kind - 5]);
  }
}

text lexicon_name(uint32_t number, char *word) {
  static const char *const tails[] = {"n",   "r",   "ck",   "sen", "ler",
                                      "tti", "rov", "lund", "ni",  "s"};
  number = (uint32_t)random_mix(number + 77);
  char *end = syllables_put(word, number >> 8 & 0x3fff, 1 + (number & 1));
  end = stpcpy(end, tails[(number >> 2) % COUNT(tails)]);
  word[0] = ascii_upper(word[0]);
  return (text){word, (size_t)(end - word)};
}

void lexicon_put(const lexicon *l, uint32_t number, bool capital, buffer *b) {
  const word *w = &l->words[number];
  if (!buffer_reserve(b, WORD_ROOM)) return;
  char *at = b->data + b->size;
  memcpy(at, w->letters, WORD_ROOM);
  if (capital) at[0] = ascii_upper(at[0]);
  b->size += w->size;
}

text lexicon_compound(uint32_t topic, uint32_t choice) {
  return compounds[(topic * 7 + choice * 11) % COUNT(compounds)];
}

static uint32_t words_count(const char *list) {
  uint32_t count = 0;
  for (; *list; list++) count += *list == ' ';
  return count;
}

static word *words_split(word *at, text list) {
  text piece;
  while (text_take_until(&list, ' ', &piece)) {
    if (piece.size == 0 || piece.size > WORD_ROOM) continue;
    memcpy(at->letters, piece.data, piece.size);
    at++->size = (unsigned char)piece.size;
  }
  return at;
}

/* A topic's words: every sixth is a common one, the rest come from the whole vocabulary. */
static void topics_build(lexicon *l, const alias_table *source) {
  for (uint32_t topic = 0; topic < TOPICS; topic++) {
    random_stream r = random_open(0, RANDOM_TOPIC, topic);
    for (uint32_t i = 0; i < TOPIC_WORDS; i++)
      l->topics[topic][i] =
          l->function_count +
          (i % 6 == 5 ? alias_draw(&l->common, &r) : l->common_count + alias_draw(source, &r));
  }
}

/* The shifts flatten the heads such that the most frequent word that is not a function word stands
 * in about a third of all abstracts, as "patients" does in real ones. */
static void tables_build(lexicon *l, arena *a) {
  alias_table source;
  alias_zipf(&l->functions, a, l->function_count, 1 << 28, 2);
  alias_zipf(&l->common, a, l->common_count, 1 << 28, 40);
  alias_zipf(&l->background, a, PSEUDO_WORDS, 1 << 28, 50);
  alias_zipf(&l->topic, a, TOPIC_WORDS, 1 << 28, 6);
  alias_zipf(&source, a, PSEUDO_WORDS, 1 << 28, 3000);
  if (!arena_failed(a)) topics_build(l, &source);
}

void lexicon_build(lexicon *l, arena *a) {
  l->function_count = words_count(synth_function_words);
  l->common_count = words_count(synth_common_words);
  uint32_t known = l->function_count + l->common_count;
  l->words = arena_alloc(a, (known + PSEUDO_WORDS) * sizeof *l->words);
  l->topics = arena_alloc(a, TOPICS * sizeof *l->topics);
  if (arena_failed(a)) return;
  word *next = words_split(l->words, text_of(synth_function_words));
  next = words_split(next, text_of(synth_common_words));
  for (uint32_t i = 0; i < PSEUDO_WORDS; i++) {
    pseudo_put(next[i].letters, i);
    next[i].size = (unsigned char)strlen(next[i].letters);
  }
  tables_build(l, a);
}
