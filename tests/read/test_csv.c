/* The reader of tables, on invented ones: rows, headers, the columns of many programs. */
#include "read/records.h"

#include "read/csv.h"

#define COUNT(cases) (sizeof cases / sizeof *cases)

/* --- Rows --- */

/* Cells are parted by "|" and rows by " / "; a row that is no row is "broken". */
static text rows_of(const char *bytes, char separator, size_t columns, arena *a) {
  error e;
  input *in = input_of_text(text_of(bytes), "test", &e);
  csv_rows rows = {.in = in, .separator = separator};
  buffer out = {0};
  for (;;) {
    texts cells;
    unsigned long line;
    row_result result = csv_rows_next(&rows, columns, a, &cells, &line);
    if (result == ROW_END) break;
    if (out.size) buffer_put(&out, " / ");
    buffer_printf(&out, "%lu ", line);
    if (result == ROW_BROKEN) buffer_put(&out, "broken");
    else buffer_add(&out, texts_join(a, &cells, TEXT("|")));
  }
  text shown = arena_text(a, buffer_text(&out));
  buffer_finish(&out);
  csv_rows_finish(&rows);
  input_close(in);
  return shown;
}

START_TEST(rows_and_quotes) {
  static const struct {
    const char *bytes;
    char separator;
    size_t columns;
    const char *rows;
  } cases[] = {
      {"a,b,c\n1,2,3\n", ',', 3, "1 a|b|c / 2 1|2|3"},
      {"a;b,c\r\n1;2\r\n", ';', 2, "1 a|b,c / 2 1|2"},
      {"a\tb\r1\t2", '\t', 2, "1 a|b / 2 1|2"},
      {"a,b\n\n  \n1,2\n\n", ',', 2, "1 a|b / 4 1|2"},
      {",\n,,\n", ',', 2, "1 | / 2 ||"},
      /* Quotes: separators, doubled quotes, lines within; blanks before. */
      {"\"a,1\",\"b \"\"q\"\"\"\n", ',', 2, "1 a,1|b \"q\""},
      {"\"one\ntwo\n\nfour\",b\nc,d\n", ',', 2, "1 one\ntwo\n\nfour|b / 5 c|d"},
      {"\"\",\"\"\"\"\n", ',', 2, "1 |\""},
      {"a, \"b, c\"\n", ',', 2, "1 a|b, c"},
      {"a, b \n", ',', 2, "1 a| b "},
      {"2 \" x 3\",b\n", ',', 2, "1 2 \" x 3\"|b"},
      /* Quotes that were not doubled, in one line and over two. */
      {"\"so \"to\" say\",b\nc,d\n", ',', 2, "1 so \"to\" say|b / 2 c|d"},
      {"\"so \"to\" be\nsaid\",b\nc,d\n", ',', 2, "1 so \"to\" be\nsaid|b / 3 c|d"},
      /* Quotes that are letters, in tables that quote nothing. */
      {"\"Smart\" things\tb\nThe end of \"x\"\td\n", '\t', 2,
       "1 \"Smart\" things|b / 2 The end of \"x\"|d"},
      {"\"Open,b\nc,d\n\"e\",f\n", ',', 2, "1 \"Open|b / 2 c|d / 3 e|f"},
      {"\"Open,b,x\nc,d\ne,f", ',', 2, "1 broken / 2 c|d / 3 e|f"},
      /* Too many and too few are told by the number alone. */
      {"a,b,c\nd\n", ',', 2, "1 a|b|c / 2 d"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    arena a;
    arena_init(&a);
    assert_text(rows_of(cases[i].bytes, cases[i].separator, cases[i].columns, &a), cases[i].rows);
    arena_finish(&a);
  }
}
END_TEST

/* A quote that is open to the end, at the start of each of many lines, is looked after in time that
 * grows with the file alone: the test would not end otherwise. */
START_TEST(open_quotes_by_the_thousand) {
  enum { LINES = 200000 };
  buffer bytes = {0};
  for (int i = 0; i < LINES; i++) buffer_put(&bytes, "\"open,b,c\n");
  error e;
  arena a;
  arena_init(&a);
  input *in = input_of_text(buffer_text(&bytes), "test", &e);
  csv_rows rows = {.in = in, .separator = ','};
  texts cells;
  unsigned long line;
  int broken = 0;
  while (csv_rows_next(&rows, 2, &a, &cells, &line) == ROW_BROKEN) {
    broken++;
    ck_assert_uint_eq(line, (unsigned long)broken);
    arena_reset(&a);
  }
  ck_assert_int_eq(broken, LINES);
  csv_rows_finish(&rows);
  input_close(in);
  arena_finish(&a);
  buffer_finish(&bytes);
}
END_TEST

/* --- Headers --- */

START_TEST(headers) {
  static const struct {
    const char *head, *reader; /* NULL: none */
  } cases[] = {
      {"title,abstract\nA,b\n", "csv"},
      {"Title;Abstract;Year\nA;b;2020\n", "csv"},
      {"PMID\tTitle\n1\tA\n", "tsv"},
      {"\"Title\",\"Authors\",\"DOI\"\n", "csv"},
      {"id,TITLE \nx,A\n", "csv"},
      {"sep=;\ntitle;year\nA;2020\n", "csv"},
      {"\xEF\xBB\xBFtitle,year\nA,2020\n", "csv"},
      {"some_column,title,other\n1,A,2\n3,B,4\n", "csv"},
      {"\"About: exported, today\"\nRank,DOI,Title,Source title,PubYear\n1,10.5555/x,A,J,2020\n",
       "csv"},
      {"PT\tAU\tTI\tSO\tUT\nJ\tRoe, R\tA\tJ\tWOS:1\n", "tsv"},
      {"doi\ttitle, as printed\tyear\n10.5555/x\tA, b, c\t2020\n", "tsv"},
      /* None of ours: no column that is known, or none that makes a record. */
      {"name,age\nA,2\n", NULL},
      {"year,country,value\n2020,X,1\n", NULL},
      {"mesh_id\tmesh_name\nD1\tA\n", NULL},
      {"1\tthe title of a document\tits text\n2\tanother\tmore\n", NULL},
      /* Other things with commas, semicolons and tabs. */
      {"Title, abstract and keywords were read by two of us.\nNothing else, we fear, was.\n", NULL},
      {"Title, we said, and left.\nThen, after that, nothing came.\nNothing.\n", NULL},
      {"The title; the authors; the journal: all of it.\nA; b; c\n", NULL},
      {"{\"title\": \"A\", \"abstract\": \"b\", \"doi\": \"10.5555/x\"}\n", NULL},
      {"[[\"title\", \"doi\"], [\"A\", \"10.5555/x\"]]\n", NULL},
      {"| title, doi | abstract |\n", NULL},
      {"title, abstract = read(row)\nif title:\n  print(title)\n", NULL},
      {"TY  - JOUR\nTI  - A title, an abstract, a doi\nER  - \n", "ris"},
      {"PMID- 1\nTI  - A title, abstract; doi\n", "nbib"},
      {"@article{x,\n title = {A}, abstract = {b}, doi = {10.5555/x},\n}\n", "bibtex"},
      {"title\n", NULL},
      {"", NULL},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    const reader *found = reader_recognise(text_of(cases[i].head));
    ck_assert_msg(found == (cases[i].reader ? reader_named(text_of(cases[i].reader)) : NULL),
                  "%s\nwas taken for %s", cases[i].head, found ? found->name : "nothing");
  }
}
END_TEST

/* A first row that is longer than the head does not hide the header. */
START_TEST(a_long_first_row) {
  buffer bytes = {0};
  buffer_put(&bytes, "title,doi,abstract\nA,10.5555/x,\"");
  for (int i = 0; i < INPUT_HEAD; i++) buffer_put(&bytes, "ab ");
  buffer_put(&bytes, "\"\n");
  error e;
  input *in = input_of_text(buffer_text(&bytes), "test", &e);
  ck_assert_ptr_eq(reader_recognise(input_head(in)), &csv_reader);
  input_close(in);
  buffer_finish(&bytes);
}
END_TEST

/* --- Records --- */

START_TEST(rows_that_do_not_fit) {
  static const json_case cases[] = {
      {"title,volume,year,doi,label\n"
       "A,,2020\n"           /* too short, and nothing tells that it is a row */
       "B,,2020,10.5555/b\n" /* without the last column, whose name means nothing */
       "C,,2020,,x,,\n"      /* nothing in the cells too many */
       "D,,2020,,x,y\n"
       ",,,,\n"
       "title,volume,year,doi,label\n" /* put together of two tables */
       ",,2020,,x\n"
       "\"E,2020\n",
       "skipped 2: a row of 3 columns, where the header has 5\n"
       "\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.5555/b\"}],\"type\":\"other\",\"title\":\"B\","
       "\"published\":\"2020\"\n"
       "\"type\":\"other\",\"title\":\"C\",\"published\":\"2020\",\"extras\":[{\"kind\":"
       "\"csv:label\",\"text\":\"x\"}]\n"
       "skipped 5: a row of 6 columns, where the header has 5\n"
       "skipped 8: a row without title, author, abstract, journal and identifier\n"
       "skipped 9: a row with a quote that does not close where a column ends"},
      {"pmid,title,abstract\n99000001,A\n",
       "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"99000001\"}],"
       "\"type\":\"journal-article\",\"title\":\"A\""},
      {"no,known\nx,y\n", "failed: no line names columns that Carrel knows, such as title or doi"},
  };
  check_json_cases(&csv_reader, cases, COUNT(cases));
}
END_TEST

SUITE("read/csv", rows_and_quotes, open_quotes_by_the_thousand, headers, a_long_first_row,
      rows_that_do_not_fit)
