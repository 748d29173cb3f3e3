/* Characters beyond ASCII, and texts that are folded whole. */
#include "text/word_cases.h"

#include "base/utf8.h"

static const word_case characters[] = {
    {"Crohn's", "crohn@0 s@1"},
    {"Crohn’s", "crohn@0 s@1"},
    {"Crohn\xCA\xBCs", "crohn@0 s@1"},
    {"O'Brien", "o@0 brien@1"},
    {"Sjögren", "sjogren@0"},
    {"MØLLER Łukasz ŒDÈME", "moller@0 lukasz@1 oedeme@2"},
    {"Þórður Đorđe ŋ", "thordur@0 dorde@1 ng@2"},
    {"Straße STRASSE", "strasse@0 strasse@1"},
    {"Straẞe", "strasse@0"},
    {"TGF-ß1", "tgf@0 tgfbeta1@0+3 beta@1 1@2"},
    {"ß-catenin", "beta@0 catenin@1"},
    {"IL-1ß", "il@0 il1beta@0+3 1@1 beta@2"},
    {"ﬁbrosis ﬂow eﬃcient", "fibrosis@0 flow@1 efficient@2"},
    {"naı\xCC\x88ve", "naive@0"},
    {"İzmir ISPARTA ılık", "izmir@0 isparta@1 ilik@2"},
    {"\xC2\xB5m μm", "mu@0 m@1 mu@2 m@3"},
    {"5 \xC2\xB5g", "5@0 mu@1 g@2"},
    {"10\xC2\xB5M", "10@0 mu@1 m@2"},
    {"μ-opioid", "mu@0 opioid@1"},
    {"μ1", "mu@0 mu1@0+2 1@1"},
    {"Igμ chain", "ig@0 igmu@0+2 mu@1 chain@2"},
    {"10⁶", "10@0 6@1"},
    {"10⁻³", "10@0 3@1"},
    {"m² kg/m²", "m@0 m2@0+2 2@1 kg@2 m@3 m2@3+2 2@4"},
    {"CO₂ CO2", "co@0 co2@0+2 2@1 co@2 co2@2+2 2@3"},
    {"Ca²⁺", "ca@0 ca2@0+2 2@1"},
    {"¹⁸F-FDG", "18@0 18f@0+2 f@1 fdg@2"},
    {"½ 2½", "1@0 2@1 2@2 1@3 2@4"},
    {"①②", "12@0"},
    {"H₂O₂", "h@0 h2o2@0+4 2@1 o@2 2@3"},
    {"Ⅳ Ⅻ", "iv@0 xii@1"},
    {"\xE2\x84\x96 \xE3\x8E\x8F \xE3\x8E\x8D", "no@0 kg@1 mu@2 g@3"},
    {"２０ＡＢ", "20@0 20ab@0+2 ab@1"},
    {"Ａ\xE2\x80\x90１", "a@0 a1@0+2 1@1"},
    {"can\xC2\xAD"
     "cer",
     "cancer@0"},
    {"zero\xE2\x80\x8Dwidth", "zerowidth@0"},
    {"zero\xE2\x80\x8Bspace", "zerospace@0"},
    {"\xE2\x80\xAE"
     "abc\xEF\xBB\xBF",
     "abc@0"},
    {"β\xE2\x80\x91"
     "catenin β\xE2\x88\x92"
     "2",
     "beta@0 catenin@1 cateninbeta2@1+3 beta@2 beta2@2+2 2@3"},
    {"em—dash en\xE2\x80\x93"
     "dash",
     "em@0 dash@1 en@2 dash@3"},
    {"0·05 HR 2·5", "0@0 05@1 hr@2 2@3 5@4"},
    {"5‰", "5@0"},
    {"x × y ± z ≥ 3", "x@0 y@1 z@2 3@3"},
    {"Drug\xE2\x84\xA2 Drug\xC2\xAE Drug\xC2\xA9 Mark\xE2\x84\xA0", "drug@0 drug@1 drug@2 mark@3"},
    {"∆F508 ΔF508",
     "delta@0 deltaf508deltaf508@0+6 deltaf508@0+3 f@1 508@2 delta@3 deltaf508@3+3 f@4 508@5"},
    {"IFN-\xC9\x91", "ifn@0 ifnalpha@0+2 alpha@1"},
    {"καρκίνος", "καρκινοσ@0"},
    {"ΚΑΡΚΙΝΟΣ", "καρκινοσ@0"},
    {"και", "kappa@0 kappaalphaiota@0+3 alpha@1 iota@2"},
    {"κύτταροTNF", "κυτταρο@0 κυτταροtnf@0+2 tnf@1"},
    {"𝛼-𝐓𝐍𝐅", "alpha@0 tnf@1"},
    {"癌症患者", "癌@0 症@1 患@2 者@3"},
    {"HER2阳性", "her@0 her2@0+2 2@1 阳@2 性@3"},
    {"がん ガン", "が@0 ん@1 ガ@2 ン@3"},
    {"ｶﾞﾝ", "ガ@0 ン@1"},
    {"コンピューター", "コ@0 ン@1 ピ@2 ュ@3 ー@4 タ@5 ー@6"},
    {"한국어", "한@0 국@1 어@2"},
    {"\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", "각@0"},
    {"ไทยภาษา", "ไ@0 ท@1 ย@2 ภ@3 า@4 ษ@5 า@6"},
    {"ភ\xE1\x9E\xB6ស\xE1\x9E\xB6", "ភ\xE1\x9E\xB6@0 ស\xE1\x9E\xB6@1"},
    {"ह\xE0\xA4\xBFन\xE0\xA5\x8Dद\xE0\xA5\x80", "ह\xE0\xA4\xBFन\xE0\xA5\x8Dद\xE0\xA5\x80@0"},
    {"க\xE0\xAF\x8Dஷ", "க\xE0\xAF\x8Dஷ@0"},
    {"ع\xD9\x8Eر\xD9\x8Eب\xD9\x90ي\xD9\x91", "ع\xD9\x8Eر\xD9\x8Eب\xD9\x90ي\xD9\x91@0"},
    {"ע\xD6\xB4ב\xD6\xB0ר\xD6\xB4ית", "ע\xD6\xB4ב\xD6\xB0ר\xD6\xB4ית@0"},
    {"ё й Ё", "е@0 и@1 е@2"},
    {"рак лёгкого", "рак@0 легкого@1"},
    {"\xCC\x81"
     "abc",
     "abc@0"},
    {"a\xE2\x83\x9D"
     "b",
     "ab@0"},
    {"e´t", "e@0 t@1"},
    {"keycap 1\xEF\xB8\x8F\xE2\x83\xA3", "keycap@0 keycap1@0+2 1@1"},
    {"\xF0\x9F\x98\x80 ok \xF0\x9F\x91\x8D🏽", "ok@0"},
    {"aĀb", "aab@0"},
    {"ﷺ", "صلى@0 الله@1 عليه@2 وسلم@3"},
    {"İ", "i@0"},
    {"ǅ Ǆ", "dz@0 dz@1"},
    {"Sjo\xCC\x88gren", "sjogren@0"},
    {"が or か\xE3\x82\x99", "が@0 or@1 が@2"},
    {"no\xC2\xA0room HER\xE2\x80\xAF"
     "2 IL\xE2\x80\x89"
     "6",
     "no@0 room@1 her@2 her2@2+2 2@3 il@4 il6@4+2 6@5"},
    {"\xCE\xB1\xCC\x81 and \xCE\xA9", "alpha@0 and@1 omega@2"},
    {"wrong \xC3 in \xFF\xFE"
     "bytes\xED\xA0\x80.",
     "wrong@0 in@1 bytes@2"},
    {"caf\xC3", "caf@0"},
    {"a\x1E"
     "b \x1E\x1E"
     "2",
     "a@0 \x1E@1 b@2 \x1E\x1E@3 2@4"},
    {"HER\n\x1E\n2", "her@0 \x1E@1 2@2"},
    {"HER\x1D"
     "2 HER\t2",
     "her@0 2@1 her@2 her2@2+2 2@3"},
};

START_TEST(characters_are_folded) { CHECK_WORD_CASES(characters); }
END_TEST

static const struct {
  const char *source, *keep, *expected;
} wholes[] = {
    {"Diabetes Mellitus, Type 2", "", "diabetes mellitus type 2"},
    {"  (Sj\xC3\xB6gren's)\tSyndrome. ", "", "sjogren s syndrome"},
    {"TNF-\xCE\xB1, HER2", "", "tnf alpha her2"},
    {"TNF\xCE\xB1", "", "tnfalpha"},
    {"5 \xC2\xB5m", "", "5 mum"},
    {"Receptor, IL-6*", "-*", "receptor il-6*"},
    {"a \xE2\x80\x93 b", "-", "a - b"},
    {"癌症", "", "癌症"},
    {"...", "", ""},
    {"", "", ""},
};

START_TEST(whole_texts_are_folded) {
  buffer out = {0};
  for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++) {
    buffer_clear(&out);
    words_fold(&out, text_of(wholes[i].source), wholes[i].keep);
    assert_text(buffer_text(&out), wholes[i].expected);
  }
  buffer_finish(&out);
}
END_TEST

START_TEST(folded_text_is_added) {
  buffer out = {0};
  buffer_put(&out, "before:");
  words_fold(&out, TEXT(" A-B"), "");
  assert_text(buffer_text(&out), "before:a b");
  buffer_finish(&out);
}
END_TEST

/* Each code point alone and between letters: what has been folded is not changed again. Beyond the
 * third plane there are only marks of variation, and nothing is assigned yet. */
START_TEST(folding_twice_changes_nothing) {
  buffer source = {0}, once = {0}, twice = {0};
  for (uint32_t code = 1; code < 0x40000; code++) {
    buffer_clear(&source), buffer_clear(&once), buffer_clear(&twice);
    utf8_add(&source, code);
    buffer_put(&source, " k");
    utf8_add(&source, code);
    buffer_put(&source, "2");
    words_fold(&once, buffer_text(&source), "");
    words_fold(&twice, buffer_text(&once), "");
    ck_assert_msg(text_equal(buffer_text(&once), buffer_text(&twice)),
                  "U+%04X: \"%.*s\", then \"%.*s\"", code, TEXT_ARG(buffer_text(&once)),
                  TEXT_ARG(buffer_text(&twice)));
  }
  buffer_finish(&source), buffer_finish(&once), buffer_finish(&twice);
}
END_TEST

SUITE("text/fold", characters_are_folded, whole_texts_are_folded, folded_text_is_added,
      folding_twice_changes_nothing)
