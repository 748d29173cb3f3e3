/* Asking a small library any bytes, as a query in PubMed's language and in Ovid's. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "index/writer.h"
#include "query/strategy.h"
#include "read/readers.h"
#include "search/search.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Invented records with something in most fields. */
static const char records[] =
    "PMID- 1\nTI  - HER2-positive breast cancer and resistance to trastuzumab.\n"
    "AB  - BACKGROUND: TNF-alpha and IL-6 rise. METHODS: Two arms of 40 mice.\n"
    "FAU - Smith, John A\nAU  - Smith JA\nAD  - Department of Oncology, Ghent\n"
    "JT  - Journal of samples\nTA  - J Samples\nIS  - 0000-0019\nDP  - 2019 Mar 5\nLA  - eng\n"
    "MH  - *Breast Neoplasms/drug therapy\nOT  - drug resistance\nPT  - Review\nVI  - 12\n"
    "GR  - R01 CA000001/CA/NCI NIH HHS/United States\nSTAT- MEDLINE\n"
    "\nPMID- 2\nTI  - Colour and tumour.\nDP  - 2021 Winter\nAU  - O'Brien P\nLA  - fre\n"
    "MH  - Humans\nPT  - Clinical Trial\n\nPMID- 3\nTI  - Heart attack.\nDP  - 1999\n";

static char folder[] = "/tmp/carrel-fuzz-XXXXXX", path[64];
static store *library;
static searcher *searching;

static void remove_library(void) {
  searcher_close(searching);
  store_close(library);
  remove(path);
  remove(folder);
}

#define MUST(condition) \
  if (!(condition)) abort()

static void fill_library(error *e) {
  const reader *nbib = reader_named(TEXT("nbib"));
  input *in = input_of_text(text_of(records), "records", e);
  void *state = nbib->open(in, e);
  index_writer *w = index_writer_open(library, e);
  arena a;
  record r;
  arena_init(&a);
  record_init(&r, &a);
  MUST(store_begin(library, e));
  for (article_id id = 1; nbib->next(state, &r, e) == READ_RECORD; id++) {
    article_row row = {0};
    MUST(article_row_fill(&row, &r, e) && article_insert(library, id, &row, 0, e));
    MUST(index_writer_add_record(w, id, &r, e));
    article_row_finish(&row);
    record_init(&r, &a);
  }
  MUST(index_writer_flush(w, e) && store_commit(library, e));
  index_writer_close(w);
  nbib->close(state);
  input_close(in);
  arena_finish(&a);
}

static void open_library(void) {
  error e;
  error_clear(&e);
  MUST(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/library.db", folder);
  library = library_open(path, STORE_WRITE, &e);
  MUST(library);
  fill_library(&e);
  searching = searcher_open(library, &e);
  MUST(searching);
  atexit(remove_library);
}

static void ask(text typed, query_dialect dialect, bool literal) {
  static const query_options options = {.today = 20250615};
  search_request request = {.limit = 2, .literal = literal, .snippets = true};
  arena a;
  error e;
  answer found;
  arena_init(&a);
  error_clear(&e);
  query *q = dialect_parse(typed, dialect, &options, &a, &e);
  if (q && !search_query(searching, q, &request, &a, &found, &e) && e.kind != ERROR_USE) {
    fprintf(stderr, "%.*s: %s\n", TEXT_ARG(query_print(q, &a)), e.message);
    abort();
  }
  arena_finish(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  text typed = {(const char *)data, size};
  if (!library) open_library();
  ask(typed, DIALECT_PUBMED, false);
  ask(typed, DIALECT_OVID, true);
  return 0;
}
