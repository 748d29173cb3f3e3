/* Timing whole commands: to the first byte that they print, and to their end. */
#ifndef CARREL_TOOLS_BENCH_START_H
#define CARREL_TOOLS_BENCH_START_H

#include "base/error.h"

/* Medians of the runs, in milliseconds. */
typedef struct start_times {
  double first, whole;
} start_times;

/* Runs a command so many times; its standard output is read and dropped, its messages are not
 * shown. False with `e` set where it cannot be run or prints nothing. */
bool start_measure(char *const *command, int runs, start_times *times, error *e);

#endif
