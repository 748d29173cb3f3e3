/* The readers of tables on any bytes. */
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_reader(&tsv_reader, data, size);
  fuzz_reader(&embase_reader, data, size);
  return fuzz_reader(&csv_reader, data, size);
}
