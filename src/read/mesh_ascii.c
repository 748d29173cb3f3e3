/* MeSH in ASCII: records that begin with "*NEWRECORD", lines "KEY = value". Source: NLM, "MeSH in
 * ASCII format" and "MeSH Data Element Descriptions". */
#include "read/mesh.h"

#define NEW_RECORD TEXT("*NEWRECORD")

typedef struct ascii {
  mesh_entry entry;
  arena a;
} ascii;

static text keep(ascii *x, text value) { return arena_text(&x->a, value); }

/* --- Keys --- */

static void take_type(ascii *x, text value) { x->entry.kind = (mesh_kind)value.data[0]; }
static void take_name(ascii *x, text value) { x->entry.name = keep(x, value); }
static void take_ui(ascii *x, text value) { x->entry.ui = keep(x, value); }
static void take_abbreviation(ascii *x, text value) { x->entry.abbreviation = keep(x, value); }
static void take_scope(ascii *x, text value) { x->entry.scope = keep(x, value); }
static void take_class(ascii *x, text value) { text_to_number(value, &x->entry.class); }
static void take_tree(ascii *x, text value) { *list_push(&x->a, &x->entry.trees) = keep(x, value); }

static void take_previous(ascii *x, text value) {
  *list_push(&x->a, &x->entry.previous) = keep(x, value);
}

static void take_action(ascii *x, text value) {
  list_push(&x->a, &x->entry.actions)->name = keep(x, value);
}

static void take_codes(ascii *x, text value) {
  text code;
  while (text_take_until(&value, ' ', &code))
    if (code.size) list_push(&x->a, &x->entry.qualifiers)->code = keep(x, code);
}

/* "*Heading/qualifier-code", starred where it is the main one. */
static void take_heading(ascii *x, text value) {
  mesh_reference *heading = list_push(&x->a, &x->entry.headings);
  text name, qualifier;
  heading->major = text_starts(value, TEXT("*"));
  text_cut(text_slice(value, heading->major, value.size), TEXT("/"), &name, &qualifier);
  heading->name = keep(x, name);
}

/* "A-23187|T109|LAB|NRW|NLM (1991)|900308|abcdef": the last part names the others, a letter for
 * each; a is the term and d its relation to the heading. */
static void take_entry(ascii *x, text value) {
  mesh_term *term = list_push(&x->a, &x->entry.terms);
  size_t last = text_find_last(value, TEXT("|")), at = 0;
  text letters = last == TEXT_NONE ? TEXT("a") : text_slice(value, last + 1, value.size), part;
  text parts = last == TEXT_NONE ? value : text_slice(value, 0, last);
  while (text_take_until(&parts, '|', &part) && at < letters.size) {
    if (letters.data[at] == 'a') term->name = keep(x, text_trim(part));
    if (letters.data[at] == 'd' && !text_equal(part, TEXT("EQV"))) term->relation = keep(x, part);
    at++;
  }
}

static const struct {
  text key;
  void (*take)(ascii *x, text value);
} keys[] = {
    {TEXT_STATIC("RECTYPE"), take_type},
    {TEXT_STATIC("MH"), take_name},
    {TEXT_STATIC("SH"), take_name},
    {TEXT_STATIC("NM"), take_name},
    {TEXT_STATIC("UI"), take_ui},
    {TEXT_STATIC("ENTRY"), take_entry},
    {TEXT_STATIC("PRINT ENTRY"), take_entry},
    {TEXT_STATIC("SY"), take_entry},
    {TEXT_STATIC("QX"), take_entry},
    {TEXT_STATIC("MN"), take_tree},
    {TEXT_STATIC("AQ"), take_codes},
    {TEXT_STATIC("PA"), take_action},
    {TEXT_STATIC("PI"), take_previous},
    {TEXT_STATIC("MS"), take_scope},
    {TEXT_STATIC("NO"), take_scope},
    {TEXT_STATIC("QA"), take_abbreviation},
    {TEXT_STATIC("DC"), take_class},
    {TEXT_STATIC("HM"), take_heading},
};

static void take_line(ascii *x, text line) {
  text key, value;
  text_cut(line, TEXT("="), &key, &value);
  key = text_trim(key), value = text_trim(value);
  for (size_t i = 0; value.size && i < sizeof keys / sizeof *keys; i++)
    if (text_equal(keys[i].key, key)) keys[i].take(x, value);
}

/* --- Files --- */

static unsigned tells(mesh_kind kind) {
  switch (kind) {
    case MESH_DESCRIPTOR:
      return MESH_TELLS_RECORDS | MESH_TELLS_TREES | MESH_TELLS_QUALIFIERS | MESH_TELLS_ACTIONS;
    case MESH_SUPPLEMENT:
      return MESH_TELLS_RECORDS | MESH_TELLS_ACTIONS | MESH_TELLS_HEADINGS;
    case MESH_QUALIFIER:
      return MESH_TELLS_RECORDS;
  }
  return 0;
}

static bool recognises(text head, mesh_claims *claims) {
  text line;
  ascii x = {.entry = {.kind = MESH_DESCRIPTOR}};
  if (!text_starts(text_trim(head), NEW_RECORD)) return false;
  while (text_take_line(&head, &line))
    if (text_starts(line, TEXT("RECTYPE"))) {
      take_line(&x, line);
      break;
    }
  *claims = (mesh_claims){x.entry.kind, tells(x.entry.kind)};
  return claims->tells != 0;
}

static bool hand_over(ascii *x, const mesh_taker *taker, input *in, error *e) {
  bool good = true;
  if (!x->entry.name.size) {
    error_set(e, ERROR_INPUT, "a record without a name");
    good = error_at(e, input_name(in), input_line_number(in));
  }
  if (arena_failed(&x->a)) good = error_memory(e);
  good = good && taker->take(taker->context, &x->entry, e);
  arena_reset(&x->a);
  x->entry = (mesh_entry){.kind = MESH_DESCRIPTOR};
  return good;
}

static bool read_ascii(input *in, const mesh_taker *taker, error *e) {
  text line;
  ascii x = {.entry = {.kind = MESH_DESCRIPTOR}};
  arena_init(&x.a);
  bool good = true, inside = false;
  while (good && input_line(in, &line)) {
    if (!text_equal(text_trim(line), NEW_RECORD)) {
      take_line(&x, line);
      continue;
    }
    good = !inside || hand_over(&x, taker, in, e);
    inside = true;
  }
  good = good && !input_error(in, e) && (!inside || hand_over(&x, taker, in, e));
  arena_finish(&x.a);
  return good;
}

const mesh_format mesh_ascii = {"MeSH ASCII", recognises, read_ascii};
