/* Synthetic records: the same for the same seed, well-formed, and of the promised shape. */
#include "support.h"

#include <expat.h>
#include <string.h>
#include <zlib.h>

#include "synth_article.h"

enum { RECORDS = 300 };

static arena words;
static lexicon lexicon_of_all;

/* The lexicon belongs to the process of one test and goes with it. */
static const lexicon *lexicon_open(void) {
  arena_init(&words);
  lexicon_build(&lexicon_of_all, &words);
  ck_assert(!arena_failed(&words));
  return &lexicon_of_all;
}

/* The records of these PMIDs in a set of their own; the caller finishes the buffer. */
static buffer records_make(uint64_t seed, uint32_t first, uint32_t last) {
  const lexicon *l = lexicon_open();
  buffer b = {0};
  synth_article s = {0};
  buffer_put(&b, "<PubmedArticleSet>");
  for (uint32_t pmid = first; pmid <= last; pmid++) article_write(&s, l, seed, pmid, &b);
  buffer_put(&b, "</PubmedArticleSet>");
  ck_assert(!b.failed);
  article_finish(&s);
  arena_finish(&words);
  return b;
}

static uLong checksum(const buffer *b) {
  return crc32(crc32(0, NULL, 0), (const Bytef *)b->data, (uInt)b->size);
}

/* The checksum is part of the promise: whoever measures on another machine has the same records.
 * Where a change of the generator is meant, it gets a new one. */
START_TEST(same_seed_same_bytes) {
  buffer once = records_make(1, 1, RECORDS), again = records_make(1, 1, RECORDS);
  ck_assert_uint_eq(checksum(&once), checksum(&again));
  ck_assert_msg(checksum(&once) == 0x5f8ba2bf, "checksum 0x%08lx", checksum(&once));
  buffer_finish(&once);
  buffer_finish(&again);
}
END_TEST

START_TEST(another_seed_other_records) {
  buffer one = records_make(1, 1, 20), two = records_make(2, 1, 20);
  ck_assert_uint_ne(checksum(&one), checksum(&two));
  buffer_finish(&one);
  buffer_finish(&two);
}
END_TEST

START_TEST(a_record_does_not_depend_on_those_before) {
  buffer all = records_make(5, 1, 60), last = records_make(5, 60, 60);
  text record = text_slice(buffer_text(&last), strlen("<PubmedArticleSet>"), last.size);
  ck_assert(text_ends(buffer_text(&all), record));
  buffer_finish(&all);
  buffer_finish(&last);
}
END_TEST

/* What a look through the XML counts. */
typedef struct tally {
  uint32_t articles, headings, references, sections, abstracts, authors;
  uint32_t headings_here, fewest_headings, most_headings;
  uint32_t pmid, bad_citations;
  bool in_abstract, in_citation;
  size_t spaces, shortest, longest, words;
  buffer number;
  bool numbered, own;
} tally;

static const char *attribute(const XML_Char **attributes, const char *name) {
  for (; *attributes; attributes += 2)
    if (strcmp(*attributes, name) == 0) return attributes[1];
  return "";
}

static void start(void *data, const XML_Char *name, const XML_Char **attributes) {
  tally *t = data;
  if (strcmp(name, "PubmedArticle") == 0) {
    t->articles++;
    t->headings_here = 0;
    t->own = true;
  }
  t->headings += strcmp(name, "MeshHeading") == 0;
  t->headings_here += strcmp(name, "MeshHeading") == 0;
  t->references += strcmp(name, "Reference") == 0;
  t->authors += strcmp(name, "Author") == 0;
  if (strcmp(name, "Abstract") == 0) t->spaces = 0;
  if (strcmp(name, "AbstractText") == 0) {
    t->sections += *attribute(attributes, "Label") != 0;
    t->in_abstract = true;
    t->spaces++;
  }
  t->numbered =
      strcmp(name, "PMID") == 0 ||
      (strcmp(name, "ArticleId") == 0 && strcmp(attribute(attributes, "IdType"), "pubmed") == 0);
  buffer_clear(&t->number);
}

static void characters(void *data, const XML_Char *letters, int count) {
  tally *t = data;
  if (t->numbered) buffer_add(&t->number, (text){letters, (size_t)count});
  for (int i = 0; t->in_abstract && i < count; i++) t->spaces += letters[i] == ' ';
}

/* The PMIDs of a record: its own twice, then those that it cites, which come before it. */
static void number_end(tally *t) {
  long long number = 0;
  ck_assert(text_to_number(buffer_text(&t->number), &number));
  if (t->own) t->pmid = (uint32_t)number;
  else t->bad_citations += number > t->pmid || number < 1;
  t->own = false;
  t->numbered = false;
}

static void end(void *data, const XML_Char *name) {
  tally *t = data;
  if (t->numbered) number_end(t);
  if (strcmp(name, "AbstractText") == 0) t->in_abstract = false;
  if (strcmp(name, "Abstract") == 0) {
    t->abstracts++;
    t->words += t->spaces;
    if (t->spaces < t->shortest) t->shortest = t->spaces;
    if (t->spaces > t->longest) t->longest = t->spaces;
  }
  if (strcmp(name, "MeshHeadingList") == 0) {
    if (t->headings_here < t->fewest_headings) t->fewest_headings = t->headings_here;
    if (t->headings_here > t->most_headings) t->most_headings = t->headings_here;
  }
}

static tally look_through(const buffer *b) {
  tally t = {.fewest_headings = UINT32_MAX, .shortest = SIZE_MAX};
  XML_Parser parser = XML_ParserCreate("UTF-8");
  ck_assert_ptr_nonnull(parser);
  XML_SetUserData(parser, &t);
  XML_SetElementHandler(parser, start, end);
  XML_SetCharacterDataHandler(parser, characters);
  ck_assert_msg(XML_Parse(parser, b->data, (int)b->size, XML_TRUE) == XML_STATUS_OK, "%s, line %lu",
                XML_ErrorString(XML_GetErrorCode(parser)), XML_GetCurrentLineNumber(parser));
  XML_ParserFree(parser);
  buffer_finish(&t.number);
  return t;
}

START_TEST(records_have_the_promised_shape) {
  enum { FIRST = 5001, LAST = 5600, COUNT = LAST - FIRST + 1 };
  buffer b = records_make(3, FIRST, LAST);
  tally t = look_through(&b);
  ck_assert_uint_eq(t.articles, COUNT);
  ck_assert_uint_eq(t.abstracts, COUNT);
  ck_assert_uint_eq(t.pmid, LAST);
  ck_assert_uint_eq(t.bad_citations, 0);
  ck_assert_uint_ge(t.fewest_headings, 6);
  ck_assert_uint_le(t.most_headings, 16);
  ck_assert_uint_ge(t.words, 180 * COUNT);
  ck_assert_uint_le(t.words, 220 * COUNT);
  ck_assert_uint_ge(t.shortest, 55);
  ck_assert_uint_le(t.longest, 500);
  ck_assert_uint_ge(t.references, COUNT);
  ck_assert_uint_ge(t.sections, COUNT); /* a third has four */
  ck_assert_uint_ge(t.authors, 4 * COUNT);
  ck_assert_uint_ge(b.size, 5000 * COUNT);
  ck_assert_uint_le(b.size, 8000 * COUNT);
  buffer_finish(&b);
}
END_TEST

/* A record's topic decides its words: two records of one topic share more than two of different
 * ones. The places of a topic lie 400 apart at the most twice that. */
START_TEST(citations_share_topics) {
  const lexicon *l = lexicon_open();
  synth_head h = {0}, cited = {0};
  uint32_t found = 0;
  for (uint32_t pmid = 4001; pmid <= 4200; pmid++) {
    head_fill(&h, l, 9, pmid);
    random_stream r = random_open(9, RANDOM_BODY, pmid);
    uint32_t other = head_cite(&h, &r, &cited);
    if (other == 0) continue;
    found++;
    ck_assert_uint_lt(other, pmid);
    ck_assert_uint_le(cited.year, h.year);
    bool shared = false;
    for (uint32_t i = 0; i < h.prose.topic_count; i++)
      shared |= h.prose.topics[i] == cited.prose.topics[0];
    ck_assert_msg(shared, "%u cites %u", pmid, other);
  }
  ck_assert_uint_ge(found, 150);
  head_finish(&h);
  head_finish(&cited);
  arena_finish(&words);
}
END_TEST

SUITE("tools/synth", same_seed_same_bytes, another_seed_other_records,
      a_record_does_not_depend_on_those_before, records_have_the_promised_shape,
      citations_share_topics)
