// What the service sends, receipts, and own edits on top of it.

#include "sync/replication/chain.h"
#include "sync/replication/patch.h"
#include "tests/unit/store/tablet.h"

namespace doorstep::store {

class FeedTest : public QObject {
  Q_OBJECT

 private slots:
  void keepsEntriesHouseholdsAndCursorTogether() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const auto state = tablet.store().state();
    VERIFY_OK(state.status());
    QCOMPARE(state->cursor.sequence(), std::uint64_t{15});
    QCOMPARE(tablet.store().heldHouseholds()->size(), std::size_t{3});
    QVERIFY(state->scope_digest == replication::setDigest({id("h1"), id("h2"), id("h3")}));
    VERIFY_OK(tablet.store().keepPage(page(smallDistrict())));  // once more changes nothing
    QCOMPARE(tablet.number("SELECT count(*) FROM record"), std::int64_t{15});
    QCOMPARE(tablet.queries().today(kToday)->size(), std::size_t{3});
  }

  void acknowledgesOwnRecordsByReceiptOrByFeed_data() {
    QTest::addColumn<bool>("feed_first");
    QTest::newRow("receipt first") << false;
    QTest::newRow("feed first") << true;
  }
  void acknowledgesOwnRecordsByReceiptOrByFeed() {
    QFETCH(bool, feed_first);
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const v1::Record made = visited("v1", "h1", "wang", at(kToday, 8));
    VERIFY_OK(tablet.store().saveVisit(draftOf(made)).status());
    const std::vector<v1::Change> waiting = tablet.waiting();
    if (feed_first) {
      VERIFY_OK(tablet.store().keepPage(page({made}, 60)));
      QCOMPARE(tablet.store().state()->waiting, std::uint64_t{1});
    }
    VERIFY_OK(tablet.store().keepReceipts({applied(waiting[0], 60)}));
    const auto state = tablet.store().state();
    QCOMPARE(state->waiting, std::uint64_t{0});
    QCOMPARE(state->last_acknowledged, std::uint64_t{1});
    QVERIFY(state->acknowledged_head == replication::sha256(replication::encode(waiting[0])));
    QCOMPARE(tablet.number("SELECT sequence FROM record WHERE kind = 10"), std::int64_t{60});
    QVERIFY(!tablet.queries().elder(id("wang"), kToday)->timeline.at(0).waiting);
    VERIFY_OK(tablet.store().keepPage(page({made}, 60)));
    QCOMPARE(tablet.number("SELECT count(*) FROM record WHERE kind = 10"), std::int64_t{1});
  }

  void aReceiptWithoutANameIsForItsPlaceInTheQueue() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v1", "h1", "wang", at(kToday, 8)))).status());
    v1::Receipt unread = applied(tablet.waiting()[0], 60);
    unread.clear_change_id();
    unread.set_outcome(v1::RECEIPT_OUTCOME_QUARANTINED);
    VERIFY_OK(tablet.store().keepReceipts({unread}));
    QCOMPARE(tablet.store().state()->waiting, std::uint64_t{0});
    QCOMPARE(tablet.queries().syncOverview()->quarantined.size(), std::size_t{1});
  }

  void remembersItsLastExchange() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().keepLastSync(at(kToday, 9)));
    QVERIFY(tablet.store().state()->last_sync == at(kToday, 9));
  }

  void countsAcknowledgedUpToTheFirstGap() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    for (const char* name : {"v1", "v2", "v3"}) {
      VERIFY_OK(tablet.store().saveVisit(draftOf(visited(name, "h1", "wang", at(kToday, 8)))).status());
    }
    const std::vector<v1::Change> waiting = tablet.waiting();
    VERIFY_OK(tablet.store().keepReceipts({applied(waiting[0], 60), applied(waiting[2], 62)}));
    QCOMPARE(tablet.store().state()->last_acknowledged, std::uint64_t{1});
    QCOMPARE(tablet.store().state()->waiting, std::uint64_t{1});
    VERIFY_OK(tablet.store().keepReceipts({applied(waiting[1], 61), applied(waiting[1], 61)}));
    QCOMPARE(tablet.store().state()->last_acknowledged, std::uint64_t{3});
  }

  void showsWhatWasPutAsideWithItsReason() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v1", "h1", "wang", at(kToday, 8)))).status());
    v1::Receipt receipt = applied(tablet.waiting()[0], 0);
    receipt.clear_revision();
    receipt.set_outcome(v1::RECEIPT_OUTCOME_QUARANTINED);
    receipt.add_problems()->set_code(v1::PROBLEM_CODE_OUT_OF_SCOPE);
    VERIFY_OK(tablet.store().keepReceipts({receipt}));
    const auto overview = tablet.queries().syncOverview();
    VERIFY_OK(overview.status());
    QCOMPARE(overview->waiting_changes, std::uint64_t{0});
    QCOMPARE(overview->quarantined.size(), std::size_t{1});
    QCOMPARE(overview->quarantined[0].problems.at(0).code(), v1::PROBLEM_CODE_OUT_OF_SCOPE);
    QCOMPARE(QString::fromStdString(overview->quarantined[0].elder_name), QString("王秀兰"));
    QCOMPARE(tablet.queries().elder(id("wang"), kToday)->timeline.size(), std::size_t{1});  // nothing is lost
  }

  void laysPendingEditsOnTopOfWhatIsPulled() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    editPhone(tablet, "13900000001");
    QCOMPARE(phone(tablet), std::string("13900000001"));
    const v1::Change change = tablet.waiting().at(0);
    QCOMPARE(change.edit().fields().paths_size(), 1);
    QCOMPARE(change.edit().base().sequence(), std::uint64_t{10});

    v1::Record pulled = wang();
    pulled.mutable_elder()->set_hearing("左耳背");
    VERIFY_OK(tablet.store().keepPage(page({pulled}, 70)));  // somebody else's edit, without ours
    QCOMPARE(phone(tablet), std::string("13900000001"));
    QCOMPARE(current(tablet).elder().hearing(), std::string("左耳背"));

    VERIFY_OK(tablet.store().keepReceipts({applied(change, 71)}));
    VERIFY_OK(tablet.store().keepPage(page({pulled}, 70)));  // still not at our revision
    QCOMPARE(phone(tablet), std::string("13900000001"));

    pulled.mutable_elder()->set_phone("13900000002");  // ours lost against a later one
    VERIFY_OK(tablet.store().keepPage(page({pulled}, 72)));
    QCOMPARE(phone(tablet), std::string("13900000002"));
    QCOMPARE(tablet.number("SELECT count(*) FROM record WHERE base IS NOT NULL"), std::int64_t{0});
    QCOMPARE(tablet.number("SELECT count(*) FROM outgoing WHERE patch_open = 1"), std::int64_t{0});
  }

  void takesARefusedEditBack() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    editPhone(tablet, "13900000001");
    v1::Receipt receipt = applied(tablet.waiting().at(0), 0);
    receipt.clear_revision();
    receipt.set_outcome(v1::RECEIPT_OUTCOME_QUARANTINED);
    VERIFY_OK(tablet.store().keepReceipts({receipt}));
    QCOMPARE(phone(tablet), std::string());
  }

  void saysWhenTheEditorSawAnOlderValue() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const v1::Record before = current(tablet);
    v1::Record pulled = before;
    pulled.mutable_elder()->set_phone("13900000009");
    VERIFY_OK(tablet.store().keepPage(page({pulled}, 70)));  // while the editor is open
    v1::Record after = before;
    after.mutable_elder()->set_phone("13900000001");
    after.mutable_elder()->set_hearing("右耳背");
    VERIFY_OK(tablet.store().edit(before, after).status());

    const std::vector<v1::Change> changes = tablet.waiting();
    QCOMPARE(changes.size(), std::size_t{2});
    QCOMPARE(changes[0].edit().fields().paths(0), std::string("hearing"));
    QCOMPARE(changes[0].edit().base().sequence(), std::uint64_t{70});
    QCOMPARE(changes[1].edit().fields().paths(0), std::string("phone"));
    QCOMPARE(changes[1].edit().base().sequence(), std::uint64_t{0});
    QVERIFY(changes[1].edit().values().elder().hearing().empty());
  }

  void editsOnlyWhatMayBeEdited() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const v1::Record before = visited("v1", "h1", "wang", at(kToday, 8));
    v1::Record after = before;
    after.mutable_visit()->set_note("other");
    QCOMPARE(tablet.store().edit(before, after)->problems.at(0).code(), v1::PROBLEM_CODE_NOT_EDITABLE);
    v1::Record wrong = current(tablet);
    wrong.mutable_elder()->set_name("");
    QVERIFY(!tablet.store().edit(current(tablet), wrong)->problems.empty());
    VERIFY_OK(tablet.store().edit(current(tablet), current(tablet)).status());
    QVERIFY(tablet.waiting().empty());
  }

  void removesEverythingOfAHousehold() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(
        tablet.store().keepPage(page({visited("v0", "h1", "wang", at(kToday - 3, 8)),
                                      flag("r0", "h1", "wang", v1::RISK_LEVEL_RED), contactPerson("p", "wang", "h1")},
                                     50)));
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v1", "h1", "wang", at(kToday, 8)))).status());
    VERIFY_OK(tablet.store().keepReceipts({applied(tablet.waiting()[0], 60)}));
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v2", "h1", "wang", at(kToday, 9)))).status());
    v1::VisitDraft begun = draftOf(visited("v3", "h1", "zhao", at(kToday, 9)));
    *begun.mutable_changed_at() = care::toTimestamp(at(kToday, 9));
    VERIFY_OK(tablet.store().keepDraft(begun));
    v1::PullReply gone;
    gone.add_removed_household_ids(id("h1"));
    *gone.mutable_cursor() = revision(80);
    // What is being written down at the door is saved or discarded first.
    VERIFY_OK(tablet.store().keepPage(gone));
    QCOMPARE(tablet.store().heldHouseholds()->size(), std::size_t{3});
    QCOMPARE(tablet.queries().drafts()->size(), std::size_t{1});
    VERIFY_OK(tablet.store().discardDraft(id("h1")));
    VERIFY_OK(tablet.store().keepPage(gone));

    for (const char* table : {"draft", "record", "elder", "elder_contact", "visit", "risk", "assignment"}) {
      const std::string sql =
          std::string("SELECT count(*) FROM ") + table + " WHERE household = CAST('" + id("h1") + "' AS BLOB)";
      QVERIFY2(tablet.number(sql) == 0, table);
    }
    QCOMPARE(tablet.store().heldHouseholds()->size(), std::size_t{2});
    // What was acknowledged keeps its place in the chain, not its content; what was not still goes up.
    QCOMPARE(tablet.number("SELECT length(encoded) FROM outgoing WHERE sequence = 1"), std::int64_t{0});
    const std::vector<v1::Change> waiting = tablet.waiting();
    QCOMPARE(waiting.size(), std::size_t{1});
    QVERIFY(waiting[0].create().visit().id() == id("v2"));
    QVERIFY(tablet.store().saveVisit(draftOf(visited("v2", "h1", "wang", at(kToday, 9))))->already_saved);
    VERIFY_OK(tablet.store().keepReceipts({applied(waiting[0], 81)}));
    QCOMPARE(tablet.number("SELECT sum(length(encoded)) FROM outgoing"), std::int64_t{0});
    COMPARE_CODE(tablet.queries().elder(id("wang"), kToday).status(), kNotFound);
  }

  void followsAnElderToAnotherDoor_data() {
    QTest::addColumn<bool>("removal_first");
    QTest::newRow("old door's stream first") << true;
    QTest::newRow("new door's stream first") << false;
  }
  void followsAnElderToAnotherDoor() {
    QFETCH(bool, removal_first);
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Record moved = wang();
    v1::ResidenceSpan& residence = *moved.mutable_elder()->add_residences();
    residence.set_household_id(id("h2"));
    *residence.mutable_from_on() = care::toDate(absl::CivilDay(2026, 11, 10));
    v1::PullReply reply;
    const v1::FeedEntry there = entry(moved, 90);
    const v1::FeedEntry gone = removal(wang(), 90);
    *reply.add_entries() = removal_first ? gone : there;
    *reply.add_entries() = removal_first ? there : gone;
    *reply.mutable_cursor() = revision(90);
    VERIFY_OK(tablet.store().keepPage(reply));
    const auto file = tablet.queries().elder(id("wang"), kToday);
    VERIFY_OK(file.status());
    QVERIFY(file->household.id() == id("h2"));
    QCOMPARE(tablet.queries().search("王秀兰", kToday)->at(0).door, std::string("12号楼 2单元 401"));
  }

  void forgetsARemovedRecord() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const v1::Record risk = flag("r0", "h1", "wang", v1::RISK_LEVEL_RED);
    VERIFY_OK(tablet.store().keepPage(page({risk}, 50)));
    QCOMPARE(tablet.queries().openRisks()->size(), std::size_t{1});
    v1::PullReply reply;
    *reply.add_entries() = removal(risk, 51);
    VERIFY_OK(tablet.store().keepPage(reply));
    QCOMPARE(tablet.queries().openRisks()->size(), std::size_t{0});
  }

  void keepsWhatItDoesNotUnderstand() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::FeedEntry strange = entry(wang(), 95);
    strange.set_kind(static_cast<v1::RecordKind>(77));
    strange.set_record_id(id("strange"));
    strange.set_record(
        std::string("\xea\x04\x03"
                    "abc",
                    6));  // field 77, bytes
    v1::Record newer = wang();
    newer.mutable_elder()->GetReflection()->MutableUnknownFields(newer.mutable_elder())->AddVarint(900, 5);
    v1::PullReply reply;
    *reply.add_entries() = strange;
    *reply.add_entries() = entry(newer, 96);
    VERIFY_OK(tablet.store().keepPage(reply));
    QCOMPARE(tablet.number("SELECT count(*) FROM record WHERE kind = 77 AND content = x'ea0403616263'"),
             std::int64_t{1});
    editPhone(tablet, "13900000001");
    const v1::Record shown = current(tablet);
    QCOMPARE(shown.elder().GetReflection()->GetUnknownFields(shown.elder()).field_count(), 1);
  }

  void neverReplacesNewerByOlderWithinAnEpoch() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Record newer = wang();
    newer.mutable_elder()->set_phone("2");
    VERIFY_OK(tablet.store().keepPage(page({newer}, 90)));
    VERIFY_OK(tablet.store().keepPage(page({wang()}, 40)));
    QCOMPARE(phone(tablet), std::string("2"));
    v1::PullReply restored = page({wang()}, 40);  // the service came back from a backup
    *restored.mutable_cursor() = revision(41, 2);
    VERIFY_OK(tablet.store().keepPage(restored));
    QCOMPARE(phone(tablet), std::string());
  }

  void keepsPagesTogetherUntilSomebodyWaits() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    int told = 0;
    tablet.store().onChanged([&told](const ChangedAreas&) { ++told; });
    const auto pages = [](int first) {
      std::vector<v1::PullReply> made;
      for (int i = first; i < first + 3; ++i) {
        const std::string name = "v" + std::to_string(i);
        made.push_back(page({visited(name, "h1", "wang", at(kToday - i, 8))}, 40 + static_cast<std::uint64_t>(i)));
      }
      return made;
    };
    QCOMPARE(*tablet.store().keepPages(pages(1), [] { return false; }), std::size_t{3});
    QCOMPARE(told, 1);
    QCOMPARE(tablet.store().state()->cursor.sequence(), std::uint64_t{43});
    QCOMPARE(*tablet.store().keepPages(pages(4), [] { return true; }), std::size_t{1});
    QCOMPARE(tablet.store().state()->cursor.sequence(), std::uint64_t{44});
    QCOMPARE(tablet.number("SELECT count(*) FROM elder_contact"), std::int64_t{4});

    std::vector<v1::PullReply> torn = pages(5);
    torn[1].add_removed_household_ids(replication::directoryHousehold());
    COMPARE_CODE(tablet.store().keepPages(torn, [] { return false; }).status(), kInvalidArgument);
    QCOMPARE(tablet.store().state()->cursor.sequence(), std::uint64_t{44});  // nothing of any of them
  }

  // A visit that stands alone is judged by itself: the outcome is what judging all of them gives.
  void visitsOneByOneCountAsVisitsTogether_data() {
    QTest::addColumn<QList<int>>("order");
    QTest::newRow("as they were made") << QList<int>{0, 1, 2, 3, 4, 5};
    QTest::newRow("corrections first") << QList<int>{5, 4, 3, 2, 1, 0};
    QTest::newRow("one again") << QList<int>{0, 1, 2, 0, 3, 3, 4, 5, 1};
  }
  void visitsOneByOneCountAsVisitsTogether() {
    QFETCH(const QList<int>, order);
    std::vector<v1::Record> records = {visited("v0", "h1", "wang", at(kToday - 9, 8)),
                                       visited("v1", "h1", "wang", at(kToday - 7, 8), v1::CONTACT_OUTCOME_NO_REPLY),
                                       visited("v2", "h1", "zhao", at(kToday - 5, 8)),
                                       visited("v3", "h1", "wang", at(kToday - 9, 9), v1::CONTACT_OUTCOME_NO_REPLY),
                                       visited("v4", "h1", "zhao", at(kToday - 5, 8)),
                                       visited("v5", "h2", "chen", at(kToday - 3, 8))};
    records[3].mutable_visit()->set_corrects_id(id("v0"));
    records[4].mutable_visit()->set_corrects_id(id("v2"));
    records[4].mutable_visit()->set_voided(true);
    v1::Promise& promise = *records[5].mutable_visit()->add_promises();
    promise.set_id(id("p"));
    promise.set_what("rice");
    Tablet apart;
    VERIFY_OK(apart.settle());
    for (const int at : order) {
      VERIFY_OK(
          apart.store().keepPage(page({records[static_cast<std::size_t>(at)]}, 40 + static_cast<std::uint64_t>(at))));
    }
    Tablet together;
    VERIFY_OK(together.settle());
    VERIFY_OK(together.store().keepPage(page(records, 40)));
    for (const char* sql :
         {"SELECT count(*) FROM elder_contact", "SELECT sum(started_ms) FROM elder_contact",
          "SELECT sum((day * 11 + outcome) * 11 + mode * 2 + qualifies + position) FROM elder_contact",
          "SELECT sum(coalesce(last_contact_day, 1)) FROM elder", "SELECT sum(coalesce(last_attempt_ms, 1)) FROM elder",
          "SELECT count(*) FROM promise", "SELECT count(*) FROM visit"}) {
      QCOMPARE(apart.number(sql), together.number(sql));
    }
    QCOMPARE(apart.number("SELECT count(*) FROM elder_contact"), std::int64_t{3});
  }

  void beginsANewReplicaWithoutLosingAnything() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    for (const char* name : {"v1", "v2", "v3"}) {
      VERIFY_OK(tablet.store().saveVisit(draftOf(visited(name, "h1", "wang", at(kToday, 8)))).status());
    }
    const std::vector<v1::Change> before = tablet.waiting();
    VERIFY_OK(tablet.store().keepReceipts({applied(before[0], 60)}));
    VERIFY_OK(tablet.store().beginNewReplica(id("second")));

    const auto state = tablet.store().state();
    QVERIFY(state->replica_id == id("second"));
    QCOMPARE(state->last_acknowledged, std::uint64_t{0});
    QVERIFY(state->acknowledged_head == replication::chainStart());
    QCOMPARE(state->waiting, std::uint64_t{2});
    const std::vector<v1::Change> after = tablet.waiting();
    QCOMPARE(after.size(), std::size_t{2});
    QVERIFY(after[0].id() == before[1].id() && after[0].replica_id() == id("second"));
    QCOMPARE(after[0].sequence(), std::uint64_t{1});
    QVERIFY(after[1].predecessor() == replication::sha256(replication::encode(after[0])));
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v4", "h1", "wang", at(kToday, 8)))).status());
    QCOMPARE(tablet.waiting().back().sequence(), std::uint64_t{3});
  }

  void keepsHelloAndLastSync() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::HelloReply hello;
    hello.set_worker_id(id("boss"));
    hello.set_district_id(id("d"));
    hello.add_roles(v1::ROLE_SUPERVISOR);
    hello.set_zone("Asia/Urumqi");
    VERIFY_OK(tablet.store().keepHello(hello, absl::Seconds(2)));
    VERIFY_OK(tablet.store().keepLastSync(at(kToday, 9, 12)));
    const auto session = tablet.queries().session();
    VERIFY_OK(session.status());
    QCOMPARE(session->worker.name(), std::string("worker boss"));
    QCOMPARE(session->roles.at(0), v1::ROLE_SUPERVISOR);
    QCOMPARE(session->district_code, std::string("220211"));
    QCOMPARE(session->zone, std::string("Asia/Urumqi"));
    QVERIFY(tablet.queries().syncOverview()->last_sync == at(kToday, 9, 12));
  }

 private:
  static v1::Record wang() { return elder("wang", "h1", "王秀兰", v1::TIER_C); }
  static v1::Record current(Tablet& tablet) {
    v1::Record record;
    *record.mutable_elder() = tablet.queries().elder(id("wang"), kToday)->elder;
    return record;
  }
  static std::string phone(Tablet& tablet) { return current(tablet).elder().phone(); }
  static void editPhone(Tablet& tablet, const std::string& phone) {
    const v1::Record before = current(tablet);
    v1::Record after = before;
    after.mutable_elder()->set_phone(phone);
    const auto edited = tablet.store().edit(before, after);
    VERIFY_OK(edited.status());
    QVERIFY(edited->problems.empty());
  }
};

}  // namespace doorstep::store

QTEST_GUILESS_MAIN(doorstep::store::FeedTest)
#include "feed_test.moc"
