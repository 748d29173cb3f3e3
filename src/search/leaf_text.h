/* Leaves that are words in columns: single ones, phrases, truncations, proximity. */
#ifndef CARREL_SEARCH_LEAF_TEXT_H
#define CARREL_SEARCH_LEAF_TEXT_H

#include "search/spelling.h"

bool leaf_text_evaluate(evaluation *v, const query *leaf, set *found);
/* The columns that a leaf asks. */
unsigned leaf_columns(const query *leaf);
/* Runs an expression whose items have these phrases, and has what is found count for the leaf. With
 * `near` its items must be near each other. */
bool leaf_ask(evaluation *v, const query *leaf, text expression, const phrases *items,
              const nearness *near, set *found);
/* Tells that a leaf has found nothing. */
void leaf_note_nothing(evaluation *v, const query *leaf);

/* Adds the articles that name a person so, family name first. */
bool leaf_text_add_name(evaluation *v, text folded, bool truncated, set *found, bool *any);

/* One unit of a text that is searched: a word, or the joined form of a compound. */
typedef struct unit {
  text text;       /* folded */
  size_t from, to; /* in the text */
} unit;
typedef LIST_OF(unit) units;
/* The units of a text, joined forms instead of their parts. */
bool text_units(searcher *x, text typed, arena *a, units *list);

#endif
