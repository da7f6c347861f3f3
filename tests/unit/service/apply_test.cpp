#include <QtTest>
#include <algorithm>
#include <set>

#include "sync/care/calendar.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::DistrictBench;

// What becomes of changes: exactly once, in quarantine, as a fork, merged; who may what where.
class ApplyTest : public QObject {
  Q_OBJECT

 private slots:
  void aChangeSentAgainGetsTheSameReceiptAndCountsOnce();
  void aGapIsRefusedNamingTheExpectedSequence();
  void anotherChangeUnderAConsumedSequenceIsAFork();
  void aBrokenChainIsAFork();
  void aReplicaOfAnotherDeviceIsRefused();
  void whatWasAppliedBeforeAForkIsNotAppliedAgain();
  void poisonInAnyPositionBlocksNothing_data();
  void poisonInAnyPositionBlocksNothing();
  void aChildOfAQuarantinedRecordWaitsWithIt();
  void aCorrectionTakesTheQuarantinedChangeOut();
  void differentFieldsMergeSilently();
  void theSameFieldKeepsBothValues();
  void deathIsNeverUndoneByAMerge();
  void problemsOfChanges_data();
  void problemsOfChanges();
  void aLateVisitIsJudgedByTheAssignmentOfItsDay();
  void anElderWhoMovesTakesTheFileAlong();

 private:
  DistrictBench bench_;
};

namespace {

bool has(const v1::Receipt& receipt, v1::ProblemCode code) {
  return std::any_of(receipt.problems().begin(), receipt.problems().end(),
                     [code](const v1::Problem& problem) { return problem.code() == code; });
}

}  // namespace

void ApplyTest::aChangeSentAgainGetsTheSameReceiptAndCountsOnce() {
  auto device = bench_.device("V1");
  const auto before = bench_.figures("220211", absl::CivilMonth(2026, 11)).person_times_in_person();
  const std::string change = bench_.change(device, bench_.visit("V1", "H1", "E1", bench_.at(19, 10)));
  const auto first = bench_.push(device, {change});
  const auto head = bench_.head();
  const auto again = bench_.push(device, {change});
  QCOMPARE(first.receipts.size(), std::size_t{1});
  QCOMPARE(first.receipts[0].outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(again.receipts[0].SerializeAsString(), first.receipts[0].SerializeAsString());
  QCOMPARE(bench_.head(), head);
  QCOMPARE(bench_.figures("220211", absl::CivilMonth(2026, 11)).person_times_in_person(), before + 1);
}

void ApplyTest::aGapIsRefusedNamingTheExpectedSequence() {
  auto device = bench_.device("V1");
  bench_.change(device, bench_.visit("V1", "H1", "E1", bench_.at(18, 10)));
  const std::string second = bench_.change(device, bench_.visit("V1", "H1", "E1", bench_.at(18, 11)));
  const auto outcome = bench_.push(device, {second});
  QCOMPARE(outcome.stopped.code(), absl::StatusCode::kFailedPrecondition);
  QCOMPARE(QByteArray(std::string(outcome.stopped.message()).c_str()), QByteArray("expected sequence 1"));
  QVERIFY(outcome.receipts.empty());
}

void ApplyTest::anotherChangeUnderAConsumedSequenceIsAFork() {
  auto device = bench_.device("V1");
  auto twin = device;
  bench_.push(device, {bench_.change(device, bench_.visit("V1", "H1", "E1", bench_.at(17, 10)))});
  const auto outcome = bench_.push(twin, {bench_.change(twin, bench_.visit("V1", "H1", "E1", bench_.at(17, 11)))});
  QCOMPARE(outcome.stopped.code(), absl::StatusCode::kAborted);
  // The replica stays closed for new changes of either.
  const auto after = bench_.push(device, {bench_.change(device, bench_.visit("V1", "H1", "E1", bench_.at(17, 12)))});
  QCOMPARE(after.stopped.code(), absl::StatusCode::kAborted);
}

void ApplyTest::aBrokenChainIsAFork() {
  auto device = bench_.device("V1");
  bench_.push(device, {bench_.change(device, bench_.visit("V1", "H1", "E1", bench_.at(16, 10)))});
  device.head = std::string(32, 'x');
  const auto outcome = bench_.push(device, {bench_.change(device, bench_.visit("V1", "H1", "E1", bench_.at(16, 11)))});
  QCOMPARE(outcome.stopped.code(), absl::StatusCode::kAborted);
}

void ApplyTest::aReplicaOfAnotherDeviceIsRefused() {
  auto device = bench_.device("V1");
  bench_.push(device, {bench_.change(device, bench_.visit("V1", "H1", "E1", bench_.at(15, 10)))});
  auto other = bench_.device("V1");
  other.replica_id = device.replica_id;
  other.sequence = device.sequence;
  other.head = device.head;
  const auto outcome = bench_.push(other, {bench_.change(other, bench_.visit("V1", "H1", "E1", bench_.at(15, 11)))});
  QCOMPARE(outcome.stopped.code(), absl::StatusCode::kPermissionDenied);
}

void ApplyTest::whatWasAppliedBeforeAForkIsNotAppliedAgain() {
  auto device = bench_.device("V1");
  v1::Change visit;
  visit.set_id(bench_.newId());
  *visit.mutable_create() = bench_.visit("V1", "H2", "E3", bench_.at(14, 10));
  v1::Change edit;
  edit.set_id(bench_.newId());
  v1::Record elder = bench_.record(bench_.elder("E3"));
  edit.mutable_edit()->set_kind(v1::RECORD_KIND_ELDER);
  edit.mutable_edit()->set_record_id(elder.elder().id());
  edit.mutable_edit()->mutable_fields()->add_paths("phone");
  edit.mutable_edit()->mutable_values()->mutable_elder()->set_phone("1");
  v1::Change late = edit;  // based on nothing: loses against what the roster said
  late.set_id(bench_.newId());
  late.mutable_edit()->mutable_fields()->set_paths(0, "language");
  late.mutable_edit()->mutable_values()->mutable_elder()->set_language("东北话");
  edit.mutable_edit()->mutable_base()->set_epoch(1);
  edit.mutable_edit()->mutable_base()->set_sequence(bench_.head());
  const auto first =
      bench_.push(device, {bench_.encode(device, visit), bench_.encode(device, edit), bench_.encode(device, late)});
  QCOMPARE(first.receipts.size(), std::size_t{3});
  const auto head = bench_.head();
  // The receipts were lost; the store goes on as a new replica with the same changes.
  auto renewed = device;
  renewed.replica_id = bench_.newId();
  renewed.sequence = 0;
  renewed.head = std::string(32, '\0');
  const auto outcome =
      bench_.push(renewed, {bench_.encode(renewed, visit), bench_.encode(renewed, edit), bench_.encode(renewed, late)});
  QCOMPARE(outcome.receipts.size(), std::size_t{3});
  QCOMPARE(outcome.receipts[0].outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(outcome.receipts[1].outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(outcome.receipts[2].outcome(), first.receipts[2].outcome());
  QCOMPARE(bench_.head(), head);
}

void ApplyTest::poisonInAnyPositionBlocksNothing_data() {
  QTest::addColumn<int>("position");
  QTest::addColumn<int>("poison");
  for (int position = 0; position < 4; ++position) {
    for (int poison = 0; poison < 4; ++poison) {
      QTest::addRow("poison %d at %d", poison, position) << position << poison;
    }
  }
}

void ApplyTest::poisonInAnyPositionBlocksNothing() {
  QFETCH(int, position);
  QFETCH(int, poison);
  auto device = bench_.device("V1");
  std::vector<std::string> changes;
  for (int at = 0; at < 4; ++at) {
    v1::Record visit = bench_.visit("V1", "H1", "E1", bench_.at(13, 8 + at));
    if (at != position) {
      changes.push_back(bench_.change(device, visit));
      continue;
    }
    switch (poison) {
      case 0:  // ends before it starts
        *visit.mutable_visit()->mutable_ended_at() = care::toTimestamp(bench_.at(12, 8));
        changes.push_back(bench_.change(device, visit));
        break;
      case 1:  // a kind nobody knows
        changes.push_back(bench_.change(device, v1::Record()));
        break;
      case 2: {  // what the device could not encode
        v1::Change skipped;
        skipped.mutable_skipped()->set_reason("INTERNAL");
        changes.push_back(bench_.encode(device, skipped));
        break;
      }
      default:  // no change at all, but counted by the chain
        ++device.sequence;
        changes.emplace_back("\xff\xff\xff broken");
        device.head = replication::sha256(changes.back());
    }
  }
  const auto outcome = bench_.push(device, changes);
  if (position == 0 && poison == 3) {
    QVERIFY(outcome.stopped.ok());
  }
  QVERIFY2(outcome.stopped.ok(), std::string(outcome.stopped.message()).c_str());
  QCOMPARE(outcome.receipts.size(), std::size_t{4});
  for (int at = 0; at < 4; ++at) {
    QCOMPARE(outcome.receipts[static_cast<std::size_t>(at)].sequence(), static_cast<std::uint64_t>(at + 1));
    QCOMPARE(outcome.receipts[static_cast<std::size_t>(at)].outcome(),
             at == position ? v1::RECEIPT_OUTCOME_QUARANTINED : v1::RECEIPT_OUTCOME_APPLIED);
  }
}

void ApplyTest::aChildOfAQuarantinedRecordWaitsWithIt() {
  auto device = bench_.device("V1");
  v1::Record visit = bench_.visit("V1", "H1", "E1", bench_.at(12, 10));
  visit.mutable_visit()->mutable_contacts(0)->set_outcome(v1::CONTACT_OUTCOME_SPOKE_REMOTE);
  const v1::Record entry = bench_.serviceEntry(visit.visit(), v1::SERVICE_KIND_ERRAND, 10);
  QVERIFY(has(bench_.pushOne(device, visit), v1::PROBLEM_CODE_OUTCOME_MODE_MISMATCH));
  QVERIFY(has(bench_.pushOne(device, entry), v1::PROBLEM_CODE_WAITS_FOR_PARENT));
}

void ApplyTest::aCorrectionTakesTheQuarantinedChangeOut() {
  auto device = bench_.device("V1");
  const auto waiting = [this] {
    const auto snapshot = bench_.ledger().read();
    return *(*snapshot)->district(bench_.districtId()).quarantinedCount();
  };
  const auto before = waiting();
  v1::Record visit = bench_.visit("V1", "H1", "E1", bench_.at(11, 10), 30 * 60);
  const v1::Receipt receipt = bench_.pushOne(device, visit);
  QVERIFY(has(receipt, v1::PROBLEM_CODE_LASTS_TOO_LONG));
  QCOMPARE(waiting(), before + 1);
  *visit.mutable_visit()->mutable_ended_at() = care::toTimestamp(bench_.at(11, 11));
  const auto outcome = bench_.push(device, {bench_.change(device, visit, receipt.change_id())});
  QCOMPARE(outcome.receipts[0].outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(waiting(), before);
}

void ApplyTest::differentFieldsMergeSilently() {
  auto first = bench_.device("S1");
  auto second = bench_.device("V1");
  const v1::Record seen = bench_.record(bench_.elder("E2"));
  v1::Record phone = seen;
  phone.mutable_elder()->set_phone("0432-1");
  v1::Record hearing = seen;
  hearing.mutable_elder()->set_hearing("左耳背");
  QCOMPARE(bench_.pushEdit(first, seen, phone).conflict_ids_size(), 0);
  const v1::Receipt receipt = bench_.pushEdit(second, seen, hearing);
  QCOMPARE(receipt.outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(receipt.conflict_ids_size(), 0);
  const v1::Record merged = bench_.record(bench_.elder("E2"));
  QCOMPARE(merged.elder().phone(), std::string("0432-1"));
  QCOMPARE(merged.elder().hearing(), std::string("左耳背"));
}

void ApplyTest::theSameFieldKeepsBothValues() {
  auto supervisor = bench_.device("S1");
  auto visitor = bench_.device("V1");
  const v1::Record seen = bench_.record(bench_.elder("E2"));
  v1::Record one = seen;
  one.mutable_elder()->set_how_to_approach("敲窗");
  v1::Record other = seen;
  other.mutable_elder()->set_how_to_approach("先打电话");
  QCOMPARE(bench_.pushEdit(supervisor, seen, one).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  const v1::Receipt receipt = bench_.pushEdit(visitor, seen, other);
  QCOMPARE(receipt.outcome(), v1::RECEIPT_OUTCOME_SUPERSEDED);
  QCOMPARE(receipt.conflict_ids_size(), 1);
  QCOMPARE(bench_.record(bench_.elder("E2")).elder().how_to_approach(), std::string("敲窗"));
  const v1::Record conflict = bench_.record(receipt.conflict_ids(0));
  QCOMPARE(replication::decodeRecord(conflict.conflict().other_value())->elder().how_to_approach(),
           std::string("先打电话"));
  QCOMPARE(conflict.conflict().household_id(), bench_.household("H1"));
  QVERIFY(conflict.conflict().has_found_at());
}

void ApplyTest::deathIsNeverUndoneByAMerge() {
  auto first = bench_.device("S1");
  auto second = bench_.device("D1");
  const v1::Record seen = bench_.record(bench_.elder("E3"));
  v1::Record deceased = seen;
  v1::StatusSpan& span = *deceased.mutable_elder()->add_statuses();
  span.set_status(v1::CARE_STATUS_DECEASED);
  *span.mutable_from_on() = tests::date(2026, 11, 18);
  v1::Record away = seen;
  v1::StatusSpan& other = *away.mutable_elder()->add_statuses();
  other.set_status(v1::CARE_STATUS_AWAY);
  *other.mutable_from_on() = tests::date(2026, 11, 19);
  bench_.pushEdit(first, seen, deceased);
  // District staff rank higher, and still.
  const v1::Receipt receipt = bench_.pushEdit(second, seen, away);
  QCOMPARE(receipt.outcome(), v1::RECEIPT_OUTCOME_SUPERSEDED);
  QCOMPARE(bench_.record(bench_.elder("E3")).elder().statuses().rbegin()->status(), v1::CARE_STATUS_DECEASED);
}

void ApplyTest::problemsOfChanges_data() {
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<QByteArray>("what");
  QTest::addColumn<int>("code");
  const auto row = [](const char* who, const char* what, v1::ProblemCode code) {
    QTest::addRow("%s: %s", who, what) << QByteArray(who) << QByteArray(what) << static_cast<int>(code);
  };
  row("V1", "a visit to somebody else's household", v1::PROBLEM_CODE_OUT_OF_SCOPE);
  row("V1", "an elder of another household under the own one", v1::PROBLEM_CODE_OUT_OF_SCOPE);
  row("V1", "a visit in another's name", v1::PROBLEM_CODE_NOT_PERMITTED);
  row("V1", "an elder", v1::PROBLEM_CODE_NOT_PERMITTED);
  row("V1", "an edit of the tier", v1::PROBLEM_CODE_NOT_PERMITTED);
  row("V1", "an edit of a visit", v1::PROBLEM_CODE_NOT_EDITABLE);
  row("V1", "a conflict", v1::PROBLEM_CODE_DEVICE_ONLY_SERVICE);
  row("V1", "an edit of nobody", v1::PROBLEM_CODE_UNKNOWN_REFERENCE);
  row("V1", "a visit with an unknown worker", v1::PROBLEM_CODE_UNKNOWN_REFERENCE);
  row("V1", "abuse as an ordinary flag", v1::PROBLEM_CODE_OUT_OF_RANGE);
  row("V1", "a step that does not follow", v1::PROBLEM_CODE_TRANSITION_NOT_ALLOWED);
  row("V1", "a visit in 1970", v1::PROBLEM_CODE_DATE_IMPLAUSIBLE);
  row("V1", "an id that is taken", v1::PROBLEM_CODE_ALREADY_EXISTS);
  row("S1", "a visit in community B", v1::PROBLEM_CODE_OUT_OF_SCOPE);
  row("S1", "a household in community B", v1::PROBLEM_CODE_OUT_OF_SCOPE);
  row("S1", "an identity", v1::PROBLEM_CODE_NOT_PERMITTED);
  row("S1", "a household moved to community B", v1::PROBLEM_CODE_OUT_OF_SCOPE);
  row("S1", "a household in an unknown area", v1::PROBLEM_CODE_OUT_OF_SCOPE);
  row("D1", "a file number that belongs to another", v1::PROBLEM_CODE_DUPLICATE);
  row("D1", "an area", v1::PROBLEM_CODE_NOT_PERMITTED);
  row("D1", "somebody merged into themselves over a detour", v1::PROBLEM_CODE_CIRCLE);
}

void ApplyTest::problemsOfChanges() {
  QFETCH(QByteArray, who);
  QFETCH(QByteArray, what);
  QFETCH(int, code);
  auto device = bench_.device(who.toStdString());
  const std::string me = who.toStdString();
  v1::Record record;
  std::optional<v1::Record> before;
  if (what == "a visit to somebody else's household" || what == "a visit in community B") {
    record = bench_.visit(me, "H3", "E4", bench_.at(19, 15));
  } else if (what == "an elder of another household under the own one") {
    record = bench_.visit(me, "H1", "E4", bench_.at(19, 15));
  } else if (what == "a visit in another's name") {
    record = bench_.visit(me, "H1", "E1", bench_.at(19, 15));
    record.mutable_visit()->set_recorded_by(bench_.worker("V2"));
  } else if (what == "an elder") {
    record = bench_.record(bench_.elder("E1"));
    record.mutable_elder()->set_id(bench_.newId());
    record.mutable_elder()->set_file_number("E99");
  } else if (what == "an edit of the tier") {
    before = record = bench_.record(bench_.elder("E2"));
    record.mutable_elder()->mutable_tiers(0)->set_tier(v1::TIER_A);
  } else if (what == "an edit of a visit") {
    before = bench_.visit(me, "H1", "E1", bench_.at(19, 16));
    bench_.pushOne(device, *before);
    record = *before;
    record.mutable_visit()->set_note("!");
  } else if (what == "a conflict") {
    record.mutable_conflict()->set_id(bench_.newId());
  } else if (what == "an edit of nobody") {
    before = record = bench_.record(bench_.elder("E2"));
    before->mutable_elder()->set_id(bench_.newId());
    record.mutable_elder()->set_id(before->elder().id());
    record.mutable_elder()->set_phone("2");
  } else if (what == "a visit with an unknown worker") {
    record = bench_.visit(me, "H1", "E1", bench_.at(19, 15));
    record.mutable_visit()->add_worker_ids(bench_.newId());
  } else if (what == "abuse as an ordinary flag") {
    record = bench_.risk(me, "H1", "E1", v1::RISK_KIND_FALL, v1::RISK_LEVEL_ORANGE);
    record.mutable_risk_flag()->set_kind(v1::RISK_KIND_SUSPECTED_ABUSE);
  } else if (what == "a step that does not follow") {
    const v1::Record flag = bench_.risk(me, "H1", "E1", v1::RISK_KIND_FALL, v1::RISK_LEVEL_YELLOW);
    bench_.pushOne(device, flag);
    record = bench_.riskEvent(me, flag.risk_flag(), v1::RISK_STATE_CLOSED);
  } else if (what == "a visit in 1970") {
    record = bench_.visit(me, "H1", "E1", absl::UnixEpoch());
  } else if (what == "an id that is taken") {
    record = bench_.visit(me, "H1", "E1", bench_.at(19, 15));
    record.mutable_visit()->set_id(bench_.elder("E1"));
  } else if (what == "a household in community B" || what == "a household in an unknown area") {
    record.mutable_household()->set_id(bench_.newId());
    record.mutable_household()->set_area_id(what.endsWith("B") ? bench_.area("220211001002") : bench_.newId());
  } else if (what == "an identity") {
    record.mutable_elder_identity()->set_id(bench_.newId());
    record.mutable_elder_identity()->set_elder_id(bench_.elder("E2"));
    record.mutable_elder_identity()->set_id_number("11010519491231002X");
  } else if (what == "a household moved to community B") {
    before = record = bench_.record(bench_.household("H2"));
    record.mutable_household()->set_area_id(bench_.area("220211001002"));
  } else if (what == "a file number that belongs to another") {
    before = record = bench_.record(bench_.elder("E4"));
    record.mutable_elder()->set_file_number("E5");
  } else if (what == "an area") {
    record = bench_.record(bench_.area("220211001"));
    record.mutable_area()->set_id(bench_.newId());
    record.mutable_area()->set_code("220211099");
  } else if (what == "somebody merged into themselves over a detour") {
    before = record = bench_.record(bench_.elder("E4"));
    record.mutable_elder()->set_merged_into(bench_.elder("E5"));
    QCOMPARE(bench_.pushEdit(device, *before, record).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
    before = record = bench_.record(bench_.elder("E5"));
    record.mutable_elder()->set_merged_into(bench_.elder("E4"));
  } else {
    QFAIL("no such row");
  }
  const v1::Receipt receipt = before.has_value() && what != "an identity" ? bench_.pushEdit(device, *before, record)
                                                                          : bench_.pushOne(device, record);
  QCOMPARE(receipt.outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);
  QVERIFY2(has(receipt, static_cast<v1::ProblemCode>(code)),
           receipt.problems_size() > 0 ? receipt.problems(0).ShortDebugString().c_str() : "no problem");
}

void ApplyTest::aLateVisitIsJudgedByTheAssignmentOfItsDay() {
  auto staff = bench_.device("D1");
  v1::Record assignment;
  assignment.mutable_assignment()->set_id(bench_.newId());
  assignment.mutable_assignment()->set_worker_id(bench_.worker("V2"));
  assignment.mutable_assignment()->set_household_id(bench_.household("H4"));
  *assignment.mutable_assignment()->mutable_from_on() = tests::date(2026, 11, 1);
  *assignment.mutable_assignment()->mutable_until_on() = tests::date(2026, 11, 10);
  QCOMPARE(bench_.pushOne(staff, assignment).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  auto device = bench_.device("V2");
  QCOMPARE(bench_.pushOne(device, bench_.visit("V2", "H4", "E5", bench_.at(10, 10))).outcome(),
           v1::RECEIPT_OUTCOME_APPLIED);
  QVERIFY(
      has(bench_.pushOne(device, bench_.visit("V2", "H4", "E5", bench_.at(11, 10))), v1::PROBLEM_CODE_OUT_OF_SCOPE));
}

void ApplyTest::anElderWhoMovesTakesTheFileAlong() {
  auto staff = bench_.device("D1");
  const v1::Record before = bench_.record(bench_.elder("E1"));
  v1::Record moved = before;
  v1::ResidenceSpan& span = *moved.mutable_elder()->add_residences();
  span.set_household_id(bench_.household("H3"));
  *span.mutable_from_on() = tests::date(2026, 11, 20);
  const auto start = bench_.head();
  QCOMPARE(bench_.pushEdit(staff, before, moved).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  const auto snapshot = bench_.ledger().read();
  service::DistrictReader& ledger = (*snapshot)->district(bench_.districtId());
  std::set<v1::RecordKind> left;
  const auto old_feed = ledger.feed(bench_.household("H1"), start, 100);
  for (const service::FeedStep& step : *old_feed) {
    if (step.removed) {
      left.insert(step.record.kind);
    }
  }
  std::set<v1::RecordKind> arrived;
  const auto new_feed = ledger.feed(bench_.household("H3"), start, 100);
  for (const service::FeedStep& step : *new_feed) {
    arrived.insert(step.record.kind);
  }
  const std::set<v1::RecordKind> all = {v1::RECORD_KIND_ELDER, v1::RECORD_KIND_ELDER_IDENTITY, v1::RECORD_KIND_CONTACT};
  QCOMPARE(left.erase(v1::RECORD_KIND_CONFLICT), arrived.erase(v1::RECORD_KIND_CONFLICT));  // what is still open
  QVERIFY(left == all);
  QVERIFY(arrived == all);
}

QTEST_GUILESS_MAIN(ApplyTest)
#include "apply_test.moc"
