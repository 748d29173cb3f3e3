/* Joining sources. An article of one lineage has no rows in `contribution`: they are made when a
 * second lineage comes. */
#include "ingest/contribution.h"

#include "model/identifier.h"
#include "model/merge.h"
#include "model/record_json.h"

/* How much formats know, the richest first. What is not here stands between. */
static const struct {
  text format;
  int rank;
} format_ranks[] = {
    {TEXT_STATIC("pubmed-xml"), 100}, {TEXT_STATIC("nbib"), 90},
    {TEXT_STATIC("carrel"), 85},      {TEXT_STATIC("pubmed-abstract"), 60},
    {TEXT_STATIC("pubmed-page"), 55}, {TEXT_STATIC("pubmed-summary"), 20},
    {TEXT_STATIC("ids"), 0},
};

static int format_rank(text format) {
  for (size_t i = 0; i < sizeof format_ranks / sizeof *format_ranks; i++)
    if (text_equal(format_ranks[i].format, format)) return format_ranks[i].rank;
  return 50;
}

/* NLM's own formats say the same wherever the file lies; of others each file name is a source. */
static text lineage_of(const record *r, arena *a) {
  if (format_rank(r->source_format) >= 85) return r->source_format;
  size_t slash = text_find_last(r->source_file, TEXT("/"));
  text name = slash == TEXT_NONE ? r->source_file
                                 : text_slice(r->source_file, slash + 1, r->source_file.size);
  return arena_join(a, r->source_format, TEXT(":"), name);
}

typedef struct said {
  text lineage;
  long long checksum;
  record record;
} said;
typedef LIST_OF(said) said_list;

/* --- Rows --- */

static bool read_rows(store *s, article_id id, arena *a, said_list *all, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_CONTRIBUTION_ALL, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  bool good = true;
  while (good && sqlite3_step(statement) == SQLITE_ROW) {
    said *one = list_push(a, all);
    record_init(&one->record, a);
    one->lineage = arena_text(a, text_of((const char *)sqlite3_column_text(statement, 0)));
    one->checksum = sqlite3_column_int64(statement, 2);
    text json = {(const char *)sqlite3_column_text(statement, 3),
                 (size_t)sqlite3_column_bytes(statement, 3)};
    good = record_json_read(&one->record, json, e);
    /* The lineage begins with the format. */
    text rest;
    text_cut(one->lineage, TEXT(":"), &one->record.source_format, &rest);
  }
  if (sqlite3_reset(statement) != SQLITE_OK) return store_fail(s, "reading sources", e);
  return good;
}

static bool put_row(store *s, article_id id, text lineage, long long file, long long checksum,
                    const record *r, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_CONTRIBUTION_PUT, e);
  if (!statement) return false;
  buffer json = {0};
  buffer_put(&json, "{");
  record_json_add_members(&json, r);
  buffer_put(&json, "}");
  sqlite3_bind_int64(statement, 1, id);
  sqlite3_bind_text64(statement, 2, lineage.data, lineage.size, SQLITE_STATIC, SQLITE_UTF8);
  if (file) sqlite3_bind_int64(statement, 3, file);
  sqlite3_bind_int64(statement, 4, checksum);
  sqlite3_bind_text64(statement, 5, json.data, json.size, SQLITE_STATIC, SQLITE_UTF8);
  bool done = json.failed ? error_memory(e) : store_run(s, statement, e);
  buffer_finish(&json);
  return done;
}

/* --- Joining --- */

/* The record made of all, richest format first; of equals the one that was there first. */
static void merge_all(said_list *all, record *merged) {
  bool first = true;
  for (int rank = 100; rank >= 0; rank--)
    for (size_t i = 0; i < all->count; i++) {
      record *r = &all->items[i].record;
      if (format_rank(r->source_format) != rank) continue;
      if (first) *merged = *r;
      else record_merge(merged, r);
      first = false;
    }
}

/* Whether a record is of an older version of the article than what its lineage said. */
static bool is_older(const record *r, const record *before) {
  return r->version && before->version && r->version < before->version;
}

/* A list of identifiers says nothing of an article that is known by all of them. */
static bool says_nothing_new(const record *r, const record *known) {
  bool all_known = record_is_stub(r);
  for (size_t i = 0; all_known && i < r->ids.count; i++)
    all_known = identifiers_contain(&known->ids, r->ids.items[i]);
  return all_known && text_equal(r->source_format, TEXT("ids"));
}

bool contributions_join(store *s, article_id id, record *known, const contribution *own, arena *a,
                        record *merged, bool *changed, error *e) {
  said_list all = {0};
  long long version, checksum;
  *changed = false;
  if (says_nothing_new(own->record, known)) return true;
  text lineage = lineage_of(own->record, a), before = lineage_of(known, a);
  if (!read_rows(s, id, a, &all, e) || !article_state(s, id, &version, &checksum, e)) return false;
  bool alone = all.count == 0;
  if (alone) *list_push(a, &all) = (said){before, checksum, *known};
  said *mine = NULL;
  for (size_t i = 0; i < all.count; i++) {
    if (all.items[i].checksum == own->checksum) return true;
    if (text_equal(all.items[i].lineage, lineage)) mine = &all.items[i];
  }
  if (mine && is_older(own->record, &mine->record)) return true;
  *changed = true;
  if (alone && mine) {
    *merged = *own->record;
    return true;
  }
  if (alone && !put_row(s, id, before, 0, checksum, known, e)) return false;
  if (!put_row(s, id, lineage, own->file, own->checksum, own->record, e)) return false;
  if (mine) mine->record = *own->record;
  else *list_push(a, &all) = (said){lineage, own->checksum, *own->record};
  for (size_t i = 0; i < all.count; i++) all.items[i].record.arena = a;
  merge_all(&all, merged);
  return !arena_failed(a) || error_memory(e);
}

bool contributions_move(store *s, article_id from, article_id to, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_CONTRIBUTION_MOVE, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, from);
  sqlite3_bind_int64(statement, 2, to);
  return store_run(s, statement, e);
}

bool contributions_drop(store *s, article_id id, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_CONTRIBUTION_DELETE, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  return store_run(s, statement, e);
}
