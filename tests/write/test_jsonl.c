/* JSON lines and identifiers: exact lines for invented records. */
#include <jansson.h>

#include "render.h"

/* What both forms of a record begin with. */
#define FIRST "{\"rank\":1,\"score\":1,"

static const struct {
  const char *record;
  bool whole;
  const char *jsonl, *ids;
} cases[] = {
    {"{\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.5555/"
     "a\"},{\"scheme\":\"pmid\",\"value\":\"7\"}],"
     "\"title\":\"Desks\",\"people\":[{\"family\":\"Smith\",\"given\":\"John A\"},"
     "{\"collective\":\"Desk Group\"},{\"family\":\"Ed\",\"role\":\"editor\"}],"
     "\"journal\":\"Journal\",\"published\":\"2024 Mar\"}",
     false,
     FIRST "\"id\":\"7\",\"pmid\":\"7\",\"doi\":\"10.5555/a\",\"title\":\"Desks\","
           "\"journal\":\"Journal\",\"published\":\"2024 Mar\",\"year\":2024,"
           "\"authors\":[\"Smith JA\",\"Desk Group\"],\"in_library\":true}",
     "7"},
    {"{}", false,
     FIRST "\"id\":null,\"pmid\":null,\"doi\":null,\"title\":null,\"journal\":null,"
           "\"year\":null,\"authors\":[],\"in_library\":true}",
     NULL},
    {"{\"ids\":[{\"scheme\":\"arxiv\",\"value\":\"2503.11731\"}],\"book_title\":\"A \\\"B\\\"\","
     "\"journal_abbreviation\":\"J\"}",
     false,
     FIRST "\"id\":\"arxiv:2503.11731\",\"pmid\":null,\"doi\":null,\"title\":\"A \\\"B\\\"\","
           "\"journal\":\"J\",\"year\":null,\"authors\":[],\"in_library\":true}",
     "arxiv:2503.11731"},
    {"{\"ids\":[{\"scheme\":\"pmc\",\"value\":\"PMC9\"}],\"title\":\"T\","
     "\"publication_types\":[{\"name\":\"Retracted Publication\"}]}",
     false,
     FIRST "\"id\":\"PMC9\",\"pmid\":null,\"doi\":null,\"pmc\":\"PMC9\",\"title\":\"T\","
           "\"journal\":null,\"publication_types\":[{\"name\":\"Retracted Publication\"}],"
           "\"year\":null,\"authors\":[],\"in_library\":true,\"retracted\":true}",
     "PMC9"},
    /* Whole: no key twice, and what stands in for an empty member is left out. */
    {"{\"ids\":[{\"scheme\":\"pmid\",\"value\":\"7\"}],\"book_title\":\"Desks\","
     "\"journal_abbreviation\":\"J\",\"published\":\"2024\"}",
     true,
     FIRST "\"id\":\"7\",\"pmid\":\"7\",\"doi\":null,\"title\":null,\"journal\":null,"
           "\"year\":2024,\"authors\":[],\"in_library\":true,"
           "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"7\"}],\"book_title\":\"Desks\","
           "\"journal_abbreviation\":\"J\",\"published\":\"2024\"}",
     "7"},
    {"{\"title\":\"Desks\",\"journal\":\"J\"}", true,
     FIRST "\"id\":null,\"pmid\":null,\"doi\":null,\"year\":null,\"authors\":[],"
           "\"in_library\":true,\"title\":\"Desks\",\"journal\":\"J\"}",
     NULL},
};

START_TEST(test_cases) {
  arena a;
  arena_init(&a);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    hit h = hit_of(cases[i].record, 1, &a);
    render_options whole = {.whole = cases[i].whole};
    text made = render(&writer_jsonl, &h, 1, whole, &a);
    assert_text(text_trim(made), cases[i].jsonl);
    json_t *object = json_loadb(made.data, made.size, JSON_REJECT_DUPLICATES, NULL);
    ck_assert_ptr_nonnull(object);
    json_decref(object);
    text id = render(&writer_ids, &h, 1, whole, &a);
    if (cases[i].ids) assert_text(text_trim(id), cases[i].ids);
    else ck_assert_uint_eq(id.size, 0);
  }
  arena_finish(&a);
}
END_TEST

/* One line whatever stands in an identifier. */
START_TEST(test_hostile_id) {
  arena a;
  arena_init(&a);
  hit h = hit_of("{\"ids\":[{\"scheme\":\"x\",\"value\":\"a\\nb\\u001b[2J\"}]}", 1, &a);
  assert_text(render(&writer_ids, &h, 1, (render_options){0}, &a), "x:a b^[[2J\n");
  arena_finish(&a);
}
END_TEST

START_TEST(test_stub) {
  arena a;
  arena_init(&a);
  hit h = {.rank = 12, .score = 0.123456789, .record = record_of("{}", &a)};
  h.citation = TEXT("Old K (1999) Tables");
  h.group = TEXT("Computed here");
  h.origin = TEXT("computed");
  h.snippet = TEXT("a\nb");
  assert_text(render(&writer_jsonl, &h, 1, (render_options){0}, &a),
              "{\"rank\":12,\"score\":0.123457,\"id\":null,\"pmid\":null,\"doi\":null,"
              "\"title\":null,\"journal\":null,\"year\":null,\"authors\":[],\"in_library\":false,"
              "\"citation\":\"Old K (1999) Tables\",\"origin\":\"computed\","
              "\"group\":\"Computed here\",\"snippet\":\"a\\nb\"}\n");
  arena_finish(&a);
}
END_TEST

SUITE("write/jsonl", test_cases, test_hostile_id, test_stub)
