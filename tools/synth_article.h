/* One synthetic record as PubMed XML. */
#ifndef CARREL_TOOLS_SYNTH_ARTICLE_H
#define CARREL_TOOLS_SYNTH_ARTICLE_H

#include "synth_head.h"

/* What is used again from record to record; starts zeroed. */
typedef struct synth_article {
  synth_head head, cited;
  random_stream body;
} synth_article;

/* Adds a <PubmedArticle> to the buffer. */
void article_write(synth_article *s, const lexicon *l, uint64_t seed, uint32_t pmid, buffer *b);
void article_finish(synth_article *s);

#endif
