#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/validation.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/replication/body.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/import/import_file.h"
#include "sync/service/keys.h"

// Rows of what every tablet of a district holds: duties, facilities, targets, programmes.
namespace doorstep::service {
namespace {

using Columns = std::map<std::string, std::string>;

absl::StatusOr<std::optional<v1::Record>> underKey(DistrictWork& work, const std::string& key) {
  if (key.empty()) {
    return std::nullopt;
  }
  DOORSTEP_ASSIGN(const auto found, work.ledger.find({Index::kNaturalKey, key}));
  if (found.empty()) {
    return std::nullopt;
  }
  DOORSTEP_ASSIGN(v1::Record record, decoded(found.front()));
  return record;
}

// Every kind of record has its id under this name.
void setIdentifier(v1::Record& record, const std::string& id) {
  google::protobuf::Message* body = replication::mutableBodyOf(record);
  body->GetReflection()->SetString(body, body->GetDescriptor()->FindFieldByName("id"), id);
}

template <typename Row, typename Body>
void takePeriod(const Row& row, Body& body) {
  if (row.has_from_on()) {
    *body.mutable_from_on() = row.from_on();
  }
  if (row.has_until_on()) {
    *body.mutable_until_on() = row.until_on();
  }
}

}  // namespace

absl::StatusOr<v1::ImportRowResult> RowImporter::keep(OwnReplica& replica, std::uint32_t line,
                                                      const google::protobuf::MessageLite& row, v1::Record wanted,
                                                      const Columns& columns) {
  DistrictWork& work = replica.work();
  const std::string key = naturalKeyOf(wanted);
  const std::string name = absl::StrCat("import row ", outside::toHex(replication::sha256(key)));
  DOORSTEP_ASSIGN(const bool known, isKnown(work, name, row));
  if (known && !key.empty()) {
    return rowResult(line, v1::IMPORT_OUTCOME_UNCHANGED);
  }
  DOORSTEP_ASSIGN(const auto standing, underKey(work, key));
  setIdentifier(wanted, standing.has_value() ? replication::idOf(*standing) : commit_.identifiers().next());
  if (standing.has_value() && wanted.has_facility()) {
    wanted.mutable_facility()->set_operator_id(standing->facility().operator_id());  // no column of the file
  }
  const Problems problems = inColumns(care::validate(wanted, commit_.now()), columns);
  if (!problems.empty()) {
    return refusedRow(line, problems);
  }
  v1::ImportOutcome outcome = v1::IMPORT_OUTCOME_CREATED;
  std::optional<v1::Receipt> receipt;
  if (standing.has_value()) {
    DOORSTEP_ASSIGN(receipt, replica.edit(*standing, wanted));
    outcome = receipt.has_value() ? v1::IMPORT_OUTCOME_UPDATED : v1::IMPORT_OUTCOME_UNCHANGED;
  } else {
    DOORSTEP_ASSIGN(receipt, replica.create(wanted));
  }
  if (receipt.has_value() && receipt->outcome() == v1::RECEIPT_OUTCOME_QUARANTINED) {
    return refusedRow(line, inColumns({receipt->problems().begin(), receipt->problems().end()}, columns));
  }
  DOORSTEP_TRY(remember(work, name, row));
  return rowResult(line, outcome);
}

absl::StatusOr<v1::ImportRowResult> RowImporter::duty(std::uint32_t line, const v1::DutyRow& row) {
  static const Columns columns = {{"area_id", "area_code"}, {"create", "name"}};
  const Directory::Place* place = commit_.directory().placeByCode(row.area_code());
  if (const Problems problems = placeProblems(place, row.area_code(), "area_code"); !problems.empty()) {
    return refusedRow(line, problems);
  }
  v1::Record wanted;
  v1::DutyRoster& duty = *wanted.mutable_duty_roster();
  duty.set_area_id(place->area.id());
  duty.set_kind(row.kind());
  duty.set_name(row.name());
  duty.set_phone(row.phone());
  *duty.mutable_weekdays() = row.weekdays();
  duty.set_from_minute(row.from_minute());
  duty.set_until_minute(row.until_minute());
  takePeriod(row, duty);
  return keep(replicaOf(place->district_id), line, row, std::move(wanted), columns);
}

absl::StatusOr<v1::ImportRowResult> RowImporter::facility(std::uint32_t line, const v1::FacilityRow& row) {
  static const Columns columns = {{"area_id", "area_code"}, {"create", "code"}};
  const Directory::Place* place = commit_.directory().placeByCode(row.area_code());
  if (const Problems problems = placeProblems(place, row.area_code(), "area_code"); !problems.empty()) {
    return refusedRow(line, problems);
  }
  v1::Record wanted;
  v1::Facility& facility = *wanted.mutable_facility();
  facility.set_code(row.code());
  facility.set_kind(row.kind());
  facility.set_name(row.name());
  facility.set_area_id(place->area.id());
  if (row.has_verified_on()) {
    *facility.mutable_verified_on() = row.verified_on();
  }
  if (row.has_signed_on()) {
    *facility.mutable_signed_on() = row.signed_on();
  }
  if (row.has_closed_on()) {
    *facility.mutable_closed_on() = row.closed_on();
  }
  return keep(replicaOf(place->district_id), line, row, std::move(wanted), columns);
}

absl::StatusOr<v1::ImportRowResult> RowImporter::target(std::uint32_t line, const v1::TargetRow& row) {
  static const Columns columns = {
      {"area_id", "area_code"}, {"programme_id", "programme_code"}, {"create", "indicator"}};
  const Directory::Place* place = commit_.directory().placeByCode(row.area_code());
  if (const Problems problems = placeProblems(place, row.area_code(), "area_code"); !problems.empty()) {
    return refusedRow(line, problems);
  }
  OwnReplica& replica = replicaOf(place->district_id);
  v1::Record wanted;
  v1::Target& target = *wanted.mutable_target();
  target.set_indicator(row.indicator());
  target.set_area_id(place->area.id());
  takePeriod(row, target);
  target.set_value(row.value());
  target.set_document(row.document());
  if (!row.programme_code().empty()) {
    DOORSTEP_ASSIGN(const auto programme,
                    underKey(replica.work(), naturalKey(v1::RECORD_KIND_PROGRAMME, row.programme_code())));
    if (!programme.has_value()) {
      return refusedRow(line, {problem(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "programme_code")});
    }
    target.set_programme_id(programme->programme().id());
  }
  // A day that is none has no key.
  if (row.has_from_on() && !care::isValid(row.from_on())) {
    return refusedRow(line, {problem(v1::PROBLEM_CODE_MALFORMED, "from_on")});
  }
  return keep(replica, line, row, std::move(wanted), columns);
}

absl::StatusOr<v1::ImportRowResult> RowImporter::programme(std::uint32_t line, const v1::ProgrammeRow& row) {
  static const Columns columns = {{"contractor_id", "contractor_code"}, {"create", "code"}};
  const std::string district = usualDistrict();
  if (district == commons()) {
    return refusedRow(line, {problem(v1::PROBLEM_CODE_UNKNOWN_AREA, "code")});
  }
  if (row.code().empty()) {
    return refusedRow(line, {problem(v1::PROBLEM_CODE_MISSING, "code")});
  }
  OwnReplica& replica = replicaOf(district);
  v1::Record wanted;
  v1::Programme& programme = *wanted.mutable_programme();
  programme.set_code(row.code());
  programme.set_name(row.name());
  takePeriod(row, programme);
  // Judged before its contractor is made, so that a row with a problem leaves nothing behind.
  setIdentifier(wanted, commit_.identifiers().next());
  Problems problems = inColumns(care::validate(wanted, commit_.now()), columns);
  std::optional<v1::Record> contractor;
  if (row.contractor_code().empty()) {
    if (!row.contractor_name().empty()) {
      problems.push_back(problem(v1::PROBLEM_CODE_MISSING, "contractor_code"));
    }
  } else {
    DOORSTEP_ASSIGN(contractor,
                    underKey(replica.work(), naturalKey(v1::RECORD_KIND_ORGANISATION, row.contractor_code())));
  }
  const bool is_new = !row.contractor_code().empty() && !contractor.has_value();
  if (is_new) {
    v1::Organisation& organisation = *contractor.emplace().mutable_organisation();
    organisation.set_id(commit_.identifiers().next());
    organisation.set_code(row.contractor_code());
    organisation.set_name(row.contractor_name());
    const Problems own = inColumns(care::validate(*contractor, commit_.now()),
                                   {{"name", "contractor_name"}, {"code", "contractor_code"}});
    problems.insert(problems.end(), own.begin(), own.end());
  }
  if (!problems.empty()) {
    return refusedRow(line, problems);
  }
  if (is_new) {
    DOORSTEP_ASSIGN(const v1::Receipt receipt, replica.create(*contractor));
    if (receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED) {
      return refusedRow(line, {problem(receipt.problems(0).code(), "contractor_code")});
    }
  }
  if (contractor.has_value()) {
    programme.set_contractor_id(contractor->organisation().id());
  }
  return keep(replica, line, row, std::move(wanted), columns);
}

}  // namespace doorstep::service
