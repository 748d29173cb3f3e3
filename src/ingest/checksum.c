/* Reading NAME.md5: "MD5(name)= digits" as NLM writes it, or "digits  name" as md5sum does. */
#include "ingest/checksum.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define SUFFIX TEXT(".md5")

enum { MOST_BYTES = 4096 };

bool checksum_is_beside(const char *path) {
  text name = text_of(path);
  if (!text_ends(name, SUFFIX) || name.size == SUFFIX.size) return false;
  struct stat about;
  char *of = strndup(path, name.size - SUFFIX.size);
  bool there = of && stat(of, &about) == 0 && S_ISREG(about.st_mode);
  free(of);
  return there;
}

bool checksum_stands_beside(const char *path) {
  char name[4096];
  struct stat about;
  return snprintf(name, sizeof name, "%s.md5", path) < (int)sizeof name && stat(name, &about) == 0;
}

static bool is_digit(char c) {
  return ascii_is_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f');
}

/* The first run of just as many hexadecimal digits as a digest has. */
static bool find_digits(text bytes, digest_text found) {
  size_t run = 0;
  for (size_t i = 0; i <= bytes.size; i++) {
    if (i < bytes.size && is_digit(bytes.data[i])) {
      run++;
      continue;
    }
    if (run == DIGEST_DIGITS) {
      for (size_t k = 0; k < run; k++) found[k] = ascii_lower(bytes.data[i - run + k]);
      found[run] = 0;
      return true;
    }
    run = 0;
  }
  return false;
}

/* *there is false where no checksum stands beside the file. */
static bool read_beside(const char *path, digest_text found, bool *there, error *e) {
  char name[4096], bytes[MOST_BYTES];
  *there = false;
  if (snprintf(name, sizeof name, "%s.md5", path) >= (int)sizeof name) return true;
  FILE *file = fopen(name, "re");
  if (!file && (errno == ENOENT || errno == ENOTDIR)) return true;
  *there = true;
  if (!file)
    return error_set(e, ERROR_SYSTEM, "cannot read its checksum %s: %s", name, strerror(errno));
  size_t size = fread(bytes, 1, sizeof bytes, file);
  fclose(file);
  return find_digits((text){bytes, size}, found) ||
         error_set(e, ERROR_INPUT, "there is no MD5 checksum in %s", name);
}

bool checksum_agrees(const char *path, const digest_text digest, error *e) {
  digest_text wanted;
  bool there;
  error_at(e, path, 0);
  if (!read_beside(path, wanted, &there, e)) return false;
  if (!there || strcmp(digest, wanted) == 0) return true;
  return error_set(e, ERROR_INPUT,
                   "damaged: its MD5 is %s, but %s.md5 says %s; it was not taken in", digest, path,
                   wanted);
}
