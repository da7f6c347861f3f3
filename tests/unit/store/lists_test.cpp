// What the models ask for: who is due, who is found, one elder's file, a team's load.

#include "app/store/default_checklist.h"
#include "tests/unit/store/tablet.h"

namespace doorstep::store {
namespace {

QStringList idsOf(const std::vector<ElderRow>& rows) {
  QStringList ids;
  for (const ElderRow& row : rows) {
    ids << QString::fromStdString(row.elder_id).remove('.');
  }
  return ids;
}

v1::Record coverageRow(const std::string& area, int month, std::int64_t n, std::int64_t d) {
  v1::Record record;
  v1::CoverageRow& row = *record.mutable_coverage_row();
  row.set_area_id(id(area));
  row.mutable_month()->set_year(2026);
  row.mutable_month()->set_month(month);
  row.mutable_figures()->set_contacted(n);
  row.mutable_figures()->set_denominator(d);
  return record;
}

}  // namespace

class ListsTest : public QObject {
  Q_OBJECT

 private slots:
  void todayBeginsWithTheMostOverdue() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    // Nobody saw zhao in October; weekly chen was seen in October and missed the first week of November;
    // wang is due until the end of the month.
    VERIFY_OK(tablet.store().keepPage(page(
        {visited("v0", "h1", "wang", at(absl::CivilDay(2026, 10, 5), 9)),
         visited("v1", "h2", "chen", at(absl::CivilDay(2026, 10, 31), 9)), elder("chen", "h2", "陈单", v1::TIER_A)},
        40)));
    const auto rows = tablet.queries().today(kToday);
    VERIFY_OK(rows.status());
    QCOMPARE(idsOf(*rows), QStringList({"zhao", "chen", "wang"}));
    QVERIFY(rows->at(0).due->until == absl::CivilDay(2026, 10, 31));
    QVERIFY(rows->at(0).due->days_left < rows->at(1).due->days_left);
    QVERIFY(rows->at(1).due->days_left < 0);
    QCOMPARE(rows->at(2).due->days_left, 10);
    QVERIFY(rows->at(2).last_contact_on == absl::CivilDay(2026, 10, 5));
  }

  void todayEndsWithWhoWasVisited() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().keepPage(page({visited("v0", "h1", "wang", at(absl::CivilDay(2026, 10, 5), 9)),
                                            visited("v1", "h1", "zhao", at(absl::CivilDay(2026, 10, 5), 9)),
                                            visited("v2", "h2", "chen", at(absl::CivilDay(2026, 10, 5), 9))},
                                           40)));
    QCOMPARE(idsOf(*tablet.queries().today(kToday)), QStringList({"wang", "zhao", "chen"}));  // by door, then name
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v3", "h1", "zhao", at(kToday, 8)))).status());
    VERIFY_OK(tablet.store()
                  .saveVisit(draftOf(visited("v4", "h1", "wang", at(kToday, 8), v1::CONTACT_OUTCOME_NO_REPLY)))
                  .status());
    VERIFY_OK(tablet.store().keepDraft(draftOf(visited("v5", "h2", "chen", at(kToday, 8)))));
    const auto rows = tablet.queries().today(kToday);
    QCOMPARE(idsOf(*rows), QStringList({"wang", "chen", "zhao"}));  // wang is searched for since
    QVERIFY(rows->at(0).waiting && !rows->at(0).visited_today);
    QCOMPARE(rows->at(0).last_attempt, v1::CONTACT_OUTCOME_NO_REPLY);
    QVERIFY(rows->at(0).last_contact_on == absl::CivilDay(2026, 10, 5));
    QVERIFY(rows->at(1).draft && !rows->at(1).waiting);
    QVERIFY(rows->at(2).visited_today);
  }

  void aRowSaysWhoAndWhere() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().keepPage(page({flag("r1", "h1", "wang", v1::RISK_LEVEL_ORANGE)}, 40)));
    const auto rows = tablet.queries().search("王秀兰", kToday);
    VERIFY_OK(rows.status());
    const ElderRow& row = rows->at(0);
    QCOMPARE(row.age, 86);
    QCOMPARE(row.door, std::string("3号楼 2单元 401"));
    QCOMPARE(row.area.subdistrict, std::string("area s"));
    QCOMPARE(row.area.community, std::string("area c"));
    QCOMPARE(row.area.grid, std::string("area g"));
    QCOMPARE(row.worker_name, std::string("worker li"));
    QCOMPARE(row.open_risk, v1::RISK_LEVEL_ORANGE);
    QCOMPARE(row.kinds.at(0), v1::ELDER_KIND_LIVING_ALONE);
  }

  void visitorsSeeTheirOwnSupervisorsAll_data() {
    QTest::addColumn<QString>("worker");
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("seen");
    QTest::newRow("visitor") << "li" << int{v1::ROLE_VISITOR} << 3;
    QTest::newRow("visitor without doors") << "ma" << int{v1::ROLE_VISITOR} << 0;
    QTest::newRow("supervisor") << "boss" << int{v1::ROLE_SUPERVISOR} << 4;
    QTest::newRow("district") << "staff" << int{v1::ROLE_DISTRICT_STAFF} << 4;
  }
  void visitorsSeeTheirOwnSupervisorsAll() {
    QFETCH(QString, worker);
    QFETCH(int, role);
    QFETCH(int, seen);
    Tablet tablet;
    VERIFY_OK(tablet.settle(worker.toStdString(), static_cast<v1::Role>(role)));
    QCOMPARE(static_cast<int>(tablet.queries().search("", kToday)->size()), seen);
    QCOMPARE(static_cast<int>(tablet.queries().today(kToday)->size()), seen);
  }

  void assignmentsHoldForTheirDays() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Record ended = assignment("a1", "li", "h1");
    *ended.mutable_assignment()->mutable_until_on() = care::toDate(kToday - 1);
    VERIFY_OK(tablet.store().keepPage(page({ended}, 40)));
    QCOMPARE(idsOf(*tablet.queries().search("", kToday)), QStringList({"chen"}));
    QCOMPARE(tablet.queries().search("", kToday - 1)->size(), std::size_t{3});
  }

  void showsOnlyDoorsThatAreWhole() {
    Tablet tablet;
    VERIFY_OK(tablet.settle("boss", v1::ROLE_SUPERVISOR));
    v1::PullReply part = page({household("h4", "g", "9号楼"), elder("half", "h4", "周半", v1::TIER_C)}, 40);
    part.clear_complete_household_ids();
    VERIFY_OK(tablet.store().keepPage(part));
    QCOMPARE(tablet.queries().search("周半", kToday)->size(), std::size_t{0});
    v1::PullReply rest;
    rest.add_complete_household_ids(id("h4"));
    VERIFY_OK(tablet.store().keepPage(rest));
    QCOMPARE(tablet.queries().search("周半", kToday)->size(), std::size_t{1});
  }

  void findsByWhateverIsTyped_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("surname") << "王" << QStringList{"wang"};
    QTest::newRow("given name") << "秀兰" << QStringList{"wang"};
    QTest::newRow("full pinyin") << "wangxiulan" << QStringList{"wang"};
    QTest::newRow("pinyin with spaces and capitals") << "Wang Xiu Lan" << QStringList{"wang"};
    QTest::newRow("full width") << "ｗｘｌ" << QStringList{"wang"};
    QTest::newRow("initials") << "wxl" << QStringList{"wang"};
    QTest::newRow("surname by its reading") << "shanyumei" << QStringList{"sun"};
    QTest::newRow("the same character in a given name") << "chendan" << QStringList{"chen"};
    QTest::newRow("door") << "3号楼" << QStringList{"wang", "zhao"};
    QTest::newRow("door and flat") << "3号楼 401 wxl" << QStringList{"wang"};
    QTest::newRow("file number") << "fm-chen" << QStringList{"chen"};
    QTest::newRow("nothing across parts") << "兰wang" << QStringList{};
    QTest::newRow("nobody") << "李" << QStringList{};
    QTest::newRow("not a pattern") << "%" << QStringList{};
    QTest::newRow("a quote") << "'" << QStringList{};
    QTest::newRow("everybody") << "  " << QStringList{"wang", "zhao", "sun", "chen"};
  }
  void findsByWhateverIsTyped() {
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    Tablet tablet;
    VERIFY_OK(tablet.settle("boss", v1::ROLE_SUPERVISOR));
    const auto rows = tablet.queries().search(text.toStdString(), kToday);
    VERIFY_OK(rows.status());
    QStringList ids = idsOf(*rows);
    ids.sort();
    found.sort();
    QCOMPARE(ids, found);
  }

  void findsUmlautsAndOtherReadings() {
    Tablet tablet;
    VERIFY_OK(tablet.settle("boss", v1::ROLE_SUPERVISOR));
    VERIFY_OK(tablet.store().keepPage(
        page({elder("lv", "h2", "吕淑珍", v1::TIER_C), elder("pu", "h2", "朴英子", v1::TIER_C)}, 40)));
    for (const char* text : {"lvshuzhen", "lushuzhen", "lsz"}) {
      QCOMPARE(idsOf(*tablet.queries().search(text, kToday)), QStringList({"lv"}));
    }
    for (const char* text : {"piaoyingzi", "puyingzi"}) {
      QCOMPARE(idsOf(*tablet.queries().search(text, kToday)), QStringList({"pu"}));
    }
  }

  void findsADoorThatWasCorrected() {
    Tablet tablet;
    VERIFY_OK(tablet.settle("boss", v1::ROLE_SUPERVISOR));
    VERIFY_OK(tablet.store().keepPage(page({household("h3", "g", "幸福里7号")}, 40)));
    QCOMPARE(idsOf(*tablet.queries().search("幸福里", kToday)), QStringList({"sun"}));
    QCOMPARE(idsOf(*tablet.queries().search("5号楼", kToday)), QStringList());
  }

  void countsOnlyTheLastOfCorrections() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().keepPage(page({visited("v0", "h1", "wang", at(kToday - 2, 9))}, 40)));
    QVERIFY(row(tablet, "王秀兰").last_contact_on == kToday - 2);
    v1::Record corrected = visited("v1", "h1", "wang", at(kToday - 2, 9), v1::CONTACT_OUTCOME_NO_REPLY);
    corrected.mutable_visit()->set_corrects_id(id("v0"));
    VERIFY_OK(tablet.store().append(corrected).status());
    QVERIFY(!row(tablet, "王秀兰").last_contact_on.has_value());
    QCOMPARE(tablet.queries().elder(id("wang"), kToday)->timeline.size(), std::size_t{1});
    v1::Record voided = visited("v2", "h1", "wang", at(kToday - 2, 9));
    voided.mutable_visit()->set_corrects_id(id("v1"));
    voided.mutable_visit()->set_voided(true);
    VERIFY_OK(tablet.store().append(voided).status());
    QCOMPARE(tablet.queries().elder(id("wang"), kToday)->timeline.size(), std::size_t{0});
  }

  void countsAProxyOnlyInAConfirmedAbsence() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Record proxy =
        visited("v0", "h1", "wang", at(kToday - 2, 9), v1::CONTACT_OUTCOME_PROXY_CONFIRMED, v1::CONTACT_MODE_PROXY);
    proxy.mutable_visit()->mutable_contacts(0)->set_proxy_contact_id(id("p"));
    VERIFY_OK(tablet.store().keepPage(page({contactPerson("p", "wang", "h1"), proxy}, 40)));
    QVERIFY(!row(tablet, "王秀兰").last_contact_on.has_value());
    v1::Record away = elder("wang", "h1", "王秀兰", v1::TIER_C);
    v1::StatusSpan& span = *away.mutable_elder()->add_statuses();
    span.set_status(v1::CARE_STATUS_AWAY);
    *span.mutable_from_on() = care::toDate(kToday - 10);
    span.set_confirmed_by(id("boss"));
    VERIFY_OK(tablet.store().keepPage(page({away}, 60)));
    QVERIFY(row(tablet, "王秀兰").last_contact_on == kToday - 2);
  }

  void contactsOfADuplicateAreTheSurvivors() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().keepPage(page({visited("v0", "h1", "zhao", at(kToday - 2, 9))}, 40)));
    v1::Record merged = elder("zhao", "h1", "赵国强", v1::TIER_C);
    merged.mutable_elder()->set_merged_into(id("wang"));
    VERIFY_OK(tablet.store().keepPage(page({merged}, 50)));
    QVERIFY(row(tablet, "王秀兰").last_contact_on == kToday - 2);
    QVERIFY(tablet.queries().search("赵国强", kToday)->empty());
  }

  void anElderFileHoldsWhatOneDoorNeeds() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Record older = visited("v0", "h1", "wang", at(kToday - 9, 9));
    v1::Answer& answer = *older.mutable_visit()->add_answers();
    answer.set_item_code("mood");
    answer.set_option_code("calm");
    v1::Answer& his = *older.mutable_visit()->add_answers();
    his.set_item_code("mood");
    his.set_option_code("low");
    his.set_elder_id(id("zhao"));
    v1::Record conflict;
    conflict.mutable_conflict()->set_id(id("k"));
    conflict.mutable_conflict()->set_record_id(id("wang"));
    conflict.mutable_conflict()->set_household_id(id("h1"));
    v1::Record closed = riskEvent("e1", "r1", "h1", v1::RISK_STATE_DISMISSED);
    VERIFY_OK(tablet.store().keepPage(
        page({older, visited("v1", "h1", "wang", at(kToday - 2, 9)), contactPerson("p", "wang", "h1"), conflict,
              flag("r1", "h1", "wang", v1::RISK_LEVEL_RED), closed, flag("r2", "h1", "wang", v1::RISK_LEVEL_YELLOW),
              service("s1", "h1", "wang", "v1")},
             40)));
    VERIFY_OK(tablet.store().keepDraft(draftOf(visited("v2", "h1", "wang", at(kToday, 8)))));

    const auto file = tablet.queries().elder(id("wang"), kToday);
    VERIFY_OK(file.status());
    QCOMPARE(file->timeline.size(), std::size_t{2});
    QVERIFY(file->timeline[0].visit.id() == id("v1"));
    QCOMPARE(file->timeline[0].services.size(), std::size_t{1});
    QCOMPARE(file->timeline[0].worker_names.at(0), std::string("worker li"));
    QCOMPARE(file->contacts.size(), std::size_t{1});
    QCOMPARE(file->companions.size(), std::size_t{1});
    QCOMPARE(file->conflicts.size(), std::size_t{1});
    QCOMPARE(file->risks.size(), std::size_t{2});
    QVERIFY(file->risks[0].flag.id() == id("r2"));  // the open one, though lower
    QVERIFY(file->draft.has_value());
    QCOMPARE(file->last_answers.size(), std::size_t{1});
    QCOMPARE(file->last_answers[0].option_code(), std::string("calm"));
    QVERIFY(file->last_answers_on == kToday - 9);
    QCOMPARE(file->worker_name, std::string("worker li"));
    COMPARE_CODE(tablet.queries().elder(id("nobody"), kToday).status(), kNotFound);
  }

  void openRisksComeByUrgencyAndDeadline() {
    Tablet tablet;
    VERIFY_OK(tablet.settle("boss", v1::ROLE_SUPERVISOR));
    v1::Record early = flag("r3", "h2", "chen", v1::RISK_LEVEL_RED);
    *early.mutable_risk_flag()->mutable_opened_at() = care::toTimestamp(at(kToday, 7));
    VERIFY_OK(tablet.store().keepPage(page(
        {flag("r1", "h1", "wang", v1::RISK_LEVEL_YELLOW), flag("r2", "h1", "wang", v1::RISK_LEVEL_RED), early}, 40)));
    const auto risks = tablet.queries().openRisks();
    VERIFY_OK(risks.status());
    QCOMPARE(risks->size(), std::size_t{3});
    QVERIFY(risks->at(0).flag.id() == id("r3") && risks->at(1).flag.id() == id("r2"));
    QCOMPARE(QString::fromStdString(risks->at(0).elder_name), QString("陈单"));
    QVERIFY(risks->at(0).next_due_at == at(kToday, 7, 15));
    QCOMPARE(risks->at(0).reported_by_name, std::string("worker li"));
  }

  void aTeamsLoad() {
    Tablet tablet;
    VERIFY_OK(tablet.settle("boss", v1::ROLE_SUPERVISOR));
    VERIFY_OK(tablet.store().keepPage(
        page({worker("ma", v1::ROLE_VISITOR, "boss"), visited("v0", "h1", "wang", at(absl::CivilDay(2026, 10, 5), 9)),
              visited("v1", "h1", "zhao", at(absl::CivilDay(2026, 10, 5), 9)),
              visited("v2", "h1", "zhao", at(kToday - 2, 9)), flag("r1", "h1", "wang", v1::RISK_LEVEL_RED),
              flag("r2", "h1", "wang", v1::RISK_LEVEL_YELLOW)},
             40)));
    const auto rows = tablet.queries().caseload(kToday);
    VERIFY_OK(rows.status());
    QCOMPARE(rows->size(), std::size_t{3});
    QVERIFY(rows->at(0).worker.id().empty());  // sun is nobody's
    QCOMPARE(rows->at(0).elders, 1U);
    const CaseloadRow& li = rows->at(1);
    QCOMPARE(li.worker.name(), std::string("worker li"));
    QCOMPARE(li.households, 2U);
    QCOMPARE(li.elders, 3U);
    QCOMPARE(li.contacted, 1U);
    QCOMPARE(li.due, 1U);      // wang
    QCOMPARE(li.overdue, 1U);  // chen, since October
    QCOMPARE(li.open_risks, 2U);
    QCOMPARE(li.urgent_risks, 1U);
    QVERIFY(li.last_record_at == at(kToday - 2, 9, 20));
    QCOMPARE(rows->at(2).worker.name(), std::string("worker ma"));
    QCOMPARE(rows->at(2).elders, 0U);
    QCOMPARE(idsOf(*tablet.queries().eldersOf("", kToday)), QStringList({"sun"}));
    QCOMPARE(tablet.queries().eldersOf(id("li"), kToday)->size(), std::size_t{3});
  }

  void coverageByArea() {
    Tablet tablet;
    VERIFY_OK(tablet.settle("staff", v1::ROLE_DISTRICT_STAFF));
    v1::PullReply reply;
    std::uint64_t sequence = 40;
    for (const v1::Record& row : {coverageRow("d", 11, 3, 4), coverageRow("d", 10, 1, 4), coverageRow("s", 11, 3, 4)}) {
      v1::FeedEntry step = entry(row, ++sequence);
      step.set_record_id(id("cov" + std::to_string(sequence)));
      *reply.add_entries() = step;
    }
    VERIFY_OK(tablet.store().keepPage(reply));
    const absl::CivilMonth november(2026, 11);
    const auto view = tablet.queries().coverage("", november);
    VERIFY_OK(view.status());
    QCOMPARE(view->area.row.figures().contacted(), std::int64_t{3});
    QVERIFY(view->area.has_children);
    QCOMPARE(view->children.size(), std::size_t{1});
    QCOMPARE(view->children[0].area.code(), std::string("220211001"));
    QVERIFY(!view->children[0].has_children);
    QCOMPARE(tablet.queries().coverage(id("s"), november)->path.size(), std::size_t{2});
    COMPARE_CODE(tablet.queries().coverage(id("c"), november).status(), kNotFound);

    v1::PullReply removed;
    v1::FeedEntry step = removal(coverageRow("d", 10, 0, 0), 50);
    step.set_record_id(id("cov42"));
    *removed.add_entries() = step;
    VERIFY_OK(tablet.store().keepPage(removed));
    COMPARE_CODE(tablet.queries().coverage("", absl::CivilMonth(2026, 10)).status(), kNotFound);
    VERIFY_OK(tablet.queries().coverage("", november).status());
  }

  void whatWaits() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::VisitDraft draft = draftOf(visited("v1", "h1", "wang", at(kToday, 8)));
    *draft.add_services() = service("s1", "h1", "wang", "v1").service_entry();
    VERIFY_OK(tablet.store().saveVisit(draft).status());
    const auto overview = tablet.queries().syncOverview();
    VERIFY_OK(overview.status());
    QCOMPARE(overview->waiting_visits, std::uint64_t{1});
    QCOMPARE(overview->waiting_changes, std::uint64_t{2});
    QCOMPARE(overview->waiting.size(), std::size_t{2});
    QCOMPARE(QString::fromStdString(overview->waiting[0].elder_name), QString("王秀兰"));
    QVERIFY(overview->waiting[0].made_at == tablet.clock().now());
    QVERIFY(!overview->last_sync.has_value());
  }

  void theDistrictsChecklistElseTheShippedOne() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const auto shipped = tablet.queries().checklist();
    VERIFY_OK(shipped.status());
    QVERIFY(shipped->items_size() >= 10 && shipped->phrases_size() >= 10);
    for (const v1::ChecklistItem& item : shipped->items()) {
      QVERIFY(!item.label().zh().empty() && !item.label().en().empty());
      QVERIFY(item.options_size() >= 2);
      QVERIFY(!item.options(0).suggests_risk());
    }
    v1::Record own;
    own.mutable_checklist_template()->set_id(id("own"));
    own.mutable_checklist_template()->set_code(std::string(kObservationChecklist));
    own.mutable_checklist_template()->set_version(3);
    VERIFY_OK(tablet.store().keepPage(page({own}, 40)));
    QCOMPARE(tablet.queries().checklist()->version(), 3U);
  }

 private:
  static ElderRow row(Tablet& tablet, const std::string& name) {
    const auto rows = tablet.queries().search(name, kToday);
    return rows.ok() && rows->size() == 1 ? rows->front() : ElderRow();
  }
};

}  // namespace doorstep::store

QTEST_GUILESS_MAIN(doorstep::store::ListsTest)
#include "lists_test.moc"
