/* One library in four formats: the same records, but for what a format cannot carry. A person
 * exported these articles from PubMed (nbib, 80 of them) and, by way of EndNote, as RIS, as XML
 * and, from that, as JSON. */
#include <string.h>

#include "read/records.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* How many records differ in a member, and in how many of these the later format has nothing. */
typedef struct difference {
  const char *member;
  size_t differing, missing;
  const char *why;
} difference;

/* Not members: what the people are called, and all subject words, whatever they are taken for. */
#define NAMES "names"
#define SUBJECTS "subjects"

static const difference nbib_ris[] = {
    {"ids", 55, 0, "EndNote leaves out the publisher's number (PII)"},
    {"people", 29, 0, "addresses are one list for all authors; names have periods"},
    {NAMES, 2, 0, "Jr. instead of Jr"},
    {"journal", 79, 0, "the abbreviation alone"},
    {"journal_abbreviation", 80, 80, "it stands for the journal"},
    {"nlm_id", 80, 80, "no field for it"},
    {"country", 69, 69, "among the notes, unlabelled"},
    {"issns", 80, 0, "one, perhaps with its kind; the others among the notes"},
    {"pages", 1, 0, "EndNote made CD007917 into Cd007917"},
    {"article_number", 3, 3, "in the place of pages"},
    {"dates", 80, 62, "only the day of the electronic version"},
    {"copyright", 15, 15, "no field for it"},
    {"headings", 59, 0, "only headings with a star or a qualifier can be told from keywords"},
    {"keywords", 62, 0, "likewise, and nobody who owns them"},
    {SUBJECTS, 1, 0, "EndNote made LED into Led"},
    {"substances", 39, 39, "no field for them"},
    {"grants", 3, 3, "no field for them"},
    {"citation_subsets", 71, 71, "no field for them"},
    {"owner", 80, 80, "no field for it"},
    {"status", 80, 80, "no field for it"},
    {"publication_status", 80, 80, "no field for it"},
    {"notes", 80, 0, "EndNote's import makes some"},
    {"extras", 80, 0, "each format's own"},
    {"links", 2, 2, "no field for comments"},
};

static const difference ris_xml[] = {
    {"journal", 86, 0, "RIS has the abbreviation alone"},
    {"journal_abbreviation", 87, 0, "it stands for the journal in RIS"},
};

static const difference xml_json[] = {
    {"ids", 102, 24, "RefLib leaves out the accession number, here the PMID"},
    {"vernacular_title", 4, 4, "RefLib leaves out the original title"},
    {"journal", 86, 0, "the abbreviation alone"},
    {"journal_abbreviation", 87, 87, "it stands for the journal"},
    {"dates", 37, 37, "RefLib leaves out the edition, here the electronic day"},
    {"languages", 102, 102, "RefLib leaves out the language"},
    {"conflict_of_interest", 1, 0, "line separators have become spaces"},
};

/* --- What is compared --- */

static int by_bytes(const void *a, const void *b) {
  return text_compare(*(const text *)a, *(const text *)b);
}

/* "Acne Vulgaris/drug therapy" */
static text heading_words(const heading *h, arena *a) {
  text words = h->name;
  for (size_t i = 0; i < h->qualifiers.count; i++)
    words = arena_join(a, words, TEXT("/"), h->qualifiers.items[i].name);
  return words;
}

static text subjects_of(const record *r, arena *a) {
  texts all = {0};
  for (size_t i = 0; i < r->headings.count; i++)
    *list_push(a, &all) = heading_words(&r->headings.items[i], a);
  for (size_t i = 0; i < r->keywords.count; i++) *list_push(a, &all) = r->keywords.items[i].text;
  if (all.count) qsort(all.items, all.count, sizeof *all.items, by_bytes);
  return texts_join(a, &all, TEXT("; "));
}

static text names_of(const record *r, arena *a) {
  texts all = {0};
  for (size_t i = 0; i < r->people.count; i++)
    *list_push(a, &all) = person_short_name(&r->people.items[i], a);
  return texts_join(a, &all, TEXT("; "));
}

/* A record with this member alone, as JSON. PubMed ends titles with a period. */
static text member_of(const record *whole, const member *m, arena *a) {
  record r;
  record_init(&r, a);
  size_t size = m->shape == SHAPE_TEXT      ? sizeof(text)
                : m->shape == SHAPE_NUMBER  ? sizeof(long long)
                : m->shape == SHAPE_BOOLEAN ? sizeof(bool)
                                            : sizeof(any_list);
  memcpy(member_place(m, &r), member_place(m, whole), size);
  r.title = text_trim_end(r.title, ".");
  buffer json = {0};
  record_json_add_members(&json, &r);
  text copy = arena_text(a, buffer_text(&json));
  buffer_finish(&json);
  return copy;
}

typedef struct tally {
  size_t differing, missing;
  text example;
} tally;

static void count(tally *t, text before, text after, arena *a) {
  if (text_equal(before, after)) return;
  t->differing++;
  t->missing += after.size == 0;
  if (!t->example.size)
    t->example = arena_printf(a, "%.*s became %.*s", TEXT_ARG(before), TEXT_ARG(after));
}

/* --- Comparing two formats --- */

typedef struct pair {
  const char *name;
  const reader *from, *to;
  const char *from_file, *to_file;
  size_t from_records, to_records;
  const difference *allowed;
  size_t allowed_count;
} pair;

#define FOLDER "bibliographies/IEBH_RefLib/blue-light."

static const pair pairs[] = {
    {"nbib as RIS", &medline_reader, &ris_reader, FOLDER "nbib", FOLDER "ris", 80, 102, nbib_ris,
     COUNT(nbib_ris)},
    {"RIS as XML", &ris_reader, &endnote_xml_reader, FOLDER "ris", FOLDER "xml", 102, 102, ris_xml,
     COUNT(ris_xml)},
    {"XML as JSON", &endnote_xml_reader, &reflib_json_reader, FOLDER "xml", FOLDER "json", 102, 102,
     xml_json, COUNT(xml_json)},
};

/* EndNote's number of the reference. */
static text number_of(const record *r) {
  for (size_t i = 0; i < r->extras.count; i++)
    if (text_equal(r->extras.items[i].kind, TEXT("ris:ID"))) return r->extras.items[i].text;
  return (text){"", 0};
}

static const record *counterpart(const records *all, const record *r) {
  text pmid = record_id(r, TEXT("pmid")), number = number_of(r);
  for (size_t i = 0; i < all->count; i++) {
    const record *other = &all->items[i];
    if (number.size && text_equal(number_of(other), number)) return other;
    if (pmid.size && text_equal(record_id(other, TEXT("pmid")), pmid)) return other;
  }
  return NULL;
}

static void check_tally(const pair *p, text name, const tally *t) {
  difference allowed = {.member = "", .why = "nothing"};
  for (size_t i = 0; i < p->allowed_count; i++)
    if (text_equal(text_of(p->allowed[i].member), name)) allowed = p->allowed[i];
  ck_assert_msg(t->differing == allowed.differing && t->missing == allowed.missing,
                "%s, %.*s: %zu differ, %zu are missing, where %zu and %zu are allowed (%s): %.*s",
                p->name, TEXT_ARG(name), t->differing, t->missing, allowed.differing,
                allowed.missing, allowed.why, TEXT_ARG(t->example));
}

static bool check_pair(const pair *p, arena *a) {
  records from = {0}, to = {0};
  if (!read_shared(p->from, p->from_file, &from, a)) return false;
  if (!read_shared(p->to, p->to_file, &to, a)) return false;
  ck_assert_uint_eq(from.count, p->from_records);
  ck_assert_uint_eq(to.count, p->to_records);
  tally *tallies = arena_alloc(a, (record_members.count + 2) * sizeof *tallies);
  tally *names = tallies + record_members.count, *subjects = names + 1;
  for (size_t i = 0; i < from.count; i++) {
    const record *before = &from.items[i], *after = counterpart(&to, before);
    ck_assert_msg(after != NULL, "%s: %.*s is lost", p->name, TEXT_ARG(before->title));
    for (size_t k = 0; k < record_members.count; k++) {
      const member *m = &record_members.members[k];
      if (text_equal(m->name, TEXT("source_line"))) continue;
      count(&tallies[k], member_of(before, m, a), member_of(after, m, a), a);
    }
    count(names, names_of(before, a), names_of(after, a), a);
    count(subjects, subjects_of(before, a), subjects_of(after, a), a);
  }
  for (size_t k = 0; k < record_members.count; k++)
    check_tally(p, record_members.members[k].name, &tallies[k]);
  check_tally(p, TEXT(NAMES), names);
  check_tally(p, TEXT(SUBJECTS), subjects);
  return true;
}

START_TEST(one_library_in_four_formats) {
  for (size_t i = 0; i < COUNT(pairs); i++) {
    arena a;
    arena_init(&a);
    bool there = check_pair(&pairs[i], &a);
    arena_finish(&a);
    if (!there) return;
  }
}
END_TEST

SUITE("read/formats_agree", one_library_in_four_formats)
