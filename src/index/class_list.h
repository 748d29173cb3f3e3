/* The postings of a stem class, out of the occurrences of its words. */
#ifndef CARREL_INDEX_CLASS_LIST_H
#define CARREL_INDEX_CLASS_LIST_H

#include "index/inversion.h"
#include "index/posting.h"

/* The list under way; zeroed, it is empty. */
typedef struct class_list {
  uint64_t touched[SEGMENT_SPAN / 64]; /* places that have postings */
  size_t first, end;                   /* the words of `touched` that have any */
  uint16_t codes[SEGMENT_SPAN];        /* by place */
} class_list;

/* Counts occurrences of a word: of the articles that are left of the way through its list. */
void class_list_add(class_list *c, inversion_walk w);
/* The same of a class of which one word alone occurs: its places and codes at once. */
uint32_t class_list_single(inversion_walk w, uint16_t *places, uint16_t *codes);
/* Writes the places and codes of what was counted, and is empty again. Gives how many they are;
 * both have room for SEGMENT_SPAN. */
uint32_t class_list_take(class_list *c, uint16_t *places, uint16_t *codes);

#endif
