#include "tests/simulation/decisions.h"

#include <optional>
#include <string>
#include <vector>

#include "sync/outside/identifier.h"
#include "tests/simulation/saving.h"
#include "tests/simulation/world.h"

namespace doorstep::simulation {
namespace {

// Something that lies there, and what becomes of it.
std::optional<v1::Settlement> chosen(World& world) {
  const std::vector<std::string> aside = world.service().putAside();
  if (aside.empty()) {
    return std::nullopt;
  }
  v1::Settlement settlement;
  settlement.set_subject_id(aside[world.below(aside.size())]);
  if (world.happens(65)) {
    settlement.set_decision(v1::DECISION_ACCEPT);
  } else {
    settlement.set_decision(v1::DECISION_LET_GO);
    settlement.set_reason("written twice");
  }
  return settlement;
}

std::string textOf(const v1::Settlement& settlement) {
  return (settlement.decision() == v1::DECISION_ACCEPT ? "accepts change " : "lets go of change ") +
         shortly(settlement.subject_id()) + " that was put aside";
}

}  // namespace

bool settleConflict(World& world, TabletMachine& tablet) {
  std::vector<v1::Conflict> open;
  for (const v1::Record& record : tablet.records(v1::RECORD_KIND_CONFLICT)) {
    if (!record.conflict().has_settled_at()) {
      open.push_back(record.conflict());
    }
  }
  if (open.empty()) {
    return false;
  }
  const v1::Conflict& conflict = open[world.below(open.size())];
  v1::Settlement settlement;
  settlement.set_subject_id(conflict.id());
  const bool keeps = world.happens(50);
  settlement.set_decision(keeps ? v1::DECISION_KEEP_CHOSEN : v1::DECISION_TAKE_OTHER);
  save(world, tablet,
       "settles conflict " + shortly(conflict.id()) + " about " + conflict.field() +
           (keeps ? ", keeps the value" : ", takes the other value"),
       [&] { return tablet.store().settle(settlement); });
  return true;
}

bool settleDuplicate(World& world, TabletMachine& tablet) {
  std::vector<v1::LikelyDuplicate> open;
  for (const v1::Record& record : tablet.records(v1::RECORD_KIND_LIKELY_DUPLICATE)) {
    if (!record.likely_duplicate().has_settled_at()) {
      open.push_back(record.likely_duplicate());
    }
  }
  if (open.empty()) {
    return false;
  }
  const v1::LikelyDuplicate& pair = open[world.below(open.size())];
  if (world.happens(50)) {
    v1::Settlement settlement;
    settlement.set_subject_id(pair.id());
    settlement.set_decision(v1::DECISION_SEPARATE);
    save(world, tablet, "settles pair " + shortly(pair.id()) + ": two persons",
         [&] { return tablet.store().settle(settlement); });
    return true;
  }
  for (const v1::Record& elder : tablet.records(v1::RECORD_KIND_ELDER)) {
    if (elder.elder().id() == pair.other_elder_id()) {
      v1::Record merged = elder;
      merged.mutable_elder()->set_merged_into(pair.elder_id());
      save(world, tablet, "edits merged_into, for pair " + shortly(pair.id()),
           [&] { return tablet.store().edit(elder, merged); });
      return true;
    }
  }
  return false;
}

void decideAside(World& world, TabletMachine& tablet) {
  if (tablet.line().parted || world.service().wentDown()) {
    return;  // the list comes from the service
  }
  if (const auto settlement = chosen(world)) {
    save(world, tablet, textOf(*settlement), [&] { return tablet.store().settle(*settlement); });
  }
}

void decideAsideAtTheDesk(World& world) {
  const auto settlement = chosen(world);
  if (!settlement) {
    return;
  }
  if (settlement->decision() == v1::DECISION_ACCEPT) {
    world.model().mayBeTakenIn(settlement->subject_id());  // whatever is answered
  }
  const auto receipt = world.service().settle(*settlement);
  world.note("office", textOf(*settlement) + ": " +
                           (receipt.ok() ? v1::ReceiptOutcome_Name(receipt->outcome()).substr(16)
                                         : absl::StatusCodeToString(receipt.status().code())));
}

}  // namespace doorstep::simulation
