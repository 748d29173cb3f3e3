/* What an article is about and what it rests on: headings, substances, keywords, genes; grants and
 * accession numbers. */
#include "read/pubmed_xml.h"

static void heading_start(pubmed_xml *x) {
  x->holders[HOLDER_HEADING] = list_push(x->record->arena, &x->record->headings);
}

static void descriptor_end(pubmed_xml *x) {
  heading *h = x->holders[HOLDER_HEADING];
  h->name = x->text;
  h->ui = pubmed_attribute(x, "UI");
  h->kind = pubmed_attribute(x, "Type");
  h->major = pubmed_attribute_is(x, "MajorTopicYN", "Y");
}

static void qualifier_end(pubmed_xml *x) {
  heading *h = x->holders[HOLDER_HEADING];
  if (!x->text.size) return;
  *list_push(x->record->arena, &h->qualifiers) =
      (qualifier){x->text, pubmed_attribute(x, "UI"), pubmed_attribute_is(x, "MajorTopicYN", "Y")};
}

static void heading_end(pubmed_xml *x) {
  const heading *h = x->holders[HOLDER_HEADING];
  if (!h->name.size) x->record->headings.count--;
}

static void chemical_start(pubmed_xml *x) {
  x->holders[HOLDER_SUBSTANCE] = list_push(x->record->arena, &x->record->substances);
}

static void substance_name_end(pubmed_xml *x) {
  substance *s = x->holders[HOLDER_SUBSTANCE];
  s->name = x->text;
  s->ui = pubmed_attribute(x, "UI");
}

static void chemical_end(pubmed_xml *x) {
  substance *s = x->holders[HOLDER_SUBSTANCE];
  if (!s->name.size && !s->registry_number.size) x->record->substances.count--;
}

static void supplement_end(pubmed_xml *x) {
  if (!x->text.size) return;
  *list_push(x->record->arena, &x->record->substances) = (substance){
      .name = x->text, .ui = pubmed_attribute(x, "UI"), .kind = pubmed_attribute(x, "Type")};
}

static void keywords_start(pubmed_xml *x) { x->owner = pubmed_attribute(x, "Owner"); }

static void keyword_end(pubmed_xml *x) {
  if (!x->text.size) return;
  *list_push(x->record->arena, &x->record->keywords) =
      (keyword){x->text, x->owner, pubmed_attribute_is(x, "MajorTopicYN", "Y")};
}

static void gene_end(pubmed_xml *x) {
  if (x->text.size) *list_push(x->record->arena, &x->record->gene_symbols) = x->text;
}

static void grant_start(pubmed_xml *x) {
  x->holders[HOLDER_GRANT] = list_push(x->record->arena, &x->record->grants);
}

static void grant_end(pubmed_xml *x) {
  const funding *f = x->holders[HOLDER_GRANT];
  if (!f->number.size && !f->acronym.size && !f->agency.size) x->record->grants.count--;
}

static void databank_start(pubmed_xml *x) {
  x->databank = (text){"", 0};
  x->databank_count = x->record->accessions.count;
}

static void accession_end(pubmed_xml *x) {
  pubmed_add_kinded(x, &x->record->accessions, x->databank, x->text);
}

/* A databank may be named without a number. */
static void databank_end(pubmed_xml *x) {
  if (x->record->accessions.count == x->databank_count && x->databank.size)
    list_push(x->record->arena, &x->record->accessions)->kind = x->databank;
}

static const rule rows[] = {
    PART(IN_CITATION, "MeshHeadingList", IN_HEADINGS),
    GROUP(IN_HEADINGS, "MeshHeading", IN_HEADING, .start = heading_start, .end = heading_end),
    LEAF(IN_HEADING, "DescriptorName", .end = descriptor_end),
    LEAF(IN_HEADING, "QualifierName", .end = qualifier_end),
    PART(IN_CITATION, "ChemicalList", IN_CHEMICALS),
    GROUP(IN_CHEMICALS, "Chemical", IN_CHEMICAL, .start = chemical_start, .end = chemical_end),
    MEMBER(IN_CHEMICAL, "RegistryNumber", HOLDER_SUBSTANCE, substance, registry_number),
    LEAF(IN_CHEMICAL, "NameOfSubstance", .end = substance_name_end),
    PART(IN_CITATION, "SupplMeshList", IN_SUPPLEMENTS),
    LEAF(IN_SUPPLEMENTS, "SupplMeshName", .end = supplement_end),
    GROUP(IN_CITATION, "KeywordList", IN_KEYWORDS, .start = keywords_start),
    GROUP(IN_DOCUMENT, "KeywordList", IN_KEYWORDS, .start = keywords_start),
    LEAF(IN_KEYWORDS, "Keyword", .end = keyword_end),
    PART(IN_CITATION, "GeneSymbolList", IN_GENES),
    LEAF(IN_GENES, "GeneSymbol", .end = gene_end),
    PART(IN_BODY, "GrantList", IN_GRANTS),
    PART(IN_DOCUMENT, "GrantList", IN_GRANTS),
    GROUP(IN_GRANTS, "Grant", IN_GRANT, .start = grant_start, .end = grant_end),
    MEMBER(IN_GRANT, "GrantID", HOLDER_GRANT, funding, number),
    MEMBER(IN_GRANT, "Acronym", HOLDER_GRANT, funding, acronym),
    MEMBER(IN_GRANT, "Agency", HOLDER_GRANT, funding, agency),
    MEMBER(IN_GRANT, "Country", HOLDER_GRANT, funding, country),
    PART(IN_BODY, "DataBankList", IN_DATABANKS),
    GROUP(IN_DATABANKS, "DataBank", IN_DATABANK, .start = databank_start, .end = databank_end),
    MEMBER(IN_DATABANK, "DataBankName", HOLDER_READER, pubmed_xml, databank),
    PART(IN_DATABANK, "AccessionNumberList", IN_ACCESSIONS),
    LEAF(IN_ACCESSIONS, "AccessionNumber", .end = accession_end),
};
const rule_table pubmed_subject_rules = RULE_TABLE(rows);
