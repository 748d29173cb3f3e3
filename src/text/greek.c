/* The names of the Greek letters, by letter and back. */
#include "text/greek.h"

#include "text/scan.h"

enum { GREEK_FIRST = 0x3B1, GREEK_LONGEST = 7 };

/* In the order of Unicode; sigma twice, as it has a final form. */
static const text names[] = {
    TEXT_STATIC("alpha"),   TEXT_STATIC("beta"),  TEXT_STATIC("gamma"),   TEXT_STATIC("delta"),
    TEXT_STATIC("epsilon"), TEXT_STATIC("zeta"),  TEXT_STATIC("eta"),     TEXT_STATIC("theta"),
    TEXT_STATIC("iota"),    TEXT_STATIC("kappa"), TEXT_STATIC("lambda"),  TEXT_STATIC("mu"),
    TEXT_STATIC("nu"),      TEXT_STATIC("xi"),    TEXT_STATIC("omicron"), TEXT_STATIC("pi"),
    TEXT_STATIC("rho"),     TEXT_STATIC("sigma"), TEXT_STATIC("sigma"),   TEXT_STATIC("tau"),
    TEXT_STATIC("upsilon"), TEXT_STATIC("phi"),   TEXT_STATIC("chi"),     TEXT_STATIC("psi"),
    TEXT_STATIC("omega"),
};

/* The same names where a multiplication of their eight bytes puts them; the factor is one of those
 * that keep them apart. Every word of a text is looked up here. */
static const char slots[64][8] = {
    [1] = "pi",     [2] = "psi",      [3] = "beta",     [4] = "delta",  [6] = "iota",
    [7] = "lambda", [11] = "zeta",    [14] = "epsilon", [16] = "eta",   [21] = "omega",
    [22] = "mu",    [28] = "alpha",   [29] = "kappa",   [33] = "phi",   [36] = "tau",
    [39] = "rho",   [41] = "upsilon", [46] = "xi",      [49] = "sigma", [53] = "omicron",
    [54] = "theta", [56] = "chi",     [57] = "gamma",   [60] = "nu",
};

text greek_name(uint32_t code) {
  if (code < GREEK_FIRST || code - GREEK_FIRST >= sizeof names / sizeof *names) return TEXT("");
  return names[code - GREEK_FIRST];
}

bool greek_is_name(const char *word, size_t size) {
  if (size > GREEK_LONGEST) return false;
  uint64_t bytes = scan_load(word) & (((uint64_t)1 << (8 * size)) - 1);
  return bytes == scan_load(slots[bytes * 0x96977c944e7360e1u >> 58]);
}
