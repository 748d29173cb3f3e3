/* Web of Science's tables: the fields of its tagged format (ciw_tags.c) as columns, which are named
 * by tags or in full. Source: Clarivate, "Web of Science Core Collection Field Tags". */
#include "read/ciw.h"
#include "read/csv.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define NAMED(name, tag) \
  { TEXT_STATIC(name), TEXT_STATIC(tag) }

static const struct {
  text name, tag;
} columns_in_full[] = {
    NAMED("Publication Type", "PT"),
    NAMED("Authors", "AU"),
    NAMED("Book Authors", "BA"),
    NAMED("Book Editors", "BE"),
    NAMED("Book Group Authors", "GP"),
    NAMED("Author Full Names", "AF"),
    NAMED("Book Author Full Names", "BF"),
    NAMED("Group Authors", "CA"),
    NAMED("Article Title", "TI"),
    NAMED("Source Title", "SO"),
    NAMED("Book Series Title", "SE"),
    NAMED("Language", "LA"),
    NAMED("Document Type", "DT"),
    NAMED("Author Keywords", "DE"),
    NAMED("Keywords Plus", "ID"),
    NAMED("Abstract", "AB"),
    NAMED("Addresses", "C1"),
    NAMED("Researcher Ids", "RI"),
    NAMED("ORCIDs", "OI"),
    NAMED("Funding Orgs", "FU"),
    NAMED("Cited References", "CR"),
    NAMED("Publisher", "PU"),
    NAMED("Publisher City", "PI"),
    NAMED("ISSN", "SN"),
    NAMED("eISSN", "EI"),
    NAMED("ISBN", "BN"),
    NAMED("Journal Abbreviation", "J9"),
    NAMED("Journal ISO Abbreviation", "JI"),
    NAMED("Publication Date", "PD"),
    NAMED("Publication Year", "PY"),
    NAMED("Volume", "VL"),
    NAMED("Issue", "IS"),
    NAMED("Start Page", "BP"),
    NAMED("End Page", "EP"),
    NAMED("Article Number", "AR"),
    NAMED("DOI", "DI"),
    NAMED("Early Access Date", "EA"),
    NAMED("Pubmed Id", "PM"),
    NAMED("UT (Unique WOS ID)", "UT"),
    NAMED("UT (Unique ID)", "UT"),
};

text csv_tag_of_web_of_science(text name) {
  for (size_t i = 0; i < COUNT(columns_in_full); i++)
    if (text_equal_nocase(columns_in_full[i].name, name) ||
        text_equal(columns_in_full[i].tag, name))
      return columns_in_full[i].tag;
  return (text){"", 0};
}

/* Whether the tagged format has the items of the field one a line. */
static bool is_list(text tag) {
  static const text tags[] = {TEXT_STATIC("AU"), TEXT_STATIC("AF"), TEXT_STATIC("BA"),
                              TEXT_STATIC("BF"), TEXT_STATIC("BE"), TEXT_STATIC("CA"),
                              TEXT_STATIC("GP"), TEXT_STATIC("C1"), TEXT_STATIC("CR")};
  for (size_t i = 0; i < COUNT(tags); i++)
    if (text_equal(tags[i], tag)) return true;
  return false;
}

static text item_lines(text value, arena *a) {
  text item;
  buffer all = {0};
  while (csv_take_outside(&value, ';', &item)) {
    if (all.size) buffer_put(&all, "\n");
    buffer_add(&all, item);
  }
  if (all.failed) a->failed = true;
  text lines = arena_text(a, buffer_text(&all));
  buffer_finish(&all);
  return lines;
}

bool csv_fill_of_web_of_science(record *r, const csv_columns *columns, const texts *cells) {
  draft_fields fields = {0};
  for (size_t i = 0; i < columns->count && i < cells->count; i++) {
    text tag = csv_tag_of_web_of_science(columns->items[i].name), value = cells->items[i];
    draft_field *field = list_push(r->arena, &fields);
    field->tag = tag.size ? tag : columns->items[i].name;
    field->value = is_list(tag) ? item_lines(value, r->arena) : value;
  }
  return ciw_fill(r, &fields);
}
