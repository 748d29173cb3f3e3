/* What becomes of a text in ASCII: its parts, their joined forms, their places. */
#include <string.h>

#include "text/word_cases.h"

static const word_case compounds[] = {
    {"HER2", "her@0 her2@0+2 2@1"},
    {"HER-2", "her@0 her2@0+2 2@1"},
    {"her 2", "her@0 her2@0+2 2@1"},
    {"Her\xE2\x80\x91"
     "2/neu",
     "her@0 her2@0+2 2@1 neu@2"},
    {"HER2-positive", "her@0 her2@0+2 2@1 positive@2"},
    {"HER 2-positive", "her@0 her2@0+2 2@1 positive@2"},
    {"non-HER2", "non@0 nonher2@0+3 her@1 her2@1+2 2@2"},
    {"anti-HER2", "anti@0 her@1 her2@1+2 2@2"},
    {"IL-6/IL6/IL 6", "il@0 il6@0+2 6@1 il@2 il6@2+2 6@3 il@4 il6@4+2 6@5"},
    {"interleukin-6", "interleukin@0 interleukin6@0+2 6@1"},
    {"interleukin 6", "interleukin@0 interleukin6@0+2 6@1"},
    {"IL-17A", "il@0 il17a@0+3 17@1 a@2"},
    {"IL 17A", "il@0 il17a@0+3 17@1 17a@1+2 a@2"},
    {"IL-1β", "il@0 il1beta@0+3 1@1 beta@2"},
    {"IL-1 beta", "il@0 il1beta@0+3 il1@0+2 1@1 beta@2"},
    {"IL-1-beta", "il@0 il1beta@0+3 il1@0+2 1@1 beta@2"},
    {"TNF-α", "tnf@0 tnfalpha@0+2 alpha@1"},
    {"TNF-alpha", "tnf@0 tnfalpha@0+2 alpha@1"},
    {"TNFα", "tnf@0 tnfalpha@0+2 alpha@1"},
    {"TNF alpha", "tnf@0 tnfalpha@0+2 alpha@1"},
    {"TNFalpha", "tnfalpha@0"},
    {"tnf\xE2\x80\x93α", "tnf@0 tnfalpha@0+2 alpha@1"},
    {"TNF- alpha", "tnf@0 alpha@1"},
    {"COVID-19", "covid@0 covid19@0+2 19@1"},
    {"SARS-CoV-2", "sars@0 cov@1 cov2@1+2 2@2"},
    {"CD4+", "cd@0 cd4@0+2 4@1"},
    {"CD4+CD25+ cells", "cd@0 cd4@0+2 4@1 cd@2 cd25@2+2 25@3 cells@4"},
    {"p53", "p@0 p53@0+2 53@1"},
    {"PI3K", "pi@0 pi3k@0+3 3@1 k@2"},
    {"PI 3K", "pi@0 pi3k@0+3 3@1 3k@1+2 k@2"},
    {"PI 3-kinase", "pi@0 pi3@0+2 3@1 kinase@2"},
    {"CTLA-4", "ctla@0 ctla4@0+2 4@1"},
    {"TGF-β1", "tgf@0 tgfbeta1@0+3 beta@1 1@2"},
    {"TGF-beta1", "tgf@0 tgfbeta1@0+3 beta@1 1@2"},
    {"TGF beta 1", "tgf@0 tgfbeta1@0+3 tgfbeta@0+2 beta@1 beta1@1+2 1@2"},
    {"PD-L1", "pd@0 pdl1@0+3 l@1 l1@1+2 1@2"},
    {"PDL1", "pdl@0 pdl1@0+2 1@1"},
    {"PD L1", "pd@0 l@1 l1@1+2 1@2"},
    {"PD-1/PD-L1", "pd@0 pd1@0+2 1@1 pd@2 pdl1@2+3 l@3 l1@3+2 1@4"},
    {"5-HT", "5@0 5ht@0+2 ht@1"},
    {"5-HT2A", "5@0 5ht2a@0+4 ht@1 ht2a@1+3 2@2 a@3"},
    {"5HT2A", "5@0 5ht2a@0+4 ht@1 2@2 a@3"},
    {"brain 5-HT", "brain@0 5@1 5ht@1+2 ht@2"},
    {"type 2", "type@0 type2@0+2 2@1"},
    {"type 2b", "type@0 type2b@0+3 2@1 2b@1+2 b@2"},
    {"type 2-like", "type@0 type2@0+2 2@1 like@2"},
    {"type 2-4", "type@0 2@1 4@2"},
    {"in 2 patients", "in@0 2@1 patients@2"},
    {"grade 3", "grade@0 grade3@0+2 3@1"},
    {"grade 3/4", "grade@0 grade3@0+2 3@1 4@2"},
    {"aged 50%", "aged@0 50@1"},
    {"CI 1.2", "ci@0 1@1 2@2"},
    {"CI 1,200", "ci@0 1@1 200@2"},
    {"ratio 1:2", "ratio@0 1@1 2@2"},
    {"room 1234", "room@0 1234@1"},
    {"a 2", "a@0 2@1"},
    {"week 12 and 24", "week@0 week12@0+2 12@1 and@2 24@3"},
    {"CDK4/6", "cdk@0 cdk4@0+2 4@1 6@2"},
    {"CDK 4/6", "cdk@0 cdk4@0+2 4@1 6@2"},
    {"2010-2015", "2010@0 2015@1"},
    {"miR-21-5p", "mir@0 mir21@0+2 21@1 5@2 5p@2+2 p@3"},
    {"17β-estradiol", "17@0 17beta@0+2 beta@1 estradiol@2"},
    {"17-beta-estradiol", "17@0 17beta@0+2 beta@1 estradiol@2"},
    {"17 beta-estradiol", "17@0 17beta@0+2 beta@1 estradiol@2"},
    {"5α-reductase", "5@0 5alpha@0+2 alpha@1 reductase@2"},
    {"interferon-γ", "interferon@0 interferongamma@0+2 gamma@1"},
    {"interferon gamma", "interferon@0 interferongamma@0+2 gamma@1"},
    {"α-synuclein", "alpha@0 synuclein@1"},
    {"αSMA", "alpha@0 alphasma@0+2 sma@1"},
    {"αβ T cells", "alpha@0 alphabetat@0+3 alphabeta@0+2 beta@1 t@2 cells@3"},
    {"γδ and gamma delta", "gamma@0 gammadelta@0+2 delta@1 and@2 gamma@3 gammadelta@3+2 delta@4"},
    {"Gβγ", "g@0 gbetagamma@0+3 beta@1 gamma@2"},
    {"of alpha", "of@0 alpha@1"},
    {"5 mg/kg", "5@0 mg@1 kg@2"},
    {"24-h", "24@0 24h@0+2 h@1"},
    {"24h", "24@0 24h@0+2 h@1"},
    {"1-2-3", "1@0 2@1 3@2"},
    {"0.05", "0@0 05@1"},
    {"p<0.001", "p@0 0@1 001@2"},
    {"H2O2", "h@0 h2o2@0+4 2@1 o@2 2@3"},
    {"NF-κB", "nf@0 nfkappab@0+3 kappa@1 b@2"},
    {"NF-kappaB", "nf@0 nfkappab@0+2 kappab@1"},
    {"A1B2C3", "a@0 a1b2c3@0+6 1@1 b@2 2@3 c@4 3@5"},
    {"A1B2C3D4", "a@0 1@1 b@2 2@3 c@4 3@5 d@6 4@7"},
    {"a1b2c3-ab1", "a@0 a1b2c3@0+6 1@1 b@2 2@3 c@4 3@5 ab@6 1@7"},
    {"1a-2b-3c", "1@0 1a2b3c@0+6 a@1 2@2 b@3 3@4 c@5"},
    {"PD-PD-L1", "pd@0 pd@1 pdl1@1+3 l@2 l1@2+2 1@3"},
    {"abcdefghijklmnopqrstuvwxyzabcde-12", "abcdefghijklmnopqrstuvwxyzabcde@0 12@1"},
    {"abcdefghijklmnopqrstuvwxyzabcdef-12", "abcdefghijklmnopqrstuvwxyzabcdef@0 12@1"},
    {"HLA-DRB1*04:01", "hla@0 hladrb1@0+3 drb@1 drb1@1+2 1@2 04@3 01@4"},
    {"cyclin D1", "cyclin@0 d@1 d1@1+2 1@2"},
    {"vitamin B12", "vitamin@0 b@1 b12@1+2 12@2"},
    {"rs1801133", "rs@0 rs1801133@0+2 1801133@1"},
    {"NCT01234567", "nct@0 nct01234567@0+2 01234567@1"},
    {"10.1016/j.cell.2020.01.001", "10@0 1016@1 j@2 cell@3 2020@4 01@5 001@6"},
    {"http://www.x.org/a_b", "http@0 www@1 x@2 org@3 a@4 b@5"},
    {"Na+/K+-ATPase", "na@0 k@1 atpase@2"},
    {"BRCA1/2", "brca@0 brca1@0+2 1@1 2@2"},
    {"E. coli O157:H7", "e@0 coli@1 o@2 o157@2+2 157@3 h@4 h7@4+2 7@5"},
    {"NFκB", "nf@0 nfkappab@0+3 kappa@1 b@2"},
    {"NFkappaB", "nfkappab@0"},
    {"NF-kappa B", "nf@0 nfkappab@0+3 nfkappa@0+2 kappa@1 b@2"},
    {"NF kappa B", "nf@0 nfkappab@0+3 nfkappa@0+2 kappa@1 kappab@1+2 b@2"},
    {"IκB", "i@0 ikappab@0+3 kappa@1 b@2"},
    {"I-kappaB", "i@0 ikappab@0+2 kappab@1"},
    {"TGF-beta a", "tgf@0 tgfbeta@0+2 beta@1 a@2"},
    {"mother-child", "mother@0 child@1"},
    {"HER2 (HER-2)", "her@0 her2@0+2 2@1 her@2 her2@2+2 2@3"},
    {"HER--2", "her@0 2@1"},
    {"HER - 2", "her@0 2@1"},
    {"HER  2", "her@0 2@1"},
    {"1H-NMR", "1@0 1h@0+2 h@1 nmr@2"},
    {"3-D", "3@0 3d@0+2 d@1"},
    {"2-to-4", "2@0 2to4@0+3 to@1 to4@1+2 4@2"},
    {"T-cell", "t@0 cell@1"},
    {"p-value", "p@0 value@1"},
    {"18F-FDG", "18@0 18f@0+2 f@1 fdg@2"},
    {"ω-3", "omega@0 omega3@0+2 3@1"},
    {"omega-3", "omega@0 omega3@0+2 3@1"},
    {"omega 3", "omega@0 omega3@0+2 3@1"},
    {"vitamin D3", "vitamin@0 d@1 d3@1+2 3@2"},
    {"25(OH)D", "25@0 oh@1 d@2"},
    {"B-cell 2", "b@0 cell@1 cell2@1+2 2@2"},
    {"caspase-3/7", "caspase@0 caspase3@0+2 3@1 7@2"},
    {"1,25-dihydroxyvitamin D", "1@0 25@1 dihydroxyvitamin@2 d@3"},
    {"ph 7.4", "ph@0 7@1 4@2"},
    {"at 37 degrees", "at@0 37@1 degrees@2"},
    {"t(9;22)(q34;q11)", "t@0 9@1 22@2 q@3 q34@3+2 34@4 q@5 q11@5+2 11@6"},
    {"χ2", "chi@0 chi2@0+2 2@1"},
    {"chi-2", "chi@0 chi2@0+2 2@1"},
    {"G-CSF", "g@0 csf@1"},
    {"GM-CSF", "gm@0 csf@1"},
    {"Ca2+", "ca@0 ca2@0+2 2@1"},
    {"5'-AMP", "5@0 amp@1"},
    {"90Y", "90@0 90y@0+2 y@1"},
    {"6-OHDA", "6@0 ohda@1"},
    {"MCF-7", "mcf@0 mcf7@0+2 7@1"},
    {"HepG2", "hepg@0 hepg2@0+2 2@1"},
    {"K562", "k@0 k562@0+2 562@1"},
    {"COX-2", "cox@0 cox2@0+2 2@1"},
    {"Cox2", "cox@0 cox2@0+2 2@1"},
    {"Bcl-xL", "bcl@0 xl@1"},
    {"bcl-2/bax", "bcl@0 bcl2@0+2 2@1 bax@2"},
    {"MMP-2 and -9", "mmp@0 mmp2@0+2 2@1 and@2 9@3"},
};

START_TEST(compounds_are_joined) { CHECK_WORD_CASES(compounds); }
END_TEST

START_TEST(queries_in_any_case_give_the_same_words) {
  words *upper = words_create(), *lower = words_create();
  word u, l;
  for (size_t i = 0; i < sizeof compounds / sizeof *compounds; i++) {
    char folded[64];
    size_t size = strlen(compounds[i].source);
    ck_assert_uint_lt(size, sizeof folded);
    for (size_t k = 0; k < size; k++) folded[k] = ascii_lower(compounds[i].source[k]);
    words_start(upper, text_of(compounds[i].source));
    words_start(lower, (text){folded, size});
    while (words_next(upper, &u)) {
      ck_assert(words_next(lower, &l));
      ck_assert(text_equal(u.text, l.text) && u.position == l.position && u.parts == l.parts);
    }
    ck_assert(!words_next(lower, &l));
  }
  words_destroy(upper), words_destroy(lower);
}
END_TEST

/* What each word came from, as it stands in the source. */
START_TEST(words_know_where_they_come_from) {
  static const struct {
    const char *source, *origins;
  } cases[] = {
      {"The HER-2 gene", "The|HER|HER-2|2|gene|"},
      {"TNF\xCE\xB1, TNF-alpha", "TNF|TNF\xCE\xB1|\xCE\xB1|TNF|TNF-alpha|alpha|"},
      {"Sjo\xCC\x88gren cafe\xCC\x81", "Sjo\xCC\x88gren|cafe\xCC\x81|"},
      {"x can\xC2\xADser y", "x|can\xC2\xADser|y|"},
      {"рак\xC2\xAD лёг", "рак\xC2\xAD|лёг|"},
      {"か\xE3\x82\x99ん 2", "か\xE3\x82\x99|ん|2|"},
      {"жжか\xE2\x80\x8D\xE3\x82\x99ん", "жж|か\xE2\x80\x8D\xE3\x82\x99|ん|"},
      {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB x", "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB|x|"},
      {"καλός HER2", "καλός|HER|HER2|2|"},
      {"κύτταροTNF x", "κύτταρο|κύτταροTNF|TNF|x|"},
      {"\xCC\x81"
       "ab c",
       "ab|c|"},
      {"1\xC2\xBD mg", "1|\xC2\xBD|\xC2\xBD|mg|"},
      {"\xE7\x99\x8C\xE7\x97\x87 HER2", "\xE7\x99\x8C|\xE7\x97\x87|HER|HER2|2|"},
      {"CO\xE2\x82\x82 is \xCE\xBC"
       "m",
       "CO|CO\xE2\x82\x82|\xE2\x82\x82|is|\xCE\xBC|m|"},
  };
  words *w = words_create();
  buffer found = {0};
  word next;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    text source = text_of(cases[i].source);
    buffer_clear(&found);
    words_start(w, source);
    while (words_next(w, &next))
      buffer_printf(&found, "%.*s|", TEXT_ARG(text_slice(source, next.from, next.to)));
    assert_text(buffer_text(&found), cases[i].origins);
  }
  buffer_finish(&found);
  words_destroy(w);
}
END_TEST

START_TEST(long_words_are_cut_between_characters) {
  words *w = words_create();
  word next;
  char letters[2 * WORD_LONGEST + 1];
  letters[0] = 'x';
  for (size_t i = 1; i + 1 < sizeof letters; i += 2) memcpy(letters + i, "\xD0\xB6", 2);
  words_start(w, (text){letters, sizeof letters - 1 + 1});
  ck_assert(words_next(w, &next));
  ck_assert_uint_eq(next.text.size, WORD_LONGEST - 1);
  ck_assert_uint_eq(next.from, 0);
  ck_assert_uint_eq(next.to, sizeof letters);
  ck_assert(!words_next(w, &next));
  words_destroy(w);
}
END_TEST

START_TEST(a_walk_can_begin_again) {
  words *w = words_create();
  word next;
  ck_assert(!words_next(w, &next));
  words_start(w, TEXT("IL-6 and TNF-\xCE\xB1"));
  ck_assert(words_next(w, &next));
  words_start(w, TEXT("gene"));
  ck_assert(words_next(w, &next));
  assert_text(next.text, "gene");
  ck_assert_uint_eq(next.position, 0);
  ck_assert_uint_eq(next.from, 0);
  ck_assert(!words_next(w, &next) && !words_next(w, &next));
  words_start(w, (text){NULL, 0});
  ck_assert(!words_next(w, &next));
  words_destroy(w);
}
END_TEST

SUITE("text/words", compounds_are_joined, queries_in_any_case_give_the_same_words,
      words_know_where_they_come_from, long_words_are_cut_between_characters,
      a_walk_can_begin_again)
