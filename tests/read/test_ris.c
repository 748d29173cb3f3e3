/* The RIS reader on invented records. */
#include "read/records.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

#define ARTICLE "\"type\":\"journal-article\",\"title\":"
#define EMPTY "an RIS record without title, author or anything else to keep\n"

START_TEST(lines) {
  static const json_case cases[] = {
      /* Numbering, heads and searches around records; CR LF; no blank behind ER. */
      {"Record #1 of 2\r\nProvider: X\r\n1.\r\nTY  - JOUR\r\nTI  - One\r\nER  -\r\n\r\n"
       "Record #2 of 2\r\n2.\r\nTY  - JOUR\r\nTI  - Two\r\nER  - \r\n<3>\r\nLink to: http://x\r\n",
       ARTICLE "\"One\"\n" ARTICLE "\"Two\""},
      /* Spacing: one blank, a tab, none behind the hyphen. Only known tags may be so. */
      {"TY - JOUR\nTI\t- One\nVL  -4\nAB - first XX - not a tag\nRR - nor is this\nER -\n",
       ARTICLE "\"One\",\"volume\":\"4\","
               "\"abstract\":[{\"text\":\"first XX - not a tag RR - nor is this\"}]"},
      /* An empty tag is not glued to the one before, nor does it swallow the next. */
      {"TY  - JOUR\nTI  - One\nIS  - 9\nSP  -\nPB  -\nVL  - 3\nER  -\n",
       ARTICLE "\"One\",\"volume\":\"3\",\"issue\":\"9\""},
      /* Values over several lines, one of which begins like an end. */
      {"TY  - JOUR\nTI  - A long\n      title\n\nAB  - a,\nER then b\nand c\nER  - \n",
       ARTICLE "\"A long title\",\"abstract\":[{\"text\":\"a, ER then b and c\"}]"},
      /* A record without ER; the head of the next one is no part of its text. */
      {"TY  - JOUR\nTI  - One\nAB  - Text\n\nRecord #2 of 2\n2.\nTY  - JOUR\nTI  - Two",
       ARTICLE "\"One\",\"abstract\":[{\"text\":\"Text\"}]\n" ARTICLE "\"Two\""},
      /* What is right behind an ER belongs to the record, unless a new one begins without TY. */
      {"TY  - JOUR\nTI  - One\nER  -\nNL  - J Inv\n\nTY  - JOUR\nTI  - Two\nER  -\nAU  - Roe, R\n"
       "TI  - Three\nER  -\n",
       ARTICLE "\"One\",\"journal_abbreviation\":\"J Inv\"\n" ARTICLE "\"Two\"\n"
               "\"type\":\"other\",\"title\":\"Three\",\"people\":[{\"family\":\"Roe\","
               "\"given\":\"R\",\"initials\":\"R\"}]"},
      /* Empty records are reported; a byte order mark is none of a tag's letters. */
      {"\xEF\xBB\xBFTY  - JOUR\nER  -\nTY  - JOUR\nDB  - Base\nER  -\nTY  - GEN\nN1  - Note\nER  -",
       "skipped 1: " EMPTY "skipped 3: " EMPTY
       "\"type\":\"other\",\"notes\":[{\"kind\":\"general\",\"text\":\"Note\"}]"},
      {"TY  - JOUR\nTI  - One\nER  - End\nER  -\nER  -\n", ARTICLE "\"One\""},
  };
  for (size_t i = 0; i < COUNT(cases); i++)
    ck_assert_ptr_eq(reader_recognise(text_of(cases[i].bytes)), &ris_reader);
  check_json_cases(&ris_reader, cases, COUNT(cases));
}
END_TEST

/* Lines of a record, and what of it they give; `without`: what must not be there. */
typedef struct meaning {
  const char *lines, *members, *without;
} meaning;

static void check_meanings(const char *type, const meaning *meanings, size_t count) {
  for (size_t i = 0; i < count; i++) {
    arena a;
    arena_init(&a);
    text ris = arena_printf(&a, "TY  - %s\nVL  - 9\n%s\nER  - \n", type, meanings[i].lines);
    text out = read_as_json(&ris_reader, ris, &a);
    ck_assert_msg(text_find(out, text_of(meanings[i].members)) != TEXT_NONE,
                  "from:\n%s\ngot:\n%.*s\nwithout: %s", meanings[i].lines, TEXT_ARG(out),
                  meanings[i].members);
    ck_assert_msg(!meanings[i].without || text_find(out, text_of(meanings[i].without)) == TEXT_NONE,
                  "from:\n%s\ngot:\n%.*s\nwith: %s", meanings[i].lines, TEXT_ARG(out),
                  meanings[i].without);
    arena_finish(&a);
  }
}

START_TEST(dates_and_pages) {
  static const meaning meanings[] = {
      {"PY  - 2014//", "\"published\":\"2014\""},
      {"Y1  - 2021/06//", "\"published\":\"2021 Jun\""},
      {"PY  - 2021\nDA  - 2021/02/01/", "\"published\":\"2021 Feb 1\""},
      {"PY  - 2020\nDA  - 2020///nan", "\"published\":\"2020\""},
      {"PY  - 2019\nDA  - 2019/10//undefined", "\"published\":\"2019 Oct\""},
      {"PY  - 2018\nDA  - JUN 19", "\"published\":\"2018 Jun 19\""},
      {"DA  - SEP-OCT\nPY  - 2018", "\"published\":\"2018 Sep-Oct\""},
      {"Y1  - 2007/08//2014 Sep", "\"published\":\"2014 Sep\""},
      {"PY  - 2012\nY1  - 2012/05/06/", "\"published\":\"2012 May 6\""},
      {"PY  - 2021\nDA  - 2020/05/18", "\"published\":\"2021\""},
      {"PY  - 10 15", "\"extras\":[{\"kind\":\"ris:year\",\"text\":\"10 15\"}]", "published"},
      {"PY  - 2018\nET  - 20180327", "{\"kind\":\"electronic\",\"text\":\"2018 Mar 27\"}"},
      {"SP  - 97\nEP  - 105", "\"pages\":\"97-105\""},
      {"SP  - 211-6\nEP  - 216", "\"pages\":\"211-6\""},
      {"SP  - 211\u20136", "\"pages\":\"211-6\""},
      {"SP  - 320\nEP  - 320", "\"pages\":\"320\""},
      {"SP  - 12\nEP  - nan", "\"pages\":\"12\""},
      {"TI  - T\nSP  - No\nEP  - Specified", "\"title\"", "pages"},
      {"SP  - e0815\nC7  - 0815", "\"pages\":\"e0815\",\"article_number\":\"0815\""},
  };
  check_meanings("JOUR", meanings, COUNT(meanings));
}
END_TEST

#define ID(scheme, value) "{\"scheme\":\"" scheme "\",\"value\":\"" value "\"}"

START_TEST(ids) {
  static const meaning meanings[] = {
      {"DO  - http://dx.doi.org/10.1177/23X", "\"ids\":[" ID("doi", "10.1177/23x") "]"},
      {"DO  - 10.1/x\nDO  - doi:10.1/X\nL2  - http://dx.doi.org/10.1/x\nUR  - "
       "https://doi.org/10.1/x",
       "\"ids\":[" ID("doi", "10.1/x") "],", "urls"},
      {"L3  - 10.1/x", ID("doi", "10.1/x")},
      {"M3  - doi: 10.1/x", ID("doi", "10.1/x")},
      {"UR  - https://www.scopus.com/inward/record.uri?eid=2-s2.0-85&doi=10.1016%2fj.x&p=4",
       ID("scopus", "2-s2.0-85") "," ID("doi", "10.1016/j.x")},
      {"L2  - http://www.ncbi.nlm.nih.gov/pubmed/227", ID("pmid", "227")},
      {"L2  - https://pubmed.ncbi.nlm.nih.gov/227/\nL2  - https://pubmed.ncbi.nlm.nih.gov/228/",
       "\"ids\":[" ID("pmid", "227") "]"},
      {"L2  - http://europepmc.org/articles/PMC35", ID("pmc", "PMC35")},
      {"UR  - https://arxiv.org/abs/2111.09920v2", ID("arxiv", "2111.09920")},
      {"UR  - https://lens.org/000-463-679\nID  - 000-463-679", ID("lens", "000-463-679"),
       "ris:ID"},
      {"UR  - http://ovidsp.ovid.com/ovidweb.cgi?T=JS&D=medl&AN=339", ID("pmid", "339")},
      {"UR  - http://ovidsp.ovid.com/ovidweb.cgi?T=JS&D=emed&AN=339", "urls", "pmid"},
      {"UR  - <Go to ISI>://WOS:0009", ID("wos", "WOS:0009"), "urls"},
      {"AN  - WOS:0009", ID("wos", "WOS:0009")},
      {"AN  - 15301568\nDP  - NLM", ID("pmid", "15301568")},
      {"AN  - 97579969\nDB  - i3h", "{\"kind\":\"ris:AN\",\"text\":\"97579969\"}", "pmid"},
      {"AN  - 2214991469; 51887", "ris:AN", "ids"},
      {"C2  - 31421429\nDB  - Scopus", ID("pmid", "31421429")},
      {"C2  - 31421429", "{\"kind\":\"ris:C2\",\"text\":\"31421429\"}", "pmid"},
      {"C2  - PMC5887696\nC6  - NIHMS39", ID("pmc", "PMC5887696") "," ID("mid", "NIHMS39")},
      {"C5  - 15368318\nDB  - Embase\nDB  - Medline", ID("pmid", "15368318")},
      {"N1  - PMID: 123; PMCID: PMC9", ID("pmid", "123") "," ID("pmc", "PMC9")},
      {"C3  - PUBMED 29233462", ID("pmid", "29233462")},
      {"N1  - PubMed 2008 was searched", "notes", "pmid"},
      {"AN  - 2019-65183-001", ID("psycinfo", "2019-65183-001")},
      {"AN  - rayyan-264552525", ID("rayyan", "rayyan-264552525")},
      {"UR  - http://a.org/; http://b.org/x;y",
       "\"urls\":[\"http://a.org/\",\"http://b.org/x;y\"]"},
      {"L1  - internal-pdf://x.pdf", "{\"kind\":\"ris:L1\",\"text\":\"internal-pdf://x.pdf\"}"},
  };
  check_meanings("JOUR", meanings, COUNT(meanings));
}
END_TEST

START_TEST(people_and_places) {
  static const meaning meanings[] = {
      {"AU  - Roe, Richard A., Jr.\nA1  - Poe E.A.",
       "{\"family\":\"Roe\",\"given\":\"Richard A.\",\"initials\":\"RA\",\"suffix\":\"Jr.\"},"
       "{\"family\":\"Poe\",\"given\":\"E.A.\",\"initials\":\"EA\"}"},
      {"AU  - Roe, R; Poe, E; et al.", "\"authors_incomplete\":true"},
      {"AU  - World Health Organization,", "{\"collective\":\"World Health Organization\"}"},
      {"AU  - The Invented Study Group", "{\"collective\":\"The Invented Study Group\"}"},
      {"A2  - Doe, J", "\"role\":\"editor\""},
      {"A2  - Ames, Bell, Cole, Dean, Ely", "ris:A2", "people"},
      {"AU  - Roe, R\nAU  - Poe, E\nAD  - E. Poe, Dept X\nAD  - Dept Y",
       "\"initials\":\"R\",\"affiliations\":[\"Dept Y\"]},{\"family\":\"Poe\",\"given\":\"E\","
       "\"initials\":\"E\",\"affiliations\":[\"Dept X\"]}"},
      {"A1  - Roe R.\nA1  - Poe E.\nM1  - (Roe R.; Poe E., e@x.org) Dept X, Town",
       "\"initials\":\"R\",\"affiliations\":[\"Dept X, Town\"]},{\"family\":\"Poe\","
       "\"given\":\"E.\",\"initials\":\"E\",\"affiliations\":[\"Dept X, Town\"]}"},
      {"JF  - Journal of X\nJO  - J. X",
       "\"journal\":\"Journal of X\",\"journal_abbreviation\":\"J. X\""},
      {"JO  - Int. J. X", "\"journal_abbreviation\":\"Int. J. X\"", "\"journal\""},
      {"T2  - Journal of X\nJ2  - J X",
       "\"journal\":\"Journal of X\",\"journal_abbreviation\":\"J X\""},
      {"T2  - Journal\nCY  - Norway", "\"country\":\"Norway\""},
      {"SN  - 03064530 (ISSN)", "\"issns\":[{\"text\":\"0306-4530\"}]"},
      {"SN  - 2325-967x (electronic)\nSN  - 0007-0963 (Print)",
       "\"issns\":[{\"kind\":\"Electronic\",\"text\":\"2325-967X\"},{\"kind\":\"Print\","},
      {"SN  - 1895-5770 1123-6337", "[{\"text\":\"1895-5770\"},{\"text\":\"1123-6337\"}]"},
      {"SN  - 978-3-16-148410-0", "{\"kind\":\"ISBN\",\"text\":\"978-3-16-148410-0\"}"},
      {"SN  - ABC", "{\"kind\":\"ris:SN\",\"text\":\"ABC\"}", "issns"},
      {"LA  - English\nLA  - deu", "\"languages\":[\"eng\",\"ger\"]"},
      {"ST  - Short\nTI  - Short: and long", "\"title\":\"Short: and long\"",
       "\"title\":\"Short\""},
      {"ST  - Only", "\"title\":\"Only\""},
      {"JP  - One\nJP  - Two",
       "{\"kind\":\"ris:JP\",\"text\":\"One\"},{\"kind\":\"ris:JP\",\"text\":\"Two\"}"},
  };
  check_meanings("JOUR", meanings, COUNT(meanings));
}
END_TEST

START_TEST(texts_and_subjects) {
  static const meaning meanings[] = {
      {"TI  - <i>In vivo</i> IL-2 &amp; p&lt;0.05", "\"title\":\"In vivo IL-2 & p<0.05\""},
      {"N1  - <p>XHTML</p> goes", "\"text\":\"XHTML\\ngoes\""},
      {"AB  - AIMS: To a. METHODS: We b.",
       "[{\"label\":\"AIMS\",\"text\":\"To "
       "a.\"},{\"label\":\"METHODS\","},
      {"AB  - We a.\nAB  - Copyright of X is the property of Y.",
       "\"abstract\":[{\"text\":\"We a.\"}],\"copyright\":\"Copyright of X is the property of "
       "Y.\""},
      {"N2  - Same.\nAB  - Same.", "\"abstract\":[{\"text\":\"Same.\"}]"},
      {"KW  - one\ntwo\nKW  - three; four",
       "[{\"text\":\"one\"},{\"text\":\"two\"},{\"text\":\"three\"},{\"text\":\"four\"}]"},
      {"KW  - Boswellia/*chemistry",
       "{\"name\":\"Boswellia\",\"qualifiers\":[{\"name\":"
       "\"chemistry\",\"major\":true}]}"},
      {"KW  - and/or", "\"keywords\":[{\"text\":\"and/or\"}]"},
      {"KW  - *Sex Roles", "\"keywords\":[{\"text\":\"Sex Roles\",\"major\":true}]"},
      {"KW  - *Sex Roles\nKW  - Humans\nDP  - NLM",
       "\"headings\":[{\"name\":\"Sex Roles\",\"major\":true},{\"name\":\"Humans\"}]", "keywords"},
      {"AU  - Roe, R. A.\nDP  - NLM\nN1  - 1234-5678\nRoe, Richard A\nJournal Article\nReview",
       "\"given\":\"Richard A\""},
      {"DP  - NLM\nN1  - 1234-5678\nJournal Article\nReview",
       "\"publication_types\":[{\"name\":\"Journal Article\"},{\"name\":\"Review\"}]"},
      {"M3  - Review", "\"publication_types\":[{\"name\":\"Review\"}]"},
      {"M3  - Health Psychology [3360]", "ris:M3", "publication_types"},
      {"C1  - The authors declare no conflict of interest.", "\"conflict_of_interest\":\"The"},
      {"N1  - References: Roe, R., One (2001) J X, 1, pp. 1-2;\nPoe, E., Two (2002) J Y",
       "\"links\":[{\"kind\":\"cites\",\"citation\":\"Roe, R., One (2001) J X, 1, pp. 1-2\"},"},
      {"M1  - Roe, R (2001). A work that was cited here. 10.1/x",
       "{\"kind\":\"cites\",\"ids\":[" ID("doi", "10.1/x") "]"},
      {"FU  - Invented Fund [A1, B2]; Other Fund",
       "\"grants\":[{\"number\":\"A1\",\"agency\":\"Invented Fund\"},{\"number\":\"B2\","},
  };
  check_meanings("JOUR", meanings, COUNT(meanings));
}
END_TEST

START_TEST(books) {
  static const meaning meanings[] = {
      {"TI  - Part\nT2  - Book\nT3  - Series\nA2  - Doe, J\nCY  - Town\nPB  - House",
       "\"type\":\"chapter\",\"title\":\"Part\",\"book_title\":\"Book\",\"series\":\"Series\""},
      {"TI  - Part\nBT  - Book", "\"book_title\":\"Book\""},
      {"TI  - Part\nCY  - Town\nPB  - House", "\"publisher\":\"House\",\"place\":\"Town\""},
  };
  check_meanings("CHAP", meanings, COUNT(meanings));
}
END_TEST

SUITE("read/ris", lines, dates_and_pages, ids, people_and_places, texts_and_subjects, books)
