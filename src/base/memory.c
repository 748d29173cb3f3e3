/* Memory from the system itself, with a hint at large pages. */
#include "base/memory.h"

#include <sys/mman.h>

void *memory_large(size_t size) {
  void *memory =
      mmap(NULL, size ? size : 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return NULL;
#ifdef MADV_HUGEPAGE
  madvise(memory, size, MADV_HUGEPAGE); /* a hint: nothing is lost where it is not taken */
#endif
  return memory;
}

void memory_release(void *memory, size_t size) {
  if (memory) munmap(memory, size ? size : 1);
}
