/* The ranking against a brute force: random articles go in, are revised and go out in between;
 * after every few changes random questions are asked, and the best articles and their scores must
 * be those that a plain sum over all articles in double precision gives. */
#include <math.h>
#include <string.h>

#include "index/content.h"
#include "scratch.h"
#include "search/score.h"

enum { VOCABULARY = 60, MOST_ARTICLES = 600, ROUNDS = 10, QUESTIONS = 15, BEST = 10 };

/* The test's own random numbers (xorshift), the same everywhere. */
static uint64_t random_state = 88172645463325252u;
static unsigned random_below(unsigned end) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return (unsigned)(random_state % end);
}

/* What the test knows of each number that was ever given. */
typedef struct known {
  unsigned counts[VOCABULARY][COLUMN_COUNT];
  unsigned length, year;
  char title[400], abstract[1600];
  bool alive;
} known;

typedef struct world {
  scratch scratch;
  index_writer *index;
  known *articles; /* by number */
  article_id last;
  arena a;
} world;

/* Words that no stemmer changes: a letter and digits would be taken apart. */
static void word_name(unsigned number, char out[8]) {
  snprintf(out, 8, "zq%c%ck", 'a' + number / 26, 'a' + number % 26);
}

/* Low numbers come often, high ones seldom. */
static unsigned random_word(void) {
  unsigned roll = random_below(VOCABULARY);
  return roll * (random_below(VOCABULARY) + 1) / VOCABULARY;
}

static void fill_text(known *k, unsigned column, unsigned most, char *out, size_t room) {
  unsigned count = random_below(most) + (column == COLUMN_TITLE);
  size_t used = 0;
  out[0] = 0;
  for (unsigned i = 0; i < count && used + 10 < room; i++) {
    char name[8];
    unsigned w = random_word();
    word_name(w, name);
    used += (size_t)snprintf(out + used, room - used, "%s ", name);
    k->counts[w][column]++;
    k->length++;
  }
}

static void make_record(const known *k, article_id id, record *r, arena *a) {
  record_init(r, a);
  record_add_id(r, TEXT("pmid"), arena_printf(a, "%lld", id));
  r->title = text_of(k->title);
  if (*k->abstract) list_push(a, &r->abstract)->text = text_of(k->abstract);
  r->published = arena_printf(a, "%u", k->year);
}

static void add_article(world *w) {
  article_id id = ++w->last;
  known *k = &w->articles[id];
  record r;
  k->alive = true;
  k->year = 1980 + random_below(40);
  fill_text(k, COLUMN_TITLE, 9, k->title, sizeof k->title);
  fill_text(k, COLUMN_ABSTRACT, 120, k->abstract, sizeof k->abstract);
  make_record(k, id, &r, &w->a);
  scratch_insert(&w->scratch, id, &r);
  assert_done(&w->scratch, index_writer_add_record(w->index, id, &r, &w->scratch.e));
}

static void remove_article(world *w) {
  article_id id = 1 + random_below((unsigned)w->last);
  known *k = &w->articles[id];
  record r;
  if (!k->alive) return;
  k->alive = false;
  make_record(k, id, &r, &w->a);
  assert_done(&w->scratch, index_writer_remove(w->index, id, &w->scratch.e));
  assert_done(&w->scratch, article_remove(w->scratch.store, id, &r, &w->scratch.e));
}

static void change_library(world *w) {
  unsigned more = 1 + random_below(120);
  assert_done(&w->scratch, store_begin(w->scratch.store, &w->scratch.e));
  for (unsigned i = 0; i < more && w->last + 1 < MOST_ARTICLES; i++) add_article(w);
  for (unsigned i = 0; i < more / 5; i++) remove_article(w);
  assert_done(&w->scratch, index_writer_flush(w->index, &w->scratch.e));
  assert_done(&w->scratch, store_commit(w->scratch.store, &w->scratch.e));
}

/* --- The brute force --- */

/* An article counts in the statistics while a segment holds it, dead or alive. */
static bool counts(const searcher *x, const known *k, article_id id) {
  return k->alive || set_has(&x->segments.dead, (uint64_t)id);
}

static unsigned frequency(const known *k, unsigned w) {
  static const unsigned most[] = {[COLUMN_TITLE] = 7, [COLUMN_ABSTRACT] = 15};
  unsigned f = 0;
  for (unsigned c = COLUMN_TITLE; c <= COLUMN_ABSTRACT; c++)
    f += columns[c].weight * (k->counts[w][c] < most[c] ? k->counts[w][c] : most[c]);
  return f;
}

static double brute_score(const world *w, const searcher *x, const unsigned *asked, size_t count,
                          article_id id) {
  double all = 0, words = 0, score = 0;
  for (article_id i = 1; i <= w->last; i++)
    if (counts(x, &w->articles[i], i)) all++, words += w->articles[i].length;
  for (size_t t = 0; t < count; t++) {
    double having = 0, f = frequency(&w->articles[id], asked[t]);
    for (article_id i = 1; i <= w->last; i++)
      having += counts(x, &w->articles[i], i) && frequency(&w->articles[i], asked[t]);
    double idf = log(1 + (all - having + 0.5) / (having + 0.5));
    double k = 1.2 * (0.25 + 0.75 * w->articles[id].length / (words / all));
    if (f > 0) score += idf * f / (f + k);
  }
  return score;
}

static int better(const void *a, const void *b) {
  const scored *x = a, *y = b;
  if (fabs(x->score - y->score) > 1e-12) return x->score > y->score ? -1 : 1;
  if (x->day != y->day) return x->day > y->day ? -1 : 1;
  return x->id < y->id ? -1 : 1;
}

static void compare_question(world *w, searcher *x) {
  unsigned asked[6];
  size_t count = 0, wanted = 1 + random_below(5), found = 0;
  scored_terms terms = {0};
  while (count < wanted) {
    unsigned one = random_word();
    char name[8];
    text term;
    bool double_word = false;
    for (size_t i = 0; i < count; i++) double_word = double_word || asked[i] == one;
    word_name(one, name);
    assert_done(&w->scratch, word_find(w->scratch.store, &x->segments, text_of(name), &w->a, &term,
                                       &w->scratch.e));
    if (double_word || !term.size) {
      wanted--;
      continue;
    }
    asked[count++] = one;
    *list_push(&w->a, &terms) =
        (scored_term){.term = term, .columns = (1u << COLUMN_COUNT) - 1, .weight = 1};
  }
  scored *all = calloc((size_t)w->last + 1, sizeof *all);
  for (article_id id = 1; id <= w->last; id++) {
    double score = w->articles[id].alive ? brute_score(w, x, asked, count, id) : 0;
    if (score > 0) all[found++] = (scored){id, score, (int)w->articles[id].year * 10000 + 101};
  }
  qsort(all, found, sizeof *all, better);
  scored_list best;
  score_parameters p = parameters_default();
  assert_done(&w->scratch, score_prepare(x, &terms, &w->a, &w->scratch.e));
  assert_done(&w->scratch, score_best(x, &terms, &p, NULL, BEST, &w->a, &best, &w->scratch.e));
  ck_assert_uint_eq(best.count, found < BEST ? found : BEST);
  for (size_t i = 0; i < best.count; i++) {
    ck_assert_msg(best.items[i].id == all[i].id, "rank %zu: %lld (%.9f), brute force %lld (%.9f)",
                  i + 1, best.items[i].id, best.items[i].score, all[i].id, all[i].score);
    ck_assert_double_eq_tol(best.items[i].score, all[i].score, 1e-9);
  }
  free(all);
}

START_TEST(the_best_are_those_of_a_brute_force) {
  world w = {.articles = calloc(MOST_ARTICLES + 1, sizeof(known))};
  arena_init(&w.a);
  scratch_open(&w.scratch);
  w.index = index_writer_open(w.scratch.store, &w.scratch.e);
  ck_assert_ptr_nonnull(w.index);
  for (int round = 0; round < ROUNDS; round++) {
    change_library(&w);
    searcher *x = searcher_open(w.scratch.store, &w.scratch.e);
    ck_assert_msg(x != NULL, "%s", w.scratch.e.message);
    for (int i = 0; i < QUESTIONS; i++) compare_question(&w, x);
    searcher_close(x);
  }
  index_writer_close(w.index);
  scratch_close(&w.scratch);
  arena_finish(&w.a);
  free(w.articles);
}
END_TEST

SUITE("search/ranking", the_best_are_those_of_a_brute_force)
