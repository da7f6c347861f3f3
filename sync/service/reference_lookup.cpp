#include "sync/service/reference_lookup.h"

#include <algorithm>

#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::service {

absl::Status ReferenceLookup::header(const std::string& id, v1::RecordKind kind, const std::string& household,
                                     std::string_view field) {
  DOORSTEP_ASSIGN(const auto found, work_.find(id, kind));
  if (!found.has_value()) {
    report(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, field);
    return absl::OkStatus();
  }
  const std::string of_header = replication::householdOf(*found);
  if (of_header != household && !(household.empty() && of_header == replication::directoryHousehold())) {
    report(v1::PROBLEM_CODE_OUT_OF_SCOPE, "household_id");
  }
  return absl::OkStatus();
}

absl::Status ReferenceLookup::visitOf(const std::string& visit_id, const std::string& household) {
  if (visit_id.empty()) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(const auto visit, work_.find(visit_id, v1::RECORD_KIND_VISIT));
  if (!visit.has_value()) {
    report(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "visit_id");
  } else if (visit->visit().household_id() != household) {
    report(v1::PROBLEM_CODE_OUT_OF_SCOPE, "visit_id");
  }
  return absl::OkStatus();
}

absl::Status ReferenceLookup::elderAt(const std::string& elder_id, const std::string& household,
                                      std::string_view field) {
  DOORSTEP_ASSIGN(const v1::Record* elder, work_.cache.find(elder_id, v1::RECORD_KIND_ELDER));
  if (elder == nullptr) {
    report(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, field);
    return absl::OkStatus();
  }
  const auto& spans = elder->elder().residences();
  if (std::none_of(spans.begin(), spans.end(),
                   [&household](const v1::ResidenceSpan& span) { return span.household_id() == household; })) {
    report(v1::PROBLEM_CODE_OUT_OF_SCOPE, field);
  }
  return absl::OkStatus();
}

absl::Status ReferenceLookup::named(const std::string& id, v1::RecordKind kind, std::string_view field) {
  return id.empty() ? absl::OkStatus() : needs(id, kind, field);
}

absl::Status ReferenceLookup::needs(const std::string& id, v1::RecordKind kind, std::string_view field) {
  DOORSTEP_ASSIGN(const v1::Record* record, work_.cache.find(id, kind));
  if (record == nullptr) {
    report(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, field);
  }
  return absl::OkStatus();
}

void ReferenceLookup::area(const std::string& id, std::string_view field) {
  const Directory::Place* place = work_.directory.place(id);
  if (place == nullptr || place->district_id != work_.district_id) {
    report(v1::PROBLEM_CODE_UNKNOWN_AREA, field);
  }
}

void ReferenceLookup::worker(const std::string& id, std::string_view field) {
  const Directory::Person* person = work_.directory.person(id);
  if (person == nullptr || person->district_id != work_.district_id) {
    report(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, field);
  }
}

void ReferenceLookup::report(v1::ProblemCode code, std::string_view field) {
  v1::Problem& problem = problems_.emplace_back();
  problem.set_code(code);
  problem.set_field(std::string(field));
}

}  // namespace doorstep::service
