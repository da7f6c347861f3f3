#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/validation.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/import/import_file.h"
#include "sync/service/keys.h"

namespace doorstep::service {
namespace {

const std::map<std::string, std::string>& assignmentColumns() {
  static const std::map<std::string, std::string> map = {
      {"worker_id", "staff_number"}, {"household_id", "household_number"}, {"create", "household_number"}};
  return map;
}

// The assignment of this worker to this household that begins on the same day.
absl::StatusOr<std::optional<v1::Record>> sameBeginning(DistrictWork& work, const v1::Assignment& wanted) {
  DOORSTEP_ASSIGN(const auto stored, work.ledger.find({Index::kAssignmentOfHousehold, wanted.household_id()}));
  for (const StoredRecord& row : stored) {
    DOORSTEP_ASSIGN(v1::Record record, decoded(row));
    const v1::Assignment& assignment = record.assignment();
    if (assignment.worker_id() == wanted.worker_id() &&
        care::civilDay(assignment.from_on()) == care::civilDay(wanted.from_on())) {
      return record;
    }
  }
  return std::nullopt;
}

}  // namespace

absl::StatusOr<v1::ImportRowResult> RowImporter::assignment(std::uint32_t line, const v1::AssignmentRow& row) {
  const Directory::Person* person = commit_.directory().personByStaffNumber(row.staff_number());
  if (person == nullptr) {
    return refusedRow(line, {problem(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "staff_number")});
  }
  if (!caller_.administers(person->district_id)) {
    return refusedRow(line, {problem(v1::PROBLEM_CODE_OUT_OF_SCOPE, "staff_number")});
  }
  OwnReplica& replica = replicaOf(person->district_id);
  DistrictWork& work = replica.work();
  const std::string name =
      absl::StrCat("import assignment ", outside::toHex(replication::sha256(replication::encode(row))));
  DOORSTEP_ASSIGN(const bool known, isKnown(work, name, row));
  if (known) {
    return rowResult(line, v1::IMPORT_OUTCOME_UNCHANGED);
  }
  DOORSTEP_ASSIGN(
      const auto households,
      work.ledger.findIds({Index::kNaturalKey, naturalKey(v1::RECORD_KIND_HOUSEHOLD, row.household_number())}));
  if (households.empty()) {
    return refusedRow(line, {problem(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "household_number")});
  }

  v1::Record record;
  v1::Assignment& assignment = *record.mutable_assignment();
  assignment.set_worker_id(person->worker.id());
  assignment.set_household_id(households.front());
  *assignment.mutable_from_on() = row.has_from_on() ? row.from_on() : care::toDate(work.today());
  if (row.has_until_on()) {
    *assignment.mutable_until_on() = row.until_on();
  }
  DOORSTEP_ASSIGN(const auto existing, sameBeginning(work, assignment));
  assignment.set_id(existing.has_value() ? existing->assignment().id() : commit_.identifiers().next());
  const Problems problems = inColumns(care::validate(record, commit_.now()), assignmentColumns());
  if (!problems.empty()) {
    return refusedRow(line, problems);
  }

  std::optional<v1::Receipt> receipt;
  v1::ImportOutcome outcome = v1::IMPORT_OUTCOME_CREATED;
  if (existing.has_value()) {
    DOORSTEP_ASSIGN(receipt, replica.edit(*existing, record));
    outcome = receipt.has_value() ? v1::IMPORT_OUTCOME_UPDATED : v1::IMPORT_OUTCOME_UNCHANGED;
  } else {
    DOORSTEP_ASSIGN(receipt, replica.create(record));
  }
  if (receipt.has_value() && receipt->outcome() == v1::RECEIPT_OUTCOME_QUARANTINED) {
    return refusedRow(line, inColumns({receipt->problems().begin(), receipt->problems().end()}, assignmentColumns()));
  }
  DOORSTEP_TRY(remember(work, name, row));
  return rowResult(line, outcome);
}

}  // namespace doorstep::service
