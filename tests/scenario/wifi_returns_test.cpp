#include <QTest>
#include <atomic>

#include "tests/scenario/field.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Phase;
using client::SyncStatus;
using client::Trouble;

// Elsewhere sending by itself gets stuck once the Wi-Fi was gone, and goes on only when somebody notices. Here the
// operating system's word that there is a network is enough, and without it the engine finds out by itself.
class WifiReturnsTest : public QObject {
  Q_OBJECT
 private slots:
  void theSignalEndsTheWait_data();
  void theSignalEndsTheWait();
  void withoutAnySignalItIsFoundAgain();
  void aSignalTooEarlyCostsNothing();

 private:
  static bool isThrough(const SyncStatus& status) {
    return status.phase == Phase::kIdle && status.trouble == Trouble::kNone && status.waiting == 0 &&
           status.last_sync != absl::InfinitePast();
  }
  static bool waitsToRetry(const SyncStatus& status) {
    return status.phase == Phase::kWaitingToRetry && status.trouble == Trouble::kNoNetwork;
  }
};

void WifiReturnsTest::theSignalEndsTheWait_data() {
  QTest::addColumn<bool>("service_gone");
  QTest::newRow("the Wi-Fi was gone") << false;
  QTest::newRow("Wi-Fi without the service behind it") << true;
}

void WifiReturnsTest::theSignalEndsTheWait() {
  QFETCH(bool, service_gone);
  Field field;
  FieldTablet& li = field.tablet("li");
  const v1::Elder elder = field.elder("shared");
  const std::string household = field.household("shared");
  li.keepInStep({}, absl::Hours(24));  // by itself it would come back some time today
  li.waitUntil(isThrough);
  std::set<std::string> made;
  for (int times = 0; times < 2; ++times) {
    if (service_gone) {
      field.service().stop();
    } else {
      field.line("li").refuse();
    }
    made.insert(li.visit(elder, household));
    li.waitUntil([](const SyncStatus& status) { return waitsToRetry(status) && status.waiting == 1; });
    if (service_gone) {
      field.restartService();
    } else {
      field.line("li").pass();
    }
    li.networkReturned();
    li.waitUntil(isThrough);
  }
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(field.tablet("desk")), made);
}

void WifiReturnsTest::withoutAnySignalItIsFoundAgain() {
  std::atomic<int> failures = 0;
  Field field;
  FieldTablet& li = field.tablet("li");
  const v1::Elder elder = field.elder("shared");
  const std::string household = field.household("shared");
  li.keepInStep([&failures](const SyncStatus& status) { failures += waitsToRetry(status) ? 1 : 0; });
  li.waitUntil(isThrough);
  field.line("li").refuse();
  std::set<std::string> made = {li.visit(elder, household)};
  // More visits while nobody answers neither hurry it nor hold it up.
  li.waitUntil([&failures](const SyncStatus&) { return failures >= 3; });
  made.insert(li.visit(elder, household));
  li.waitUntil([&failures](const SyncStatus&) { return failures >= 6; });
  field.line("li").pass();
  li.waitUntil(isThrough);
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(field.tablet("desk")), made);
  QCOMPARE(field.quarantined(), std::size_t{0});
}

void WifiReturnsTest::aSignalTooEarlyCostsNothing() {
  std::atomic<int> failures = 0;
  Field field;
  FieldTablet& li = field.tablet("li");
  const v1::Elder elder = field.elder("shared");
  const std::string household = field.household("shared");
  li.keepInStep([&failures](const SyncStatus& status) { failures += waitsToRetry(status) ? 1 : 0; }, absl::Hours(24));
  li.waitUntil(isThrough);
  field.line("li").refuse();
  const std::string visit = li.visit(elder, household);
  for (int times = 1; times <= 3; ++times) {
    li.waitUntil([&](const SyncStatus& status) { return waitsToRetry(status) && failures >= times; });
    li.networkReturned();  // a page to log in to, say
  }
  li.waitUntil([&](const SyncStatus& status) { return waitsToRetry(status) && failures >= 4; });
  field.line("li").pass();
  li.networkReturned();
  li.waitUntil(isThrough);
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(field.tablet("desk")), std::set<std::string>{visit});
}

const Tells<WifiReturnsTest> kWifiReturns("wifi_returns");

}  // namespace
}  // namespace doorstep::tests

#include "wifi_returns_test.moc"
