/* carrel mesh load: files of MeSH, or folders of them, into the library, all or none. */
#include <time.h>

#include "cli/library.h"
#include "cli/mesh.h"
#include "cli/say.h"
#include "cli/table.h"
#include "ingest/files.h"
#include "read/mesh.h"
#include "store/mesh_loader.h"

/* One file, open from its head to its end: standard input cannot be opened twice. */
typedef struct mesh_input {
  input *in;
  const mesh_format *format;
  int year;
} mesh_input;

typedef struct load {
  const call *call;
  library library;
  mesh_loader *loader;
  mesh_input *files;
  mesh_claims *claims;
  size_t count;
} load;

/* Opens a file; of those in a folder, what is no file of MeSH is passed over. */
static bool open_file(load *l, const file_entry *entry, error *e) {
  mesh_input *file = &l->files[l->count];
  if (entry->problem) return *e = *entry->problem, false;
  file->in = input_open(entry->path, e);
  if (!file->in) return false;
  text head = input_head(file->in);
  l->count++;
  if (input_error(file->in, e)) return false;
  file->format = mesh_recognise(head, &l->claims[l->count - 1]);
  file->year = mesh_year(entry->path, head);
  if (file->format) return true;
  if (!entry->found) return error_set(e, ERROR_INPUT, "%s is no file of MeSH", entry->path);
  if (!l->call->settings->quiet) say_line("%s: passed over, no file of MeSH", entry->path);
  input_close(file->in);
  l->count--;
  return true;
}

/* What all files tell must be known before the first is read: it takes the place of what was. */
static bool open_files(load *l, error *e) {
  file_list found = {0};
  arena *a = l->call->arena;
  for (size_t i = 0; i < l->call->count; i++) files_add(&found, l->call->arguments[i], a);
  l->files = arena_alloc(a, (found.count + 1) * sizeof *l->files);
  l->claims = arena_alloc(a, (found.count + 1) * sizeof *l->claims);
  if (!l->files || !l->claims || arena_failed(a)) return error_memory(e);
  for (size_t i = 0; i < found.count; i++)
    if (!open_file(l, &found.items[i], e)) return false;
  return l->count || error_set(e, ERROR_INPUT, "there is no file of MeSH here");
}

static bool put(void *loader, const mesh_entry *entry, error *e) {
  return mesh_loader_put(loader, entry, e);
}

static bool read_files(load *l, error *e) {
  char taken[32];
  time_t now = time(NULL);
  struct tm parts;
  gmtime_r(&now, &parts);
  strftime(taken, sizeof taken, "%Y-%m-%dT%H:%M:%SZ", &parts);
  l->loader = mesh_loader_open(l->library.store, l->claims, l->count, e);
  if (!l->loader) return false;
  mesh_taker taker = {put, l->loader};
  for (size_t i = 0; i < l->count; i++) {
    const mesh_input *file = &l->files[i];
    const char *name = input_name(file->in);
    if (!mesh_loader_file(l->loader, name, file->format->name, file->year, taken, &l->claims[i], e))
      return false;
    if (file->format->read(file->in, &taker, e)) continue;
    return *e->file ? false : error_at(e, name, 0);
  }
  return mesh_loader_commit(l->loader, e);
}

/* "MeSH 2026: 30,000 headings, ..." */
static void say_counts(const mesh_counts *n, arena *a) {
  const struct {
    long long count;
    const char *what;
  } parts[] = {{n->descriptors, "headings"},
               {n->terms, "terms"},
               {n->trees, "places in trees"},
               {n->qualifiers, "subheadings"},
               {n->supplements, "supplementary concepts"},
               {n->actions, "pharmacological actions"}};
  text line = n->year ? arena_printf(a, "MeSH %lld:", n->year) : TEXT("MeSH:");
  const char *between = " ";
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    if (!parts[i].count) continue;
    line = arena_printf(a, "%.*s%s%.*s %s", TEXT_ARG(line), between,
                        TEXT_ARG(table_number(parts[i].count, a)), parts[i].what);
    between = ", ";
  }
  say_line("%.*s", TEXT_ARG(line));
}

exit_status mesh_load(const call *c) {
  load l = {.call = c};
  mesh_counts counts;
  error e;
  error_clear(&e);
  bool good = open_files(&l, &e) && library_write(&l.library, c, &e) && read_files(&l, &e) &&
              mesh_count(l.library.store, &counts, &e);
  for (size_t i = 0; i < l.count; i++) input_close(l.files[i].in);
  mesh_loader_close(l.loader);
  library_close(&l.library);
  if (!good) return say_error(&e);
  if (!c->settings->quiet) say_counts(&counts, c->arena);
  return STATUS_FOUND;
}
