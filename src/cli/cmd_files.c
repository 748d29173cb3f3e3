/* carrel files: the ledger of the files that were taken in. */
#include "base/json.h"
#include "cli/library.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "cli/table.h"
#include "index/index.h"

enum {
  COLUMN_NAME = 1,
  COLUMN_FORMAT,
  COLUMN_SIZE,
  COLUMN_DIGEST,
  COLUMN_SEQUENCE,
  COLUMN_TAKEN,
  COLUMN_COUNTS
};

/* What became of the records of a file, in the order of the columns. */
static const char *const counts[] = {"added", "revised", "unchanged", "deleted", "skipped"};
enum { COUNTS = sizeof counts / sizeof *counts };

typedef struct file_row {
  text name, format, digest, taken;
  bool sized;
  long long size, counts[COUNTS];
} file_row;
typedef LIST_OF(file_row) file_rows;

static bool read_rows(const call *c, store *s, file_rows *rows, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_FILE_LIST, e);
  if (!statement) return false;
  if (c->count) sqlite3_bind_text(statement, 1, c->arguments[0], -1, SQLITE_STATIC);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    file_row *row = list_push(c->arena, rows);
    row->name = store_column(statement, COLUMN_NAME, c->arena);
    row->format = store_column(statement, COLUMN_FORMAT, c->arena);
    row->digest = store_column(statement, COLUMN_DIGEST, c->arena);
    row->taken = store_column(statement, COLUMN_TAKEN, c->arena);
    row->sized = sqlite3_column_type(statement, COLUMN_SIZE) != SQLITE_NULL;
    row->size = sqlite3_column_int64(statement, COLUMN_SIZE);
    for (int i = 0; i < COUNTS; i++)
      row->counts[i] = sqlite3_column_int64(statement, COLUMN_COUNTS + i);
  }
  if (sqlite3_reset(statement) != SQLITE_OK) return store_fail(s, "reading the ledger", e);
  return !arena_failed(c->arena) || error_memory(e);
}

/* "added 30,000, skipped 2": what is not 0. */
static text describe_counts(const file_row *row, arena *a) {
  text all = {"", 0};
  for (int i = 0; i < COUNTS; i++) {
    if (!row->counts[i]) continue;
    text number = table_number(row->counts[i], a);
    all = arena_join(a, all, TEXT(", "), arena_join(a, text_of(counts[i]), TEXT(" "), number));
  }
  return all.size ? all : TEXT("nothing in it");
}

/* The time to the minute, as people write it. */
static text short_time(text taken, arena *a) {
  text day, time;
  if (!text_cut(taken, TEXT("T"), &day, &time)) return taken;
  return arena_join(a, day, TEXT(" "), text_slice(time, 0, 5));
}

static void write_text(output *out, const void *context) {
  const file_rows *rows = context;
  static const size_t places[] = {0, 18}, below[] = {18};
  arena *a = out->scratch;
  for (size_t i = 0; i < rows->count; i++) {
    const file_row *row = &rows->items[i];
    text size =
        row->sized ? arena_join(a, table_number(row->size, a), TEXT(" "), TEXT("bytes")) : TEXT("");
    text about = arena_join(a, row->format, TEXT(", "), size);
    about = arena_join(a, about, TEXT(": "), describe_counts(row, a));
    table_row(out, (text[]){short_time(row->taken, a), row->name}, places, 2);
    table_row(out, (text[]){about}, below, 1);
  }
}

static void add_text(buffer *b, const char *key, text value) {
  json_add_key(b, text_of(key));
  if (value.size) json_add_text(b, value);
  else buffer_put(b, "null");
}

static void write_json(output *out, const void *context) {
  const file_rows *rows = context;
  buffer *b = &out->bytes;
  for (size_t i = 0; i < rows->count; i++) {
    const file_row *row = &rows->items[i];
    buffer_put(b, "{");
    add_text(b, "file", row->name);
    add_text(b, "format", row->format);
    json_add_key(b, TEXT("size"));
    if (row->sized) buffer_printf(b, "%lld", row->size);
    else buffer_put(b, "null");
    add_text(b, "digest", row->digest);
    add_text(b, "taken", row->taken);
    for (int k = 0; k < COUNTS; k++) {
      json_add_key(b, text_of(counts[k]));
      buffer_printf(b, "%lld", row->counts[k]);
    }
    buffer_put(b, "}\n");
  }
}

static exit_status run(const call *c) {
  file_rows rows = {0};
  bool json = false;
  error e;
  error_clear(&e);
  if (!printer_own_format(c, &json)) return STATUS_USE;
  const char *path = library_find(c, &e);
  store *s = path ? library_open(path, STORE_READ, &e) : NULL;
  bool good = s && read_rows(c, s, &rows, &e);
  store_close(s);
  good = good && printer_text(c->settings, json ? write_json : write_text, &rows, &e);
  if (!good) return say_error(&e);
  return rows.count ? STATUS_FOUND : STATUS_NOTHING;
}

const command command_files = {
    .name = "files",
    .arguments = "[TEXT]",
    .summary = "the files that were taken in, and what came of each",
    .details =
        "Oldest first; with TEXT, only those with TEXT in their path. A file that is taken in "
        "again after it has changed is listed again. The digest in --json is the MD5 of its bytes.",
    .examples = {{"carrel files", "all of them"},
                 {"carrel files pubmed26n --json", "NLM's files of a year, for programs"}},
    .groups = OPTION_OUTPUT,
    .most = 1,
    .run = run,
};
