-- Derived: what makes the truth of tables.sql searchable. All of it can be dropped and built again.

-- Every word as it stands, with its places, for phrases, truncation and proximity. It keeps no
-- copy of the text: what went in is worked out again from the article when it must come out.
CREATE VIRTUAL TABLE text_index USING fts5 (
  title, abstract, keywords, mesh, names, journal, affiliations, other,
  content='', tokenize='carrel'
);
-- 32 MiB of words are gathered in memory before they are written: FTS5's own measure, 1 MiB, makes
-- thirty times as many pieces, which then must be merged.
INSERT INTO text_index (text_index, rank) VALUES ('hashsize', 33554432);

-- Every term that has postings. Its key is the short tag of a field (au, mh, la ...) or the kind of
-- a link (cites, similar ...), a colon and the value: 'au:smith ja'. The key of a stem class of
-- words begins with the colon: ':resist'. Stem classes have even numbers, values odd ones.
CREATE TABLE term (
  key TEXT PRIMARY KEY,
  id  INTEGER NOT NULL
) WITHOUT ROWID;

-- Words whose stem class has another name, as they stand; every other word is the key of its class.
CREATE TABLE word (
  text TEXT PRIMARY KEY,
  stem INTEGER NOT NULL          -- the class, a term
) WITHOUT ROWID;
CREATE INDEX word_by_stem ON word (stem);

-- A segment covers the articles first .. first + span - 1, at most 65,536 of them.
CREATE TABLE segment (
  id      INTEGER PRIMARY KEY,
  first   INTEGER NOT NULL,
  span    INTEGER NOT NULL,
  records INTEGER NOT NULL,      -- articles in it that were alive when it was written
  words   INTEGER NOT NULL,      -- sum of their lengths
  lengths BLOB NOT NULL,         -- for each number its ranked words, 16 bits, little-endian
  dates   BLOB NOT NULL          -- for each number its first and last day, yyyymmdd, 32 bits each
);

-- The postings of one term in one segment: key = segment * 2^32 + term. Stem classes: 16-bit
-- ceiling of the codes, 16-bit shortest length, then for n postings n 16-bit places (number -
-- first), then n 16-bit codes of the occurrences by column (src/index/posting.h). Values: places
-- alone. All little-endian.
CREATE TABLE posting (
  key  INTEGER PRIMARY KEY,
  data BLOB NOT NULL
);

-- Articles that are gone but still stand in a segment.
CREATE TABLE dead (
  article INTEGER PRIMARY KEY
);
