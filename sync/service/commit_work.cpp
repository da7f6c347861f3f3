#include "sync/service/commit_work.h"

#include "sync/outside/attempt.h"
#include "sync/service/evaluation.h"

namespace doorstep::service {

CommitWork::OneDistrict::OneDistrict(CommitWork& commit, const std::string& id)
    : work{id, commit.transaction_.district(id), commit.directory_, touched, commit.identifiers_, commit.now_} {}

DistrictWork& CommitWork::district(const std::string& district_id) {
  auto& held = districts_[district_id];
  if (!held) {
    held = std::make_unique<OneDistrict>(*this, district_id);
  }
  return held->work;
}

absl::Status CommitWork::evaluateAll() {
  for (auto& [id, held] : districts_) {
    DOORSTEP_TRY(evaluate(held->work));
    DOORSTEP_ASSIGN(const auto day, evaluatedOn(held->work.ledger));
    if (day.has_value()) {
      evaluated_[id] = *day;
    }
  }
  return absl::OkStatus();
}

}  // namespace doorstep::service
