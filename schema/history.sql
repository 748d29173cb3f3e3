-- What has been asked of the library. Made when the first question is written down.

-- Every search, in the order in which they were asked: #3 in a query is the one of that number.
CREATE TABLE IF NOT EXISTS history (
  number  INTEGER PRIMARY KEY,
  asked   TEXT NOT NULL,       -- when, UTC, ISO 8601
  typed   TEXT NOT NULL,
  dialect TEXT NOT NULL,       -- the language it was read in: pubmed, ovid
  details TEXT NOT NULL,       -- the whole query as it was run, in PubMed's language
  found   INTEGER NOT NULL,    -- how many records it found
  records INTEGER NOT NULL,    -- how many the library had
  latest  INTEGER NOT NULL     -- the highest number of an article then
);

-- Searches with a name: query:name in a query.
CREATE TABLE IF NOT EXISTS saved (
  name    TEXT PRIMARY KEY COLLATE NOCASE,
  asked   TEXT NOT NULL,       -- when it was saved, or last run for what is new
  typed   TEXT NOT NULL,
  dialect TEXT NOT NULL,
  found   INTEGER NOT NULL,    -- how many records it found then
  latest  INTEGER NOT NULL
) WITHOUT ROWID;
