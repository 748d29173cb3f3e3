/* carrel help query: a page on the query language, its tags out of the table of fields. */
#include "cli/help.h"
#include "cli/table.h"

/* Columns: where words begin, behind the forms and behind the tags. */
enum { COLUMN_OF_WORDS = 30, COLUMN_OF_LABELS = 12, COLUMN_OF_EXAMPLES = 44 };

typedef struct form {
  const char *typed, *says;
} form;

static const form pubmed_forms[] = {
    {"her2 resistance", "both words, in any form, and what they mean in MeSH"},
    {"\"drug resistance\"", "these words, in this order"},
    {"resistan*  \"breast feed*\"", "words that begin so"},
    {"=resistance", "this word in this form only"},
    {"resistance[ti]", "in a field; the tags are below"},
    {"drug resistance[tiab]", "a phrase in a field"},
    {"(heart OR cardiac)[ti]", "all of these in a field"},
    {"a AND b OR c NOT d", "in capitals, from left to right: ((a AND b) OR c) NOT d"},
    {"a AND (b OR c)", "what stands in brackets comes first"},
    {"\"hip pain\"[tiab:~3]", "near each other, in any order, at most 3 words between"},
    {"breast neoplasms[mh]", "a MeSH heading and those below it; [mh:noexp] without"},
    {"neoplasms/drug therapy[mh]", "a heading with a subheading; neoplasms/dt too"},
    {"smith j[au]", "all whose initials begin so; \"smith j\"[au] just this one"},
    {"2019:2024[dp]", "a range of dates, yyyy/mm/dd; 2019:3000[dp] without an end"},
    {"\"last 5 years\"[dp]", "days, weeks, months, years"},
    {"39821040 10.5555/x", "identifiers"},
    {"hasabstract  all[sb]", "records that have an abstract; all records"},
    {"#1 AND query:name", "an earlier search; a saved one"},
};

static const form ovid_forms[] = {
    {"exp Breast Neoplasms/", "a heading and those below it; without exp just itself"},
    {"*Neoplasms/dt", "as a major topic; with a subheading"},
    {"her2.ti,ab,kf.", "in fields; without them in .mp."},
    {"drug resistance", "a phrase"},
    {"hip adj3 pain", "at most 2 words between; adj: side by side"},
    {"resistan$ wom#n tumo?r", "any letters; one letter; one or none"},
    {"a and (b or c) not d", "adj, then and, then not, then or"},
    {"or/1-4  3 and 5", "lines of a strategy, or earlier searches"},
    {"limit 5 to english", "languages, years (yr=\"2010 -Current\"), ages, types"},
};

static void add_head(output *out, const char *head) {
  buffer_put(&out->bytes, "\n");
  layout_line(out, 0, text_of(head), STYLE_HEAD);
}

static void add_forms(output *out, const form *forms, size_t count) {
  static const size_t places[] = {2, COLUMN_OF_WORDS};
  for (size_t i = 0; i < count; i++)
    table_row(out, (text[]){text_of(forms[i].typed), text_of(forms[i].says)}, places, 2);
}

#define ADD_FORMS(out, forms) add_forms((out), (forms), sizeof(forms) / sizeof *(forms))

void help_query(output *out) {
  static const size_t places[] = {2, COLUMN_OF_LABELS, COLUMN_OF_EXAMPLES};
  layout_line(out, 0, TEXT("Queries, in PubMed's language"), STYLE_HEAD);
  ADD_FORMS(out, pubmed_forms);
  add_head(out, "In Ovid's language, which is known by its signs, or with --syntax ovid");
  ADD_FORMS(out, ovid_forms);
  add_head(out, "Tags");
  for (size_t i = 0; i < field_count; i++) {
    text tag = arena_printf(out->scratch, "[%s]", fields[i].name);
    table_row(out, (text[]){tag, text_of(fields[i].label), text_of(fields[i].example)}, places, 3);
  }
  buffer_put(&out->bytes, "\n");
  layout_line(out, 0,
              TEXT("`carrel explain QUERY` shows how a query was read; the manual page "
                   "carrel-query(7) tells all."),
              STYLE_PLAIN);
}
