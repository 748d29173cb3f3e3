/* Markup, formulas and entities inside texts, through the titles of invented PubMed records. */
#include "read/pubmed_xml_cases.h"

START_TEST(markup_becomes_plain_text) {
  static const part_case cases[] = {
      {"<b>Bold</b>, <i>it<u>al</u>ic</i>", "'title':'Bold, italic'"},
      {"CO<sub>2</sub> and H<sub>3</sub>O<sup>+</sup>", "'title':'CO₂ and H₃O⁺'"},
      {"10<sup>-3</sup> m·s<sup>−1</sup>", "'title':'10⁻³ m·s⁻¹'"},
      {"<sup>99m</sup>Tc, x<sup>n</sup>", "'title':'⁹⁹ᵐTc, xⁿ'"},
      {"BRAF<sup>V600E</sup> p53<sup>+/-</sup>", "'title':'BRAF^V600E p53^+/-'"},
      {"Apc<sup>min</sup> 1<sup>st</sup> X<sup>®</sup>", "'title':'Apc^min 1st X®'"},
      {"LE<sub>min</sub>, <sub>V</sub>MLSS", "'title':'LEₘᵢₙ, VMLSS'"},
      {"a<sup> 2 </sup>b", "'title':'a ² b'"},
      {"a<sup/>b<sub> </sub>c", "'title':'ab c'"},
      {"a<sup>b<sub>2</sub></sup>", "'title':'a^b₂'"},
      {"<sup><i>a</i></sup>", "'title':'ᵃ'"},
      {" \n two\t\twords \n", "'title':'two words'"},
      {"a long title that needs eight bytes  and more",
       "'title':'a long title that needs eight "
       "bytes and more'"},
      {"a long title that needs a line\nbreak", "'title':'a long title that needs a line break'"},
      {"<x:unknown xmlns:x='urn:x'>kept <y>too</y></x:unknown>", "'title':'kept too'"},
      {"before<DispFormula>x</DispFormula>after", "'title':'before x after'"},
      {"<![CDATA[a < b & c]]>", "'title':'a < b & c'"},
      {"one<!-- nothing -->two<?none?>", "'title':'onetwo'"},
  };
  CHECK_TITLE(cases);
}
END_TEST

#define MATH(inner) \
  "<mml:math xmlns:mml='http://www.w3.org/1998/Math/MathML'>\n  " inner "\n</mml:math>"
#define MI(x) "<mml:mi>" x "</mml:mi>"
#define MN(x) "<mml:mn> " x " </mml:mn>"
#define MO(x) "<mml:mo>" x "</mml:mo>"
#define ROW(x) "<mml:mrow>\n" x "\n</mml:mrow>"

START_TEST(formulas_become_one_line) {
  static const part_case cases[] = {
      {MATH("<mml:mfrac>" MI("a") MI("b") "</mml:mfrac>"), "'title':'a/b'"},
      {MATH("<mml:mfrac>" ROW(MI("a") MO("+") MN("1")) MI("b") "</mml:mfrac>"), "'(a+1)/b'"},
      {MATH("<mml:mfrac>" ROW(MO("(") MI("a") MO("+") MN("1") MO(")")) MI("b") "</mml:mfrac>"),
       "'(a+1)/b'"},
      {MATH("<mml:msup>" MI("x") MN("2") "</mml:msup>"), "'x²'"},
      {MATH("<mml:msup>" MI("e") ROW(MI("n") MO("/") MN("2")) "</mml:msup>"), "'e^(n/2)'"},
      {MATH("<mml:msup>" MI("A") MI("T") "</mml:msup>"), "'A^T'"},
      {MATH("<mml:msub>" MI("x") MI("i") "</mml:msub>"), "'x_i'"},
      {MATH("<mml:msub>" MI("x") MN("12") "</mml:msub>"), "'x₁₂'"},
      {MATH("<mml:msubsup>" MI("η") MI("p") MN("2") "</mml:msubsup>"), "'η_p²'"},
      {MATH("<mml:msqrt>" MI("x") "</mml:msqrt>"), "'√(x)'"},
      {MATH("<mml:mroot>" MI("x") MN("3") "</mml:mroot>"), "'³√(x)'"},
      {MATH("<mml:mroot>" MI("x") MI("Q") "</mml:mroot>"), "'Q √(x)'"},
      {MATH("<mml:mover>" MI("V") MO(".") "</mml:mover>"), "'V̇'"},
      {MATH("<mml:mover>" MI("x") MO("¯") "</mml:mover>"), "'x̄'"},
      {MATH("<mml:mover>" MI("x") MI("Q") "</mml:mover>"), "'x^Q'"},
      {MATH("<mml:munderover>" MO("∑") ROW(MI("i") MO("=") MN("1")) MI("n") "</mml:munderover>"),
       "'∑_(i=1)ⁿ'"},
      {MATH("<mml:mmultiscripts>" MI("He") "<mml:mprescripts/><mml:none/>" MN(
           "3") "</mml:mmultiscripts>"),
       "'³He'"},
      {MATH("<mml:mmultiscripts>" MI("C") MN("2") "<mml:none/><mml:mprescripts/>" MN("6")
                MN("14") "</mml:mmultiscripts>"),
       "'₆¹⁴C₂'"},
      {MATH("<mml:mfenced open='[' close=')'>" MI("a") MI("b") "</mml:mfenced>"), "'[a, b)'"},
      {MATH("<mml:mfenced>" MI("a") "</mml:mfenced>"), "'(a)'"},
      {MATH("<mml:mfenced separators='|'>" MI("a") MI("b") "</mml:mfenced>"), "'(a|b)'"},
      {MATH("<mml:mtable><mml:mtr><mml:mtd>" MN("1") "</mml:mtd><mml:mtd>" MN(
           "2") "</mml:mtd></mml:mtr><mml:mtr><mml:mtd>" MN("3") "</mml:mtd></mml:mtr></"
                                                                 "mml:mtable>"),
       "'[1, 2; 3]'"},
      {MATH("<mml:semantics>" MI("x") "<mml:annotation>hidden</mml:annotation></mml:semantics>"),
       "'title':'x'"},
      {MATH(MN("2") MO("&#x2062;") MI("x") "<mml:mspace/>"
                                           "<mml:mtext> if </mml:mtext>"),
       "'title':'2x if'"},
      {"VO" MATH("<mml:mprescripts/><mml:mfrac/><mml:msup>" MI("x") "</mml:msup>"),
       "'title':'VO/x'"},
      {"<math><matrix><matrixrow><cn> 0 </cn> <cn> 1 </cn></matrixrow></matrix><infinity/></math>",
       "'[0, 1]∞'"},
  };
  CHECK_TITLE(cases);
}
END_TEST

START_TEST(deep_markup_is_read_without_its_tags) {
  arena a;
  arena_init(&a);
  buffer deep = {0};
  for (int i = 0; i < 500; i++) buffer_put(&deep, "<sup>");
  buffer_put(&deep, "2");
  for (int i = 0; i < 500; i++) buffer_put(&deep, "</sup>");
  part_case c = {arena_string(&a, buffer_text(&deep)), "'title':'²'"};
  check_part(TITLE_BEFORE, &c, TITLE_AFTER);
  buffer_finish(&deep);
  arena_finish(&a);
}
END_TEST

#define EXTERNAL \
  "<!DOCTYPE PubmedArticleSet PUBLIC '-//NLM//DTD Invented//EN' 'http://x.example/p.dtd'>\n"
#define TITLED(title)                                             \
  "<PubmedArticle><MedlineCitation><Article><ArticleTitle>" title \
  "</ArticleTitle></Article></MedlineCitation></PubmedArticle>"

START_TEST(entities) {
  static const part_case cases[] = {
      {EXTERNAL TITLED("TNF-&alpha; caf&eacute; &lt; &#946;"), "'title':'TNF-α café < β'"},
      {TITLED("TNF-&alpha;&Omega;&thetasym;&AElig;&zwnj;"), "'title':'TNF-αΩϑÆ"},
      {EXTERNAL TITLED("a&nbsp;b"), "'title':'a\u00A0b'"},
      {TITLED("a &unheard-of; b"), "'title':'a &unheard-of; b'"},
      {"<!DOCTYPE x [<!ENTITY own 'mine'>]>" TITLED("&own;"), "'title':'mine'"},
  };
  check_parts("", cases, COUNT(cases), "");
}
END_TEST

START_TEST(entities_that_attack_are_refused) {
  static const part_case cases[] = {
      {"<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>" TITLED("&b;"), "failed: refused: "},
      {"<!DOCTYPE x [<!ENTITY % p 'ha'><!ENTITY b '%p;'>]>" TITLED("&b;"), "failed: "},
      {"<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>" TITLED("a&f;b"), "'title':'ab'"},
  };
  check_parts("", cases, COUNT(cases), "");
  arena a;
  arena_init(&a);
  buffer many = {0}, long_one = {0};
  buffer_put(&many, "<!DOCTYPE x [");
  for (int i = 0; i < 50; i++) buffer_printf(&many, "<!ENTITY e%d 'x'>", i);
  buffer_put(&many, "]>" TITLED("&e1;"));
  buffer_printf(&long_one, "<!DOCTYPE x [<!ENTITY e '%01000d'>]>" TITLED("&e;"), 0);
  const part_case built[] = {
      {arena_string(&a, buffer_text(&many)), "failed: refused: "},
      {arena_string(&a, buffer_text(&long_one)), "failed: refused: "},
  };
  check_parts("", built, COUNT(built), "");
  buffer_finish(&many);
  buffer_finish(&long_one);
  arena_finish(&a);
}
END_TEST

SUITE("read/xml_text", markup_becomes_plain_text, formulas_become_one_line,
      deep_markup_is_read_without_its_tags, entities, entities_that_attack_are_refused)
