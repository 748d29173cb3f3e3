/* What columns of tables mean, on invented ones of many programs. */
#include "read/records.h"

#include "read/csv.h"

#define COUNT(cases) (sizeof cases / sizeof *cases)

/* A header and a row, and a piece of the record's JSON in which ' stands for ". */
typedef struct piece_case {
  const char *table, *json;
} piece_case;

static void check_pieces(const piece_case *cases, size_t count) {
  for (size_t i = 0; i < count; i++) {
    arena a;
    arena_init(&a);
    text json = read_as_json(&csv_reader, text_of(cases[i].table), &a);
    char *bytes = (char *)(size_t)json.data;
    for (size_t k = 0; k < json.size; k++)
      if (bytes[k] == '"') bytes[k] = '\'';
    ck_assert_msg(text_find(json, text_of(cases[i].json)) != TEXT_NONE, "%s\ngave %.*s\nwithout %s",
                  cases[i].table, TEXT_ARG(json), cases[i].json);
    arena_finish(&a);
  }
}

START_TEST(lists_of_authors) {
  static const struct {
    const char *cell, *people; /* full names, "; " between them */
  } cases[] = {
      {"Roe R", "Roe, R"},
      {"Roe R, Poe EA, van Berg J Jr.", "Roe, R; Poe, EA; van Berg, J, Jr"},
      {"Roe R., Poe E.A.", "Roe, R.; Poe, E.A."},
      {"Roe, R.; Poe, E.", "Roe, R.; Poe, E."},
      {"Roe, R., Poe, E.A.", "Roe, R.; Poe, E.A."},
      {"Roe, Richard", "Roe, Richard"},
      {"Roe, Richard A", "Roe, Richard A"},
      {"Garcia Lopez, Maria J", "Garcia Lopez, Maria J"},
      {"van Berg, Jan Piet", "van Berg, Jan Piet"},
      {"Roe, Richard, Jr", "Roe, Richard, Jr"},
      {"Roe, Richard, Poe, Edna", "Roe, Richard; Poe, Edna"},
      {"Richard Roe, Edna Poe", "Roe, Richard; Poe, Edna"},
      {"Richard Roe, Edna Poe, Jane M. Doe", "Roe, Richard; Poe, Edna; Doe, Jane M."},
      {"Roe, R. and Poe, E. and Doe, J.", "Roe, R.; Poe, E.; Doe, J."},
      {"Roe R, Poe E and Doe J", "Roe, R; Poe, E; Doe, J"},
      {"Richard Roe and Edna Poe and Jane Mary Doe and John Moe",
       "Roe, Richard; Poe, Edna; Doe, Jane Mary; Moe, John"},
      {"Richard Roe & Edna Poe", "Roe, Richard; Poe, Edna"},
      {"Roe R|Poe E", "Roe, R; Poe, E"},
      {"['Roe, Richard', 'O\\'Poe, Edna']", "Roe, Richard; O'Poe, Edna"},
      {"[\"Roe, Richard\"]", "Roe, Richard"},
      {"Roe R, Poe E, et al", "Roe, R; Poe, E"},
      {"Food and Drug Administration", "Food and Drug Administration"},
      {"Centers for Disease Control and Prevention", "Centers for Disease Control and Prevention"},
      {"NaN", ""},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    arena a;
    record r;
    csv_columns columns = {0};
    texts cells = {0};
    arena_init(&a);
    record_init(&r, &a);
    *list_push(&a, &columns) = (csv_column){TEXT("Authors"), csv_column_row(TEXT("Authors"))};
    *list_push(&a, &cells) = csv_clean(text_of(cases[i].cell), &a);
    csv_fill(&r, &columns, &cells);
    texts names = {0};
    for (size_t k = 0; k < r.people.count; k++)
      *list_push(&a, &names) = person_full_name(&r.people.items[k], &a);
    assert_text(texts_join(&a, &names, TEXT("; ")), cases[i].people);
    arena_finish(&a);
  }
}
END_TEST

START_TEST(cells_and_identifiers) {
  static const piece_case cases[] = {
      /* Names of columns: case, blanks and punctuation do not count. */
      {"TITLE ,Article_Number\nA,e12\n", "'title':'A','article_number':'e12'"},
      {"title,some_column,\nA,x,y\n",
       "'extras':[{'kind':'csv:some_column','text':'x'},{'kind':'csv:column 3','text':'y'}]"},
      /* What programs do to cells. */
      {"title,year,pmid\nA,2020.0,99000001.0\n", "'pmid','value':'99000001'"},
      {"title,year,pmid\nA,2020.0,99000001.0\n", "'published':'2020'"},
      {"title,pmid,volume\nA,\"=\"\"99000001\"\"\",NA\n",
       "'ids':[{'scheme':'pmid','value':'99000001'}],'type':'journal-article','title':'A'"},
      {"title,volume\n'=A,'-3\n", "'title':'=A','volume':'-3'"},
      {"title,doi\nA <i>b</i> &amp; c,https://doi.org/10.5555/X.1\n",
       "'doi','value':'10.5555/x.1'}],'type':'other','title':'A b & c'"},
      {"title,pmid\nA,https://pubmed.ncbi.nlm.nih.gov/99000001/\n", "'value':'99000001'"},
      {"title,doi\nA,10.3\n", "'extras':[{'kind':'csv:doi','text':'10.3'}]"},
      {"title,id,doi\nA,10.5555/x,10.5555/x\n", "'type':'other','title':'A'"},
      {"title,id\nA,WOS:0001\n", "'ids':[{'scheme':'wos','value':'WOS:0001'}]"},
      {"title,id\nA,12345\n", "'extras':[{'kind':'csv:id','text':'12345'}]"},
      {"title,id\nA,CN-00000001\n", "'scheme':'central','value':'CN-00000001'"},
  };
  check_pieces(cases, COUNT(cases));
}
END_TEST

START_TEST(dates_and_places) {
  static const piece_case cases[] = {
      {"title,year,month,day\nA,2020,3,12\n", "'published':'2020 Mar 12'"},
      {"title,Published Year,Published Month\nA,2020,March\n", "'published':'2020 Mar'"},
      {"title,year,date\nA,2020,2020-03-12\n", "'published':'2020 Mar 12'"},
      {"title,publication_year\nA,2014//\n", "'published':'2014'"},
      {"title,journal,start_page,end_page\nA,J,97,105\n", "'journal':'J','pages':'97-105'"},
      {"title,source\nA,Inventions (2004) 102:4 (253-258). Date of Publication: 25 Aug 2004\n",
       "'journal':'Inventions','volume':'102','issue':'4','pages':'253-258','published':'2004 Aug "
       "25"},
      {"title,source\nA,Inventions (2018) 10 Article Number: 123. Date of Publication: 2018\n",
       "'journal':'Inventions','volume':'10','article_number':'123','published':'2018'"},
      {"title,source\nA,J Invent. 2020 Jan;5(1):1-9.\n",
       "'journal_abbreviation':'J Invent','volume':'5','issue':'1','pages':'1-9'"},
      {"title,source\nA,Journal of Inventions\n", "'journal':'Journal of Inventions'"},
      {"title,source\nA,Scopus\n", "'extras':[{'kind':'csv:source','text':'Scopus'}]"},
      {"title,citation\nA,no citation at all\n", "'csv:citation','text':'no citation at all'"},
      {"title,issn,eissn\nA,12345678,8765-4321\n",
       "'issns':[{'text':'1234-5678'},{'kind':'Electronic','text':'8765-4321'}]"},
  };
  check_pieces(cases, COUNT(cases));
}
END_TEST

START_TEST(types_and_subjects) {
  static const piece_case cases[] = {
      {"title,type\nA,journal-article\n", "'type':'journal-article','title'"},
      {"title,Item Type\nA,bookSection\n", "'type':'chapter','title'"},
      {"title,type_of_reference\nA,JOUR\n", "'type':'journal-article','title'"},
      {"title,type\nA,Clinical Trial\n", "'publication_types':[{'name':'Clinical Trial'}]"},
      {"title,Publication Types,journal\nA,Letter;Comment,J\n",
       "'type':'journal-article','title':'A','journal':'J','publication_types':[{'name':'Letter'},"
       "{'name':'Comment'}]"},
      {"title,language\nA,\"English, German\"\n", "'languages':['eng','ger']"},
      {"title,keywords\nA,\"['one', 'two, too']\"\n",
       "'keywords':[{'text':'one'},{'text':'two, too'}]"},
      {"title,keywords\nA,\"one, two (a, b)\"\n",
       "'keywords':[{'text':'one'},{'text':'two (a, b)'}]"},
      {"title,keywords\nA,\"two, too; *one\"\n",
       "'keywords':[{'text':'two, too'},{'text':'one','major':true}]"},
      {"title,MeSH Terms\nA,\"Humans; *Nothing, Acute/drug therapy\"\n",
       "'headings':[{'name':'Humans'},{'name':'Nothing, Acute','major':true,"
       "'qualifiers':[{'name':'drug therapy'}]}]"},
      {"title,MeSH\nA,\"Nothing, Acute\"\n", "'headings':[{'name':'Nothing, Acute'}]"},
      {"title,Emtree Drug Index Terms (Major Focus),keywords\nA,\"x (a, b)\",\"x (a, b), y\"\n",
       "'keywords':[{'text':'x (a, b)','owner':'Emtree','major':true},{'text':'y'}]"},
      {"title,Clinical Trial Numbers\nA,NCT99900001\n",
       "'accessions':[{'kind':'ClinicalTrials.gov','text':'NCT99900001'}]"},
      {"title,References\nA,\"Roe R., Of things, J X, 1, (1999); Poe E., Of others, (2000)\"\n",
       "'links':[{'kind':'cites','citation':'Roe R., Of things, J X, 1, (1999)'},"
       "{'kind':'cites','citation':'Poe E., Of others, (2000)'}]"},
      {"title,References\nA,12\n", "'extras':[{'kind':'csv:References','text':'12'}]"},
  };
  check_pieces(cases, COUNT(cases));
}
END_TEST

START_TEST(people_and_addresses) {
  static const piece_case cases[] = {
      {"title,Authors,Correspondence Address\nA,\"Roe R., Poe E.\",\"E. Poe, Dept X, Town\"\n",
       "{'family':'Poe','given':'E.','initials':'E','affiliations':['Dept X, Town']}"},
      {"title,Authors,Authors with affiliations,Affiliations\n"
       "A,Roe R.; Poe E.,\"Roe R., Dept X; Poe E., Dept Y\",Dept X; Dept Y\n",
       "'initials':'R','affiliations':['Dept X']},{'family':'Poe','given':'E.','initials':'E',"
       "'affiliations':['Dept Y']}]"},
      {"title,Book editors,Corporate Authors,Authors\nA,\"Doe, J.\",A Group,\"Roe, R.\"\n",
       "'people':[{'family':'Roe','given':'R.','initials':'R'},{'family':'Doe','given':'J.',"
       "'initials':'J','role':'editor'},{'collective':'A Group'}]"},
      {"title,Authors,First Author\nA,\"Roe R, Poe E\",Roe R\n", "'initials':'E'}]"},
      {"title,First Author\nA,Roe R\n", "'initials':'R'}],'authors_incomplete':true"},
  };
  check_pieces(cases, COUNT(cases));
}
END_TEST

/* --- Whole exports --- */

START_TEST(pubmed) {
  static const json_case cases[] = {
      {"\xEF\xBB\xBFPMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create "
       "Date,PMCID,NIHMS ID,DOI\r\n"
       "\"99000001\",\"An \"\"invented\"\" title\",\"Roe R, Poe E.\",\"J Invent. 2020 Jan-Feb;5(1 "
       "Suppl 2):S1-S9. doi: 10.5555/x.1. Epub 2019 Dec 4.\",\"Roe R\",\"J Invent\",\"2020\","
       "\"2019/12/05\",\"PMC9900001\",\"NIHMS990001\",\"10.5555/x.1\"\r\n",
       "\"ids\":[{\"scheme\":\"pmid\",\"value\":\"99000001\"},{\"scheme\":\"pmc\",\"value\":"
       "\"PMC9900001\"},{\"scheme\":\"doi\",\"value\":\"10.5555/x.1\"},{\"scheme\":\"mid\","
       "\"value\":\"NIHMS990001\"}],\"type\":\"journal-article\",\"title\":\"An \\\"invented\\\" "
       "title\",\"people\":[{\"family\":\"Roe\",\"given\":\"R\",\"initials\":\"R\"},{\"family\":"
       "\"Poe\",\"given\":\"E\",\"initials\":\"E\"}],\"journal_abbreviation\":\"J Invent\","
       "\"volume\":\"5\",\"issue\":\"1 Suppl 2\",\"pages\":\"S1-S9\",\"published\":\"2020 "
       "Jan-Feb\","
       "\"dates\":[{\"kind\":\"created\",\"text\":\"2019 Dec "
       "5\"},{\"kind\":\"electronic\",\"text\":"
       "\"2019 Dec 4\"}]"},
  };
  check_json_cases(&csv_reader, cases, COUNT(cases));
}
END_TEST

START_TEST(scopus_and_zotero) {
  static const piece_case cases[] = {
      {"Authors,Author full names,Title,Year,Source title,Art. No.,Page start,Page end,Link,Author "
       "Keywords,Index Keywords,PubMed ID,Abbreviated Source Title,Document Type,Source,EID\n"
       "\"Roe R., Poe E.\",\"Roe, Richard (571); Poe, Edna (572)\",A,2021,Inventions,12,1,9,"
       "https://www.scopus.com/inward/record.uri?eid=2-s2.0-85&doi=10.5555%2fs.1,one; two,Humans,"
       "99000001,Invent.,Article,Scopus,2-s2.0-85\n",
       "'ids':[{'scheme':'pmid','value':'99000001'},{'scheme':'scopus','value':'2-s2.0-85'},"
       "{'scheme':'doi','value':'10.5555/s.1'}],'type':'journal-article','title':'A','people':["
       "{'family':'Roe','given':'Richard','initials':'R','ids':[{'scheme':'scopus-author','value':"
       "'571'}]},{'family':'Poe','given':'Edna','initials':'E','ids':[{'scheme':'scopus-author',"
       "'value':'572'}]}],'journal':'Inventions','journal_abbreviation':'Invent.','pages':'1-9',"
       "'article_number':'12','published':'2021','publication_types':[{'name':'Article'}],"
       "'keywords':[{'text':'one'},{'text':'two'},{'text':'Humans','owner':'Scopus'}],'urls':["
       "'https://www.scopus.com/inward/record.uri?eid=2-s2.0-85&doi=10.5555%2fs.1'],'extras':["
       "{'kind':'csv:Source','text':'Scopus'}]"},
      {"\"Key\",\"Item Type\",\"Author\",\"Title\",\"Publication Title\",\"Extra\",\"Editor\"\n"
       "\"ABCD\",\"journalArticle\",\"Roe, R.; Poe, E.\",\"A\",\"Inventions\",\"PMID: 99000001\n"
       "Place: Nowhere\",\"Doe, J.\"\n",
       "'ids':[{'scheme':'pmid','value':'99000001'}],'type':'journal-article','title':'A','people':"
       "["
       "{'family':'Roe','given':'R.','initials':'R'},{'family':'Poe','given':'E.','initials':'E'},"
       "{'family':'Doe','given':'J.','initials':'J','role':'editor'}],'journal':'Inventions',"
       "'extras':[{'kind':'csv:Key','text':'ABCD'},{'kind':'csv:Extra','text':'Place: Nowhere'}]"},
  };
  check_pieces(cases, COUNT(cases));
}
END_TEST

/* By tags and in full: the same record as from the tagged format. */
START_TEST(web_of_science) {
  static const char record_json[] =
      "'ids':[{'scheme':'doi','value':'10.5555/w.1'},{'scheme':'pmid','value':'99000001'},"
      "{'scheme':'wos','value':'WOS:0001'}],'type':'journal-article','title':'\\'An open title',"
      "'people':[{'family':'Roe','given':'Richard','initials':'R','affiliations':['Univ X']},"
      "{'family':'Poe','given':'Edna','initials':'E','affiliations':['Univ X','Inst Y']}],"
      "'journal':'INVENTIONS','published':'2004 Jun 8','publication_types':[{'name':'Article'}],"
      "'keywords':[{'text':'one'},{'text':'PLUS','owner':'KeywordsPlus'}],'extras':[{'kind':"
      "'ciw:TC','text':'7'}],'links':[{'kind':'cites','citation':'Doe J, 1999, J Y'},{'kind':"
      "'cites','citation':'Moe K, 2000, J Z'}]";
#define CELLS                                                                             \
  "J\tRoe, R; Poe, E\tRoe, Richard; Poe, Edna\t\"An open title\tINVENTIONS\tArticle\tone" \
  "\tPLUS\t[Roe, Richard; Poe, Edna] Univ X; [Poe, Edna] Inst Y\tDoe J, 1999, J Y; Moe "  \
  "K, 2000, J Z\tJUN 8\t2004\t10.5555/w.1\t99000001\tWOS:0001\t7\n"
  piece_case cases[] = {
      {"PT\tAU\tAF\tTI\tSO\tDT\tDE\tID\tC1\tCR\tPD\tPY\tDI\tPM\tUT\tTC\n" CELLS, record_json},
      {"Publication Type\tAuthors\tAuthor Full Names\tArticle Title\tSource Title\tDocument "
       "Type\tAuthor Keywords\tKeywords Plus\tAddresses\tCited References\tPublication "
       "Date\tPublication Year\tDOI\tPubmed Id\tUT (Unique WOS ID)\tTC\n" CELLS,
       record_json},
  };
  check_pieces(cases, COUNT(cases));
}
END_TEST

SUITE("read/csv_columns", lists_of_authors, cells_and_identifiers, dates_and_places,
      types_and_subjects, people_and_addresses, pubmed, scopus_and_zotero, web_of_science)
