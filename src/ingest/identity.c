/* Naming the nameless: "carrel:" and a hash of what a reference line would say. */
#include "ingest/identity.h"

#include "base/map.h"
#include "model/identifier.h"
#include "model/record_json.h"

static bool has_identity(const record *r) {
  for (size_t i = 0; i < r->ids.count; i++)
    if (identifier_joins(r->ids.items[i].scheme)) return true;
  return false;
}

static uint64_t mix(uint64_t hash, text more) {
  return (hash ^ text_hash(more)) * 0x9e3779b97f4a7c15u + (hash >> 29);
}

/* Of what a reference line says: what may be revised of an article does not change it. */
static uint64_t reference_hash(const record *r) {
  const text parts[] = {r->type,   r->title,     r->journal, r->volume,    r->issue,
                        r->pages,  r->published, r->edition, r->publisher, r->book_title,
                        r->series, r->article_number};
  uint64_t hash = 0;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) hash = mix(hash, parts[i]);
  for (size_t i = 0; i < r->people.count; i++)
    hash = mix(hash, person_full_name(&r->people.items[i], r->arena));
  return hash;
}

/* Of all that a record says. */
static uint64_t whole_hash(const record *r) {
  record copy = *r;
  buffer json = {0};
  copy.source_line = 0;
  record_json_add_members(&json, &copy);
  uint64_t hash = text_hash(buffer_text(&json));
  if (json.failed) r->arena->failed = true;
  buffer_finish(&json);
  return hash;
}

void identity_give(record *r) {
  if (r->deletes || has_identity(r)) return;
  unsigned long long hash = r->title.size ? reference_hash(r) : whole_hash(r);
  record_add_id(r, TEXT("carrel"), arena_printf(r->arena, "%016llx", hash));
}
