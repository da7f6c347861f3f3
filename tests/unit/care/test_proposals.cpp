#include <QTest>

#include "district.h"
#include "sync/care/elder_history.h"
#include "sync/care/proposals.h"

namespace doorstep::care::testing {
namespace {

const std::string kSupervisor(16, 's');

// "AT_HOME 2026-01-01, DECEASED! 2026-11-10": the spans of an elder, confirmed ones with a mark.
QString statusesText(const v1::Elder& elder) {
  QStringList texts;
  for (const v1::StatusSpan& span : elder.statuses()) {
    texts.append(QString::fromStdString(v1::CareStatus_Name(span.status()).substr(12) +
                                        (span.confirmed_by().empty() ? " " : "! ") +
                                        absl::FormatCivilTime(civilDay(span.from_on()))));
  }
  return texts.join(QStringLiteral(", "));
}

absl::CivilDay day(int month, int number) {
  return absl::CivilDay(2026, month, number);
}

}  // namespace

class Proposals : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    elder_ = v1::Elder();
    elder_.set_id("elder");
    setStatus(elder_, v1::CARE_STATUS_AT_HOME, on(1, 1));
    visit_ = v1::Visit();
    *visit_.mutable_started_at() = at(11, 10, 9);
    addContact(visit_, elder_, v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_NO_REPLY);
    visit_.mutable_contacts(0)->set_proposal(v1::STATUS_PROPOSAL_DECEASED);
  }

  void openUntilConfirmedSince_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("from_day");
    QTest::addColumn<bool>("by_somebody");
    QTest::addColumn<bool>("open");
    const int deceased = v1::CARE_STATUS_DECEASED;
    const int at_home = v1::CARE_STATUS_AT_HOME;
    QTest::newRow("not confirmed") << deceased << 10 << false << true;
    QTest::newRow("confirmed on the day") << deceased << 10 << true << false;
    QTest::newRow("found at home later") << at_home << 12 << true << false;
    QTest::newRow("confirmed with an earlier day") << deceased << 8 << true << false;
    QTest::newRow("another status confirmed before") << at_home << 8 << true << true;
  }

  void openUntilConfirmedSince() {
    QFETCH(int, status);
    QFETCH(int, from_day);
    QFETCH(bool, by_somebody);
    QFETCH(bool, open);
    setStatus(elder_, static_cast<v1::CareStatus>(status), on(11, from_day), by_somebody ? kSupervisor : "");
    QCOMPARE(proposal(), open ? v1::STATUS_PROPOSAL_DECEASED : v1::STATUS_PROPOSAL_NONE);
  }

  void whatIsNotProposedIsNotOpen() {
    visit_.mutable_contacts(0)->set_proposal(v1::STATUS_PROPOSAL_NONE);
    QCOMPARE(proposal(), v1::STATUS_PROPOSAL_NONE);
  }

  void oneOfACoupleAndADuplicate() {
    v1::Elder spouse;
    spouse.set_id("spouse");
    QCOMPARE(openProposal(visit_, spouse, {}, districtZone()), v1::STATUS_PROPOSAL_NONE);
    const std::vector<std::string> merged = {"elder"};
    QCOMPARE(openProposal(visit_, spouse, merged, districtZone()), v1::STATUS_PROPOSAL_DECEASED);
  }

  void confirming_data() {
    QTest::addColumn<int>("proposal");
    QTest::addColumn<int>("from_day");
    QTest::addColumn<QString>("statuses");
    QTest::newRow("away") << int{v1::STATUS_PROPOSAL_AWAY} << 10 << "AT_HOME 2026-01-01, AWAY! 2026-11-10";
    QTest::newRow("in hospital") << int{v1::STATUS_PROPOSAL_HOSPITALISED} << 10
                                 << "AT_HOME 2026-01-01, HOSPITALISED! 2026-11-10";
    QTest::newRow("in an institution") << int{v1::STATUS_PROPOSAL_INSTITUTIONALISED} << 9
                                       << "AT_HOME 2026-01-01, INSTITUTIONALISED! 2026-11-09";
    QTest::newRow("moved out") << int{v1::STATUS_PROPOSAL_MOVED_OUT} << 1
                               << "AT_HOME 2026-01-01, MOVED_OUT! 2026-11-01";
    QTest::newRow("died before the visit")
        << int{v1::STATUS_PROPOSAL_DECEASED} << 7 << "AT_HOME 2026-01-01, DECEASED! 2026-11-07";
  }

  void confirming() {
    QFETCH(int, proposal);
    QFETCH(int, from_day);
    QFETCH(QString, statuses);
    const auto proposed = static_cast<v1::StatusProposal>(proposal);
    visit_.mutable_contacts(0)->set_proposal(proposed);
    elder_ = confirmed(elder_, proposed, day(11, from_day), kSupervisor);
    QCOMPARE(statusesText(elder_), statuses);
    QVERIFY(!elder_.statuses(1).has_planned_until_on());
    QCOMPARE(this->proposal(), v1::STATUS_PROPOSAL_NONE);
  }

  void spansStayInOrder() {
    setStatus(elder_, v1::CARE_STATUS_AWAY, on(11, 20));
    elder_ = confirmed(elder_, v1::STATUS_PROPOSAL_HOSPITALISED, day(11, 10), kSupervisor);
    QCOMPARE(statusesText(elder_), "AT_HOME 2026-01-01, HOSPITALISED! 2026-11-10, AWAY 2026-11-20");
    elder_ = confirmed(elder_, v1::STATUS_PROPOSAL_DECEASED, day(11, 10), kSupervisor);
    QCOMPARE(statusesText(elder_),
             "AT_HOME 2026-01-01, HOSPITALISED! 2026-11-10, DECEASED! 2026-11-10, AWAY 2026-11-20");
  }

  void rejecting_data() {
    QTest::addColumn<int>("held");
    QTest::addColumn<int>("since_month");
    QTest::addColumn<QString>("statuses");
    QTest::newRow("at home") << int{v1::CARE_STATUS_AT_HOME} << 2
                             << "AT_HOME 2026-01-01, AT_HOME 2026-02-01, AT_HOME! 2026-11-10";
    QTest::newRow("in hospital") << int{v1::CARE_STATUS_HOSPITALISED} << 11
                                 << "AT_HOME 2026-01-01, HOSPITALISED 2026-11-01, HOSPITALISED! 2026-11-10";
    QTest::newRow("away") << int{v1::CARE_STATUS_AWAY} << 11 << "AT_HOME 2026-01-01, AWAY 2026-11-01, AWAY! 2026-11-10";
    QTest::newRow("away for too long") << int{v1::CARE_STATUS_AWAY} << 8
                                       << "AT_HOME 2026-01-01, AWAY 2026-08-01, AT_HOME! 2026-11-10";
  }

  void rejecting() {
    QFETCH(int, held);
    QFETCH(int, since_month);
    QFETCH(QString, statuses);
    setStatus(elder_, static_cast<v1::CareStatus>(held), on(since_month, 1));
    elder_ = rejected(elder_, day(11, 10), kSupervisor, {});
    QCOMPARE(statusesText(elder_), statuses);
    QCOMPARE(proposal(), v1::STATUS_PROPOSAL_NONE);
  }

  void rejectingKeepsThePlannedReturn() {
    setStatus(elder_, v1::CARE_STATUS_INSTITUTIONALISED, on(11, 1));
    *elder_.mutable_statuses(1)->mutable_planned_until_on() = on(11, 20);
    elder_ = rejected(elder_, day(11, 10), kSupervisor, {});
    QCOMPARE(civilDay(elder_.statuses(2).planned_until_on()), day(11, 20));
    QCOMPARE(statusOn(elder_, day(11, 12), defaultRules()), v1::CARE_STATUS_HOSPITALISED);
  }

  void rejectingWithoutAnyStatus() {
    elder_.clear_statuses();
    QCOMPARE(statusesText(rejected(elder_, day(11, 10), kSupervisor, {})), "AT_HOME! 2026-11-10");
  }

 private:
  v1::StatusProposal proposal() const { return openProposal(visit_, elder_, {}, districtZone()); }

  v1::Elder elder_;
  v1::Visit visit_;
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::Proposals)
#include "test_proposals.moc"
