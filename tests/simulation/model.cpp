#include "tests/simulation/model.h"

#include "sync/replication/chain.h"
#include "tests/simulation/history.h"

namespace doorstep::simulation {

bool Model::saved(std::size_t tablet, const std::string& encoded) {
  const auto change = replication::decodeChange(encoded);
  if (!change.ok() || all_.contains(change->id())) {
    return false;
  }
  Saved& one = all_[change->id()];
  one.tablet = tablet;
  one.made = all_.size();
  one.change = *change;
  if (change->settle().decision() == v1::DECISION_ACCEPT) {
    mayBeTakenIn(change->settle().subject_id());
  }
  return true;
}

std::string Model::given(const v1::Receipt& receipt) {
  const auto found = all_.find(receipt.change_id());
  if (found == all_.end()) {
    return receipt.change_id().empty() ? std::string() : "P2: a receipt for a change that nobody saved";
  }
  Saved& one = found->second;
  if (!one.given) {
    one.order = ++given_;
    one.given = receipt;
    return {};
  }
  const bool same = one.given->outcome() == receipt.outcome();
  // With what somebody accepted comes whatever waited for it.
  const bool taken_in = one.given->outcome() == v1::RECEIPT_OUTCOME_QUARANTINED && !accepted_.empty();
  if (!same && (restored_ > 0 || taken_in)) {
    one.given = receipt;
    return {};
  }
  return same ? std::string()
              : "P3: change " + shortly(receipt.change_id()) + " was first " +
                    v1::ReceiptOutcome_Name(one.given->outcome()) + ", then " +
                    v1::ReceiptOutcome_Name(receipt.outcome());
}

void Model::setBack(std::size_t tablet, const std::set<std::string>& change_ids) {
  for (auto& [id, saved] : all_) {
    saved.gone = saved.gone || (saved.tablet == tablet && !change_ids.contains(id));
  }
}

void Model::arrived(const v1::Receipt& receipt) {
  if (const auto found = all_.find(receipt.change_id()); found != all_.end()) {
    found->second.arrived = true;
  }
}

const Saved* Model::find(const std::string& change_id) const {
  const auto found = all_.find(change_id);
  return found == all_.end() ? nullptr : &found->second;
}

}  // namespace doorstep::simulation
