#include "app/store/local_checks.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "app/store/local_rules.h"
#include "app/store/open_ladders.h"
#include "app/store/open_risks.h"
#include "app/store/record_table.h"
#include "app/store/replica_row.h"
#include "app/store/service_states.h"
#include "sync/care/ladder.h"
#include "sync/care/late_entry.h"
#include "sync/care/validation.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

using Problems = std::vector<v1::Problem>;

// The worker whom a record names as its author, with the field that does; nothing for other kinds.
std::optional<std::pair<std::string, const char*>> authorOf(const v1::Record& record) {
  switch (record.body_case()) {
    case v1::Record::kVisit:
      return std::pair(record.visit().recorded_by(), "recorded_by");
    case v1::Record::kServiceEntry:
      return std::pair(record.service_entry().recorded_by(), "recorded_by");
    case v1::Record::kServiceEntryEvent:
      return std::pair(record.service_entry_event().by(), "by");
    case v1::Record::kRiskFlag:
      return std::pair(record.risk_flag().reported_by(), "reported_by");
    case v1::Record::kRestrictedRiskFlag:
      return std::pair(record.restricted_risk_flag().reported_by(), "reported_by");
    case v1::Record::kRiskEvent:
      return std::pair(record.risk_event().by(), "by");
    case v1::Record::kRestrictedRiskEvent:
      return std::pair(record.restricted_risk_event().by(), "by");
    case v1::Record::kLadder:
      return std::pair(record.ladder().started_by(), "started_by");
    case v1::Record::kLadderEvent:
      return std::pair(record.ladder_event().by(), "by");
    case v1::Record::kAttachment:
      return std::pair(record.attachment().added_by(), "added_by");
    default:
      return std::nullopt;
  }
}

class LocalChecks {
 public:
  explicit LocalChecks(sqlite::Database& database) : database_(database), records_(database) {}

  absl::Status author(const v1::Record& record) {
    const auto author = authorOf(record);
    DOORSTEP_ASSIGN(const ReplicaRow replica, loadReplica(database_));
    if (author && !replica.worker.id().empty() && author->first != replica.worker.id()) {
      report(v1::PROBLEM_CODE_NOT_PERMITTED, author->second);
    }
    return absl::OkStatus();
  }

  absl::Status of(const v1::Record& record) {
    switch (record.body_case()) {
      case v1::Record::kVisit:
        return of(record.visit());
      case v1::Record::kServiceEntry:
        return of(record.service_entry());
      case v1::Record::kAssignment:
        DOORSTEP_TRY(needs(record.assignment().worker_id(), v1::RECORD_KIND_WORKER, "worker_id"));
        return needs(record.assignment().household_id(), v1::RECORD_KIND_HOUSEHOLD, "household_id");
      case v1::Record::kTarget:
        DOORSTEP_TRY(area(record.target().area_id()));
        return named(record.target().programme_id(), v1::RECORD_KIND_PROGRAMME, "programme_id");
      case v1::Record::kFacility:
        return area(record.facility().area_id());
      case v1::Record::kDutyRoster:
        return area(record.duty_roster().area_id());
      case v1::Record::kHousehold:
        return area(record.household().area_id());
      case v1::Record::kLadder:
        DOORSTEP_TRY(needs(record.ladder().elder_id(), v1::RECORD_KIND_ELDER, "elder_id"));
        return needs(record.ladder().visit_id(), v1::RECORD_KIND_VISIT, "visit_id");
      case v1::Record::kLadderEvent:
        return of(record.ladder_event());
      case v1::Record::kRiskEvent:
        return ofRisk(record.risk_event(), false);
      case v1::Record::kRestrictedRiskEvent:
        return ofRisk(record.restricted_risk_event(), true);
      case v1::Record::kServiceEntryEvent:
        return of(record.service_entry_event());
      default:
        return absl::OkStatus();
    }
  }

  Problems take() { return std::move(problems_); }

 private:
  absl::Status of(const v1::Visit& visit) {
    DOORSTEP_TRY(needs(visit.household_id(), v1::RECORD_KIND_HOUSEHOLD, "household_id"));
    for (int index = 0; index < visit.contacts_size(); ++index) {
      DOORSTEP_TRY(needs(visit.contacts(index).elder_id(), v1::RECORD_KIND_ELDER,
                         absl::StrCat("contacts[", index, "].elder_id")));
    }
    DOORSTEP_TRY(named(visit.programme_id(), v1::RECORD_KIND_PROGRAMME, "programme_id"));
    return inHousehold(visit.corrects_id(), visit.household_id(), "corrects_id");
  }

  absl::Status of(const v1::ServiceEntry& entry) {
    DOORSTEP_TRY(named(entry.elder_id(), v1::RECORD_KIND_ELDER, "elder_id"));
    DOORSTEP_TRY(named(entry.organisation_id(), v1::RECORD_KIND_ORGANISATION, "organisation_id"));
    DOORSTEP_TRY(named(entry.programme_id(), v1::RECORD_KIND_PROGRAMME, "programme_id"));
    return inHousehold(entry.visit_id(), entry.household_id(), "visit_id");
  }

  absl::Status of(const v1::LadderEvent& event) {
    DOORSTEP_ASSIGN(const LocalRules local, localRules(database_));
    DOORSTEP_ASSIGN(const std::optional<FoldedLadder> folded, readLadder(database_, event.ladder_id(), local.rules));
    if (!folded) {
      report(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "ladder_id");
      return absl::OkStatus();
    }
    sameHousehold(event.household_id(), folded->ladder.household_id());
    add(care::checkEvent(folded->status, event));
    return absl::OkStatus();
  }

  absl::Status ofRisk(const v1::RiskEvent& event, bool restricted) {
    DOORSTEP_ASSIGN(const std::optional<FoldedRisk> risk, readRisk(database_, event.flag_id()));
    if (!risk || risk->restricted != restricted) {
      report(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "flag_id");
      return absl::OkStatus();
    }
    add(care::checkEvent(risk->flag, risk->status, event));
    return named(event.referred_to(), v1::RECORD_KIND_ORGANISATION, "referred_to");
  }

  absl::Status of(const v1::ServiceEntryEvent& event) {
    DOORSTEP_ASSIGN(const std::optional<FoldedEntry> folded, readEntry(database_, event.entry_id()));
    if (!folded) {
      report(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "entry_id");
      return absl::OkStatus();
    }
    add(care::checkEvent(folded->entry, folded->status, event));
    return absl::OkStatus();
  }

  absl::Status inHousehold(const std::string& visit_id, const std::string& household, const char* field) {
    if (visit_id.empty()) {
      return absl::OkStatus();
    }
    DOORSTEP_ASSIGN(const std::optional<v1::Record> visit, records_.get(v1::RECORD_KIND_VISIT, visit_id));
    if (!visit) {
      report(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, field);
    } else if (visit->visit().household_id() != household) {
      report(v1::PROBLEM_CODE_OUT_OF_SCOPE, field);
    }
    return absl::OkStatus();
  }

  void sameHousehold(const std::string& own, const std::string& of_header) {
    if (own != of_header) {
      report(v1::PROBLEM_CODE_OUT_OF_SCOPE, "household_id");
    }
  }

  absl::Status needs(const std::string& id, v1::RecordKind kind, const std::string& field) {
    DOORSTEP_ASSIGN(const std::optional<StoredRecord> held, records_.find(kind, id));
    if (!held) {
      report(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, field);
    }
    return absl::OkStatus();
  }

  absl::Status named(const std::string& id, v1::RecordKind kind, const std::string& field) {
    return id.empty() ? absl::OkStatus() : needs(id, kind, field);
  }

  absl::Status area(const std::string& id) {
    DOORSTEP_ASSIGN(const std::optional<StoredRecord> held, records_.find(v1::RECORD_KIND_AREA, id));
    if (!held) {
      report(v1::PROBLEM_CODE_UNKNOWN_AREA, "area_id");
    }
    return absl::OkStatus();
  }

  void add(Problems problems) { std::move(problems.begin(), problems.end(), std::back_inserter(problems_)); }
  void report(v1::ProblemCode code, const std::string& field) { problems_.push_back(problem(code, field)); }

  sqlite::Database& database_;
  RecordTable records_;
  Problems problems_;
};

}  // namespace

v1::Problem problem(v1::ProblemCode code, const std::string& field) {
  v1::Problem problem;
  problem.set_code(code);
  problem.set_field(field);
  return problem;
}

absl::StatusOr<Problems> problemsOfLateEntry(sqlite::Database& database, const v1::Visit& visit, absl::Time now) {
  DOORSTEP_ASSIGN(const ReplicaRow replica, loadReplica(database));
  DOORSTEP_ASSIGN(const LocalRules local, localRules(database));
  v1::Role role = v1::ROLE_VISITOR;
  for (const int has : replica.worker.roles()) {
    role = has == v1::ROLE_SUPERVISOR || has == v1::ROLE_DISTRICT_STAFF ? static_cast<v1::Role>(has) : role;
  }
  // Times come from this device's clock or from a person's head, and the clock may have been set since its offset was
  // measured: a visit is late here only when it is late by both, and the service has the last word.
  const absl::Time corrected = now + absl::Milliseconds(replica.service_offset_ms.value_or(0));
  const std::optional<v1::Problem> late = care::lateEntry(visit, corrected, role, local.rules);
  const bool by_clock = care::lateEntry(visit, now, role, local.rules).has_value();
  return late && by_clock ? Problems{*late} : Problems();
}

absl::StatusOr<Problems> problemsHere(sqlite::Database& database, const v1::Record& record, absl::Time now) {
  LocalChecks checks(database);
  DOORSTEP_TRY(checks.author(record));
  DOORSTEP_TRY(checks.of(record));
  Problems problems = checks.take();
  if (record.has_visit() && problems.empty()) {
    return problemsOfLateEntry(database, record.visit(), now);
  }
  return problems;
}

std::vector<v1::Problem> problemsOfRecord(const v1::Record& record, absl::Time now) {
  std::vector<v1::Problem> problems = care::validate(record, now);
  if (now < absl::FromCivil(absl::CivilYear(care::kEarliestYear), absl::UTCTimeZone())) {
    std::erase_if(problems, [](const v1::Problem& one) { return one.code() == v1::PROBLEM_CODE_DATE_IMPLAUSIBLE; });
  }
  return problems;
}

}  // namespace doorstep::store
