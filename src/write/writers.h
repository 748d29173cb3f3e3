/* The writers, one line a format; see writer.h for what they are. */
#ifndef CARREL_WRITE_WRITERS_H
#define CARREL_WRITE_WRITERS_H

#include "write/writer.h"

extern const writer writer_bibtex;
extern const writer writer_bibtex_latex;
extern const writer writer_csl_json;
extern const writer writer_csv;
extern const writer writer_ids;
extern const writer writer_jsonl;
extern const writer writer_markdown;
extern const writer writer_nbib;
extern const writer writer_pubmed_abstract;
extern const writer writer_pubmed_summary;
extern const writer writer_ris;
extern const writer writer_text;
extern const writer writer_tsv;

#endif
