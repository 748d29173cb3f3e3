/* Markup and character references out of values. */
#include "read/plain.h"

#include "support.h"

START_TEST(markup_goes_and_text_stays) {
  static const struct {
    const char *source, *plain;
  } cases[] = {
      {"", ""},
      {"  a \n b ", "a b"},
      {"<i>In vivo</i> <B>x</B>", "In vivo x"},
      {"Ca<sup>2+</sup> and CO<sub>2</sub>", "Ca\u00B2\u207A and CO\u2082"},
      {"BRAF<sup>V600E</sup>", "BRAF^V600E"},
      {"<jats:p>One</jats:p><jats:p>Two</jats:p>", "One Two"},
      {"<p class=\"x\">One<br/>Two</p>", "One Two"},
      {"p<0.05 and q>0.1", "p<0.05 and q>0.1"},
      {"a<b and c>d", "a<b and c>d"},
      {"<5 years; i < b", "<5 years; i < b"},
      {"TNF-&alpha; &amp; x &lt; y", "TNF-\u03B1 & x < y"},
      {"&#945;&#x3B2;&#xD800;&nosuch;&", "\u03B1\u03B2&#xD800;&nosuch;&"},
      {"a&nbsp;b", "a b"},
      {"&lt;i&gt;x&lt;/i&gt;", "x"},
      {"<sup>", ""},
      {"x</sup>y", "xy"},
      {"<", "<"},
  };
  arena a;
  arena_init(&a);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_text(plain_text(&a, text_of(cases[i].source)), cases[i].plain);
  assert_text(plain_paragraphs(&a, TEXT("<p>One</p>\n\n<p>Two  b</p>c")), "One\nTwo b\nc");
  arena_finish(&a);
}
END_TEST

SUITE("read/plain", markup_goes_and_text_stays)
