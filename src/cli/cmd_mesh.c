/* carrel mesh: loading and looking at MeSH. Its verbs are in files of their own. */
#include "cli/mesh.h"
#include "cli/verbs.h"

static bool set_depth(void *place, const char *value, error *e) {
  settings *s = place;
  long long number = 0;
  bool all = text_equal(text_of(value), TEXT("all"));
  if (!all && !text_to_number(text_of(value), &number))
    return error_set(e, ERROR_USE, "\"%s\" is neither a number nor \"all\"", value);
  s->depth = all ? SETTINGS_ALL : (size_t)number;
  s->depth_given = true;
  return true;
}

static const option options[] = {
    {0, "depth", "N", "how many levels below `tree` draws, or \"all\"; else 2", OPTION_OWN,
     set_depth, 0},
    OPTIONS_END,
};

static exit_status run(const call *c) {
  static const verb verbs[] = {{"load", "FILE...", 1, ANY_NUMBER, mesh_load},
                               {"show", "HEADING...", 1, ANY_NUMBER, mesh_show},
                               {"tree", "HEADING...", 1, ANY_NUMBER, mesh_tree},
                               {"find", "WORD...", 1, ANY_NUMBER, mesh_find},
                               {NULL, NULL, 0, 0, NULL}};
  return verbs_run(c, verbs);
}

const command command_mesh = {
    .name = "mesh",
    .arguments = "load FILE... | show HEADING | tree HEADING | find WORD...",
    .summary = "load and look at MeSH, the vocabulary of headings",
    .details =
        "`load` takes NLM's files: desc, qua, supp and pa in XML, d, q, c and mtrees in ASCII, "
        "and tables parted by tabs with columns like ui, name, term and tree_number; .gz is read "
        "as it is, and a folder for the files of MeSH in it. With them loaded, a search for a "
        "heading finds those below it, too, and words "
        "are understood as headings. A HEADING is a name, an entry term, a UI or a place in the "
        "trees; `tree` also takes the letter of a whole tree. `find` looks for words, which may be "
        "truncated. The numbers are of records that have the heading, and that have it or one "
        "below it.",
    .examples = {{"carrel mesh load desc2026.xml.gz qua2026.xml", "headings and subheadings"},
                 {"carrel mesh show heart attack", "what MeSH says of it"},
                 {"carrel mesh tree C14.280 --depth 1", "what stands below a heading"},
                 {"carrel mesh find 'cardi* arrest'", "headings and terms with these words"}},
    .groups = OPTION_RESULTS | OPTION_OUTPUT,
    .options = options,
    .least = 1,
    .most = ANY_NUMBER,
    .run = run,
};
