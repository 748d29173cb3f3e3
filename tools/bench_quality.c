/* Measuring the quality of ranking on a test collection. */
#include "bench_quality.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "index/index.h"
#include "ingest/ingest.h"
#include "model/identifier.h"

/* Articles of each answer that count. */
enum { DEPTH = 1000, DEPTH_SIMILAR = 100 };

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

/* Adds what the answer to one question is worth. */
static void judge(quality *q, const texts *relevant, const answer *found, arena *a) {
  size_t seen = 0;
  double precision = 0, gain = 0, ideal = 0, in_5 = 0, in_10 = 0, in_100 = 0;
  if (!relevant->count) return;
  for (size_t i = 0; i < found->hits.count; i++) {
    const identifier *id = record_preferred_id(found->hits.items[i].record);
    if (!id || !texts_contain(relevant, identifier_short(a, *id))) continue;
    precision += (double)++seen / (double)(i + 1);
    if (i < 10) gain += 1 / log2((double)i + 2);
    in_5 += i < 5;
    in_10 += i < 10;
    in_100 += i < 100;
  }
  for (size_t i = 0; i < relevant->count && i < 10; i++) ideal += 1 / log2((double)i + 2);
  q->queries++;
  q->ndcg_10 += gain / ideal;
  q->map += precision / (double)relevant->count;
  q->precision_5 += in_5 / 5;
  q->precision_10 += in_10 / 10;
  q->recall_100 += in_100 / (double)relevant->count;
}

/* The documents that are relevant to a query. */
static texts relevant_to(const rows *judged, text query, arena *a) {
  texts all = {0};
  for (size_t i = 0; i < judged->count; i++)
    if (text_equal(judged->items[i].columns[0], query))
      *list_push(a, &all) = judged->items[i].columns[1];
  return all;
}

/* The other documents that are relevant to any query to which this one is. */
static texts related_to(const rows *judged, text document, arena *a) {
  texts all = {0};
  for (size_t i = 0; i < judged->count; i++) {
    if (!text_equal(judged->items[i].columns[1], document)) continue;
    texts some = relevant_to(judged, judged->items[i].columns[0], a);
    for (size_t k = 0; k < some.count; k++)
      if (!text_equal(some.items[k], document) && !texts_contain(&all, some.items[k]))
        *list_push(a, &all) = some.items[k];
  }
  return all;
}

/* Whether the document stands in an earlier row. */
static bool met_before(const rows *judged, size_t at) {
  for (size_t i = 0; i < at; i++)
    if (text_equal(judged->items[i].columns[1], judged->items[at].columns[1])) return true;
  return false;
}

static bool ask_topics(searcher *x, const rows *queries, const rows *judged,
                       const search_request *r, quality *q, error *e) {
  arena a;
  bool good = true;
  arena_init(&a);
  for (size_t i = 0; good && i < queries->count; i++) {
    answer found;
    arena_reset(&a);
    good = search_topic(x, queries->items[i].columns[1], r, &a, &found, e);
    texts relevant = relevant_to(judged, queries->items[i].columns[0], &a);
    if (good) judge(q, &relevant, &found, &a);
  }
  arena_finish(&a);
  return good;
}

/* Takes the document that asks out of its answer. */
static void leave_out(answer *found, text document, arena *a) {
  size_t kept = 0;
  for (size_t i = 0; i < found->hits.count; i++) {
    const identifier *id = record_preferred_id(found->hits.items[i].record);
    if (!id || !text_equal(identifier_short(a, *id), document))
      found->hits.items[kept++] = found->hits.items[i];
  }
  found->hits.count = kept;
}

/* Asks by the title and the abstract of a document. */
static bool ask_text(searcher *x, identifier id, text document, const search_request *r, arena *a,
                     answer *found, error *e) {
  buffer words = {0};
  if (!search_show(x, id, a, found, e)) return false;
  if (!found->hits.count) return true;
  const record *asking = found->hits.items[0].record;
  buffer_add(&words, asking->title);
  for (size_t i = 0; i < asking->abstract.count; i++) {
    buffer_put(&words, " ");
    buffer_add(&words, asking->abstract.items[i].text);
  }
  bool good = !words.failed || error_memory(e);
  good = good && search_topic(x, buffer_text(&words), r, a, found, e);
  if (good) leave_out(found, document, a);
  buffer_finish(&words);
  return good;
}

/* Every relevant document asks for those that are relevant with it. */
static bool ask_similar(searcher *x, const rows *judged, const search_request *r, bool texts_ask,
                        quality *q, error *e) {
  arena a;
  bool good = true;
  arena_init(&a);
  for (size_t i = 0; good && i < judged->count; i++) {
    answer found;
    identifier id;
    bool known;
    text document = judged->items[i].columns[1];
    if (met_before(judged, i)) continue;
    arena_reset(&a);
    if (!identifier_read(&a, document, &id)) continue;
    good = texts_ask ? ask_text(x, id, document, r, &a, &found, e)
                     : search_similar(x, id, r, &a, &found, &known, e);
    texts related = related_to(judged, document, &a);
    if (good) judge(q, &related, &found, &a);
  }
  arena_finish(&a);
  return good;
}

static bool ask_all(searcher *x, const quality_question *question, quality *q, error *e) {
  rows queries = {0}, judged = {0};
  arena lasting;
  arena_init(&lasting);
  search_request r = question->request;
  bool documents = question->similar || question->texts;
  r.limit = documents ? DEPTH_SIMILAR + question->texts : DEPTH;
  bool good = read_rows(question->folder, "queries.tsv", &lasting, &queries, e) &&
              read_rows(question->folder, "qrels.tsv", &lasting, &judged, e) &&
              (documents ? ask_similar(x, &judged, &r, question->texts, q, e)
                         : ask_topics(x, &queries, &judged, &r, q, e));
  arena_finish(&lasting);
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

bool quality_measure(const quality_question *question, quality *q, error *e) {
  static const char *const endings[] = {"", "-wal", "-shm"};
  char place[] = "/tmp/carrel-quality-XXXXXX", path[64], file[80];
  *q = (quality){0};
  if (!mkdtemp(place)) return error_set(e, ERROR_SYSTEM, "cannot make a folder below /tmp");
  snprintf(path, sizeof path, "%s/library.db", place);
  store *s = library_open(path, STORE_WRITE, e);
  bool good = s && build(s, question->folder, e);
  searcher *x = good ? searcher_open(s, e) : NULL;
  good = x && ask_all(x, question, q, e);
  searcher_close(x);
  store_close(s);
  for (size_t i = 0; i < 3; i++) {
    snprintf(file, sizeof file, "%s%s", path, endings[i]);
    remove(file);
  }
  remove(place);
  double n = q->queries ? (double)q->queries : 1;
  q->ndcg_10 /= n, q->map /= n, q->precision_5 /= n;
  q->precision_10 /= n, q->recall_100 /= n;
  return good;
}
