#include "sync/service/ledger/schema.h"

#include <array>

namespace doorstep::service {
namespace {

// Districts stand in every key by a small number, so that keys stay short. Record ids are
// time-ordered, so that new rows go to the end of the tree (the largest single win there is).
constexpr std::string_view kFirst = R"sql(
CREATE TABLE district (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  epoch INTEGER NOT NULL,
  sequence INTEGER NOT NULL
);
CREATE TABLE record (
  district INTEGER NOT NULL,
  id BLOB NOT NULL,
  kind INTEGER NOT NULL,
  household BLOB NOT NULL,
  epoch INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  created_epoch INTEGER NOT NULL,
  created_sequence INTEGER NOT NULL,
  created_by BLOB NOT NULL,
  created_role INTEGER NOT NULL,
  created_change BLOB NOT NULL,
  created_replica BLOB NOT NULL,
  encoded BLOB NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX record_feed ON record (district, household, sequence);
CREATE TABLE removal (
  district INTEGER NOT NULL,
  household BLOB NOT NULL,
  sequence INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY (district, household, sequence)
) WITHOUT ROWID;
CREATE TABLE field_revision (
  district INTEGER NOT NULL,
  record BLOB NOT NULL,
  field TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  worker BLOB NOT NULL,
  role INTEGER NOT NULL,
  change BLOB NOT NULL,
  replica BLOB NOT NULL,
  PRIMARY KEY (district, record, field)
) WITHOUT ROWID;
CREATE TABLE lookup (
  district INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  key BLOB NOT NULL,
  day INTEGER NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY (district, kind, key, day, record)
) WITHOUT ROWID;
CREATE TABLE replica (
  district INTEGER NOT NULL,
  id BLOB NOT NULL,
  owner BLOB NOT NULL,
  last_sequence INTEGER NOT NULL,
  head BLOB NOT NULL,
  forked INTEGER NOT NULL,
  PRIMARY KEY (district, id)
) WITHOUT ROWID;
CREATE TABLE consumed (
  district INTEGER NOT NULL,
  replica BLOB NOT NULL,
  sequence INTEGER NOT NULL,
  hash BLOB NOT NULL,
  encoded BLOB NOT NULL,
  receipt BLOB NOT NULL,
  PRIMARY KEY (district, replica, sequence)
) WITHOUT ROWID;
CREATE TABLE quarantine (
  district INTEGER NOT NULL,
  change BLOB NOT NULL,
  replica BLOB NOT NULL,
  sequence INTEGER NOT NULL,
  received_ms INTEGER NOT NULL,
  PRIMARY KEY (district, change, replica, sequence)
) WITHOUT ROWID;
CREATE TABLE fact (
  district INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  subject BLOB NOT NULL,
  part BLOB NOT NULL,
  cluster BLOB NOT NULL,
  encoded BLOB NOT NULL,
  PRIMARY KEY (district, kind, subject, part)
) WITHOUT ROWID;
CREATE INDEX fact_cluster ON fact (district, kind, cluster) WHERE cluster <> x'';
CREATE TABLE rollup (
  district INTEGER NOT NULL,
  area BLOB NOT NULL,
  month INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  figures BLOB NOT NULL,
  PRIMARY KEY (district, area, month)
) WITHOUT ROWID;
CREATE UNIQUE INDEX rollup_feed ON rollup (district, sequence);
CREATE TABLE note (
  district INTEGER NOT NULL,
  name TEXT NOT NULL,
  value BLOB NOT NULL,
  PRIMARY KEY (district, name)
) WITHOUT ROWID;
CREATE TABLE device (
  fingerprint BLOB PRIMARY KEY,
  replica BLOB NOT NULL,
  district BLOB NOT NULL,
  worker BLOB NOT NULL,
  name TEXT NOT NULL,
  enrolled_ms INTEGER NOT NULL,
  last_hello_ms INTEGER,
  last_sequence INTEGER NOT NULL,
  waiting INTEGER NOT NULL,
  revoked INTEGER NOT NULL,
  is_operator INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE code (
  locator TEXT PRIMARY KEY,
  derived_key BLOB NOT NULL,
  district BLOB NOT NULL,
  worker BLOB NOT NULL,
  expires_ms INTEGER NOT NULL,
  wrong_proofs INTEGER NOT NULL,
  used INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  encoded BLOB NOT NULL
);
)sql";

// What the evening counts by day, and what was frozen of a month: an event, sums, and the facts they
// are sums of.
constexpr std::string_view kSecond = R"sql(
ALTER TABLE consumed ADD COLUMN received_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE consumed ADD COLUMN outcome INTEGER NOT NULL DEFAULT 0;
ALTER TABLE consumed ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;
CREATE INDEX consumed_time ON consumed (district, received_ms, outcome, kind);
CREATE TABLE freeze (
  district INTEGER NOT NULL,
  month INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  frozen_ms INTEGER NOT NULL,
  rules_epoch INTEGER NOT NULL,
  rules_sequence INTEGER NOT NULL,
  rules BLOB NOT NULL,
  digest BLOB NOT NULL,
  has_facts INTEGER NOT NULL,
  PRIMARY KEY (district, month)
) WITHOUT ROWID;
CREATE TABLE frozen_rollup (
  district INTEGER NOT NULL,
  month INTEGER NOT NULL,
  area BLOB NOT NULL,
  parent BLOB NOT NULL,
  figures BLOB NOT NULL,
  PRIMARY KEY (district, month, area)
) WITHOUT ROWID;
CREATE TABLE frozen_fact (
  district INTEGER NOT NULL,
  month INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  subject BLOB NOT NULL,
  part BLOB NOT NULL,
  encoded BLOB NOT NULL,
  PRIMARY KEY (district, month, kind, subject, part)
) WITHOUT ROWID;
)sql";

// What the records of a household's stream add up to, by kind; a district from before has digests = 0 until
// they have been counted (digests.cpp).
constexpr std::string_view kThird = R"sql(
CREATE TABLE digest (
  district INTEGER NOT NULL,
  household BLOB NOT NULL,
  kind INTEGER NOT NULL,
  count INTEGER NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY (district, household, kind)
) WITHOUT ROWID;
ALTER TABLE district ADD COLUMN digests INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN compared_ms INTEGER;
ALTER TABLE device ADD COLUMN records_held INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN records_due INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN records_differing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quarantine ADD COLUMN record BLOB NOT NULL DEFAULT x'';
ALTER TABLE quarantine ADD COLUMN waits_for BLOB NOT NULL DEFAULT x'';
ALTER TABLE quarantine ADD COLUMN vouched INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quarantine ADD COLUMN made_from_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quarantine ADD COLUMN made_until_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quarantine ADD COLUMN measured INTEGER NOT NULL DEFAULT 0;
CREATE INDEX quarantine_record ON quarantine (district, record) WHERE record <> x'';
CREATE INDEX quarantine_waiting ON quarantine (district, waits_for) WHERE waits_for <> x'';
CREATE TABLE outcome (
  district INTEGER NOT NULL,
  owner BLOB NOT NULL,
  sequence INTEGER NOT NULL,
  receipt BLOB NOT NULL,
  PRIMARY KEY (district, owner, sequence)
) WITHOUT ROWID;
CREATE TABLE hello_mark (
  district INTEGER NOT NULL,
  replica BLOB NOT NULL,
  number INTEGER NOT NULL,
  service_ms INTEGER NOT NULL,
  monotonic_ms INTEGER NOT NULL,
  boot BLOB NOT NULL,
  made_until INTEGER NOT NULL,
  PRIMARY KEY (district, replica, number)
) WITHOUT ROWID;
ALTER TABLE replica ADD COLUMN in_last_backup INTEGER NOT NULL DEFAULT 0;
ALTER TABLE replica ADD COLUMN backed_up INTEGER NOT NULL DEFAULT 0;
)sql";

// What readers of many records of one key need of each, beside the key: the records themselves lie far apart. Keys put
// before have none.
constexpr std::string_view kFourth = R"sql(
ALTER TABLE lookup ADD COLUMN excerpt BLOB;
)sql";

constexpr std::array<sqlite::Migration, 4> kSteps = {sqlite::Migration{1, kFirst}, sqlite::Migration{2, kSecond},
                                                     sqlite::Migration{3, kThird}, sqlite::Migration{4, kFourth}};

}  // namespace

absl::Span<const sqlite::Migration> ledgerMigrations() {
  return kSteps;
}

}  // namespace doorstep::service
