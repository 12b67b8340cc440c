-- The first schema of a project file. Immutable: later changes are later files.
-- Words, units and rules: docs/FILE-FORMAT.md. Positions are code points of the document's text, half-open.

-- Identity -----------------------------------------------------------------------------------------------------------

CREATE TABLE project (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  uuid    TEXT NOT NULL,
  created TEXT NOT NULL
) STRICT;

-- What the study has decided: citation pattern, whether coders' work is released. Tracked by the history.
CREATE TABLE setting (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  key   TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

-- What only this copy remembers: the current coder, where the workbench was left. Not tracked.
CREATE TABLE state (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Coders ---------------------------------------------------------------------------------------------------------------

CREATE TABLE coder (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE,
  name      TEXT NOT NULL UNIQUE,
  color     TEXT NOT NULL,
  consensus INTEGER NOT NULL DEFAULT 0 CHECK (consensus IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX coder_has_one_consensus ON coder (consensus) WHERE consensus = 1;

CREATE TABLE coding_pass (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid     TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL
) STRICT;

-- Documents ------------------------------------------------------------------------------------------------------------

CREATE TABLE document_group (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid     TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL
) STRICT;

-- Immutable texts by their SHA-256; a document points at one. Not tracked: rows are only ever added.
CREATE TABLE text_version (
  sha256 TEXT PRIMARY KEY,
  text   TEXT NOT NULL
) STRICT;

CREATE TRIGGER text_version_is_immutable BEFORE UPDATE ON text_version
BEGIN SELECT RAISE(ABORT, 'a text version is immutable'); END;

CREATE TABLE document (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid           TEXT NOT NULL UNIQUE,
  label          TEXT NOT NULL UNIQUE,
  title          TEXT NOT NULL,
  document_group INTEGER REFERENCES document_group (id),
  position       INTEGER NOT NULL,
  text           TEXT NOT NULL REFERENCES text_version (sha256),
  paragraphs     INTEGER NOT NULL,
  words          INTEGER NOT NULL,
  characters     INTEGER NOT NULL,
  source_name    TEXT NOT NULL,
  source_sha256  TEXT NOT NULL,
  reader         TEXT NOT NULL,
  reader_version INTEGER NOT NULL,
  options        TEXT NOT NULL,
  encoding       TEXT,
  imported       TEXT NOT NULL,
  -- Whose codings count here where nothing is consolidated; none: the first coder who declared it done.
  analysis_coder INTEGER REFERENCES coder (id)
) STRICT;
CREATE INDEX document_by_source ON document (source_sha256);
CREATE INDEX document_by_text ON document (text);

CREATE TABLE speaker (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid     TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document (id),
  label    TEXT NOT NULL,
  role     TEXT NOT NULL CHECK (role IN ('interviewer', 'interviewee')),
  UNIQUE (document, label)
) STRICT;

CREATE TABLE paragraph (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  document  INTEGER NOT NULL REFERENCES document (id),
  number    INTEGER,
  start_pos INTEGER NOT NULL,
  end_pos   INTEGER NOT NULL CHECK (end_pos >= start_pos),
  kind      TEXT NOT NULL CHECK (kind IN ('speech', 'heading', 'header', 'note', 'empty')),
  speaker   INTEGER REFERENCES speaker (id),
  time      INTEGER,
  end_time  INTEGER,
  -- 'label 0-3; time 4-17': code points from the paragraph's start, half-open.
  marks     TEXT NOT NULL DEFAULT '',
  UNIQUE (document, start_pos)
) STRICT;
-- A number is one paragraph's and stays.
CREATE UNIQUE INDEX paragraph_by_number ON paragraph (document, number) WHERE number IS NOT NULL;

CREATE TABLE variable (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid     TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL UNIQUE,
  kind     TEXT NOT NULL CHECK (kind IN ('text', 'integer', 'decimal', 'date', 'duration', 'boolean')),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE variable_value (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  variable  INTEGER NOT NULL REFERENCES variable (id),
  document  INTEGER NOT NULL REFERENCES document (id),
  working   TEXT NOT NULL,
  published TEXT,
  UNIQUE (document, variable)
) STRICT;

-- A coder's status in a document and coding pass. No row: not started.
CREATE TABLE work (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL REFERENCES document (id),
  coder    INTEGER NOT NULL REFERENCES coder (id),
  pass     INTEGER NOT NULL REFERENCES coding_pass (id),
  status   TEXT NOT NULL CHECK (status IN ('not-started', 'in-progress', 'done')),
  at       TEXT NOT NULL,
  UNIQUE (document, coder, pass)
) STRICT;

-- The code system --------------------------------------------------------------------------------------------------------

CREATE TABLE code (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid              TEXT NOT NULL UNIQUE,
  parent            INTEGER REFERENCES code (id) CHECK (parent IS NOT id),
  position          INTEGER NOT NULL,
  name              TEXT NOT NULL CHECK (name <> '' AND instr(name, '/') = 0),
  color             TEXT NOT NULL,
  definition        TEXT NOT NULL DEFAULT '',
  apply             TEXT NOT NULL DEFAULT '',
  not_apply         TEXT NOT NULL DEFAULT '',
  origin            TEXT NOT NULL DEFAULT 'unspecified' CHECK (origin IN ('unspecified', 'deductive', 'inductive')),
  research_question TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX code_siblings_differ ON code (coalesce(parent, 0), name);

CREATE TRIGGER code_is_no_cycle BEFORE UPDATE OF parent ON code WHEN NEW.parent IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a code cannot be its own subcode') WHERE NEW.id IN (
    WITH RECURSIVE above (id) AS (
      SELECT NEW.parent UNION SELECT code.parent FROM code JOIN above ON code.id = above.id WHERE code.parent IS NOT NULL
    ) SELECT id FROM above
  );
END;

CREATE TABLE coding (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE,
  document  INTEGER NOT NULL REFERENCES document (id),
  code      INTEGER NOT NULL REFERENCES code (id),
  coder     INTEGER NOT NULL REFERENCES coder (id),
  start_pos INTEGER NOT NULL CHECK (start_pos >= 0),
  end_pos   INTEGER NOT NULL CHECK (end_pos > start_pos),
  weight    INTEGER CHECK (weight BETWEEN 0 AND 100),
  comment   TEXT NOT NULL DEFAULT '',
  created   TEXT NOT NULL
) STRICT;
CREATE INDEX coding_by_place ON coding (document, coder, code, start_pos, end_pos);
CREATE INDEX coding_by_code ON coding (code, coder, document);

-- One coder's segments of one code never overlap; touching is not overlapping.
CREATE TRIGGER coding_overlaps_none BEFORE INSERT ON coding WHEN EXISTS (
  SELECT 1 FROM coding WHERE document = NEW.document AND coder = NEW.coder AND code = NEW.code
    AND start_pos < NEW.end_pos AND end_pos > NEW.start_pos)
BEGIN SELECT RAISE(ABORT, 'segments of one coder and code would overlap'); END;

CREATE TRIGGER coding_comes_to_overlap_none BEFORE UPDATE OF document, coder, code, start_pos, end_pos ON coding WHEN EXISTS (
  SELECT 1 FROM coding WHERE document = NEW.document AND coder = NEW.coder AND code = NEW.code
    AND start_pos < NEW.end_pos AND end_pos > NEW.start_pos AND id <> NEW.id)
BEGIN SELECT RAISE(ABORT, 'segments of one coder and code would overlap'); END;

-- What became of a UUID that is gone: it went into `successor`.
CREATE TABLE tombstone (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE,
  noun      TEXT NOT NULL CHECK (noun IN ('coding', 'code', 'document')),
  successor TEXT
) STRICT;

-- Anchor examples; with a place where the words come from the material.
CREATE TABLE anchor (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE,
  code      INTEGER NOT NULL REFERENCES code (id),
  document  INTEGER REFERENCES document (id),
  start_pos INTEGER,
  end_pos   INTEGER,
  text      TEXT NOT NULL,
  -- Where the words come from as the codebook's file says it, while no document of the project has them.
  source    TEXT NOT NULL DEFAULT '',
  position  INTEGER NOT NULL,
  CHECK ((document IS NULL) = (start_pos IS NULL) AND (document IS NULL) = (end_pos IS NULL))
) STRICT;
CREATE INDEX anchor_by_code ON anchor (code);
CREATE INDEX anchor_by_document ON anchor (document);

-- What researchers write --------------------------------------------------------------------------------------------------

CREATE TABLE memo (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE,
  kind      TEXT NOT NULL CHECK (kind IN ('project', 'document', 'place', 'code', 'coding', 'free', 'logbook')),
  document  INTEGER REFERENCES document (id),
  start_pos INTEGER,
  end_pos   INTEGER,
  code      INTEGER REFERENCES code (id),
  coding    INTEGER REFERENCES coding (id),
  title     TEXT NOT NULL,
  text      TEXT NOT NULL,
  coder     INTEGER NOT NULL REFERENCES coder (id),
  created   TEXT NOT NULL,
  changed   TEXT NOT NULL,
  CHECK ((kind IN ('document', 'place')) = (document IS NOT NULL)),
  CHECK ((kind = 'place') = (start_pos IS NOT NULL AND end_pos IS NOT NULL)),
  CHECK ((kind = 'code') = (code IS NOT NULL)),
  CHECK ((kind = 'coding') = (coding IS NOT NULL))
) STRICT;
CREATE INDEX memo_by_document ON memo (document);
CREATE INDEX memo_by_code ON memo (code);
CREATE INDEX memo_by_coding ON memo (coding);

-- One cell of the Summary Grid, per coder (blind coders see nothing of each other's).
CREATE TABLE summary (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid     TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document (id),
  code     INTEGER NOT NULL REFERENCES code (id),
  coder    INTEGER NOT NULL REFERENCES coder (id),
  text     TEXT NOT NULL,
  changed  TEXT NOT NULL,
  UNIQUE (document, code, coder)
) STRICT;
CREATE INDEX summary_by_code ON summary (code);

-- Editor text that is not yet an operation, one a field. Not tracked.
CREATE TABLE draft (
  coder   INTEGER NOT NULL,
  field   TEXT NOT NULL,
  text    TEXT NOT NULL,
  changed TEXT NOT NULL,
  PRIMARY KEY (coder, field)
) STRICT, WITHOUT ROWID;

-- The history ----------------------------------------------------------------------------------------------------------------

CREATE TABLE operation (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE,
  kind      TEXT NOT NULL,
  coder     INTEGER,
  at        TEXT NOT NULL,
  arguments TEXT NOT NULL,
  -- done; undone: can be redone; discarded: undone, and its coder has gone on since.
  state     TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'discarded')),
  batch     TEXT
) STRICT;
CREATE INDEX operation_by_coder ON operation (coder, state, id);
CREATE INDEX operation_by_batch ON operation (batch) WHERE batch IS NOT NULL;

-- Row images as JSON by column name; before is null for an insert, after for a delete.
CREATE TABLE change (
  id         INTEGER PRIMARY KEY,
  operation  INTEGER NOT NULL REFERENCES operation (id),
  table_name TEXT NOT NULL,
  row        INTEGER NOT NULL,
  before     TEXT,
  after      TEXT
) STRICT;
CREATE INDEX change_by_operation ON change (operation);
