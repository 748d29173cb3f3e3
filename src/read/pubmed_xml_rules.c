/* Elements to rows of the tables, texts to members. */
#include <string.h>

#include "read/pubmed_xml.h"

enum {
  WORK_OF_ELEMENT = 64,             /* what an element costs, in bytes */
  WORK_OF_RECORD = 64 * 1024 * 1024 /* a record that costs more is refused */
};

/* -- The hash table ---------------------------------------------------------------------------- */

static const rule_table *const tables[] = {&pubmed_article_rules, &pubmed_subject_rules,
                                           &pubmed_people_rules,  &pubmed_link_rules,
                                           &pubmed_book_rules,    &pubmed_date_rules};

/* Of the size, the ends and the middle: names differ there. */
static size_t slot_of(context parent, const char *name) {
  size_t size = strlen(name);
  if (!size) return 0;
  const unsigned char *bytes = (const unsigned char *)name;
  unsigned hash = (unsigned)parent * 0x9E3779B1u;
  hash = (hash ^ (unsigned)(size << 24 | bytes[0] << 16 | bytes[size / 2] << 8 | bytes[size - 1])) *
         0x01000193u;
  return (hash ^ hash >> 15) % PUBMED_XML_SLOTS;
}

void pubmed_xml_index(pubmed_xml *x) {
  for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
    for (size_t i = 0; i < tables[t]->count; i++) {
      const rule *row = &tables[t]->rows[i];
      size_t slot = slot_of(row->parent, row->name);
      while (x->slots[slot]) slot = (slot + 1) % PUBMED_XML_SLOTS;
      x->slots[slot] = row;
    }
}

static const rule *find_rule(const pubmed_xml *x, context parent, const char *name) {
  for (size_t slot = slot_of(parent, name); x->slots[slot]; slot = (slot + 1) % PUBMED_XML_SLOTS)
    if (x->slots[slot]->parent == parent && strcmp(x->slots[slot]->name, name) == 0)
      return x->slots[slot];
  const char *local = xml_local_name(name);
  return local == name ? NULL : find_rule(x, parent, local);
}

/* -- Attributes -------------------------------------------------------------------------------- */

/* They are asked for when the element ends, too, and by then the scanner has moved on. */
static void keep_attributes(pubmed_xml *x, const char **attributes) {
  x->attribute_count = 0;
  for (; *attributes && x->attribute_count < PUBMED_XML_ATTRIBUTES; attributes += 2) {
    size_t size = strlen(attributes[0]);
    text value = text_of(attributes[1]);
    if (size >= PUBMED_XML_NAME) continue;
    memcpy(x->attributes[x->attribute_count].name, attributes[0], size + 1);
    x->attributes[x->attribute_count++].value = text_equal(value, TEXT("Y")) ? TEXT("Y")
                                                : text_equal(value, TEXT("N"))
                                                    ? TEXT("N")
                                                    : arena_squeeze(x->record->arena, value);
  }
}

text pubmed_attribute(const pubmed_xml *x, const char *name) {
  for (size_t i = 0; i < x->attribute_count; i++)
    if (strcmp(x->attributes[i].name, name) == 0) return x->attributes[i].value;
  return (text){"", 0};
}

bool pubmed_attribute_is(const pubmed_xml *x, const char *name, const char *value) {
  return text_equal(pubmed_attribute(x, name), text_of(value));
}

text pubmed_lower(pubmed_xml *x, text original) {
  char *copy = arena_alloc(x->record->arena, original.size);
  if (!copy) return (text){"", 0};
  for (size_t i = 0; i < original.size; i++) copy[i] = ascii_lower(original.data[i]);
  return (text){copy, original.size};
}

/* -- Events ------------------------------------------------------------------------------------ */

/* Stops for good. */
static void fail(pubmed_xml *x, error_kind kind, const char *message) {
  x->result = READ_FAILED;
  error_set(x->error, kind, "%s", message);
  error_at(x->error, input_name(x->in), xml_scan_line(&x->scan));
}

/* Whether the record may still grow; stops otherwise. */
static bool may_work(pubmed_xml *x, long long work) {
  if (x->record->arena->failed || x->words.words.failed) {
    fail(x, ERROR_MEMORY, "out of memory");
    return false;
  }
  x->work += work;
  if (x->work <= WORK_OF_RECORD) return true;
  fail(x, ERROR_INPUT, "one record of more than 64 MiB");
  return false;
}

/* Elements that no row knows: between records their tags are looked through; in a record their
 * text is kept under their name, so that nothing is lost when NLM adds elements. */
static void unknown_end(pubmed_xml *x);
static const rule unknown_rule = {.name = "", .inside = IN_TEXT, .end = unknown_end};
static const rule wrapper_rule = {.name = "", .inside = IN_SET};

static void unknown_end(pubmed_xml *x) {
  pubmed_add_kinded(x, &x->record->extras, x->unknown, x->text);
}

static const rule *rule_for(pubmed_xml *x, const char *name) {
  context parent = x->depth ? x->open[x->depth - 1].inside : IN_SET;
  if (parent == IN_NOTHING) return NULL;
  const rule *found = find_rule(x, parent, name);
  if (found) return found;
  if (parent == IN_SET) return &wrapper_rule;
  x->unknown = arena_printf(x->record->arena, "pubmed-xml:%s", xml_local_name(name));
  return &unknown_rule;
}

void pubmed_xml_start(pubmed_xml *x) {
  const char *name = x->scan.name, **attributes = x->scan.attributes;
  if (!may_work(x, WORK_OF_ELEMENT)) return;
  if (x->collecting) {
    x->collected++;
    xml_text_start(&x->words, name, attributes);
    return;
  }
  if (x->depth == PUBMED_XML_DEPTH) {
    fail(x, ERROR_INPUT, "elements are nested too deeply");
    return;
  }
  const rule *found = rule_for(x, name);
  x->rule = found;
  x->open[x->depth].rule = found;
  x->open[x->depth++].inside = found ? found->inside : IN_NOTHING;
  if (!found) return;
  if (found != &wrapper_rule) x->known = true;
  keep_attributes(x, attributes);
  if (found->start) found->start(x);
  if (found->inside == IN_TEXT) {
    x->collecting = true;
    x->collected = 0;
    xml_text_begin(&x->words, found == &unknown_rule);
  }
}

void pubmed_xml_end(pubmed_xml *x) {
  if (!may_work(x, 0)) return;
  if (x->collected) {
    x->collected--;
    xml_text_end(&x->words);
    return;
  }
  const rule *found = x->open[--x->depth].rule;
  x->rule = found;
  if (x->collecting) {
    x->collecting = false;
    x->text = xml_text_finish(&x->words, x->record->arena);
    void *owner = x->holders[found->holder];
    if (owner) memcpy((char *)owner + found->member, &x->text, sizeof x->text);
  }
  if (found && found->end) found->end(x);
}

void pubmed_xml_text(pubmed_xml *x) {
  text piece = x->scan.text;
  if (x->collecting && may_work(x, (long long)piece.size)) xml_text_add(&x->words, piece);
}
