/* What LaTeX writes for letters and signs beyond ASCII, as tables for both directions. */
#ifndef CARREL_BASE_LATEX_H
#define CARREL_BASE_LATEX_H

#include <stdint.h>

#include "base/text.h"

/* The combining character of an accent's command ("'", "v", in formulas "hat"), or 0. */
uint32_t latex_accent(text command);
/* The command of a combining character, or the empty text. */
text latex_accent_command(uint32_t combining);

/* A command without argument that stands for a sign: "ss", "alpha", "times". */
typedef struct latex_sign {
  text command, sign;
  bool formula; /* only in formulas */
} latex_sign;

/* By command, or by the sign that it stands for; NULL where there is none. */
const latex_sign *latex_sign_of_command(text command);
const latex_sign *latex_sign_of(text sign);

#endif
