/* Runs a fuzz target as a plain test: over each file of a folder, and over mutations of each that
 * are the same in every run. `fuzz_NAME FOLDER [MUTATIONS]`. With clang's -fsanitize=fuzzer the
 * target is linked without this file. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MUTATIONS = 300, LARGEST_FILE = 1 << 20, LARGEST_CHANGE = 64, CHANGES = 4 };

typedef struct bytes {
  uint8_t *data;
  size_t size;
} bytes;

/* xorshift64 (Marsaglia 2003): any sequence will do, as long as it is always the same. */
static size_t chance(uint64_t *state, size_t below) {
  *state ^= *state << 13, *state ^= *state >> 7, *state ^= *state << 17;
  return below ? (size_t)(*state % below) : 0;
}

/* Bytes at which formats take turns. */
static const char marks[] =
    "\0\n\r\t -:;,.[](){}<>&#\"'\\@%=*/\x1B\x80\xC3\xE2\xFF\xFE"
    "0A\n\n  - ";

static void mutate_once(bytes *b, uint64_t *state) {
  size_t at = chance(state, b->size), left = b->size - at;
  size_t run = chance(state, LARGEST_CHANGE) + 1;
  if (run > left) run = left;
  switch (chance(state, 5)) {
    case 0: /* a byte of note instead of this one */
      if (left) b->data[at] = (uint8_t)marks[chance(state, sizeof marks)];
      break;
    case 1: /* the run is lost */
      memmove(b->data + at, b->data + at + run, left - run);
      b->size -= run;
      break;
    case 2: /* the run comes twice; there is room for it (see copy_of) */
      memmove(b->data + at + run, b->data + at, left);
      b->size += run;
      break;
    case 3: /* the run is copied to another place */
      memmove(b->data + chance(state, b->size - run + 1), b->data + at, run);
      break;
    default: /* the rest is lost, now and then */
      if (chance(state, 4) == 0) b->size = at;
      else if (left) b->data[at] ^= (uint8_t)(1u << chance(state, 8));
  }
}

/* In memory of exactly its size, so that a sanitizer sees any byte read behind it. */
static void run(const uint8_t *data, size_t size) {
  uint8_t *exact = malloc(size ? size : 1);
  if (!exact) abort();
  memcpy(exact, data, size);
  LLVMFuzzerTestOneInput(exact, size);
  free(exact);
}

static void run_file(bytes file, long mutations) {
  uint64_t state = 0x9E3779B97F4A7C15u;
  run(file.data, file.size);
  for (long i = 0; i < mutations; i++) {
    bytes copy = {malloc(file.size + CHANGES * LARGEST_CHANGE), file.size};
    if (!copy.data) abort();
    memcpy(copy.data, file.data, file.size);
    for (size_t k = chance(&state, CHANGES) + 1; k > 0; k--) mutate_once(&copy, &state);
    run(copy.data, copy.size);
    free(copy.data);
  }
}

static int is_visible(const struct dirent *entry) { return entry->d_name[0] != '.'; }

int main(int count, char **arguments) {
  struct dirent **entries;
  long mutations = count > 2 ? strtol(arguments[2], NULL, 10) : MUTATIONS;
  int files = count > 1 ? scandir(arguments[1], &entries, is_visible, alphasort) : -1;
  if (files <= 0) {
    fprintf(stderr, "usage: %s FOLDER [MUTATIONS], and the folder must hold files\n", arguments[0]);
    return EXIT_FAILURE;
  }
  static uint8_t data[LARGEST_FILE];
  for (int i = 0; i < files; i++) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", arguments[1], entries[i]->d_name);
    FILE *file = fopen(path, "rb");
    if (!file) {
      perror(path);
      return EXIT_FAILURE;
    }
    printf("%s\n", path);
    fflush(stdout);
    run_file((bytes){data, fread(data, 1, sizeof data, file)}, mutations);
    fclose(file);
    free(entries[i]);
  }
  free(entries);
  return EXIT_SUCCESS;
}
