-- What belongs to the material besides the transcripts: cases, persons, sets, variables of all three, recordings, consent,
-- guides, names, corrections, and what leaves the file for good.
-- Words, units and rules: docs/FILE-FORMAT.md. Positions are code points of the document's text, half-open.

-- Cases ---------------------------------------------------------------------------------------------------------------

CREATE TABLE study_case (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid     TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE case_document (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  study_case INTEGER NOT NULL REFERENCES study_case (id),
  document   INTEGER NOT NULL REFERENCES document (id)
) STRICT;
CREATE UNIQUE INDEX case_document_pairs_differ ON case_document (study_case, document);
CREATE UNIQUE INDEX document_has_one_case ON case_document (document);

-- Persons -------------------------------------------------------------------------------------------------------------

CREATE TABLE person (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid       TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL UNIQUE,
  study_case INTEGER REFERENCES study_case (id),
  position   INTEGER NOT NULL
) STRICT;
ALTER TABLE speaker ADD COLUMN person INTEGER REFERENCES person (id);
CREATE TRIGGER speaker_person_is_interviewed BEFORE UPDATE OF person, role ON speaker
WHEN NEW.person IS NOT NULL AND NEW.role = 'interviewer'
BEGIN SELECT RAISE(ABORT, 'an interviewer is no interviewed person'); END;

-- Sets of documents and of codes --------------------------------------------------------------------------------------

CREATE TABLE document_set (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid     TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE document_set_member (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  document_set INTEGER NOT NULL REFERENCES document_set (id),
  document     INTEGER NOT NULL REFERENCES document (id),
  UNIQUE (document_set, document)
) STRICT;
CREATE TABLE code_set (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid     TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE code_set_member (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  code_set INTEGER NOT NULL REFERENCES code_set (id),
  code     INTEGER NOT NULL REFERENCES code (id),
  UNIQUE (code_set, code)
) STRICT;

-- Variables -----------------------------------------------------------------------------------------------------------

ALTER TABLE variable ADD COLUMN entity TEXT NOT NULL DEFAULT 'document'
  CHECK (entity IN ('document', 'case', 'person'));
ALTER TABLE variable ADD COLUMN disclosure TEXT NOT NULL DEFAULT 'as-is'
  CHECK (disclosure IN ('as-is', 'recoded', 'never'));
CREATE TABLE case_value (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  variable   INTEGER NOT NULL REFERENCES variable (id),
  study_case INTEGER NOT NULL REFERENCES study_case (id),
  working    TEXT NOT NULL,
  published  TEXT,
  UNIQUE (study_case, variable)
) STRICT;
CREATE TABLE person_value (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  variable  INTEGER NOT NULL REFERENCES variable (id),
  person    INTEGER NOT NULL REFERENCES person (id),
  working   TEXT NOT NULL,
  published TEXT,
  UNIQUE (person, variable)
) STRICT;
CREATE TRIGGER case_value_fits BEFORE INSERT ON case_value
WHEN (SELECT entity FROM variable WHERE id = NEW.variable) <> 'case'
BEGIN SELECT RAISE(ABORT, 'not a variable of cases'); END;
CREATE TRIGGER person_value_fits BEFORE INSERT ON person_value
WHEN (SELECT entity FROM variable WHERE id = NEW.variable) <> 'person'
BEGIN SELECT RAISE(ABORT, 'not a variable of persons'); END;
CREATE TRIGGER variable_value_fits BEFORE INSERT ON variable_value
WHEN (SELECT entity FROM variable WHERE id = NEW.variable) <> 'document'
BEGIN SELECT RAISE(ABORT, 'not a variable of documents'); END;
-- An undo that would leave values of another's variable behind is refused by this.
CREATE TRIGGER variable_entity_has_no_values BEFORE UPDATE OF entity ON variable
WHEN NEW.entity <> OLD.entity
 AND (EXISTS (SELECT 1 FROM variable_value WHERE variable = NEW.id)
   OR EXISTS (SELECT 1 FROM case_value WHERE variable = NEW.id)
   OR EXISTS (SELECT 1 FROM person_value WHERE variable = NEW.id))
BEGIN SELECT RAISE(ABORT, 'the variable has values'); END;

-- Memos on groups and cases, templates --------------------------------------------------------------------------------

CREATE TABLE memo_template (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid     TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL UNIQUE,
  kind     TEXT NOT NULL,
  text     TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE memo_wider (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid           TEXT NOT NULL UNIQUE,
  kind           TEXT NOT NULL CHECK (kind IN
                   ('project', 'group', 'case', 'document', 'place', 'code', 'coding', 'free', 'logbook')),
  document       INTEGER REFERENCES document (id),
  start_pos      INTEGER,
  end_pos        INTEGER,
  code           INTEGER REFERENCES code (id),
  coding         INTEGER REFERENCES coding (id),
  title          TEXT NOT NULL,
  text           TEXT NOT NULL,
  coder          INTEGER NOT NULL REFERENCES coder (id),
  created        TEXT NOT NULL,
  changed        TEXT NOT NULL,
  document_group INTEGER REFERENCES document_group (id),
  study_case     INTEGER REFERENCES study_case (id),
  template       TEXT,
  dated          TEXT,
  CHECK ((kind = 'group') = (document_group IS NOT NULL)),
  CHECK ((kind = 'case') = (study_case IS NOT NULL)),
  CHECK ((kind IN ('document', 'place')) = (document IS NOT NULL)),
  CHECK ((kind = 'place') = (start_pos IS NOT NULL AND end_pos IS NOT NULL)),
  CHECK ((kind = 'code') = (code IS NOT NULL)),
  CHECK ((kind = 'coding') = (coding IS NOT NULL))
) STRICT;
INSERT INTO memo_wider (id, uuid, kind, document, start_pos, end_pos, code, coding, title, text, coder, created, changed)
  SELECT id, uuid, kind, document, start_pos, end_pos, code, coding, title, text, coder, created, changed FROM memo;
-- Keys are never given twice, those of rows that are gone included.
INSERT INTO sqlite_sequence (name, seq) SELECT 'memo_wider', 0 WHERE NOT EXISTS
  (SELECT 1 FROM sqlite_sequence WHERE name = 'memo_wider');
UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM sqlite_sequence WHERE name IN ('memo', 'memo_wider'))
  WHERE name = 'memo_wider';
DROP TABLE memo;
ALTER TABLE memo_wider RENAME TO memo;
CREATE INDEX memo_by_document ON memo (document);
CREATE INDEX memo_by_code ON memo (code);
CREATE INDEX memo_by_coding ON memo (coding);

-- Paraphrases ---------------------------------------------------------------------------------------------------------

CREATE TABLE paraphrase (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE,
  document  INTEGER NOT NULL REFERENCES document (id),
  -- None: a correction took the passage out of the transcript.
  start_pos INTEGER CHECK (start_pos >= 0),
  end_pos   INTEGER CHECK (end_pos > start_pos),
  coder     INTEGER NOT NULL REFERENCES coder (id),
  text      TEXT NOT NULL,
  created   TEXT NOT NULL,
  changed   TEXT NOT NULL,
  CHECK ((start_pos IS NULL) = (end_pos IS NULL))
) STRICT;
CREATE INDEX paraphrase_by_place ON paraphrase (document, start_pos);

-- Recordings ----------------------------------------------------------------------------------------------------------

CREATE TABLE media (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE,
  document  INTEGER NOT NULL REFERENCES document (id),
  file_name TEXT NOT NULL,
  duration  INTEGER,
  shift     INTEGER NOT NULL DEFAULT 0,
  position  INTEGER NOT NULL
) STRICT;
CREATE INDEX media_by_document ON media (document);

-- Consent and release of quotations -----------------------------------------------------------------------------------

CREATE TABLE consent (
  id                   INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid                 TEXT NOT NULL UNIQUE,
  document             INTEGER NOT NULL REFERENCES document (id),
  person               INTEGER REFERENCES person (id),
  given                TEXT,
  scope                TEXT NOT NULL DEFAULT '',
  quotations           TEXT NOT NULL DEFAULT 'unknown'
                         CHECK (quotations IN ('unknown', 'yes', 'anonymous', 'ask', 'no')),
  withdrawn            TEXT,
  delete_recording_by  TEXT,
  recording_deleted    TEXT,
  note                 TEXT NOT NULL DEFAULT '',
  CHECK (withdrawn IS NULL OR given IS NULL OR withdrawn >= given)
) STRICT;
CREATE UNIQUE INDEX consent_is_one_a_person ON consent (document, coalesce(person, 0));
CREATE TABLE quotation_release (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE,
  document  INTEGER NOT NULL REFERENCES document (id),
  start_pos INTEGER NOT NULL CHECK (start_pos >= 0),
  end_pos   INTEGER NOT NULL CHECK (end_pos > start_pos),
  answer    TEXT NOT NULL CHECK (answer IN ('asked', 'released', 'changed', 'refused')),
  wording   TEXT NOT NULL DEFAULT '',
  at        TEXT NOT NULL
) STRICT;
CREATE INDEX quotation_release_by_place ON quotation_release (document, start_pos);

-- Guides and other reference documents; pretests ----------------------------------------------------------------------

CREATE TABLE reference_document (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid          TEXT NOT NULL UNIQUE,
  kind          TEXT NOT NULL CHECK (kind IN ('guide', 'other')),
  name          TEXT NOT NULL,
  version       TEXT NOT NULL DEFAULT '',
  text          TEXT NOT NULL REFERENCES text_version (sha256),
  source_name   TEXT NOT NULL,
  source_sha256 TEXT NOT NULL,
  imported      TEXT NOT NULL,
  UNIQUE (name, version)
) STRICT;
CREATE TABLE guide_code (
  id                 INTEGER PRIMARY KEY AUTOINCREMENT,
  reference_document INTEGER NOT NULL REFERENCES reference_document (id),
  code               INTEGER NOT NULL REFERENCES code (id),
  UNIQUE (reference_document, code)
) STRICT;
ALTER TABLE document ADD COLUMN guide INTEGER REFERENCES reference_document (id);
ALTER TABLE document ADD COLUMN stage TEXT NOT NULL DEFAULT 'main' CHECK (stage IN ('main', 'pretest'));

-- Names and their replacements. Not tracked: an image would write the real name a second time -------------------------

CREATE TABLE pseudonym (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid        TEXT NOT NULL UNIQUE,
  replacement TEXT NOT NULL,
  any_case    INTEGER NOT NULL DEFAULT 0 CHECK (any_case IN (0, 1)),
  note        TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE pseudonym_form (
  pseudonym   INTEGER NOT NULL REFERENCES pseudonym (id),
  position    INTEGER NOT NULL,
  form        TEXT NOT NULL PRIMARY KEY,
  replacement TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Corrections of a transcript -----------------------------------------------------------------------------------------

CREATE TABLE text_edit (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid     TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document (id),
  before   TEXT NOT NULL REFERENCES text_version (sha256),
  after    TEXT NOT NULL REFERENCES text_version (sha256),
  hunks    TEXT NOT NULL,
  coder    INTEGER NOT NULL REFERENCES coder (id),
  reason   TEXT NOT NULL DEFAULT '',
  at       TEXT NOT NULL,
  CHECK (before <> after)
) STRICT;
CREATE INDEX text_edit_by_document ON text_edit (document, before);

-- What has left the file. Not tracked ---------------------------------------------------------------------------------

CREATE TABLE erasure (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid     TEXT NOT NULL UNIQUE,
  kind     TEXT NOT NULL CHECK (kind IN ('seal', 'erase')),
  coder    INTEGER,
  at       TEXT NOT NULL,
  through  INTEGER NOT NULL
) STRICT;
