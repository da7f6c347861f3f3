#include <QtTest>
#include <algorithm>

#include "sync/care/calendar.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::DistrictBench;

// Ladders at the service's door: who may begin and climb which, and what ends one.
class LadderTest : public QObject {
  Q_OBJECT

 private slots:
  void aLadderIsClimbedByVisitorAndSupervisor();
  void problemsOfLadders_data();
  void problemsOfLadders();
  void problemsOfSteps_data();
  void problemsOfSteps();
  void sayingAgainThatSomebodyIsSafeIsNoProblem();

 private:
  v1::Record unanswered(const std::string& staff_number, const char* household, const char* elder);
  v1::Record ladder(const std::string& staff_number, const v1::Visit& visit);
  v1::Record step(const std::string& staff_number, const v1::Ladder& ladder, v1::LadderStep step,
                  v1::LadderResult result);
  // A ladder that runs for E1, begun by V1.
  v1::Ladder running();

  DistrictBench bench_;
};

namespace {

bool has(const v1::Receipt& receipt, v1::ProblemCode code) {
  return std::any_of(receipt.problems().begin(), receipt.problems().end(),
                     [code](const v1::Problem& problem) { return problem.code() == code; });
}

}  // namespace

v1::Record LadderTest::unanswered(const std::string& staff_number, const char* household, const char* elder) {
  v1::Record visit = bench_.visit(staff_number, household, elder, bench_.at(20, 8), 5);
  visit.mutable_visit()->mutable_contacts(0)->set_outcome(v1::CONTACT_OUTCOME_NO_REPLY);
  return visit;
}

v1::Record LadderTest::ladder(const std::string& staff_number, const v1::Visit& visit) {
  v1::Record record;
  v1::Ladder& ladder = *record.mutable_ladder();
  ladder.set_id(bench_.newId());
  ladder.set_household_id(visit.household_id());
  ladder.set_elder_id(visit.contacts(0).elder_id());
  ladder.set_visit_id(visit.id());
  ladder.set_started_by(bench_.worker(staff_number));
  *ladder.mutable_started_at() = visit.ended_at();
  ladder.set_tier(v1::TIER_A);
  return record;
}

v1::Record LadderTest::step(const std::string& staff_number, const v1::Ladder& ladder, v1::LadderStep step,
                            v1::LadderResult result) {
  v1::Record record;
  v1::LadderEvent& event = *record.mutable_ladder_event();
  event.set_id(bench_.newId());
  event.set_ladder_id(ladder.id());
  event.set_household_id(ladder.household_id());
  event.set_step(step);
  event.set_result(result);
  event.set_by(bench_.worker(staff_number));
  *event.mutable_at() = care::toTimestamp(bench_.clock().now());
  return record;
}

v1::Ladder LadderTest::running() {
  auto visitor = bench_.device("V1");
  const v1::Record visit = unanswered("V1", "H1", "E1");
  bench_.pushOne(visitor, visit);
  const v1::Record begun = ladder("V1", visit.visit());
  return bench_.pushOne(visitor, begun).outcome() == v1::RECEIPT_OUTCOME_APPLIED ? begun.ladder() : v1::Ladder();
}

void LadderTest::aLadderIsClimbedByVisitorAndSupervisor() {
  const v1::Ladder begun = running();
  QVERIFY(!begun.id().empty());
  auto visitor = bench_.device("V1");
  auto supervisor = bench_.device("S1");
  const v1::Record phoned = step("V1", begun, v1::LADDER_STEP_PHONE, v1::LADDER_RESULT_NOT_REACHED);
  QCOMPARE(bench_.pushOne(visitor, phoned).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  v1::Record found = step("S1", begun, v1::LADDER_STEP_HOSPITAL, v1::LADDER_RESULT_ACCOUNTED_FOR);
  found.mutable_ladder_event()->set_accounted_by(v1::ACCOUNTED_BY_HOSPITAL);
  QCOMPARE(bench_.pushOne(supervisor, found).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  const auto snapshot = bench_.ledger().read();
  service::DistrictReader& ledger = (*snapshot)->district(bench_.districtId());
  QCOMPARE(ledger.findIds({service::Index::kEventOfHeader, begun.id()})->size(), std::size_t{2});
  const auto all = ledger.findIds({service::Index::kLadder, ""});
  QVERIFY(std::find(all->begin(), all->end(), begun.id()) != all->end());
  QCOMPARE(ledger.record(begun.id())->value().household_id, begun.household_id());
}

void LadderTest::problemsOfLadders_data() {
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<QByteArray>("what");
  QTest::addColumn<int>("code");
  const auto row = [](const char* who, const char* what, v1::ProblemCode code) {
    QTest::newRow(what) << QByteArray(who) << QByteArray(what) << static_cast<int>(code);
  };
  row("V1", "after a visit at which she was seen", v1::PROBLEM_CODE_UNKNOWN_REFERENCE);
  row("V1", "for the husband, who was not the one who did not answer", v1::PROBLEM_CODE_UNKNOWN_REFERENCE);
  row("V1", "after a visit nobody knows", v1::PROBLEM_CODE_UNKNOWN_REFERENCE);
  row("V1", "after a visit to another household", v1::PROBLEM_CODE_OUT_OF_SCOPE);
  row("V1", "for an elder of another household", v1::PROBLEM_CODE_OUT_OF_SCOPE);
  row("V1", "in another's name", v1::PROBLEM_CODE_NOT_PERMITTED);
  row("V2", "by somebody who is not assigned", v1::PROBLEM_CODE_OUT_OF_SCOPE);
  row("S2", "by the supervisor of another community", v1::PROBLEM_CODE_OUT_OF_SCOPE);
}

void LadderTest::problemsOfLadders() {
  QFETCH(QByteArray, who);
  QFETCH(QByteArray, what);
  QFETCH(int, code);
  auto visitor = bench_.device("V1");
  v1::Record visit = unanswered("V1", what == "after a visit to another household" ? "H2" : "H1",
                                what == "after a visit to another household" ? "E3" : "E1");
  if (what == "after a visit at which she was seen") {
    visit.mutable_visit()->mutable_contacts(0)->set_outcome(v1::CONTACT_OUTCOME_SEEN);
  }
  if (what != "after a visit nobody knows") {
    QCOMPARE(bench_.pushOne(visitor, visit).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  }
  v1::Record record = ladder(who.toStdString(), visit.visit());
  if (what.startsWith("for the husband")) {
    record.mutable_ladder()->set_elder_id(bench_.elder("E2"));
  } else if (what == "after a visit to another household") {
    record.mutable_ladder()->set_household_id(bench_.household("H1"));
    record.mutable_ladder()->set_elder_id(bench_.elder("E1"));
  } else if (what == "for an elder of another household") {
    record.mutable_ladder()->set_elder_id(bench_.elder("E3"));
  } else if (what == "in another's name") {
    record.mutable_ladder()->set_started_by(bench_.worker("S1"));
  }
  auto device = bench_.device(who.toStdString());
  const v1::Receipt receipt = bench_.pushOne(device, record);
  QCOMPARE(receipt.outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);
  QVERIFY2(has(receipt, static_cast<v1::ProblemCode>(code)), receipt.problems(0).ShortDebugString().c_str());
}

void LadderTest::problemsOfSteps_data() {
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<QByteArray>("what");
  QTest::addColumn<int>("code");
  const auto row = [](const char* who, const char* what, v1::ProblemCode code) {
    QTest::newRow(what) << QByteArray(who) << QByteArray(what) << static_cast<int>(code);
  };
  row("V1", "accounted for without a source", v1::PROBLEM_CODE_SOURCE_MISSING);
  row("V1", "a call after the end", v1::PROBLEM_CODE_LADDER_ENDED);
  row("V1", "under another household", v1::PROBLEM_CODE_OUT_OF_SCOPE);
  row("V1", "of a ladder nobody knows", v1::PROBLEM_CODE_UNKNOWN_REFERENCE);
  row("V1", "with a second try nobody knows", v1::PROBLEM_CODE_UNKNOWN_REFERENCE);
  row("V1", "in another's name", v1::PROBLEM_CODE_NOT_PERMITTED);
  row("V2", "by somebody who is not assigned", v1::PROBLEM_CODE_OUT_OF_SCOPE);
}

void LadderTest::problemsOfSteps() {
  QFETCH(QByteArray, who);
  QFETCH(QByteArray, what);
  QFETCH(int, code);
  const v1::Ladder begun = running();
  v1::Record record = step(who.toStdString(), begun, v1::LADDER_STEP_PHONE, v1::LADDER_RESULT_NO_NEWS);
  v1::LadderEvent& event = *record.mutable_ladder_event();
  if (what == "accounted for without a source") {
    event.set_result(v1::LADDER_RESULT_ACCOUNTED_FOR);
  } else if (what == "a call after the end") {
    auto supervisor = bench_.device("S1");
    v1::Record end = step("S1", begun, v1::LADDER_STEP_NEIGHBOUR, v1::LADDER_RESULT_ACCOUNTED_FOR);
    end.mutable_ladder_event()->set_accounted_by(v1::ACCOUNTED_BY_NEIGHBOUR);
    *end.mutable_ladder_event()->mutable_at() = care::toTimestamp(bench_.clock().now() - absl::Minutes(10));
    QCOMPARE(bench_.pushOne(supervisor, end).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  } else if (what == "under another household") {
    event.set_household_id(bench_.household("H2"));
  } else if (what == "of a ladder nobody knows") {
    event.set_ladder_id(bench_.newId());
  } else if (what == "with a second try nobody knows") {
    event.set_visit_id(bench_.newId());
  } else if (what == "in another's name") {
    event.set_by(bench_.worker("S1"));
  }
  auto device = bench_.device(who.toStdString());
  const v1::Receipt receipt = bench_.pushOne(device, record);
  QCOMPARE(receipt.outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);
  QVERIFY2(has(receipt, static_cast<v1::ProblemCode>(code)), receipt.problems(0).ShortDebugString().c_str());
}

void LadderTest::sayingAgainThatSomebodyIsSafeIsNoProblem() {
  const v1::Ladder begun = running();
  for (const char* who : {"V1", "S1"}) {
    auto device = bench_.device(who);
    v1::Record end = step(who, begun, v1::LADDER_STEP_NEIGHBOUR, v1::LADDER_RESULT_ACCOUNTED_FOR);
    end.mutable_ladder_event()->set_accounted_by(v1::ACCOUNTED_BY_NEIGHBOUR);
    QCOMPARE(bench_.pushOne(device, end).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  }
}

QTEST_GUILESS_MAIN(LadderTest)
#include "ladder_test.moc"
