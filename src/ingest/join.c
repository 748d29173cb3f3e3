/* Deciding what becomes of a record. */
#include "ingest/join.h"

#include "model/identifier.h"

bool join_init(join *j, store *s, bool trial, error *e) {
  *j = (join){.store = s};
  arena_init(&j->scratch);
  if (!trial && !(j->index = index_writer_open(s, e))) return false;
  return article_last(s, &j->last, e);
}

void join_finish(join *j) {
  index_writer_close(j->index);
  arena_finish(&j->scratch);
  article_row_finish(&j->merged);
}

bool join_flush(join *j, error *e) { return !j->index || index_writer_flush(j->index, e); }

double join_fullness(const join *j) { return j->index ? index_writer_fullness(j->index) : 0; }

bool join_forget(join *j, error *e) {
  if (j->index) index_writer_forget(j->index);
  return article_last(j->store, &j->last, e);
}

/* --- Finding --- */

/* An article that is known, and what is said of it. */
typedef struct known {
  article_id id;
  record record;
} known;
typedef LIST_OF(known) known_list;

/* Whether two records name different articles in a scheme that gives each article one name. */
static bool differ(const record *a, const record *b) {
  static const text schemes[] = {TEXT_STATIC("pmid"), TEXT_STATIC("doi")};
  for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
    text x = record_id(a, schemes[i]), y = record_id(b, schemes[i]);
    if (x.size && y.size && !text_equal(x, y)) return true;
  }
  return false;
}

static bool is_listed(const known_list *all, article_id id) {
  for (size_t i = 0; i < all->count; i++)
    if (all->items[i].id == id) return true;
  return false;
}

/* Adds the article, unless it differs from the record or from one that is in the list. */
static bool add_known(join *j, article_id id, const record *r, known_list *all, error *e) {
  known one = {.id = id};
  bool there;
  record_init(&one.record, &j->scratch);
  if (!article_get(j->store, id, &one.record, &there, e)) return false;
  bool fits = there && !differ(&one.record, r);
  for (size_t i = 0; fits && i < all->count; i++)
    fits = !differ(&one.record, &all->items[i].record);
  if (fits) *list_push(&j->scratch, all) = one;
  return true;
}

/* The articles that the record is about: none where it is new, several where it shows that they
 * are one. */
static bool find_known(join *j, const record *r, known_list *all, error *e) {
  for (size_t i = 0; i < r->ids.count; i++) {
    article_id id;
    if (!identifier_joins(r->ids.items[i].scheme)) continue;
    if (!article_find(j->store, r->ids.items[i], &id, e)) return false;
    if (id && !is_listed(all, id) && !add_known(j, id, r, all, e)) return false;
  }
  return true;
}

/* Whether a later file of NLM's has deleted it. */
static bool is_deleted(join *j, const record *r, bool *deleted, error *e) {
  *deleted = false;
  if (!j->deletions) return true;
  sqlite3_stmt *statement = store_statement(j->store, STATEMENT_DELETION_GET, e);
  if (!statement) return false;
  store_bind(statement, 1, TEXT("pmid"));
  store_bind(statement, 2, record_id(r, TEXT("pmid")));
  if (sqlite3_step(statement) == SQLITE_ROW)
    *deleted = sqlite3_column_int64(statement, 0) > j->place.sequence;
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(j->store, "reading deletions", e);
}

/* --- Changing --- */

static bool add_article(join *j, const article_row *row, const document *d, error *e) {
  j->last++;
  return article_insert(j->store, j->last, row, j->place.file, e) &&
         (!j->index || index_writer_add(j->index, j->last, d, e));
}

static bool remove_article(join *j, const known *one, error *e) {
  return (!j->index || index_writer_remove(j->index, one->id, e)) &&
         contributions_drop(j->store, one->id, e) &&
         article_remove(j->store, one->id, &one->record, e);
}

/* Puts an article made of all that is said into the place of those that were known. */
static bool replace_articles(join *j, const known_list *before, said_list *all, error *e) {
  record merged;
  long long file = 0;
  for (size_t i = 0; i < before->count; i++)
    if (!remove_article(j, &before->items[i], e)) return false;
  if (!all->count) return true;
  contributions_merge(all, &j->scratch, &merged, &file);
  if (arena_failed(&j->scratch)) return error_memory(e);
  j->last++;
  return article_row_fill(&j->merged, &merged, e) &&
         article_insert(j->store, j->last, &j->merged, file, e) &&
         (!j->index || index_writer_add_record(j->index, j->last, &merged, e)) &&
         contributions_put(j->store, j->last, all, e);
}

static bool read_all_said(join *j, const known_list *articles, said_list *all, error *e) {
  for (size_t i = 0; i < articles->count; i++) {
    const known *one = &articles->items[i];
    if (!contributions_read(j->store, one->id, &one->record, &j->scratch, all, e)) return false;
  }
  return true;
}

static bool say_again(join *j, article_id id, bool alone, size_t which, long long line, error *e) {
  return alone ? article_said_again(j->store, id, j->place.file, line, e)
               : contribution_said_again(j->store, id, which, j->place.file, e);
}

/* The known articles take the record in. */
static bool revise(join *j, const known_list *articles, const article_row *row, error *e) {
  said_list all = {0};
  said_effect effect;
  size_t which = 0;
  contribution own = {.record = row->record, .checksum = row->checksum, .place = j->place};
  if (!read_all_said(j, articles, &all, e) ||
      !contributions_add(j->store, &all, &own, &j->scratch, &effect, &which, e))
    return false;
  if (effect == SAID_CHANGED || articles->count > 1) {
    j->counts.revised++;
    return replace_articles(j, articles, &all, e);
  }
  j->counts.unchanged++;
  return effect != SAID_AGAIN ||
         say_again(j, articles->items[0].id, all.count == 1, which, row->record->source_line, e);
}

/* --- Deleting --- */

/* Later files than this one may still bring the article, earlier ones may not. */
static bool remember_deletion(join *j, identifier id, error *e) {
  if (!j->place.sequence) return true;
  sqlite3_stmt *statement = store_statement(j->store, STATEMENT_DELETION_PUT, e);
  if (!statement) return false;
  store_bind(statement, 1, id.scheme);
  store_bind(statement, 2, id.value);
  sqlite3_bind_int64(statement, 3, j->place.sequence);
  return store_run(j->store, statement, e);
}

/* Takes what was said away from an article; *changed tells whether there was anything. */
static bool take_away(join *j, article_id id, const place *by, long long before, bool *changed,
                      error *e) {
  known_list articles = {0};
  known *one = list_push(&j->scratch, &articles);
  said_list all = {0};
  bool there;
  *one = (known){.id = id};
  *changed = false;
  record_init(&one->record, &j->scratch);
  if (!article_get(j->store, id, &one->record, &there, e)) return false;
  if (!there) return true;
  if (!contributions_read(j->store, id, &one->record, &j->scratch, &all, e)) return false;
  size_t count = all.count;
  if (!(by ? contributions_retract(j->store, &all, by, e)
           : contributions_expire(j->store, &all, before, e)))
    return false;
  *changed = all.count < count;
  return !*changed || replace_articles(j, &articles, &all, e);
}

static bool delete_record(join *j, const record *r, error *e) {
  bool changed = false;
  for (size_t i = 0; !changed && i < r->ids.count; i++) {
    article_id id;
    if (!remember_deletion(j, r->ids.items[i], e)) return false;
    if (!article_find(j->store, r->ids.items[i], &id, e)) return false;
    if (id && !take_away(j, id, &j->place, 0, &changed, e)) return false;
  }
  j->counts.deleted += changed;
  return true;
}

bool join_expire(join *j, article_id id, long long before, error *e) {
  bool changed;
  arena_reset(&j->scratch);
  if (!take_away(j, id, NULL, before, &changed, e)) return false;
  j->counts.deleted += changed;
  return true;
}

/* --- Records --- */

bool join_begin(join *j, const place *p, error *e) {
  j->place = *p;
  j->counts = (ingest_counts){0};
  j->deletions = false;
  if (!p->sequence) return true;
  sqlite3_stmt *statement = store_statement(j->store, STATEMENT_DELETION_LAST, e);
  if (!statement) return false;
  if (sqlite3_step(statement) == SQLITE_ROW)
    j->deletions = sqlite3_column_int64(statement, 0) > p->sequence;
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(j->store, "reading deletions", e);
}

bool join_record(join *j, const article_row *row, const document *d, error *e) {
  const record *r = row->record;
  known_list articles = {0};
  bool deleted;
  arena_reset(&j->scratch);
  if (r->deletes) return delete_record(j, r, e);
  if (!find_known(j, r, &articles, e) || !is_deleted(j, r, &deleted, e)) return false;
  if (deleted) {
    j->counts.unchanged++;
    return true;
  }
  if (articles.count) return revise(j, &articles, row, e);
  j->counts.added++;
  return add_article(j, row, d, e);
}
