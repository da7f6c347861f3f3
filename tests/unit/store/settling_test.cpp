// What a supervisor decides without a network: shown at once, sent as a change, and open again when it is refused.

#include "sync/replication/records.h"
#include "tests/unit/store/tablet.h"

namespace doorstep::store {

class SettlingTest : public QObject {
  Q_OBJECT

 private slots:
  void takingTheOtherValueShowsItAtOnce();
  void keepingWhatStandsOnlyClosesTheQuestion();
  void whatTheServiceRefusesIsOpenAgain_data();
  void whatTheServiceRefusesIsOpenAgain();
  void whatTheServiceTookStandsByItself();
  void somebodyDecidedItBefore();
  void aLaterEditOfOnesOwnStandsOverWhatWasTaken();
  void twoPersonsAreAskedAboutNoMore();
  void aMergeIsShownUntilItIsTooLateToTakeItBack();
  void aSearchWhoseVisitWasTakenBackIsListedLast();

 private:
  static v1::Record phone(const std::string& value);
  static v1::Record conflict();
  static v1::Record pair();
  static v1::Settlement decision(const char* subject, v1::Decision decision);
  // A supervisor's tablet that has pulled a conflict about wang's phone: 111 stands, 222 was given, too.
  static void begin(Tablet& tablet);
  static std::string phoneOf(Tablet& tablet) { return tablet.queries().elder(id("wang"), kToday)->elder.phone(); }
  static std::size_t openConflicts(Tablet& tablet) { return tablet.queries().openWork(kToday)->conflicts.size(); }
};

v1::Record SettlingTest::phone(const std::string& value) {
  v1::Record record = elder("wang", "h1", "王秀兰", v1::TIER_C);
  record.mutable_elder()->set_phone(value);
  return record;
}

v1::Record SettlingTest::conflict() {
  v1::Record record;
  v1::Conflict& conflict = *record.mutable_conflict();
  conflict.set_id(id("k"));
  conflict.set_record_kind(v1::RECORD_KIND_ELDER);
  conflict.set_record_id(id("wang"));
  conflict.set_household_id(id("h1"));
  conflict.set_field("phone");
  v1::Record value;
  value.mutable_elder()->set_phone("111");
  conflict.set_chosen_value(replication::encode(value));
  value.mutable_elder()->set_phone("222");
  conflict.set_other_value(replication::encode(value));
  return record;
}

v1::Record SettlingTest::pair() {
  v1::Record record;
  v1::LikelyDuplicate& pair = *record.mutable_likely_duplicate();
  pair.set_id(id("p"));
  pair.set_elder_id(id("wang"));
  pair.set_other_elder_id(id("chen"));
  pair.set_household_id(id("h1"));
  return record;
}

v1::Settlement SettlingTest::decision(const char* subject, v1::Decision decision) {
  v1::Settlement settlement;
  settlement.set_subject_id(id(subject));
  settlement.set_decision(decision);
  return settlement;
}

void SettlingTest::begin(Tablet& tablet) {
  VERIFY_OK(tablet.settle("boss", v1::ROLE_SUPERVISOR));
  VERIFY_OK(tablet.store().keepPage(page({phone("111"), conflict(), pair()}, 40)));
  QCOMPARE(openConflicts(tablet), std::size_t{1});
  QCOMPARE(tablet.queries().syncOverview()->conflicts, std::uint64_t{1});
}

void SettlingTest::takingTheOtherValueShowsItAtOnce() {
  Tablet tablet;
  begin(tablet);
  VERIFY_OK(tablet.store().settle(decision("k", v1::DECISION_TAKE_OTHER)).status());
  QCOMPARE(phoneOf(tablet), std::string("222"));
  QCOMPARE(openConflicts(tablet), std::size_t{0});
  QCOMPARE(tablet.queries().syncOverview()->conflicts, std::uint64_t{0});
  const auto waiting = tablet.waiting();
  QCOMPARE(waiting.size(), std::size_t{1});
  QVERIFY(waiting[0].has_settle());
  QCOMPARE(waiting[0].settle().base().sequence(), std::uint64_t{41});  // of the conflict as it was seen
  QCOMPARE(waiting[0].worker_id(), id("boss"));
}

void SettlingTest::keepingWhatStandsOnlyClosesTheQuestion() {
  Tablet tablet;
  begin(tablet);
  VERIFY_OK(tablet.store().settle(decision("k", v1::DECISION_KEEP_CHOSEN)).status());
  QCOMPARE(phoneOf(tablet), std::string("111"));
  QCOMPARE(openConflicts(tablet), std::size_t{0});
}

void SettlingTest::whatTheServiceRefusesIsOpenAgain_data() {
  QTest::addColumn<bool>("pulls_first");
  QTest::newRow("the receipt comes alone") << false;
  QTest::newRow("the elder was edited by somebody meanwhile") << true;
}

void SettlingTest::whatTheServiceRefusesIsOpenAgain() {
  QFETCH(bool, pulls_first);
  Tablet tablet;
  begin(tablet);
  VERIFY_OK(tablet.store().settle(decision("k", v1::DECISION_TAKE_OTHER)).status());
  if (pulls_first) {
    v1::Record edited = phone("111");
    edited.mutable_elder()->set_language("东北话");
    VERIFY_OK(tablet.store().keepPage(page({edited}, 50)));
    QCOMPARE(phoneOf(tablet), std::string("222"));
  }
  v1::Receipt receipt = applied(tablet.waiting().at(0), 0);
  receipt.clear_revision();
  receipt.set_outcome(v1::RECEIPT_OUTCOME_QUARANTINED);
  VERIFY_OK(tablet.store().keepReceipts({receipt}));
  QCOMPARE(phoneOf(tablet), std::string("111"));
  QCOMPARE(openConflicts(tablet), std::size_t{1});
}

void SettlingTest::whatTheServiceTookStandsByItself() {
  Tablet tablet;
  begin(tablet);
  VERIFY_OK(tablet.store().settle(decision("k", v1::DECISION_TAKE_OTHER)).status());
  VERIFY_OK(tablet.store().keepReceipts({applied(tablet.waiting().at(0), 61)}));
  QCOMPARE(phoneOf(tablet), std::string("222"));
  v1::Record settled = conflict();
  settled.mutable_conflict()->set_settled_by(id("boss"));
  *settled.mutable_conflict()->mutable_settled_at() = care::toTimestamp(at(kToday, 10));
  settled.mutable_conflict()->set_other_taken(true);
  VERIFY_OK(tablet.store().keepPage(page({phone("222"), settled}, 60)));
  QCOMPARE(phoneOf(tablet), std::string("222"));
  QCOMPARE(openConflicts(tablet), std::size_t{0});
  QCOMPARE(tablet.number("SELECT count(*) FROM record WHERE base IS NOT NULL"), std::int64_t{0});
  QCOMPARE(tablet.number("SELECT count(*) FROM outgoing WHERE patch_open = 1"), std::int64_t{0});
}

void SettlingTest::somebodyDecidedItBefore() {
  Tablet tablet;
  begin(tablet);
  v1::Record settled = conflict();
  *settled.mutable_conflict()->mutable_settled_at() = care::toTimestamp(at(kToday, 10));
  VERIFY_OK(tablet.store().keepPage(page({settled}, 50)));
  const auto answer = tablet.store().settle(decision("k", v1::DECISION_TAKE_OTHER));
  VERIFY_OK(answer.status());
  QCOMPARE(answer->problems.at(0).code(), v1::PROBLEM_CODE_ALREADY_SETTLED);
  QVERIFY(tablet.waiting().empty());
}

void SettlingTest::aLaterEditOfOnesOwnStandsOverWhatWasTaken() {
  Tablet tablet;
  begin(tablet);
  VERIFY_OK(tablet.store().settle(decision("k", v1::DECISION_TAKE_OTHER)).status());
  VERIFY_OK(tablet.store().edit(phone("222"), phone("333")).status());
  QCOMPARE(phoneOf(tablet), std::string("333"));
}

void SettlingTest::twoPersonsAreAskedAboutNoMore() {
  Tablet tablet;
  begin(tablet);
  const auto before = tablet.queries().openWork(kToday)->duplicates;
  QCOMPARE(before.size(), std::size_t{1});
  QVERIFY(before[0].older.elder.id() == id("wang") && before[0].newer.elder.id() == id("chen"));
  VERIFY_OK(tablet.store().settle(decision("p", v1::DECISION_SEPARATE)).status());
  QVERIFY(tablet.queries().openWork(kToday)->duplicates.empty());
  v1::Receipt refused = applied(tablet.waiting().at(0), 0);
  refused.set_outcome(v1::RECEIPT_OUTCOME_QUARANTINED);
  VERIFY_OK(tablet.store().keepReceipts({refused}));
  QCOMPARE(tablet.queries().openWork(kToday)->duplicates.size(), std::size_t{1});
}

void SettlingTest::aMergeIsShownUntilItIsTooLateToTakeItBack() {
  Tablet tablet;
  begin(tablet);
  const DuplicateRow row = tablet.queries().openWork(kToday)->duplicates.at(0);
  v1::Record before;
  *before.mutable_elder() = row.newer.elder;
  v1::Record after = before;
  after.mutable_elder()->set_merged_into(row.into_elder_id);
  VERIFY_OK(tablet.store().edit(before, after).status());
  const DuplicateRow merged = tablet.queries().openWork(kToday)->duplicates.at(0);
  QVERIFY(merged.merged);
  QVERIFY(merged.from_elder_id == id("chen"));
  v1::Record settled = pair();
  *settled.mutable_likely_duplicate()->mutable_settled_at() = care::toTimestamp(at(kToday, 10));
  VERIFY_OK(tablet.store().keepPage(page({settled}, 70)));
  QCOMPARE(tablet.queries().openWork(kToday + 30)->duplicates.size(), std::size_t{1});
  QVERIFY(tablet.queries().openWork(kToday + 31)->duplicates.empty());
}

void SettlingTest::aSearchWhoseVisitWasTakenBackIsListedLast() {
  Tablet tablet;
  VERIFY_OK(tablet.settle("boss", v1::ROLE_SUPERVISOR));
  const auto nobody = [](const char* name, const char* household, const char* elder, int hour) {
    return visited(name, household, elder, at(kToday - 1, hour), v1::CONTACT_OUTCOME_NO_REPLY);
  };
  v1::Record first = nobody("v1", "h1", "wang", 8);
  first.mutable_visit()->set_recorded_by(id("boss"));
  v1::Record second = nobody("v2", "h2", "chen", 9);
  second.mutable_visit()->set_recorded_by(id("boss"));
  VERIFY_OK(tablet.store().append(first).status());
  VERIFY_OK(tablet.store().append(second).status());
  auto ladders = tablet.queries().openWork(kToday)->ladders;
  QCOMPARE(ladders.size(), std::size_t{2});
  QVERIFY(!ladders[0].withdrawn && !ladders[1].withdrawn);
  const std::string first_elder = ladders[0].ladder.elder_id();
  v1::Record taken_back = first_elder == id("wang") ? first : second;
  taken_back.mutable_visit()->set_corrects_id(taken_back.visit().id());
  taken_back.mutable_visit()->set_id(id("v3"));
  taken_back.mutable_visit()->set_voided(true);
  VERIFY_OK(tablet.store().append(taken_back).status());
  ladders = tablet.queries().openWork(kToday)->ladders;
  QCOMPARE(ladders.size(), std::size_t{2});
  QVERIFY(!ladders[0].withdrawn && ladders[1].withdrawn);
  QVERIFY(ladders[1].ladder.elder_id() == first_elder);
}

}  // namespace doorstep::store

QTEST_APPLESS_MAIN(doorstep::store::SettlingTest)
#include "settling_test.moc"
