/* The PubMed XML reader: what each element of an article becomes. The records are invented. */
#include "read/pubmed_xml_cases.h"

START_TEST(citation_elements) {
  static const part_case cases[] = {
      {"", "'ids':[{'scheme':'pmid','value':'1'}],'version':1,'type':'journal-article'"},
      {"", "'owner':'NLM','status':'MEDLINE'"},
      {"<PMID Version='2'>2</PMID>", "'extras':[{'kind':'pubmed-xml:PMID','text':'2'}]"},
      {"<MedlineJournalInfo><Country>Norway</Country><MedlineTA>J Inv Rec</MedlineTA>"
       "<NlmUniqueID>0001</NlmUniqueID><ISSNLinking>1234-5678</ISSNLinking></MedlineJournalInfo>",
       "'journal_abbreviation':'J Inv Rec','nlm_id':'0001','country':'Norway',"
       "'issns':[{'kind':'Linking','text':'1234-5678'}]"},
      {"<CitationSubset>IM</CitationSubset><CitationSubset>N</CitationSubset>",
       "'citation_subsets':['IM','N']"},
      {"<GeneSymbolList><GeneSymbol>inv1</GeneSymbol><GeneSymbol/></GeneSymbolList>",
       "'gene_symbols':['inv1']"},
      {"<CoiStatement>None <i>at all</i>.</CoiStatement>", "'conflict_of_interest':'None at all.'"},
      {"<GeneralNote Owner='NASA'>A note</GeneralNote>",
       "'notes':[{'kind':'general','text':'A note'}]"},
      {"<SpaceFlightMission>Flight 9</SpaceFlightMission>",
       "'notes':[{'kind':'space-flight-mission','text':'Flight 9'}]"},
      {"<OtherID Source='NLM'>PMC9</OtherID>",
       "'extras':[{'kind':'pubmed-xml:OtherID','text':'NLM: PMC9'}]"},
      {"<NumberOfReferences>12</NumberOfReferences>",
       "'extras':[{'kind':'pubmed-xml:NumberOfReferences','text':'12'}]"},
      {"<Novelty><A>one</A><B>two</B></Novelty>",
       "'extras':[{'kind':'pubmed-xml:Novelty','text':'one two'}]"},
      {"<Novelty/>", "!extras"},
      {"<OtherAbstract Type='Publisher' Language='fre'><AbstractText Label='BUT'>Texte"
       "</AbstractText><CopyrightInformation>(c)</CopyrightInformation></OtherAbstract>",
       "'other_abstracts':[{'kind':'Publisher','language':'fre','copyright':'(c)','sections':"
       "[{'label':'BUT','text':'Texte'}]}]"},
  };
  CHECK_CITATION(cases);
}
END_TEST

START_TEST(article_elements) {
  static const part_case cases[] = {
      {"", "'publication_model':'Print'"},
      {"<Journal><ISSN IssnType='Electronic'>1234-5678</ISSN><JournalIssue CitedMedium='Internet'>"
       "<Volume>7</Volume><Issue>2 Suppl</Issue></JournalIssue><Title>Journal of invented records"
       "</Title><ISOAbbreviation>J. Inv. Rec.</ISOAbbreviation></Journal>",
       "'journal':'Journal of invented records','journal_abbreviation':'J. Inv. Rec.','issns':"
       "[{'kind':'Electronic','text':'1234-5678'}],'volume':'7','issue':'2 Suppl'"},
      {"<Journal><JournalIssue CitedMedium='Internet'/></Journal>", "'medium':'Internet'"},
      {"<ArticleTitle>[A title\n   on two lines.]</ArticleTitle>",
       "'title':'[A title on two lines.]'"},
      {"<ArticleTitle>A</ArticleTitle><VernacularTitle>Ein</VernacularTitle>",
       "'title':'A','vernacular_title':'Ein'"},
      {"<ArticleTitle></ArticleTitle><VernacularTitle>Ein</VernacularTitle>", "'title':'Ein'"},
      {"<Pagination><MedlinePgn>25-8; discussion 9</MedlinePgn></Pagination>",
       "'pages':'25-8; discussion 9'"},
      {"<Pagination><StartPage>25</StartPage><EndPage>28</EndPage><MedlinePgn>25-8</MedlinePgn>"
       "</Pagination>",
       "'pages':'25-8'"},
      {"<Pagination><StartPage>25</StartPage><EndPage>28</EndPage></Pagination>",
       "'pages':'25-28'"},
      {"<Pagination><StartPage>25</StartPage></Pagination>", "'pages':'25'"},
      {"<ELocationID EIdType='doi' ValidYN='Y'>10.5555/INV</ELocationID><ELocationID EIdType='pii'>"
       "e7</ELocationID>",
       "{'scheme':'doi','value':'10.5555/inv'},{'scheme':'pii','value':'e7'}]"},
      {"<ELocationID EIdType='doi' ValidYN='N'>10.5555/bad</ELocationID>",
       "'extras':[{'kind':'pubmed-xml:invalid','text':'doi: 10.5555/bad'}]"},
      {"<ELocationID EIdType='doi' ValidYN='N'>10.5555/bad</ELocationID>", "!'doi'"},
      {"<Abstract><AbstractText>Plain.</AbstractText><CopyrightInformation>(c) 2020"
       "</CopyrightInformation></Abstract>",
       "'abstract':[{'text':'Plain.'}],'copyright':'(c) 2020'"},
      {"<Abstract><AbstractText Label='METHODS:' NlmCategory='METHODS'>We.</AbstractText>"
       "<AbstractText Label='UNLABELLED' NlmCategory='UNASSIGNED'>They.</AbstractText>"
       "<AbstractText Label='RESULTS'/></Abstract>",
       "'abstract':[{'label':'METHODS','category':'METHODS','text':'We.'},"
       "{'category':'UNASSIGNED','text':'They.'},{'label':'RESULTS'}]"},
      {"<Abstract><AbstractText>BACKGROUND: One. RESULTS: Two.</AbstractText></Abstract>",
       "'abstract':[{'label':'BACKGROUND','text':'One.'},{'label':'RESULTS','text':'Two.'}]"},
      {"<Abstract><AbstractText/></Abstract>", "!abstract"},
      {"<Language>eng</Language><Language>nor</Language>", "'languages':['eng','nor']"},
      {"<PublicationTypeList><PublicationType UI='D016428'>Journal Article</PublicationType>"
       "</PublicationTypeList>",
       "'publication_types':[{'name':'Journal Article','ui':'D016428'}]"},
      {"<GrantList CompleteYN='Y'><Grant><GrantID>G1</GrantID><Acronym>AB</Acronym><Agency>Inv"
       "</Agency><Country>Norway</Country></Grant><Grant/></GrantList>",
       "'grants':[{'number':'G1','acronym':'AB','agency':'Inv','country':'Norway'}]"},
      {"<DataBankList><DataBank><DataBankName>GENBANK</DataBankName><AccessionNumberList>"
       "<AccessionNumber>A1</AccessionNumber><AccessionNumber>A2</AccessionNumber>"
       "</AccessionNumberList></DataBank><DataBank><DataBankName>PDB</DataBankName></DataBank>"
       "</DataBankList>",
       "'accessions':[{'kind':'GENBANK','text':'A1'},{'kind':'GENBANK','text':'A2'},"
       "{'kind':'PDB'}]"},
  };
  CHECK_ARTICLE(cases);
}
END_TEST

#define PUBLISHED(date) \
  "<Journal><JournalIssue><PubDate>" date "</PubDate></JournalIssue></Journal>"

START_TEST(dates_of_publication_as_pubmed_prints_them) {
  static const part_case cases[] = {
      {PUBLISHED("<Year>2025</Year><Month>Mar</Month><Day>05</Day>"), "'published':'2025 Mar 5'"},
      {PUBLISHED("<Year>2025</Year><Month>03</Month>"), "'published':'2025 Mar'"},
      {PUBLISHED("<Year>2025</Year>"), "'published':'2025'"},
      {PUBLISHED("<Year>2000</Year><Season>Spring</Season>"), "'published':'2000 Spring'"},
      {PUBLISHED("<Year>2000</Year><Month>Jan-Feb</Month>"), "'published':'2000 Jan-Feb'"},
      {PUBLISHED("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>"),
       "'published':'1998 Dec-1999 Jan'"},
      {PUBLISHED(""), "!published"},
      {"<ArticleDate DateType='Electronic'><Year>2024</Year><Month>12</Month><Day>31</Day>"
       "</ArticleDate>",
       "'published':'2024 Dec 31','published_inferred':true,'dates':[{'kind':'electronic','text':"
       "'2024 Dec 31'}]"},
      {PUBLISHED("<Year>2025</Year>") "<ArticleDate><Year>2024</Year></ArticleDate>",
       "'published':'2025','dates':[{'kind':'electronic','text':'2024'}]"},
  };
  CHECK_ARTICLE(cases);
}
END_TEST

#define DAY "<Year>2014</Year><Month>7</Month><Day>6</Day>"

START_TEST(dates_of_the_citation) {
  static const part_case cases[] = {
      {"<DateCreated>" DAY "</DateCreated>", "[{'kind':'citation-created','text':'2014 Jul 6'}]"},
      {"<DateCompleted>" DAY "</DateCompleted>", "[{'kind':'completed','text':'2014 Jul 6'}]"},
      {"<DateRevised>" DAY "</DateRevised>", "[{'kind':'last-revised','text':'2014 Jul 6'}]"},
  };
  CHECK_CITATION(cases);
  static const part_case history[] = {
      {"<History><PubMedPubDate PubStatus='accepted'>" DAY "<Hour>6</Hour><Minute>0</Minute>"
       "</PubMedPubDate></History>",
       "'dates':[{'kind':'accepted','text':'2014 Jul 6'}]"},
      /* MEDLINE's EDAT, MHDA and CRDT are the same days under other names. */
      {"<History><PubMedPubDate PubStatus='pubmed'>" DAY "</PubMedPubDate></History>",
       "'dates':[{'kind':'pubmed','text':'2014 Jul 6'},{'kind':'entry','text':'2014 Jul 6'}]"},
      {"<History><PubMedPubDate PubStatus='Medline'>" DAY "</PubMedPubDate></History>",
       "'dates':[{'kind':'medline','text':'2014 Jul 6'},{'kind':'mesh','text':'2014 Jul 6'}]"},
      {"<History><PubMedPubDate PubStatus='entrez'>" DAY "</PubMedPubDate><PubMedPubDate "
       "PubStatus='entrez'>" DAY "</PubMedPubDate></History>",
       "'dates':[{'kind':'entrez','text':'2014 Jul 6'},{'kind':'created','text':'2014 Jul 6'}]"},
  };
  CHECK_DATA(history);
}
END_TEST

START_TEST(subjects) {
  static const part_case cases[] = {
      {"<MeshHeadingList><MeshHeading><DescriptorName UI='D1' MajorTopicYN='N' Type='Geographic'>"
       "Norway</DescriptorName><QualifierName UI='Q1' MajorTopicYN='Y'>epidemiology</QualifierName>"
       "</MeshHeading><MeshHeading><DescriptorName UI='D2' MajorTopicYN='Y'>Humans</DescriptorName>"
       "</MeshHeading><MeshHeading/></MeshHeadingList>",
       "'headings':[{'name':'Norway','ui':'D1','qualifiers':[{'name':"
       "'epidemiology','ui':'Q1','major':true}],'kind':'Geographic'},"
       "{'name':'Humans','ui':'D2','major':true}]"},
      {"<ChemicalList><Chemical><RegistryNumber>EC 1.1</RegistryNumber><NameOfSubstance UI='D9'>"
       "Inventase</NameOfSubstance></Chemical><Chemical/></ChemicalList><SupplMeshList>"
       "<SupplMeshName Type='Disease' UI='C5'>Inventitis</SupplMeshName></SupplMeshList>",
       "'substances':[{'name':'Inventase','ui':'D9','registry_number':'EC 1.1'},"
       "{'name':'Inventitis','ui':'C5','kind':'Disease'}]"},
      {"<KeywordList Owner='NOTNLM'><Keyword MajorTopicYN='Y'>one</Keyword><Keyword/></KeywordList>"
       "<KeywordList Owner='KIE'><Keyword MajorTopicYN='N'>two</Keyword></KeywordList>",
       "'keywords':[{'text':'one','owner':'NOTNLM','major':true},{'text':'two','owner':'KIE'}]"},
  };
  CHECK_CITATION(cases);
}
END_TEST

#define AUTHOR(name) "<AuthorList CompleteYN='Y'><Author ValidYN='Y'>" name "</Author></AuthorList>"

START_TEST(people) {
  static const part_case cases[] = {
      {AUTHOR("<LastName>Doe</LastName><ForeName>Jane Ann</ForeName><Initials>JA</Initials>"
              "<Suffix>3rd</Suffix><Identifier Source='ORCID'>http://orcid.org/000000021825009X"
              "</Identifier><AffiliationInfo><Affiliation>Oslo.</Affiliation></AffiliationInfo>"
              "<AffiliationInfo><Affiliation>Bergen</Affiliation><Identifier Source='GRID'>grid.1"
              "</Identifier><Identifier Source='ISNI'>0000</Identifier></AffiliationInfo>"),
       "'people':[{'family':'Doe','given':'Jane Ann','initials':'JA','affiliations':['Oslo.',"
       "'Bergen. GRID: grid.1. ISNI: 0000.'],'suffix':'3rd','ids':"
       "[{'scheme':'orcid','value':'0000-0002-1825-009X'}]}]"},
      {AUTHOR("<LastName>Doe</LastName><ForeName>Jane Ann</ForeName>"),
       "'people':[{'family':'Doe','given':'Jane Ann','initials':'JA'}]"},
      {AUTHOR("<LastName>Doe</LastName><FirstName>Jane</FirstName><MiddleName>Ann</MiddleName>"
              "<Affiliation>Oslo.</Affiliation>"),
       "[{'family':'Doe','given':'Jane Ann','initials':'JA','affiliations':['Oslo.']}]"},
      {AUTHOR("<CollectiveName>The Group</CollectiveName>"),
       "'people':[{'collective':'The Group'}]"},
      {AUTHOR("<ForeName>Plato</ForeName>"), "'people':[{'family':'Plato'}]"},
      {AUTHOR("<Initials>X</Initials>"), "!people"},
      {"<AuthorList CompleteYN='N'><Author ValidYN='Y' EqualContrib='Y'><LastName>Doe</LastName>"
       "</Author><Author ValidYN='N'><LastName>Deo</LastName></Author></AuthorList>",
       "'people':[{'family':'Doe','equal':true},{'family':'Deo','role':'misspelling'}],"
       "'authors_incomplete':true"},
  };
  CHECK_ARTICLE(cases);
  static const part_case others[] = {
      {"<InvestigatorList ID='g'><Investigator ValidYN='Y'><LastName>Doe</LastName><Initials>J"
       "</Initials></Investigator></InvestigatorList>",
       "'people':[{'family':'Doe','initials':'J','role':'investigator'}]"},
      {"<PersonalNameSubjectList><PersonalNameSubject><LastName>Doe</LastName>"
       "</PersonalNameSubject></PersonalNameSubjectList>",
       "'people':[{'family':'Doe','role':'subject'}]"},
  };
  CHECK_CITATION(others);
}
END_TEST

#define COMMENT(type, inner)                                                \
  "<CommentsCorrectionsList><CommentsCorrections RefType='" type "'>" inner \
  "</CommentsCorrections></CommentsCorrectionsList>"

START_TEST(comments_and_corrections) {
  static const part_case cases[] = {
      {COMMENT("CommentIn",
               "<RefSource>J Inv. 2020;1:2</RefSource><PMID Version='1'>77</PMID>"
               "<Note>why</Note>"),
       "'links':[{'kind':'comment-in','ids':[{'scheme':'pmid','value':'77'}],'citation':"
       "'J Inv. 2020;1:2','note':'why'}]"},
      {COMMENT("CommentIn", "<PMID>77</PMID>"), "'ids':[{'scheme':'pmid','value':'1'}],'version'"},
      {COMMENT("RetractionIn", "<RefSource>J. doi: 10.5555/Ret.</RefSource>"),
       "'links':[{'kind':'retraction-in','ids':[{'scheme':'doi','value':'10.5555/ret'}],"
       "'citation':'J. doi: 10.5555/Ret.'}]"},
      {COMMENT("Novel", "<RefSource>J</RefSource>"),
       "'links':[{'kind':'other','citation':'J','note':'Novel'}]"},
      {COMMENT("Cites", "<RefSource/>"), "!links"},
  };
  CHECK_CITATION(cases);
}
END_TEST

#define REFERENCE(citation, pmid)  \
  "<Reference><Citation>" citation \
  "</Citation><ArticleIdList>"     \
  "<ArticleId IdType='pubmed'>" pmid "</ArticleId></ArticleIdList></Reference>"

START_TEST(pubmed_data) {
  static const part_case cases[] = {
      {"<PublicationStatus>ppublish</PublicationStatus>", "'publication_status':'ppublish'"},
      {"<ArticleIdList><ArticleId IdType='pubmed'>1</ArticleId><ArticleId IdType='pmc'>PMC5"
       "</ArticleId><ArticleId IdType='mid'>NIHMS5</ArticleId><ArticleId IdType='doi'>10.5555/A"
       "</ArticleId></ArticleIdList>",
       "'ids':[{'scheme':'pmid','value':'1'},{'scheme':'pmc','value':'PMC5'},{'scheme':'mid',"
       "'value':'NIHMS5'},{'scheme':'doi','value':'10.5555/a'}],'version':1"},
      {"<ArticleIdList><ArticleId IdType='url'>https://inv.example/1</ArticleId></ArticleIdList>",
       "'urls':['https://inv.example/1']"},
      {"<ArticleIdList/><ReferenceList>" REFERENCE("Doe. J. 1999", "5") "</ReferenceList>",
       "'ids':[{'scheme':'pmid','value':'1'}],'version':1"},
      {"<ReferenceList><Title>References</Title>" REFERENCE(
           "Doe. <i>J</i>. 1999",
           "5") "<ReferenceList>" REFERENCE("Roe. J. 1998",
                                            "6") "</ReferenceList></ReferenceList>"
                                                 "<ReferenceList><Reference><Citation>A. "
                                                 "10.5555/x</Citation></Reference></ReferenceList>",
       "'links':[{'kind':'cites','ids':[{'scheme':'pmid','value':'5'}],'citation':'Doe. J. 1999'},"
       "{'kind':'cites','ids':[{'scheme':'pmid','value':'6'}],'citation':'Roe. J. 1998'},"
       "{'kind':'cites','ids':[{'scheme':'doi','value':'10.5555/x'}],'citation':'A. 10.5555/x'}]"},
      {"<ObjectList><Object Type='data'><Param Name='id'>7</Param></Object></ObjectList>",
       "'extras':[{'kind':'pubmed-xml:Object','text':'data id=7'}]"},
  };
  CHECK_DATA(cases);
}
END_TEST

SUITE("read/pubmed_xml", citation_elements, article_elements,
      dates_of_publication_as_pubmed_prints_them, dates_of_the_citation, subjects, people,
      comments_and_corrections, pubmed_data)
