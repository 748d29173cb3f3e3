/* Terms of PubMed's language: what is typed between operators and brackets, gathered token by token
 * until a tag, an operator or a bracket ends it. */
#ifndef CARREL_QUERY_TERM_H
#define CARREL_QUERY_TERM_H

#include "query/level.h"
#include "query/lexer.h"
#include "query/tag.h"

typedef struct term {
  const scope *scope;
  LIST_OF(token) parts; /* words, quoted strings, colons */
} term;

void term_add(term *t, const token *part);
/* Whether this token begins a new term, though no operator or tag has ended the one before. */
bool term_is_ended_by(const term *t, const token *next);
/* Ends a term that has no tag: hands what it holds to `l` and empties it. */
bool term_end_untagged(term *t, levels *l);
/* Ends a term that has one, and empties it. Words before a date go to `l` without the tag. NULL
 * with the error set. */
query *term_end_tagged(term *t, const tag *its, levels *l);
/* Gives a tag to every untagged term of a bracket; *tagged says whether there was one. NULL with
 * the error set. */
query *term_tag_group(const scope *s, query *group, const tag *t, bool *tagged);

#endif
