-- MeSH, NLM's vocabulary, as the files say that the user has loaded. Made when the first is.

-- The files that have been loaded.
CREATE TABLE IF NOT EXISTS mesh_file (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  format TEXT NOT NULL,
  year   INTEGER,              -- the year of MeSH, NULL where the file does not say
  taken  TEXT NOT NULL         -- when, UTC, ISO 8601
);

-- Descriptors (headings), qualifiers (subheadings) and supplementary concepts.
CREATE TABLE IF NOT EXISTS mesh_record (
  id     INTEGER PRIMARY KEY,
  file   INTEGER NOT NULL,     -- the last that told of it
  kind   TEXT NOT NULL,        -- D descriptor, Q qualifier, C supplementary concept
  ui     TEXT UNIQUE,          -- D009203; NULL where no file has told it
  name   TEXT NOT NULL,
  folded TEXT NOT NULL,        -- as the values of the index are: myocardial infarction
  class  INTEGER,              -- of descriptors: 1 topic, 2 publication type, 3 check tag, 4 place
  abbreviation TEXT,           -- of qualifiers: DT
  scope  TEXT,
  previous TEXT                -- under what it was indexed before it was made, a line each
);
CREATE INDEX IF NOT EXISTS mesh_record_by_name ON mesh_record (kind, folded);

-- What a record can be called, its name among it. The key is the term's words, parted by spaces.
CREATE TABLE IF NOT EXISTS mesh_term (
  key      TEXT NOT NULL,
  record   INTEGER NOT NULL REFERENCES mesh_record (id),
  name     TEXT NOT NULL,
  relation TEXT,               -- to the record: NRW narrower, BRD broader, REL related; NULL: same
  permuted INTEGER NOT NULL,   -- 1: words turned around, "Diseases, Heart"
  PRIMARY KEY (key, record, name)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mesh_term_by_record ON mesh_term (record);

-- Places in the trees of descriptors and of qualifiers.
CREATE TABLE IF NOT EXISTS mesh_tree (
  number TEXT NOT NULL,        -- C14.280.647.500
  record INTEGER NOT NULL REFERENCES mesh_record (id),
  PRIMARY KEY (number, record)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mesh_tree_by_record ON mesh_tree (record);

-- Which qualifiers may stand with a descriptor.
CREATE TABLE IF NOT EXISTS mesh_allowed (
  record    INTEGER NOT NULL REFERENCES mesh_record (id),
  qualifier INTEGER NOT NULL REFERENCES mesh_record (id),
  PRIMARY KEY (record, qualifier)
) WITHOUT ROWID;

-- Pharmacological actions of substances, which are descriptors or supplementary concepts.
CREATE TABLE IF NOT EXISTS mesh_action (
  action    INTEGER NOT NULL REFERENCES mesh_record (id),
  substance INTEGER NOT NULL REFERENCES mesh_record (id),
  PRIMARY KEY (action, substance)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mesh_action_by_substance ON mesh_action (substance);

-- The headings that stand for a supplementary concept.
CREATE TABLE IF NOT EXISTS mesh_mapped (
  record  INTEGER NOT NULL REFERENCES mesh_record (id),
  heading INTEGER NOT NULL REFERENCES mesh_record (id),
  major   INTEGER NOT NULL,
  PRIMARY KEY (record, heading)
) WITHOUT ROWID;
