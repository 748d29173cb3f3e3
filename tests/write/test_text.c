/* The text format: invented records as exact lines at several widths. */
#include "model/members.h"
#include "render.h"

#define ARTICLE                                                                                 \
  "{\"ids\":[{\"scheme\":\"pmid\",\"value\":\"101\"},{\"scheme\":\"pii\",\"value\":\"S1\"},"    \
  "{\"scheme\":\"doi\",\"value\":\"10.5555/example.desk.2024.0001\"}],"                         \
  "\"title\":\"Reading desks in resistant libraries: a trial\","                                \
  "\"people\":[{\"family\":\"Smith\",\"given\":\"John A\",\"affiliations\":[\"Desk Institute\"" \
  ",\"Wood College\"]},{\"family\":\"M\xC3\xBCller\",\"initials\":\"K\",\"affiliations\":["     \
  "\"Wood College\"]},{\"collective\":\"Desk Study Group\"},{\"family\":\"Ng\"},"               \
  "{\"family\":\"Ito\",\"role\":\"editor\"}],"                                                  \
  "\"journal\":\"Journal of Invented Results\",\"journal_abbreviation\":\"J Invent Res\","      \
  "\"published\":\"2024 Mar 5\",\"volume\":\"12\",\"issue\":\"3\",\"pages\":\"45-67\","         \
  "\"abstract\":[{\"label\":\"AIM\",\"text\":\"To sit.\"},{\"text\":\"We sat for hours.\"}],"   \
  "\"headings\":[{\"name\":\"Wood\",\"major\":true,\"qualifiers\":[{\"name\":\"history\"}]}],"  \
  "\"substances\":[{\"name\":\"Lacquer\",\"registry_number\":\"0\"}],"                          \
  "\"links\":[{\"kind\":\"cites\",\"citation\":\"Old K (1999) Tables\"},"                       \
  "{\"kind\":\"similar\",\"title\":\"Chairs.\",\"citation\":\"J Invent Res. PMID: 77\","        \
  "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"77\"},{\"scheme\":\"doi\",\"value\":"              \
  "\"10.5555/77\"}],\"note\":\"Review\"},{\"kind\":\"odd\",\"title\":\"Stools\"}]}"

#define AT_80                                                  \
  " 1. Reading desks in resistant libraries: a trial\n"        \
  "    Smith JA, M\xC3\xBCller K, Desk Study Group, et al.\n"  \
  "    J Invent Res. 2024;12(3):45-67.\n"                      \
  "    PMID 101 \xC2\xB7 doi 10.5555/example.desk.2024.0001\n" \
  "    \xE2\x80\xA6 desk resistance \xE2\x80\xA6\n"

#define AT_0                                                                \
  " 1. Reading desks in resistant libraries: a trial\n"                     \
  "    Smith JA, M\xC3\xBCller K, Desk Study Group, et al.  J Invent Res. " \
  "2024;12(3):45-67.\n"                                                     \
  "    PMID 101 \xC2\xB7 doi 10.5555/example.desk.2024.0001\n"              \
  "    \xE2\x80\xA6 desk resistance \xE2\x80\xA6\n"

#define AT_40                                   \
  " 1. Reading desks in resistant\n"            \
  "    libraries: a trial\n"                    \
  "    Smith JA, M\xC3\xBCller K, Desk Study\n" \
  "    Group, et al.\n"                         \
  "    J Invent Res. 2024;12(3):45-67.\n"       \
  "    PMID 101 \xC2\xB7\n"                     \
  "    doi 10.5555/example.desk.2024.0001\n"    \
  "    \xE2\x80\xA6 desk resistance \xE2\x80\xA6\n"

#define IN_COLOR                                                                           \
  " 1. \x1b[1mReading\x1b[0m \x1b[1;4mdesks\x1b[0m \x1b[1min resistant libraries: a trial" \
  "\x1b[0m\n"                                                                              \
  "    Smith JA, M\xC3\xBCller K, Desk Study Group, et al.  J Invent Res. "                \
  "2024;12(3):45-67.\n"                                                                    \
  "    \x1b[2mPMID 101 \xC2\xB7 doi 10.5555/example.desk.2024.0001\x1b[0m\n"               \
  "    \xE2\x80\xA6 \x1b[1;4mdesk\x1b[0m resistance \xE2\x80\xA6\n"

#define WHOLE                                                 \
  "Reading desks in resistant libraries: a trial\n"           \
  "Smith JA, M\xC3\xBCller K, Desk Study Group, et al.\n"     \
  "J Invent Res. 2024 Mar 5;12(3):45-67.\n"                   \
  "PMID 101 \xC2\xB7 pii S1 \xC2\xB7\n"                       \
  "doi 10.5555/example.desk.2024.0001\n"                      \
  "\n"                                                        \
  "Abstract\n"                                                \
  "  AIM: To sit.\n"                                          \
  "  We sat for hours.\n"                                     \
  "\n"                                                        \
  "Details\n"                                                 \
  "  MeSH terms: Wood* / history\n"                           \
  "  Substances: Lacquer\n"                                   \
  "  Journal: Journal of Invented Results\n"                  \
  "  Journal abbreviation: J Invent Res\n"                    \
  "  Volume: 12\n"                                            \
  "  Issue: 3\n"                                              \
  "  Pages: 45-67\n"                                          \
  "  Published: 2024 Mar 5\n"                                 \
  "\n"                                                        \
  "Authors (4)\n"                                             \
  "  Smith, John A [1,2]; M\xC3\xBCller, K [2]; Desk Study\n" \
  "  Group; Ng\n"                                             \
  "\n"                                                        \
  "Editors\n"                                                 \
  "  Ito\n"                                                   \
  "\n"                                                        \
  "Affiliations\n"                                            \
  "   1. Desk Institute\n"                                    \
  "   2. Wood College\n"                                      \
  "\n"                                                        \
  "Similar articles (1)\n"                                    \
  "  - Chairs. J Invent Res. PMID: 77\n"                      \
  "    doi 10.5555/77 (Review)\n"                             \
  "\n"                                                        \
  "References (1)\n"                                          \
  "  - Old K (1999) Tables\n"                                 \
  "\n"                                                        \
  "odd (1)\n"                                                 \
  "  - Stools\n"

static const struct {
  render_options options;
  const char *expected;
} widths[] = {
    {{.columns = 0}, AT_0},
    {{.columns = 40}, AT_40},
    {{.columns = 80}, AT_80},
    {{.columns = 0, .color = true}, IN_COLOR},
    {{.columns = 48, .whole = true}, WHOLE},
};

START_TEST(test_widths) {
  arena a;
  arena_init(&a);
  hit h = hit_of(ARTICLE, 1, &a);
  *list_push(&a, &h.title_marks) = (span){8, 5};
  h.snippet = TEXT("\xE2\x80\xA6 desk resistance \xE2\x80\xA6");
  *list_push(&a, &h.snippet_marks) = (span){4, 4};
  for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
    assert_text(render(&writer_text, &h, 1, widths[i].options, &a), widths[i].expected);
  arena_finish(&a);
}
END_TEST

/* One record or stub a row, as a list. */
static const struct {
  const char *record;
  const char *citation; /* NULL: it is in the library */
  const char *expected;
} rows[] = {
    {"{}", NULL, " 1. (no title)\n"},
    {"{\"title\":\"T\",\"publication_types\":[{\"name\":\"Retracted Publication\"}]}", NULL,
     " 1. [RETRACTED] T\n"},
    {"{\"title\":\"RETRACTED: T\",\"links\":[{\"kind\":\"retraction-in\"}]}", NULL,
     " 1. RETRACTED: T\n"},
    {"{\"title\":\"T\",\"people\":[{\"family\":\"Ed\",\"given\":\"Al\",\"role\":\"editor\"}],"
     "\"published\":\"1999\"}",
     NULL, " 1. T\n    Ed A, eds.  1999.\n"},
    {"{\"title\":\"C\",\"book_title\":\"B\",\"publisher\":\"P\",\"published\":\"1999\","
     "\"pages\":\"1-2\",\"people\":[{\"family\":\"Ng\"}],\"authors_incomplete\":true}",
     NULL, " 1. C\n    Ng, et al.  In: B. P; 1999. p. 1-2.\n"},
    {"{\"book_title\":\"B\",\"publisher\":\"P.\"}", NULL, " 1. B\n    P.\n"},
    {"{\"title\":\"T\",\"journal\":\"J.\",\"article_number\":\"e7\",\"published\":\"soon\"}", NULL,
     " 1. T\n    J. soon:e7.\n"},
    {"{\"title\":\"T\",\"ids\":[{\"scheme\":\"arxiv\",\"value\":\"2503.1\"}]}", NULL,
     " 1. T\n    arXiv 2503.1\n"},
    {"{\"ids\":[{\"scheme\":\"pmid\",\"value\":\"7\"}],\"title\":\"T\"}", "J. 2020;1:1.",
     " 1. T\n    J. 2020;1:1.\n    PMID 7 \xC2\xB7 not in the library\n"},
    {"{\"ids\":[{\"scheme\":\"pmid\",\"value\":\"7\"},{\"scheme\":\"doi\",\"value\":\"10.5555/a\"},"
     "{\"scheme\":\"pmc\",\"value\":\"PMC8\"}],\"title\":\"T\"}",
     "J. 2020;1:1. doi: 10.5555/A. PMID: 7",
     " 1. T\n    J. 2020;1:1. doi: 10.5555/A. PMID: 7\n"
     "    PMID 7 \xC2\xB7 PMC8 \xC2\xB7 not in the library\n"},
    {"{\"ids\":[{\"scheme\":\"pmid\",\"value\":\"7\"}]}", "",
     " 1. PMID 7\n    PMID 7 \xC2\xB7 not in the library\n"},
    {"{}", "Old K (1999) Tables", " 1. Old K (1999) Tables\n    not in the library\n"},
};

START_TEST(test_rows) {
  arena a;
  arena_init(&a);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    hit h = hit_of(rows[i].record, 1, &a);
    h.in_library = !rows[i].citation;
    h.citation = text_of(rows[i].citation);
    assert_text(render(&writer_text, &h, 1, (render_options){0}, &a), rows[i].expected);
  }
  arena_finish(&a);
}
END_TEST

START_TEST(test_groups) {
  arena a;
  arena_init(&a);
  hit hits[] = {hit_of("{\"title\":\"A\"}", 9, &a), hit_of("{\"title\":\"B\"}", 99, &a),
                hit_of("{\"title\":\"C\"}", 100, &a)};
  hits[0].group = TEXT("First");
  hits[1].group = hits[2].group = TEXT("Second");
  assert_text(render(&writer_text, hits, 3, (render_options){0}, &a),
              "First\n\n 9. A\n\nSecond\n\n99. B\n\n100. C\n");
  arena_finish(&a);
}
END_TEST

/* Puts a mark of its own into every member that can hold one. */
static void fill(const member_table *table, void *structure, size_t *made, arena *a) {
  for (size_t i = 0; i < table->count; i++) {
    const member *m = &table->members[i];
    void *place = member_place(m, structure);
    any_list *list = place;
    switch (m->shape) {
      case SHAPE_TEXT:
        *(text *)place = arena_printf(a, "mark%zu.", ++*made);
        break;
      case SHAPE_NUMBER:
        *(long long *)place = 4711;
        break;
      case SHAPE_BOOLEAN:
        *(bool *)place = true;
        break;
      case SHAPE_TEXTS:
        *list_push(a, (texts *)place) = arena_printf(a, "mark%zu.", ++*made);
        break;
      case SHAPE_ITEMS:
        fill(m->parts,
             list_grow(a, (void **)&list->items, &list->count, &list->capacity, m->parts->size),
             made, a);
        break;
    }
  }
}

/* Whether what fill put into the member (its first text, for a list of structs) is shown. */
static bool is_shown(const member *m, const record *r, text shown) {
  const void *place = member_place(m, r);
  if (m->shape == SHAPE_TEXT) return text_find(shown, *(const text *)place) != TEXT_NONE;
  if (m->shape == SHAPE_TEXTS)
    return text_find(shown, ((const texts *)place)->items[0]) != TEXT_NONE;
  if (m->shape != SHAPE_ITEMS) return true;
  const void *item = ((const any_list *)place)->items;
  for (size_t i = 0; i < m->parts->count; i++) {
    const member *part = &m->parts->members[i];
    const text *value = member_place(part, item);
    if (part->shape == SHAPE_TEXT && text_find(shown, *value) != TEXT_NONE) return true;
  }
  return false;
}

/* No member is forgotten: this fails when the record gets a member that text_whole.c lacks. */
START_TEST(test_every_member) {
  arena a;
  arena_init(&a);
  record *r = arena_new(&a, record);
  size_t made = 0;
  record_init(r, &a);
  fill(&record_members, r, &made, &a);
  hit h = {.rank = 1, .record = r, .in_library = true};
  text shown = render(&writer_text, &h, 1, (render_options){.whole = true}, &a);
  for (size_t i = 0; i < record_members.count; i++)
    ck_assert_msg(is_shown(&record_members.members[i], r, shown), "%.*s is not shown in:\n%.*s",
                  TEXT_ARG(record_members.members[i].name), TEXT_ARG(shown));
  arena_finish(&a);
}
END_TEST

SUITE("write/text", test_widths, test_rows, test_groups, test_every_member)
