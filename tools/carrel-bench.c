/* carrel-bench: measures ranking. Not installed.
 *
 *   carrel-bench rank DB QUERIES.tsv [N]         each line 'id TAB words' as `topic`
 *   carrel-bench similar DB IDS.tsv [N]          the first column is an identifier
 *   carrel-bench quality DIR [--plain] [--similar | --texts] [K1 B]
 *   carrel-bench time DB QUERIES.tsv K REPEATS [--topic | --fts5]
 *   carrel-bench boolean DB QUERIES.tsv REPEATS  each line 'id TAB query', or 'id TAB @STRATEGY'
 *   carrel-bench stages SCRATCH FILE...          what the stages of an ingest take by themselves
 *   carrel-bench lists DB                        what its posting lists take to read and to write
 *   carrel-bench start RUNS COMMAND...           a whole command, to its first byte and to its end
 *
 * quality builds a library of DIR/docs.nbib and judges what DIR/queries.tsv finds by DIR/qrels.tsv.
 * rank and similar print 'id TAB identifier TAB rank TAB score'. time ranks every query in this
 * process, REPEATS times, and counts the last: plain ranking of the words, with --topic as `topic`
 * does it, with --fts5 by FTS5's own `ORDER BY rank LIMIT K` on the same file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench_boolean.h"
#include "bench_clock.h"
#include "bench_lists.h"
#include "bench_quality.h"
#include "bench_stages.h"
#include "bench_start.h"
#include "index/index.h"
#include "model/identifier.h"
#include "search/search.h"
#include "text/words.h"

typedef struct bench {
  store *store;
  searcher *searcher;
  arena lines;             /* of the file of queries */
  LIST_OF(kinded) queries; /* kind: the id; text: the words */
  error e;
} bench;

static int fail(const bench *b) {
  fprintf(stderr, "carrel-bench: %s%s%s\n", b->e.file, *b->e.file ? ": " : "", b->e.message);
  return 3;
}

static bool read_queries(bench *b, const char *path) {
  FILE *in = fopen(path, "r");
  char *line = NULL;
  size_t capacity = 0;
  ssize_t size;
  if (!in) return error_set(&b->e, ERROR_SYSTEM, "cannot read %s", path);
  while ((size = getline(&line, &capacity, in)) >= 0) {
    text id, words, whole = text_trim_end((text){line, (size_t)size}, "\r\n");
    if (!text_cut(whole, TEXT("\t"), &id, &words) && !id.size) continue;
    *list_push(&b->lines, &b->queries) =
        (kinded){arena_text(&b->lines, id), arena_text(&b->lines, words)};
  }
  free(line);
  fclose(in);
  return !arena_failed(&b->lines) || error_memory(&b->e);
}

static bool bench_open(bench *b, const char *database, const char *queries) {
  arena_init(&b->lines);
  error_clear(&b->e);
  b->store = library_open(database, STORE_READ, &b->e);
  if (!b->store) return false;
  b->searcher = searcher_open(b->store, &b->e);
  return b->searcher && read_queries(b, queries);
}

static void bench_close(bench *b) {
  searcher_close(b->searcher);
  store_close(b->store);
  arena_finish(&b->lines);
}

/* --- rank and similar --- */

static void print_hits(const kinded *query, const answer *found, const char *origin, arena *a) {
  size_t rank = 0;
  for (size_t i = 0; i < found->hits.count; i++) {
    const hit *h = &found->hits.items[i];
    if (origin && !text_equal(h->origin, text_of(origin))) continue;
    const identifier *id = record_preferred_id(h->record);
    text shown = id ? identifier_short(a, *id) : TEXT("-");
    printf("%.*s\t%.*s\t%zu\t%.6f\n", TEXT_ARG(query->kind), TEXT_ARG(shown), ++rank, h->score);
  }
}

static int run_rank(bench *b, size_t limit, bool similar) {
  arena a;
  arena_init(&a);
  bool good = true;
  for (size_t i = 0; good && i < b->queries.count; i++) {
    const kinded *q = &b->queries.items[i];
    search_request r = {.limit = limit};
    answer found = {0};
    identifier id;
    bool known;
    arena_reset(&a);
    if (!similar) good = search_topic(b->searcher, q->text, &r, &a, &found, &b->e);
    else if (identifier_read(&a, q->kind, &id))
      good = search_similar(b->searcher, id, &r, &a, &found, &known, &b->e);
    if (good) print_hits(q, &found, similar ? "computed" : NULL, &a);
  }
  arena_finish(&a);
  return good ? 0 : fail(b);
}

/* --- time --- */

typedef enum { TIME_PLAIN, TIME_TOPIC, TIME_FTS5 } time_mode;

/* The words of a query, ORed, for FTS5. */
static void fts5_expression(buffer *out, words *walk, text typed) {
  word next;
  buffer_clear(out);
  words_start(walk, typed);
  while (words_next(walk, &next)) {
    if (next.parts > 1) continue;
    buffer_printf(out, "%s\"%.*s\"", out->size ? " OR " : "", TEXT_ARG(next.text));
  }
}

static bool ask_fts5(bench *b, sqlite3_stmt *statement, buffer *expression, size_t k) {
  sqlite3_bind_text(statement, 1, expression->data, (int)expression->size, SQLITE_STATIC);
  sqlite3_bind_int64(statement, 2, (sqlite3_int64)k);
  int rc;
  while ((rc = sqlite3_step(statement)) == SQLITE_ROW) continue;
  sqlite3_reset(statement);
  return rc == SQLITE_DONE || store_fail(b->store, "asking FTS5", &b->e);
}

static bool run_once(bench *b, time_mode mode, size_t k, double *times) {
  arena a;
  buffer expression = {0};
  words *walk = words_create();
  sqlite3_stmt *statement = NULL;
  bool good = walk && sqlite3_prepare_v2(store_database(b->store),
                                         "SELECT rowid FROM text_index WHERE text_index MATCH ?1 "
                                         "ORDER BY rank LIMIT ?2",
                                         -1, &statement, NULL) == SQLITE_OK;
  arena_init(&a);
  for (size_t i = 0; good && i < b->queries.count; i++) {
    text typed = b->queries.items[i].text;
    scored_list best;
    search_request r = {.limit = k, .bare = mode != TIME_TOPIC};
    arena_reset(&a);
    double started = now_ms();
    if (mode == TIME_FTS5) {
      fts5_expression(&expression, walk, typed);
      good = ask_fts5(b, statement, &expression, k);
    } else {
      good = search_rank(b->searcher, typed, &r, &a, &best, &b->e);
    }
    times[i] = now_ms() - started;
  }
  sqlite3_finalize(statement);
  words_destroy(walk);
  buffer_finish(&expression);
  arena_finish(&a);
  return good;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

static int run_time(bench *b, size_t k, int repeats, time_mode mode) {
  size_t n = b->queries.count;
  double *times = calloc(n + 1, sizeof *times), sum = 0;
  bool good = times && n;
  for (int i = 0; good && i < repeats; i++) good = run_once(b, mode, k, times);
  if (!good) {
    free(times);
    return fail(b);
  }
  qsort(times, n, sizeof *times, ascending);
  for (size_t i = 0; i < n; i++) sum += times[i];
  printf("queries %zu mean_ms %.3f p50 %.3f p95 %.3f p99 %.3f max %.3f\n", n, sum / (double)n,
         times[n / 2], times[n * 95 / 100], times[n * 99 / 100], times[n - 1]);
  free(times);
  return 0;
}

static int run_boolean(bench *b, int repeats) {
  for (size_t i = 0; i < b->queries.count; i++) {
    const kinded *q = &b->queries.items[i];
    if (!boolean_measure(b->searcher, q->kind, q->text, repeats, &b->e)) return fail(b);
  }
  return 0;
}

static int run_quality(int count, char **arguments) {
  quality q;
  error e;
  score_parameters p = parameters_default();
  quality_question asked = {.folder = arguments[2]};
  int next = 3;
  error_clear(&e);
  if (count > next && strcmp(arguments[next], "--plain") == 0) asked.request.plain = true, next++;
  if (count > next && strcmp(arguments[next], "--similar") == 0) asked.similar = true, next++;
  if (count > next && strcmp(arguments[next], "--texts") == 0) asked.texts = true, next++;
  if (count > next) p.k1 = strtod(arguments[next++], NULL), asked.request.parameters = &p;
  if (count > next) p.b = strtod(arguments[next++], NULL);
  if (!quality_measure(&asked, &q, &e)) {
    fprintf(stderr, "carrel-bench: %s\n", e.message);
    return 3;
  }
  printf("queries %zu nDCG@10 %.4f MAP %.4f P@5 %.4f P@10 %.4f recall@100 %.4f\n", q.queries,
         q.ndcg_10, q.map, q.precision_5, q.precision_10, q.recall_100);
  return 0;
}

static int run_stages(int count, char **arguments) {
  stages s;
  error e;
  error_clear(&e);
  if (!stages_measure((const char *const *)arguments + 3, count - 3, arguments[2], &s, &e)) {
    fprintf(stderr, "carrel-bench: %s\n", e.message);
    return 3;
  }
  printf("records %lld text_bytes %lld read %.2f content %.2f fts5 %.2f fts5_tuned %.2f seconds\n",
         s.records, s.text_bytes, s.read_seconds, s.content_seconds, s.fts5_seconds,
         s.tuned_seconds);
  return 0;
}

static int run_lists(char **arguments) {
  lists_times t;
  error e;
  error_clear(&e);
  if (!lists_measure(arguments[2], &t, &e)) {
    fprintf(stderr, "carrel-bench: %s\n", e.message);
    return 3;
  }
  printf("lists %lld postings %lld read %.2f write %.2f seconds\n", t.lists, t.postings,
         t.read_seconds, t.write_seconds);
  return 0;
}

static int run_start(char **arguments) {
  start_times times;
  error e;
  error_clear(&e);
  if (!start_measure(arguments + 3, atoi(arguments[2]), &times, &e)) {
    fprintf(stderr, "carrel-bench: %s\n", e.message);
    return 3;
  }
  printf("first_ms %.1f whole_ms %.1f\n", times.first, times.whole);
  return 0;
}

static int usage(void) {
  fputs(
      "usage: carrel-bench rank DB QUERIES.tsv [N]\n"
      "       carrel-bench similar DB IDS.tsv [N]\n"
      "       carrel-bench quality DIR [--plain] [--similar | --texts] [K1 B]\n"
      "       carrel-bench time DB QUERIES.tsv K REPEATS [--topic | --fts5]\n"
      "       carrel-bench boolean DB QUERIES.tsv REPEATS\n"
      "       carrel-bench stages SCRATCH FILE...\n"
      "       carrel-bench lists DB\n"
      "       carrel-bench start RUNS COMMAND...\n",
      stderr);
  return 2;
}

int main(int count, char **arguments) {
  bench b = {0};
  if (count >= 3 && strcmp(arguments[1], "quality") == 0) return run_quality(count, arguments);
  if (count >= 3 && strcmp(arguments[1], "lists") == 0) return run_lists(arguments);
  if (count < 4) return usage();
  if (strcmp(arguments[1], "start") == 0) return run_start(arguments);
  if (strcmp(arguments[1], "stages") == 0) return run_stages(count, arguments);
  const char *mode = arguments[1];
  size_t number = count > 4 ? strtoul(arguments[4], NULL, 10) : 10;
  bool ranks = strcmp(mode, "rank") == 0, similar = strcmp(mode, "similar") == 0;
  bool times = strcmp(mode, "time") == 0 && count >= 6;
  bool boolean = strcmp(mode, "boolean") == 0 && count >= 5;
  if (!ranks && !similar && !times && !boolean) return usage();
  int status = 3;
  if (!bench_open(&b, arguments[2], arguments[3])) {
    status = fail(&b);
  } else if (boolean) {
    status = run_boolean(&b, (int)number);
  } else if (times) {
    const char *how = count > 6 ? arguments[6] : "";
    time_mode timed = strcmp(how, "--topic") == 0  ? TIME_TOPIC
                      : strcmp(how, "--fts5") == 0 ? TIME_FTS5
                                                   : TIME_PLAIN;
    status = run_time(&b, number, atoi(arguments[5]), timed);
  } else {
    status = run_rank(&b, number, similar);
  }
  bench_close(&b);
  return status;
}
