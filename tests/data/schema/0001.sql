PRAGMA application_id = 1248424041;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
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
INSERT INTO clusters VALUES('11111111-1111-4111-8111-111111111111','city','全项集群','350211',replace('industry '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('scope '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),12345678,replace('operator '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'91350200MA00000000',replace('contact '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'0592-1234567',replace('bank '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'0012345678901234567',2024,'2025-01-02');
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
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','02d07f44-17e9-4473-86c5-074478a05828','city',8,'return','2024-09-26','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,'2024-09-19','2027-09-18',0,NULL);
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','0a8b7f2d-b467-4d05-978b-0fa90ec59008','city',7,'recommend','2024-09-25','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'2024-09-19','2027-09-18',1,NULL);
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','182efff1-7d60-454d-8722-b6584da64d13','city',6,'inspect','2024-09-24','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,'2024-09-19','2027-09-18',0,NULL);
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','2264bc3c-5d6b-405a-b854-5ce478934e97','city',5,'review','2024-09-23','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'2024-09-19','2027-09-18',1,NULL);
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','2656e360-2365-4c49-9dcf-47884e0dd362','city',2,'designate','2024-09-20','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,'2024-09-19','2027-09-18',0,NULL);
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','360aa3d3-daa9-427b-b157-08bd552c2abd','city',10,'recognise','2024-09-28','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,'2024-09-19','2027-09-18',0,NULL);
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','585ad303-d599-4949-90a6-36f8a65a99b0','city',15,'renewal-fail','2024-10-03','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'2024-09-19','2027-09-18',1,NULL);
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','76f5a37c-ce6e-456d-8c17-989d2de92c82','city',4,'accept','2024-09-22','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,'2024-09-19','2027-09-18',0,NULL);
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','80971c52-1e4e-42b5-aca1-728bd2381578','city',11,'renewal-apply','2024-09-29','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'2024-09-19','2027-09-18',1,NULL);
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','8fd595da-ff90-4adf-84fa-3c9ae16785e0','city',9,'decline','2024-09-27','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'2024-09-19','2027-09-18',1,NULL);
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','b950b7fe-7b02-495e-b883-76d25db3b5b9','city',1,'cultivate','2024-09-19','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'2024-09-19','2027-09-18',1,NULL);
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','bb26afb8-a9ea-4b44-aca1-701b6318fd26','city',14,'renew','2024-10-02','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,'2024-09-19','2027-09-18',0,NULL);
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','c847251f-a6e4-4ed9-ad02-b227f79240f1','city',12,'renewal-review','2024-09-30','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,'2024-09-19','2027-09-18',0,NULL);
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','da6c8ffc-a433-4904-965f-04bd56ff5dc3','city',13,'renewal-recommend','2024-10-01','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'2024-09-19','2027-09-18',1,NULL);
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','e056af3a-e5ff-4867-ab2f-765c671adb35','city',3,'apply','2024-09-21','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'2024-09-19','2027-09-18',1,NULL);
INSERT INTO acts VALUES('11111111-1111-4111-8111-111111111111','f3dc1d78-5984-45fb-ba46-d67490a44ae9','city',16,'revoke','2024-10-04','city',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('document '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,'2024-09-19','2027-09-18',0,NULL);
CREATE TABLE figures (
  cluster TEXT NOT NULL REFERENCES clusters (id),
  year    INTEGER NOT NULL,
  data    TEXT NOT NULL, -- canonical JSON: metric id → integer in its smallest unit
  PRIMARY KEY (cluster, year)
) STRICT;
INSERT INTO figures VALUES('11111111-1111-4111-8111-111111111111',2024,'{"output":0,"revenue":999999999999999}');
CREATE TABLE return_filings (
  cluster TEXT NOT NULL REFERENCES clusters (id),
  year    INTEGER NOT NULL,
  filed   TEXT,
  PRIMARY KEY (cluster, year)
) STRICT, WITHOUT ROWID;
INSERT INTO return_filings VALUES('11111111-1111-4111-8111-111111111111',2024,'2025-04-30');
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
INSERT INTO change_filings VALUES('11111111-1111-4111-8111-111111111111','a6796cb8-24c2-4b13-a07a-897fdb53792a','city','industry','2025-02-03',replace('from '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('to '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'2025-02-28',replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)));
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
INSERT INTO incidents VALUES('11111111-1111-4111-8111-111111111111','80d82588-a15d-45cb-a43a-cda4edbab99d','city','safety','较大','2025-04-05',replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)));
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
INSERT INTO supports VALUES('11111111-1111-4111-8111-111111111111','4dff5316-ce6d-4e56-bef1-e2aa2d3cadac','city','培训','2025-05-06',replace('giver '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)));
CREATE TABLE goals (
  cluster TEXT NOT NULL REFERENCES clusters (id),
  metric  TEXT NOT NULL,
  year    INTEGER NOT NULL,
  target  INTEGER NOT NULL,
  PRIMARY KEY (cluster, metric, year)
) STRICT, WITHOUT ROWID;
INSERT INTO goals VALUES('11111111-1111-4111-8111-111111111111','output',2026,999999999999999);
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
INSERT INTO own_duties VALUES('11111111-1111-4111-8111-111111111111','1b801a8d-3322-4171-bcce-d5bd68ffedd1','city','报送材料','2025-07-08','2025-07-01');
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
INSERT INTO standard_checks VALUES('11111111-1111-4111-8111-111111111111','625bff95-ac52-4bb9-a57f-05b3c3ab7340','city','2024-06-01',2023,replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),1);
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
INSERT INTO standard_judgements VALUES('11111111-1111-4111-8111-111111111111','625bff95-ac52-4bb9-a57f-05b3c3ab7340',0,'b',1,replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)));
INSERT INTO standard_judgements VALUES('11111111-1111-4111-8111-111111111111','625bff95-ac52-4bb9-a57f-05b3c3ab7340',1,'a',0,replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)));
INSERT INTO standard_judgements VALUES('11111111-1111-4111-8111-111111111111','625bff95-ac52-4bb9-a57f-05b3c3ab7340',2,'c',1,replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)));
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
INSERT INTO assessments VALUES('11111111-1111-4111-8111-111111111111',2024,'xiamen-2024',1,'confirmed','2025-02-01',replace('submitted '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('district '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'2025-03-01',replace('confirmed '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('city '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('same '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('kept '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('against '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),1);
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
INSERT INTO review_points VALUES('11111111-1111-4111-8111-111111111111',2024,0,'output',NULL,replace('district reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('district person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,replace('city reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('city person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)));
INSERT INTO review_points VALUES('11111111-1111-4111-8111-111111111111',2024,1,'ip',100,replace('district reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('district person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,replace('city reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('city person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)));
INSERT INTO review_points VALUES('11111111-1111-4111-8111-111111111111',2024,2,'digital',200,replace('district reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('district person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),200,replace('city reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('city person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)));
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
INSERT INTO reviewer_vetoes VALUES('11111111-1111-4111-8111-111111111111',2024,0,'one','虚假申报','city',replace('veto '' " \ % < 𬭚㛃 😀\n二','\n',char(10)));
CREATE TABLE narratives (
  cluster  TEXT NOT NULL,
  parent   INTEGER NOT NULL,
  position INTEGER NOT NULL,
  part     TEXT NOT NULL,
  text     TEXT,
  PRIMARY KEY (cluster, parent, position),
  FOREIGN KEY (cluster, parent) REFERENCES assessments (cluster, year)
) STRICT, WITHOUT ROWID;
INSERT INTO narratives VALUES('11111111-1111-4111-8111-111111111111',2024,0,'execution','执行情况');
INSERT INTO narratives VALUES('11111111-1111-4111-8111-111111111111',2024,1,'progress',NULL);
CREATE TABLE frozen_results (
  cluster  TEXT NOT NULL,
  parent   INTEGER NOT NULL,
  total    INTEGER NOT NULL,
  previous TEXT, -- figures as they were when the city confirmed
  current  TEXT,
  PRIMARY KEY (cluster, parent),
  FOREIGN KEY (cluster, parent) REFERENCES assessments (cluster, year)
) STRICT, WITHOUT ROWID;
INSERT INTO frozen_results VALUES('11111111-1111-4111-8111-111111111111',2024,7999,'{"output":1}','{"output":2}');
CREATE TABLE frozen_vetoes (
  cluster  TEXT NOT NULL,
  parent   INTEGER NOT NULL,
  position INTEGER NOT NULL,
  veto     TEXT NOT NULL,
  evidence TEXT,
  PRIMARY KEY (cluster, parent, position),
  FOREIGN KEY (cluster, parent) REFERENCES assessments (cluster, year)
) STRICT, WITHOUT ROWID;
INSERT INTO frozen_vetoes VALUES('11111111-1111-4111-8111-111111111111',2024,0,'two','逾期');
INSERT INTO frozen_vetoes VALUES('11111111-1111-4111-8111-111111111111',2024,1,'one',NULL);
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
INSERT INTO fund_acts VALUES('11111111-1111-4111-8111-111111111111','0f4636c2-a4ba-4e96-82f8-dcfcf4aa20ca','city',3,1,'city','2025-05-03','350211',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,replace('voucher '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('override '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,'2025-05-12',0,'xiamen-2024',1,replace('operator '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,NULL);
INSERT INTO fund_acts VALUES('11111111-1111-4111-8111-111111111111','1e4e8ddf-1ee7-4415-9bf4-325ae6004bc9','city',5,1,'object','2025-05-05','350211',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,replace('voucher '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('override '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,'2025-05-12',0,'xiamen-2024',1,replace('operator '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,NULL);
INSERT INTO fund_acts VALUES('11111111-1111-4111-8111-111111111111','2ef0f855-0deb-4c21-bb60-96a2556ae6eb','city',7,1,'pay','2025-05-07','350211',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),100000000,replace('voucher '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('override '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,'2025-05-12',0,'xiamen-2024',1,replace('operator '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,NULL);
INSERT INTO fund_acts VALUES('11111111-1111-4111-8111-111111111111','5ef7c34d-51b3-4c86-8922-546d7e9f9838','city',9,1,'return','2025-05-09','350211',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,replace('voucher '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('override '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,'2025-05-12',0,'xiamen-2024',1,replace('operator '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,NULL);
INSERT INTO fund_acts VALUES('11111111-1111-4111-8111-111111111111','86c40c3a-a2f1-4616-9750-1a10f501f695','city',4,1,'publicise','2025-05-04','350211',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,replace('voucher '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('override '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,'2025-05-12',1,'xiamen-2024',1,replace('operator '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,NULL);
INSERT INTO fund_acts VALUES('11111111-1111-4111-8111-111111111111','8b1bf8c0-7574-4573-a16d-b56a709e7b6d','city',8,1,'refund','2025-05-08','350211',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,replace('voucher '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('override '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,'2025-05-12',0,'xiamen-2024',1,replace('operator '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,NULL);
INSERT INTO fund_acts VALUES('11111111-1111-4111-8111-111111111111','b346b855-f84e-4753-864f-d9ddb794ed8f','city',2,1,'district','2025-05-02','350211',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,replace('voucher '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('override '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,'2025-05-12',0,'xiamen-2024',1,replace('operator '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,NULL);
INSERT INTO fund_acts VALUES('11111111-1111-4111-8111-111111111111','c9af4b93-bd64-46e0-b71f-274884160aab','city',6,1,'settle','2025-05-06','350211',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,replace('voucher '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('override '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),1,'2025-05-12',0,'xiamen-2024',1,replace('operator '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),NULL,NULL);
INSERT INTO fund_acts VALUES('11111111-1111-4111-8111-111111111111','f3011a1b-d006-4aae-b5fb-bcbbc2fac0bf','city',1,1,'plan','2025-05-01','350211',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,replace('voucher '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('override '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),0,'2025-05-12',0,'xiamen-2024',1,replace('operator '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('提升主导产业\n数字化转型','\n',char(10)),NULL);
CREATE TABLE plan_lines (
  cluster  TEXT NOT NULL,
  parent   TEXT NOT NULL, -- the funding act
  position INTEGER NOT NULL,
  category TEXT NOT NULL,
  amount   INTEGER,
  PRIMARY KEY (cluster, parent, position),
  FOREIGN KEY (cluster, parent) REFERENCES fund_acts (cluster, id)
) STRICT, WITHOUT ROWID;
INSERT INTO plan_lines VALUES('11111111-1111-4111-8111-111111111111','f3011a1b-d006-4aae-b5fb-bcbbc2fac0bf',0,'platform',60000000);
INSERT INTO plan_lines VALUES('11111111-1111-4111-8111-111111111111','f3011a1b-d006-4aae-b5fb-bcbbc2fac0bf',1,'activity',40000000);
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
INSERT INTO use_entries VALUES('11111111-1111-4111-8111-111111111111','1344d26b-5148-4af1-bab3-274bfd84172e','city',1,'2025-08-09',1,'platform',-1,replace('payee '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('voucher '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('note '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('reason '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'某笔');
CREATE TABLE locked_quarters (
  cluster TEXT NOT NULL REFERENCES clusters (id),
  quarter TEXT NOT NULL,
  PRIMARY KEY (cluster, quarter)
) STRICT, WITHOUT ROWID;
INSERT INTO locked_quarters VALUES('11111111-1111-4111-8111-111111111111','2025Q1');
INSERT INTO locked_quarters VALUES('11111111-1111-4111-8111-111111111111','2025Q2');
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
INSERT INTO findings VALUES('11111111-1111-4111-8111-111111111111','c984cce1-0f39-4976-8d15-eeec52061e54','city',2025,7,1,'source','2025-09-02',12345,replace('basis '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('matter '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'2025-10-02',replace('measure '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'2025-09-20','2025-09-21',replace('district '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'2025-09-22',replace('city '' " \ % < 𬭚㛃 😀\n二','\n',char(10)));
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
INSERT INTO inspections VALUES('11111111-1111-4111-8111-111111111111','9c68fa88-b2ba-42e7-b799-74cd19a83033','city','2025-09-01','centre',replace('person '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),replace('findings '' " \ % < 𬭚㛃 😀\n二','\n',char(10)));
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
INSERT INTO audits VALUES('11111111-1111-4111-8111-111111111111','0b66acfc-5e15-40e6-b428-993e4e11563a','city','某会计师事务所','2025-10-01',replace('report '' " \ % < 𬭚㛃 😀\n二','\n',char(10)),'2025-12-01');
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
INSERT INTO packs VALUES('xiamen-2024',1,replace('{\n  "format" : 1,\n  "id" : "xiamen-2024",\n  "version" : 1,\n  "title" : "厦门市国家级中小企业特色产业集群评价细则",\n  "document" : "厦工信企业〔2024〕188号",\n  "effective" : {\n    "from" : "2024-11-25",\n    "to" : null\n  },\n  "example" : [\n    "indicators"\n  ],\n  "city" : {\n    "code" : "350200",\n    "name" : "厦门市",\n    "office" : "厦门市工业和信息化局",\n    "centre" : "厦门市中小企业服务中心"\n  },\n  "districts" : [\n    {\n      "code" : "350203",\n      "name" : "思明区"\n    },\n    {\n      "code" : "350205",\n      "name" : "海沧区"\n    },\n    {\n      "code" : "350206",\n      "name" : "湖里区"\n    },\n    {\n      "code" : "350211",\n      "name" : "集美区"\n    },\n    {\n      "code" : "350212",\n      "name" : "同安区"\n    },\n    {\n      "code" : "350213",\n      "name" : "翔安区"\n    }\n  ],\n  "metrics" : [\n    {\n      "id" : "output",\n      "name" : "总产值",\n      "unit" : "万元",\n      "decimals" : 2,\n      "kind" : "amount"\n    },\n    {\n      "id" : "leading_output",\n      "name" : "主导产业产值",\n      "unit" : "万元",\n      "decimals" : 2,\n      "kind" : "amount",\n      "part_of" : "output"\n    },\n    {\n      "id" : "sme_output",\n      "name" : "中小企业产值",\n      "unit" : "万元",\n      "decimals" : 2,\n      "kind" : "amount",\n      "part_of" : "output"\n    },\n    {\n      "id" : "rd",\n      "name" : "研发投入",\n      "unit" : "万元",\n      "decimals" : 2,\n      "kind" : "amount",\n      "part_of" : "output"\n    },\n    {\n      "id" : "tax",\n      "name" : "税收",\n      "unit" : "万元",\n      "decimals" : 2,\n      "kind" : "amount"\n    },\n    {\n      "id" : "employees",\n      "name" : "从业人数",\n      "unit" : "人",\n      "decimals" : 0,\n      "kind" : "count"\n    },\n    {\n      "id" : "enterprises",\n      "name" : "企业总数",\n      "unit" : "家",\n      "decimals" : 0,\n      "kind" : "count"\n    },\n    {\n      "id" : "innovative",\n      "name" : "创新型中小企业",\n      "unit" : "家",\n      "decimals" : 0,\n      "kind" : "count",\n      "part_of" : "enterprises"\n    },\n    {\n      "id" : "srdi",\n      "name" : "专精特新中小企业",\n      "unit" : "家",\n      "decimals" : 0,\n      "kind" : "count",\n      "part_of" : "enterprises"\n    },\n    {\n      "id" : "little_giant",\n      "name" : "专精特新“小巨人”企业",\n      "unit" : "家",\n      "decimals" : 0,\n      "kind" : "count",\n      "part_of" : "enterprises"\n    },\n    {\n      "id" : "champion",\n      "name" : "制造业单项冠军企业",\n      "unit" : "家",\n      "decimals" : 0,\n      "kind" : "count",\n      "part_of" : "enterprises"\n    },\n    {\n      "id" : "high_tech",\n      "name" : "高新技术企业",\n      "unit" : "家",\n      "decimals" : 0,\n      "kind" : "count",\n      "part_of" : "enterprises"\n    },\n    {\n      "id" : "key_industrial",\n      "name" : "重点工业企业",\n      "unit" : "家",\n      "decimals" : 0,\n      "kind" : "count",\n      "part_of" : "enterprises"\n    },\n    {\n      "id" : "ip",\n      "name" : "有效知识产权",\n      "unit" : "件",\n      "decimals" : 0,\n      "kind" : "count"\n    },\n    {\n      "id" : "invention",\n      "name" : "有效发明专利",\n      "unit" : "件",\n      "decimals" : 0,\n      "kind" : "count",\n      "part_of" : "ip"\n    },\n    {\n      "id" : "platform_rate",\n      "name" : "工业互联网平台应用普及率",\n      "unit" : "%",\n      "decimals" : 2,\n      "kind" : "share"\n    }\n  ],\n  "notes" : {\n    "key_industrial" : "按规模以上工业企业统计",\n    "titles" : "以当年12月31日有效称号计，一家企业有几项称号计几次"\n  },\n  "checks" : {\n    "growth" : "1.00",\n    "jump" : "20",\n    "slip" : "10000"\n  },\n  "basis" : [\n    "工信部企业〔2022〕119号",\n    "厦府办规〔2024〕11号"\n  ],\n  "interpreter" : "厦门市工业和信息化局",\n  "directions" : [\n    "提升主导产业优势",\n    "激发创新活力",\n    "推进数字化转型",\n    "加快绿色低碳转型",\n    "深化开放合作",\n    "提升治理和服务能力"\n  ],\n  "indicators" : [\n    {\n      "id" : "output_growth",\n      "name" : "总产值增量（增长率）",\n      "article" : "第十条",\n      "weight" : "20.00",\n      "measure" : "growth",\n      "of" : [\n        "output"\n      ],\n      "curve" : {\n        "mode" : "linear",\n        "points" : [\n          [\n            "0.00",\n            "0.00"\n          ],\n          [\n            "0.05",\n            "0.60"\n          ],\n          [\n            "0.10",\n            "1.00"\n          ]\n        ]\n      }\n    },\n    {\n      "id" : "rd_growth",\n      "name" : "研发投入增量（增长率）",\n      "article" : "第十条",\n      "weight" : "15.00",\n      "measure" : "growth",\n      "of" : [\n        "rd"\n      ],\n      "curve" : {\n        "mode" : "linear",\n        "points" : [\n          [\n            "0.00",\n            "0.00"\n          ],\n          [\n            "0.05",\n            "0.60"\n          ],\n          [\n            "0.10",\n            "1.00"\n          ]\n        ]\n      }\n    },\n    {\n      "id" : "quality_sme",\n      "name" : "优质中小企业培育增量",\n      "article" : "第十条",\n      "weight" : "20.00",\n      "measure" : "increment",\n      "of" : [\n        "innovative",\n        "srdi",\n        "little_giant"\n      ],\n      "curve" : {\n        "mode" : "steps",\n        "points" : [\n          [\n            "0",\n            "0.00"\n          ],\n          [\n            "1",\n            "0.30"\n          ],\n          [\n            "3",\n            "0.60"\n          ],\n          [\n            "5",\n            "0.80"\n          ],\n          [\n            "8",\n            "1.00"\n          ]\n        ]\n      }\n    },\n    {\n      "id" : "key_industrial",\n      "name" : "重点工业企业增量",\n      "article" : "第十条",\n      "weight" : "15.00",\n      "measure" : "increment",\n      "of" : [\n        "key_industrial"\n      ],\n      "curve" : {\n        "mode" : "steps",\n        "points" : [\n          [\n            "0",\n            "0.00"\n          ],\n          [\n            "1",\n            "0.40"\n          ],\n          [\n            "2",\n            "0.70"\n          ],\n          [\n            "3",\n            "1.00"\n          ]\n        ]\n      }\n    },\n    {\n      "id" : "ip_growth",\n      "name" : "知识产权增量（增长率）",\n      "article" : "第十条",\n      "weight" : "10.00",\n      "measure" : "growth",\n      "of" : [\n        "ip"\n      ],\n      "curve" : {\n        "mode" : "linear",\n        "points" : [\n          [\n            "0.00",\n            "0.00"\n          ],\n          [\n            "0.15",\n            "1.00"\n          ]\n        ]\n      }\n    },\n    {\n      "id" : "digital",\n      "name" : "数字化情况",\n      "article" : "第十条",\n      "weight" : "10.00",\n      "measure" : "level",\n      "of" : [\n        "platform_rate"\n      ],\n      "curve" : {\n        "mode" : "linear",\n        "points" : [\n          [\n            "0",\n            "0.00"\n          ],\n          [\n            "10",\n            "0.60"\n          ],\n          [\n            "30",\n            "1.00"\n          ]\n        ]\n      }\n    },\n    {\n      "id" : "governance",\n      "name" : "集群治理和服务",\n      "article" : "第十条",\n      "weight" : "10.00",\n      "measure" : "manual",\n      "grades" : [\n        [\n          "优",\n          "10.00"\n        ],\n        [\n          "良",\n          "8.00"\n        ],\n        [\n          "中",\n          "6.00"\n        ],\n        [\n          "差",\n          "3.00"\n        ]\n      ]\n    }\n  ],\n  "vetoes" : [\n    {\n      "id" : "false_application",\n      "number" : "（一）",\n      "name" : "虚假申报或违法违规",\n      "article" : "第十条",\n      "derived" : null\n    },\n    {\n      "id" : "return_not_filed",\n      "number" : "（二）",\n      "name" : "未按时报送年度信息表或不配合监测监督",\n      "article" : "第十条",\n      "derived" : "return"\n    },\n    {\n      "id" : "change_not_filed",\n      "number" : "（三）",\n      "name" : "重大变动未及时报备",\n      "article" : "第十条",\n      "derived" : "change"\n    },\n    {\n      "id" : "grave_incident",\n      "number" : "（四）",\n      "name" : "较大事故、重大网络与数据安全事件、偷税漏税、严重失信等",\n      "article" : "第十条",\n      "derived" : "incident"\n    },\n    {\n      "id" : "lapsed",\n      "number" : "（五）",\n      "name" : "期满未申请复核或复核未通过",\n      "article" : "第十条",\n      "derived" : "term"\n    }\n  ],\n  "assessment" : {\n    "article" : "第九条",\n    "window" : {\n      "from" : "01-01",\n      "to" : "03-31"\n    }\n  },\n  "annual_return" : {\n    "article" : "第九条",\n    "due" : "04-30",\n    "due_by_year" : {    },\n    "due_by_batch" : {    }\n  },\n  "term" : {\n    "article" : "第八条",\n    "years" : 3,\n    "lead_months" : [\n      12,\n      6,\n      3,\n      1\n    ]\n  },\n  "change_filing" : {\n    "article" : "第十条",\n    "days" : 30,\n    "kinds" : [\n      "industry",\n      "scope",\n      "operator",\n      "other"\n    ]\n  },\n  "incidents" : {\n    "article" : "第十条",\n    "grades" : [\n      "一般",\n      "较大",\n      "重大",\n      "特别重大"\n    ],\n    "kinds" : [\n      {\n        "id" : "safety",\n        "name" : "安全事故",\n        "from" : "较大"\n      },\n      {\n        "id" : "quality",\n        "name" : "质量事故",\n        "from" : "较大"\n      },\n      {\n        "id" : "environment",\n        "name" : "环境污染事故",\n        "from" : "较大"\n      },\n      {\n        "id" : "network",\n        "name" : "网络安全事件",\n        "from" : "重大"\n      },\n      {\n        "id" : "data",\n        "name" : "数据安全事件",\n        "from" : "重大"\n      },\n      {\n        "id" : "tax",\n        "name" : "偷税漏税"\n      },\n      {\n        "id" : "unlawful",\n        "name" : "违法违规"\n      },\n      {\n        "id" : "dishonesty",\n        "name" : "严重失信"\n      },\n      {\n        "id" : "other",\n        "name" : "其它重大问题"\n      }\n    ]\n  },\n  "audit" : {\n    "article" : "第十六条",\n    "months" : 6\n  },\n  "funding" : {\n    "article" : "第十三条",\n    "first_fiscal_year" : 2024,\n    "years" : [\n      {\n        "fixed" : "1000000.00"\n      },\n      {\n        "bands" : [\n          [\n            "80.00",\n            "600000.00"\n          ],\n          [\n            "70.00",\n            "400000.00"\n          ],\n          [\n            "60.00",\n            "200000.00"\n          ],\n          [\n            "0.00",\n            "0.00"\n          ]\n        ]\n      },\n      {\n        "bands" : [\n          [\n            "80.00",\n            "400000.00"\n          ],\n          [\n            "70.00",\n            "300000.00"\n          ],\n          [\n            "60.00",\n            "200000.00"\n          ],\n          [\n            "0.00",\n            "0.00"\n          ]\n        ]\n      }\n    ],\n    "publicity" : {\n      "article" : "第十五条",\n      "working_days" : 5,\n      "count_first_day" : true\n    }\n  },\n  "uses" : {\n    "article" : "第十四条",\n    "purposes" : [\n      "产业链调研和分析",\n      "构建生态圈、提升主导产业优势",\n      "培育专精特新、激发创新活力",\n      "强化治理和服务、深化开放合作"\n    ],\n    "categories" : [\n      {\n        "id" : "training",\n        "name" : "政策宣传及专业培训"\n      },\n      {\n        "id" : "exchange",\n        "name" : "产业交流及合作对接"\n      },\n      {\n        "id" : "monitoring",\n        "name" : "产业发展监测及服务"\n      },\n      {\n        "id" : "brand",\n        "name" : "品牌建设"\n      },\n      {\n        "id" : "platform",\n        "name" : "公共服务平台建设及运维"\n      },\n      {\n        "id" : "operation",\n        "name" : "运营机构日常运营管理"\n      },\n      {\n        "id" : "other",\n        "name" : "其他",\n        "reason_required" : true\n      }\n    ]\n  },\n  "standard" : {\n    "article" : "第五条",\n    "no_grave_incident_years" : 3,\n    "criteria" : [\n      {\n        "id" : "area",\n        "group" : "核心竞争力",\n        "name" : "占地面积",\n        "any" : [\n          {\n            "measure" : "area",\n            "op" : "<=",\n            "value" : "100"\n          }\n        ]\n      },\n      {\n        "id" : "output",\n        "group" : "核心竞争力",\n        "name" : "近三年总产值",\n        "any" : [\n          {\n            "measure" : "least_of_3_years",\n            "of" : [\n              "output"\n            ],\n            "op" : ">=",\n            "value" : "400000"\n          }\n        ]\n      },\n      {\n        "id" : "sme_share",\n        "group" : "核心竞争力",\n        "name" : "中小企业产值占比",\n        "any" : [\n          {\n            "measure" : "share",\n            "of" : [\n              "sme_output"\n            ],\n            "over" : "output",\n            "op" : ">=",\n            "value" : "0.70"\n          }\n        ]\n      },\n      {\n        "id" : "leading_share",\n        "group" : "核心竞争力",\n        "name" : "主导产业产值占比",\n        "any" : [\n          {\n            "measure" : "share",\n            "of" : [\n              "leading_output"\n            ],\n            "over" : "output",\n            "op" : ">",\n            "value" : "0.70"\n          }\n        ]\n      },\n      {\n        "id" : "growth",\n        "group" : "核心竞争力",\n        "name" : "近三年总产值年均增速",\n        "any" : [\n          {\n            "measure" : "compound_growth_3_years",\n            "of" : [\n              "output"\n            ],\n            "op" : ">",\n            "value" : "0.10"\n          }\n        ]\n      },\n      {\n        "id" : "firms",\n        "group" : "优质中小企业梯度培育",\n        "name" : "优质企业数量",\n        "any" : [\n          {\n            "measure" : "level",\n            "of" : [\n              "champion",\n              "little_giant"\n            ],\n            "op" : ">=",\n            "value" : "1"\n          },\n          {\n            "measure" : "level",\n            "of" : [\n              "srdi",\n              "innovative",\n              "high_tech"\n            ],\n            "op" : ">=",\n            "value" : "10"\n          }\n        ]\n      },\n      {\n        "id" : "chain",\n        "group" : "产业链供应链协作",\n        "name" : "产业链供应链协作高效"\n      },\n      {\n        "id" : "innovation",\n        "group" : "协同创新能力",\n        "name" : "协同创新能力较强"\n      },\n      {\n        "id" : "digital",\n        "group" : "数字化转型",\n        "name" : "数字化转型效果明显"\n      },\n      {\n        "id" : "green",\n        "group" : "绿色化发展",\n        "name" : "绿色化发展水平较高"\n      },\n      {\n        "id" : "open",\n        "group" : "产业开放合作",\n        "name" : "积极参与产业开放合作"\n      },\n      {\n        "id" : "governance",\n        "group" : "治理和服务能力",\n        "name" : "治理和服务能力较强"\n      }\n    ]\n  },\n  "recommend_quota" : {\n    "2024" : 2,\n    "2025" : 2\n  }\n}\n','\n',char(10)),NULL,NULL);
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
CREATE TABLE settings (
  key   TEXT NOT NULL PRIMARY KEY, -- file, office, since, sample, collation
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO settings VALUES('collation','zh@collation=pinyin 153.120.42');
INSERT INTO settings VALUES('file','5c6ae0ca-3412-41fc-bc26-005f837ce22f');
INSERT INTO settings VALUES('office','city');
INSERT INTO settings VALUES('since','2025-01-01');
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
INSERT INTO journal VALUES(1,'2026-02-10T09:30:00','林晓','city','figures','work',NULL,'figures',NULL,NULL,X'1ff4418cb70ddd7d4dbf03e1a3c7e35f99693a2c03e39ca448578661bb185f28',X'6a413b0aed4d609fc7f5bc840cc070bdb861a99f5b90fe4185c4e52f6ab71e03',X'540f010000000000000000000000000000636c757374657273001200032431313131313131312d313131312d343131312d383131312d313131313131313131313131030463697479030ce585a8e9a1b9e99b86e7bea403063335303231310323696e64757374727920272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c032073636f706520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c010000000000bc614e03236f70657261746f7220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031239313335303230304d4130303030303030300322636f6e7461637420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c030c303539322d31323334353637031f62616e6b20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0313303031323334353637383930313233343536370100000000000007e8030a323032352d30312d3032540f01020000000000000000000000000061637473001200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032466336463316437382d353938342d343566622d626134362d64363734393061343461653903046369747901000000000000001003067265766f6b65030a323032342d31302d30340304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c05030a323032342d30392d3139030a323032372d30392d3138010000000000000000051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032464613663386666632d613433332d343930342d393635662d30346264353666663564633303046369747901000000000000000d031172656e6577616c2d7265636f6d6d656e64030a323032342d31302d30310304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c030a323032342d30392d3139030a323032372d30392d3138010000000000000001051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032462623236616662382d613965612d346234342d616361312d37303162363331386664323603046369747901000000000000000e030572656e6577030a323032342d31302d30320304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c05030a323032342d30392d3139030a323032372d30392d3138010000000000000000051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032463383437323531662d613665342d346564392d616430322d62323237663739323430663103046369747901000000000000000c030e72656e6577616c2d726576696577030a323032342d30392d33300304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c05030a323032342d30392d3139030a323032372d30392d3138010000000000000000051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032435383561643330332d643539392d343934392d393061362d33366638613635613939623003046369747901000000000000000f030c72656e6577616c2d6661696c030a323032342d31302d30330304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c030a323032342d30392d3139030a323032372d30392d3138010000000000000001051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032431383265666666312d376436302d343534642d383732322d6236353834646136346431330304636974790100000000000000060307696e7370656374030a323032342d30392d32340304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c05030a323032342d30392d3139030a323032372d30392d3138010000000000000000051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032462393530623766652d376230322d343935652d623838332d373664323564623362356239030463697479010000000000000001030963756c746976617465030a323032342d30392d31390304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c030a323032342d30392d3139030a323032372d30392d3138010000000000000001051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032430613862376632642d623436372d346430352d393738622d30666139306563353930303803046369747901000000000000000703097265636f6d6d656e64030a323032342d30392d32350304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c030a323032342d30392d3139030a323032372d30392d3138010000000000000001051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032432323634626333632d356436622d343035612d623835342d3563653437383933346539370304636974790100000000000000050306726576696577030a323032342d30392d32330304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c030a323032342d30392d3139030a323032372d30392d3138010000000000000001051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032438303937316335322d316534652d343262352d616361312d37323862643233383135373803046369747901000000000000000b030d72656e6577616c2d6170706c79030a323032342d30392d32390304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c030a323032342d30392d3139030a323032372d30392d3138010000000000000001051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032438666435393564612d666639302d346164662d383466612d33633961653136373835653003046369747901000000000000000903076465636c696e65030a323032342d30392d32370304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c030a323032342d30392d3139030a323032372d30392d3138010000000000000001051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032465303536616633612d653566662d343836372d616232662d37363563363731616462333503046369747901000000000000000303056170706c79030a323032342d30392d32310304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c030a323032342d30392d3139030a323032372d30392d3138010000000000000001051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032437366635613337632d636536652d343536642d386331372d3938396432646539326338320304636974790100000000000000040306616363657074030a323032342d30392d32320304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c05030a323032342d30392d3139030a323032372d30392d3138010000000000000000051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032432363536653336302d323336352d346334392d396463662d343738383465306464333632030463697479010000000000000002030964657369676e617465030a323032342d30392d32300304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c05030a323032342d30392d3139030a323032372d30392d3138010000000000000000051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032430326430376634342d313765392d343437332d383663352d303734343738613035383238030463697479010000000000000008030672657475726e030a323032342d30392d32360304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c05030a323032342d30392d3139030a323032372d30392d3138010000000000000000051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032433363061613364332d646161392d343237622d623135372d30386264353532633261626403046369747901000000000000000a03097265636f676e697365030a323032342d30392d32380304636974790321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646f63756d656e7420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c05030a323032342d30392d3139030a323032372d30392d313801000000000000000005540301020066696775726573001200032431313131313131312d313131312d343131312d383131312d3131313131313131313131310100000000000007e803267b226f7574707574223a302c22726576656e7565223a3939393939393939393939393939397d540301020072657475726e5f66696c696e6773001200032431313131313131312d313131312d343131312d383131312d3131313131313131313131310100000000000007e8030a323032352d30342d333054090102000000000000006368616e67655f66696c696e6773001200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032461363739366362382d323463322d346231332d613037612d3839376664623533373932610304636974790308696e647573747279030a323032352d30322d3033031f66726f6d20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031d746f20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c030a323032352d30322d32380321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c540701020000000000696e636964656e7473001200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032438306438323538382d613135642d343563622d613433612d63646134656462616239396403046369747903067361666574790306e8be83e5a4a7030a323032352d30342d3035031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c540701020000000000737570706f727473001200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032434646666353331362d636536642d346535362d626566312d6532616132643363616461630304636974790306e59fb9e8aead030a323032352d30352d30360320676976657220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c540401020300676f616c73001200032431313131313131312d313131312d343131312d383131312d31313131313131313131313103066f75747075740100000000000007ea0100038d7ea4c67fff5407010200000000007374616e646172645f636865636b73001200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032436323562666639352d616335322d346262392d613537662d303562336333616237333430030463697479030a323032342d30362d30310100000000000007e70321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0100000000000000015407010203000000007374616e646172645f6a756467656d656e7473001200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032436323562666639352d616335322d346262392d613537662d303562336333616237333430010000000000000002030163010000000000000001031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c1200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032436323562666639352d616335322d346262392d613537662d303562336333616237333430010000000000000001030161010000000000000000031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c1200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032436323562666639352d616335322d346262392d613537662d303562336333616237333430010000000000000000030162010000000000000001031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c540f0102000000000000000000000000006173736573736d656e7473001200032431313131313131312d313131312d343131312d383131312d3131313131313131313131310100000000000007e8030b7869616d656e2d323032340100000000000000010309636f6e6669726d6564030a323032352d30322d303103247375626d697474656420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0323646973747269637420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c030a323032352d30332d30310324636f6e6669726d656420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6369747920272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f73616d6520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6b65707420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0322616761696e737420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c010000000000000001540a010203000000000000007265766965775f706f696e7473001200032431313131313131312d313131312d343131312d383131312d3131313131313131313131310100000000000007e801000000000000000003066f757470757405032a646973747269637420726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c032a646973747269637420706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c01000000000000000003266369747920726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c03266369747920706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c1200032431313131313131312d313131312d343131312d383131312d3131313131313131313131310100000000000007e801000000000000000103026970010000000000000064032a646973747269637420726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c032a646973747269637420706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0503266369747920726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c03266369747920706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c1200032431313131313131312d313131312d343131312d383131312d3131313131313131313131310100000000000007e801000000000000000203076469676974616c0100000000000000c8032a646973747269637420726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c032a646973747269637420706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0100000000000000c803266369747920726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c03266369747920706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c54070102030000000072657669657765725f7665746f6573001200032431313131313131312d313131312d343131312d383131312d3131313131313131313131310100000000000007e801000000000000000003036f6e65030ce8999ae58187e794b3e68aa5030463697479031f7665746f20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c540501020300006e617272617469766573001200032431313131313131312d313131312d343131312d383131312d3131313131313131313131310100000000000007e80100000000000000000309657865637574696f6e030ce689a7e8a18ce68385e586b51200032431313131313131312d313131312d343131312d383131312d3131313131313131313131310100000000000007e8010000000000000001030870726f6772657373055405010200000066726f7a656e5f726573756c7473001200032431313131313131312d313131312d343131312d383131312d3131313131313131313131310100000000000007e8010000000000001f3f030c7b226f7574707574223a317d030c7b226f7574707574223a327d5405010203000066726f7a656e5f7665746f6573001200032431313131313131312d313131312d343131312d383131312d3131313131313131313131310100000000000007e8010000000000000000030374776f0306e980bee69c9f1200032431313131313131312d313131312d343131312d383131312d3131313131313131313131310100000000000007e801000000000000000103036f6e650554160102000000000000000000000000000000000000000066756e645f61637473001200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032462333436623835352d663834652d343735332d383634662d64396464623739346564386603046369747901000000000000000201000000000000000103086469737472696374030a323032352d30352d303203063335303231310321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0100000000000000000322766f756368657220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c03236f7665727269646520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c010000000000000000030a323032352d30352d3132010000000000000000030b7869616d656e2d3230323401000000000000000103236f70657261746f7220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c05051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032438623162663863302d373537342d343537332d613136642d6235366137303965376236640304636974790100000000000000080100000000000000010306726566756e64030a323032352d30352d303803063335303231310321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0100000000000000000322766f756368657220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c03236f7665727269646520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c010000000000000000030a323032352d30352d3132010000000000000000030b7869616d656e2d3230323401000000000000000103236f70657261746f7220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c05051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032431653465386464662d316565372d343431352d396266342d33323561653630303462633903046369747901000000000000000501000000000000000103066f626a656374030a323032352d30352d303503063335303231310321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0100000000000000000322766f756368657220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c03236f7665727269646520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c010000000000000000030a323032352d30352d3132010000000000000000030b7869616d656e2d3230323401000000000000000103236f70657261746f7220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c05051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032435656637633334642d353162332d346338362d383932322d353436643765396639383338030463697479010000000000000009010000000000000001030672657475726e030a323032352d30352d303903063335303231310321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0100000000000000000322766f756368657220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c03236f7665727269646520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c010000000000000000030a323032352d30352d3132010000000000000000030b7869616d656e2d3230323401000000000000000103236f70657261746f7220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c05051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032430663436333663322d613462612d346539362d383266382d646366636634616132306361030463697479010000000000000003010000000000000001030463697479030a323032352d30352d303303063335303231310321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0100000000000000000322766f756368657220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c03236f7665727269646520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c010000000000000000030a323032352d30352d3132010000000000000000030b7869616d656e2d3230323401000000000000000103236f70657261746f7220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c05051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032438366334306333612d613266312d343631362d393735302d31613130663530316636393503046369747901000000000000000401000000000000000103097075626c6963697365030a323032352d30352d303403063335303231310321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0100000000000000000322766f756368657220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c03236f7665727269646520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c010000000000000000030a323032352d30352d3132010000000000000001030b7869616d656e2d3230323401000000000000000103236f70657261746f7220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c05051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032463396166346239332d626436342d343665302d623731662d3237343838343136306161620304636974790100000000000000060100000000000000010306736574746c65030a323032352d30352d303603063335303231310321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0100000000000000000322766f756368657220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c03236f7665727269646520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c010000000000000001030a323032352d30352d3132010000000000000000030b7869616d656e2d3230323401000000000000000103236f70657261746f7220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c05051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032466333031316131622d643030362d346161652d623566622d6263626263326661633062660304636974790100000000000000010100000000000000010304706c616e030a323032352d30352d303103063335303231310321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0100000000000000000322766f756368657220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c03236f7665727269646520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c010000000000000000030a323032352d30352d3132010000000000000000030b7869616d656e2d3230323401000000000000000103236f70657261746f7220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0322e68f90e58d87e4b8bbe5afbce4baa7e4b89a0ae695b0e5ad97e58c96e8bdace59e8b051200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032432656630663835352d306465622d346332312d626236302d3936613235353661653665620304636974790100000000000000070100000000000000010303706179030a323032352d30352d303703063335303231310321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c010000000005f5e1000322766f756368657220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c03236f7665727269646520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c010000000000000000030a323032352d30352d3132010000000000000000030b7869616d656e2d3230323401000000000000000103236f70657261746f7220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c050554050102030000706c616e5f6c696e6573001200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032466333031316131622d643030362d346161652d623566622d6263626263326661633062660100000000000000000308706c6174666f726d0100000000039387001200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032466333031316131622d643030362d346161652d623566622d62636262633266616330626601000000000000000103086163746976697479010000000002625a00540d010200000000000000000000007573655f656e7472696573001200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032431333434643236622d353134382d346166312d626162332d323734626664383431373265030463697479010000000000000001030a323032352d30382d30390100000000000000010308706c6174666f726d01ffffffffffffffff0320706179656520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0322766f756368657220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c031f6e6f746520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0321726561736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c0306e69f90e7ac94540201026c6f636b65645f7175617274657273001200032431313131313131312d313131312d343131312d383131312d31313131313131313131313103063230323551311200032431313131313131312d313131312d343131312d383131312d3131313131313131313131310306323032355132541201020000000000000000000000000000000066696e64696e6773001200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032463393834636365312d306633392d343937362d386431352d6565656335323036316535340304636974790100000000000007e90100000000000000070100000000000000010306736f75726365030a323032352d30392d30320100000000000030390320626173697320272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c03216d617474657220272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c030a323032352d31302d303203226d65617375726520272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c030a323032352d30392d3230030a323032352d30392d32310323646973747269637420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c030a323032352d30392d3232031f6369747920272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c540701020000000000696e7370656374696f6e73001200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032439633638666138382d623262612d343265372d623739392d373463643139613833303333030463697479030a323032352d30392d3031030663656e7472650321706572736f6e20272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c032366696e64696e677320272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c540701020000000000617564697473001200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032430623636616366632d356531352d343065362d623432382d3939336534653131353633610304636974790315e69f90e4bc9ae8aea1e5b888e4ba8be58aa1e68980030a323032352d31302d303103217265706f727420272022205c2025203c20f0acad9ae39b8320f09f98800ae4ba8c030a323032352d31322d303154060102000000006f776e5f647574696573001200032431313131313131312d313131312d343131312d383131312d313131313131313131313131032431623830316138642d333332322d343137312d626363652d643562643638666665646431030463697479030ce68aa5e98081e69d90e69699030a323032352d30372d3038030a323032352d30372d3031');
INSERT INTO journal VALUES(2,'2026-02-10T09:30:00','林晓','city','figures','work',NULL,'登记另一集群',NULL,NULL,X'6a413b0aed4d609fc7f5bc840cc070bdb861a99f5b90fe4185c4e52f6ab71e03',X'66cf43565dddce8daf9155284f517cd3b6c13eddd35bdb1eeb84705be7d08da3',X'540f010000000000000000000000000000636c757374657273001200032432323232323232322d323232322d343232322d383232322d323232323232323232323232030463697479030ce58fa6e4b880e99b86e7bea40505050505050505050501000000000000000005');
INSERT INTO journal VALUES(3,'2026-02-10T09:30:00','林晓','city','undo','undo',NULL,'撤销：登记另一集群',NULL,2,X'66cf43565dddce8daf9155284f517cd3b6c13eddd35bdb1eeb84705be7d08da3',X'8146a6d88d5b88d5ff1783929d76fe5a4ae820dbcf67f37fd65949950a96e478',X'540f010000000000000000000000000000636c757374657273000900032432323232323232322d323232322d343232322d383232322d323232323232323232323232030463697479030ce58fa6e4b880e99b86e7bea40505050505050505050501000000000000000005');
CREATE TABLE journal_head (
  id   INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  seq  INTEGER NOT NULL, -- the last entry, so that cutting entries off the end is found
  hash BLOB NOT NULL
) STRICT;
INSERT INTO journal_head VALUES(1,3,X'8146a6d88d5b88d5ff1783929d76fe5a4ae820dbcf67f37fd65949950a96e478');
CREATE TABLE journal_clusters (
  cluster TEXT NOT NULL, -- whose rows an entry changed, or whom it concerns
  seq     INTEGER NOT NULL,
  PRIMARY KEY (cluster, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO journal_clusters VALUES('11111111-1111-4111-8111-111111111111',1);
INSERT INTO journal_clusters VALUES('22222222-2222-4222-8222-222222222222',2);
INSERT INTO journal_clusters VALUES('22222222-2222-4222-8222-222222222222',3);
CREATE TABLE cluster_order (
  cluster TEXT NOT NULL PRIMARY KEY,
  key     BLOB NOT NULL -- collation key of the name
) STRICT, WITHOUT ROWID;
INSERT INTO cluster_order VALUES('11111111-1111-4111-8111-111111111111',X'81cd90de6884823601080108');
CREATE INDEX use_entries_by_number ON use_entries (cluster, number);
CREATE INDEX journal_by_undoes ON journal (undoes) WHERE undoes IS NOT NULL;
COMMIT;
