-- The truth: what was read, in tables that a person can query with plain sqlite3.
-- Whatever index.sql holds can be built again from these.

-- Settings of this library, by name: schema version, version of the rules for words, and the like.
CREATE TABLE library (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- The ledger: every file that was taken in, once for each time.
CREATE TABLE file (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL,     -- the path as it was given; "-" is standard input; a file in an
                               -- archive is archive.zip/file
  format    TEXT NOT NULL,     -- the reader's name, see `carrel formats`; zip or tar
  size      INTEGER,           -- bytes as it stands on disk, NULL where unknown
  modified  INTEGER,           -- when it was last changed, nanoseconds since 1970
  digest    TEXT,              -- MD5 of its bytes, hexadecimal; NULL where unknown
  sequence  INTEGER,           -- NLM's number, 260123 for pubmed26n0123.xml.gz; NULL: another file
  first     INTEGER,           -- the row of the first time that the same bytes were taken in under
                               -- this name; NULL: this one. Of two files, the one whose sequence or
                               -- first time is later is right.
  taken     TEXT NOT NULL,     -- when, UTC, ISO 8601
  added     INTEGER NOT NULL DEFAULT 0,
  revised   INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  deleted   INTEGER NOT NULL DEFAULT 0,
  skipped   INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX file_by_name ON file (name);
CREATE INDEX file_by_size ON file (size);
CREATE INDEX file_by_sequence ON file (sequence) WHERE sequence IS NOT NULL;

-- What NLM's numbered files have ordered to be deleted: an earlier file that is taken in later does
-- not bring it back.
CREATE TABLE deletion (
  scheme   TEXT NOT NULL,
  value    TEXT NOT NULL,
  sequence INTEGER NOT NULL,   -- of the file that said so last
  PRIMARY KEY (scheme, value)
) WITHOUT ROWID;

-- One row an article. A column without a value is NULL. A column that holds a list holds JSON, an
-- array in the array for each item, with the parts in the order that the remark gives; a part that
-- is empty is null, or left out at the end. The views below unfold the lists into rows.
CREATE TABLE article (
  id       INTEGER PRIMARY KEY,  -- never used again: a revised article gets a new number
  file     INTEGER REFERENCES file (id),  -- of the richest source, where there are several
  checksum INTEGER NOT NULL,     -- of all members but the line: tells unchanged from revised
  source_line INTEGER,           -- where in the file its record began
  ids      TEXT,                 -- [[scheme, value]]: pmid, doi, pmc, pii ...
  version  INTEGER,              -- of the PMID
  type     TEXT,                 -- journal-article, book, chapter ...
  title    TEXT,
  vernacular_title TEXT,         -- in the language of the article
  book_title       TEXT,
  collection_title TEXT,
  volume_title     TEXT,
  edition  TEXT,
  series   TEXT,
  people   TEXT,                 -- [[family, given, initials, [affiliation], suffix, collective,
                                 --   role, equal, ids]]; no role: author
  authors_incomplete INTEGER,
  journal  TEXT,
  journal_abbreviation TEXT,
  nlm_id   TEXT,
  country  TEXT,                 -- where it is published
  issns    TEXT,                 -- [[kind, text]]; ISBNs too
  volume   TEXT,
  issue    TEXT,
  pages    TEXT,
  article_number TEXT,
  publisher TEXT,
  place    TEXT,
  published TEXT,                -- as printed: 2025 Mar 15, 1998 Dec-1999 Jan, 2000 Spring
  published_inferred INTEGER,    -- 1: worked out from a copyright line or the like
  dates    TEXT,                 -- [[kind, text]]: received, accepted, entry, revised ...
  abstract TEXT,                 -- [[label, category, text]], in order
  copyright TEXT,
  other_abstracts   TEXT,        -- [[kind, language, copyright, sections]]
  languages TEXT,                -- ["eng"]
  publication_types TEXT,        -- [[name, ui]]
  headings TEXT,                 -- MeSH: [[name, ui, major, [[name, ui, major]], kind]]: qualifiers
  keywords TEXT,                 -- [[text, owner, major]]
  substances TEXT,               -- [[name, ui, registry_number, kind]]
  grants   TEXT,                 -- [[number, acronym, agency, country]]
  accessions TEXT,               -- [[kind, text]]: databanks
  gene_symbols TEXT,             -- ["BRCA1"]
  citation_subsets TEXT,         -- ["IM"]
  urls     TEXT,
  conflict_of_interest TEXT,
  owner    TEXT,
  status   TEXT,                 -- MEDLINE, PubMed-not-MEDLINE ...
  indexing_method    TEXT,
  medium   TEXT,
  publication_model  TEXT,
  publication_status TEXT,
  notes    TEXT,                 -- [[kind, text]]
  extras   TEXT,                 -- [[kind, text]]: what only one format knows
  links    TEXT                  -- [[kind, ids, title, citation, note]]: cites, similar ...
);

-- Which article an identifier names. A scheme's value may name several articles only where the
-- scheme does not make articles one (pii, for instance).
CREATE TABLE identifier (
  scheme  TEXT NOT NULL,
  value   TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article (id),
  PRIMARY KEY (scheme, value, article)
) WITHOUT ROWID;

-- What each source said of an article that several sources know. The article is made of them, the
-- richest first. An article that one source knows has no row here: it is what that source said.
CREATE TABLE contribution (
  article  INTEGER NOT NULL REFERENCES article (id),
  position INTEGER NOT NULL,
  lineage  TEXT NOT NULL,       -- a revision replaces what the same lineage said before
  file     INTEGER REFERENCES file (id),
  checksum INTEGER NOT NULL,
  record   TEXT NOT NULL,       -- the record as JSON, in the members of article
  PRIMARY KEY (article, position)
) WITHOUT ROWID;

-- The lists of article, a row an element.

CREATE VIEW person AS
SELECT article.id AS article, each.key + 1 AS position,
       coalesce(each.value ->> 6, 'author') AS role,
       each.value ->> 0 AS family, each.value ->> 1 AS given,
       each.value ->> 2 AS initials, each.value ->> 4 AS suffix,
       each.value ->> 5 AS collective
FROM article, json_each(article.people) AS each;

CREATE VIEW affiliation AS
SELECT article.id AS article, person.key + 1 AS person, each.key + 1 AS position,
       each.value AS affiliation
FROM article, json_each(article.people) AS person,
     json_each(person.value, '$[3]') AS each;

CREATE VIEW abstract_section AS
SELECT article.id AS article, each.key + 1 AS position, each.value ->> 0 AS label,
       each.value ->> 1 AS category, each.value ->> 2 AS text
FROM article, json_each(article.abstract) AS each;

CREATE VIEW mesh_heading AS
SELECT article.id AS article, each.key + 1 AS position, each.value ->> 0 AS descriptor,
       each.value ->> 1 AS ui, coalesce(each.value ->> 2, 0) AS major
FROM article, json_each(article.headings) AS each;

CREATE VIEW mesh_qualifier AS
SELECT article.id AS article, heading.key + 1 AS heading, each.key + 1 AS position,
       each.value ->> 0 AS qualifier, each.value ->> 1 AS ui,
       coalesce(each.value ->> 2, 0) AS major
FROM article, json_each(article.headings) AS heading,
     json_each(heading.value, '$[3]') AS each;

CREATE VIEW keyword AS
SELECT article.id AS article, each.key + 1 AS position, each.value ->> 0 AS keyword,
       each.value ->> 1 AS owner, coalesce(each.value ->> 2, 0) AS major
FROM article, json_each(article.keywords) AS each;

CREATE VIEW substance AS
SELECT article.id AS article, each.key + 1 AS position, each.value ->> 0 AS name,
       each.value ->> 1 AS ui, each.value ->> 2 AS registry_number,
       each.value ->> 3 AS kind
FROM article, json_each(article.substances) AS each;

CREATE VIEW funding AS
SELECT article.id AS article, each.key + 1 AS position, each.value ->> 0 AS number,
       each.value ->> 2 AS agency, each.value ->> 3 AS country
FROM article, json_each(article.grants) AS each;

CREATE VIEW publication_type AS
SELECT article.id AS article, each.key + 1 AS position, each.value ->> 0 AS name,
       each.value ->> 1 AS ui
FROM article, json_each(article.publication_types) AS each;

CREATE VIEW language AS
SELECT article.id AS article, each.key + 1 AS position, each.value AS language
FROM article, json_each(article.languages) AS each;

CREATE VIEW event AS
SELECT article.id AS article, each.value ->> 0 AS kind, each.value ->> 1 AS date
FROM article, json_each(article.dates) AS each;

-- A link to an article that has several identifiers is one row; `target` is the first of them.
CREATE VIEW link AS
SELECT article.id AS article, each.key + 1 AS position, each.value ->> 0 AS kind,
       (each.value ->> '$[1][0][0]') || ':' || (each.value ->> '$[1][0][1]') AS target,
       each.value ->> 2 AS title, each.value ->> 3 AS citation,
       each.value ->> 4 AS note
FROM article, json_each(article.links) AS each;
