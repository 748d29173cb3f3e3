/* From a leaf to records of MeSH, to the values that articles have of them, to articles. */
#include "search/heading.h"

#include <string.h>

#include "index/content.h"
#include "search/nearby.h"
#include "search/vocabulary.h"

/* What each field looks for in MeSH. */
static const struct {
  const char *field;
  mesh_kind kinds[2];
  enum { AS_HEADING, AS_TYPE, AS_QUALIFIER, AS_SUBSTANCE, AS_ACTION } how;
  bool explodes;
} rules[] = {
    {"mh", {MESH_DESCRIPTOR}, AS_HEADING, true},
    {"majr", {MESH_DESCRIPTOR}, AS_HEADING, true},
    {"sh", {MESH_QUALIFIER}, AS_QUALIFIER, true},
    {"pt", {MESH_DESCRIPTOR}, AS_TYPE, true},
    {"nm", {MESH_SUPPLEMENT, MESH_DESCRIPTOR}, AS_SUBSTANCE, false},
    {"pa", {MESH_DESCRIPTOR}, AS_ACTION, false},
};
enum { RULES = sizeof rules / sizeof *rules };

static size_t rule_of(const field *f) {
  size_t at = 0;
  while (at < RULES && strcmp(rules[at].field, f->name) != 0) at++;
  return at;
}

bool heading_explains(const field *f) { return rule_of(f) < RULES; }

/* --- Which records are meant --- */

/* Of headings that are publication types and ones that are not, those that the field is about,
 * unless that leaves none. */
static bool keep_types(evaluation *v, mesh_records *found, bool wanted) {
  mesh_records kept = {0};
  for (size_t i = 0; i < found->count; i++) {
    bool is;
    if (!vocabulary_is_type(v->x, &found->items[i], &is, v->a, v->e)) return false;
    if (is == wanted) *list_push(v->a, &kept) = found->items[i];
  }
  if (kept.count) *found = kept;
  return true;
}

static bool find_roots(evaluation *v, const query *leaf, size_t rule, mesh_records *roots) {
  *roots = (mesh_records){0};
  for (size_t i = 0; i < 2 && rules[rule].kinds[i] && !roots->count; i++)
    if (!vocabulary_find(v->x, rules[rule].kinds[i], leaf->text, roots, v->a, v->e)) return false;
  /* In quotes it is one heading. */
  if (leaf->quoted && roots->count > 1) roots->count = 1;
  if (rules[rule].how == AS_HEADING) return keep_types(v, roots, false);
  return rules[rule].how != AS_TYPE || keep_types(v, roots, true);
}

static bool explodes(const query *leaf) { return !leaf->no_explode && !leaf->truncated; }

static bool find_records(evaluation *v, const query *leaf, size_t rule, mesh_records *all) {
  mesh_records roots;
  if (leaf->truncated)
    return !vocabulary_is_place(leaf->text) ? (*all = (mesh_records){0}, true)
                                            : vocabulary_branch(v->x, leaf->text, all, v->a, v->e);
  return find_roots(v, leaf, rule, &roots) &&
         vocabulary_explode(v->x, &roots, rules[rule].explodes && explodes(leaf), all, v->a, v->e);
}

/* --- What articles have of them --- */

static bool add_value(evaluation *v, text field, text value, set *found, bool *any) {
  bool has;
  if (!leaf_add_values(v, field, value, true, found, &has)) return false;
  *any = *any || has;
  return true;
}

static bool add_names(evaluation *v, text field, const mesh_records *all, set *found, bool *any) {
  for (size_t i = 0; i < all->count; i++)
    if (!add_value(v, field, all->items[i].folded, found, any)) return false;
  return true;
}

/* Each heading with each qualifier; without records of either, the names as they are typed. */
static bool add_pairs(evaluation *v, const query *leaf, const mesh_records *all, set *found,
                      bool *any) {
  text field = text_of(leaf->field->name);
  mesh_record heading = {.folded = content_fold(leaf->text, v->a)};
  mesh_record qualifier = {.folded = content_fold(leaf->qualifier, v->a)};
  mesh_records headings = {.items = &heading, .count = 1};
  mesh_records roots, qualifiers;
  if (all->count) headings = *all;
  if (!vocabulary_find(v->x, MESH_QUALIFIER, leaf->qualifier, &roots, v->a, v->e) ||
      !vocabulary_explode(v->x, &roots, explodes(leaf), &qualifiers, v->a, v->e))
    return false;
  if (!qualifiers.count) qualifiers = (mesh_records){.items = &qualifier, .count = 1};
  for (size_t i = 0; i < headings.count; i++)
    for (size_t k = 0; k < qualifiers.count; k++)
      if (!add_value(
              v, field,
              arena_join(v->a, headings.items[i].folded, TEXT("/"), qualifiers.items[k].folded),
              found, any))
        return false;
  return true;
}

/* The substances that have the action, which stand as headings or as substances in records. */
static bool add_substances(evaluation *v, const mesh_records *actions, set *found, bool *any) {
  mesh_records substances = {0};
  for (size_t i = 0; i < actions->count; i++)
    if (!mesh_find_related(v->x->store, actions->items[i].id, MESH_SUBSTANCES, &substances, v->a,
                           v->e))
      return false;
  return add_names(v, TEXT("mh"), &substances, found, any) &&
         add_names(v, TEXT("nm"), &substances, found, any);
}

/* --- What the user should know --- */

static void note(evaluation *v, text notice) {
  if (v->notices && !texts_contain(v->notices, notice)) *list_push(v->a, v->notices) = notice;
}

static void note_missing(evaluation *v, const query *leaf, size_t rule) {
  const mesh_state *has = &v->x->mesh;
  if (leaf->mapped || !explodes(leaf)) return;
  bool heading = rules[rule].how == AS_HEADING;
  bool subheading = rules[rule].how == AS_QUALIFIER || leaf->qualifier.size;
  if (rules[rule].how == AS_ACTION && !has->actions)
    note(v,
         TEXT("[pa] finds nothing: no pharmacological actions are loaded; see carrel help mesh"));
  else if (heading && !has->trees)
    note(v, TEXT("headings below are left out: MeSH's trees are not loaded; see carrel help mesh"));
  else if (subheading && !has->qualifier_trees)
    note(v, TEXT("subheadings below are left out: MeSH's qualifiers are not loaded; see carrel "
                 "help mesh"));
}

bool heading_evaluate(evaluation *v, const query *leaf, set *found, bool *any) {
  size_t rule = rule_of(leaf->field);
  text field = text_of(leaf->field->name);
  mesh_records all;
  *any = false;
  note_missing(v, leaf, rule);
  if (!find_records(v, leaf, rule, &all)) return false;
  if (leaf->qualifier.size && !leaf->truncated) return add_pairs(v, leaf, &all, found, any);
  if (rules[rule].how == AS_ACTION) return add_substances(v, &all, found, any);
  if (all.count) return add_names(v, field, &all, found, any);
  text typed = content_fold(leaf->text, v->a);
  if (leaf->qualifier.size)
    typed = arena_join(v->a, typed, TEXT("/"), content_fold(leaf->qualifier, v->a));
  return leaf_add_values(v, field, typed, !leaf->truncated, found, any);
}

bool heading_suggest(evaluation *v, const query *leaf, text *name) {
  size_t rule = rule_of(leaf->field);
  mesh_records roots;
  *name = (text){"", 0};
  if (leaf->truncated || !find_roots(v, leaf, rule, &roots)) return leaf->truncated;
  return roots.count || nearby_heading(v->x, rules[rule].kinds[0], leaf->text, name, v->a, v->e);
}
