/* Finding a verb and calling it. */
#include "cli/verbs.h"

#include "base/nearest.h"
#include "cli/say.h"

static exit_status unknown(const call *c, const verb *verbs, const char *name) {
  nearest near = nearest_to(text_of(name));
  text all = {"", 0};
  for (; verbs->name; verbs++) {
    nearest_offer(&near, text_of(verbs->name), verbs->name);
    all = arena_join(c->arena, all, TEXT(", "), text_of(verbs->name));
  }
  if (near.name)
    return say_use(c->command, "there is no %s %s; did you mean %s?", c->command->name, name,
                   near.name);
  return say_use(c->command, "there is no %s %s; there are %.*s", c->command->name, name,
                 TEXT_ARG(all));
}

exit_status verbs_run(const call *c, const verb *verbs) {
  text name = text_of(c->arguments[0]);
  for (const verb *v = verbs; v->name; v++) {
    call rest = *c;
    rest.arguments++, rest.count--;
    if (!text_equal(text_of(v->name), name)) continue;
    if (rest.count < v->least)
      return say_use(c->command, "%s %s is missing", v->name, v->arguments);
    if (rest.count > v->most)
      return say_use(c->command, "\"%s\" is one argument too many", rest.arguments[v->most]);
    return v->run(&rest);
  }
  return unknown(c, verbs, c->arguments[0]);
}
