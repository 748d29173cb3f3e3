/* The records of brute force: read from files or made, put into a library as well, and taken apart
 * here once more, by what each field is said to hold. */
#ifndef CARREL_TESTS_SEARCH_BRUTE_RECORDS_H
#define CARREL_TESTS_SEARCH_BRUTE_RECORDS_H

#include "brute.h"
#include "mesh.h"
#include "read/readers.h"
#include "synthetic.h"

/* ---- Taking apart ---- */

typedef struct brute_parts {
  brute *b;
  brute_record *r;
  unsigned part;
  uint32_t position; /* in the place under way */
  char place;
} brute_parts;

static inline uint32_t brute_number(brute *b, text folded) {
  bool added;
  uint32_t *place = map_put(&b->numbers, folded, &added);
  ck_assert(place != NULL);
  if (!added) return *place;
  *place = (uint32_t)b->words.count;
  *list_push(&b->a, &b->words) = arena_text(&b->a, folded);
  *list_push(&b->a, &b->stems) = arena_text(&b->a, stemmer_stem(b->stemmer, folded));
  return *place;
}

/* Parts of one place have one position between them. */
static inline void brute_part(brute_parts *p, char place, text shown) {
  word next;
  uint32_t start, count = 0;
  if (!shown.size) return;
  if (place != p->place) p->position = 0;
  p->place = place;
  p->part++;
  start = p->position;
  words_start(p->b->walk, shown);
  while (words_next(p->b->walk, &next)) {
    count += next.parts == 1;
    *list_push(&p->b->a, &p->r->tokens) =
        (struct token){brute_number(p->b, next.text), start + next.position, p->part, place};
  }
  p->position = start + count + 1;
}

static inline void brute_sections(brute_parts *p, const sections *list) {
  for (size_t i = 0; i < list->count; i++) {
    brute_part(p, 'A', list->items[i].label);
    brute_part(p, 'A', list->items[i].text);
  }
}

static inline void brute_text_parts(brute_parts *p, const record *r) {
  brute_part(p, 'T', r->title);
  brute_part(p, 'T', r->vernacular_title);
  if (!text_equal(r->book_title, r->title)) brute_part(p, 'T', r->book_title);
  brute_part(p, 'T', r->collection_title);
  brute_part(p, 'T', r->volume_title);
  brute_sections(p, &r->abstract);
  for (size_t i = 0; i < r->other_abstracts.count; i++)
    brute_sections(p, &r->other_abstracts.items[i].sections);
  for (size_t i = 0; i < r->keywords.count; i++) brute_part(p, 'K', r->keywords.items[i].text);
  for (size_t i = 0; i < r->headings.count; i++) {
    text whole = r->headings.items[i].name;
    for (size_t k = 0; k < r->headings.items[i].qualifiers.count; k++)
      whole = arena_join(&p->b->a, whole, TEXT(" "), r->headings.items[i].qualifiers.items[k].name);
    brute_part(p, 'M', whole);
  }
}

static inline void brute_people_parts(brute_parts *p, const record *r) {
  for (size_t i = 0; i < r->people.count; i++)
    brute_part(p, 'N', person_full_name(&r->people.items[i], &p->b->a));
  for (size_t i = 0; i < r->people.count; i++)
    for (size_t k = 0; k < r->people.items[i].affiliations.count; k++)
      brute_part(p, 'F', r->people.items[i].affiliations.items[k]);
}

static inline void brute_other_parts(brute_parts *p, const record *r) {
  for (size_t i = 0; i < r->publication_types.count; i++)
    brute_part(p, 'O', r->publication_types.items[i].name);
  for (size_t i = 0; i < r->substances.count; i++) brute_part(p, 'O', r->substances.items[i].name);
  for (size_t i = 0; i < r->people.count; i++)
    if (text_equal(r->people.items[i].role, TEXT("subject")) || r->people.items[i].collective.size)
      brute_part(p, 'O', person_full_name(&r->people.items[i], &p->b->a));
  for (size_t i = 0; i < r->accessions.count; i++) {
    brute_part(p, 'O', r->accessions.items[i].kind);
    brute_part(p, 'O', r->accessions.items[i].text);
  }
  for (size_t i = 0; i < r->notes.count; i++) brute_part(p, 'O', r->notes.items[i].text);
  brute_part(p, 'J', r->journal);
  if (!text_equal(r->journal, r->journal_abbreviation)) brute_part(p, 'J', r->journal_abbreviation);
  brute_part(p, 'J', r->publisher);
  brute_part(p, 'J', r->series);
  for (size_t i = 0; i < r->grants.count; i++) {
    brute_part(p, 'J', r->grants.items[i].number);
    brute_part(p, 'J', r->grants.items[i].agency);
  }
  for (size_t i = 0; i < r->gene_symbols.count; i++) brute_part(p, 'J', r->gene_symbols.items[i]);
  brute_part(p, 'J', r->conflict_of_interest);
}

/* ---- Into both ---- */

typedef struct brute_library {
  brute b;
  scratch s;
  index_writer *writer;
} brute_library;

/* Records in a segment, so that there are several. */
enum { BRUTE_SEGMENT = 120 };

static inline void brute_take(brute_library *l, brute_record *r) {
  brute_parts p = {.b = &l->b, .r = r};
  article_id id = (article_id)l->b.records.count + 1;
  brute_text_parts(&p, &r->r);
  brute_people_parts(&p, &r->r);
  brute_other_parts(&p, &r->r);
  *list_push(&l->b.a, &l->b.records) = r;
  scratch_insert(&l->s, id, &r->r);
  assert_done(&l->s, index_writer_add_record(l->writer, id, &r->r, &l->s.e));
  if (id % BRUTE_SEGMENT == 0) assert_done(&l->s, index_writer_flush(l->writer, &l->s.e));
}

/* Whether a record with its PMID or DOI has been taken. */
static inline bool brute_is_known(brute *b, const record *r) {
  for (size_t i = 0; i < r->ids.count; i++) {
    bool added;
    if (!identifier_joins(r->ids.items[i].scheme)) continue;
    ck_assert(map_put(&b->ids, identifier_key(&b->a, r->ids.items[i]), &added) != NULL);
    if (!added) return true;
  }
  return false;
}

static inline void brute_read(brute_library *l, input *in, size_t most) {
  ck_assert_msg(in != NULL, "%s", l->s.e.message);
  const reader *from = reader_recognise(input_head(in));
  ck_assert(from != NULL);
  void *state = from->open(in, &l->s.e);
  for (size_t taken = 0; taken < most;) {
    brute_record *r = arena_new(&l->b.a, brute_record);
    record_init(&r->r, &l->b.a);
    read_result result = from->next(state, &r->r, &l->s.e);
    if (result == READ_SKIPPED) continue;
    if (result != READ_RECORD) break;
    if (r->r.deletes || brute_is_known(&l->b, &r->r)) continue;
    brute_take(l, r);
    taken++;
  }
  from->close(state);
  input_close(in);
}

static inline void brute_start(brute_library *l) {
  brute_open(&l->b);
  scratch_open(&l->s);
  l->writer = index_writer_open(l->s.store, &l->s.e);
  assert_done(&l->s, store_begin(l->s.store, &l->s.e));
}

static inline void brute_ready(brute_library *l) {
  assert_done(&l->s, index_writer_flush(l->writer, &l->s.e));
  assert_done(&l->s, store_commit(l->s.store, &l->s.e));
  index_writer_close(l->writer);
}

static inline void brute_end(brute_library *l) {
  scratch_close(&l->s);
  brute_close(&l->b);
}

/* ---- Where they come from ---- */

static inline void brute_read_file(brute_library *l, const char *path, size_t most) {
  brute_read(l, input_open(path, &l->s.e), most);
}

static inline void brute_read_synthetic(brute_library *l, uint32_t count) {
  buffer xml = synthetic_xml(count);
  brute_read(l, input_of_text(buffer_text(&xml), "synthetic", &l->s.e), count);
  buffer_finish(&xml);
}

#endif
