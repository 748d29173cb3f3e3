/* The reader of EndNote XML on any bytes. */
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  return fuzz_reader(&endnote_xml_reader, data, size);
}
