#include <cstdlib>
#include <memory>

#include "sync/replication/records.h"
#include "tests/fuzz/target.h"
#include "tests/unit/store/tablet.h"

namespace doorstep::fuzz {
namespace {

using store::Tablet;

// A tablet with its small district; what one run leaves behind the next one finds.
Tablet& tablet() {
  // SQLCipher ends itself at the program's exit: what was made after its first use ends before it.
  static const std::unique_ptr<Tablet> only = [] {
    auto made = std::make_unique<Tablet>();
    if (!made->settle().ok()) {
      std::abort();
    }
    return made;
  }();
  return *only;
}

std::vector<std::string> pageSeeds() {
  v1::PullReply page = store::page(store::smallDistrict());
  std::vector<std::string> seeds = {replication::encode(page)};
  page.clear_entries();
  *page.add_entries() = store::removal(store::visited("v1", "h1", "wang", store::at(store::kToday, 9)), 60);
  page.add_removed_household_ids(store::id("h2"));
  v1::Receipt& receipt = *page.add_receipts();
  receipt.set_change_id(store::id("c1"));
  receipt.set_sequence(1);
  receipt.set_outcome(v1::RECEIPT_OUTCOME_QUARANTINED);
  receipt.add_problems()->set_code(v1::PROBLEM_CODE_ALREADY_SETTLED);
  receipt.mutable_problems(0)->add_details("DECISION_LET_GO");
  seeds.push_back(replication::encode(page));
  return seeds;
}

// Whatever the service sends: the store stays a store, and answers.
Outcome page(std::string_view bytes) {
  v1::PullReply reply;
  if (!reply.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return {};
  }
  const Outcome kept = notOurFault(tablet().store().keepPage(reply));
  if (!kept.empty()) {
    return kept;
  }
  const Outcome state = notOurFault(tablet().store().state().status());
  return state.empty() ? notOurFault(tablet().queries().syncOverview().status()) : state;
}

std::vector<std::string> receiptSeeds() {
  v1::PushReply reply;
  v1::Receipt& receipt = *reply.add_receipts();
  receipt.set_change_id(store::id("c1"));
  receipt.set_sequence(1);
  receipt.set_outcome(v1::RECEIPT_OUTCOME_APPLIED);
  receipt.mutable_revision()->set_epoch(1);
  receipt.mutable_revision()->set_sequence(70);
  receipt.add_conflict_ids(store::id("k1"));
  return {replication::encode(reply)};
}

Outcome receipts(std::string_view bytes) {
  v1::PushReply reply;
  if (!reply.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return {};
  }
  return notOurFault(tablet().store().keepReceipts({reply.receipts().begin(), reply.receipts().end()}));
}

}  // namespace

std::vector<Target> tabletTargets() {
  return {{"pull_reply", pageSeeds, page}, {"push_reply", receiptSeeds, receipts}};
}

}  // namespace doorstep::fuzz
