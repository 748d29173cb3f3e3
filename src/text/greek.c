/* The names of the Greek letters, by letter and back. */
#include "text/greek.h"

enum { GREEK_FIRST = 0x3B1 };

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

/* The same names where greek_is_name looks for them. */
const char greek_slots[GREEK_SLOTS][8] = {
    [0] = "\0\0\0\0\0rho",   [2] = "\0\0\0omega",     [4] = "\0\0\0\0\0tau",
    [5] = "\0\0\0sigma",     [6] = "\0\0\0\0\0psi",   [7] = "\0omicron",
    [8] = "\0\0\0\0\0phi",   [10] = "\0\0\0kappa",    [11] = "\0upsilon",
    [12] = "\0\0\0delta",    [13] = "\0\0\0\0\0eta",  [14] = "\0epsilon",
    [17] = "\0\0\0\0\0\0xi", [29] = "\0\0\0\0\0chi",  [30] = "\0\0\0\0zeta",
    [31] = "\0\0\0\0beta",   [32] = "\0\0\0\0\0\0nu", [36] = "\0\0\0gamma",
    [37] = "\0\0\0alpha",    [46] = "\0\0lambda",     [50] = "\0\0\0\0iota",
    [51] = "\0\0\0theta",    [59] = "\0\0\0\0\0\0pi", [62] = "\0\0\0\0\0\0mu",
};

text greek_name(uint32_t code) {
  if (code < GREEK_FIRST || code - GREEK_FIRST >= sizeof names / sizeof *names) return TEXT("");
  return names[code - GREEK_FIRST];
}
