/* Inside the PubMed XML reader. What each element means is one row of a table (`rule`), found by
 * the context in which it stands and its name; the tables stand with the functions they name:
 *
 *   pubmed_xml.c          events to records, one per call
 *   pubmed_xml_rules.c    elements to rows, texts to members
 *   pubmed_xml_article.c  MedlineCitation and PubmedData
 *   pubmed_xml_subject.c  MeSH headings, substances, keywords, grants ...
 *   pubmed_xml_people.c   authors, investigators, editors
 *   pubmed_xml_links.c    CommentsCorrections, ReferenceList
 *   pubmed_xml_book.c     PubmedBookArticle
 *   pubmed_xml_date.c     everything with a Year
 *
 * Source of the elements: NLM's DTDs pubmed_190101 to pubmed_260101, and the MedlineCitationSet
 * before them. */
#ifndef CARREL_READ_PUBMED_XML_H
#define CARREL_READ_PUBMED_XML_H

#include "read/reader.h"
#include "read/xml_scan.h"
#include "read/xml_text.h"

/* Whose children are being read. */
typedef enum {
  IN_SET,
  IN_DELETION,
  IN_ARTICLE,
  IN_CITATION,
  IN_BODY, /* the element Article */
  IN_JOURNAL,
  IN_ISSUE,
  IN_JOURNAL_INFO,
  IN_PAGINATION,
  IN_ABSTRACT,
  IN_DATE,
  IN_AUTHORS,
  IN_PERSON,
  IN_AFFILIATION,
  IN_DATABANKS,
  IN_DATABANK,
  IN_ACCESSIONS,
  IN_GRANTS,
  IN_GRANT,
  IN_TYPES,
  IN_CHEMICALS,
  IN_CHEMICAL,
  IN_SUPPLEMENTS,
  IN_GENES,
  IN_HEADINGS,
  IN_HEADING,
  IN_KEYWORDS,
  IN_CORRECTIONS,
  IN_CORRECTION,
  IN_REFERENCES,
  IN_REFERENCE,
  IN_REFERENCE_IDS,
  IN_PUBMED_DATA,
  IN_HISTORY,
  IN_IDS,
  IN_OBJECTS,
  IN_OBJECT,
  IN_BOOK_ARTICLE,
  IN_DOCUMENT,
  IN_BOOK,
  IN_PUBLISHER,
  IN_SECTIONS,
  IN_ITEMS,
  IN_NOTHING, /* left out, with all that stands in it */
  IN_TEXT,    /* no children: the element holds text */
} context;

/* What has members that a text can be stored in. */
typedef enum {
  HOLDER_NONE,
  HOLDER_RECORD,
  HOLDER_READER,
  HOLDER_PERSON,
  HOLDER_GRANT,
  HOLDER_SUBSTANCE,
  HOLDER_HEADING,
  HOLDER_LINK,
  HOLDER_COUNT
} holder;

typedef struct pubmed_xml pubmed_xml;

/* What an element is: IN_TEXT with a holder, its text becomes that member; else `start` and `end`
 * say what happens. */
typedef struct rule {
  context parent;
  const char *name;
  context inside; /* the context of its children */
  holder holder;
  size_t member;
  void (*start)(pubmed_xml *x); /* may ask for attributes; may be NULL */
  void (*end)(pubmed_xml *x);   /* x->text is what it held; may be NULL */
  text word;                    /* for start and end: the kind of a date, the role of a person */
} rule;

typedef struct rule_table {
  const rule *rows;
  size_t count;
} rule_table;
#define RULE_TABLE(rows) \
  { rows, sizeof rows / sizeof *rows }

/* Rows: an element with children, the same with something to do, an element that holds text, one
 * whose text is a member. */
#define PART(parent, name, inside) \
  { parent, name, inside }
#define GROUP(parent, name, inside, ...) \
  { parent, name, inside, __VA_ARGS__ }
#define LEAF(parent, name, ...) \
  { parent, name, IN_TEXT, __VA_ARGS__ }
#define MEMBER(parent, name, holder, type, member) \
  { parent, name, IN_TEXT, holder, offsetof(type, member) }

enum {
  PUBMED_XML_DEPTH = 128,    /* how deep elements may be nested */
  PUBMED_XML_ATTRIBUTES = 8, /* how many are kept of one element ... */
  PUBMED_XML_NAME = 24,      /* ... with names of fewer bytes, as all have that are asked for */
  PUBMED_XML_SLOTS = 512,    /* of the hash table of rules; a power of two */
};

struct pubmed_xml {
  xml_scan scan;
  input *in;
  bool known; /* an element of PubMed's has been seen */

  /* Where in the document it is. */
  const rule *slots[PUBMED_XML_SLOTS];
  struct {
    const rule *rule;
    context inside;
  } open[PUBMED_XML_DEPTH];
  size_t depth;
  struct {
    char name[PUBMED_XML_NAME];
    text value;
  } attributes[PUBMED_XML_ATTRIBUTES]; /* of the element that started last */
  size_t attribute_count;
  xml_text words;
  bool collecting;  /* in an element that holds text ... */
  size_t collected; /* ... and in this many elements inside that */
  text text;        /* what the element that ends has held */
  const rule *rule; /* of the element that starts or ends */
  text unknown;     /* name of the unknown element that is being read */

  /* The record being read. */
  record *record;
  read_result result; /* READ_END until it is complete */
  error *error;
  long long work; /* what it has cost so far: bytes, and some for each element */
  void *holders[HOLDER_COUNT];

  /* Parts of it that are put together at the end of an element. */
  struct {
    text kind, year, month, day, season, medline;
  } date;
  text first_page, last_page, iso_abbreviation;
  text role;  /* of the people in this list */
  text owner; /* of the keywords in this list; kind of the object or list of items */
  text databank;
  size_t databank_count;
  texts affiliation_ids;
  sections *abstract;
  text *copyright;
  text location; /* the label of a section of a book */
  identifiers book_ids;
  size_t book_people; /* how many people belong to the book rather than the chapter */
};

/* pubmed_xml_rules.c */

extern const rule_table pubmed_article_rules, pubmed_subject_rules, pubmed_people_rules,
    pubmed_link_rules, pubmed_book_rules, pubmed_date_rules;
/* Makes the hash table of all rules. */
void pubmed_xml_index(pubmed_xml *x);
/* What is done at an event of the scanner's. */
void pubmed_xml_start(pubmed_xml *x);
void pubmed_xml_end(pubmed_xml *x);
void pubmed_xml_text(pubmed_xml *x);

/* For the functions that rules name. */

/* The value of an attribute of the element that started last, or the empty text. */
text pubmed_attribute(const pubmed_xml *x, const char *name);
bool pubmed_attribute_is(const pubmed_xml *x, const char *name, const char *value);
/* Adds {kind, value} to a list of kinded texts of the record unless the value is empty. */
#define pubmed_add_kinded(x, list, its_kind, value)                                         \
  do {                                                                                      \
    text value_ = (value);                                                                  \
    if (value_.size) *list_push((x)->record->arena, (list)) = (kinded){(its_kind), value_}; \
  } while (0)
/* In lower case, in the arena. */
text pubmed_lower(pubmed_xml *x, text original);

/* Start and end of what is handed out as one record. */
void pubmed_record_start(pubmed_xml *x);
void pubmed_record_end(pubmed_xml *x);

#endif
