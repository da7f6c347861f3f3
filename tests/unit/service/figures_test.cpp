#include <QtTest>
#include <functional>
#include <future>
#include <random>

#include "sync/care/calendar.h"
#include "sync/service/evaluation.h"
#include "sync/service/keys.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::DistrictBench;

// Kept sums are the sums of the records, at every step (promise P9).
class FiguresTest : public QObject {
  Q_OBJECT

 private slots:
  void aSeenElderCountsInGridCommunityAndDistrict();
  void aCorrectedVisitCountsOnce();
  void aServiceInsideAVisitIsTakenOff();
  void aNewDayIsSeenByItself();
  void aNewMonthHasItsFacts();
  void monthsBeforeTheDistrictWentLiveHavePersonTimesOnly();
  void sumsEqualARecountAfterAnyChanges_data();
  void sumsEqualARecountAfterAnyChanges();
};

namespace {

const absl::CivilMonth kNovember(2026, 11);

std::string differences(const v1::RecountReply& reply) {
  std::string text;
  for (const v1::RecountDifference& difference : reply.differences()) {
    text += difference.ShortDebugString() + "\n";
  }
  return text;
}

#define VERIFY_RECOUNT(bench)                                 \
  do {                                                        \
    const std::string found = differences((bench).recount()); \
    QVERIFY2(found.empty(), found.c_str());                   \
  } while (false)

}  // namespace

void FiguresTest::aSeenElderCountsInGridCommunityAndDistrict() {
  DistrictBench bench;
  QCOMPARE(bench.figures("220211", kNovember).denominator(), std::int64_t{5});
  QCOMPARE(bench.figures("220211", kNovember).missed_unassigned(), std::int64_t{1});
  auto device = bench.device("V1");
  bench.pushOne(device, bench.visit("V1", "H1", "E1", bench.at(19, 10), 40));
  for (const char* code : {"220211", "220211001", "220211001001", "22021100100101"}) {
    const v1::Figures figures = bench.figures(code, kNovember);
    QCOMPARE(figures.contacted(), std::int64_t{1});
    QCOMPARE(figures.person_times_in_person(), std::int64_t{1});
    QCOMPARE(figures.worker_minutes_provisional(), std::int64_t{40});
    QCOMPARE(figures.delivered_minutes_measured(), std::int64_t{40});
  }
  QCOMPARE(bench.figures("220211001002", kNovember).contacted(), std::int64_t{0});
  VERIFY_RECOUNT(bench);
}

void FiguresTest::aCorrectedVisitCountsOnce() {
  DistrictBench bench;
  auto device = bench.device("V1");
  const v1::Record first = bench.visit("V1", "H1", "E1", bench.at(18, 10), 40);
  bench.pushOne(device, first);
  v1::Record second = bench.visit("V1", "H1", "E1", bench.at(19, 10), 20);
  second.mutable_visit()->set_corrects_id(first.visit().id());
  bench.pushOne(device, second);
  QCOMPARE(bench.figures("220211", kNovember).worker_minutes_provisional(), std::int64_t{20});
  VERIFY_RECOUNT(bench);
  v1::Record third = bench.visit("V1", "H1", "E1", bench.at(19, 10), 20);
  third.mutable_visit()->set_corrects_id(second.visit().id());
  third.mutable_visit()->set_voided(true);
  bench.pushOne(device, third);
  QCOMPARE(bench.figures("220211", kNovember).contacted(), std::int64_t{0});
  QCOMPARE(bench.figures("220211", kNovember).worker_minutes_provisional(), std::int64_t{0});
  VERIFY_RECOUNT(bench);
}

void FiguresTest::aServiceInsideAVisitIsTakenOff() {
  DistrictBench bench;
  auto device = bench.device("V1");
  const v1::Record visit = bench.visit("V1", "H1", "E1", bench.at(19, 10), 60);
  bench.push(device, {bench.change(device, visit),
                      bench.change(device, bench.serviceEntry(visit.visit(), v1::SERVICE_KIND_FREE_HAIRCUT, 20))});
  const v1::Figures figures = bench.figures("220211", kNovember);
  QCOMPARE(figures.worker_minutes_provisional(), std::int64_t{60});
  QCOMPARE(figures.delivered_minutes_measured(), std::int64_t{40});
  QCOMPARE(figures.delivered_minutes_entered(), std::int64_t{20});
  VERIFY_RECOUNT(bench);
}

void FiguresTest::aNewDayIsSeenByItself() {
  DistrictBench bench;
  const auto before = bench.figures("220211", kNovember).slots_due();
  bench.clock().advance(absl::Hours(24 * 3));  // a new week has begun for tier A
  absl::Status current;
  std::promise<absl::Status> done;
  bench.writer().whenCurrent(bench.districtId(), [&done](absl::Status status) { done.set_value(std::move(status)); });
  current = done.get_future().get();
  QVERIFY(current.ok());
  QCOMPARE(bench.figures("220211", kNovember).slots_due(), before + 1);
  VERIFY_RECOUNT(bench);
}

void FiguresTest::aNewMonthHasItsFacts() {
  DistrictBench bench;
  QCOMPARE(bench.figures("220211", absl::CivilMonth(2026, 12)).denominator(), std::int64_t{0});
  bench.clock().advance(absl::Hours(24 * 40));  // 30 December
  auto device = bench.device("V1");
  bench.pushOne(device, bench.visit("V1", "H2", "E3", bench.clock().now() - absl::Hours(1)));
  QCOMPARE(bench.figures("220211", absl::CivilMonth(2026, 12)).denominator(), std::int64_t{5});
  QCOMPARE(bench.figures("220211", absl::CivilMonth(2026, 12)).contacted(), std::int64_t{1});
  VERIFY_RECOUNT(bench);
}

void FiguresTest::monthsBeforeTheDistrictWentLiveHavePersonTimesOnly() {
  DistrictBench bench;
  v1::ImportRequest request;
  *request.add_rows() = tests::elderRow(2, "E6", "H6", "220211001002");
  v1::RosterContact& contact = *request.mutable_rows(0)->mutable_elder()->add_contacts();
  contact.set_mode(v1::CONTACT_MODE_PHONE);
  contact.set_outcome(v1::CONTACT_OUTCOME_SPOKE_REMOTE);
  *contact.mutable_on() = tests::date(2026, 9, 20);
  contact.set_staff_number("V2");
  QCOMPARE(bench.import(request)[0].outcome(), v1::IMPORT_OUTCOME_CREATED);
  const v1::Figures figures = bench.figures("220211", absl::CivilMonth(2026, 9));
  QCOMPARE(figures.person_times_phone(), std::int64_t{1});
  QCOMPARE(figures.denominator(), std::int64_t{0});
  VERIFY_RECOUNT(bench);
}

void FiguresTest::sumsEqualARecountAfterAnyChanges_data() {
  QTest::addColumn<unsigned>("seed");
  for (unsigned seed = 1; seed <= 6; ++seed) {
    QTest::addRow("seed %u", seed) << seed;
  }
}

namespace {

// People at work for some weeks, under a seed.
class Weeks {
 public:
  Weeks(DistrictBench& bench, unsigned seed)
      : bench_(bench),
        random_(seed),
        visitor_(bench.device("V1")),
        supervisor_(bench.device("S1")),
        staff_(bench.device("D1")) {}

  void step() {
    switch (below(12)) {
      case 0:
      case 1:
      case 2:
        return visitSomebody();
      case 3:
        return correctAVisit();
      case 4:
        return serve();
      case 5:
        return correctAService();
      case 6:
        return raiseOrMoveARisk();
      case 7:
        return changeAStatus();
      case 8:
        return moveSomebody();
      case 9:
        return mergeSomebody();
      case 10:
        return moveAHousehold();
      default:
        return passTime();
    }
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  absl::Time recently() { return bench_.clock().now() - absl::Minutes(static_cast<std::int64_t>(below(60 * 24 * 20))); }
  std::string fileNumber() { return "E" + std::to_string(1 + below(5)); }

  void visitSomebody() {
    const std::string file = fileNumber();
    const v1::Record elder = bench_.record(bench_.elder(file));
    v1::Record visit = bench_.visit("D1", "H1", file, recently(), static_cast<int>(below(120)));
    visit.mutable_visit()->set_household_id(elder.elder().residences().rbegin()->household_id());
    if (below(3) == 0) {
      visit.mutable_visit()->mutable_contacts(0)->set_mode(v1::CONTACT_MODE_PHONE);
      visit.mutable_visit()->mutable_contacts(0)->set_outcome(below(2) == 0 ? v1::CONTACT_OUTCOME_NO_REPLY
                                                                            : v1::CONTACT_OUTCOME_SPOKE_REMOTE);
    }
    if (below(4) == 0) {
      visit.mutable_visit()->add_worker_ids(bench_.worker("V2"));
    }
    if (below(5) == 0) {
      visit.mutable_visit()->set_precision(v1::PRECISION_DAY);
    }
    if (bench_.pushOne(staff_, visit).outcome() == v1::RECEIPT_OUTCOME_APPLIED) {
      visits_.push_back(visit.visit());
    }
  }

  void correctAVisit() {
    if (visits_.empty()) {
      return;
    }
    v1::Record record;
    v1::Visit& visit = *record.mutable_visit();
    visit = visits_[below(visits_.size())];
    visit.set_corrects_id(visit.id());
    visit.set_id(bench_.newId());
    visit.set_voided(below(3) == 0);
    const absl::Time starts = care::toTime(visit.started_at()) - absl::Hours(static_cast<std::int64_t>(below(60)));
    *visit.mutable_started_at() = care::toTimestamp(starts);
    *visit.mutable_ended_at() = care::toTimestamp(starts + absl::Minutes(25));
    if (bench_.pushOne(staff_, record).outcome() == v1::RECEIPT_OUTCOME_APPLIED) {
      visits_.push_back(visit);
    }
  }

  void serve() {
    if (visits_.empty()) {
      return;
    }
    v1::Record entry = bench_.serviceEntry(visits_[below(visits_.size())], v1::SERVICE_KIND_ERRAND,
                                           static_cast<std::uint32_t>(1 + below(90)));
    if (below(2) == 0) {
      entry.mutable_service_entry()->clear_visit_id();
    }
    if (below(3) == 0) {  // after midnight, maybe
      *entry.mutable_service_entry()->mutable_started_at() = care::toTimestamp(
          care::toTime(entry.service_entry().started_at()) + absl::Hours(static_cast<std::int64_t>(below(10))));
    }
    if (bench_.pushOne(staff_, entry).outcome() == v1::RECEIPT_OUTCOME_APPLIED) {
      entries_.push_back(entry.service_entry());
    }
  }

  void correctAService() {
    if (entries_.empty()) {
      return;
    }
    const v1::ServiceEntry& entry = entries_[below(entries_.size())];
    v1::Record record;
    v1::ServiceEntryEvent& event = *record.mutable_service_entry_event();
    event.set_id(bench_.newId());
    event.set_entry_id(entry.id());
    event.set_household_id(entry.household_id());
    const v1::ServiceEntryState states[] = {v1::SERVICE_ENTRY_STATE_CONFIRMED, v1::SERVICE_ENTRY_STATE_DISPUTED,
                                            v1::SERVICE_ENTRY_STATE_CORRECTED, v1::SERVICE_ENTRY_STATE_VOIDED};
    event.set_to(states[below(4)]);
    event.set_by(bench_.worker("D1"));
    *event.mutable_at() = care::toTimestamp(bench_.clock().now());
    if (event.to() == v1::SERVICE_ENTRY_STATE_CORRECTED) {
      v1::WorkerMinutes& share = *event.add_corrected_workers();
      share.set_worker_id(bench_.worker(below(2) == 0 ? "V2" : "D1"));
      share.set_minutes(7);
    }
    bench_.pushOne(staff_, record);
  }

  void raiseOrMoveARisk() {
    if (flags_.empty() || below(2) == 0) {
      const std::string file = fileNumber();
      const v1::Record elder = bench_.record(bench_.elder(file));
      v1::Record flag = bench_.risk("D1", "H1", file, v1::RISK_KIND_FALL, v1::RISK_LEVEL_ORANGE);
      flag.mutable_risk_flag()->set_household_id(elder.elder().residences().rbegin()->household_id());
      *flag.mutable_risk_flag()->mutable_opened_at() = care::toTimestamp(recently());
      if (below(4) == 0) {
        flag.mutable_risk_flag()->clear_elder_id();
      }
      bench_.pushOne(staff_, flag);
      flags_.push_back(flag.risk_flag());
      return;
    }
    const v1::RiskState states[] = {v1::RISK_STATE_ACKNOWLEDGED, v1::RISK_STATE_IN_ACTION, v1::RISK_STATE_RESOLVED,
                                    v1::RISK_STATE_RECHECKED,    v1::RISK_STATE_CLOSED,    v1::RISK_STATE_DISMISSED};
    bench_.pushOne(staff_, bench_.riskEvent("D1", flags_[below(flags_.size())], states[below(6)]));
  }

  void editElder(const std::function<void(v1::Elder&)>& change) {
    const v1::Record before = bench_.record(bench_.elder(fileNumber()));
    v1::Record after = before;
    change(*after.mutable_elder());
    if (after.SerializeAsString() != before.SerializeAsString()) {
      staff_.base = bench_.head();
      bench_.pushEdit(staff_, before, after);
    }
  }

  void changeAStatus() {
    editElder([this](v1::Elder& elder) {
      const v1::CareStatus statuses[] = {v1::CARE_STATUS_AWAY, v1::CARE_STATUS_HOSPITALISED, v1::CARE_STATUS_AT_HOME,
                                         v1::CARE_STATUS_INSTITUTIONALISED, v1::CARE_STATUS_MOVED_OUT};
      v1::StatusSpan& span = *elder.add_statuses();
      span.set_status(statuses[below(5)]);
      *span.mutable_from_on() = today();
      if (below(2) == 0) {
        v1::TierSpan& tier = *elder.add_tiers();
        tier.set_tier(below(2) == 0 ? v1::TIER_A : v1::TIER_B);
        *tier.mutable_from_on() = today();
      }
    });
  }

  void moveSomebody() {
    editElder([this](v1::Elder& elder) {
      v1::ResidenceSpan& span = *elder.add_residences();
      span.set_household_id(bench_.household("H" + std::to_string(1 + below(4))));
      *span.mutable_from_on() = today();
    });
  }

  void mergeSomebody() {
    if (below(3) != 0) {
      return;
    }
    editElder([this](v1::Elder& elder) {
      const std::string into = bench_.elder(fileNumber());
      elder.set_merged_into(elder.merged_into().empty() && into != elder.id() ? into : std::string());
    });
  }

  void moveAHousehold() {
    const v1::Record before = bench_.record(bench_.household("H" + std::to_string(1 + below(4))));
    v1::Record after = before;
    const char* areas[] = {"22021100100101", "220211001002", "220211001001"};
    after.mutable_household()->set_area_id(bench_.area(areas[below(3)]));
    if (after.household().area_id() != before.household().area_id()) {
      staff_.base = bench_.head();
      bench_.pushEdit(staff_, before, after);
    }
  }

  void passTime() { bench_.clock().advance(absl::Hours(static_cast<std::int64_t>(below(70)))); }
  v1::Date today() { return care::toDate(care::dayOf(bench_.clock().now(), bench_.zone())); }

  DistrictBench& bench_;
  std::mt19937 random_;
  DistrictBench::Device visitor_;
  DistrictBench::Device supervisor_;
  DistrictBench::Device staff_;
  std::vector<v1::Visit> visits_;
  std::vector<v1::ServiceEntry> entries_;
  std::vector<v1::RiskFlag> flags_;
};

}  // namespace

void FiguresTest::sumsEqualARecountAfterAnyChanges() {
  QFETCH(unsigned, seed);
  DistrictBench bench;
  Weeks weeks(bench, seed);
  for (int step = 0; step < 150; ++step) {
    weeks.step();
    if (step % 10 == 9) {
      VERIFY_RECOUNT(bench);
    }
  }
}

QTEST_GUILESS_MAIN(FiguresTest)
#include "figures_test.moc"
