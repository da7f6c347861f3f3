// What a correction or a withdrawal of a visit means for the searches that the visit began or ended.

#include "tests/unit/store/searches.h"

namespace doorstep::store {

class LadderCorrectionsTest : public QObject {
  Q_OBJECT

 private slots:
  void metCorrectedToNoReplyBeginsASearch() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v1", "h1", "wang", at(kToday, 8)))).status());
    QVERIFY(made(tablet).empty());
    const auto saved =
        tablet.store().append(correction("v2", "v1", noReply("v2", at(kToday, 8))));  // as if saved so at first
    VERIFY_OK(saved.status());
    QCOMPARE(saved->ladder_ids.size(), std::size_t{1});
    QCOMPARE(made(tablet).size(), std::size_t{1});
    QVERIFY(made(tablet)[0].ladder().visit_id() == id("v2"));
    QVERIFY(rowOf(tablet).ladder_next != v1::LADDER_STEP_UNSPECIFIED);
    // Said once more, with another note, it is neither a second search nor a second try.
    v1::Record again = correction("v3", "v2", noReply("v3", at(kToday, 8)));
    again.mutable_visit()->set_note("rang twice");
    QVERIFY(tablet.store().append(again)->ladder_ids.empty());
    QCOMPARE(made(tablet).size(), std::size_t{1});
  }

  void whoWasNotMetAfterAllIsSearchedForAgain_data() {
    QTest::addColumn<int>("outcome");
    QTest::addColumn<bool>("voided");
    QTest::addColumn<int>("steps");
    QTest::newRow("nobody answered") << int{v1::CONTACT_OUTCOME_NO_REPLY} << false << 1;
    QTest::newRow("not seen") << int{v1::CONTACT_OUTCOME_NOT_SEEN_SAFE} << false << 0;
    QTest::newRow("taken back") << int{v1::CONTACT_OUTCOME_SEEN} << true << 0;
  }
  void whoWasNotMetAfterAllIsSearchedForAgain() {
    QFETCH(int, outcome);
    QFETCH(bool, voided);
    QFETCH(int, steps);
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const std::string first = tablet.store().saveVisit(draftOf(noReply("v1", at(kToday - 1, 8))))->ladder_ids.at(0);
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v2", "h1", "wang", at(kToday, 8)))).status());
    QVERIFY(tablet.queries().elder(id("wang"), kToday)->ladders.at(0).status.ended);

    v1::Record corrected =
        correction("v3", "v2", visited("v3", "h1", "wang", at(kToday, 8), static_cast<v1::ContactOutcome>(outcome)));
    corrected.mutable_visit()->set_voided(voided);
    const auto saved = tablet.store().append(corrected);
    VERIFY_OK(saved.status());
    QVERIFY(saved->problems.empty());
    QCOMPARE(saved->ladder_ids.size(), std::size_t{1});
    QVERIFY(saved->ladder_ids[0] != first);
    const auto ladders = tablet.queries().openWork(kToday)->ladders;
    QCOMPARE(ladders.size(), std::size_t{1});
    QVERIFY(ladders[0].ladder.id() == saved->ladder_ids[0]);
    QVERIFY(ladders[0].ladder.visit_id() == id("v1"));
    QVERIFY(care::toTime(ladders[0].ladder.started_at()) == at(kToday - 1, 8));
    QCOMPARE(ladders[0].status.taken.size(), static_cast<std::size_t>(steps));

    // Met after all: said so, it ends.
    v1::Record met = correction("v4", "v3", visited("v4", "h1", "wang", at(kToday, 8)));
    VERIFY_OK(tablet.store().append(met).status());
    QVERIFY(tablet.queries().openWork(kToday)->ladders.empty());
  }

  void anotherAccountOutlivesAWithdrawal() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const std::string ladder = tablet.store().saveVisit(draftOf(noReply("v1", at(kToday - 1, 8))))->ladder_ids.at(0);
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v2", "h1", "wang", at(kToday, 8)))).status());
    v1::Record daughter = step("e1", ladder, v1::LADDER_STEP_EMERGENCY_CONTACT, v1::LADDER_RESULT_ACCOUNTED_FOR);
    daughter.mutable_ladder_event()->set_accounted_by(v1::ACCOUNTED_BY_FAMILY);
    QVERIFY(tablet.store().append(daughter)->problems.empty());
    v1::Record back = correction("v3", "v2", visited("v3", "h1", "wang", at(kToday, 8)));
    back.mutable_visit()->set_voided(true);
    VERIFY_OK(tablet.store().append(back).status());
    QVERIFY(tablet.queries().openWork(kToday)->ladders.empty());
  }

  void metSinceOutlivesAWithdrawal() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().saveVisit(draftOf(noReply("v1", at(kToday - 1, 8)))).status());
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v2", "h1", "wang", at(kToday, 7)))).status());
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v3", "h1", "wang", at(kToday, 8)))).status());
    v1::Record back = correction("v4", "v2", visited("v4", "h1", "wang", at(kToday, 7)));
    back.mutable_visit()->set_voided(true);
    VERIFY_OK(tablet.store().append(back).status());
    QVERIFY(tablet.queries().openWork(kToday)->ladders.empty());
  }

  void noReplyCorrectedEndsItsSearchOnlyByAnAccount_data() {
    QTest::addColumn<int>("outcome");
    QTest::addColumn<bool>("voided");
    QTest::addColumn<int>("source");
    QTest::newRow("seen") << int{v1::CONTACT_OUTCOME_SEEN} << false << int{v1::ACCOUNTED_BY_SEEN};
    QTest::newRow("not seen") << int{v1::CONTACT_OUTCOME_NOT_SEEN_SAFE} << false << 0;
    QTest::newRow("taken back") << int{v1::CONTACT_OUTCOME_NO_REPLY} << true << 0;
  }
  void noReplyCorrectedEndsItsSearchOnlyByAnAccount() {
    QFETCH(int, outcome);
    QFETCH(bool, voided);
    QFETCH(int, source);
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().saveVisit(draftOf(noReply("v1", at(kToday, 8)))).status());
    v1::Record corrected =
        correction("v2", "v1", visited("v2", "h1", "wang", at(kToday, 0), static_cast<v1::ContactOutcome>(outcome)));
    corrected.mutable_visit()->set_precision(v1::PRECISION_DAY);  // the very visit, whatever its time
    corrected.mutable_visit()->set_voided(voided);
    QVERIFY(tablet.store().append(corrected)->problems.empty());
    const auto ladders = tablet.queries().elder(id("wang"), kToday)->ladders;
    QCOMPARE(ladders.size(), std::size_t{1});
    QCOMPARE(int{ladders[0].status.accounted_by}, source);
    QCOMPARE(made(tablet).size(), source == 0 ? std::size_t{1} : std::size_t{2});
  }

  void aLaterTryKeepsTheSearchOfACorrectedOne() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().saveVisit(draftOf(noReply("v1", at(kToday - 1, 8)))).status());
    VERIFY_OK(tablet.store().saveVisit(draftOf(noReply("v2", at(kToday, 8)))).status());
    VERIFY_OK(tablet.store().append(correction("v3", "v1", visited("v3", "h1", "wang", at(kToday - 1, 8)))).status());
    QCOMPARE(tablet.queries().openWork(kToday)->ladders.size(), std::size_t{1});
  }
};

}  // namespace doorstep::store

QTEST_GUILESS_MAIN(doorstep::store::LadderCorrectionsTest)
#include "ladder_corrections_test.moc"
