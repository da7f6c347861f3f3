#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "doorstep/v1/kind.pb.h"
#include "sync/replication/digest.h"
#include "sync/replication/merge.h"
#include "sync/replication/trusted_time.h"

// What a ledger keeps, as plain rows. Messages stay encoded; beside them stand only the few values
// a ledger looks things up by.
namespace doorstep::service {

// A record as it stands, in the stream of its household.
struct StoredRecord {
  std::string id;
  v1::RecordKind kind = v1::RECORD_KIND_UNSPECIFIED;
  std::string household_id;  // whose feed it is in; directoryHousehold() for the directory
  v1::Revision revision;     // of its last change: its place in the feed
  std::string encoded;       // Record
  replication::FieldRevision created;
};

// By what records are found. The number is stored: never reuse one.
enum class Index : int {
  kNaturalKey = 1,        // keys.h naturalKey(): an area's code, a worker's staff number …
  kElder = 2,             // every Elder; key empty
  kElderOfHousehold = 3,  // whoever has or had a residence there
  kHouseholdOfArea = 4,
  kIdentityOfElder = 5,
  kContactOfElder = 6,
  kMergedInto = 7,     // the elders merged into one
  kVisitOfElder = 8,   // by day; only visits that count
  kVisitOfWorker = 9,  // by day; only visits that count
  kVisitOfRoot = 10,   // all corrections of one visit, and corrections of these
  kEntryOfElder = 11,
  kEntryOfWorker = 12,  // by day
  kEventOfHeader = 13,
  kRiskOfElder = 14,  // of the household where a flag names no elder
  kAssignmentOfWorker = 15,
  kAssignmentOfHousehold = 16,
  kRisk = 17,                 // every flag, restricted or not; key empty
  kEntryOfVisit = 18,         // by the visit's id as the entry names it
  kConflict = 19,             // every conflict that nobody has settled; key empty
  kConflictOfChange = 20,     // by the id of either change
  kLadder = 21,               // every ladder; key empty
  kFacility = 22,             // every facility; key empty
  kTarget = 23,               // every target; key empty
  kElderOfPerson = 24,        // by name and birth year (duplicates/person_key.h)
  kDuplicate = 25,            // likely duplicates: key empty while open, "settled" afterwards
  kDuplicateOfElder = 26,     // by the id of either elder
  kConflictOfRecord = 27,     // settled or not
  kAttachmentOfContent = 30,  // by the content's hash
  kAttachmentOfHousehold = 31,
};

// Days count from 1970-01-01; an entry without a day has day 0.
struct IndexKey {
  Index index;
  std::string key;
  std::int64_t day = 0;
  auto operator<=>(const IndexKey&) const = default;
};

struct IndexRange {
  Index index;
  std::string key;
  std::int64_t from_day = std::numeric_limits<std::int64_t>::min();
  std::int64_t until_day = std::numeric_limits<std::int64_t>::max();  // inclusive
  std::size_t limit = std::numeric_limits<std::int32_t>::max();
  bool latest_first = false;  // by day, then by sequence; otherwise the other way round
};

// One step of a household's feed: a record that stands in it, or the mark of one that left it.
struct FeedStep {
  StoredRecord record;  // with removed: id, kind, household and revision only
  bool removed = false;
};

// What the records of one kind in one household's stream add up to.
struct DigestRow {
  v1::RecordKind kind = v1::RECORD_KIND_UNSPECIFIED;
  std::uint64_t count = 0;
  replication::Digest digest;
};

// A replica as the service knows it.
struct ReplicaRow {
  std::string replica_id;
  std::string owner;                // fingerprint of the certificate it belongs to; "service" for our own
  std::uint64_t last_sequence = 0;  // consumed
  std::string head;                 // hash of that change
  bool forked = false;              // other changes were offered under its sequences
  // Last sequence that the latest backup holds, and the one before it: up to there two backups hold its changes.
  std::uint64_t in_last_backup = 0;
  std::uint64_t backed_up = 0;
};

// A change that was consumed. What became of it is in its receipt; of what was put aside that changes when a
// person decides it or when what it waits for arrives.
struct ConsumedChange {
  std::string replica_id;
  std::uint64_t sequence = 0;
  std::string hash;     // that stands in the replica's chain: SHA-256 of encoded, or of what it travelled within
  std::string encoded;  // Change, byte by byte as it came, or opened (Change.sealed)
  std::string receipt;  // Receipt
  // What the evening asks for. Changes consumed before these were kept have none: the Unix epoch, 0.
  absl::Time received_at = absl::UnixEpoch();
  v1::ReceiptOutcome outcome = v1::RECEIPT_OUTCOME_UNSPECIFIED;
  v1::RecordKind kind = v1::RECORD_KIND_UNSPECIFIED;  // of the record it made or edited
};

// The same in one line, without the change itself.
struct ConsumedLine {
  std::string replica_id;
  std::uint64_t sequence = 0;
  absl::Time received_at;
  v1::ReceiptOutcome outcome = v1::RECEIPT_OUTCOME_UNSPECIFIED;
  v1::RecordKind kind = v1::RECORD_KIND_UNSPECIFIED;
};

// A change that was put aside and waits: for a person, or for the record that it belongs to.
struct QuarantineRow {
  std::string change_id;  // of a change that cannot be read: the first 16 bytes of its hash
  std::string replica_id;
  std::uint64_t sequence = 0;
  absl::Time received_at;
  std::string record_id = {};                                             // that it would create
  std::string waits_for = {};                                             // record
  bool vouched = false;                                                   // a person has accepted it as it is
  replication::MadeWithin made = {absl::UnixEpoch(), absl::UnixEpoch()};  // as known when it came
};

// What became of a change after its receipt had gone out. In the district's order.
struct OutcomeRow {
  std::string owner;  // of the replica that made the change
  std::uint64_t sequence = 0;
  std::string receipt;  // Receipt
};

// A derived fact from which rollups are summed up.
enum class FactKind : int {
  kElderMonth = 1,  // ElderMonth; subject: elder, part: month
  kMinutes = 2,     // MinutesLine; subject: visit or entry, part: worker, group: worker and day
  kDelivered = 3,   // MinutesLine; subject: visit or entry
  kRisk = 4,        // CoverageRow with what one flag adds to one area and month; subject: flag
};
struct Fact {
  FactKind kind = FactKind::kElderMonth;
  std::string subject;
  std::string part;
  std::string group;  // looked up by when not empty
  std::string encoded;
};

// What was frozen of one area and month.
struct FrozenFigures {
  v1::Figures figures;
  absl::Time frozen_at;
  std::uint64_t sequence = 0;  // up to which it counts
};

struct RollupRow {
  std::string area_id;
  std::int64_t month = 0;  // year * 12 + month - 1
  v1::Revision revision;   // of its last change
  v1::Figures figures;
  std::optional<FrozenFigures> frozen;  // read only: putRollup() leaves it alone
};

// The freeze of a month (domain.md §6): an event in the district's order. What has a greater sequence
// is a restatement.
struct FreezeRow {
  std::int64_t month = 0;
  v1::Revision revision;
  absl::Time frozen_at;
  v1::Revision rules_revision;  // of the rules by which the month was counted, and is restated
  std::string rules;            // DistrictRules
  std::string digest;           // SHA-256 over the month's frozen facts (figures/freeze.h)
  bool has_facts = false;       // false: brought back from the file beside the ledger, figures alone
};

// One area's figures in a frozen month, with the tree as it was.
struct FrozenRow {
  std::string area_id;
  std::string parent_id;  // empty: the district
  v1::Figures figures;
};

struct DeviceRow {
  std::string fingerprint;  // SHA-256 of the certificate, DER
  std::string replica_id;   // as enrolled
  std::string district_id;  // empty for an operator
  std::string worker_id;    // empty for an operator
  std::string device_name;
  absl::Time enrolled_at;
  std::optional<absl::Time> last_hello_at;
  std::uint64_t last_sequence = 0;
  std::uint64_t waiting = 0;
  bool revoked = false;
  bool is_operator = false;
  // Its last comparison with what it should hold (exchange of Sync.Reconcile).
  std::optional<absl::Time> compared_at;
  std::uint64_t records_held = 0;
  std::uint64_t records_due = 0;
  std::uint64_t records_differing = 0;
};

// A one-time code. The code itself is not kept, only the key derived from it.
struct CodeRow {
  std::string locator;
  std::string key;
  std::string district_id;
  std::string worker_id;
  absl::Time expires_at;
  std::uint32_t wrong_proofs = 0;
  bool used = false;
};

struct AuditRow {
  std::uint64_t number = 0;  // from 1 without gaps
  std::string encoded;       // AuditEvent
};

}  // namespace doorstep::service
