#include "app/store/corrected_visit.h"

#include <vector>

#include "app/store/record_table.h"
#include "sync/care/visit_corrections.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

bool join(const v1::Visit& visit, std::set<std::string>& versions) {
  if (visit.corrects_id().empty() || versions.contains(visit.id()) == versions.contains(visit.corrects_id())) {
    return false;
  }
  versions.insert({visit.id(), visit.corrects_id()});
  return true;
}

}  // namespace

absl::StatusOr<CorrectedVisit> correctedBy(sqlite::Database& database, const v1::Visit& visit) {
  CorrectedVisit corrected;
  corrected.versions.insert(visit.id());
  if (visit.corrects_id().empty()) {
    return corrected;
  }
  corrected.versions.insert(visit.corrects_id());
  RecordTable records(database);
  DOORSTEP_ASSIGN(const std::vector<v1::Record> kept, records.ofHousehold(visit.household_id(), v1::RECORD_KIND_VISIT));
  std::vector<const v1::Visit*> others;
  for (const v1::Record& record : kept) {
    if (record.visit().id() != visit.id()) {
      others.push_back(&record.visit());
    }
  }
  for (bool joined = true; joined;) {
    joined = false;
    for (const v1::Visit* other : others) {
      joined = join(*other, corrected.versions) || joined;
    }
  }
  const care::VisitCorrections corrections(others);
  const std::string before = corrections.countingId(visit.corrects_id());
  for (const v1::Visit* other : others) {
    if (!before.empty() && other->id() == before) {
      corrected.before = *other;
    }
  }
  return corrected;
}

}  // namespace doorstep::store
