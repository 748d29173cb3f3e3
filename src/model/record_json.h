/* Records as JSON: the form in which lists stand in the store's columns and in which whole records
 * leave and come back (the `carrel` format). Driven by the table of members. */
#ifndef CARREL_MODEL_RECORD_JSON_H
#define CARREL_MODEL_RECORD_JSON_H

#include "base/buffer.h"
#include "base/error.h"
#include "model/members.h"

/* Adds the members that are not empty: `"title":"...","people":[...]`, without the braces. */
void record_json_add_members(buffer *b, const record *r);
/* Adds the JSON array of one list member (SHAPE_TEXTS or SHAPE_ITEMS). */
void member_json_add(buffer *b, const member *m, const void *structure);
/* Reads a JSON array into a list member; false, with a message, where it is malformed. */
bool member_json_read(const member *m, void *structure, text json, arena *a, error *e);
/* Reads an object with any of a record's members into `r`, which keeps its arena; keys that are
 * not members are passed over, null is nothing. False, with a message, where it is malformed or a
 * member has not the shape it should have. */
bool record_json_read(record *r, text json, error *e);

#endif
