/* Markup and character references out of values. */
#include "read/plain.h"

#include "base/buffer.h"
#include "base/script.h"
#include "base/utf8.h"
#include "read/entity.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

typedef enum { TAG_INLINE, TAG_BLOCK, TAG_SUPERSCRIPT, TAG_SUBSCRIPT } tag_kind;

/* Only these count as markup; case and the prefix "jats:" do not matter. */
static const struct {
  text name;
  tag_kind kind;
} tag_names[] = {
    {TEXT_STATIC("sup"), TAG_SUPERSCRIPT}, {TEXT_STATIC("sub"), TAG_SUBSCRIPT},
    {TEXT_STATIC("inf"), TAG_SUBSCRIPT},   {TEXT_STATIC("p"), TAG_BLOCK},
    {TEXT_STATIC("br"), TAG_BLOCK},        {TEXT_STATIC("div"), TAG_BLOCK},
    {TEXT_STATIC("li"), TAG_BLOCK},        {TEXT_STATIC("ul"), TAG_BLOCK},
    {TEXT_STATIC("ol"), TAG_BLOCK},        {TEXT_STATIC("h1"), TAG_BLOCK},
    {TEXT_STATIC("h2"), TAG_BLOCK},        {TEXT_STATIC("h3"), TAG_BLOCK},
    {TEXT_STATIC("h4"), TAG_BLOCK},        {TEXT_STATIC("sec"), TAG_BLOCK},
    {TEXT_STATIC("title"), TAG_BLOCK},     {TEXT_STATIC("i"), TAG_INLINE},
    {TEXT_STATIC("b"), TAG_INLINE},        {TEXT_STATIC("u"), TAG_INLINE},
    {TEXT_STATIC("em"), TAG_INLINE},       {TEXT_STATIC("strong"), TAG_INLINE},
    {TEXT_STATIC("italic"), TAG_INLINE},   {TEXT_STATIC("bold"), TAG_INLINE},
    {TEXT_STATIC("sc"), TAG_INLINE},       {TEXT_STATIC("tt"), TAG_INLINE},
    {TEXT_STATIC("small"), TAG_INLINE},    {TEXT_STATIC("span"), TAG_INLINE},
    {TEXT_STATIC("font"), TAG_INLINE},     {TEXT_STATIC("a"), TAG_INLINE},
};

typedef struct tag {
  tag_kind kind;
  bool closes;
} tag;

/* After a tag's name: ">", "/>" or an attribute. */
static bool is_tag_end(text rest) {
  if (text_starts(rest, TEXT(">")) || text_starts(rest, TEXT("/>"))) return true;
  text inside = text_trim(text_slice(rest, 0, text_find_byte(rest, '>')));
  return rest.size && ascii_is_space(rest.data[0]) &&
         (!inside.size || text_equal(inside, TEXT("/")) ||
          text_find(inside, TEXT("=")) != TEXT_NONE);
}

/* Takes a tag off the front of `rest`; false, and nothing taken, where there is none. */
static bool take_tag(text *rest, tag *t) {
  size_t end = text_find_byte(*rest, '>');
  if (rest->data[0] != '<' || end == TEXT_NONE || end > 200) return false;
  text name = text_slice(*rest, 1, rest->size);
  t->closes = text_starts(name, TEXT("/"));
  if (t->closes) name = text_slice(name, 1, name.size);
  if (text_starts_nocase(name, TEXT("jats:"))) name = text_slice(name, 5, name.size);
  size_t size = 0;
  while (size < name.size && (ascii_is_letter(name.data[size]) || ascii_is_digit(name.data[size])))
    size++;
  for (size_t i = 0; i < COUNT(tag_names); i++) {
    if (!text_equal_nocase(text_slice(name, 0, size), tag_names[i].name)) continue;
    if (!is_tag_end(text_slice(name, size, name.size))) return false;
    t->kind = tag_names[i].kind;
    *rest = text_slice(*rest, end + 1, rest->size);
    return true;
  }
  return false;
}

/* Passes on what stands in front of the next such byte; false, and all passed on, where there is
 * none. */
static bool pass_until(buffer *out, text *source, char byte) {
  size_t at = text_find_byte(*source, byte);
  if (at == TEXT_NONE) at = source->size;
  buffer_add(out, text_slice(*source, 0, at));
  *source = text_slice(*source, at, source->size);
  return source->size > 0;
}

/* Passes on a byte that means nothing here after all. */
static void pass_byte(buffer *out, text *source) {
  buffer_add_byte(out, source->data[0]);
  *source = text_slice(*source, 1, source->size);
}

static void resolve_references(buffer *out, text source) {
  uint32_t code;
  while (pass_until(out, &source, '&')) {
    if (entity_take(&source, &code)) utf8_add(out, code);
    else pass_byte(out, &source);
  }
}

/* Writes what stands in `out` from `start` on as superscript or subscript. */
static void shift_script(buffer *out, size_t start, tag_kind kind) {
  buffer inner = {0};
  buffer_add(&inner, text_slice(buffer_text(out), start, out->size));
  out->size = start;
  if (kind == TAG_SUPERSCRIPT) script_add_super(out, buffer_text(&inner));
  else script_add_sub(out, buffer_text(&inner));
  if (inner.failed) out->failed = true;
  buffer_finish(&inner);
}

static void remove_tags(buffer *out, text source) {
  size_t script_start = TEXT_NONE;
  while (pass_until(out, &source, '<')) {
    tag t;
    if (!take_tag(&source, &t)) {
      pass_byte(out, &source);
      continue;
    }
    if (t.kind == TAG_BLOCK) buffer_put(out, "\n");
    if (t.kind != TAG_SUPERSCRIPT && t.kind != TAG_SUBSCRIPT) continue;
    if (t.closes && script_start != TEXT_NONE) shift_script(out, script_start, t.kind);
    script_start = t.closes ? TEXT_NONE : out->size;
  }
}

/* Without markup, white space as it was. */
static text remove_markup(arena *a, text source) {
  if (text_find_byte(source, '<') == TEXT_NONE && text_find_byte(source, '&') == TEXT_NONE)
    return source;
  buffer resolved = {0}, out = {0};
  resolve_references(&resolved, source);
  remove_tags(&out, buffer_text(&resolved));
  if (resolved.failed || out.failed) a->failed = true;
  text result = arena_text(a, buffer_text(&out));
  buffer_finish(&resolved);
  buffer_finish(&out);
  return result;
}

text plain_text(arena *a, text source) { return arena_squeeze(a, remove_markup(a, source)); }

text plain_paragraphs(arena *a, text source) {
  text rest = remove_markup(a, source), line;
  buffer out = {0};
  while (text_take_line(&rest, &line)) {
    line = arena_squeeze(a, line);
    if (!line.size) continue;
    if (out.size) buffer_put(&out, "\n");
    buffer_add(&out, line);
  }
  if (out.failed) a->failed = true;
  text result = arena_text(a, buffer_text(&out));
  buffer_finish(&out);
  return result;
}
