/* The RIS reader on any bytes. */
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  return fuzz_reader(&ris_reader, data, size);
}
