#include <QTest>

#include "district.h"
#include "sync/care/service_minutes.h"

namespace doorstep::care::testing {
namespace {

DistrictMonth november(const District& district) {
  return districtMonth(district.records(), absl::CivilMonth(2026, 11), absl::CivilDay(2026, 12, 6));
}

// "VISITING 40, FREE_HAIRCUT 20 overlaps"
QString linesText(const std::vector<v1::MinutesLine>& lines) {
  QStringList texts;
  for (const v1::MinutesLine& line : lines) {
    texts << QString::fromStdString(v1::ServiceKind_Name(line.kind())).mid(13) + QStringLiteral(" ") +
                 QString::number(line.minutes()) + (line.overlaps() ? QStringLiteral(" overlaps") : QString());
  }
  return texts.join(QStringLiteral(", "));
}

}  // namespace

class ServiceMinutes : public QObject {
  Q_OBJECT

 private slots:
  void pausesAreTakenOff() {
    District d;
    v1::Visit& visit = d.visit(d.elder(d.area_a()), at(11, 12, 9), 60);
    v1::Pause& pause = *visit.add_pauses();
    *pause.mutable_from_at() = at(11, 12, 9, 20);
    *pause.mutable_until_at() = at(11, 12, 9, 35);
    QCOMPARE(linesText(november(d).worker_minutes), QStringLiteral("VISITING 45"));
  }

  void servicesAreTakenOffWhateverTheirTimes() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    v1::Visit& visit = d.visit(elder, at(11, 12, 9), 60);
    for (const v1::ServiceKind kind : {v1::SERVICE_KIND_FREE_HAIRCUT, v1::SERVICE_KIND_ERRAND}) {
      d.service(elder, kind, visit.started_at(), 20).set_visit_id(visit.id());  // both noted with the visit's start
    }
    QCOMPARE(linesText(november(d).worker_minutes), QStringLiteral("VISITING 20, FREE_HAIRCUT 20, ERRAND 20"));
  }

  void servicesLongerThanTheVisitStand() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    v1::Visit& visit = d.visit(elder, at(11, 12, 9), 10);
    d.service(elder, v1::SERVICE_KIND_CLEANING, at(11, 12, 9), 50).set_visit_id(visit.id());
    QCOMPARE(linesText(november(d).worker_minutes), QStringLiteral("CLEANING 50"));
    d.service(elder, v1::SERVICE_KIND_ERRAND, at(11, 12, 9, 40), 20);
    QCOMPARE(linesText(november(d).worker_minutes), QStringLiteral("CLEANING 50, ERRAND 10 overlaps"));
  }

  void servicesStayWithACorrectedVisit() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    v1::Visit& visit = d.visit(elder, at(11, 12, 9), 60);
    d.service(elder, v1::SERVICE_KIND_FREE_HAIRCUT, at(11, 12, 9), 20).set_visit_id(visit.id());
    d.visit(elder, at(11, 12, 9), 50).set_corrects_id(visit.id());
    QCOMPARE(linesText(november(d).worker_minutes), QStringLiteral("VISITING 30, FREE_HAIRCUT 20"));
  }

  void servicesOfAVoidedVisitStandAlone() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    v1::Visit& visit = d.visit(elder, at(11, 12, 9), 60);
    d.service(elder, v1::SERVICE_KIND_ERRAND, at(11, 12, 9), 20).set_visit_id(visit.id());
    v1::Visit& voided = d.visit(elder, at(11, 12, 9), 60);
    voided.set_corrects_id(visit.id());
    voided.set_voided(true);
    QCOMPARE(linesText(november(d).worker_minutes), QStringLiteral("ERRAND 20"));
  }

  void serviceAfterMidnightBelongsToItsVisit() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    v1::Visit& visit = d.visit(elder, at(11, 12, 23, 30), 60);
    d.service(elder, v1::SERVICE_KIND_MEDICAL_ESCORT, at(11, 13, 0, 5), 20).set_visit_id(visit.id());
    QCOMPARE(linesText(november(d).worker_minutes), QStringLiteral("VISITING 40, MEDICAL_ESCORT 20"));
    QCOMPARE(november(d).worker_minutes[1].on().day(), 13);
  }

  void overlapCountsOnTheEarlierEntry() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    d.service(elder, v1::SERVICE_KIND_ERRAND, at(11, 12, 10, 30), 60);
    d.service(elder, v1::SERVICE_KIND_CLEANING, at(11, 12, 10), 60);
    QCOMPARE(linesText(november(d).worker_minutes), QStringLiteral("CLEANING 60, ERRAND 30 overlaps"));
  }

  void coveredEntryIsShownWithNothing() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    d.visit(elder, at(11, 12, 10), 60);
    d.service(elder, v1::SERVICE_KIND_ERRAND, at(11, 12, 10, 15), 20);  // not noted as part of the visit
    QCOMPARE(linesText(november(d).worker_minutes), QStringLiteral("VISITING 60, ERRAND 0 overlaps"));
  }

  void pausesLeaveRoomForOtherWork() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    v1::Visit& visit = d.visit(elder, at(11, 12, 10), 60);
    v1::Pause& pause = *visit.add_pauses();
    *pause.mutable_from_at() = at(11, 12, 10, 15);
    *pause.mutable_until_at() = at(11, 12, 10, 45);
    d.service(elder, v1::SERVICE_KIND_ERRAND, at(11, 12, 10, 15), 30);
    QCOMPARE(linesText(november(d).worker_minutes), QStringLiteral("VISITING 30, ERRAND 30"));
  }

  void timesKnownToTheDayDoNotOverlap() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    for (int count = 0; count < 2; ++count) {
      v1::Visit& visit = d.visit(elder, at(11, 12, 0), 30);
      visit.set_precision(v1::PRECISION_DAY);
      visit.set_source(v1::VISIT_SOURCE_PAPER);
    }
    QCOMPARE(linesText(november(d).worker_minutes), QStringLiteral("VISITING 30, VISITING 30"));
    QCOMPARE(november(d).worker_minutes[0].source(), v1::HOURS_SOURCE_ENTERED);
  }

  void twoWorkersDoNotOverlapEachOther() {
    District d;
    v1::Visit& visit = d.visit(d.elder(d.area_a()), at(11, 12, 10), 40);
    visit.add_worker_ids(d.another_worker());
    const DistrictMonth month = november(d);
    QCOMPARE(linesText(month.worker_minutes), QStringLiteral("VISITING 40, VISITING 40"));
    QCOMPARE(linesText(month.delivered), QStringLiteral("VISITING 40"));
  }

  void deliveredIsTheLongestLine() {
    District d;
    v1::ServiceEntry& entry = d.service(d.elder(d.area_a()), v1::SERVICE_KIND_BATHING, at(11, 12, 10), 30);
    v1::WorkerMinutes& second = *entry.add_workers();
    second.set_worker_id(d.another_worker());
    second.set_minutes(50);
    QCOMPARE(linesText(november(d).delivered), QStringLiteral("BATHING 50"));
    QCOMPARE(delivered({}).minutes(), 0U);
  }

  void failedAttemptsGiveNone() {
    District d;
    d.visit(d.elder(d.area_a()), at(11, 12, 10), 20, v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_NO_REPLY);
    QVERIFY(november(d).worker_minutes.empty());
  }

  void states_data() {
    QTest::addColumn<QList<int>>("events");
    QTest::addColumn<QString>("lines");
    QTest::newRow("submitted") << QList<int>{} << "ERRAND 30";
    QTest::newRow("confirmed") << QList<int>{v1::SERVICE_ENTRY_STATE_CONFIRMED} << "ERRAND 30";
    QTest::newRow("disputed") << QList<int>{v1::SERVICE_ENTRY_STATE_DISPUTED} << "";
    QTest::newRow("corrected, not yet confirmed")
        << QList<int>{v1::SERVICE_ENTRY_STATE_DISPUTED, v1::SERVICE_ENTRY_STATE_CORRECTED} << "";
    QTest::newRow("corrected and confirmed")
        << QList<int>{v1::SERVICE_ENTRY_STATE_DISPUTED, v1::SERVICE_ENTRY_STATE_CORRECTED,
                      v1::SERVICE_ENTRY_STATE_CONFIRMED}
        << "ERRAND 25";
    QTest::newRow("voided") << QList<int>{v1::SERVICE_ENTRY_STATE_VOIDED} << "";
  }

  void states() {
    QFETCH(QList<int>, events);
    QFETCH(QString, lines);
    District d;
    v1::ServiceEntry& entry = d.service(d.elder(d.area_a()), v1::SERVICE_KIND_ERRAND, at(11, 12, 9), 30);
    for (const int to : events) {
      v1::ServiceEntryEvent& event = d.entryEvent(entry, static_cast<v1::ServiceEntryState>(to));
      if (to == v1::SERVICE_ENTRY_STATE_CORRECTED) {
        v1::WorkerMinutes& corrected = *event.add_corrected_workers();
        corrected.set_worker_id(d.worker());
        corrected.set_minutes(25);
      }
    }
    QCOMPARE(linesText(november(d).worker_minutes), lines);
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::ServiceMinutes)
#include "test_service_minutes.moc"
