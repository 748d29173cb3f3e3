/* Files of MeSH: recognising them, what each says of a record, and what is damaged. */
#include "mesh.h"

/* --- Recognising --- */

static const struct {
  const char *head, *format;
  char kind;
  unsigned tells;
} heads[] = {
    {"<?xml version=\"1.0\"?><!DOCTYPE D SYSTEM \"x\"><DescriptorRecordSet>", "MeSH XML", 'D', 15},
    {"<QualifierRecordSet LanguageCode = \"eng\">", "MeSH XML", 'Q', 3},
    {"\n<SupplementalRecordSet>", "MeSH XML", 'C', 25},
    {"<PharmacologicalActionSet>\n", "MeSH XML", 'D', 8},
    {"*NEWRECORD\nRECTYPE = D\nMH = Aspirin\n", "MeSH ASCII", 'D', 15},
    {"*NEWRECORD\r\nRECTYPE = Q\r\nSH = blood\r\n", "MeSH ASCII", 'Q', 1},
    {"*NEWRECORD\nRECTYPE = C\n", "MeSH ASCII", 'C', 25},
    {"Body Regions;A01\nBreast;A01.236\n", "MeSH trees", 'D', 2},
    {"N,N;with;semicolons;A01.236.111\n", "MeSH trees", 'D', 2},
    {"ui\tname\tterm\nD1\ta\tb\n", "MeSH table", 'D', 1},
    {"UI\tName\tEntry_Term\n", "MeSH table", 'D', 1},
    {"mesh_id\tmesh_name\n", "MeSH table", 'D', 1},
    {"mesh_id\tmesh_name\nC123\tx\n", "MeSH table", 'C', 1},
    {"mesh_id\tmesh_name\nQ000097\tblood\n", "MeSH table", 'Q', 1},
    {"heading\ttree_number\nBreast\tA01.236\n", "MeSH table", 'D', 2},
    {"ui\tname\tterm\ttree\n", "MeSH table", 'D', 3},
    {"<PubmedArticleSet><DescriptorName>", NULL, 0, 0},
    {"*NEWRECORD\nRECTYPE = X\n", NULL, 0, 0},
    {"Breast;A01.23\n", NULL, 0, 0},
    {"Breast;A1\n", NULL, 0, 0},
    {"Breast;A01.\n", NULL, 0, 0},
    {"Breast A01.236\n", NULL, 0, 0},
    {";A01.236\n", NULL, 0, 0},
    {"mesh_id\tmesh_name\tin_hsdn\n", NULL, 0, 0},
    {"term\ttree\n", NULL, 0, 0},
    {"name\n", NULL, 0, 0},
    {"name\theading\ttree\n", NULL, 0, 0},
    {"", NULL, 0, 0},
};

START_TEST(formats_are_told_from_their_heads) {
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
    mesh_claims claims;
    const mesh_format *found = mesh_recognise(text_of(heads[i].head), &claims);
    const char *name = found ? found->name : "none", *wanted = heads[i].format;
    ck_assert_msg(strcmp(name, wanted ? wanted : "none") == 0, "%s: %s", heads[i].head, name);
    if (!found) continue;
    ck_assert_msg((char)claims.kind == heads[i].kind, "%s: %c", heads[i].head, (char)claims.kind);
    ck_assert_msg(claims.tells == heads[i].tells, "%s: %u", heads[i].head, claims.tells);
  }
}
END_TEST

START_TEST(years_come_from_names_or_heads) {
  static const struct {
    const char *path, *head;
    int year;
  } cases[] = {
      {"/data/2019/desc2026.xml.gz", "", 2026},
      {"mtrees2021.bin", "", 2021},
      {"mesh2021_terms.tsv", "", 2021},
      {"terms.tsv", "", 0},
      {"desc.xml", "<!DOCTYPE x SYSTEM \"nlmdescriptorrecordset_20200101.dtd\">", 2020},
      {"desc.xml", "<!DOCTYPE x SYSTEM \"desc2015.dtd\">", 2015},
      {"desc.xml", "<Year>1999</Year>", 0},
      {"x20260.xml", "", 2026},
      {"x1959.xml", "", 0},
      {"-", "", 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    ck_assert_msg(mesh_year(cases[i].path, text_of(cases[i].head)) == cases[i].year, "%s %s: %d",
                  cases[i].path, cases[i].head, mesh_year(cases[i].path, text_of(cases[i].head)));
}
END_TEST

/* --- Entries --- */

/* What is left of a whole file: numbers, and one entry in a line. */
typedef struct dump {
  const char *wanted; /* UI or name of the entry to be shown */
  char line[1024];
  size_t entries, terms, trees, permuted, relations, references;
  size_t stop_at; /* the taker fails with this entry; 0: never */
} dump;

static void add(dump *d, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void add(dump *d, const char *format, ...) {
  va_list arguments;
  size_t used = strlen(d->line);
  va_start(arguments, format);
  vsnprintf(d->line + used, sizeof d->line - used, format, arguments);
  va_end(arguments);
}

static void add_references(dump *d, const char *name, const mesh_references *list) {
  for (size_t i = 0; i < list->count; i++) {
    const mesh_reference *r = &list->items[i];
    add(d, " %s=%s%.*s,%.*s,%.*s", name, r->major ? "*" : "", TEXT_ARG(r->ui), TEXT_ARG(r->name),
        TEXT_ARG(r->code));
  }
}

static void show(dump *d, const mesh_entry *e) {
  add(d, "%c %.*s %.*s", (char)e->kind, TEXT_ARG(e->ui), TEXT_ARG(e->name));
  if (e->class) add(d, " class=%lld", e->class);
  if (e->abbreviation.size) add(d, " code=%.*s", TEXT_ARG(e->abbreviation));
  if (e->scope.size) add(d, " scope=%.*s", TEXT_ARG(e->scope));
  for (size_t i = 0; i < e->previous.count; i++)
    add(d, " previous=%.*s", TEXT_ARG(e->previous.items[i]));
  for (size_t i = 0; i < e->terms.count; i++)
    add(d, " [%.*s%s%.*s%s]", TEXT_ARG(e->terms.items[i].name),
        e->terms.items[i].relation.size ? " " : "", TEXT_ARG(e->terms.items[i].relation),
        e->terms.items[i].permuted ? " permuted" : "");
  for (size_t i = 0; i < e->trees.count; i++) add(d, " %.*s", TEXT_ARG(e->trees.items[i]));
  add_references(d, "qualifier", &e->qualifiers);
  add_references(d, "action", &e->actions);
  add_references(d, "substance", &e->substances);
  add_references(d, "heading", &e->headings);
}

static bool take(void *context, const mesh_entry *e, error *failure) {
  dump *d = context;
  if (++d->entries == d->stop_at) return error_set(failure, ERROR_DATABASE, "stopped");
  d->terms += e->terms.count, d->trees += e->trees.count;
  d->references += e->qualifiers.count + e->actions.count + e->substances.count + e->headings.count;
  for (size_t i = 0; i < e->terms.count; i++) {
    d->permuted += e->terms.items[i].permuted;
    d->relations += e->terms.items[i].relation.size > 0;
  }
  bool wanted = d->wanted &&
                (text_equal(e->ui, text_of(d->wanted)) || text_equal(e->name, text_of(d->wanted)));
  if (wanted && !*d->line) show(d, e);
  return true;
}

static bool read_input(input *in, dump *d, error *e) {
  mesh_claims claims;
  mesh_taker taker = {take, d};
  ck_assert_ptr_nonnull(in);
  error_clear(e);
  const mesh_format *format = mesh_recognise(input_head(in), &claims);
  bool good = format ? format->read(in, &taker, e) : error_set(e, ERROR_INPUT, "no format");
  input_close(in);
  return good;
}

static const struct {
  const char *file, *wanted, *line;
} entries[] = {
    {"desc.xml", "D009203",
     "D D009203 Myocardial Infarction class=1 scope=Muscle of the heart that has died for want of "
     "blood. previous=Infarct (1955-1963) [Myocardial Infarction] [Heart Attack] [Heart Attacks] "
     "[Infarction, Myocardial "
     "permuted] [Cardiovascular Stroke NRW] C14.280.600.500 C14.907.100.500 C23.300.100 "
     "qualifier=Q000139,chemically induced,CI qualifier=Q000175,diagnosis,DI "
     "qualifier=Q000188,drug therapy,DT qualifier=Q000401,mortality,MO "
     "qualifier=Q000628,therapy,TH"},
    {"desc.xml", "D001241",
     "D D001241 Aspirin class=1 scope=The acetyl ester of salicylic acid. [Aspirin] "
     "[Acetylsalicylic Acid] [2-(Acetyloxy)benzoic Acid] D02.455.100 "
     "qualifier=Q000008,administration & dosage,AD qualifier=Q000009,adverse effects,AE "
     "qualifier=Q000627,therapeutic use,TU action=D010975,Platelet Aggregation Inhibitors, "
     "action=D000894,Anti-Inflammatory Agents, Non-Steroidal,"},
    {"desc.xml", "D005260", "D D005260 Female class=3 [Female] [Females]"},
    {"qua.xml", "Q000188",
     "Q Q000188 drug therapy code=DT scope=Treatment with drugs. [drug therapy] [chemotherapy] "
     "Y13.100"},
    {"supp.xml", "C556542",
     "C C556542 ado-trastuzumab emtansine scope=An antibody that carries a poison. "
     "[ado-trastuzumab emtansine] [T-DM1] heading=*D000068878,Trastuzumab, "
     "heading=D018719,Receptor, ErbB-2,"},
    {"pa.xml", "D010975",
     "D D010975 Platelet Aggregation Inhibitors substance=D001241,Aspirin, "
     "substance=D000077486,Ticagrelor,"},
    {"d.bin", "D001241",
     "D D001241 Aspirin class=1 scope=The acetyl ester of salicylic acid. [Acetylsalicylic Acid] "
     "[2-(Acetyloxy)benzoic Acid] D02.455.100 qualifier=,,AD qualifier=,,AE qualifier=,,TU "
     "action=,Platelet Aggregation Inhibitors, action=,Anti-Inflammatory Agents, Non-Steroidal,"},
    {"d.bin", "D000068878",
     "D D000068878 Trastuzumab class=1 scope=An antibody against ErbB-2. [Herceptin NRW] "
     "D12.776.100 qualifier=,,AD qualifier=,,AE qualifier=,,TU"},
    {"q.bin", "Q000188",
     "Q Q000188 drug therapy code=DT scope=Treatment with drugs. [chemotherapy]"},
    {"c.bin", "C117343",
     "C C117343 red yeast rice scope=Rice on which a red mould has grown. [Cholestin NRW] "
     "[Monascus "
     "Rice] action=,Anti-Inflammatory Agents, Non-Steroidal, heading=*,Aspirin,"},
    {"mtrees.bin", "Asthma, Aspirin-Induced", "D  Asthma, Aspirin-Induced C08.127.108"},
    {"terms.tsv", "D006470", "D D006470 hemorrhage [bleeding] [hemorrhage]"},
    {"tree.tsv", "D006471", "D D006471 gastrointestinal hemorrhage C06.400 C23.300.400.200"},
    {"heading-tree.tsv", "Breast Neoplasms", "D  Breast Neoplasms C04.588.180 C17.800.090.500"},
};

START_TEST(each_format_says_what_it_knows) {
  for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
    dump d = {.wanted = entries[i].wanted};
    error e;
    input *in = input_open(mesh_path(entries[i].file), &e);
    ck_assert_msg(read_input(in, &d, &e), "%s: %s", entries[i].file, e.message);
    ck_assert_msg(strcmp(d.line, entries[i].line) == 0, "%s:\n got %s\nwant %s", entries[i].file,
                  d.line, entries[i].line);
  }
}
END_TEST

/* --- Damage --- */

static const struct {
  const char *bytes, *message;
  unsigned long line;
} damaged[] = {
    {"<DescriptorRecordSet><DescriptorRecord>", "malformed XML: no element found", 1},
    {"<DescriptorRecordSet>\n<DescriptorRecord>\n</DescriptorRecordSet>",
     "malformed XML: mismatched tag", 3},
    {"<DescriptorRecordSet>\n<DescriptorRecord>\n</DescriptorRecord></DescriptorRecordSet>",
     "a record of MeSH without a UI or without a name", 3},
    {"<DescriptorRecordSet><DescriptorRecord><DescriptorUI>D1</DescriptorUI></DescriptorRecord>",
     "a record of MeSH without a UI or without a name", 1},
    {"<!DOCTYPE DescriptorRecordSet [<!ENTITY a \"b\">]><DescriptorRecordSet/>",
     "refused: it declares entities, as no file of MeSH does", 1},
    {"*NEWRECORD\nRECTYPE = D\nUI = D1\n*NEWRECORD\nRECTYPE = D\nMH = a\n",
     "a record without a name", 4},
    {"Breast;A01.236\nBreast\n", "no heading with a tree number", 2},
    {"ui\tname\tterm\nD1\ta\tb\n\nD1\ta\n", "a line whose cells are not those of the first line",
     4},
    {"ui\tname\tterm\nD1\ta\tb\tc\n", "a line whose cells are not those of the first line", 2},
    {"ui\tname\tterm\nD1\t\tb\n", "a line whose cells are not those of the first line", 2},
    {"ui\tname\tterm\n\ta\tb\n", "a line whose cells are not those of the first line", 2},
};

START_TEST(damage_is_told_with_its_line) {
  for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
    dump d = {0};
    error e;
    input *in = input_of_text(text_of(damaged[i].bytes), "bad", &e);
    ck_assert_msg(!read_input(in, &d, &e), "%s is read", damaged[i].bytes);
    ck_assert_int_eq(e.kind, ERROR_INPUT);
    ck_assert_str_eq(e.message, damaged[i].message);
    ck_assert_str_eq(e.file, "bad");
    ck_assert_msg(e.line == damaged[i].line, "%s: line %lu", damaged[i].bytes, e.line);
  }
}
END_TEST

START_TEST(whoever_takes_may_stop) {
  static const char *const files[] = {"desc.xml", "pa.xml", "d.bin", "mtrees.bin", "terms.tsv"};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    dump d = {.stop_at = 2};
    error e;
    ck_assert(!read_input(input_open(mesh_path(files[i]), &e), &d, &e));
    ck_assert_str_eq(e.message, "stopped");
    ck_assert_uint_eq(d.entries, 2);
  }
}
END_TEST

START_TEST(odd_files_are_read) {
  static const struct {
    const char *bytes, *wanted, *line;
  } odd[] = {
      /* Unknown elements, comments and depth do not matter. */
      {"<DescriptorRecordSet><!-- x --><New><DescriptorUI>D9</DescriptorUI></New><DescriptorRecord>"
       "<DescriptorUI> D1\n</DescriptorUI><DescriptorName><String>A &amp; <b>no</b>B</String>"
       "</DescriptorName></DescriptorRecord></DescriptorRecordSet>",
       "D1", "D D1 A & B"},
      {"ui\tname\tterm\r\nD1\ta\tb\r\nD1\ta\tc\r\n", "D1", "D D1 a [b] [c]"},
      {"tree\tname\nA01\tBody Regions\n", "Body Regions", "D  Body Regions A01"},
      {"*NEWRECORD\nRECTYPE = D\nMH = a = b\nENTRY = c|T1\nENTRY =\nUI = D1", "D1",
       "D D1 a = b []"},
  };
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
    dump d = {.wanted = odd[i].wanted};
    error e;
    ck_assert_msg(read_input(input_of_text(text_of(odd[i].bytes), "odd", &e), &d, &e), "%s: %s",
                  odd[i].bytes, e.message);
    ck_assert_str_eq(d.line, odd[i].line);
  }
}
END_TEST

/* --- Real files --- */

static const struct {
  const char *file;
  size_t entries, terms, trees, permuted, relations, references;
} real[] = {
    {"mesh/mesh2021_terms.tsv", 29513, 241359, 0, 0, 0, 0},
    {"mesh/mesh2021_tree.tsv", 29513, 0, 60662, 0, 0, 0},
    {"mesh/mesh2019_tree.tsv", 59740, 0, 59746, 0, 0, 0},
    {"mesh/dhimmel_mesh2015/terms.tsv", 27455, 0, 0, 0, 0, 0},
    {"mesh/dhimmel_mesh2015/tree-numbers.tsv", 27453, 0, 56341, 0, 0, 0},
    {"pubmed-xml/tipplerow/mesh_desc_sample.xml", 5, 31, 10, 13, 17, 123},
    {"pubmed-xml/tipplerow/mesh_qual_sample.xml", 2, 5, 4, 0, 2, 0},
    {"pubmed-xml/tipplerow/mesh_supp_sample.xml", 1, 3, 0, 0, 1, 2},
    {"pubmed-xml/tipplerow/mesh_pa_sample.xml", 2, 0, 0, 0, 0, 56},
};

START_TEST(real_files_have_their_numbers) {
  for (size_t i = 0; i < sizeof real / sizeof *real; i++) {
    dump d = {0};
    error e;
    const char *path = shared_data(real[i].file);
    if (!path) return;
    ck_assert_msg(read_input(input_open(path, &e), &d, &e), "%s: %s", path, e.message);
    size_t got[] = {d.entries, d.terms, d.trees, d.permuted, d.relations, d.references};
    ck_assert_msg(memcmp(got, &real[i].entries, sizeof got) == 0, "%s: %zu %zu %zu %zu %zu %zu",
                  real[i].file, got[0], got[1], got[2], got[3], got[4], got[5]);
  }
}
END_TEST

SUITE("read/mesh", formats_are_told_from_their_heads, years_come_from_names_or_heads,
      each_format_says_what_it_knows, damage_is_told_with_its_line, whoever_takes_may_stop,
      odd_files_are_read, real_files_have_their_numbers)
