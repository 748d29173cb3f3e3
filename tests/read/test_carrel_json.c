/* Carrel's own lines: every record of every file comes back as it was. */
#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "read/records.h"
#include "write/render.h"

/* The members, source_line and all. */
static text members_of(const record *r, arena *a) {
  buffer json = {0};
  record_json_add_members(&json, r);
  text copy = arena_text(a, buffer_text(&json));
  buffer_finish(&json);
  return copy;
}

/* Writes one record as a line and reads it back. */
static void check_line(const record *r, const char *path, arena *a) {
  error e;
  record again;
  hit h = {.rank = 1, .record = r, .in_library = true};
  text line = render(&writer_jsonl, &h, 1, (render_options){.whole = true}, a);
  error_clear(&e);
  ck_assert_ptr_eq(reader_recognise(line), &carrel_json_reader);
  input *in = input_of_text(line, "line", &e);
  void *state = carrel_json_reader.open(in, &e);
  record_init(&again, a);
  ck_assert_msg(carrel_json_reader.next(state, &again, &e) == READ_RECORD, "%s:%lld: %s", path,
                r->source_line, e.message);
  text before = members_of(r, a), after = members_of(&again, a);
  ck_assert_msg(text_equal(before, after), "%s:%lld: %.*s became %.*s", path, r->source_line,
                TEXT_ARG(before), TEXT_ARG(after));
  carrel_json_reader.close(state);
  input_close(in);
}

/* Each record of a file, whatever reader knows it; how many there were. */
static size_t check_file(const char *path) {
  error e;
  size_t count = 0;
  error_clear(&e);
  input *in = input_open(path, &e);
  const reader *with = in ? reader_recognise(input_head(in)) : NULL;
  void *state = with ? with->open(in, &e) : NULL;
  read_result result = state ? READ_RECORD : READ_END;
  while (result == READ_RECORD || result == READ_SKIPPED) {
    arena a;
    record r;
    arena_init(&a);
    record_init(&r, &a);
    result = with->next(state, &r, &e);
    if (result == READ_RECORD && !r.deletes) check_line(&r, path, &a), count++;
    arena_finish(&a);
  }
  if (state) with->close(state);
  input_close(in);
  return count;
}

static size_t check_folder(const char *folder) {
  struct dirent *entry;
  size_t count = 0;
  DIR *open = opendir(folder);
  ck_assert_msg(open != NULL, "%s", folder);
  while ((entry = readdir(open))) {
    char path[4096];
    struct stat status;
    if (entry->d_name[0] == '.') continue;
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    ck_assert_int_eq(stat(path, &status), 0);
    count += S_ISDIR(status.st_mode) ? check_folder(path) : check_file(path);
  }
  closedir(open);
  return count;
}

START_TEST(real_records_come_back) {
  static const char *const folders[] = {"bibliographies", "pubmed-xml", "pubmed-page"};
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
    const char *path = shared_data(folders[i]);
    if (!path) return;
    char folder[4096];
    snprintf(folder, sizeof folder, "%s", path);
    ck_assert_uint_gt(check_folder(folder), i == 2 ? 0 : 300);
  }
}
END_TEST

START_TEST(invented_records_come_back) {
  char folder[4096];
  snprintf(folder, sizeof folder, "%s/corpus", getenv("CARREL_SOURCE"));
  ck_assert_uint_gt(check_folder(folder), 40);
}
END_TEST

#define LINE "{\"rank\":1,\"score\":1,"
#define HERE ",\"in_library\":true}"

static const json_case cases[] = {
    /* A line of a list: what it shows. */
    {LINE "\"id\":\"7\",\"pmid\":\"7\",\"doi\":\"10.5555/a\",\"title\":\"Desks\",\"journal\":\"J\","
          "\"published\":\"2024 Mar\",\"year\":2024,\"authors\":[\"Smith JA\"]" HERE,
     "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"7\"},{\"scheme\":\"doi\",\"value\":\"10.5555/a\"}],"
     "\"title\":\"Desks\",\"people\":[{\"family\":\"Smith\",\"given\":\"JA\",\"initials\":\"JA\"}],"
     "\"journal\":\"J\",\"published\":\"2024 Mar\""},
    {LINE "\"id\":\"arxiv:2503.11731\",\"title\":null,\"authors\":[],\"year\":1999" HERE,
     "\"ids\":[{\"scheme\":\"arxiv\",\"value\":\"2503.11731\"}],\"published\":\"1999\""},
    /* A stub with its citation. */
    {LINE "\"id\":\"7\",\"in_library\":false,\"citation\":\"J Desk. 1999 Mar 2;7(1):2-9.\"}",
     "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"7\"}],\"journal_abbreviation\":\"J Desk\","
     "\"volume\":\"7\",\"issue\":\"1\",\"pages\":\"2-9\",\"published\":\"1999 Mar 2\""},
    {LINE "\"id\":\"7\",\"in_library\":false,\"citation\":\"Old K (1999) Tables\"}",
     "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"7\"}],"
     "\"extras\":[{\"kind\":\"carrel:citation\",\"text\":\"Old K (1999) Tables\"}]"},
    /* What a later Carrel may add. */
    {LINE "\"id\":null,\"title\":\"T\",\"moon\":{\"full\":true},\"sun\":\"up\",\"rain\":null" HERE,
     "\"title\":\"T\",\"extras\":[{\"kind\":\"carrel:moon\",\"text\":\"{\\\"full\\\":true}\"},"
     "{\"kind\":\"carrel:sun\",\"text\":\"up\"}]"},
    /* What cannot be used. */
    {LINE "\"id\":\"7\",\"title\":5" HERE, "skipped 1: \"title\" is not a text"},
    {LINE "\"id\":\"7\",\"people\":{}" HERE, "skipped 1: \"people\" is not a list"},
    {LINE "\"id\":\"7\",\"people\":[7]" HERE, "skipped 1: \"people\" is not a list of objects"},
    {LINE "\"id\":\"7\",\"urls\":[7]" HERE, "skipped 1: \"urls\" is not a list of texts"},
    {LINE "\"id\":\"7\",\"version\":\"1\"" HERE, "skipped 1: \"version\" is not a whole number"},
    {LINE "\"id\":\"7\",\"authors_incomplete\":1" HERE,
     "skipped 1: \"authors_incomplete\" is not true or false"},
    {LINE "\"id\":null" HERE, "skipped 1: a line that says nothing about any article"},
};

START_TEST(lines_are_read) {
  check_json_cases(&carrel_json_reader, cases, sizeof cases / sizeof *cases);
}
END_TEST

START_TEST(lines_are_recognised) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    ck_assert_ptr_eq(reader_recognise(text_of(cases[i].bytes)), &carrel_json_reader);
}
END_TEST

SUITE("read/carrel_json", real_records_come_back, invented_records_come_back, lines_are_read,
      lines_are_recognised)
