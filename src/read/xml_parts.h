/* For xml_*.c of the scanner only. */
#ifndef CARREL_READ_XML_PARTS_H
#define CARREL_READ_XML_PARTS_H

#include "read/xml_scan.h"

#define XML_INVALID "malformed XML: not well-formed (invalid token)"
#define XML_SYNTAX "malformed XML: syntax error"
#define XML_UNCLOSED "malformed XML: unclosed token"
#define XML_NO_ELEMENT "malformed XML: no element found"
#define XML_MISPLACED "malformed XML: XML or text declaration not at start of entity"
#define XML_ASYNCHRONOUS "malformed XML: asynchronous entity"

/* Every function that gives an event starts at x->at, and moves it only when it has seen all that
 * it needs: after XML_MORE it is called once more. */

/* Says what is wrong at this byte; XML_FAILED. */
xml_event xml_fail(xml_scan *x, const char *what, const char *place);
/* What ends at the comment's or instruction's end. `start` is x->at for both. */
xml_event xml_comment(xml_scan *x);
xml_event xml_instruction(xml_scan *x);
/* xml_tag.c */
xml_event xml_start_tag(xml_scan *x);
xml_event xml_end_tag(xml_scan *x);
/* xml_prolog.c: passes to the root's start tag. */
xml_event xml_prolog(xml_scan *x);

/* xml_entity.c */

/* A reference: where it ends, and what it stands for: a text, or an entity of the document's. */
typedef struct xml_reference {
  char *end;
  text text;
  const xml_entity *entity;
  char bytes[4]; /* of the text, where it is one character */
} xml_reference;
/* Looks whether a reference stands at the "&"; sets r->end. XML_PASSED when it does. */
xml_event xml_reference_check(xml_scan *x, char *at, char *end, xml_reference *r);
/* What one that has been checked stands for. */
xml_event xml_reference_read(xml_scan *x, char *at, xml_reference *r);
/* Adds to the entities that the document declares, for the first declaration counts. */
xml_event xml_entity_declare(xml_scan *x, text name, text literal, bool parameter);
void xml_entity_declare_external(xml_scan *x, text name);

/* Characters of names: letters, "_" and ":" begin one, as does everything beyond ASCII. */
enum { XML_NAME = 1, XML_NAME_START = 2 };
extern const unsigned char xml_character[256];
static inline bool xml_is_name_start(char byte) {
  return xml_character[(unsigned char)byte] & XML_NAME_START;
}
static inline char *xml_name_end(char *p, const char *end) {
  while (p < end && xml_character[(unsigned char)*p]) p++;
  return p;
}
static inline bool xml_is_space(char byte) { return byte == ' ' || byte == '\n' || byte == '\t'; }
static inline char *xml_skip_space(char *p, const char *end) {
  while (p < end && xml_is_space(*p)) p++;
  return p;
}

#endif
