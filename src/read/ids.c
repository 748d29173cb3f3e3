/* Lists of identifiers: each becomes a record that says no more, a stub, until its article comes.
 * PMIDs, DOIs, PMCIDs and the like, one or several a line, parted by blanks, commas or semicolons,
 * with or without a label ("PMID: 1") or as the address of a page; "#" begins a comment. A line as
 * PubMed prints it, "PMID: 1 PMCID: PMC2 DOI: 10.1/x", names one article. */
#include <stdlib.h>

#include "model/identifier.h"
#include "read/id_line.h"
#include "read/identify.h"
#include "read/readers.h"

enum { USUAL_PMID = 6, LONGEST_PMID = 8, LONGEST_LABEL = 12 };

typedef struct ids {
  input *in;
  text rest; /* of the line: what has not been taken */
} ids;

/* --- Tokens --- */

static bool is_separator(char byte) {
  return ascii_is_space(byte) || text_find_byte(TEXT(",;"), byte) != TEXT_NONE;
}

/* Whether an identifier may begin here: commas and semicolons stand in DOIs too. */
static bool begins(text rest) {
  static const text starts[] = {TEXT_STATIC("10."),  TEXT_STATIC("PMC"),  TEXT_STATIC("pmid"),
                                TEXT_STATIC("doi:"), TEXT_STATIC("http"), TEXT_STATIC("arxiv:")};
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
    if (text_starts_nocase(rest, starts[i])) return true;
  size_t digits = 0;
  while (digits < rest.size && ascii_is_digit(rest.data[digits])) digits++;
  return digits && digits <= LONGEST_PMID &&
         (digits == rest.size || is_separator(rest.data[digits]));
}

static bool ends_token(text rest, size_t at) {
  if (!is_separator(rest.data[at])) return false;
  return ascii_is_space(rest.data[at]) || at + 1 == rest.size || is_separator(rest.data[at + 1]) ||
         begins(text_slice(rest, at + 1, rest.size));
}

/* Takes the next word off the line; false at its end, where a comment may begin. */
static bool take_token(text *rest, text *token) {
  size_t from = 0;
  while (from < rest->size && is_separator(rest->data[from])) from++;
  *rest = text_slice(*rest, from, rest->size);
  if (!rest->size || rest->data[0] == '#') return false;
  size_t to = 1;
  while (to < rest->size && !ends_token(*rest, to)) to++;
  *token = text_slice(*rest, 0, to);
  *rest = text_slice(*rest, to, rest->size);
  return true;
}

/* --- Identifiers --- */

/* The scheme of a label, "PMID:" or "DOI"; empty where it is none. */
static text scheme_of(text label) {
  static const struct {
    text name, scheme;
  } names[] = {
      {TEXT_STATIC("pmid"), TEXT_STATIC("pmid")},   {TEXT_STATIC("pmids"), TEXT_STATIC("pmid")},
      {TEXT_STATIC("pubmed"), TEXT_STATIC("pmid")}, {TEXT_STATIC("doi"), TEXT_STATIC("doi")},
      {TEXT_STATIC("dois"), TEXT_STATIC("doi")},    {TEXT_STATIC("pmc"), TEXT_STATIC("pmc")},
      {TEXT_STATIC("pmcid"), TEXT_STATIC("pmc")},   {TEXT_STATIC("pmcids"), TEXT_STATIC("pmc")},
      {TEXT_STATIC("arxiv"), TEXT_STATIC("arxiv")}};
  label = text_trim_end(label, ":");
  for (size_t i = 0; label.size <= LONGEST_LABEL && i < sizeof names / sizeof *names; i++)
    if (text_equal_nocase(names[i].name, label)) return names[i].scheme;
  return (text){"", 0};
}

/* Adds what the word names, and tells whether it names anything. */
static bool read_token(record *r, text token) {
  identifier id;
  token = text_trim_end(token, "\"'.,;)>]");
  while (token.size && text_find_byte(TEXT("\"'(<["), token.data[0]) != TEXT_NONE)
    token = text_slice(token, 1, token.size);
  if (text_find(token, TEXT("://")) != TEXT_NONE || text_starts(token, TEXT("www.")))
    identify_address(r, token);
  if (r->ids.count) return true;
  if (text_all_digits(token) && token.size > LONGEST_PMID) return false;
  if (text_starts(token, TEXT("NCT")) && token.size == sizeof "NCT01234567" - 1 &&
      text_all_digits(text_slice(token, 3, token.size)))
    record_add_id(r, TEXT("nct"), token);
  else if (identifier_read(r->arena, token, &id) && identifier_joins(id.scheme))
    record_add_id(r, id.scheme, id.value);
  return r->ids.count > 0;
}

typedef enum { FOUND, FOUND_LABELLED, FOUND_LABEL, FOUND_NONE, FOUND_END } finding;

/* Takes the next identifier, perhaps with a label before it, off the line. */
static finding take_identifier(record *r, text *rest, text *token) {
  if (!take_token(rest, token)) return FOUND_END;
  text scheme = scheme_of(*token), ahead = *rest, value;
  if (!scheme.size) return read_token(r, *token) ? FOUND : FOUND_NONE;
  if (!take_token(&ahead, &value) || scheme_of(value).size) return FOUND_LABEL;
  record_add_id(r, scheme, text_trim_end(value, ".,;"));
  if (!r->ids.count) return FOUND_LABEL;
  *token = value;
  *rest = ahead;
  return FOUND_LABELLED;
}

/* --- Lines --- */

static bool is_comment(text line) { return !line.size || line.data[0] == '#'; }

/* The next identifier, wherever its line; FOUND_END at the end of the input. */
static finding next_identifier(ids *x, record *r, text *token) {
  for (;;) {
    finding found = take_identifier(r, &x->rest, token);
    r->source_line = (long long)input_line_number(x->in);
    if (found == FOUND_LABEL) continue;
    if (found != FOUND_END) return found;
    if (!input_line(x->in, &x->rest)) return FOUND_END;
    x->rest = text_trim(x->rest);
    if (is_comment(x->rest) || !id_line_read(r, x->rest)) continue;
    r->source_line = (long long)input_line_number(x->in);
    x->rest = (text){"", 0};
    if (r->ids.count) return FOUND;
  }
}

static read_result ids_next(void *state, record *r, error *e) {
  ids *x = state;
  text token = {"", 0};
  finding found = next_identifier(x, r, &token);
  if (input_error(x->in, e)) return READ_FAILED;
  if (arena_failed(r->arena)) {
    error_memory(e);
    return READ_FAILED;
  }
  if (found == FOUND_END) return READ_END;
  if (found != FOUND_NONE) return READ_RECORD;
  error_set(e, ERROR_INPUT, "no identifier that Carrel knows: %.*s",
            token.size > 60 ? 60 : (int)token.size, token.data);
  error_at(e, input_name(x->in), (unsigned long)r->source_line);
  return READ_SKIPPED;
}

/* --- The reader --- */

/* What the words of a text are; nothing else than identifiers may be there. */
typedef struct census {
  size_t labelled, numbers, usual; /* numbers without a label, and those as long as most PMIDs */
} census;

/* False where something in the line is no identifier. */
static bool count_line(census *c, text line, arena *a) {
  record r;
  record_init(&r, a);
  if (id_line_read(&r, line) && r.ids.count) {
    c->labelled++;
    return true;
  }
  for (;;) {
    text token;
    record_init(&r, a);
    finding found = take_identifier(&r, &line, &token);
    if (found == FOUND_END || found == FOUND_NONE) return found == FOUND_END;
    bool bare = found == FOUND && text_all_digits(token);
    c->numbers += bare;
    c->usual += bare && token.size >= USUAL_PMID;
    c->labelled += found != FOUND_LABEL && !bare;
  }
}

/* Numbers can be anything, so most of them must look like PMIDs. */
static int ids_recognises(text head) {
  census c = {0};
  bool cut = head.size == INPUT_HEAD, only = true;
  text line;
  arena a;
  arena_init(&a);
  while (only && text_take_line(&head, &line)) {
    bool last = cut && !head.size;
    line = text_trim(line);
    arena_reset(&a);
    if (!last && !is_comment(line)) only = count_line(&c, line, &a);
  }
  arena_finish(&a);
  if (!only || c.labelled + c.numbers == 0) return 0;
  if (c.usual * 5 < c.numbers * 4) return 0;
  return c.numbers ? 40 : 60;
}

static void *ids_open(input *in, error *e) {
  ids *x = calloc(1, sizeof *x);
  if (!x) error_memory(e);
  else x->in = in;
  return x;
}

const reader ids_reader = {
    .name = "ids",
    .summary = "one identifier a line, the PMID where there is one",
    .carries = "PMIDs, DOIs, PMCIDs, addresses of articles; one or several a line",
    .recognises = ids_recognises,
    .open = ids_open,
    .next = ids_next,
    .close = free,
};
