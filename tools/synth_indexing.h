/* What an indexer would add to a synthetic record: headings, substances, publication types, grants,
 * keywords; as PubMed XML. */
#ifndef CARREL_TOOLS_SYNTH_INDEXING_H
#define CARREL_TOOLS_SYNTH_INDEXING_H

#include "synth_head.h"

void headings_put(synth_head *h, random_stream *r, buffer *b);
void substances_put(synth_head *h, random_stream *r, buffer *b);
void publication_types_put(random_stream *r, bool foreign, buffer *b);
void grants_put(random_stream *r, buffer *b);
void keywords_put(synth_head *h, random_stream *r, buffer *b);

#endif
