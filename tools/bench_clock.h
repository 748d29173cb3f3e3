/* The clock of all measurements. */
#ifndef CARREL_TOOLS_BENCH_CLOCK_H
#define CARREL_TOOLS_BENCH_CLOCK_H

#include <time.h>

/* Seconds of a clock that only goes forward. */
static inline double now_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static inline double now_ms(void) { return now_seconds() * 1e3; }

#endif
