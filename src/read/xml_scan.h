/* A scanner of XML, for the readers for which speed counts: events are pulled one at a time, and
 * what they give points into the bytes read, where references have been decoded in place. No DTD is
 * fetched; entities that the document does not declare are HTML's, or stay as they are written.
 *
 *   xml_window.c  bytes: reading, line ends, encodings, illegal characters
 *   xml_scan.c    documents and what stands between tags
 *   xml_tag.c     tags and attributes
 *   xml_entity.c  references and what they stand for
 *   xml_prolog.c  what stands before the first tag
 *
 * Documents may follow one another. Each is checked to be well-formed, but for this: names may have
 * any character beyond ASCII, declarations in a document type are looked at for entities alone, and
 * defaults of attributes that they state are not taken over.
 *
 * Source: W3C, Extensible Markup Language (XML) 1.0. */
#ifndef CARREL_READ_XML_SCAN_H
#define CARREL_READ_XML_SCAN_H

#include "base/arena.h"
#include "base/buffer.h"
#include "read/xml_window.h"

typedef enum xml_event {
  XML_FAILED, /* the error is set; there is nothing after it */
  XML_START,
  XML_END,  /* of <a/>, too */
  XML_TEXT, /* a piece of text; pieces that touch may come one by one */
  XML_END_OF_INPUT,
  /* Not handed out: this was nothing to report; more bytes are needed to tell. */
  XML_PASSED,
  XML_MORE,
} xml_event;

enum {
  XML_ATTRIBUTES_MOST = 256, /* of one tag */
  XML_ENTITIES_MOST = 32,    /* internal entities of a document, and ... */
  XML_ENTITY_SIZE = 256,     /* ... the bytes of one; more is no bibliography */
};

typedef struct xml_attribute {
  char *name, *name_end, *value, *value_end;
  bool plain; /* the value holds nothing to decode */
} xml_attribute;

/* What a document says an entity stands for; `value` is NULL where that is elsewhere. */
typedef struct xml_entity {
  text name, value;
} xml_entity;

typedef struct xml_scan {
  /* What the event that came last says. Valid until the next. */
  const char *name;        /* of the element, at XML_START */
  const char **attributes; /* names and values in turn, NULL at the end, at XML_START */
  text text;               /* at XML_TEXT */

  /* What is being looked at: the window, or the value of an entity. */
  xml_window window;
  char *bytes;
  size_t at, end;
  size_t token;             /* where in the window the event that came last began */
  unsigned long token_line; /* the line of it where that has been asked for; 0: not yet */
  char character[4];        /* the text that a reference has become */
  const char *error;        /* what failed; NULL: nothing has */
  size_t error_at;          /* the place in the window */

  /* Where in the document it is. */
  enum { XML_BETWEEN, XML_IN_PROLOG, XML_IN_CONTENT } state;
  unsigned long documents; /* that have ended */
  size_t depth;            /* open elements; buffer `open` has their names */
  buffer open;
  bool cdata;      /* in a CDATA section */
  bool empty;      /* the end of <a/> is to be reported */
  bool standalone; /* all entities must be declared */
  bool fresh;      /* an XML declaration may still come */
  bool declared;   /* there has been a document type */

  /* Entities, and the one that is being expanded. */
  xml_entity entities[2 * XML_ENTITIES_MOST];
  size_t entity_count, internal_count;
  bool entities_unknown; /* a parameter entity may have declared others */
  arena declarations;
  bool expanding;
  size_t back, outer_depth; /* where the document goes on, how deep it was */
  char expansion[XML_ENTITY_SIZE];
  arena values; /* attribute values that entities have made longer */

  xml_attribute found[XML_ATTRIBUTES_MOST];
  const char *pairs[2 * XML_ATTRIBUTES_MOST + 1];
} xml_scan;

/* `in` is borrowed until xml_scan_close; nothing may have been read from it. */
void xml_scan_open(xml_scan *x, input *in);
void xml_scan_close(xml_scan *x);
/* The next event. */
xml_event xml_scan_next(xml_scan *x, error *e);
/* The line, from 1, in which the event that came last begins. Before the next is asked for. */
unsigned long xml_scan_line(xml_scan *x);

#endif
