/* A record is one article as a source gave it: plain members, lists, and links to other articles.
 *
 * Every text is plain UTF-8 without markup: <sup> and <sub> have become Unicode super- and
 * subscripts where those exist, other inline markup is gone. A record and all it points to belong
 * to its arena. `record_members` (model/members.h) describes this struct for everything that
 * treats its members alike: the store, the JSON codec, merging, comparing. */
#ifndef CARREL_MODEL_RECORD_H
#define CARREL_MODEL_RECORD_H

#include "base/list.h"

/* An identifier of any scheme: {"pmid","39821040"}, {"doi","10.1/x"}, {"pmc","PMC9"},
 * {"pii","S0140"}. Schemes are lower case; values are in the normal form of
 * model/identifier.h. */
typedef struct identifier {
  text scheme, value;
} identifier;
typedef LIST_OF(identifier) identifiers;

/* A person or a group that is named by a record. */
typedef struct person {
  text family, given, initials, suffix; /* "Smith", "John A", "JA", "Jr" */
  text collective;                      /* a group's name; then the four above are empty */
  text role;       /* empty: author; "editor", "investigator", "subject", "translator" ... */
  identifiers ids; /* {"orcid","0000-0002-1825-0097"} */
  texts affiliations;
  bool equal; /* contributed equally */
} person;

/* One section of an abstract, in order. An unstructured abstract is one section without label. */
typedef struct section {
  text label;    /* "METHODS", as printed */
  text category; /* NLM's category, "METHODS" */
  text text;
} section;
typedef LIST_OF(section) sections;

/* An abstract beside the main one: another language, another maker, plain language. */
typedef struct other_abstract {
  text kind, language, copyright; /* "Publisher", "fre" */
  sections sections;
} other_abstract;

typedef struct qualifier {
  text name, ui;
  bool major;
} qualifier;

/* A MeSH heading: a descriptor and its qualifiers. */
typedef struct heading {
  text name, ui;
  text kind; /* "Geographic" and the like; mostly empty */
  bool major;
  LIST_OF(qualifier) qualifiers;
} heading;

typedef struct keyword {
  text text, owner; /* owner: "NOTNLM", "KIE" ...; may be empty */
  bool major;
} keyword;

/* A chemical or another supplementary concept. */
typedef struct substance {
  text name, ui, registry_number;
  text kind; /* empty: chemical; "Disease", "Protocol", "Organism" ...: supplementary MeSH, and
              * "Supplementary" where the source does not tell which (MEDLINE's NM) */
} substance;

typedef struct funding {
  text number, acronym, agency, country;
} funding;

/* A name with the UI that NLM gives it: a publication type. */
typedef struct named {
  text name, ui;
} named;

/* The kinds of dates (record.dates), for every reader alike. Where PubMed XML has a word for it
 * (PubMedPubDate/@PubStatus) that word is used, in lower case:
 *   received, revised, accepted, retracted    the manuscript's history
 *   epublish, ppublish, aheadofprint, ecollection, pmc-release    publication
 *   pubmed, medline, entrez, pmc, premedline  when it entered these databases
 * and for what has an element or a MEDLINE tag of its own:
 *   electronic    ArticleDate, DEP       created       CRDT
 *   completed     DateCompleted, DCOM    last-revised  DateRevised, LR, DRDT
 *   citation-created  DateCreated, DA    mesh          MHDA
 *   entry         EDAT                   contributed   ContributionDate, CTDT
 *   beginning, ending                    BeginningDate and EndingDate of a book
 * The text is PubMed's form, "2025 Mar 15" (see date_tidy); times of day are left out. A date
 * that is there already with its kind is not added again. */

/* A text with its kind: an ISSN ("Print"), a date ("accepted"), a databank accession ("GENBANK"),
 * a note ("general"), a tag that only one format knows ("nbib:GS"). */
typedef struct kinded {
  text kind, text;
} kinded;

/* A link to another article, known by identifiers, by a printed citation or by both. */
typedef struct link {
  text kind; /* a name out of model/link.h */
  identifiers ids;
  text title;    /* where the source tells the title from the rest of the citation */
  text citation; /* as the source printed it */
  text note;     /* "Free PMC article. Review.", or NLM's note */
} link;

typedef struct record {
  arena *arena;
  /* Where it came from. */
  text source_file, source_format;
  long long source_line; /* from 1 */
  bool deletes;          /* not an article: an order to delete the one that has these ids */

  identifiers ids;
  long long version; /* of the PMID; 0 where not given */
  text type;         /* "journal-article", "book", "chapter", ...: see model/type.h */
  text title, vernacular_title;
  text book_title, collection_title, volume_title, edition, series;
  LIST_OF(person) people;
  bool authors_incomplete;

  text journal, journal_abbreviation, nlm_id, country;
  LIST_OF(kinded) issns; /* {"Print","1234-5678"}; also ISBNs, as {"ISBN", ...} */
  text volume, issue, pages, article_number;
  text publisher, place;
  text published;          /* as printed: "2025 Mar 15", "1998 Dec-1999 Jan", "2000 Spring" */
  bool published_inferred; /* the year was worked out from a copyright line or the like */
  LIST_OF(kinded) dates;   /* {"accepted","2025 Mar 15"}; kinds in NLM's words, lower case */

  sections abstract;
  text copyright;
  LIST_OF(other_abstract) other_abstracts;
  texts languages;
  LIST_OF(named) publication_types;
  LIST_OF(heading) headings;
  LIST_OF(keyword) keywords;
  LIST_OF(substance) substances;
  LIST_OF(funding) grants;
  LIST_OF(kinded) accessions; /* {"GENBANK","AB123"} */
  texts gene_symbols, citation_subsets, urls;
  text conflict_of_interest;
  text owner, status, indexing_method, medium, publication_model, publication_status;
  LIST_OF(kinded) notes;
  LIST_OF(kinded) extras; /* what only one format knows, so that nothing is lost */
  LIST_OF(link) links;
} record;

/* An empty record in this arena. */
void record_init(record *r, arena *a);

/* Adds an identifier in its normal form, unless it is empty or there already. */
void record_add_id(record *r, text scheme, text value);
/* Adds a date of one of the kinds above, printed the tidy way, unless it is there already. */
void record_add_date(record *r, text kind, text printed);
/* The first value of a scheme, or the empty text. */
text record_id(const record *r, text scheme);
/* The identifier a person would name it by: PMID, else DOI, else PMC, else the first; or NULL. */
const identifier *record_preferred_id(const record *r);
/* The day by which it is sorted, yyyymmdd, and its year; 0 where unknown. */
int record_date(const record *r);
int record_year(const record *r);
/* Whether it is marked as retracted: by its publication type or by a link to the retraction. */
bool record_is_retracted(const record *r);
/* Whether there is anything beside identifiers: a record without is a stub. */
bool record_is_stub(const record *r);
/* All sections of the abstract as one text, "LABEL: text" a paragraph. */
text record_abstract_text(const record *r, arena *a);

/* "Smith JA", "Smith JA Jr" or the group's name. */
text person_short_name(const person *p, arena *a);
/* "Smith, John A", "Smith, John A, Jr" or the group's name. */
text person_full_name(const person *p, arena *a);
/* Reads "Smith, John A", "Smith JA", "John A. Smith", "van der Berg, Jan, Jr" and fills family,
 * given, initials and suffix; keeps what cannot be told apart as a collective name. */
void person_read(person *p, text name, arena *a);
/* "JA" for "John Adam" or "J. A." or "Jean-Anne" (JA). */
text person_initials(text given, arena *a);

#endif
