/* The readers of PubMed's text formats on any bytes. */
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_reader(&pubmed_summary_reader, data, size);
  return fuzz_reader(&pubmed_abstract_reader, data, size);
}
