// The main job through the real pages: a volunteer visits, a supervisor acknowledges, the district
// sees who was visited and who was missed.

#include <QApplication>
#include <QTest>

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
