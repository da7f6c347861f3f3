#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/validation.h"
#include "sync/outside/attempt.h"
#include "sync/service/import/elder_records.h"
#include "sync/service/import/import_file.h"
#include "sync/service/keys.h"

namespace doorstep::service {
namespace {

const std::map<std::string, std::string>& elderColumns() {
  static const std::map<std::string, std::string> map = {{"kinds", "kinds"},
                                                         {"tiers", "tier"},
                                                         {"statuses", "status_from_on"},
                                                         {"residences", "household_number"},
                                                         {"area_id", "area_code"},
                                                         {"birth_on", "id_number"},
                                                         {"create", "file_number"},
                                                         {"edit", "file_number"}};
  return map;
}

// Days that everything else of a row rests on.
Problems dayProblems(const v1::ElderRow& row) {
  Problems problems;
  if (!row.has_care_from_on()) {
    problems.push_back(problem(v1::PROBLEM_CODE_MISSING, "care_from_on"));
  } else if (!care::isValid(row.care_from_on())) {
    problems.push_back(problem(v1::PROBLEM_CODE_MALFORMED, "care_from_on"));
  }
  if (row.has_status_from_on() && !care::isValid(row.status_from_on())) {
    problems.push_back(problem(v1::PROBLEM_CODE_MALFORMED, "status_from_on"));
  }
  return problems;
}

// A record that stands, or is to be made, and what it is to become.
struct Wanted {
  std::optional<v1::Record> before;
  v1::Record record;
};

// One row of the roster: everything is looked up and judged first, then written, so that a row with a
// problem leaves nothing behind.
class ElderRowImport {
 public:
  ElderRowImport(OwnReplica& replica, const v1::ElderRow& row, std::string area_id)
      : replica_(replica), work_(replica.work()), row_(row), area_id_(std::move(area_id)) {}

  absl::Status prepare() {
    DOORSTEP_TRY(prepareHousehold());
    DOORSTEP_TRY(prepareElder());
    DOORSTEP_TRY(prepareIdentity());
    DOORSTEP_TRY(prepareFamily());
    return prepareVisits();
  }
  const Problems& problems() const { return problems_; }

  // What became of it: created when the elder is new.
  absl::StatusOr<v1::ImportOutcome> write() {
    bool changed = false;
    for (const Wanted& wanted : wanted_) {
      std::optional<v1::Receipt> receipt;
      if (wanted.before.has_value()) {
        DOORSTEP_ASSIGN(receipt, replica_.edit(*wanted.before, wanted.record));
      } else {
        DOORSTEP_ASSIGN(receipt, replica_.create(wanted.record));
      }
      changed = changed || receipt.has_value();
      if (receipt.has_value() && receipt->outcome() == v1::RECEIPT_OUTCOME_QUARANTINED) {
        add(inColumns({receipt->problems().begin(), receipt->problems().end()}, elderColumns()));
      }
    }
    if (is_new_) {
      return v1::IMPORT_OUTCOME_CREATED;
    }
    return changed ? v1::IMPORT_OUTCOME_UPDATED : v1::IMPORT_OUTCOME_UNCHANGED;
  }

 private:
  absl::StatusOr<std::optional<v1::Record>> byKey(v1::RecordKind kind, const std::string& text) {
    const std::string key = naturalKey(kind, text);
    if (key.empty()) {
      return std::nullopt;
    }
    DOORSTEP_ASSIGN(const auto found, work_.ledger.find({Index::kNaturalKey, key}));
    if (found.empty()) {
      return std::nullopt;
    }
    DOORSTEP_ASSIGN(v1::Record record, decoded(found.front()));
    return record;
  }

  void add(Problems problems) { problems_.insert(problems_.end(), problems.begin(), problems.end()); }
  void judge(const v1::Record& record, const std::map<std::string, std::string>& columns) {
    add(inColumns(care::validate(record, work_.now), columns));
  }

  absl::Status prepareHousehold() {
    DOORSTEP_ASSIGN(const auto existing, byKey(v1::RECORD_KIND_HOUSEHOLD, householdNumberOf(row_)));
    Wanted wanted{existing, existing.value_or(v1::Record())};
    v1::Household& household = *wanted.record.mutable_household();
    if (!existing.has_value()) {
      household.set_id(work_.identifiers.next());
    }
    fillHousehold(row_, area_id_, household);
    household_id_ = household.id();
    judge(wanted.record, elderColumns());
    wanted_.push_back(std::move(wanted));
    return absl::OkStatus();
  }

  absl::Status prepareElder() {
    DOORSTEP_ASSIGN(const auto existing, byKey(v1::RECORD_KIND_ELDER, row_.file_number()));
    Wanted wanted{existing, existing.value_or(v1::Record())};
    v1::Elder& elder = *wanted.record.mutable_elder();
    is_new_ = !existing.has_value();
    if (is_new_) {
      elder.set_id(work_.identifiers.next());
    }
    fillElder(row_, household_id_, work_.today(), elder);
    elder_id_ = elder.id();
    judge(wanted.record, elderColumns());
    wanted_.push_back(std::move(wanted));
    return absl::OkStatus();
  }

  absl::Status prepareIdentity() {
    if (row_.id_number().empty()) {
      return absl::OkStatus();
    }
    DOORSTEP_ASSIGN(const auto same, byKey(v1::RECORD_KIND_ELDER_IDENTITY, row_.id_number()));
    if (same.has_value() && same->elder_identity().elder_id() != elder_id_) {
      add({problem(v1::PROBLEM_CODE_DUPLICATE_IDENTITY, "id_number")});
      return absl::OkStatus();
    }
    DOORSTEP_ASSIGN(const auto of_elder, work_.ledger.find({Index::kIdentityOfElder, elder_id_}));
    Wanted wanted;
    if (!of_elder.empty()) {
      DOORSTEP_ASSIGN(wanted.before, decoded(of_elder.front()));
      wanted.record = *wanted.before;
    } else {
      wanted.record.mutable_elder_identity()->set_id(work_.identifiers.next());
    }
    wanted.record.mutable_elder_identity()->set_elder_id(elder_id_);
    fillIdentity(row_, *wanted.record.mutable_elder_identity());
    judge(wanted.record, elderColumns());
    wanted_.push_back(std::move(wanted));
    return absl::OkStatus();
  }

  absl::Status prepareFamily() {
    DOORSTEP_ASSIGN(const auto stored, work_.ledger.find({Index::kContactOfElder, elder_id_}));
    std::vector<v1::Record> known;
    for (const StoredRecord& contact : stored) {
      DOORSTEP_ASSIGN(known.emplace_back(), decoded(contact));
    }
    for (int index = 0; index < row_.family_size(); ++index) {
      const v1::FamilyRow& person = row_.family(index);
      Wanted wanted;
      for (const v1::Record& contact : known) {
        if (contact.contact().name() == person.name()) {
          wanted.before = contact;
          wanted.record = contact;
        }
      }
      v1::Contact& contact = *wanted.record.mutable_contact();
      if (!wanted.before.has_value()) {
        contact.set_id(work_.identifiers.next());
        contact.set_elder_id(elder_id_);
      }
      contact.set_household_id(household_id_);
      fillContact(person, contact);
      judge(wanted.record, {{"", absl::StrCat("family[", index, "]")}});
      wanted_.push_back(std::move(wanted));
    }
    return absl::OkStatus();
  }

  absl::Status prepareVisits() {
    std::map<std::string, std::size_t> ordinals;
    for (int index = 0; index < row_.contacts_size(); ++index) {
      const v1::RosterContact& contact = row_.contacts(index);
      const std::string column = absl::StrCat("contacts[", index, "]");
      const Directory::Person* person = work_.directory.personByStaffNumber(contact.staff_number());
      if (person == nullptr || person->district_id != work_.district_id) {
        add({problem(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, column + ".staff_number")});
        continue;
      }
      if (!care::isValid(contact.on())) {
        add({problem(v1::PROBLEM_CODE_MALFORMED, column + ".on")});
        continue;
      }
      Wanted wanted;
      fillVisit(row_, contact, elder_id_, household_id_, person->worker.id(), work_.zone(),
                ordinals[contact.SerializeAsString()]++, *wanted.record.mutable_visit());
      judge(wanted.record, {{"contacts[0].mode", column + ".mode"},
                            {"contacts[0]", column + ".outcome"},
                            {"ended_at", column + ".minutes"},
                            {"started_at", column + ".on"}});
      DOORSTEP_ASSIGN(const auto taken, work_.ledger.record(wanted.record.visit().id()));
      if (!taken.has_value()) {
        wanted_.push_back(std::move(wanted));
      }
    }
    return absl::OkStatus();
  }

  OwnReplica& replica_;
  DistrictWork& work_;
  const v1::ElderRow& row_;
  std::string area_id_;
  std::string household_id_;
  std::string elder_id_;
  bool is_new_ = false;
  std::vector<Wanted> wanted_;
  Problems problems_;
};

}  // namespace

absl::StatusOr<v1::ImportRowResult> RowImporter::elder(std::uint32_t line, const v1::ElderRow& row) {
  const Directory::Place* place = commit_.directory().placeByCode(row.area_code());
  if (const Problems problems = placeProblems(place, row.area_code(), "area_code"); !problems.empty()) {
    return refusedRow(line, problems);
  }
  if (const Problems days = dayProblems(row); !days.empty()) {
    return refusedRow(line, days);
  }
  OwnReplica& replica = replicaOf(place->district_id);
  const std::string name = absl::StrCat("import elder ", row.file_number());
  DOORSTEP_ASSIGN(const bool known, isKnown(replica.work(), name, row));
  if (known) {
    return rowResult(line, v1::IMPORT_OUTCOME_UNCHANGED);
  }
  ElderRowImport import(replica, row, place->area.id());
  DOORSTEP_TRY(import.prepare());
  if (!import.problems().empty()) {
    return refusedRow(line, import.problems());
  }
  DOORSTEP_ASSIGN(const v1::ImportOutcome outcome, import.write());
  if (!import.problems().empty()) {
    return refusedRow(line, import.problems());
  }
  DOORSTEP_TRY(remember(replica.work(), name, row));
  return rowResult(line, outcome);
}

}  // namespace doorstep::service
