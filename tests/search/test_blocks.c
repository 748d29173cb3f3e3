/* Ranking over lists that are long enough to be packed, against a plain sum over all articles: for
 * many parameters, and among some of the articles only. */
#include <math.h>
#include <string.h>

#include "scratch.h"
#include "search/score.h"

enum { WORDS = 40, ARTICLES = 7000, QUESTIONS = 150 };

static uint64_t random_state = 88172645463325252u;
static unsigned random_below(unsigned end) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return (unsigned)(random_state % end);
}

static struct {
  uint8_t counts[WORDS]; /* in the abstract */
  uint8_t title;         /* the one word of it */
  unsigned length;
} articles[ARTICLES + 1];

/* Words that no stemmer changes. */
static void add_word(buffer *b, unsigned word) {
  buffer_printf(b, "zq%c%ck ", 'a' + (int)word / 26, 'a' + (int)word % 26);
}

static void add_article(scratch *s, index_writer *w, article_id id) {
  buffer title = {0}, abstract = {0};
  arena a;
  record r;
  arena_init(&a);
  record_init(&r, &a);
  articles[id].title = (uint8_t)random_below(WORDS);
  add_word(&title, articles[id].title);
  r.title = buffer_text(&title);
  for (unsigned i = random_below(14); i; i--) {
    unsigned word = random_below(1 + random_below(WORDS));
    articles[id].counts[word]++;
    articles[id].length++;
    add_word(&abstract, word);
  }
  articles[id].length++;
  if (abstract.size) list_push(&a, &r.abstract)->text = buffer_text(&abstract);
  r.published = arena_printf(&a, "%d", 1990 + (int)id % 30);
  scratch_insert(s, id, &r);
  assert_done(s, index_writer_add_record(w, id, &r, &s->e));
  buffer_finish(&title);
  buffer_finish(&abstract);
  arena_finish(&a);
}

static double frequency(const score_parameters *p, unsigned word, article_id id) {
  return p->weights[COLUMN_ABSTRACT] * articles[id].counts[word] +
         (articles[id].title == word ? p->weights[COLUMN_TITLE] : 0);
}

/* Articles that have the word at all. */
static double having(unsigned word) {
  double count = 0;
  for (article_id id = 1; id <= ARTICLES; id++)
    count += articles[id].counts[word] || articles[id].title == word;
  return count;
}

static double brute_score(const score_parameters *p, const unsigned *asked, const double *idf,
                          size_t count, article_id id, double average) {
  double sum = 0, k = p->k1 * (1 - p->b + p->b * articles[id].length / average);
  for (size_t i = 0; i < count; i++) {
    double f = frequency(p, asked[i], id);
    if (f > 0) sum += idf[i] * f / (f + k);
  }
  return sum;
}

static int better(const void *a, const void *b) {
  const scored *x = a, *y = b;
  if (fabs(x->score - y->score) > 1e-12) return x->score > y->score ? -1 : 1;
  if (x->day != y->day) return x->day > y->day ? -1 : 1;
  return x->id < y->id ? -1 : 1;
}

static void ask(scratch *s, searcher *x, const score_parameters *p, const set *within, size_t k,
                arena *a) {
  static scored all[ARTICLES + 1];
  unsigned asked[5];
  double idf[5], average = (double)x->segments.words / ARTICLES;
  size_t count = 1 + random_below(5), found = 0;
  scored_terms terms = {0};
  scored_list best;
  unsigned first = random_below(WORDS);
  for (size_t i = 0; i < count; i++) {
    char name[8];
    asked[i] = (first + (unsigned)i * (1 + random_below(2) * 4)) % WORDS;
    for (size_t j = 0; j < i; j++)
      if (asked[j] == asked[i]) asked[i] = (asked[i] + 1) % WORDS;
    snprintf(name, sizeof name, ":zq%c%ck", 'a' + (int)asked[i] / 26, 'a' + (int)asked[i] % 26);
    double n = having(asked[i]);
    idf[i] = log(1 + (ARTICLES - n + 0.5) / (n + 0.5));
    *list_push(a, &terms) = (scored_term){
        .term = arena_printf(a, "%s", name), .columns = (1u << COLUMN_COUNT) - 1, .weight = 1};
  }
  for (article_id id = 1; id <= ARTICLES; id++) {
    double score = brute_score(p, asked, idf, count, id, average);
    if (score > 0 && (!within || set_has(within, (uint64_t)id)))
      all[found++] = (scored){id, score, (1990 + (int)id % 30) * 10000 + 101};
  }
  qsort(all, found, sizeof *all, better);
  assert_done(s, score_prepare(x, &terms, &s->e));
  assert_done(s, score_best(x, &terms, p, within, k, a, &best, &s->e));
  ck_assert_uint_eq(best.count, found < k ? found : k);
  for (size_t i = 0; i < best.count; i++) {
    ck_assert_double_eq_tol(best.items[i].score, all[i].score, 1e-9);
    ck_assert_msg(best.items[i].id == all[i].id, "rank %zu: %lld, not %lld", i + 1,
                  best.items[i].id, all[i].id);
  }
}

START_TEST(blocks_give_what_all_articles_give) {
  scratch s;
  arena a;
  set some = {0};
  scratch_open(&s);
  arena_init(&a);
  index_writer *w = index_writer_open(s.store, &s.e);
  assert_done(&s, store_begin(s.store, &s.e));
  for (article_id id = 1; id <= ARTICLES; id++) add_article(&s, w, id);
  assert_done(&s, index_writer_flush(w, &s.e));
  assert_done(&s, store_commit(s.store, &s.e));
  searcher *x = searcher_open(s.store, &s.e);
  ck_assert_msg(x != NULL, "%s", s.e.message);
  ck_assert(set_reserve(&some, ARTICLES + 1));
  for (article_id id = 1; id <= ARTICLES; id++)
    if (id / 300 % 3 == 1 && random_below(4)) set_add(&some, (uint64_t)id);
  for (int i = 0; i < QUESTIONS; i++) {
    score_parameters p = parameters_default();
    if (i % 3 == 1) p.k1 = 0.1 * (1 + random_below(30)), p.b = 0.1 * random_below(11);
    if (i % 5 == 2) p.weights[COLUMN_TITLE] = 1 + random_below(9);
    ask(&s, x, &p, i % 4 == 3 ? &some : NULL, i % 10 == 9 ? 2000 : 10, &a);
    arena_reset(&a);
  }
  searcher_close(x);
  index_writer_close(w);
  set_finish(&some);
  scratch_close(&s);
  arena_finish(&a);
}
END_TEST

SUITE("search/blocks", blocks_give_what_all_articles_give)
