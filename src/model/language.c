/* The table of languages. Sources: the Library of Congress's MARC and ISO 639-2 code lists; the
 * BibLaTeX manual for its identifiers. */
#include "model/language.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define LANGUAGE(code, short_code, name) \
  { TEXT_STATIC(code), TEXT_STATIC(short_code), TEXT_STATIC(name) }

static const language languages[] = {
    LANGUAGE("eng", "en", "English"),    LANGUAGE("afr", "af", "Afrikaans"),
    LANGUAGE("alb", "sq", "Albanian"),   LANGUAGE("ara", "ar", "Arabic"),
    LANGUAGE("arm", "hy", "Armenian"),   LANGUAGE("aze", "az", "Azerbaijani"),
    LANGUAGE("baq", "eu", "Basque"),     LANGUAGE("bel", "be", "Belarusian"),
    LANGUAGE("bos", "bs", "Bosnian"),    LANGUAGE("bul", "bg", "Bulgarian"),
    LANGUAGE("cat", "ca", "Catalan"),    LANGUAGE("chi", "zh", "Chinese"),
    LANGUAGE("cze", "cs", "Czech"),      LANGUAGE("dan", "da", "Danish"),
    LANGUAGE("dut", "nl", "Dutch"),      LANGUAGE("est", "et", "Estonian"),
    LANGUAGE("fin", "fi", "Finnish"),    LANGUAGE("fre", "fr", "French"),
    LANGUAGE("geo", "ka", "Georgian"),   LANGUAGE("ger", "de", "German"),
    LANGUAGE("gla", "gd", "Gaelic"),     LANGUAGE("glg", "gl", "Galician"),
    LANGUAGE("gre", "el", "Greek"),      LANGUAGE("heb", "he", "Hebrew"),
    LANGUAGE("hin", "hi", "Hindi"),      LANGUAGE("hrv", "hr", "Croatian"),
    LANGUAGE("hun", "hu", "Hungarian"),  LANGUAGE("ice", "is", "Icelandic"),
    LANGUAGE("ind", "id", "Indonesian"), LANGUAGE("ita", "it", "Italian"),
    LANGUAGE("jpn", "ja", "Japanese"),   LANGUAGE("kor", "ko", "Korean"),
    LANGUAGE("lat", "la", "Latin"),      LANGUAGE("lav", "lv", "Latvian"),
    LANGUAGE("lit", "lt", "Lithuanian"), LANGUAGE("mac", "mk", "Macedonian"),
    LANGUAGE("mal", "ml", "Malayalam"),  LANGUAGE("may", "ms", "Malay"),
    LANGUAGE("mul", "", "Multiple"),     LANGUAGE("nor", "no", "Norwegian"),
    LANGUAGE("per", "fa", "Persian"),    LANGUAGE("pol", "pl", "Polish"),
    LANGUAGE("por", "pt", "Portuguese"), LANGUAGE("rum", "ro", "Romanian"),
    LANGUAGE("rus", "ru", "Russian"),    LANGUAGE("slo", "sk", "Slovak"),
    LANGUAGE("slv", "sl", "Slovenian"),  LANGUAGE("spa", "es", "Spanish"),
    LANGUAGE("srp", "sr", "Serbian"),    LANGUAGE("swe", "sv", "Swedish"),
    LANGUAGE("tha", "th", "Thai"),       LANGUAGE("tur", "tr", "Turkish"),
    LANGUAGE("ukr", "uk", "Ukrainian"),  LANGUAGE("und", "", "Undetermined"),
    LANGUAGE("urd", "ur", "Urdu"),       LANGUAGE("vie", "vi", "Vietnamese"),
    LANGUAGE("wel", "cy", "Welsh"),
};

/* ISO 639-2's terminological codes and BibLaTeX's identifiers, where they differ. */
static const struct {
  text other, code;
} aliases[] = {
    {TEXT_STATIC("american"), TEXT_STATIC("eng")},
    {TEXT_STATIC("british"), TEXT_STATIC("eng")},
    {TEXT_STATIC("usenglish"), TEXT_STATIC("eng")},
    {TEXT_STATIC("ukenglish"), TEXT_STATIC("eng")},
    {TEXT_STATIC("canadian"), TEXT_STATIC("eng")},
    {TEXT_STATIC("australian"), TEXT_STATIC("eng")},
    {TEXT_STATIC("ngerman"), TEXT_STATIC("ger")},
    {TEXT_STATIC("austrian"), TEXT_STATIC("ger")},
    {TEXT_STATIC("naustrian"), TEXT_STATIC("ger")},
    {TEXT_STATIC("swissgerman"), TEXT_STATIC("ger")},
    {TEXT_STATIC("francais"), TEXT_STATIC("fre")},
    {TEXT_STATIC("brazil"), TEXT_STATIC("por")},
    {TEXT_STATIC("brazilian"), TEXT_STATIC("por")},
    {TEXT_STATIC("portuges"), TEXT_STATIC("por")},
    {TEXT_STATIC("castilian"), TEXT_STATIC("spa")},
    {TEXT_STATIC("magyar"), TEXT_STATIC("hun")},
    {TEXT_STATIC("norsk"), TEXT_STATIC("nor")},
    {TEXT_STATIC("nynorsk"), TEXT_STATIC("nor")},
    {TEXT_STATIC("farsi"), TEXT_STATIC("per")},
    {TEXT_STATIC("slovene"), TEXT_STATIC("slv")},
    {TEXT_STATIC("bahasa"), TEXT_STATIC("ind")},
    {TEXT_STATIC("sqi"), TEXT_STATIC("alb")},
    {TEXT_STATIC("hye"), TEXT_STATIC("arm")},
    {TEXT_STATIC("eus"), TEXT_STATIC("baq")},
    {TEXT_STATIC("zho"), TEXT_STATIC("chi")},
    {TEXT_STATIC("ces"), TEXT_STATIC("cze")},
    {TEXT_STATIC("nld"), TEXT_STATIC("dut")},
    {TEXT_STATIC("fra"), TEXT_STATIC("fre")},
    {TEXT_STATIC("kat"), TEXT_STATIC("geo")},
    {TEXT_STATIC("deu"), TEXT_STATIC("ger")},
    {TEXT_STATIC("ell"), TEXT_STATIC("gre")},
    {TEXT_STATIC("isl"), TEXT_STATIC("ice")},
    {TEXT_STATIC("mkd"), TEXT_STATIC("mac")},
    {TEXT_STATIC("msa"), TEXT_STATIC("may")},
    {TEXT_STATIC("fas"), TEXT_STATIC("per")},
    {TEXT_STATIC("ron"), TEXT_STATIC("rum")},
    {TEXT_STATIC("slk"), TEXT_STATIC("slo")},
    {TEXT_STATIC("cym"), TEXT_STATIC("wel")},
};

static const language *find(text wanted) {
  for (size_t i = 0; wanted.size && i < COUNT(languages); i++)
    if (text_equal_nocase(wanted, languages[i].code) ||
        text_equal_nocase(wanted, languages[i].short_code) ||
        text_equal_nocase(wanted, languages[i].name))
      return &languages[i];
  for (size_t i = 0; i < COUNT(aliases); i++)
    if (text_equal_nocase(wanted, aliases[i].other)) return find(aliases[i].code);
  return NULL;
}

const language *language_find(text printed) {
  printed = text_trim(printed);
  const language *found = find(printed);
  bool regional = printed.size >= 4 && (printed.data[2] == '-' || printed.data[2] == '_');
  return found || !regional ? found : find(text_slice(printed, 0, 2));
}
