/* What `carrel mesh` does; each of these is one of its verbs, whose arguments come without it. */
#ifndef CARREL_CLI_MESH_H
#define CARREL_CLI_MESH_H

#include "cli/library.h"
#include "search/browse.h"
#include "write/layout.h"

exit_status mesh_load(const call *c);
exit_status mesh_show(const call *c);
exit_status mesh_tree(const call *c);
exit_status mesh_find(const call *c);

/* Columns of how many records have a heading, and have it or one below it; and their heads. */
enum { MESH_RECORDS = 9 };
void mesh_write_head(output *out);
/* "heading", "subheading", "supplementary concept". */
text mesh_kind_name(const mesh_record *r);
/* Says that MeSH does not have what was typed, and what is like it: STATUS_NOTHING. */
exit_status mesh_say_unknown(const library *l, text typed, arena *a);
/* Says that no MeSH is loaded. */
void mesh_say_missing(void);

#endif
