// From the closed device to the open notebook and back.

#include <QSignalSpy>
#include <QTest>

#include "open_desk.h"

using namespace doorstep;
using models::app_enums::Failure;
using models::app_enums::Stage;
using models::app_enums::VisitStage;
using models::care_enums::Met;
using tests::OpenDesk;

class SessionTest : public QObject {
  Q_OBJECT

 private slots:
  void theRightPinOpens() {
    OpenDesk desk;
    QVERIFY(desk.models.session.stage() == Stage::Locked);
    desk.open();
    QVERIFY(desk.models.session.stage() == Stage::Open);
    QVERIFY(desk.models.session.visitor());
    QVERIFY(!desk.models.session.supervisor());
    QVERIFY(!desk.models.session.workerName().isEmpty());
  }

  void aWrongPinDoesNot() {
    OpenDesk desk;
    desk.models.session.unlock("000000");
    desk.settle();
    QVERIFY(desk.models.session.stage() == Stage::Locked);
    QVERIFY(desk.models.session.failure() == Failure::WrongPin);
    desk.open();
    QVERIFY(desk.models.session.failure() == Failure::None);
  }

  void tooManyWrongPinsAskForPatience() {
    OpenDesk desk;
    desk.gate.failNextWith(Failure::TooManyTries, 2);
    desk.models.session.unlock("000000");
    QVERIFY(desk.models.session.failure() == Failure::TooManyTries);
    QCOMPARE(desk.models.session.waitSeconds(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(desk.models.session.waitSeconds(), 0, 20'000);
  }

  void aDeviceThatWasWithdrawnClosesAndSaysSo() {
    OpenDesk desk;
    desk.open();
    client::SyncStatus status;
    status.trouble = client::Trouble::kNotKnown;
    desk.workspace->sayStatus(status);
    desk.settle();
    QVERIFY(desk.models.session.stage() == Stage::Open);
    desk.gate.withdraw();
    status.trouble = client::Trouble::kRevoked;
    desk.workspace->sayStatus(status);
    QTRY_VERIFY_WITH_TIMEOUT(desk.models.session.stage() == Stage::NotEnrolled, 10'000);
    QVERIFY(desk.models.session.failure() == Failure::Revoked);
    QVERIFY(desk.models.session.workerName().isEmpty());
  }

  void aDeviceThatWasWithdrawnSaysSoAfterARestart() {
    tests::FakePreferences preferences;
    tests::FakeGate gate([] { return nullptr; }, false, true);
    models::Models models(gate, preferences);
    QVERIFY(models.session.stage() == Stage::NotEnrolled);
    QVERIFY(models.session.failure() == Failure::Revoked);
  }

  void enrollingSendsWhatWasTyped() {
    OpenDesk desk(v1::ROLE_SUPERVISOR, false);
    QVERIFY(desk.models.session.stage() == Stage::NotEnrolled);
    desk.gate.failNextWith(Failure::CodeUsed);
    desk.models.session.enrol(" host:8443 ", "ABCD", " tablet ", "246802");
    QVERIFY(desk.models.session.failure() == Failure::CodeUsed);
    desk.models.session.enrol(" host:8443 ", "ABCD", " tablet ", "246802");
    desk.settle();
    QVERIFY(desk.models.session.stage() == Stage::Open);
    QCOMPARE(desk.gate.lastEnrolment().address, std::string("host:8443"));
    QCOMPARE(desk.gate.lastEnrolment().device_name, std::string("tablet"));
  }

  void theRecoveryKeyGivesANewPin() {
    OpenDesk desk;
    desk.models.session.recover("", "112233");
    QVERIFY(desk.models.session.failure() == Failure::WrongRecovery);
    desk.models.session.recover("7QK3D", "112233");
    desk.settle();
    QVERIFY(desk.models.session.stage() == Stage::Open);
    desk.models.session.lock();
    desk.models.session.unlock("112233");
    desk.settle();
    QVERIFY(desk.models.session.stage() == Stage::Open);
  }

  void changingThePinAsksForTheOldOne() {
    OpenDesk desk;
    desk.open();
    const QSignalSpy changed(&desk.models.session, &models::SessionModel::pinChanged);
    desk.models.session.changePin("999999", "112233");
    QVERIFY(desk.models.session.failure() == Failure::WrongPin);
    QCOMPARE(changed.count(), 0);
    desk.models.session.changePin("135790", "112233");
    QCOMPARE(changed.count(), 1);
  }

  void lockingLeavesNothingReadableAndKeepsTheDraft() {
    OpenDesk desk;
    desk.open();
    const QString elder = desk.models.today.rows()->rows()[3].elder_id;
    desk.models.elder.show(elder);
    desk.models.visit.begin(elder);
    desk.settle();
    desk.models.visit.setMet(elder, Met::InPerson);
    desk.models.visit.setNote("half a sentence");
    std::weak_ptr<tests::FakeWorkspace> workspace = desk.workspace;
    desk.models.session.lock();
    QVERIFY(desk.models.session.stage() == Stage::Locked);
    QCOMPARE(desk.models.today.rows()->count(), 0);
    QCOMPARE(desk.models.elders.rows()->count(), 0);
    QVERIFY(desk.models.elder.name().isEmpty());
    QVERIFY(desk.models.visit.stage() == VisitStage::None);
    QVERIFY(desk.models.session.workerName().isEmpty());
    QTRY_COMPARE(desk.store().keptDrafts().back().visit().note(), std::string("half a sentence"));
  }

  void answersAskedBeforeALockAreDropped() {
    OpenDesk desk;
    desk.open();
    desk.models.elders.refresh();
    desk.models.session.lock();
    QCoreApplication::processEvents();
    QCOMPARE(desk.models.elders.rows()->count(), 0);
  }

  void settingsAreKeptWithinTheirBounds() {
    OpenDesk desk;
    desk.models.session.setTextScale(9);
    QCOMPARE(desk.preferences.settings.text_scale, 2.0);
    desk.models.session.setTextScale(0.2);
    QCOMPARE(desk.preferences.settings.text_scale, 1.0);
    desk.models.session.setLanguage("en");
    QCOMPARE(desk.preferences.settings.language, QString("en"));
    QVERIFY(!desk.models.session.dark());
    desk.models.session.setAppearance(models::app_enums::Appearance::Dark);
    QVERIFY(desk.models.session.dark());
  }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
