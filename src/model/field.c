/* The table of search fields and of full-text columns. */
#include "model/field.h"

#include "base/nearest.h"

const column columns[COLUMN_COUNT] = {
    [COLUMN_TITLE] = {"title", "title, vernacular, book and collection title", 3},
    [COLUMN_ABSTRACT] = {"abstract", "abstract and other abstracts", 1},
    [COLUMN_KEYWORDS] = {"keywords", "author keywords", 2},
    [COLUMN_MESH] = {"mesh", "MeSH headings with their qualifiers", 2},
    [COLUMN_NAMES] = {"names", "authors, editors, investigators, groups", 0},
    [COLUMN_JOURNAL] = {"journal", "journal, publisher, grants, conflicts of interest", 0},
    [COLUMN_AFFILIATIONS] = {"affiliations", "addresses of the authors", 0},
    [COLUMN_OTHER] = {"other", "publication types, substances, accessions, subjects, notes", 0},
};

#define IN(name) (1u << COLUMN_##name)
#define IN_TIAB (IN(TITLE) | IN(ABSTRACT) | IN(KEYWORDS))
#define IN_ALL ((1u << COLUMN_COUNT) - 1)

const field fields[] = {
    {"all", "all fields", "All Fields", FIELD_WORDS, IN_ALL, "aspirin[all]"},
    {"ti", "title", "Title", FIELD_WORDS, IN(TITLE), "resistance[ti]"},
    {"ab", "abstract", "Abstract", FIELD_WORDS, IN(ABSTRACT), "\"drug resistance\"[ab]"},
    {"tiab", "title/abstract|title abstract", "Title/Abstract", FIELD_WORDS, IN_TIAB,
     "resistan*[tiab]"},
    {"tw", "text word|text words|text", "Text Word", FIELD_WORDS, IN_TIAB | IN(MESH) | IN(OTHER),
     "neoplas*[tw]"},
    {"ot", "other term|author keyword|keyword|keywords|kw", "Other Term", FIELD_WORDS, IN(KEYWORDS),
     "her2[ot]"},
    {"ad", "affiliation", "Affiliation", FIELD_WORDS, IN(AFFILIATIONS), "\"cancer center\"[ad]"},
    {"tt", "transliterated title|vernacular title", "Transliterated Title", FIELD_WORDS, IN(TITLE),
     "krebs[tt]"},
    {"au", "author|author name", "Author", FIELD_NAME, 0, "smith ja[au]"},
    {"1au", "first author|author - first|first author name", "First Author", FIELD_NAME, 0,
     "smith[1au]"},
    {"lastau", "last author|author - last|last author name", "Last Author", FIELD_NAME, 0,
     "jones b[lastau]"},
    {"fau", "full author name|author - full|full author", "Full Author Name", FIELD_NAME, 0,
     "\"smith, john\"[fau]"},
    {"cn", "corporate author|author - corporate", "Corporate Author", FIELD_WORDS, IN(NAMES),
     "\"study group\"[cn]"},
    {"ed", "editor", "Editor", FIELD_NAME, 0, "smith j[ed]"},
    {"ir", "investigator", "Investigator", FIELD_NAME, 0, "smith j[ir]"},
    {"fir", "full investigator name|investigator - full", "Full Investigator Name", FIELD_NAME, 0,
     "\"smith, john\"[fir]"},
    {"ps", "personal name as subject|subject - personal name", "Personal Name as Subject",
     FIELD_NAME, 0, "darwin c[ps]"},
    {"auid", "author - identifier|author identifier", "Author Identifier", FIELD_VALUE, 0,
     "0000-0002-1825-0097[auid]"},
    {"mh", "mesh|mesh terms|mesh term", "MeSH Terms", FIELD_HEADING, 0, "breast neoplasms[mh]",
     FIELD_EXPLODES},
    {"majr", "mesh major topic|major topic|mjr", "MeSH Major Topic", FIELD_HEADING, 0,
     "breast neoplasms[majr]", FIELD_EXPLODES},
    {"sh", "mesh subheading|mesh subheadings|subheading", "MeSH Subheading", FIELD_HEADING, 0,
     "drug therapy[sh]", FIELD_EXPLODES},
    {"pt", "publication type|publication types|ptyp", "Publication Type", FIELD_HEADING, 0,
     "review[pt]", FIELD_EXPLODES},
    {"nm", "supplementary concept|substance name|substance|supplementary concepts",
     "Supplementary Concept", FIELD_VALUE, 0, "trastuzumab[nm]", FIELD_EXPLODES},
    {"pa", "pharmacological action|pharmacologic action", "Pharmacological Action", FIELD_HEADING,
     0, "anticoagulants[pa]"},
    {"rn", "ecno|ec/rn number|registry number|ecrn|ec rn number", "EC/RN Number", FIELD_VALUE, 0,
     "p188anx8ck[rn]"},
    {"dp", "pdat|date - publication|publication date", "Date - Publication", FIELD_DATE, 0,
     "2019:2024[dp]", FIELD_RANGES},
    {"epdat", "electronic date of publication|date - electronic publication",
     "Electronic Date of Publication", FIELD_DATE, 0, "2024[epdat]", FIELD_RANGES},
    {"ppdat", "print date of publication|date - print publication", "Print Date of Publication",
     FIELD_DATE, 0, "2024[ppdat]", FIELD_RANGES},
    {"edat", "date - entry|date - entrez|entrez date|entry date", "Date - Entry", FIELD_DATE, 0,
     "\"last 30 days\"[edat]", FIELD_RANGES},
    {"crdt", "date - create|create date|date - created", "Date - Create", FIELD_DATE, 0,
     "2024/05[crdt]", FIELD_RANGES},
    {"dcom", "date - completion|completion date", "Date - Completion", FIELD_DATE, 0, "2024[dcom]",
     FIELD_RANGES},
    {"lr", "mdat|date - modification|date last revised|modification date", "Date - Modification",
     FIELD_DATE, 0, "2024[lr]", FIELD_RANGES},
    {"mhda", "date - mesh|mesh date", "Date - MeSH", FIELD_DATE, 0, "2024[mhda]", FIELD_RANGES},
    {"ta", "journal|jour|journal title|journal title abbreviation", "Journal", FIELD_VALUE, 0,
     "lancet[ta]"},
    {"jid", "nlm unique id|nlm id", "NLM Unique ID", FIELD_VALUE, 0, "2985213r[jid]"},
    {"is", "issn", "ISSN", FIELD_VALUE, 0, "0140-6736[is]"},
    {"vi", "volume", "Volume", FIELD_VALUE, 0, "34[vi]", FIELD_RANGES},
    {"ip", "issue", "Issue", FIELD_VALUE, 0, "2[ip]", FIELD_RANGES},
    {"pg", "pagination|page|first page", "Pagination", FIELD_VALUE, 0, "889[pg]", FIELD_RANGES},
    {"la", "language|lang", "Language", FIELD_VALUE, 0, "french[la]"},
    {"pl", "place of publication|country", "Place of Publication", FIELD_VALUE, 0, "england[pl]"},
    {"pubn", "publisher", "Publisher", FIELD_VALUE, 0, "springer[pubn]"},
    {"isbn", "", "ISBN", FIELD_VALUE, 0, "9781860163593[isbn]"},
    {"book", "book title", "Book", FIELD_WORDS, IN(TITLE), "guideline[book]"},
    {"gr", "grants and funding|grant number|grant|grants", "Grants and Funding", FIELD_VALUE, 0,
     "ca123456[gr]"},
    {"si", "secondary source id|secondary source", "Secondary Source ID", FIELD_VALUE, 0,
     "nct00000001[si]"},
    {"sb", "filter|subset", "Filter", FIELD_VALUE, 0, "medline[sb]"},
    {"owner", "", "Owner", FIELD_VALUE, 0, "nlm[owner]"},
    {"cois", "conflict of interest statement|conflict of interest statements",
     "Conflict of Interest", FIELD_WORDS, IN(JOURNAL), "consultant[cois]"},
    {"pmid", "uid|pubmed id", "PMID", FIELD_ID, 0, "39821040[pmid]", FIELD_RANGES},
    {"doi", "digital object identifier", "DOI", FIELD_ID, 0, "10.1007/978-3-031-70875-6_24[doi]"},
    {"pmc", "pmcid|pmcr", "PMCID", FIELD_ID, 0, "PMC6055010[pmc]"},
    {"aid", "article identifier", "Article Identifier", FIELD_VALUE, 0,
     "10.1016/j.mex.2018.03.007[aid]"},
    {"lid", "location id", "Location ID", FIELD_VALUE, 0, "e1234[lid]"},
};
const size_t field_count = sizeof fields / sizeof *fields;

static void skip_spaces(text *rest) {
  while (rest->size && ascii_is_space(rest->data[0])) rest->data++, rest->size--;
}

/* Without regard to case and to spaces anywhere. */
static bool same_tag(text a, text b) {
  for (;;) {
    skip_spaces(&a), skip_spaces(&b);
    if (a.size == 0 || b.size == 0) return a.size == b.size;
    if (ascii_lower(a.data[0]) != ascii_lower(b.data[0])) return false;
    a.data++, a.size--, b.data++, b.size--;
  }
}

static bool field_has_tag(const field *f, text tag) {
  if (same_tag(text_of(f->name), tag) || same_tag(text_of(f->label), tag)) return true;
  text rest = text_of(f->tags), one;
  while (text_take_until(&rest, '|', &one))
    if (one.size && same_tag(one, tag)) return true;
  return false;
}

const field *field_find(text tag) {
  for (size_t i = 0; i < field_count; i++)
    if (field_has_tag(&fields[i], tag)) return &fields[i];
  return NULL;
}

const char *field_suggest(text tag) {
  nearest best = nearest_to(tag);
  for (size_t i = 0; i < field_count; i++) {
    text rest = text_of(fields[i].tags), one = text_of(fields[i].name);
    do nearest_offer(&best, one, fields[i].name);
    while (text_take_until(&rest, '|', &one));
  }
  return best.name;
}
