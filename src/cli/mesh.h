/* What `carrel mesh` does; each of these is one of its verbs, whose arguments come without it. */
#ifndef CARREL_CLI_MESH_H
#define CARREL_CLI_MESH_H

#include "cli/commands.h"
#include "store/mesh.h"

exit_status mesh_load(const call *c);

#endif
