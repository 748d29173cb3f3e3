/* Which neighbours are linked, and the joined forms of a run of linked parts. */
#include "text/compound.h"

#include "text/greek.h"
#include "text/stem.h"

enum {
  CODE_LETTERS_MOST = 3, /* PD-L1: of either half */
  DIGIT_SUFFIX_MOST = 2, /* 5-HT */
  GREEK_SUFFIX_MOST = 2,
  SUFFIXED_GREEK_LEAST = 4, /* NF-kappaB, but not X-child */
  SPACED_DIGITS_MOST = 3,
  SPACED_GREEK_LEAST = 3, /* 17 beta, but not 5 mu (g) */
};

/* A run may also begin or end at a loose link: what is beyond it may be something else. */
typedef enum linkage { LINK_NONE, LINK_TIGHT, LINK_LOOSE } linkage;

typedef struct part {
  const char *start, *end;
  scan_class class;
} part;

static part part_at(const scan *s, size_t index) {
  span at = s->parts[index];
  return (part){s->text + at.start, s->text + at.end, scan_class_of(s->text[at.start])};
}

static bool is_letters(const part *p) { return p->class == SCAN_LETTER; }
static bool is_digits(const part *p) { return p->class == SCAN_DIGIT; }
static bool is_greek(const part *p) {
  return is_letters(p) && greek_is_name(p->start, (size_t)(p->end - p->start));
}
static text part_text(const part *p) { return (text){p->start, (size_t)(p->end - p->start)}; }

/* Characters of a part, or `most` + 1 where there are more. */
static size_t part_characters(const part *p, size_t most) {
  size_t count = 0;
  for (const char *at = p->start; at < p->end && count <= most; at++) count += (*at & 0xC0) != 0x80;
  return count;
}

/* The B of NF-kappa B: one letter that is no word by itself. */
static bool is_suffix_of_greek(const part *a, const part *b) {
  return is_greek(a) && is_letters(b) && part_characters(b, 1) == 1 && !word_is_stop(part_text(b));
}

/* The kappaB of NF-kappaB. */
static bool is_suffixed_greek(const part *p) {
  size_t size = (size_t)(p->end - p->start);
  for (size_t suffix = 1; suffix <= GREEK_SUFFIX_MOST; suffix++)
    if (size >= suffix + SUFFIXED_GREEK_LEAST && greek_is_name(p->start, size - suffix))
      return is_letters(p);
  return false;
}

/* A code of letters and digits whose letters come apart: PD-L1. */
static bool is_code(const part *a, const part *b) {
  return part_characters(a, CODE_LETTERS_MOST) <= CODE_LETTERS_MOST &&
         part_characters(b, CODE_LETTERS_MOST) <= CODE_LETTERS_MOST &&
         scan_class_of(*b->end) == SCAN_DIGIT;
}

static linkage link_by_hyphen(const part *a, const part *b) {
  bool loose;
  if (is_letters(a) && (is_digits(b) || is_greek(b) || is_suffixed_greek(b))) return LINK_TIGHT;
  if (!is_letters(b)) return LINK_NONE;
  if (is_digits(a))
    loose = part_characters(b, DIGIT_SUFFIX_MOST) <= DIGIT_SUFFIX_MOST || is_greek(b);
  else loose = is_code(a, b) || is_suffix_of_greek(a, b);
  return loose ? LINK_LOOSE : LINK_NONE;
}

static part letters_at(const char *start) {
  const char *end = start;
  while (scan_class_of(*end) == SCAN_LETTER) end++;
  return (part){start, end, SCAN_LETTER};
}

/* Whether digits are a number of their own, or with one letter: no decimal, percentage or range,
 * and not the beginning of something else. */
static bool stands_alone(const part *digits) {
  const char *at = digits->end;
  if (at - digits->start > SPACED_DIGITS_MOST || *at == '%') return false;
  if (*at == '.' || *at == ',' || *at == ':') return scan_class_of(at[1]) != SCAN_DIGIT;
  part letters = letters_at(at);
  if (letters.end > at)
    return part_characters(&letters, 1) == 1 && scan_class_of(*letters.end) < SCAN_JOINT;
  if (scan_class_of(*at) != SCAN_HYPHEN) return scan_class_of(*at) != SCAN_JOINT;
  letters = letters_at(at + 1);
  return scan_class_of(at[1]) != SCAN_DIGIT &&
         (letters.end == letters.start || link_by_hyphen(digits, &letters) == LINK_NONE);
}

static linkage link_by_space(const part *a, const part *b) {
  bool greek = is_greek(b);
  if (!greek && !is_digits(b)) return is_suffix_of_greek(a, b) ? LINK_LOOSE : LINK_NONE;
  if (is_digits(a)) {
    bool links =
        greek && b->end - b->start >= SPACED_GREEK_LEAST && a->end - a->start <= SPACED_DIGITS_MOST;
    return links ? LINK_LOOSE : LINK_NONE;
  }
  if (part_characters(a, 1) == 1 || word_is_stop(part_text(a))) return LINK_NONE;
  return greek || stands_alone(b) ? LINK_LOOSE : LINK_NONE;
}

static linkage link_between(const part *a, const part *b) {
  if (a->class == SCAN_SEPARATOR || b->class == SCAN_SEPARATOR) return LINK_NONE;
  if (b->start == a->end) return LINK_TIGHT;
  if (b->start != a->end + 1) return LINK_NONE;
  switch (scan_class_of(*a->end)) {
    case SCAN_JOINT:
      return LINK_TIGHT;
    case SCAN_HYPHEN:
      return link_by_hyphen(a, b);
    case SCAN_SPACE:
      return link_by_space(a, b);
    default:
      return LINK_NONE;
  }
}

static void add_form(compound *c, const scan *s, size_t first, size_t parts) {
  compound_form *form = &c->forms[c->count];
  size_t size = 0;
  for (size_t i = first; i < first + parts; i++) {
    part p = part_at(s, i);
    text piece = part_text(&p);
    if (size + piece.size > COMPOUND_LONGEST) return;
    memcpy(form->text + size, piece.data, piece.size);
    size += piece.size;
  }
  form->first = first;
  form->parts = (uint8_t)parts;
  form->size = (uint8_t)size;
  c->count++;
}

void compound_read(compound *c, const scan *s, size_t first) {
  linkage before[COMPOUND_PARTS + 1] = {LINK_NONE}; /* the link before each part */
  size_t count = 1;
  part last = part_at(s, first);
  for (; first + count < s->count; count++) {
    part next = part_at(s, first + count);
    linkage link_before = link_between(&last, &next);
    if (count <= COMPOUND_PARTS) before[count] = link_before;
    if (link_before == LINK_NONE) break;
    last = next;
  }
  c->count = 0;
  c->last = first + count - 1;
  if (count > COMPOUND_PARTS) count = COMPOUND_PARTS;
  for (size_t i = 0; i < count; i++) {
    if (before[i] == LINK_TIGHT) continue;
    for (size_t end = count; end > i + 1; end--)
      if (before[end] != LINK_TIGHT) add_form(c, s, first + i, end - i);
  }
}
