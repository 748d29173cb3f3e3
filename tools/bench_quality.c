/* Measuring the quality of ranking on a test collection. */
#include "bench_quality.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "index/index.h"
#include "ingest/ingest.h"
#include "model/identifier.h"

enum { DEPTH = 1000 };

/* One line of a TSV file: up to three columns. */
typedef struct row {
  text columns[3];
} row;
typedef LIST_OF(row) rows;

static bool read_rows(const char *folder, const char *name, arena *a, rows *all, error *e) {
  char *line = NULL;
  size_t capacity = 0;
  ssize_t size;
  text path = arena_printf(a, "%s/%s", folder, name);
  FILE *in = fopen(arena_string(a, path), "r");
  if (!in) return error_set(e, ERROR_SYSTEM, "cannot read %.*s", TEXT_ARG(path));
  while ((size = getline(&line, &capacity, in)) >= 0) {
    text rest = arena_text(a, text_trim_end((text){line, (size_t)size}, "\r\n"));
    row *r = list_push(a, all);
    for (size_t i = 0; i < 3; i++) text_take_until(&rest, '\t', &r->columns[i]);
  }
  free(line);
  fclose(in);
  return !arena_failed(a) || error_memory(e);
}

/* --- Judging --- */

static bool is_relevant(const rows *judged, text query, text document) {
  for (size_t i = 0; i < judged->count; i++)
    if (text_equal(judged->items[i].columns[0], query) &&
        text_equal(judged->items[i].columns[1], document))
      return true;
  return false;
}

static size_t count_relevant(const rows *judged, text query) {
  size_t count = 0;
  for (size_t i = 0; i < judged->count; i++)
    count += text_equal(judged->items[i].columns[0], query);
  return count;
}

/* Adds what one query's answer is worth. */
static void judge(quality *q, const rows *judged, text query, const answer *found, arena *a) {
  size_t relevant = count_relevant(judged, query), seen = 0;
  double precision = 0, gain = 0, ideal = 0, in_5 = 0, in_100 = 0;
  if (!relevant) return;
  for (size_t i = 0; i < found->hits.count; i++) {
    const identifier *id = record_preferred_id(found->hits.items[i].record);
    if (!id || !is_relevant(judged, query, identifier_short(a, *id))) continue;
    precision += (double)++seen / (double)(i + 1);
    if (i < 10) gain += 1 / log2((double)i + 2);
    in_5 += i < 5;
    in_100 += i < 100;
  }
  for (size_t i = 0; i < relevant && i < 10; i++) ideal += 1 / log2((double)i + 2);
  q->queries++;
  q->ndcg_10 += gain / ideal;
  q->map += precision / (double)relevant;
  q->precision_5 += in_5 / 5;
  q->recall_100 += in_100 / (double)relevant;
}

static bool rank_all(searcher *x, const char *folder, const search_request *request, quality *q,
                     error *e) {
  rows queries = {0}, judged = {0};
  arena lasting, a;
  arena_init(&lasting);
  arena_init(&a);
  bool good = read_rows(folder, "queries.tsv", &lasting, &queries, e) &&
              read_rows(folder, "qrels.tsv", &lasting, &judged, e);
  for (size_t i = 0; good && i < queries.count; i++) {
    answer found;
    arena_reset(&a);
    search_request r = *request;
    r.limit = DEPTH;
    good = search_topic(x, queries.items[i].columns[1], &r, &a, &found, e);
    if (good) judge(q, &judged, queries.items[i].columns[0], &found, &a);
  }
  arena_finish(&lasting);
  arena_finish(&a);
  return good;
}

/* --- The library --- */

static bool build(store *s, const char *folder, error *e) {
  char path[1024];
  const char *paths[] = {path};
  ingest_options options = {0};
  ingest_observer nobody = {0};
  ingest_counts counts;
  snprintf(path, sizeof path, "%s/docs.nbib", folder);
  if (!ingest_paths(s, paths, 1, &options, &nobody, &counts, e)) return false;
  return counts.added || error_set(e, ERROR_INPUT, "%s holds no records", path);
}

bool quality_measure(const char *folder, const search_request *request, quality *q, error *e) {
  static const char *const endings[] = {"", "-wal", "-shm"};
  char place[] = "/tmp/carrel-quality-XXXXXX", path[64], file[80];
  *q = (quality){0};
  if (!mkdtemp(place)) return error_set(e, ERROR_SYSTEM, "cannot make a folder below /tmp");
  snprintf(path, sizeof path, "%s/library.db", place);
  store *s = library_open(path, STORE_WRITE, e);
  bool good = s && build(s, folder, e);
  searcher *x = good ? searcher_open(s, e) : NULL;
  good = x && rank_all(x, folder, request, q, e);
  searcher_close(x);
  store_close(s);
  for (size_t i = 0; i < 3; i++) {
    snprintf(file, sizeof file, "%s%s", path, endings[i]);
    remove(file);
  }
  remove(place);
  double n = q->queries ? (double)q->queries : 1;
  q->ndcg_10 /= n, q->map /= n, q->precision_5 /= n, q->recall_100 /= n;
  return good;
}
