// A whole day of a district, from the first login to the evening's protocol: three volunteers, two of them at
// one tablet, a fourth with a list on paper, a supervisor, the district's desk and the operator. Every part is
// real: pages, encrypted stores, gRPC, doorstepd, doorstepctl.

#include <QApplication>
#include <QTest>
#include <algorithm>

#include "day.h"
#include "operators_console.h"

using namespace doorstep::tests;

namespace {

int minutesOf(const nlohmann::json& rows, const std::string& staff_number, const std::string& source,
              const std::string& state) {
  int minutes = 0;
  for (const auto& row : rows) {
    if (row["staff_number"] == staff_number && row["source"] == source && row["state"] == state) {
      minutes += row["minutes"].get<int>();
    }
  }
  return minutes;
}

// One row for each elder of a visit; what was written on paper is the visitor's, whoever typed it.
void visitsAreExported(const nlohmann::json& rows) {
  QCOMPARE(rows.size(), std::size_t{10});
  int qualifying = 0;
  int paper = 0;
  for (const auto& row : rows) {
    qualifying += row["qualifying"].get<bool>() ? 1 : 0;
    if (row["source"] == "paper") {
      ++paper;
      QCOMPARE(row["staff_numbers"].dump(), std::string(R"(["chen"])"));
      QCOMPARE(row["recorded_by"].get<std::string>(), std::string("boss"));
    }
  }
  QCOMPARE(qualifying, 7);
  QCOMPARE(paper, 2);
}

void hoursAreTheirs(const nlohmann::json& rows) {
  QCOMPARE(minutesOf(rows, "chen", "entered", "submitted"), 40);
  QCOMPARE(minutesOf(rows, "wu", "entered", "confirmed"), 30);
  QVERIFY(std::none_of(rows.begin(), rows.end(), [](const auto& row) { return row["staff_number"] == "boss"; }));
}

}  // namespace

class WholeDayTest : public QObject {
  Q_OBJECT

 private slots:
  void aDayInTheDistrict_data() {
    QTest::addColumn<bool>("service_is_down");
    QTest::newRow("the service is up") << false;
    QTest::newRow("the service is down from the morning to the evening") << true;
  }

  void aDayInTheDistrict() {
    QFETCH(bool, service_is_down);
    Day day;
    giveOutDoors(day.field);
    everybodyEnrols(day);
    theSupervisorPrintsAList(day);
    if (service_is_down) {
      day.field.service().stop();
    }
    theDay(day, !service_is_down);
    if (service_is_down) {
      day.field.letPass(absl::Hours(9));
      day.field.service().start(day.field.clock().now());
    }
    theEvening(day);
    if (!QTest::currentTestFailed()) {
      theOperatorAgrees(day);
    }
  }

 private:
  static void theDay(Day& day, bool network) {
    liVisitsACouple(day.li);
    liReportsARiskAndPromises(day.li);
    liFindsNobody(day.li);
    if (network) {
      theSupervisorSeesTheSearch(day);
    } else {
      liTriesTheDoorAgain(day.li);
      day.li.see("4 visits kept on this device");
    }
    wuVisitsAndDoesAnErrand(day.shared_tablet);
    if (network) {
      upload(day.shared_tablet);
    }
    day.shared_tablet.lock();
    zhangRingsAndFindsNobody(day.shared_tablet);
    day.shared_tablet.lock();
    theSupervisorEntersPaper(day);
  }

  static void theEvening(Day& day) {
    upload(day.li);
    for (const char* profile : {"device of wu", "zhang"}) {
      day.shared_tablet.unlock(profile);
      upload(day.shared_tablet);
      day.shared_tablet.lock();
    }
    upload(day.boss);
    theSupervisorSettlesWhatIsOpen(day.boss);
    theVolunteersSeeWhatBecameOfIt(day);
    theDistrictEndsTheDay(day);
    if (!QTest::currentTestFailed()) {
      theProtocolReconciles(*day.papers.protocol());
      paperLiesThere(day.papers);
    }
  }

  static void theOperatorAgrees(Day& day) {
    OperatorsConsole console(day.field);
    QVERIFY2(console.run({"end-of-day", "--json"}) == 0, console.said().constData());
    const nlohmann::json evening = console.printedJson();
    QCOMPARE(evening["reconciles"].get<bool>(), true);
    QCOMPARE(evening["sums"]["visits_standing"].get<int>(), 9);
    QCOMPARE(evening["coverage"]["monthly_visit_rate"]["n"].get<int>(), 7);
    QVERIFY2(console.run({"recount"}) == 0, console.printed().constData());
    visitsAreExported(console.exported("visits")["rows"]);
    hoursAreTheirs(console.exported("hours")["rows"]);
  }
};

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  WholeDayTest test;
  return QTest::qExec(&test, argc, argv);
}

#include "whole_day_test.moc"
