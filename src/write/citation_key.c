/* Keys for citing. */
#include "write/citation_key.h"

#include <stdint.h>

#include "base/map.h"
#include "base/utf8.h"
#include "text/stem.h"
#include "text/words.h"

enum { NAME_LONGEST = 24, WORD_SHORTEST = 3, TITLE_WORD_LONGEST = 20, FIRST_CAPACITY = 64 };

/* --- The keys that are taken, by their hashes --- */

typedef struct taken {
  uint64_t *hashes; /* 0: a free place */
  size_t count, capacity;
} taken;

static void place(taken *t, uint64_t hash) {
  size_t at = hash & (t->capacity - 1);
  while (t->hashes[at] && t->hashes[at] != hash) at = (at + 1) & (t->capacity - 1);
  t->count += !t->hashes[at];
  t->hashes[at] = hash;
}

/* Twice the places; the arena keeps the old ones until the end, less than the new ones. */
static bool grow(taken *t, arena *a) {
  taken more = {.capacity = t->capacity ? 2 * t->capacity : FIRST_CAPACITY};
  more.hashes = arena_alloc(a, more.capacity * sizeof *more.hashes);
  if (!more.hashes) return false;
  for (size_t i = 0; i < t->capacity; i++)
    if (t->hashes[i]) place(&more, t->hashes[i]);
  *t = more;
  return true;
}

/* Whether nobody had the key; then it is taken. */
static bool take(output *out, text key) {
  taken *t = out->state;
  if (!t || (t->count >= t->capacity / 2 && !grow(t, out->lasting))) return true;
  text lower = arena_text(out->scratch, key);
  for (size_t i = 0; i < lower.size; i++)
    ((char *)(size_t)lower.data)[i] = ascii_lower(lower.data[i]);
  size_t before = t->count;
  uint64_t hash = text_hash(lower);
  place(t, hash ? hash : 1);
  return t->count > before;
}

void citation_keys_begin(output *out) { out->state = arena_new(out->lasting, taken); }

/* --- Parts of keys --- */

/* The letters and digits of ASCII in it, `most` of them; a key that had others could not be typed
 * everywhere. */
static text plain(arena *a, text words, size_t most) {
  char *kept = arena_alloc(a, words.size);
  size_t size = 0;
  for (size_t i = 0; kept && i < words.size && size < most; i++)
    if (ascii_is_letter(words.data[i]) || ascii_is_digit(words.data[i]))
      kept[size++] = words.data[i];
  return (text){kept ? kept : "", size};
}

static text folded(arena *a, text words) {
  buffer b = {0};
  words_fold(&b, words, "");
  if (b.failed) a->failed = true;
  text copy = arena_text(a, buffer_text(&b));
  buffer_finish(&b);
  return copy;
}

/* The first author's, else the first editor's or whoever is named. */
static text name_part(arena *a, const record *r) {
  const person *first = r->people.count ? &r->people.items[0] : NULL;
  for (size_t i = r->people.count; i-- > 0;)
    if (!r->people.items[i].role.size) first = &r->people.items[i];
  if (!first) return TEXT("anonymous");
  text name = first->collective.size ? first->collective : first->family;
  return plain(a, folded(a, name), NAME_LONGEST);
}

static text title_part(arena *a, text title) {
  text rest = folded(a, title), piece, any = {"", 0};
  while (text_take_until(&rest, ' ', &piece)) {
    text word = plain(a, piece, TITLE_WORD_LONGEST);
    bool says = word.size && !text_all_digits(word);
    if (says && word.size >= WORD_SHORTEST && !word_is_stop(piece)) return word;
    if (says && !any.size) any = word;
  }
  return any;
}

/* "pmid39821040" */
static text id_part(arena *a, const record *r) {
  const identifier *id = record_preferred_id(r);
  if (!id) return (text){"", 0};
  return arena_join(a, plain(a, id->scheme, SIZE_MAX), TEXT(""), plain(a, id->value, SIZE_MAX));
}

static text title_of(const record *r) {
  const text titles[] = {r->title, r->book_title, r->vernacular_title, r->journal};
  size_t i = 0;
  while (i + 1 < sizeof titles / sizeof *titles && !titles[i].size) i++;
  return titles[i];
}

/* A name in another script than ours leaves nothing to begin with: then the identifier names it. */
static text made_key(arena *a, const record *r) {
  text name = name_part(a, r), year = {"", 0};
  if (!name.size) name = id_part(a, r);
  if (!name.size) name = TEXT("record");
  if (record_year(r)) year = arena_printf(a, "%d", record_year(r));
  return arena_join(a, arena_join(a, name, TEXT(""), year), TEXT(""), title_part(a, title_of(r)));
}

/* What BibTeX or LaTeX would stumble over. */
static bool is_forbidden(char byte) {
  return text_find_byte(TEXT(" ,={}()\"'#%~\\"), byte) != TEXT_NONE;
}

/* The key that it has in the user's own papers, or the empty text. */
static text own_key(arena *a, const record *r) {
  buffer line = {0}, kept = {0};
  for (size_t i = 0; i < r->extras.count && !line.size; i++)
    if (text_equal(r->extras.items[i].kind, TEXT("bibtex:key")))
      utf8_add_line(&line, r->extras.items[i].text);
  for (size_t i = 0; i < line.size; i++)
    if (!is_forbidden(line.data[i])) buffer_add_byte(&kept, line.data[i]);
  if (line.failed || kept.failed) a->failed = true;
  text key = arena_text(a, buffer_text(&kept));
  buffer_finish(&line);
  buffer_finish(&kept);
  return key;
}

text citation_key(output *out, const record *r) {
  arena *a = out->scratch;
  text key = own_key(a, r);
  if (!key.size) key = made_key(a, r);
  if (take(out, key)) return key;
  text longer = arena_join(a, key, TEXT("-"), id_part(a, r));
  for (size_t number = 2; !take(out, longer) && !arena_failed(a); number++)
    longer = arena_printf(a, "%.*s-%zu", TEXT_ARG(key), number);
  return longer;
}
