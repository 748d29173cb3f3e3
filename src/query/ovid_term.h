/* Terms of Ovid's language: words, phrases and headings to nodes, and the fields they are asked in.
 * Words and phrases have no field until a suffix or the end of the query gives them one. */
#ifndef CARREL_QUERY_OVID_TERM_H
#define CARREL_QUERY_OVID_TERM_H

#include "query/ovid_field.h"
#include "query/ovid_lexer.h"

/* Words and quoted strings side by side, which are a phrase; a number alone is a line. NULL with
 * the error set. */
query *ovid_term(const scope *s, const ovid_token *parts, size_t count);
/* Words in order, as a QUERY_NEAR, as a QUERY_PHRASE where that says it; else as they are. */
query *ovid_phrase(const scope *s, query *sequence);
query *ovid_heading(const scope *s, const ovid_token *t);
/* or/1-5,7 */
query *ovid_combine(const scope *s, const ovid_token *t);
/* `left adj3 right`; either may be an OR, whose items are then alternatives. */
query *ovid_near(const scope *s, query *left, query *right, const ovid_token *adj);
/* Asks everything in q that has no field in these. Lines stay lines unless `numbers` says that
 * numbers are words here. NULL with the error set. */
query *ovid_apply(const scope *s, query *q, const ovid_fields *fields, bool numbers);

#endif
