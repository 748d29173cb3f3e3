/* The quality of ranking on collections with judgments must not fall. The bounds stand just below
 * what was measured (tools/bench.md); a change that raises the figures raises them. */
#include "bench_quality.h"
#include "support.h"

static const struct {
  const char *folder;
  bool plain, similar;
  double ndcg_10, map;
} cases[] = {
    {"ranking/med", false, false, 0.735, 0.614}, {"ranking/med", true, false, 0.686, 0.530},
    {"ranking/med", false, true, 0.630, 0.500},  {"ranking/cran", false, false, 0.431, 0.350},
    {"ranking/cran", true, false, 0.403, 0.322}, {"ranking/cran", false, true, 0.423, 0.308},
};

START_TEST(figures_do_not_fall) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    quality q;
    error e;
    error_clear(&e);
    quality_question asked = {.folder = shared_data(cases[i].folder),
                              .request = {.plain = cases[i].plain},
                              .similar = cases[i].similar};
    if (!asked.folder) return;
    ck_assert_msg(quality_measure(&asked, &q, &e), "%s", e.message);
    ck_assert_msg(q.ndcg_10 >= cases[i].ndcg_10, "%s, %zu: nDCG@10 %.4f", cases[i].folder, i,
                  q.ndcg_10);
    ck_assert_msg(q.map >= cases[i].map, "%s, %zu: MAP %.4f", cases[i].folder, i, q.map);
  }
}
END_TEST

SUITE("search/quality", figures_do_not_fall)
