/* The kinds of links between articles. Sources: PubMed DTD (RefType), PubMed User Guide (tags). */
#include "model/link.h"

#include "model/identifier.h"

#define KIND(name, label, inverse, ref_type, tag)                                       \
  {                                                                                     \
    TEXT_STATIC(name), TEXT_STATIC(label), TEXT_STATIC(inverse), TEXT_STATIC(ref_type), \
        TEXT_STATIC(tag)                                                                \
  }

const link_kind link_kinds[] = {
    KIND("similar", "Similar articles", "similar", "", ""),
    KIND("cited-by", "Cited by", "cites", "", ""),
    KIND("cites", "References", "cited-by", "Cites", ""),
    KIND("comment-in", "Comment in", "comment-on", "CommentIn", "CIN"),
    KIND("comment-on", "Comment on", "comment-in", "CommentOn", "CON"),
    KIND("erratum-in", "Erratum in", "erratum-for", "ErratumIn", "EIN"),
    KIND("erratum-for", "Erratum for", "erratum-in", "ErratumFor", "EFR"),
    KIND("retraction-in", "Retraction in", "retraction-of", "RetractionIn", "RIN"),
    KIND("retraction-of", "Retraction of", "retraction-in", "RetractionOf", "ROF"),
    KIND("concern-in", "Expression of concern in", "concern-for", "ExpressionOfConcernIn", "ECI"),
    KIND("concern-for", "Expression of concern for", "concern-in", "ExpressionOfConcernFor", "ECF"),
    KIND("corrected-republished-in", "Corrected and republished in", "corrected-republished-from",
         "CorrectedandRepublishedIn", "CRI"),
    KIND("corrected-republished-from", "Corrected and republished from", "corrected-republished-in",
         "CorrectedandRepublishedFrom", "CRF"),
    KIND("retracted-republished-in", "Retracted and republished in", "retracted-republished-from",
         "RetractedandRepublishedIn", "RRI"),
    KIND("retracted-republished-from", "Retracted and republished from", "retracted-republished-in",
         "RetractedandRepublishedFrom", "RRF"),
    KIND("republished-in", "Republished in", "republished-from", "RepublishedIn", "RPI"),
    KIND("republished-from", "Republished from", "republished-in", "RepublishedFrom", "RPF"),
    KIND("update-in", "Update in", "update-of", "UpdateIn", "UIN"),
    KIND("update-of", "Update of", "update-in", "UpdateOf", "UOF"),
    KIND("summary-for-patients-in", "Summary for patients in", "original-report-in",
         "SummaryForPatientsIn", "SPIN"),
    KIND("original-report-in", "Original report in", "summary-for-patients-in", "OriginalReportIn",
         "ORI"),
    KIND("reprint-in", "Reprint in", "reprint-of", "ReprintIn", ""),
    KIND("reprint-of", "Reprint of", "reprint-in", "ReprintOf", ""),
    KIND("associated-dataset", "Associated dataset", "associated-publication", "AssociatedDataset",
         "DDIN"),
    KIND("associated-publication", "Associated publication", "associated-dataset",
         "AssociatedPublication", "DRIN"),
    KIND("other", "Related", "other", "", ""),
};
const size_t link_kind_count = sizeof link_kinds / sizeof *link_kinds;

static const link_kind *find(text wanted, size_t offset) {
  for (size_t i = 0; wanted.size && i < link_kind_count; i++) {
    const text *name = (const text *)(const void *)((const char *)&link_kinds[i] + offset);
    if (text_equal(*name, wanted)) return &link_kinds[i];
  }
  return NULL;
}

const link_kind *link_kind_named(text name) { return find(name, offsetof(link_kind, name)); }
const link_kind *link_kind_labelled(text label) {
  for (size_t i = 0; i < link_kind_count; i++)
    if (text_equal_nocase(link_kinds[i].label, label)) return &link_kinds[i];
  return NULL;
}
const link_kind *link_kind_of_ref_type(text ref_type) {
  return find(ref_type, offsetof(link_kind, ref_type));
}
const link_kind *link_kind_of_tag(text tag) { return find(tag, offsetof(link_kind, tag)); }

link *record_add_link(record *r, text kind) {
  link *l = list_push(r->arena, &r->links);
  l->kind = kind;
  return l;
}

text link_words(const link *l, arena *a) {
  text words = arena_join(a, l->title, TEXT(" "), l->citation);
  if (!words.size && l->ids.count) words = identifier_key(a, l->ids.items[0]);
  return words;
}
