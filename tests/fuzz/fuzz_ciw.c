/* The reader of Web of Science's tagged format on any bytes. */
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  return fuzz_reader(&ciw_reader, data, size);
}
