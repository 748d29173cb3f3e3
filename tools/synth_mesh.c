/* Trees of three levels: a heading, the first headings of the topics beside its own, and of each
 * topic the rest. */
#include "synth_mesh.h"

#include "synth_file.h"
#include "synth_names.h"

enum { TOPICS_A_TREE = 14 };

static void place_put(uint32_t descriptor, buffer *b) {
  uint32_t topic = descriptor / DESCRIPTORS_A_TOPIC, rest = descriptor % DESCRIPTORS_A_TOPIC;
  put(b, "C%02u", topic / TOPICS_A_TREE + 1);
  if (topic % TOPICS_A_TREE) put(b, ".%03u", topic % TOPICS_A_TREE);
  if (rest) put(b, ".%03u", 100 + rest);
}

static void small_put(const lexicon *l, uint32_t descriptor, buffer *b) {
  size_t start = b->size;
  descriptor_put(l, descriptor, b);
  for (size_t i = start; i < b->size; i++) b->data[i] = ascii_lower(b->data[i]);
}

static void term_row(const lexicon *l, uint32_t descriptor, buffer *b) {
  put(b, "D9%05u\t", descriptor);
  small_put(l, descriptor, b);
  buffer_put(b, "\t");
  small_put(l, descriptor, b);
  buffer_put(b, "\n");
}

static void tree_row(const lexicon *l, uint32_t descriptor, buffer *b) {
  put(b, "D9%05u\t", descriptor);
  small_put(l, descriptor, b);
  buffer_put(b, "\t");
  place_put(descriptor, b);
  buffer_put(b, "\n");
}

static bool table_write(const lexicon *l, const char *folder, const char *name, const char *head,
                        void (*row)(const lexicon *, uint32_t, buffer *), error *e) {
  char path[4096];
  synth_file file;
  buffer b = {0};
  snprintf(path, sizeof path, "%s/%s", folder, name);
  if (!synth_file_open(&file, path, false, e)) return false;
  buffer_add(&b, text_of(head));
  for (uint32_t i = 0; i < DESCRIPTORS; i++) row(l, i, &b);
  synth_file_add(&file, buffer_text(&b));
  if (b.failed) file.failed = true;
  buffer_finish(&b);
  return synth_file_close(&file, e);
}

bool mesh_write(const lexicon *l, const char *folder, error *e) {
  return table_write(l, folder, "mesh_terms.tsv", "descriptor_ui\tdescriptor_name_lc\tterm\n",
                     term_row, e) &&
         table_write(l, folder, "mesh_tree.tsv", "descriptor_ui\tdescriptor_name_lc\ttree_number\n",
                     tree_row, e);
}
