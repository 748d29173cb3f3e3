/* Names of persons, types of records and languages, in all the ways that formats write them. */
#include "model/language.h"
#include "model/record.h"
#include "model/type.h"
#include "support.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

START_TEST(persons) {
  static const struct {
    const char *printed, *family, *given, *initials, *suffix, *collective;
  } cases[] = {
      {"Roe, Richard Adam", "Roe", "Richard Adam", "RA", "", ""},
      {"Roe RA", "Roe", "RA", "RA", "", ""},
      {"Roe R.-A.", "Roe", "R.-A.", "RA", "", ""},
      {"Richard A. Roe", "Roe", "Richard A.", "RA", "", ""},
      {"van der Berg, Jan, Jr", "van der Berg", "Jan", "J", "Jr", ""},
      {"Jan van der Berg", "van der Berg", "Jan", "J", "", ""},
      {"Roe, Jr., Richard", "Roe", "Richard", "R", "Jr.", ""},
      {"Roe,", "Roe", "", "", "", ""},
      {"World Health Organization", "", "", "", "", "World Health Organization"},
      {"Invented Readers,", "", "", "", "", "Invented Readers"},
      {"The HER2 Invented Study Group", "", "", "", "", "The HER2 Invented Study Group"},
      {"Group, Ann", "Group", "Ann", "A", "", ""},
  };
  arena a;
  arena_init(&a);
  for (size_t i = 0; i < COUNT(cases); i++) {
    person p = {0};
    person_read(&p, text_of(cases[i].printed), &a);
    assert_text(p.family, cases[i].family);
    assert_text(p.given, cases[i].given);
    assert_text(p.initials, cases[i].initials);
    assert_text(p.suffix, cases[i].suffix);
    assert_text(p.collective, cases[i].collective);
  }
  arena_finish(&a);
}
END_TEST

START_TEST(types) {
  assert_text(record_type_of_ris(TEXT("jour"))->name, "journal-article");
  assert_text(record_type_of_ris(TEXT("CONF"))->name, "conference-paper");
  assert_text(record_type_of_ris(TEXT("UNPD"))->name, "preprint");
  ck_assert_ptr_null(record_type_of_ris(TEXT("ZZZZ")));
  assert_text(record_type_of_bibtex(TEXT("InProceedings"))->name, "conference-paper");
  assert_text(record_type_of_bibtex(TEXT("mastersthesis"))->name, "thesis");
  ck_assert_ptr_null(record_type_of_bibtex(TEXT("zzzz")));
  assert_text(record_type_named(TEXT("proceedings"))->ris, "CONF");
  assert_text(record_type_named(TEXT("unheard-of"))->name, "other");
}
END_TEST

START_TEST(languages) {
  static const struct {
    const char *printed, *code;
  } cases[] = {{"English", "eng"}, {"eng", "eng"},       {"en-US", "eng"},
               {"ngerman", "ger"}, {"deu", "ger"},       {"de_AT", "ger"},
               {"FR", "fre"},      {" Spanish ", "spa"}, {"brazilian", "por"}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    const language *found = language_find(text_of(cases[i].printed));
    ck_assert_msg(found != NULL, "%s", cases[i].printed);
    assert_text(found->code, cases[i].code);
  }
  ck_assert_ptr_null(language_find(TEXT("")));
  ck_assert_ptr_null(language_find(TEXT("Klingon")));
}
END_TEST

SUITE("model/names", persons, types, languages)
