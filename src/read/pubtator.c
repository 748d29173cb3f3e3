/* PubTator's text: "1|t|Title", "1|a|Abstract" and, below, what was found in them, one a line:
 * PMID, first and last place, the words, what they name and its identifier, parted by tabs; or a
 * relation of two identifiers. Source: "PubTator", NCBI's description of its formats. */
#include <stdlib.h>

#include "model/identifier.h"
#include "read/abstract.h"
#include "read/plain.h"
#include "read/readers.h"

/* Of a longer list only these are looked at for a word that is there. */
enum { MOST_COMPARED = 500 };

typedef struct pubtator {
  input *in;
} pubtator;

/* "1|t|Title": the article's number, the letter and the words. */
static bool read_passage(text line, text *number, char *letter, text *words) {
  text rest;
  if (!text_cut(line, TEXT("|"), number, &rest) || rest.size < 2 || rest.data[1] != '|')
    return false;
  *letter = rest.data[0];
  *words = text_trim(text_slice(rest, 2, rest.size));
  bool plain = number->size > 0;
  for (size_t i = 0; i < number->size; i++)
    plain = plain && (ascii_is_letter(number->data[i]) || ascii_is_digit(number->data[i]));
  return plain && (*letter == 't' || *letter == 'a');
}

static void take_number(record *r, text number) {
  text scheme = text_all_digits(number) ? TEXT("pmid") : TEXT("pmc");
  size_t before = r->ids.count;
  record_add_id(r, scheme, number);
  if (r->ids.count == before && !r->ids.count)
    *list_push(r->arena, &r->extras) =
        (kinded){TEXT("pubtator:number"), arena_text(r->arena, number)};
}

static void take_passage(record *r, char letter, text words) {
  static const text none[] = {TEXT_STATIC("-No text-"), TEXT_STATIC("- No text -")};
  for (size_t i = 0; i < sizeof none / sizeof *none; i++)
    if (text_equal_nocase(words, none[i])) return;
  words = plain_text(r->arena, words);
  if (letter == 't' && !r->title.size) r->title = words;
  else if (words.size) abstract_add(&r->abstract, words, r->arena);
}

static bool has_keyword(const record *r, text words) {
  for (size_t i = 0; i < r->keywords.count && i < MOST_COMPARED; i++)
    if (text_equal_nocase(r->keywords.items[i].text, words)) return true;
  return false;
}

/* What was found is a keyword, once; with its places and identifier it is an extra. */
static void take_annotation(record *r, text line) {
  arena *a = r->arena;
  text rest = arena_text(a, line), parts[6] = {{0}};
  size_t count = 0;
  while (count < 6 && text_take_until(&rest, '\t', &parts[count])) count++;
  bool found = count >= 5 && text_all_digits(parts[1]) && text_all_digits(parts[2]);
  text words = text_trim(parts[3]);
  if (found && words.size && !has_keyword(r, words))
    *list_push(a, &r->keywords) = (keyword){.text = words, .owner = TEXT("PubTator")};
  kinded *extra = list_push(a, &r->extras);
  if (found) {
    extra->kind = TEXT("pubtator:annotation");
    text concept = arena_join(a, text_trim(parts[4]), TEXT(" "), text_trim(parts[5]));
    extra->text = arena_printf(a, "%.*s, %.*s-%.*s: %.*s", TEXT_ARG(concept), TEXT_ARG(parts[1]),
                               TEXT_ARG(parts[2]), TEXT_ARG(words));
  } else {
    text number, relation;
    text_cut(arena_text(a, line), TEXT("\t"), &number, &relation);
    extra->kind = TEXT("pubtator:relation");
    extra->text = arena_squeeze(a, relation);
  }
}

static bool belongs_to(text line, text number) {
  return text_starts(line, number) && line.size > number.size && line.data[number.size] == '\t';
}

static bool skip_blank(pubtator *x) {
  text line;
  while (input_peek_line(x->in, &line)) {
    if (text_trim(line).size) return true;
    input_line(x->in, &line);
  }
  return false;
}

/* The lines of one article; false where the first is of none. */
static bool read_article(pubtator *x, record *r) {
  text line, number, words, own = {"", 0};
  char letter;
  while (input_peek_line(x->in, &line)) {
    bool passage = read_passage(line, &number, &letter, &words);
    if (passage && !own.size) {
      own = arena_text(r->arena, number);
      take_number(r, own);
    }
    bool mine = own.size && (passage ? text_equal(number, own) : belongs_to(line, own));
    if (!mine) return own.size > 0;
    if (passage) take_passage(r, letter, words);
    else take_annotation(r, line);
    input_line(x->in, &line);
  }
  return own.size > 0;
}

static read_result pubtator_next(void *state, record *r, error *e) {
  pubtator *x = state;
  text line;
  bool more = skip_blank(x);
  r->source_line = (long long)input_line_number(x->in) + 1;
  bool read = more && read_article(x, r);
  if (more && !read) input_line(x->in, &line);
  if (input_error(x->in, e)) return READ_FAILED;
  if (!more) return READ_END;
  if (arena_failed(r->arena)) {
    error_memory(e);
    return READ_FAILED;
  }
  r->type = TEXT("journal-article");
  if (read) return READ_RECORD;
  error_set(e, ERROR_INPUT, "a line that belongs to no article");
  error_at(e, input_name(x->in), (unsigned long)r->source_line);
  return READ_SKIPPED;
}

static int pubtator_recognises(text head) {
  text line, number, words;
  char letter;
  while (text_take_line(&head, &line)) {
    if (!text_trim(line).size) continue;
    return read_passage(line, &number, &letter, &words) ? 90 : 0;
  }
  return 0;
}

static void *pubtator_open(input *in, error *e) {
  pubtator *x = calloc(1, sizeof *x);
  if (!x) error_memory(e);
  else x->in = in;
  return x;
}

const reader pubtator_reader = {
    .name = "pubtator",
    .summary = "PubTator: title, abstract, and what was found in them",
    .carries = "PMID, title, abstract; annotations as keywords, with their places and identifiers",
    .recognises = pubtator_recognises,
    .open = pubtator_open,
    .next = pubtator_next,
    .close = free,
};
