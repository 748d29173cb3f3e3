/* Links: comments and corrections, and the list of references. Identifiers in here are those of
 * other articles. */
#include "model/identifier.h"
#include "model/link.h"
#include "read/pubmed_xml.h"

static link *current(pubmed_xml *x) { return x->holders[HOLDER_LINK]; }

static void correction_start(pubmed_xml *x) {
  text ref_type = pubmed_attribute(x, "RefType");
  const link_kind *kind = link_kind_of_ref_type(ref_type);
  link *l = record_add_link(x->record, kind ? kind->name : TEXT("other"));
  if (!kind) l->note = ref_type;
  x->holders[HOLDER_LINK] = l;
}

static void reference_start(pubmed_xml *x) {
  x->holders[HOLDER_LINK] = record_add_link(x->record, TEXT("cites"));
}

/* A link that says nothing is no link. One without identifiers may print a DOI. */
static void link_end(pubmed_xml *x) {
  link *l = current(x);
  arena *a = x->record->arena;
  if (!l->ids.count && text_find(l->citation, TEXT("10.")) != TEXT_NONE)
    identifiers_add(a, &l->ids, TEXT("doi"), identifier_find_doi(a, l->citation));
  if (!l->ids.count && !l->citation.size) x->record->links.count--;
}

static void pmid_end(pubmed_xml *x) {
  identifiers_add(x->record->arena, &current(x)->ids, TEXT("pmid"), x->text);
}

static void id_end(pubmed_xml *x) {
  identifiers_add(x->record->arena, &current(x)->ids, pubmed_attribute(x, "IdType"), x->text);
}

static const rule rows[] = {
    PART(IN_CITATION, "CommentsCorrectionsList", IN_CORRECTIONS),
    GROUP(IN_CORRECTIONS, "CommentsCorrections", IN_CORRECTION, .start = correction_start,
          .end = link_end),
    MEMBER(IN_CORRECTION, "RefSource", HOLDER_LINK, link, citation),
    LEAF(IN_CORRECTION, "PMID", .end = pmid_end),
    MEMBER(IN_CORRECTION, "Note", HOLDER_LINK, link, note),
    PART(IN_PUBMED_DATA, "ReferenceList", IN_REFERENCES),
    PART(IN_DOCUMENT, "ReferenceList", IN_REFERENCES),
    PART(IN_REFERENCES, "ReferenceList", IN_REFERENCES),
    PART(IN_REFERENCES, "Title", IN_NOTHING),
    GROUP(IN_REFERENCES, "Reference", IN_REFERENCE, .start = reference_start, .end = link_end),
    MEMBER(IN_REFERENCE, "Citation", HOLDER_LINK, link, citation),
    PART(IN_REFERENCE, "ArticleIdList", IN_REFERENCE_IDS),
    LEAF(IN_REFERENCE_IDS, "ArticleId", .end = id_end),
};
const rule_table pubmed_link_rules = RULE_TABLE(rows);
