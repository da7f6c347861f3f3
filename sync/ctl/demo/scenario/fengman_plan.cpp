#include "sync/ctl/demo/scenario/fengman_plan.h"

#include <algorithm>
#include <utility>

#include "sync/care/calendar.h"
#include "sync/ctl/demo/scenario/fengman_events.h"
#include "sync/ctl/demo/scenario/fengman_sketch.h"

namespace doorstep::ctl::demo {

namespace {

absl::CivilDay november(int day) {
  return absl::CivilDay(2026, 11, day);
}

// The days of the month on which one contact is due, and how likely it is made, in percent.
struct Slot {
  int first;
  int last;
  std::uint64_t percent;
};

std::vector<Slot> slotsOf(v1::Tier tier) {
  switch (tier) {
    case v1::TIER_A:
      return {{2, 7, 93}, {9, 14, 92}, {16, 21, 93}, {23, 28, 92}};
    case v1::TIER_B:
      return {{2, 15, 92}, {16, 30, 90}};
    default:
      return {{2, 30, 91}};
  }
}

class PlannedMonth {
 public:
  explicit PlannedMonth(FengmanSketch& sketch) : sketch_(sketch), days_(workingDaysOf(kFengmanMonth)) {}

  void plan() {
    for (std::size_t index = 0; index < sketch_.households().size(); ++index) {
      if (!sketch_.isTold(index)) {
        planHousehold(index);
      }
    }
    planCorrections();
    planPaper();
  }

 private:
  void planHousehold(std::size_t index) {
    v1::Tier tier = sketch_.elderOf(index).tier();
    for (std::size_t elder = 1; elder < sketch_.households()[index].elders; ++elder) {
      tier = std::max(tier, sketch_.plan().elders[sketch_.households()[index].first_elder + elder].tier());
    }
    const bool assigned = !sketch_.team().visitor_of[index].empty();
    for (const Slot& slot : slotsOf(tier)) {
      const absl::CivilDay day = dayIn(slot);
      if (chance(sketch_.random(), assigned ? slot.percent : 35)) {
        planReached(index, day, !assigned);
      } else if (chance(sketch_.random(), 40)) {
        sketch_.add(index, day, v1::CONTACT_MODE_IN_PERSON,
                    chance(sketch_.random(), 85) ? v1::CONTACT_OUTCOME_NO_REPLY : v1::CONTACT_OUTCOME_NOT_SEEN_SAFE);
        noteAttempt(index);
      } else if (sketch_.isOrdinary(index)) {
        missed_.push_back(index);
      }
    }
  }

  absl::CivilDay dayIn(const Slot& slot) {
    std::vector<absl::CivilDay> days;
    for (const absl::CivilDay& day : days_) {
      if (day >= november(slot.first) && day <= november(slot.last)) {
        days.push_back(day);
      }
    }
    return oneOf(sketch_.random(), days);
  }

  void planReached(std::size_t index, absl::CivilDay day, bool only_by_phone) {
    const std::uint64_t kind = only_by_phone ? 80 : sketch_.random().below(100);
    if (kind < 76) {
      sketch_.add(index, day, v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN);
      noteReached(index, day);
    } else if (kind < 78) {
      sketch_.add(index, day, v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN_REFUSED);
    } else if (kind < 98) {
      sketch_.add(index, day, v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REMOTE);
    } else {
      sketch_.add(index, day, v1::CONTACT_MODE_VIDEO, v1::CONTACT_OUTCOME_SPOKE_REMOTE);
    }
  }

  void noteReached(std::size_t index, absl::CivilDay day) {
    if (sketch_.isOrdinary(index) && day >= november(16)) {
      reached_.push_back({sketch_.plan().visits.size() - 1, sketch_.team().supervisor_of[index]});
    }
  }

  void noteAttempt(std::size_t index) {
    if (sketch_.isOrdinary(index) && sketch_.plan().visits.back().contacts[0].outcome == v1::CONTACT_OUTCOME_NO_REPLY) {
      attempts_.push_back({sketch_.plan().visits.size() - 1, sketch_.team().supervisor_of[index]});
    }
  }

  // Eight visits were entered at the wrong door; six unanswered doors were opened after all. From all over the
  // district.
  void planCorrections() {
    const auto spread = [](const std::vector<FengmanPlan::Correction>& from, std::size_t count) {
      std::vector<FengmanPlan::Correction> taken;
      for (std::size_t index = 0; index < count; ++index) {
        taken.push_back(from[index * from.size() / count]);
      }
      return taken;
    };
    sketch_.plan().never_took_place = spread(reached_, 8);
    sketch_.plan().seen_after_all = spread(attempts_, 6);
  }

  // Fourteen come on paper to the supervisors and six to the operator, all of the month's last week.
  void planPaper() {
    constexpr std::size_t kTyped = 14;
    constexpr std::size_t kImported = 6;
    for (std::size_t index = 0; index < kTyped + kImported; ++index) {
      const std::size_t household = missed_[index * missed_.size() / (kTyped + kImported)];
      PlannedVisit visit = sketch_.visitOf(household, november(24) + static_cast<int>(index % 4),
                                           v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN);
      if (index < kTyped) {
        sketch_.plan().typed.push_back({std::move(visit), sketch_.team().supervisor_of[household]});
        continue;
      }
      v1::PaperVisitRow& row = sketch_.plan().imported.emplace_back();
      row.set_file_number(visit.contacts[0].file_number);
      row.set_staff_number(visit.time.staff_number);
      *row.mutable_on() = care::toDate(visit.time.day);
      row.set_start_minute(-1);
      row.set_minutes(static_cast<std::uint32_t>(visit.time.minutes));
      row.set_mode(v1::CONTACT_MODE_IN_PERSON);
      row.set_outcome(v1::CONTACT_OUTCOME_SEEN);
      row.set_late_reason("纸质表格月底后才交到");
    }
  }

  FengmanSketch& sketch_;
  std::vector<absl::CivilDay> days_;
  std::vector<std::size_t> missed_;
  std::vector<FengmanPlan::Correction> reached_;
  std::vector<FengmanPlan::Correction> attempts_;
};

}  // namespace

FengmanPlan planFengman(const std::vector<v1::AreaRow>& areas) {
  FengmanPlan plan;
  FengmanSketch sketch(areas, plan);
  planEvents(sketch);
  PlannedMonth(sketch).plan();
  return plan;
}

}  // namespace doorstep::ctl::demo
