/* The BibTeX reader on invented entries and on real files. */
#include "read/records.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define KEY(key) "\"extras\":[{\"kind\":\"bibtex:key\",\"text\":\"" key "\"}]"

START_TEST(syntax) {
  static const json_case cases[] = {
      /* Delimiters, joining, macros, numbers, a field without comma before it. */
      {"@string{jx = \"Journal of \" # {X}}\n@preamble{\"\\def\\x{}\"}\n@comment{@article{no,}}\n"
       "@ARTICLE{a1,\n  Title = {A {Title}} # \" \" # {it is},\n  journal = jx, year = 2001\n"
       "  month = feb # \"~3\"}",
       "\"type\":\"journal-article\",\"title\":\"A Title it is\",\"journal\":\"Journal of X\","
       "\"published\":\"2001 Feb 3\"," KEY("a1")},
      /* Round brackets, also closing what a brace has opened; quotes inside braces in quotes. */
      {"@misc(b, title = \"a {\"}q{\"} \\\"o\")\n@misc{c, title = {T})",
       "\"type\":\"other\",\"title\":\"a \\\"q\\\" \u00F6\"," KEY(
           "b") "\n"
                "\"type\":\"other\",\"title\":\"T\"," KEY("c")},
      /* Comments: percent lines, text between entries, addresses of mail. */
      {"% Encoding: UTF-8\n%@misc{x, title={no}}\nby roe@example.org {me}\n@misc{d, title={T}}",
       "\"type\":\"other\",\"title\":\"T\"," KEY("d")},
      /* No key; an unknown type; a macro that is not defined. */
      {"@misc{title = {T}}\n@widget{e, title = {U}, note = nomacro}",
       "\"type\":\"other\",\"title\":\"T\"\n"
       "\"type\":\"other\",\"title\":\"U\",\"notes\":[{\"kind\":\"general\",\"text\":\"nomacro\"}],"
       "\"extras\":[{\"kind\":\"bibtex:type\",\"text\":\"widget\"},{\"kind\":\"bibtex:key\","
       "\"text\":\"e\"}]"},
      /* What is broken is told, and the next entry is read. */
      {"@misc{f,\n  title = {never closed,\n}\n@misc{g, title = {T}}\n@misc{h, title}\n"
       "@misc{i,\n}\n@misc{j, title = {U}",
       "skipped 1: an entry that is not well formed\n"
       "\"type\":\"other\",\"title\":\"T\"," KEY(
           "g") "\n"
                "skipped 5: an entry that is not well formed\n"
                "skipped 6: an entry without anything to keep\n"
                "skipped 8: an entry without an end"},
  };
  for (size_t i = 0; i < COUNT(cases); i++)
    ck_assert_ptr_eq(reader_recognise(text_of(cases[i].bytes)), &bibtex_reader);
  check_json_cases(&bibtex_reader, cases, COUNT(cases));
}
END_TEST

START_TEST(inheritance) {
  static const json_case cases[] = {
      {"@inbook{c, title = {Part}, crossref = {b}}\n"
       "@book{b, title = {Whole}, editor = {Doe, J}, year = 2001, doi = {10.1/b}}",
       "\"type\":\"chapter\",\"title\":\"Part\",\"book_title\":\"Whole\",\"people\":[{\"family\":"
       "\"Doe\",\"given\":\"J\",\"initials\":\"J\",\"role\":\"editor\"}],\"published\":\"2001\","
       "\"extras\":[{\"kind\":\"bibtex:crossref\",\"text\":\"b\"},{\"kind\":\"bibtex:key\","
       "\"text\":\"c\"}]\n"
       "\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.1/b\"}],\"type\":\"book\",\"title\":\"Whole\","
       "\"people\":[{\"family\":\"Doe\",\"given\":\"J\",\"initials\":\"J\",\"role\":\"editor\"}],"
       "\"published\":\"2001\"," KEY("b")},
      /* Round in a circle, and to what is not there. */
      {"@misc{a, title = {T}, crossref = {b}}\n@misc{b, year = 2001, crossref = {a}}\n"
       "@misc{c, title = {U}, crossref = {nowhere}}",
       "\"type\":\"other\",\"title\":\"T\",\"published\":\"2001\",\"extras\":[{\"kind\":"
       "\"bibtex:crossref\",\"text\":\"b\"},{\"kind\":\"bibtex:key\",\"text\":\"a\"}]\n"
       "\"type\":\"other\",\"title\":\"T\",\"published\":\"2001\",\"extras\":[{\"kind\":"
       "\"bibtex:crossref\",\"text\":\"a\"},{\"kind\":\"bibtex:key\",\"text\":\"b\"}]\n"
       "\"type\":\"other\",\"title\":\"U\",\"extras\":[{\"kind\":\"bibtex:crossref\",\"text\":"
       "\"nowhere\"},{\"kind\":\"bibtex:key\",\"text\":\"c\"}]"},
  };
  check_json_cases(&bibtex_reader, cases, COUNT(cases));
}
END_TEST

/* Fields of an article, and what of it they give. */
typedef struct meaning {
  const char *fields, *members;
} meaning;

static void check_meanings(const char *type, const meaning *meanings, size_t count) {
  for (size_t i = 0; i < count; i++) {
    arena a;
    arena_init(&a);
    text entry = arena_printf(&a, "@%s{k, volume = 9, %s}", type, meanings[i].fields);
    text out = read_as_json(&bibtex_reader, entry, &a);
    ck_assert_msg(text_find(out, text_of(meanings[i].members)) != TEXT_NONE,
                  "from %s:\ngot %.*s\nwithout %s", meanings[i].fields, TEXT_ARG(out),
                  meanings[i].members);
    arena_finish(&a);
  }
}

#define PERSON(family, given, initials) \
  "{\"family\":\"" family "\",\"given\":\"" given "\",\"initials\":\"" initials "\"}"

START_TEST(names) {
  static const meaning meanings[] = {
      {"author = {Roe, Richard A. and Edna Poe AND\n  Doe, J}",
       "[" PERSON("Roe", "Richard A.", "RA") "," PERSON("Poe", "Edna", "E") "," PERSON("Doe", "J",
                                                                                       "J") "]"},
      {"author = {Ludwig van Beethoven and van der Berg, Jan}",
       PERSON("van Beethoven", "Ludwig", "L") "," PERSON("van der Berg", "Jan", "J")},
      {"author = {Roe, Jr., Richard}", "\"suffix\":\"Jr.\""},
      {"author = {{World Health Organization} and {Barnes and Noble}}",
       "[{\"collective\":\"World Health Organization\"},{\"collective\":\"Barnes and Noble\"}]"},
      {"author = {The Invented Study Group}", "{\"collective\":\"The Invented Study Group\"}"},
      {"author = {{Plato}}", "[{\"family\":\"Plato\"}]"},
      {"author = {Roe, R. and others}", "\"authors_incomplete\":true"},
      {"author = {{\\'E}lise de la Tour}", PERSON("de la Tour", "\u00C9lise", "\u00C9")},
      {"author = {M{\\\"u}ller, J{\\\"o}rg}", PERSON("M\u00FCller", "J\u00F6rg", "J")},
      {"author = {given=Ann, family=Roe, prefix=de}", PERSON("de Roe", "Ann", "A")},
      {"author = {Roe RA}", PERSON("Roe", "RA", "RA")},
      {"author = {D E and A-B C}", PERSON("E", "D", "D") "," PERSON("C", "A-B", "AB")},
      {"author = {Ann Roe, Ben Poe, Cid Doe and Dan Moe}",
       PERSON("Roe", "Ann", "A") "," PERSON("Poe", "Ben", "B") "," PERSON(
           "Doe", "Cid", "C") "," PERSON("Moe", "Dan", "D")},
      {"author = {Roe, A and Poe, B}, author+an:orcid = {2=\"0000-0000-0000-0000\"}",
       "\"initials\":\"B\",\"ids\":[{\"scheme\":\"orcid\",\"value\":\"0000-0000-0000-0000\"}]"},
      {"editor = {Roe, A}, translator = {Poe, B}", "\"role\":\"translator\""},
      {"author = {and , and}", "\"volume\":\"9\",\"extras\""},
  };
  check_meanings("article", meanings, COUNT(meanings));
}
END_TEST

#define ID(scheme, value) "{\"scheme\":\"" scheme "\",\"value\":\"" value "\"}"

START_TEST(fields) {
  static const meaning meanings[] = {
      {"date = {2016-12-13}, year = 2017, month = 8", "\"published\":\"2016 Dec 13\""},
      {"date = {2016/2017}", "\"published\":\"2016-2017\""},
      {"year = 2012, month = 5, day = 14", "\"published\":\"2012 May 14\""},
      {"year = 2012, month = {May 21-23}", "\"published\":\"2012 May 21-23\""},
      {"year = 2012, month = {2 sep}", "\"published\":\"2012 Sep 2\""},
      {"year = {in press}", "{\"kind\":\"bibtex:year\",\"text\":\"in press\"}"},
      {"title = {Title}, subtitle = {And more}", "\"title\":\"Title: And more\""},
      {"title = {{HER2} in {\\textit{vivo}} $\\alpha_2$}",
       "\"title\":\"HER2 in vivo \u03B1\u2082\""},
      {"journaltitle = {Journal of X}, shortjournal = {J. X}, number = 3, pages = {1--9}",
       "\"journal\":\"Journal of X\",\"journal_abbreviation\":\"J. X\",\"volume\":\"9\","
       "\"issue\":\"3\",\"pages\":\"1-9\""},
      {"doi = {https://doi.org/10.1000/a\\_b}", ID("doi", "10.1000/a_b")},
      {"pmid = 123, pmcid = {PMC9}", ID("pmid", "123") "," ID("pmc", "PMC9")},
      {"eprint = {2111.09920}, archiveprefix = {arXiv}, primaryclass = {cs.IR}",
       ID("arxiv", "2111.09920")},
      {"eprint = {12345}, eprinttype = {pubmed}", ID("pmid", "12345")},
      {"eprint = {abc}, eprinttype = {jstor}", "{\"kind\":\"bibtex:eprint\",\"text\":\"abc\"}"},
      {"unique-id = {{WOS:000123}}", ID("wos", "WOS:000123")},
      {"url = {https://x.org/a\\_b~c}", "\"urls\":[\"https://x.org/a_b~c\"]"},
      {"howpublished = {\\url{https://x.org/}}", "\"urls\":[\"https://x.org/\"]"},
      {"keywords = {one, two {and} a half}", "[{\"text\":\"one\"},{\"text\":\"two and a half\"}]"},
      {"keywords = {one, or; two}", "[{\"text\":\"one, or\"},{\"text\":\"two\"}]"},
      {"abstract = {Aims: To see. Results: It is.}", "{\"label\":\"Results\",\"text\":\"It is.\"}"},
      {"language = {english}, langid = {british}", "\"languages\":[\"eng\"]"},
      {"issn = {1234-5678}, isbn = {978-3-16-148410-0}",
       "[{\"text\":\"1234-5678\"},{\"kind\":\"ISBN\",\"text\":\"978-3-16-148410-0\"}]"},
      {"address = {Town}, publisher = {House}, annote = {Good}",
       "\"publisher\":\"House\",\"place\":\"Town\""},
      {"affiliation = {Dept X; Dept Y}, author = {Roe, A}",
       "\"affiliations\":[\"Dept X\",\"Dept Y\"]"},
      {"references = {Roe, One, 2001; Poe, Two, 2002}", "\"citation\":\"Poe, Two, 2002\""},
      {"file = {:C\\:/x.pdf:PDF}", "{\"kind\":\"bibtex:file\""},
  };
  static const meaning report[] = {
      {"number = {ABC-1}, institution = {Bureau}, type = {White paper}",
       "\"publisher\":\"Bureau\",\"publication_types\":[{\"name\":\"White paper\"}],"
       "\"extras\":[{\"kind\":\"bibtex:number\",\"text\":\"ABC-1\"}"},
  };
  check_meanings("article", meanings, COUNT(meanings));
  check_meanings("techreport", report, COUNT(report));
}
END_TEST

START_TEST(real_files_are_read_whole) {
  static const struct {
    const char *file;
    size_t records, untitled, abstracts, dois;
  } files[] = {
      {"NIME/nime2001.bib", 14, 0, 14, 14},
      {"NIME/nime2012_music.bib", 35, 0, 35, 0},
      {"NIME/nime2019.bib", 88, 0, 88, 88},
      {"NIME/nime2026.bib", 171, 0, 171, 171},
      {"citation-js/biblatex-input.bib", 28, 0, 0, 2},
      {"citation-js/bibtex-input.bib", 16, 0, 0, 0},
      {"citation-js/crossref.bib", 6, 2, 0, 0},
      {"citation-js/different delimiters.bib", 2, 0, 0, 0},
      {"citation-js/nameparts.bib", 8, 8, 0, 0},
  };
  for (size_t i = 0; i < COUNT(files); i++) {
    arena a;
    records all = {0};
    char name[256];
    arena_init(&a);
    snprintf(name, sizeof name, "bibliographies/%s", files[i].file);
    if (!read_shared(&bibtex_reader, name, &all, &a)) return;
    size_t untitled = 0, abstracts = 0, dois = 0;
    for (size_t k = 0; k < all.count; k++) {
      const record *r = &all.items[k];
      untitled += !r->title.size, abstracts += r->abstract.count > 0;
      dois += record_id(r, TEXT("doi")).size > 0;
      bool plain = text_find(r->title, TEXT("\\")) == TEXT_NONE || i > 3;
      ck_assert_msg(plain, "%s:%lld: %.*s", name, r->source_line, TEXT_ARG(r->title));
    }
    ck_assert_msg(all.count == files[i].records && untitled == files[i].untitled &&
                      abstracts == files[i].abstracts && dois == files[i].dois,
                  "%s: %zu records, %zu untitled, %zu abstracts, %zu DOIs", name, all.count,
                  untitled, abstracts, dois);
    arena_finish(&a);
  }
}
END_TEST

SUITE("read/bibtex", syntax, inheritance, names, fields, real_files_are_read_whole)
