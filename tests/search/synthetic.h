/* Synthetic records, as tools/carrel-synth makes them. */
#ifndef CARREL_TESTS_SEARCH_SYNTHETIC_H
#define CARREL_TESTS_SEARCH_SYNTHETIC_H

#include <stdint.h>

#include "base/buffer.h"

/* PubMed XML of so many; the caller finishes the buffer. */
buffer synthetic_xml(uint32_t count);

#endif
