-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The first schema. Tables of the first part are journaled: what changes in them is kept as a changeset in the entry
-- that changed it. For that to work every one has a NOT NULL primary key, no generated column, foreign keys that do
-- nothing on their own, and no further UNIQUE value that two rows could swap. What belongs to a cluster is keyed by the
-- cluster first, so that a changeset says whose rows it touches and one dossier lies together on the disk.
-- Days are ISO texts, amounts fen, points hundredths; what is not known is NULL. "owner" is the office whose record a
-- row is, for the day offices exchange packages.

CREATE TABLE clusters (
  id            TEXT NOT NULL PRIMARY KEY,
  owner         TEXT NOT NULL,
  name          TEXT NOT NULL,
  district      TEXT,
  industry      TEXT,
  scope         TEXT,
  area          INTEGER,
  operator_name TEXT,
  credit_code   TEXT,
  contact       TEXT,
  phone         TEXT,
  bank          TEXT,
  account       TEXT,
  funding_start INTEGER NOT NULL,
  recorded_on   TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE acts (
  cluster     TEXT NOT NULL REFERENCES clusters (id),
  id          TEXT NOT NULL,
  owner       TEXT NOT NULL,
  seq         INTEGER NOT NULL,
  kind        TEXT NOT NULL,
  date        TEXT NOT NULL,
  office      TEXT NOT NULL,
  person      TEXT,
  document    TEXT,
  note        TEXT,
  reason      TEXT,
  term_first  TEXT,
  term_last   TEXT,
  imported    INTEGER NOT NULL,
  void_reason TEXT, -- voided acts stay on record and leave the dossier
  PRIMARY KEY (cluster, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE figures (
  cluster TEXT NOT NULL REFERENCES clusters (id),
  year    INTEGER NOT NULL,
  data    TEXT NOT NULL, -- canonical JSON: metric id → integer in its smallest unit
  PRIMARY KEY (cluster, year)
) STRICT;

CREATE TABLE return_filings (
  cluster TEXT NOT NULL REFERENCES clusters (id),
  year    INTEGER NOT NULL,
  filed   TEXT,
  PRIMARY KEY (cluster, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE change_filings (
  cluster    TEXT NOT NULL REFERENCES clusters (id),
  id         TEXT NOT NULL,
  owner      TEXT NOT NULL,
  kind       TEXT NOT NULL,
  day        TEXT NOT NULL,
  from_value TEXT,
  to_value   TEXT,
  filed      TEXT,
  reason     TEXT,
  PRIMARY KEY (cluster, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE incidents (
  cluster TEXT NOT NULL REFERENCES clusters (id),
  id      TEXT NOT NULL,
  owner   TEXT NOT NULL,
  kind    TEXT NOT NULL,
  grade   TEXT,
  day     TEXT NOT NULL,
  note    TEXT,
  PRIMARY KEY (cluster, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE supports (
  cluster TEXT NOT NULL REFERENCES clusters (id),
  id      TEXT NOT NULL,
  owner   TEXT NOT NULL,
  kind    TEXT NOT NULL,
  day     TEXT NOT NULL,
  giver   TEXT,
  note    TEXT,
  PRIMARY KEY (cluster, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE goals (
  cluster TEXT NOT NULL REFERENCES clusters (id),
  metric  TEXT NOT NULL,
  year    INTEGER NOT NULL,
  target  INTEGER NOT NULL,
  PRIMARY KEY (cluster, metric, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
  cluster TEXT NOT NULL REFERENCES clusters (id),
  topic   TEXT NOT NULL, -- "direction:" and a cultivation direction, and the like
  text    TEXT NOT NULL,
  PRIMARY KEY (cluster, topic)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_duties (
  cluster TEXT NOT NULL REFERENCES clusters (id),
  id      TEXT NOT NULL,
  owner   TEXT NOT NULL,
  text    TEXT NOT NULL,
  due     TEXT NOT NULL,
  closed  TEXT,
  PRIMARY KEY (cluster, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE standard_checks (
  cluster TEXT NOT NULL REFERENCES clusters (id),
  id      TEXT NOT NULL,
  owner   TEXT NOT NULL,
  date    TEXT NOT NULL,
  year    INTEGER NOT NULL,
  person  TEXT,
  all_met INTEGER NOT NULL,
  PRIMARY KEY (cluster, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE standard_judgements (
  cluster   TEXT NOT NULL,
  parent    TEXT NOT NULL, -- the self-check
  position  INTEGER NOT NULL,
  criterion TEXT NOT NULL,
  met       INTEGER NOT NULL,
  note      TEXT,
  person    TEXT,
  PRIMARY KEY (cluster, parent, position),
  FOREIGN KEY (cluster, parent) REFERENCES standard_checks (cluster, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessments (
  cluster            TEXT NOT NULL REFERENCES clusters (id),
  year               INTEGER NOT NULL,
  pack_id            TEXT,
  pack_version       INTEGER NOT NULL,
  state              TEXT NOT NULL,
  submitted_on       TEXT,
  submitted_by       TEXT,
  district_opinion   TEXT,
  confirmed_on       TEXT,
  confirmed_by       TEXT,
  city_opinion       TEXT,
  same_person_reason TEXT,
  kept_reason        TEXT,
  kept_against       TEXT,
  figures_corrected  INTEGER NOT NULL,
  PRIMARY KEY (cluster, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_points (
  cluster         TEXT NOT NULL,
  parent          INTEGER NOT NULL, -- the assessment year, as in the four tables that follow
  position        INTEGER NOT NULL,
  indicator       TEXT NOT NULL,
  district        INTEGER,
  district_reason TEXT,
  district_person TEXT,
  city            INTEGER,
  city_reason     TEXT,
  city_person     TEXT,
  PRIMARY KEY (cluster, parent, position),
  FOREIGN KEY (cluster, parent) REFERENCES assessments (cluster, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE reviewer_vetoes (
  cluster  TEXT NOT NULL,
  parent   INTEGER NOT NULL,
  position INTEGER NOT NULL,
  veto     TEXT NOT NULL,
  reason   TEXT,
  office   TEXT,
  person   TEXT,
  PRIMARY KEY (cluster, parent, position),
  FOREIGN KEY (cluster, parent) REFERENCES assessments (cluster, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE narratives (
  cluster  TEXT NOT NULL,
  parent   INTEGER NOT NULL,
  position INTEGER NOT NULL,
  part     TEXT NOT NULL,
  text     TEXT,
  PRIMARY KEY (cluster, parent, position),
  FOREIGN KEY (cluster, parent) REFERENCES assessments (cluster, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE frozen_results (
  cluster  TEXT NOT NULL,
  parent   INTEGER NOT NULL,
  total    INTEGER NOT NULL,
  previous TEXT, -- figures as they were when the city confirmed
  current  TEXT,
  PRIMARY KEY (cluster, parent),
  FOREIGN KEY (cluster, parent) REFERENCES assessments (cluster, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE frozen_vetoes (
  cluster  TEXT NOT NULL,
  parent   INTEGER NOT NULL,
  position INTEGER NOT NULL,
  veto     TEXT NOT NULL,
  evidence TEXT,
  PRIMARY KEY (cluster, parent, position),
  FOREIGN KEY (cluster, parent) REFERENCES assessments (cluster, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE fund_acts (
  cluster              TEXT NOT NULL REFERENCES clusters (id),
  id                   TEXT NOT NULL,
  owner                TEXT NOT NULL,
  seq                  INTEGER NOT NULL,
  ordinal              INTEGER NOT NULL,
  kind                 TEXT NOT NULL,
  date                 TEXT NOT NULL,
  office               TEXT,
  person               TEXT,
  amount               INTEGER,
  voucher              TEXT,
  note                 TEXT,
  reason               TEXT,
  override_reason      TEXT,
  upheld               INTEGER NOT NULL,
  last_day             TEXT,
  last_day_provisional INTEGER NOT NULL,
  pack_id              TEXT,
  pack_version         INTEGER NOT NULL,
  operator             TEXT,
  purposes             TEXT, -- one a line
  void_reason          TEXT,
  PRIMARY KEY (cluster, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_lines (
  cluster  TEXT NOT NULL,
  parent   TEXT NOT NULL, -- the funding act
  position INTEGER NOT NULL,
  category TEXT NOT NULL,
  amount   INTEGER,
  PRIMARY KEY (cluster, parent, position),
  FOREIGN KEY (cluster, parent) REFERENCES fund_acts (cluster, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE use_entries (
  cluster  TEXT NOT NULL REFERENCES clusters (id),
  id       TEXT NOT NULL,
  owner    TEXT NOT NULL,
  number   INTEGER NOT NULL,
  date     TEXT NOT NULL,
  ordinal  INTEGER NOT NULL,
  category TEXT,
  amount   INTEGER,
  payee    TEXT,
  voucher  TEXT,
  note     TEXT,
  reason   TEXT,
  reverses TEXT,
  PRIMARY KEY (cluster, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX use_entries_by_number ON use_entries (cluster, number);

CREATE TABLE locked_quarters (
  cluster TEXT NOT NULL REFERENCES clusters (id),
  quarter TEXT NOT NULL,
  PRIMARY KEY (cluster, quarter)
) STRICT, WITHOUT ROWID;

CREATE TABLE findings (
  cluster               TEXT NOT NULL REFERENCES clusters (id),
  id                    TEXT NOT NULL,
  owner                 TEXT NOT NULL,
  year                  INTEGER NOT NULL,
  number                INTEGER NOT NULL,
  ordinal               INTEGER NOT NULL,
  source                TEXT,
  opened                TEXT,
  amount                INTEGER,
  basis                 TEXT,
  matter                TEXT,
  due                   TEXT,
  measure               TEXT,
  measured              TEXT,
  confirmed_district    TEXT,
  confirmed_district_by TEXT,
  confirmed_city        TEXT,
  confirmed_city_by     TEXT,
  PRIMARY KEY (cluster, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE inspections (
  cluster  TEXT NOT NULL REFERENCES clusters (id),
  id       TEXT NOT NULL,
  owner    TEXT NOT NULL,
  date     TEXT NOT NULL,
  office   TEXT,
  person   TEXT,
  findings TEXT,
  PRIMARY KEY (cluster, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE audits (
  cluster TEXT NOT NULL REFERENCES clusters (id),
  id      TEXT NOT NULL,
  owner   TEXT NOT NULL,
  auditor TEXT,
  opened  TEXT,
  report  TEXT,
  closed  TEXT,
  PRIMARY KEY (cluster, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachments (
  cluster    TEXT NOT NULL REFERENCES clusters (id),
  id         TEXT NOT NULL,
  owner      TEXT NOT NULL,
  subject    TEXT NOT NULL, -- what it is attached to: act, fund-act, use, finding, audit, assessment, cluster …
  subject_id TEXT,          -- that one's id, or year
  name       TEXT NOT NULL,
  sha256     TEXT NOT NULL, -- its content lies under this name in the folder beside the file
  size       INTEGER NOT NULL,
  added_on   TEXT,
  person     TEXT,
  PRIMARY KEY (cluster, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE papers (
  cluster    TEXT NOT NULL, -- "" where a paper concerns several clusters
  id         TEXT NOT NULL,
  owner      TEXT NOT NULL,
  kind       TEXT NOT NULL,
  year       INTEGER NOT NULL,
  printed_on TEXT NOT NULL,
  person     TEXT,
  data       TEXT NOT NULL, -- JSON: what was printed, so that it can be printed again unchanged
  check_code TEXT NOT NULL,
  PRIMARY KEY (cluster, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE packs (
  id                 TEXT NOT NULL,
  version            INTEGER NOT NULL,
  json               TEXT NOT NULL,
  confirmed_document TEXT,
  confirmed_on       TEXT,
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE year_packs (
  year         INTEGER NOT NULL PRIMARY KEY, -- an assessment year, fixed when its first assessment was opened
  pack_id      TEXT NOT NULL,
  pack_version INTEGER NOT NULL,
  FOREIGN KEY (pack_id, pack_version) REFERENCES packs (id, version)
) STRICT;

CREATE TABLE holidays (
  number INTEGER NOT NULL PRIMARY KEY, -- a later arrangement wins over an earlier one
  json   TEXT NOT NULL
) STRICT;

CREATE TABLE people (
  id     TEXT NOT NULL PRIMARY KEY,
  owner  TEXT NOT NULL,
  name   TEXT NOT NULL,
  office TEXT NOT NULL,
  duty   TEXT, -- 职务 or task, as printed
  active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE preferences (
  key   TEXT NOT NULL PRIMARY KEY, -- decisions of the office that the window and the papers read
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The second part is not journaled: what the file is, the journal itself, and what is derived from the rest.

CREATE TABLE settings (
  key   TEXT NOT NULL PRIMARY KEY, -- file, office, since, sample, collation
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  seq       INTEGER NOT NULL PRIMARY KEY,
  at        TEXT NOT NULL,
  person    TEXT NOT NULL,
  office    TEXT NOT NULL,
  act       TEXT NOT NULL,
  kind      TEXT NOT NULL, -- work, act, undo, redo
  cluster   TEXT,
  summary   TEXT NOT NULL,
  detail    TEXT,
  undoes    INTEGER,
  prev_hash BLOB NOT NULL,
  hash      BLOB NOT NULL, -- SHA-256 over everything else in the row
  changeset BLOB           -- last, so that a list of entries does not read past it
) STRICT;

CREATE INDEX journal_by_undoes ON journal (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE journal_head (
  id   INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  seq  INTEGER NOT NULL, -- the last entry, so that cutting entries off the end is found
  hash BLOB NOT NULL
) STRICT;

CREATE TABLE journal_clusters (
  cluster TEXT NOT NULL, -- whose rows an entry changed, or whom it concerns
  seq     INTEGER NOT NULL,
  PRIMARY KEY (cluster, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE cluster_order (
  cluster TEXT NOT NULL PRIMARY KEY,
  key     BLOB NOT NULL -- collation key of the name
) STRICT, WITHOUT ROWID;
