"""The schema of search.db. docs/database.md explains it to people; a test runs every example there.

SQLite 3.37 or later reads it (STRICT tables), sql.js included. Ids are given by the writer, never by SQLite. Checks
compare with OR: SQLite builds the list of an IN anew for each row, which doubles the time of an insertion.
"""

from __future__ import annotations

from typing import Final

__all__ = ["APPLICATION_ID", "FORMAT", "INDEXES", "TABLES", "VIEWS"]

APPLICATION_ID: Final = int.from_bytes(b"Inkd", "big")
"""What `file` and `PRAGMA application_id` know an Inkdex database by."""

FORMAT: Final = 1
"""`PRAGMA user_version`: the format of docs/format.md."""

TABLES: Final = """
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY CHECK (id >= 0),
  path TEXT NOT NULL,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  language TEXT NOT NULL,
  published TEXT,
  updated TEXT,
  image TEXT,
  weight REAL,
  word_count INTEGER NOT NULL CHECK (word_count >= 0),
  reading_time_s INTEGER NOT NULL CHECK (reading_time_s >= 0),
  first_section INTEGER NOT NULL CHECK (first_section >= 0),
  section_count INTEGER NOT NULL CHECK (section_count >= 0)
) STRICT;

CREATE TABLE sections (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 6),
  anchor TEXT NOT NULL,
  heading TEXT NOT NULL,
  breadcrumb TEXT NOT NULL,
  text TEXT NOT NULL,
  code TEXT NOT NULL
) STRICT;

CREATE TABLE tags (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind = 'tag' OR kind = 'category' OR kind = 'author'),
  name TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

CREATE TABLE document_tags (
  document_id INTEGER NOT NULL REFERENCES documents (id),
  tag_id INTEGER NOT NULL REFERENCES tags (id),
  PRIMARY KEY (document_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE links (
  document_id INTEGER NOT NULL REFERENCES documents (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  section_id INTEGER NOT NULL REFERENCES sections (id),
  line INTEGER,
  target TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'internal' OR state = 'external' OR state = 'broken'),
  resolved TEXT,
  fragment TEXT NOT NULL,
  target_document_id INTEGER REFERENCES documents (id),
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE media (
  document_id INTEGER NOT NULL REFERENCES documents (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  section_id INTEGER NOT NULL REFERENCES sections (id),
  kind TEXT NOT NULL CHECK (kind = 'image' OR kind = 'video' OR kind = 'audio' OR kind = 'file'),
  url TEXT NOT NULL,
  alt TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE front_matter (
  document_id INTEGER PRIMARY KEY REFERENCES documents (id),
  json TEXT NOT NULL
) STRICT;

CREATE TABLE aliases (
  url TEXT NOT NULL,
  document_id INTEGER NOT NULL REFERENCES documents (id),
  PRIMARY KEY (url, document_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE related (
  document_id INTEGER NOT NULL REFERENCES documents (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  related_id INTEGER NOT NULL REFERENCES documents (id) CHECK (related_id <> document_id),
  score REAL NOT NULL,
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE terms (
  term TEXT PRIMARY KEY,
  frequency INTEGER NOT NULL CHECK (frequency > 0),
  postings BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE words (
  word TEXT PRIMARY KEY,
  count INTEGER NOT NULL CHECK (count > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE section_vectors (
  section_id INTEGER PRIMARY KEY REFERENCES sections (id),
  embedding BLOB NOT NULL
) STRICT;
"""

INDEXES: Final = """
CREATE UNIQUE INDEX documents_by_path ON documents (path);
CREATE INDEX documents_by_url ON documents (url);
CREATE INDEX sections_by_document ON sections (document_id);
CREATE INDEX document_tags_by_tag ON document_tags (tag_id);
CREATE INDEX links_by_target ON links (target_document_id) WHERE target_document_id IS NOT NULL;
"""
"""Made after the rows, which is faster than keeping them up. Only what the views and common questions need."""

VIEWS: Final = """
CREATE VIEW section_pages AS
  SELECT s.id AS section_id, d.id AS document_id, d.title,
    d.url || CASE s.anchor WHEN '' THEN '' ELSE '#' || s.anchor END AS url,
    s.breadcrumb, s.heading, s.level, s.text, s.code
  FROM sections AS s JOIN documents AS d ON d.id = s.document_id;

CREATE VIEW backlinks AS
  SELECT l.target_document_id AS document_id, t.url, t.title,
    d.id AS from_document_id, d.url AS from_url, d.title AS from_title, l.text
  FROM links AS l
  JOIN documents AS t ON t.id = l.target_document_id
  JOIN documents AS d ON d.id = l.document_id
  WHERE l.target_document_id <> l.document_id;

CREATE VIEW broken_links AS
  SELECT d.path, l.line, l.target, l.text, coalesce(l.resolved, t.url) AS resolved, l.fragment,
    CASE WHEN l.target_document_id IS NULL THEN 'page' ELSE 'anchor' END AS missing
  FROM links AS l
  JOIN documents AS d ON d.id = l.document_id
  LEFT JOIN documents AS t ON t.id = l.target_document_id
  WHERE l.state = 'broken';

CREATE VIEW orphan_pages AS
  SELECT d.id AS document_id, d.path, d.url, d.title
  FROM documents AS d
  WHERE NOT EXISTS (
    SELECT 1 FROM links AS l WHERE l.target_document_id = d.id AND l.document_id <> d.id
  );

CREATE VIEW pages_by_tag AS
  SELECT t.kind, t.name, d.id AS document_id, d.url, d.title, d.published
  FROM tags AS t
  JOIN document_tags AS dt ON dt.tag_id = t.id
  JOIN documents AS d ON d.id = dt.document_id;

CREATE VIEW longest_pages AS
  SELECT id AS document_id, path, url, title, word_count, reading_time_s, section_count
  FROM documents ORDER BY word_count DESC, id;

CREATE VIEW related_pages AS
  SELECT r.document_id, d.url, d.title, r.position, o.url AS related_url, o.title AS related_title, r.score
  FROM related AS r
  JOIN documents AS d ON d.id = r.document_id
  JOIN documents AS o ON o.id = r.related_id;

CREATE VIEW images_without_caption AS
  SELECT d.path, m.url
  FROM media AS m JOIN documents AS d ON d.id = m.document_id
  WHERE m.kind = 'image' AND m.alt = '';
"""
