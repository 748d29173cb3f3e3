/* The table of writers. A new output format is one file and one row here. */
#include "write/writers.h"

const writer *const writers[] = {
    &writer_text,
    &writer_ids,
    &writer_jsonl,
    &writer_nbib,
    &writer_ris,
    &writer_bibtex,
    &writer_bibtex_latex,
    &writer_csl_json,
    &writer_csv,
    &writer_tsv,
    &writer_markdown,
    &writer_pubmed_abstract,
    &writer_pubmed_summary,
    NULL,
};

const writer *writer_named(text name) {
  for (size_t i = 0; writers[i]; i++)
    if (text_equal_nocase(text_of(writers[i]->name), name)) return writers[i];
  return NULL;
}
