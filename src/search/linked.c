/* Articles by links: citing, references, and what a source page listed as similar. */
#include "search/linked.h"

#include "model/identifier.h"
#include "model/link.h"
#include "search/leaf.h"

/* --- Walking links --- */

/* Whether the answer has a hit with any of these identifiers. */
static bool answer_has(const answer *found, const identifiers *ids) {
  for (size_t i = 0; i < found->hits.count; i++) {
    const identifiers *other = &found->hits.items[i].record->ids;
    for (size_t k = 0; k < ids->count; k++)
      for (size_t m = 0; m < other->count; m++)
        if (identifier_equal(ids->items[k], other->items[m])) return true;
  }
  return false;
}

/* The articles at the other end of a record's links of one kind. A reference that has no
 * identifier is listed too: its citation is all that is known of it. */
bool linked_add_outgoing(searcher *x, const record *r, text kind, arena *a, answer *found,
                         error *e) {
  for (size_t i = 0; i < r->links.count; i++) {
    const link *l = &r->links.items[i];
    if (!text_equal(l->kind, kind) || (l->ids.count && answer_has(found, &l->ids))) continue;
    if (!answer_add_link(x, l, a, found, e)) return false;
  }
  return true;
}

/* Articles of the library that have a link of this kind to any of the identifiers, newest first. */
bool linked_add_incoming(searcher *x, const identifiers *ids, text kind, arena *a, answer *found,
                         error *e) {
  set linking = {0};
  answer more = {0};
  evaluation v = {.x = x, .a = a, .e = e};
  search_request all = {.limit = SIZE_MAX, .sort = SORT_DATE};
  bool any, good = set_reserve(&linking, (uint64_t)x->segments.end) || error_memory(e);
  for (size_t i = 0; good && i < ids->count; i++)
    good = leaf_add_values(&v, kind, identifier_key(a, ids->items[i]), true, &linking, &any);
  set_intersect(&linking, &x->alive);
  good = good && answer_add_sorted(x, &linking, &all, a, &more, e);
  set_finish(&linking);
  for (size_t i = 0; good && i < more.hits.count; i++) {
    if (answer_has(found, &more.hits.items[i].record->ids)) continue;
    hit *h = list_push(a, &found->hits);
    *h = more.hits.items[i];
    h->rank = found->hits.count;
  }
  return good;
}

/* --- The article asked for --- */

bool linked_find(searcher *x, identifier id, arena *a, article_id *number, record *r, error *e) {
  bool there;
  record_init(r, a);
  error_clear(e);
  if (!article_find(x->store, id, number, e)) return false;
  if (*number && !article_get(x->store, *number, r, &there, e)) return false;
  if (!*number) identifiers_add(a, &r->ids, id.scheme, id.value);
  return true;
}

void answer_cut(answer *found, size_t offset, size_t limit) {
  size_t count = found->hits.count;
  found->total = (long long)count;
  if (offset > count) offset = count;
  found->hits.items = offset ? found->hits.items + offset : found->hits.items;
  found->hits.count = count - offset < limit ? count - offset : limit;
}

/* Both directions of one kind: what the record says, and what others say of it. */
static bool both_ways(searcher *x, identifier id, text outgoing, const search_request *r, arena *a,
                      answer *found, bool *known, error *e) {
  article_id number;
  record own;
  *found = (answer){0};
  if (!linked_find(x, id, a, &number, &own, e)) return false;
  const link_kind *kind = link_kind_named(outgoing);
  if (!linked_add_outgoing(x, &own, outgoing, a, found, e) ||
      !linked_add_incoming(x, &own.ids, kind->inverse, a, found, e))
    return false;
  *known = number || found->hits.count;
  answer_cut(found, r->offset, r->limit);
  return !arena_failed(a) || error_memory(e);
}

bool search_citing(searcher *x, identifier id, const search_request *r, arena *a, answer *found,
                   bool *known, error *e) {
  return both_ways(x, id, TEXT("cited-by"), r, a, found, known, e);
}

bool search_references(searcher *x, identifier id, const search_request *r, arena *a, answer *found,
                       bool *known, error *e) {
  return both_ways(x, id, TEXT("cites"), r, a, found, known, e);
}
