/* Names of NLM's files. */
#include "ingest/nlm.h"

#include <stdlib.h>
#include <string.h>

static bool take_digits(text *rest, size_t count, long long *number) {
  text digits = text_slice(*rest, 0, count);
  *rest = text_slice(*rest, count, rest->size);
  return digits.size == count && text_all_digits(digits) && text_to_number(digits, number);
}

/* "pubmed26n0123", of older years "medline17n0123", then ".xml" and any compression. */
long long nlm_sequence(const char *path) {
  static const text series[] = {TEXT_STATIC("pubmed"), TEXT_STATIC("medline")};
  const char *slash = strrchr(path, '/');
  text name = text_of(slash ? slash + 1 : path);
  for (size_t i = 0; i < sizeof series / sizeof *series; i++) {
    if (!text_starts(name, series[i])) continue;
    text rest = text_slice(name, series[i].size, name.size);
    long long year, number;
    if (!take_digits(&rest, 2, &year) || !text_starts(rest, TEXT("n"))) return 0;
    rest = text_slice(rest, 1, rest.size);
    if (!take_digits(&rest, 4, &number) || !number) return 0;
    bool whole = text_equal(rest, TEXT(".xml")) || text_starts(rest, TEXT(".xml."));
    return whole ? year * NLM_YEAR + number : 0;
  }
  return 0;
}

text nlm_name(long long sequence, arena *a) {
  return arena_printf(a, "pubmed%02lldn%04lld", sequence / NLM_YEAR, sequence % NLM_YEAR);
}

/* By number, then as they were given. */
static int by_sequence(const void *a, const void *b) {
  const file_entry *x = a, *y = b;
  if (x->sequence != y->sequence) return x->sequence < y->sequence ? -1 : 1;
  return (x->position > y->position) - (x->position < y->position);
}

bool nlm_order(file_list *files) {
  file_entry *numbered = malloc((files->count + 1) * sizeof *numbered);
  if (!numbered) return false;
  size_t count = 0, taken = 0;
  for (size_t i = 0; i < files->count; i++) {
    files->items[i].position = i;
    if (files->items[i].sequence) numbered[count++] = files->items[i];
  }
  qsort(numbered, count, sizeof *numbered, by_sequence);
  for (size_t i = 0; i < files->count; i++)
    if (files->items[i].sequence) files->items[i] = numbered[taken++];
  free(numbered);
  return true;
}
