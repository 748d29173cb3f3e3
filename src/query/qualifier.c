/* The table of MeSH subheadings. */
#include "query/qualifier.h"

#include "base/nearest.h"

typedef struct qualifier_row {
  text code, name;
} qualifier_row;

static const qualifier_row rows[] = {
    {TEXT_STATIC("ab"), TEXT_STATIC("abnormalities")},
    {TEXT_STATIC("ad"), TEXT_STATIC("administration & dosage")},
    {TEXT_STATIC("ae"), TEXT_STATIC("adverse effects")},
    {TEXT_STATIC("ag"), TEXT_STATIC("agonists")},
    {TEXT_STATIC("aa"), TEXT_STATIC("analogs & derivatives")},
    {TEXT_STATIC("an"), TEXT_STATIC("analysis")},
    {TEXT_STATIC("ah"), TEXT_STATIC("anatomy & histology")},
    {TEXT_STATIC("ai"), TEXT_STATIC("antagonists & inhibitors")},
    {TEXT_STATIC("bi"), TEXT_STATIC("biosynthesis")},
    {TEXT_STATIC("bl"), TEXT_STATIC("blood")},
    {TEXT_STATIC("bs"), TEXT_STATIC("blood supply")},
    {TEXT_STATIC("cf"), TEXT_STATIC("cerebrospinal fluid")},
    {TEXT_STATIC("cs"), TEXT_STATIC("chemical synthesis")},
    {TEXT_STATIC("ci"), TEXT_STATIC("chemically induced")},
    {TEXT_STATIC("ch"), TEXT_STATIC("chemistry")},
    {TEXT_STATIC("cl"), TEXT_STATIC("classification")},
    {TEXT_STATIC("co"), TEXT_STATIC("complications")},
    {TEXT_STATIC("cn"), TEXT_STATIC("congenital")},
    {TEXT_STATIC("cy"), TEXT_STATIC("cytology")},
    {TEXT_STATIC("df"), TEXT_STATIC("deficiency")},
    {TEXT_STATIC("di"), TEXT_STATIC("diagnosis")},
    {TEXT_STATIC("dg"), TEXT_STATIC("diagnostic imaging")},
    {TEXT_STATIC("dh"), TEXT_STATIC("diet therapy")},
    {TEXT_STATIC("de"), TEXT_STATIC("drug effects")},
    {TEXT_STATIC("dt"), TEXT_STATIC("drug therapy")},
    {TEXT_STATIC("ec"), TEXT_STATIC("economics")},
    {TEXT_STATIC("ed"), TEXT_STATIC("education")},
    {TEXT_STATIC("em"), TEXT_STATIC("embryology")},
    {TEXT_STATIC("en"), TEXT_STATIC("enzymology")},
    {TEXT_STATIC("ep"), TEXT_STATIC("epidemiology")},
    {TEXT_STATIC("es"), TEXT_STATIC("ethics")},
    {TEXT_STATIC("eh"), TEXT_STATIC("ethnology")},
    {TEXT_STATIC("et"), TEXT_STATIC("etiology")},
    {TEXT_STATIC("ge"), TEXT_STATIC("genetics")},
    {TEXT_STATIC("gd"), TEXT_STATIC("growth & development")},
    {TEXT_STATIC("hi"), TEXT_STATIC("history")},
    {TEXT_STATIC("im"), TEXT_STATIC("immunology")},
    {TEXT_STATIC("in"), TEXT_STATIC("injuries")},
    {TEXT_STATIC("ir"), TEXT_STATIC("innervation")},
    {TEXT_STATIC("is"), TEXT_STATIC("instrumentation")},
    {TEXT_STATIC("ip"), TEXT_STATIC("isolation & purification")},
    {TEXT_STATIC("lj"), TEXT_STATIC("legislation & jurisprudence")},
    {TEXT_STATIC("me"), TEXT_STATIC("metabolism")},
    {TEXT_STATIC("mt"), TEXT_STATIC("methods")},
    {TEXT_STATIC("mi"), TEXT_STATIC("microbiology")},
    {TEXT_STATIC("mo"), TEXT_STATIC("mortality")},
    {TEXT_STATIC("nu"), TEXT_STATIC("nursing")},
    {TEXT_STATIC("og"), TEXT_STATIC("organization & administration")},
    {TEXT_STATIC("ps"), TEXT_STATIC("parasitology")},
    {TEXT_STATIC("py"), TEXT_STATIC("pathogenicity")},
    {TEXT_STATIC("pa"), TEXT_STATIC("pathology")},
    {TEXT_STATIC("pk"), TEXT_STATIC("pharmacokinetics")},
    {TEXT_STATIC("pd"), TEXT_STATIC("pharmacology")},
    {TEXT_STATIC("ph"), TEXT_STATIC("physiology")},
    {TEXT_STATIC("pp"), TEXT_STATIC("physiopathology")},
    {TEXT_STATIC("po"), TEXT_STATIC("poisoning")},
    {TEXT_STATIC("pc"), TEXT_STATIC("prevention & control")},
    {TEXT_STATIC("px"), TEXT_STATIC("psychology")},
    {TEXT_STATIC("re"), TEXT_STATIC("radiation effects")},
    {TEXT_STATIC("rt"), TEXT_STATIC("radiotherapy")},
    {TEXT_STATIC("rh"), TEXT_STATIC("rehabilitation")},
    {TEXT_STATIC("sc"), TEXT_STATIC("secondary")},
    {TEXT_STATIC("st"), TEXT_STATIC("standards")},
    {TEXT_STATIC("sn"), TEXT_STATIC("statistics & numerical data")},
    {TEXT_STATIC("sd"), TEXT_STATIC("supply & distribution")},
    {TEXT_STATIC("su"), TEXT_STATIC("surgery")},
    {TEXT_STATIC("tu"), TEXT_STATIC("therapeutic use")},
    {TEXT_STATIC("th"), TEXT_STATIC("therapy")},
    {TEXT_STATIC("to"), TEXT_STATIC("toxicity")},
    {TEXT_STATIC("tm"), TEXT_STATIC("transmission")},
    {TEXT_STATIC("tr"), TEXT_STATIC("transplantation")},
    {TEXT_STATIC("td"), TEXT_STATIC("trends")},
    {TEXT_STATIC("ul"), TEXT_STATIC("ultrastructure")},
    {TEXT_STATIC("ur"), TEXT_STATIC("urine")},
    {TEXT_STATIC("ve"), TEXT_STATIC("veterinary")},
    {TEXT_STATIC("vi"), TEXT_STATIC("virology")},
};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

/* Takes the next word off a name, "&" and "and" left out. */
static bool take_word(text *rest, text *word) {
  do {
    *rest = text_trim(*rest);
    size_t end = 0;
    while (end < rest->size && !ascii_is_space(rest->data[end])) end++;
    *word = text_slice(*rest, 0, end);
    *rest = text_slice(*rest, end, rest->size);
  } while (text_equal(*word, TEXT("&")) || text_equal_nocase(*word, TEXT("and")));
  return word->size > 0;
}

static bool same_words(text a, text b) {
  for (;;) {
    text left = {0}, right = {0};
    bool more = take_word(&a, &left);
    if (take_word(&b, &right) != more) return false;
    if (!more) return true;
    if (!text_equal_nocase(left, right)) return false;
  }
}

static const qualifier_row *find(text code_or_name) {
  text trimmed = text_trim(code_or_name);
  for (size_t i = 0; i < ROW_COUNT; i++)
    if (text_equal_nocase(rows[i].code, trimmed) || same_words(rows[i].name, trimmed))
      return &rows[i];
  return NULL;
}

text qualifier_name(text code_or_name) {
  const qualifier_row *row = find(code_or_name);
  return row ? row->name : (text){"", 0};
}

text qualifier_code(text name) {
  const qualifier_row *row = find(name);
  return row ? row->code : (text){"", 0};
}

const char *qualifier_suggest(text name) {
  nearest near = nearest_to(text_trim(name));
  for (size_t i = 0; i < ROW_COUNT; i++) nearest_offer(&near, rows[i].name, rows[i].name.data);
  return near.name;
}

/* No name has more bytes on one side of its &, with some spaces. */
enum { LONGEST_HALF = 40 };

bool qualifier_has_and(text whole, size_t at) {
  size_t start = at > LONGEST_HALF ? at - LONGEST_HALF : 0;
  text before = text_trim(text_slice(whole, start, at));
  text after = text_trim(text_slice(whole, at + 1, at + 1 + LONGEST_HALF));
  for (size_t i = 0; i < ROW_COUNT; i++) {
    text left, right;
    if (!text_cut(rows[i].name, TEXT(" & "), &left, &right) || before.size < left.size) continue;
    text end = text_slice(before, before.size - left.size, before.size);
    if (text_equal_nocase(end, left) && text_starts_nocase(after, right)) return true;
  }
  return false;
}
