#include <algorithm>

#include "absl/strings/str_cat.h"
#include "sync/care/validation.h"
#include "sync/outside/attempt.h"
#include "sync/service/import/import_file.h"

namespace doorstep::service {
namespace {

const std::map<std::string, std::string>& workerColumns() {
  static const std::map<std::string, std::string> map = {
      {"area_ids", "area_codes"}, {"supervisor_id", "supervisor_staff_number"}, {"create", "staff_number"}};
  return map;
}

// The district of the worker's areas; without any that of the supervisor, or the one that is served.
std::string districtOf(const Directory& directory, const v1::WorkerRow& row, const Directory::Person* existing,
                       const std::string& usual) {
  for (const std::string& code : row.area_codes()) {
    if (const Directory::Place* place = directory.placeByCode(code)) {
      return place->district_id;
    }
  }
  if (existing != nullptr) {
    return existing->district_id;
  }
  if (const Directory::Person* supervisor = directory.personByStaffNumber(row.supervisor_staff_number())) {
    return supervisor->district_id;
  }
  return usual;
}

bool operates(const google::protobuf::RepeatedField<int>& roles) {
  return std::find(roles.begin(), roles.end(), v1::ROLE_OPERATOR) != roles.end();
}

}  // namespace

absl::StatusOr<v1::ImportRowResult> RowImporter::worker(std::uint32_t line, const v1::WorkerRow& row) {
  const Directory& directory = commit_.directory();
  const Directory::Person* existing = directory.personByStaffNumber(row.staff_number());
  const std::string district = districtOf(directory, row, existing, usualDistrict());
  Problems problems;
  if (district == commons()) {
    problems.push_back(
        problem(row.area_codes().empty() ? v1::PROBLEM_CODE_MISSING : v1::PROBLEM_CODE_UNKNOWN_AREA, "area_codes"));
    return refusedRow(line, problems);
  }
  const bool of_another = existing != nullptr && !caller_.administers(existing->district_id);
  if (!caller_.administers(district) || of_another) {
    return refusedRow(line, {problem(v1::PROBLEM_CODE_OUT_OF_SCOPE, of_another ? "staff_number" : "area_codes")});
  }
  if (!caller_.has(v1::ROLE_OPERATOR) &&
      (operates(row.roles()) || (existing != nullptr && operates(existing->worker.roles())))) {
    return refusedRow(line, {problem(v1::PROBLEM_CODE_NOT_PERMITTED, "roles")});
  }
  OwnReplica& replica = replicaOf(district);
  const std::string name = absl::StrCat("import worker ", row.staff_number());
  DOORSTEP_ASSIGN(const bool known, isKnown(replica.work(), name, row));
  if (known) {
    return rowResult(line, v1::IMPORT_OUTCOME_UNCHANGED);
  }

  v1::Record record;
  v1::Worker& worker = *record.mutable_worker();
  if (existing != nullptr) {
    worker = existing->worker;
  } else {
    worker.set_id(commit_.identifiers().next());
  }
  worker.set_staff_number(row.staff_number());
  worker.set_name(row.name());
  *worker.mutable_roles() = row.roles();
  worker.set_occupation(row.occupation());
  worker.set_phone(row.phone());
  worker.clear_area_ids();
  for (const std::string& code : row.area_codes()) {
    const Directory::Place* place = directory.placeByCode(code);
    if (place == nullptr || place->district_id != district) {
      problems.push_back(problem(v1::PROBLEM_CODE_UNKNOWN_AREA, "area_codes"));
    } else {
      worker.add_area_ids(place->area.id());
    }
  }
  worker.clear_supervisor_id();
  if (!row.supervisor_staff_number().empty()) {
    const Directory::Person* supervisor = directory.personByStaffNumber(row.supervisor_staff_number());
    if (supervisor == nullptr) {
      problems.push_back(problem(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "supervisor_staff_number"));
    } else {
      worker.set_supervisor_id(supervisor->worker.id());
    }
  }
  const Problems own = inColumns(care::validate(record, commit_.now()), workerColumns());
  problems.insert(problems.end(), own.begin(), own.end());
  if (!problems.empty()) {
    return refusedRow(line, problems);
  }

  v1::ImportOutcome outcome = v1::IMPORT_OUTCOME_CREATED;
  std::optional<v1::Receipt> receipt;
  if (existing == nullptr) {
    DOORSTEP_ASSIGN(receipt, replica.create(record));
  } else {
    v1::Record before;
    *before.mutable_worker() = existing->worker;
    DOORSTEP_ASSIGN(receipt, replica.edit(before, record));
    outcome = receipt.has_value() ? v1::IMPORT_OUTCOME_UPDATED : v1::IMPORT_OUTCOME_UNCHANGED;
  }
  if (receipt.has_value() && receipt->outcome() == v1::RECEIPT_OUTCOME_QUARANTINED) {
    return refusedRow(line, inColumns({receipt->problems().begin(), receipt->problems().end()}, workerColumns()));
  }
  DOORSTEP_TRY(remember(replica.work(), name, row));
  return rowResult(line, outcome);
}

}  // namespace doorstep::service
