/* The table of readers. A new input format is one file and one row here. */
#include "read/readers.h"

const reader *const readers[] = {
    &arxiv_json_reader,
    &bibtex_reader,
    &carrel_json_reader,
    &ciw_reader,
    &csl_json_reader,
    &csv_reader,
    &embase_reader,
    &endnote_xml_reader,
    &europepmc_json_reader,
    &ids_reader,
    &medline_reader,
    &pubmed_abstract_reader,
    &pubmed_json_reader,
    &pubmed_page_reader,
    &pubmed_summary_reader,
    &pubmed_xml_reader,
    &pubtator_reader,
    &reflib_json_reader,
    &ris_reader,
    &tsv_reader,
    NULL,
};

const reader *reader_named(text name) {
  for (size_t i = 0; readers[i]; i++)
    if (text_equal_nocase(text_of(readers[i]->name), name)) return readers[i];
  return NULL;
}

const reader *reader_recognise(text head) {
  const reader *best = NULL;
  int surest = 0;
  for (size_t i = 0; readers[i]; i++) {
    int sure = readers[i]->recognises(head);
    if (sure > surest) surest = sure, best = readers[i];
  }
  return best;
}
