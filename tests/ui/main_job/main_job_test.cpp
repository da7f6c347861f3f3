// The main job through the real pages: a volunteer visits, a supervisor acknowledges, the district
// sees who was visited and who was missed.

#include <QApplication>
#include <QDir>
#include <QTest>
#include <atomic>

#include "tests/scenario/must.h"
#include "tests/ui/main_job/person.h"

using namespace doorstep;
using tests::Field;
using tests::FieldTablet;
using tests::Person;

class MainJobTest : public QObject {
  Q_OBJECT

 private slots:
  void aDayInTheDistrict() {
    Field field;
    aVolunteerVisitsWithEightTapsAndNoTyping(field);
    aVolunteerReportsARisk(field);
    theServiceHasIt(field);
    aSupervisorAcknowledgesTheRisk(field);
    theDistrictSeesWhoWasMissed(field);
    QCOMPARE(field.differencesOfRecount(), std::size_t{0});
    QCOMPARE(field.quarantined(), std::size_t{0});
  }

  // The first pages of records may be kept between a page's reading of the list and its being told of changes.
  void whoLooksLateIsToldOfWhatCameBefore() {
    Field field;
    const std::string folder = field.folder("late");
    QDir().mkpath(QString::fromStdString(folder));
    vault::SystemDisk disk;
    outside::SystemRandom random;
    const auto secret = shell::openKeyStore(shell::KeyStore::kFile, folder, disk);
    shell::Entrance entrance(folder, {field.clock(), random, disk, *secret});
    bool asked = false;
    auto entered = tests::must(
        entrance.enrol({field.service().enrolmentAddress(), field.codeFor("li"), "late", "135790"}, asked), "enrol");
    shell::Tablet& tablet = *entered.tablet;
    tablet.startEngine();
    std::atomic<bool> synced = false;
    const auto look = [&] {
      tablet.queryExecutor().post([&] {
        const auto overview = tablet.queries().syncOverview();
        synced = overview.ok() && overview->last_sync.has_value();
      });
      return synced.load();
    };
    QVERIFY(QTest::qWaitFor(look, 20'000));
    std::atomic<int> told = 0;
    tablet.observe([](const client::SyncStatus&) {}, [&] { ++told; });
    QTRY_VERIFY(told.load() > 0);
    entered.tablet.reset();  // before what its threads speak of
  }

 private:
  void aVolunteerVisitsWithEightTapsAndNoTyping(Field& field) {
    volunteer_ = std::make_unique<Person>(field, "li");
    volunteer_->enrol();
    volunteer_->see("person of south");
    field.service().stop();
    volunteer_->countFromNow();
    volunteer_->pressBeside("person of south", "building south");
    volunteer_->press("Start visit");
    volunteer_->press("person of south: Met in person");
    volunteer_->press("All as it should be");
    volunteer_->press("Finish");
    volunteer_->press("Save");
    volunteer_->see("The visit is saved on this device");
    QVERIFY2(volunteer_->presses() <= 8, qPrintable(QString::number(volunteer_->presses())));
    volunteer_->press("Back to the list");
  }

  void aVolunteerReportsARisk(Field& field) {
    volunteer_->pressBeside("person of shared", "building shared");
    volunteer_->press("Start visit");
    volunteer_->press("person of shared: Met in person");
    volunteer_->press("Report a risk");
    volunteer_->press("Fall");
    volunteer_->pressBeside("Orange", "");
    volunteer_->press("Put it on the visit");
    volunteer_->press("Finish");
    volunteer_->press("Save");
    volunteer_->see("The visit is saved on this device");
    volunteer_->see("2 visits kept on this device");
    field.service().start(field.clock().now());
    volunteer_->press("Back to the list");
    volunteer_->syncByHand();
    volunteer_->waitUntilUploaded();
    volunteer_.reset();
  }

  static void theServiceHasIt(Field& field) {
    FieldTablet& desk = field.tablet("desk");
    QCOMPARE(desk.records(v1::RECORD_KIND_VISIT).size(), std::size_t{2});
    QCOMPARE(desk.records(v1::RECORD_KIND_RISK_FLAG).size(), std::size_t{1});
  }

  static void aSupervisorAcknowledgesTheRisk(Field& field) {
    Person supervisor(field, "boss");
    supervisor.enrol();
    supervisor.see("person of shared");
    supervisor.press("Acknowledge …");
    supervisor.see("Follow up the risk");
    supervisor.pressLast("Acknowledge");
    supervisor.see("Seen by the supervisor");
    supervisor.waitUntilUploaded();
    FieldTablet& desk = field.tablet("desk");
    QVERIFY(desk.sync().trouble == client::Trouble::kNone);
    const auto events = desk.records(v1::RECORD_KIND_RISK_EVENT);
    QCOMPARE(events.size(), std::size_t{1});
    QCOMPARE(events.front().record.risk_event().to(), v1::RISK_STATE_ACKNOWLEDGED);
  }

  static void theDistrictSeesWhoWasMissed(Field& field) {
    Person district(field, "desk");
    district.enrol();
    district.see("50.0 %");
    district.press("Show all 2 not reached");
    district.see("person of north");
    district.see("person of empty");
    QVERIFY(!district.sees("person of south"));
    QVERIFY(!district.sees("person of shared"));
  }

  std::unique_ptr<Person> volunteer_;
};

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  MainJobTest test;
  return QTest::qExec(&test, argc, argv);
}

#include "main_job_test.moc"
