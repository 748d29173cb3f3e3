/* The table of Ovid's field codes. */
#include "query/ovid_field.h"

#include <string.h>

enum { LONGEST_SUFFIX = 120 };

typedef struct code_row {
  const char *code;
  const char *field; /* our short tag */
  const char *note;  /* how that differs; NULL: it does not */
} code_row;

/* Of several codes for a field the first is the one that is written. */
static const code_row rows[] = {
    {"ti", "ti", NULL},
    {"ab", "ab", NULL},
    {"kf", "ot", NULL},
    {"kw", "ot", NULL},
    {"tw", "tiab", NULL},
    {"mp", "tw", NULL},
    {"hw", "tw", ".hw., words of headings, is asked as all text words"},
    {"dw", "tw", ".dw., words of headings, is asked as all text words"},
    {"af", "all", NULL},
    {"so", "all", ".so., the source, is asked in all fields"},
    {"cm", "all", ".cm., comments, is asked in all fields"},
    {"ot", "tt", NULL},
    {"bt", "book", NULL},
    {"in", "ad", NULL},
    {"ca", "cn", NULL},
    {"ci", "cois", NULL},
    {"au", "au", NULL},
    {"ax", "au", NULL},
    {"fa", "fau", NULL},
    {"ir", "ir", NULL},
    {"iv", "ir", NULL},
    {"pn", "ps", NULL},
    {"ai", "auid", NULL},
    {"sh", "mh", NULL},
    {"fs", "sh", NULL},
    {"xs", "sh", NULL},
    {"pt", "pt", NULL},
    {"nm", "nm", NULL},
    {"px", "nm", NULL},
    {"rx", "nm", NULL},
    {"ox", "nm", NULL},
    {"sy", "nm", NULL},
    {"rn", "rn", NULL},
    {"jn", "ta", NULL},
    {"jw", "ta", NULL},
    {"nj", "ta", NULL},
    {"ja", "ta", NULL},
    {"jc", "jid", NULL},
    {"is", "is", NULL},
    {"es", "is", NULL},
    {"il", "is", NULL},
    {"vo", "vi", NULL},
    {"ip", "ip", NULL},
    {"pg", "pg", NULL},
    {"lg", "la", NULL},
    {"la", "la", NULL},
    {"cp", "pl", NULL},
    {"pb", "pubn", NULL},
    {"ib", "isbn", NULL},
    {"no", "gr", NULL},
    {"gi", "gr", NULL},
    {"si", "si", NULL},
    {"st", "sb", NULL},
    {"sb", "sb", NULL},
    {"ro", "owner", NULL},
    {"ui", "pmid", NULL},
    {"an", "pmid", NULL},
    {"pm", "pmid", NULL},
    {"do", "doi", NULL},
    {"yr", "dp", NULL},
    {"dp", "dp", NULL},
    {"sa_year", "dp", NULL},
    {"ep", "epdat", NULL},
    {"dt", "crdt", NULL},
    {"da", "crdt", NULL},
    {"ez", "edat", NULL},
    {"dc", "dcom", NULL},
    {"ed", "mhda", NULL},
    {"up", "lr", NULL},
    {"rd", "lr", NULL},
    {"m_titl", "ti", NULL},
};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

static const code_row *find_code(text code) {
  code = text_trim(code);
  for (size_t i = 0; i < ROW_COUNT; i++)
    if (text_equal_nocase(text_of(rows[i].code), code)) return &rows[i];
  return NULL;
}

/* ---- Suffixes ---- */

static bool is_code_byte(char byte) {
  return ascii_is_letter(byte) || byte == '_' || byte == ',' || byte == ' ';
}

/* Whether all codes are known, or at least look like codes: two letters each. */
static bool are_codes(text codes, bool known) {
  text rest = codes, code;
  while (text_take_until(&rest, ',', &code)) {
    code = text_trim(code);
    if (find_code(code)) continue;
    if (known || code.size != 2 || text_find_byte(code, ' ') != TEXT_NONE) return false;
  }
  return codes.size > 0;
}

size_t ovid_suffix(text rest, text *codes) {
  if (rest.size < 3 || rest.data[0] != '.') return 0;
  bool bracket = rest.data[1] == '(';
  size_t start = bracket ? 2 : 1, end = start;
  size_t limit = rest.size < LONGEST_SUFFIX ? rest.size : LONGEST_SUFFIX;
  while (end < limit && is_code_byte(rest.data[end])) {
    if (rest.data[end] == ' ' && rest.data[end - 1] != ',') break;
    end++;
  }
  *codes = text_slice(rest, start, end);
  if (bracket && (end == rest.size || rest.data[end++] != ')')) return 0;
  bool closed = end < rest.size && rest.data[end] == '.';
  if (!are_codes(*codes, !closed)) return 0;
  bool ends =
      end == rest.size || rest.data[end] == ')' || scan_space(text_slice(rest, end, rest.size));
  return closed ? end + 1 : ends ? end : 0;
}

/* ---- Sets of fields ---- */

static bool has_field(const ovid_fields *set, const char *name) {
  for (size_t i = 0; i < set->count; i++)
    if (!strcmp(set->items[i]->name, name)) return true;
  return false;
}

static void add_field(ovid_fields *set, const char *name) {
  if (has_field(set, name) || set->count == sizeof set->items / sizeof *set->items) return;
  set->items[set->count++] = field_find(text_of(name));
}

static void remove_fields(ovid_fields *set, const char *const *names) {
  size_t kept = 0;
  for (size_t i = 0; i < set->count; i++) {
    const char *const *name = names;
    while (*name && strcmp(*name, set->items[i]->name)) name++;
    if (!*name) set->items[kept++] = set->items[i];
  }
  set->count = kept;
}

/* Leaves out the fields that others of the set contain. */
static void simplify(ovid_fields *set) {
  static const char *const in_tiab[] = {"ti", "ab", "ot", NULL};
  static const char *const in_text[] = {"ti", "ab", "ot", "tiab", NULL};
  if (has_field(set, "ti") && has_field(set, "ab")) {
    remove_fields(set, in_tiab);
    add_field(set, "tiab");
  }
  if (has_field(set, "tiab")) remove_fields(set, in_tiab);
  if (has_field(set, "tw")) remove_fields(set, in_text);
  if (!has_field(set, "all")) return;
  set->count = 0;
  add_field(set, "all");
}

bool ovid_fields_read(const scope *s, text codes, size_t at, ovid_fields *set) {
  text rest = codes, code;
  *set = (ovid_fields){.count = 0};
  while (text_take_until(&rest, ',', &code)) {
    const code_row *row = find_code(code);
    if (!row)
      return scope_fail(s, at, "unknown field .%.*s.; carrel-query(7) lists them",
                        TEXT_ARG(text_trim(code)));
    if (row->note) scope_note(s, "%s", row->note);
    add_field(set, row->field);
  }
  simplify(set);
  return true;
}

ovid_fields ovid_fields_default(void) {
  ovid_fields set = {.count = 0};
  add_field(&set, "tw");
  return set;
}

text ovid_codes(const field *f) {
  if (!strcmp(f->name, "tiab")) return TEXT("ti,ab,kf");
  for (size_t i = 0; i < ROW_COUNT; i++)
    if (!strcmp(rows[i].field, f->name)) return text_of(rows[i].code);
  return (text){"", 0};
}
