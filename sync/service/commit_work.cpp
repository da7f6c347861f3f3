#include "sync/service/commit_work.h"

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/service/audit.h"
#include "sync/service/evaluation.h"
#include "sync/service/figures/freeze.h"
#include "sync/service/keys.h"

namespace doorstep::service {

CommitWork::OneDistrict::OneDistrict(CommitWork& commit, const std::string& id)
    : cache(commit.transaction_.district(id)),
      work{id, commit.transaction_.district(id), commit.directory_, touched, commit.identifiers_, commit.now_, cache} {}

DistrictWork& CommitWork::district(const std::string& district_id) {
  auto& held = districts_[district_id];
  if (!held) {
    held = std::make_unique<OneDistrict>(*this, district_id);
  }
  return held->work;
}

absl::Status CommitWork::freezeWhatIsDue(const std::vector<std::string>& district_ids) {
  for (const std::string& id : district_ids) {
    freeze_asked_.insert(id);
    DOORSTEP_ASSIGN(const auto frozen, service::freezeWhatIsDue(district(id)));
    for (const FreezeRow& freeze : frozen) {
      const Directory::Place* place = directory_.place(id);
      DOORSTEP_TRY(appendAudit(
          *this, auditEvent(v1::AUDIT_VERB_FREEZE, serviceCaller(id),
                            absl::StrCat(place == nullptr ? "" : place->area.code(), " ", monthKey(freeze.month)))));
    }
  }
  return absl::OkStatus();
}

absl::Status CommitWork::evaluateAll() {
  for (auto& [id, held] : districts_) {
    bool look = held->touched.everything || freeze_asked_.count(id) > 0;
    DOORSTEP_ASSIGN(const auto before, evaluatedOn(held->work.ledger));
    DOORSTEP_TRY(evaluate(held->work));
    DOORSTEP_ASSIGN(const auto day, evaluatedOn(held->work.ledger));
    if (!day.has_value()) {
      continue;
    }
    Standing& standing = standings_[id];
    standing.evaluated_on = *day;
    look = look || before != day;
    if (look) {
      standing.freeze_looked_up = true;
      DOORSTEP_ASSIGN(standing.next_freeze_at, nextFreezeAt(held->work.ledger, directory_.rules(id), now_));
    }
  }
  return absl::OkStatus();
}

}  // namespace doorstep::service
