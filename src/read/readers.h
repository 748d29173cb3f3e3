/* The readers, one line a format; see reader.h for what they are. */
#ifndef CARREL_READ_READERS_H
#define CARREL_READ_READERS_H

#include "read/reader.h"

extern const reader arxiv_json_reader;
extern const reader bibtex_reader;
extern const reader carrel_json_reader;
extern const reader ciw_reader;
extern const reader csv_reader;
extern const reader embase_reader;
extern const reader ids_reader;
extern const reader csl_json_reader;
extern const reader endnote_xml_reader;
extern const reader europepmc_json_reader;
extern const reader medline_reader;
extern const reader pubmed_abstract_reader;
extern const reader pubmed_json_reader;
extern const reader pubmed_page_reader;
extern const reader pubmed_summary_reader;
extern const reader pubmed_xml_reader;
extern const reader pubtator_reader;
extern const reader reflib_json_reader;
extern const reader ris_reader;
extern const reader tsv_reader;

#endif
