/* Growing arrays in an arena: `LIST_OF(text) names;` then `*list_push(a, &names) = value;`.
 * list_push never gives NULL: once the arena has failed it hands out the arena's scratch space. */
#ifndef CARREL_BASE_LIST_H
#define CARREL_BASE_LIST_H

#include "base/arena.h"

#define LIST_OF(type)       \
  struct {                  \
    type *items;            \
    size_t count, capacity; \
  }

/* Any list, for code that is driven by tables. */
typedef LIST_OF(char) any_list;

typedef LIST_OF(text) texts;

/* A pointer to a new zeroed element. `list` is the address of a LIST_OF(...). */
#define list_push(a, list)                                                            \
  ((__typeof__((list)->items))list_grow((a), (void **)&(list)->items, &(list)->count, \
                                        &(list)->capacity, sizeof *(list)->items))

/* Behind list_push, for code that knows an element's size only at run time. */
void *list_grow(arena *a, void **items, size_t *count, size_t *capacity, size_t size);

/* All of them, with `between` between each two. */
text texts_join(arena *a, const texts *list, text between);
/* Whether the texts hold one equal to `wanted`. */
bool texts_contain(const texts *list, text wanted);

#endif
