/* Wildcards inside words: which words of the library are meant. */
#ifndef CARREL_SEARCH_PATTERN_H
#define CARREL_SEARCH_PATTERN_H

#include "search/searcher.h"

/* Whether a folded word is one that the pattern means. `#` stands for one character, `?` for one or
 * none, `$3` for at most three, `*` for any number. */
bool pattern_matches(text pattern, text word);
/* Whether there is a wildcard in it. */
bool pattern_has_wildcard(text folded);
/* The words of the library that a folded pattern means, each once; a few that only gave a stem
 * class its name, and stand in no text, may be among them. */
bool pattern_expand(searcher *x, text pattern, texts *found, arena *a, error *e);

#endif
