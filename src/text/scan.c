/* What each byte of folded text is. */
#include "text/scan.h"

#define TWO(class) class, class
#define EIGHT(class) TWO(class), TWO(class), TWO(class), TWO(class)
#define SIXTEEN(class) EIGHT(class), EIGHT(class)
#define THIRTY_TWO(class) SIXTEEN(class), SIXTEEN(class)

/* NUL is the end: folding leaves none inside. */
const uint8_t scan_classes[256] = {
    [0] = SCAN_END,
    ['\t'] = SCAN_SPACE,
    ['\n'] = SCAN_SPACE,
    ['\v'] = SCAN_SPACE,
    ['\f'] = SCAN_SPACE,
    ['\r'] = SCAN_SPACE,
    [0x1E] = SCAN_SEPARATOR,
    [' '] = SCAN_SPACE,
    ['-'] = SCAN_HYPHEN,
    /* clang-format off */
    ['0'] = EIGHT(SCAN_DIGIT), TWO(SCAN_DIGIT),
    ['a'] = SIXTEEN(SCAN_LETTER), EIGHT(SCAN_LETTER), TWO(SCAN_LETTER),
    [0x80] = THIRTY_TWO(SCAN_LETTER), THIRTY_TWO(SCAN_LETTER), THIRTY_TWO(SCAN_LETTER),
    SIXTEEN(SCAN_LETTER), EIGHT(SCAN_LETTER), TWO(SCAN_LETTER), TWO(SCAN_LETTER),
    TWO(SCAN_LETTER), /* and 0xFE, FOLD_CUT: */ SCAN_OTHER, SCAN_JOINT,
    /* clang-format on */
};
