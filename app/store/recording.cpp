#include "app/store/recording.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "app/store/local_checks.h"
#include "app/store/local_rules.h"
#include "app/store/open_risks.h"
#include "app/store/visit_clock.h"
#include "app/store/visit_ladders.h"
#include "sync/care/risk_lifecycle.h"
#include "sync/outside/attempt.h"
#include "sync/replication/digest.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

// What a draft is made of, with where each part stands in it.
std::vector<std::pair<std::string, v1::Record>> partsOf(const v1::VisitDraft& draft) {
  std::vector<std::pair<std::string, v1::Record>> parts(1);
  *parts[0].second.mutable_visit() = draft.visit();
  for (int i = 0; i < draft.services_size(); ++i) {
    *parts.emplace_back(absl::StrCat("services[", i, "]."), v1::Record()).second.mutable_service_entry() =
        draft.services(i);
  }
  for (int i = 0; i < draft.risks_size(); ++i) {
    v1::Record& record = parts.emplace_back(absl::StrCat("risks[", i, "]."), v1::Record()).second;
    (care::isRestricted(draft.risks(i).kind()) ? *record.mutable_restricted_risk_flag() : *record.mutable_risk_flag()) =
        draft.risks(i);
  }
  return parts;
}

v1::ChangeClass classOf(const v1::Record& record) {
  return replication::classOf(replication::kindOf(record));
}

}  // namespace

absl::StatusOr<SaveResult> Recording::saveVisit(const v1::VisitDraft& offered) {
  SaveResult result;
  DOORSTEP_ASSIGN(result.already_saved, exists(v1::RECORD_KIND_VISIT, offered.visit().id()));
  if (result.already_saved) {
    return result;
  }
  DOORSTEP_ASSIGN(const v1::VisitDraft draft, mended(offered));
  // A clock set during the visit makes it neither late nor of the future.
  const absl::Time now = draft.has_begun() ? visitNow(draft.begun(), clock_) : clock_.now();
  const auto parts = partsOf(draft);
  for (const auto& [place, record] : parts) {
    for (v1::Problem& found : problemsOfRecord(record, now)) {
      found.set_field(place + found.field());
      result.problems.push_back(std::move(found));
    }
  }
  if (result.problems.empty()) {
    DOORSTEP_ASSIGN(result.problems, problemsOfLateEntry(database_, draft.visit(), now));
  }
  if (!result.problems.empty()) {
    return result;
  }
  for (const auto& [place, record] : parts) {
    DOORSTEP_TRY(create(record));
  }
  DOORSTEP_ASSIGN(result.ladder_ids, followLadders(draft));
  DOORSTEP_TRY(drafts_.discard(draft.visit().household_id()));
  return result;
}

absl::Status Recording::keepDraft(v1::VisitDraft draft) {
  DOORSTEP_ASSIGN(const std::optional<v1::VisitDraft> kept, drafts_.of(draft.visit().household_id()));
  if (kept && kept->visit().id() == draft.visit().id() && kept->has_begun()) {
    *draft.mutable_begun() = kept->begun();
  } else if (!draft.has_begun()) {
    *draft.mutable_begun() = stampOf(clock_);
  }
  return drafts_.keep(draft);
}

// The clocks of its beginning are those that were kept with the first draft.
absl::StatusOr<v1::VisitDraft> Recording::mended(v1::VisitDraft draft) {
  if (!draft.has_begun()) {
    DOORSTEP_ASSIGN(const std::optional<v1::VisitDraft> kept, drafts_.of(draft.visit().household_id()));
    if (kept && kept->visit().id() == draft.visit().id() && kept->has_begun()) {
      *draft.mutable_begun() = kept->begun();
    }
  }
  mendTimes(draft, clock_);
  return draft;
}

absl::StatusOr<std::vector<std::string>> Recording::followLadders(const v1::VisitDraft& draft) {
  DOORSTEP_ASSIGN(const LocalRules local, localRules(database_));
  DOORSTEP_ASSIGN(const std::vector<v1::Record> records, ladderRecordsOf(database_, draft, local));
  std::vector<std::string> ids;
  for (const v1::Record& record : records) {
    const std::string& ladder = record.has_ladder() ? record.ladder().id() : record.ladder_event().ladder_id();
    if (record.ladder_event().result() != v1::LADDER_RESULT_ACCOUNTED_FOR &&
        std::find(ids.begin(), ids.end(), ladder) == ids.end()) {
      ids.push_back(ladder);
    }
    DOORSTEP_TRY(create(record));
  }
  return ids;
}

absl::StatusOr<SaveResult> Recording::append(const v1::Record& offered) {
  SaveResult result;
  DOORSTEP_ASSIGN(const v1::Record record, inItsClass(offered));
  const v1::ChangeClass change_class = classOf(record);
  if (change_class == v1::CHANGE_CLASS_DERIVED || change_class == v1::CHANGE_CLASS_UNSPECIFIED) {
    result.problems.push_back(problem(v1::PROBLEM_CODE_DEVICE_ONLY_SERVICE, ""));
    return result;
  }
  DOORSTEP_ASSIGN(result.already_saved, exists(replication::kindOf(record), replication::idOf(record)));
  if (result.already_saved) {
    return result;
  }
  result.problems = problemsOfRecord(record, clock_.now());
  if (result.problems.empty()) {
    DOORSTEP_ASSIGN(result.problems, problemsHere(database_, record, clock_.now()));
  }
  if (!result.problems.empty()) {
    return result;
  }
  DOORSTEP_TRY(create(record));
  if (record.has_visit()) {
    v1::VisitDraft draft;
    *draft.mutable_visit() = record.visit();
    DOORSTEP_ASSIGN(result.ladder_ids, followLadders(draft));
  }
  return result;
}

absl::StatusOr<bool> Recording::exists(v1::RecordKind kind, const std::string& id) {
  DOORSTEP_ASSIGN(const std::optional<StoredRecord> held, records_.find(kind, id));
  return held ? absl::StatusOr<bool>(true) : outgoing_.hasCreated(kind, id);
}

absl::Status Recording::create(const v1::Record& record) {
  StoredRecord stored;
  stored.kind = replication::kindOf(record);
  stored.id = replication::idOf(record);
  stored.household = replication::householdOf(record);
  stored.content = replication::encode(record);
  stored.month = replication::digestMonth(record);
  DOORSTEP_ASSIGN(const std::string elder, elderOf(record));
  if (stored.household.empty()) {  // it names only its elder
    DOORSTEP_ASSIGN(const std::optional<StoredRecord> known, records_.find(v1::RECORD_KIND_ELDER, elder));
    stored.household = known ? known->household : std::string();
  }
  DOORSTEP_TRY(records_.put(stored, parentOf(record), nullptr, tables_.digests()));
  DOORSTEP_TRY(tables_.put(record));
  v1::Change change;
  *change.mutable_create() = record;
  return outgoing_.add(std::move(change), {stored.kind, stored.id, stored.household, elder});
}

// A flag of a kind that few may see, and every event of one, is of a kind of its own.
absl::StatusOr<v1::Record> Recording::inItsClass(const v1::Record& record) {
  v1::Record out;
  if (record.has_risk_flag() && care::isRestricted(record.risk_flag().kind())) {
    *out.mutable_restricted_risk_flag() = record.risk_flag();
    return out;
  }
  if (record.has_risk_event()) {
    DOORSTEP_ASSIGN(const std::optional<FoldedRisk> risk, readRisk(database_, record.risk_event().flag_id()));
    if (risk && risk->restricted) {
      *out.mutable_restricted_risk_event() = record.risk_event();
      return out;
    }
  }
  return record;
}

absl::StatusOr<std::string> Recording::elderOf(const v1::Record& record) {
  switch (record.body_case()) {
    case v1::Record::kElder:
      return record.elder().id();
    case v1::Record::kVisit:
      return record.visit().contacts().empty() ? std::string() : record.visit().contacts(0).elder_id();
    case v1::Record::kServiceEntry:
      return record.service_entry().elder_id();
    case v1::Record::kRiskEvent:
    case v1::Record::kRestrictedRiskEvent: {
      DOORSTEP_ASSIGN(const std::optional<FoldedRisk> risk, readRisk(database_, replication::headerOf(record)));
      return risk ? risk->flag.elder_id() : std::string();
    }
    case v1::Record::kServiceEntryEvent: {
      DOORSTEP_ASSIGN(const std::optional<v1::Record> entry,
                      records_.get(v1::RECORD_KIND_SERVICE_ENTRY, replication::headerOf(record)));
      return entry ? entry->service_entry().elder_id() : std::string();
    }
    case v1::Record::kLadderEvent: {
      DOORSTEP_ASSIGN(const std::optional<v1::Record> ladder,
                      records_.get(v1::RECORD_KIND_LADDER, replication::headerOf(record)));
      return ladder ? ladder->ladder().elder_id() : std::string();
    }
    case v1::Record::kAttachment:
      return record.attachment().elder_id();
    case v1::Record::kContact:
    case v1::Record::kLadder:
    case v1::Record::kElderIdentity:
    case v1::Record::kRiskFlag:
    case v1::Record::kRestrictedRiskFlag:
      return parentOf(record);
    default:
      return std::string();
  }
}

}  // namespace doorstep::store
