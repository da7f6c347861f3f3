#include "day.h"

#include <QFile>
#include <QLocale>
#include <QTest>

namespace doorstep::tests {

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

}  // namespace doorstep::tests
