#include <QTest>

#include "district.h"
#include "sync/care/visit_corrections.h"

namespace doorstep::care::testing {
namespace {

// "2>1" corrects visit 1, "2x1" voids it, "1" is a visit by itself.
v1::Visit visitFrom(const QString& text) {
  v1::Visit visit;
  visit.set_id(text.left(1).toStdString());
  if (text.size() == 3) {
    visit.set_corrects_id(text.right(1).toStdString());
    visit.set_voided(text[1] == QLatin1Char('x'));
  }
  return visit;
}

}  // namespace

class VisitCorrectionsTest : public QObject {
  Q_OBJECT

 private slots:
  void theLastCorrectionCounts_data() {
    QTest::addColumn<QString>("in_service_order");
    QTest::addColumn<QString>("counting");
    QTest::addColumn<QString>("stands_for_1");
    QTest::newRow("none") << "1 2"
                          << "1 2"
                          << "1";
    QTest::newRow("one") << "1 2>1"
                         << "2"
                         << "2";
    QTest::newRow("a correction of a correction") << "1 2>1 3>2"
                                                  << "3"
                                                  << "3";
    QTest::newRow("two people correct the same visit") << "1 2>1 3>1"
                                                       << "3"
                                                       << "3";
    QTest::newRow("a correction of the first one, last") << "1 2>1 3>2 4>1"
                                                         << "4"
                                                         << "4";
    QTest::newRow("voided") << "1 2x1"
                            << ""
                            << "";
    QTest::newRow("corrected, then voided") << "1 2>1 3x2"
                                            << ""
                                            << "";
    QTest::newRow("corrected, then the first one voided") << "1 2>1 3x1"
                                                          << ""
                                                          << "";
    QTest::newRow("voided, then corrected again") << "1 2x1 3>2"
                                                  << "3"
                                                  << "3";
    QTest::newRow("voided, then the first one corrected") << "1 2x1 3>1"
                                                          << "3"
                                                          << "3";
    QTest::newRow("voided, corrected, voided again") << "1 2x1 3>2 4x3"
                                                     << ""
                                                     << "";
    QTest::newRow("the correction arrives first") << "2>1 1"
                                                  << "2"
                                                  << "2";
    QTest::newRow("the first one is not held") << "2>1 3>2"
                                               << "3"
                                               << "3";
    QTest::newRow("others lie between") << "1 4 2>1 5>4 3>2"
                                        << "5 3"
                                        << "3";
    QTest::newRow("a circle ends") << "1>2 2>1"
                                   << "2"
                                   << "2";
  }

  void theLastCorrectionCounts() {
    QFETCH(QString, in_service_order);
    QFETCH(QString, counting);
    QFETCH(QString, stands_for_1);
    std::vector<v1::Visit> visits;
    for (const QString& text : in_service_order.split(QLatin1Char(' '))) {
      visits.push_back(visitFrom(text));
    }
    std::vector<const v1::Visit*> pointers;
    for (const v1::Visit& visit : visits) {
      pointers.push_back(&visit);
    }
    const VisitCorrections corrections(pointers);
    QStringList ids;
    for (const v1::Visit* visit : corrections.counting()) {
      ids.append(QString::fromStdString(visit->id()));
    }
    QCOMPARE(ids.join(QLatin1Char(' ')), counting);
    QCOMPARE(QString::fromStdString(corrections.countingId("1")), stands_for_1);
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::VisitCorrectionsTest)
#include "test_visit_corrections.moc"
