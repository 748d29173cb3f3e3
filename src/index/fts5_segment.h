/* Segments of the text index, written straight into FTS5's own tables.
 *
 * FTS5 takes documents in word by word and merges what it has written again and again. Carrel knows
 * the words of thousands of articles at once, in order: so it writes the segments that FTS5 would
 * have ended with. The format is FTS5's version 4, as SQLite's ext/fts5/fts5_index.c describes it:
 *
 * A segment is a row of pages, each of about FTS5_PAGE_BYTES, in text_index_data. A page begins
 * with two 16-bit numbers, the highest byte first: where its first article number stands if that
 * comes before its first term, else 0; and where its foot begins. In the foot stands for each term
 * how far it begins behind the one before, as a varint. Between stand terms with their lists: the
 * size of the term and its bytes for the first of a page, for others the bytes shared with the term
 * before, the size of the rest, the rest; then for each article the number (the first of a term and
 * of a page as it is, others less the one before), twice the size of the places, and the places. A
 * list goes on from page to page. text_index_idx names for each page with a term the first one.
 *
 * A list that covers many pages without a term has a list of these pages' first articles beside it,
 * by which FTS5 skips. */
#ifndef CARREL_INDEX_FTS5_SEGMENT_H
#define CARREL_INDEX_FTS5_SEGMENT_H

#include <stdint.h>

#include "index/rows.h"
#include "store/articles.h"

/* FTS5 can number this many segments, and has at most so many. */
enum { FTS5_SEGMENTS_MOST = 2000, FTS5_PAGE_BYTES = 4050, FTS5_PAGE_HEAD = 4 };
/* Stands among the places of a word where those of another column begin, before its number. */
enum { FTS5_COLUMN = 1 };

/* The number of a page in text_index_data. */
long long fts5_page_id(long long segment, uint32_t page);

/* Varints as index/varint.h has them. */
void fts5_add_varint(buffer *b, uint64_t number);
/* Takes one off the front; false where the bytes end before it does. */
bool fts5_take_varint(text *rest, uint64_t *number);

typedef struct fts5_writer {
  row_sink rows;
  long long segment;
  uint32_t page;              /* the number of the page under way */
  buffer bytes, foot, term;   /* of it, and the last term */
  size_t last_offset;         /* of a term in the page */
  bool has_term, has_article; /* in the page */
  bool begins;                /* the next article is the first of its term */
  article_id last_article;
  /* The last page with a term, not yet named, and what FTS5 is to skip by. */
  buffer name, skips;
  uint32_t named_page, empty_pages;
  article_id last_skip;
} fts5_writer;

/* Starts a segment, which has no pages yet; its rows go into the sink as row_sink_start has it. A
 * zeroed writer can be started, again and again. */
void fts5_writer_start(fts5_writer *w, store *s, handover *to, long long segment);
void fts5_writer_finish(fts5_writer *w);
/* The articles that follow have the word. Words must rise from call to call. */
bool fts5_writer_word(fts5_writer *w, text word, error *e);
/* Article numbers must rise within a word. `places` are varints: for each place its distance from
 * the one before plus 2; before the first place of a column but the first 1 and the column. */
bool fts5_writer_article(fts5_writer *w, article_id id, text places, error *e);
/* Writes what is left; *pages is how many the segment has. */
bool fts5_writer_end(fts5_writer *w, uint32_t *pages, error *e);

#endif
