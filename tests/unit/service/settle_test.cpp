// What people decide: which of two values of one field is right, whether two files are one person; and who may.
#include <QtTest>
#include <algorithm>

#include "sync/care/calendar.h"
#include "sync/care/proposals.h"
#include "sync/replication/records.h"
#include "sync/service/duplicates/person_key.h"
#include "sync/service/settle/settling_desk.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::DistrictBench;

namespace {

bool has(const v1::Receipt& receipt, v1::ProblemCode code) {
  return std::any_of(receipt.problems().begin(), receipt.problems().end(),
                     [code](const v1::Problem& problem) { return problem.code() == code; });
}

v1::Record named(v1::Record elder, const std::string& name) {
  elder.mutable_elder()->set_name(name);
  return elder;
}

v1::Record withPhone(v1::Record elder, const std::string& phone) {
  elder.mutable_elder()->set_phone(phone);
  return elder;
}

}  // namespace

class SettleTest : public QObject {
  Q_OBJECT

 private slots:
  void theOtherValueStandsOnceSomebodyTakesIt();
  void keepingWhatStandsChangesNothingButTheConflict();
  void whoComesSecondIsTold_data();
  void whoComesSecondIsTold();
  void aDecisionOnWhatHasChangedSinceAsksAnew();
  void onlyWhoAnswersForTheAreaDecides_data();
  void onlyWhoAnswersForTheAreaDecides();
  void aDecisionSentAgainAfterAForkIsTakenOnce();
  void aDeathIsUndoneByAPersonAlone();
  void anotherReplicasDeathOutlastsItsOwnAuthorsSecondThought();
  void aConflictMovesWithItsElder();
  void idNumbersAreForTheDistrictAloneInAConflict();

  void namesAreComparedAsTheyAreMeant_data();
  void namesAreComparedAsTheyAreMeant();
  void twoTabletsThatMakeTheSameElderAreFoundAndMergedWithoutLosingAVisit();
  void aPairIsAskedAboutOnce();
  void theSameNameElsewhereIsAnotherPerson();
  void theSameIdNumberIsFoundAcrossTheDistrict();
  void eldersOfAnOlderLedgerAreFoundWithTheNextOne();
  void theDeskMergesAndTakesApart();

  void nobodyConfirmsTheirOwnProposal_data();
  void nobodyConfirmsTheirOwnProposal();
  void paperThatFoundNobodyBeginsASearchAndPaperThatDidEndsIt();

 private:
  // The visitor's and the supervisor's value of one elder's phone; the supervisor's stands.
  struct Dispute {
    std::string elder;
    std::string conflict;
  };
  Dispute dispute(DistrictBench& bench);
  v1::Receipt settle(DistrictBench& bench, DistrictBench::Device& device, const std::string& subject,
                     v1::Decision decision);
  std::vector<v1::LikelyDuplicate> open(DistrictBench& bench);
  v1::Record newElder(DistrictBench& bench, const std::string& name, const std::string& household,
                      const std::string& file_number);
};

SettleTest::Dispute SettleTest::dispute(DistrictBench& bench) {
  auto supervisor = bench.device("S1");
  auto visitor = bench.device("V1");
  const v1::Record elder = bench.record(bench.elder("E1"));
  bench.pushEdit(supervisor, elder, withPhone(elder, "111"));
  const v1::Receipt lost = bench.pushEdit(visitor, elder, withPhone(elder, "222"));
  return {elder.elder().id(), lost.conflict_ids(0)};
}

v1::Receipt SettleTest::settle(DistrictBench& bench, DistrictBench::Device& device, const std::string& subject,
                               v1::Decision decision) {
  v1::Change change;
  change.mutable_settle()->set_subject_id(subject);
  change.mutable_settle()->set_decision(decision);
  change.mutable_settle()->mutable_base()->set_epoch(1);
  change.mutable_settle()->mutable_base()->set_sequence(bench.head());
  return bench.push(device, {bench.encode(device, change)}).receipts.front();
}

std::vector<v1::LikelyDuplicate> SettleTest::open(DistrictBench& bench) {
  const auto snapshot = bench.ledger().read();
  std::vector<v1::LikelyDuplicate> pairs;
  const auto found = (*snapshot)->district(bench.districtId()).find({service::Index::kDuplicate, ""});
  for (const service::StoredRecord& stored : *found) {
    pairs.push_back(replication::decodeRecord(stored.encoded)->likely_duplicate());
  }
  return pairs;
}

v1::Record SettleTest::newElder(DistrictBench& bench, const std::string& name, const std::string& household,
                                const std::string& file_number) {
  v1::Record record = bench.record(bench.elder("E1"));
  v1::Elder& elder = *record.mutable_elder();
  elder.set_id(bench.newId());
  elder.set_name(name);
  elder.set_birth_year(1940);
  elder.set_file_number(file_number);
  elder.mutable_residences(0)->set_household_id(bench.household(household));
  return record;
}

void SettleTest::theOtherValueStandsOnceSomebodyTakesIt() {
  DistrictBench bench;
  const Dispute about = dispute(bench);
  QCOMPARE(bench.record(about.elder).elder().phone(), std::string("111"));
  auto supervisor = bench.device("S1");
  const v1::Receipt receipt = settle(bench, supervisor, about.conflict, v1::DECISION_TAKE_OTHER);
  QCOMPARE(receipt.outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(bench.record(about.elder).elder().phone(), std::string("222"));
  const v1::Conflict settled = bench.record(about.conflict).conflict();
  QVERIFY(settled.other_taken());
  QCOMPARE(settled.settled_by(), bench.worker("S1"));
  QVERIFY(settled.has_settled_at());
  QCOMPARE(settled.settling_change_id(), receipt.change_id());
  QVERIFY(!settled.chosen_value().empty() && !settled.other_value().empty());
  // An edit of a tablet that saw neither is a conflict with whoever settled it.
  auto visitor = bench.device("V1");
  visitor.base = 1;
  const v1::Record elder = bench.record(about.elder);
  const v1::Receipt late = bench.pushEdit(visitor, elder, withPhone(elder, "333"));
  QCOMPARE(late.conflict_ids_size(), 1);
  QCOMPARE(bench.record(late.conflict_ids(0)).conflict().chosen_by(), bench.worker("S1"));
}

void SettleTest::keepingWhatStandsChangesNothingButTheConflict() {
  DistrictBench bench;
  const Dispute about = dispute(bench);
  auto staff = bench.device("D1");
  QCOMPARE(settle(bench, staff, about.conflict, v1::DECISION_KEEP_CHOSEN).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(bench.record(about.elder).elder().phone(), std::string("111"));
  QVERIFY(!bench.record(about.conflict).conflict().other_taken());
  const auto snapshot = bench.ledger().read();
  QVERIFY((*snapshot)->district(bench.districtId()).findIds({service::Index::kConflict, ""})->empty());
}

void SettleTest::whoComesSecondIsTold_data() {
  QTest::addColumn<int>("second");
  QTest::addColumn<int>("outcome");
  QTest::newRow("decided alike") << static_cast<int>(v1::DECISION_TAKE_OTHER)
                                 << static_cast<int>(v1::RECEIPT_OUTCOME_APPLIED);
  QTest::newRow("decided otherwise") << static_cast<int>(v1::DECISION_KEEP_CHOSEN)
                                     << static_cast<int>(v1::RECEIPT_OUTCOME_SUPERSEDED);
}

void SettleTest::whoComesSecondIsTold() {
  QFETCH(int, second);
  QFETCH(int, outcome);
  DistrictBench bench;
  const Dispute about = dispute(bench);
  auto first = bench.device("S1");
  auto staff = bench.device("D1");
  settle(bench, first, about.conflict, v1::DECISION_TAKE_OTHER);
  const v1::Receipt receipt = settle(bench, staff, about.conflict, static_cast<v1::Decision>(second));
  QCOMPARE(static_cast<int>(receipt.outcome()), outcome);
  QCOMPARE(has(receipt, v1::PROBLEM_CODE_ALREADY_SETTLED), receipt.outcome() == v1::RECEIPT_OUTCOME_SUPERSEDED);
  QCOMPARE(bench.record(about.conflict).conflict().settled_by(), bench.worker("S1"));
  QCOMPARE(bench.record(about.elder).elder().phone(), std::string("222"));
}

void SettleTest::aDecisionOnWhatHasChangedSinceAsksAnew() {
  DistrictBench bench;
  const Dispute about = dispute(bench);
  auto supervisor = bench.device("S1");
  v1::Change decision;
  decision.mutable_settle()->set_subject_id(about.conflict);
  decision.mutable_settle()->set_decision(v1::DECISION_TAKE_OTHER);
  decision.mutable_settle()->mutable_base()->set_epoch(1);
  decision.mutable_settle()->mutable_base()->set_sequence(bench.head());
  auto staff = bench.device("D1");
  const v1::Record elder = bench.record(about.elder);
  bench.pushEdit(staff, elder, withPhone(elder, "444"));
  const v1::Receipt receipt = bench.push(supervisor, {bench.encode(supervisor, decision)}).receipts.front();
  QCOMPARE(receipt.outcome(), v1::RECEIPT_OUTCOME_SUPERSEDED);
  QVERIFY(has(receipt, v1::PROBLEM_CODE_CHANGED_SINCE));
  QCOMPARE(bench.record(about.elder).elder().phone(), std::string("444"));  // the higher role's
  QCOMPARE(receipt.conflict_ids_size(), 1);
  const v1::Record again =
      replication::decodeRecord(bench.record(receipt.conflict_ids(0)).conflict().other_value()).value();
  QCOMPARE(again.elder().phone(), std::string("222"));
  QVERIFY(!bench.record(receipt.conflict_ids(0)).conflict().has_settled_at());
}

void SettleTest::onlyWhoAnswersForTheAreaDecides_data() {
  QTest::addColumn<QString>("who");
  QTest::addColumn<int>("problem");
  QTest::newRow("the visitor") << "V1" << static_cast<int>(v1::PROBLEM_CODE_NOT_PERMITTED);
  QTest::newRow("another area's supervisor") << "S2" << static_cast<int>(v1::PROBLEM_CODE_OUT_OF_SCOPE);
}

void SettleTest::onlyWhoAnswersForTheAreaDecides() {
  QFETCH(QString, who);
  QFETCH(int, problem);
  DistrictBench bench;
  const Dispute about = dispute(bench);
  auto device = bench.device(who.toStdString());
  const v1::Receipt receipt = settle(bench, device, about.conflict, v1::DECISION_TAKE_OTHER);
  QCOMPARE(receipt.outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);
  QVERIFY(has(receipt, static_cast<v1::ProblemCode>(problem)));
  QCOMPARE(bench.record(about.elder).elder().phone(), std::string("111"));
  QVERIFY(!bench.record(about.conflict).conflict().has_settled_at());
}

void SettleTest::aDecisionSentAgainAfterAForkIsTakenOnce() {
  DistrictBench bench;
  const Dispute about = dispute(bench);
  auto supervisor = bench.device("S1");
  v1::Change decision;
  decision.set_id(bench.newId());
  decision.mutable_settle()->set_subject_id(about.conflict);
  decision.mutable_settle()->set_decision(v1::DECISION_TAKE_OTHER);
  decision.mutable_settle()->mutable_base()->set_epoch(1);
  decision.mutable_settle()->mutable_base()->set_sequence(bench.head());
  bench.push(supervisor, {bench.encode(supervisor, decision)});
  const std::uint64_t head = bench.head();
  auto anew = bench.device("S1");
  QCOMPARE(bench.push(anew, {bench.encode(anew, decision)}).receipts.front().outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(bench.head(), head);
}

void SettleTest::aDeathIsUndoneByAPersonAlone() {
  DistrictBench bench;
  auto supervisor = bench.device("S1");
  auto staff = bench.device("D1");
  const v1::Record elder = bench.record(bench.elder("E1"));
  v1::Record dead = elder;
  *dead.mutable_elder() =
      care::confirmed(elder.elder(), v1::STATUS_PROPOSAL_DECEASED, absl::CivilDay(2026, 11, 10), bench.worker("S1"));
  v1::Record away = elder;
  *away.mutable_elder() =
      care::confirmed(elder.elder(), v1::STATUS_PROPOSAL_AWAY, absl::CivilDay(2026, 11, 12), bench.worker("D1"));
  bench.pushEdit(supervisor, elder, dead);
  const v1::Receipt lost = bench.pushEdit(staff, elder, away);
  QCOMPARE(lost.outcome(), v1::RECEIPT_OUTCOME_SUPERSEDED);
  QCOMPARE(bench.record(elder.elder().id()).elder().statuses().rbegin()->status(), v1::CARE_STATUS_DECEASED);
  // The supervisor takes what the district's staff had confirmed, in their name.
  const v1::Receipt receipt = settle(bench, supervisor, lost.conflict_ids(0), v1::DECISION_TAKE_OTHER);
  QCOMPARE(receipt.outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  const v1::Elder now = bench.record(elder.elder().id()).elder();
  QCOMPARE(now.statuses().rbegin()->status(), v1::CARE_STATUS_AWAY);
  QCOMPARE(now.statuses().rbegin()->confirmed_by(), bench.worker("D1"));
}

void SettleTest::anotherReplicasDeathOutlastsItsOwnAuthorsSecondThought() {
  DistrictBench bench;
  auto staff = bench.device("D1");
  auto supervisor = bench.device("S1");
  const v1::Record elder = bench.record(bench.elder("E1"));
  v1::Record dead = elder;
  *dead.mutable_elder() =
      care::confirmed(elder.elder(), v1::STATUS_PROPOSAL_DECEASED, absl::CivilDay(2026, 11, 10), bench.worker("D1"));
  v1::Record also_dead = elder;
  *also_dead.mutable_elder() =
      care::confirmed(elder.elder(), v1::STATUS_PROPOSAL_DECEASED, absl::CivilDay(2026, 11, 11), bench.worker("S1"));
  bench.pushEdit(staff, elder, dead);
  bench.pushEdit(supervisor, elder, also_dead);  // lost against the higher role, and unseen by it
  const v1::Receipt second_thought = bench.pushEdit(staff, dead, elder);
  QCOMPARE(second_thought.outcome(), v1::RECEIPT_OUTCOME_SUPERSEDED);
  QCOMPARE(bench.record(elder.elder().id()).elder().statuses().rbegin()->status(), v1::CARE_STATUS_DECEASED);
}

void SettleTest::aConflictMovesWithItsElder() {
  DistrictBench bench;
  const Dispute about = dispute(bench);
  auto staff = bench.device("D1");
  const v1::Record elder = bench.record(about.elder);
  v1::Record moved = elder;
  v1::ResidenceSpan& home = *moved.mutable_elder()->add_residences();
  home.set_household_id(bench.household("H4"));
  *home.mutable_from_on() = tests::date(2026, 11, 20);
  QCOMPARE(bench.pushEdit(staff, elder, moved).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(bench.record(about.conflict).conflict().household_id(), bench.household("H4"));
  auto former = bench.device("S1");
  QVERIFY(has(settle(bench, former, about.conflict, v1::DECISION_TAKE_OTHER), v1::PROBLEM_CODE_OUT_OF_SCOPE));
  auto now = bench.device("S2");
  QCOMPARE(settle(bench, now, about.conflict, v1::DECISION_TAKE_OTHER).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
}

void SettleTest::idNumbersAreForTheDistrictAloneInAConflict() {
  DistrictBench bench;
  auto staff = bench.device("D1");
  auto colleague = bench.device("D1");
  const v1::Record elder = bench.record(bench.elder("E2"));
  v1::Record identity;
  identity.mutable_elder_identity()->set_id(bench.newId());
  identity.mutable_elder_identity()->set_elder_id(elder.elder().id());
  bench.pushOne(staff, identity);
  v1::Record one = identity;
  *one.mutable_elder_identity()->mutable_birth_on() = tests::date(1945, 1, 1);
  v1::Record other = identity;
  *other.mutable_elder_identity()->mutable_birth_on() = tests::date(1945, 1, 10);
  colleague.base = bench.head();
  staff.base = bench.head();
  bench.pushEdit(staff, identity, one);
  const v1::Receipt receipt = bench.pushEdit(colleague, identity, other);
  QCOMPARE(receipt.conflict_ids_size(), 1);
  QCOMPARE(bench.record(receipt.conflict_ids(0)).conflict().household_id(), replication::directoryHousehold());
  auto supervisor = bench.device("S1");
  QVERIFY(
      has(settle(bench, supervisor, receipt.conflict_ids(0), v1::DECISION_KEEP_CHOSEN), v1::PROBLEM_CODE_OUT_OF_SCOPE));
}

void SettleTest::namesAreComparedAsTheyAreMeant_data() {
  QTest::addColumn<QString>("one");
  QTest::addColumn<QString>("other");
  QTest::addColumn<bool>("same");
  QTest::newRow("spaces") << "王 秀兰"
                          << "王秀兰" << true;
  QTest::newRow("ideographic space") << "王　秀兰"
                                     << "王秀兰" << true;
  QTest::newRow("dots") << "阿依古丽·买买提"
                        << "阿依古丽•买买提" << true;
  QTest::newRow("full width") << "Ｌｉ　Ｍｉｎｇ"
                              << "li ming" << true;
  QTest::newRow("another name") << "王秀兰"
                                << "王秀芝" << false;
}

void SettleTest::namesAreComparedAsTheyAreMeant() {
  QFETCH(QString, one);
  QFETCH(QString, other);
  QFETCH(bool, same);
  QCOMPARE(service::comparableName(one.toStdString()) == service::comparableName(other.toStdString()), same);
}

void SettleTest::twoTabletsThatMakeTheSameElderAreFoundAndMergedWithoutLosingAVisit() {
  DistrictBench bench;
  const v1::Figures before = bench.figures("220211", absl::CivilMonth(2026, 11));
  auto first = bench.device("S1");
  auto second = bench.device("S1");
  const v1::Record one = newElder(bench, "郑淑芬", "H1", "N-1");
  const v1::Record other = newElder(bench, "郑 淑芬", "H2", "N-2");
  QCOMPARE(bench.pushOne(first, one).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QVERIFY(open(bench).empty());
  v1::Record visit = bench.visit("V1", "H1", "E1", bench.at(18, 10));
  visit.mutable_visit()->mutable_contacts(0)->set_elder_id(one.elder().id());
  v1::Record visit_of_other = bench.visit("V1", "H2", "E3", bench.at(19, 10));
  visit_of_other.mutable_visit()->mutable_contacts(0)->set_elder_id(other.elder().id());
  auto visitor = bench.device("V1");
  QCOMPARE(bench.pushOne(visitor, visit).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(bench.pushOne(second, other).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(bench.pushOne(visitor, visit_of_other).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  const auto pairs = open(bench);
  QCOMPARE(pairs.size(), std::size_t{1});
  QCOMPARE(pairs[0].elder_id(), one.elder().id());
  QCOMPARE(pairs[0].other_elder_id(), other.elder().id());
  QCOMPARE(pairs[0].reason(), v1::DUPLICATE_REASON_NAME_AND_BIRTH_YEAR);
  QCOMPARE(pairs[0].household_id(), bench.household("H1"));
  const auto month = absl::CivilMonth(2026, 11);
  QCOMPARE(bench.figures("220211", month).denominator(), before.denominator() + 2);

  second.base = bench.head();
  v1::Record merged = other;
  merged.mutable_elder()->set_merged_into(one.elder().id());
  QCOMPARE(bench.pushEdit(second, other, merged).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QVERIFY(open(bench).empty());
  QVERIFY(bench.record(pairs[0].id()).likely_duplicate().has_settled_at());
  QVERIFY(!bench.record(pairs[0].id()).likely_duplicate().separate());
  QCOMPARE(bench.figures("220211", month).denominator(), before.denominator() + 1);
  QCOMPARE(bench.figures("220211", month).person_times_in_person(), before.person_times_in_person() + 2);

  second.base = bench.head();
  QCOMPARE(bench.pushEdit(second, merged, other).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(open(bench).size(), std::size_t{1});  // the question is open again, and the same one
  QCOMPARE(open(bench)[0].id(), pairs[0].id());
  QCOMPARE(bench.figures("220211", month).denominator(), before.denominator() + 2);
  QCOMPARE(bench.recount().differences_size(), 0);
}

void SettleTest::aPairIsAskedAboutOnce() {
  DistrictBench bench;
  auto device = bench.device("S1");
  const v1::Record one = newElder(bench, "郑淑芬", "H1", "N-1");
  const v1::Record other = newElder(bench, "郑淑芬", "H1", "N-2");
  bench.pushOne(device, one);
  bench.pushOne(device, other);
  device.base = bench.head();
  bench.pushEdit(device, other, named(other, "郑淑芳"));
  bench.pushEdit(device, named(other, "郑淑芳"), other);
  const auto pairs = open(bench);
  QCOMPARE(pairs.size(), std::size_t{1});
  QCOMPARE(settle(bench, device, pairs[0].id(), v1::DECISION_SEPARATE).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  const v1::LikelyDuplicate settled = bench.record(pairs[0].id()).likely_duplicate();
  QVERIFY(settled.separate());
  QCOMPARE(settled.settled_by(), bench.worker("S1"));
  device.base = bench.head();
  bench.pushEdit(device, other, named(other, "郑淑芳"));
  bench.pushEdit(device, named(other, "郑淑芳"), other);
  QVERIFY(open(bench).empty());
  auto visitor = bench.device("V1");
  QVERIFY(has(settle(bench, visitor, pairs[0].id(), v1::DECISION_SEPARATE), v1::PROBLEM_CODE_NOT_PERMITTED));
}

void SettleTest::theSameNameElsewhereIsAnotherPerson() {
  DistrictBench bench;
  auto staff = bench.device("D1");
  bench.pushOne(staff, newElder(bench, "郑淑芬", "H1", "N-1"));
  bench.pushOne(staff, newElder(bench, "郑淑芬", "H3", "N-2"));  // another community
  v1::Record younger = newElder(bench, "郑淑芬", "H2", "N-3");
  younger.mutable_elder()->set_birth_year(1951);
  bench.pushOne(staff, younger);
  v1::Record unknown = newElder(bench, "郑淑芬", "H2", "N-4");
  unknown.mutable_elder()->clear_birth_year();
  bench.pushOne(staff, unknown);
  QVERIFY(open(bench).empty());
}

void SettleTest::theSameIdNumberIsFoundAcrossTheDistrict() {
  DistrictBench bench;
  auto staff = bench.device("D1");
  const v1::Record elder = newElder(bench, "郑淑芬", "H3", "N-1");
  bench.pushOne(staff, elder);
  v1::Record identity;
  identity.mutable_elder_identity()->set_id(bench.newId());
  identity.mutable_elder_identity()->set_elder_id(elder.elder().id());
  identity.mutable_elder_identity()->set_id_number("11010519491231002X");  // E1's
  QCOMPARE(bench.pushOne(staff, identity).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  const auto pairs = open(bench);
  QCOMPARE(pairs.size(), std::size_t{1});
  QCOMPARE(pairs[0].elder_id(), bench.elder("E1"));
  QCOMPARE(pairs[0].other_elder_id(), elder.elder().id());
  QCOMPARE(pairs[0].reason(), v1::DUPLICATE_REASON_ID_NUMBER);
}

void SettleTest::eldersOfAnOlderLedgerAreFoundWithTheNextOne() {
  DistrictBench bench;
  auto staff = bench.device("D1");
  bench.pushOne(staff, newElder(bench, "郑淑芬", "H1", "N-1"));
  const v1::Record other = newElder(bench, "郑淑芬", "H1", "N-2");
  // As a ledger that knows no such keys would have it.
  const auto written = bench.writer().run([&](service::CommitWork& commit) -> absl::Status {
    service::DistrictWriter& ledger = commit.district(bench.districtId()).ledger;
    const service::IndexKey key{service::Index::kElderOfPerson, service::personKey(other.elder())};
    const auto ids = ledger.findIds({key.index, key.key});
    for (const std::string& id : *ids) {
      if (auto status = ledger.removeKey(key, id); !status.ok()) {
        return status;
      }
    }
    return ledger.putNote("persons_have_keys", "");
  });
  QVERIFY(written.ok());
  bench.pushOne(staff, other);
  QCOMPARE(open(bench).size(), std::size_t{1});
}

void SettleTest::theDeskMergesAndTakesApart() {
  DistrictBench bench;
  auto device = bench.device("S1");
  const v1::Record one = newElder(bench, "郑淑芬", "H1", "N-1");
  const v1::Record other = newElder(bench, "郑淑芬", "H1", "N-2");
  bench.pushOne(device, one);
  bench.pushOne(device, other);
  const auto snapshot = bench.ledger().read();
  const service::Directory directory = bench.writer().directory();
  const auto operators = service::listDuplicates(**snapshot, directory, DistrictBench::operatorCaller(), {});
  QCOMPARE(operators->lines_size(), 1);
  QCOMPARE(operators->lines(0).file_number(), std::string("N-1"));
  QVERIFY(operators->lines(0).name().empty());  // the operator sees no elder
  const auto staff = bench.device("D1").caller;
  QCOMPARE(service::listDuplicates(**snapshot, directory, staff, {})->lines(0).other_name(), std::string("郑淑芬"));
  for (const bool undo : {false, true}) {
    v1::MergeEldersRequest request;
    request.set_duplicate_id(operators->lines(0).duplicate().id());
    request.set_undo(undo);
    absl::StatusOr<v1::MergeEldersReply> reply;
    absl::StatusOr<v1::MergeEldersReply> twice;
    QVERIFY(bench.writer()
                .run([&](service::CommitWork& commit) -> absl::Status {
                  reply = *service::mergeElders(commit, staff, request);
                  twice = *service::mergeElders(commit, staff, request);
                  return absl::OkStatus();
                })
                .ok());
    QVERIFY(reply.ok());
    QCOMPARE(reply->receipt().outcome(), v1::RECEIPT_OUTCOME_APPLIED);
    QVERIFY(absl::IsFailedPrecondition(twice.status()));
    QCOMPARE(bench.record(other.elder().id()).elder().merged_into(), undo ? std::string() : one.elder().id());
  }
  v1::SettleRequest apart;
  apart.mutable_settlement()->set_subject_id(operators->lines(0).duplicate().id());
  apart.mutable_settlement()->set_decision(v1::DECISION_SEPARATE);
  absl::StatusOr<v1::SettleReply> reply;
  QVERIFY(bench.writer()
              .run([&](service::CommitWork& commit) -> absl::Status {
                reply = *service::settle(commit, DistrictBench::operatorCaller(), apart);
                return absl::OkStatus();
              })
              .ok());
  QCOMPARE(reply->receipt().outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QVERIFY(open(bench).empty());
}

void SettleTest::nobodyConfirmsTheirOwnProposal_data() {
  QTest::addColumn<QString>("recorder");
  QTest::addColumn<bool>("somebody_else_too");
  QTest::addColumn<bool>("taken");
  QTest::newRow("a visitor's word") << "V1" << false << true;
  QTest::newRow("one's own word") << "S1" << false << false;
  QTest::newRow("one's own, and a visitor's") << "S1" << true << true;
}

void SettleTest::nobodyConfirmsTheirOwnProposal() {
  QFETCH(QString, recorder);
  QFETCH(bool, somebody_else_too);
  QFETCH(bool, taken);
  DistrictBench bench;
  const auto report = [&](const std::string& who) {
    auto device = bench.device(who);
    v1::Record visit = bench.visit(who, "H1", "E1", bench.at(18, 10));
    visit.mutable_visit()->mutable_contacts(0)->set_proposal(v1::STATUS_PROPOSAL_HOSPITALISED);
    QCOMPARE(bench.pushOne(device, visit).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  };
  report(recorder.toStdString());
  if (somebody_else_too) {
    report("V1");
  }
  auto supervisor = bench.device("S1");
  const v1::Record elder = bench.record(bench.elder("E1"));
  v1::Record after = elder;
  *after.mutable_elder() = care::confirmed(elder.elder(), v1::STATUS_PROPOSAL_HOSPITALISED,
                                           absl::CivilDay(2026, 11, 18), bench.worker("S1"));
  const v1::Receipt receipt = bench.pushEdit(supervisor, elder, after);
  QCOMPARE(receipt.outcome(), taken ? v1::RECEIPT_OUTCOME_APPLIED : v1::RECEIPT_OUTCOME_QUARANTINED);
  QCOMPARE(has(receipt, v1::PROBLEM_CODE_NOT_PERMITTED), !taken);
}

void SettleTest::paperThatFoundNobodyBeginsASearchAndPaperThatDidEndsIt() {
  DistrictBench bench;
  const auto ladders = [&bench] {
    const auto snapshot = bench.ledger().read();
    return (*snapshot)->district(bench.districtId()).find({service::Index::kLadder, ""}).value();
  };
  const auto paper = [&bench](int day, v1::ContactOutcome outcome) {
    v1::ImportRequest request;
    v1::ImportRow& row = *request.add_rows();
    row.set_line(2);
    v1::PaperVisitRow& visit = *row.mutable_paper_visit();
    visit.set_file_number("E1");
    visit.set_staff_number("V1");
    *visit.mutable_on() = tests::date(2026, 11, day);
    visit.set_start_minute(-1);
    visit.set_minutes(10);
    visit.set_mode(v1::CONTACT_MODE_IN_PERSON);
    visit.set_outcome(outcome);
    return bench.import(request).front();
  };
  const auto first = paper(17, v1::CONTACT_OUTCOME_NO_REPLY);
  QCOMPARE(first.outcome(), v1::IMPORT_OUTCOME_CREATED);
  QCOMPARE(ladders().size(), std::size_t{1});
  const v1::Record ladder = replication::decodeRecord(ladders()[0].encoded).value();
  QCOMPARE(ladder.ladder().elder_id(), bench.elder("E1"));
  QCOMPARE(ladder.ladder().tier(), v1::TIER_A);
  paper(17, v1::CONTACT_OUTCOME_NO_REPLY);  // the same row again
  QCOMPARE(ladders().size(), std::size_t{1});
  paper(18, v1::CONTACT_OUTCOME_NO_REPLY);  // once more in the search that runs
  QCOMPARE(ladders().size(), std::size_t{1});
  const auto events = [&bench, &ladder] {
    const auto snapshot = bench.ledger().read();
    return (*snapshot)
        ->district(bench.districtId())
        .find({service::Index::kEventOfHeader, ladder.ladder().id()})
        .value();
  };
  QCOMPARE(events().size(), std::size_t{1});
  paper(19, v1::CONTACT_OUTCOME_SEEN);
  QCOMPARE(events().size(), std::size_t{2});
  const v1::Record last = replication::decodeRecord(events().back().encoded).value();
  QCOMPARE(last.ladder_event().result(), v1::LADDER_RESULT_ACCOUNTED_FOR);
  QCOMPARE(last.ladder_event().accounted_by(), v1::ACCOUNTED_BY_SEEN);
  paper(16, v1::CONTACT_OUTCOME_NO_REPLY);  // met since: nobody is searched for
  QCOMPARE(ladders().size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(SettleTest)
#include "settle_test.moc"
