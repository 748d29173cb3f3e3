/* carrel mesh tree: a heading among those above and below it, drawn with counts. */
#include "base/json.h"
#include "base/utf8.h"
#include "cli/arguments.h"
#include "cli/mesh.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "cli/table.h"

/* How far down it goes unless told otherwise; more levels than any tree has. */
enum { DEPTH = 2, LEVELS = 32 };

typedef struct node {
  mesh_record record;
  size_t level;  /* 0: a whole tree */
  size_t hidden; /* how many headings stand below that are not drawn */
  bool last;     /* of its siblings */
  bool asked;    /* it is what was asked for */
  bool root;     /* a whole tree, not a heading */
  heading_counts counts;
} node;

typedef struct drawing {
  LIST_OF(node) nodes; /* of one place after the other */
} drawing;

/* NLM's names for the trees, of which the first letter is all that headings have. */
static const struct {
  char letter;
  const char *name;
} categories[] = {
    {'A', "Anatomy"},
    {'B', "Organisms"},
    {'C', "Diseases"},
    {'D', "Chemicals and Drugs"},
    {'E', "Analytical, Diagnostic and Therapeutic Techniques, and Equipment"},
    {'F', "Psychiatry and Psychology"},
    {'G', "Phenomena and Processes"},
    {'H', "Disciplines and Occupations"},
    {'I', "Anthropology, Education, Sociology, and Social Phenomena"},
    {'J', "Technology, Industry, and Agriculture"},
    {'K', "Humanities"},
    {'L', "Information Science"},
    {'M', "Named Groups"},
    {'N', "Health Care"},
    {'V', "Publication Characteristics"},
    {'Y', "Subheadings"},
    {'Z', "Geographicals"},
};

static text category(char letter) {
  for (size_t i = 0; i < sizeof categories / sizeof *categories; i++)
    if (categories[i].letter == letter) return text_of(categories[i].name);
  return (text){"", 0};
}

/* --- Gathering --- */

static size_t dots(text number) {
  size_t count = 0;
  for (size_t i = 0; i < number.size; i++) count += number.data[i] == '.';
  return count;
}

static bool add_node(const library *l, drawing *d, const mesh_record *r, size_t level, arena *a,
                     error *e) {
  node *n = list_push(a, &d->nodes);
  *n = (node){.record = *r, .level = level};
  return browse_count(l->searcher, r, &n->counts, a, e);
}

/* The tree itself, which is no heading, and so without counts. */
static void add_root(drawing *d, char letter, arena *a) {
  mesh_record root = {.name = category(letter), .number = arena_printf(a, "%c", letter)};
  *list_push(a, &d->nodes) = (node){.record = root, .root = true};
}

/* Those above a place, from the top down. */
static bool add_above(const library *l, drawing *d, text number, arena *a, error *e) {
  for (size_t i = 0; i < number.size; i++) {
    mesh_records above = {0};
    text place = text_slice(number, 0, i);
    if (number.data[i] != '.') continue;
    if (!mesh_find_place(l->store, place, &above, a, e)) return false;
    if (above.count && !add_node(l, d, &above.items[0], dots(place) + 1, a, e)) return false;
  }
  return true;
}

/* Those whose numbers begin so, down to a level; the rest is counted. */
static bool add_below(const library *l, drawing *d, text beginning, size_t deepest, arena *a,
                      error *e) {
  mesh_records below = {0};
  if (!mesh_find_tree(l->store, beginning, &below, a, e)) return false;
  for (size_t i = 0; i < below.count; i++) {
    size_t level = dots(below.items[i].number) + 1;
    if (level > deepest) d->nodes.items[d->nodes.count - 1].hidden++;
    else if (!add_node(l, d, &below.items[i], level, a, e)) return false;
  }
  return true;
}

/* Which nodes are the last of their siblings, from the end on. */
static void mark_last(drawing *d) {
  bool more[LEVELS + 1] = {false};
  for (size_t i = d->nodes.count; i-- > 0;) {
    node *n = &d->nodes.items[i];
    if (n->level > LEVELS) n->level = LEVELS;
    n->last = !more[n->level];
    more[n->level] = true;
    for (size_t k = n->level + 1; k <= LEVELS; k++) more[k] = false;
  }
}

static bool draw_place(const library *l, drawing *d, const mesh_record *r, text number,
                       size_t depth, arena *a, error *e) {
  mesh_record here = *r;
  size_t level = dots(number) + 1;
  here.number = number;
  add_root(d, number.data[0], a);
  if (!add_above(l, d, number, a, e) || !add_node(l, d, &here, level, a, e)) return false;
  d->nodes.items[d->nodes.count - 1].asked = true;
  text beginning = arena_printf(a, "%.*s.", TEXT_ARG(number));
  return add_below(l, d, beginning, depth < LEVELS ? level + depth : LEVELS, a, e);
}

static bool draw_record(const library *l, drawing *d, const mesh_record *r, size_t depth, arena *a,
                        error *e) {
  texts places = {0};
  if (r->number.size) *list_push(a, &places) = r->number;
  else if (!mesh_trees_of(l->store, r->id, &places, a, e)) return false;
  for (size_t i = 0; i < places.count; i++)
    if (!draw_place(l, d, r, places.items[i], depth, a, e)) return false;
  return true;
}

/* --- Writing --- */

/* What stands before the name: the lines of those above that have more below, and a branch. */
static text branches(const node *n, const bool *more, arena *a) {
  text lines = {"", 0};
  if (n->root) return lines;
  for (size_t i = 1; i < n->level; i++)
    lines = arena_printf(a, "%.*s%s", TEXT_ARG(lines), more[i] ? "\u2502  " : "   ");
  return arena_printf(a, "%.*s%s", TEXT_ARG(lines), n->last ? "\u2514\u2500 " : "\u251C\u2500 ");
}

static text counts_of(const node *n, arena *a) {
  if (n->root) return arena_printf(a, "%*s  ", 2 * MESH_RECORDS, "");
  return arena_printf(a, "%*.*s%*.*s  ", MESH_RECORDS, TEXT_ARG(table_number(n->counts.itself, a)),
                      MESH_RECORDS, TEXT_ARG(table_number(n->counts.below, a)));
}

static void write_node(output *out, const node *n, const bool *more) {
  arena *a = out->scratch;
  text lead = arena_join(a, counts_of(n, a), TEXT(""), branches(n, more, a));
  layout l;
  layout_begin(&l, out, lead, utf8_width(lead));
  layout_add(&l, n->record.name, n->asked ? STYLE_STRONG : STYLE_PLAIN);
  layout_space(&l, 1);
  layout_add(&l, arena_printf(a, "[%.*s]", TEXT_ARG(n->record.number)), STYLE_FAINT);
  if (n->hidden) {
    layout_space(&l, 1);
    layout_add(&l, arena_printf(a, "+%zu", n->hidden), STYLE_FAINT);
  }
  layout_end(&l);
}

static void write_text(output *out, const void *context) {
  const drawing *d = context;
  bool more[LEVELS + 1] = {false};
  mesh_write_head(out);
  for (size_t i = 0; i < d->nodes.count; i++) {
    const node *n = &d->nodes.items[i];
    if (i && n->root) buffer_put(&out->bytes, "\n");
    write_node(out, n, more);
    more[n->level] = !n->last;
  }
}

static void write_json(output *out, const void *context) {
  const drawing *d = context;
  buffer *b = &out->bytes;
  for (size_t i = 0; i < d->nodes.count; i++) {
    const node *n = &d->nodes.items[i];
    if (n->root) continue;
    buffer_put(b, "{\"number\":");
    json_add_text(b, n->record.number);
    buffer_put(b, ",\"ui\":");
    json_add_text(b, n->record.ui);
    buffer_put(b, ",\"name\":");
    json_add_text(b, n->record.name);
    buffer_printf(b, ",\"records\":%lld,\"with_below\":%lld,\"hidden\":%zu}\n", n->counts.itself,
                  n->counts.below, n->hidden);
  }
}

/* --- All --- */

/* A place in the trees at which no heading that is loaded stands, but below which some do; or a
 * whole tree. */
static bool draw_bare_place(const library *l, drawing *d, text typed, size_t depth, arena *a,
                            error *e) {
  mesh_records below = {0};
  text place = arena_text(a, typed);
  for (size_t i = 0; i < place.size; i++)
    ((char *)(size_t)place.data)[i] = ascii_upper(typed.data[i]);
  bool whole = place.size == 1;
  text beginning = whole ? place : arena_printf(a, "%.*s.", TEXT_ARG(place));
  if (!place.size || !category(place.data[0]).size) return true;
  if (!mesh_find_tree(l->store, beginning, &below, a, e)) return false;
  if (!below.count) return true;
  size_t level = whole ? 0 : dots(place) + 1;
  add_root(d, place.data[0], a);
  return add_below(l, d, beginning, depth < LEVELS ? level + depth : LEVELS, a, e);
}

static bool draw(const library *l, drawing *d, text typed, size_t depth, arena *a, error *e) {
  mesh_records found;
  if (!browse_find(l->searcher, typed, &found, a, e)) return false;
  for (size_t i = 0; i < found.count; i++)
    if (!draw_record(l, d, &found.items[i], depth, a, e)) return false;
  return found.count || draw_bare_place(l, d, typed, depth, a, e);
}

static exit_status draw_typed(const call *c, const library *l, text typed) {
  static const printer_form forms[] = {{"text", write_text}, {"jsonl", write_json}, {NULL, NULL}};
  const printer_form *form = printer_form_of(c, forms);
  drawing d = {0};
  error e;
  error_clear(&e);
  if (!form) return STATUS_USE;
  if (!browse_state(l->searcher).trees) {
    say("MeSH's trees are not loaded: `carrel mesh load` takes NLM's files");
    return STATUS_NOTHING;
  }
  size_t depth = c->settings->depth_given ? c->settings->depth : DEPTH;
  if (!draw(l, &d, typed, depth, c->arena, &e)) return say_error(&e);
  if (!d.nodes.count) return mesh_say_unknown(l, typed, c->arena);
  mark_last(&d);
  return printer_text(c->settings, form->write, &d, &e) ? STATUS_FOUND : say_error(&e);
}

exit_status mesh_tree(const call *c) {
  library l = {0};
  text typed;
  error e;
  error_clear(&e);
  bool good = arguments_words(c, &typed, &e) && library_read(&l, c, &e);
  exit_status status = good ? draw_typed(c, &l, typed) : say_error(&e);
  library_close(&l);
  return status;
}
