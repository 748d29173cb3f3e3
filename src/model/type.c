/* The table of types, and further names for them. */
#include "model/type.h"

#define TYPE(name, ris, bibtex) \
  { TEXT_STATIC(name), TEXT_STATIC(ris), TEXT_STATIC(bibtex) }
#define ALIAS(other, name) \
  { TEXT_STATIC(other), TEXT_STATIC(name) }
#define COUNT(table) (sizeof(table) / sizeof *(table))

static const record_type types[] = {
    TYPE("other", "GEN", "misc"), /* first: what an unknown name gives */
    TYPE("journal-article", "JOUR", "article"),
    TYPE("magazine-article", "MGZN", "article"),
    TYPE("newspaper-article", "NEWS", "article"),
    TYPE("preprint", "UNPB", "unpublished"),
    TYPE("manuscript", "MANSCPT", "unpublished"),
    TYPE("book", "BOOK", "book"),
    TYPE("chapter", "CHAP", "incollection"),
    TYPE("encyclopedia-entry", "ENCYC", "incollection"),
    TYPE("dictionary-entry", "DICT", "incollection"),
    TYPE("proceedings", "CONF", "proceedings"),
    TYPE("conference-paper", "CPAPER", "inproceedings"),
    TYPE("presentation", "SLIDE", "misc"),
    TYPE("thesis", "THES", "phdthesis"),
    TYPE("report", "RPRT", "techreport"),
    TYPE("manual", "STAND", "manual"),
    TYPE("patent", "PAT", "patent"),
    TYPE("legal", "LEGAL", "misc"),
    TYPE("grant", "GRNT", "misc"),
    TYPE("dataset", "DATA", "dataset"),
    TYPE("software", "COMP", "software"),
    TYPE("web-page", "ELEC", "online"),
    TYPE("blog-post", "BLOG", "online"),
    TYPE("personal-communication", "PCOMM", "misc"),
    TYPE("audiovisual", "ADVS", "misc"),
    TYPE("music", "MUSIC", "misc"),
    TYPE("artwork", "ART", "misc"),
    TYPE("map", "MAP", "misc"),
    TYPE("figure", "FIGURE", "misc"),
};

typedef struct alias {
  text other, name;
} alias;

static const alias ris_aliases[] = {
    ALIAS("ABST", "journal-article"),
    ALIAS("AGGR", "dataset"),
    ALIAS("ANCIENT", "manuscript"),
    ALIAS("BILL", "legal"),
    ALIAS("CASE", "legal"),
    ALIAS("CHART", "figure"),
    ALIAS("CLSWK", "book"),
    ALIAS("CONF", "conference-paper"),
    ALIAS("CTLG", "book"),
    ALIAS("DBASE", "dataset"),
    ALIAS("EBOOK", "book"),
    ALIAS("ECHAP", "chapter"),
    ALIAS("EDBOOK", "book"),
    ALIAS("EJOUR", "journal-article"),
    ALIAS("EQUA", "figure"),
    ALIAS("GOVDOC", "report"),
    ALIAS("HEAR", "legal"),
    ALIAS("ICOMM", "personal-communication"),
    ALIAS("INPR", "journal-article"),
    ALIAS("INTV", "audiovisual"),
    ALIAS("JFULL", "journal-article"),
    ALIAS("MPCT", "audiovisual"),
    ALIAS("MULTI", "audiovisual"),
    ALIAS("PAMP", "report"),
    ALIAS("POD", "audiovisual"),
    ALIAS("PRESS", "newspaper-article"),
    ALIAS("SER", "book"),
    ALIAS("SOUND", "audiovisual"),
    ALIAS("STAT", "legal"),
    ALIAS("UNBILL", "legal"),
    ALIAS("UNPD", "preprint"),
    ALIAS("VIDEO", "audiovisual"),
    ALIAS("WEB", "web-page"),
    /* Spelled out by some exporters. */
    ALIAS("JOURNAL", "journal-article"),
    ALIAS("ARTICLE", "journal-article"),
    ALIAS("JOURNAL ARTICLE", "journal-article"),
    ALIAS("CONFERENCE PAPER", "conference-paper"),
    ALIAS("CONFERENCE PROCEEDINGS", "conference-paper"),
    ALIAS("BOOK CHAPTER", "chapter"),
    ALIAS("BOOK SECTION", "chapter"),
    ALIAS("THESIS", "thesis"),
    ALIAS("REPORT", "report"),
};

static const alias bibtex_aliases[] = {
    ALIAS("article-journal", "journal-article"),
    ALIAS("artwork", "artwork"),
    ALIAS("audio", "audiovisual"),
    ALIAS("bookinbook", "chapter"),
    ALIAS("booklet", "book"),
    ALIAS("collection", "book"),
    ALIAS("conference", "conference-paper"),
    ALIAS("data", "dataset"),
    ALIAS("electronic", "web-page"),
    ALIAS("image", "artwork"),
    ALIAS("inbook", "chapter"),
    ALIAS("incollection", "chapter"),
    ALIAS("inreference", "encyclopedia-entry"),
    ALIAS("jurisdiction", "legal"),
    ALIAS("legal", "legal"),
    ALIAS("legislation", "legal"),
    ALIAS("letter", "personal-communication"),
    ALIAS("mastersthesis", "thesis"),
    ALIAS("movie", "audiovisual"),
    ALIAS("music", "music"),
    ALIAS("mvbook", "book"),
    ALIAS("mvcollection", "book"),
    ALIAS("mvproceedings", "proceedings"),
    ALIAS("mvreference", "book"),
    ALIAS("newspaper", "newspaper-article"),
    ALIAS("performance", "audiovisual"),
    ALIAS("periodical", "journal-article"),
    ALIAS("preprint", "preprint"),
    ALIAS("reference", "book"),
    ALIAS("report", "report"),
    ALIAS("standard", "manual"),
    ALIAS("suppbook", "chapter"),
    ALIAS("suppcollection", "chapter"),
    ALIAS("suppperiodical", "journal-article"),
    ALIAS("thesis", "thesis"),
    ALIAS("video", "audiovisual"),
    ALIAS("webpage", "web-page"),
    ALIAS("www", "web-page"),
};

static const alias csl_aliases[] = {
    ALIAS("article", "preprint"),
    ALIAS("article-journal", "journal-article"),
    ALIAS("article-magazine", "magazine-article"),
    ALIAS("article-newspaper", "newspaper-article"),
    ALIAS("bill", "legal"),
    ALIAS("book", "book"),
    ALIAS("book-chapter", "chapter"),
    ALIAS("book-part", "chapter"),
    ALIAS("book-section", "chapter"),
    ALIAS("broadcast", "audiovisual"),
    ALIAS("chapter", "chapter"),
    ALIAS("classic", "book"),
    ALIAS("collection", "book"),
    ALIAS("component", "figure"),
    ALIAS("dataset", "dataset"),
    ALIAS("database", "dataset"),
    ALIAS("dissertation", "thesis"),
    ALIAS("document", "other"),
    ALIAS("edited-book", "book"),
    ALIAS("entry", "encyclopedia-entry"),
    ALIAS("entry-dictionary", "dictionary-entry"),
    ALIAS("entry-encyclopedia", "encyclopedia-entry"),
    ALIAS("event", "other"),
    ALIAS("figure", "figure"),
    ALIAS("grant", "grant"),
    ALIAS("graphic", "artwork"),
    ALIAS("hearing", "legal"),
    ALIAS("interview", "audiovisual"),
    ALIAS("journal-article", "journal-article"),
    ALIAS("legal_case", "legal"),
    ALIAS("legislation", "legal"),
    ALIAS("manuscript", "manuscript"),
    ALIAS("map", "map"),
    ALIAS("monograph", "book"),
    ALIAS("motion_picture", "audiovisual"),
    ALIAS("musical_score", "music"),
    ALIAS("pamphlet", "report"),
    ALIAS("paper-conference", "conference-paper"),
    ALIAS("patent", "patent"),
    ALIAS("performance", "audiovisual"),
    ALIAS("periodical", "journal-article"),
    ALIAS("personal_communication", "personal-communication"),
    ALIAS("post", "web-page"),
    ALIAS("post-weblog", "blog-post"),
    ALIAS("posted-content", "preprint"),
    ALIAS("proceedings", "proceedings"),
    ALIAS("proceedings-article", "conference-paper"),
    ALIAS("reference-book", "book"),
    ALIAS("reference-entry", "encyclopedia-entry"),
    ALIAS("regulation", "legal"),
    ALIAS("report", "report"),
    ALIAS("review", "journal-article"),
    ALIAS("review-book", "journal-article"),
    ALIAS("software", "software"),
    ALIAS("song", "music"),
    ALIAS("speech", "presentation"),
    ALIAS("standard", "manual"),
    ALIAS("thesis", "thesis"),
    ALIAS("treaty", "legal"),
    ALIAS("webpage", "web-page"),
};

const record_type *record_type_named(text name) {
  for (size_t i = 0; i < COUNT(types); i++)
    if (text_equal(types[i].name, name)) return &types[i];
  return &types[0];
}

static const record_type *find_alias(const alias *table, size_t count, text wanted) {
  for (size_t i = 0; i < count; i++)
    if (text_equal_nocase(table[i].other, wanted)) return record_type_named(table[i].name);
  return NULL;
}

/* Aliases come first: "CONF" is written for proceedings, but most often read for a paper. */
const record_type *record_type_of_ris(text type) {
  const record_type *found = find_alias(ris_aliases, COUNT(ris_aliases), type);
  for (size_t i = 0; !found && i < COUNT(types); i++)
    if (text_equal_nocase(types[i].ris, type)) found = &types[i];
  return found;
}

const record_type *record_type_of_bibtex(text entry) {
  const record_type *found = find_alias(bibtex_aliases, COUNT(bibtex_aliases), entry);
  for (size_t i = 0; !found && i < COUNT(types); i++)
    if (text_equal_nocase(types[i].bibtex, entry)) found = &types[i];
  return found;
}

const record_type *record_type_of_csl(text type) {
  return find_alias(csl_aliases, COUNT(csl_aliases), type);
}
