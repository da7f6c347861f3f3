#include <QTest>
#include <set>
#include <utility>

#include "district.h"
#include "sync/care/risk_lifecycle.h"

namespace doorstep::care::testing {
namespace {

v1::RiskFlag flagOf(v1::RiskLevel level, google::protobuf::Timestamp opened_at) {
  v1::RiskFlag flag;
  flag.set_level(level);
  flag.set_reported_by("reporter");
  *flag.mutable_opened_at() = opened_at;
  return flag;
}

v1::RiskEvent step(v1::RiskState to, google::protobuf::Timestamp when,
                   v1::RiskLevel level = v1::RISK_LEVEL_UNSPECIFIED) {
  v1::RiskEvent made;
  made.set_to(to);
  made.set_level(level);
  made.set_by("supervisor");
  *made.mutable_at() = when;
  return made;
}

RiskStatus fold(const v1::RiskFlag& flag, const std::vector<v1::RiskEvent>& events) {
  std::vector<const v1::RiskEvent*> pointers;
  for (const v1::RiskEvent& each : events) {
    pointers.push_back(&each);
  }
  return foldRisk(flag, pointers);
}

// Without days of the district's own.
WorkingDays usual() {
  return WorkingDays(v1::DistrictRules());
}

QString timeText(const std::optional<absl::Time>& time) {
  return time.has_value() ? QString::fromStdString(absl::FormatTime("%m-%d %H:%M", *time, districtZone()))
                          : QStringLiteral("none");
}

}  // namespace

class RiskLifecycle : public QObject {
  Q_OBJECT

 private slots:
  // Every pair of states; what is not listed is refused.
  void transition_data() {
    constexpr int kOpen = v1::RISK_STATE_OPEN;
    constexpr int kAcknowledged = v1::RISK_STATE_ACKNOWLEDGED;
    constexpr int kInAction = v1::RISK_STATE_IN_ACTION;
    constexpr int kReferred = v1::RISK_STATE_REFERRED;
    constexpr int kResolved = v1::RISK_STATE_RESOLVED;
    constexpr int kRechecked = v1::RISK_STATE_RECHECKED;
    constexpr int kClosed = v1::RISK_STATE_CLOSED;
    constexpr int kReopened = v1::RISK_STATE_REOPENED;
    constexpr int kDismissed = v1::RISK_STATE_DISMISSED;
    constexpr int kDuplicate = v1::RISK_STATE_DUPLICATE;
    std::set<std::pair<int, int>> allowed = {
        {kOpen, kAcknowledged},  {kReopened, kAcknowledged}, {kAcknowledged, kInAction}, {kAcknowledged, kReferred},
        {kInAction, kReferred},  {kReferred, kInAction},     {kInAction, kResolved},     {kReferred, kResolved},
        {kResolved, kRechecked}, {kRechecked, kClosed},      {kResolved, kReopened},     {kRechecked, kReopened},
        {kClosed, kReopened},    {kDismissed, kReopened},    {kDuplicate, kReopened},
    };
    for (const int open : {kOpen, kReopened, kAcknowledged, kInAction, kReferred}) {
      allowed.insert({open, kDismissed});
      allowed.insert({open, kDuplicate});
    }
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("may");
    for (int from = v1::RiskState_MIN; from <= v1::RiskState_MAX; ++from) {
      for (int to = v1::RiskState_MIN; to <= v1::RiskState_MAX; ++to) {
        QTest::newRow((v1::RiskState_Name(from) + " " + v1::RiskState_Name(to)).c_str())
            << from << to << (allowed.count({from, to}) > 0);
      }
    }
  }

  void transition() {
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(bool, may);
    QCOMPARE(mayFollow(static_cast<v1::RiskState>(from), static_cast<v1::RiskState>(to)), may);
  }

  // 20 November 2026 is a Friday.
  void deadline_data() {
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("day");
    QTest::addColumn<QString>("acknowledge");
    QTest::addColumn<QString>("act");
    QTest::addColumn<QString>("resolve");
    QTest::newRow("red") << int{v1::RISK_LEVEL_RED} << 20 << "11-20 10:15"
                         << "11-20 12:00"
                         << "11-21 10:00";
    QTest::newRow("orange on a Friday") << int{v1::RISK_LEVEL_ORANGE} << 20 << "11-21 10:00"
                                        << "11-25 10:00"
                                        << "11-27 10:00";
    QTest::newRow("orange on a Monday") << int{v1::RISK_LEVEL_ORANGE} << 16 << "11-17 10:00"
                                        << "11-19 10:00"
                                        << "11-23 10:00";
    QTest::newRow("yellow on a Wednesday") << int{v1::RISK_LEVEL_YELLOW} << 18 << "11-23 10:00"
                                           << "none"
                                           << "12-18 10:00";
    QTest::newRow("yellow on a Saturday") << int{v1::RISK_LEVEL_YELLOW} << 21 << "11-25 10:00"
                                          << "none"
                                          << "12-21 10:00";
  }

  void deadline() {
    QFETCH(int, level);
    QFETCH(int, day);
    QFETCH(QString, acknowledge);
    QFETCH(QString, act);
    QFETCH(QString, resolve);
    const v1::RiskFlag flag = flagOf(static_cast<v1::RiskLevel>(level), at(11, day, 10));
    const RiskStatus status = fold(flag, {});
    QCOMPARE(timeText(dueAt(flag, status, RiskDeadline::kAcknowledge, usual())), acknowledge);
    QCOMPARE(timeText(dueAt(flag, status, RiskDeadline::kAct, usual())), act);
    QCOMPARE(timeText(dueAt(flag, status, RiskDeadline::kResolve, usual())), resolve);
  }

  void nextDeadlineFollowsTheState() {
    const v1::RiskFlag red = flagOf(v1::RISK_LEVEL_RED, at(11, 20, 10));
    std::vector<v1::RiskEvent> events;
    const auto next = [&red, &events] { return timeText(nextDueAt(red, fold(red, events), usual())); };
    QCOMPARE(next(), QStringLiteral("11-20 10:15"));
    events.push_back(step(v1::RISK_STATE_ACKNOWLEDGED, at(11, 20, 10, 5)));
    QCOMPARE(next(), QStringLiteral("11-20 12:00"));
    events.push_back(step(v1::RISK_STATE_IN_ACTION, at(11, 20, 11)));
    QCOMPARE(next(), QStringLiteral("11-21 10:00"));
    events.push_back(step(v1::RISK_STATE_RESOLVED, at(11, 20, 15)));
    QCOMPARE(next(), QStringLiteral("none"));
    events.push_back(step(v1::RISK_STATE_RECHECKED, at(11, 24, 9)));
    events.push_back(step(v1::RISK_STATE_CLOSED, at(11, 24, 10)));
    QCOMPARE(next(), QStringLiteral("none"));
    QVERIFY(!isOpen(fold(red, events).state));
    QCOMPARE(timeText(fold(red, events).closed_at), QStringLiteral("11-24 10:00"));
    events.push_back(step(v1::RISK_STATE_REOPENED, at(11, 25, 8)));
    QCOMPARE(next(), QStringLiteral("11-25 08:15"));
    QVERIFY(!fold(red, events).resolved_at.has_value());
  }

  void recheckIsDueWhileResolved() {
    const v1::RiskFlag red = flagOf(v1::RISK_LEVEL_RED, at(11, 20, 10));
    std::vector<v1::RiskEvent> events = {step(v1::RISK_STATE_ACKNOWLEDGED, at(11, 20, 10, 5)),
                                         step(v1::RISK_STATE_IN_ACTION, at(11, 20, 11)),
                                         step(v1::RISK_STATE_RESOLVED, at(11, 20, 15))};
    *events.back().mutable_recheck_on() = on(12, 4);
    QCOMPARE(fold(red, events).recheck_on, std::optional(absl::CivilDay(2026, 12, 4)));
    QCOMPARE(timeText(nextDueAt(red, fold(red, events), usual())), QStringLiteral("12-05 00:00"));
    events.push_back(step(v1::RISK_STATE_RECHECKED, at(12, 4, 9)));
    QVERIFY(!fold(red, events).recheck_on.has_value());
    QCOMPARE(timeText(nextDueAt(red, fold(red, events), usual())), QStringLiteral("none"));
    events.back() = step(v1::RISK_STATE_REOPENED, at(12, 4, 9));
    QVERIFY(!fold(red, events).recheck_on.has_value());
  }

  // Wednesday, 30 September; the holidays last until 7 October, the 10th is a worked Saturday.
  void workingDaysAreThoseOfTheCalendar() {
    const v1::RiskFlag yellow = flagOf(v1::RISK_LEVEL_YELLOW, at(9, 30, 10));
    const auto acknowledge = [&yellow](const v1::DistrictRules& rules) {
      return timeText(dueAt(yellow, fold(yellow, {}), RiskDeadline::kAcknowledge, WorkingDays(rules)));
    };
    v1::DistrictRules rules;
    QCOMPARE(acknowledge(rules), QStringLiteral("10-10 10:00"));
    *rules.add_extra_holidays() = on(10, 9);
    QCOMPARE(acknowledge(rules), QStringLiteral("10-12 10:00"));
  }

  void yellowWaitsForItsResolutionOnceAcknowledged() {
    const v1::RiskFlag yellow = flagOf(v1::RISK_LEVEL_YELLOW, at(11, 18, 10));
    const RiskStatus status = fold(yellow, {step(v1::RISK_STATE_ACKNOWLEDGED, at(11, 19, 9))});
    QCOMPARE(timeText(nextDueAt(yellow, status, usual())), QStringLiteral("12-18 10:00"));
  }

  void risingLevelRestartsTheDeadlines() {
    const v1::RiskFlag yellow = flagOf(v1::RISK_LEVEL_YELLOW, at(11, 18, 10));
    const std::vector<v1::RiskEvent> risen = {step(v1::RISK_STATE_UNSPECIFIED, at(11, 20, 14), v1::RISK_LEVEL_RED)};
    const RiskStatus status = fold(yellow, risen);
    QCOMPARE(status.level, v1::RISK_LEVEL_RED);
    QCOMPARE(status.state, v1::RISK_STATE_OPEN);
    QCOMPARE(timeText(nextDueAt(yellow, status, usual())), QStringLiteral("11-20 14:15"));
  }

  void levelNeverFalls() {
    const v1::RiskFlag red = flagOf(v1::RISK_LEVEL_RED, at(11, 20, 10));
    const RiskStatus status = fold(red, {step(v1::RISK_STATE_ACKNOWLEDGED, at(11, 20, 11), v1::RISK_LEVEL_YELLOW)});
    QCOMPARE(status.level, v1::RISK_LEVEL_RED);
    QCOMPARE(timeText(status.level_since), QStringLiteral("11-20 10:00"));
    QCOMPARE(status.state, v1::RISK_STATE_ACKNOWLEDGED);
  }

  void secondAcknowledgementChangesNothing() {
    const v1::RiskFlag red = flagOf(v1::RISK_LEVEL_RED, at(11, 20, 10));
    const std::vector<v1::RiskEvent> twice = {step(v1::RISK_STATE_ACKNOWLEDGED, at(11, 20, 10, 5)),
                                              step(v1::RISK_STATE_ACKNOWLEDGED, at(11, 20, 10, 40))};
    QCOMPARE(timeText(fold(red, twice).acknowledged_at), QStringLiteral("11-20 10:05"));
    QVERIFY(checkEvent(red, fold(red, {twice[0]}), twice[1]).empty());
  }

  void skippedStepIsRefused() {
    const v1::RiskFlag flag = flagOf(v1::RISK_LEVEL_YELLOW, at(11, 20, 10));
    const std::vector<v1::Problem> problems =
        checkEvent(flag, fold(flag, {}), step(v1::RISK_STATE_CLOSED, at(11, 20, 11)));
    QCOMPARE(problems.size(), std::size_t{1});
    QCOMPARE(problems.front().code(), v1::PROBLEM_CODE_TRANSITION_NOT_ALLOWED);
    QVERIFY(problems.front().field() == "to");
    QVERIFY(problems.front().details(0) == "RISK_STATE_OPEN");
    QVERIFY(problems.front().details(1) == "RISK_STATE_CLOSED");
    QCOMPARE(fold(flag, {step(v1::RISK_STATE_CLOSED, at(11, 20, 11))}).state, v1::RISK_STATE_OPEN);
  }

  void ownFlag_data() {
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("by_reporter");
    QTest::addColumn<bool>("refused");
    QTest::newRow("own red, closed") << int{v1::RISK_LEVEL_RED} << int{v1::RISK_STATE_CLOSED} << true << true;
    QTest::newRow("own orange, closed") << int{v1::RISK_LEVEL_ORANGE} << int{v1::RISK_STATE_CLOSED} << true << true;
    QTest::newRow("own yellow, closed") << int{v1::RISK_LEVEL_YELLOW} << int{v1::RISK_STATE_CLOSED} << true << false;
    QTest::newRow("another's red, closed") << int{v1::RISK_LEVEL_RED} << int{v1::RISK_STATE_CLOSED} << false << false;
    QTest::newRow("own red, rechecked") << int{v1::RISK_LEVEL_RED} << int{v1::RISK_STATE_RECHECKED} << true << false;
    QTest::newRow("own red, dismissed") << int{v1::RISK_LEVEL_RED} << int{v1::RISK_STATE_DISMISSED} << true << true;
    QTest::newRow("another's red, a duplicate")
        << int{v1::RISK_LEVEL_RED} << int{v1::RISK_STATE_DUPLICATE} << false << false;
    QTest::newRow("own red, a duplicate") << int{v1::RISK_LEVEL_RED} << int{v1::RISK_STATE_DUPLICATE} << true << true;
  }

  void ownFlag() {
    QFETCH(int, level);
    QFETCH(int, to);
    QFETCH(bool, by_reporter);
    QFETCH(bool, refused);
    const v1::RiskFlag flag = flagOf(static_cast<v1::RiskLevel>(level), at(11, 20, 10));
    RiskStatus status = fold(flag, {});
    status.state = to == v1::RISK_STATE_CLOSED      ? v1::RISK_STATE_RECHECKED
                   : to == v1::RISK_STATE_RECHECKED ? v1::RISK_STATE_RESOLVED
                                                    : v1::RISK_STATE_OPEN;
    v1::RiskEvent ending = step(static_cast<v1::RiskState>(to), at(11, 20, 12));
    ending.set_by(by_reporter ? "reporter" : "supervisor");
    const std::vector<v1::Problem> problems = checkEvent(flag, status, ending);
    QCOMPARE(!problems.empty(), refused);
    if (refused) {
      QCOMPARE(problems.front().code(), v1::PROBLEM_CODE_OWN_FLAG);
    }
  }

  // A flag that has become orange since is orange for its reporter, too.
  void ownFlagByItsLevelNow() {
    const v1::RiskFlag flag = flagOf(v1::RISK_LEVEL_YELLOW, at(11, 20, 10));
    const RiskStatus status = fold(flag, {step(v1::RISK_STATE_UNSPECIFIED, at(11, 20, 11), v1::RISK_LEVEL_ORANGE)});
    v1::RiskEvent dismissal = step(v1::RISK_STATE_DISMISSED, at(11, 20, 12));
    dismissal.set_by("reporter");
    QCOMPARE(checkEvent(flag, status, dismissal).size(), std::size_t{1});
  }

  void restrictedKinds() {
    for (int kind = v1::RiskKind_MIN; kind <= v1::RiskKind_MAX; ++kind) {
      QCOMPARE(isRestricted(static_cast<v1::RiskKind>(kind)),
               kind == v1::RISK_KIND_MOOD_SELF_HARM || kind == v1::RISK_KIND_SUSPECTED_ABUSE);
    }
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::RiskLifecycle)
#include "test_risk_lifecycle.moc"
