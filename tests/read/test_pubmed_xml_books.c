/* The PubMed XML reader: books and their chapters. The records are invented. */
#include "read/pubmed_xml_cases.h"

#define BOOK(inside, behind)                                                                      \
  "<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID Version='1'>1</PMID><Book><BookTitle" \
  ">The book</BookTitle>" inside "</Book>" behind                                                 \
  "</BookDocument></PubmedBookArticle></PubmedArticleSet>"
#define AUTHORS(type, name) \
  "<AuthorList Type='" type "'><Author><LastName>" name "</LastName></Author></AuthorList>"

START_TEST(whole_books) {
  static const part_case cases[] = {
      {BOOK("", ""), "'type':'book','title':'The book','book_title':'The book'"},
      {BOOK("<Publisher><PublisherName>Press</PublisherName><PublisherLocation>Oslo"
            "</PublisherLocation></Publisher><PubDate><Year>2009</Year><Month>02</Month></PubDate>",
            ""),
       "'publisher':'Press','place':'Oslo','published':'2009 Feb'"},
      {BOOK("<BeginningDate><Year>1999</Year></BeginningDate><EndingDate><Year>2003</Year>"
            "</EndingDate>",
            "<ContributionDate><Year>2001</Year><Month>3</Month><Day>4</Day></ContributionDate>"
            "<DateRevised><Year>2002</Year></DateRevised>"),
       "'dates':[{'kind':'beginning','text':'1999'},{'kind':'ending','text':'2003'},"
       "{'kind':'contributed','text':'2001 Mar 4'},{'kind':'last-revised','text':'2002'}]"},
      {BOOK("<Volume>3</Volume><VolumeTitle>Part three</VolumeTitle><Edition>2nd</Edition>"
            "<CollectionTitle>Series</CollectionTitle><Medium>Internet</Medium>",
            ""),
       "'collection_title':'Series','volume_title':'Part three','edition':'2nd','volume':'3',"
       "'medium':'Internet'"},
      {BOOK("<Isbn>9781</Isbn><Isbn>9782</Isbn><ELocationID EIdType='doi'>10.5555/Book"
            "</ELocationID><ReportNumber>R-7</ReportNumber>",
            "<ArticleIdList><ArticleId IdType='bookaccession'>NBK1</ArticleId></ArticleIdList>"),
       "'ids':[{'scheme':'pmid','value':'1'},{'scheme':'report','value':'R-7'},{'scheme':"
       "'bookaccession','value':'NBK1'},{'scheme':'doi','value':'10.5555/book'}]"},
      {BOOK("<Isbn>9781</Isbn><Isbn>9782</Isbn>", ""),
       "'issns':[{'kind':'ISBN','text':'9781'},{'kind':'ISBN','text':'9782'}]"},
      {BOOK(AUTHORS("authors", "Doe") AUTHORS("editors", "Roe"), ""),
       "'people':[{'family':'Doe'},{'family':'Roe','role':'editor'}]"},
      {BOOK("",
            "<Sections><Section><LocationLabel Type='chapter'>1</LocationLabel><SectionTitle>First"
            "</SectionTitle><Section><SectionTitle>Inner</SectionTitle></Section></Section>"
            "</Sections><ItemList ListType='Synonyms'><Item>Other name</Item></ItemList>"),
       "'notes':[{'kind':'section','text':'1. First'},{'kind':'section','text':'Inner'},"
       "{'kind':'synonyms','text':'Other name'}]"},
      {BOOK("",
            "<Language>eng</Language><PublicationType UI='D1'>Review</PublicationType>"
            "<Abstract><AbstractText>Text.</AbstractText></Abstract><KeywordList Owner='X'>"
            "<Keyword>k</Keyword></KeywordList>"),
       "'abstract':[{'text':'Text.'}],'languages':['eng'],'publication_types':[{'name':'Review',"
       "'ui':'D1'}],'keywords':[{'text':'k','owner':'X'}]"},
      {BOOK("", "<ReferenceList><Reference><Citation>Doe</Citation></Reference></ReferenceList>"),
       "'links':[{'kind':'cites','citation':'Doe'}]"},
  };
  check_parts("", cases, COUNT(cases), "");
}
END_TEST

#define CHAPTER "<ArticleTitle>The chapter</ArticleTitle>"

START_TEST(chapters) {
  static const part_case cases[] = {
      {BOOK("", CHAPTER), "'type':'chapter','title':'The chapter','book_title':'The book'"},
      {BOOK("", "<VernacularTitle>Kapitel</VernacularTitle>"),
       "'type':'chapter','title':'Kapitel','vernacular_title':'Kapitel'"},
      {BOOK("", "<LocationLabel Type='chapter'>5</LocationLabel>" CHAPTER),
       "'extras':[{'kind':'pubmed-xml:LocationLabel','text':'chapter 5'}]"},
      {BOOK("", CHAPTER "<Pagination><MedlinePgn>5-9</MedlinePgn></Pagination>"), "'pages':'5-9'"},
      /* What is the book's is not the chapter's. */
      {BOOK("<ELocationID EIdType='doi'>10.5555/Book</ELocationID>", CHAPTER),
       "'ids':[{'scheme':'pmid','value':'1'}],"},
      {BOOK("<ELocationID EIdType='doi'>10.5555/Book</ELocationID>", CHAPTER),
       "'extras':[{'kind':'pubmed-xml:Book/ELocationID','text':'doi:10.5555/book'}]"},
      {BOOK(AUTHORS("editors", "Roe") AUTHORS("authors", "Doe"), CHAPTER AUTHORS("authors", "Poe")),
       "'people':[{'family':'Roe','role':'editor'},{'family':'Doe','role':'book-author'},"
       "{'family':'Poe'}]"},
      {BOOK(AUTHORS("authors", "Doe"), CHAPTER), "'people':[{'family':'Doe'}]"},
  };
  check_parts("", cases, COUNT(cases), "");
}
END_TEST

SUITE("read/pubmed_xml_books", whole_books, chapters)
