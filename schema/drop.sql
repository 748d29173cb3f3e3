-- Takes away what can be made again from the articles: what index.sql makes, and the identifiers.
DROP TABLE IF EXISTS text_index;
DROP TABLE IF EXISTS word;
DROP TABLE IF EXISTS segment;
DROP TABLE IF EXISTS block;
DROP TABLE IF EXISTS posting;
DROP TABLE IF EXISTS dead;
DELETE FROM identifier;
