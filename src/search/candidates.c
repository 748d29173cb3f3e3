/* A word that stands in an article is among the postings of its stem class; so these find all that
 * can have it as it stands. */
#include "search/candidates.h"

enum {
  MOST_PHRASES = 8, /* of an item; where there are more, it leaves all articles as they are */
  WORTH = 200       /* postings that the text index passes over while it finds one article */
};

void candidates_finish(candidates *c) { set_finish(&c->left); }

typedef struct search {
  evaluation *v;
  unsigned column_set;
  set all;
  uint64_t postings; /* that the text index would have to go through */
} search;

/* Leaves of `found` what has the word. */
static bool keep_word(search *s, text word, set *found) {
  evaluation *v = s->v;
  set having = {0};
  text key = term_key(TEXT(""), stemmer_stem(v->x->stemmer, word), v->a);
  bool good = set_reserve(&having, (uint64_t)v->x->segments.end) || error_memory(v->e);
  good = good && leaf_add_postings(v, key, s->column_set, &having);
  s->postings += set_count(&having);
  set_intersect(found, &having);
  set_finish(&having);
  return good;
}

static bool add_phrase(search *s, const phrase *p, set *found) {
  set one = {0};
  bool good = set_copy(&one, &s->v->x->alive) || error_memory(s->v->e);
  for (size_t i = 0; good && i < p->words.count - p->truncated; i++)
    good = keep_word(s, p->words.items[i], &one);
  good = good && (set_unite(found, &one) || error_memory(s->v->e));
  set_finish(&one);
  return good;
}

static bool keep_item(search *s, const phrases *item) {
  set found = {0};
  bool good = true;
  if (item->count > MOST_PHRASES) return true;
  for (size_t i = 0; good && i < item->count; i++) good = add_phrase(s, &item->items[i], &found);
  set_intersect(&s->all, &found);
  set_finish(&found);
  return good;
}

bool candidates_find(evaluation *v, unsigned column_set, const phrases *items, size_t count,
                     candidates *c) {
  search s = {.v = v, .column_set = column_set};
  *c = (candidates){0};
  if (!v->among || set_count(v->among) > set_count(&v->x->alive) / 4) return true;
  bool good = set_copy(&s.all, &v->x->alive) || error_memory(v->e);
  for (size_t i = 0; good && i < count; i++) good = keep_item(&s, &items[i]);
  good = good && (set_copy(&c->left, &s.all) || error_memory(v->e));
  set_intersect(&c->left, v->among);
  c->few = set_count(&c->left) * WORTH < s.postings;
  set_finish(&s.all);
  return good;
}
