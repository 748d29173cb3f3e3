/* Trees as OpenSearch's JSON. */
#include <jansson.h>

#include "query/opensearch.h"
#include "query/strategy.h"
#include "cases.h"

static query *parse(text typed, arena *a) {
  error e;
  query_options options = {.today = CASES_TODAY};
  error_clear(&e);
  query *q = ovid_is_likely(typed) ? ovid_parse(typed, &options, a, &e)
                                   : query_parse(typed, &options, a, &e);
  ck_assert_msg(q != NULL, "%.*s: %s", TEXT_ARG(typed), e.message);
  return q;
}

#define TIAB "\"fields\":[\"title\",\"abstract\",\"keywords\"]"
#define TI "\"fields\":[\"title\"]"

static const struct {
  const char *typed, *json, *lost; /* json: what stands in {"query":...} */
} cases[] = {
    {"her2[ti]", "{\"multi_match\":{\"query\":\"her2\",\"type\":\"phrase\"," TI "}}", ""},
    {"\"breast cancer\"[tiab]",
     "{\"multi_match\":{\"query\":\"breast cancer\",\"type\":\"phrase\"," TIAB "}}", ""},
    {"resistan*[ti]",
     "{\"multi_match\":{\"query\":\"resistan\",\"type\":\"phrase_prefix\","
     "\"max_expansions\":1000," TI "}}",
     "a truncated word stands for at most 1000 words"},
    {"=her2[ti]", "{\"multi_match\":{\"query\":\"her2\",\"type\":\"phrase\"," TI "}}",
     "=her2: exact only where the index does not stem"},
    {"a1[ti] AND b1[ti]",
     "{\"bool\":{\"must\":[{\"multi_match\":{\"query\":\"a1\",\"type\":\"phrase\"," TI
     "}},{\"multi_match\":{\"query\":\"b1\",\"type\":\"phrase\"," TI "}}]}}",
     ""},
    {"review[pt] OR french[la]",
     "{\"bool\":{\"should\":[{\"term\":{\"pt.exploded\":{\"value\":\"review\","
     "\"case_insensitive\":true}}},{\"term\":{\"la\":{\"value\":\"french\","
     "\"case_insensitive\":true}}}],\"minimum_should_match\":1}}",
     "[pt]: pt.exploded has to hold a record's headings and all above them"},
    {"all[sb] NOT none[sb]",
     "{\"bool\":{\"must\":[{\"match_all\":{}}],\"must_not\":[{\"match_none\":{}}]}}", ""},
    {"asthma/dt[mh:noexp]",
     "{\"term\":{\"mh\":{\"value\":\"asthma/drug therapy\",\"case_insensitive\":true}}}", ""},
    {"smith j[au]", "{\"prefix\":{\"au\":{\"value\":\"smith j\",\"case_insensitive\":true}}}", ""},
    {"\"smith j\"[au]", "{\"term\":{\"au\":{\"value\":\"smith j\",\"case_insensitive\":true}}}",
     ""},
    {"2019:2020/02[dp]",
     "{\"range\":{\"dp\":{\"gte\":\"2019-01-01\",\"lte\":\"2020-02-29\","
     "\"format\":\"yyyy-MM-dd\"}}}",
     ""},
    {"2019[dp]",
     "{\"range\":{\"dp\":{\"gte\":\"2019-01-01\",\"lte\":\"2019-12-31\","
     "\"format\":\"yyyy-MM-dd\"}}}",
     ""},
    {"10:20[vi]", "{\"range\":{\"vi\":{\"gte\":\"10\",\"lte\":\"20\"}}}", ""},
    {"#3", "{\"match_none\":{}}", "#3: earlier queries are not known there; asked as nothing"},
    {"query:mine", "{\"match_none\":{}}",
     "query:mine: earlier queries are not known there; asked as nothing"},
    {"\"hip pain\"[ti:~2]",
     "{\"bool\":{\"should\":[{\"intervals\":{\"title\":{\"all_of\":{\"max_gaps\":2,"
     "\"ordered\":false,\"intervals\":[{\"match\":{\"query\":\"hip\",\"max_gaps\":0,"
     "\"ordered\":true}},{\"match\":{\"query\":\"pain\",\"max_gaps\":0,\"ordered\":true}}]}}}}],"
     "\"minimum_should_match\":1}}",
     ""},
    {"((a1 or bx*) adj2 wom#n).ti.",
     "{\"bool\":{\"should\":[{\"intervals\":{\"title\":{\"all_of\":{\"max_gaps\":1,"
     "\"ordered\":false,\"intervals\":[{\"any_of\":{\"intervals\":[{\"match\":{\"query\":\"a1\","
     "\"max_gaps\":0,\"ordered\":true}},{\"prefix\":{\"prefix\":\"bx\"}}]}},{\"wildcard\":{"
     "\"pattern\":\"wom?n\"}}]}}}}],\"minimum_should_match\":1}}",
     ""},
    {"colo?r$2.ti.",
     "{\"bool\":{\"should\":[{\"regexp\":{\"title\":{\"value\":\"colo.?r.{0,2}\","
     "\"case_insensitive\":true}}}],\"minimum_should_match\":1}}",
     ""},
    {"(a1 adj3 b1 adj3 c?1).ti.",
     "{\"bool\":{\"should\":[{\"intervals\":{\"title\":{\"all_of\":{\"max_gaps\":4,"
     "\"ordered\":false,\"intervals\":[{\"match\":{\"query\":\"a1\",\"max_gaps\":0,"
     "\"ordered\":true}},{\"match\":{\"query\":\"b1\",\"max_gaps\":0,\"ordered\":true}},{"
     "\"wildcard\":{\"pattern\":\"c*1\"}}]}}}}],\"minimum_should_match\":1}}",
     "proximity of more than two words: the distance counts over all of them|c?1 in proximity: "
     "the wildcard stands for any number of characters"},
};

START_TEST(queries_are_written) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena a;
    texts lost = {0};
    arena_init(&a);
    query *q = parse(text_of(cases[i].typed), &a);
    text json = query_to_opensearch(q, &a, &lost), all = {"", 0};
    assert_text(text_slice(json, 9, json.size - 1), cases[i].json);
    for (size_t j = 0; j < lost.count; j++) all = arena_join(&a, all, TEXT("|"), lost.items[j]);
    assert_text(all, cases[i].lost);
    arena_finish(&a);
  }
}
END_TEST

/* Every query of a file of cases gives JSON. */
static void check_file(const char *name, query_dialect dialect) {
  buffer file = cases_read(name);
  text rest = buffer_text(&file), input, expected;
  while (cases_next(&rest, &input, &expected)) {
    arena a;
    error e;
    json_error_t fault;
    query_options options = {.today = CASES_TODAY};
    arena_init(&a);
    query *q = dialect_parse(input, dialect, &options, &a, &e);
    if (q) {
      text json = query_to_opensearch(q, &a, NULL);
      json_t *read = json_loadb(json.data, json.size, 0, &fault);
      ck_assert_msg(json_is_object(read), "%.*s: %s\n%.*s", TEXT_ARG(input), fault.text,
                    TEXT_ARG(json));
      json_decref(read);
    }
    arena_finish(&a);
  }
  buffer_finish(&file);
}

START_TEST(all_of_it_is_json) {
  check_file("query/pubmed.txt", DIALECT_PUBMED);
  check_file("query/ovid.txt", DIALECT_OVID);
}
END_TEST

SUITE("query/opensearch", queries_are_written, all_of_it_is_json)
