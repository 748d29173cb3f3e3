/* Words that mean something by themselves, without a tag. */
#include "model/identifier.h"
#include "query/leaf.h"
#include "query/qualifier.h"
#include "query/value.h"

/* PubMed User Guide, "Search field descriptions and tags" and "Subject filters": words that select
 * records by what they hold. */
static const text filters[] = {
    TEXT_STATIC("hasabstract"),
    TEXT_STATIC("hasstructuredabstract"),
    TEXT_STATIC("haskeyword"),
    TEXT_STATIC("hascois"),
    TEXT_STATIC("hasdatabanklist"),
    TEXT_STATIC("hasnihmsid"),
    TEXT_STATIC("hasnonenglishabstract"),
    TEXT_STATIC("hasassociateddataset"),
    TEXT_STATIC("hasassociatedpublication"),
    TEXT_STATIC("hascommentin"),
    TEXT_STATIC("hascommenton"),
    TEXT_STATIC("haserratumin"),
    TEXT_STATIC("haserratumfor"),
    TEXT_STATIC("hasexpressionofconcernin"),
    TEXT_STATIC("hasexpressionofconcernfor"),
    TEXT_STATIC("hasretractionin"),
    TEXT_STATIC("hasretractionof"),
    TEXT_STATIC("hasrepublishedin"),
    TEXT_STATIC("hasrepublishedfrom"),
    TEXT_STATIC("hasretractedandrepublishedin"),
    TEXT_STATIC("hasretractedandrepublishedfrom"),
    TEXT_STATIC("hascorrectedrepublishedin"),
    TEXT_STATIC("hascorrectedrepublishedfrom"),
    TEXT_STATIC("hasupdatein"),
    TEXT_STATIC("hasupdateof"),
    TEXT_STATIC("hassummaryforpatientsin"),
    TEXT_STATIC("hasoriginalreportin"),
    TEXT_STATIC("pmcbook"),
    TEXT_STATIC("pmcbooktitle"),
    TEXT_STATIC("pmcbookchapter"),
    TEXT_STATIC("pubstatusaheadofprint"),
    TEXT_STATIC("indexingmethod_automated"),
    TEXT_STATIC("indexingmethod_curated"),
};

/* NLM's owners of citations; "ownernasa" finds those of NASA. */
static const text owners[] = {
    TEXT_STATIC("nlm"), TEXT_STATIC("nasa"), TEXT_STATIC("pip"),    TEXT_STATIC("kie"),
    TEXT_STATIC("hsr"), TEXT_STATIC("hmd"),  TEXT_STATIC("notnlm"),
};

static bool is_listed(const text *list, size_t count, text word) {
  for (size_t i = 0; i < count; i++)
    if (text_equal_nocase(list[i], word)) return true;
  return false;
}

static query *new_value(const scope *s, const char *name, text value) {
  query *q = query_new(s->arena, QUERY_VALUE);
  q->field = field_find(text_of(name));
  q->text = value;
  return q;
}

/* Only what cannot be a word of the language: numbers alone are words. */
static query *read_identifier(const scope *s, text word) {
  static const text starts[] = {TEXT_STATIC("10."), TEXT_STATIC("doi:"), TEXT_STATIC("pmid:"),
                                TEXT_STATIC("pmc"), TEXT_STATIC("http")};
  identifier id = {0};
  bool candidate = false;
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
    candidate = candidate || text_starts_nocase(word, starts[i]);
  if (!candidate || !identifier_read(s->arena, word, &id)) return NULL;
  const field *f = field_find(id.scheme);
  return f && f->kind == FIELD_ID ? new_value(s, f->name, id.value) : NULL;
}

query *leaf_bare(const scope *s, text word) {
  text owner = text_slice(word, 5, word.size);
  query *q = NULL;
  if (is_listed(filters, sizeof filters / sizeof *filters, word)) q = new_value(s, "sb", word);
  else if (text_starts_nocase(word, TEXT("owner")) &&
           is_listed(owners, sizeof owners / sizeof *owners, owner))
    q = new_value(s, "owner", owner);
  else q = read_identifier(s, word);
  if (q) q->from = leaf_place(s, word), q->size = word.size;
  return q;
}

query *leaf_bare_heading(const scope *s, text typed) {
  if (text_find_byte(typed, '/') == TEXT_NONE || text_find_byte(typed, '*') != TEXT_NONE)
    return NULL;
  text head, subheading;
  value_split_heading(scan_trim(scan_clean(s->arena, typed), ""), &head, &subheading);
  if (!qualifier_name(subheading).size || text_find_byte(head, '/') != TEXT_NONE) return NULL;
  query *q = new_value(s, "mh", head);
  q->qualifier = subheading;
  q->from = leaf_place(s, typed), q->size = typed.size;
  return q;
}
