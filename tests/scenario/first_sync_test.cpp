#include <QTest>
#include <algorithm>
#include <future>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "tests/scenario/field.h"
#include "tests/scenario/must.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Phase;
using client::SyncStatus;
using client::Trouble;

constexpr int kOrdinary = 900;
constexpr int kUrgent = 20;  // tier A: due every week

// Elsewhere a new device can be used after the first sync, hours later, and finding a name takes half a minute. Here
// those who are due soonest come first, what is there can be worked with at once, and a break begins nothing anew.
class FirstSyncTest : public QObject {
  Q_OBJECT
 private slots:
  void todayCanBeWorkedWithWhileTheRestComes();
  void aBreakBeginsNothingAnew();

 private:
  static FieldTablet& newcomer(Field& field);
  static std::size_t urgentOn(Field& field, FieldTablet& tablet);
  static std::set<std::string> held(FieldTablet& tablet);
};

// Somebody new with many doors; the urgent ones were entered last.
FieldTablet& FirstSyncTest::newcomer(Field& field) {
  field.addVisitor("zhao");
  std::vector<std::string> doors;
  for (int number = 0; number < kOrdinary; ++number) {
    doors.push_back(absl::StrCat("ordinary ", number));
  }
  field.addDoors(doors, "zhao", v1::TIER_C);
  doors.clear();
  for (int number = 0; number < kUrgent; ++number) {
    doors.push_back(absl::StrCat("urgent ", number));
  }
  field.addDoors(doors, "zhao", v1::TIER_A);
  return field.newTablet("zhao");
}

// On today's list, before everybody else.
std::size_t FirstSyncTest::urgentOn(Field& field, FieldTablet& tablet) {
  const auto today =
      must(tablet.queries()->today(care::dayOf(field.clock().now(), care::districtZone())), "today's list");
  const auto is_urgent = [](const store::ElderRow& row) { return row.tier == v1::TIER_A; };
  return static_cast<std::size_t>(std::find_if_not(today.begin(), today.end(), is_urgent) - today.begin());
}

std::set<std::string> FirstSyncTest::held(FieldTablet& tablet) {
  std::set<std::string> households;
  tablet.withStore([&](store::Store& store) {
    const auto all = must(store.heldHouseholds(), "what is held");
    households.insert(all.begin(), all.end());
  });
  return households;
}

void FirstSyncTest::todayCanBeWorkedWithWhileTheRestComes() {
  Field field;
  FieldTablet& zhao = newcomer(field);
  struct Midway {
    std::size_t urgent = 0;
    std::size_t found = 0;
    v1::Elder elder;
  };
  std::promise<Midway> midway;
  bool looked = false;
  const auto look = [&](const SyncStatus& status) {
    if (looked || status.phase != Phase::kPulling || status.pulled_households < kUrgent ||
        status.pulled_households >= status.to_pull_households) {
      return;
    }
    looked = true;
    const auto found = must(zhao.queries()->search("urgent 19", absl::CivilDay(2026, 11, 20)), "search");
    midway.set_value({urgentOn(field, zhao), found.size(), zhao.elder("urgent 19")});
  };
  auto exchange = std::async(std::launch::async, [&] { return zhao.sync(look); });
  auto seen = midway.get_future();
  QVERIFY(seen.wait_for(std::chrono::minutes(1)) == std::future_status::ready);
  const Midway there = seen.get();
  QCOMPARE(there.urgent, std::size_t{kUrgent});
  QCOMPARE(there.found, std::size_t{1});
  // The first visit is saved while the rest comes.
  const std::string visit = zhao.visit(there.elder, there.elder.residences(0).household_id());
  QCOMPARE(exchange.get().trouble, Trouble::kNone);
  QCOMPARE(zhao.syncThrough().waiting, std::uint64_t{0});
  QCOMPARE(zhao.records(v1::RECORD_KIND_ELDER).size(), std::size_t{kOrdinary + kUrgent});
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(field.tablet("desk")), std::set<std::string>{visit});
  QCOMPARE(differencesBetween(zhao, field.tablet("desk")), std::size_t{0});
}

void FirstSyncTest::aBreakBeginsNothingAnew() {
  Field field;
  FieldTablet& zhao = newcomer(field);
  FaultyProxy& line = field.line("zhao");
  Trouble trouble = Trouble::kNoNetwork;
  int begun = 0;
  for (int exchanges = 0; trouble != Trouble::kNone && exchanges < 40; ++exchanges) {
    const std::set<std::string> before = held(zhao);
    const std::size_t came = zhao.wire().entries.size();
    line.cutAfter(FaultyProxy::Direction::kToDevice, 15'000);
    trouble = zhao.sync().trouble;
    for (std::size_t at = came; at < zhao.wire().entries.size(); ++at) {
      QVERIFY(!before.contains(zhao.wire().entries[at].household_id()));  // what was kept does not come again
    }
    begun += trouble != Trouble::kNone && held(zhao).size() > kUrgent ? 1 : 0;
    if (begun > 0) {
      QCOMPARE(urgentOn(field, zhao), std::size_t{kUrgent});
    }
  }
  line.pass();
  QCOMPARE(trouble, Trouble::kNone);
  QVERIFY(begun >= 2);
  QCOMPARE(zhao.records(v1::RECORD_KIND_ELDER).size(), std::size_t{kOrdinary + kUrgent});
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  QCOMPARE(differencesBetween(zhao, field.tablet("desk")), std::size_t{0});
}

const Tells<FirstSyncTest> kFirstSync("first_sync");

}  // namespace
}  // namespace doorstep::tests

#include "first_sync_test.moc"
