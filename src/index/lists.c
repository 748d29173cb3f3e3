/* Blocks and lists in their tables. */
#include "index/lists.h"

static long long apart_key(long long segment, uint32_t number) { return segment << 32 | number; }

bool lists_damaged(store *s, long long segment, error *e) {
  error_at(e, store_path(s), 0);
  return error_set(e, ERROR_DATABASE,
                   "segment %lld of the index is damaged: run `carrel check --repair`", segment);
}

/* --- Writing --- */

void lists_writer_start(lists_writer *w, store *s, handover *to, long long segment,
                        const uint16_t *lengths, double average) {
  row_sink_start(&w->rows, s, to);
  w->segment = segment;
  w->lengths = lengths;
  w->average = average;
  w->apart = 1;
  buffer_clear(&w->block);
  buffer_clear(&w->first);
  buffer_clear(&w->before);
}

void lists_writer_finish(lists_writer *w) {
  row_sink_finish(&w->rows);
  buffer_finish(&w->block);
  buffer_finish(&w->first);
  buffer_finish(&w->before);
  buffer_finish(&w->bytes);
  buffer_finish(&w->chunk);
}

static bool put_block(lists_writer *w, error *e) {
  if (!w->block.size) return true;
  if (w->block.failed || w->first.failed) return error_memory(e);
  index_row r = {.statement = STATEMENT_BLOCK_INSERT,
                 .id = w->segment,
                 .key_kind = KEY_TEXT,
                 .key = buffer_text(&w->first),
                 .bytes = buffer_text(&w->block)};
  if (!row_sink_put(&w->rows, &r, e)) return false;
  buffer_clear(&w->block);
  buffer_clear(&w->before);
  return true;
}

static bool put_apart(lists_writer *w, uint32_t number, const buffer *bytes, error *e) {
  index_row r = {.statement = STATEMENT_POSTING_INSERT,
                 .id = apart_key(w->segment, number),
                 .bytes = buffer_text(bytes)};
  return bytes->failed ? error_memory(e) : row_sink_put(&w->rows, &r, e);
}

/* Chunks of a list of fewer bytes stand behind its head: looking for them apart would cost more
 * than reading all. */
enum { TOGETHER_MOST = 8192 };

static bool put_together(lists_writer *w, const postings *list, const packed *head, error *e) {
  buffer_clear(&w->chunk);
  for (unsigned i = 0; i < PACKED_CHUNKS; i++) packed_add_chunk(&w->chunk, list, head, i);
  if (w->chunk.failed) return error_memory(e);
  buffer_add(&w->bytes, buffer_text(&w->chunk));
  return put_apart(w, w->apart++, &w->bytes, e);
}

/* The head under the next number, and chunks under those that follow it. */
static bool put_packed(lists_writer *w, const postings *list, error *e) {
  packed head;
  text rest;
  packed_add_head(&w->bytes, list, w->lengths, w->average);
  if (w->bytes.failed) return error_memory(e);
  packed_open(buffer_text(&w->bytes), list->codes, list->count, &head, &rest);
  bool numbered = !list->codes || head.code_count;
  if (numbered && list->count * 2 <= TOGETHER_MOST) return put_together(w, list, &head, e);
  if (!put_apart(w, w->apart++, &w->bytes, e)) return false;
  for (unsigned i = 0; i < PACKED_CHUNKS; i++, w->apart++) {
    buffer_clear(&w->chunk);
    packed_add_chunk(&w->chunk, list, &head, i);
    if ((w->chunk.size || w->chunk.failed) && !put_apart(w, w->apart, &w->chunk, e)) return false;
  }
  return true;
}

/* Puts the list where it belongs, and says where in the entry. */
static bool put_list(lists_writer *w, const postings *list, block_entry *entry, error *e) {
  *entry = (block_entry){.count = list->count, .number = w->apart};
  buffer_clear(&w->bytes);
  if (list->count >= PACKED_LEAST) {
    entry->apart = true;
    return put_packed(w, list, e);
  }
  postings_add(&w->bytes, list);
  if (w->bytes.failed) return error_memory(e);
  entry->apart = w->bytes.size > BLOCK_LIST_MOST;
  entry->list = buffer_text(&w->bytes);
  return !entry->apart || put_apart(w, w->apart++, &w->bytes, e);
}

bool lists_writer_add(lists_writer *w, text key, const postings *given, error *e) {
  block_entry entry;
  postings list = *given;
  postings_measure(&list, w->lengths);
  if (!put_list(w, &list, &entry, e)) return false;
  size_t more = key.size + (entry.apart ? 0 : entry.list.size);
  if (w->block.size && w->block.size + more > BLOCK_BYTES && !put_block(w, e)) return false;
  if (!w->block.size) {
    buffer_clear(&w->first);
    buffer_add(&w->first, key);
  }
  block_add(&w->block, buffer_text(&w->before), key, &entry);
  buffer_clear(&w->before);
  buffer_add(&w->before, key);
  return !w->before.failed || error_memory(e);
}

bool lists_writer_end(lists_writer *w, error *e) {
  if (!put_block(w, e)) return false;
  row_sink_end(&w->rows);
  return true;
}

static bool run_with(store *s, statement_name name, long long from, long long to, error *e) {
  sqlite3_stmt *statement = store_statement(s, name, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, from);
  if (to) sqlite3_bind_int64(statement, 2, to);
  return store_run(s, statement, e);
}

bool lists_remove(store *s, long long segment, error *e) {
  return run_with(s, STATEMENT_BLOCK_DELETE, segment, 0, e) &&
         run_with(s, STATEMENT_POSTING_DELETE, apart_key(segment, 0), apart_key(segment + 1, 0), e);
}

/* --- Reading lists --- */

/* Copies what stands under a number into `a`; nothing where nothing does. */
static bool read_row(store *s, long long segment, uint32_t number, arena *a, text *bytes,
                     error *e) {
  sqlite3_stmt *get = store_statement(s, STATEMENT_POSTING_GET, e);
  if (!get) return false;
  sqlite3_bind_int64(get, 1, apart_key(segment, number));
  *bytes = (text){"", 0};
  if (sqlite3_step(get) == SQLITE_ROW)
    *bytes =
        arena_text(a, (text){sqlite3_column_blob(get, 0), (size_t)sqlite3_column_bytes(get, 0)});
  if (sqlite3_reset(get) != SQLITE_OK) return store_fail(s, "reading the index", e);
  return !arena_failed(a) || error_memory(e);
}

bool lists_read_head(store *s, long long segment, text key, const block_entry *entry, arena *a,
                     packed *head, packed_chunk chunks[PACKED_CHUNKS], bool *whole, error *e) {
  text bytes, rest;
  if (!read_row(s, segment, entry->number, a, &bytes, e)) return false;
  bool good = packed_open(bytes, block_key_is_word(key), entry->count, head, &rest);
  *whole = good && rest.size;
  if (*whole) good = packed_open_chunks(rest, head, chunks);
  return good || lists_damaged(s, segment, e);
}

bool lists_read_chunk(store *s, long long segment, const block_entry *entry, const packed *head,
                      unsigned number, arena *a, packed_chunk *chunk, error *e) {
  text bytes;
  if (!read_row(s, segment, entry->number + 1 + number, a, &bytes, e)) return false;
  return packed_open_chunk(bytes, head, number, chunk) || lists_damaged(s, segment, e);
}

bool lists_read_chunks(store *s, long long segment, const block_entry *entry, const packed *head,
                       arena *a, packed_chunk chunks[PACKED_CHUNKS], error *e) {
  long long first = apart_key(segment, entry->number + 1);
  text bytes[PACKED_CHUNKS] = {{0}};
  sqlite3_stmt *range = store_statement(s, STATEMENT_POSTING_RANGE, e);
  if (!range) return false;
  sqlite3_bind_int64(range, 1, first);
  sqlite3_bind_int64(range, 2, first + PACKED_CHUNKS - 1);
  while (sqlite3_step(range) == SQLITE_ROW) {
    text data = {sqlite3_column_blob(range, 1), (size_t)sqlite3_column_bytes(range, 1)};
    bytes[sqlite3_column_int64(range, 0) - first] = arena_text(a, data);
  }
  if (sqlite3_reset(range) != SQLITE_OK) return store_fail(s, "reading the index", e);
  if (arena_failed(a)) return error_memory(e);
  for (unsigned i = 0; i < PACKED_CHUNKS; i++)
    if (!packed_open_chunk(bytes[i], head, i, &chunks[i])) return lists_damaged(s, segment, e);
  return true;
}

/* All of a packed list, unpacked. */
static bool read_packed(store *s, long long segment, text key, const block_entry *entry, arena *a,
                        postings *list, error *e) {
  packed head;
  packed_chunk chunks[PACKED_CHUNKS];
  bool whole;
  if (!lists_read_head(s, segment, key, entry, a, &head, chunks, &whole, e)) return false;
  if (!whole && !lists_read_chunks(s, segment, entry, &head, a, chunks, e)) return false;
  bool words = block_key_is_word(key);
  uint16_t *places = arena_alloc(a, entry->count * sizeof *places);
  uint16_t *codes = words ? arena_alloc(a, entry->count * sizeof *codes) : NULL;
  if (!places || (words && !codes)) return error_memory(e);
  for (unsigned i = 0; i < PACKED_CHUNKS; i++) packed_unpack(&head, &chunks[i], i, places, codes);
  *list = (postings){.places = places,
                     .codes = codes,
                     .count = entry->count,
                     .ceiling = head.ceiling,
                     .shortest = head.shortest};
  return true;
}

bool lists_read(store *s, long long segment, text key, const block_entry *entry, arena *a,
                postings *list, error *e) {
  text bytes = entry->list;
  bool words = block_key_is_word(key);
  *list = (postings){0};
  if (!entry->count) return true;
  if (entry->count >= PACKED_LEAST) return read_packed(s, segment, key, entry, a, list, e);
  if (entry->apart && !read_row(s, segment, entry->number, a, &bytes, e)) return false;
  if (bytes.size != postings_size(entry->count, words)) return lists_damaged(s, segment, e);
  *list = postings_read(bytes, words);
  return true;
}

/* --- Walking --- */

static bool walk_open(lists_walk *w, store *s, long long segment, bool keys_alone, error *e) {
  *w = (lists_walk){.store = s, .segment = segment, .keys_alone = keys_alone};
  arena_init(&w->memory);
  if (sqlite3_prepare_v2(store_database(s), statement_texts[STATEMENT_BLOCK_WALK], -1, &w->blocks,
                         NULL) != SQLITE_OK)
    return store_fail(s, "reading the index", e);
  sqlite3_bind_int64(w->blocks, 1, segment);
  return lists_walk_step(w, e);
}

bool lists_walk_open(lists_walk *w, store *s, long long segment, error *e) {
  return walk_open(w, s, segment, false, e);
}

bool lists_walk_open_keys(lists_walk *w, store *s, long long segment, error *e) {
  return walk_open(w, s, segment, true, e);
}

void lists_walk_finish(lists_walk *w) {
  sqlite3_finalize(w->blocks);
  buffer_finish(&w->block.key);
  arena_finish(&w->memory);
  *w = (lists_walk){0};
}

/* Goes on to the next block; *more is false behind the last. */
static bool next_block(lists_walk *w, bool *more, error *e) {
  int code = sqlite3_step(w->blocks);
  *more = code == SQLITE_ROW;
  if (!*more) return code == SQLITE_DONE || store_fail(w->store, "reading the index", e);
  w->block.rest =
      (text){sqlite3_column_blob(w->blocks, 0), (size_t)sqlite3_column_bytes(w->blocks, 0)};
  buffer_clear(&w->block.key);
  return true;
}

bool lists_walk_step(lists_walk *w, error *e) {
  block_entry entry;
  w->more = true;
  while (w->more && !w->block.rest.size)
    if (!next_block(w, &w->more, e)) return false;
  if (!w->more) return true;
  if (!block_step(&w->block, &entry)) return lists_damaged(w->store, w->segment, e);
  w->key = buffer_text(&w->block.key);
  if (w->keys_alone) return true;
  arena_reset(&w->memory);
  if (!entry.apart) entry.list = arena_text(&w->memory, entry.list); /* aligned */
  return lists_read(w->store, w->segment, w->key, &entry, &w->memory, &w->postings, e);
}

/* --- Finding --- */

/* The block that has the key if any has. */
static sqlite3_stmt *ask_block(store *s, long long segment, text key, error *e) {
  sqlite3_stmt *find = store_statement(s, STATEMENT_BLOCK_FIND, e);
  if (!find) return NULL;
  sqlite3_bind_int64(find, 1, segment);
  store_bind(find, 2, key);
  return find;
}

bool lists_find(store *s, long long segment, text key, arena *a, block_entry *found, error *e) {
  block_entry entry = {0};
  sqlite3_stmt *find = ask_block(s, segment, key, e);
  if (!find) return false;
  if (sqlite3_step(find) == SQLITE_ROW) {
    text block = {sqlite3_column_blob(find, 0), (size_t)sqlite3_column_bytes(find, 0)};
    if (!block_find(block, key, &entry)) entry = (block_entry){0};
    if (entry.list.size) entry.list = arena_text(a, entry.list);
  }
  *found = entry;
  if (sqlite3_reset(find) != SQLITE_OK) return store_fail(s, "reading the index", e);
  return !arena_failed(a) || error_memory(e);
}

/* The keys that are wanted: at least `from` and below `end`. */
typedef struct key_range {
  text from, end;
  arena *a;
  texts *keys;
  bool more; /* keys behind those of the last block may be wanted, too */
} key_range;

/* Adds those of a block; false where it is damaged. */
static bool add_keys(text block, key_range *r) {
  block_walk w = {.rest = block};
  block_entry entry;
  bool there = block_seek(&w, r->from, &entry);
  for (; there && r->more; there = r->more && block_step(&w, &entry)) {
    text key = buffer_text(&w.key);
    r->more = text_compare(key, r->end) < 0;
    if (r->more) *list_push(r->a, r->keys) = arena_text(r->a, key);
  }
  if (w.key.failed) r->a->failed = true;
  buffer_finish(&w.key);
  return arena_failed(r->a) || !r->more || !w.rest.size;
}

/* Adds those of the blocks that a statement gives. */
static bool add_blocks(store *s, sqlite3_stmt *blocks, long long segment, key_range *r, error *e) {
  bool sound = true;
  if (!blocks) return false;
  while (sound && r->more && !arena_failed(r->a) && sqlite3_step(blocks) == SQLITE_ROW) {
    text block = {sqlite3_column_blob(blocks, 0), (size_t)sqlite3_column_bytes(blocks, 0)};
    sound = add_keys(block, r);
  }
  if (sqlite3_reset(blocks) != SQLITE_OK) return store_fail(s, "reading the index", e);
  return sound || lists_damaged(s, segment, e);
}

/* The blocks that begin within the range. */
static sqlite3_stmt *ask_blocks(store *s, long long segment, const key_range *r, error *e) {
  sqlite3_stmt *range = store_statement(s, STATEMENT_BLOCK_RANGE, e);
  if (!range) return NULL;
  sqlite3_bind_int64(range, 1, segment);
  store_bind(range, 2, r->from);
  store_bind(range, 3, r->end);
  return range;
}

/* Mostly the block that has the first of them has all. */
bool lists_keys(store *s, long long segment, text from, text end, arena *a, texts *keys, error *e) {
  key_range r = {from, end, a, keys, true};
  if (!add_blocks(s, ask_block(s, segment, from, e), segment, &r, e)) return false;
  if (r.more && !add_blocks(s, ask_blocks(s, segment, &r, e), segment, &r, e)) return false;
  return !arena_failed(a) || error_memory(e);
}
