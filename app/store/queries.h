#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/attachment.pb.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/checklist.pb.h"
#include "doorstep/v1/conflict.pb.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "doorstep/v1/directory.pb.h"
#include "doorstep/v1/draft.pb.h"
#include "doorstep/v1/duplicate.pb.h"
#include "doorstep/v1/duty.pb.h"
#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/ladder.pb.h"
#include "doorstep/v1/risk.pb.h"
#include "doorstep/v1/rules.pb.h"
#include "doorstep/v1/service_entry.pb.h"
#include "doorstep/v1/target.pb.h"
#include "doorstep/v1/visit.pb.h"
#include "sync/care/cadence.h"
#include "sync/care/ladder.h"
#include "sync/care/risk_lifecycle.h"
#include "sync/client/comparison.h"

namespace doorstep::store {

// Who uses this store and where; known from enrolment and the last hello, so without a network too.
struct Session {
  v1::Worker worker;
  std::vector<v1::Role> roles;
  std::string district_id;
  std::string district_code;
  std::string district_name;
  std::string zone;
  v1::DistrictRules rules;
};

// The names of an area and those above it, as far as the store holds them.
struct AreaPath {
  std::string subdistrict;
  std::string community;
  std::string grid;
};

// One elder on a list. No health data (architecture decision 4, domain.md privacy).
struct ElderRow {
  std::string elder_id;
  std::string household_id;
  std::string name;
  int age = 0;  // by birth year in the year of `today`
  v1::Gender gender = v1::GENDER_UNSPECIFIED;
  v1::Tier tier = v1::TIER_C;
  std::vector<v1::ElderKind> kinds;
  std::string door;  // "3号楼 2单元 401", or the address
  AreaPath area;
  std::optional<care::Due> due;
  std::optional<absl::CivilDay> last_contact_on;
  v1::ContactOutcome last_attempt = v1::CONTACT_OUTCOME_UNSPECIFIED;  // latest attempt, any outcome
  std::optional<absl::Time> last_attempt_at;
  v1::Precision last_attempt_precision = v1::PRECISION_EXACT;
  v1::CareStatus status = v1::CARE_STATUS_AT_HOME;       // as of `today`
  v1::RiskLevel open_risk = v1::RISK_LEVEL_UNSPECIFIED;  // the highest open one
  // A search is running for this elder: the next step and its deadline.
  v1::LadderStep ladder_next = v1::LADDER_STEP_UNSPECIFIED;
  std::optional<absl::Time> ladder_due_at;
  std::string promise;  // the oldest open one
  std::optional<absl::CivilDay> promise_on;
  std::optional<absl::CivilDay> recheck_on;  // a resolved risk is to be looked at again
  bool draft = false;                        // a visit was begun and not saved
  bool visited_today = false;
  bool waiting = false;     // something about the household is not uploaded yet
  std::string worker_name;  // who is assigned; empty when nobody is
};

struct RiskRow {
  v1::RiskFlag flag;
  care::RiskStatus status;
  std::optional<absl::Time> next_due_at;
  std::string elder_name;
  std::string door;
  AreaPath area;
  std::string reported_by_name;
  bool waiting = false;
};

// A search after nobody answered.
struct LadderRow {
  v1::Ladder ladder;
  care::LadderStatus status;
  std::string elder_name;
  std::string door;
  AreaPath area;
  std::string worker_name;  // who is assigned
  bool waiting = false;
  // The visit that began it was taken back, or says otherwise by now. It runs until a person says who accounts for
  // the elder (domain.md §5), but presses nobody.
  bool withdrawn = false;
};

struct DutyNumber {
  v1::DutyKind kind;
  std::string name;
  std::string phone;
};

struct OpenPromise {
  v1::Promise promise;
  std::string elder_name;
  absl::CivilDay made_on;
};

struct TimelineEntry {
  v1::Visit visit;
  std::vector<v1::ServiceEntry> services;
  std::vector<std::string> worker_names;
  bool waiting = false;  // not uploaded yet
};

// Everything one door needs.
struct ElderFile {
  v1::Elder elder;
  v1::Revision revision;
  v1::Household household;
  AreaPath area;
  std::optional<care::Due> due;
  std::vector<v1::Contact> contacts;
  std::vector<v1::Elder> companions;    // others at the same door
  std::vector<TimelineEntry> timeline;  // newest first, at most 100
  std::vector<RiskRow> risks;           // open ones first
  std::vector<LadderRow> ladders;       // running ones first
  std::vector<DutyNumber> duty;         // who can be rung now, nearest area first
  std::vector<OpenPromise> promises;    // of the whole household, by day
  std::vector<v1::Conflict> conflicts;  // fields that two people filled in differently
  std::optional<v1::VisitDraft> draft;
  std::vector<v1::Answer> last_answers;  // of the last visit with answers: "as last time"
  std::optional<absl::CivilDay> last_answers_on;
  std::string worker_name;
};

struct CaseloadRow {
  v1::Worker worker;  // an empty id stands for "nobody assigned"
  std::uint32_t households = 0;
  std::uint32_t elders = 0;
  std::uint32_t contacted = 0;  // this month
  std::uint32_t due = 0;        // open slots not overdue
  std::uint32_t overdue = 0;
  std::uint32_t open_risks = 0;
  std::uint32_t urgent_risks = 0;  // red or orange
  std::optional<absl::Time> last_record_at;
};

struct CoverageArea {
  v1::Area area;
  v1::CoverageRow row;
  bool has_children = false;
};

struct CoverageView {
  CoverageArea area;
  std::vector<CoverageArea> children;  // by code
  std::vector<v1::Area> path;          // from the district down to the area
};

// Reported on a visit, waiting for a supervisor (domain.md §5).
struct ProposalRow {
  std::string visit_id;
  std::string elder_id;
  std::string elder_name;
  std::string door;
  AreaPath area;
  v1::StatusProposal proposal = v1::STATUS_PROPOSAL_NONE;
  absl::CivilDay reported_on;
  std::string reported_by;  // a worker's id
  std::string reported_by_name;
};

struct HoursRow {
  v1::ServiceEntry entry;
  v1::ServiceEntryState state = v1::SERVICE_ENTRY_STATE_SUBMITTED;
  std::string elder_name;                 // or the organisation's
  std::vector<std::string> worker_names;  // as in entry.workers
  bool waiting = false;
};

struct ConflictRow {
  v1::Conflict conflict;
  std::string elder_id;
  std::string elder_name;
  std::string door;
  AreaPath area;
  std::string chosen_by_name;
  std::string other_by_name;
  // Encoded as in the conflict: what stands now. Another than the chosen value when it was edited since.
  std::string standing_value;
};

// One of the two files of a likely duplicate.
struct PersonOnFile {
  v1::Elder elder;  // without an id: not held here
  std::string door;
  AreaPath area;
  std::uint32_t visits = 0;
  std::optional<absl::CivilDay> last_contact_on;
  std::string id_number;  // where this device holds it
};

struct DuplicateRow {
  v1::LikelyDuplicate pair;
  PersonOnFile older;
  PersonOnFile newer;
  bool merged = false;  // they stand for one person, here or at the service
  // The elder that a merge ends in the other: the newer one, unless it was merged into somebody else before.
  std::string from_elder_id;
  std::string into_elder_id;
  std::string settled_by_name;
};

struct WaitingChange {
  std::uint64_t sequence;
  v1::RecordKind kind;
  std::string elder_name;  // on screen only
  absl::Time made_at;
  std::vector<v1::Problem> problems;  // set when the service put it aside
  std::string change_id = {};
  std::optional<v1::Visit> visit = {};  // that it recorded, when it was put aside
};

enum class PictureState {
  kStaged,     // added here, and can still be taken away
  kWaiting,    // here, and not yet at the service
  kHere,       // here and at the service
  kElsewhere,  // only its thumbnail is here
  kFetching,   // somebody asked for it
};

struct PictureRow {
  v1::Attachment attachment;
  PictureState state = PictureState::kElsewhere;
  std::string added_by_name;
  bool refused = false;  // the service did not take it; it is kept here
};

struct SyncOverview {
  std::uint64_t waiting_visits = 0;
  std::uint64_t waiting_changes = 0;
  std::vector<WaitingChange> waiting;      // the first 100
  std::vector<WaitingChange> quarantined;  // need a person
  std::uint64_t conflicts = 0;
  std::uint64_t waiting_pictures = 0;  // here, and not at the service
  std::optional<absl::Time> last_sync;
  client::Comparison comparison;  // the last one with the service; its time tells whether there was any
  // The disk is nearly full. Visits can still be saved for a while out of the space kept back for them.
  bool space_low = false;
};

// All that waits for a supervisor, each list most urgent first.
struct OpenWork {
  std::vector<LadderRow> ladders;
  std::vector<RiskRow> risks;
  std::vector<ProposalRow> proposals;
  std::vector<ElderRow> unassigned;
  std::vector<ElderRow> missed;          // due slots that have passed
  std::vector<HoursRow> hours;           // submitted or disputed
  std::vector<ConflictRow> conflicts;    // that nobody has settled
  std::vector<DuplicateRow> duplicates;  // open ones, then those that were merged within the last 30 days
  std::vector<WaitingChange> quarantined;
};

// One day of a worker's own ledger.
struct WorkedDay {
  absl::CivilDay on;
  std::vector<v1::MinutesLine> lines;    // overlaps counted once
  std::vector<std::string> elder_names;  // as in lines; empty without an elder
};

// A worker's own month, from what this store holds.
struct MyMonth {
  absl::CivilMonth month;
  std::uint32_t elders = 0;  // assigned and in the denominator
  std::uint32_t contacted = 0;
  std::uint32_t slots_due = 0;  // begun
  std::uint32_t slots_satisfied = 0;
  std::uint32_t person_times = 0;
  std::vector<ElderRow> open;             // not contacted yet, most urgent first
  std::vector<v1::MissedReason> reasons;  // as in open
  std::vector<WorkedDay> days;            // newest first
  // Minutes of this worker: certified / provisional by source; imputed is never certified.
  std::uint32_t measured_certified = 0;
  std::uint32_t measured_provisional = 0;
  std::uint32_t entered_certified = 0;
  std::uint32_t entered_provisional = 0;
  std::uint32_t imputed = 0;
  std::uint64_t waiting_visits = 0;
};

// One line of a printed list: the least a visitor needs at the door (domain.md, consent and reach).
struct PaperRow {
  std::uint32_t number = 0;  // by area and door among all doors of the list's worker, due or not
  std::string household_id;
  std::vector<v1::Elder> elders;  // at this door, name and file number
  std::string door;
  AreaPath area;
  std::string phone;
  std::string safety_note;
  std::optional<care::Due> due;
};

struct TargetRow {
  v1::Target target;
  std::string area_name;
  std::string programme_name;
  std::int64_t verified = 0;
  std::uint32_t elapsed_per_mille = 0;
};

// Reads for the models. Any executor but one at a time: each Queries owns a read-only connection.
class Queries {
 public:
  virtual ~Queries() = default;

  virtual absl::StatusOr<Session> session() = 0;
  // Elders in scope that are due, overdue, begun or visited today, most urgent first, then by grid and door.
  virtual absl::StatusOr<std::vector<ElderRow>> today(absl::CivilDay today) = 0;
  // All elders in scope whose name, pinyin, initials, file number or door contain the text; all when empty.
  virtual absl::StatusOr<std::vector<ElderRow>> search(const std::string& text, absl::CivilDay today) = 0;
  virtual absl::StatusOr<ElderFile> elder(const std::string& elder_id, absl::CivilDay today) = 0;
  virtual absl::StatusOr<std::optional<v1::VisitDraft>> draft(const std::string& household_id) = 0;
  virtual absl::StatusOr<v1::ChecklistTemplate> checklist() = 0;  // the district's, else the shipped one
  virtual absl::StatusOr<std::vector<CaseloadRow>> caseload(absl::CivilDay today) = 0;
  virtual absl::StatusOr<std::vector<ElderRow>> eldersOf(const std::string& worker_id, absl::CivilDay today) = 0;
  virtual absl::StatusOr<std::vector<RiskRow>> openRisks() = 0;  // by urgency and deadline
  // Empty area id: the district. NOT_FOUND when this store holds no figures for it.
  virtual absl::StatusOr<CoverageView> coverage(const std::string& area_id, absl::CivilMonth month) = 0;
  virtual absl::StatusOr<SyncOverview> syncOverview() = 0;
  virtual absl::StatusOr<OpenWork> openWork(absl::CivilDay today) = 0;
  virtual absl::StatusOr<MyMonth> myMonth(absl::CivilMonth month, absl::CivilDay today) = 0;
  virtual absl::StatusOr<std::vector<v1::VisitDraft>> drafts() = 0;  // all begun here, newest first
  // The due elders of a worker; of everybody in scope when empty.
  virtual absl::StatusOr<std::vector<PaperRow>> paperList(const std::string& worker_id, absl::CivilDay today) = 0;
  virtual absl::StatusOr<std::vector<v1::Worker>> workers() = 0;  // still here, by name
  virtual absl::StatusOr<std::vector<TargetRow>> targets(absl::CivilDay today) = 0;
  virtual absl::StatusOr<std::vector<DutyNumber>> dutyNumbers(absl::Time now) = 0;  // of the worker's own areas
  virtual absl::StatusOr<std::vector<v1::Assignment>> assignmentsOf(const std::string& household_id) = 0;  // of any day
  virtual absl::StatusOr<std::vector<PictureRow>> pictures(const std::string& household_id) = 0;  // the latest first
  virtual absl::StatusOr<std::string> picture(const std::string& content_hash) = 0;  // NOT_FOUND: not all of it is here
};

}  // namespace doorstep::store
