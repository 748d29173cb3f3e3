/* Records as JSON, in two forms: the items of a list are objects where whole records leave and come
 * back (the `carrel` format), and rows, arrays of their parts in the order of the table, in the
 * store's columns, where the names would take up a sixth of a library. What is read may have
 * either. Driven by the table of members. */
#ifndef CARREL_MODEL_RECORD_JSON_H
#define CARREL_MODEL_RECORD_JSON_H

#include "base/buffer.h"
#include "base/error.h"
#include "model/members.h"

typedef enum {
  JSON_OBJECTS, /* {"name":"Humans","ui":"D006801"}; what is empty is left out */
  JSON_ROWS,    /* ["Humans","D006801"]; what is empty is null, or left out at the end */
} json_form;

/* Adds the members that are not empty: `"title":"...","people":[...]`, without the braces. */
void record_json_add_members(buffer *b, const record *r);
/* Adds the JSON array of one list member (SHAPE_TEXTS or SHAPE_ITEMS). */
void member_json_add(buffer *b, const member *m, const void *structure, json_form form);
/* Reads a JSON array into a list member; false, with a message, where it is malformed. */
bool member_json_read(const member *m, void *structure, text json, arena *a, error *e);
/* Reads an object with any of a record's members into `r`, which keeps its arena; keys that are
 * not members are passed over, null is nothing. False, with a message, where it is malformed or a
 * member has not the shape it should have. */
bool record_json_read(record *r, text json, error *e);

#endif
