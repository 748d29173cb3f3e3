/* Fields of the MEDLINE format that hold lists: people, subjects, funding, links. */
#include "model/identifier.h"
#include "model/link.h"
#include "write/citation.h"
#include "write/nbib.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* --- People --- */

/* The tags of each role; roles that MEDLINE does not know are written as investigators. */
static const struct {
  text role, full, brief, affiliation;
} role_tags[] = {
    {TEXT_STATIC(""), TEXT_STATIC("FAU"), TEXT_STATIC("AU"), TEXT_STATIC("AD")},
    {TEXT_STATIC("editor"), TEXT_STATIC("FED"), TEXT_STATIC("ED"), TEXT_STATIC("AD")},
    {TEXT_STATIC("subject"), TEXT_STATIC("FPS"), TEXT_STATIC("PS"), TEXT_STATIC("AD")},
    {TEXT_STATIC("investigator"), TEXT_STATIC("FIR"), TEXT_STATIC("IR"), TEXT_STATIC("IRAD")},
};

/* "Smith, John A Jr": no comma before the suffix. */
static text full_name(const person *p, arena *a) {
  text given = p->given.size ? p->given : p->initials;
  return arena_join(a, arena_join(a, p->family, TEXT(", "), given), TEXT(" "), p->suffix);
}

static void add_person(output *out, const person *p) {
  size_t row = COUNT(role_tags) - 1;
  for (size_t i = 0; i < COUNT(role_tags); i++)
    if (text_equal(role_tags[i].role, p->role)) row = i;
  if (p->collective.size) {
    nbib_add(out, TEXT("CN"), p->collective);
  } else {
    nbib_add(out, role_tags[row].full, full_name(p, out->scratch));
    /* Of a name that is not known in parts the last word would be taken for initials. */
    bool parted = p->initials.size || p->given.size || text_find_byte(p->family, ' ') == TEXT_NONE;
    if (parted) nbib_add(out, role_tags[row].brief, person_short_name(p, out->scratch));
  }
  for (size_t i = 0; i < p->ids.count; i++) {
    identifier id = p->ids.items[i];
    bool orcid = text_equal(id.scheme, TEXT("orcid"));
    nbib_add(out, TEXT("AUID"),
             arena_join(out->scratch, orcid ? TEXT("ORCID") : id.scheme, TEXT(": "), id.value));
  }
  for (size_t i = 0; i < p->affiliations.count; i++)
    nbib_add(out, role_tags[row].affiliation, p->affiliations.items[i]);
}

void nbib_people(output *out, const record *r, text tag) {
  (void)tag;
  for (size_t i = 0; i < r->people.count; i++) add_person(out, &r->people.items[i]);
}

/* --- Subjects --- */

void nbib_headings(output *out, const record *r, text tag) {
  for (size_t i = 0; i < r->headings.count; i++)
    nbib_add(out, tag, tagged_heading(&r->headings.items[i], out->scratch));
}

/* Keywords without an owner come first: nothing ends what an OTO begins. */
void nbib_keywords(output *out, const record *r, text tag) {
  text owner = {"", 0};
  for (int owned = 0; owned <= 1; owned++)
    for (size_t i = 0; i < r->keywords.count; i++) {
      const keyword *k = &r->keywords.items[i];
      if ((k->owner.size > 0) != (owned == 1)) continue;
      if (!text_equal(k->owner, owner)) nbib_add(out, TEXT("OTO"), k->owner);
      owner = k->owner;
      nbib_add(out, tag, tagged_star(k->major, k->text, out->scratch));
    }
}

/* Chemicals as "number (name)", 0 standing for no number; the rest as supplementary concepts. */
void nbib_substances(output *out, const record *r, text tag) {
  (void)tag;
  for (size_t i = 0; i < r->substances.count; i++) {
    const substance *s = &r->substances.items[i];
    text number = s->registry_number.size ? s->registry_number : TEXT("0");
    if (s->kind.size) nbib_add(out, TEXT("NM"), s->name);
    else nbib_add(out, TEXT("RN"), nbib_with_kind(out->scratch, number, s->name, "()"));
  }
}

/* --- Funding and data --- */

/* "number/acronym/agency/country", empty parts left out. */
void nbib_grants(output *out, const record *r, text tag) {
  arena *a = out->scratch;
  for (size_t i = 0; i < r->grants.count; i++) {
    const funding *f = &r->grants.items[i];
    text head = arena_join(a, f->number, TEXT("/"), f->acronym);
    text tail = arena_join(a, f->agency, TEXT("/"), f->country);
    nbib_add(out, tag, arena_join(a, head, TEXT("/"), tail));
  }
}

void nbib_accessions(output *out, const record *r, text tag) {
  for (size_t i = 0; i < r->accessions.count; i++) {
    const kinded *accession = &r->accessions.items[i];
    nbib_add(out, tag, arena_join(out->scratch, accession->kind, TEXT("/"), accession->text));
  }
}

/* --- Text --- */

void nbib_other_abstracts(output *out, const record *r, text tag) {
  arena *a = out->scratch;
  for (size_t i = 0; i < r->other_abstracts.count; i++) {
    const other_abstract *other = &r->other_abstracts.items[i];
    const record abstract = {.abstract = other->sections};
    text words = record_abstract_text(&abstract, a);
    nbib_add(out, tag, arena_join(a, other->kind, TEXT(": "), words));
    nbib_add(out, TEXT("OABL"), other->language);
    nbib_add(out, TEXT("OCI"), other->copyright);
  }
}

void nbib_notes(output *out, const record *r, text tag) {
  for (size_t i = 0; i < r->notes.count; i++) {
    const kinded *note = &r->notes.items[i];
    bool flight = text_equal(note->kind, TEXT("space-flight-mission"));
    nbib_add(out, flight ? TEXT("SFM") : tag, note->text);
  }
}

void nbib_links(output *out, const record *r, text tag) {
  (void)tag;
  for (size_t i = 0; i < r->links.count; i++) {
    const link_kind *kind = link_kind_named(r->links.items[i].kind);
    if (kind && kind->tag.size)
      nbib_add(out, kind->tag, citation_of_link(&r->links.items[i], out->scratch));
  }
}

/* Whether the reader would take it for a tag. */
static bool is_tag(text name) {
  for (size_t i = 0; i < name.size; i++)
    if (!ascii_is_upper(name.data[i])) return false;
  return name.size >= 2 && name.size <= 4;
}

void nbib_extras(output *out, const record *r, text tag) {
  (void)tag;
  for (size_t i = 0; i < r->extras.count; i++) {
    text format, name;
    bool cut = text_cut(r->extras.items[i].kind, TEXT(":"), &format, &name);
    if (cut && text_equal(format, TEXT("nbib")) && is_tag(name))
      nbib_add(out, name, r->extras.items[i].text);
  }
}
