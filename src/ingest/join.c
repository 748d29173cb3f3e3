/* Deciding what becomes of a record. */
#include "ingest/join.h"

#include "ingest/contribution.h"
#include "model/identifier.h"

bool join_init(join *j, store *s, error *e) {
  *j = (join){.store = s};
  arena_init(&j->scratch);
  j->index = index_writer_open(s, e);
  return j->index && article_last(s, &j->last, e);
}

void join_finish(join *j) {
  index_writer_close(j->index);
  arena_finish(&j->scratch);
  article_row_finish(&j->merged);
}

bool join_forget(join *j, error *e) {
  index_writer_forget(j->index);
  return article_last(j->store, &j->last, e);
}

/* --- Finding --- */

/* Whether two records name different articles in a scheme that gives each article one name. */
static bool differ(const identifiers *a, const identifiers *b) {
  static const text schemes[] = {TEXT_STATIC("pmid"), TEXT_STATIC("doi")};
  for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
    text x = identifiers_find(a, schemes[i]), y = identifiers_find(b, schemes[i]);
    if (x.size && y.size && !text_equal(x, y)) return true;
  }
  return false;
}

/* The article that the record is about, 0 where it is new. *known is then its record. */
static bool find_known(join *j, const record *r, article_id *found, record *known, error *e) {
  *found = 0;
  for (size_t i = 0; i < r->ids.count; i++) {
    article_id id;
    bool there;
    if (!identifier_joins(r->ids.items[i].scheme)) continue;
    if (!article_find(j->store, r->ids.items[i], &id, e)) return false;
    if (!id) continue;
    record_init(known, &j->scratch);
    if (!article_get(j->store, id, known, &there, e)) return false;
    if (!there || differ(&known->ids, &r->ids)) continue;
    *found = id;
    return true;
  }
  return true;
}

/* --- Changing --- */

static bool add_article(join *j, const article_row *row, const document *d, error *e) {
  j->last++;
  return article_insert(j->store, j->last, row, j->file, e) &&
         index_writer_add(j->index, j->last, d, e);
}

static bool add_merged(join *j, const record *r, error *e) {
  j->last++;
  return article_row_fill(&j->merged, r, e) &&
         article_insert(j->store, j->last, &j->merged, j->file, e) &&
         index_writer_add_record(j->index, j->last, r, e);
}

static bool remove_article(join *j, article_id id, const record *known, error *e) {
  return index_writer_remove(j->index, id, e) && article_remove(j->store, id, known, e);
}

static bool delete_record(join *j, const record *r, error *e) {
  for (size_t i = 0; i < r->ids.count; i++) {
    article_id id;
    bool there;
    record known;
    if (!article_find(j->store, r->ids.items[i], &id, e)) return false;
    if (!id) continue;
    record_init(&known, &j->scratch);
    if (!article_get(j->store, id, &known, &there, e)) return false;
    if (!there) continue;
    if (!contributions_drop(j->store, id, e) || !remove_article(j, id, &known, e)) return false;
    j->counts.deleted++;
    return true;
  }
  return true;
}

/* The known article takes the record in. */
static bool revise(join *j, article_id id, record *known, const article_row *row, error *e) {
  record merged;
  bool changed;
  contribution own = {.record = row->record, .file = j->file, .checksum = row->checksum};
  if (!contributions_join(j->store, id, known, &own, &j->scratch, &merged, &changed, e))
    return false;
  if (!changed) {
    j->counts.unchanged++;
    return true;
  }
  if (!remove_article(j, id, known, e) || !add_merged(j, &merged, e)) return false;
  if (!contributions_move(j->store, id, j->last, e)) return false;
  j->counts.revised++;
  return true;
}

bool join_record(join *j, const article_row *row, const document *d, error *e) {
  const record *r = row->record;
  arena_reset(&j->scratch);
  if (r->deletes) return delete_record(j, r, e);
  article_id id;
  record known;
  if (!find_known(j, r, &id, &known, e)) return false;
  if (id) return revise(j, id, &known, row, e);
  j->counts.added++;
  return add_article(j, row, d, e);
}
