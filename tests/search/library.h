/* A small library out of records in any format that is read; asking it, and what it answers. */
#ifndef CARREL_TESTS_SEARCH_LIBRARY_H
#define CARREL_TESTS_SEARCH_LIBRARY_H

#include "mesh.h"
#include "model/identifier.h"
#include "query/pubmed.h"
#include "read/readers.h"
#include "search/search.h"

/* Adds the records, which get the numbers from `first` on, as a segment of their own. */
static inline void library_add(scratch *s, const char *records, article_id first) {
  index_writer *w = index_writer_open(s->store, &s->e);
  input *in = input_of_text(text_of(records), "records", &s->e);
  const reader *format = reader_recognise(input_head(in));
  ck_assert_ptr_nonnull(format);
  void *state = format->open(in, &s->e);
  read_result result;
  arena a;
  arena_init(&a);
  assert_done(s, store_begin(s->store, &s->e));
  for (article_id id = first;; id++) {
    record r;
    record_init(&r, &a);
    result = format->next(state, &r, &s->e);
    if (result != READ_RECORD) break;
    scratch_insert(s, id, &r);
    assert_done(s, index_writer_add_record(w, id, &r, &s->e));
  }
  ck_assert_msg(result == READ_END, "%s", s->e.message);
  assert_done(s, index_writer_flush(w, &s->e));
  assert_done(s, store_commit(s->store, &s->e));
  format->close(state);
  input_close(in);
  index_writer_close(w);
  arena_finish(&a);
}

static inline void library_fill(scratch *s, const char *records) { library_add(s, records, 1); }

/* Orders the PMIDs of hits that are parted by spaces: "3 1" becomes "1 3". */
static inline int library_by_number(const void *a, const void *b) {
  long long x = *(const long long *)a, y = *(const long long *)b;
  return (x > y) - (x < y);
}

/* The PMIDs that the query finds, in the order of their numbers, or, `ranked`, as they are ranked;
 * then, behind "|", the notices. */
static inline const char *library_ask(scratch *s, const char *typed, const search_request *r,
                                      bool ranked) {
  static char line[4096];
  long long numbers[64];
  size_t used = 0;
  answer found;
  arena a;
  arena_init(&a);
  searcher *x = searcher_open(s->store, &s->e);
  ck_assert_msg(x != NULL, "%s", s->e.message);
  query_options options = {.today = 20260101};
  query *q = query_parse(text_of(typed), &options, &a, &s->e);
  ck_assert_msg(q != NULL, "%s: %s", typed, s->e.message);
  ck_assert_msg(search_query(x, q, r, &a, &found, &s->e), "%s: %s", typed, s->e.message);
  ck_assert_uint_le(found.hits.count, 64);
  for (size_t i = 0; i < found.hits.count; i++)
    ck_assert(text_to_number(record_id(found.hits.items[i].record, TEXT("pmid")), &numbers[i]));
  if (!ranked) qsort(numbers, found.hits.count, sizeof *numbers, library_by_number);
  line[0] = 0;
  for (size_t i = 0; i < found.hits.count; i++)
    used += (size_t)snprintf(line + used, sizeof line - used, i ? " %lld" : "%lld", numbers[i]);
  for (size_t i = 0; i < found.notices.count; i++)
    used += (size_t)snprintf(line + used, sizeof line - used, "|%.*s",
                             TEXT_ARG(found.notices.items[i]));
  searcher_close(x);
  arena_finish(&a);
  return line;
}

#endif
