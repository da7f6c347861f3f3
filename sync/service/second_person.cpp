#include "sync/service/second_person.h"

#include <set>

#include "sync/care/proposals.h"
#include "sync/outside/attempt.h"
#include "sync/replication/patch.h"
#include "sync/service/merges.h"
#include "sync/service/receipts.h"

namespace doorstep::service {
absl::StatusOr<Problems> checkSecondPerson(const DistrictWork& work, const std::string& worker_id,
                                           const v1::Record& before, const v1::Record& after) {
  if (worker_id.empty() || !after.has_elder() || replication::sameValue(before, after, "statuses")) {
    return Problems();
  }
  DOORSTEP_ASSIGN(const auto ids, withMerged(work.ledger, after.elder().id()));
  std::set<v1::StatusProposal> own;     // settled by this edit, reported by the editor
  std::set<v1::StatusProposal> others;  // settled by it, reported by somebody else
  for (const std::string& id : ids) {
    DOORSTEP_ASSIGN(const auto visits, work.ledger.find({Index::kVisitOfElder, id}));
    for (const StoredRecord& stored : visits) {
      DOORSTEP_ASSIGN(const v1::Record record, decoded(stored));
      const v1::Visit& visit = record.visit();
      const v1::StatusProposal open = care::openProposal(visit, before.elder(), ids, work.zone());
      if (open != v1::STATUS_PROPOSAL_NONE &&
          care::openProposal(visit, after.elder(), ids, work.zone()) == v1::STATUS_PROPOSAL_NONE) {
        (visit.recorded_by() == worker_id ? own : others).insert(open);
      }
    }
  }
  for (const v1::StatusProposal proposal : own) {
    if (!others.contains(proposal)) {
      return Problems{problem(v1::PROBLEM_CODE_NOT_PERMITTED, "statuses")};
    }
  }
  return Problems();
}

}  // namespace doorstep::service
