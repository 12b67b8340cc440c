-- States of the code system that are kept: which one a coding pass went by, and what has changed since.
-- Words, units and rules: docs/FILE-FORMAT.md.

CREATE TABLE codebook_version (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid   TEXT NOT NULL UNIQUE,
  name   TEXT NOT NULL UNIQUE,
  at     TEXT NOT NULL,
  coder  INTEGER NOT NULL REFERENCES coder (id),
  reason TEXT NOT NULL DEFAULT '',
  book   TEXT NOT NULL REFERENCES text_version (sha256)
) STRICT;

-- The version that the codes of a pass are of; none: nobody said.
ALTER TABLE coding_pass ADD COLUMN version INTEGER REFERENCES codebook_version (id);
