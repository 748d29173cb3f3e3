/* Titles and abstracts out of the lexicon's words: two or three topics, words that come back,
 * word pairs that stay together, numbers and compounds. */
#ifndef CARREL_TOOLS_SYNTH_PROSE_H
#define CARREL_TOOLS_SYNTH_PROSE_H

#include "base/buffer.h"
#include "synth_lexicon.h"

enum { PROSE_TOPICS = 3, PROSE_RECENT = 24 };

typedef struct prose {
  const lexicon *lexicon;
  random_stream *random;
  uint32_t topics[PROSE_TOPICS], topic_count;
  uint32_t recent[PROSE_RECENT], recent_count; /* content words used before, to come back to */
  uint32_t partner;                            /* the word that must follow, or 0 */
} prose;

/* A number of a word of content; it becomes a recent one. */
uint32_t prose_draw(prose *p);
/* One of the first words of a record's topics, for keywords and the like. */
uint32_t prose_draw_topical(prose *p);

/* A title of 8 to 16 words, without the stop at its end, as XML text. */
void prose_title(prose *p, buffer *b);
/* So many words in sentences, as XML text. */
void prose_paragraph(prose *p, uint32_t words, buffer *b);

#endif
