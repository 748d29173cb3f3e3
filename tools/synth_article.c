/* One synthetic record, from the article to its references, as PubMed XML. */
#include "synth_article.h"

#include "synth_indexing.h"
#include "synth_names.h"

#define COUNT(table) ((uint32_t)(sizeof(table) / sizeof *(table)))

static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/* Numbers of words of abstracts: 64 quantiles of a log-normal law with median 187 and sigma 0.4,
 * cut to 60 to 400; their mean is 200.6. */
static const uint16_t lengths[] = {71,  84,  92,  99,  104, 108, 112, 116, 120, 123, 126, 130, 133,
                                   136, 139, 141, 144, 147, 150, 152, 155, 158, 161, 163, 166, 169,
                                   171, 174, 177, 180, 183, 186, 188, 191, 194, 198, 201, 204, 207,
                                   211, 214, 218, 222, 225, 229, 234, 238, 243, 247, 252, 258, 264,
                                   270, 277, 284, 292, 301, 311, 323, 337, 355, 378, 400, 400};

static void date_put(const char *element, uint32_t year, uint32_t month, uint32_t day, buffer *b) {
  put(b, "<%s><Year>%u</Year><Month>%02u</Month><Day>%02u</Day></%s>\n", element, year, month, day,
      element);
}

/* ---- the article --------------------------------------------------------------------------- */

static void journal_put(const synth_head *h, buffer *b) {
  buffer_put(b, "<Journal>\n<ISSN IssnType=\"Print\">");
  journal_put_issn(h->journal, b);
  put(b, "</ISSN>\n<JournalIssue CitedMedium=\"Print\">\n<Volume>%u</Volume>\n<Issue>%u</Issue>\n",
      h->volume, h->issue);
  if (h->pmid % 50 == 7)
    put(b, "<PubDate><MedlineDate>%u %s-%s</MedlineDate></PubDate>\n", h->year,
        months[(h->month - 1) / 2 * 2], months[(h->month - 1) / 2 * 2 + 1]);
  else if (h->pmid % 3 == 0)
    put(b, "<PubDate><Year>%u</Year><Month>%s</Month><Day>%02u</Day></PubDate>\n", h->year,
        months[h->month - 1], h->day);
  else
    put(b, "<PubDate><Year>%u</Year><Month>%s</Month></PubDate>\n", h->year, months[h->month - 1]);
  buffer_put(b, "</JournalIssue>\n<Title>");
  journal_put_title(h->journal, b);
  buffer_put(b, "</Title>\n<ISOAbbreviation>");
  journal_put_abbreviation(h->journal, b);
  buffer_put(b, "</ISOAbbreviation>\n</Journal>\n");
}

static void doi_put(const synth_head *h, buffer *b) {
  put(b, "10.5555/synth.%u.%u", h->journal, h->pmid);
}

static void abstract_put(synth_article *s, buffer *b) {
  static const char *const labels[] = {"BACKGROUND", "METHODS", "RESULTS", "CONCLUSIONS"};
  static const uint32_t shares[] = {20, 30, 36, 14};
  uint32_t words = lengths[random_below(&s->body, COUNT(lengths))];
  bool structured = random_percent(&s->body, 33);
  buffer_put(b, "<Abstract>\n");
  for (uint32_t i = 0; i < (structured ? COUNT(labels) : 1); i++) {
    if (structured) put(b, "<AbstractText Label=\"%s\" NlmCategory=\"%s\">", labels[i], labels[i]);
    else buffer_put(b, "<AbstractText>");
    prose_paragraph(&s->head.prose, structured ? words * shares[i] / 100 : words, b);
    buffer_put(b, "</AbstractText>\n");
  }
  buffer_put(b, "</Abstract>\n");
}

static void initials_put(uint32_t person, buffer *b) {
  const char *forename = person_forename(person);
  char middle = person_middle(person);
  buffer_add_byte(b, forename[0]);
  if (middle) buffer_add_byte(b, middle);
}

static void author_put(const synth_head *h, uint32_t person, bool affiliated, buffer *b) {
  char middle = person_middle(person);
  buffer_put(b, "<Author ValidYN=\"Y\">\n<LastName>");
  person_put_family(person, b);
  put(b, "</LastName>\n<ForeName>%s%s%.*s</ForeName>\n<Initials>", person_forename(person),
      middle ? " " : "", middle ? 1 : 0, &middle);
  initials_put(person, b);
  buffer_put(b, "</Initials>\n");
  if (h->year >= 2013 && person % 4 == 0) {
    buffer_put(b, "<Identifier Source=\"ORCID\">");
    person_put_orcid(person, b);
    buffer_put(b, "</Identifier>\n");
  }
  if (affiliated) {
    buffer_put(b, "<AffiliationInfo>\n<Affiliation>");
    person_put_affiliation(person, b);
    buffer_put(b, "</Affiliation>\n</AffiliationInfo>\n");
  }
  buffer_put(b, "</Author>\n");
}

/* As in PubMed: the first author's address from 1988 on, everybody's from 2014 on. */
static void authors_put(const synth_head *h, buffer *b) {
  buffer_put(b, "<AuthorList CompleteYN=\"Y\">\n");
  for (uint32_t i = 0; i < h->author_count; i++)
    author_put(h, h->authors[i], h->year >= 2014 || (h->year >= 1988 && i == 0), b);
  buffer_put(b, "</AuthorList>\n");
}

static const char *language(const synth_head *h) {
  static const char *const others[] = {"ger", "fre", "jpn", "spa", "chi", "rus"};
  return h->pmid % 12 == 5 ? others[h->journal % COUNT(others)] : "eng";
}

static void article_put(synth_article *s, buffer *b) {
  synth_head *h = &s->head;
  bool foreign = h->pmid % 12 == 5;
  buffer_put(b, "<Article PubModel=\"Print\">\n");
  journal_put(h, b);
  buffer_add(b, foreign ? TEXT("<ArticleTitle>[") : TEXT("<ArticleTitle>"));
  buffer_add(b, buffer_text(&h->title));
  buffer_add(b, foreign ? TEXT("].</ArticleTitle>\n") : TEXT(".</ArticleTitle>\n"));
  put(b, "<Pagination><MedlinePgn>%u-%u</MedlinePgn></Pagination>\n", h->page, h->last_page);
  buffer_put(b, "<ELocationID EIdType=\"doi\" ValidYN=\"Y\">");
  doi_put(h, b);
  buffer_put(b, "</ELocationID>\n");
  abstract_put(s, b);
  authors_put(h, b);
  put(b, "<Language>%s</Language>\n", language(h));
  grants_put(&s->body, b);
  publication_types_put(&s->body, foreign, b);
  if (foreign) {
    buffer_put(b, "<VernacularTitle>");
    prose_title(&h->prose, b);
    buffer_put(b, ".</VernacularTitle>\n");
  }
  buffer_put(b, "</Article>\n");
}

/* ---- around the article -------------------------------------------------------------------- */

static void journal_info_put(const synth_head *h, buffer *b) {
  put(b, "<MedlineJournalInfo><Country>%s</Country><MedlineTA>", journal_country(h->journal));
  journal_put_abbreviation(h->journal, b);
  put(b, "</MedlineTA><NlmUniqueID>99%07u</NlmUniqueID><ISSNLinking>", h->journal);
  journal_put_issn(h->journal, b);
  buffer_put(b, "</ISSNLinking></MedlineJournalInfo>\n");
}

static void citation_put(synth_article *s, buffer *b) {
  uint32_t pmid = head_cite(&s->head, &s->body, &s->cited);
  if (pmid == 0) return;
  const synth_head *c = &s->cited;
  buffer_put(b, "<Reference><Citation>");
  person_put_family(c->authors[0], b);
  buffer_put(b, " ");
  initials_put(c->authors[0], b);
  buffer_add(b, c->author_count > 1 ? TEXT(", et al. ") : TEXT(". "));
  buffer_add(b, buffer_text(&c->title));
  buffer_put(b, ". ");
  journal_put_abbreviation(c->journal, b);
  put(b,
      ". %u;%u(%u):%u-%u</Citation><ArticleIdList><ArticleId IdType=\"pubmed\">%u</ArticleId>"
      "</ArticleIdList></Reference>\n",
      c->year, c->volume, c->issue, c->page, c->last_page, pmid);
}

/* Half of the records cite one to twelve earlier ones. */
static void references_put(synth_article *s, buffer *b) {
  uint32_t left = random_percent(&s->body, 50) ? random_between(&s->body, 1, 12) : 0;
  if (left == 0 || s->head.pmid == 1) return;
  buffer_put(b, "<ReferenceList>\n");
  for (; left > 0; left--) citation_put(s, b);
  buffer_put(b, "</ReferenceList>\n");
}

static void history_put(const synth_head *h, const char *status, buffer *b) {
  put(b,
      "<PubMedPubDate PubStatus=\"%s\"><Year>%u</Year><Month>%u</Month><Day>%u</Day>"
      "</PubMedPubDate>\n",
      status, h->year, h->month, h->day);
}

static void data_put(synth_article *s, buffer *b) {
  const synth_head *h = &s->head;
  buffer_put(b, "<PubmedData>\n<History>\n");
  history_put(h, "pubmed", b);
  history_put(h, "entrez", b);
  put(b,
      "</History>\n<PublicationStatus>ppublish</PublicationStatus>\n<ArticleIdList>\n"
      "<ArticleId IdType=\"pubmed\">%u</ArticleId>\n<ArticleId IdType=\"doi\">",
      h->pmid);
  doi_put(h, b);
  buffer_put(b, "</ArticleId>\n");
  if (h->year >= 2008 && h->pmid % 3 == 1)
    put(b, "<ArticleId IdType=\"pmc\">PMC%u</ArticleId>\n", 900000000 + h->pmid);
  buffer_put(b, "</ArticleIdList>\n");
  references_put(s, b);
  buffer_put(b, "</PubmedData>\n");
}

void article_write(synth_article *s, const lexicon *l, uint64_t seed, uint32_t pmid, buffer *b) {
  synth_head *h = &s->head;
  head_fill(h, l, seed, pmid);
  s->body = random_open(seed, RANDOM_BODY, pmid);
  h->prose.random = &s->body;
  put(b,
      "<PubmedArticle>\n<MedlineCitation Status=\"MEDLINE\" Owner=\"NLM\">\n"
      "<PMID Version=\"1\">%u</PMID>\n",
      pmid);
  date_put("DateCompleted", h->year, h->month, h->day, b);
  date_put("DateRevised", h->year < 2026 ? h->year + 1 : h->year, h->month, h->day, b);
  article_put(s, b);
  journal_info_put(h, b);
  substances_put(h, &s->body, b);
  buffer_put(b, "<CitationSubset>IM</CitationSubset>\n");
  headings_put(h, &s->body, b);
  keywords_put(h, &s->body, b);
  buffer_put(b, "</MedlineCitation>\n");
  data_put(s, b);
  buffer_put(b, "</PubmedArticle>\n");
}

void article_finish(synth_article *s) {
  head_finish(&s->head);
  head_finish(&s->cited);
}
