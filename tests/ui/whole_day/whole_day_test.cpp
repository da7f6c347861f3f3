// A whole day of a district, from the first login to the evening's protocol: three volunteers, two of them at
// one tablet, a fourth with a list on paper, a supervisor, the district's desk and the operator. Every part is
// real: pages, encrypted stores, gRPC, doorstepd, doorstepctl.

#include <QApplication>
#include <QFile>
#include <QTest>
#include <algorithm>

#include "folder_papers.h"
#include "operators_console.h"
#include "tests/ui/main_job/person.h"

using namespace doorstep;
using tests::Field;
using tests::FolderPapers;
using tests::OperatorsConsole;
using tests::Person;

namespace {

constexpr char kSaved[] = "The visit is saved on this device";

// The people of one day at their devices.
struct Day {
  Day()
      : papers(field.folder("papers")),
        li(field, "li"),
        shared_tablet(field, "wu"),
        boss(field, "boss", &papers),
        desk(field, "desk", &papers) {}

  Field field;
  FolderPapers papers;
  Person li;
  Person shared_tablet;  // wu's and zhang's
  Person boss;
  Person desk;
};

// Words on chips and rows have the elder's name; a door's row has both, so that nothing else is meant.
void openDoor(Person& who, const QString& door) {
  who.pressBeside("person of " + door, "building " + door);
  who.press("Start visit");
}

void saveVisit(Person& who, const QString& then_says) {
  who.press("Finish");
  who.press("Save");
  who.see(then_says);
  who.press("Back to the list");
}

void visit(Person& who, const QString& door, const QString& met) {
  openDoor(who, door);
  who.press("person of " + door + ": " + met);
  saveVisit(who, kSaved);
}

void findNobody(Person& who, const QString& door) {
  openDoor(who, door);
  who.press("person of " + door + ": Nobody answered");
  saveVisit(who, "Saved. The search goes on");
}

void upload(Person& who) {
  who.syncByHand();
  who.waitUntilUploaded();
}

// --- Morning -------------------------------------------------------------------------------------

void giveOutDoors(Field& field) {
  field.addVisitor("zhang");
  field.addVisitor("chen");
  field.addDoor("couple", "li");
  field.addPartner("couple");
  field.addDoor("east", "zhang");
  field.addDoor("hill", "zhang");
  field.addDoor("west", "chen");
  field.addDoor("mill", "chen");
}

void everybodyEnrols(Day& day) {
  day.li.enrol();
  day.shared_tablet.enrol();
  day.shared_tablet.see("person of north");
  day.shared_tablet.waitUntilUploaded();
  day.shared_tablet.lock();
  day.shared_tablet.enrolAnother("zhang", "zhang");
  day.shared_tablet.see("person of east");
  QVERIFY(!day.shared_tablet.sees("person of north"));
  day.shared_tablet.waitUntilUploaded();
  day.shared_tablet.lock();
  day.boss.enrol();
  day.desk.enrol();
  day.li.see("person of couple");
}

void theSupervisorPrintsAList(Day& day) {
  day.boss.press("Caseload");
  day.boss.press("Visits on paper");
  day.boss.press("worker chen");
  day.boss.seeNoMore("person of north");
  day.boss.see("person of west");
  day.boss.see("person of mill");
  day.boss.press("Save as PDF …");
  day.boss.see("Saved: ");
}

// --- Day -----------------------------------------------------------------------------------------

void liVisitsACouple(Person& li) {
  openDoor(li, "couple");
  li.press("person of couple: Met in person");
  li.press("partner of couple: Something else …");
  li.pressBeside("Not seen, but surely safe", "stays on the list");
  li.press("is in hospital");
  li.press("Done");
  li.see("A supervisor confirms it.");
  saveVisit(li, kSaved);
}

void liReportsARiskAndPromises(Person& li) {
  openDoor(li, "shared");
  li.press("person of shared: Met in person");
  li.press("Report a risk");
  li.press("Fall");
  li.pressBeside("Orange", "");
  li.press("Put it on the visit");
  li.press("Promise something");
  li.press("Fetch medicine");
  li.press("Tomorrow");
  li.press("Put it on the visit");
  saveVisit(li, kSaved);
  li.see("Promised: Fetch medicine");
}

void liFindsNobody(Person& li) {
  findNobody(li, "south");
  li.see("Nobody answered: try the door again");
  li.see("The search ends only when we know where the elder is.");
}

void liTriesTheDoorAgain(Person& li) {
  visit(li, "south", "Met in person");
  li.see("I saw them myself");
  li.seeNoMore("Nobody answered: try the door again");
}

// The supervisor knows of a search as soon as there is a network, and of its end.
void theSupervisorSeesTheSearch(Day& day) {
  upload(day.li);
  upload(day.boss);
  day.boss.press("Open");
  day.boss.press("Searches 1");
  day.boss.see("person of south · nobody answered");
  liTriesTheDoorAgain(day.li);
  upload(day.li);
  upload(day.boss);
  day.boss.seeNoMore("person of south · nobody answered");
}

void wuVisitsAndDoesAnErrand(Person& tablet) {
  tablet.unlock("device of wu");
  visit(tablet, "north", "Met in person");
  tablet.press("A service without a visit");
  tablet.see("Done for person of north");
  tablet.press("Errand");
  tablet.press("Save");
}

void zhangRingsAndFindsNobody(Person& tablet) {
  tablet.unlock("zhang");
  QVERIFY(!tablet.sees("person of north"));
  visit(tablet, "east", "By phone");
  findNobody(tablet, "hill");
}

void theSupervisorEntersPaper(Day& day) {
  const auto enter = [&day](const char* elder, const char* outcome, const char* minutes) {
    day.boss.type("Number", QString::number(day.papers.numberOf(elder)));
    day.boss.type("Outcome", outcome);
    day.boss.type("Minutes", minutes);
    day.boss.press("Enter the visit");
    day.boss.offered(QString("Take back ") + elder);
  };
  day.boss.press("Caseload");
  day.boss.press("Visits on paper");
  day.boss.see("The hours go to who visited, not to who types.");
  enter("person of west", "1", "30");
  enter("person of mill", "3", "10");
}

// --- Evening -------------------------------------------------------------------------------------

void theSupervisorSettlesWhatIsOpen(Person& boss) {
  boss.press("Open");
  boss.press("Searches 1");
  boss.see("person of hill · nobody answered");
  boss.offered("Go on with the search person of hill");
  boss.press("Risks 1");
  boss.see("person of shared · Fall");
  boss.see("Orange");
  boss.press("Acknowledge … person of shared");
  boss.pressLast("Acknowledge");
  boss.see("Seen by the supervisor");
  boss.press("To confirm 1");
  boss.see("partner of couple · is in hospital");
  boss.press("Decide … partner of couple");
  boss.press("It is so");
  boss.offered("To confirm 0");
  boss.press("Hours 1");
  boss.press("Check … person of north");
  boss.pressLast("Confirm");
  boss.offered("Hours 0");
  upload(boss);
}

void theVolunteersSeeWhatBecameOfIt(Day& day) {
  upload(day.li);
  day.li.pressBeside("partner of couple", "building couple");
  day.li.see("In hospital");
  day.shared_tablet.unlock("device of wu");
  upload(day.shared_tablet);
  day.shared_tablet.press("My month");
  day.shared_tablet.see("certified 0.5 h");
  day.shared_tablet.lock();
}

void theDistrictEndsTheDay(Day& day) {
  day.desk.press("End of day");
  day.desk.press("Sync now");
  day.desk.see("Nothing waits on any device that was heard from.");
  day.desk.see("Reconciles");
  day.desk.see("70.0 %");
  for (const char* device : {"device of li", "device of wu", "device of zhang", "device of boss", "device of desk"}) {
    day.desk.see(device);
  }
  QVERIFY2(!day.desk.sees("Silent"), qPrintable(day.desk.page()));
  day.desk.press("Protocol as PDF …");
  day.desk.see("Saved: ");
  QVERIFY(day.papers.protocol().has_value());
  const v1::EndOfDay& protocol = *day.papers.protocol();
  const QString sum = QLocale().toString(static_cast<qulonglong>(protocol.received()));
  QVERIFY2(day.desk.sees(sum + " received = " + sum + " taken"), qPrintable(day.desk.page()));
}

void theProtocolReconciles(const v1::EndOfDay& protocol) {
  QVERIFY(protocol.reconciles());
  QCOMPARE(protocol.devices_size(), 5);
  std::uint64_t sent = 0;
  for (const v1::DeviceDay& device : protocol.devices()) {
    QCOMPARE(device.waiting(), std::uint64_t{0});
    QCOMPARE(device.received(), device.applied());
    sent += device.visits_received();
  }
  // li's 4, wu's 1, zhang's 2, and 2 from paper.
  QCOMPARE(sent, std::uint64_t{9});
  QCOMPARE(protocol.visits_received(), std::uint64_t{9});
  QCOMPARE(protocol.visits_standing(), std::uint64_t{9});
  QCOMPARE(protocol.ladders_running(), std::uint64_t{1});
  QCOMPARE(protocol.risks_open_orange(), std::uint64_t{1});
  QCOMPARE(protocol.coverage().figures().contacted(), 7);
  QCOMPARE(protocol.coverage().figures().denominator(), 10);
}

void paperLiesThere(const FolderPapers& papers) {
  QCOMPARE(papers.files().size(), std::size_t{2});
  for (const QString& path : papers.files()) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
  }
}

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
