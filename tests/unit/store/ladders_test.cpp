// Nobody answered: what a saved visit means for the search, and what lists and files say of it.

#include "tests/unit/store/searches.h"

namespace doorstep::store {

class LaddersTest : public QObject {
  Q_OBJECT

 private slots:
  void noReplyBeginsASearchInTheSameTransaction() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::VisitDraft draft = draftOf(noReply("v1", at(kToday, 8)));
    draft.add_warning_signs(v1::WARNING_SIGN_PILED_UP_POST);
    const auto saved = tablet.store().saveVisit(draft);
    VERIFY_OK(saved.status());
    QVERIFY(saved->problems.empty());
    QCOMPARE(saved->ladder_ids.size(), std::size_t{1});

    const std::vector<v1::Change> waiting = tablet.waiting();
    QCOMPARE(waiting.size(), std::size_t{2});
    QVERIFY(waiting[0].create().has_visit());  // first what it names
    const v1::Ladder& ladder = waiting[1].create().ladder();
    QVERIFY(ladder.id() == saved->ladder_ids[0]);
    QCOMPARE(ladder.id().size(), std::size_t{16});
    QVERIFY(ladder.visit_id() == id("v1") && ladder.elder_id() == id("wang") && ladder.household_id() == id("h1"));
    QVERIFY(ladder.started_by() == id("li"));
    QCOMPARE(ladder.tier(), v1::TIER_C);
    QCOMPARE(ladder.warning_signs_size(), 1);

    const auto file = tablet.queries().elder(id("wang"), kToday);
    VERIFY_OK(file.status());
    QCOMPARE(file->ladders.size(), std::size_t{1});
    QVERIFY(!file->ladders[0].status.ended && file->ladders[0].status.at_once);
    QVERIFY(file->ladders[0].waiting);
    QCOMPARE(file->ladders[0].worker_name, std::string("worker li"));
    QCOMPARE(rowOf(tablet).ladder_next, v1::LADDER_STEP_SUPERVISOR);  // at once
    QVERIFY(rowOf(tablet).ladder_due_at == at(kToday, 8));
  }

  void theSameDraftTwiceBeginsOne() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const v1::VisitDraft draft = draftOf(noReply("v1", at(kToday, 8)));
    const std::string first = tablet.store().saveVisit(draft)->ladder_ids.at(0);
    QVERIFY(tablet.store().saveVisit(draft)->already_saved);
    QCOMPARE(made(tablet).size(), std::size_t{1});
    // The same visit saved on another tablet would name the same search.
    Tablet other;
    VERIFY_OK(other.settle());
    QVERIFY(other.store().saveVisit(draft)->ladder_ids.at(0) == first);
  }

  void aSecondVisitGoesOnWithIt_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("step");
    QTest::newRow("at the door") << int{v1::CONTACT_MODE_IN_PERSON} << int{v1::LADDER_STEP_SECOND_TRY};
    QTest::newRow("by phone") << int{v1::CONTACT_MODE_PHONE} << int{v1::LADDER_STEP_PHONE};
  }
  void aSecondVisitGoesOnWithIt() {
    QFETCH(int, mode);
    QFETCH(int, step);
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const std::string ladder = tablet.store().saveVisit(draftOf(noReply("v1", at(kToday - 1, 8))))->ladder_ids.at(0);
    const auto second =
        tablet.store().saveVisit(draftOf(noReply("v2", at(kToday, 8), static_cast<v1::ContactMode>(mode))));
    QVERIFY(second->ladder_ids == std::vector{ladder});
    const std::vector<v1::Record> records = made(tablet);
    QCOMPARE(records.size(), std::size_t{2});
    const v1::LadderEvent& event = records[1].ladder_event();
    QVERIFY(event.ladder_id() == ladder && event.visit_id() == id("v2"));
    QCOMPARE(int{event.step()}, step);
    QCOMPARE(event.result(), v1::LADDER_RESULT_NOT_REACHED);
    QCOMPARE(tablet.queries().elder(id("wang"), kToday)->ladders.size(), std::size_t{1});
  }

  void whoIsMetIsAccountedFor_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("source");
    QTest::newRow("seen") << int{v1::CONTACT_MODE_IN_PERSON} << int{v1::CONTACT_OUTCOME_SEEN}
                          << int{v1::ACCOUNTED_BY_SEEN};
    QTest::newRow("seen and refused") << int{v1::CONTACT_MODE_IN_PERSON} << int{v1::CONTACT_OUTCOME_SEEN_REFUSED}
                                      << int{v1::ACCOUNTED_BY_SEEN};
    QTest::newRow("spoken to") << int{v1::CONTACT_MODE_PHONE} << int{v1::CONTACT_OUTCOME_SPOKE_REMOTE}
                               << int{v1::ACCOUNTED_BY_SPOKE};
    QTest::newRow("not seen, said to be safe")
        << int{v1::CONTACT_MODE_IN_PERSON} << int{v1::CONTACT_OUTCOME_NOT_SEEN_SAFE}
        << int{v1::ACCOUNTED_BY_UNSPECIFIED};
  }
  void whoIsMetIsAccountedFor() {
    QFETCH(int, mode);
    QFETCH(int, outcome);
    QFETCH(int, source);
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().saveVisit(draftOf(noReply("v1", at(kToday - 1, 8)))).status());
    VERIFY_OK(
        tablet.store()
            .saveVisit(draftOf(visited("v2", "h1", "wang", at(kToday, 8), static_cast<v1::ContactOutcome>(outcome),
                                       static_cast<v1::ContactMode>(mode))))
            .status());
    const auto ladders = tablet.queries().elder(id("wang"), kToday)->ladders;
    QCOMPARE(ladders.size(), std::size_t{1});
    QCOMPARE(int{ladders[0].status.accounted_by}, source);
    const bool ends = source != v1::ACCOUNTED_BY_UNSPECIFIED;
    QCOMPARE(ladders[0].status.ended, ends);
    QCOMPARE(rowOf(tablet).ladder_next == v1::LADDER_STEP_UNSPECIFIED, ends);
    QCOMPARE(tablet.queries().openWork(kToday)->ladders.size(), ends ? std::size_t{0} : std::size_t{1});
  }

  void anEarlierMeetingEndsNothing() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().saveVisit(draftOf(noReply("v1", at(kToday, 8)))).status());
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v0", "h1", "wang", at(kToday, 6)))).status());
    v1::Record sameDay = visited("v2", "h1", "wang", at(kToday, 0));
    sameDay.mutable_visit()->set_precision(v1::PRECISION_DAY);
    VERIFY_OK(tablet.store().saveVisit(draftOf(sameDay)).status());
    QVERIFY(!tablet.queries().elder(id("wang"), kToday)->ladders.at(0).status.ended);
  }

  void nobodyIsSearchedForWhoWasMetSince() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v2", "h1", "wang", at(kToday, 8)))).status());
    VERIFY_OK(tablet.store().saveVisit(draftOf(noReply("v1", at(kToday - 1, 8)))).status());
    v1::VisitDraft rung = draftOf(visited("v3", "h2", "chen", at(kToday, 8), v1::CONTACT_OUTCOME_NO_REPLY));
    v1::VisitContact& phone = *rung.mutable_visit()->add_contacts();
    phone.set_elder_id(id("chen"));
    phone.set_mode(v1::CONTACT_MODE_PHONE);
    phone.set_outcome(v1::CONTACT_OUTCOME_SPOKE_REMOTE);
    VERIFY_OK(tablet.store().saveVisit(rung).status());
    QVERIFY(made(tablet).empty());
  }

  void oneMeetingEndsEverySearchThatBeganBefore() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().keepPage(
        page({ladderOf("l1", at(kToday, 6)), ladderOf("l2", at(kToday, 7)), ladderOf("l3", at(kToday, 9))}, 40)));
    QCOMPARE(tablet.queries().openWork(kToday)->ladders.size(), std::size_t{3});
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v1", "h1", "wang", at(kToday, 8)))).status());
    const std::vector<v1::Record> records = made(tablet);
    QCOMPARE(records.size(), std::size_t{2});
    QVERIFY(records[0].ladder_event().id() != records[1].ladder_event().id());
    const auto ladders = tablet.queries().openWork(kToday)->ladders;
    QCOMPARE(ladders.size(), std::size_t{1});
    QVERIFY(ladders[0].ladder.id() == id("l3"));
  }

  void onlyAVouchingThatCountsEndsASearch_data() {
    QTest::addColumn<int>("relation");
    QTest::addColumn<bool>("confirmed");
    QTest::addColumn<int>("source");
    QTest::newRow("child") << int{v1::CONTACT_RELATION_CHILD} << true << int{v1::ACCOUNTED_BY_FAMILY};
    QTest::newRow("ward") << int{v1::CONTACT_RELATION_WARD} << true << int{v1::ACCOUNTED_BY_HOSPITAL};
    QTest::newRow("neighbour") << int{v1::CONTACT_RELATION_NEIGHBOUR} << true << 0;
    QTest::newRow("nobody confirmed the absence") << int{v1::CONTACT_RELATION_CHILD} << false << 0;
    QTest::newRow("nobody on file") << 0 << true << 0;
  }
  void onlyAVouchingThatCountsEndsASearch() {
    QFETCH(int, relation);
    QFETCH(bool, confirmed);
    QFETCH(int, source);
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Record away = elder("wang", "h1", "王秀兰", v1::TIER_C);
    v1::StatusSpan& span = *away.mutable_elder()->add_statuses();
    span.set_status(v1::CARE_STATUS_HOSPITALISED);
    *span.mutable_from_on() = care::toDate(kToday - 3);
    span.set_confirmed_by(confirmed ? id("boss") : "");
    std::vector<v1::Record> kept{away};
    if (relation != 0) {
      kept.push_back(contactPerson("person", "wang", "h1"));
      kept.back().mutable_contact()->set_relation(static_cast<v1::ContactRelation>(relation));
    }
    VERIFY_OK(tablet.store().keepPage(page(kept, 40)));
    VERIFY_OK(tablet.store().saveVisit(draftOf(noReply("v1", at(kToday - 1, 8)))).status());
    v1::Record vouched =
        visited("v2", "h1", "wang", at(kToday, 8), v1::CONTACT_OUTCOME_PROXY_CONFIRMED, v1::CONTACT_MODE_PROXY);
    vouched.mutable_visit()->mutable_contacts(0)->set_proxy_contact_id(id("person"));
    const auto saved = tablet.store().saveVisit(draftOf(vouched));
    VERIFY_OK(saved.status());
    QVERIFY(saved->problems.empty());
    const auto ladders = tablet.queries().elder(id("wang"), kToday)->ladders;
    QCOMPARE(ladders.size(), std::size_t{1});
    QCOMPARE(ladders[0].status.ended, source != 0);
    QCOMPARE(int{ladders[0].status.accounted_by}, source);
  }

  void aWarningSignComesBeforeAnyDeadline() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().keepPage(page({elder("chen", "h2", "陈单", v1::TIER_A)}, 40)));
    VERIFY_OK(tablet.store()
                  .saveVisit(draftOf(visited("v1", "h2", "chen", at(kToday, 6), v1::CONTACT_OUTCOME_NO_REPLY)))
                  .status());
    v1::VisitDraft draft = draftOf(noReply("v2", at(kToday, 8, 30)));
    draft.add_warning_signs(v1::WARNING_SIGN_SMELL);
    VERIFY_OK(tablet.store().saveVisit(draft).status());
    const auto work = tablet.queries().openWork(kToday);
    QCOMPARE(work->ladders.size(), std::size_t{2});
    QVERIFY(work->ladders[0].ladder.elder_id() == id("wang"));  // though chen's is due at eight
    QVERIFY(work->ladders[1].status.next_due_at < work->ladders[0].status.next_due_at);
  }

  void aCoupleIsSearchedForOneByOne() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::VisitDraft draft = draftOf(noReply("v1", at(kToday, 8)));
    v1::VisitContact& him = *draft.mutable_visit()->add_contacts();
    him.set_elder_id(id("zhao"));
    him.set_mode(v1::CONTACT_MODE_IN_PERSON);
    him.set_outcome(v1::CONTACT_OUTCOME_NO_REPLY);
    const auto saved = tablet.store().saveVisit(draft);
    QCOMPARE(saved->ladder_ids.size(), std::size_t{2});
    QVERIFY(saved->ladder_ids[0] != saved->ladder_ids[1]);
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v2", "h1", "zhao", at(kToday, 9)))).status());
    QCOMPARE(rowOf(tablet, "赵国强").ladder_next, v1::LADDER_STEP_UNSPECIFIED);
    QVERIFY(rowOf(tablet).ladder_next != v1::LADDER_STEP_UNSPECIFIED);
  }

  void stepsAreTakenAsTheRulesAllow() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const std::string ladder = tablet.store().saveVisit(draftOf(noReply("v1", at(kToday, 8))))->ladder_ids.at(0);
    const auto code = [&](const v1::Record& record) {
      const auto answer = tablet.store().append(record);
      return answer.ok() && !answer->problems.empty() ? answer->problems[0].code() : v1::PROBLEM_CODE_UNSPECIFIED;
    };
    v1::Record neighbour = step("e1", ladder, v1::LADDER_STEP_NEIGHBOUR, v1::LADDER_RESULT_ACCOUNTED_FOR);
    QCOMPARE(code(neighbour), v1::PROBLEM_CODE_SOURCE_MISSING);
    QCOMPARE(code(step("e2", id("none"), v1::LADDER_STEP_PHONE, v1::LADDER_RESULT_NO_NEWS)),
             v1::PROBLEM_CODE_UNKNOWN_REFERENCE);
    v1::Record foreign = step("e3", ladder, v1::LADDER_STEP_PHONE, v1::LADDER_RESULT_NO_NEWS);
    foreign.mutable_ladder_event()->set_by(id("boss"));
    QCOMPARE(code(foreign), v1::PROBLEM_CODE_NOT_PERMITTED);
    QCOMPARE(made(tablet).size(), std::size_t{1});

    QCOMPARE(code(step("e4", ladder, v1::LADDER_STEP_PHONE, v1::LADDER_RESULT_NO_NEWS)), v1::PROBLEM_CODE_UNSPECIFIED);
    neighbour.mutable_ladder_event()->set_accounted_by(v1::ACCOUNTED_BY_NEIGHBOUR);
    QCOMPARE(code(neighbour), v1::PROBLEM_CODE_UNSPECIFIED);
    v1::Record late = step("e5", ladder, v1::LADDER_STEP_HOSPITAL, v1::LADDER_RESULT_NO_NEWS);
    *late.mutable_ladder_event()->mutable_at() = care::toTimestamp(at(kToday, 10));
    QCOMPARE(code(late), v1::PROBLEM_CODE_LADDER_ENDED);
    QVERIFY(rowOf(tablet).ladder_next == v1::LADDER_STEP_UNSPECIFIED);
  }

  void todayBeginsWithWhoIsSearchedForByDeadline() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().keepPage(page({elder("chen", "h2", "陈单", v1::TIER_A)}, 40)));
    VERIFY_OK(tablet.store().saveVisit(draftOf(noReply("v1", at(kToday, 7)))).status());
    VERIFY_OK(tablet.store()
                  .saveVisit(draftOf(visited("v2", "h2", "chen", at(kToday, 8), v1::CONTACT_OUTCOME_NO_REPLY)))
                  .status());
    const auto rows = tablet.queries().today(kToday);
    VERIFY_OK(rows.status());
    QVERIFY(rows->at(0).elder_id == id("chen"));  // tier A: two hours
    QVERIFY(rows->at(0).ladder_due_at == at(kToday, 10));
    QVERIFY(rows->at(1).elder_id == id("wang"));
    const auto work = tablet.queries().openWork(kToday);
    QCOMPARE(work->ladders.size(), std::size_t{2});
    QVERIFY(work->ladders[0].ladder.elder_id() == id("chen"));
  }

  void whatTheServiceSendsIsFolded() {
    Tablet tablet;
    VERIFY_OK(tablet.settle("boss", v1::ROLE_SUPERVISOR));
    v1::Record ladder;
    ladder.mutable_ladder()->set_id(id("l1"));
    ladder.mutable_ladder()->set_household_id(id("h1"));
    ladder.mutable_ladder()->set_elder_id(id("wang"));
    ladder.mutable_ladder()->set_visit_id(id("v1"));
    ladder.mutable_ladder()->set_tier(v1::TIER_C);
    *ladder.mutable_ladder()->mutable_started_at() = care::toTimestamp(at(kToday, 8));
    v1::Record found = step("e1", id("l1"), v1::LADDER_STEP_HOSPITAL, v1::LADDER_RESULT_ACCOUNTED_FOR);
    found.mutable_ladder_event()->set_accounted_by(v1::ACCOUNTED_BY_HOSPITAL);
    VERIFY_OK(tablet.store().keepPage(page({found}, 40)));  // in any order
    VERIFY_OK(tablet.store().keepPage(page({ladder}, 41)));
    QVERIFY(tablet.queries().openWork(kToday)->ladders.empty());
    QVERIFY(tablet.queries().elder(id("wang"), kToday)->ladders.at(0).status.ended);
    v1::PullReply removed;
    removed.add_removed_household_ids(id("h1"));
    VERIFY_OK(tablet.store().keepPage(removed));
    QCOMPARE(tablet.number("SELECT count(*) FROM ladder"), std::int64_t{0});
  }
};

}  // namespace doorstep::store

QTEST_GUILESS_MAIN(doorstep::store::LaddersTest)
#include "ladders_test.moc"
