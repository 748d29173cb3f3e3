/* The ranking against a brute force: random articles go in, are revised and go out in between;
 * after every few changes random questions of words, phrases, truncations and filters are asked,
 * and the best articles and their scores must be those that a plain sum over all articles in double
 * precision gives; and those that the text index gives, where it finds what the postings find. */
#include <math.h>
#include <string.h>

#include "index/content.h"
#include "query/pubmed.h"
#include "scratch.h"
#include "search/score.h"

enum { VOCABULARY = 60, MOST_ARTICLES = 600, ROUNDS = 10, QUESTIONS = 200, BEST = 10 };
enum { MOST_WORDS = 160 /* of an article */, BREAK = VOCABULARY /* between title and abstract */ };

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
  unsigned words[MOST_WORDS]; /* in order; those of the abstract from `abstract_at` on */
  unsigned count, abstract_at, length, year;
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

static void fill_text(known *k, unsigned least, unsigned most, char *out, size_t room) {
  unsigned count = random_below(most) + least;
  size_t used = 0;
  out[0] = 0;
  for (unsigned i = 0; i < count && used + 10 < room; i++) {
    char name[8];
    unsigned w = random_word();
    word_name(w, name);
    used += (size_t)snprintf(out + used, room - used, "%s ", name);
    k->words[k->count++] = w;
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
  fill_text(k, 1, 9, k->title, sizeof k->title);
  k->words[k->count++] = BREAK;
  k->abstract_at = k->count;
  fill_text(k, 0, 120, k->abstract, sizeof k->abstract);
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

/* --- Questions --- */

typedef enum { ASK_WORD, ASK_PHRASE, ASK_BEGINNING } asked_kind;

typedef struct asked {
  asked_kind kind;
  unsigned first, second; /* words; of a beginning the first letter that differs */
  double factor;
} asked;

typedef struct question {
  asked terms[5];
  size_t count;
  bool all;          /* AND instead of OR */
  unsigned from, to; /* years; 0: any */
  unsigned without;  /* a word, or BREAK: none */
  char text[400];
} question;

static void add_term_text(question *q, const asked *one) {
  char first[8], second[8];
  size_t used = strlen(q->text);
  const char *between = q->count > 1 ? q->all ? " AND " : " OR " : "";
  word_name(one->first, first);
  word_name(one->second, second);
  if (one->kind == ASK_WORD) snprintf(q->text + used, 64, "%s%s", between, first);
  if (one->kind == ASK_PHRASE) snprintf(q->text + used, 64, "%s\"%s %s\"", between, first, second);
  if (one->kind == ASK_BEGINNING)
    snprintf(q->text + used, 64, "%szq%c*", between, 'a' + one->first / 26);
}

static bool same_term(const asked *a, const asked *b) {
  return a->kind == b->kind &&
         (a->kind == ASK_BEGINNING ? a->first / 26 == b->first / 26 : a->first == b->first) &&
         (a->kind != ASK_PHRASE || a->second == b->second);
}

static void random_question(question *q) {
  unsigned wanted = 1 + random_below(5);
  *q = (question){.all = random_below(4) == 0, .without = BREAK};
  snprintf(q->text, sizeof q->text, "(");
  for (unsigned i = 0; i < wanted; i++) {
    unsigned roll = random_below(6);
    asked one = {roll < 4    ? ASK_WORD
                 : roll == 4 ? ASK_PHRASE
                             : ASK_BEGINNING,
                 random_word(), random_word(), 0};
    bool again = false;
    for (size_t k = 0; k < q->count; k++) again = again || same_term(&q->terms[k], &one);
    if (again) continue;
    q->terms[q->count++] = one;
    add_term_text(q, &one);
  }
  strcat(q->text, ")");
  if (random_below(3) == 0) {
    q->from = 1980 + random_below(30), q->to = q->from + random_below(20);
    snprintf(q->text + strlen(q->text), 64, " AND %u:%u[dp]", q->from, q->to);
  }
  if (random_below(4) == 0) {
    char name[8];
    q->without = random_word();
    word_name(q->without, name);
    snprintf(q->text + strlen(q->text), 64, " NOT %s", name);
  }
}

/* --- The brute force --- */

/* An article counts in the statistics while a segment holds it, dead or alive. */
static bool counts(const searcher *x, const known *k, article_id id) {
  return k->alive || set_has(&x->segments.dead, (uint64_t)id);
}

static bool stands_at(const known *k, const asked *one, unsigned at) {
  unsigned w = k->words[at];
  if (w == BREAK) return false;
  if (one->kind == ASK_BEGINNING) return w / 26 == one->first / 26;
  if (w != one->first) return false;
  return one->kind == ASK_WORD || (at + 1 < k->count && k->words[at + 1] == one->second);
}

static unsigned frequency(const known *k, const asked *one) {
  unsigned title = 0, abstract = 0;
  for (unsigned at = 0; at < k->count; at++)
    if (stands_at(k, one, at)) *(at < k->abstract_at ? &title : &abstract) += 1;
  return 3 * (title < 7 ? title : 7) + (abstract < 15 ? abstract : 15);
}

/* What the articles say of a term, those that are dead but still stand in a segment among them. */
static void weigh(const world *w, const searcher *x, asked *one) {
  double all = 0, having = 0;
  for (article_id i = 1; i <= w->last; i++) {
    const known *k = &w->articles[i];
    if (!counts(x, k, i)) continue;
    all++;
    having += frequency(k, one) > 0;
  }
  one->factor = log(1 + (all - having + 0.5) / (having + 0.5));
}

static double average_length(const world *w, const searcher *x) {
  double all = 0, words = 0;
  for (article_id i = 1; i <= w->last; i++)
    if (counts(x, &w->articles[i], i)) all++, words += w->articles[i].length;
  return words / all;
}

static bool is_found(const known *k, const question *q) {
  size_t having = 0;
  asked without = {.kind = ASK_WORD, .first = q->without};
  for (size_t i = 0; i < q->count; i++) having += frequency(k, &q->terms[i]) > 0;
  return k->alive && (q->all ? having == q->count : having > 0) &&
         (!q->from || (k->year >= q->from && k->year <= q->to)) &&
         (q->without == BREAK || !frequency(k, &without));
}

static double brute_score(const known *k, const question *q, double average) {
  double score = 0, dampening = 1.6 * (0.25 + 0.75 * k->length / average);
  for (size_t i = 0; i < q->count; i++) {
    double f = frequency(k, &q->terms[i]);
    if (f > 0) score += q->terms[i].factor * f / (f + dampening);
  }
  return score;
}

static int better(const void *a, const void *b) {
  const scored *x = a, *y = b;
  if (fabs(x->score - y->score) > 1e-12) return x->score > y->score ? -1 : 1;
  if (x->day != y->day) return x->day > y->day ? -1 : 1;
  return x->id < y->id ? -1 : 1;
}

/* All that is found, best first; the caller frees it. */
static scored *brute_force(const world *w, const searcher *x, question *q, size_t *found) {
  scored *all = calloc((size_t)w->last + 1, sizeof *all);
  double average = average_length(w, x);
  *found = 0;
  for (size_t i = 0; i < q->count; i++) weigh(w, x, &q->terms[i]);
  for (article_id id = 1; id <= w->last; id++) {
    const known *k = &w->articles[id];
    if (!is_found(k, q)) continue;
    all[(*found)++] = (scored){id, brute_score(k, q, average), (int)k->year * 10000 + 101};
  }
  qsort(all, *found, sizeof *all, better);
  return all;
}

/* --- Comparing --- */

static void compare_question(world *w, searcher *x) {
  question q;
  answer found;
  size_t count;
  arena a;
  arena_init(&a);
  random_question(&q);
  query_options options = {0};
  query *tree = query_parse(text_of(q.text), &options, &a, &w->scratch.e);
  ck_assert_msg(tree != NULL, "%s: %s", q.text, w->scratch.e.message);
  search_request r = {.limit = BEST, .literal = true};
  assert_done(&w->scratch, search_query(x, tree, &r, &a, &found, &w->scratch.e));
  scored *all = brute_force(w, x, &q, &count);
  ck_assert_msg((size_t)found.total == count, "%s finds %lld, brute force %zu", q.text, found.total,
                count);
  for (size_t i = 0; i < found.hits.count; i++) {
    const hit *h = &found.hits.items[i];
    long long id = 0;
    text_to_number(record_id(h->record, TEXT("pmid")), &id);
    ck_assert_msg(id == all[i].id, "%s, rank %zu: %lld (%.9f), brute force %lld (%.9f)", q.text,
                  i + 1, id, h->score, all[i].id, all[i].score);
    ck_assert_double_eq_tol(h->score, all[i].score, 1e-9);
  }
  ck_assert_uint_eq(found.hits.count, count < BEST ? count : BEST);
  free(all);
  arena_finish(&a);
}

/* The same words by their postings and by the text index: the same scores to the last bit, once
 * both are told how many articles have them. */
static void compare_paths(world *w, searcher *x) {
  scored_terms posted = {0}, matched = {0};
  scored_list best[2];
  score_parameters p = parameters_default();
  for (unsigned first = random_below(3), i = first; i < VOCABULARY; i += 7) {
    char name[8];
    long long count;
    word_name(i, name);
    matches *all = arena_new(&w->a, matches);
    text word = arena_text(&w->a, text_of(name));
    text key = searcher_term(x, word, &w->a);
    assert_done(&w->scratch, searcher_count(x, key, &count, &w->scratch.e));
    if (!count) continue;
    assert_done(&w->scratch, matches_find(w->scratch.store, word, NULL, &w->a, all, &w->scratch.e));
    scored_term one = {.columns = (1u << COLUMN_COUNT) - 1, .weight = 1, .records = 1 + i};
    one.term = key, *list_push(&w->a, &posted) = one;
    one.term = TEXT(""), one.found = all, *list_push(&w->a, &matched) = one;
  }
  scored_terms *both[] = {&posted, &matched};
  for (int i = 0; i < 2; i++) {
    assert_done(&w->scratch, score_prepare(x, both[i], &w->scratch.e));
    assert_done(&w->scratch,
                score_best(x, both[i], &p, NULL, BEST, &w->a, &best[i], &w->scratch.e));
  }
  ck_assert_uint_eq(best[0].count, best[1].count);
  for (size_t i = 0; i < best[0].count; i++) {
    ck_assert_int_eq(best[0].items[i].id, best[1].items[i].id);
    ck_assert(best[0].items[i].score == best[1].items[i].score);
  }
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
    compare_paths(&w, x);
    searcher_close(x);
  }
  index_writer_close(w.index);
  scratch_close(&w.scratch);
  arena_finish(&w.a);
  free(w.articles);
}
END_TEST

SUITE("search/ranking", the_best_are_those_of_a_brute_force)
