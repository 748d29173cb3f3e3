/* Mapped databases: they read what SQLite reads, see what others write, and take no locks away. */
#include "store/mapping.h"

#include <stdio.h>
#include <stdlib.h>

#include "support.h"

static sqlite3 *open_plain(const char *path) {
  sqlite3 *database;
  ck_assert_int_eq(sqlite3_open(path, &database), SQLITE_OK);
  return database;
}

static sqlite3 *open_mapped(const char *path, const mapping *m) {
  sqlite3 *database;
  ck_assert_int_eq(sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, mapping_name(m)),
                   SQLITE_OK);
  ck_assert_int_eq(sqlite3_exec(database, "PRAGMA mmap_size = 1000000000", NULL, NULL, NULL),
                   SQLITE_OK);
  return database;
}

static void run(sqlite3 *database, const char *sql) {
  ck_assert_msg(sqlite3_exec(database, sql, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", sql,
                sqlite3_errmsg(database));
}

static long long ask(sqlite3 *database, const char *sql) {
  sqlite3_stmt *statement;
  ck_assert_int_eq(sqlite3_prepare_v2(database, sql, -1, &statement, NULL), SQLITE_OK);
  ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
  long long number = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  return number;
}

static const char *const fill =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
    "INSERT INTO t SELECT i, printf('%0200d', i) FROM n";

static const char *make_database(const char *journal) {
  static char path[256], sql[100];
  snprintf(path, sizeof path, "%s/mapped.db", test_folder());
  snprintf(sql, sizeof sql, "PRAGMA journal_mode = %s; CREATE TABLE t (number, text)", journal);
  sqlite3 *database = open_plain(path);
  run(database, sql);
  run(database, fill);
  sqlite3_close(database);
  return path;
}

static void check_reading(const char *journal) {
  const char *path = make_database(journal);
  mapping *m = mapping_create();
  ck_assert_ptr_nonnull(m);
  sqlite3 *mapped = open_mapped(path, m), *writer = open_plain(path);
  ck_assert_int_eq(ask(mapped, "SELECT sum(number) FROM t"), 2001000);
#ifdef __linux__
  ck_assert(mapping_is_used(m));
#endif
  run(writer, "UPDATE t SET number = 0 WHERE number = 2000");
  ck_assert_int_eq(ask(mapped, "SELECT sum(number) FROM t"), 1999000);
  run(writer, fill); /* the file grows beyond the mapping */
  ck_assert_int_eq(ask(mapped, "SELECT sum(number) FROM t"), 1999000 + 2001000);
  run(writer, "DELETE FROM t WHERE number > 10; VACUUM"); /* and becomes smaller than it */
  ck_assert_int_eq(ask(mapped, "SELECT count(*) FROM t"), 21);
  sqlite3_close(mapped);
  sqlite3_close(writer);
  mapping_destroy(m);
}

START_TEST(all_is_read_and_what_is_written_is_seen) {
  check_reading("DELETE");
  check_reading("WAL");
}
END_TEST

/* Whether another process can write. It must be another program: SQLite's own knowledge of locks
 * would go with a fork. */
static bool can_write_elsewhere(const char *path) {
  char command[400];
  snprintf(command, sizeof command, "sqlite3 '%s' \"INSERT INTO t VALUES (1, '')\" 2>/dev/null",
           path);
  return system(command) == 0;
}

START_TEST(locks_of_other_connections_stay) {
  const char *path = make_database("DELETE");
  sqlite3 *writer = open_plain(path);
  run(writer, "BEGIN IMMEDIATE");
  mapping *m = mapping_create();
  sqlite3 *mapped = open_mapped(path, m);
  ck_assert_int_eq(ask(mapped, "SELECT count(*) FROM t"), 2000);
  sqlite3_close(mapped);
  mapping_destroy(m);
  ck_assert(!can_write_elsewhere(path));
  run(writer, "COMMIT");
  ck_assert(can_write_elsewhere(path));
  sqlite3_close(writer);
}
END_TEST

SUITE("store/mapping", all_is_read_and_what_is_written_is_seen, locks_of_other_connections_stay)
