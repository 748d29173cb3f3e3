/* PubMed's query language on any bytes: what is read prints as a query that reads the same. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "query/pubmed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const query_options options = {.today = 20250615};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  arena a;
  error e;
  arena_init(&a);
  error_clear(&e);
  query *q = query_parse((text){(const char *)data, size}, &options, &a, &e);
  if (q) {
    text printed = query_to_pubmed(q, &a, NULL);
    query *again = query_parse(printed, &options, &a, &e);
    text first = query_print(q, &a), second = again ? query_print(again, &a) : text_of(e.message);
    if (!text_equal(first, second)) {
      fprintf(stderr, "%.*s\nprints as %.*s\nwhich reads as %.*s\n", TEXT_ARG(first),
              TEXT_ARG(printed), TEXT_ARG(second));
      abort();
    }
  } else if (e.kind != ERROR_USE || e.offset < 0 || (size_t)e.offset > size) {
    abort();
  }
  arena_finish(&a);
  return 0;
}
