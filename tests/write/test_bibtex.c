/* BibTeX: keys, titles, names, signs, dates. All records are invented. */
#include "write/bibtex.h"

#include "render.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static text added(void (*add)(buffer *b, text plain, bool latex), const char *plain, bool latex,
                  arena *a) {
  buffer b = {0};
  add(&b, text_of(plain), latex);
  text copy = arena_text(a, buffer_text(&b));
  buffer_finish(&b);
  return copy;
}

START_TEST(signs_are_escaped) {
  static const struct {
    const char *plain, *unicode, *latex;
  } cases[] = {
      {"5% of A&B #1 at $2, x_y", "5\\% of A\\&B \\#1 at \\$2, x\\_y", NULL},
      {"{a}", "{\\textbraceleft}a{\\textbraceright}", NULL},
      {"a\\b ~ ^ `",
       "a{\\textbackslash}b {\\textasciitilde} {\\textasciicircum} {\\textasciigrave}", NULL},
      {"a--b ''c'' x---y", "a-{}-b '{}'c'{}' x-{}-{}-y", NULL},
      {"1 < 2 | 3 > 2", "1 < 2 | 3 > 2", "1 {\\textless} 2 {\\textbar} 3 {\\textgreater} 2"},
      {"a\x1b[2Jb\x07\nc\xC2\x9B", "a[2Jb c", NULL},
      {"Müller Şahin Dvořák", "Müller Şahin Dvořák",
       "M{\\\"u}ller {\\c{S}}ahin Dvo{\\v{r}}{\\'a}k"},
      {"naïve Straße Øre Łódź", "naïve Straße Øre Łódź",
       "na{\\\"{\\i}}ve Stra{\\ss}e {\\O}re {\\L}{\\'o}d{\\'z}"},
      {"ễ", "ễ", "{\\~{\\^e}}"},
      {"TNF-α ≤ 5", "TNF-α ≤ 5", "TNF-{$\\alpha$} {$\\leq$} 5"},
      {"CO₂ 10⁻¹² cm³", "CO₂ 10⁻¹² cm³", "CO{$_{2}$} 10{$^{-12}$} cm{$^{3}$}"},
      {"5–7 — “x” ’", "5–7 — “x” ’", "5--7 --- ``x'' {\\textquoteright}"},
      {"-–-", "-–-", "-{}--{}-"},
      {"漢字", "漢字", "漢字"},
      {"", "", ""},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    arena a;
    arena_init(&a);
    assert_text(added(bibtex_add_text, cases[i].plain, false, &a), cases[i].unicode);
    assert_text(added(bibtex_add_text, cases[i].plain, true, &a),
                cases[i].latex ? cases[i].latex : cases[i].unicode);
    arena_finish(&a);
  }
}
END_TEST

START_TEST(capitals_that_mean_something_are_kept) {
  static const struct {
    const char *title, *written;
  } cases[] = {
      {"The role of HER2 in breast cancer", "The role of {HER2} in breast cancer"},
      {"mRNA and pH in Escherichia coli of Africa",
       "{mRNA} and {pH} in {Escherichia} coli of {Africa}"},
      {"The Role of Truncated p95HER2 in Breast Cancer",
       "The Role of Truncated {p95HER2} in Breast Cancer"},
      {"HER2-Positive Breast Cancer: A Review", "{HER2}-Positive Breast Cancer: A Review"},
      {"SARS-CoV-2 infection in adults", "{SARS-CoV}-2 infection in adults"},
      {"What is known? Results of a trial", "What is known? {Results} of a trial"},
      {"Sepsis: an overview", "Sepsis: an overview"},
      {"Sepsis: An overview of causes", "Sepsis: An overview of causes"},
      {"EFFECTS OF LIGHT ON SLEEP", "EFFECTS OF LIGHT ON SLEEP"},
      {"HIV", "{HIV}"},
      {"Host Your Ghosts", "Host Your Ghosts"},
      {"A Desk of One's Own: From Cell to Carrel", "A Desk of One's Own: From Cell to Carrel"},
      {"Vitamin D and falls in older people", "Vitamin {D} and falls in older people"},
      {"(IL-6) levels", "({IL}-6) levels"},
      {"Études sur la grippe", "Études sur la grippe"},
      {"Die Grippe in Österreich und anderswo", "Die {Grippe} in {Österreich} und anderswo"},
      {"  A  title\nof two lines ", "A title of two lines"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    arena a;
    arena_init(&a);
    assert_text(added(bibtex_add_title, cases[i].title, false, &a), cases[i].written);
    arena_finish(&a);
  }
}
END_TEST

START_TEST(names_are_told_apart) {
  static const struct {
    const char *people, *written;
  } cases[] = {
      {"{\"family\":\"Roe\",\"given\":\"Richard A\",\"initials\":\"RA\"}", "Roe, Richard A"},
      {"{\"family\":\"Roe\",\"initials\":\"RA\"}", "Roe, R. A."},
      {"{\"family\":\"van der Berg\",\"given\":\"Jan\",\"suffix\":\"Jr\"}",
       "van der Berg, Jr, Jan"},
      {"{\"collective\":\"Group for Tests and Trials\"},{\"family\":\"Plato\"}",
       "{Group for Tests and Trials} and Plato"},
      {"{\"family\":\"Smith and Sons\",\"given\":\"A\"},{\"family\":\"M S Nizam\"}",
       "{Smith and Sons}, A and {M S Nizam}"},
      {"{\"family\":\"Poe, Inc\",\"given\":\"B\"}", "{Poe, Inc}, B"},
      {"{\"family\":\"Ed\",\"given\":\"C\",\"role\":\"editor\"}", ""},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    arena a;
    arena_init(&a);
    buffer b = {0};
    text json = arena_printf(&a, "{\"people\":[%s]}", cases[i].people);
    bibtex_add_names(&b, record_of(arena_string(&a, json), &a), TEXT(""), false);
    assert_text(buffer_text(&b), cases[i].written);
    buffer_finish(&b);
    arena_finish(&a);
  }
}
END_TEST

#define SMITH "\"people\":[{\"family\":\"Smith\"}],\"published\":\"2024\""

/* The keys of records in one document. */
START_TEST(keys_are_unique_and_stay) {
  static const struct {
    const char *record, *key;
  } cases[] = {
      {"{\"title\":\"On the desks of monks\"," SMITH "}", "smith2024desks"},
      {"{\"title\":\"Desks again\",\"ids\":[{\"scheme\":\"pmid\",\"value\":\"7\"}]," SMITH "}",
       "smith2024desks-pmid7"},
      {"{\"title\":\"Desks\"," SMITH "}", "smith2024desks-2"},
      {"{\"title\":\"DESKS\"," SMITH "}", "smith2024desks-3"},
      {"{\"title\":\"β-Blockers in 2020\",\"people\":[{\"family\":\"Müller-Strauß\"}]}",
       "mullerstraussbeta"},
      {"{\"title\":\"In 5\",\"published\":\"2024\"}", "anonymous2024in"},
      {"{\"collection_title\":\"x\"}", "anonymous"},
      {"{\"title\":\"漢字\",\"people\":[{\"family\":\"王\"}],\"published\":\"2021\","
       "\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.5555/a.b\"}]}",
       "doi105555ab2021"},
      {"{\"people\":[{\"family\":\"王\"}],\"published\":\"2021\"}", "record2021"},
      {"{\"title\":\"A\",\"extras\":[{\"kind\":\"bibtex:key\",\"text\":\"My:Key_1, {x}\"}]}",
       "My:Key_1x"},
      {"{\"title\":\"B\",\"extras\":[{\"kind\":\"bibtex:key\",\"text\":\"my:KEY_1x\"}]}",
       "my:KEY_1x-2"},
      {"{\"title\":\"Trial\",\"people\":[{\"family\":\"Ed\",\"role\":\"editor\"}]}", "edtrial"},
      {"{\"title\":\"Trial\",\"people\":[{\"collective\":\"The Long Name of a Large Group\"}]}",
       "thelongnameofalargegrouptrial"},
  };
  arena a;
  hit hits[COUNT(cases)];
  arena_init(&a);
  for (size_t i = 0; i < COUNT(cases); i++) hits[i] = hit_of(cases[i].record, i + 1, &a);
  text whole = render(&writer_bibtex, hits, COUNT(cases), (render_options){0}, &a), line, key;
  for (size_t i = 0; text_take_line(&whole, &line);) {
    if (!text_starts(line, TEXT("@"))) continue;
    ck_assert(text_cut(line, TEXT("{"), &line, &key));
    assert_text(text_trim_end(key, ","), cases[i++].key);
  }
  arena_finish(&a);
}
END_TEST

START_TEST(dates_are_taken_apart) {
  static const struct {
    const char *published, *written;
  } cases[] = {
      {"2025", "year = {2025}"},
      {"2025 Mar", "year = {2025},\n  month = mar"},
      {"2025 Mar 15", "year = {2025},\n  month = mar,\n  day = {15}"},
      {"2025 Mar 15-21", "year = {2025},\n  month = mar,\n  day = {15-21}"},
      {"2003 May-Jun", "year = {2003},\n  month = may # \"-\" # jun"},
      {"1998 Dec-1999 Jan", "year = {1998},\n  month = {Dec-1999 Jan}"},
      {"2000 Spring", "year = {2000},\n  month = {Spring}"},
      {"1976-1977", "year = {1976-1977}"},
      {"in press", "year = {in press}"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    arena a;
    arena_init(&a);
    text json = arena_printf(&a, "{\"published\":\"%s\"}", cases[i].published);
    hit h = hit_of(arena_string(&a, json), 1, &a);
    text whole = render(&writer_bibtex, &h, 1, (render_options){0}, &a), head;
    ck_assert(text_cut(whole, TEXT(",\n  "), &head, &whole));
    assert_text(text_trim_end(whole, "}\n").data[0] ? text_slice(whole, 0, whole.size - 3) : whole,
                cases[i].written);
    arena_finish(&a);
  }
}
END_TEST

START_TEST(an_entry_has_its_fields_in_order) {
  static const char record[] =
      "{\"ids\":[{\"scheme\":\"pmid\",\"value\":\"77\"},{\"scheme\":\"doi\",\"value\":\"10.5555/"
      "x_1\"},{\"scheme\":\"arxiv\",\"value\":\"2101.00001\"},{\"scheme\":\"wos\",\"value\":"
      "\"WOS:9\"}],\"type\":\"chapter\",\"title\":\"Desks\",\"book_title\":\"A book\","
      "\"people\":[{\"family\":\"Roe\",\"given\":\"R\",\"ids\":[{\"scheme\":\"orcid\",\"value\":"
      "\"0000-0000-0000-0000\"}]},{\"family\":\"Ed\",\"given\":\"E\",\"role\":\"editor\"}],"
      "\"pages\":\"1-9, 11\",\"publisher\":\"Press & Co\",\"published\":\"2020\","
      "\"issns\":[{\"kind\":\"ISBN\",\"text\":\"9780000000002\"}],\"languages\":[\"ger\"],"
      "\"headings\":[{\"name\":\"Aged, 80 and over\"}],"
      "\"urls\":[\"http://x.org/a{b}_%20\",\"http://y.org/\"],"
      "\"extras\":[{\"kind\":\"bibtex:annotator\",\"text\":\"K\"},{\"kind\":\"bibtex:pages\","
      "\"text\":\"5\"},{\"kind\":\"ris:ID\",\"text\":\"1\"}]}";
  arena a;
  arena_init(&a);
  hit h = hit_of(record, 1, &a);
  assert_text(render(&writer_bibtex, &h, 1, (render_options){0}, &a),
              "@incollection{roe2020desks,\n"
              "  author = {Roe, R},\n"
              "  author+an:orcid = {1=\"0000-0000-0000-0000\"},\n"
              "  title = {Desks},\n"
              "  booktitle = {A book},\n"
              "  editor = {Ed, E},\n"
              "  year = {2020},\n"
              "  pages = {1--9, 11},\n"
              "  publisher = {Press \\& Co},\n"
              "  isbn = {9780000000002},\n"
              "  doi = {10.5555/x_1},\n"
              "  pmid = {77},\n"
              "  eprint = {2101.00001},\n"
              "  archiveprefix = {arXiv},\n"
              "  identifiers = {wos:WOS:9},\n"
              "  url = {http://x.org/a%7Bb%7D_%20},\n"
              "  urls = {http://y.org/},\n"
              "  language = {German},\n"
              "  keywords = {Aged, 80 and over;},\n"
              "  mesh = {Aged, 80 and over;},\n"
              "  annotator = {K}\n"
              "}\n");
  arena_finish(&a);
}
END_TEST

SUITE("write/bibtex", signs_are_escaped, capitals_that_mean_something_are_kept,
      names_are_told_apart, keys_are_unique_and_stay, dates_are_taken_apart,
      an_entry_has_its_fields_in_order)
