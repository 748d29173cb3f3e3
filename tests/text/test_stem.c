/* Stem classes and stop words. */
#include <string.h>

#include "support.h"

#include "text/greek.h"
#include "text/stem.h"

static const struct {
  const char *word, *stem;
} stems[] = {
    {"resistance", "resist"},
    {"resistant", "resist"},
    {"nursing", "nurs"},
    {"mice", "mice"},
    {"cancers", "cancer"},
    {"studies", "studi"},
    {"as", "as"}, /* too short */
    {"is", "is"},
    {"her2s", "her2s"}, /* a digit */
    {"2000s", "2000s"},
    {"naïves", "naïves"}, /* beyond ASCII */
    {"癌", "癌"},
    {"", ""},
};

START_TEST(words_have_stems) {
  stemmer *s = stemmer_create();
  for (int round = 0; round < 2; round++) /* the second one from memory */
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
      assert_text(stemmer_stem(s, text_of(stems[i].word)), stems[i].stem);
  stemmer_destroy(s);
}
END_TEST

/* More words than are remembered; all of them must still get their stems. */
START_TEST(forgetting_loses_no_stem) {
  stemmer *s = stemmer_create();
  char word[] = "....ors";
  int wrong = 0;
  for (int i = 0; i < 300000; i++) {
    for (int k = 0, n = i; k < 4; k++, n /= 26) word[k] = (char)('a' + n % 26);
    wrong += !text_equal(stemmer_stem(s, text_of(word)), (text){word, 6});
    wrong += !text_equal(stemmer_stem(s, TEXT("nursing")), TEXT("nurs"));
  }
  ck_assert_int_eq(wrong, 0);
  stemmer_destroy(s);
}
END_TEST

/* Proximity relies on it. Random words of English shape, and the exceptions that the algorithm has.
 */
START_TEST(stems_begin_like_their_words) {
  static const char *const ends[] = {"ing", "ed", "ies", "y", "ly", "ation", "s", "ness", "e", ""};
  static const char exceptions[] =
      "skis skies dying lying tying idly gently ugly early only singly sky news howe atlas cosmos "
      "bias andes inning outing canning herring earring proceed exceed succeed";
  text rest = text_of(exceptions), word;
  stemmer *s = stemmer_create();
  while (text_take_until(&rest, ' ', &word))
    ck_assert_int_eq(stemmer_stem(s, word).data[0], word.data[0]);
  unsigned long long seed = 1;
  for (int i = 0; i < 20000; i++) {
    char made[32];
    int size = 0;
    for (seed = seed * 6364136223846793005u + 1; size < 3 + (int)(seed >> 61); size++)
      made[size] = (char)('a' + (seed >> (8 + 5 * size)) % 26);
    snprintf(made + size, sizeof made - (size_t)size, "%s", ends[i % 10]);
    ck_assert_msg(stemmer_stem(s, text_of(made)).data[0] == made[0], "%s", made);
  }
  stemmer_destroy(s);
}
END_TEST

START_TEST(stop_words_are_known) {
  static const char stops[] =
      "a about again all almost also although always among an and another any are as at be because "
      "been before being between both but by can could did do does done due during each either "
      "enough especially etc for found from further had has have having here how however i if in "
      "into is it its itself just kg km made mainly make may mg might ml mm most mostly must "
      "nearly "
      "neither no nor obtained of often on our overall perhaps pmid quite rather really regarding "
      "seem seen several should show showed shown shows significantly since so some such than that "
      "the their theirs them then there therefore these they this those through thus to upon use "
      "used using various very was we were what when which while with within without would";
  text rest = text_of(stops), word;
  size_t count = 0;
  while (text_take_until(&rest, ' ', &word)) {
    ck_assert_msg(word_is_stop(word), "%.*s", TEXT_ARG(word));
    ck_assert(!word_is_stop(text_slice(word, 0, word.size - 1)) || word.size > 1);
    count++;
  }
  ck_assert_uint_eq(count, 133);
  static const char *const others[] = {
      "",     "x",    "th",    "cancer",         "them2", "significant",
      "ours", "thee", "wheat", "significantlyx", "b",     "her"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    ck_assert_msg(!word_is_stop(text_of(others[i])), "%s", others[i]);
}
END_TEST

START_TEST(greek_letters_have_names) {
  static const char alphabet[] =
      "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
      "sigma sigma tau upsilon phi chi psi omega";
  char room[16];
  text rest = text_of(alphabet), name;
  uint32_t code = 0x3B1;
  while (text_take_until(&rest, ' ', &name)) {
    ck_assert(text_equal(greek_name(code++), name));
    memset(room, 'a', sizeof room);
    memcpy(room, name.data, name.size);
    for (size_t size = 1; size <= 8; size++)
      ck_assert_msg(greek_is_name(room, size) == (size == name.size) || size < name.size,
                    "%.*s as %zu bytes", TEXT_ARG(name), size);
  }
  ck_assert_uint_eq(code, 0x3CA);
  ck_assert(!greek_name(0x3B0).size && !greek_name(0x3CA).size);
  memcpy(room, "pineapples", 10);
  ck_assert(greek_is_name(room, 2) && !greek_is_name(room, 10));
}
END_TEST

SUITE("text/stem", words_have_stems, forgetting_loses_no_stem, stems_begin_like_their_words,
      stop_words_are_known, greek_letters_have_names)
