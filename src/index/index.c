/* Making the indexes ready for use. */
#include "index/index.h"

#include "index/tokenizer.h"
#include "index/content.h"
#include "text/words.h"

/* One number for how the index is stored, the rules of words and those of content together. */
enum {
  INDEX_FORMAT = 7,
  INDEX_VERSION = INDEX_FORMAT * 1000000 + WORDS_VERSION * 1000 + CONTENT_VERSION
};

static bool index_exists(store *s, bool *exists, error *e) {
  arena a;
  arena_init(&a);
  text version = store_get(s, "index_version", &a, e);
  long long number = 0;
  *exists = text_to_number(version, &number);
  arena_finish(&a);
  if (e->kind != ERROR_NONE) return false;
  if (!*exists || number == INDEX_VERSION) return true;
  return error_set(e, ERROR_DATABASE,
                   "the library was indexed by rules of version %lld, this program has "
                   "version %d: run `carrel check --repair`",
                   number, INDEX_VERSION);
}

bool index_create(store *s, error *e) {
  arena a;
  arena_init(&a);
  bool done = store_execute(s, schema_index, e) &&
              store_set(s, "index_version", arena_printf(&a, "%d", INDEX_VERSION), e);
  arena_finish(&a);
  return done;
}

/* Unless another program has done so meanwhile. */
static bool create_alone(store *s, error *e) {
  bool exists, done = store_begin(s, e) && index_exists(s, &exists, e) &&
                      (exists || index_create(s, e)) && store_commit(s, e);
  if (!done) store_rollback(s);
  return done;
}

bool index_prepare(store *s, store_mode mode, error *e) {
  bool exists;
  error_clear(e);
  if (!tokenizer_register(store_database(s), e) || !index_exists(s, &exists, e)) return false;
  if (exists) return true;
  if (mode == STORE_WRITE) return create_alone(s, e);
  return error_set(e, ERROR_DATABASE, "the library has no index: run `carrel check --repair`");
}

store *library_open(const char *path, store_mode mode, error *e) {
  store *s = store_open(path, mode, e);
  if (!s || index_prepare(s, mode, e)) return s;
  store_close(s);
  return NULL;
}
