/* The reader of BibTeX and BibLaTeX files. A file is read into memory as a whole: an entry may
 * inherit from one that stands behind it. */
#include "read/bibtex.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/map.h"
#include "model/type.h"
#include "read/readers.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define GENERATIONS 3

typedef struct bibtex {
  input *in;
  buffer bytes;
  arena lasting;
  bibtex_walk walk;
  bool loaded, indexed;
  map starts; /* keys of entries to their places in the file */
} bibtex;

/* --- Inheritance --- */

/* What an entry says of itself alone. */
static bool is_private(text name) {
  static const text names[] = {
      TEXT_STATIC("crossref"), TEXT_STATIC("xref"),     TEXT_STATIC("xdata"),
      TEXT_STATIC("ids"),      TEXT_STATIC("entryset"), TEXT_STATIC("label"),
      TEXT_STATIC("options"),  TEXT_STATIC("doi"),      TEXT_STATIC("pmid"),
      TEXT_STATIC("pmcid"),    TEXT_STATIC("eprint"),   TEXT_STATIC("url"),
      TEXT_STATIC("abstract"), TEXT_STATIC("keywords"), TEXT_STATIC("pages"),
      TEXT_STATIC("note"),     TEXT_STATIC("file"),     TEXT_STATIC("shorttitle")};
  for (size_t i = 0; i < COUNT(names); i++)
    if (text_equal_nocase(names[i], name)) return true;
  return false;
}

/* What a parent's field is called in its child: the title of a book is its chapters' booktitle.
 * Source: the BibLaTeX manual, "Default inheritance setup". */
static text name_in_child(text name, text child_type) {
  static const struct {
    text title, book, journal;
  } names[] = {
      {TEXT_STATIC("title"), TEXT_STATIC("booktitle"), TEXT_STATIC("journaltitle")},
      {TEXT_STATIC("subtitle"), TEXT_STATIC("booksubtitle"), TEXT_STATIC("journalsubtitle")},
      {TEXT_STATIC("titleaddon"), TEXT_STATIC("booktitleaddon"), TEXT_STATIC("journaltitleaddon")},
  };
  const record_type *type = record_type_of_bibtex(child_type);
  text kind = type ? type->name : TEXT("");
  bool article = text_equal(kind, TEXT("journal-article"));
  bool part = text_equal(kind, TEXT("chapter")) || text_equal(kind, TEXT("conference-paper")) ||
              text_equal(kind, TEXT("encyclopedia-entry"));
  for (size_t i = 0; i < COUNT(names) && (article || part); i++)
    if (text_equal_nocase(names[i].title, name)) return article ? names[i].journal : names[i].book;
  return name;
}

static void inherit(bibtex_entry *child, const bibtex_entry *parent, bool data_only, arena *a) {
  for (size_t i = 0; i < parent->fields.count; i++) {
    draft_field f = parent->fields.items[i];
    if (!data_only && is_private(f.tag)) continue;
    if (!data_only) f.tag = name_in_child(f.tag, child->type);
    if (!bibtex_field(child, f.tag).size) *list_push(a, &child->fields) = f;
  }
}

/* Where each entry begins, by its key; of two with one key the first counts. */
static void index_entries(bibtex *x) {
  arena a;
  arena_init(&a);
  bibtex_walk walk;
  bibtex_entry entry;
  const char *why;
  bibtex_start(&walk, x->walk.whole, &a);
  for (bibtex_result got; (got = bibtex_next(&walk, &entry, &why, &a)) != BIBTEX_END;) {
    bool added = false;
    uint32_t *place = entry.key.size ? map_put(&x->starts, entry.key, &added) : NULL;
    if (place && added) *place = (uint32_t)entry.start;
  }
  arena_finish(&a);
  x->indexed = true;
}

static bool find_entry(bibtex *x, text key, bibtex_entry *entry, arena *a) {
  if (!x->indexed) index_entries(x);
  uint32_t *start = map_find(&x->starts, text_trim(key));
  if (!start) return false;
  bibtex_walk walk = x->walk;
  const char *why;
  walk.at = *start;
  walk.counted = walk.at;
  return bibtex_next(&walk, entry, &why, a) == BIBTEX_ENTRY;
}

static void inherit_from(bibtex *x, bibtex_entry *entry, text keys, bool data_only, int generation,
                         arena *a) {
  text key;
  while (text_take_until(&keys, ',', &key)) {
    bibtex_entry parent;
    key = text_trim(key);
    if (!key.size || text_equal(key, entry->key) || !find_entry(x, key, &parent, a)) continue;
    text grandparent = bibtex_field(&parent, TEXT("crossref"));
    if (grandparent.size && generation < GENERATIONS)
      inherit_from(x, &parent, grandparent, false, generation + 1, a);
    inherit(entry, &parent, data_only, a);
  }
}

/* --- The reader --- */

static bool load(bibtex *x, error *e) {
  text line;
  while (input_line(x->in, &line)) {
    buffer_add(&x->bytes, line);
    buffer_put(&x->bytes, "\n");
  }
  if (input_error(x->in, e)) return false;
  if (x->bytes.failed) return error_memory(e);
  if (x->bytes.size > UINT32_MAX)
    return error_set(e, ERROR_INPUT, "more than 4 GiB of BibTeX in one file");
  bibtex_start(&x->walk, buffer_text(&x->bytes), &x->lasting);
  return x->loaded = true;
}

static read_result skip(const bibtex *x, unsigned long line, const char *why, error *e) {
  error_set(e, ERROR_INPUT, "%s", why);
  error_at(e, input_name(x->in), line);
  return READ_SKIPPED;
}

static read_result bibtex_read(void *state, record *r, error *e) {
  bibtex *x = state;
  bibtex_entry entry;
  const char *why = "";
  if (!x->loaded && !load(x, e)) return READ_FAILED;
  bibtex_result got = bibtex_next(&x->walk, &entry, &why, r->arena);
  if (got == BIBTEX_END) return READ_END;
  if (got == BIBTEX_BROKEN) return skip(x, entry.line, why, e);
  r->source_line = (long long)entry.line;
  inherit_from(x, &entry, bibtex_field(&entry, TEXT("xdata")), true, 1, r->arena);
  inherit_from(x, &entry, bibtex_field(&entry, TEXT("crossref")), false, 1, r->arena);
  bool filled = bibtex_fill(r, &entry);
  if (arena_failed(r->arena) || arena_failed(&x->lasting)) {
    error_memory(e);
    return READ_FAILED;
  }
  return filled ? READ_RECORD : skip(x, entry.line, "an entry without anything to keep", e);
}

/* A line that begins an entry of a known type, or of any with a field behind it. */
static int bibtex_recognises(text head) {
  text line;
  bool only_comments = true;
  while (text_take_line(&head, &line)) {
    line = text_trim(line);
    if (!text_starts(line, TEXT("@"))) {
      only_comments &= !line.size || line.data[0] == '%';
      continue;
    }
    text type, rest, word;
    line = text_slice(line, 1, line.size);
    if (!text_cut(line, TEXT("{"), &type, &rest) && !text_cut(line, TEXT("("), &type, &rest))
      continue;
    type = text_trim(type);
    bool known = record_type_of_bibtex(type) || text_equal_nocase(type, TEXT("string")) ||
                 text_equal_nocase(type, TEXT("comment")) ||
                 text_equal_nocase(type, TEXT("preamble"));
    if (known) return only_comments ? 95 : 80;
    if (type.size && text_cut(rest, TEXT(","), &word, &rest) &&
        text_find_byte(word, ' ') == TEXT_NONE)
      return 60;
  }
  return 0;
}

static void *bibtex_open(input *in, error *e) {
  bibtex *x = calloc(1, sizeof *x);
  if (!x) {
    error_memory(e);
    return NULL;
  }
  x->in = in;
  input_read_whole(in);
  arena_init(&x->lasting);
  map_init(&x->starts);
  return x;
}

static void bibtex_close(void *state) {
  bibtex *x = state;
  buffer_finish(&x->bytes);
  arena_finish(&x->lasting);
  map_finish(&x->starts);
  free(x);
}

const reader bibtex_reader = {
    .name = "bibtex",
    .summary = "BibTeX and BibLaTeX (.bib)",
    .carries = "names, title, journal or book, dates, abstract, keywords, identifiers, notes",
    .recognises = bibtex_recognises,
    .open = bibtex_open,
    .next = bibtex_read,
    .close = bibtex_close,
};
