/* Stems: which words count as forms of one word. */
#ifndef CARREL_TEXT_STEM_H
#define CARREL_TEXT_STEM_H

#include "base/text.h"

typedef struct stemmer stemmer;
stemmer *stemmer_create(void); /* NULL when there is no memory */
void stemmer_destroy(stemmer *s);
/* The stem class of a folded word (Snowball `english`); a word with a digit or of fewer than three
 * letters is its own. Valid until the next call; never empty for a word that is not. */
text stemmer_stem(stemmer *s, text word);

/* Whether a folded word is one of PubMed's stop words (PubMed User Guide). */
bool word_is_stop(text word);

#endif
