/* What the suites of the XML scanner share: events as text. */
#ifndef CARREL_TESTS_READ_XML_EVENTS_H
#define CARREL_TESTS_READ_XML_EVENTS_H

#include <string.h>

#include "read/xml_scan.h"
#include "support.h"

/* "<name a=[value] >" "</>" and text as it is, in which touching pieces make one. */
static inline void add_start(buffer *out, const char *name, const char **attributes) {
  buffer_printf(out, "<%s", name);
  for (; *attributes; attributes += 2) buffer_printf(out, " %s=[%s]", attributes[0], attributes[1]);
  buffer_put(out, ">");
}

/* All events, and at the end "!LINE what" where something is wrong. Text that is followed by
 * nothing but an error is left out: whether it was handed out before is a matter of chance. */
static inline void scan(buffer *out, text bytes, error *e) {
  static xml_scan x;
  input *in = input_of_text(bytes, "test", e);
  xml_scan_open(&x, in);
  error_clear(e);
  size_t sure = 0;
  for (xml_event event;
       (event = xml_scan_next(&x, e)) != XML_FAILED && event != XML_END_OF_INPUT;) {
    if (event == XML_START) add_start(out, x.name, x.attributes);
    if (event == XML_END) buffer_put(out, "</>");
    if (event == XML_TEXT) buffer_add(out, x.text);
    else sure = out->size;
  }
  if (e->message[0]) out->size = sure;
  xml_scan_close(&x);
  input_close(in);
}

#endif
