/* Finding the items of JSON files, whole and broken. */
#include "read/json_items.h"

#include <string.h>

#include "support.h"

/* Items as "LINE:bytes", broken ones as "LINE!", parted by spaces. */
static text items_of(const char *bytes, const char *within, arena *a) {
  error e;
  json_item item;
  text all = {"", 0};
  input *in = input_of_text(text_of(bytes), "test", &e);
  json_items *x = json_items_open(in, text_of(within));
  ck_assert_ptr_nonnull(x);
  for (json_item_kind kind; (kind = json_items_next(x, &item)) != ITEM_END;) {
    ck_assert_int_ne(kind, ITEM_FAILED);
    ck_assert(kind == ITEM_WHOLE || item.message);
    text shown = kind == ITEM_BROKEN ? arena_printf(a, "%lu!", item.line)
                                     : arena_printf(a, "%lu:%.*s", item.line, TEXT_ARG(item.bytes));
    all = arena_join(a, all, TEXT(" "), shown);
  }
  json_items_close(x);
  input_close(in);
  return all;
}

static const struct {
  const char *bytes, *within, *items;
} cases[] = {
    {"", "", ""},
    {" \n", "", ""},
    {"[]", "", ""},
    {"{\"a\":1}", "", "1:{\"a\":1}"},
    {"[{\"a\":1},{\"b\":[{}]}]", "", "1:{\"a\":1} 1:{\"b\":[{}]}"},
    {"{\"a\":1}\n{\"b\":2}\r\n\r{\"c\":3}\n", "", "1:{\"a\":1} 2:{\"b\":2} 4:{\"c\":3}"},
    {"\x1E{}\n\x1E{}", "", "1:{} 2:{}"},
    {"[{\"a\":\"}\\\"{\"}]", "", "1:{\"a\":\"}\\\"{\"}"},
    /* Control characters in strings become spaces. */
    {"{\"a\":\"x\x01y\"}", "", "1:{\"a\":\"x y\"}"},
    /* An item a line: a broken one costs nothing else. */
    {"{\"a\":1\n{\"b\":2}\n", "", "1! 2:{\"b\":2}"},
    {"{\"a\":\"x\n{\"b\":2}\n", "", "1! 2:{\"b\":2}"},
    {"{\"a\":{\"b\":1}\n{\"c\":2}\n", "", "1! 2:{\"c\":2}"},
    {"{\"a\":1},\n{\"b\":", "", "1:{\"a\":1} 2!"},
    {"7\n{}\n\"x\"\n{}\nnull", "", "1! 2:{} 3! 4:{} 5!"},
    /* Over several lines: what stands further to the right belongs to the broken one. */
    {"[\n {\n  \"a\": \"x\n  \"b\": [\n   {\"c\": 1}\n  ]\n },\n {\"d\": 2}\n]", "",
     "2! 8:{\"d\": 2}"},
    /* Objects may begin lines where they are elements. */
    {"{\"a\":[\n{},\n{}\n]}", "", "1:{\"a\":[ {}, {} ]}"},
    /* Within something. */
    {"{\"n\":2,\"q\":\"\\\"r\\\":[{}]\",\"l\":{\"r\":[{\"a\":1},{\"r\":[{}]}]},\"z\":{}}", "r",
     "1:{\"a\":1} 1:{\"r\":[{}]}"},
    {"{\"r\":[{\"a\":1}]}\n{\"r\":[{\"b\":2}]}", "r", "1:{\"a\":1} 2:{\"b\":2}"},
    {"{\"r\":{\"ids\":[\"1\",[2]],\"n\":5,\"1\":{\"a\":1},\"x\":null,\"2\":{}}}", "r",
     "1:{\"a\":1} 1:{}"},
    {"{\"r\":[[1,{}],\"x\",{}]}", "r", "1! 1! 1:{}"},
    {"{\"r\":\"none\"}", "r", ""},
    {"{\"r\":[{\"a\":1}", "r", "1:{\"a\":1}"},
    {"{\"r\":[{\"a\":1},{\"b\"", "r", "1:{\"a\":1} 1!"},
};

START_TEST(items_are_found) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena a;
    arena_init(&a);
    text found = items_of(cases[i].bytes, cases[i].within, &a);
    /* Line ends within an item stay; here they are shown as spaces. */
    for (size_t k = 0; k < found.size; k++)
      if (found.data[k] == '\n') ((char *)(size_t)found.data)[k] = ' ';
    assert_text(found, cases[i].items);
    arena_finish(&a);
  }
}
END_TEST

/* Far more than is read at a time, and every item on a line of its own. */
START_TEST(long_files_are_cut_anywhere) {
  enum { ITEMS = 20000 };
  buffer bytes = {0};
  buffer_put(&bytes, "[");
  for (int i = 0; i < ITEMS; i++)
    buffer_printf(&bytes, "%s{\"n\":%d,\"t\":\"\\\"}%.*s\"}\r\n", i ? "," : "", i, i % 50,
                  "..................................................");
  buffer_put(&bytes, "]");
  error e;
  json_item item;
  input *in = input_of_text(buffer_text(&bytes), "test", &e);
  json_items *x = json_items_open(in, TEXT(""));
  for (int i = 0; i < ITEMS; i++) {
    char start[32];
    snprintf(start, sizeof start, "{\"n\":%d,", i);
    ck_assert_int_eq(json_items_next(x, &item), ITEM_WHOLE);
    ck_assert(text_starts(item.bytes, text_of(start)) && text_ends(item.bytes, TEXT("\"}")));
    ck_assert_uint_eq(item.line, (unsigned long)i + 1);
  }
  ck_assert_int_eq(json_items_next(x, &item), ITEM_END);
  json_items_close(x);
  input_close(in);
  buffer_finish(&bytes);
}
END_TEST

START_TEST(an_item_without_end_is_refused) {
  buffer bytes = {0};
  error e;
  json_item item;
  buffer_put(&bytes, "{\"a\":\"");
  ck_assert(buffer_reserve(&bytes, 65 << 20));
  memset(bytes.data + bytes.size, 'x', 65 << 20);
  bytes.size += 65 << 20;
  input *in = input_of_text(buffer_text(&bytes), "test", &e);
  json_items *x = json_items_open(in, TEXT(""));
  ck_assert_int_eq(json_items_next(x, &item), ITEM_FAILED);
  ck_assert_str_eq(item.message, "a record is longer than 64 MiB");
  json_items_close(x);
  input_close(in);
  buffer_finish(&bytes);
}
END_TEST

static const struct {
  const char *head, *keys;
} heads[] = {
    {"", ""},
    {"<xml>", ""},
    {"[1, 2]", ""},
    {"{\"a\":{\"b\":1},\"c\":[{\"d\":2}],\"e\":\"f\"}", "a c e"},
    {" [ {\"a\" : 1 , \"b\\\"\" : \"x", "a b\\\""},
    {"{\"a\":1}\n{\"b\":2}", "a"},
    {"{\"a", "a"},
    {"{}", ""},
};

START_TEST(heads_show_their_keys) {
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
    arena a;
    text keys[JSON_HEAD_KEYS], all = {"", 0};
    arena_init(&a);
    size_t count = json_head_keys(text_of(heads[i].head), keys);
    for (size_t k = 0; k < count; k++) all = arena_join(&a, all, TEXT(" "), keys[k]);
    assert_text(all, heads[i].keys);
    arena_finish(&a);
  }
}
END_TEST

SUITE("read/json_items", items_are_found, long_files_are_cut_anywhere,
      an_item_without_end_is_refused, heads_show_their_keys)
