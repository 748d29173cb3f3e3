/* Sentences out of the lexicon. */
#include "synth_prose.h"

#include "synth_names.h"

/* Of a hundred words of content, how many come from the topics and from the common words; the rest
 * is from the whole vocabulary. */
enum { FROM_TOPICS = 50, FROM_COMMON = 42, REPEATED = 20, PAIRED = 40, PAIRED_RANKS = 64 };

static uint32_t topic_choose(prose *p) {
  static const uint32_t shares[] = {0, 0, 0, 1, 1, 2};
  return p->topics[shares[random_below(p->random, 6)] % p->topic_count];
}

/* The frequent words of a topic, two by two, form terms such as "breast cancer". */
static uint32_t topic_draw(prose *p) {
  const uint32_t *words = p->lexicon->topics[topic_choose(p)];
  uint32_t rank = alias_draw(&p->lexicon->topic, p->random);
  bool pairs = rank % 2 == 0 && rank < PAIRED_RANKS && random_percent(p->random, PAIRED);
  if (pairs) p->partner = words[rank + 1];
  return words[rank];
}

static uint32_t fresh_draw(prose *p) {
  const lexicon *l = p->lexicon;
  uint32_t percent = random_below(p->random, 100);
  if (percent < FROM_TOPICS) return topic_draw(p);
  if (percent < FROM_TOPICS + FROM_COMMON)
    return l->function_count + alias_draw(&l->common, p->random);
  return l->function_count + l->common_count + alias_draw(&l->background, p->random);
}

uint32_t prose_draw(prose *p) {
  uint32_t word = p->partner;
  p->partner = 0;
  if (word == 0 && p->recent_count > 0 && random_percent(p->random, REPEATED)) {
    uint32_t filled = p->recent_count < PROSE_RECENT ? p->recent_count : PROSE_RECENT;
    return p->recent[random_below(p->random, filled)];
  }
  if (word == 0) word = fresh_draw(p);
  p->recent[p->recent_count++ % PROSE_RECENT] = word;
  return word;
}

uint32_t prose_draw_topical(prose *p) {
  return p->lexicon->topics[topic_choose(p)][random_below(p->random, PAIRED_RANKS)];
}

static void number_put(prose *p, buffer *b) {
  uint32_t n = random_between(p->random, 1, 99), part = random_below(p->random, 10);
  uint32_t percent = random_below(p->random, 100);
  if (percent < 5) put(b, "(n = %u)", n * 7 + part);
  else if (percent < 10) put(b, "(P &lt; 0.0%u)", 1 + part % 5);
  else if (percent < 13) put(b, "%u.%u mg", n / 4, part);
  else if (percent < 16) put(b, "%u.%u-fold", n / 8 + 1, part);
  else if (percent < 50) put(b, "%u.%u%%", n, part);
  else put(b, "%u", n);
}

void prose_title(prose *p, buffer *b) {
  static const char *const links[] = {"of", "in", "and", "the", "with", "for", "on", "by", "from"};
  uint32_t left = random_between(p->random, 8, 16);
  bool linked = true, first = true;
  for (; left > 0; left--, first = false) {
    if (!first) buffer_put(b, " ");
    if (!linked && left > 1 && p->partner == 0 && random_percent(p->random, 38)) {
      buffer_add(b, text_of(links[random_below(p->random, sizeof links / sizeof *links)]));
      linked = true;
    } else if (random_percent(p->random, 2)) {
      buffer_add(b, lexicon_compound(p->topics[0], random_below(p->random, 2)));
      linked = false;
    } else {
      lexicon_put(p->lexicon, prose_draw(p), first, b);
      linked = false;
    }
  }
}

/* About two words in five are function words, and never the last one of a sentence. */
static void sentence_put(prose *p, uint32_t words, buffer *b) {
  for (uint32_t i = 0; i < words; i++) {
    bool first = i == 0, last = i + 1 == words;
    uint32_t percent = random_below(p->random, 100);
    if (!first) buffer_put(b, " ");
    if (percent < 42 && !last && p->partner == 0) {
      lexicon_put(p->lexicon, alias_draw(&p->lexicon->functions, p->random), first, b);
    } else if (percent < 45 && !first && p->partner == 0) {
      number_put(p, b);
    } else if (percent < 46 && !first && p->partner == 0) {
      buffer_add(b, lexicon_compound(p->topics[0], random_below(p->random, 2)));
    } else {
      lexicon_put(p->lexicon, prose_draw(p), first, b);
      if (percent > 94 && !last && p->partner == 0) buffer_put(b, ",");
    }
  }
  buffer_put(b, ".");
}

void prose_paragraph(prose *p, uint32_t words, buffer *b) {
  while (words > 0) {
    uint32_t count = random_between(p->random, 11, 29);
    if (count + 8 > words) count = words;
    sentence_put(p, count, b);
    words -= count;
    if (words > 0) buffer_put(b, " ");
  }
}
