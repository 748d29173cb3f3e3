/* Small tables for people: cells at fixed columns, the last one wrapped within its own. */
#ifndef CARREL_CLI_TABLE_H
#define CARREL_CLI_TABLE_H

#include "write/layout.h"

/* One row. `places` says where each cell begins; a cell that is too long puts the next one on a
 * new line. On a narrow terminal cells follow each other with two spaces between them. */
void table_row(output *out, const text *cells, const size_t *places, size_t count);
/* 1234567 as "1,234,567". */
text table_number(long long number, arena *a);

/* A cell of CSV (RFC 4180), in quotes where it needs them. */
void table_add_csv(buffer *b, text cell);

#endif
