/* LaTeX into plain text. */
#include "read/latex.h"

#include "support.h"

typedef struct example {
  const char *source, *plain;
} example;

static void check(const example *examples, size_t count, text (*with)(arena *a, text source)) {
  arena a;
  arena_init(&a);
  for (size_t i = 0; i < count; i++)
    assert_text(with(&a, text_of(examples[i].source)), examples[i].plain);
  arena_finish(&a);
}

START_TEST(text_is_plain) {
  static const example examples[] = {
      {"", ""},
      {"Plain.", "Plain."},
      {"{Nested {braces}} go", "Nested braces go"},
      /* Accents in every spelling. */
      {"Schr{\\\"o}dinger", "Schr\u00F6dinger"},
      {"Schr\\\"odinger", "Schr\u00F6dinger"},
      {"Schr\\\"{o}dinger", "Schr\u00F6dinger"},
      {"Schr{\\\" o}dinger", "Schr\u00F6dinger"},
      {"Ci{\\'{c}}, {\\v c}, \\v{c}, \\c{c}", "Ci\u0107, \u010D, \u010D, \u00E7"},
      {"D{\\'\\i}az, D\\'{\\i}az, \\'{\\i}", "D\u00EDaz, D\u00EDaz, \u00ED"},
      {"\\H{o}\\k{a}\\u{g}\\r{a}\\d{s}\\={a}\\.{z}\\~n\\^e\\`a",
       "\u0151\u0105\u011F\u00E5\u1E63\u0101\u017C\u00F1\u00EA\u00E0"},
      {"\\'{\\^e}", "\u1EBF"},
      {"M\\''{u}ller", "M\u00FCller"},
      {"\\~{}x \\^{}", "~x ^"},
      /* Letters and signs. */
      {"Stra\\ss e, \\aa ngstr\\\"om, {\\O}rsted, \\L{}\\'od\\'z",
       "Stra\u00DFe, \u00E5ngstr\u00F6m, \u00D8rsted, \u0141\u00F3d\u017A"},
      {"a\\&b\\%c\\$d\\#e\\_f\\{g\\}", "a&b%c$d#e_f{g}"},
      {"\\textasciitilde{}\\textbackslash{}\\textregistered{}", "~\\\u00AE"},
      {"---, --, ``q'', `s', don't", "\u2014, \u2013, \u201Cq\u201D, \u2018s', don't"},
      {"J.~Roe", "J. Roe"},
      {"10\\,mm a\\-b", "10 mm ab"},
      /* Commands. */
      {"\\textit{In vivo} and {\\em too} \\textbf{x}", "In vivo and too x"},
      {"H\\textsubscript{2}O, Ca\\textsuperscript{2+}", "H\u2082O, Ca\u00B2\u207A"},
      {"\\href{https://x.org}{Example} \\url{https://x.org/a_b}", "Example https://x.org/a_b"},
      {"\\textcolor{red}{x} \\foo{y} \\unknown z", "x y unknown z"},
      {"a\\begin{it}b\\end{it}c", "abc"},
      {"\\ElsevierGlyph{2014}", "\u2014"},
      {"one\\par two\\\\three", "one\ntwo three"},
      /* Formulas. */
      {"$e=mc^2$", "e=mc\u00B2"},
      {"$\\alpha_2$-receptor, $\\Phi$", "\u03B1\u2082-receptor, \u03A6"},
      {"$p < 0.05$, $n=3$, $x$", "p < 0.05, n=3, x"},
      {"$10^{-6}$ \\(\\mu\\)M, $^{18}$F", "10\u207B\u2076 \u03BCM, \u00B9\u2078F"},
      {"$\\frac{a+b}{c}$, $\\sqrt{2}$, $\\mathrm{Ca}^{2+}$", "(a+b)/c, \u221A2, Ca\u00B2\u207A"},
      {"$\\hat{x}$", "x\u0302"},
      {"It costs $5 and $10.", "It costs $5 and $10."},
      {"$ $$ \\", "$ $$ "},
      /* Broken. */
      {"{a", "a"},
      {"a}b", "ab"},
      {"\\'", "'"},
      {"\\textit{a", "a"},
      {"\\frac", "/"},
  };
  check(examples, sizeof examples / sizeof *examples, latex_plain);
}
END_TEST

START_TEST(addresses_stay_as_they_are) {
  static const example examples[] = {
      {"https://x.org/a\\_b--c~d?e=\\%20\\&f", "https://x.org/a_b--c~d?e=%20&f"},
      {"\\url{https://x.org/}", "https://x.org/"},
      {"{10.1000/a{\\_}b}", "10.1000/a_b"},
      {"a\\b", "a\\b"},
  };
  check(examples, sizeof examples / sizeof *examples, latex_verbatim);
}
END_TEST

START_TEST(depth_has_an_end) {
  arena a;
  arena_init(&a);
  text deep = {"", 0};
  for (int i = 0; i < 200; i++) deep = arena_printf(&a, "\\'{%.*s", TEXT_ARG(deep));
  for (int i = 0; i < 200; i++) deep = arena_printf(&a, "%.*s}", TEXT_ARG(deep));
  ck_assert_uint_gt(latex_plain(&a, deep).size, 0);
  arena_finish(&a);
}
END_TEST

SUITE("read/latex", text_is_plain, addresses_stay_as_they_are, depth_has_an_end)
