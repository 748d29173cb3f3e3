/* The tables of common options. */
#include "cli/settings.h"

#include <string.h>

static bool set_limit(void *place, const char *value, error *e) {
  settings *s = place;
  long long number = 0;
  bool all = strcmp(value, "all") == 0;
  if (!all && !text_to_number(text_of(value), &number))
    return error_set(e, ERROR_USE, "\"%s\" is neither a number nor \"all\"", value);
  s->limit = all ? SETTINGS_ALL : (size_t)number;
  s->limit_given = true;
  return true;
}

static bool set_json(void *place, const char *value, error *e) {
  (void)value;
  return option_set_string(place, "jsonl", e);
}

static bool set_sort(void *place, const char *value, error *e) {
  /* In the order of search_sort. */
  static const char *const names[] = {"relevance", "date", "first-author", "journal", "pmid", NULL};
  int chosen = option_choose(names, value, "sort order", e);
  if (chosen >= 0) *(search_sort *)place = (search_sort)chosen;
  return chosen >= 0;
}

static bool set_color(void *place, const char *value, error *e) {
  /* In the order of color_choice. */
  static const char *const names[] = {"auto", "always", "never", NULL};
  int chosen = option_choose(names, value, "choice", e);
  if (chosen >= 0) *(color_choice *)place = (color_choice)chosen;
  return chosen >= 0;
}

static bool set_mapping(void *place, const char *value, error *e) {
  static const char *const names[] = {"on", "off", NULL};
  int chosen = option_choose(names, value, "choice", e);
  if (chosen >= 0) *(bool *)place = chosen == 1;
  return chosen >= 0;
}

static bool set_syntax(void *place, const char *value, error *e) {
  int chosen = option_choose(dialect_names, value, "syntax", e);
  if (chosen >= 0) *(query_dialect *)place = (query_dialect)chosen;
  return chosen >= 0;
}

/* The place gets the text, if it can be taken. */
static bool set_parameter(void *place, const char *name, const char *value, error *e) {
  score_parameters scratch = parameters_default();
  *(const char **)place = value;
  return parameters_set(&scratch, name, text_of(value), e);
}

static bool set_k1(void *place, const char *value, error *e) {
  return set_parameter(place, "k1", value, e);
}

static bool set_b(void *place, const char *value, error *e) {
  return set_parameter(place, "b", value, e);
}

static bool set_weights(void *place, const char *value, error *e) {
  return set_parameter(place, "weights", value, e);
}

#define AT(member) offsetof(settings, member)

const option common_options[] = {
    {0, "syntax", "LANGUAGE", "pubmed, ovid or auto, which knows Ovid's by its signs", OPTION_QUERY,
     set_syntax, AT(syntax)},
    {0, "strategy", "FILE", "ask the lines of a strategy instead; \"-\" is standard input",
     OPTION_QUERY, option_set_string, AT(strategy)},
    {0, "mapping", "WHEN", "on: words find what they mean as MeSH headings, too; or off",
     OPTION_QUERY, set_mapping, AT(literal)},
    {'n', "limit", "N", "at most N records, or \"all\"", OPTION_RESULTS, set_limit, 0},
    {0, "offset", "N", "pass over the first N", OPTION_RESULTS, option_set_number, AT(offset)},
    {0, "sort", "ORDER", "relevance, date, first-author, journal or pmid", OPTION_RESULTS, set_sort,
     AT(sort)},
    {0, "reverse", NULL, "turn the order around", OPTION_RESULTS, option_set_flag, AT(reverse)},
    {0, "count", NULL, "print only how many there are", OPTION_RESULTS, option_set_flag, AT(count)},
    {0, "explain", NULL, "show what each word gives to a record's score, by field", OPTION_SCORES,
     option_set_flag, AT(explain)},
    {0, "weights", "LIST",
     "what a word counts by field, as in title=3,abstract=1,keywords=2,mesh=2", OPTION_RANKING,
     set_weights, AT(weights)},
    {0, "k1", "N", "how soon more of the same word stops counting (1.6)", OPTION_RANKING, set_k1,
     AT(k1)},
    {0, "b", "N", "how much a long record is held against it, 0 to 1 (0.75)", OPTION_RANKING, set_b,
     AT(b)},
    {'f', "format", "FORMAT", "output format; `carrel formats` lists them", OPTION_OUTPUT,
     option_set_string, AT(format)},
    {0, "json", NULL, "the same as --format jsonl", OPTION_OUTPUT, set_json, AT(format)},
    {'o', "output", "FILE", "write to FILE; it is replaced when all has been written",
     OPTION_OUTPUT, option_set_string, AT(output)},
    {0, "color", "WHEN", "auto, always or never", OPTION_OUTPUT, set_color, AT(color)},
    {0, "no-pager", NULL, "do not page long output", OPTION_OUTPUT, option_set_flag, AT(no_pager)},
    {0, "db", "FILE", "the library; else $CARREL_DB, else $XDG_DATA_HOME/carrel/library.db",
     OPTION_GENERAL, option_set_string, AT(library)},
    {'q', "quiet", NULL, "no messages but errors", OPTION_GENERAL, option_set_flag, AT(quiet)},
    {'h', "help", NULL, "this help", OPTION_GENERAL, option_set_flag, AT(help)},
    OPTIONS_END,
};

const option program_options[] = {
    {'V', "version", NULL, "versions of Carrel, SQLite and the library's tables", OPTION_GENERAL,
     option_set_flag, AT(version)},
    OPTIONS_END,
};

const option asking_options[] = {
    {0, "no-history", NULL, "leave the search out of the history", OPTION_OWN, option_set_flag,
     AT(unwritten)},
    OPTIONS_END,
};
