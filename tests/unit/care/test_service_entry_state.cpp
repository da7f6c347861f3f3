#include <QTest>
#include <set>
#include <utility>

#include "sync/care/service_entry_state.h"

namespace doorstep::care::testing {

class ServiceEntryStates : public QObject {
  Q_OBJECT

 private slots:
  // Every pair of states; what is not listed is refused.
  void transition_data() {
    constexpr int kDraft = v1::SERVICE_ENTRY_STATE_DRAFT;
    constexpr int kSubmitted = v1::SERVICE_ENTRY_STATE_SUBMITTED;
    constexpr int kConfirmed = v1::SERVICE_ENTRY_STATE_CONFIRMED;
    constexpr int kDisputed = v1::SERVICE_ENTRY_STATE_DISPUTED;
    constexpr int kCorrected = v1::SERVICE_ENTRY_STATE_CORRECTED;
    constexpr int kVoided = v1::SERVICE_ENTRY_STATE_VOIDED;
    const std::set<std::pair<int, int>> allowed = {
        {kDraft, kSubmitted},    {kDraft, kVoided},       {kSubmitted, kConfirmed}, {kSubmitted, kDisputed},
        {kSubmitted, kVoided},   {kConfirmed, kDisputed}, {kConfirmed, kVoided},    {kDisputed, kCorrected},
        {kDisputed, kConfirmed}, {kDisputed, kVoided},    {kCorrected, kConfirmed}, {kCorrected, kDisputed},
        {kCorrected, kVoided},
    };
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("may");
    for (int from = v1::ServiceEntryState_MIN; from <= v1::ServiceEntryState_MAX; ++from) {
      for (int to = v1::ServiceEntryState_MIN; to <= v1::ServiceEntryState_MAX; ++to) {
        QTest::newRow((v1::ServiceEntryState_Name(from) + " " + v1::ServiceEntryState_Name(to)).c_str())
            << from << to << (allowed.count({from, to}) > 0);
      }
    }
  }

  void transition() {
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(bool, may);
    QCOMPARE(mayFollow(static_cast<v1::ServiceEntryState>(from), static_cast<v1::ServiceEntryState>(to)), may);
    v1::ServiceEntryEvent event;
    event.set_to(static_cast<v1::ServiceEntryState>(to));
    const ServiceEntryStatus status{static_cast<v1::ServiceEntryState>(from), {}};
    QCOMPARE(checkEvent(v1::ServiceEntry(), status, event).empty(), may || from == to);
  }

  void newEntryIsSubmitted() {
    v1::ServiceEntry entry;
    entry.add_workers()->set_minutes(30);
    const ServiceEntryStatus status = foldServiceEntry(entry, {});
    QCOMPARE(status.state, v1::SERVICE_ENTRY_STATE_SUBMITTED);
    QCOMPARE(status.workers.front().minutes(), 30U);
  }

  void refusedEventChangesNothing() {
    v1::ServiceEntry entry;
    entry.add_workers()->set_minutes(30);
    v1::ServiceEntryEvent corrected;
    corrected.set_to(v1::SERVICE_ENTRY_STATE_CORRECTED);
    corrected.add_corrected_workers()->set_minutes(10);
    const std::vector<const v1::ServiceEntryEvent*> events = {&corrected};
    const ServiceEntryStatus status = foldServiceEntry(entry, events);
    QCOMPARE(status.state, v1::SERVICE_ENTRY_STATE_SUBMITTED);
    QCOMPARE(status.workers.front().minutes(), 30U);
  }

  void ownHoursAreConfirmedBySomebodyElse_data() {
    QTest::addColumn<QString>("by");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("refused");
    constexpr int kSubmitted = v1::SERVICE_ENTRY_STATE_SUBMITTED;
    constexpr int kConfirmed = v1::SERVICE_ENTRY_STATE_CONFIRMED;
    QTest::newRow("the first worker") << "li" << kSubmitted << kConfirmed << true;
    QTest::newRow("the second worker") << "wu" << kSubmitted << kConfirmed << true;
    QTest::newRow("somebody else") << "boss" << kSubmitted << kConfirmed << false;
    QTest::newRow("a worker doubts them") << "li" << kSubmitted << int{v1::SERVICE_ENTRY_STATE_DISPUTED} << false;
    QTest::newRow("a worker, again") << "li" << kConfirmed << kConfirmed << false;
  }

  void ownHoursAreConfirmedBySomebodyElse() {
    QFETCH(QString, by);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(bool, refused);
    ServiceEntryStatus status{static_cast<v1::ServiceEntryState>(from), {{}, {}}};
    status.workers[0].set_worker_id("li");
    status.workers[1].set_worker_id("wu");
    v1::ServiceEntryEvent event;
    event.set_to(static_cast<v1::ServiceEntryState>(to));
    event.set_by(by.toStdString());
    const std::vector<v1::Problem> problems = checkEvent(v1::ServiceEntry(), status, event);
    QCOMPARE(!problems.empty(), refused);
    if (refused) {
      QCOMPARE(problems.front().code(), v1::PROBLEM_CODE_NOT_PERMITTED);
    }
  }

  void problemNamesBothStates() {
    v1::ServiceEntryEvent event;
    event.set_to(v1::SERVICE_ENTRY_STATE_CONFIRMED);
    const std::vector<v1::Problem> problems =
        checkEvent(v1::ServiceEntry(), {v1::SERVICE_ENTRY_STATE_VOIDED, {}}, event);
    QCOMPARE(problems.size(), std::size_t{1});
    QCOMPARE(problems.front().code(), v1::PROBLEM_CODE_TRANSITION_NOT_ALLOWED);
    QVERIFY(problems.front().details(0) == "SERVICE_ENTRY_STATE_VOIDED");
    QVERIFY(problems.front().details(1) == "SERVICE_ENTRY_STATE_CONFIRMED");
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::ServiceEntryStates)
#include "test_service_entry_state.moc"
