/* Merging records, driven by the table of members. */
#include "model/merge.h"

#include <string.h>

#include "model/identifier.h"
#include "model/members.h"

static void take_member(const member *m, record *into, const record *other) {
  static const size_t sizes[] = {[SHAPE_TEXT] = sizeof(text),
                                 [SHAPE_NUMBER] = sizeof(long long),
                                 [SHAPE_BOOLEAN] = sizeof(bool),
                                 [SHAPE_TEXTS] = sizeof(texts),
                                 [SHAPE_ITEMS] = sizeof(any_list)};
  memcpy(member_place(m, into), member_place(m, other), sizes[m->shape]);
}

static bool has_links(const record *r, size_t count, text kind) {
  for (size_t i = 0; i < count; i++)
    if (text_equal(r->links.items[i].kind, kind)) return true;
  return false;
}

static void unite_links(record *into, const record *other) {
  size_t own = into->links.count;
  for (size_t i = 0; i < other->links.count; i++)
    if (!has_links(into, own, other->links.items[i].kind))
      *list_push(into->arena, &into->links) = other->links.items[i];
}

static bool has_extra(const record *r, const kinded *wanted) {
  for (size_t i = 0; i < r->extras.count; i++)
    if (text_equal(r->extras.items[i].kind, wanted->kind) &&
        text_equal(r->extras.items[i].text, wanted->text))
      return true;
  return false;
}

void record_merge(record *into, const record *other) {
  record before = *into;
  for (size_t i = 0; i < record_members.count; i++) {
    const member *m = &record_members.members[i];
    if (member_is_empty(m, into)) take_member(m, into, other);
  }
  /* A date that was only inferred gives way to one that is known. */
  if (before.published_inferred && other->published.size && !other->published_inferred)
    into->published = other->published, into->published_inferred = false;
  if (before.published.size && !before.published_inferred) into->published_inferred = false;
  for (size_t i = 0; before.ids.count && i < other->ids.count; i++)
    identifiers_add(into->arena, &into->ids, other->ids.items[i].scheme, other->ids.items[i].value);
  if (before.links.count) unite_links(into, other);
  for (size_t i = 0; before.urls.count && i < other->urls.count; i++)
    if (!texts_contain(&into->urls, other->urls.items[i]))
      *list_push(into->arena, &into->urls) = other->urls.items[i];
  for (size_t i = 0; before.extras.count && i < other->extras.count; i++)
    if (!has_extra(into, &other->extras.items[i]))
      *list_push(into->arena, &into->extras) = other->extras.items[i];
}
