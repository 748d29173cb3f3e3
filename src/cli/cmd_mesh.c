/* carrel mesh: loading and looking at MeSH. Its verbs are in files of their own. */
#include "base/nearest.h"
#include "cli/mesh.h"
#include "cli/say.h"

static const struct {
  const char *name, *arguments;
  size_t least, most;
  exit_status (*run)(const call *c);
} verbs[] = {
    {"load", "FILE...", 1, ANY_NUMBER, mesh_load},
};

static exit_status unknown_verb(const call *c, const char *name) {
  nearest near = nearest_to(text_of(name));
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
    nearest_offer(&near, text_of(verbs[i].name), verbs[i].name);
  if (near.name)
    return say_use(c->command, "there is no mesh %s; did you mean %s?", name, near.name);
  return say_use(c->command, "there is no mesh %s", name);
}

static exit_status run(const call *c) {
  text name = text_of(c->arguments[0]);
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
    call rest = *c;
    rest.arguments++, rest.count--;
    if (!text_equal(text_of(verbs[i].name), name)) continue;
    if (rest.count < verbs[i].least)
      return say_use(c->command, "%s is missing", verbs[i].arguments);
    if (rest.count > verbs[i].most)
      return say_use(c->command, "\"%s\" is one argument too many", rest.arguments[verbs[i].most]);
    return verbs[i].run(&rest);
  }
  return unknown_verb(c, c->arguments[0]);
}

const command command_mesh = {
    .name = "mesh",
    .arguments = "load FILE...",
    .summary = "load and look at MeSH, the vocabulary of headings",
    .details =
        "`load` takes NLM's files: desc, qua, supp and pa in XML, d, q, c and mtrees in ASCII, "
        "and tables parted by tabs with columns like ui, name, term and tree_number; .gz is read "
        "as it is. With them loaded, a search for a heading finds those below it, too, and words "
        "are understood as headings.",
    .examples = {{"carrel mesh load desc2026.xml.gz qua2026.xml", "headings and subheadings"}},
    .groups = OPTION_OUTPUT,
    .least = 1,
    .most = ANY_NUMBER,
    .run = run,
};
