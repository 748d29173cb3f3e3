/* Walking over a segment of the text index: its words in order, and the articles of each. */
#ifndef CARREL_INDEX_FTS5_WALK_H
#define CARREL_INDEX_FTS5_WALK_H

#include "index/fts5_segment.h"

typedef struct fts5_walk {
  store *store;
  long long segment;
  sqlite3_stmt *pages;
  text page;       /* the page under way, without its foot */
  text foot;       /* what is left of it */
  size_t at, next; /* in the page: where to go on, where the next term begins or the page ends */
  bool no_term, no_article; /* of the page has been read */
  bool begins;              /* the next article is the first of its word */
  buffer term;              /* with the byte that FTS5 puts before it */
  buffer places;            /* of the last article */
  text word;                /* of the last step */
  article_id article;       /* of the last step */
  bool more, ended;         /* words; pages */
} fts5_walk;

/* Stands at the first word, or has no more. False with `e` set on failure; fts5_walk_finish is due
 * in any case. */
bool fts5_walk_open(fts5_walk *w, store *s, long long segment, error *e);
/* Goes on to the next word, once all articles of the last have been read. */
bool fts5_walk_word(fts5_walk *w, error *e);
/* Goes on to the next article of the word, with its places; *more is false behind the last. */
bool fts5_walk_article(fts5_walk *w, bool *more, error *e);
void fts5_walk_finish(fts5_walk *w);

/* How many places an article has for a word. */
size_t fts5_places_count(text places);

#endif
