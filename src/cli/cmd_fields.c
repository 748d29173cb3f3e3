/* carrel fields: the field tags of queries, out of the table of fields. */
#include "base/json.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "cli/table.h"

static const char *const kinds[] = {
    [FIELD_WORDS] = "words", [FIELD_NAME] = "name", [FIELD_HEADING] = "heading",
    [FIELD_VALUE] = "value", [FIELD_DATE] = "date", [FIELD_ID] = "identifier",
};

static void write_table(output *out, const void *context) {
  static const size_t places[] = {0, 10, 38};
  (void)context;
  for (size_t i = 0; i < field_count; i++) {
    const field *f = &fields[i];
    text cells[] = {arena_printf(out->scratch, "[%s]", f->name), text_of(f->label),
                    text_of(f->example)};
    table_row(out, cells, places, 3);
  }
}

static void add_member(buffer *b, const char *key, const char *value) {
  json_add_key(b, text_of(key));
  json_add_text(b, text_of(value));
}

static void write_json(output *out, const void *context) {
  (void)context;
  buffer *b = &out->bytes;
  for (size_t i = 0; i < field_count; i++) {
    buffer_put(b, "{");
    add_member(b, "tag", fields[i].name);
    add_member(b, "label", fields[i].label);
    add_member(b, "kind", kinds[fields[i].kind]);
    add_member(b, "example", fields[i].example);
    json_add_key(b, TEXT("tags"));
    buffer_put(b, "[");
    text rest = text_of(fields[i].tags), one;
    while (text_take_until(&rest, '|', &one)) {
      if (!one.size) continue;
      json_add_comma(b);
      json_add_text(b, one);
    }
    buffer_put(b, "]}\n");
  }
}

static exit_status run(const call *c) {
  error e;
  error_clear(&e);
  bool json = false;
  if (!printer_own_format(c, &json)) return STATUS_USE;
  bool good = printer_text(c->settings, json ? write_json : write_table, NULL, &e);
  return good ? STATUS_FOUND : say_error(&e);
}

const command command_fields = {
    .name = "fields",
    .arguments = "",
    .summary = "the field tags of queries, with examples",
    .details =
        "A tag in brackets says where a word is looked for: resistance[ti]. Each field also "
        "has longer names, as in resistance[title]; --json lists them.",
    .examples = {{"carrel fields", "every tag, what it means and a query that uses it"}},
    .groups = OPTION_OUTPUT,
    .run = run,
};
