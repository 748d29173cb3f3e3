/* Naming the nameless: "carrel:" and a digest of what a reference line would say. The digest is MD5
 * since it must be the same in every version of the program. */
#include "ingest/identity.h"

#include "base/buffer.h"
#include "base/digest.h"
#include "model/identifier.h"
#include "model/record_json.h"

/* Enough to tell a thousand million records apart. */
enum { IDENTITY_DIGITS = 20 };

static bool has_identity(const record *r) {
  for (size_t i = 0; i < r->ids.count; i++)
    if (identifier_joins(r->ids.items[i].scheme)) return true;
  return false;
}

/* Each text with a NUL behind it, so that "ab" and "c" are not "a" and "bc". */
static void add(digest *d, text part) {
  digest_add(d, part);
  digest_add(d, (text){"", 1});
}

/* What a reference line says: what may be revised of an article does not change it. */
static void add_reference(digest *d, const record *r) {
  const text parts[] = {r->type,      r->title,      r->journal,   r->volume,
                        r->issue,     r->pages,      r->published, r->edition,
                        r->publisher, r->book_title, r->series,    r->article_number};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) add(d, parts[i]);
  for (size_t i = 0; i < r->people.count; i++)
    add(d, person_full_name(&r->people.items[i], r->arena));
}

/* All that a record says. */
static void add_whole(digest *d, const record *r) {
  record copy = *r;
  buffer json = {0};
  copy.source_line = 0;
  record_json_add_members(&json, &copy);
  add(d, buffer_text(&json));
  if (json.failed) r->arena->failed = true;
  buffer_finish(&json);
}

void identity_give(record *r) {
  if (r->deletes || has_identity(r)) return;
  digest d;
  digest_text hex;
  digest_init(&d);
  if (r->title.size) add_reference(&d, r);
  else add_whole(&d, r);
  digest_finish(&d, hex);
  record_add_id(r, TEXT("carrel"), text_slice(text_of(hex), 0, IDENTITY_DIGITS));
}
