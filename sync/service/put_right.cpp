#include "sync/service/put_right.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/service/receipts.h"

namespace doorstep::service {
namespace {

using google::protobuf::Timestamp;

// When a record says that it was written down, and by which field; for a visit that is its end.
struct Said {
  const Timestamp* at = nullptr;
  const char* field = "";
};

Said saidBy(const v1::Record& record) {
  switch (record.body_case()) {
    case v1::Record::kVisit:
      return {record.visit().has_started_at() ? &record.visit().ended_at() : nullptr, "started_at"};
    case v1::Record::kServiceEntry:
      return {&record.service_entry().started_at(), "started_at"};
    case v1::Record::kServiceEntryEvent:
      return {&record.service_entry_event().at(), "at"};
    case v1::Record::kRiskFlag:
      return {&record.risk_flag().opened_at(), "opened_at"};
    case v1::Record::kRestrictedRiskFlag:
      return {&record.restricted_risk_flag().opened_at(), "opened_at"};
    case v1::Record::kRiskEvent:
      return {&record.risk_event().at(), "at"};
    case v1::Record::kRestrictedRiskEvent:
      return {&record.restricted_risk_event().at(), "at"};
    case v1::Record::kLadder:
      return {&record.ladder().started_at(), "started_at"};
    case v1::Record::kLadderEvent:
      return {&record.ladder_event().at(), "at"};
    case v1::Record::kAttachment:
      return {&record.attachment().added_at(), "added_at"};
    default:
      return {};
  }
}

// An unset time says nothing; what is wrong with it is found when the record is judged.
bool saysNothing(const Said& said) {
  return said.at == nullptr || (said.at->seconds() == 0 && said.at->nanos() == 0);
}

void move(Timestamp* at, absl::Duration by) {
  *at = care::toTimestamp(care::toTime(*at) + by);
}

void move(v1::Visit& visit, absl::Duration by) {
  move(visit.mutable_started_at(), by);
  move(visit.mutable_ended_at(), by);
  for (v1::Pause& pause : *visit.mutable_pauses()) {
    move(pause.mutable_from_at(), by);
    move(pause.mutable_until_at(), by);
  }
}

void move(v1::Record& record, absl::Duration by) {
  switch (record.body_case()) {
    case v1::Record::kVisit:
      return move(*record.mutable_visit(), by);
    case v1::Record::kServiceEntry:
      return move(record.mutable_service_entry()->mutable_started_at(), by);
    case v1::Record::kServiceEntryEvent:
      return move(record.mutable_service_entry_event()->mutable_at(), by);
    case v1::Record::kRiskFlag:
      return move(record.mutable_risk_flag()->mutable_opened_at(), by);
    case v1::Record::kRestrictedRiskFlag:
      return move(record.mutable_restricted_risk_flag()->mutable_opened_at(), by);
    case v1::Record::kRiskEvent:
      return move(record.mutable_risk_event()->mutable_at(), by);
    case v1::Record::kRestrictedRiskEvent:
      return move(record.mutable_restricted_risk_event()->mutable_at(), by);
    case v1::Record::kLadder:
      return move(record.mutable_ladder()->mutable_started_at(), by);
    case v1::Record::kLadderEvent:
      return move(record.mutable_ladder_event()->mutable_at(), by);
    case v1::Record::kAttachment:
      return move(record.mutable_attachment()->mutable_added_at(), by);
    default:
      return;
  }
}

const std::string& visitIdOf(const v1::Record& record) {
  static const std::string none;
  switch (record.body_case()) {
    case v1::Record::kServiceEntry:
      return record.service_entry().visit_id();
    case v1::Record::kRiskFlag:
      return record.risk_flag().visit_id();
    case v1::Record::kRestrictedRiskFlag:
      return record.restricted_risk_flag().visit_id();
    case v1::Record::kLadder:
      return record.ladder().visit_id();
    case v1::Record::kAttachment:
      return record.attachment().visit_id();
    default:
      return none;
  }
}

v1::Problem note(const char* field, std::vector<std::string> details) {
  v1::Problem found = problem(v1::PROBLEM_CODE_TIME_UNCERTAIN, field);
  for (std::string& detail : details) {
    found.add_details(std::move(detail));
  }
  return found;
}

std::string dayText(absl::Time at, absl::TimeZone zone) {
  return absl::FormatTime("%Y-%m-%d", at, zone);
}

PutRight moved(const v1::Record& record, absl::Duration by, const char* confidence,
               const replication::MadeWithin& made) {
  PutRight result{record, {}};
  move(result.record, by);
  result.note =
      note(saidBy(record).field, {confidence, absl::FormatTime(absl::RFC3339_sec, made.from, absl::UTCTimeZone()),
                                  absl::FormatTime(absl::RFC3339_sec, made.until, absl::UTCTimeZone())});
  return result;
}

// A typed day has no time of day that a clock could have given.
bool isTypedDay(const v1::Record& record) {
  return record.visit().precision() == v1::PRECISION_DAY || record.service_entry().precision() == v1::PRECISION_DAY;
}

void keepDayOnly(v1::Record& record) {
  if (record.has_visit()) {
    record.mutable_visit()->set_precision(v1::PRECISION_DAY);
  } else if (record.has_service_entry()) {
    record.mutable_service_entry()->set_precision(v1::PRECISION_DAY);
  }
}

absl::StatusOr<absl::Time> timeOfItsVisit(const DistrictWork& work, const v1::Record& record, absl::Time otherwise) {
  const std::string& visit_id = visitIdOf(record);
  if (visit_id.empty()) {
    return otherwise;
  }
  DOORSTEP_ASSIGN(const auto visit, work.find(visit_id, v1::RECORD_KIND_VISIT));
  return visit.has_value() ? care::toTime(visit->visit().started_at()) : otherwise;
}

}  // namespace

absl::StatusOr<TimeFinding> findTime(const DistrictWork& work, const v1::Change& change,
                                     const Circumstances& circumstances) {
  if (!change.has_stamp() || circumstances.vouched || isTypedDay(change.create())) {
    return TimeFinding();
  }
  const Said what = saidBy(change.create());
  if (saysNothing(what)) {
    return TimeFinding();
  }
  const replication::MadeWithin& made = circumstances.made;
  const absl::Time said = care::toTime(*what.at);
  const replication::Placement placement = replication::placeInTime(change.stamp(), made, said, work.zone());
  TimeFinding finding;
  switch (placement.placing) {
    case replication::Placing::kAsSaid:
      break;
    case replication::Placing::kMoved:
      finding.put_right = moved(change.create(), placement.by, made.measured ? "MEASURED" : "BOUNDED", made);
      break;
    case replication::Placing::kDay:
      finding.put_right = moved(change.create(), placement.by, "DAY", made);
      keepDayOnly(finding.put_right->record);
      break;
    case replication::Placing::kUncertain: {
      if (change.create().has_visit()) {
        finding.uncertain = note(what.field, {dayText(said, work.zone()), dayText(made.from, work.zone()),
                                              dayText(made.until, work.zone())});
        break;
      }
      DOORSTEP_ASSIGN(const absl::Time at, timeOfItsVisit(work, change.create(), made.until));
      finding.put_right = moved(change.create(), at - said, "BOUNDED", made);
      break;
    }
  }
  return finding;
}

}  // namespace doorstep::service
