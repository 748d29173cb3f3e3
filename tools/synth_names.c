/* Invented names, each out of a number. */
#include "synth_names.h"

#include <stdarg.h>
#include <stdio.h>

enum { NAME = 32 };

#define PICK(table, number) ((table)[(number) % (sizeof(table) / sizeof *(table))])

static const char *const forenames[] = {
    "Ada",    "Ahmed",  "Aiko",   "Ana",   "Anton",  "Beatriz", "Björn", "Carla",  "Chen", "Clara",
    "Daniel", "Dorota", "Elena",  "Emeka", "Erik",   "Fatima",  "Felix", "Grace",  "Hana", "Hugo",
    "Ingrid", "Ivan",   "Jana",   "Jorge", "José",   "Karin",   "Kofi",  "Laura",  "Leon", "Li",
    "Lucía",  "Magnus", "Mahesh", "Marie", "Marta",  "Min",     "Nadia", "Oliver", "Omar", "Petra",
    "Rajiv",  "Rosa",   "Søren",  "Sofia", "Tomasz", "Wei",     "Yuki",  "Zoë"};
static const char *const countries[] = {
    "United States", "England", "Germany", "Japan", "France", "Netherlands", "Italy",    "China",
    "Canada",        "Sweden",  "Brazil",  "India", "Spain",  "Kenya",       "Australia"};
static const char *const departments[] = {
    "Department of Medicine",  "Department of Surgery",      "Institute of Pathology",
    "School of Public Health", "Department of Biochemistry", "Division of Cardiology",
    "Centre for Genomics",     "Department of Radiology",    "Department of Paediatrics",
    "Faculty of Pharmacy",     "Laboratory of Immunology",   "Division of Neurology"};

static void number_put(buffer *b, unsigned number, int width) {
  char digits[16];
  int count = 0;
  do digits[count++] = (char)('0' + number % 10);
  while (number /= 10);
  while (count < width) digits[count++] = '0';
  while (count > 0) buffer_add_byte(b, digits[--count]);
}

/* Knows %s, %c, %u, %0Wu, %.*s and %%: a fifth of the run's time went into vsnprintf before. */
void put(buffer *b, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  for (const char *plain = format;; plain = format) {
    while (*format && *format != '%') format++;
    buffer_add(b, (text){plain, (size_t)(format - plain)});
    if (!*format++) break;
    int width = 0;
    while (ascii_is_digit(*format)) width = width * 10 + *format++ - '0';
    switch (*format++) {
      case 's':
        buffer_add(b, text_of(va_arg(arguments, const char *)));
        break;
      case 'c':
        buffer_add_byte(b, (char)va_arg(arguments, int));
        break;
      case 'u':
        number_put(b, va_arg(arguments, unsigned), width);
        break;
      case '.':
        format += 2;
        width = va_arg(arguments, int);
        buffer_add(b, (text){va_arg(arguments, const char *), (size_t)width});
        break;
      default:
        buffer_put(b, "%");
    }
  }
  va_end(arguments);
}

/* ---- journals ---------------------------------------------------------------------------- */

static const struct {
  const char *title, *abbreviation;
} kinds[] = {{"Journal of", "J"},
             {"Annals of", "Ann"},
             {"Archives of", "Arch"},
             {"Clinical", "Clin"},
             {"European", "Eur"},
             {"International Journal of", "Int J"},
             {"Current Opinion in", "Curr Opin"}};

static text journal_subject(uint32_t journal, char *name) {
  return lexicon_name(0x10000 + journal, name);
}

void journal_put_title(uint32_t journal, buffer *b) {
  char name[NAME];
  text subject = journal_subject(journal, name);
  put(b, "%s %.*sology", PICK(kinds, journal).title, TEXT_ARG(subject));
}

void journal_put_abbreviation(uint32_t journal, buffer *b) {
  char name[NAME];
  text subject = journal_subject(journal, name);
  put(b, "%s %.*sol", PICK(kinds, journal).abbreviation, TEXT_ARG(subject));
}

/* The last digit is a check digit modulo 11, as ISO 3297 has it. */
void journal_put_issn(uint32_t journal, buffer *b) {
  uint32_t number = 9000000 + journal * 37, sum = 0, rest = number;
  for (uint32_t weight = 2; weight <= 8; weight++, rest /= 10) sum += rest % 10 * weight;
  uint32_t check = (11 - sum % 11) % 11;
  put(b, "%04u-%03u%c", number / 1000, number % 1000, check == 10 ? 'X' : (int)('0' + check));
}

const char *journal_country(uint32_t journal) { return PICK(countries, random_mix(journal)); }

/* ---- people ------------------------------------------------------------------------------ */

void person_put_family(uint32_t person, buffer *b) {
  char name[NAME];
  buffer_add(b, lexicon_name(person % 40009, name));
}

const char *person_forename(uint32_t person) { return PICK(forenames, random_mix(person) >> 8); }

char person_middle(uint32_t person) {
  uint32_t letter = (uint32_t)(random_mix(person) >> 40) % 40;
  return letter < 26 ? (char)('A' + letter) : 0;
}

/* Colleagues, who have neighbouring numbers, share an institution. */
void person_put_affiliation(uint32_t person, buffer *b) {
  char town[NAME];
  uint32_t place = person / 12;
  text name = lexicon_name(0x20000 + place % 1500, town);
  put(b, "%s, University of %.*s, %.*s, %s.", PICK(departments, place), TEXT_ARG(name),
      TEXT_ARG(name), PICK(countries, random_mix(place % 1500)));
}

/* The last digit is a check digit by ISO 7064, modulo 11-2. */
void person_put_orcid(uint32_t person, buffer *b) {
  char digits[16];
  snprintf(digits, sizeof digits, "0000000998%05u", person % 100000);
  uint32_t sum = 0;
  for (int i = 0; i < 15; i++) sum = (sum + (uint32_t)(digits[i] - '0')) * 2;
  uint32_t check = (12 - sum % 11) % 11;
  for (int i = 0; i < 15; i++) {
    if (i > 0 && i % 4 == 0) buffer_put(b, "-");
    buffer_add_byte(b, digits[i]);
  }
  buffer_add_byte(b, check == 10 ? 'X' : (char)('0' + check));
}

/* ---- headings and substances --------------------------------------------------------------- */

/* A heading is one of the topic's pairs of words, which its texts use as terms. */
void descriptor_put(const lexicon *l, uint32_t descriptor, buffer *b) {
  uint32_t rank = descriptor % DESCRIPTORS_A_TOPIC * 2;
  const uint32_t *words = l->topics[descriptor / DESCRIPTORS_A_TOPIC % TOPICS] + rank;
  bool inverted = descriptor % 4 == 3;
  lexicon_put(l, words[inverted], true, b);
  if (descriptor % 5 == 4 && !inverted) return;
  buffer_add(b, inverted ? TEXT(", ") : TEXT(" "));
  lexicon_put(l, words[!inverted], true, b);
}

void substance_put(const lexicon *l, uint32_t topic, uint32_t choice, buffer *b) {
  uint32_t rank = choice % SUBSTANCES_A_TOPIC * 6;
  lexicon_put(l, l->topics[topic][rank], true, b);
}
