/* What the columns of tables mean. Names are those of PubMed, Embase, Scopus, Dimensions, Ovid,
 * EBSCO, ProQuest, IEEE Xplore, Cochrane, Lens, OpenAlex, ClinicalTrials.gov, Zotero, Paperpile,
 * Publish or Perish, Rayyan, Covidence, ASReview, RISpy and of tables made by hand; they stand here
 * in lower case without blanks and punctuation. */
#include "model/identifier.h"
#include "read/csv.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void take_translators(draft *d, text column, text value) {
  (void)column;
  draft_people(d, TEXT("translator"), value);
}

static void take_keywords_plus(draft *d, text column, text value) {
  record *r = d->record;
  size_t before = r->keywords.count;
  csv_take_keywords(d, column, value);
  for (size_t i = before; i < r->keywords.count; i++)
    r->keywords.items[i].owner = TEXT("KeywordsPlus");
}

static const draft_row rows[] = {
    /* The work. */
    DRAFT_RECORD("title", title),
    DRAFT_RECORD("articletitle", title),
    DRAFT_RECORD("documenttitle", title),
    DRAFT_RECORD("papertitle", title),
    DRAFT_RECORD("primarytitle", title),
    DRAFT_RECORD("studytitle", title),
    DRAFT_RECORD("displayname", title),
    DRAFT_RECORD("ti", title),
    DRAFT_RECORD("t1", title),
    DRAFT_RECORD("titles", title),
    DRAFT_RECORD("originaltitle", vernacular_title),
    DRAFT_RECORD("originalnonenglishtitle", vernacular_title),
    DRAFT_RECORD("vernaculartitle", vernacular_title),
    DRAFT_TAKE("abstract", 1, draft_abstract),
    DRAFT_TAKE("abstractnote", 1, draft_abstract),
    DRAFT_TAKE("abstracttext", 1, draft_abstract),
    DRAFT_TAKE("abstracts", 1, draft_abstract),
    DRAFT_TAKE("notesabstract", 1, draft_abstract),
    DRAFT_TAKE("briefsummary", 1, draft_abstract),
    DRAFT_TAKE("ab", 1, draft_abstract),
    DRAFT_TAKE("n2", 1, draft_abstract),
    DRAFT_TAKE("type", 0, csv_take_type),
    DRAFT_TAKE("itemtype", 0, csv_take_type),
    DRAFT_TAKE("typeofreference", 0, csv_take_type),
    DRAFT_TAKE("referencetype", 0, csv_take_type),
    DRAFT_TAKE("documenttype", 1, csv_take_publication_types),
    DRAFT_TAKE("publicationtype", 1, csv_take_publication_types),
    DRAFT_TAKE("publicationtypes", 1, csv_take_publication_types),
    DRAFT_TAKE("articletype", 1, csv_take_publication_types),
    DRAFT_TAKE("pubtype", 1, csv_take_publication_types),
    DRAFT_TAKE("doctype", 1, csv_take_publication_types),
    DRAFT_TAKE("doctypes", 1, csv_take_publication_types),
    DRAFT_TAKE("pubtypes", 1, csv_take_publication_types),
    DRAFT_TAKE("pt", 1, csv_take_publication_types),
    DRAFT_TAKE("language", 1, draft_languages),
    DRAFT_TAKE("languages", 1, draft_languages),
    DRAFT_TAKE("articlelanguage", 1, draft_languages),
    DRAFT_TAKE("languageofarticle", 1, draft_languages),
    DRAFT_TAKE("languageoforiginaldocument", 1, draft_languages),
    DRAFT_TAKE("la", 1, draft_languages),
    DRAFT_RECORD("copyright", copyright),
    DRAFT_RECORD("conflictofinterest", conflict_of_interest),
    DRAFT_TAKE("notes", 1, draft_note),
    DRAFT_TAKE("note", 1, draft_note),
    DRAFT_TAKE("references", 1, csv_take_references),
    DRAFT_TAKE("citedreferences", 1, csv_take_references),
    DRAFT_TAKE("fundingdetails", 1, draft_funding),
    DRAFT_TAKE("fundingorgs", 1, draft_funding),
    DRAFT_TAKE("grants", 1, draft_funding),
    /* People. */
    DRAFT_TAKE("authorfullnames", 0, csv_take_full_names),
    DRAFT_TAKE("authors", 1, csv_take_authors),
    DRAFT_TAKE("author", 1, csv_take_authors),
    DRAFT_TAKE("authornames", 1, csv_take_authors),
    DRAFT_TAKE("authorlist", 1, csv_take_authors),
    DRAFT_TAKE("firstauthors", 1, csv_take_authors),
    DRAFT_TAKE("authorshipsauthordisplayname", 1, csv_take_authors),
    DRAFT_TAKE("au", 1, csv_take_authors),
    DRAFT_TAKE("creators", 1, csv_take_authors),
    DRAFT_TAKE("creator", 1, csv_take_authors),
    DRAFT_TAKE("contributors", 1, csv_take_authors),
    DRAFT_TAKE("groupauthors", 2, csv_take_groups),
    DRAFT_TAKE("corporateauthors", 2, csv_take_groups),
    DRAFT_TAKE("corporateauthor", 2, csv_take_groups),
    DRAFT_TAKE("editors", 2, csv_take_editors),
    DRAFT_TAKE("editor", 2, csv_take_editors),
    DRAFT_TAKE("bookeditors", 2, csv_take_editors),
    DRAFT_TAKE("secondaryauthors", 2, csv_take_editors),
    DRAFT_TAKE("translator", 2, take_translators),
    DRAFT_TAKE("translators", 2, take_translators),
    DRAFT_TAKE("firstauthor", 2, csv_take_first_author),
    DRAFT_TAKE("authorsid", 2, csv_take_author_ids),
    DRAFT_TAKE("authorswithaffiliations", 1, csv_take_affiliations),
    DRAFT_TAKE("authorsrawaffiliation", 1, csv_take_affiliations),
    DRAFT_TAKE("affiliations", 2, csv_take_affiliations),
    DRAFT_TAKE("affiliation", 2, csv_take_affiliations),
    DRAFT_TAKE("addresses", 2, csv_take_affiliations),
    DRAFT_TAKE("authoraddress", 2, csv_take_affiliations),
    DRAFT_TAKE("authoraffiliations", 2, csv_take_affiliations),
    DRAFT_TAKE("authorsaffiliations", 2, csv_take_affiliations),
    DRAFT_TAKE("correspondenceaddress", 2, draft_affiliations),
    /* Where it appeared. */
    DRAFT_MEMBER("journal", container),
    DRAFT_MEMBER("journaltitle", container),
    DRAFT_MEMBER("journalname", container),
    DRAFT_MEMBER("sourcetitle", container),
    DRAFT_MEMBER("publicationtitle", container),
    DRAFT_MEMBER("publicationname", container),
    DRAFT_MEMBER("publication", container),
    DRAFT_MEMBER("containertitle", container),
    DRAFT_MEMBER("secondarytitle", container),
    DRAFT_MEMBER("alternatetitle3", container),
    DRAFT_MEMBER("venue", container),
    DRAFT_MEMBER("pubtitle", container),
    DRAFT_MEMBER("primarylocationsourcedisplayname", container),
    DRAFT_MEMBER("jo", container),
    DRAFT_MEMBER("fulljournal", journal),
    DRAFT_TAKE("source", 2, csv_take_source),
    DRAFT_TAKE("so", 2, csv_take_source),
    DRAFT_TAKE("citation", 2, csv_take_citation),
    DRAFT_MEMBER("journalbook", abbreviation),
    DRAFT_MEMBER("journalabbreviation", abbreviation),
    DRAFT_MEMBER("journalabbrev", abbreviation),
    DRAFT_MEMBER("journalisoabbreviation", abbreviation),
    DRAFT_MEMBER("isoabbreviation", abbreviation),
    DRAFT_MEMBER("abbreviatedsourcetitle", abbreviation),
    DRAFT_MEMBER("alternatetitle1", abbreviation),
    DRAFT_MEMBER("alternatetitle2", abbreviation),
    DRAFT_MEMBER("series", series),
    DRAFT_MEMBER("seriestitle", series),
    DRAFT_MEMBER("bookseriestitle", series),
    DRAFT_RECORD("booktitle", book_title),
    DRAFT_RECORD("anthologytitle", book_title),
    DRAFT_RECORD("edition", edition),
    DRAFT_RECORD("volume", volume),
    DRAFT_RECORD("vol", volume),
    DRAFT_RECORD("journalvolume", volume),
    DRAFT_RECORD("vl", volume),
    DRAFT_RECORD("issue", issue),
    DRAFT_RECORD("number", issue),
    DRAFT_RECORD("issuenumber", issue),
    DRAFT_RECORD("journalissue", issue),
    DRAFT_MEMBER("pages", first_page),
    DRAFT_MEMBER("page", first_page),
    DRAFT_MEMBER("pagination", first_page),
    DRAFT_MEMBER("pagerange", first_page),
    DRAFT_MEMBER("startpage", first_page),
    DRAFT_MEMBER("pagestart", first_page),
    DRAFT_MEMBER("firstpage", first_page),
    DRAFT_MEMBER("endpage", last_page),
    DRAFT_MEMBER("pageend", last_page),
    DRAFT_MEMBER("lastpage", last_page),
    DRAFT_RECORD("articlenumber", article_number),
    DRAFT_RECORD("articleno", article_number),
    DRAFT_RECORD("artno", article_number),
    DRAFT_RECORD("elocationid", article_number),
    DRAFT_RECORD("publisher", publisher),
    DRAFT_RECORD("publishername", publisher),
    DRAFT_RECORD("bookpublisher", publisher),
    DRAFT_RECORD("place", place),
    DRAFT_RECORD("placepublished", place),
    DRAFT_RECORD("placeofpublication", place),
    DRAFT_RECORD("publisherlocation", place),
    DRAFT_RECORD("location", place),
    DRAFT_RECORD("country", country),
    DRAFT_RECORD("sourcecountry", country),
    DRAFT_RECORD("countryofpublication", country),
    DRAFT_TAKE("issn", 1, csv_take_issn),
    DRAFT_TAKE("issns", 1, csv_take_issn),
    DRAFT_TAKE("issnl", 1, csv_take_issn),
    DRAFT_TAKE("sn", 1, csv_take_issn),
    DRAFT_TAKE("printissn", 1, csv_take_issn),
    DRAFT_TAKE("isbn", 1, csv_take_issn),
    DRAFT_TAKE("isbns", 1, csv_take_issn),
    DRAFT_TAKE("eissn", 1, csv_take_electronic_issn),
    DRAFT_TAKE("electronicissn", 1, csv_take_electronic_issn),
    DRAFT_TAKE("onlineissn", 1, csv_take_electronic_issn),
    /* When. */
    DRAFT_TAKE("year", 1, draft_year),
    DRAFT_TAKE("publicationyear", 1, draft_year),
    DRAFT_TAKE("publishedyear", 1, draft_year),
    DRAFT_TAKE("yearpublished", 1, draft_year),
    DRAFT_TAKE("pubyear", 1, draft_year),
    DRAFT_TAKE("py", 1, draft_year),
    DRAFT_TAKE("date", 1, draft_date),
    DRAFT_TAKE("published", 1, draft_date),
    DRAFT_TAKE("publicationdate", 1, draft_date),
    DRAFT_TAKE("publicationdateprint", 2, draft_date),
    DRAFT_TAKE("dateofpublication", 1, draft_date),
    DRAFT_TAKE("datepublished", 1, draft_date),
    DRAFT_TAKE("publisheddate", 1, draft_date),
    DRAFT_TAKE("pubdate", 1, draft_date),
    DRAFT_TAKE("month", 0, csv_take_month),
    DRAFT_TAKE("publishedmonth", 0, csv_take_month),
    DRAFT_TAKE("publicationmonth", 0, csv_take_month),
    DRAFT_TAKE("day", 1, csv_take_day),
    DRAFT_TAKE("publishedday", 1, csv_take_day),
    DRAFT_TAKE("createdate", 1, csv_take_created),
    DRAFT_TAKE("publicationdateonline", 1, csv_take_electronic),
    DRAFT_TAKE("earlyaccessdate", 1, csv_take_electronic),
    DRAFT_TAKE("epubdate", 1, csv_take_electronic),
    /* Subjects. */
    DRAFT_TAKE("meshterms", 1, csv_take_mesh),
    DRAFT_TAKE("mesh", 1, csv_take_mesh),
    DRAFT_TAKE("meshheadings", 1, csv_take_mesh),
    DRAFT_TAKE("meshheading", 1, csv_take_mesh),
    DRAFT_TAKE("mh", 1, csv_take_mesh),
    DRAFT_TAKE("authorkeywords", 1, csv_take_keywords),
    DRAFT_TAKE("manualtags", 1, csv_take_keywords),
    DRAFT_TAKE("automatictags", 2, csv_take_keywords),
    DRAFT_TAKE("keywords", 2, csv_take_keywords),
    DRAFT_TAKE("keyword", 2, csv_take_keywords),
    DRAFT_TAKE("kw", 2, csv_take_keywords),
    DRAFT_TAKE("subjects", 2, csv_take_keywords),
    DRAFT_TAKE("indexkeywords", 2, csv_take_index_keywords),
    DRAFT_TAKE("keywordsplus", 2, take_keywords_plus),
    DRAFT_TAKE("emtreedrugindextermsmajorfocus", 0, csv_take_emtree),
    DRAFT_TAKE("emtreemedicalindextermsmajorfocus", 0, csv_take_emtree),
    DRAFT_TAKE("emtreedrugindexterms", 1, csv_take_emtree),
    DRAFT_TAKE("emtreemedicalindexterms", 1, csv_take_emtree),
    DRAFT_TAKE("emtreedeviceindexterms", 1, csv_take_emtree),
    DRAFT_TAKE("emtreedeviceindextermsmajorfocus", 0, csv_take_emtree),
    /* Identifiers and addresses. */
    DRAFT_TAKE("pmid", 0, csv_take_pmid),
    DRAFT_TAKE("pubmedid", 0, csv_take_pmid),
    DRAFT_TAKE("pubmedpmid", 0, csv_take_pmid),
    DRAFT_TAKE("medlinepmid", 0, csv_take_pmid),
    DRAFT_TAKE("idspmid", 0, csv_take_pmid),
    DRAFT_TAKE("pm", 0, csv_take_pmid),
    DRAFT_TAKE("pmcid", 0, csv_take_pmcid),
    DRAFT_TAKE("pmc", 0, csv_take_pmcid),
    DRAFT_TAKE("pubmedcentralid", 0, csv_take_pmcid),
    DRAFT_TAKE("doi", 0, draft_doi),
    DRAFT_TAKE("dois", 0, draft_doi),
    DRAFT_TAKE("do", 0, draft_doi),
    DRAFT_TAKE("articledoi", 0, draft_doi),
    DRAFT_TAKE("digitalobjectidentifier", 0, draft_doi),
    DRAFT_TAKE("nihmsid", 1, csv_take_id),
    DRAFT_TAKE("arxivid", 1, csv_take_id),
    DRAFT_TAKE("arxiv", 1, csv_take_id),
    DRAFT_TAKE("eid", 1, csv_take_id),
    DRAFT_TAKE("pui", 1, csv_take_id),
    DRAFT_TAKE("lensid", 1, csv_take_id),
    DRAFT_TAKE("nctnumber", 1, csv_take_id),
    DRAFT_TAKE("accessionnumber", 2, csv_take_id),
    DRAFT_TAKE("id", 2, csv_take_id),
    DRAFT_TAKE("an", 2, csv_take_id),
    DRAFT_TAKE("key", 2, csv_take_id),
    DRAFT_TAKE("clinicaltrialnumbers", 1, csv_take_trials),
    DRAFT_TAKE("url", 2, csv_take_urls),
    DRAFT_TAKE("urls", 2, csv_take_urls),
    DRAFT_TAKE("link", 2, csv_take_urls),
    DRAFT_TAKE("links", 2, csv_take_urls),
    DRAFT_TAKE("doilink", 2, csv_take_urls),
    DRAFT_TAKE("doiurl", 2, csv_take_urls),
    DRAFT_TAKE("articleurl", 2, csv_take_urls),
    DRAFT_TAKE("documenturl", 2, csv_take_urls),
    DRAFT_TAKE("externalurl", 2, csv_take_urls),
    DRAFT_TAKE("pdflink", 2, csv_take_urls),
    DRAFT_TAKE("plink", 2, csv_take_urls),
    DRAFT_TAKE("sourceurls", 2, csv_take_urls),
    DRAFT_TAKE("studyurl", 2, csv_take_urls),
    DRAFT_TAKE("embaselink", 2, csv_take_urls),
    DRAFT_TAKE("fulltextlink", 2, csv_take_urls),
    DRAFT_TAKE("openurllink", 2, csv_take_urls),
    DRAFT_TAKE("pubmedlink", 2, csv_take_urls),
    DRAFT_TAKE("sourcelinkout", 2, csv_take_urls),
    DRAFT_TAKE("extra", 2, csv_take_extra_lines),
};

const draft_row *csv_column_row(text name) {
  char bytes[64];
  size_t size = 0;
  for (size_t i = 0; i < name.size; i++) {
    char byte = ascii_lower(name.data[i]);
    if (!ascii_is_lower(byte) && !ascii_is_digit(byte)) continue;
    if (size == sizeof bytes) return NULL;
    bytes[size++] = byte;
  }
  return draft_row_of(rows, COUNT(rows), (text){bytes, size});
}

bool csv_column_is_main(const draft_row *row) {
  bool title = row->of_record && row->member == offsetof(record, title) && !row->take;
  return title || row->take == draft_abstract || row->take == draft_doi ||
         row->take == csv_take_pmid || row->take == csv_take_pmcid;
}

bool csv_cell_identifies(const draft_row *row, text cell, arena *a) {
  if (!row) return false;
  if (row->take == draft_doi) return identifier_find_doi(a, cell).size > 0;
  const char *scheme = row->take == csv_take_pmid    ? "pmid"
                       : row->take == csv_take_pmcid ? "pmc"
                                                     : NULL;
  return scheme && identifier_normal(a, text_of(scheme), csv_clean(cell, a)).value.size > 0;
}

/* A record that does not say what it is and has a journal or a PMID is an article. */
static void infer_type(draft *d) {
  record *r = d->record;
  bool published = d->container.size || d->journal.size || d->abbreviation.size ||
                   record_id(r, TEXT("pmid")).size;
  if (!r->type.size && published && !r->book_title.size) r->type = TEXT("journal-article");
}

bool csv_fill(record *r, const csv_columns *columns, const texts *cells) {
  draft d;
  draft_start(&d, r, "csv");
  for (int pass = 0; pass <= 2; pass++)
    for (size_t i = 0; i < columns->count && i < cells->count; i++) {
      const csv_column *column = &columns->items[i];
      draft_field field = {column->name, cells->items[i]};
      if ((column->row ? column->row->pass : 1) == pass) draft_take_field(&d, &field, column->row);
    }
  infer_type(&d);
  draft_finish(&d);
  return r->ids.count || !record_is_stub(r);
}
