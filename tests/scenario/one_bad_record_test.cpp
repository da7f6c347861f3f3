#include <QTest>

#include "tests/scenario/field.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

// A change that the service cannot take blocks nothing (promise P6): it is put aside with its reason,
// and everything before and behind it arrives.
class OneBadRecordTest : public QObject {
  Q_OBJECT
 private slots:
  void whateverItsPlaceAllOthersPass_data();
  void whateverItsPlaceAllOthersPass();
};

void OneBadRecordTest::whateverItsPlaceAllOthersPass_data() {
  QTest::addColumn<int>("place");
  QTest::newRow("first") << 0;
  QTest::newRow("in the middle") << 15;
  QTest::newRow("at the edge of a batch") << 19;
  QTest::newRow("last") << 29;
}

void OneBadRecordTest::whateverItsPlaceAllOthersPass() {
  QFETCH(int, place);
  Field field;
  FieldTablet& li = field.tablet("li");
  std::set<std::string> good;
  for (int i = 0; i < 30; ++i) {
    if (i == place) {
      li.visit(field.elder("north"), field.household("north"));  // not li's door
    } else {
      good.insert(li.visit(field.elder("shared"), field.household("shared")));
    }
  }
  const client::SyncStatus status = li.sync();
  QCOMPARE(status.trouble, Trouble::kNone);
  QCOMPARE(status.waiting, 0U);
  QCOMPARE(status.quarantined, 1U);
  QCOMPARE(field.quarantined(), 1U);

  // A person is told why, and work goes on.
  const store::SyncOverview overview = li.overview();
  QCOMPARE(overview.quarantined.size(), 1U);
  QVERIFY(!overview.quarantined[0].problems.empty());
  QCOMPARE(overview.quarantined[0].problems[0].code(), v1::PROBLEM_CODE_OUT_OF_SCOPE);
  good.insert(li.visit(field.elder("south"), field.household("south")));
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(li.consumedByService(), 30U);
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(field.tablet("desk")), good);
}

const Tells<OneBadRecordTest> kOneBadRecord("one_bad_record");

}  // namespace
}  // namespace doorstep::tests

#include "one_bad_record_test.moc"
