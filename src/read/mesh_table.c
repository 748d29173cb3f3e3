/* Tables of MeSH parted by tabs: the first line names the columns, each further line is a term or
 * a place in the tree of a record, or just the record. */
#include "read/mesh.h"

typedef enum { CELL_UI, CELL_NAME, CELL_TERM, CELL_TREE, KINDS } cell_kind;

/* How columns are called in tables that are around. */
static const struct {
  text name;
  cell_kind kind;
} column_names[] = {
    {TEXT_STATIC("descriptor_ui"), CELL_UI},
    {TEXT_STATIC("descriptor_name_lc"), CELL_NAME},
    {TEXT_STATIC("mesh_id"), CELL_UI},
    {TEXT_STATIC("descriptor_name"), CELL_NAME},
    {TEXT_STATIC("ui"), CELL_UI},
    {TEXT_STATIC("mesh_name"), CELL_NAME},
    {TEXT_STATIC("term"), CELL_TERM},
    {TEXT_STATIC("heading"), CELL_NAME},
    {TEXT_STATIC("entry_term"), CELL_TERM},
    {TEXT_STATIC("name"), CELL_NAME},
    {TEXT_STATIC("tree_number"), CELL_TREE},
    {TEXT_STATIC("tree"), CELL_TREE},
    {TEXT_STATIC("mesh_tree_number"), CELL_TREE},
};

/* Which column is of which kind; each kind at most once. */
typedef struct columns {
  cell_kind kinds[KINDS];
  size_t count;
  bool has[KINDS];
} columns;

static bool add_column(columns *c, text name) {
  for (size_t i = 0; i < sizeof column_names / sizeof *column_names; i++) {
    cell_kind kind = column_names[i].kind;
    if (!text_equal_nocase(column_names[i].name, name)) continue;
    if (c->has[kind]) return false;
    c->has[kind] = true;
    c->kinds[c->count++] = kind;
    return true;
  }
  return false;
}

/* A table with a column that is not known may be about anything. */
static bool read_head(text line, columns *c) {
  text name;
  *c = (columns){0};
  while (text_take_until(&line, '\t', &name))
    if (!add_column(c, text_trim(name))) return false;
  return c->count > 1 && c->has[CELL_NAME] && (c->has[CELL_UI] || c->has[CELL_TREE]);
}

static bool recognises(text head, mesh_claims *claims) {
  columns c;
  text line, cell;
  if (!text_take_line(&head, &line) || !read_head(line, &c)) return false;
  *claims = (mesh_claims){MESH_DESCRIPTOR, c.has[CELL_TREE] ? MESH_TELLS_TREES : 0};
  if (c.has[CELL_TERM] || !c.has[CELL_TREE]) claims->tells |= MESH_TELLS_RECORDS;
  if (!text_take_line(&head, &line)) return true;
  for (size_t i = 0; text_take_until(&line, '\t', &cell) && i < c.count; i++)
    if (c.kinds[i] == CELL_UI && (text_starts(cell, TEXT("Q")) || text_starts(cell, TEXT("C"))))
      claims->kind = (mesh_kind)cell.data[0];
  return true;
}

static bool read_cells(text line, const columns *c, text cells[KINDS]) {
  size_t count = 0;
  text cell;
  while (text_take_until(&line, '\t', &cell)) {
    if (count == c->count) return false;
    cells[c->kinds[count++]] = text_trim(cell);
  }
  return count == c->count && cells[CELL_NAME].size && (cells[CELL_UI].size || !c->has[CELL_UI]);
}

/* The lines of a record mostly follow each other and become one entry. */
typedef struct table {
  const mesh_taker *taker;
  mesh_entry entry;
  arena a;
} table;

static bool hand_over(table *t, error *e) {
  bool good = !t->entry.name.size || t->taker->take(t->taker->context, &t->entry, e);
  if (arena_failed(&t->a)) good = error_memory(e);
  arena_reset(&t->a);
  t->entry = (mesh_entry){.kind = MESH_DESCRIPTOR};
  return good;
}

static bool add_line(table *t, const text cells[KINDS], error *e) {
  bool same =
      text_equal(t->entry.ui, cells[CELL_UI]) && text_equal(t->entry.name, cells[CELL_NAME]);
  if (!same && !hand_over(t, e)) return false;
  if (!same) {
    t->entry.ui = arena_text(&t->a, cells[CELL_UI]);
    t->entry.name = arena_text(&t->a, cells[CELL_NAME]);
    if (t->entry.ui.size) t->entry.kind = (mesh_kind)t->entry.ui.data[0];
  }
  if (cells[CELL_TERM].size)
    list_push(&t->a, &t->entry.terms)->name = arena_text(&t->a, cells[CELL_TERM]);
  if (cells[CELL_TREE].size)
    *list_push(&t->a, &t->entry.trees) = arena_text(&t->a, cells[CELL_TREE]);
  return true;
}

static bool read_table(input *in, const mesh_taker *taker, error *e) {
  columns c;
  text line;
  table t = {.taker = taker, .entry = {.kind = MESH_DESCRIPTOR}};
  arena_init(&t.a);
  bool good = input_line(in, &line) && read_head(line, &c);
  while (good && input_line(in, &line)) {
    text cells[KINDS] = {{0}};
    if (!text_trim(line).size) continue;
    good = read_cells(line, &c, cells);
    if (!good) {
      error_set(e, ERROR_INPUT, "a line whose cells are not those of the first line");
      error_at(e, input_name(in), input_line_number(in));
    } else {
      good = add_line(&t, cells, e);
    }
  }
  good = good && !input_error(in, e) && hand_over(&t, e);
  arena_finish(&t.a);
  return good;
}

const mesh_format mesh_table = {"MeSH table", recognises, read_table};
