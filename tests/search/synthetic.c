/* In a file of its own, since the generator's words are other types than the library's. */
#include "synthetic.h"

#include "synth_article.h"

buffer synthetic_xml(uint32_t count) {
  arena words;
  lexicon all;
  buffer xml = {0};
  synth_article article = {0};
  arena_init(&words);
  lexicon_build(&all, &words);
  buffer_put(&xml, "<?xml version=\"1.0\"?>\n<PubmedArticleSet>");
  for (uint32_t pmid = 1; pmid <= count; pmid++) article_write(&article, &all, 1, pmid, &xml);
  buffer_put(&xml, "</PubmedArticleSet>");
  article_finish(&article);
  arena_finish(&words);
  return xml;
}
