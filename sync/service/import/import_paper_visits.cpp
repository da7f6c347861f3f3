#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"
#include "sync/care/validation.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/replication/chain.h"
#include "sync/service/corrections.h"
#include "sync/service/import/import_file.h"
#include "sync/service/import/paper_searches.h"
#include "sync/service/import/paper_visit.h"
#include "sync/service/keys.h"
#include "sync/service/late_visit.h"

namespace doorstep::service {
namespace {

constexpr int kLatestMinute = 24 * 60 - 1;

const std::map<std::string, std::string>& paperVisitColumns() {
  static const std::map<std::string, std::string> map = {
      {"contacts[0].mode", "mode"}, {"contacts", "outcome"},           {"started_at", "on"},
      {"ended_at", "minutes"},      {"worker_ids", "staff_number"},    {"recorded_by", "staff_number"},
      {"create", "file_number"},    {"programme_id", "programme_code"}};
  return map;
}

Problems ownProblems(const v1::PaperVisitRow& row) {
  Problems problems;
  if (row.file_number().empty()) {
    problems.push_back(problem(v1::PROBLEM_CODE_MISSING, "file_number"));
  }
  if (!row.has_on()) {
    problems.push_back(problem(v1::PROBLEM_CODE_MISSING, "on"));
  } else if (!care::isValid(row.on())) {
    problems.push_back(problem(v1::PROBLEM_CODE_MALFORMED, "on"));
  }
  if (row.start_minute() < -1 || row.start_minute() > kLatestMinute) {
    problems.push_back(problem(v1::PROBLEM_CODE_OUT_OF_RANGE, "start_minute"));
  }
  return problems;
}

// Who was visited, and where: one elder by the file's number, or all who lived in the household then.
struct Visited {
  std::vector<v1::Elder> elders;
  std::string household_id;
};

absl::StatusOr<Visited> visitedOf(const DistrictWork& work, const v1::PaperVisitRow& row) {
  const absl::CivilDay day = care::civilDay(row.on());
  Visited visited;
  DOORSTEP_ASSIGN(const auto files,
                  work.ledger.find({Index::kNaturalKey, naturalKey(v1::RECORD_KIND_ELDER, row.file_number())}));
  if (!files.empty()) {
    DOORSTEP_ASSIGN(const v1::Record record, decoded(files.front()));
    visited.elders = {record.elder()};
    visited.household_id = care::householdOn(record.elder(), day);
    if (visited.household_id.empty() && !record.elder().residences().empty()) {
      visited.household_id = record.elder().residences(0).household_id();
    }
    return visited;
  }
  DOORSTEP_ASSIGN(const auto households,
                  work.ledger.findIds({Index::kNaturalKey, naturalKey(v1::RECORD_KIND_HOUSEHOLD, row.file_number())}));
  if (households.empty()) {
    return visited;
  }
  visited.household_id = households.front();
  const v1::DistrictRules* rules = work.directory.rules(work.district_id);
  const v1::RuleSet held = rules == nullptr ? care::defaultRules() : care::rulesOn(*rules, day);
  DOORSTEP_ASSIGN(const auto elders, work.ledger.find({Index::kElderOfHousehold, visited.household_id}));
  for (const StoredRecord& stored : elders) {
    DOORSTEP_ASSIGN(const v1::Record record, decoded(stored));
    const v1::Elder& elder = record.elder();
    if (elder.merged_into().empty() && care::householdOn(elder, day) == visited.household_id &&
        care::inCareOn(elder, day, held)) {
      visited.elders.push_back(elder);
    }
  }
  return visited;
}

// The visit that a changed row corrects: the last word on what was taken under its key.
absl::StatusOr<std::string> correctedBy(DistrictWork& work, const std::string& first_id) {
  DOORSTEP_ASSIGN(const auto group, correctionGroup(work.ledger, first_id));
  return group.empty() ? std::string() : group.back().id;
}

}  // namespace

absl::StatusOr<v1::ImportRowResult> RowImporter::paperVisit(std::uint32_t line, const v1::PaperVisitRow& row) {
  const Directory::Person* person = commit_.directory().personByStaffNumber(row.staff_number());
  if (person == nullptr) {
    const auto code = row.staff_number().empty() ? v1::PROBLEM_CODE_MISSING : v1::PROBLEM_CODE_UNKNOWN_REFERENCE;
    return refusedRow(line, {problem(code, "staff_number")});
  }
  if (!caller_.administers(person->district_id)) {
    return refusedRow(line, {problem(v1::PROBLEM_CODE_OUT_OF_SCOPE, "staff_number")});
  }
  if (const Problems problems = ownProblems(row); !problems.empty()) {
    return refusedRow(line, problems);
  }
  OwnReplica& replica = replicaOf(person->district_id);
  DistrictWork& work = replica.work();
  const std::string name = absl::StrCat("import paper ", outside::toHex(replication::sha256(paperVisitKey(row))));
  DOORSTEP_ASSIGN(const bool known, isKnown(work, name, row));
  if (known) {
    return rowResult(line, v1::IMPORT_OUTCOME_UNCHANGED);
  }
  DOORSTEP_ASSIGN(const Visited visited, visitedOf(work, row));
  if (visited.elders.empty()) {
    return refusedRow(line, {problem(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "file_number")});
  }

  v1::Record record;
  v1::Visit& visit = *record.mutable_visit();
  visit = service::paperVisit(row, visited.elders, visited.household_id, person->worker.id(), work.zone());
  visit.set_recorded_by(caller_.worker_id.empty() ? person->worker.id() : caller_.worker_id);
  Problems problems;
  if (!row.programme_code().empty()) {
    DOORSTEP_ASSIGN(
        const auto programmes,
        work.ledger.findIds({Index::kNaturalKey, naturalKey(v1::RECORD_KIND_PROGRAMME, row.programme_code())}));
    if (programmes.empty()) {
      problems.push_back(problem(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "programme_code"));
    } else {
      visit.set_programme_id(programmes.front());
    }
  }
  const std::string first_id = paperVisitId(row, work.zone());
  DOORSTEP_ASSIGN(const std::string corrected, correctedBy(work, first_id));
  visit.set_corrects_id(corrected);
  visit.set_id(corrected.empty() ? first_id : commit_.identifiers().next());
  const Problems own = inColumns(care::validate(record, commit_.now()), paperVisitColumns());
  problems.insert(problems.end(), own.begin(), own.end());
  if (problems.empty()) {
    problems = inColumns(lateProblemsOfPaper(work, visit), paperVisitColumns());
  }
  if (!problems.empty()) {
    return refusedRow(line, problems);
  }
  DOORSTEP_ASSIGN(const v1::Receipt receipt, replica.create(record));
  if (receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED) {
    return refusedRow(line, inColumns({receipt.problems().begin(), receipt.problems().end()}, paperVisitColumns()));
  }
  DOORSTEP_TRY(followSearches(replica, visit));
  DOORSTEP_TRY(remember(work, name, row));
  return rowResult(line, corrected.empty() ? v1::IMPORT_OUTCOME_CREATED : v1::IMPORT_OUTCOME_UPDATED);
}

}  // namespace doorstep::service
