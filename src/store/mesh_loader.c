/* Loading MeSH. A record is known again by its UI first, by its name second, since names change
 * from year to year. Records of a kind that a load lists and that it does not name any more go. */
#include "store/mesh_loader.h"

#include <stdlib.h>

#include "base/map.h"
#include "store/mesh.h"
#include "text/words.h"

struct mesh_loader {
  store *store;
  words *walk;
  map known; /* UIs and names met, to the numbers of their records */
  buffer key;
  arena a; /* for one entry */
  long long first, file;
  bool records; /* the file under way lists records */
  bool open;    /* a transaction is */
  bool listed[3];
};

static const mesh_kind kinds[] = {MESH_DESCRIPTOR, MESH_QUALIFIER, MESH_SUPPLEMENT};

/* --- Beginning --- */

static bool run_with_kind(mesh_loader *l, statement_name name, text kind, error *e) {
  sqlite3_stmt *statement = store_statement(l->store, name, e);
  if (!statement) return false;
  if (sqlite3_bind_parameter_count(statement)) store_bind(statement, 1, kind);
  return store_run(l->store, statement, e);
}

/* What the claim's file tells anew is taken out. */
static bool clear(mesh_loader *l, const mesh_claims *claim, error *e) {
  static const struct {
    unsigned tells;
    statement_name name;
  } clearing[] = {
      {MESH_TELLS_RECORDS, STATEMENT_MESH_TERM_CLEAR},
      {MESH_TELLS_TREES, STATEMENT_MESH_TREE_CLEAR},
      {MESH_TELLS_QUALIFIERS, STATEMENT_MESH_ALLOWED_CLEAR},
      {MESH_TELLS_ACTIONS, STATEMENT_MESH_ACTION_CLEAR},
      {MESH_TELLS_HEADINGS, STATEMENT_MESH_MAPPED_CLEAR},
  };
  text kind = mesh_kind_letter(claim->kind);
  /* A file of actions alone tells those of every kind. */
  if (claim->tells == MESH_TELLS_ACTIONS) kind.size = 0;
  for (size_t i = 0; i < sizeof clearing / sizeof *clearing; i++)
    if (claim->tells & clearing[i].tells && !run_with_kind(l, clearing[i].name, kind, e))
      return false;
  for (size_t i = 0; i < 3; i++)
    if (claim->tells & MESH_TELLS_RECORDS && kinds[i] == claim->kind) l->listed[i] = true;
  return true;
}

static bool begin(mesh_loader *l, const mesh_claims *claims, size_t count, error *e) {
  if (!store_begin(l->store, e)) return false;
  l->open = true;
  if (!store_execute(l->store, schema_mesh, e)) return false;
  sqlite3_stmt *statement = store_statement(l->store, STATEMENT_MESH_FILE_LAST, e);
  if (!statement) return false;
  if (sqlite3_step(statement) == SQLITE_ROW) l->first = sqlite3_column_int64(statement, 0) + 1;
  if (sqlite3_reset(statement) != SQLITE_OK) return store_fail(l->store, "reading MeSH", e);
  for (size_t i = 0; i < count; i++)
    if (!clear(l, &claims[i], e)) return false;
  return true;
}

mesh_loader *mesh_loader_open(store *s, const mesh_claims *claims, size_t count, error *e) {
  mesh_loader *l = calloc(1, sizeof *l);
  if (!l) {
    error_memory(e);
    return NULL;
  }
  l->store = s;
  map_init(&l->known);
  arena_init(&l->a);
  l->walk = words_create();
  if (l->walk ? begin(l, claims, count, e) : error_memory(e)) return l;
  mesh_loader_close(l);
  return NULL;
}

bool mesh_loader_file(mesh_loader *l, const char *name, const char *format, int year,
                      const char *taken, const mesh_claims *claims, error *e) {
  sqlite3_stmt *statement = store_statement(l->store, STATEMENT_MESH_FILE_INSERT, e);
  if (!statement) return false;
  sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
  sqlite3_bind_text(statement, 2, format, -1, SQLITE_STATIC);
  if (year) sqlite3_bind_int(statement, 3, year);
  sqlite3_bind_text(statement, 4, taken, -1, SQLITE_STATIC);
  if (!store_run(l->store, statement, e)) return false;
  l->file = sqlite3_last_insert_rowid(store_database(l->store));
  l->records = claims->tells & MESH_TELLS_RECORDS;
  return true;
}

/* --- Finding records --- */

/* A record as an entry or a reference names it. */
typedef struct designation {
  mesh_kind kind;
  text ui, name, code, folded;
} designation;

static text folded_name(mesh_loader *l, text name) {
  buffer_clear(&l->key);
  words_fold(&l->key, name, "");
  if (l->key.failed) l->a.failed = true;
  return arena_text(&l->a, buffer_text(&l->key));
}

static bool ask_number(mesh_loader *l, sqlite3_stmt *statement, long long *number, error *e) {
  if (sqlite3_step(statement) == SQLITE_ROW) *number = sqlite3_column_int64(statement, 0);
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(l->store, "reading MeSH", e);
}

static bool find_by(mesh_loader *l, statement_name name, text value, long long *record, error *e) {
  sqlite3_stmt *statement = store_statement(l->store, name, e);
  if (!statement) return false;
  store_bind(statement, 1, value);
  return ask_number(l, statement, record, e);
}

/* By UI, else by the code of a qualifier, else by name; who has a UI is nobody else's record. */
static bool find_record(mesh_loader *l, const designation *n, long long *record, error *e) {
  *record = 0;
  if (n->ui.size && !find_by(l, STATEMENT_MESH_RECORD_BY_UI, n->ui, record, e)) return false;
  if (!*record && n->code.size && !find_by(l, STATEMENT_MESH_RECORD_BY_CODE, n->code, record, e))
    return false;
  if (*record || !n->folded.size) return true;
  sqlite3_stmt *statement = store_statement(l->store, STATEMENT_MESH_RECORD_BY_NAME, e);
  if (!statement) return false;
  store_bind(statement, 1, mesh_kind_letter(n->kind));
  store_bind(statement, 2, n->folded);
  sqlite3_bind_int(statement, 3, !n->ui.size);
  return ask_number(l, statement, record, e);
}

static bool insert_record(mesh_loader *l, const designation *n, const mesh_entry *entry,
                          long long *record, error *e) {
  sqlite3_stmt *statement = store_statement(l->store, STATEMENT_MESH_RECORD_INSERT, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, l->file);
  store_bind(statement, 2, mesh_kind_letter(n->kind));
  store_bind_optional(statement, 3, n->ui);
  store_bind(statement, 4, n->name);
  store_bind(statement, 5, n->folded);
  if (entry && entry->class) sqlite3_bind_int64(statement, 6, entry->class);
  store_bind_optional(statement, 7, n->code);
  if (entry) store_bind_optional(statement, 8, entry->scope);
  if (entry) store_bind_optional(statement, 9, texts_join(&l->a, &entry->previous, TEXT("\n")));
  if (!store_run(l->store, statement, e)) return false;
  *record = sqlite3_last_insert_rowid(store_database(l->store));
  return true;
}

static bool update_record(mesh_loader *l, const designation *n, const mesh_entry *entry,
                          long long record, error *e) {
  sqlite3_stmt *statement = store_statement(l->store, STATEMENT_MESH_RECORD_UPDATE, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, record);
  sqlite3_bind_int64(statement, 2, l->file);
  store_bind_optional(statement, 3, n->ui);
  store_bind(statement, 4, n->name);
  store_bind(statement, 5, n->folded);
  if (entry->class) sqlite3_bind_int64(statement, 6, entry->class);
  store_bind_optional(statement, 7, n->code);
  store_bind_optional(statement, 8, entry->scope);
  store_bind_optional(statement, 9, texts_join(&l->a, &entry->previous, TEXT("\n")));
  return store_run(l->store, statement, e);
}

static bool add_term(mesh_loader *l, long long record, const mesh_term *term, error *e) {
  text key = mesh_key(l->walk, term->name, &l->a);
  if (!key.size) return true;
  sqlite3_stmt *statement = store_statement(l->store, STATEMENT_MESH_TERM_INSERT, e);
  if (!statement) return false;
  store_bind(statement, 1, key);
  sqlite3_bind_int64(statement, 2, record);
  store_bind(statement, 3, term->name);
  store_bind_optional(statement, 4, term->relation);
  sqlite3_bind_int(statement, 5, term->permuted);
  return store_run(l->store, statement, e);
}

static bool add_name(mesh_loader *l, long long record, text name, error *e) {
  return add_term(l, record, &(mesh_term){.name = name}, e);
}

/* --- References --- */

static bool check_kind(const designation *n, error *e) {
  if (n->kind == MESH_DESCRIPTOR || n->kind == MESH_QUALIFIER || n->kind == MESH_SUPPLEMENT)
    return true;
  return error_set(e, ERROR_INPUT, "\"%.*s\" is no UI of a record of MeSH", TEXT_ARG(n->ui));
}

/* The record that is meant; one that no file has told of yet is made. */
static bool resolve(mesh_loader *l, const mesh_reference *r, mesh_kind kind, long long *record,
                    error *e) {
  bool added;
  designation n = {kind, r->ui, r->name, r->code, {0}};
  if (n.ui.size) n.kind = (mesh_kind)n.ui.data[0];
  if (!n.name.size) n.name = n.code.size ? n.code : n.ui;
  if (!check_kind(&n, e)) return false;
  text spoken = arena_join(&l->a, mesh_kind_letter(n.kind), TEXT(" "), n.name);
  uint32_t *place = map_put(&l->known, n.ui.size ? n.ui : spoken, &added);
  if (!place) return error_memory(e);
  *record = *place;
  if (*record) return true;
  n.folded = folded_name(l, n.name);
  if (!find_record(l, &n, record, e)) return false;
  bool made = !*record;
  if (made && !insert_record(l, &n, NULL, record, e)) return false;
  if (made && r->name.size && !add_name(l, *record, n.name, e)) return false;
  *place = (uint32_t)*record;
  return true;
}

/* A pair of the entry's record and each record of a list, in this order or, `turned`, in the other.
 */
static bool add_pairs(mesh_loader *l, statement_name name, long long record,
                      const mesh_references *list, mesh_kind kind, bool turned, error *e) {
  for (size_t i = 0; i < list->count; i++) {
    long long other;
    const mesh_reference *r = &list->items[i];
    if (!r->ui.size && !r->name.size && !r->code.size) continue;
    if (!resolve(l, r, kind, &other, e)) return false;
    sqlite3_stmt *statement = store_statement(l->store, name, e);
    if (!statement) return false;
    sqlite3_bind_int64(statement, 1, turned ? other : record);
    sqlite3_bind_int64(statement, 2, turned ? record : other);
    if (sqlite3_bind_parameter_count(statement) > 2) sqlite3_bind_int(statement, 3, r->major);
    if (!store_run(l->store, statement, e)) return false;
  }
  return true;
}

static bool add_references(mesh_loader *l, long long record, const mesh_entry *entry, error *e) {
  return add_pairs(l, STATEMENT_MESH_ALLOWED_INSERT, record, &entry->qualifiers, MESH_QUALIFIER,
                   false, e) &&
         add_pairs(l, STATEMENT_MESH_ACTION_INSERT, record, &entry->actions, MESH_DESCRIPTOR, true,
                   e) &&
         add_pairs(l, STATEMENT_MESH_ACTION_INSERT, record, &entry->substances, MESH_SUPPLEMENT,
                   false, e) &&
         add_pairs(l, STATEMENT_MESH_MAPPED_INSERT, record, &entry->headings, MESH_DESCRIPTOR,
                   false, e);
}

/* --- Entries --- */

static bool put_record(mesh_loader *l, const mesh_entry *entry, long long *record, error *e) {
  designation n = {entry->kind, entry->ui, entry->name, entry->abbreviation, {0}};
  n.folded = folded_name(l, n.name);
  if (!check_kind(&n, e) || !find_record(l, &n, record, e)) return false;
  bool known = *record != 0;
  if (!known && !insert_record(l, &n, entry, record, e)) return false;
  if (known && l->records && !update_record(l, &n, entry, *record, e)) return false;
  return (known && !l->records) || add_name(l, *record, n.name, e);
}

bool mesh_loader_put(mesh_loader *l, const mesh_entry *entry, error *e) {
  long long record;
  arena_reset(&l->a);
  if (!put_record(l, entry, &record, e)) return false;
  for (size_t i = 0; i < entry->terms.count; i++)
    if (!add_term(l, record, &entry->terms.items[i], e)) return false;
  for (size_t i = 0; i < entry->trees.count; i++) {
    sqlite3_stmt *statement = store_statement(l->store, STATEMENT_MESH_TREE_INSERT, e);
    if (!statement) return false;
    store_bind(statement, 1, entry->trees.items[i]);
    sqlite3_bind_int64(statement, 2, record);
    if (!store_run(l->store, statement, e)) return false;
  }
  return add_references(l, record, entry, e) && (!arena_failed(&l->a) || error_memory(e));
}

/* --- Ending --- */

/* Records that were not designation again go, and with them what belonged to them. */
static bool prune(mesh_loader *l, error *e) {
  static const statement_name rest[] = {STATEMENT_MESH_TERM_PRUNE, STATEMENT_MESH_TREE_PRUNE,
                                        STATEMENT_MESH_ALLOWED_PRUNE, STATEMENT_MESH_ACTION_PRUNE,
                                        STATEMENT_MESH_MAPPED_PRUNE};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    if (!l->listed[i]) continue;
    sqlite3_stmt *statement = store_statement(l->store, STATEMENT_MESH_RECORD_PRUNE, e);
    if (!statement) return false;
    store_bind(statement, 1, mesh_kind_letter(kinds[i]));
    sqlite3_bind_int64(statement, 2, l->first);
    if (!store_run(l->store, statement, e)) return false;
  }
  for (size_t i = 0; i < sizeof rest / sizeof *rest; i++)
    if (!run_with_kind(l, rest[i], TEXT(""), e)) return false;
  sqlite3_stmt *statement = store_statement(l->store, STATEMENT_MESH_FILE_PRUNE, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, l->first);
  return store_run(l->store, statement, e);
}

bool mesh_loader_commit(mesh_loader *l, error *e) {
  if (!prune(l, e) || !store_commit(l->store, e)) return false;
  l->open = false;
  return true;
}

void mesh_loader_close(mesh_loader *l) {
  if (!l) return;
  if (l->open) store_rollback(l->store);
  words_destroy(l->walk);
  map_finish(&l->known);
  buffer_finish(&l->key);
  arena_finish(&l->a);
  free(l);
}
