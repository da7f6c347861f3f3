#include "sync/replication/trusted_time.h"

#include <QtTest>

#include "sync/care/calendar.h"

using namespace doorstep;
using replication::HelloMark;
using replication::MadeWithin;
using replication::Placing;

namespace {

const absl::TimeZone kZone = care::districtZone();
const std::string kBoot(16, 'a');
const std::string kOtherBoot(16, 'b');

absl::Time day(int day, int hour, int minute = 0) {
  return absl::FromCivil(absl::CivilSecond(2026, 11, day, hour, minute, 0), kZone);
}

v1::Stamp stampAt(absl::Time wall, std::int64_t monotonic_ms, const std::string& boot) {
  v1::Stamp stamp;
  *stamp.mutable_wall_at() = care::toTimestamp(wall);
  stamp.set_monotonic_ms(monotonic_ms);
  stamp.set_boot_id(boot);
  return stamp;
}

}  // namespace

// When a change was really made, by hellos and a monotonic clock; and what becomes of the times it claims.
class TrustedTimeTest : public QObject {
  Q_OBJECT

 private slots:
  void hellosBoundAChange_data();
  void hellosBoundAChange();
  void timesAreStandingMovedOrUncertain_data();
  void timesAreStandingMovedOrUncertain();
  void onlyWhatIsWorthKeepingIsKept();
  void absurdStampsAreHarmless();
};

void TrustedTimeTest::hellosBoundAChange_data() {
  QTest::addColumn<quint64>("sequence");
  QTest::addColumn<bool>("same_start");  // as the second hello
  QTest::addColumn<QDateTime>("from");
  QTest::addColumn<QDateTime>("until");
  QTest::addColumn<bool>("measured");
  const auto at = [](absl::Time time) { return QDateTime::fromSecsSinceEpoch(absl::ToUnixSeconds(time)); };
  // Hellos on the 10th with 4 changes made, on the 12th and the 14th with 9; received on the 20th.
  QTest::newRow("before the first hello")
      << quint64{3} << false << at(day(10, 9) - replication::kLongestOffline) << at(day(10, 9)) << false;
  QTest::newRow("between two hellos") << quint64{5} << false << at(day(10, 9)) << at(day(12, 9)) << false;
  QTest::newRow("after the last hello") << quint64{10} << false << at(day(14, 9)) << at(day(20, 9)) << false;
  QTest::newRow("since the same start as a hello") << quint64{9} << true << at(day(12, 7)) << at(day(12, 7)) << true;
  QTest::newRow("a monotonic clock that contradicts the hellos is not believed")
      << quint64{10} << true << at(day(14, 9)) << at(day(20, 9)) << false;
}

void TrustedTimeTest::hellosBoundAChange() {
  QFETCH(quint64, sequence);
  QFETCH(bool, same_start);
  QFETCH(QDateTime, from);
  QFETCH(QDateTime, until);
  QFETCH(bool, measured);
  const std::vector<HelloMark> marks = {{day(10, 9), 1000, std::string(16, 'x'), 4},
                                        {day(12, 9), absl::ToInt64Milliseconds(absl::Hours(3)), kBoot, 9},
                                        {day(14, 9), 1000, std::string(16, 'y'), 9}};
  // Two hours before the second hello, by a clock that stands in 1970.
  const v1::Stamp stamp =
      stampAt(absl::UnixEpoch(), absl::ToInt64Milliseconds(absl::Hours(1)), same_start ? kBoot : kOtherBoot);
  const MadeWithin made = replication::madeWithin(stamp, sequence, marks, day(20, 9));
  QCOMPARE(absl::ToUnixSeconds(made.from), from.toSecsSinceEpoch());
  QCOMPARE(absl::ToUnixSeconds(made.until), until.toSecsSinceEpoch());
  QCOMPARE(made.measured, measured);
}

void TrustedTimeTest::timesAreStandingMovedOrUncertain_data() {
  QTest::addColumn<qint64>("clock_off_minutes");  // wall minus true time, when it was written down
  QTest::addColumn<qint64>("said_off_minutes");   // what the record claims, minus true time
  QTest::addColumn<QByteArray>("known");          // how well the service knows the time
  QTest::addColumn<int>("placing");
  QTest::addColumn<qint64>("moved_minutes");
  constexpr qint64 kDay = 24 * 60;
  constexpr qint64 kTenYears = 3652 * kDay;
  const auto row = [](const char* name, qint64 clock, qint64 said, const char* known, Placing placing,
                      qint64 moved = 0) {
    QTest::newRow(name) << clock << said << QByteArray(known) << static_cast<int>(placing) << moved;
  };
  row("a right clock", 0, 0, "measured", Placing::kAsSaid);
  row("a clock that drifts", 3, 3, "measured", Placing::kAsSaid);
  row("an hour fast, and measured", 60, 60, "measured", Placing::kMoved, -60);
  row("an hour fast, between two hellos", 60, 60, "week", Placing::kAsSaid);
  row("an hour fast, and the offset is known", 60, 60, "offset", Placing::kMoved, -60);
  row("ten years ahead, and measured", kTenYears, kTenYears, "measured", Placing::kMoved, -kTenYears);
  row("ten years behind, and measured", -kTenYears, -kTenYears - 120, "measured", Placing::kMoved, kTenYears);
  row("ten years ahead, and the offset is known", kTenYears, kTenYears, "offset", Placing::kMoved, -kTenYears);
  row("ten years ahead, within one day", kTenYears, kTenYears, "day", Placing::kDay, -kTenYears + 300);
  row("ten years ahead, within a week", kTenYears, kTenYears, "week", Placing::kUncertain);
  row("ten years behind, within a week", -kTenYears, -kTenYears, "week", Placing::kUncertain);
  row("set ten years ahead during the visit", kTenYears, 0, "week", Placing::kAsSaid);
  row("set ten years back during the visit, and measured", -kTenYears, 0, "measured", Placing::kAsSaid);
  row("set an hour ahead during the visit, and measured", 60, 0, "measured", Placing::kAsSaid);
  row("a person typed the day before yesterday", 60, -2 * kDay, "measured", Placing::kAsSaid);
  row("a person typed it with a clock in 2016", -kTenYears, -3 * kDay, "week", Placing::kAsSaid);
  row("days ahead of a service that was set back", 5 * kDay, 5 * kDay - 400, "disputed", Placing::kUncertain);
  row("nine hours ahead of a service that was set back", 2 * kDay + 540, 2 * kDay + 500, "disputed", Placing::kAsSaid);
}

void TrustedTimeTest::timesAreStandingMovedOrUncertain() {
  QFETCH(qint64, clock_off_minutes);
  QFETCH(qint64, said_off_minutes);
  QFETCH(QByteArray, known);
  QFETCH(int, placing);
  QFETCH(qint64, moved_minutes);
  const absl::Time truly = day(18, 10);
  v1::Stamp stamp = stampAt(truly + absl::Minutes(clock_off_minutes), 0, kBoot);
  MadeWithin made{day(14, 9), day(20, 9), false};
  if (known == "measured") {
    made = {truly, truly, true};
  } else if (known == "disputed") {
    made.disputed = true;
  } else if (known == "day") {
    made = {truly - absl::Hours(2), truly + absl::Hours(5), false};
  } else if (known == "offset") {
    stamp.set_offset_known(true);
    stamp.set_service_offset_ms(-clock_off_minutes * 60'000);
  }
  const auto placement = replication::placeInTime(stamp, made, truly + absl::Minutes(said_off_minutes), kZone);
  QCOMPARE(static_cast<int>(placement.placing), placing);
  QCOMPARE(absl::ToInt64Minutes(placement.by), moved_minutes);
}

void TrustedTimeTest::onlyWhatIsWorthKeepingIsKept() {
  std::vector<HelloMark> marks;
  for (int hour = 0; hour < 10; ++hour) {
    marks = replication::withMark(std::move(marks), {day(10, 9) + absl::Hours(hour), hour, kBoot, 7});
  }
  QCOMPARE(marks.size(), std::size_t{2});
  QVERIFY(marks.front().service_at == day(10, 9));
  QVERIFY(marks.back().service_at == day(10, 18));
  for (std::uint64_t made = 8; made < 100; ++made) {
    marks = replication::withMark(std::move(marks), {day(11, 0) + absl::Minutes(made), 0, kBoot, made});
  }
  QCOMPARE(marks.size(), std::size_t{32});
  QCOMPARE(marks.back().made_until, std::uint64_t{99});
  // The service's own clock was set back: nothing from its future stays.
  marks = replication::withMark(std::move(marks), {day(10, 12), 0, kBoot, 100});
  QVERIFY(marks.back().service_at == day(10, 12));
  QVERIFY(
      std::all_of(marks.begin(), marks.end(), [](const HelloMark& mark) { return mark.service_at <= day(10, 12); }));
}

void TrustedTimeTest::absurdStampsAreHarmless() {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
  const std::vector<HelloMark> marks = {{day(10, 9), kLeast, kBoot, std::numeric_limits<std::uint64_t>::max()}};
  for (const std::int64_t extreme : {kMost, kLeast, std::int64_t{0}}) {
    v1::Stamp stamp;
    stamp.mutable_wall_at()->set_seconds(extreme);
    stamp.set_monotonic_ms(extreme);
    stamp.set_boot_id(kBoot);
    stamp.set_offset_known(true);
    stamp.set_service_offset_ms(extreme);
    const MadeWithin made = replication::madeWithin(stamp, 5, marks, day(20, 9));
    QVERIFY(made.from <= made.until && made.until <= day(20, 9) + replication::kClockTolerance);
    const auto placement = replication::placeInTime(stamp, made, day(19, 9), kZone);
    QVERIFY(placement.placing == Placing::kAsSaid || placement.placing == Placing::kUncertain);
  }
}

QTEST_GUILESS_MAIN(TrustedTimeTest)
#include "trusted_time_test.moc"
