/* The head of a record, and how records cite each other. */
#include "synth_head.h"

#include "synth_names.h"

enum { TRIES = 4, CLASSICS_APART = 16 };

/* In each block of 400 records every topic comes first once, in an order that is an affine map of
 * the place; the map and its inverse need a factor without common divisor with 400. */
static const struct {
  uint32_t factor, inverse;
} maps[] = {{3, 267}, {7, 343}, {11, 291}, {13, 277}, {17, 353}, {19, 379}, {21, 381}, {23, 87}};

static uint32_t topic_first(uint64_t seed, uint32_t block, uint32_t place) {
  uint64_t bits = random_mix(seed ^ ((uint64_t)block + 1) << 24);
  return (maps[bits % 8].factor * place + (uint32_t)(bits >> 32) % TOPICS) % TOPICS;
}

static uint32_t place_of_topic(uint64_t seed, uint32_t block, uint32_t topic) {
  uint64_t bits = random_mix(seed ^ ((uint64_t)block + 1) << 24);
  uint32_t shift = (uint32_t)(bits >> 32) % TOPICS;
  return maps[bits % 8].inverse * (topic + TOPICS - shift) % TOPICS;
}

/* The further topics are drawn with a preference for low numbers, so that topics differ in size. */
static void topics_choose(synth_head *h) {
  uint32_t place = h->pmid - 1;
  h->prose.topic_count = random_between(&h->random, 2, PROSE_TOPICS);
  h->prose.topics[0] = topic_first(h->seed, place / TOPICS, place % TOPICS);
  for (uint32_t i = 1; i < h->prose.topic_count; i++)
    h->prose.topics[i] =
        random_below(&h->random, TOPICS) * random_below(&h->random, TOPICS) / TOPICS;
}

/* More and more articles a year, from 1975 to 2026. */
static void date_choose(synth_head *h) {
  uint32_t back = random_below(&h->random, 1000);
  h->year = 2026 - back * back * 52 / 1000000;
  h->month = random_between(&h->random, 1, 12);
  h->day = random_between(&h->random, 1, 28);
}

static void journal_choose(synth_head *h) {
  random_stream *r = &h->random;
  h->journal = random_percent(r, 60)
                   ? h->prose.topics[0] * 5 + random_below(r, 5)
                   : random_below(r, JOURNALS) * random_below(r, JOURNALS) / JOURNALS;
  h->volume = h->year - 1974 + h->journal % 40;
  h->issue = (h->month + 1) / 2;
  h->page = random_between(r, 1, 1900);
  h->last_page = h->page + random_between(r, 3, 14);
}

/* Each topic has 500 people of its own, some of whom write much more than others. */
static void authors_choose(synth_head *h) {
  random_stream *r = &h->random;
  h->author_count = 1 + random_below(r, 5) + random_below(r, 5);
  for (uint32_t i = 0; i < h->author_count; i++)
    h->authors[i] = h->prose.topics[0] * 500 + random_below(r, 500) * random_below(r, 500) / 500;
}

/* All but the title. */
static void head_begin(synth_head *h, const lexicon *l, uint64_t seed, uint32_t pmid) {
  h->seed = seed;
  h->pmid = pmid;
  h->random = random_open(seed, RANDOM_HEAD, pmid);
  h->prose = (prose){.lexicon = l, .random = &h->random};
  topics_choose(h);
  date_choose(h);
  journal_choose(h);
  authors_choose(h);
}

static void title_write(synth_head *h) {
  buffer_clear(&h->title);
  prose_title(&h->prose, &h->title);
}

void head_fill(synth_head *h, const lexicon *l, uint64_t seed, uint32_t pmid) {
  head_begin(h, l, seed, pmid);
  title_write(h);
}

void head_finish(synth_head *h) { buffer_finish(&h->title); }

/* Two citations in five go to every sixteenth block: the classics, which are cited often. */
uint32_t head_cite(const synth_head *h, random_stream *r, synth_head *cited) {
  uint32_t blocks = (h->pmid - 1) / TOPICS + 1;
  for (int try = 0; try < TRIES; try++) {
    uint32_t topic = h->prose.topics[random_below(r, h->prose.topic_count)];
    uint32_t block = random_percent(r, 40)
                         ? random_below(r, (blocks - 1) / CLASSICS_APART + 1) * CLASSICS_APART
                         : random_below(r, blocks);
    uint32_t pmid = block * TOPICS + place_of_topic(h->seed, block, topic) + 1;
    if (pmid >= h->pmid) continue;
    head_begin(cited, h->prose.lexicon, h->seed, pmid);
    if (cited->year > h->year) continue;
    title_write(cited);
    return pmid;
  }
  return 0;
}
