-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What a paper kept with a record is, where a rule asks for it, and the day it bears.

ALTER TABLE attachments ADD COLUMN kind TEXT;
ALTER TABLE attachments ADD COLUMN dated TEXT;
