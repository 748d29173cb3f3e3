/* PubMed's stop words. Source: PubMed User Guide, "Stopwords". */
#include <stdlib.h>
#include <string.h>

#include "text/stem.h"

/* Sorted. */
static const char *const stop_words[] = {
    "a",          "about",  "again",     "all",      "almost", "also",
    "although",   "always", "among",     "an",       "and",    "another",
    "any",        "are",    "as",        "at",       "be",     "because",
    "been",       "before", "being",     "between",  "both",   "but",
    "by",         "can",    "could",     "did",      "do",     "does",
    "done",       "due",    "during",    "each",     "either", "enough",
    "especially", "etc",    "for",       "found",    "from",   "further",
    "had",        "has",    "have",      "having",   "here",   "how",
    "however",    "i",      "if",        "in",       "into",   "is",
    "it",         "its",    "itself",    "just",     "kg",     "km",
    "made",       "mainly", "make",      "may",      "mg",     "might",
    "ml",         "mm",     "most",      "mostly",   "must",   "nearly",
    "neither",    "no",     "nor",       "obtained", "of",     "often",
    "on",         "our",    "overall",   "perhaps",  "pmid",   "quite",
    "rather",     "really", "regarding", "seem",     "seen",   "several",
    "should",     "show",   "showed",    "shown",    "shows",  "significantly",
    "since",      "so",     "some",      "such",     "than",   "that",
    "the",        "their",  "theirs",    "them",     "then",   "there",
    "therefore",  "these",  "they",      "this",     "those",  "through",
    "thus",       "to",     "upon",      "various",  "very",   "was",
    "we",         "were",   "what",      "when",     "which",  "while",
    "with",       "within", "without",   "would",
};

static int compare(const void *key, const void *element) {
  return text_compare(*(const text *)key, text_of(*(const char *const *)element));
}

bool word_is_stop(text word) {
  if (word.size > 13) return false;
  return bsearch(&word, stop_words, sizeof stop_words / sizeof *stop_words, sizeof *stop_words,
                 compare) != NULL;
}
