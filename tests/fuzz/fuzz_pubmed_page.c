/* The reader of PubMed pages on any bytes. */
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  return fuzz_reader(&pubmed_page_reader, data, size);
}
