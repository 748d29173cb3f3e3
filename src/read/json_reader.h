/* What the readers of JSON formats share: items from a file, texts from their values, and fields
 * for a draft (read/draft.h). A format says what it makes of one item. */
#ifndef CARREL_READ_JSON_READER_H
#define CARREL_READ_JSON_READER_H

#include <jansson.h>

#include "read/draft.h"
#include "read/reader.h"

/* Items that stand inside of something: where `outer` is a member of the whole, `inner` is that
 * which holds them. */
typedef struct json_wrapper {
  text outer, inner;
} json_wrapper;

typedef struct json_format {
  const json_wrapper *wrappers;
  size_t wrapper_count;
  /* Fills the record; texts must be copied into its arena. False, with the error's message set,
   * where the item is no record. */
  bool (*fill)(record *r, const json_t *item, text bytes, error *e);
} json_format;

/* For a reader's own functions; the format is borrowed. */
void *json_reader_open(input *in, const json_format *format, error *e);
read_result json_reader_next(void *state, record *r, error *e);
void json_reader_close(void *state);

/* --- Values; all texts are in the arena --- */

/* A string or number as text; the empty text for anything else. */
text json_text(arena *a, const json_t *value);
/* The member at the end of a path of names, "journalInfo.journal.title"; NULL where there is none.
 */
json_t *json_at(const json_t *object, const char *path);
text json_text_at(arena *a, const json_t *object, const char *path);
/* The same without markup; see read/plain.h. */
text json_plain_at(arena *a, const json_t *object, const char *path);
/* Whether the member is true, or a word for it: "Y", "true". */
bool json_flag_at(const json_t *object, const char *path);
/* The value as JSON, in one line. */
text json_dump(arena *a, const json_t *value);
/* Its elements where it is an array, otherwise itself as the only one: for members that some
 * exporters write as lists and others do not. */
size_t json_count(const json_t *value);
json_t *json_element(const json_t *value, size_t number);

/* --- Fields --- */

/* What becomes of a member that is more than a text. */
typedef struct json_rule {
  const char *name;
  void (*take)(draft *d, text name, const json_t *value);
} json_rule;

/* A rule for what need not be kept. */
void json_pass_over(draft *d, text name, const json_t *value);

/* Goes through an item's members: those with a rule are taken by it; texts become fields, a list
 * one for each element, under the same names; anything else becomes an extra. */
void json_fields(draft *d, const json_t *item, const json_rule *rules, size_t count,
                 draft_fields *fields);

#endif
