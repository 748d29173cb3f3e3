/* One identifier a line, as the user would type it: the bare PMID where there is one. A record
 * without any identifier cannot be named and gives no line. Nothing in an identifier can break the
 * line or reach a terminal as a command. */
#include "base/utf8.h"
#include "model/identifier.h"
#include "write/writers.h"

static void ids_hit(output *out, const hit *h) {
  const identifier *id = record_preferred_id(h->record);
  if (!id) return;
  utf8_add_safe(&out->bytes, identifier_short(out->scratch, *id));
  buffer_put(&out->bytes, "\n");
}

const writer writer_ids = {
    .name = "ids",
    .summary = "one identifier a line, the PMID where there is one",
    .carries = "an identifier",
    .hit = ids_hit,
};
