-- What stands between the codings and the report: states of cells, condensations of interviews, codes and cases, and
-- queries and tables that are kept.
-- Words, units and rules: docs/FILE-FORMAT.md.

-- The Summary Grid ------------------------------------------------------------------------------------------------------

-- What a coder found out about a cell without segments. No row: not judged.
CREATE TABLE cell_state (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL REFERENCES document (id),
  code     INTEGER NOT NULL REFERENCES code (id),
  coder    INTEGER NOT NULL REFERENCES coder (id),
  state    TEXT NOT NULL CHECK (state IN ('not-asked', 'no-answer', 'nothing')),
  changed  TEXT NOT NULL,
  UNIQUE (document, code, coder)
) STRICT;
CREATE INDEX cell_state_by_code ON cell_state (code);

-- Condensations ---------------------------------------------------------------------------------------------------------

CREATE TABLE document_summary (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid     TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document (id),
  coder    INTEGER NOT NULL REFERENCES coder (id),
  text     TEXT NOT NULL,
  changed  TEXT NOT NULL,
  UNIQUE (document, coder)
) STRICT;
CREATE TABLE code_summary (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid    TEXT NOT NULL UNIQUE,
  code    INTEGER NOT NULL REFERENCES code (id),
  coder   INTEGER NOT NULL REFERENCES coder (id),
  text    TEXT NOT NULL,
  changed TEXT NOT NULL,
  UNIQUE (code, coder)
) STRICT;
CREATE TABLE case_summary (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid       TEXT NOT NULL UNIQUE,
  study_case INTEGER NOT NULL REFERENCES study_case (id),
  coder      INTEGER NOT NULL REFERENCES coder (id),
  text       TEXT NOT NULL,
  changed    TEXT NOT NULL,
  UNIQUE (study_case, coder)
) STRICT;

-- Kept queries and tables -----------------------------------------------------------------------------------------------

-- Codes, documents and sets stand in a query and a definition by their UUIDs.
CREATE TABLE saved_query (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid     TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL UNIQUE,
  query    TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE saved_table (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid       TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL UNIQUE,
  kind       TEXT NOT NULL,
  definition TEXT NOT NULL,
  position   INTEGER NOT NULL
) STRICT;
