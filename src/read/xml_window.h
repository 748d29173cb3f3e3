/* The bytes that an XML scanner looks at: a stretch of the input, in UTF-8, which moves on as it is
 * asked for more. What the scanner sees is sound: legal characters in UTF-8, with LF for every line
 * end. It ends in front of the first byte that is not. */
#ifndef CARREL_READ_XML_WINDOW_H
#define CARREL_READ_XML_WINDOW_H

#include "read/input.h"

enum { XML_WINDOW_MOST = 64 * 1024 * 1024 }; /* what does not fit into as much is refused */

typedef enum xml_encoding { XML_UTF_8, XML_US_ASCII, XML_ISO_8859_1 } xml_encoding;

/* Why there is no more to see. */
typedef enum xml_stop {
  XML_STOP_NONE,
  XML_STOP_END,     /* the input has ended, or reading it has failed */
  XML_STOP_CUT,     /* it has ended within a character */
  XML_STOP_INVALID, /* at `sound` stands what is no character */
  XML_STOP_FULL,    /* the window would grow beyond its limit */
  XML_STOP_MEMORY,
} xml_stop;

typedef struct xml_window {
  input *in;
  char *data;
  size_t capacity;
  size_t sound, filled; /* bytes that can be looked at, and all that have been read */
  xml_encoding encoding;
  xml_stop stop;
  bool ended;               /* there is no more input */
  bool after_return;        /* the byte read last was a CR, and has become a LF */
  size_t counted;           /* of the bytes before this one ... */
  unsigned long line_feeds; /* ... and all that are gone, the line ends */
} xml_window;

void xml_window_open(xml_window *w, input *in);
void xml_window_close(xml_window *w);
/* Lets go of the bytes before `from`, moves the rest to the front of the window and shows more
 * behind it: at least twice as many bytes, where there are as many, so that looking at all of them
 * again each time costs little. False when nothing has been added; `stop` says why. */
bool xml_window_fill(xml_window *w, size_t from);
/* What stands behind `from` is in another encoding than was thought. False: no memory. */
bool xml_window_encode(xml_window *w, size_t from, xml_encoding encoding);
/* The number of the line, from 1, in which the byte stands; never before one asked for earlier. */
unsigned long xml_window_line(xml_window *w, size_t place);

#endif
