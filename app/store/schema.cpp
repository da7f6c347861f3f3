#include "app/store/schema.h"

#include <array>
#include <string_view>

namespace doorstep::store {
namespace {

// Identifiers are 16 bytes, `_ms` are Unix milliseconds, `_day` days since 1970-01-01, an absent
// identifier is the empty blob. Numbers of kinds, states, levels, modes and outcomes are the records'.
constexpr std::string_view kFirst = R"sql(
CREATE TABLE replica(
  only INTEGER PRIMARY KEY CHECK (only = 1),
  id BLOB NOT NULL,
  last_sequence INTEGER NOT NULL,
  last_hash BLOB NOT NULL,
  cursor_epoch INTEGER NOT NULL,
  cursor_sequence INTEGER NOT NULL,
  service_offset_ms INTEGER,
  last_sync_ms INTEGER,
  district BLOB NOT NULL,
  worker BLOB NOT NULL,
  zone TEXT NOT NULL);

CREATE TABLE record(
  number INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  id BLOB NOT NULL,
  household BLOB NOT NULL,
  parent BLOB NOT NULL,
  epoch INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  content BLOB NOT NULL,
  base BLOB,
  UNIQUE (kind, id));
CREATE INDEX record_by_household ON record(household, kind);
CREATE INDEX record_by_parent ON record(parent, kind) WHERE parent <> x'';

CREATE TABLE outgoing(
  replica BLOB NOT NULL,
  sequence INTEGER NOT NULL,
  change BLOB NOT NULL UNIQUE,
  encoded BLOB NOT NULL,
  hash BLOB NOT NULL,
  made_ms INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  record BLOB NOT NULL,
  household BLOB NOT NULL,
  elder BLOB NOT NULL,
  state INTEGER NOT NULL,
  receipt BLOB,
  patch_open INTEGER NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (replica, sequence));
CREATE INDEX outgoing_waiting ON outgoing(replica, sequence) WHERE state = 0;
CREATE INDEX outgoing_waiting_household ON outgoing(household) WHERE state = 0;
CREATE INDEX outgoing_open_patch ON outgoing(record) WHERE patch_open = 1;
CREATE INDEX outgoing_by_record ON outgoing(record, kind);
CREATE INDEX outgoing_by_household ON outgoing(household);

CREATE TABLE held_household(id BLOB PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE draft(
  household BLOB PRIMARY KEY,
  visit BLOB NOT NULL,
  content BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE coverage(
  area BLOB NOT NULL,
  month INTEGER NOT NULL,
  record BLOB NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (area, month)) WITHOUT ROWID;
CREATE INDEX coverage_by_record ON coverage(record);

CREATE TABLE elder(
  id BLOB PRIMARY KEY,
  household BLOB NOT NULL,
  merged_into BLOB NOT NULL,
  search TEXT NOT NULL DEFAULT '',
  last_contact_day INTEGER,
  last_attempt_ms INTEGER,
  last_attempt_outcome INTEGER) WITHOUT ROWID;
CREATE INDEX elder_by_household ON elder(household);
CREATE INDEX elder_merged ON elder(merged_into) WHERE merged_into <> x'';

CREATE TABLE elder_contact(
  elder BLOB NOT NULL,
  started_ms INTEGER NOT NULL,
  visit BLOB NOT NULL,
  position INTEGER NOT NULL,
  household BLOB NOT NULL,
  day INTEGER NOT NULL,
  mode INTEGER NOT NULL,
  outcome INTEGER NOT NULL,
  qualifies INTEGER NOT NULL,
  PRIMARY KEY (elder, started_ms, visit, position)) WITHOUT ROWID;
CREATE INDEX elder_contact_by_household ON elder_contact(household);
CREATE INDEX elder_contact_by_day ON elder_contact(day, elder, mode) WHERE qualifies = 1;

CREATE TABLE visit(
  id BLOB PRIMARY KEY,
  household BLOB NOT NULL,
  recorded_by BLOB NOT NULL,
  ended_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX visit_by_household ON visit(household);
CREATE INDEX visit_by_recorder ON visit(recorded_by, ended_ms);

CREATE TABLE risk(
  flag BLOB PRIMARY KEY,
  kind INTEGER NOT NULL,
  household BLOB NOT NULL,
  elder BLOB NOT NULL,
  level INTEGER NOT NULL,
  open INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX risk_by_household ON risk(household);
CREATE INDEX risk_open ON risk(elder, level) WHERE open = 1;

CREATE TABLE assignment(
  id BLOB PRIMARY KEY,
  household BLOB NOT NULL,
  worker BLOB NOT NULL,
  from_day INTEGER NOT NULL,
  until_day INTEGER) WITHOUT ROWID;
CREATE INDEX assignment_by_household ON assignment(household);
)sql";

// One whole day: searches, promises, proposals, hours, the second look at a risk. All of it is derived
// from the records again (derivation.h).
constexpr std::string_view kSecond = R"sql(
ALTER TABLE visit ADD COLUMN precision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE visit ADD COLUMN started_ms INTEGER NOT NULL DEFAULT 0;
CREATE INDEX visit_by_start ON visit(started_ms);
ALTER TABLE elder ADD COLUMN last_attempt_precision INTEGER;
ALTER TABLE risk ADD COLUMN recheck_day INTEGER;

CREATE TABLE ladder(
  id BLOB PRIMARY KEY,
  household BLOB NOT NULL,
  elder BLOB NOT NULL,
  started_ms INTEGER NOT NULL,
  running INTEGER NOT NULL,
  next_step INTEGER NOT NULL,
  due_ms INTEGER) WITHOUT ROWID;
CREATE INDEX ladder_by_household ON ladder(household);
CREATE INDEX ladder_by_elder ON ladder(elder, started_ms);
CREATE INDEX ladder_running ON ladder(elder, started_ms) WHERE running = 1;

CREATE TABLE promise(
  id BLOB PRIMARY KEY,
  household BLOB NOT NULL,
  elder BLOB NOT NULL,
  made_day INTEGER NOT NULL,
  due_day INTEGER,
  content BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX promise_by_household ON promise(household, made_day);

CREATE TABLE proposal(
  visit BLOB NOT NULL,
  elder BLOB NOT NULL,
  household BLOB NOT NULL,
  proposal INTEGER NOT NULL,
  reported_day INTEGER NOT NULL,
  reported_by BLOB NOT NULL,
  PRIMARY KEY (visit, elder)) WITHOUT ROWID;
CREATE INDEX proposal_by_household ON proposal(household);

CREATE TABLE service_entry(
  id BLOB PRIMARY KEY,
  household BLOB NOT NULL,
  state INTEGER NOT NULL,
  started_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX service_entry_by_household ON service_entry(household);
CREATE INDEX service_entry_by_state ON service_entry(state, started_ms);
CREATE INDEX service_entry_by_start ON service_entry(started_ms);

CREATE TABLE derivation(only INTEGER PRIMARY KEY CHECK (only = 1), version INTEGER NOT NULL);
INSERT INTO derivation VALUES (1, 0);
)sql";

// What the records held add up to (sync/replication/digest.h), a household that is still arriving, the last
// comparison with the service, and of households that left: nothing but one's own hours.
constexpr std::string_view kThird = R"sql(
ALTER TABLE record ADD COLUMN month INTEGER NOT NULL DEFAULT 0;
ALTER TABLE record ADD COLUMN counted INTEGER NOT NULL DEFAULT 0;
CREATE TABLE digest_cell(
  kind INTEGER NOT NULL,
  month INTEGER NOT NULL,
  count INTEGER NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY (kind, month)) WITHOUT ROWID;
CREATE TABLE arriving_household(id BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE comparison(
  only INTEGER PRIMARY KEY CHECK (only = 1),
  at_ms INTEGER NOT NULL,
  held BLOB NOT NULL,
  service BLOB NOT NULL,
  taken INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  sent_again INTEGER NOT NULL,
  contents_named INTEGER NOT NULL);
CREATE TABLE worked_elsewhere(
  subject BLOB PRIMARY KEY,
  month INTEGER NOT NULL,
  record BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX worked_elsewhere_by_month ON worked_elsewhere(month);
CREATE TABLE bundle_key(
  only INTEGER PRIMARY KEY CHECK (only = 1),
  reply_secret BLOB NOT NULL,
  service_key BLOB NOT NULL);
CREATE TABLE attachment(
  id BLOB PRIMARY KEY,
  household BLOB NOT NULL,
  hash BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX attachment_by_hash ON attachment(hash);
CREATE INDEX attachment_by_household ON attachment(household);
CREATE TABLE staged_picture(
  id BLOB PRIMARY KEY,
  household BLOB NOT NULL,
  visit BLOB NOT NULL,
  hash BLOB NOT NULL,
  content BLOB NOT NULL,
  place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE content(
  hash BLOB PRIMARY KEY,
  bytes INTEGER NOT NULL,
  received INTEGER NOT NULL,
  state INTEGER NOT NULL,
  attachment BLOB NOT NULL,
  place INTEGER NOT NULL,
  problem BLOB) WITHOUT ROWID;
CREATE TABLE content_chunk(
  hash BLOB NOT NULL REFERENCES content(hash) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  content BLOB NOT NULL,
  UNIQUE (hash, place));
CREATE TABLE unconfirmed(kind INTEGER NOT NULL, record BLOB NOT NULL, PRIMARY KEY (kind, record)) WITHOUT ROWID;
CREATE TABLE unreadable(change BLOB PRIMARY KEY, encoded BLOB NOT NULL) WITHOUT ROWID;
)sql";

constexpr std::array kSteps = {sqlite::Migration{1, kFirst}, sqlite::Migration{2, kSecond},
                               sqlite::Migration{3, kThird}};

}  // namespace

absl::Span<const sqlite::Migration> schema() {
  return kSteps;
}

}  // namespace doorstep::store
