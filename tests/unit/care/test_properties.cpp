#include <rapidcheck.h>

#include <QTest>
#include <algorithm>
#include <set>

#include "district.h"
#include "sync/care/figures.h"
#include "sync/care/ladder.h"
#include "sync/care/service_minutes.h"
#include "sync/care/visit_corrections.h"
#include "sync/care/working_days.h"

namespace doorstep::care::testing {
namespace {

std::set<std::string> idsOf(const std::vector<const v1::Visit*>& visits) {
  std::set<std::string> ids;
  for (const v1::Visit* visit : visits) {
    ids.insert(visit->id());
  }
  return ids;
}

v1::LadderEvent anyLadderEvent(int minute) {
  v1::LadderEvent event;
  event.set_step(static_cast<v1::LadderStep>(*rc::gen::inRange(1, v1::LadderStep_MAX + 1)));
  event.set_result(static_cast<v1::LadderResult>(*rc::gen::inRange(1, v1::LadderResult_MAX + 1)));
  event.set_accounted_by(static_cast<v1::AccountedBy>(*rc::gen::inRange(0, v1::AccountedBy_MAX + 1)));
  if (*rc::gen::inRange(0, 5) == 0) {
    event.add_warning_signs(v1::WARNING_SIGN_SMELL);
  }
  *event.mutable_at() = at(11, 20, 10 + minute / 60, minute % 60);
  return event;
}

// Some elders in two areas with visits of all kinds on any day of three months.
void fill(District& district) {
  const int elders = *rc::gen::inRange(1, 8);
  for (int index = 0; index < elders; ++index) {
    v1::Elder& elder = district.elder(*rc::gen::element(district.area_a(), district.area_b()));
    setTier(elder, *rc::gen::element(v1::TIER_A, v1::TIER_B, v1::TIER_C), on(*rc::gen::inRange(9, 12), 11));
    if (*rc::gen::arbitrary<bool>()) {
      moveTo(elder, district.household(district.area_b()), on(11, *rc::gen::inRange(1, 31)));
    }
    if (*rc::gen::arbitrary<bool>()) {
      setStatus(elder, *rc::gen::element(v1::CARE_STATUS_AWAY, v1::CARE_STATUS_DECEASED, v1::CARE_STATUS_MOVED_OUT),
                on(11, *rc::gen::inRange(1, 31)));
    }
    const int visits = *rc::gen::inRange(0, 6);
    for (int count = 0; count < visits; ++count) {
      const bool seen = *rc::gen::arbitrary<bool>();
      district.visit(elder, at(*rc::gen::inRange(10, 13), *rc::gen::inRange(1, 31), *rc::gen::inRange(0, 24)),
                     *rc::gen::inRange(0, 120), v1::CONTACT_MODE_IN_PERSON,
                     seen ? v1::CONTACT_OUTCOME_SEEN : v1::CONTACT_OUTCOME_NO_REPLY);
    }
  }
}

}  // namespace

class Properties : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    // The same cases every time; another seed can be given from outside.
    if (qEnvironmentVariableIsEmpty("RC_PARAMS")) {
      qputenv("RC_PARAMS", "seed=20261120 max_success=200");
    }
  }

  void sumsOverAreasAreThePlainTotals() {
    QVERIFY(rc::check("sums over areas are the plain totals", [] {
      District district;
      fill(district);
      DistrictMonth month = districtMonth(district.records(), absl::CivilMonth(2026, 11), absl::CivilDay(2026, 12, 6));
      const v1::Figures total = month.summed[district.district()];
      std::int64_t denominator = 0;
      std::int64_t contacted = 0;
      std::int64_t missed = 0;
      std::int64_t times = 0;
      for (const v1::ElderMonth& fact : month.elder_months) {
        denominator += fact.in_denominator() ? 1 : 0;
        contacted += fact.contacted() ? 1 : 0;
        missed += fact.missed_reason() != v1::MISSED_REASON_UNSPECIFIED ? 1 : 0;
        for (const v1::PersonTimes& line : fact.person_times()) {
          times += line.count();
        }
        RC_ASSERT(fact.slots_satisfied() <= fact.slots_due());
        RC_ASSERT(!fact.contacted() || fact.in_denominator());
      }
      std::int64_t minutes = 0;
      for (const v1::MinutesLine& line : month.worker_minutes) {
        minutes += line.minutes();
      }
      RC_ASSERT(total.denominator() == denominator);
      RC_ASSERT(total.contacted() == contacted);
      RC_ASSERT(denominator == contacted + missed);
      RC_ASSERT(total.person_times_in_person() == times);
      RC_ASSERT(total.worker_minutes_provisional() == minutes);
    }));
  }

  void takingAwayWhatWasAddedLeavesNothing() {
    QVERIFY(rc::check("what is added and taken away leaves nothing", [] {
      District district;
      fill(district);
      const DistrictMonth month =
          districtMonth(district.records(), absl::CivilMonth(2026, 11), absl::CivilDay(2026, 12, 6));
      Contributions sums = month.own;
      for (const v1::ElderMonth& fact : month.elder_months) {
        addElderMonth(sums, fact, -1);
      }
      for (const v1::MinutesLine& line : month.worker_minutes) {
        addWorkerMinutes(sums, line, -1);
      }
      for (const v1::MinutesLine& line : month.delivered) {
        addDeliveredMinutes(sums, line, -1);
      }
      for (const auto& [area, figures] : sums) {
        RC_ASSERT(isZero(figures));
      }
    }));
  }

  void orderOfArrivalChangesNoFigure() {
    QVERIFY(rc::check("the order in which visits arrive changes no figure", [] {
      District district;
      fill(district);
      DistrictRecords records = district.records();
      const DistrictMonth before = districtMonth(records, absl::CivilMonth(2026, 11), absl::CivilDay(2026, 12, 6));
      std::reverse(records.visits.begin(), records.visits.end());
      std::reverse(records.elders.begin(), records.elders.end());
      const DistrictMonth after = districtMonth(records, absl::CivilMonth(2026, 11), absl::CivilDay(2026, 12, 6));
      RC_ASSERT(before.summed.size() == after.summed.size());
      for (const auto& [area, figures] : before.summed) {
        RC_ASSERT(figures.SerializeAsString() == after.summed.at(area).SerializeAsString());
      }
    }));
  }

  // Each visit and its corrections keep their order; how the visits lie between one another is free.
  void countingVisitsDoNotDependOnTheInterleaving() {
    QVERIFY(rc::check("visits that count do not depend on the interleaving", [] {
      std::vector<std::vector<v1::Visit>> chains(static_cast<std::size_t>(*rc::gen::inRange(1, 6)));
      std::vector<std::size_t> turns;
      for (std::size_t chain = 0; chain < chains.size(); ++chain) {
        const int length = *rc::gen::inRange(1, 5);
        for (int index = 0; index < length; ++index) {
          v1::Visit visit;
          visit.set_id(std::to_string(chain) + "." + std::to_string(index));
          if (index > 0) {
            visit.set_corrects_id(chains[chain][static_cast<std::size_t>(*rc::gen::inRange(0, index))].id());
            visit.set_voided(*rc::gen::arbitrary<bool>());
          }
          chains[chain].push_back(visit);
          turns.push_back(chain);
        }
      }
      std::set<std::string> expected;
      for (const std::vector<v1::Visit>& chain : chains) {
        if (!chain.back().voided()) {
          expected.insert(chain.back().id());
        }
      }
      std::vector<std::size_t> taken(chains.size(), 0);
      std::vector<const v1::Visit*> in_order;
      while (!turns.empty()) {
        const auto turn = turns.begin() + *rc::gen::inRange(0, static_cast<int>(turns.size()));
        in_order.push_back(&chains[*turn][taken[*turn]++]);
        turns.erase(turn);
      }
      const VisitCorrections corrections(in_order);
      RC_ASSERT(idsOf(corrections.counting()) == expected);
      for (const std::vector<v1::Visit>& chain : chains) {
        const std::string last = chain.back().voided() ? std::string() : chain.back().id();
        RC_ASSERT(corrections.countingId(chain.front().id()) == last);
      }
    }));
  }

  void aLadderOnlyEndsWithASourceAndAlwaysHasANextStep() {
    QVERIFY(rc::check("a ladder ends with a source alone, and has a next step until then", [] {
      v1::Ladder ladder;
      ladder.set_tier(static_cast<v1::Tier>(*rc::gen::inRange(0, 4)));
      *ladder.mutable_started_at() = at(11, 20, 10);
      std::vector<v1::LadderEvent> events;
      const int count = *rc::gen::inRange(0, 12);
      for (int index = 0; index < count; ++index) {
        events.push_back(anyLadderEvent(index));
      }
      std::vector<const v1::LadderEvent*> in_order;
      LadderStatus status = foldLadder(ladder, in_order, {});
      for (const v1::LadderEvent& event : events) {
        const LadderStatus before = status;
        in_order.push_back(&event);
        status = foldLadder(ladder, in_order, {});
        const bool sourced =
            event.result() == v1::LADDER_RESULT_ACCOUNTED_FOR && event.accounted_by() != v1::ACCOUNTED_BY_UNSPECIFIED;
        RC_ASSERT(status.ended == (before.ended || sourced));
        RC_ASSERT(status.ended == (status.next == v1::LADDER_STEP_UNSPECIFIED));
        RC_ASSERT(status.at_once || !before.at_once);
        RC_ASSERT(status.taken.size() >= before.taken.size());
        // A deadline is met or brought forward, never put off or forgotten; but who was told before a
        // sign has to be told of it.
        const bool warned = !event.warning_signs().empty();
        for (const LadderDeadline& earlier : before.deadlines) {
          const auto now = std::find_if(status.deadlines.begin(), status.deadlines.end(),
                                        [&earlier](const LadderDeadline& each) { return each.step == earlier.step; });
          RC_ASSERT(now != status.deadlines.end());
          RC_ASSERT(now->due_at <= earlier.due_at || (warned && earlier.done));
          RC_ASSERT(now->done || !earlier.done || warned);
        }
      }
    }));
  }

  void addedWorkingDaysAreCountedBack() {
    QVERIFY(rc::check("between a time and n working days later lie n working days", [] {
      v1::DistrictRules rules;
      const int extra = *rc::gen::inRange(0, 10);
      for (int index = 0; index < extra; ++index) {
        const v1::Date day = toDate(absl::CivilDay(2026, 1, *rc::gen::inRange(1, 400)));
        *(*rc::gen::arbitrary<bool>() ? rules.add_extra_holidays() : rules.add_extra_working_days()) = day;
      }
      const WorkingDays days(rules);
      const absl::CivilDay from(2026, 1, *rc::gen::inRange(1, 366));
      const int n = *rc::gen::inRange(1, 40);
      const absl::Time since =
          absl::FromCivil(absl::CivilMinute(from.year(), from.month(), from.day(), 9, 30), districtZone());
      const absl::CivilDay until = dayOf(days.addWorkingDays(since, n), districtZone());
      int between = 0;
      for (absl::CivilDay day = from + 1; day <= until; ++day) {
        between += days.isWorkingDay(day) ? 1 : 0;
      }
      RC_ASSERT(between == n);
      RC_ASSERT(days.isWorkingDay(until));
      RC_ASSERT(days.addWorkingDays(since, n + 1) == days.addWorkingDays(days.addWorkingDays(since, n), 1));
    }));
  }

  void minutesNeverExceedTheTimeThatPassed() {
    QVERIFY(rc::check("a worker's minutes are the union of the times, and only overlaps are flagged", [] {
      District district;
      v1::Elder& elder = district.elder(district.area_a());
      std::vector<bool> covered(24 * 60, false);
      std::uint32_t noted = 0;
      const int count = *rc::gen::inRange(1, 10);
      for (int index = 0; index < count; ++index) {
        const int start = *rc::gen::inRange(0, 20 * 60);
        const std::uint32_t minutes = *rc::gen::inRange(1U, 180U);
        noted += minutes;
        std::fill_n(covered.begin() + start, minutes, true);
        district.service(elder, v1::SERVICE_KIND_ERRAND, at(11, 12, start / 60, start % 60), minutes);
      }
      const DistrictMonth month =
          districtMonth(district.records(), absl::CivilMonth(2026, 11), absl::CivilDay(2026, 12, 6));
      std::uint32_t counted = 0;
      bool flagged = false;
      for (const v1::MinutesLine& line : month.worker_minutes) {
        counted += line.minutes();
        flagged = flagged || line.overlaps();
      }
      RC_ASSERT(counted == static_cast<std::uint32_t>(std::count(covered.begin(), covered.end(), true)));
      RC_ASSERT(flagged == (counted < noted));
    }));
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::Properties)
#include "test_properties.moc"
