-- Derived: what makes the truth of tables.sql searchable. All of it can be dropped and built again.

-- Every word as it stands, with its places, for phrases, truncation and proximity. It keeps no
-- copy of the text: what went in is worked out again from the article when it must come out.
CREATE VIRTUAL TABLE text_index USING fts5 (
  title, abstract, keywords, mesh, names, journal, affiliations, other,
  content='', tokenize='carrel'
);
-- Its segments are written and merged by Carrel, beside those of the postings: never by FTS5.
INSERT INTO text_index (text_index, rank) VALUES ('automerge', 0);

-- Words whose stem is not the word itself.
CREATE TABLE word (
  text TEXT PRIMARY KEY,
  stem TEXT NOT NULL
) WITHOUT ROWID;

-- A segment, of the text index and of the postings alike, covers the articles first ..
-- first + span - 1, at most 65,536 of them.
CREATE TABLE segment (
  id      INTEGER PRIMARY KEY,
  first   INTEGER NOT NULL,
  span    INTEGER NOT NULL,
  records INTEGER NOT NULL,      -- articles in it that were alive when it was written
  words   INTEGER NOT NULL,      -- sum of their lengths
  pages   INTEGER NOT NULL,      -- of the text index
  lengths BLOB NOT NULL,         -- for each number its ranked words, 16 bits, little-endian
  dates   BLOB NOT NULL          -- for each number 16 bits: which of the pairs behind them is its
                                 -- first and last day, yyyymmdd, 32 bits each, little-endian
);

-- The terms of a segment in their order, in blocks of some two thousand bytes, with their posting
-- lists (src/index/block.h). A term's key is the short tag of a field (au, mh, la ...) or the kind
-- of a link (cites, similar ...), a colon and the value: 'au:smith ja'. The key of a stem class of
-- words begins with the colon: ':resist'.
CREATE TABLE block (
  segment INTEGER NOT NULL,
  first   TEXT NOT NULL,         -- the key of its first term
  data    BLOB NOT NULL,
  PRIMARY KEY (segment, first)
) WITHOUT ROWID;

-- Posting lists that are too long for a block: key = segment * 2^32 + the number in the block.
-- Lists of fewer than 1,024 postings stand as src/index/posting.h has them; longer ones in parts,
-- whose numbers follow (src/index/packed.h).
CREATE TABLE posting (
  key  INTEGER PRIMARY KEY,
  data BLOB NOT NULL
);

-- Articles that are gone but still stand in a segment, and in the text index.
CREATE TABLE dead (
  article INTEGER PRIMARY KEY
);
