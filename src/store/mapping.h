/* A library that is read, mapped into memory as a whole. SQLite itself maps at most 2 GiB of a
 * file; of what lies behind, it copies every page into memory of its own. */
#ifndef CARREL_STORE_MAPPING_H
#define CARREL_STORE_MAPPING_H

#include <sqlite3.h>
#include <stdbool.h>

/* A VFS of SQLite for one database that is hardly written to: the system's own, but that pages come
 * from the mapping wherever the file can be mapped. */
typedef struct mapping mapping;

/* NULL where it cannot be made; the system's own VFS does then. It must outlast the database. */
mapping *mapping_create(void);
void mapping_destroy(mapping *m);
/* Its name for sqlite3_open_v2. */
const char *mapping_name(const mapping *m);
/* Whether the file of a database that was opened with it is mapped. */
bool mapping_is_used(const mapping *m);

#endif
