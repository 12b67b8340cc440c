-- What a second coder needs: release by document, codes to look for once more, decisions with their reasons, packages.
-- Words, units and rules: docs/FILE-FORMAT.md. Positions are code points of the document's text, half-open.

-- Release -------------------------------------------------------------------------------------------------------------

-- Whether coders see each other's work on this document, whatever the study as a whole has decided.
ALTER TABLE document ADD COLUMN released INTEGER NOT NULL DEFAULT 0 CHECK (released IN (0, 1));

-- To revisit ------------------------------------------------------------------------------------------------------------

-- A code that a coder has to look for once more in a document. Done: the row goes.
CREATE TABLE revisit (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL REFERENCES document (id),
  code     INTEGER NOT NULL REFERENCES code (id),
  coder    INTEGER NOT NULL REFERENCES coder (id),
  pass     INTEGER NOT NULL REFERENCES coding_pass (id),
  reason   TEXT NOT NULL CHECK (reason IN ('added', 'split', 'redefined', 'asked')),
  at       TEXT NOT NULL,
  UNIQUE (document, code, coder, pass)
) STRICT;
CREATE INDEX revisit_by_code ON revisit (code);

-- Decisions -------------------------------------------------------------------------------------------------------------

-- Why the consensus is as it is. The passage is what was looked at; who took part is in the sides.
CREATE TABLE decision (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE,
  document  INTEGER NOT NULL REFERENCES document (id),
  pass      INTEGER NOT NULL REFERENCES coding_pass (id),
  start_pos INTEGER NOT NULL CHECK (start_pos >= 0),
  end_pos   INTEGER NOT NULL CHECK (end_pos > start_pos),
  outcome   TEXT NOT NULL CHECK (outcome IN ('one', 'all', 'none', 'anew', 'rule', 'agreed')),
  reason    TEXT NOT NULL DEFAULT '',
  coder     INTEGER NOT NULL REFERENCES coder (id),
  at        TEXT NOT NULL
) STRICT;
CREATE INDEX decision_by_document ON decision (document, start_pos);

-- The codings as they were when it was decided, since the originals may change later; `coding` is their UUID. Who was
-- compared and had nothing has a side without a code, path and coding.
CREATE TABLE decision_side (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  decision  INTEGER NOT NULL REFERENCES decision (id),
  document  INTEGER NOT NULL REFERENCES document (id),
  role      TEXT NOT NULL CHECK (role IN ('compared', 'taken', 'result')),
  coder     INTEGER NOT NULL REFERENCES coder (id),
  code      INTEGER REFERENCES code (id),
  code_path TEXT NOT NULL,
  start_pos INTEGER NOT NULL CHECK (start_pos >= 0),
  end_pos   INTEGER NOT NULL CHECK (end_pos >= start_pos),
  coding    TEXT NOT NULL
) STRICT;
CREATE INDEX decision_side_by_decision ON decision_side (decision);
CREATE INDEX decision_side_by_code ON decision_side (code);
CREATE INDEX decision_side_by_document ON decision_side (document, start_pos);

-- Packages --------------------------------------------------------------------------------------------------------------

-- Only in a coder's package: what it was cut from, and every row as it was then. Not tracked.
CREATE TABLE package (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  uuid      TEXT NOT NULL,
  project   TEXT NOT NULL,
  coder     TEXT NOT NULL,
  operation TEXT NOT NULL,
  cut       TEXT NOT NULL
) STRICT;
CREATE TABLE base (
  noun  TEXT NOT NULL,
  key   TEXT NOT NULL,
  image TEXT NOT NULL,
  PRIMARY KEY (noun, key)
) STRICT, WITHOUT ROWID;

-- In the project at home: under which UUID a row of a package is known here, and what is out and what came back.
CREATE TABLE alias (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  noun         TEXT NOT NULL,
  foreign_uuid TEXT NOT NULL UNIQUE,
  local_uuid   TEXT NOT NULL
) STRICT;
CREATE INDEX alias_by_local ON alias (local_uuid);
CREATE TABLE package_given (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE,
  coder     INTEGER NOT NULL REFERENCES coder (id),
  operation TEXT NOT NULL,
  cut       TEXT NOT NULL,
  merged    TEXT,
  -- What the package had when it was merged last: the base of the next time.
  returned  TEXT REFERENCES text_version (sha256)
) STRICT;
