/* Reading JSON (RFC 8259) piece by piece, without making a tree of it: for what Carrel has written
 * itself and reads all the time. Failure is sticky: behind it nothing is found any more. */
#ifndef CARREL_BASE_JSON_SCAN_H
#define CARREL_BASE_JSON_SCAN_H

#include "base/arena.h"

typedef struct json_scan {
  const char *at, *end;
  bool failed;
} json_scan;

void json_scan_start(json_scan *s, text json);
/* The first byte of the value or mark that comes next, white space passed over; 0 at the end. */
char json_scan_peek(json_scan *s);
/* Passes over a mark ("{", ",") if it comes next. */
bool json_scan_mark(json_scan *s, char mark);

/* Each fails where something else comes next. A text lives in `a`, or is a part of the JSON. */
text json_scan_text(json_scan *s, arena *a);
long long json_scan_number(json_scan *s);
bool json_scan_boolean(json_scan *s);
/* Passes over any value. */
void json_scan_skip(json_scan *s);

/* Goes on to the next element of an array, or to the next member of an object, whose name it reads,
 * or behind the end, where it gives false. `first` is true for the first call, behind the opening
 * bracket. */
bool json_scan_element(json_scan *s, bool *first);
bool json_scan_member(json_scan *s, bool *first, text *name, arena *a);
/* Whether all has been read, and read well. */
bool json_scan_end(json_scan *s);

#endif
