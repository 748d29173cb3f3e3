/* The shape of a record, as a table: what every part of the program that treats members alike
 * (the store's columns, the JSON codec, merging, comparing) is driven by. The order of the parts of
 * an item is that of the store's columns: another order is another schema (store/store.h). */
#ifndef CARREL_MODEL_MEMBERS_H
#define CARREL_MODEL_MEMBERS_H

#include "model/record.h"

typedef enum {
  SHAPE_TEXT,    /* text */
  SHAPE_NUMBER,  /* long long */
  SHAPE_BOOLEAN, /* bool */
  SHAPE_TEXTS,   /* texts */
  SHAPE_ITEMS,   /* a LIST_OF(struct), described by `parts` */
} member_shape;

typedef struct member {
  text name; /* the column in the store and the key in JSON */
  size_t offset;
  member_shape shape;
  const struct member_table *parts; /* SHAPE_ITEMS only */
} member;

typedef struct member_table {
  const member *members;
  size_t count;
  size_t size; /* sizeof the struct */
} member_table;

/* The members of `record`, but for its arena, `deletes`, and the file and format it came from. */
extern const member_table record_members;

/* The member of that name, or NULL. */
const member *member_named(const member_table *table, text name);
/* Where the member stands in a struct. */
void *member_place(const member *m, const void *structure);
/* Whether it holds nothing: empty text, 0, false or an empty list. */
bool member_is_empty(const member *m, const void *structure);
/* Makes it hold nothing. */
void member_clear(const member *m, void *structure);

#endif
