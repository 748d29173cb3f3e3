/* MeSH in XML: DescriptorRecordSet, QualifierRecordSet, SupplementalRecordSet and
 * PharmacologicalActionSet. Source: NLM's DTDs of these (nlmdescriptorrecordset and so on).
 *
 * A table of rules says which element means what under which; elements that it does not know are
 * passed over with all that is in them. */
#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "read/mesh.h"

enum { DEEPEST = 32, CHUNK = 256 * 1024, SILENT_LIMIT = 64 * 1024 * 1024 };

/* Where in a file we are: elements that are alike for our purposes share a place. */
typedef enum {
  ELSEWHERE,
  DOCUMENT,
  SET,
  ACTION_SET,
  RECORD,
  NAME,
  QUALIFIERS,
  QUALIFIER,
  ACTIONS,
  ACTION,
  HEADINGS,
  HEADING,
  REFERENCE,
  REFERENCE_NAME,
  PREVIOUS,
  TREES,
  CONCEPTS,
  CONCEPT,
  RELATIONS,
  RELATION,
  TERMS,
  TERM,
  ACTION_RECORD,
  ACTION_HEADING,
  SUBSTANCES,
  SUBSTANCE,
  LEAF, /* an element with text */
} place;

typedef struct mesh_parse {
  XML_Parser parser;
  input *in;
  const mesh_taker *taker;
  error *error;
  bool failed;
  const struct rule *open[DEEPEST]; /* NULL: elsewhere */
  size_t depth;
  buffer words; /* of the leaf that is open */
  arena a;      /* of the record */
  mesh_entry entry;
  mesh_references *references; /* to which the open element adds */
  text relation;               /* of the open concept; empty: the preferred one */
  bool preferred;              /* the open concept is */
  mesh_term *term;             /* that is open */
  long long silent;            /* bytes since expat last said anything */
} mesh_parse;

typedef void attribute_taker(mesh_parse *x, const char **attributes);
typedef void value_taker(mesh_parse *x, text value);

static text attribute(const char **attributes, const char *name) {
  for (; *attributes; attributes += 2)
    if (strcmp(attributes[0], name) == 0) return text_of(attributes[1]);
  return (text){"", 0};
}

static void fail(mesh_parse *x, error_kind kind, const char *what) {
  error_set(x->error, kind, "%s", what);
  error_at(x->error, input_name(x->in), XML_GetCurrentLineNumber(x->parser));
  x->failed = true;
  XML_StopParser(x->parser, XML_FALSE);
}

/* --- What elements mean --- */

static void start_record(mesh_parse *x, const char **attributes) {
  arena_reset(&x->a);
  x->entry = (mesh_entry){.kind = MESH_DESCRIPTOR};
  text_to_number(attribute(attributes, "DescriptorClass"), &x->entry.class);
}

static void start_reference(mesh_parse *x, mesh_references *list) {
  list_push(&x->a, list);
  x->references = list;
}
static void start_qualifier(mesh_parse *x, const char **attributes) {
  (void)attributes;
  start_reference(x, &x->entry.qualifiers);
}
static void start_action(mesh_parse *x, const char **attributes) {
  (void)attributes;
  start_reference(x, &x->entry.actions);
}
static void start_heading(mesh_parse *x, const char **attributes) {
  (void)attributes;
  start_reference(x, &x->entry.headings);
}
static void start_substance(mesh_parse *x, const char **attributes) {
  (void)attributes;
  start_reference(x, &x->entry.substances);
}

static void start_concept(mesh_parse *x, const char **attributes) {
  x->preferred = text_equal(attribute(attributes, "PreferredConceptYN"), TEXT("Y"));
  x->relation = (text){"", 0};
}

/* Both concepts of a relation tell it: NRW where the other one is narrower than the preferred. */
static void start_relation(mesh_parse *x, const char **attributes) {
  if (!x->preferred && !x->relation.size)
    x->relation = arena_text(&x->a, attribute(attributes, "RelationName"));
}

static void start_term(mesh_parse *x, const char **attributes) {
  x->term = list_push(&x->a, &x->entry.terms);
  x->term->relation = x->relation;
  x->term->permuted = text_equal(attribute(attributes, "IsPermutedTermYN"), TEXT("Y"));
}

static mesh_reference *last_reference(mesh_parse *x) {
  return &x->references->items[x->references->count - 1];
}

static void take_ui(mesh_parse *x, text value) {
  x->entry.ui = value;
  if (value.size) x->entry.kind = (mesh_kind)value.data[0];
}
static void take_name(mesh_parse *x, text value) { x->entry.name = value; }
static void take_scope(mesh_parse *x, text value) {
  if (!x->entry.scope.size) x->entry.scope = value;
}
static void take_concept_scope(mesh_parse *x, text value) {
  if (x->preferred) x->entry.scope = value;
}
static void take_tree(mesh_parse *x, text value) { *list_push(&x->a, &x->entry.trees) = value; }
static void take_previous(mesh_parse *x, text value) {
  *list_push(&x->a, &x->entry.previous) = value;
}
static void take_term(mesh_parse *x, text value) { x->term->name = value; }
static void take_abbreviation(mesh_parse *x, text value) {
  if (!x->entry.abbreviation.size) x->entry.abbreviation = value;
}
static void take_reference_name(mesh_parse *x, text value) { last_reference(x)->name = value; }
static void take_reference_code(mesh_parse *x, text value) { last_reference(x)->code = value; }

/* "*D001688": the star is of the main heading that a supplement is mapped to. */
static void take_reference_ui(mesh_parse *x, text value) {
  mesh_reference *reference = last_reference(x);
  reference->major = text_starts(value, TEXT("*"));
  reference->ui = text_slice(value, reference->major, value.size);
}

static void end_record(mesh_parse *x) {
  if (arena_failed(&x->a)) {
    fail(x, ERROR_MEMORY, "out of memory");
  } else if (!x->entry.ui.size || !x->entry.name.size) {
    fail(x, ERROR_INPUT, "a record of MeSH without a UI or without a name");
  } else if (!x->taker->take(x->taker->context, &x->entry, x->error)) {
    x->failed = true;
    XML_StopParser(x->parser, XML_FALSE);
  }
}

typedef struct rule {
  place parent;
  const char *name;
  place place;
  attribute_taker *start;
  value_taker *take; /* of a LEAF */
} rule;

static const rule rules[] = {
    {DOCUMENT, "DescriptorRecordSet", SET, NULL, NULL},
    {DOCUMENT, "QualifierRecordSet", SET, NULL, NULL},
    {DOCUMENT, "SupplementalRecordSet", SET, NULL, NULL},
    {DOCUMENT, "PharmacologicalActionSet", ACTION_SET, NULL, NULL},
    {SET, "DescriptorRecord", RECORD, start_record, NULL},
    {SET, "QualifierRecord", RECORD, start_record, NULL},
    {SET, "SupplementalRecord", RECORD, start_record, NULL},
    {RECORD, "DescriptorUI", LEAF, NULL, take_ui},
    {RECORD, "QualifierUI", LEAF, NULL, take_ui},
    {RECORD, "SupplementalRecordUI", LEAF, NULL, take_ui},
    {RECORD, "DescriptorName", NAME, NULL, NULL},
    {RECORD, "QualifierName", NAME, NULL, NULL},
    {RECORD, "SupplementalRecordName", NAME, NULL, NULL},
    {RECORD, "Note", LEAF, NULL, take_scope},
    {RECORD, "AllowableQualifiersList", QUALIFIERS, NULL, NULL},
    {RECORD, "PharmacologicalActionList", ACTIONS, NULL, NULL},
    {RECORD, "HeadingMappedToList", HEADINGS, NULL, NULL},
    {RECORD, "PreviousIndexingList", PREVIOUS, NULL, NULL},
    {RECORD, "TreeNumberList", TREES, NULL, NULL},
    {RECORD, "ConceptList", CONCEPTS, NULL, NULL},
    {NAME, "String", LEAF, NULL, take_name},
    {QUALIFIERS, "AllowableQualifier", QUALIFIER, start_qualifier, NULL},
    {QUALIFIER, "QualifierReferredTo", REFERENCE, NULL, NULL},
    {QUALIFIER, "Abbreviation", LEAF, NULL, take_reference_code},
    {ACTIONS, "PharmacologicalAction", ACTION, start_action, NULL},
    {ACTION, "DescriptorReferredTo", REFERENCE, NULL, NULL},
    {HEADINGS, "HeadingMappedTo", HEADING, start_heading, NULL},
    {HEADING, "DescriptorReferredTo", REFERENCE, NULL, NULL},
    {REFERENCE, "QualifierUI", LEAF, NULL, take_reference_ui},
    {REFERENCE, "DescriptorUI", LEAF, NULL, take_reference_ui},
    {REFERENCE, "QualifierName", REFERENCE_NAME, NULL, NULL},
    {REFERENCE, "DescriptorName", REFERENCE_NAME, NULL, NULL},
    {REFERENCE_NAME, "String", LEAF, NULL, take_reference_name},
    {PREVIOUS, "PreviousIndexing", LEAF, NULL, take_previous},
    {TREES, "TreeNumber", LEAF, NULL, take_tree},
    {CONCEPTS, "Concept", CONCEPT, start_concept, NULL},
    {CONCEPT, "ScopeNote", LEAF, NULL, take_concept_scope},
    {CONCEPT, "ConceptRelationList", RELATIONS, NULL, NULL},
    {CONCEPT, "TermList", TERMS, NULL, NULL},
    {RELATIONS, "ConceptRelation", RELATION, start_relation, NULL},
    {TERMS, "Term", TERM, start_term, NULL},
    {TERM, "String", LEAF, NULL, take_term},
    {TERM, "Abbreviation", LEAF, NULL, take_abbreviation},
    {ACTION_SET, "PharmacologicalAction", ACTION_RECORD, start_record, NULL},
    {ACTION_RECORD, "DescriptorReferredTo", ACTION_HEADING, NULL, NULL},
    {ACTION_RECORD, "PharmacologicalActionSubstanceList", SUBSTANCES, NULL, NULL},
    {ACTION_HEADING, "DescriptorUI", LEAF, NULL, take_ui},
    {ACTION_HEADING, "DescriptorName", NAME, NULL, NULL},
    {SUBSTANCES, "Substance", SUBSTANCE, start_substance, NULL},
    {SUBSTANCE, "RecordUI", LEAF, NULL, take_reference_ui},
    {SUBSTANCE, "RecordName", REFERENCE_NAME, NULL, NULL},
};

/* --- What expat says --- */

static const rule *find_rule(place parent, const char *name) {
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
    if (rules[i].parent == parent && strcmp(rules[i].name, name) == 0) return &rules[i];
  return NULL;
}

static void on_start(void *state, const char *name, const char **attributes) {
  mesh_parse *x = state;
  x->silent = 0;
  const rule *parent = x->depth && x->depth <= DEEPEST ? x->open[x->depth - 1] : NULL;
  const rule *found = NULL;
  if (!x->depth) found = find_rule(DOCUMENT, name);
  else if (parent && parent->place != LEAF) found = find_rule(parent->place, name);
  if (x->depth < DEEPEST) x->open[x->depth] = found;
  x->depth++;
  if (!found) return;
  if (found->start) found->start(x, attributes);
  buffer_clear(&x->words);
}

static void on_text(void *state, const char *bytes, int size) {
  mesh_parse *x = state;
  const rule *open = x->depth && x->depth <= DEEPEST ? x->open[x->depth - 1] : NULL;
  x->silent = 0;
  if (open && open->place == LEAF) buffer_add(&x->words, (text){bytes, (size_t)size});
}

static void on_end(void *state, const char *name) {
  mesh_parse *x = state;
  (void)name;
  const rule *open = x->depth <= DEEPEST ? x->open[x->depth - 1] : NULL;
  x->silent = 0;
  x->depth--;
  if (!open || x->failed) return;
  if (x->words.failed) x->a.failed = true;
  if (open->place == LEAF) open->take(x, arena_squeeze(&x->a, buffer_text(&x->words)));
  if (open->place == RECORD || open->place == ACTION_RECORD) end_record(x);
}

/* Files of MeSH declare no entities; one that does may be an attack ("billion laughs"). */
static void on_entity(void *state, const char *name, int is_parameter, const char *value, int size,
                      const char *base, const char *system, const char *public,
                      const char *notation) {
  (void)name, (void)is_parameter, (void)size, (void)base, (void)system, (void)public;
  (void)notation;
  if (value) fail(state, ERROR_INPUT, "refused: it declares entities, as no file of MeSH does");
}

/* --- The format --- */

static const struct {
  text root;
  mesh_claims claims;
} roots[] = {
    {TEXT_STATIC("<DescriptorRecordSet"),
     {MESH_DESCRIPTOR,
      MESH_TELLS_RECORDS | MESH_TELLS_TREES | MESH_TELLS_QUALIFIERS | MESH_TELLS_ACTIONS}},
    {TEXT_STATIC("<QualifierRecordSet"), {MESH_QUALIFIER, MESH_TELLS_RECORDS | MESH_TELLS_TREES}},
    {TEXT_STATIC("<SupplementalRecordSet"),
     {MESH_SUPPLEMENT, MESH_TELLS_RECORDS | MESH_TELLS_ACTIONS | MESH_TELLS_HEADINGS}},
    {TEXT_STATIC("<PharmacologicalActionSet"), {MESH_DESCRIPTOR, MESH_TELLS_ACTIONS}},
};

static bool recognises(text head, mesh_claims *claims) {
  if (!text_starts(text_trim(head), TEXT("<"))) return false;
  for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
    if (text_find(head, roots[i].root) == TEXT_NONE) continue;
    *claims = roots[i].claims;
    return true;
  }
  return false;
}

static bool malformed(mesh_parse *x) {
  enum XML_Error code = XML_GetErrorCode(x->parser);
  if (x->failed || input_error(x->in, x->error)) return false;
  error_set(x->error, code == XML_ERROR_NO_MEMORY ? ERROR_MEMORY : ERROR_INPUT, "malformed XML: %s",
            XML_ErrorString(code));
  return error_at(x->error, input_name(x->in), XML_GetErrorLineNumber(x->parser));
}

static bool parse_all(mesh_parse *x, char *chunk) {
  size_t size;
  do {
    size = input_read(x->in, chunk, CHUNK);
    if (!size && input_error(x->in, x->error)) return false;
    x->silent += (long long)size;
    if (x->silent > SILENT_LIMIT) fail(x, ERROR_INPUT, "a tag of more than 64 MiB");
    if (x->failed) return false;
    if (XML_Parse(x->parser, chunk, (int)size, !size) == XML_STATUS_ERROR) return malformed(x);
  } while (size);
  return true;
}

static bool read_xml(input *in, const mesh_taker *taker, error *e) {
  mesh_parse x = {.in = in, .taker = taker, .error = e, .parser = XML_ParserCreate(NULL)};
  char *chunk = malloc(CHUNK);
  arena_init(&x.a);
  bool good = x.parser && chunk;
  if (good) {
    XML_SetUserData(x.parser, &x);
    XML_SetElementHandler(x.parser, on_start, on_end);
    XML_SetCharacterDataHandler(x.parser, on_text);
    XML_SetEntityDeclHandler(x.parser, on_entity);
    good = parse_all(&x, chunk);
  } else {
    error_memory(e);
  }
  if (x.parser) XML_ParserFree(x.parser);
  free(chunk);
  buffer_finish(&x.words);
  arena_finish(&x.a);
  return good;
}

const mesh_format mesh_xml = {"MeSH XML", recognises, read_xml};
