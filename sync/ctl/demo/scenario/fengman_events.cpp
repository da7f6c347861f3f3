#include "sync/ctl/demo/scenario/fengman_events.h"

#include <utility>

#include "absl/strings/str_format.h"
#include "sync/care/calendar.h"

namespace doorstep::ctl::demo {

namespace {

absl::CivilDay november(int day) {
  return absl::CivilDay(2026, 11, day);
}

class Events {
 public:
  explicit Events(FengmanSketch& sketch) : sketch_(sketch) {}

  void plan() {
    planExits();
    planStays();
    planAbsences();
    planMoves();
    planDuplicates();
  }

 private:
  const std::string& fileOf(std::size_t household) const { return sketch_.elderOf(household).file_number(); }

  // The last one dies on the 28th without having been reached, and it becomes known on 9 December.
  void planExits() {
    for (const int day : {4, 8, 11, 13, 17, 19, 23, 26, 29, 28}) {
      const bool late = day == 28;
      const std::size_t household = sketch_.takeOrdinary();
      if (day > 5 && !late && chance(sketch_.random(), 70)) {
        sketch_.add(household, november(3), v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN);
      }
      sketch_.plan().statuses.push_back({fileOf(household), v1::CARE_STATUS_DECEASED, november(day),
                                         late ? absl::CivilDay(2026, 12, 9) : november(day) + 1, std::nullopt});
    }
    for (const int day : {5, 10, 14, 18, 24}) {
      const std::size_t household = sketch_.takeOrdinary();
      if (day > 6) {
        sketch_.add(household, november(5), v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN);
      }
      sketch_.plan().statuses.push_back(
          {fileOf(household), v1::CARE_STATUS_MOVED_OUT, november(day), november(day) + 1, std::nullopt});
    }
  }

  // Four go to an institution to stay; two come home after eleven days and are phoned.
  void planStays() {
    for (const int day : {5, 9, 18, 25}) {
      const std::size_t household = sketch_.takeOrdinary();
      sketch_.plan().statuses.push_back(
          {fileOf(household), v1::CARE_STATUS_INSTITUTIONALISED, november(day), november(day) + 1, std::nullopt});
    }
    for (int count = 0; count < 2; ++count) {
      const std::size_t household = sketch_.takeOrdinary();
      sketch_.plan().statuses.push_back({fileOf(household), v1::CARE_STATUS_INSTITUTIONALISED, november(3), november(4),
                                         absl::CivilDay(2026, 12, 31)});
      sketch_.plan().statuses.push_back(
          {fileOf(household), v1::CARE_STATUS_AT_HOME, november(14), november(16), std::nullopt});
      sketch_.add(household, november(20), v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REMOTE);
    }
  }

  // Six in hospital and six away: half of them somebody on file vouches for, some are phoned, some missed.
  void planAbsences() {
    for (int count = 0; count < 12; ++count) {
      const std::size_t household = sketch_.takeOrdinary();
      const bool hospital = count < 6;
      sketch_.plan().statuses.push_back({fileOf(household),
                                         hospital ? v1::CARE_STATUS_HOSPITALISED : v1::CARE_STATUS_AWAY,
                                         november(3 + count % 6), november(4 + count % 6), std::nullopt, true});
      if (count % 2 == 0) {
        sketch_.add(household, november(19), v1::CONTACT_MODE_PROXY, v1::CONTACT_OUTCOME_PROXY_CONFIRMED);
      } else if (count % 3 == 0) {
        sketch_.add(household, november(24), v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REMOTE);
      }
    }
  }

  // Three on the 10th, seen where they lived before; three on the 20th, seen where they live since.
  void planMoves() {
    for (std::size_t count = 0; count < 6; ++count) {
      const std::size_t household = sketch_.takeOrdinary();
      const std::size_t neighbour = newNeighbour(household);
      const bool early = count < 3;
      const Household& there = sketch_.households()[neighbour];
      sketch_.plan().moves.push_back({fileOf(household), absl::StrFormat("HM%03d", count + 1), there.grid,
                                      sketch_.team().visitor_of[neighbour], november(early ? 10 : 20)});
      if (early) {
        sketch_.add(household, november(3), v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN);
      } else {
        PlannedVisit visit =
            sketch_.visitOf(household, november(25), v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN);
        visit.time = sketch_.diary().next(sketch_.plan().moves.back().visitor, november(25), 20);
        visit.household_number = sketch_.plan().moves.back().household_number;
        sketch_.plan().visits.push_back(std::move(visit));
      }
    }
  }

  // A household of another subdistrict that somebody visits.
  std::size_t newNeighbour(std::size_t household) {
    const std::string& from = sketch_.communities()[sketch_.households()[household].community].subdistrict;
    for (;;) {
      const std::size_t other = sketch_.random().below(sketch_.households().size());
      const std::string& visitor = sketch_.team().visitor_of[other];
      if (sketch_.communities()[sketch_.households()[other].community].subdistrict != from && !visitor.empty() &&
          visitor != kLateTablet) {
        return other;
      }
    }
  }

  // Three stand in the roster twice. The first two are seen under one file only, the third under both.
  void planDuplicates() {
    for (std::size_t count = 0; count < 3; ++count) {
      const std::size_t household = sketch_.takeOrdinary();
      v1::ElderRow twin = sketch_.elderOf(household);
      const std::string kept = twin.file_number();
      twin.set_file_number(absl::StrFormat("FM%05d", sketch_.plan().elders.size() + 1));
      twin.set_household_number(absl::StrFormat("HD%03d", count + 1));
      twin.clear_id_number();
      v1::AssignmentRow assignment;
      assignment.set_staff_number(sketch_.team().visitor_of[household]);
      assignment.set_household_number(twin.household_number());
      *assignment.mutable_from_on() = care::toDate(absl::CivilDay(2026, 9, 1));
      sketch_.plan().assignments.push_back(assignment);
      sketch_.plan().duplicates.push_back({twin.file_number(), kept});
      if (count != 0) {
        sketch_.add(household, november(6), v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN);
      }
      if (count != 1) {
        PlannedVisit visit =
            sketch_.visitOf(household, november(12), v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN);
        visit.household_number = twin.household_number();
        visit.contacts[0].file_number = twin.file_number();
        sketch_.plan().visits.push_back(std::move(visit));
      }
      sketch_.plan().elders.push_back(twin);
    }
  }

  FengmanSketch& sketch_;
};

}  // namespace

void planEvents(FengmanSketch& sketch) {
  Events(sketch).plan();
}

}  // namespace doorstep::ctl::demo
