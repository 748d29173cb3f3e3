/* Europe PMC's JSON: answers of its search ("resultType" core and lite), or the results alone, in
 * an array or one a line. What members mean stands in europepmc_fields.c. */
#include "read/europepmc_json.h"

#include "read/json_items.h"
#include "read/readers.h"

static const json_wrapper wrappers[] = {{TEXT_STATIC("resultList"), TEXT_STATIC("result")}};

static bool fill(record *r, const json_t *item, text bytes, error *e) {
  (void)bytes;
  return europepmc_fill(r, item) ||
         error_set(e, ERROR_INPUT, "a result without title, author or anything else to keep");
}

static const json_format format = {wrappers, sizeof wrappers / sizeof *wrappers, fill};

static int recognises(text head) {
  static const char *const answer[] = {"resultList", NULL};
  static const char *const needed[] = {"id", "source", "title", NULL};
  static const char *const own[] = {"authorString", "pubYear",      "journalInfo", "isOpenAccess",
                                    "inEPMC",       "citedByCount", "pmcid",       NULL};
  text keys[JSON_HEAD_KEYS];
  size_t count = json_head_keys(head, keys);
  if (json_keys_among(keys, count, answer)) return 90;
  if (json_keys_among(keys, count, needed) < 3) return 0;
  return json_keys_among(keys, count, own) > 1 ? 90 : 0;
}

static void *open_results(input *in, error *e) { return json_reader_open(in, &format, e); }

const reader europepmc_json_reader = {
    .name = "europepmc",
    .summary = "JSON of Europe PMC's search, core or lite",
    .carries = "nearly everything PubMed has, but for references; preprints",
    .recognises = recognises,
    .open = open_results,
    .next = json_reader_next,
    .close = json_reader_close,
};
