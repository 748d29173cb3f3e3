/* Strategies on any bytes, written in every language. */
#include <stdint.h>
#include <stdlib.h>

#include "query/opensearch.h"
#include "query/strategy.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  text typed = {(const char *)data, size};
  arena a;
  error e;
  strategy s;
  texts notes = {0};
  query_options options = {.today = 20250615, .notes = &notes};
  arena_init(&a);
  error_clear(&e);
  if (strategy_parse(typed, DIALECT_ANY, &options, &a, &s, &e)) {
    strategy_write(&s, DIALECT_PUBMED, &a, &notes);
    strategy_write(&s, DIALECT_OVID, &a, &notes);
    for (size_t i = 0; i < s.lines.count; i++)
      if (s.lines.items[i].tree->leaves < 1000)
        query_to_opensearch(s.lines.items[i].tree, &a, &notes);
  } else if (e.kind != ERROR_USE || e.offset < 0 || (size_t)e.offset > size) {
    abort();
  }
  arena_finish(&a);
  return 0;
}
