/* Tables, CSL-JSON, Markdown and PubMed's text formats: exact output for invented records, and what
 * no format may let through. */
#include <jansson.h>

#include "render.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

#define ARTICLE                                                                                 \
  "{\"ids\":[{\"scheme\":\"pmid\",\"value\":\"77\"},{\"scheme\":\"doi\",\"value\":\"10.5555/"   \
  "x(1)\"}],\"type\":\"journal-article\",\"title\":\"A *title*, \\\"quoted\\\"\","              \
  "\"people\":[{\"family\":\"Roe\",\"given\":\"Richard\",\"initials\":\"R\",\"affiliations\":[" \
  "\"Dept X.\",\"Dept Y.\"]},{\"family\":\"Doe\",\"initials\":\"J\",\"suffix\":\"Jr\","         \
  "\"affiliations\":[\"Dept Y.\"]},{\"collective\":\"The Group\"}],"                            \
  "\"journal\":\"Journal of X\",\"journal_abbreviation\":\"J X\",\"volume\":\"1\",\"pages\":"   \
  "\"2-3\",\"published\":\"2020 Feb-Mar\",\"abstract\":[{\"label\":\"AIM\",\"text\":\"One.\"}," \
  "{\"label\":\"RESULTS\",\"text\":\"1 < 2.\"}],\"languages\":[\"ger\"],"                       \
  "\"headings\":[{\"name\":\"Desks\",\"major\":true}],\"keywords\":[{\"text\":\"a;b\"}],"       \
  "\"status\":\"MEDLINE\",\"conflict_of_interest\":\"None.\","                                  \
  "\"links\":[{\"kind\":\"comment-in\",\"citation\":\"J Y. 2021;1:2\"}]}"

static const struct {
  const writer *with;
  bool whole;
  const char *record, *written;
} cases[] = {
    {&writer_markdown, false, ARTICLE,
     "1. Roe R, Doe J Jr, The Group. **A \\*title\\*, \"quoted\".** *J X*. 2020 Feb-Mar;1:2-3. "
     "[doi:10.5555/x(1)](https://doi.org/10.5555/x%281%29) \xC2\xB7 "
     "[PMID 77](https://pubmed.ncbi.nlm.nih.gov/77)\n"},
    {&writer_markdown, false, "{}", "1. **\\[No title\\]** \n"},
    {&writer_markdown, true,
     "{\"title\":\"# x\",\"abstract\":[{\"text\":\"1. One\"},{\"text\":\"- two &amp; A & B\"}],"
     "\"urls\":[\"http://x.org/<a b>\"],\"publication_types\":[{\"name\":\"Retracted "
     "Publication\"}]}",
     "## \\# x.\n\n**RETRACTED.** \n\n<http://x.org/%3Ca%20b%3E>\n\n1\\. One\n\n"
     "\\- two \\&amp; A & B\n\n**Publication types:** Retracted Publication\n"},
    {&writer_pubmed_summary, false, ARTICLE,
     "1: Roe R, Doe J Jr; The Group. A *title*, \"quoted\". J X. 2020 Feb-Mar;1:2-3.\n"
     "doi: 10.5555/x(1). PMID: 77.\n"},
    {&writer_pubmed_abstract, false, ARTICLE,
     "1. J X. 2020 Feb-Mar;1:2-3. doi: 10.5555/x(1).\n\nA *title*, \"quoted\"\n\n"
     "[Article in German]\n\nRoe R(1)(2), Doe J Jr(2); The Group.\n\nAuthor information:\n"
     "(1)Dept X.\n(2)Dept Y.\n\nComment in\n    J Y. 2021;1:2.\n\nAIM: One.\nRESULTS: 1 < 2.\n\n"
     "DOI: 10.5555/x(1)\nPMID: 77 [Indexed for MEDLINE]\n\n"
     "Conflict of interest statement: None.\n"},
    {&writer_pubmed_abstract, false, "{}", "1. [No source given]\n\n[No title given]\n"},
};

START_TEST(each_is_as_it_should_be) {
  for (size_t i = 0; i < COUNT(cases); i++) {
    arena a;
    arena_init(&a);
    hit h = hit_of(cases[i].record, 1, &a);
    assert_text(render(cases[i].with, &h, 1, (render_options){.whole = cases[i].whole}, &a),
                cases[i].written);
    arena_finish(&a);
  }
}
END_TEST

/* --- Tables --- */

/* A field of RFC 4180, taken off `rest`; false behind the last one of the row. */
static bool take_cell(text *rest, char separator, buffer *cell) {
  size_t at = 0;
  bool quoted = rest->size && rest->data[0] == '"';
  buffer_clear(cell);
  for (at = quoted; at < rest->size; at++) {
    char byte = rest->data[at];
    if (quoted && byte == '"') {
      if (at + 1 == rest->size || rest->data[at + 1] != '"') {
        at++;
        break;
      }
      at++;
    } else if (!quoted && (byte == separator || byte == '\r' || byte == '\n')) {
      break;
    }
    buffer_add_byte(cell, byte);
  }
  bool more = at < rest->size && rest->data[at] == separator;
  *rest = text_slice(*rest, at + 1, rest->size);
  return more;
}

/* The cell of the only record below a column. */
static text cell_of(const writer *with, const char *record, const char *column, arena *a) {
  hit h = hit_of(record, 1, a);
  text table = render(with, &h, 1, (render_options){0}, a), header;
  char separator = with == &writer_csv ? ',' : '\t';
  buffer name = {0}, cell = {0};
  ck_assert(text_take_line(&table, &header));
  ck_assert_uint_eq(text_find_byte(table, '\n'), table.size - 1);
  bool more = true, found = false;
  while (more && !found) {
    more = take_cell(&header, separator, &name);
    ck_assert(take_cell(&table, separator, &cell) == more);
    found = text_equal(buffer_text(&name), text_of(column));
  }
  ck_assert_msg(found, "no column %s", column);
  text copy = arena_text(a, buffer_text(&cell));
  buffer_finish(&name);
  buffer_finish(&cell);
  return copy;
}

START_TEST(tables_hold_whatever_stands_in_a_cell) {
  static const struct {
    const char *record, *column, *cell;
  } rows[] = {
      {ARTICLE, "title", "A *title*, \"quoted\""},
      {ARTICLE, "authors", "Roe, Richard; Doe, J, Jr; The Group"},
      {ARTICLE, "abstract", "AIM: One. RESULTS: 1 < 2."},
      {ARTICLE, "id", "77"},
      {ARTICLE, "year", "2020"},
      {ARTICLE, "mesh", "*Desks"},
      {ARTICLE, "language", "German"},
      {ARTICLE, "affiliations", "Dept X.; Dept Y."},
      {"{\"title\":\"a\\tb\\r\\nc\"}", "title", "a b c"},
      {"{\"title\":\"\\\"\"}", "title", "\""},
      {"{\"title\":\"=cmd()\"}", "title", "'=cmd()"},
      {"{\"title\":\"+1+cmd()\"}", "title", "'+1+cmd()"},
      {"{\"title\":\"@x, y\"}", "title", "'@x, y"},
      {"{\"title\":\"-omics\"}", "title", "'-omics"},
      {"{\"title\":\"\\t=cmd()\"}", "title", "'=cmd()"},
      {"{\"pages\":\"-5.2\"}", "pages", "-5.2"},
      {"{\"pages\":\"-\"}", "pages", "-"},
      {"{}", "title", ""},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    arena a;
    arena_init(&a);
    assert_text(cell_of(&writer_csv, rows[i].record, rows[i].column, &a), rows[i].cell);
    assert_text(cell_of(&writer_tsv, rows[i].record, rows[i].column, &a), rows[i].cell);
    arena_finish(&a);
  }
}
END_TEST

/* --- CSL-JSON --- */

START_TEST(csl_dates_have_parts) {
  static const struct {
    const char *published, *issued;
  } dates[] = {
      {"2025", "{\"date-parts\":[[2025]]}"},
      {"2025 Mar 15", "{\"date-parts\":[[2025,3,15]]}"},
      {"2003 May-Jun", "{\"date-parts\":[[2003,5],[2003,6]]}"},
      {"1998 Dec-1999 Jan", "{\"date-parts\":[[1998,12],[1999,1]]}"},
      {"1976-1977", "{\"date-parts\":[[1976],[1977]]}"},
      {"2025 Mar 15-21", "{\"date-parts\":[[2025,3,15],[2025,3,21]]}"},
      {"2000 Spring", "{\"date-parts\":[[2000]],\"season\":1}"},
      {"2000 Sep/Oct", "{\"date-parts\":[[2000]],\"literal\":\"2000 Sep/Oct\"}"},
      {"in press", "{\"literal\":\"in press\"}"},
  };
  for (size_t i = 0; i < COUNT(dates); i++) {
    arena a;
    arena_init(&a);
    text json = arena_printf(&a, "{\"published\":\"%s\"}", dates[i].published);
    hit h = hit_of(arena_string(&a, json), 1, &a);
    text whole = render(&writer_csl_json, &h, 1, (render_options){0}, &a);
    json_t *array = json_loadb(whole.data, whole.size, JSON_REJECT_DUPLICATES, NULL);
    ck_assert_ptr_nonnull(array);
    char *issued = json_dumps(json_object_get(json_array_get(array, 0), "issued"), JSON_COMPACT);
    ck_assert_str_eq(issued, dates[i].issued);
    free(issued);
    json_decref(array);
    arena_finish(&a);
  }
}
END_TEST

START_TEST(csl_is_one_array) {
  for (size_t count = 0; count <= 2; count++) {
    arena a;
    arena_init(&a);
    hit hits[] = {hit_of(ARTICLE, 1, &a), hit_of(ARTICLE, 2, &a)};
    text whole = render(&writer_csl_json, hits, count, (render_options){0}, &a);
    json_t *array = json_loadb(whole.data, whole.size, JSON_REJECT_DUPLICATES, NULL);
    ck_assert_uint_eq(json_array_size(array), count);
    for (size_t i = 0; i < count; i++) {
      const json_t *item = json_array_get(array, i);
      ck_assert_str_eq(json_string_value(json_object_get(item, "id")),
                       i ? "roe2020title-pmid77" : "roe2020title");
      ck_assert_str_eq(json_string_value(json_object_get(item, "type")), "article-journal");
      ck_assert_str_eq(json_string_value(json_object_get(item, "keyword")), "*Desks; a;b");
      const json_t *rest = json_object_get(json_object_get(item, "custom"), "carrel");
      ck_assert_ptr_nonnull(json_object_get(rest, "headings"));
      ck_assert_ptr_null(json_object_get(rest, "title"));
    }
    json_decref(array);
    arena_finish(&a);
  }
}
END_TEST

/* --- All --- */

/* Whatever stands in a record, no control character leaves but for those of the format, and none of
 * the record's line ends does. */
START_TEST(control_characters_stay_inside) {
#define WILD "a\\u001b[2J\\u0007\\u0000\\u009b\\u007f\\u0085\\u2028\\r\\nb"
  static const char record[] =
      "{\"ids\":[{\"scheme\":\"pii\",\"value\":\"" WILD
      "\"},{\"scheme\":\"doi\",\"value\":\"10.1/" WILD "\"}],\"type\":\"" WILD
      "\",\"title\":\"" WILD "\",\"people\":[{\"family\":\"" WILD "\",\"given\":\"" WILD
      "\",\"suffix\":\"" WILD "\",\"affiliations\":[\"" WILD "\"]},{\"collective\":\"" WILD
      "\"}],\"journal\":\"" WILD "\",\"volume\":\"" WILD "\",\"pages\":\"" WILD
      "\",\"published\":\"2020 " WILD "\",\"abstract\":[{\"label\":\"" WILD "\",\"text\":\"" WILD
      "\"}],\"languages\":[\"" WILD "\"],\"urls\":[\"" WILD "\"],\"keywords\":[{\"text\":\"" WILD
      "\"}],\"headings\":[{\"name\":\"" WILD "\"}],\"notes\":[{\"kind\":\"" WILD
      "\",\"text\":\"" WILD "\"}],\"issns\":[{\"text\":\"" WILD
      "\"}],\"extras\":[{\"kind\":\"bibtex:key\",\"text\":\"" WILD
      "\"},{\"kind\":\"bibtex:x\",\"text\":"
      "\"" WILD "\"}],\"links\":[{\"kind\":\"comment-in\",\"citation\":\"" WILD "\"}]}";
  for (size_t i = 0; writers[i]; i++)
    for (int whole = 0; whole <= 1; whole++) {
      arena a;
      arena_init(&a);
      hit h = hit_of(record, 1, &a);
      text out = render(writers[i], &h, 1, (render_options){.whole = whole == 1}, &a);
      for (size_t at = 0; at < out.size; at++) {
        unsigned char byte = (unsigned char)out.data[at];
        bool table = writers[i] == &writer_tsv   ? byte == '\t'
                     : writers[i] == &writer_csv ? byte == '\r' && out.data[at + 1] == '\n'
                                                 : false;
        bool beyond = byte == 0xC2 && (unsigned char)out.data[at + 1] < 0xA0;
        ck_assert_msg((byte >= 0x20 && byte != 0x7F && !beyond) || byte == '\n' || table,
                      "%s lets 0x%02X out: %.*s", writers[i]->name, byte,
                      TEXT_ARG(text_slice(out, at > 30 ? at - 30 : 0, at + 30)));
      }
      arena_finish(&a);
    }
}
END_TEST

/* A million bytes in one field. */
START_TEST(long_fields_are_written) {
  arena a;
  arena_init(&a);
  char *words = arena_alloc(&a, 1000 * 1000);
  for (size_t i = 0; i < 1000 * 1000; i++) words[i] = i % 10 ? '"' : ' ';
  record *r = record_of("{}", &a);
  r->title = (text){words, 1000 * 1000};
  for (size_t i = 0; writers[i]; i++) {
    hit h = {.rank = 1, .record = r, .in_library = true};
    text out = render(writers[i], &h, 1, (render_options){.whole = true}, &a);
    ck_assert_msg(out.size >= 900 * 1000 || writers[i] == &writer_ids, "%s", writers[i]->name);
  }
  arena_finish(&a);
}
END_TEST

SUITE("write/formats", each_is_as_it_should_be, tables_hold_whatever_stands_in_a_cell,
      csl_dates_have_parts, csl_is_one_array, control_characters_stay_inside,
      long_fields_are_written)
