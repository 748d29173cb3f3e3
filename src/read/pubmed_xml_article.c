/* Journal articles: MedlineCitation and PubmedData. */
#include "model/identifier.h"
#include "read/abstract.h"
#include "read/pubmed_xml.h"

void pubmed_record_start(pubmed_xml *x) {
  record *r = x->record;
  r->source_line = (long long)xml_scan_line(&x->scan);
  x->holders[HOLDER_RECORD] = r;
  x->first_page = x->last_page = x->iso_abbreviation = x->location = (text){"", 0};
  x->book_ids = (identifiers){0};
  x->book_people = 0;
}

/* Hands the record out; one that says nothing is reported and left out. */
void pubmed_record_end(pubmed_xml *x) {
  record *r = x->record;
  x->result = READ_RECORD;
  if (!record_id(r, TEXT("pmid")).size && !r->title.size) {
    x->result = READ_SKIPPED;
    error_set(x->error, ERROR_INPUT, "a record without PMID and title");
    error_at(x->error, input_name(x->in), (unsigned long)r->source_line);
  }
}

static void article_start(pubmed_xml *x) {
  pubmed_record_start(x);
  x->record->type = TEXT("journal-article");
}

/* Each PMID of a DeleteCitation is a record of its own. */
static void deletion_end(pubmed_xml *x) {
  pubmed_record_start(x);
  x->record->deletes = true;
  record_add_id(x->record, TEXT("pmid"), x->text);
  pubmed_record_end(x);
}

static void citation_start(pubmed_xml *x) {
  record *r = x->record;
  r->status = pubmed_attribute(x, "Status");
  r->owner = pubmed_attribute(x, "Owner");
  r->indexing_method = pubmed_attribute(x, "IndexingMethod");
  pubmed_add_kinded(x, &r->extras, TEXT("pubmed-xml:VersionID"), pubmed_attribute(x, "VersionID"));
  pubmed_add_kinded(x, &r->extras, TEXT("pubmed-xml:VersionDate"),
                    pubmed_attribute(x, "VersionDate"));
}

/* Until 2016 a citation stood in the set without PubmedArticle around it. */
static void bare_citation_start(pubmed_xml *x) {
  article_start(x);
  citation_start(x);
}

/* An article has one PMID; a second one is not trusted to mean the same article. */
static void pmid_end(pubmed_xml *x) {
  record *r = x->record;
  if (record_id(r, TEXT("pmid")).size) {
    pubmed_add_kinded(x, &r->extras, TEXT("pubmed-xml:PMID"), x->text);
    return;
  }
  record_add_id(r, TEXT("pmid"), x->text);
  text_to_number(pubmed_attribute(x, "Version"), &r->version);
}

static void body_start(pubmed_xml *x) {
  x->record->publication_model = pubmed_attribute(x, "PubModel");
}

static void issn_end(pubmed_xml *x) {
  pubmed_add_kinded(x, &x->record->issns, pubmed_attribute(x, "IssnType"), x->text);
}

static void linking_issn_end(pubmed_xml *x) {
  pubmed_add_kinded(x, &x->record->issns, TEXT("Linking"), x->text);
}

static void issue_start(pubmed_xml *x) { x->record->medium = pubmed_attribute(x, "CitedMedium"); }

/* MedlinePgn is the page range as PubMed prints it; newer files give first and last page too. */
static void pagination_end(pubmed_xml *x) {
  record *r = x->record;
  if (!r->pages.size) r->pages = arena_join(r->arena, x->first_page, TEXT("-"), x->last_page);
}

static void location_end(pubmed_xml *x) {
  record *r = x->record;
  text scheme = pubmed_attribute(x, "EIdType");
  if (!pubmed_attribute_is(x, "ValidYN", "N")) record_add_id(r, scheme, x->text);
  else
    pubmed_add_kinded(x, &r->extras, TEXT("pubmed-xml:invalid"),
                      arena_join(r->arena, scheme, TEXT(": "), x->text));
}

static void abstract_start(pubmed_xml *x) {
  x->abstract = &x->record->abstract;
  x->copyright = &x->record->copyright;
}

static void other_abstract_start(pubmed_xml *x) {
  other_abstract *o = list_push(x->record->arena, &x->record->other_abstracts);
  o->kind = pubmed_attribute(x, "Type");
  o->language = pubmed_attribute(x, "Language");
  x->abstract = &o->sections;
  x->copyright = &o->copyright;
}

static void section_end(pubmed_xml *x) {
  arena *a = x->record->arena;
  text label = text_trim_end(pubmed_attribute(x, "Label"), " :");
  size_t count = x->abstract->count;
  /* NLM's way of saying that a section has no label. */
  if (text_equal(label, TEXT("UNLABELLED"))) label = (text){"", 0};
  /* Publishers write labels into running text, too. */
  if (!label.size) abstract_add(x->abstract, x->text, a);
  else *list_push(a, x->abstract) = (section){.label = label, .text = x->text};
  if (x->abstract->count == count + 1)
    x->abstract->items[count].category = pubmed_attribute(x, "NlmCategory");
}

static void copyright_end(pubmed_xml *x) { *x->copyright = x->text; }

static void listed_end(pubmed_xml *x) {
  texts *list = (texts *)(void *)((char *)x->record + x->rule->member);
  if (x->text.size) *list_push(x->record->arena, list) = x->text;
}

static void type_end(pubmed_xml *x) {
  if (!x->text.size) return;
  *list_push(x->record->arena, &x->record->publication_types) =
      (named){x->text, pubmed_attribute(x, "UI")};
}

static void note_end(pubmed_xml *x) {
  pubmed_add_kinded(x, &x->record->notes, x->rule->word, x->text);
}

static void extra_end(pubmed_xml *x) {
  pubmed_add_kinded(x, &x->record->extras, x->rule->word, x->text);
}

static void other_id_end(pubmed_xml *x) {
  text id = arena_join(x->record->arena, pubmed_attribute(x, "Source"), TEXT(": "), x->text);
  pubmed_add_kinded(x, &x->record->extras, TEXT("pubmed-xml:OtherID"), id);
}

static void id_end(pubmed_xml *x) {
  text scheme = pubmed_attribute(x, "IdType");
  record *r = x->record;
  if (text_equal_nocase(scheme, TEXT("url"))) *list_push(r->arena, &r->urls) = x->text;
  else if (!text_equal_nocase(scheme, TEXT("pubmed"))) record_add_id(r, scheme, x->text);
  else if (!record_id(r, TEXT("pmid")).size) record_add_id(r, TEXT("pmid"), x->text);
}

static void object_start(pubmed_xml *x) { x->owner = pubmed_attribute(x, "Type"); }

static void parameter_end(pubmed_xml *x) {
  arena *a = x->record->arena;
  text pair = arena_join(a, pubmed_attribute(x, "Name"), TEXT("="), x->text);
  pubmed_add_kinded(x, &x->record->extras, TEXT("pubmed-xml:Object"),
                    arena_join(a, x->owner, TEXT(" "), pair));
}

static text electronic_date(const record *r) {
  for (size_t i = 0; i < r->dates.count; i++)
    if (text_equal(r->dates.items[i].kind, TEXT("electronic"))) return r->dates.items[i].text;
  return (text){"", 0};
}

static void article_complete(pubmed_xml *x) {
  record *r = x->record;
  if (!r->title.size) r->title = r->vernacular_title;
  if (!r->journal_abbreviation.size) r->journal_abbreviation = x->iso_abbreviation;
  if (!r->published.size) {
    r->published = electronic_date(r);
    r->published_inferred = r->published.size > 0;
  }
}

static void article_end(pubmed_xml *x) {
  article_complete(x);
  pubmed_record_end(x);
}

#define NOTE(parent, name, kind) LEAF(parent, name, .end = note_end, .word = TEXT_STATIC(kind))
#define LISTED(parent, name, its_list) \
  LEAF(parent, name, .end = listed_end, .member = offsetof(record, its_list))

static const rule rows[] = {
    PART(IN_SET, "PubmedArticleSet", IN_SET),
    PART(IN_SET, "PubmedBookArticleSet", IN_SET),
    PART(IN_SET, "MedlineCitationSet", IN_SET),
    GROUP(IN_SET, "PubmedArticle", IN_ARTICLE, .start = article_start, .end = article_end),
    GROUP(IN_SET, "MedlineCitation", IN_CITATION, .start = bare_citation_start, .end = article_end),
    PART(IN_SET, "DeleteCitation", IN_DELETION),
    PART(IN_SET, "DeleteDocument", IN_DELETION),
    LEAF(IN_DELETION, "PMID", .end = deletion_end),

    GROUP(IN_ARTICLE, "MedlineCitation", IN_CITATION, .start = citation_start),
    LEAF(IN_CITATION, "PMID", .end = pmid_end),
    GROUP(IN_CITATION, "Article", IN_BODY, .start = body_start),
    PART(IN_BODY, "Journal", IN_JOURNAL),
    LEAF(IN_JOURNAL, "ISSN", .end = issn_end),
    GROUP(IN_JOURNAL, "JournalIssue", IN_ISSUE, .start = issue_start),
    MEMBER(IN_ISSUE, "Volume", HOLDER_RECORD, record, volume),
    MEMBER(IN_ISSUE, "Issue", HOLDER_RECORD, record, issue),
    MEMBER(IN_JOURNAL, "Title", HOLDER_RECORD, record, journal),
    MEMBER(IN_JOURNAL, "ISOAbbreviation", HOLDER_READER, pubmed_xml, iso_abbreviation),
    MEMBER(IN_BODY, "ArticleTitle", HOLDER_RECORD, record, title),
    MEMBER(IN_BODY, "VernacularTitle", HOLDER_RECORD, record, vernacular_title),
    GROUP(IN_BODY, "Pagination", IN_PAGINATION, .end = pagination_end),
    MEMBER(IN_PAGINATION, "StartPage", HOLDER_READER, pubmed_xml, first_page),
    MEMBER(IN_PAGINATION, "EndPage", HOLDER_READER, pubmed_xml, last_page),
    MEMBER(IN_PAGINATION, "MedlinePgn", HOLDER_RECORD, record, pages),
    LEAF(IN_BODY, "ELocationID", .end = location_end),
    GROUP(IN_BODY, "Abstract", IN_ABSTRACT, .start = abstract_start),
    LEAF(IN_ABSTRACT, "AbstractText", .end = section_end),
    LEAF(IN_ABSTRACT, "CopyrightInformation", .end = copyright_end),
    LISTED(IN_BODY, "Language", languages),
    PART(IN_BODY, "PublicationTypeList", IN_TYPES),
    LEAF(IN_TYPES, "PublicationType", .end = type_end),

    LEAF(IN_DOCUMENT, "PMID", .end = pmid_end),
    PART(IN_DOCUMENT, "ArticleIdList", IN_IDS),
    MEMBER(IN_DOCUMENT, "ArticleTitle", HOLDER_RECORD, record, title),
    MEMBER(IN_DOCUMENT, "VernacularTitle", HOLDER_RECORD, record, vernacular_title),
    GROUP(IN_DOCUMENT, "Pagination", IN_PAGINATION, .end = pagination_end),
    LISTED(IN_DOCUMENT, "Language", languages),
    LEAF(IN_DOCUMENT, "PublicationType", .end = type_end),
    GROUP(IN_DOCUMENT, "Abstract", IN_ABSTRACT, .start = abstract_start),

    PART(IN_CITATION, "MedlineJournalInfo", IN_JOURNAL_INFO),
    MEMBER(IN_JOURNAL_INFO, "Country", HOLDER_RECORD, record, country),
    MEMBER(IN_JOURNAL_INFO, "MedlineTA", HOLDER_RECORD, record, journal_abbreviation),
    MEMBER(IN_JOURNAL_INFO, "NlmUniqueID", HOLDER_RECORD, record, nlm_id),
    MEMBER(IN_JOURNAL_INFO, "NLMUniqueID", HOLDER_RECORD, record, nlm_id),
    LEAF(IN_JOURNAL_INFO, "ISSNLinking", .end = linking_issn_end),
    LISTED(IN_CITATION, "CitationSubset", citation_subsets),
    GROUP(IN_CITATION, "OtherAbstract", IN_ABSTRACT, .start = other_abstract_start),
    LEAF(IN_CITATION, "NumberOfReferences", .end = extra_end,
         .word = TEXT_STATIC("pubmed-xml:NumberOfReferences")),
    LEAF(IN_CITATION, "OtherID", .end = other_id_end),
    MEMBER(IN_CITATION, "CoiStatement", HOLDER_RECORD, record, conflict_of_interest),
    NOTE(IN_CITATION, "GeneralNote", "general"),
    NOTE(IN_CITATION, "SpaceFlightMission", "space-flight-mission"),

    PART(IN_ARTICLE, "PubmedData", IN_PUBMED_DATA),
    PART(IN_PUBMED_DATA, "History", IN_HISTORY),
    MEMBER(IN_PUBMED_DATA, "PublicationStatus", HOLDER_RECORD, record, publication_status),
    PART(IN_PUBMED_DATA, "ArticleIdList", IN_IDS),
    LEAF(IN_IDS, "ArticleId", .end = id_end),
    PART(IN_PUBMED_DATA, "ObjectList", IN_OBJECTS),
    GROUP(IN_OBJECTS, "Object", IN_OBJECT, .start = object_start),
    LEAF(IN_OBJECT, "Param", .end = parameter_end),
};
const rule_table pubmed_article_rules = RULE_TABLE(rows);
