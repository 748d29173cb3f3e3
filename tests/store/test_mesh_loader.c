/* MeSH in the library: every format gives the same, a later load takes the place of an earlier one,
 * a failed load leaves no trace, and the real files have their numbers. */
#include "mesh.h"
#include "store/mesh.h"

/* One text out of the library. */
static const char *ask(scratch *s, const char *sql) {
  static char answer[8192];
  sqlite3_stmt *statement;
  ck_assert_msg(
      sqlite3_prepare_v2(store_database(s->store), sql, -1, &statement, NULL) == SQLITE_OK,
      "%s: %s", sql, sqlite3_errmsg(store_database(s->store)));
  ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
  const char *text = (const char *)sqlite3_column_text(statement, 0);
  snprintf(answer, sizeof answer, "%s", text ? text : "NULL");
  sqlite3_finalize(statement);
  return answer;
}

#define assert_answer(s, sql, expected) ck_assert_str_eq(ask((s), (sql)), (expected))

static void load_all(scratch *s, const char *names) {
  ck_assert_msg(mesh_load_files(s->store, names, &s->e), "%s: %s", names, s->e.message);
}

/* What formats can say alike: not permuted terms, not codes of what is no qualifier's name. */
static const char *const alike[] = {
    "SELECT group_concat(line, ';') FROM (SELECT kind || ui || name || folded || "
    "coalesce(class, '') || coalesce(scope, '') || coalesce(previous, '') || "
    "iif(kind = 'Q', abbreviation, '') AS line "
    "FROM mesh_record ORDER BY ui)",
    "SELECT group_concat(line, ';') FROM (SELECT key || ui || mesh_term.name || "
    "coalesce(relation, '') AS line FROM mesh_term JOIN mesh_record ON id = record "
    "WHERE NOT permuted ORDER BY 1)",
    "SELECT group_concat(line, ';') FROM (SELECT number || ui AS line FROM mesh_tree "
    "JOIN mesh_record ON id = record WHERE kind = 'D' ORDER BY 1)",
    "SELECT group_concat(line, ';') FROM (SELECT a.ui || b.ui AS line FROM mesh_allowed "
    "JOIN mesh_record a ON a.id = record JOIN mesh_record b ON b.id = qualifier ORDER BY 1)",
    "SELECT group_concat(line, ';') FROM (SELECT a.ui || b.ui AS line FROM mesh_action "
    "JOIN mesh_record a ON a.id = action JOIN mesh_record b ON b.id = substance ORDER BY 1)",
    "SELECT group_concat(line, ';') FROM (SELECT a.ui || b.ui || major AS line FROM mesh_mapped "
    "JOIN mesh_record a ON a.id = record JOIN mesh_record b ON b.id = heading ORDER BY 1)",
};

START_TEST(xml_and_ascii_say_the_same) {
  static const char *const loads[] = {
      "desc.xml qua.xml supp.xml pa.xml", "pa.xml supp.xml qua.xml desc.xml",
      "d.bin q.bin c.bin mtrees.bin", "c.bin d.bin q.bin", "q.bin d.bin pa.xml c.bin"};
  enum { QUESTIONS = sizeof alike / sizeof *alike };
  char *first[QUESTIONS];
  for (size_t i = 0; i < sizeof loads / sizeof *loads; i++) {
    scratch s;
    scratch_open(&s);
    load_all(&s, loads[i]);
    for (size_t k = 0; k < QUESTIONS; k++) {
      const char *answer = ask(&s, alike[k]);
      if (i == 0) first[k] = strdup(answer);
      ck_assert_msg(strlen(answer) > 20, "%s", answer);
      size_t same = 0;
      while (first[k][same] && first[k][same] == answer[same]) same++;
      ck_assert_msg(strcmp(first[k], answer) == 0, "%s, question %zu: %.60s is %.60s", loads[i], k,
                    first[k] + same, answer + same);
    }
    scratch_close(&s);
  }
  for (size_t k = 0; k < QUESTIONS; k++) free(first[k]);
}
END_TEST

START_TEST(tables_say_terms_and_trees) {
  static const char *const loads[] = {"desc.xml", "terms.tsv tree.tsv", "tree.tsv terms.tsv"};
  static const char *const questions[] = {
      "SELECT group_concat(line, ';') FROM (SELECT ui || folded AS line FROM mesh_record "
      "WHERE kind = 'D' ORDER BY ui)",
      "SELECT group_concat(line, ';') FROM (SELECT key || ui AS line FROM mesh_term "
      "JOIN mesh_record ON id = record WHERE kind = 'D' ORDER BY 1)",
      "SELECT group_concat(line, ';') FROM (SELECT number || ui AS line FROM mesh_tree "
      "JOIN mesh_record ON id = record ORDER BY 1)"};
  char *first[3];
  for (size_t i = 0; i < 3; i++) {
    scratch s;
    scratch_open(&s);
    load_all(&s, loads[i]);
    for (size_t k = 0; k < 3; k++) {
      if (i == 0) first[k] = strdup(ask(&s, questions[k]));
      ck_assert_str_eq(ask(&s, questions[k]), first[k]);
    }
    scratch_close(&s);
  }
  for (size_t k = 0; k < 3; k++) free(first[k]);
}
END_TEST

/* Loads in turn, and what is there afterwards. */
static const struct {
  const char *loads[3];
  const char *question, *answer;
} turns[] = {
    /* Loading again changes nothing. */
    {{"desc.xml", "desc.xml"}, "SELECT count(*) FROM mesh_term", "75"},
    {{"desc.xml", "desc.xml"}, "SELECT count(*) FROM mesh_tree", "32"},
    {{"terms.tsv", "terms.tsv"}, "SELECT count(*) FROM mesh_file", "1"},
    /* Terms and trees from two files, loaded one after the other, in either order. */
    {{"terms.tsv", "tree.tsv"},
     "SELECT count(*) || ' ' || count(DISTINCT record) FROM mesh_tree",
     "32 25"},
    {{"tree.tsv", "terms.tsv"},
     "SELECT count(*) || ' ' || count(DISTINCT record) FROM mesh_tree",
     "32 25"},
    {{"tree.tsv", "terms.tsv"}, "SELECT count(*) FROM mesh_record", "26"},
    /* Headings without UIs get them later, and are found again by name. */
    {{"mtrees.bin", "desc.xml"}, "SELECT count(*) || ' ' || count(ui) FROM mesh_record", "41 41"},
    {{"desc.xml", "mtrees.bin"}, "SELECT count(*) FROM mesh_record WHERE kind = 'D'", "26"},
    /* Capitals are kept. */
    {{"desc.xml", "terms.tsv"}, "SELECT name FROM mesh_record WHERE ui = 'D001241'", "Aspirin"},
    {{"terms.tsv", "desc.xml"}, "SELECT name FROM mesh_record WHERE ui = 'D001241'", "Aspirin"},
    /* What a load does not tell stays. */
    {{"desc.xml", "terms.tsv"}, "SELECT count(*) FROM mesh_allowed", "63"},
    {{"desc.xml qua.xml", "tree.tsv"}, "SELECT count(*) FROM mesh_tree WHERE number < 'Y'", "31"},
    {{"desc.xml qua.xml", "tree.tsv"},
     "SELECT count(*) FROM mesh_tree WHERE number BETWEEN 'Y' AND 'Z'",
     "15"},
    {{"desc.xml", "qua.xml", "supp.xml"}, "SELECT count(*) FROM mesh_action", "4"},
    {{"supp.xml", "desc.xml"}, "SELECT count(*) FROM mesh_action", "4"},
    {{"pa.xml", "desc.xml"}, "SELECT count(*) FROM mesh_action", "4"},
    {{"desc.xml supp.xml", "pa.xml"}, "SELECT count(*) FROM mesh_action", "4"},
};

START_TEST(loads_follow_each_other) {
  for (size_t i = 0; i < sizeof turns / sizeof *turns; i++) {
    scratch s;
    scratch_open(&s);
    for (size_t k = 0; k < 3 && turns[i].loads[k]; k++) load_all(&s, turns[i].loads[k]);
    ck_assert_msg(strcmp(ask(&s, turns[i].question), turns[i].answer) == 0, "%zu: %s: %s", i,
                  turns[i].question, ask(&s, turns[i].question));
    scratch_close(&s);
  }
}
END_TEST

/* --- Years --- */

static void load_bytes(scratch *s, const char *bytes, bool good) {
  mesh_claims claims;
  input *in = input_of_text(text_of(bytes), "bytes", &s->e);
  const mesh_format *format = mesh_recognise(input_head(in), &claims);
  ck_assert_ptr_nonnull(format);
  mesh_loader *l = mesh_loader_open(s->store, &claims, 1, &s->e);
  mesh_taker taker = {mesh_put_entry, l};
  ck_assert_msg(l != NULL, "%s", s->e.message);
  assert_done(s, mesh_loader_file(l, "bytes", format->name, 0, "now", &claims, &s->e));
  ck_assert_msg(format->read(in, &taker, &s->e) == good, "%s: %s", bytes, s->e.message);
  if (good) assert_done(s, mesh_loader_commit(l, &s->e));
  mesh_loader_close(l);
  input_close(in);
}

START_TEST(a_new_year_renames_and_drops) {
  scratch s;
  scratch_open(&s);
  load_bytes(&s, "ui\tname\tterm\nD1\tOld Name\tsynonym\nD2\tGone\tgone too\n", true);
  load_bytes(&s, "ui\tname\ttree\nD1\tOld Name\tA01\nD2\tGone\tA02\n", true);
  load_bytes(&s, "ui\tname\tterm\nD1\tNew Name\tother\nD3\tOld Name\tOld Name\n", true);
  assert_answer(&s,
                "SELECT group_concat(ui || name, ';') FROM (SELECT * FROM mesh_record ORDER BY ui)",
                "D1New Name;D3Old Name");
  assert_answer(&s,
                "SELECT group_concat(term, ';') FROM (SELECT key || record AS term FROM mesh_term "
                "ORDER BY key)",
                "new name1;old name3;other1");
  assert_answer(&s, "SELECT group_concat(number || record, ';') FROM mesh_tree", "A011");
  scratch_close(&s);
}
END_TEST

START_TEST(a_failed_load_leaves_no_trace) {
  scratch s;
  scratch_open(&s);
  load_bytes(&s, "ui\tname\tterm\nX1\tName\tterm\n", false);
  ck_assert_str_eq(s.e.message, "\"X1\" is no UI of a record of MeSH");
  mesh_state state;
  assert_done(&s, mesh_state_get(s.store, &state, &s.e));
  ck_assert(!state.loaded);
  load_all(&s, "desc.xml");
  load_bytes(&s, "ui\tname\tterm\nD1\tName\tterm\nD2\n", false);
  assert_answer(&s, "SELECT count(*) FROM mesh_term", "75");
  scratch_close(&s);
}
END_TEST

START_TEST(the_state_says_what_there_is) {
  static const struct {
    const char *load;
    bool trees, qualifiers, actions;
  } cases[] = {
      {"terms.tsv", false, false, false},
      {"terms.tsv tree.tsv", true, false, false},
      {"qua.xml", false, true, false},
      {"desc.xml", true, false, true},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    scratch s;
    mesh_state state;
    scratch_open(&s);
    assert_done(&s, mesh_state_get(s.store, &state, &s.e));
    ck_assert(!state.loaded && !state.trees);
    load_all(&s, cases[i].load);
    assert_done(&s, mesh_state_get(s.store, &state, &s.e));
    ck_assert(state.loaded);
    ck_assert_msg(state.trees == cases[i].trees && state.qualifier_trees == cases[i].qualifiers &&
                      state.actions == cases[i].actions,
                  "%s", cases[i].load);
    scratch_close(&s);
  }
}
END_TEST

/* --- Real files --- */

static const struct {
  const char *load;
  mesh_counts counts;
} real[] = {
    {"mesh/mesh2021_terms.tsv mesh/mesh2021_tree.tsv", {29513, 0, 0, 241359, 60662, 0, 2021}},
    {"mesh/dhimmel_mesh2015/terms.tsv mesh/dhimmel_mesh2015/tree-numbers.tsv",
     {27455, 0, 0, 27455, 56341, 0, 0}},
};

START_TEST(real_files_have_their_numbers) {
  for (size_t i = 0; i < sizeof real / sizeof *real; i++) {
    scratch s;
    mesh_counts counts;
    if (!shared_data("mesh/mesh2021_terms.tsv")) return;
    scratch_open(&s);
    load_all(&s, real[i].load);
    assert_done(&s, mesh_count(s.store, &counts, &s.e));
    ck_assert_msg(memcmp(&counts, &real[i].counts, sizeof counts) == 0,
                  "%s: %lld %lld %lld %lld %lld %lld %lld", real[i].load, counts.descriptors,
                  counts.qualifiers, counts.supplements, counts.terms, counts.trees, counts.actions,
                  counts.year);
    scratch_close(&s);
  }
}
END_TEST

SUITE("store/mesh_loader", xml_and_ascii_say_the_same, tables_say_terms_and_trees,
      loads_follow_each_other, a_new_year_renames_and_drops, a_failed_load_leaves_no_trace,
      the_state_says_what_there_is, real_files_have_their_numbers)
