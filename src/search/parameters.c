/* Parameters of ranking: their limits, their form as text, and the library's own. */
#include "search/parameters.h"

#include <stdlib.h>
#include <string.h>

enum { WEIGHT_MOST = 20 };
static const double K1_MOST = 10;

const char *const parameter_names[] = {"k1", "b", "weights", NULL};

score_parameters parameters_default(void) {
  score_parameters p = {.k1 = 1.6, .b = 0.75};
  for (unsigned i = 0; i < COLUMN_COUNT; i++) p.weights[i] = columns[i].weight;
  return p;
}

/* --- From and to text --- */

static bool set_number(double *place, text value, double most, error *e) {
  char digits[32] = "", *end = digits;
  if (value.size < sizeof digits) memcpy(digits, value.data, value.size);
  double number = strtod(digits, &end);
  bool starts = ascii_is_digit(digits[0]) || digits[0] == '.';
  if (!starts || end != digits + value.size || !(number >= 0 && number <= most))
    return error_set(e, ERROR_USE, "\"%.*s\" is not a number from 0 to %g", TEXT_ARG(value), most);
  *place = number;
  return true;
}

/* A column that is ranked, or COLUMN_COUNT. */
static unsigned ranked_column(text name) {
  for (unsigned i = 0; i < COLUMN_COUNT; i++)
    if (columns[i].weight && text_equal(text_of(columns[i].name), name)) return i;
  return COLUMN_COUNT;
}

static bool set_weight(score_parameters *p, text one, error *e) {
  text name, value;
  long long number;
  text_cut(one, TEXT("="), &name, &value);
  unsigned column = ranked_column(text_trim(name));
  if (column == COLUMN_COUNT)
    return error_set(e, ERROR_USE, "\"%.*s\" is not ranked; title, abstract, keywords and mesh are",
                     TEXT_ARG(name));
  if (!text_to_number(text_trim(value), &number) || number > WEIGHT_MOST)
    return error_set(e, ERROR_USE, "the weight of %.*s must be a whole number from 0 to %d",
                     TEXT_ARG(name), WEIGHT_MOST);
  p->weights[column] = (unsigned)number;
  return true;
}

static bool set_weights(score_parameters *p, text list, error *e) {
  text one;
  score_parameters changed = *p;
  while (text_take_until(&list, ',', &one))
    if (!set_weight(&changed, one, e)) return false;
  *p = changed;
  return true;
}

bool parameters_set(score_parameters *p, const char *name, text value, error *e) {
  if (strcmp(name, "k1") == 0) return set_number(&p->k1, value, K1_MOST, e);
  if (strcmp(name, "b") == 0) return set_number(&p->b, value, 1, e);
  return set_weights(p, value, e);
}

text parameters_get(const score_parameters *p, const char *name, arena *a) {
  text all = {"", 0};
  if (strcmp(name, "k1") == 0) return arena_printf(a, "%g", p->k1);
  if (strcmp(name, "b") == 0) return arena_printf(a, "%g", p->b);
  for (unsigned i = 0; i < COLUMN_COUNT; i++)
    if (columns[i].weight)
      all = arena_join(a, all, TEXT(","), arena_printf(a, "%s=%u", columns[i].name, p->weights[i]));
  return all;
}

/* --- The library's own --- */

static const char *key_of(const char *name, arena *a) {
  return arena_string(a, arena_printf(a, "ranking_%s", name));
}

bool parameters_keep(store *s, const char *name, text value, error *e) {
  arena a;
  arena_init(&a);
  bool good = store_set(s, key_of(name, &a), value, e);
  arena_finish(&a);
  return good;
}

text parameters_kept(store *s, const char *name, arena *a, error *e) {
  return store_get(s, key_of(name, a), a, e);
}

bool parameters_load(store *s, score_parameters *p, error *e) {
  arena a;
  bool good = true;
  *p = parameters_default();
  arena_init(&a);
  for (size_t i = 0; good && parameter_names[i]; i++) {
    text kept = parameters_kept(s, parameter_names[i], &a, e);
    good = e->kind == ERROR_NONE;
    if (good && kept.size) good = parameters_set(p, parameter_names[i], kept, e);
  }
  good = good && (!arena_failed(&a) || error_memory(e));
  arena_finish(&a);
  return good;
}
