/* Joining sources. An article of one statement has no rows in `contribution`: they are made when a
 * second one comes. */
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

/* From which rank on a format is one lineage, and the formats that PubMed itself writes. */
enum { ONE_LINEAGE = 85 };

static int format_rank(text format) {
  for (size_t i = 0; i < sizeof format_ranks / sizeof *format_ranks; i++)
    if (text_equal(format_ranks[i].format, format)) return format_ranks[i].rank;
  return 50;
}

static text lineage_of(const record *r, arena *a) {
  if (format_rank(r->source_format) >= ONE_LINEAGE) return r->source_format;
  size_t slash = text_find_last(r->source_file, TEXT("/"));
  text name = slash == TEXT_NONE ? r->source_file
                                 : text_slice(r->source_file, slash + 1, r->source_file.size);
  return arena_join(a, r->source_format, TEXT(":"), name);
}

/* Whether PubMed itself says so, in whichever of its formats. */
static bool is_of_pubmed(text format) {
  return text_starts(format, TEXT("pubmed-")) || text_equal(format, TEXT("nbib"));
}

/* --- Rows --- */

static bool read_row(sqlite3_stmt *statement, arena *a, said *one, error *e) {
  text rest;
  record_init(&one->record, a);
  one->lineage = store_column(statement, 0, a);
  one->file = sqlite3_column_int64(statement, 1);
  one->checksum = sqlite3_column_int64(statement, 2);
  /* The lineage begins with the format. */
  text_cut(one->lineage, TEXT(":"), &one->record.source_format, &rest);
  return record_json_read(&one->record, store_column(statement, 3, a), e);
}

bool contributions_read(store *s, article_id id, const record *known, arena *a, said_list *all,
                        error *e) {
  size_t before = all->count;
  sqlite3_stmt *statement = store_statement(s, STATEMENT_CONTRIBUTION_ALL, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  bool good = true;
  while (good && sqlite3_step(statement) == SQLITE_ROW)
    good = read_row(statement, a, list_push(a, all), e);
  if (sqlite3_reset(statement) != SQLITE_OK) return store_fail(s, "reading sources", e);
  if (!good || all->count > before) return good;
  said *alone = list_push(a, all);
  *alone = (said){.lineage = lineage_of(known, a), .record = *known};
  return article_state(s, id, &alone->file, &alone->checksum, e);
}

static bool put_row(store *s, article_id id, size_t position, const said *one, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_CONTRIBUTION_PUT, e);
  if (!statement) return false;
  buffer json = {0};
  buffer_put(&json, "{");
  record_json_add_members(&json, &one->record);
  buffer_put(&json, "}");
  sqlite3_bind_int64(statement, 1, id);
  sqlite3_bind_int64(statement, 2, (long long)position);
  store_bind(statement, 3, one->lineage);
  if (one->file) sqlite3_bind_int64(statement, 4, one->file);
  sqlite3_bind_int64(statement, 5, one->checksum);
  store_bind(statement, 6, buffer_text(&json));
  bool done = json.failed ? error_memory(e) : store_run(s, statement, e);
  buffer_finish(&json);
  return done;
}

bool contributions_put(store *s, article_id id, const said_list *all, error *e) {
  for (size_t i = 0; all->count > 1 && i < all->count; i++)
    if (!put_row(s, id, i, &all->items[i], e)) return false;
  return true;
}

bool contributions_drop(store *s, article_id id, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_CONTRIBUTION_DELETE, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  return store_run(s, statement, e);
}

bool contribution_said_again(store *s, article_id id, size_t which, long long file, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_CONTRIBUTION_SAID_AGAIN, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  sqlite3_bind_int64(statement, 2, (long long)which);
  sqlite3_bind_int64(statement, 3, file);
  return store_run(s, statement, e);
}

/* --- Adding --- */

static bool share_id(const record *a, const record *b) {
  for (size_t i = 0; i < a->ids.count; i++)
    for (size_t k = 0; k < b->ids.count; k++)
      if (identifier_joins(a->ids.items[i].scheme) &&
          identifier_equal(a->ids.items[i], b->ids.items[k]))
        return true;
  return false;
}

/* Whether the statement was made later than the one that comes in. */
static bool is_later(const said *before, const place *its, const contribution *own) {
  long long version = before->record.version, own_version = own->record->version;
  if (version && own_version && version != own_version) return version > own_version;
  if (place_equal(its, &own->place)) return before->record.source_line > own->record->source_line;
  return place_before(&own->place, its);
}

/* Whether one of NLM's numbered files repeats what an earlier one said. */
static bool is_repeated(const place *its, const place *own) {
  return its->sequence && own->sequence && its->sequence < own->sequence;
}

static bool is_known(const said_list *all, identifier id) {
  for (size_t i = 0; i < all->count; i++)
    if (identifiers_contain(&all->items[i].record.ids, id)) return true;
  return false;
}

/* A list of identifiers says nothing of an article that is known by all of them. */
static bool says_nothing_new(const said_list *all, const record *r) {
  bool all_known = all->count && record_is_stub(r) && text_equal(r->source_format, TEXT("ids"));
  for (size_t i = 0; all_known && i < r->ids.count; i++) all_known = is_known(all, r->ids.items[i]);
  return all_known;
}

bool contributions_add(store *s, said_list *all, const contribution *own, arena *a,
                       said_effect *effect, size_t *which, error *e) {
  text lineage = lineage_of(own->record, a);
  said *mine = NULL;
  bool said_by_any = false;
  *effect = SAID_BEFORE;
  if (says_nothing_new(all, own->record)) return true;
  for (size_t i = 0; i < all->count; i++) {
    said *one = &all->items[i];
    said_by_any |= one->checksum == own->checksum;
    if (!mine && text_equal(one->lineage, lineage) && share_id(&one->record, own->record))
      mine = one, *which = i;
  }
  place its = {0};
  if (mine && !ledger_place(s, mine->file, &its, e)) return false;
  if (mine && is_repeated(&its, &own->place)) *effect = SAID_AGAIN;
  bool known = mine ? mine->checksum == own->checksum : said_by_any;
  if (known || (mine && is_later(mine, &its, own))) return true;
  *effect = SAID_CHANGED;
  if (!mine) mine = list_push(a, all);
  *mine = (said){lineage, own->place.file, own->checksum, *own->record};
  return true;
}

/* --- Taking away --- */

static void keep(said_list *all, size_t *kept, size_t i) { all->items[(*kept)++] = all->items[i]; }

bool contributions_retract(store *s, said_list *all, const place *by, error *e) {
  size_t kept = 0;
  for (size_t i = 0; i < all->count; i++) {
    place its;
    if (!ledger_place(s, all->items[i].file, &its, e)) return false;
    if (!is_of_pubmed(all->items[i].record.source_format) || place_before(by, &its))
      keep(all, &kept, i);
  }
  all->count = kept;
  return true;
}

bool contributions_expire(store *s, said_list *all, long long before, error *e) {
  size_t kept = 0;
  for (size_t i = 0; i < all->count; i++) {
    place its;
    if (!ledger_place(s, all->items[i].file, &its, e)) return false;
    if (!its.sequence || its.sequence >= before) keep(all, &kept, i);
  }
  all->count = kept;
  return true;
}

/* --- Merging --- */

/* Of equals the one that was there first is the richest. */
void contributions_merge(said_list *all, arena *a, record *merged, long long *file) {
  bool first = true;
  for (size_t i = 0; i < all->count; i++) all->items[i].record.arena = a;
  for (int rank = 100; rank >= 0; rank--)
    for (size_t i = 0; i < all->count; i++) {
      const record *r = &all->items[i].record;
      if (format_rank(r->source_format) != rank) continue;
      if (first) *merged = *r, *file = all->items[i].file;
      else record_merge(merged, r);
      first = false;
    }
}
