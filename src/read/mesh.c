/* The table of MeSH's formats; its trees, the simplest of them. */
#include "read/mesh.h"

#include <string.h>

static const mesh_format *const formats[] = {&mesh_xml, &mesh_ascii, &mesh_table, &mesh_trees};

const mesh_format *mesh_recognise(text head, mesh_claims *claims) {
  *claims = (mesh_claims){0};
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (formats[i]->recognises(head, claims)) return formats[i];
  return NULL;
}

/* The first number of four digits from 1960, when MeSH began, to 2099; longer ones are dates. */
static int find_year(text words) {
  for (size_t at = 0; at + 4 <= words.size; at++) {
    long long year;
    if (at && ascii_is_digit(words.data[at - 1])) continue;
    if (text_to_number(text_slice(words, at, at + 4), &year) && year >= 1960 && year < 2100)
      return (int)year;
  }
  return 0;
}

int mesh_year(const char *path, text head) {
  const char *slash = strrchr(path, '/');
  int year = find_year(text_of(slash ? slash + 1 : path));
  if (year) return year;
  /* <!DOCTYPE DescriptorRecordSet SYSTEM ".../nlmdescriptorrecordset_20260101.dtd"> */
  size_t end = text_find(head, TEXT(".dtd"));
  return end == TEXT_NONE ? 0 : find_year(text_slice(head, end > 8 ? end - 8 : 0, end));
}

/* --- Trees: "Heading;C14.280.647" --- */

/* A letter, two digits, and groups of three digits after dots. */
static bool is_tree_number(text number) {
  if (number.size < 3 || !ascii_is_upper(number.data[0])) return false;
  text rest = text_slice(number, 1, number.size), group;
  for (size_t digits = 2; text_take_until(&rest, '.', &group); digits = 3)
    if (group.size != digits || !text_all_digits(group)) return false;
  return !text_ends(number, TEXT("."));
}

static bool split_tree(text line, text *heading, text *number) {
  size_t semicolon = text_find_last(line, TEXT(";"));
  if (semicolon == TEXT_NONE) return false;
  *heading = text_trim(text_slice(line, 0, semicolon));
  *number = text_trim(text_slice(line, semicolon + 1, line.size));
  return heading->size && is_tree_number(*number);
}

static bool trees_recognise(text head, mesh_claims *claims) {
  text line, heading, number;
  if (!text_take_line(&head, &line) || !split_tree(line, &heading, &number)) return false;
  *claims = (mesh_claims){MESH_DESCRIPTOR, MESH_TELLS_TREES};
  return true;
}

static bool trees_read(input *in, const mesh_taker *taker, error *e) {
  text line, number;
  mesh_entry entry = {.kind = MESH_DESCRIPTOR, .trees = {.items = &number, .count = 1}};
  while (input_line(in, &line)) {
    if (!text_trim(line).size) continue;
    if (!split_tree(line, &entry.name, &number)) {
      error_set(e, ERROR_INPUT, "no heading with a tree number");
      return error_at(e, input_name(in), input_line_number(in));
    }
    if (!taker->take(taker->context, &entry, e)) return false;
  }
  return !input_error(in, e);
}

const mesh_format mesh_trees = {"MeSH trees", trees_recognise, trees_read};
