#include <QTest>
#include <atomic>

#include "tests/scenario/field.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Phase;
using client::Trouble;

// doorstepd is killed while a tablet pushes; what it has acknowledged is there when it comes back, and
// everything is there exactly once in the end (promises P2, P3).
class KilledServiceTest : public QObject {
  Q_OBJECT
 private slots:
  void whatWasAcknowledgedIsThere_data();
  void whatWasAcknowledgedIsThere();
  void aTabletCarriesOnWithoutTheService();
};

void KilledServiceTest::whatWasAcknowledgedIsThere_data() {
  QTest::addColumn<int>("after_receipts");
  QTest::newRow("as the push begins") << 0;
  QTest::newRow("after one batch") << 20;
  QTest::newRow("in the middle") << 100;
  QTest::newRow("near the end") << 180;
}

void KilledServiceTest::whatWasAcknowledgedIsThere() {
  QFETCH(int, after_receipts);
  Field field;
  FieldTablet& li = field.tablet("li");
  FieldTablet& desk = field.tablet("desk");
  const v1::Elder elder = field.elder("shared");
  const std::string household = field.household("shared");
  std::vector<std::string> made;  // in the order of their sequences
  for (int i = 0; i < 200; ++i) {
    made.push_back(li.visit(elder, household));
  }

  const auto broken = li.sync([&](const client::SyncStatus& status) {
    if (status.phase == Phase::kPushing && status.pushed >= static_cast<std::uint64_t>(after_receipts)) {
      field.service().kill();
    }
  });
  // The last receipts may all have been on their way when the service died; then the exchange was whole.
  QVERIFY(broken.trouble != Trouble::kNone || broken.waiting == 0);
  const std::uint64_t acknowledged = made.size() - broken.waiting;
  QVERIFY(acknowledged >= static_cast<std::uint64_t>(after_receipts));

  field.restartService();
  QCOMPARE(desk.syncThrough().trouble, Trouble::kNone);
  const std::set<std::string> survived = visitsOn(desk);
  QVERIFY(survived.size() >= acknowledged);
  QCOMPARE(survived, std::set<std::string>(made.begin(), made.begin() + static_cast<std::ptrdiff_t>(survived.size())));

  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(li.consumedByService(), survived.size());
  QCOMPARE(li.sync().waiting, 0U);
  QCOMPARE(li.consumedByService(), made.size());
  QCOMPARE(desk.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(desk), std::set<std::string>(made.begin(), made.end()));
  QCOMPARE(visitsOn(li), visitsOn(desk));
  QCOMPARE(field.quarantined(), 0U);
  QCOMPARE(field.differencesOfRecount(), 0U);
}

void KilledServiceTest::aTabletCarriesOnWithoutTheService() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const v1::Elder elder = field.elder("shared");
  const std::string household = field.household("shared");
  field.service().stop();
  std::set<std::string> made;
  for (int i = 0; i < 5; ++i) {
    made.insert(li.visit(elder, household));
    QCOMPARE(li.sync().trouble, Trouble::kNoNetwork);
  }
  QCOMPARE(li.overview().waiting_visits, 5U);
  field.restartService();
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(li.overview().waiting_visits, 0U);
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(field.tablet("desk")), made);
}

const Tells<KilledServiceTest> kKilledService("killed_service");

}  // namespace
}  // namespace doorstep::tests

#include "killed_service_test.moc"
