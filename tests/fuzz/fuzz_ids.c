/* The reader of lists of identifiers on any bytes. */
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  return fuzz_reader(&ids_reader, data, size);
}
