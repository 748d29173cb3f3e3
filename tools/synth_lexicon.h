/* The words of the synthetic records: common English ones, 300,000 pronounceable ones that mean
 * nothing, and 400 topics that each favour a thousand of them. The lexicon is always the same; a
 * seed only decides what the records do with it. */
#ifndef CARREL_TOOLS_SYNTH_LEXICON_H
#define CARREL_TOOLS_SYNTH_LEXICON_H

#include "base/buffer.h"
#include "synth_random.h"

#define TOPICS 400u
#define TOPIC_WORDS 1000u
#define PSEUDO_WORDS 300000u

/* Words are drawn at random out of millions of bytes: one that lies in half a cache line and can be
 * copied as a whole costs a third of a text. */
enum { WORD_ROOM = 31 };
typedef struct word {
  char letters[WORD_ROOM];
  unsigned char size;
} word;

typedef struct lexicon {
  word *words; /* functions, then common ones, then pseudo-words; frequent ones first in each */
  uint32_t function_count, common_count;
  alias_table functions, common, background, topic;
  uint32_t (*topics)[TOPIC_WORDS];
} lexicon;

/* Everything belongs to the arena, which says whether memory ran out. */
void lexicon_build(lexicon *l, arena *a);
/* Adds a word; it may begin with a capital. */
void lexicon_put(const lexicon *l, uint32_t number, bool capital, buffer *b);
/* A word that only names (of people, places, things) have, written to 32 bytes at `word`; any
 * number has one. */
text lexicon_name(uint32_t number, char *word);
/* One of the two compounds of letters, digits and Greek that a topic favours: "IL-6", "TNF-α". */
text lexicon_compound(uint32_t topic, uint32_t choice);

/* Lists of words with a space behind each. */
extern const char synth_function_words[], synth_common_words[];

#endif
