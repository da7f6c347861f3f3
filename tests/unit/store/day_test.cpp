// What a whole day asks: promises and second looks, proposals, hours, a month of one's own, paper,
// targets, whom to ring; and what a person may append.

#include "tests/unit/store/tablet.h"

namespace doorstep::store {
namespace {

v1::Record promising(const std::string& name, absl::CivilDay day, const std::string& what,
                     std::optional<absl::CivilDay> due_on = std::nullopt) {
  v1::Record record = visited(name, "h1", "wang", at(day, 9));
  v1::Promise& promise = *record.mutable_visit()->add_promises();
  promise.set_id(id("p" + name));
  promise.set_what(what);
  if (due_on) {
    *promise.mutable_due_on() = care::toDate(*due_on);
  }
  return record;
}

v1::Record roster(const std::string& name, const std::string& area, v1::DutyKind kind, const std::string& phone) {
  v1::Record record;
  v1::DutyRoster& duty = *record.mutable_duty_roster();
  duty.set_id(id(name));
  duty.set_area_id(id(area));
  duty.set_kind(kind);
  duty.set_name(name);
  duty.set_phone(phone);
  return record;
}

v1::Record target(const std::string& name, v1::Indicator indicator) {
  v1::Record record;
  v1::Target& target = *record.mutable_target();
  target.set_id(id(name));
  target.set_indicator(indicator);
  target.set_area_id(id("d"));
  *target.mutable_from_on() = care::toDate(absl::CivilDay(2026, 1, 1));
  *target.mutable_until_on() = care::toDate(absl::CivilDay(2026, 12, 31));
  target.set_value(430);
  return record;
}

v1::ProblemCode codeOf(const absl::StatusOr<SaveResult>& answer) {
  return answer.ok() && !answer->problems.empty() ? answer->problems[0].code() : v1::PROBLEM_CODE_UNSPECIFIED;
}

ElderRow rowOf(Tablet& tablet, const std::string& name) {
  const auto rows = tablet.queries().search(name, kToday);
  return rows.ok() && rows->size() == 1 ? rows->front() : ElderRow();
}

}  // namespace

class DayTest : public QObject {
  Q_OBJECT

 private slots:
  void promisesStandUntilTheyAreKept() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().keepPage(
        page({promising("v1", kToday - 9, "batteries"), promising("v2", kToday - 5, "a form", kToday - 1)}, 40)));
    QCOMPARE(rowOf(tablet, "王秀兰").promise, std::string("a form"));  // it is late
    QVERIFY(rowOf(tablet, "王秀兰").promise_on == kToday - 1);
    QCOMPARE(rowOf(tablet, "赵国强").promise, std::string());
    auto file = tablet.queries().elder(id("zhao"), kToday);
    QCOMPARE(file->promises.size(), std::size_t{2});  // of the whole household
    QCOMPARE(QString::fromStdString(file->promises[0].elder_name), QString("王秀兰"));
    QVERIFY(file->promises[0].made_on == kToday - 9);
    const auto today = tablet.queries().today(kToday);
    QVERIFY(std::any_of(today->begin(), today->end(), [](const ElderRow& row) { return row.elder_id == id("wang"); }));

    v1::VisitDraft keeping = draftOf(visited("v3", "h1", "wang", at(kToday, 8)));
    keeping.mutable_visit()->add_kept_promise_ids(id("pv2"));
    VERIFY_OK(tablet.store().saveVisit(keeping).status());
    QCOMPARE(rowOf(tablet, "王秀兰").promise, std::string("batteries"));
    QVERIFY(!rowOf(tablet, "王秀兰").promise_on.has_value());
  }

  void aResolvedRiskIsLookedAtAgain() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    std::vector<v1::Record> records{flag("r1", "h1", "wang", v1::RISK_LEVEL_YELLOW)};
    for (const auto& [name, to] :
         {std::pair("e1", v1::RISK_STATE_ACKNOWLEDGED), std::pair("e2", v1::RISK_STATE_IN_ACTION),
          std::pair("e3", v1::RISK_STATE_RESOLVED)}) {
      records.push_back(riskEvent(name, "r1", "h1", to));
    }
    *records.back().mutable_risk_event()->mutable_recheck_on() = care::toDate(kToday);
    records.push_back(visited("v1", "h1", "wang", at(kToday - 1, 9)));
    VERIFY_OK(tablet.store().keepPage(page(records, 40)));
    QVERIFY(rowOf(tablet, "王秀兰").recheck_on == kToday);
    const auto rows = tablet.queries().today(kToday);
    QVERIFY(std::any_of(rows->begin(), rows->end(), [](const ElderRow& row) { return row.elder_id == id("wang"); }));
  }

  void aRowTellsWhereSomebodyIsAndHowExactlyTheTimeIsKnown() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Record away = elder("wang", "h1", "王秀兰", v1::TIER_C);
    v1::StatusSpan& span = *away.mutable_elder()->add_statuses();
    span.set_status(v1::CARE_STATUS_HOSPITALISED);
    *span.mutable_from_on() = care::toDate(kToday - 2);
    v1::Record paper = visited("v1", "h1", "wang", at(kToday - 3, 0));
    paper.mutable_visit()->set_precision(v1::PRECISION_DAY);
    VERIFY_OK(tablet.store().keepPage(page({away, paper}, 40)));
    QCOMPARE(rowOf(tablet, "王秀兰").status, v1::CARE_STATUS_HOSPITALISED);
    QCOMPARE(rowOf(tablet, "王秀兰").last_attempt_precision, v1::PRECISION_DAY);
    QCOMPARE(rowOf(tablet, "赵国强").status, v1::CARE_STATUS_AT_HOME);
  }

  void twoVisitsAreOpenAtOnce() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::VisitDraft first = draftOf(visited("v1", "h1", "wang", at(kToday, 8)));
    *first.mutable_changed_at() = care::toTimestamp(at(kToday, 8, 10));
    v1::VisitDraft second = draftOf(visited("v2", "h2", "chen", at(kToday, 8)));
    *second.mutable_changed_at() = care::toTimestamp(at(kToday, 8, 40));
    VERIFY_OK(tablet.store().keepDraft(second));
    VERIFY_OK(tablet.store().keepDraft(first));
    const auto drafts = tablet.queries().drafts();
    VERIFY_OK(drafts.status());
    QCOMPARE(drafts->size(), std::size_t{2});
    QVERIFY(drafts->at(0).visit().id() == id("v2"));
    VERIFY_OK(tablet.store().saveVisit(second).status());
    QCOMPARE(tablet.queries().drafts()->size(), std::size_t{1});
  }

  void allThatWaitsForASupervisor() {
    Tablet tablet;
    VERIFY_OK(tablet.settle("boss", v1::ROLE_SUPERVISOR));
    v1::Record reported = visited("v1", "h1", "zhao", at(kToday - 1, 9));
    reported.mutable_visit()->mutable_contacts(0)->set_proposal(v1::STATUS_PROPOSAL_HOSPITALISED);
    v1::Record conflict;
    conflict.mutable_conflict()->set_id(id("k"));
    conflict.mutable_conflict()->set_record_kind(v1::RECORD_KIND_ELDER);
    conflict.mutable_conflict()->set_record_id(id("wang"));
    conflict.mutable_conflict()->set_household_id(id("h1"));
    conflict.mutable_conflict()->set_other_by(id("li"));
    VERIFY_OK(tablet.store().keepPage(
        page({reported, conflict, flag("r1", "h1", "wang", v1::RISK_LEVEL_RED), service("s1", "h1", "wang", "")}, 40)));
    const auto work = tablet.queries().openWork(kToday);
    VERIFY_OK(work.status());
    QCOMPARE(work->risks.size(), std::size_t{1});
    QCOMPARE(work->proposals.size(), std::size_t{1});
    QCOMPARE(work->proposals[0].proposal, v1::STATUS_PROPOSAL_HOSPITALISED);
    QCOMPARE(QString::fromStdString(work->proposals[0].elder_name), QString("赵国强"));
    QCOMPARE(work->proposals[0].reported_by_name, std::string("worker li"));
    QVERIFY(work->proposals[0].reported_on == kToday - 1);
    QCOMPARE(work->unassigned.size(), std::size_t{1});
    QVERIFY(work->unassigned[0].elder_id == id("sun"));
    QVERIFY(!work->missed.empty());  // nobody was seen in October
    QVERIFY(work->missed[0].due->days_left < 0);
    QCOMPARE(work->hours.size(), std::size_t{1});
    QCOMPARE(work->hours[0].state, v1::SERVICE_ENTRY_STATE_SUBMITTED);
    QCOMPARE(work->hours[0].worker_names.at(0), std::string("worker li"));
    QCOMPARE(work->conflicts.size(), std::size_t{1});
    QVERIFY(work->conflicts[0].elder_id == id("wang"));
    QCOMPARE(work->conflicts[0].other_by_name, std::string("worker li"));

    v1::Record confirm;
    v1::ServiceEntryEvent& event = *confirm.mutable_service_entry_event();
    event.set_id(id("e1"));
    event.set_entry_id(id("s1"));
    event.set_household_id(id("h1"));
    event.set_to(v1::SERVICE_ENTRY_STATE_CONFIRMED);
    event.set_by(id("boss"));
    *event.mutable_at() = care::toTimestamp(at(kToday, 9));
    QCOMPARE(codeOf(tablet.store().append(confirm)), v1::PROBLEM_CODE_UNSPECIFIED);
    QVERIFY(tablet.queries().openWork(kToday)->hours.empty());

    v1::Record before = elder("zhao", "h1", "赵国强", v1::TIER_C);
    v1::Record after = before;
    v1::StatusSpan& span = *after.mutable_elder()->add_statuses();
    span.set_status(v1::CARE_STATUS_HOSPITALISED);
    *span.mutable_from_on() = care::toDate(kToday - 1);
    span.set_confirmed_by(id("boss"));
    VERIFY_OK(tablet.store().edit(before, after).status());
    QVERIFY(tablet.queries().openWork(kToday)->proposals.empty());
  }

  void aMonthOfOnesOwn() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::VisitDraft draft = draftOf(visited("v1", "h1", "wang", at(kToday - 1, 9)));
    *draft.add_services() = service("s1", "h1", "wang", "v1").service_entry();
    *draft.mutable_services(0)->mutable_started_at() = care::toTimestamp(at(kToday - 1, 9));
    draft.mutable_services(0)->mutable_workers(0)->set_minutes(5);
    VERIFY_OK(tablet.store().saveVisit(draft).status());
    VERIFY_OK(tablet.store().append(service("s2", "h2", "chen", "")).status());
    VERIFY_OK(tablet.store()
                  .saveVisit(draftOf(visited("v2", "h2", "chen", at(kToday, 8), v1::CONTACT_OUTCOME_NO_REPLY)))
                  .status());
    const auto month = tablet.queries().myMonth(absl::CivilMonth(kToday), kToday);
    VERIFY_OK(month.status());
    QCOMPARE(month->elders, 3U);
    QCOMPARE(month->contacted, 1U);
    QCOMPARE(month->person_times, 1U);
    QCOMPARE(month->slots_satisfied, 1U);
    QCOMPARE(month->open.size(), std::size_t{2});
    QCOMPARE(month->reasons.size(), std::size_t{2});
    for (std::size_t i = 0; i < 2; ++i) {
      QCOMPARE(month->reasons[i],
               month->open[i].elder_id == id("chen") ? v1::MISSED_REASON_NO_REPLY : v1::MISSED_REASON_NOT_TRIED);
    }
    QCOMPARE(month->measured_provisional, 15U);  // presence less its service
    QCOMPARE(month->entered_provisional, 25U);
    QCOMPARE(month->measured_certified + month->entered_certified + month->imputed, 0U);
    QCOMPARE(month->days.size(), std::size_t{2});
    QVERIFY(month->days[0].on == kToday);
    QCOMPARE(QString::fromStdString(month->days[0].elder_names.at(0)), QString("陈单"));
    QCOMPARE(month->waiting_visits, std::uint64_t{2});
    QVERIFY(tablet.queries().myMonth(absl::CivilMonth(2026, 10), kToday)->days.empty());
  }

  void aPaperListHoldsTheLeast() {
    Tablet tablet;
    VERIFY_OK(tablet.settle("boss", v1::ROLE_SUPERVISOR));
    v1::Record careful = elder("wang", "h1", "王秀兰", v1::TIER_C);
    careful.mutable_elder()->set_phone("13900000000");
    careful.mutable_elder()->set_safety_note("a dog");
    careful.mutable_elder()->set_how_to_approach("not for paper");
    VERIFY_OK(tablet.store().keepPage(page({careful, visited("v1", "h2", "chen", at(kToday - 1, 9))}, 40)));
    const auto all = tablet.queries().paperList("", kToday);
    VERIFY_OK(all.status());
    QCOMPARE(all->size(), std::size_t{2});  // h1 and h3; chen was seen
    const PaperRow& row = all->at(0);
    QCOMPARE(row.number, 1U);
    QCOMPARE(row.elders.size(), std::size_t{2});
    QCOMPARE(row.phone, std::string("13900000000"));
    QCOMPARE(row.safety_note, std::string("a dog"));
    QVERIFY(row.due.has_value());
    QVERIFY(row.elders[0].how_to_approach().empty() && row.elders[0].kinds().empty());
    QCOMPARE(row.elders[0].file_number(), std::string("FM-wang"));
    QCOMPARE(all->at(1).number, 2U);
    QCOMPARE(tablet.queries().paperList(id("li"), kToday)->size(), std::size_t{1});
    QVERIFY(tablet.queries().paperList(id("boss"), kToday)->empty());

    // Paper is typed in days after it was printed: who is done takes no number away from the others.
    VERIFY_OK(tablet.store().keepPage(
        page({visited("v2", "h1", "wang", at(kToday - 1, 10)), visited("v3", "h1", "zhao", at(kToday - 1, 10))}, 50)));
    const auto later = tablet.queries().paperList("", kToday);
    QCOMPARE(later->size(), std::size_t{1});
    QCOMPARE(later->at(0).number, 2U);
  }

  void workersWhoAreStillHere() {
    Tablet tablet;
    VERIFY_OK(tablet.settle("boss", v1::ROLE_SUPERVISOR));
    v1::Record gone = worker("ma", v1::ROLE_VISITOR, "boss");
    *gone.mutable_worker()->mutable_left_on() = care::toDate(kToday - 30);
    VERIFY_OK(tablet.store().keepPage(page({gone}, 40)));
    const auto workers = tablet.queries().workers();
    VERIFY_OK(workers.status());
    QCOMPARE(workers->size(), std::size_t{2});
    QCOMPARE(workers->at(0).name(), std::string("worker boss"));
  }

  void targetsBesideTheElapsedShare() {
    Tablet tablet;
    VERIFY_OK(tablet.settle("staff", v1::ROLE_DISTRICT_STAFF));
    v1::Record facility;
    facility.mutable_facility()->set_id(id("f1"));
    facility.mutable_facility()->set_code("M1");
    facility.mutable_facility()->set_name("canteen");
    facility.mutable_facility()->set_kind(v1::FACILITY_KIND_MEAL_POINT);
    facility.mutable_facility()->set_area_id(id("c"));
    *facility.mutable_facility()->mutable_verified_on() = care::toDate(absl::CivilDay(2026, 3, 1));
    QCOMPARE(codeOf(tablet.store().append(facility)), v1::PROBLEM_CODE_UNSPECIFIED);
    QCOMPARE(codeOf(tablet.store().append(target("t1", v1::INDICATOR_MEAL_POINTS))), v1::PROBLEM_CODE_UNSPECIFIED);
    v1::Record elsewhere = target("t2", v1::INDICATOR_MEAL_POINTS);
    elsewhere.mutable_target()->set_area_id(id("nowhere"));
    QCOMPARE(codeOf(tablet.store().append(elsewhere)), v1::PROBLEM_CODE_UNKNOWN_AREA);
    const auto targets = tablet.queries().targets(absl::CivilDay(2026, 7, 2));
    VERIFY_OK(targets.status());
    QCOMPARE(targets->size(), std::size_t{1});
    QCOMPARE(targets->at(0).verified, std::int64_t{1});
    QCOMPARE(targets->at(0).area_name, std::string("area d"));
    QCOMPARE(targets->at(0).elapsed_per_mille, 501U);  // 183 of 365 days
  }

  void whoCanBeRungNow_data() {
    QTest::addColumn<int>("hour");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("by day") << 9 << QStringList{"grid", "desk", "ward", "police"};
    QTest::newRow("at night") << 23 << QStringList{"grid", "night", "ward", "police"};
    QTest::newRow("after midnight it is still last day's night") << 2 << QStringList{"grid", "night", "ward", "police"};
  }
  void whoCanBeRungNow() {
    QFETCH(int, hour);
    QFETCH(QStringList, names);
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Record desk = roster("desk", "c", v1::DUTY_KIND_COMMUNITY, "1");
    desk.mutable_duty_roster()->set_from_minute(8 * 60);
    desk.mutable_duty_roster()->set_until_minute(17 * 60);
    v1::Record night = roster("night", "c", v1::DUTY_KIND_COMMUNITY, "2");
    night.mutable_duty_roster()->set_from_minute(20 * 60);
    night.mutable_duty_roster()->set_until_minute(8 * 60);
    night.mutable_duty_roster()->add_weekdays(4);  // Thursday: over into Friday
    night.mutable_duty_roster()->add_weekdays(5);
    v1::Record past = roster("past", "d", v1::DUTY_KIND_SUPERVISOR, "3");
    *past.mutable_duty_roster()->mutable_until_on() = care::toDate(kToday - 10);
    v1::Record sundays = roster("sundays", "d", v1::DUTY_KIND_SUPERVISOR, "4");
    sundays.mutable_duty_roster()->add_weekdays(7);
    VERIFY_OK(tablet.store().keepPage(
        page({roster("police", "d", v1::DUTY_KIND_POLICE, "5"), roster("ward", "d", v1::DUTY_KIND_HOSPITAL, "6"), desk,
              night, past, sundays, roster("grid", "g", v1::DUTY_KIND_POLICE, "7")},
             40)));
    tablet.clock().setWall(at(kToday, hour));  // a Friday
    QStringList own;
    const auto numbers = tablet.queries().dutyNumbers(at(kToday, hour));
    VERIFY_OK(numbers.status());
    for (const DutyNumber& number : *numbers) {
      own << QString::fromStdString(number.name);
    }
    QCOMPARE(own, names);
    QStringList at_the_door;
    const auto file = tablet.queries().elder(id("wang"), kToday);
    VERIFY_OK(file.status());
    for (const DutyNumber& number : file->duty) {
      at_the_door << QString::fromStdString(number.name);
    }
    QCOMPARE(at_the_door, names);
  }

  void paperVisitsWithinTheDaysAllowed() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Record paper = visited("v1", "h1", "wang", at(kToday - 7, 9));
    paper.mutable_visit()->set_source(v1::VISIT_SOURCE_PAPER);
    QCOMPARE(codeOf(tablet.store().append(paper)), v1::PROBLEM_CODE_UNSPECIFIED);
    v1::Record late = visited("v2", "h1", "wang", at(kToday - 8, 9));
    late.mutable_visit()->set_late_reason("the list was found again");
    QCOMPARE(codeOf(tablet.store().append(late)), v1::PROBLEM_CODE_TOO_LATE);
    QCOMPARE(codeOf(tablet.store().saveVisit(draftOf(late))), v1::PROBLEM_CODE_TOO_LATE);

    Tablet desk;
    VERIFY_OK(desk.settle("boss", v1::ROLE_SUPERVISOR));
    late.mutable_visit()->set_recorded_by(id("boss"));
    QCOMPARE(codeOf(desk.store().append(late)), v1::PROBLEM_CODE_UNSPECIFIED);
    late.mutable_visit()->set_id(id("v3"));
    late.mutable_visit()->clear_late_reason();
    QCOMPARE(codeOf(desk.store().append(late)), v1::PROBLEM_CODE_TOO_LATE);
  }

  void whatNamesNothingIsRefused_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("code");
    QTest::newRow("a correction of nothing") << "correction" << int{v1::PROBLEM_CODE_UNKNOWN_REFERENCE};
    QTest::newRow("a correction at another door") << "door" << int{v1::PROBLEM_CODE_OUT_OF_SCOPE};
    QTest::newRow("an unknown elder") << "elder" << int{v1::PROBLEM_CODE_UNKNOWN_REFERENCE};
    QTest::newRow("an assignment of nobody") << "assignment" << int{v1::PROBLEM_CODE_UNKNOWN_REFERENCE};
    QTest::newRow("an assignment") << "good assignment" << int{v1::PROBLEM_CODE_UNSPECIFIED};
    QTest::newRow("a service without a visit") << "service" << int{v1::PROBLEM_CODE_UNSPECIFIED};
    QTest::newRow("a service of an unknown visit") << "service of a visit" << int{v1::PROBLEM_CODE_UNKNOWN_REFERENCE};
    QTest::newRow("somebody else's record") << "author" << int{v1::PROBLEM_CODE_NOT_PERMITTED};
  }
  void whatNamesNothingIsRefused() {
    QFETCH(QString, what);
    QFETCH(int, code);
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().keepPage(page({visited("v0", "h2", "chen", at(kToday - 1, 9))}, 40)));
    v1::Record record = visited("v1", "h1", "wang", at(kToday - 1, 9));
    if (what == "correction") {
      record.mutable_visit()->set_corrects_id(id("v9"));
    } else if (what == "door") {
      record.mutable_visit()->set_corrects_id(id("v0"));
    } else if (what == "elder") {
      record.mutable_visit()->mutable_contacts(0)->set_elder_id(id("none"));
    } else if (what == "assignment") {
      record = assignment("a9", "nobody", "h1");
    } else if (what == "good assignment") {
      record = assignment("a9", "boss", "h1");
    } else if (what == "service") {
      record = service("s1", "h1", "wang", "");
    } else if (what == "service of a visit") {
      record = service("s1", "h1", "wang", "v9");
    } else {
      record.mutable_visit()->set_recorded_by(id("boss"));
    }
    const auto answer = tablet.store().append(record);
    VERIFY_OK(answer.status());
    QCOMPARE(int{codeOf(answer)}, code);
    QCOMPARE(tablet.waiting().size(), code == 0 ? std::size_t{1} : std::size_t{0});
  }
};

}  // namespace doorstep::store

QTEST_GUILESS_MAIN(doorstep::store::DayTest)
#include "day_test.moc"
