// What a store does when the service was restored from a backup behind it, what it lets go once backups hold it,
// and what a newer service sends that this program does not know.

#include "sync/escrow/escrow.h"
#include "sync/replication/chain.h"
#include "sync/replication/sealed_change.h"
#include "tests/unit/store/tablet.h"

namespace doorstep::store {

class RestoreTest : public QObject {
  Q_OBJECT

 private slots:
  void sendsAgainByteByByteUnderTheSameName() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const std::vector<v1::Change> sent = acknowledged(tablet, {"v1", "v2", "v3"});
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v4", "h1", "wang", at(kToday, 8)))).status());
    const std::string replica = tablet.store().state()->replica_id;

    VERIFY_OK(tablet.store().beginEpoch(9, 1, id("other")));
    const auto state = tablet.store().state();
    QVERIFY(state->replica_id == replica);
    QCOMPARE(state->last_acknowledged, std::uint64_t{1});
    QVERIFY(state->acknowledged_head == replication::sha256(replication::encode(sent[0])));
    QCOMPARE(state->waiting, std::uint64_t{3});
    QCOMPARE(state->cursor.epoch(), std::uint64_t{9});
    QCOMPARE(state->cursor.sequence(), std::uint64_t{0});
    const std::vector<v1::Change> again = waitingOn(tablet);
    QVERIFY(replication::encode(again[0]) == replication::encode(sent[1]));
    QVERIFY(replication::encode(again[1]) == replication::encode(sent[2]));
    // Told twice, it stays so.
    VERIFY_OK(tablet.store().beginEpoch(9, 1, id("another")));
    QVERIFY(tablet.store().state()->replica_id == replica);
    QCOMPARE(tablet.store().state()->waiting, std::uint64_t{3});
  }

  void everythingCanBeReadUntilTheWholePullIsThrough() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().beginEpoch(9, 0, id("other")));
    QCOMPARE(tablet.queries().today(kToday)->size(), std::size_t{3});
    QCOMPARE(tablet.store().heldHouseholds()->size(), std::size_t{0});
    QVERIFY(tablet.store().state()->scope_digest == replication::setDigest({}));
  }

  void whatIsSealedGoesInItsPlace() {
    Tablet tablet;
    v1::HelloReply hello = helloWith(0);
    const escrow::KeyPair service = escrow::makeKeyPair();
    hello.set_bundle_key(service.public_key);
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().keepHello(hello, absl::ZeroDuration()));
    loseSecondDoor(tablet);
    VERIFY_OK(tablet.store().beginEpoch(9, 0, id("other")));
    QVERIFY(tablet.store().state()->replica_id != id("other"));
    const auto outgoing = tablet.store().outgoingAfter(0, 10, 100'000);
    QCOMPARE(outgoing->size(), std::size_t{3});
    QVERIFY(replication::isSealed(outgoing->at(1).encoded));
    // Under another name it goes within another change, also when the service is restored once more.
    VERIFY_OK(tablet.store().beginNewReplica(id("forked")));
    for (const bool again : {false, true}) {
      const std::vector<v1::Change> waiting = waitingOn(tablet);
      QCOMPARE(waiting.size(), std::size_t{3});
      QVERIFY(waiting[1].has_sealed());
      QVERIFY(waiting[1].replica_id() == id("forked") && waiting[1].sequence() == 2);
      const auto within = replication::decodeChange(
          *replication::openChange(waiting[1].sealed(), service.public_key, service.secret_key.view()));
      QVERIFY(within->id() == waiting[1].id());
      QVERIFY(within->create().visit().id() == id("v2"));
      if (!again) {
        VERIFY_OK(
            tablet.store().keepReceipts({applied(waiting[0], 90), applied(waiting[1], 91), applied(waiting[2], 92)}));
        VERIFY_OK(tablet.store().beginEpoch(10, 0, id("fourth")));
      }
    }
    QCOMPARE(kept(tablet), std::int64_t{3});
  }

  void goesOnUnderAnotherNameWhenSomethingIsNoLongerHere() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    loseSecondDoor(tablet);  // without the service's key nothing can be sealed
    VERIFY_OK(tablet.store().beginEpoch(9, 0, id("other")));
    QVERIFY(tablet.store().state()->replica_id == id("other"));
    const std::vector<v1::Change> again = waitingOn(tablet);
    QCOMPARE(again.size(), std::size_t{2});
    QVERIFY(again[0].create().visit().id() == id("v1"));
    QVERIFY(again[1].create().visit().id() == id("v3"));
    QCOMPARE(again[1].sequence(), std::uint64_t{2});
    QVERIFY(again[1].predecessor() == replication::sha256(replication::encode(again[0])));
  }

  void whatIsNotSentAgainIsRemoved() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().keepPage(
        page({visited("ghost", "h1", "wang", at(kToday, 8)), flag("risk", "h2", "chen", v1::RISK_LEVEL_RED)}, 60)));
    acknowledged(tablet, {"mine"});
    VERIFY_OK(tablet.store().beginEpoch(9, 0, id("other")));

    // The directory, without one of its workers; then the first door, broken off and gone on with.
    std::vector<v1::Record> directory;
    std::vector<v1::Record> first_door;
    for (const v1::Record& record : smallDistrict()) {
      const std::string household = replication::householdOf(record);
      if (household.empty() && replication::idOf(record) != id("boss")) {
        directory.push_back(record);
      } else if (household == id("h1")) {
        first_door.push_back(record);
      }
    }
    v1::PullReply beginning = page(directory, 1);
    beginning.clear_complete_household_ids();
    *beginning.mutable_cursor() = revision(0, 9);
    beginning.set_total_households(2);
    VERIFY_OK(tablet.store().keepPage(beginning));
    QCOMPARE(count(tablet, "boss"), std::int64_t{1});
    v1::PullReply door = page(first_door, 20);
    *door.mutable_cursor() = revision(40, 9);
    door.set_total_households(2);
    door.set_done_households(1);
    VERIFY_OK(tablet.store().keepPage(door));
    QCOMPARE(count(tablet, "boss"), std::int64_t{0});
    QCOMPARE(count(tablet, "ghost"), std::int64_t{0});
    QCOMPARE(count(tablet, "mine"), std::int64_t{1});
    QCOMPARE(count(tablet, "risk"), std::int64_t{1});
    QCOMPARE(*tablet.store().heldHouseholds(), std::vector<std::string>{id("h1")});

    tablet.close();
    VERIFY_OK(tablet.open());
    v1::PullReply rest;
    *rest.mutable_cursor() = revision(41, 9);
    VERIFY_OK(tablet.store().keepPage(rest));  // the second door is nobody's of ours any more
    QCOMPARE(count(tablet, "risk"), std::int64_t{0});
    QCOMPARE(count(tablet, "chen"), std::int64_t{0});
    QCOMPARE(count(tablet, "mine"), std::int64_t{1});
    QCOMPARE(waitingOn(tablet).size(), std::size_t{1});
    QCOMPARE(tablet.number("SELECT count(*) FROM unconfirmed"), std::int64_t{0});
  }

  void ofAnAreasFiguresEachMonthIsConfirmedByItself() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Record october;
    october.mutable_coverage_row()->set_area_id(id("area"));
    *october.mutable_coverage_row()->mutable_month() = care::toMonth(absl::CivilMonth(2026, 10));
    v1::Record november = october;
    *november.mutable_coverage_row()->mutable_month() = care::toMonth(absl::CivilMonth(2026, 11));
    VERIFY_OK(tablet.store().keepPage(page({october, november}, 60)));
    const auto months = [&] {
      return tablet.number("SELECT count(*) FROM coverage WHERE area = CAST('" + id("area") + "' AS BLOB)");
    };
    QCOMPARE(months(), std::int64_t{2});
    VERIFY_OK(tablet.store().beginEpoch(9, 0, id("other")));
    QCOMPARE(months(), std::int64_t{2});
    v1::PullReply older = page({october}, 9);
    *older.mutable_cursor() = revision(40, 9);
    VERIFY_OK(tablet.store().keepPage(older));
    QCOMPARE(months(), std::int64_t{1});  // November was of the history that is lost
  }

  void anEditGoesOnTopOfTheOlderState() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Record seen;
    *seen.mutable_elder() = tablet.queries().elder(id("wang"), kToday)->elder;
    v1::Record after = seen;
    after.mutable_elder()->set_phone("2");
    VERIFY_OK(tablet.store().edit(seen, after).status());
    VERIFY_OK(tablet.store().keepReceipts({applied(waitingOn(tablet)[0], 60)}));
    VERIFY_OK(tablet.store().keepPage(page({after}, 60)));
    VERIFY_OK(tablet.store().beginEpoch(9, 0, id("other")));
    QCOMPARE(waitingOn(tablet).size(), std::size_t{1});
    v1::PullReply older = page({seen}, 9);
    *older.mutable_cursor() = revision(40, 9);
    older.set_total_households(2);  // it goes on
    VERIFY_OK(tablet.store().keepPage(older));
    QCOMPARE(tablet.queries().elder(id("wang"), kToday)->elder.phone(), std::string("2"));
    v1::Receipt taken = applied(waitingOn(tablet)[0], 41);
    *taken.mutable_revision() = revision(41, 9);
    VERIFY_OK(tablet.store().keepReceipts({taken}));
    QCOMPARE(tablet.queries().elder(id("wang"), kToday)->elder.phone(), std::string("2"));
  }

  void aForkWithinTheEpochSendsAllAgain() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    acknowledged(tablet, {"v1", "v2"});
    VERIFY_OK(tablet.store().beginEpoch(9, 2, id("other")));  // the service has two, though not ours
    QCOMPARE(waitingOn(tablet).size(), std::size_t{0});
    VERIFY_OK(tablet.store().beginNewReplica(id("forked")));
    QCOMPARE(waitingOn(tablet).size(), std::size_t{2});
    QCOMPARE(tablet.store().state()->cursor.epoch(), std::uint64_t{9});
  }

  void replicasBeforeThisOneAreSentAgainToo() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    acknowledged(tablet, {"v1"});
    VERIFY_OK(tablet.store().beginNewReplica(id("second")));
    acknowledged(tablet, {"v2"});
    VERIFY_OK(tablet.store().beginEpoch(9, 1, id("third")));
    const std::vector<v1::Change> again = waitingOn(tablet);
    QCOMPARE(again.size(), std::size_t{1});
    QVERIFY(again[0].create().visit().id() == id("v1"));
    QVERIFY(again[0].replica_id() == id("third"));
  }

  void letsGoWhatBackupsHold() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const std::vector<v1::Change> sent = acknowledged(tablet, {"v1", "v2", "v3", "v4"});
    VERIFY_OK(tablet.store().keepHello(helloWith(0), absl::ZeroDuration()));
    QCOMPARE(kept(tablet), std::int64_t{4});
    VERIFY_OK(tablet.store().keepHello(helloWith(3), absl::ZeroDuration()));
    QCOMPARE(kept(tablet), std::int64_t{2});
    QVERIFY(tablet.store().state()->acknowledged_head == replication::sha256(replication::encode(sent[3])));
    QCOMPARE(tablet.queries().today(kToday)->size(), std::size_t{3});
    // Restored to the mark, it goes on under its name; restored behind it, under another.
    VERIFY_OK(tablet.store().beginEpoch(9, 3, id("other")));
    QVERIFY(tablet.store().state()->replica_id != id("other"));
    QVERIFY(tablet.store().state()->acknowledged_head == replication::sha256(replication::encode(sent[2])));
    QCOMPARE(waitingOn(tablet).size(), std::size_t{1});
    VERIFY_OK(tablet.store().beginEpoch(10, 1, id("other")));
    QVERIFY(tablet.store().state()->replica_id == id("other"));
    QCOMPARE(waitingOn(tablet).size(), std::size_t{2});
  }

  void keepsWhatWasPutAsideForAPerson() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v1", "h1", "wang", at(kToday, 8)))).status());
    v1::Receipt refused = applied(waitingOn(tablet)[0], 60);
    refused.set_outcome(v1::RECEIPT_OUTCOME_QUARANTINED);
    VERIFY_OK(tablet.store().keepReceipts({refused}));
    acknowledged(tablet, {"v2", "v3"});
    VERIFY_OK(tablet.store().keepHello(helloWith(3), absl::ZeroDuration()));
    QCOMPARE(tablet.queries().syncOverview()->quarantined.size(), std::size_t{1});
    QCOMPARE(kept(tablet), std::int64_t{2});
  }

  void whatReplicasBeforeHadAcknowledgedGoesWithTheFirstBackupOfThisOne() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    acknowledged(tablet, {"v1", "v2"});
    VERIFY_OK(tablet.store().beginNewReplica(id("second")));
    acknowledged(tablet, {"v3"});
    VERIFY_OK(tablet.store().keepHello(helloWith(0), absl::ZeroDuration()));
    QCOMPARE(kept(tablet), std::int64_t{3});
    VERIFY_OK(tablet.store().keepHello(helloWith(1), absl::ZeroDuration()));
    QCOMPARE(kept(tablet), std::int64_t{1});
  }

  // Promise P12: an older app beside a newer service.
  void whatANewerServiceAddsIsKept() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Record newer = elder("wang", "h1", "wang", v1::TIER_C);
    newer.mutable_elder()->GetReflection()->MutableUnknownFields(newer.mutable_elder())->AddVarint(900, 42);
    v1::FeedEntry strange = entry(newer, 61);
    strange.set_kind(static_cast<v1::RecordKind>(77));
    strange.set_record_id(id("strange"));
    strange.set_record(
        std::string("\xf2\x2c\x03"
                    "abc",
                    6));  // field 710 of a Record: a body of no known kind
    v1::PullReply reply = page({newer}, 60);
    *reply.add_entries() = strange;
    VERIFY_OK(tablet.store().keepPage(reply));
    QCOMPARE(tablet.number("SELECT count(*) FROM record WHERE kind = 77 AND content = x'f22c03616263'"),
             std::int64_t{1});

    v1::Record seen;
    *seen.mutable_elder() = tablet.queries().elder(id("wang"), kToday)->elder;
    QCOMPARE(newField(seen), std::uint64_t{42});
    v1::Record after = seen;
    after.mutable_elder()->set_phone("2");
    VERIFY_OK(tablet.store().edit(seen, after).status());
    const v1::Patch patch = waitingOn(tablet)[0].edit();
    QCOMPARE(patch.fields().paths_size(), 1);
    v1::Record shown;
    *shown.mutable_elder() = tablet.queries().elder(id("wang"), kToday)->elder;
    QCOMPARE(newField(shown), std::uint64_t{42});
    // Sent once more with another value of what we do not know: our patch lies on top, the new value stays.
    newer.mutable_elder()
        ->GetReflection()
        ->MutableUnknownFields(newer.mutable_elder())
        ->mutable_field(0)
        ->set_varint(43);
    VERIFY_OK(tablet.store().keepPage(page({newer}, 70)));
    *shown.mutable_elder() = tablet.queries().elder(id("wang"), kToday)->elder;
    QCOMPARE(newField(shown), std::uint64_t{43});
    QCOMPARE(shown.elder().phone(), std::string("2"));
  }

 private:
  static std::vector<v1::Change> acknowledged(Tablet& tablet, const std::vector<std::string>& visits) {
    std::vector<v1::Change> changes;
    for (const std::string& name : visits) {
      const auto saved = tablet.store().saveVisit(draftOf(visited(name, "h1", "wang", at(kToday, 8))));
      const std::vector<v1::Change> waiting = waitingOn(tablet);
      if (!saved.ok() || waiting.empty()) {
        QTest::qFail("a visit was not saved", __FILE__, __LINE__);
        return changes;
      }
      changes.push_back(waiting.back());
      const v1::Receipt receipt = applied(waiting.back(), 100 + static_cast<std::uint64_t>(waiting.back().sequence()));
      if (!tablet.store().keepReceipts({receipt}).ok()) {
        QTest::qFail("a receipt was not kept", __FILE__, __LINE__);
      }
    }
    return changes;
  }
  // Three visits are acknowledged, and the door of the second one leaves.
  static void loseSecondDoor(Tablet& tablet) {
    acknowledged(tablet, {"v1"});
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v2", "h2", "chen", at(kToday, 8)))).status());
    VERIFY_OK(tablet.store().keepReceipts({applied(waitingOn(tablet)[0], 61)}));
    acknowledged(tablet, {"v3"});
    v1::PullReply gone;
    gone.add_removed_household_ids(id("h2"));
    *gone.mutable_cursor() = revision(70);
    VERIFY_OK(tablet.store().keepPage(gone));
  }
  static std::vector<v1::Change> waitingOn(Tablet& tablet) {
    std::vector<v1::Change> changes;
    const auto outgoing = tablet.store().outgoingAfter(tablet.store().state()->last_acknowledged, 100, 1'000'000);
    for (const client::OutgoingChange& change : *outgoing) {
      changes.push_back(*replication::decodeChange(change.encoded));
    }
    return changes;
  }
  static std::int64_t count(const Tablet& tablet, const std::string& name) {
    return tablet.number("SELECT count(*) FROM record WHERE id = CAST('" + id(name) + "' AS BLOB)");
  }
  static std::int64_t kept(const Tablet& tablet) {
    return tablet.number("SELECT count(*) FROM outgoing WHERE encoded <> x''");
  }
  static v1::HelloReply helloWith(std::uint64_t backed_up) {
    v1::HelloReply hello;
    hello.set_worker_id(id("li"));
    hello.set_district_id(id("d"));
    hello.add_roles(v1::ROLE_VISITOR);
    hello.set_zone("Asia/Shanghai");
    hello.set_backed_up_sequence(backed_up);
    return hello;
  }
  static std::uint64_t newField(const v1::Record& record) {
    const auto& unknown = record.elder().GetReflection()->GetUnknownFields(record.elder());
    return unknown.field_count() == 1 ? unknown.field(0).varint() : 0;
  }
};

}  // namespace doorstep::store

QTEST_GUILESS_MAIN(doorstep::store::RestoreTest)
#include "restore_test.moc"
