/* Books and their chapters: PubmedBookArticle. What the element Book says is about the whole book,
 * the rest of BookDocument about the chapter, if there is one. */
#include "model/identifier.h"
#include "read/pubmed_xml.h"

static void book_end(pubmed_xml *x) { x->book_people = x->record->people.count; }

static void isbn_end(pubmed_xml *x) {
  pubmed_add_kinded(x, &x->record->issns, TEXT("ISBN"), x->text);
}

/* Kept apart until it is known whether the record is the book itself. */
static void book_id_end(pubmed_xml *x) {
  if (pubmed_attribute_is(x, "ValidYN", "N")) return;
  identifiers_add(x->record->arena, &x->book_ids, pubmed_attribute(x, "EIdType"), x->text);
}

static void report_number_end(pubmed_xml *x) { record_add_id(x->record, TEXT("report"), x->text); }

/* "chapter 5": where in the book it stands. */
static void location_label_end(pubmed_xml *x) {
  text label = arena_join(x->record->arena, pubmed_attribute(x, "Type"), TEXT(" "), x->text);
  pubmed_add_kinded(x, &x->record->extras, TEXT("pubmed-xml:LocationLabel"), label);
}

static void section_start(pubmed_xml *x) { x->location = (text){"", 0}; }

static void section_title_end(pubmed_xml *x) {
  text title = arena_join(x->record->arena, x->location, TEXT(". "), x->text);
  pubmed_add_kinded(x, &x->record->notes, TEXT("section"), title);
}

static void items_start(pubmed_xml *x) {
  x->owner = pubmed_lower(x, pubmed_attribute(x, "ListType"));
  if (!x->owner.size) x->owner = TEXT("item");
}

static void item_end(pubmed_xml *x) { pubmed_add_kinded(x, &x->record->notes, x->owner, x->text); }

/* In a chapter's record, the authors and identifiers of the whole book are not the chapter's. */
static void part_from_book(pubmed_xml *x) {
  record *r = x->record;
  for (size_t i = 0; i < x->book_people && r->people.count > x->book_people; i++)
    if (!r->people.items[i].role.size) r->people.items[i].role = TEXT("book-author");
  for (size_t i = 0; i < x->book_ids.count; i++)
    pubmed_add_kinded(x, &r->extras, TEXT("pubmed-xml:Book/ELocationID"),
                      identifier_key(r->arena, x->book_ids.items[i]));
}

static void book_complete(pubmed_xml *x) {
  record *r = x->record;
  r->type = r->title.size || r->vernacular_title.size ? TEXT("chapter") : TEXT("book");
  if (!r->title.size) r->title = r->vernacular_title;
  if (!r->title.size) r->title = r->book_title;
  if (text_equal(r->type, TEXT("chapter"))) {
    part_from_book(x);
    return;
  }
  for (size_t i = 0; i < x->book_ids.count; i++)
    record_add_id(r, x->book_ids.items[i].scheme, x->book_ids.items[i].value);
}

static void book_article_end(pubmed_xml *x) {
  book_complete(x);
  pubmed_record_end(x);
}

static const rule rows[] = {
    GROUP(IN_SET, "PubmedBookArticle", IN_BOOK_ARTICLE, .start = pubmed_record_start,
          .end = book_article_end),
    PART(IN_BOOK_ARTICLE, "BookDocument", IN_DOCUMENT),
    PART(IN_BOOK_ARTICLE, "PubmedBookData", IN_PUBMED_DATA),
    GROUP(IN_DOCUMENT, "Book", IN_BOOK, .end = book_end),
    PART(IN_BOOK, "Publisher", IN_PUBLISHER),
    MEMBER(IN_PUBLISHER, "PublisherName", HOLDER_RECORD, record, publisher),
    MEMBER(IN_PUBLISHER, "PublisherLocation", HOLDER_RECORD, record, place),
    MEMBER(IN_BOOK, "BookTitle", HOLDER_RECORD, record, book_title),
    MEMBER(IN_BOOK, "Volume", HOLDER_RECORD, record, volume),
    MEMBER(IN_BOOK, "VolumeTitle", HOLDER_RECORD, record, volume_title),
    MEMBER(IN_BOOK, "Edition", HOLDER_RECORD, record, edition),
    MEMBER(IN_BOOK, "CollectionTitle", HOLDER_RECORD, record, collection_title),
    MEMBER(IN_BOOK, "Medium", HOLDER_RECORD, record, medium),
    LEAF(IN_BOOK, "Isbn", .end = isbn_end),
    LEAF(IN_BOOK, "ELocationID", .end = book_id_end),
    LEAF(IN_BOOK, "ReportNumber", .end = report_number_end),
    LEAF(IN_DOCUMENT, "LocationLabel", .end = location_label_end),
    PART(IN_DOCUMENT, "Sections", IN_SECTIONS),
    GROUP(IN_SECTIONS, "Section", IN_SECTIONS, .start = section_start),
    MEMBER(IN_SECTIONS, "LocationLabel", HOLDER_READER, pubmed_xml, location),
    LEAF(IN_SECTIONS, "SectionTitle", .end = section_title_end),
    GROUP(IN_DOCUMENT, "ItemList", IN_ITEMS, .start = items_start),
    LEAF(IN_ITEMS, "Item", .end = item_end),
};
const rule_table pubmed_book_rules = RULE_TABLE(rows);
