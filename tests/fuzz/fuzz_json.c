/* The readers of JSON formats on any bytes, each on all of them. */
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const reader *const all[] = {&arxiv_json_reader,  &carrel_json_reader,
                                      &csl_json_reader,    &europepmc_json_reader,
                                      &pubmed_json_reader, &reflib_json_reader};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) fuzz_reader(all[i], data, size);
  return 0;
}
