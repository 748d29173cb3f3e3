/* Walking over JSON: what a record's members are read from. */
#include "support.h"

#include "base/buffer.h"
#include "base/json_scan.h"

/* The value as it is understood: texts in <>, numbers, "t", "f", "-" for what is skipped. */
static void describe(json_scan *s, buffer *out, arena *a) {
  char next = json_scan_peek(s);
  bool first = true;
  text name;
  if (next == '"') {
    text read = json_scan_text(s, a);
    buffer_printf(out, "<%.*s>", TEXT_ARG(read));
  } else if (next == '[') {
    json_scan_mark(s, '[');
    buffer_put(out, "[");
    while (json_scan_element(s, &first)) describe(s, out, a);
    buffer_put(out, "]");
  } else if (next == '{') {
    json_scan_mark(s, '{');
    buffer_put(out, "{");
    while (json_scan_member(s, &first, &name, a)) {
      buffer_printf(out, "%.*s=", TEXT_ARG(name));
      if (text_equal(name, TEXT("skip"))) json_scan_skip(s), buffer_put(out, "-");
      else describe(s, out, a);
    }
    buffer_put(out, "}");
  } else if (next == 't' || next == 'f') {
    buffer_add_byte(out, json_scan_boolean(s) ? 't' : 'f');
  } else {
    buffer_printf(out, "%lld", json_scan_number(s));
  }
}

static const struct {
  const char *json, *understood; /* NULL: malformed */
} cases[] = {
    {"\"\"", "<>"},
    {" \"a b\" ", "<a b>"},
    {"\"\\\"\\\\\\/\\n\\t\"", "<\"\\/\n\t>"},
    {"\"\\u00e9\\u03b1\"", "<\xC3\xA9\xCE\xB1>"},
    {"\"\\ud83d\\ude00\"", "<\xF0\x9F\x98\x80>"},
    {"\"\\ud83d\"", NULL},
    {"\"\\ude00\"", NULL},
    {"\"\\u12\"", NULL},
    {"\"\\x\"", NULL},
    {"\"a", NULL},
    {"\"a\\\"", NULL},
    {"12", "12"},
    {"-7", "-7"},
    {"1.5", NULL},
    {"1e3", NULL},
    {"-", NULL},
    {"true", "t"},
    {"false", "f"},
    {"truth", NULL},
    {"[]", "[]"},
    {"[1, [2,\"x\"] ,{}]", "[1[2<x>]{}]"},
    {"[1 2]", NULL},
    {"[1,]", NULL},
    {"[1", NULL},
    {"{\"a\":1,\"b\":[true]}", "{a=1b=[t]}"},
    {"{\"skip\":{\"x\":[\"]}\",null,1.5]},\"b\":2}", "{skip=-b=2}"},
    {"{\"skip\":null}", "{skip=-}"},
    {"{\"skip\":\"\\\"\"}", "{skip=-}"},
    {"{\"skip\":}", NULL},
    {"{\"skip\":[1}", NULL},
    {"{\"skip\":[1}}", "{skip=-}"}, /* which closes which is not looked at */
    {"{\"a\" 1}", NULL},
    {"{a:1}", NULL},
    {"{\"a\":1", NULL},
    {"1 2", NULL},
    {"", NULL},
};

START_TEST(values_are_understood_or_refused) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena a;
    buffer out = {0};
    json_scan s;
    arena_init(&a);
    json_scan_start(&s, text_of(cases[i].json));
    describe(&s, &out, &a);
    bool good = json_scan_end(&s);
    ck_assert_msg(good == (cases[i].understood != NULL), "%s", cases[i].json);
    if (good) assert_text(buffer_text(&out), cases[i].understood);
    buffer_finish(&out);
    arena_finish(&a);
  }
}
END_TEST

START_TEST(nesting_has_a_limit) {
  buffer deep = {0};
  json_scan s;
  for (int i = 0; i < 100000; i++) buffer_put(&deep, "[");
  json_scan_start(&s, buffer_text(&deep));
  json_scan_skip(&s);
  ck_assert(s.failed);
  buffer_finish(&deep);
}
END_TEST

SUITE("base/json_scan", values_are_understood_or_refused, nesting_has_a_limit)
