-- Every statement that the program keeps, by name. (The search compiler assembles a few more.)

-- name: library_get
SELECT value FROM library WHERE name = ?1;
-- name: library_set
INSERT INTO library (name, value) VALUES (?1, ?2)
ON CONFLICT (name) DO UPDATE SET value = excluded.value;

-- Of each name only the last time counts: what it said before is no longer in the library.
-- name: file_same
SELECT id FROM file AS this
WHERE name = ?1 AND size = ?2 AND modified = ?3 AND (?4 IS NULL OR format = ?4)
  AND id = (SELECT max(id) FROM file WHERE name = this.name);
-- name: file_twins
SELECT id FROM file AS this
WHERE size = ?1 AND (?2 IS NULL OR format = ?2) AND digest IS NOT NULL
  AND id = (SELECT max(id) FROM file WHERE name = this.name) LIMIT 1;
-- name: file_twin
SELECT id FROM file AS this
WHERE size = ?1 AND (?2 IS NULL OR format = ?2) AND digest = ?3 AND coalesce(sequence, 0) = ?5
  AND id = (SELECT max(id) FROM file WHERE name = this.name) ORDER BY name <> ?4, id LIMIT 1;
-- name: file_counts
SELECT name, added + revised + unchanged, skipped FROM file WHERE id = ?1;
-- name: file_insert
INSERT INTO file (name, format, size, modified, sequence, first, taken)
VALUES (?1, ?2, ?3, ?4, ?5,
        (SELECT coalesce(first, id) FROM file WHERE id = ?6 AND name = ?1 AND format = ?2), ?7);
-- name: file_finish
UPDATE file SET added = ?2, revised = ?3, unchanged = ?4, deleted = ?5, skipped = ?6, digest = ?7
WHERE id = ?1;
-- name: file_place
SELECT coalesce(sequence, 0), coalesce(first, id) FROM file WHERE id = ?1;
-- name: file_sequence_between
SELECT coalesce(max(sequence), 0) FROM file WHERE sequence >= ?1 AND sequence < ?2;
-- Another number whenever another program has changed the library.
-- name: library_state
PRAGMA data_version;
-- name: file_list
SELECT id, name, format, size, digest, sequence, taken, added, revised, unchanged, deleted, skipped
FROM file WHERE ?1 IS NULL OR instr(name, ?1) ORDER BY id;
-- name: file_get
SELECT name, format FROM file WHERE id = ?1;
-- name: file_count
SELECT count(*) FROM file;

-- The columns of the next two stand in the order of the table of members (src/model/members.c).
-- name: article_insert
INSERT INTO article (
  id, file, checksum, source_line, ids, version, type, title, vernacular_title, book_title,
  collection_title, volume_title, edition, series, people, authors_incomplete, journal,
  journal_abbreviation, nlm_id, country, issns, volume, issue, pages, article_number, publisher,
  place, published, published_inferred, dates, abstract, copyright, other_abstracts, languages,
  publication_types, headings, keywords, substances, grants, accessions, gene_symbols,
  citation_subsets, urls, conflict_of_interest, owner, status, indexing_method, medium,
  publication_model, publication_status, notes, extras, links
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
  ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40,
  ?41, ?42, ?43, ?44, ?45, ?46, ?47, ?48, ?49, ?50, ?51, ?52, ?53
);
-- name: article_get
SELECT
  id, file, checksum, source_line, ids, version, type, title, vernacular_title, book_title,
  collection_title, volume_title, edition, series, people, authors_incomplete, journal,
  journal_abbreviation, nlm_id, country, issns, volume, issue, pages, article_number, publisher,
  place, published, published_inferred, dates, abstract, copyright, other_abstracts, languages,
  publication_types, headings, keywords, substances, grants, accessions, gene_symbols,
  citation_subsets, urls, conflict_of_interest, owner, status, indexing_method, medium,
  publication_model, publication_status, notes, extras, links
FROM article WHERE id = ?1;
-- The columns of the next two bear the names of their members.
-- name: article_prose
SELECT title, abstract FROM article WHERE id = ?1;
-- name: article_ranked
SELECT title, vernacular_title, book_title, collection_title, volume_title, abstract,
       other_abstracts, keywords, headings
FROM article WHERE id = ?1;
-- name: article_delete
DELETE FROM article WHERE id = ?1;
-- name: article_state
SELECT checksum, coalesce(file, 0) FROM article WHERE id = ?1;
-- name: article_said_again
UPDATE article SET file = ?2, source_line = ?3 WHERE id = ?1;
-- name: article_count
SELECT count(*) FROM article;
-- name: article_last
SELECT max((SELECT coalesce(max(id), 0) FROM article),
           (SELECT coalesce(max(first + span - 1), 0) FROM segment));
-- name: article_between
SELECT id FROM article WHERE id >= ?1 AND id < ?2;
-- name: article_walk
SELECT id FROM article WHERE id > ?1 ORDER BY id LIMIT 1;

-- name: contribution_put
INSERT INTO contribution (article, position, lineage, file, checksum, record)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
-- name: contribution_said_again
UPDATE contribution SET file = ?3 WHERE article = ?1 AND position = ?2;
-- name: contribution_delete
DELETE FROM contribution WHERE article = ?1;
-- name: contribution_all
SELECT lineage, coalesce(file, 0), checksum, record FROM contribution WHERE article = ?1
ORDER BY position;

-- name: contribution_sources
SELECT name, format, coalesce(record ->> '$.source_line', 0)
FROM contribution JOIN file ON file.id = contribution.file
WHERE article = ?1 ORDER BY position;

-- name: deletion_put
INSERT INTO deletion (scheme, value, sequence) VALUES (?1, ?2, ?3)
ON CONFLICT (scheme, value) DO UPDATE SET sequence = max(sequence, excluded.sequence);
-- name: deletion_get
SELECT sequence FROM deletion WHERE scheme = ?1 AND value = ?2;
-- name: deletion_last
SELECT coalesce(max(sequence), 0) FROM deletion;

-- Articles of which one of NLM's numbered files before ?1 says something.
-- name: baseline_old
SELECT article.id FROM article JOIN file ON file.id = article.file WHERE sequence < ?1
UNION
SELECT article FROM contribution JOIN file ON file.id = contribution.file WHERE sequence < ?1;
-- name: baseline_files
SELECT count(DISTINCT sequence), max(sequence) FROM file WHERE sequence > ?1 AND sequence <= ?2;

-- name: identifier_insert
INSERT OR IGNORE INTO identifier (scheme, value, article) VALUES (?1, ?2, ?3);
-- name: identifier_delete
DELETE FROM identifier WHERE scheme = ?1 AND value = ?2 AND article = ?3;
-- name: identifier_find
SELECT article FROM identifier WHERE scheme = ?1 AND value = ?2 ORDER BY article DESC;

-- name: identifier_numbers
SELECT article FROM identifier
WHERE scheme = ?1 AND CAST(value AS INTEGER) BETWEEN ?2 AND ?3;

-- name: text_codes
SELECT rowid, carrel_code(text_index, ?2) FROM text_index WHERE text_index MATCH ?1;
-- name: text_code_of
SELECT rowid, carrel_code(text_index, ?2) FROM text_index WHERE text_index MATCH ?1 AND rowid = ?3;
-- name: text_has
SELECT 1 FROM text_index WHERE text_index MATCH '"' || ?1 || '"'
  AND rowid NOT IN (SELECT article FROM dead) LIMIT 1;
-- name: text_set
INSERT INTO text_index (text_index, rank) VALUES (?1, ?2);

-- FTS5's own tables, which src/index/fts5_segment.h and fts5_tables.h explain.
-- name: fts5_data_put
INSERT OR REPLACE INTO text_index_data (id, block) VALUES (?1, ?2);
-- name: fts5_data_get
SELECT block FROM text_index_data WHERE id = ?1;
-- name: fts5_data_drop
DELETE FROM text_index_data WHERE id >= ?1 AND id < ?2;
-- name: fts5_pages
SELECT block FROM text_index_data WHERE id BETWEEN ?1 AND ?2 ORDER BY id;
-- name: fts5_name_put
INSERT INTO text_index_idx (segid, term, pgno) VALUES (?1, ?2, ?3);
-- name: fts5_names_drop
DELETE FROM text_index_idx WHERE segid = ?1;
-- name: fts5_sizes_put
INSERT INTO text_index_docsize (id, sz) VALUES (?1, ?2);
-- name: fts5_sizes_drop
DELETE FROM text_index_docsize WHERE id = ?1 RETURNING sz;
-- name: fts5_segments
SELECT id, pages FROM segment WHERE pages > 0 ORDER BY first;

-- name: word_insert
INSERT INTO word (text, stem) VALUES (?1, ?2) ON CONFLICT DO NOTHING;
-- name: word_range
SELECT text, stem FROM word WHERE text >= ?1 AND text < ?2 ORDER BY text;

-- name: segment_insert
INSERT INTO segment (id, first, span, records, words, pages, lengths, dates)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
-- name: segment_all
SELECT id, first, span, records, words, pages FROM segment;
-- name: segment_sizes
SELECT id, first, span FROM segment ORDER BY first;
-- name: segment_free
SELECT CASE WHEN EXISTS (SELECT 1 FROM segment WHERE id = 1)
  THEN (SELECT min(id) + 1 FROM segment AS taken
        WHERE NOT EXISTS (SELECT 1 FROM segment WHERE id = taken.id + 1))
  ELSE 1 END;
-- name: segment_delete
DELETE FROM segment WHERE id = ?1;
-- name: segment_totals
SELECT sum(records), sum(words), count(*) FROM segment;

-- name: block_insert
INSERT INTO block (segment, first, data) VALUES (?1, ?2, ?3);
-- name: block_find
SELECT data FROM block WHERE segment = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1;
-- name: block_range
SELECT data FROM block
WHERE segment = ?1 AND first > ?2 AND first < ?3 ORDER BY first;
-- name: block_walk
SELECT data FROM block WHERE segment = ?1 ORDER BY first;
-- name: block_delete
DELETE FROM block WHERE segment = ?1;
-- name: posting_insert
INSERT INTO posting (key, data) VALUES (?1, ?2);
-- name: posting_get
SELECT data FROM posting WHERE key = ?1;
-- name: posting_range
SELECT key, data FROM posting WHERE key BETWEEN ?1 AND ?2;
-- name: posting_delete
DELETE FROM posting WHERE key >= ?1 AND key < ?2;

-- name: dead_insert
INSERT OR IGNORE INTO dead (article) VALUES (?1);
-- name: dead_all
SELECT article FROM dead ORDER BY article;
-- name: dead_forget
DELETE FROM dead WHERE article >= ?1 AND article < ?2;

-- name: stats_articles
SELECT count(*), coalesce(sum(title IS NULL AND abstract IS NULL AND people IS NULL
                              AND journal IS NULL), 0),
       coalesce(sum(abstract IS NOT NULL), 0), coalesce(sum(headings IS NOT NULL), 0),
       (SELECT count(*) FROM identifier), (SELECT count(*) FROM file)
FROM article;
-- name: stats_links
SELECT coalesce(sum(json_array_length(links)), 0) FROM article WHERE links IS NOT NULL;

-- name: check_database
PRAGMA integrity_check(20);
-- name: check_references
PRAGMA foreign_key_check;
-- name: check_identifier
SELECT 1 FROM identifier WHERE scheme = ?1 AND value = ?2 AND article = ?3;
-- name: check_text
INSERT INTO text_index (text_index) VALUES ('integrity-check');

-- MeSH, whose tables are there when it has been loaded.
-- name: mesh_tables
SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'mesh_record';
-- name: mesh_counts
SELECT (SELECT count(*) FROM mesh_record WHERE kind = 'D'),
       (SELECT count(*) FROM mesh_record WHERE kind = 'Q'),
       (SELECT count(*) FROM mesh_record WHERE kind = 'C'),
       (SELECT count(*) FROM mesh_term), (SELECT count(*) FROM mesh_tree),
       (SELECT count(*) FROM mesh_action),
       (SELECT coalesce(max(year), 0) FROM mesh_file
        WHERE id IN (SELECT file FROM mesh_record WHERE kind = 'D'));
-- name: mesh_state
SELECT EXISTS (SELECT 1 FROM mesh_tree WHERE number < 'Y'),
       EXISTS (SELECT 1 FROM mesh_tree WHERE number >= 'Y' AND number < 'Z'),
       EXISTS (SELECT 1 FROM mesh_term), EXISTS (SELECT 1 FROM mesh_action);

-- name: mesh_file_insert
INSERT INTO mesh_file (name, format, year, taken) VALUES (?1, ?2, ?3, ?4);
-- name: mesh_file_last
SELECT coalesce(max(id), 0) FROM mesh_file;
-- name: mesh_file_prune
DELETE FROM mesh_file WHERE id NOT IN (SELECT file FROM mesh_record) AND id < ?1;

-- name: mesh_record_by_ui
SELECT id FROM mesh_record WHERE ui = ?1;
-- name: mesh_record_by_name
SELECT id FROM mesh_record WHERE kind = ?1 AND folded = ?2 AND (?3 OR ui IS NULL);
-- name: mesh_record_by_code
SELECT id FROM mesh_record WHERE kind = 'Q' AND abbreviation = ?1 COLLATE NOCASE;
-- name: mesh_record_insert
INSERT INTO mesh_record (file, kind, ui, name, folded, class, abbreviation, scope, previous)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
-- A table in small letters does not take a heading's capitals away.
-- name: mesh_record_update
UPDATE mesh_record
SET file = ?2, ui = coalesce(?3, ui), name = iif(?4 = lower(name), name, ?4), folded = ?5,
    class = coalesce(?6, class), abbreviation = coalesce(?7, abbreviation),
    scope = coalesce(?8, scope), previous = coalesce(?9, previous)
WHERE id = ?1;
-- name: mesh_record_prune
DELETE FROM mesh_record WHERE kind = ?1 AND file < ?2;

-- name: mesh_term_insert
INSERT OR IGNORE INTO mesh_term (key, record, name, relation, permuted)
VALUES (?1, ?2, ?3, ?4, ?5);
-- name: mesh_term_clear
DELETE FROM mesh_term WHERE record IN (SELECT id FROM mesh_record WHERE kind = ?1);
-- name: mesh_term_prune
DELETE FROM mesh_term WHERE record NOT IN (SELECT id FROM mesh_record);
-- name: mesh_tree_insert
INSERT OR IGNORE INTO mesh_tree (number, record) VALUES (?1, ?2);
-- name: mesh_tree_clear
DELETE FROM mesh_tree WHERE record IN (SELECT id FROM mesh_record WHERE kind = ?1);
-- name: mesh_tree_prune
DELETE FROM mesh_tree WHERE record NOT IN (SELECT id FROM mesh_record);
-- name: mesh_allowed_insert
INSERT OR IGNORE INTO mesh_allowed (record, qualifier) VALUES (?1, ?2);
-- name: mesh_allowed_clear
DELETE FROM mesh_allowed;
-- name: mesh_allowed_prune
DELETE FROM mesh_allowed WHERE record NOT IN (SELECT id FROM mesh_record)
OR qualifier NOT IN (SELECT id FROM mesh_record);
-- name: mesh_action_insert
INSERT OR IGNORE INTO mesh_action (action, substance) VALUES (?1, ?2);
-- name: mesh_action_clear
DELETE FROM mesh_action
WHERE ?1 = '' OR substance IN (SELECT id FROM mesh_record WHERE kind = ?1);
-- name: mesh_action_prune
DELETE FROM mesh_action WHERE action NOT IN (SELECT id FROM mesh_record)
OR substance NOT IN (SELECT id FROM mesh_record);
-- name: mesh_mapped_insert
INSERT OR IGNORE INTO mesh_mapped (record, heading, major) VALUES (?1, ?2, ?3);
-- name: mesh_mapped_clear
DELETE FROM mesh_mapped;
-- name: mesh_mapped_prune
DELETE FROM mesh_mapped WHERE record NOT IN (SELECT id FROM mesh_record)
OR heading NOT IN (SELECT id FROM mesh_record);

-- What follows gives records of MeSH, all in the same columns.
-- name: mesh_find_number
SELECT id, kind, ui, name, folded, class, abbreviation, NULL FROM mesh_record WHERE id = ?1;
-- name: mesh_find_ui
SELECT id, kind, ui, name, folded, class, abbreviation, NULL FROM mesh_record WHERE ui = ?1;
-- name: mesh_find_name
SELECT id, kind, ui, name, folded, class, abbreviation, NULL FROM mesh_record
WHERE kind = ?1 AND folded = ?2;
-- name: mesh_find_code
SELECT id, kind, ui, name, folded, class, abbreviation, NULL FROM mesh_record
WHERE kind = 'Q' AND abbreviation = ?1 COLLATE NOCASE;
-- name: mesh_find_key
SELECT DISTINCT id, kind, ui, mesh_record.name, folded, class, abbreviation, NULL
FROM mesh_term JOIN mesh_record ON id = record WHERE key = ?1 ORDER BY kind = 'C', id;
-- name: mesh_find_tree
SELECT id, kind, ui, name, folded, class, abbreviation, number
FROM mesh_tree JOIN mesh_record ON id = record WHERE number >= ?1 AND number < ?2 ORDER BY number;
-- name: mesh_find_allowed
SELECT id, kind, ui, name, folded, class, abbreviation, NULL
FROM mesh_allowed JOIN mesh_record ON id = qualifier WHERE record = ?1 ORDER BY name;
-- name: mesh_find_actions
SELECT id, kind, ui, name, folded, class, abbreviation, NULL
FROM mesh_action JOIN mesh_record ON id = action WHERE substance = ?1 ORDER BY name;
-- name: mesh_find_substances
SELECT id, kind, ui, name, folded, class, abbreviation, NULL
FROM mesh_action JOIN mesh_record ON id = substance WHERE action = ?1 ORDER BY name;
-- name: mesh_find_mapped
SELECT id, kind, ui, name, folded, class, abbreviation, NULL
FROM mesh_mapped JOIN mesh_record ON id = heading WHERE record = ?1 ORDER BY name;

-- name: mesh_scope_of
SELECT scope FROM mesh_record WHERE id = ?1;
-- name: mesh_previous_of
SELECT previous FROM mesh_record WHERE id = ?1;
-- name: mesh_terms_of
SELECT name, coalesce(relation, ''), permuted FROM mesh_term WHERE record = ?1
ORDER BY permuted, relation IS NOT NULL, key, name;
-- name: mesh_trees_of
SELECT number FROM mesh_tree WHERE record = ?1 ORDER BY number;
-- name: mesh_terms_with
SELECT key, name, record FROM mesh_term WHERE NOT permuted AND instr(' ' || key, ?1);
-- name: mesh_keys
SELECT key FROM mesh_term JOIN mesh_record ON id = record
WHERE kind = ?1 AND key >= ?2 AND key < ?3 AND NOT permuted;

-- The history and saved searches, whose tables are there when something has been asked.
-- name: history_tables
SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'saved';
-- name: history_last
SELECT typed, dialect, details, found, records, latest FROM history ORDER BY number DESC LIMIT 1;
-- name: history_insert
INSERT INTO history (number, asked, typed, dialect, details, found, records, latest)
VALUES ((SELECT coalesce(max(number), 0) + 1 FROM history), ?1, ?2, ?3, ?4, ?5, ?6, ?7);
-- name: history_find
SELECT number, '', asked, typed, dialect, details, found, records, latest FROM history
WHERE number = ?1;
-- name: history_all
SELECT number, '', asked, typed, dialect, details, found, records, latest FROM history
ORDER BY number;
-- name: history_clear
DELETE FROM history;
-- name: saved_put
INSERT INTO saved (name, asked, typed, dialect, found, latest) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (name) DO UPDATE
SET name = excluded.name, asked = excluded.asked, typed = excluded.typed,
    dialect = excluded.dialect, found = excluded.found, latest = excluded.latest;
-- name: saved_find
SELECT 0, name, asked, typed, dialect, '', found, 0, latest FROM saved WHERE name = ?1;
-- name: saved_all
SELECT 0, name, asked, typed, dialect, '', found, 0, latest FROM saved ORDER BY name;
-- name: saved_remove
DELETE FROM saved WHERE name = ?1;
