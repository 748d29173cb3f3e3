/* Markdown: a numbered list of references, or whole records under headings. Source: CommonMark,
 * where any sign of ASCII may have a backslash before it. */
#include "base/utf8.h"
#include "write/citation.h"
#include "write/tagged.h"
#include "write/writers.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define BETWEEN " \xC2\xB7 "

/* --- Text --- */

/* Whether the sign at this place means something to Markdown or one of its dialects; "&" does
 * where it may begin the name of a character. */
static bool is_marker(text words, size_t at) {
  char next = at + 1 < words.size ? words.data[at + 1] : ' ';
  if (words.data[at] == '&') return ascii_is_letter(next) || next == '#';
  return text_find_byte(TEXT("\\`*_[]<>#|~^$@"), words.data[at]) != TEXT_NONE;
}

/* Where a paragraph would begin a list, a quotation or a line below a heading: the place of the
 * sign to escape, or TEXT_NONE. */
static size_t opening(text words) {
  size_t digits = 0;
  while (digits < words.size && ascii_is_digit(words.data[digits])) digits++;
  if (digits == words.size) return TEXT_NONE;
  char byte = words.data[digits];
  bool item = digits && (byte == '.' || byte == ')');
  bool bullet = !digits && (byte == '-' || byte == '+' || byte == '=' || byte == ':');
  return item || bullet ? digits : TEXT_NONE;
}

/* Adds words on one line; `opens`: a line begins with them. */
static void add_words(output *out, text words, bool opens) {
  buffer line = {0}, *b = &out->bytes;
  utf8_add_line(&line, words);
  text plain = arena_squeeze(out->scratch, buffer_text(&line));
  size_t special = opens ? opening(plain) : TEXT_NONE;
  for (size_t i = 0; i < plain.size; i++) {
    if (i == special || is_marker(plain, i)) buffer_put(b, "\\");
    buffer_add_byte(b, plain.data[i]);
  }
  if (line.failed) b->failed = true;
  buffer_finish(&line);
}

static void add_marked(output *out, const char *mark, text words) {
  if (!words.size) return;
  buffer_add(&out->bytes, text_of(mark));
  add_words(out, words, false);
  buffer_add(&out->bytes, text_of(mark));
}

/* The destination of a link: what could end it is coded. */
static void add_address(buffer *b, text address) {
  for (size_t i = 0; i < address.size; i++) {
    unsigned char byte = (unsigned char)address.data[i];
    bool plain = byte > ' ' && byte < 0x7F &&
                 text_find_byte(TEXT("()<>[]\\\"`{}|^*_~"), address.data[i]) == TEXT_NONE;
    if (plain || byte == '_') buffer_add_byte(b, (char)byte);
    else buffer_printf(b, "%%%02X", byte);
  }
}

/* --- References --- */

static void add_links(output *out, const record *r) {
  static const struct {
    text scheme, label, page;
  } shown[] = {
      {TEXT_STATIC("doi"), TEXT_STATIC("doi:"), TEXT_STATIC("https://doi.org/")},
      {TEXT_STATIC("pmid"), TEXT_STATIC("PMID "), TEXT_STATIC("https://pubmed.ncbi.nlm.nih.gov/")},
      {TEXT_STATIC("pmc"), TEXT_STATIC(""), TEXT_STATIC("https://pmc.ncbi.nlm.nih.gov/articles/")},
      {TEXT_STATIC("arxiv"), TEXT_STATIC("arXiv:"), TEXT_STATIC("https://arxiv.org/abs/")},
  };
  buffer *b = &out->bytes;
  bool any = false;
  for (size_t i = 0; i < COUNT(shown); i++) {
    text value = record_id(r, shown[i].scheme);
    if (!value.size) continue;
    if (any) buffer_put(b, BETWEEN);
    any = true;
    buffer_put(b, "[");
    add_words(out, arena_join(out->scratch, shown[i].label, TEXT(""), value), false);
    buffer_put(b, "](");
    add_address(b, shown[i].page);
    add_address(b, value);
    buffer_put(b, ")");
  }
  if (any || !r->urls.count) return;
  buffer_put(b, "<");
  add_address(b, r->urls.items[0]);
  buffer_put(b, ">");
}

static bool has_links(const record *r) {
  static const text schemes[] = {TEXT_STATIC("doi"), TEXT_STATIC("pmid"), TEXT_STATIC("pmc"),
                                 TEXT_STATIC("arxiv")};
  for (size_t i = 0; i < COUNT(schemes); i++)
    if (record_id(r, schemes[i]).size) return true;
  return r->urls.count > 0;
}

/* "*J Invent*. 2025;34(2):1-9.", the journal alone in italics. */
static void add_source(output *out, const record *r, bool opens) {
  text source = citation_source(r, true, out->scratch), journal = citation_journal(r);
  if (journal.size && text_starts(source, text_trim_end(journal, " ."))) {
    text name = text_trim_end(journal, " .");
    add_marked(out, "*", name);
    source = text_slice(source, name.size, source.size);
    opens = false;
    if (source.size) buffer_add_byte(&out->bytes, '.');
    source = text_slice(source, 1, source.size);
    if (text_trim(source).size) buffer_put(&out->bytes, " ");
  }
  add_words(out, source, opens);
}

static text title_of(const hit *h, arena *a) {
  text title = citation_title(h->record);
  if (title.size) return citation_sentence(title, a);
  return h->citation.size ? h->citation : TEXT("[No title]");
}

static void add_state(output *out, const hit *h) {
  if (record_is_retracted(h->record)) buffer_put(&out->bytes, "**RETRACTED.** ");
  if (!h->in_library) buffer_put(&out->bytes, "*Not in the library.* ");
}

/* A reference in one line. */
static void add_reference(output *out, const hit *h) {
  buffer *b = &out->bytes;
  enum { AUTHORS_SHOWN = 6 };
  text authors = citation_authors(h->record, AUTHORS_SHOWN, out->scratch);
  buffer_printf(b, "%zu. ", h->rank ? h->rank : out->count + 1);
  add_state(out, h);
  add_words(out, authors, false);
  if (authors.size) buffer_put(b, " ");
  add_marked(out, "**", title_of(h, out->scratch));
  buffer_put(b, " ");
  add_source(out, h->record, false);
  if (has_links(h->record)) buffer_put(b, " ");
  add_links(out, h->record);
  buffer_put(b, "\n");
}

/* --- Whole records --- */

/* Paragraphs are parted by blank lines. */
static void begin_paragraph(output *out) { buffer_put(&out->bytes, "\n"); }
static void end_paragraph(output *out) { buffer_put(&out->bytes, "\n"); }

static void add_labelled(output *out, const char *label, const texts *words) {
  if (!words->count) return;
  begin_paragraph(out);
  add_marked(out, "**", arena_printf(out->scratch, "%s:", label));
  buffer_put(&out->bytes, " ");
  add_words(out, texts_join(out->scratch, words, TEXT("; ")), false);
  end_paragraph(out);
}

static void add_abstract(output *out, const record *r) {
  for (size_t i = 0; i < r->abstract.count; i++) {
    const section *s = &r->abstract.items[i];
    begin_paragraph(out);
    if (s->label.size) {
      add_marked(out, "**", arena_join(out->scratch, s->label, TEXT(""), TEXT(":")));
      buffer_put(&out->bytes, " ");
    }
    add_words(out, s->text, !s->label.size);
    end_paragraph(out);
  }
  if (!r->copyright.size) return;
  begin_paragraph(out);
  add_words(out, r->copyright, true);
  end_paragraph(out);
}

static void add_subjects(output *out, const record *r) {
  texts headings = {0}, keywords = {0}, types = {0};
  for (size_t i = 0; i < r->headings.count; i++)
    *list_push(out->scratch, &headings) = tagged_heading(&r->headings.items[i], out->scratch);
  for (size_t i = 0; i < r->keywords.count; i++)
    *list_push(out->scratch, &keywords) = r->keywords.items[i].text;
  for (size_t i = 0; i < r->publication_types.count; i++)
    *list_push(out->scratch, &types) = r->publication_types.items[i].name;
  add_labelled(out, "Keywords", &keywords);
  add_labelled(out, "MeSH", &headings);
  add_labelled(out, "Publication types", &types);
}

static void add_whole(output *out, const hit *h) {
  const record *r = h->record;
  text authors = citation_authors(r, 0, out->scratch);
  buffer_put(&out->bytes, "## ");
  add_words(out, title_of(h, out->scratch), false);
  end_paragraph(out);
  if (record_is_retracted(r) || !h->in_library) {
    begin_paragraph(out);
    add_state(out, h);
    end_paragraph(out);
  }
  if (authors.size) {
    begin_paragraph(out);
    add_words(out, authors, true);
    end_paragraph(out);
  }
  if (citation_source(r, true, out->scratch).size) {
    begin_paragraph(out);
    add_source(out, r, true);
    end_paragraph(out);
  }
  if (has_links(r)) {
    begin_paragraph(out);
    add_links(out, r);
    end_paragraph(out);
  }
  add_abstract(out, r);
  add_subjects(out, r);
}

static void markdown_hit(output *out, const hit *h) {
  bool group = h->group.size && !text_equal(h->group, out->group);
  if (out->count && (out->whole || group)) buffer_put(&out->bytes, "\n");
  if (group) {
    buffer_put(&out->bytes, "## ");
    add_words(out, h->group, false);
    buffer_put(&out->bytes, "\n\n");
  }
  if (out->whole) add_whole(out, h);
  else add_reference(out, h);
}

const writer writer_markdown = {
    .name = "markdown",
    .summary = "a numbered list of references, or whole records under headings",
    .carries = "authors, title, where it was published, links, abstract, subjects",
    .hit = markdown_hit,
};
