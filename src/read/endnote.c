/* The tables of EndNote's types and fields. Sources: files of EndNote 20, the same library as XML
 * and as RIS, EndNote's list of reference types, RefLib's source. */
#include "read/endnote.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct {
  text number, name, reflib, ris;
} types[] = {
#define TYPE(number, name, reflib, ris) \
  { TEXT_STATIC(number), TEXT_STATIC(name), TEXT_STATIC(reflib), TEXT_STATIC(ris) }
    TYPE("2", "Artwork", "artwork", "ART"),
    TYPE("3", "Audiovisual Material", "audiovisualMaterial", "ADVS"),
    TYPE("4", "Bill", "bill", "BILL"),
    TYPE("5", "Book Section", "bookSection", "CHAP"),
    TYPE("6", "Book", "book", "BOOK"),
    TYPE("7", "Case", "case", "CASE"),
    TYPE("8", "Catalog", "catalog", "CTLG"),
    TYPE("9", "Computer Program", "computerProgram", "COMP"),
    TYPE("10", "Conference Proceedings", "conferenceProceedings", "CONF"),
    TYPE("12", "Web Page", "web", "ELEC"),
    TYPE("13", "Generic", "generic", "GEN"),
    TYPE("14", "Hearing", "hearing", "HEAR"),
    TYPE("17", "Journal Article", "journalArticle", "JOUR"),
    TYPE("19", "Magazine Article", "magazineArticle", "MGZN"),
    TYPE("20", "Map", "map", "MAP"),
    TYPE("21", "Film or Broadcast", "filmOrBroadcast", "MPCT"),
    TYPE("23", "Newspaper Article", "newspaperArticle", "NEWS"),
    TYPE("24", "Pamphlet", "pamphlet", "PAMP"),
    TYPE("25", "Patent", "patent", "PAT"),
    TYPE("26", "Personal Communication", "personalCommunication", "PCOMM"),
    TYPE("27", "Report", "report", "RPRT"),
    TYPE("28", "Edited Book", "editedBook", "EDBOOK"),
    TYPE("31", "Statute", "statute", "STAT"),
    TYPE("32", "Thesis", "thesis", "THES"),
    TYPE("34", "Unpublished Work", "unpublished", "UNPB"),
    TYPE("36", "Manuscript", "manuscript", "MANSCPT"),
    TYPE("37", "Figure", "figure", "FIGURE"),
    TYPE("38", "Chart or Table", "chartOrTable", "CHART"),
    TYPE("39", "Equation", "equation", "EQUA"),
    TYPE("43", "Electronic Article", "electronicArticle", "EJOUR"),
    TYPE("44", "Electronic Book", "electronicBook", "EBOOK"),
    TYPE("45", "Online Database", "onlineDatabase", "DBASE"),
    TYPE("46", "Government Document", "governmentDocument", "GOVDOC"),
    TYPE("47", "Conference Paper", "conferencePaper", "CPAPER"),
    TYPE("48", "Online Multimedia", "onlineMultimedia", "MULTI"),
    TYPE("49", "Classical Work", "classicalWork", "CLSWK"),
    TYPE("50", "Legal Rule or Regulation", "legalRuleOrRegulation", "LEGAL"),
    TYPE("51", "Ancient Text", "ancientText", "ANCIENT"),
    TYPE("52", "Dictionary", "dictionary", "DICT"),
    TYPE("53", "Encyclopedia", "encyclopedia", "ENCYC"),
    TYPE("54", "Grant", "grant", "GRNT"),
    TYPE("55", "Aggregated Database", "aggregatedDatabase", "AGGR"),
    TYPE("56", "Blog", "blog", "BLOG"),
    TYPE("57", "Serial", "serial", "SER"),
    TYPE("58", "Standard", "standard", "STAND"),
    TYPE("59", "Dataset", "dataset", "DATA"),
    TYPE("60", "Electronic Book Section", "electronicBookSection", "ECHAP"),
    TYPE("61", "Music", "music", "MUSIC"),
};

text endnote_type(text name, text number) {
  for (size_t i = 0; i < COUNT(types); i++)
    if (text_equal_nocase(types[i].name, name) || text_equal_nocase(types[i].reflib, name))
      return types[i].ris;
  for (size_t i = 0; i < COUNT(types); i++)
    if (text_equal(types[i].number, number)) return types[i].ris;
  return (text){"", 0};
}

static const struct {
  text list, element, reflib, ris;
} fields[] = {
#define FIELD(list, element, reflib, ris) \
  { TEXT_STATIC(list), TEXT_STATIC(element), TEXT_STATIC(reflib), TEXT_STATIC(ris) }
    FIELD("authors", "author", "authors", "AU"),
    FIELD("secondary-authors", "author", "", "A2"),
    FIELD("tertiary-authors", "author", "", "A3"),
    FIELD("subsidiary-authors", "author", "", "A4"),
    FIELD("translated-authors", "author", "", "TA"),
    FIELD("titles", "title", "title", "TI"),
    FIELD("", "secondary-title", "journal", "T2"),
    FIELD("", "tertiary-title", "", "T3"),
    FIELD("", "alt-title", "journalAlt", "J2"),
    FIELD("", "short-title", "titleShort", "ST"),
    FIELD("", "translated-title", "", "TT"),
    FIELD("periodical", "full-title", "periodical", "JO"),
    FIELD("periodical", "abbr-1", "", "J2"),
    FIELD("alt-periodical", "full-title", "", "JO"),
    FIELD("", "pages", "pages", "SP"),
    FIELD("", "volume", "volume", "VL"),
    FIELD("", "number", "number", "IS"),
    FIELD("", "issue", "", "IS"),
    FIELD("", "num-vols", "", "NV"),
    FIELD("", "edition", "edition", "ET"),
    FIELD("", "section", "section", "SE"),
    FIELD("", "reprint-edition", "", "RP"),
    FIELD("", "keyword", "keywords", "KW"),
    FIELD("dates", "year", "year", "PY"),
    FIELD("pub-dates", "date", "date", "DA"),
    FIELD("", "pub-location", "", "CY"),
    FIELD("", "publisher", "publisher", "PB"),
    FIELD("", "orig-pub", "", "OP"),
    FIELD("", "isbn", "isbn", "SN"),
    FIELD("", "accession-num", "accession", "AN"),
    FIELD("", "call-num", "", "CN"),
    FIELD("", "electronic-resource-num", "doi", "DO"),
    FIELD("", "abstract", "abstract", "AB"),
    FIELD("", "label", "label", "LB"),
    FIELD("", "caption", "caption", "CA"),
    FIELD("", "notes", "notes", "N1"),
    FIELD("", "research-notes", "researchNotes", "RN"),
    FIELD("", "work-type", "workType", "M3"),
    FIELD("", "reviewed-item", "", "RI"),
    FIELD("", "remote-database-name", "database", "DB"),
    FIELD("", "remote-database-provider", "databaseProvider", "DP"),
    FIELD("", "language", "language", "LA"),
    FIELD("", "access-date", "accessDate", "Y2"),
    FIELD("", "auth-address", "address", "AD"),
    FIELD("related-urls", "url", "urls", "UR"),
    FIELD("web-urls", "url", "", "UR"),
    FIELD("pdf-urls", "url", "", "L1"),
    FIELD("text-urls", "url", "", "L2"),
    FIELD("image-urls", "url", "", "L4"),
    FIELD("urls", "url", "", "UR"),
    FIELD("", "custom1", "custom1", "C1"),
    FIELD("", "custom2", "custom2", "C2"),
    FIELD("", "custom3", "custom3", "C3"),
    FIELD("", "custom4", "custom4", "C4"),
    FIELD("", "custom5", "custom5", "C5"),
    FIELD("", "custom6", "custom6", "C6"),
    FIELD("", "custom7", "custom7", "C7"),
    FIELD("", "custom8", "custom8", "C8"),
    FIELD("", "misc1", "", "M1"),
    FIELD("", "misc2", "", "M2"),
    FIELD("", "rec-number", "recNumber", "ID"),
};

text endnote_tag(text list, text element) {
  for (size_t i = 0; i < COUNT(fields); i++)
    if (text_equal(fields[i].element, element) &&
        (!fields[i].list.size || text_equal(fields[i].list, list)))
      return fields[i].ris;
  return (text){"", 0};
}

text endnote_tag_of_reflib(text name) {
  for (size_t i = 0; i < COUNT(fields); i++)
    if (fields[i].reflib.size && text_equal(fields[i].reflib, name)) return fields[i].ris;
  return (text){"", 0};
}
