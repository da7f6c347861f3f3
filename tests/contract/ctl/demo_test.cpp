#include <QtTest>

#include <QProcess>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>

// The demonstration as a person runs it, with all three programs. Its figures are part of what is
// promised: the same on every machine and every day. They follow from the made-up roster, the rules
// of sync/care and the app's rehearsal; a change of one of these changes them here.
class DemoTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QVERIFY(folder_.isValid());
    QProcess demo;
    demo.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    demo.start(DOORSTEPCTL_PROGRAM, {"demo", "run", "--json", "--dir", folder_.filePath("demo")});
    QVERIFY(demo.waitForFinished(240'000));
    QCOMPARE(demo.exitStatus(), QProcess::NormalExit);
    QCOMPARE(demo.exitCode(), 0);
    figures_ = nlohmann::json::parse(demo.readAllStandardOutput().toStdString(), nullptr, false);
    QVERIFY2(figures_.is_object(), "standard output holds one JSON object and nothing else");
  }

  void theFiguresAreTheSameEverywhere_data() {
    QTest::addColumn<QString>("when");
    QTest::addColumn<int>("reached");
    QTest::addColumn<int>("in_person");
    QTest::addColumn<int>("person_times");
    QTest::addColumn<int>("risks");
    QTest::newRow("before the morning") << "before" << 1379 << 1020 << 1654 << 0;
    QTest::newRow("after it") << "after" << 1399 << 1042 << 1680 << 3;
  }
  void theFiguresAreTheSameEverywhere() {
    QFETCH(QString, when);
    const auto& district = figures_[when.toStdString()][0];
    QCOMPARE(district["area_name"].get<std::string>(), std::string("丰满区"));
    QCOMPARE(district["monthly_visit_rate"]["d"].get<int>(), 1979);
    QTEST(district["monthly_visit_rate"]["n"].get<int>(), "reached");
    QTEST(district["in_person_rate"]["n"].get<int>(), "in_person");
    QTEST(district["person_times"]["total"].get<int>(), "person_times");
    QTEST(district["risks"]["opened"].get<int>(), "risks");
  }

  void subdistrictsSumUpToTheDistrict() {
    for (const char* when : {"before", "after"}) {
      const auto& areas = figures_[when];
      QCOMPARE(areas.size(), std::size_t{12});
      for (const char* part : {"n", "d"}) {
        int sum = 0;
        for (std::size_t index = 1; index < areas.size(); ++index) {
          sum += areas[index]["monthly_visit_rate"][part].get<int>();
        }
        QCOMPARE(sum, areas[0]["monthly_visit_rate"][part].get<int>());
      }
    }
  }

  void recountingFindsNoDifference() { QCOMPARE(figures_["recount_differences"].get<int>(), 0); }

 private:
  QTemporaryDir folder_;
  nlohmann::json figures_;
};

QTEST_GUILESS_MAIN(DemoTest)
#include "demo_test.moc"
