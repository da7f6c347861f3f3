#include <QtTest>
#include <future>
#include <thread>

#include "sync/care/calendar.h"
#include "sync/replication/records.h"
#include "sync/service/admin_desk.h"
#include "sync/service/audit.h"
#include "sync/service/exchange/pull_stream.h"
#include "sync/service/keys.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::DistrictBench;

// A month is frozen once, by the service's order of commits; what comes later is shown beside it (domain.md §6).
class FreezeTest : public QObject {
  Q_OBJECT

 private slots:
  void aDeathReportedAfterwardsRestates();
  void aPaperVisitEnteredAfterwardsRestates();
  void duplicatesMergedAfterwardsRestate();
  void itIsFrozenByTheFirstCommitOfTheSixthBeforeAnythingElse();
  void onAHolidayItWaitsWhereTheRulesSaySo();
  void theMonthOfGoingLiveIsNeverFrozen();
  void twiceIsOnce();
  void afterDowntimeItIsFrozenLateInTheLightOfTheWholeMonth();
  void severalMonthsAreFrozenInOrder();
  void aClockYearsAheadFreezesNothingUntilItIsRight();
  void aServiceThatStoodStillForAYearFreezesAfterAWeek();
  void frozenRowsComeInTheFeed();
  void anAreaWithoutFiguresIsFrozenWithItsMonth();
  void laterRulesDoNotTouchAFrozenMonth();
  void recountFindsAChangedFact();
  void recountFindsAChangedFigure();
  void whileChangesArriveEachIsOnOneSide();
};

namespace {

const absl::CivilMonth kNovember(2026, 11);
constexpr char kCommunity[] = "220211001003";

absl::Time december(int day, int hour = 0, int minute = 0) {
  return absl::FromCivil(absl::CivilSecond(2026, 12, day, hour, minute, 0), care::districtZone());
}

std::string ratio(const v1::Figures& figures) {
  return std::to_string(figures.contacted()) + "/" + std::to_string(figures.denominator());
}

// The bench's district with a community of its own for whom a row is about.
class Case : public DistrictBench {
 public:
  explicit Case(int elders = 1) {
    v1::ImportRequest areas;
    *areas.add_rows() = tests::areaRow(2, kCommunity, "220211001", "community", "丙社区");
    areas.set_last(true);
    import(areas);
    v1::ImportRequest people;
    for (int at = 0; at < elders; ++at) {
      const std::string number = "N" + std::to_string(at);
      *people.add_rows() =
          tests::elderRow(static_cast<std::uint32_t>(at + 2), number.c_str(), number.c_str(), kCommunity);
    }
    import(people);
    v1::ImportRequest assignments;
    for (int at = 0; at < elders; ++at) {
      *assignments.add_rows() =
          tests::assignmentRow(static_cast<std::uint32_t>(at + 2), "V2", ("N" + std::to_string(at)).c_str());
    }
    import(assignments);
  }

  v1::CoverageRow row() { return coverage(kCommunity, kNovember); }
};

absl::Status addRuleSet(DistrictBench& bench, const v1::RuleSet& added) {
  return bench.writer().run([&](service::CommitWork& commit) -> absl::Status {
    v1::SetRulesRequest request;
    request.set_district_code("220211");
    *request.mutable_rules() = *commit.directory().rules(bench.districtId());
    *request.mutable_rules()->add_rule_sets() = added;
    const auto set = service::setRules(commit, DistrictBench::operatorCaller(), request);
    return set.ok() ? set->status() : set.status();
  });
}

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

#define VERIFY_ROW(bench, frozen_ratio, restated_ratio)            \
  do {                                                             \
    const v1::CoverageRow shown = (bench).row();                   \
    QCOMPARE(ratio(shown.frozen()), std::string(frozen_ratio));    \
    QCOMPARE(ratio(shown.figures()), std::string(restated_ratio)); \
    QVERIFY(!shown.provisional());                                 \
    QVERIFY(shown.frozen_sequence() > 0);                          \
    VERIFY_RECOUNT(bench);                                         \
  } while (false)

}  // namespace

void FreezeTest::aDeathReportedAfterwardsRestates() {
  Case bench;
  bench.goTo(december(6));
  VERIFY_ROW(bench, "0/1", "0/1");
  bench.goTo(december(9, 10));
  auto staff = bench.device("D1");
  const v1::Record before = bench.record(bench.elder("N0"));
  v1::Record after = before;
  v1::StatusSpan& span = *after.mutable_elder()->add_statuses();
  span.set_status(v1::CARE_STATUS_DECEASED);
  *span.mutable_from_on() = tests::date(2026, 11, 28);
  span.set_confirmed_by(bench.worker("D1"));
  QCOMPARE(bench.pushEdit(staff, before, after).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  VERIFY_ROW(bench, "0/1", "0/0");
}

void FreezeTest::aPaperVisitEnteredAfterwardsRestates() {
  Case bench;
  bench.goTo(december(7, 9));
  auto staff = bench.device("D1");
  v1::Record visit = bench.visit("V2", "N0", "N0", bench.at(27, 14), 40);
  visit.mutable_visit()->set_source(v1::VISIT_SOURCE_PAPER);
  visit.mutable_visit()->set_recorded_by(bench.worker("D1"));
  visit.mutable_visit()->set_late_reason("纸质登记表");
  QCOMPARE(bench.pushOne(staff, visit).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  VERIFY_ROW(bench, "0/1", "1/1");
  QCOMPARE(bench.row().figures().delivered_minutes_entered(), std::int64_t{40});
  QCOMPARE(bench.row().frozen().delivered_minutes_entered(), std::int64_t{0});
}

void FreezeTest::duplicatesMergedAfterwardsRestate() {
  Case bench(2);
  auto visitor = bench.device("V2");
  QCOMPARE(bench.pushOne(visitor, bench.visit("V2", "N0", "N0", bench.at(19, 10))).outcome(),
           v1::RECEIPT_OUTCOME_APPLIED);
  bench.goTo(december(10, 9));
  VERIFY_ROW(bench, "1/2", "1/2");
  auto staff = bench.device("D1");
  const v1::Record before = bench.record(bench.elder("N1"));
  v1::Record after = before;
  after.mutable_elder()->set_merged_into(bench.elder("N0"));
  QCOMPARE(bench.pushEdit(staff, before, after).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  VERIFY_ROW(bench, "1/2", "1/1");
}

void FreezeTest::itIsFrozenByTheFirstCommitOfTheSixthBeforeAnythingElse() {
  Case bench;
  auto visitor = bench.device("V2");
  bench.goTo(december(5, 23, 59));
  QCOMPARE(bench.row().frozen_sequence(), std::uint64_t{0});
  QVERIFY(bench.row().provisional());
  // Nobody has looked at the clock since: the freeze comes with the change itself, and before it.
  bench.clock().setWall(december(6, 0, 1));
  v1::Record visit = bench.visit("V2", "N0", "N0", bench.at(30, 23, 50));
  QCOMPARE(bench.pushOne(visitor, visit).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  VERIFY_ROW(bench, "0/1", "1/1");
  QCOMPARE(absl::ToUnixSeconds(care::toTime(bench.row().frozen_at())), absl::ToUnixSeconds(december(6, 0, 1)));
}

void FreezeTest::onAHolidayItWaitsWhereTheRulesSaySo() {
  Case bench;
  v1::RuleSet waiting;
  *waiting.mutable_from_on() = tests::date(2026, 10, 1);
  waiting.set_freeze_waits_for_working_day(true);
  QVERIFY(addRuleSet(bench, waiting).ok());
  // The 6th is a Sunday: the end of Monday.
  bench.goTo(december(7, 23, 59));
  QCOMPARE(bench.row().frozen_sequence(), std::uint64_t{0});
  bench.goTo(december(8));
  QVERIFY(bench.row().frozen_sequence() > 0);
}

void FreezeTest::theMonthOfGoingLiveIsNeverFrozen() {
  Case bench;
  bench.goTo(december(20));
  const v1::CoverageRow october = bench.coverage(kCommunity, kNovember - 1);
  QVERIFY(october.partial());
  QCOMPARE(october.frozen_sequence(), std::uint64_t{0});
  QVERIFY(october.provisional());
  QVERIFY(bench.row().frozen_sequence() > 0);
}

void FreezeTest::twiceIsOnce() {
  Case bench;
  bench.goTo(december(6));
  const v1::CoverageRow first = bench.row();
  bench.goTo(december(7));
  bench.startAgainAt(december(8));
  bench.goTo(december(9));
  QCOMPARE(bench.row().frozen_sequence(), first.frozen_sequence());
  const auto snapshot = bench.ledger().read();
  QCOMPARE((*snapshot)->district(bench.districtId()).freezes()->size(), std::size_t{1});
  std::size_t audited = 0;
  QVERIFY((*snapshot)
              ->registry()
              .forEachAudit([&audited](const service::AuditRow& row) {
                v1::AuditEvent event;
                event.ParseFromString(row.encoded);
                audited += event.verb() == v1::AUDIT_VERB_FREEZE && event.subject() == "220211 2026-11" ? 1 : 0;
                return absl::OkStatus();
              })
              .ok());
  QCOMPARE(audited, std::size_t{1});
  QVERIFY(service::verifyAudit(**snapshot).ok());
}

void FreezeTest::afterDowntimeItIsFrozenLateInTheLightOfTheWholeMonth() {
  Case bench;
  auto visitor = bench.device("V2");
  // Of the tier A elder all weeks of November are due by then, of which nobody had looked at the last ones.
  const std::int64_t slots_then = bench.figures("220211", kNovember).slots_due();
  bench.startAgainAt(december(20, 8));
  QCOMPARE(absl::ToUnixSeconds(care::toTime(bench.row().frozen_at())), absl::ToUnixSeconds(december(20, 8)));
  QVERIFY(bench.coverage("220211", kNovember).frozen().slots_due() > slots_then);
  v1::Record visit = bench.visit("V2", "N0", "N0", bench.at(25, 10));
  visit.mutable_visit()->set_late_reason("平板没有信号");
  const auto receipt = bench.pushOne(visitor, visit);
  QCOMPARE(receipt.outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QVERIFY(receipt.revision().sequence() > bench.row().frozen_sequence());
  VERIFY_ROW(bench, "0/1", "1/1");
}

void FreezeTest::severalMonthsAreFrozenInOrder() {
  Case bench;
  bench.startAgainAt(absl::FromCivil(absl::CivilSecond(2027, 3, 1, 9, 0, 0), care::districtZone()));
  const auto snapshot = bench.ledger().read();
  const auto freezes = (*snapshot)->district(bench.districtId()).freezes();
  QCOMPARE(freezes->size(), std::size_t{3});  // November, December, January
  for (std::size_t at = 0; at < freezes->size(); ++at) {
    QCOMPARE((*freezes)[at].month, service::monthNumber(kNovember) + static_cast<std::int64_t>(at));
    QVERIFY(at == 0 || (*freezes)[at].revision.sequence() > (*freezes)[at - 1].revision.sequence());
  }
  VERIFY_RECOUNT(bench);
}

void FreezeTest::aClockYearsAheadFreezesNothingUntilItIsRight() {
  Case bench;
  const auto freezes = [&bench] { return (*bench.ledger().read())->district(bench.districtId()).freezes()->size(); };
  const absl::Time wrong = absl::FromCivil(absl::CivilSecond(2036, 12, 20, 9, 0, 0), care::districtZone());
  bench.startAgainAt(wrong);
  QVERIFY(bench.writer().doubtsClock(bench.districtId()));
  bench.goTo(wrong + absl::Hours(30));  // a second commit believes it no more than the first
  QCOMPARE(freezes(), std::size_t{0});
  bench.startAgainAt(december(5, 9));
  QVERIFY(!bench.writer().doubtsClock(bench.districtId()));
  QCOMPARE(bench.row().frozen_sequence(), std::uint64_t{0});
  bench.goTo(december(6));
  QCOMPARE(freezes(), std::size_t{1});
  VERIFY_ROW(bench, "0/1", "0/1");
}

void FreezeTest::aServiceThatStoodStillForAYearFreezesAfterAWeek() {
  Case bench;
  const absl::Time back = absl::FromCivil(absl::CivilSecond(2027, 11, 20, 9, 0, 0), care::districtZone());
  bench.startAgainAt(back);
  bench.goTo(back + absl::Hours(24 * 6));
  QCOMPARE(bench.row().frozen_sequence(), std::uint64_t{0});
  bench.goTo(back + absl::Hours(24 * 7));
  QVERIFY(bench.row().frozen_sequence() > 0);
  QVERIFY(!bench.writer().doubtsClock(bench.districtId()));
}

void FreezeTest::frozenRowsComeInTheFeed() {
  Case bench;
  bench.goTo(december(5, 12));
  v1::PullRequest request;
  request.set_names_held(true);
  request.mutable_cursor()->set_epoch(1);
  request.mutable_cursor()->set_sequence(bench.head());
  bench.goTo(december(6));
  service::PullStream stream(bench.device("D1").caller, request, care::dayOf(bench.clock().now(), bench.zone()));
  std::size_t frozen = 0;
  while (true) {
    const auto snapshot = bench.ledger().read();
    const auto page = stream.next((*snapshot)->district(bench.districtId()), bench.writer().directory());
    QVERIFY(page.ok());
    if (!page->has_value()) {
      break;
    }
    for (const v1::FeedEntry& entry : (*page)->entries()) {
      if (entry.kind() == v1::RECORD_KIND_COVERAGE_ROW) {
        const v1::CoverageRow row = replication::decodeRecord(entry.record())->coverage_row();
        if (care::civilMonth(row.month()) == kNovember) {
          QVERIFY(row.frozen_sequence() > 0);
          QCOMPARE(row.frozen().denominator(), row.figures().denominator());
          ++frozen;
        }
      }
    }
  }
  QCOMPARE(frozen, std::size_t{6});  // district, subdistrict, three communities, the grid
}

void FreezeTest::anAreaWithoutFiguresIsFrozenWithItsMonth() {
  Case bench(0);
  bench.goTo(december(6));
  QVERIFY(bench.row().frozen_sequence() > 0);
  QCOMPARE(ratio(bench.row().frozen()), std::string("0/0"));
}

void FreezeTest::laterRulesDoNotTouchAFrozenMonth() {
  Case bench;
  bench.goTo(december(6));
  v1::RuleSet other;
  *other.mutable_from_on() = tests::date(2026, 11, 1);
  other.add_priority_kinds(v1::ELDER_KIND_EXTREME_HARDSHIP);
  QVERIFY(addRuleSet(bench, other).ok());
  VERIFY_ROW(bench, "0/1", "0/1");
  QCOMPARE(bench.coverage(kCommunity, kNovember + 1).figures().denominator(), std::int64_t{0});
}

void FreezeTest::recountFindsAChangedFact() {
  Case bench;
  bench.goTo(december(6));
  QVERIFY(bench.writer()
              .run([&](service::CommitWork& commit) {
                v1::ElderMonth invented;
                invented.set_area_id(bench.area(kCommunity));
                *invented.mutable_month() = care::toMonth(kNovember);
                return commit.district(bench.districtId())
                    .ledger.putFrozenFact(service::monthNumber(kNovember),
                                          {service::FactKind::kElderMonth, std::string(16, 'x'), "2026-11", "",
                                           invented.SerializeAsString()});
              })
              .ok());
  const v1::RecountReply reply = bench.recount();
  QCOMPARE(reply.differences_size(), 1);
  QCOMPARE(reply.differences(0).figure(), std::string("frozen.facts"));
}

void FreezeTest::recountFindsAChangedFigure() {
  Case bench;
  bench.goTo(december(6));
  QVERIFY(bench.writer()
              .run([&](service::CommitWork& commit) {
                service::FrozenRow row{std::string(16, 'y'), bench.area("220211001"), {}};
                row.figures.set_contacted(1);
                return commit.district(bench.districtId()).ledger.putFrozenRow(service::monthNumber(kNovember), row);
              })
              .ok());
  const v1::RecountReply reply = bench.recount();
  QCOMPARE(reply.differences_size(), 1);
  QCOMPARE(reply.differences(0).figure(), std::string("frozen.contacted"));
  QCOMPARE(reply.differences(0).kept(), std::int64_t{1});
}

// Many tablets push while the sixth begins: each visit is frozen or restated by its own sequence.
void FreezeTest::whileChangesArriveEachIsOnOneSide() {
  constexpr int kTablets = 4;
  constexpr int kVisits = 25;
  Case bench(kTablets);
  bench.clock().setWall(december(5, 23, 0));
  std::vector<DistrictBench::Device> devices;
  std::vector<std::vector<std::string>> changes(kTablets);
  for (int tablet = 0; tablet < kTablets; ++tablet) {
    devices.push_back(bench.device("V2"));
    const std::string number = "N" + std::to_string(tablet);
    for (int visit = 0; visit < kVisits; ++visit) {
      const v1::Record record = bench.visit("V2", number, number, bench.at(30, 1) + absl::Minutes(40 * visit), 30);
      changes[static_cast<std::size_t>(tablet)].push_back(bench.change(devices.back(), record));
    }
  }
  std::promise<void> half;
  std::shared_future<void> half_done = half.get_future().share();
  std::vector<std::thread> tablets;
  std::atomic<int> pushed = 0;
  for (std::size_t tablet = 0; tablet < kTablets; ++tablet) {
    tablets.emplace_back([&, tablet] {
      for (std::size_t at = 0; at < kVisits; ++at) {
        bench.push(devices[tablet], {changes[tablet][at]});
        if (++pushed == kTablets * kVisits / 2) {
          half.set_value();
        }
      }
    });
  }
  half_done.wait();
  // Between two commits, on the writer's own thread.
  QVERIFY(bench.writer()
              .run([&bench](service::CommitWork& /*commit*/) {
                bench.clock().setWall(december(6));
                return absl::OkStatus();
              })
              .ok());
  for (std::thread& tablet : tablets) {
    tablet.join();
  }
  bench.goTo(december(6));
  const v1::CoverageRow row = bench.row();
  const auto snapshot = bench.ledger().read();
  std::int64_t before = 0;
  std::int64_t all = 0;
  QVERIFY((*snapshot)
              ->district(bench.districtId())
              .forEachRecord([&](const service::StoredRecord& stored) {
                if (stored.kind == v1::RECORD_KIND_VISIT) {
                  ++all;
                  before += stored.revision.sequence() <= row.frozen_sequence() ? 1 : 0;
                }
                return absl::OkStatus();
              })
              .ok());
  QCOMPARE(all, std::int64_t{kTablets * kVisits});
  QCOMPARE(row.figures().person_times_in_person(), all);
  QCOMPARE(row.frozen().person_times_in_person(), before);
  QVERIFY(before >= all / 2);
  VERIFY_RECOUNT(bench);
}

QTEST_GUILESS_MAIN(FreezeTest)
#include "freeze_test.moc"
