/* MeSH's form: a descriptor, then qualifiers behind slashes, stars on what is a main topic. */
#include "read/subject.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* MeSH's qualifiers, with those that have been withdrawn. Source: NLM, "MeSH Qualifiers". */
static const text qualifiers[] = {TEXT_STATIC("abnormalities"),
                                  TEXT_STATIC("administration & dosage"),
                                  TEXT_STATIC("adverse effects"),
                                  TEXT_STATIC("agonists"),
                                  TEXT_STATIC("analogs & derivatives"),
                                  TEXT_STATIC("analysis"),
                                  TEXT_STATIC("anatomy & histology"),
                                  TEXT_STATIC("antagonists & inhibitors"),
                                  TEXT_STATIC("biosynthesis"),
                                  TEXT_STATIC("blood"),
                                  TEXT_STATIC("blood supply"),
                                  TEXT_STATIC("cerebrospinal fluid"),
                                  TEXT_STATIC("chemical synthesis"),
                                  TEXT_STATIC("chemically induced"),
                                  TEXT_STATIC("chemistry"),
                                  TEXT_STATIC("classification"),
                                  TEXT_STATIC("complications"),
                                  TEXT_STATIC("congenital"),
                                  TEXT_STATIC("cytology"),
                                  TEXT_STATIC("deficiency"),
                                  TEXT_STATIC("diagnosis"),
                                  TEXT_STATIC("diagnostic imaging"),
                                  TEXT_STATIC("diet therapy"),
                                  TEXT_STATIC("drug effects"),
                                  TEXT_STATIC("drug therapy"),
                                  TEXT_STATIC("economics"),
                                  TEXT_STATIC("education"),
                                  TEXT_STATIC("embryology"),
                                  TEXT_STATIC("enzymology"),
                                  TEXT_STATIC("epidemiology"),
                                  TEXT_STATIC("ethics"),
                                  TEXT_STATIC("ethnology"),
                                  TEXT_STATIC("etiology"),
                                  TEXT_STATIC("genetics"),
                                  TEXT_STATIC("growth & development"),
                                  TEXT_STATIC("history"),
                                  TEXT_STATIC("immunology"),
                                  TEXT_STATIC("injuries"),
                                  TEXT_STATIC("innervation"),
                                  TEXT_STATIC("instrumentation"),
                                  TEXT_STATIC("isolation & purification"),
                                  TEXT_STATIC("legislation & jurisprudence"),
                                  TEXT_STATIC("manpower"),
                                  TEXT_STATIC("metabolism"),
                                  TEXT_STATIC("methods"),
                                  TEXT_STATIC("microbiology"),
                                  TEXT_STATIC("mortality"),
                                  TEXT_STATIC("nursing"),
                                  TEXT_STATIC("organization & administration"),
                                  TEXT_STATIC("parasitology"),
                                  TEXT_STATIC("pathogenicity"),
                                  TEXT_STATIC("pathology"),
                                  TEXT_STATIC("pharmacokinetics"),
                                  TEXT_STATIC("pharmacology"),
                                  TEXT_STATIC("physiology"),
                                  TEXT_STATIC("physiopathology"),
                                  TEXT_STATIC("poisoning"),
                                  TEXT_STATIC("prevention & control"),
                                  TEXT_STATIC("psychology"),
                                  TEXT_STATIC("radiation effects"),
                                  TEXT_STATIC("radiography"),
                                  TEXT_STATIC("radionuclide imaging"),
                                  TEXT_STATIC("radiotherapy"),
                                  TEXT_STATIC("rehabilitation"),
                                  TEXT_STATIC("secondary"),
                                  TEXT_STATIC("secretion"),
                                  TEXT_STATIC("standards"),
                                  TEXT_STATIC("statistics & numerical data"),
                                  TEXT_STATIC("supply & distribution"),
                                  TEXT_STATIC("surgery"),
                                  TEXT_STATIC("therapeutic use"),
                                  TEXT_STATIC("therapy"),
                                  TEXT_STATIC("toxicity"),
                                  TEXT_STATIC("transmission"),
                                  TEXT_STATIC("transplantation"),
                                  TEXT_STATIC("trends"),
                                  TEXT_STATIC("ultrasonography"),
                                  TEXT_STATIC("ultrastructure"),
                                  TEXT_STATIC("urine"),
                                  TEXT_STATIC("utilization"),
                                  TEXT_STATIC("veterinary"),
                                  TEXT_STATIC("virology")};

/* Check tags: headings that NLM gives for routine, never as main topics. Source: NLM, "MeSH Check
 * Tags". */
static const text check_tags[] = {TEXT_STATIC("Humans"),
                                  TEXT_STATIC("Animals"),
                                  TEXT_STATIC("Female"),
                                  TEXT_STATIC("Male"),
                                  TEXT_STATIC("Pregnancy"),
                                  TEXT_STATIC("Infant, Newborn"),
                                  TEXT_STATIC("Infant"),
                                  TEXT_STATIC("Child, Preschool"),
                                  TEXT_STATIC("Child"),
                                  TEXT_STATIC("Adolescent"),
                                  TEXT_STATIC("Young Adult"),
                                  TEXT_STATIC("Adult"),
                                  TEXT_STATIC("Middle Aged"),
                                  TEXT_STATIC("Aged"),
                                  TEXT_STATIC("Aged, 80 and over"),
                                  TEXT_STATIC("Mice"),
                                  TEXT_STATIC("Rats"),
                                  TEXT_STATIC("Rabbits"),
                                  TEXT_STATIC("Dogs"),
                                  TEXT_STATIC("Cats"),
                                  TEXT_STATIC("Cattle"),
                                  TEXT_STATIC("Swine"),
                                  TEXT_STATIC("Chick Embryo"),
                                  TEXT_STATIC("Cricetinae"),
                                  TEXT_STATIC("Guinea Pigs"),
                                  TEXT_STATIC("In Vitro Techniques"),
                                  TEXT_STATIC("Comparative Study")};

static bool is_any(const text *list, size_t count, text wanted) {
  for (size_t i = 0; i < count; i++)
    if (text_equal_nocase(list[i], wanted)) return true;
  return false;
}

/* Without a star in front, which sets *major. */
static text take_star(text printed, bool *major) {
  printed = text_trim(printed);
  *major = text_starts(printed, TEXT("*"));
  return *major ? text_trim(text_slice(printed, 1, printed.size)) : printed;
}

static bool has_mesh_form(text printed) {
  text piece;
  size_t count = 0;
  for (bool major; text_take_until(&printed, '/', &piece); count++)
    if (count && !is_any(qualifiers, COUNT(qualifiers), take_star(piece, &major))) return false;
  return count > 1;
}

void heading_add(record *r, text printed) {
  text piece;
  heading *h = list_push(r->arena, &r->headings);
  for (bool first = true, major; text_take_until(&printed, '/', &piece); first = false) {
    piece = take_star(piece, &major);
    if (first) {
      h->name = piece;
      h->major = major;
    } else {
      qualifier *q = list_push(r->arena, &h->qualifiers);
      q->name = piece;
      q->major = major;
    }
  }
}

void subject_add(record *r, text printed, bool of_medline) {
  bool major;
  text words = take_star(printed, &major);
  if (!words.size) return;
  bool is_heading = has_mesh_form(printed) ||
                    (of_medline && (major || is_any(check_tags, COUNT(check_tags), words)));
  if (is_heading) {
    heading_add(r, printed);
    return;
  }
  keyword *k = list_push(r->arena, &r->keywords);
  k->text = words;
  k->major = major;
}
