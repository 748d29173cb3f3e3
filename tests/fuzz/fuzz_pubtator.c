/* The reader of PubTator's text on any bytes. */
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  return fuzz_reader(&pubtator_reader, data, size);
}
