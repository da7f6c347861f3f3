#include <QTest>

#include "sync/care/calendar.h"
#include "tests/scenario/field.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

// A tablet's own clock: set at will, and started anew as by a flat battery.
class ResetClock final : public outside::Clock {
 public:
  explicit ResetClock(const outside::Clock& base) : base_(base), boot_id_(base.bootId()) {}

  absl::Time now() const override { return base_.now() + off_; }
  absl::Duration monotonic() const override { return base_.monotonic(); }
  std::string bootId() const override { return boot_id_; }

  void setTo(absl::Time wall) { off_ = wall - base_.now(); }
  void startAnew() { boot_id_ = std::string(16, static_cast<char>(++starts_)); }
  void setRight() { off_ = absl::ZeroDuration(); }

 private:
  const outside::Clock& base_;
  absl::Duration off_;
  std::string boot_id_;
  int starts_ = 0;
};

// getodk/getodk#983: clocks are reset while tablets are offline, and forms come in dated 1970. Nothing is lost, nothing
// is put in another order, and no figure is made of a date that nobody can have meant (promise P7).
class ClockResetTest : public QObject {
  Q_OBJECT
 private slots:
  void whateverTheClockSays_data();
  void whateverTheClockSays();

 private:
  static std::optional<v1::Visit> atTheDesk(Field& field, const std::string& id);
};

std::optional<v1::Visit> ClockResetTest::atTheDesk(Field& field, const std::string& id) {
  FieldTablet& desk = field.tablet("desk");
  if (desk.syncThrough().trouble != Trouble::kNone) {
    return std::nullopt;
  }
  for (const HeldRecord& held : desk.records(v1::RECORD_KIND_VISIT)) {
    if (held.id == id) {
      return held.record.visit();
    }
  }
  return std::nullopt;
}

void ClockResetTest::whateverTheClockSays_data() {
  QTest::addColumn<int>("year");
  QTest::addColumn<bool>("restarted");
  QTest::newRow("1970, a flat battery") << 1970 << true;
  QTest::newRow("1970, still the same start") << 1970 << false;
  QTest::newRow("ten years behind, restarted") << 2016 << true;
  QTest::newRow("ten years ahead") << 2036 << false;
  QTest::newRow("ten years ahead, restarted") << 2036 << true;
}

void ClockResetTest::whateverTheClockSays() {
  QFETCH(int, year);
  QFETCH(bool, restarted);
  Field field;
  const std::string code = field.codeFor("li");
  ResetClock clock(field.clock());
  QDir().mkpath(QString::fromStdString(field.folder("own")));
  FieldTablet li(field.folder("own"), clock, {field.service().enrolmentAddress(), field.service().syncPort()}, code);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);

  clock.setTo(absl::FromCivil(absl::CivilSecond(year, 1, 1, 0, 30, 0), care::districtZone()));
  if (restarted) {
    clock.startAnew();
  }
  const std::string visit = li.visit(li.elder("south"), field.household("south"));
  const client::SyncStatus status = li.syncThrough();
  QCOMPARE(status.trouble, Trouble::kNone);
  QCOMPARE(status.waiting, 0U);

  // The visit was made between two hellos of one day: it stands on that day, whatever the clock said.
  const std::optional<v1::Visit> stands = atTheDesk(field, visit);
  QVERIFY(stands.has_value());
  QCOMPARE(care::dayOf(stands->started_at(), care::districtZone()),
           care::dayOf(field.clock().now(), care::districtZone()));
  QCOMPARE(field.quarantined(), 0U);

  // And when the clock is right again, work goes on as ever.
  clock.setRight();
  const std::string next = li.visit(li.elder("south"), field.household("south"));
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QVERIFY(atTheDesk(field, next).has_value());
  QCOMPARE(field.differencesOfRecount(), 0U);
}

const Tells<ClockResetTest> kClockReset("clock_reset");

}  // namespace
}  // namespace doorstep::tests

#include "clock_reset_test.moc"
