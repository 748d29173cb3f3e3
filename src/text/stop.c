/* PubMed's 133 stop words (PubMed User Guide). */
#include <stdint.h>
#include <string.h>

#include "text/stem.h"

enum { STOP_LONGEST = 13 };

/* Where a multiplication of five of its letters puts each word; the factor is one of those that
 * keep them apart. Whoever changes the list must look for another. */
static const char slots[1024][STOP_LONGEST + 1] = {
    [3] = "for",         [9] = "all",        [18] = "a",
    [26] = "without",    [33] = "showed",    [35] = "when",
    [48] = "could",      [51] = "etc",       [58] = "especially",
    [68] = "than",       [78] = "shown",     [90] = "how",
    [96] = "really",     [101] = "we",       [106] = "being",
    [120] = "by",        [137] = "due",      [174] = "very",
    [178] = "found",     [185] = "have",     [200] = "at",
    [207] = "between",   [208] = "again",    [226] = "enough",
    [234] = "either",    [240] = "which",    [243] = "significantly",
    [251] = "that",      [253] = "because",  [256] = "it",
    [261] = "and",       [263] = "overall",  [272] = "seem",
    [277] = "also",      [291] = "make",     [298] = "shows",
    [299] = "were",      [304] = "an",       [308] = "do",
    [337] = "quite",     [339] = "mostly",   [340] = "such",
    [348] = "can",       [350] = "this",     [351] = "itself",
    [355] = "may",       [356] = "was",      [359] = "them",
    [360] = "in",        [377] = "no",       [389] = "any",
    [402] = "on",        [407] = "its",      [409] = "what",
    [415] = "would",     [418] = "almost",   [419] = "to",
    [422] = "ml",        [426] = "among",    [451] = "there",
    [453] = "upon",      [462] = "neither",  [467] = "be",
    [471] = "those",     [474] = "show",     [479] = "pmid",
    [484] = "before",    [493] = "just",     [498] = "while",
    [499] = "if",        [500] = "theirs",   [516] = "each",
    [536] = "here",      [540] = "of",       [546] = "should",
    [556] = "some",      [558] = "into",     [575] = "rather",
    [578] = "does",      [587] = "although", [592] = "has",
    [594] = "regarding", [605] = "been",     [615] = "both",
    [626] = "made",      [633] = "their",    [646] = "often",
    [647] = "had",       [650] = "must",     [652] = "through",
    [656] = "various",   [660] = "but",      [714] = "did",
    [721] = "about",     [725] = "they",     [729] = "as",
    [738] = "from",      [739] = "mainly",   [745] = "done",
    [765] = "nor",       [771] = "are",      [777] = "obtained",
    [785] = "is",        [800] = "thus",     [807] = "using",
    [808] = "since",     [811] = "several",  [814] = "during",
    [815] = "seen",      [827] = "further",  [841] = "having",
    [849] = "always",    [872] = "another",  [874] = "use",
    [890] = "therefore", [901] = "then",     [903] = "km",
    [908] = "might",     [910] = "however",  [917] = "mm",
    [923] = "most",      [924] = "so",       [940] = "our",
    [948] = "within",    [950] = "these",    [959] = "i",
    [965] = "nearly",    [966] = "with",     [968] = "perhaps",
    [995] = "the",       [1001] = "used",    [1007] = "kg",
    [1021] = "mg",
};

bool word_is_stop(text word) {
  if (!word.size || word.size > STOP_LONGEST) return false;
  const unsigned char *letters = (const unsigned char *)word.data;
  uint32_t key = letters[0] | (uint32_t)letters[word.size / 3] << 8 |
                 (uint32_t)letters[word.size / 2] << 16 | (uint32_t)letters[word.size - 1] << 24;
  key += (uint32_t)letters[word.size * 3 / 4] << 4;
  const char *stop = slots[key * 0xb7c9f40bu >> 22];
  return memcmp(stop, word.data, word.size) == 0 && !stop[word.size];
}
