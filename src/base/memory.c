/* Memory from the system itself, with a hint at large pages; less than such a page comes from the
 * heap, which gives back what was used before, without faults. */
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { LARGE_PAGE = 2 * 1024 * 1024 };

/* In whole pages: only these does the system put where such a page may begin. */
static size_t whole_pages(size_t size) { return (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE; }

void *memory_large(size_t size) {
  if (size < LARGE_PAGE) return calloc(1, size ? size : 1);
  if (size > SIZE_MAX - LARGE_PAGE) return NULL;
  size = whole_pages(size);
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return NULL;
#ifdef MADV_HUGEPAGE
  madvise(memory, size, MADV_HUGEPAGE); /* a hint: nothing is lost where it is not taken */
#endif
  return memory;
}

void memory_release(void *memory, size_t size) {
  if (size < LARGE_PAGE) free(memory);
  else if (memory) munmap(memory, whole_pages(size));
}

void memory_provide(void *memory, size_t size) {
#ifdef MADV_POPULATE_WRITE
  enum { PAGE = 4096 };
  uintptr_t from = ((uintptr_t)memory + PAGE - 1) / PAGE * PAGE;
  uintptr_t to = ((uintptr_t)memory + size) / PAGE * PAGE;
  /* Older systems refuse: then the pages come as they are touched. */
  if (from < to)
    madvise((char *)memory + (from - (uintptr_t)memory), to - from, MADV_POPULATE_WRITE);
#else
  (void)memory, (void)size;
#endif
}

bool memory_room(void **items, size_t count, size_t *capacity, size_t size) {
  enum { LEAST = 64 };
  if (count <= *capacity) return true;
  size_t wanted = *capacity ? *capacity * 2 : LEAST;
  if (wanted < count) wanted = count;
  if (wanted > SIZE_MAX / size) return false;
  char *larger = realloc(*items, wanted * size);
  if (!larger) return false;
  memset(larger + *capacity * size, 0, (wanted - *capacity) * size);
  *items = larger;
  *capacity = wanted;
  return true;
}
