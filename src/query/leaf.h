/* Leaves: a term as typed and its tag, to the node that it means. */
#ifndef CARREL_QUERY_LEAF_H
#define CARREL_QUERY_LEAF_H

#include "query/tag.h"

/* The term at the bytes from..to of the query, quotes not included, as its tag (NULL: none) says.
 * NULL with the error set. */
query *leaf_read(const scope *s, size_t from, size_t to, bool quoted, const tag *t);
/* One word with its star or wildcards: EXACT (or `plain` instead), PREFIX or WILD; `word` lies in
 * the query and has a letter. NULL with the error set. */
query *leaf_word(const scope *s, text word, query_kind plain);
/* A word that is a name for something of its own: "hasabstract", "10.1000/x", "pmid:123". NULL
 * where it is none. */
query *leaf_bare(const scope *s, text word);
/* "neoplasms/diet therapy" without a tag; NULL where nothing behind the slash is a subheading. */
query *leaf_bare_heading(const scope *s, text typed);

/* The place in the query of a text that lies in it. */
size_t leaf_place(const scope *s, text inside);

#endif
