/* Making the indexes and the table of identifiers anew from the articles. */
#include "index/check.h"
#include "index/index.h"
#include "index/tokenizer.h"
#include "index/writer.h"

static bool add_article(store *s, index_writer *w, article_id id, error *e) {
  record r;
  bool there;
  arena a;
  arena_init(&a);
  record_init(&r, &a);
  bool good = article_get(s, id, &r, &there, e) && article_name(s, id, &r, e) &&
              index_writer_add_record(w, id, &r, e);
  arena_finish(&a);
  return good;
}

static bool add_articles(store *s, index_writer *w, const check_watch *watch, error *e) {
  article_id id = 0;
  long long count = 0;
  bool more;
  while (article_next(s, &id, &more, e)) {
    if (!more) return true;
    if (!add_article(s, w, id, e)) return false;
    if (watch->told) watch->told(watch->context, ++count);
  }
  return false;
}

static bool reindex(store *s, const check_watch *watch, error *e) {
  if (!store_execute(s, schema_drop, e) || !index_create(s, e)) return false;
  index_writer *w = index_writer_open(s, e);
  bool good = w && add_articles(s, w, watch, e) && index_writer_flush(w, e);
  index_writer_close(w);
  return good;
}

bool library_reindex(store *s, const check_watch *watch, error *e) {
  error_clear(e);
  if (!tokenizer_register(store_database(s), e) || !store_begin(s, e)) return false;
  if (reindex(s, watch, e) && store_commit(s, e)) return true;
  store_rollback(s);
  return false;
}
