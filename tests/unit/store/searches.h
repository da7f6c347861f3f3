#pragma once

#include <string>
#include <vector>

#include "tests/unit/store/tablet.h"

// Records of searches, and what a tablet made of them.
namespace doorstep::store {

inline v1::Record noReply(const std::string& name, absl::Time start,
                          v1::ContactMode mode = v1::CONTACT_MODE_IN_PERSON) {
  return visited(name, "h1", "wang", start, v1::CONTACT_OUTCOME_NO_REPLY, mode);
}

inline std::vector<v1::Record> made(Tablet& tablet) {
  std::vector<v1::Record> records;
  for (const v1::Change& change : tablet.waiting()) {
    if (change.create().has_ladder() || change.create().has_ladder_event()) {
      records.push_back(change.create());
    }
  }
  return records;
}

inline ElderRow rowOf(Tablet& tablet, const std::string& name = "王秀兰") {
  const auto rows = tablet.queries().search(name, kToday);
  return rows.ok() && rows->size() == 1 ? rows->front() : ElderRow();
}

inline v1::Record step(const std::string& name, const std::string& ladder, v1::LadderStep taken,
                       v1::LadderResult result) {
  v1::Record record;
  v1::LadderEvent& event = *record.mutable_ladder_event();
  event.set_id(id(name));
  event.set_ladder_id(ladder);
  event.set_household_id(id("h1"));
  event.set_step(taken);
  event.set_result(result);
  event.set_by(id("li"));
  *event.mutable_at() = care::toTimestamp(at(kToday, 9));
  return record;
}

inline v1::Record correction(const std::string& name, const std::string& corrected, v1::Record visit) {
  visit.mutable_visit()->set_id(id(name));
  visit.mutable_visit()->set_corrects_id(id(corrected));
  return visit;
}

inline v1::Record ladderOf(const std::string& name, absl::Time started_at) {
  v1::Record record;
  v1::Ladder& ladder = *record.mutable_ladder();
  ladder.set_id(id(name));
  ladder.set_household_id(id("h1"));
  ladder.set_elder_id(id("wang"));
  ladder.set_visit_id(id("v of " + name));
  ladder.set_tier(v1::TIER_C);
  *ladder.mutable_started_at() = care::toTimestamp(started_at);
  return record;
}

}  // namespace doorstep::store
