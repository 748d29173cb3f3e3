/* Reading tags. */
#include "query/tag.h"

static bool unknown(const scope *s, text name, size_t at) {
  const char *near = field_suggest(name);
  text shown = scan_shown(name);
  if (!near)
    return scope_fail(s, at, "unknown tag [%.*s]; `carrel fields` lists them", TEXT_ARG(shown));
  return scope_fail(s, at, "unknown tag [%.*s]; did you mean [%s]?", TEXT_ARG(shown), near);
}

static bool read_distance(const scope *s, text number, size_t at, tag *t) {
  long long distance;
  number = text_trim(number);
  if (t->field->kind != FIELD_WORDS)
    return scope_fail(s, at, "[%s] holds no running text, so nothing in it is near anything",
                      t->field->name);
  if (number.size > 4 || !text_all_digits(number) || !text_to_number(number, &distance) ||
      distance > TAG_FARTHEST)
    return scope_fail(s, at, "the distance in [%s:~%.*s] should be a number from 0 to %d",
                      t->field->name, TEXT_ARG(scan_shown(number)), TAG_FARTHEST);
  t->near = true;
  t->distance = (unsigned)distance;
  return true;
}

static bool read_modifier(const scope *s, text modifier, size_t at, tag *t) {
  if (text_starts(modifier, TEXT("~")))
    return read_distance(s, text_slice(modifier, 1, modifier.size), at, t);
  if (!text_equal_nocase(modifier, TEXT("noexp")) && !text_equal_nocase(modifier, TEXT("no exp")))
    return scope_fail(s, at, "unknown \"%.*s\" in a tag; there are noexp and ~3",
                      TEXT_ARG(scan_shown(modifier)));
  if (!(t->field->can & FIELD_EXPLODES))
    return scope_fail(s, at, "[%s] has no tree to explode over, so noexp means nothing there",
                      t->field->name);
  t->no_explode = true;
  return true;
}

bool tag_read(const scope *s, text inside, size_t at, tag *t) {
  text name, modifier;
  bool has_modifier = text_cut(inside, TEXT(":"), &name, &modifier);
  name = text_trim(name);
  *t = (tag){.field = field_find(name)};
  if (name.size == 0) return scope_fail(s, at, "nothing stands in these brackets");
  if (!t->field) return unknown(s, name, at);
  return !has_modifier || read_modifier(s, text_trim(modifier), at, t);
}
