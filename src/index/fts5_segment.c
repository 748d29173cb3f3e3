/* Writing the pages of a segment of the text index. */
#include "index/fts5_segment.h"

#include "index/varint.h"

/* FTS5 looks for skips beside a list only where at least so many pages have no term. */
enum { SKIPPED_LEAST = 4 };

/* What FTS5 puts before the words of its main index. */
static const char main_index = '0';

/* --- Numbers --- */

long long fts5_page_id(long long segment, uint32_t page) { return segment << 37 | page; }

static long long skips_id(long long segment, uint32_t page) {
  return segment << 37 | 1ll << 36 | page;
}

void fts5_add_varint(buffer *b, uint64_t number) {
  unsigned char bytes[VARINT_LONGEST];
  size_t size = varint_put(bytes, number);
  if (size == 1) buffer_add_byte(b, (char)bytes[0]);
  else buffer_add(b, (text){(const char *)bytes, size});
}

bool fts5_take_varint(text *rest, uint64_t *number) {
  *number = 0;
  for (size_t i = 0; i < rest->size && i < 9; i++) {
    unsigned char byte = (unsigned char)rest->data[i];
    bool last = i == 8 || byte < 0x80;
    *number = i == 8 ? *number << 8 | byte : *number << 7 | (byte & 0x7F);
    if (!last) continue;
    *rest = text_slice(*rest, i + 1, rest->size);
    return true;
  }
  return false;
}

static void put_16(char *at, size_t number) {
  at[0] = (char)(number >> 8);
  at[1] = (char)number;
}

/* --- Pages --- */

static void start_page(fts5_writer *w) {
  buffer_clear(&w->bytes);
  buffer_clear(&w->foot);
  buffer_add(&w->bytes, (text){"\0\0\0", FTS5_PAGE_HEAD});
  w->last_offset = 0;
  w->has_term = w->has_article = false;
}

void fts5_writer_start(fts5_writer *w, store *s, handover *to, long long segment) {
  row_sink_start(&w->rows, s, to);
  w->segment = segment;
  w->page = w->named_page = 1;
  w->empty_pages = 0;
  buffer_clear(&w->term);
  buffer_clear(&w->name);
  buffer_clear(&w->skips);
  start_page(w);
}

void fts5_writer_finish(fts5_writer *w) {
  row_sink_finish(&w->rows);
  buffer_finish(&w->bytes);
  buffer_finish(&w->foot);
  buffer_finish(&w->term);
  buffer_finish(&w->name);
  buffer_finish(&w->skips);
}

/* --- Rows --- */

static bool put_data(fts5_writer *w, long long id, const buffer *bytes, error *e) {
  index_row r = {.statement = STATEMENT_FTS5_DATA_PUT, .id = id, .bytes = buffer_text(bytes)};
  return bytes->failed ? error_memory(e) : row_sink_put(&w->rows, &r, e);
}

/* Names a page by its first bytes of a term. */
static bool put_name(fts5_writer *w, bool skipped, error *e) {
  index_row r = {.statement = STATEMENT_FTS5_NAME_PUT,
                 .id = w->segment,
                 .key_kind = KEY_BLOB,
                 .key = buffer_text(&w->name),
                 .is_number = true,
                 .number = (long long)w->named_page << 1 | skipped};
  return w->name.failed ? error_memory(e) : row_sink_put(&w->rows, &r, e);
}

/* Writes the page under way. */
static bool put_page(fts5_writer *w, error *e) {
  size_t foot = w->bytes.size;
  buffer_add(&w->bytes, buffer_text(&w->foot));
  if (w->bytes.failed || w->foot.failed || w->term.failed) return error_memory(e);
  put_16(w->bytes.data + 2, foot);
  if (!w->has_term) {
    if (!w->has_article && w->skips.size) buffer_add_byte(&w->skips, 0);
    w->empty_pages++;
  }
  if (!put_data(w, fts5_page_id(w->segment, w->page), &w->bytes, e)) return false;
  w->page++;
  start_page(w);
  return true;
}

/* Names the last page with a term, and writes its last term's skips if they are worth it. What does
 * not fit one page is left out: FTS5 then goes from page to page. */
static bool name_page(fts5_writer *w, error *e) {
  bool skipped =
      w->skips.size && w->skips.size <= FTS5_PAGE_BYTES && w->empty_pages >= SKIPPED_LEAST;
  if (w->skips.failed || w->name.failed) return error_memory(e);
  if (skipped && !put_data(w, skips_id(w->segment, w->named_page), &w->skips, e)) return false;
  buffer_clear(&w->skips);
  w->empty_pages = 0;
  return put_name(w, skipped, e);
}

/* --- Terms and articles --- */

static size_t shared_size(text a, text b) {
  size_t size = 0;
  while (size < a.size && size < b.size && a.data[size] == b.data[size]) size++;
  return size;
}

bool fts5_writer_word(fts5_writer *w, text word, error *e) {
  text before = w->term.size ? text_slice(buffer_text(&w->term), 1, w->term.size) : TEXT("");
  size_t shared = w->term.size ? 1 + shared_size(before, word) : 0, size = 1 + word.size;
  if (w->bytes.size > FTS5_PAGE_HEAD &&
      w->bytes.size + w->foot.size + size + 2 >= FTS5_PAGE_BYTES && !put_page(w, e))
    return false;
  buffer_clear(&w->term);
  buffer_add_byte(&w->term, main_index);
  buffer_add(&w->term, word);
  if (w->term.failed) return error_memory(e);
  fts5_add_varint(&w->foot, w->bytes.size - w->last_offset);
  w->last_offset = w->bytes.size;
  if (w->has_term) {
    fts5_add_varint(&w->bytes, shared);
  } else if (w->page > 1) {
    /* Enough of the term to tell it from the one before. */
    if (!name_page(w, e)) return false;
    buffer_clear(&w->name);
    buffer_add(&w->name, text_slice(buffer_text(&w->term), 0, shared + 1));
    w->named_page = w->page;
  }
  text rest = text_slice(buffer_text(&w->term), w->has_term ? shared : 0, size);
  fts5_add_varint(&w->bytes, rest.size);
  buffer_add(&w->bytes, rest);
  w->has_term = w->has_article = w->begins = true;
  return true;
}

/* The first article of a page that began within the list of a term. */
static void add_skip(fts5_writer *w, article_id id) {
  put_16(w->bytes.data, w->bytes.size);
  if (!w->skips.size) {
    buffer_add_byte(&w->skips, 0);
    fts5_add_varint(&w->skips, w->page);
    fts5_add_varint(&w->skips, (uint64_t)id);
  } else {
    fts5_add_varint(&w->skips, (uint64_t)(id - w->last_skip));
  }
  w->last_skip = id;
}

/* How many of the bytes go on the page: whole numbers, as many as reach its size. */
static size_t fitting(const fts5_writer *w, text places) {
  size_t room = FTS5_PAGE_BYTES - w->bytes.size - w->foot.size;
  while (room < places.size && (unsigned char)places.data[room - 1] >= 0x80) room++;
  return room < places.size ? room : places.size;
}

static size_t page_size(const fts5_writer *w) { return w->bytes.size + w->foot.size; }

bool fts5_writer_article(fts5_writer *w, article_id id, text places, error *e) {
  if (page_size(w) >= FTS5_PAGE_BYTES && !put_page(w, e)) return false;
  bool whole = w->begins || !w->has_article;
  if (!w->has_article) add_skip(w, id);
  fts5_add_varint(&w->bytes, (uint64_t)(whole ? id : id - w->last_article));
  fts5_add_varint(&w->bytes, 2 * places.size);
  w->last_article = id;
  w->begins = false;
  w->has_article = true;
  while (page_size(w) + places.size >= FTS5_PAGE_BYTES) {
    if (page_size(w) < FTS5_PAGE_BYTES) {
      size_t size = fitting(w, places);
      buffer_add(&w->bytes, text_slice(places, 0, size));
      places = text_slice(places, size, places.size);
    }
    if (!put_page(w, e)) return false;
  }
  buffer_add(&w->bytes, places);
  return true;
}

bool fts5_writer_end(fts5_writer *w, uint32_t *pages, error *e) {
  bool good = w->bytes.size == FTS5_PAGE_HEAD || put_page(w, e);
  *pages = w->page - 1;
  good = good && (!*pages || name_page(w, e));
  row_sink_end(&w->rows);
  return good;
}
