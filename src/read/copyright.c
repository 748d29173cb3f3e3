/* Copyright statements at the end of abstracts. */
#include "read/copyright.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define LONGEST 600

static bool ends_sentence(text abstract, size_t before) {
  while (before && ascii_is_space(abstract.data[before - 1]) && abstract.data[before - 1] != '\n')
    before--;
  return !before || text_find_byte(TEXT(".?!)]\"\n;"), abstract.data[before - 1]) != TEXT_NONE;
}

static const text copyright_signs[] = {
    TEXT_STATIC("\u00A9"),       TEXT_STATIC("Copyright \u00A9"), TEXT_STATIC("Copyright (c)"),
    TEXT_STATIC("(c) 19"),       TEXT_STATIC("(c) 20"),           TEXT_STATIC("Copyright of "),
    TEXT_STATIC("Copyright 19"), TEXT_STATIC("Copyright 20")};

static bool is_copyright(text sentence) {
  for (size_t i = 0; i < COUNT(copyright_signs); i++)
    if (text_starts_nocase(sentence, copyright_signs[i])) return true;
  return false;
}

text copyright_take(text *abstract) {
  size_t from = abstract->size > LONGEST ? abstract->size - LONGEST : 0;
  for (size_t at = from; at < abstract->size; at++) {
    text rest = text_slice(*abstract, at, abstract->size);
    if (!is_copyright(rest) || !ends_sentence(*abstract, at)) continue;
    *abstract = text_trim(text_slice(*abstract, 0, at));
    return text_trim(rest);
  }
  return (text){"", 0};
}
