/* CSL-JSON: exact records for invented items, and counts for real files. */
#include "read/records.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

#define ITEM(members) "[{\"type\":\"article-journal\",\"title\":\"Desks\"," members "}]"
#define ARTICLE "\"type\":\"journal-article\",\"title\":\"Desks\""

/* One date in all its forms. */
#define ISSUED(value, published) \
  { ITEM("\"issued\":" value), ARTICLE ",\"published\":\"" published "\"" }

static const json_case dates[] = {
    ISSUED("{\"date-parts\":[[2019]]}", "2019"),
    ISSUED("{\"date-parts\":[[2019,5,3]]}", "2019 May 3"),
    ISSUED("{\"date-parts\":[[\"2019\",\"05\"]]}", "2019 May"),
    ISSUED("{\"date-parts\":[[1998,12],[1999,1]]}", "1998 Dec-1999 Jan"),
    ISSUED("{\"date-parts\":[[2000,11],[2000,12]]}", "2000 Nov-Dec"),
    ISSUED("{\"date-parts\":[[2000,11,3],[2000,11,5]]}", "2000 Nov 3-5"),
    ISSUED("{\"date-parts\":[[1976],[1977]]}", "1976-1977"),
    ISSUED("{\"date-parts\":[[2000]],\"season\":1}", "2000 Spring"),
    ISSUED("{\"date-parts\":[[2000]],\"season\":\"Winter\"}", "2000 Winter"),
    ISSUED("{\"date-parts\":[[2000,23]]}", "2000 Fall"),
    ISSUED("{\"raw\":\"2014-07-06\"}", "2014 Jul 6"),
    ISSUED("{\"literal\":\"2000 Spring\"}", "2000 Spring"),
    ISSUED("{\"raw\":\"2008-09/2009\"}", "2008 Sep-2009"),
    ISSUED("\"2008-09-01\"", "2008 Sep 1"),
    ISSUED("2008", "2008"),
    {ITEM("\"issued\":{\"date-parts\":[[null]]}"), ARTICLE},
    {ITEM("\"issued\":{\"raw\":\"soon\"}"),
     ARTICLE ",\"extras\":[{\"kind\":\"csl:year\",\"text\":\"soon\"}]"},
    {ITEM("\"issued\":{\"date-parts\":[[2019]]},\"submitted\":{\"date-parts\":[[2018,2,1]]},"
          "\"accessed\":{\"date-parts\":[[2020,1,2]]}"),
     ARTICLE ",\"published\":\"2019\",\"dates\":[{\"kind\":\"received\",\"text\":\"2018 Feb 1\"}],"
             "\"extras\":[{\"kind\":\"csl:accessed\",\"text\":\"2020 Jan 2\"}]"},
};

START_TEST(dates_are_read) { check_json_cases(&csl_json_reader, dates, COUNT(dates)); }
END_TEST

static const json_case people[] = {
    {ITEM("\"author\":[{\"family\":\"Smith\",\"given\":\"John A\",\"suffix\":\"Jr\",\"ORCID\":"
          "\"https://orcid.org/0000-0002-1825-0097\",\"affiliation\":[{\"name\":\"Here\"}]},"
          "{\"literal\":\"The Desk Group\"},{\"given\":\"Plato\"},{}]"),
     ARTICLE ",\"people\":[{\"family\":\"Smith\",\"given\":\"John A\",\"initials\":\"JA\","
             "\"affiliations\":[\"Here\"],\"suffix\":\"Jr\",\"ids\":[{\"scheme\":\"orcid\","
             "\"value\":\"0000-0002-1825-0097\"}]},{\"collective\":\"The Desk Group\"},"
             "{\"collective\":\"Plato\"}]"},
    {ITEM("\"author\":[{\"family\":\"Berg\",\"given\":\"Jan\",\"non-dropping-particle\":\"van "
          "der\"},{\"family\":\"Alembert\",\"given\":\"J\",\"dropping-particle\":\"d'\"}]"),
     ARTICLE ",\"people\":[{\"family\":\"van der Berg\",\"given\":\"Jan\",\"initials\":\"J\"},"
             "{\"family\":\"d'Alembert\",\"given\":\"J\",\"initials\":\"J\"}]"},
    {ITEM("\"author\":[{\"family\":\"Born\",\"given\":\"L. et al.\"}],\"editor\":[{\"family\":"
          "\"Ed\"}],\"director\":[{\"family\":\"Di\"}]"),
     ARTICLE ",\"people\":[{\"family\":\"Born\",\"given\":\"L.\",\"initials\":\"L\"},"
             "{\"family\":\"Ed\",\"role\":\"editor\"},{\"family\":\"Di\",\"role\":\"director\"}],"
             "\"authors_incomplete\":true"},
    /* Names as texts are no CSL, but written. */
    {ITEM("\"author\":[\"Smith, John\"]"),
     ARTICLE ",\"people\":[{\"family\":\"Smith\",\"given\":\"John\",\"initials\":\"J\"}]"},
};

START_TEST(people_are_read) { check_json_cases(&csl_json_reader, people, COUNT(people)); }
END_TEST

static const json_case items[] = {
    /* Identifiers, in members of their own and in the note. */
    {ITEM("\"DOI\":\"https://doi.org/10.5555/A\",\"PMID\":99999991,\"PMCID\":\"PMC9\","
          "\"ISSN\":[\"1234-5678\",\"2345-6789\"],\"URL\":\"https://doi.org/10.5555/a\""),
     "\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.5555/a\"},"
     "{\"scheme\":\"pmid\",\"value\":\"99999991\"},{\"scheme\":\"pmc\",\"value\":\"PMC9\"}]"
     "," ARTICLE ",\"issns\":[{\"text\":\"1234-5678\"},{\"text\":\"2345-6789\"}]"},
    {ITEM("\"note\":\"PMID: 99999991\\nPMCID: PMC9\\nA note.\\nDOI: 10.5555/b\""),
     "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"99999991\"},{\"scheme\":\"pmc\",\"value\":\"PMC9\"}"
     ","
     "{\"scheme\":\"doi\",\"value\":\"10.5555/b\"}]," ARTICLE
     ",\"notes\":[{\"kind\":\"general\",\"text\":\"A note.\"}]"},
    /* A note that speaks of another article stays a note. */
    {ITEM("\"PMID\":\"99999991\",\"note\":\"PMID: 99999992\""),
     "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"99999991\"}]," ARTICLE
     ",\"notes\":[{\"kind\":\"general\",\"text\":\"PMID: 99999992\"}]"},
    {ITEM("\"number\":\"arXiv:9907.00001\",\"DOI\":\"10.48550/arXiv.9907.00001\""),
     "\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.48550/arxiv.9907.00001\"},"
     "{\"scheme\":\"arxiv\",\"value\":\"9907.00001\"}]," ARTICLE},
    /* Where it stands. */
    {ITEM("\"container-title\":\"Journal of desks\",\"container-title-short\":\"J Desk\","
          "\"volume\":\"3\",\"issue\":4,\"page\":\"12\xE2\x80\x93"
          "19\""),
     ARTICLE ",\"journal\":\"Journal of desks\",\"journal_abbreviation\":\"J Desk\","
             "\"volume\":\"3\",\"issue\":\"4\",\"pages\":\"12-19\""},
    {"{\"type\":\"chapter\",\"title\":\"A\",\"container-title\":\"B\",\"publisher\":\"P\","
     "\"publisher-place\":\"L\",\"ISBN\":\"978-3-16-148410-0\",\"collection-title\":\"S\"}",
     "\"type\":\"chapter\",\"title\":\"A\",\"book_title\":\"B\",\"series\":\"S\","
     "\"issns\":[{\"kind\":\"ISBN\",\"text\":\"978-3-16-148410-0\"}],\"publisher\":\"P\","
     "\"place\":\"L\""},
    /* Markup in texts, JATS's too. */
    {ITEM("\"abstract\":\"<jats:title>Abstract</jats:title><jats:sec><jats:title>Background"
          "</jats:title><jats:p>IL-2<jats:sup>+</jats:sup> &amp; more.</jats:p></jats:sec>\""),
     ARTICLE ",\"abstract\":[{\"label\":\"Background\",\"text\":\"IL-2\u207a & more.\"}]"},
    {ITEM("\"keyword\":\"desk, chair\",\"language\":\"en-US\",\"annote\":\"Mine.\""),
     ARTICLE ",\"languages\":[\"eng\"],\"keywords\":[{\"text\":\"desk\"},{\"text\":\"chair\"}],"
             "\"notes\":[{\"kind\":\"general\",\"text\":\"Mine.\"}]"},
    /* What has no place is kept. */
    {ITEM("\"id\":\"k1\",\"custom\":{\"tag\":\"t\",\"list\":[1,2]},\"moon\":{\"full\":true}"),
     ARTICLE ",\"extras\":[{\"kind\":\"csl:custom.tag\",\"text\":\"t\"},"
             "{\"kind\":\"csl:custom.list\",\"text\":\"[1,2]\"},"
             "{\"kind\":\"csl:moon\",\"text\":\"{\\\"full\\\":true}\"},"
             "{\"kind\":\"csl:id\",\"text\":\"k1\"}]"},
    /* Crossref's answers. */
    {"{\"status\":\"ok\",\"message\":{\"items\":[{\"type\":\"journal-article\",\"title\":["
     "\"Desks\"],"
     "\"container-title\":[],\"DOI\":\"10.5555/a\",\"funder\":[{\"name\":\"Fund\",\"award\":[\"1\","
     "\"2\"]}],\"reference\":[{\"DOI\":\"10.5555/b\",\"unstructured\":\"B.\"},{\"author\":\"Lee\","
     "\"year\":\"1999\",\"article-title\":\"C\",\"journal-title\":\"J\",\"volume\":\"1\"}]}]}}",
     "\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.5555/a\"}]," ARTICLE
     ",\"grants\":[{\"number\":\"1\",\"agency\":\"Fund\"},{\"number\":\"2\",\"agency\":\"Fund\"}],"
     "\"links\":[{\"kind\":\"cites\",\"ids\":[{\"scheme\":\"doi\",\"value\":\"10.5555/b\"}],"
     "\"citation\":\"B.\"},{\"kind\":\"cites\",\"citation\":\"Lee (1999) C. J 1\"}]"},
    /* What cannot be used. */
    {"[{\"type\":\"book\",\"id\":\"b\"},7,{\"type\":\"book\",\"title\":\"\\u00\"},"
     "{\"type\":\"book\",\"title\":\"T\"}]",
     "skipped 1: an item without title, author or anything else to keep\n"
     "skipped 1: a JSON value that is no record\n"
     "skipped 1: malformed JSON: invalid escape near '\"\\u00\"'\n"
     "\"type\":\"book\",\"title\":\"T\""},
};

START_TEST(items_are_read) { check_json_cases(&csl_json_reader, items, COUNT(items)); }
END_TEST

static const struct {
  const char *head;
  bool recognised;
} heads[] = {
    {"[{\"id\":\"a\",\"type\":\"book\",\"ISBN\":\"1\"", true},
    {"{\"type\":\"book\",\"title\":\"T\",\"author\":[]}", true},
    {"{\"items\":[{\"type\":\"book\",\"issued\":{}}]}", true},
    {"{\"type\":\"book\"}", false},
    {"{\"items\":[{\"size\":5}]}", false},
    {"[1,2]", false},
    {"{}", false},
};

START_TEST(files_are_recognised) {
  for (size_t i = 0; i < COUNT(heads); i++) {
    const reader *found = reader_recognise(text_of(heads[i].head));
    ck_assert_msg((found == &csl_json_reader) == heads[i].recognised, "%s", heads[i].head);
  }
}
END_TEST

static const struct {
  const char *file;
  size_t records, people, dated, with_doi, with_pmid;
} files[] = {
    {"bibliographies/citation-js/biblatex-csl.json", 28, 68, 28, 2, 1},
    {"bibliographies/citation-js/bibtex-csl.json", 16, 31, 16, 0, 0},
};

START_TEST(real_files_are_read) {
  for (size_t i = 0; i < COUNT(files); i++) {
    arena a;
    records all = {0};
    size_t people_count = 0, dated = 0, doi = 0, pmid = 0;
    arena_init(&a);
    if (!read_shared(&csl_json_reader, files[i].file, &all, &a)) return;
    for (size_t k = 0; k < all.count; k++) {
      const record *r = &all.items[k];
      people_count += r->people.count;
      dated += record_year(r) > 0;
      doi += record_id(r, TEXT("doi")).size > 0;
      pmid += record_id(r, TEXT("pmid")).size > 0;
      ck_assert(r->title.size > 0);
    }
    ck_assert_uint_eq(all.count, files[i].records);
    ck_assert_uint_eq(people_count, files[i].people);
    ck_assert_uint_eq(dated, files[i].dated);
    ck_assert_uint_eq(doi, files[i].with_doi);
    ck_assert_uint_eq(pmid, files[i].with_pmid);
    arena_finish(&a);
  }
}
END_TEST

SUITE("read/csl_json", dates_are_read, people_are_read, items_are_read, files_are_recognised,
      real_files_are_read)
