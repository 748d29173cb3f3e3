/* Names of the invented world: journals, people, institutions, headings, substances. Each follows
 * from its number and is added to a buffer as XML text. */
#ifndef CARREL_TOOLS_SYNTH_NAMES_H
#define CARREL_TOOLS_SYNTH_NAMES_H

#include "base/buffer.h"
#include "synth_lexicon.h"

#define JOURNALS 2000u
#define DESCRIPTORS_A_TOPIC 15u
#define DESCRIPTORS (TOPICS * DESCRIPTORS_A_TOPIC) /* number / DESCRIPTORS_A_TOPIC is the topic */
#define SUBSTANCES_A_TOPIC 4u

/* A piece of XML, formatted as a small part of printf does: %s, %c, %u, %0Wu, %.*s, %%. */
void put(buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

void journal_put_title(uint32_t journal, buffer *b);
void journal_put_abbreviation(uint32_t journal, buffer *b);
void journal_put_issn(uint32_t journal, buffer *b);
const char *journal_country(uint32_t journal);

void person_put_family(uint32_t person, buffer *b);
const char *person_forename(uint32_t person);
/* The initial of a middle name, or 0. */
char person_middle(uint32_t person);
void person_put_affiliation(uint32_t person, buffer *b);
/* Sixteen digits in groups of four, outside of the ranges that are given out. */
void person_put_orcid(uint32_t person, buffer *b);

void descriptor_put(const lexicon *l, uint32_t descriptor, buffer *b);
void substance_put(const lexicon *l, uint32_t topic, uint32_t choice, buffer *b);

#endif
