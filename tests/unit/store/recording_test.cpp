// What a person records: all of it or nothing, once, chained for the service.

#include "sync/replication/chain.h"
#include "tests/unit/store/tablet.h"

namespace doorstep::store {

class RecordingTest : public QObject {
  Q_OBJECT

 private slots:
  void savesTheVisitWithAllThatBelongsToIt() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::VisitDraft draft = fullDraft();
    VERIFY_OK(tablet.store().keepDraft(draft));

    const auto saved = tablet.store().saveVisit(draft);
    VERIFY_OK(saved.status());
    QVERIFY(saved->problems.empty() && !saved->already_saved);

    const std::vector<v1::Change> waiting = tablet.waiting();
    QCOMPARE(waiting.size(), std::size_t{4});
    QVERIFY(waiting[0].create().has_visit());
    QVERIFY(waiting[1].create().has_service_entry());
    QVERIFY(waiting[2].create().has_risk_flag());
    QVERIFY(waiting[3].create().has_restricted_risk_flag());
    QVERIFY(!tablet.queries().draft(id("h1")).value().has_value());

    const auto file = tablet.queries().elder(id("wang"), kToday);
    VERIFY_OK(file.status());
    QCOMPARE(file->timeline.size(), std::size_t{1});
    QVERIFY(file->timeline[0].waiting);
    QCOMPARE(file->timeline[0].visit.note(), std::string("说话响亮"));
    QCOMPARE(file->timeline[0].services.size(), std::size_t{1});
    QCOMPARE(file->risks.size(), std::size_t{2});
  }

  void survivesClosingAndOpening() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().saveVisit(fullDraft()).status());
    VERIFY_OK(tablet.open());
    QCOMPARE(tablet.waiting().size(), std::size_t{4});
    QCOMPARE(tablet.queries().elder(id("wang"), kToday).value().timeline.size(), std::size_t{1});
  }

  void savesTheSameDraftOnce() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().saveVisit(fullDraft()).status());
    const auto again = tablet.store().saveVisit(fullDraft());
    VERIFY_OK(again.status());
    QVERIFY(again->already_saved);
    QCOMPARE(tablet.waiting().size(), std::size_t{4});
  }

  void aLateDraftDoesNotComeBackAfterSaving() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().saveVisit(fullDraft()).status());
    VERIFY_OK(tablet.store().keepDraft(fullDraft()));
    QVERIFY(!tablet.queries().draft(id("h1")).value().has_value());
  }

  void savesNothingWhenAnyPartIsWrong_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("code");
    QTest::newRow("ends before it starts") << "ended_at" << static_cast<int>(v1::PROBLEM_CODE_ENDS_BEFORE_START);
    QTest::newRow("a service without a kind") << "services[0].kind" << static_cast<int>(v1::PROBLEM_CODE_MISSING);
    QTest::newRow("a risk without a level") << "risks[1].level" << static_cast<int>(v1::PROBLEM_CODE_MISSING);
  }
  void savesNothingWhenAnyPartIsWrong() {
    QFETCH(QString, field);
    QFETCH(int, code);
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::VisitDraft draft = fullDraft();
    if (field == "ended_at") {
      *draft.mutable_visit()->mutable_ended_at() = care::toTimestamp(at(kToday, 7));
    } else if (field.startsWith("services")) {
      draft.mutable_services(0)->clear_kind();
    } else {
      draft.mutable_risks(1)->clear_level();
    }
    VERIFY_OK(tablet.store().keepDraft(draft));

    const auto saved = tablet.store().saveVisit(draft);
    VERIFY_OK(saved.status());
    QCOMPARE(saved->problems.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(saved->problems[0].field()), field);
    QCOMPARE(static_cast<int>(saved->problems[0].code()), code);
    QVERIFY(tablet.waiting().empty());
    QCOMPARE(tablet.number("SELECT count(*) FROM record WHERE kind IN (10, 11, 13, 20)"), std::int64_t{0});
    QVERIFY(tablet.queries().draft(id("h1")).value().has_value());
  }

  void chainsChangesAndStampsThem() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::HelloReply hello;
    hello.set_worker_id(id("li"));
    hello.set_district_id(id("d"));
    hello.add_roles(v1::ROLE_VISITOR);
    VERIFY_OK(tablet.store().keepHello(hello, absl::Milliseconds(1500)));
    VERIFY_OK(tablet.store().saveVisit(fullDraft()).status());
    v1::Record step = riskEvent("e1", "r1", "h1", v1::RISK_STATE_ACKNOWLEDGED);
    step.mutable_risk_event()->set_by(id("li"));
    VERIFY_OK(tablet.store().append(step).status());

    const auto outgoing = tablet.store().outgoingAfter(0, 100, 1 << 20);
    VERIFY_OK(outgoing.status());
    QCOMPARE(outgoing->size(), std::size_t{5});
    std::string before = replication::chainStart();
    std::uint64_t sequence = 0;
    for (const client::OutgoingChange& change : *outgoing) {
      const v1::Change decoded = *replication::decodeChange(change.encoded);
      QCOMPARE(decoded.sequence(), ++sequence);
      QCOMPARE(change.sequence, sequence);
      QVERIFY(decoded.predecessor() == before);
      QVERIFY(decoded.replica_id() == id("tablet"));
      QVERIFY(decoded.worker_id() == id("li"));
      QCOMPARE(care::toTime(decoded.stamp().wall_at()), tablet.clock().now());
      QCOMPARE(decoded.stamp().monotonic_ms(), std::int64_t{100'000});
      QVERIFY(decoded.stamp().offset_known());
      QCOMPARE(decoded.stamp().service_offset_ms(), std::int64_t{1500});
      before = replication::sha256(change.encoded);
    }
  }

  void givesBatchesByCountAndBytes() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().saveVisit(fullDraft()).status());
    QCOMPARE(tablet.store().outgoingAfter(0, 3, 1 << 20)->size(), std::size_t{3});
    QCOMPARE(tablet.store().outgoingAfter(3, 3, 1 << 20)->size(), std::size_t{1});
    QCOMPARE(tablet.store().outgoingAfter(0, 3, 1)->size(), std::size_t{1});
  }

  void refusesBeforeEnrolment() {
    Tablet tablet;
    VERIFY_OK(tablet.open());
    COMPARE_CODE(tablet.store().saveVisit(fullDraft()).status(), kFailedPrecondition);
    COMPARE_CODE(tablet.queries().session().status(), kFailedPrecondition);
    QCOMPARE(tablet.number("SELECT count(*) FROM record"), std::int64_t{0});
  }

  void takesAnEventOnlyWhereTheLifecycleAllows() {
    Tablet tablet;
    VERIFY_OK(tablet.settle("boss", v1::ROLE_SUPERVISOR));
    v1::PullReply flags = page({flag("r1", "h1", "wang", v1::RISK_LEVEL_RED)}, 50);
    VERIFY_OK(tablet.store().keepPage(flags));
    QVERIFY(!tablet.store().append(riskEvent("e1", "r1", "h1", v1::RISK_STATE_CLOSED))->problems.empty());
    QVERIFY(!tablet.store().append(riskEvent("e2", "r9", "h1", v1::RISK_STATE_ACKNOWLEDGED))->problems.empty());
    QVERIFY(tablet.waiting().empty());
    QVERIFY(tablet.store().append(riskEvent("e3", "r1", "h1", v1::RISK_STATE_ACKNOWLEDGED))->problems.empty());
    QVERIFY(tablet.store().append(riskEvent("e3", "r1", "h1", v1::RISK_STATE_ACKNOWLEDGED))->already_saved);
    QCOMPARE(tablet.waiting().size(), std::size_t{1});
    QCOMPARE(tablet.queries().openRisks()->at(0).status.state, v1::RISK_STATE_ACKNOWLEDGED);
  }

  void keepsEventsOfARestrictedFlagRestricted() {
    Tablet tablet;
    VERIFY_OK(tablet.settle("boss", v1::ROLE_SUPERVISOR));
    const v1::Record restricted = flag("r1", "h1", "wang", v1::RISK_LEVEL_ORANGE, v1::RISK_KIND_SUSPECTED_ABUSE);
    VERIFY_OK(tablet.store().keepPage(page({restricted}, 50)));
    QVERIFY(tablet.store().append(riskEvent("e1", "r1", "h1", v1::RISK_STATE_ACKNOWLEDGED))->problems.empty());
    QVERIFY(tablet.waiting().at(0).create().has_restricted_risk_event());
    QCOMPARE(tablet.queries().openRisks()->at(0).status.state, v1::RISK_STATE_ACKNOWLEDGED);
  }

  void neverMakesWhatTheServiceDerives() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Record conflict;
    conflict.mutable_conflict()->set_id(id("x"));
    const auto answer = tablet.store().append(conflict);
    VERIFY_OK(answer.status());
    QCOMPARE(answer->problems.at(0).code(), v1::PROBLEM_CODE_DEVICE_ONLY_SERVICE);
  }

  void keepsOneDraftADoor() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::VisitDraft draft = fullDraft();
    VERIFY_OK(tablet.store().keepDraft(draft));
    draft.mutable_visit()->set_note("second");
    VERIFY_OK(tablet.store().keepDraft(draft));
    VERIFY_OK(tablet.open());
    QCOMPARE(tablet.queries().draft(id("h1")).value()->visit().note(), std::string("second"));
    VERIFY_OK(tablet.store().discardDraft(id("h1")));
    QVERIFY(!tablet.queries().draft(id("h1")).value().has_value());
  }

  void saysWhatChangedAfterTheCommit() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    std::vector<ChangedAreas> seen;
    std::int64_t visits = 0;
    tablet.store().onChanged([&](const ChangedAreas& changed) {
      seen.push_back(changed);
      visits = tablet.number("SELECT count(*) FROM record WHERE kind = 10");
    });
    VERIFY_OK(tablet.store().saveVisit(fullDraft()).status());
    QCOMPARE(seen.size(), std::size_t{1});
    QVERIFY(seen[0].people && seen[0].waiting && seen[0].drafts && !seen[0].coverage);
    QCOMPARE(visits, std::int64_t{1});
    VERIFY_OK(tablet.store().saveVisit(fullDraft()).status());
    QCOMPARE(seen.size(), std::size_t{1});  // saved already: nothing changed
  }

 private:
  static v1::VisitDraft fullDraft() {
    v1::VisitDraft draft = draftOf(visited("v1", "h1", "wang", at(kToday, 8)));
    draft.mutable_visit()->set_note("说话响亮");
    *draft.add_services() = service("s1", "h1", "wang", "v1").service_entry();
    *draft.add_risks() = flag("r1", "h1", "wang", v1::RISK_LEVEL_YELLOW).risk_flag();
    *draft.add_risks() =
        flag("r2", "h1", "wang", v1::RISK_LEVEL_ORANGE, v1::RISK_KIND_SUSPECTED_ABUSE).restricted_risk_flag();
    return draft;
  }
};

}  // namespace doorstep::store

QTEST_GUILESS_MAIN(doorstep::store::RecordingTest)
#include "recording_test.moc"
