/* Ovid's query language on any bytes, and writing what was read in every language. */
#include <stdint.h>
#include <stdlib.h>

#include "query/ovid.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const query_options options = {.today = 20250615};
  text typed = {(const char *)data, size};
  arena a;
  error e;
  texts lost = {0};
  arena_init(&a);
  error_clear(&e);
  ovid_is_likely(typed);
  query *q = ovid_parse(typed, &options, &a, &e);
  if (q) {
    query_to_ovid(q, &a, &lost);
    query_to_pubmed(q, &a, &lost);
  } else if (e.kind != ERROR_USE || e.offset < 0 || (size_t)e.offset > size) {
    abort();
  }
  arena_finish(&a);
  return 0;
}
