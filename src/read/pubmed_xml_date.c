/* Dates: put together as PubMed prints a date of publication. */
#include "base/date.h"

#include "base/list.h"
#include "read/pubmed_xml.h"

/* Dates of the history under which PubMed's MEDLINE format gives them a second time (EDAT, MHDA,
 * CRDT), so that they are found under the same name whatever the record was read from. */
static const struct {
  text status, kind;
} second_kinds[] = {{TEXT_STATIC("pubmed"), TEXT_STATIC("entry")},
                    {TEXT_STATIC("medline"), TEXT_STATIC("mesh")},
                    {TEXT_STATIC("entrez"), TEXT_STATIC("created")}};

static void date_start(pubmed_xml *x) {
  x->date.year = x->date.month = x->date.day = x->date.season = x->date.medline = (text){"", 0};
  x->date.kind = x->rule->word;
}

/* PubMedPubDate@PubStatus, ArticleDate@DateType: their words are the kind. */
static void named_date_start(pubmed_xml *x) {
  date_start(x);
  text kind = pubmed_attribute(x, "PubStatus");
  if (!kind.size) kind = pubmed_attribute(x, "DateType");
  if (kind.size) x->date.kind = pubmed_lower(x, kind);
}

/* As PubMed prints it: "2025 Mar 15", "2000 Spring", "1998 Dec-1999 Jan". */
static text date_text(pubmed_xml *x) {
  arena *a = x->record->arena;
  if (x->date.medline.size || !x->date.year.size) return x->date.medline;
  text month = x->date.month.size ? x->date.month : x->date.season;
  int number = text_find_byte(month, '-') == TEXT_NONE ? date_month(month) : 0;
  if (number) month = date_month_name(number);
  text day = x->date.day;
  if (text_starts(day, TEXT("0"))) day = text_slice(day, 1, day.size);
  text until_month = arena_join(a, x->date.year, TEXT(" "), month);
  return month.size ? arena_join(a, until_month, TEXT(" "), day) : until_month;
}

static void add_date(pubmed_xml *x, text kind, text date) {
  const record *r = x->record;
  for (size_t i = 0; i < r->dates.count; i++)
    if (text_equal(r->dates.items[i].kind, kind) && text_equal(r->dates.items[i].text, date))
      return;
  pubmed_add_kinded(x, &x->record->dates, kind, date);
}

static void date_end(pubmed_xml *x) {
  text date = date_text(x);
  add_date(x, x->date.kind, date);
  for (size_t i = 0; i < sizeof second_kinds / sizeof *second_kinds; i++)
    if (text_equal(x->date.kind, second_kinds[i].status)) add_date(x, second_kinds[i].kind, date);
}

static void published_end(pubmed_xml *x) { x->record->published = date_text(x); }

#define DATE(parent, name, kind) \
  GROUP(parent, name, IN_DATE, .start = date_start, .end = date_end, .word = TEXT_STATIC(kind))

static const rule rows[] = {
    GROUP(IN_ISSUE, "PubDate", IN_DATE, .start = date_start, .end = published_end),
    GROUP(IN_BOOK, "PubDate", IN_DATE, .start = date_start, .end = published_end),
    DATE(IN_BOOK, "BeginningDate", "beginning"),
    DATE(IN_BOOK, "EndingDate", "ending"),
    DATE(IN_DOCUMENT, "ContributionDate", "contributed"),
    DATE(IN_DOCUMENT, "DateRevised", "last-revised"),
    DATE(IN_CITATION, "DateCreated", "citation-created"),
    DATE(IN_CITATION, "DateCompleted", "completed"),
    DATE(IN_CITATION, "DateRevised", "last-revised"),
    GROUP(IN_BODY, "ArticleDate", IN_DATE, .start = named_date_start, .end = date_end,
          .word = TEXT_STATIC("electronic")),
    GROUP(IN_HISTORY, "PubMedPubDate", IN_DATE, .start = named_date_start, .end = date_end,
          .word = TEXT_STATIC("history")),
    MEMBER(IN_DATE, "Year", HOLDER_READER, pubmed_xml, date.year),
    MEMBER(IN_DATE, "Month", HOLDER_READER, pubmed_xml, date.month),
    MEMBER(IN_DATE, "Day", HOLDER_READER, pubmed_xml, date.day),
    MEMBER(IN_DATE, "Season", HOLDER_READER, pubmed_xml, date.season),
    MEMBER(IN_DATE, "MedlineDate", HOLDER_READER, pubmed_xml, date.medline),
    PART(IN_DATE, "Hour", IN_NOTHING),
    PART(IN_DATE, "Minute", IN_NOTHING),
    PART(IN_DATE, "Second", IN_NOTHING),
};
const rule_table pubmed_date_rules = RULE_TABLE(rows);
