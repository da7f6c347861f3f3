// What a supervisor does about what is open becomes a record of its own, or is refused and said.

#include <QAbstractItemModelTester>
#include <QTest>

#include "app/models/text.h"
#include "open_desk.h"
#include "sync/care/calendar.h"
#include "tests/ui/fakes/sample_district.h"

using namespace doorstep;
using models::OpenEntry;
using models::app_enums::Failure;
using models::app_enums::OpenSection;
using models::app_enums::Progress;
using tests::OpenDesk;

namespace {

std::vector<OpenEntry> in(const OpenDesk& desk, OpenSection section) {
  std::vector<OpenEntry> found;
  for (const OpenEntry& entry : const_cast<OpenDesk&>(desk).models.open_work.rows()->rows()) {
    if (entry.section == static_cast<int>(section))
      found.push_back(entry);
  }
  return found;
}

}  // namespace

class OpenWorkTest : public QObject {
  Q_OBJECT

 private slots:
  void everythingThatWaitsIsThereByUrgency() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    const QAbstractItemModelTester tester(desk.models.open_work.rows());
    desk.open();
    QCOMPARE(desk.models.open_work.counts(), (QList<int>{1, 3, 2, 2, 1, 2, 2, 1, 1}));
    QCOMPARE(desk.models.open_work.total(), 15);
    QCOMPARE(desk.models.open_work.urgent(), 3);  // the search, a red and an orange flag
    QCOMPARE(desk.models.open_work.rows()->rows().front().section, static_cast<int>(OpenSection::Ladders));
    QCOMPARE(desk.models.open_work.oldestRiskDays(), 3);
  }

  void oneKindCanBeLookedAtAlone() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    desk.models.open_work.setSection(static_cast<int>(OpenSection::Hours));
    QCOMPARE(desk.models.open_work.rows()->count(), 2);
    desk.models.open_work.setSection(-1);
    QCOMPARE(desk.models.open_work.rows()->count(), 16);
  }

  void aVisitorAsksForNothing() {
    OpenDesk desk(v1::ROLE_VISITOR);
    desk.open();
    QCOMPARE(desk.models.open_work.total(), 0);
  }

  void aFailingStoreLeavesWhatWasRead() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    desk.store().fail(absl::ResourceExhaustedError("said by the test"));
    desk.models.desk.readAgain();
    desk.settle();
    QVERIFY(desk.models.open_work.failure() == Failure::DiskFull);
    QCOMPARE(desk.models.open_work.total(), 15);
  }

  void followingAFlagIsAnEventOfTheSupervisor_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("rechecks");
    QTest::newRow("acknowledge") << static_cast<int>(v1::RISK_STATE_ACKNOWLEDGED) << false;
    QTest::newRow("act") << static_cast<int>(v1::RISK_STATE_IN_ACTION) << false;
    QTest::newRow("pass on") << static_cast<int>(v1::RISK_STATE_REFERRED) << false;
    QTest::newRow("settle") << static_cast<int>(v1::RISK_STATE_RESOLVED) << true;
  }

  void followingAFlagIsAnEventOfTheSupervisor() {
    QFETCH(int, state);
    QFETCH(bool, rechecks);
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    desk.models.open_work.follow(in(desk, OpenSection::Risks)[1].record, state, QString(" on my way "), 7);
    desk.settle();
    const auto appended = desk.store().appended();
    QCOMPARE(appended.size(), std::size_t{1});
    const v1::RiskEvent& event = appended.front().risk_event();
    QCOMPARE(static_cast<int>(event.to()), state);
    QCOMPARE(event.note(), std::string("on my way"));
    QCOMPARE(event.by(), tests::sampleId(800));
    QCOMPARE(care::isSet(event.recheck_on()), rechecks);
    if (rechecks)
      QVERIFY(care::civilDay(event.recheck_on()) == tests::kSampleDay + 7);
  }

  void aLevelOnlyRises() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    const QString orange = in(desk, OpenSection::Risks)[1].record;
    desk.models.open_work.raise(orange, v1::RISK_LEVEL_YELLOW, "calmer");
    desk.settle();
    QVERIFY(desk.store().appended().empty());
    desk.models.open_work.raise(orange, v1::RISK_LEVEL_RED, "worse");
    desk.settle();
    QCOMPARE(int{desk.store().appended().front().risk_event().level()}, int{v1::RISK_LEVEL_RED});
  }

  void twoValuesAreShownWithWhoGaveThemAndOneIsDecidedFor_data() {
    QTest::addColumn<bool>("take");
    QTest::newRow("what stands is kept") << false;
    QTest::newRow("the other one is taken") << true;
  }

  void twoValuesAreShownWithWhoGaveThemAndOneIsDecidedFor() {
    QFETCH(bool, take);
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    const auto conflicts = in(desk, OpenSection::Conflicts);
    QCOMPARE(conflicts[0].chosen.text, QStringLiteral("0432 0000 0005"));
    QCOMPARE(conflicts[0].other.text, QStringLiteral("0432 0000 0050"));
    QCOMPARE(conflicts[0].other.by, QStringLiteral("高志远"));
    QVERIFY(conflicts[0].other.at.has_time);
    QCOMPARE(conflicts[0].rule, static_cast<int>(v1::CONFLICT_RULE_ROLE));
    QVERIFY(!conflicts[0].changed_since);
    QCOMPARE(conflicts[1].chosen.shape, static_cast<int>(models::app_enums::ValueShape::Status));
    QCOMPARE(conflicts[1].chosen.codes, QList<int>{v1::CARE_STATUS_DECEASED});
    QCOMPARE(conflicts[1].chosen.since.day, 18);
    take ? desk.models.open_work.takeOther(conflicts[0].record) : desk.models.open_work.keepChosen(conflicts[0].record);
    desk.settle();
    QCOMPARE(desk.store().settlements().size(), std::size_t{1});
    const v1::Settlement settlement = desk.store().settlements().front();
    QCOMPARE(settlement.subject_id(), tests::sampleId(631));
    QCOMPARE(settlement.decision(), take ? v1::DECISION_TAKE_OTHER : v1::DECISION_KEEP_CHOSEN);
  }

  void aDecisionSomebodyElseMadeBeforeIsSaid() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    v1::Problem problem;
    problem.set_code(v1::PROBLEM_CODE_ALREADY_SETTLED);
    desk.store().refuseWith({problem});
    desk.models.open_work.keepChosen(in(desk, OpenSection::Conflicts)[0].record);
    desk.settle();
    QCOMPARE(desk.models.open_work.saveProblem(), static_cast<int>(v1::PROBLEM_CODE_ALREADY_SETTLED));
  }

  void twoFilesBecomeOneOrAreApartAgain() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    const auto pairs = in(desk, OpenSection::Duplicates);
    QCOMPARE(pairs.size(), std::size_t{2});
    QVERIFY(!pairs[0].merged && pairs[0].mergeable && pairs[1].merged);
    QCOMPARE(pairs[0].older.file_number, QStringLiteral("FM-3107"));
    QCOMPARE(pairs[0].older.visits, 9);
    desk.models.open_work.merge(pairs[0].record);
    desk.settle();
    const auto edits = desk.store().edits();
    QCOMPARE(edits.size(), std::size_t{1});
    QCOMPARE(models::idText(edits[0].second.elder().id()), pairs[0].newer.elder_id);
    QCOMPARE(models::idText(edits[0].second.elder().merged_into()), pairs[0].older.elder_id);
    desk.models.open_work.takeApart(pairs[1].record);
    desk.settle();
    QVERIFY(desk.store().edits()[1].second.elder().merged_into().empty());
    desk.models.open_work.keepApart(pairs[0].record);
    desk.settle();
    QCOMPARE(desk.store().settlements().front().decision(), v1::DECISION_SEPARATE);
  }

  void aSearchWhoseVisitWasTakenBackPressesNobody() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    const int urgent = desk.models.open_work.urgent();
    store::OpenWork work = tests::sampleOpenWork();
    work.ladders.front().withdrawn = true;
    desk.store().setOpenWork(work);
    desk.models.desk.readAgain();
    desk.settle();
    const OpenEntry entry = in(desk, OpenSection::Ladders).front();
    QVERIFY(entry.withdrawn && !entry.at_once && !entry.due_at.known);
    QCOMPARE(desk.models.open_work.urgent(), urgent - 1);
  }

  void onesOwnUrgentFlagIsMarked() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.prepare = [](tests::FakeWorkspace& workspace) {
      store::OpenWork work = tests::sampleOpenWork();
      work.risks[0].flag.set_reported_by(tests::sampleId(800));
      work.risks[2].flag.set_reported_by(tests::sampleId(800));
      workspace.store().setOpenWork(work);
    };
    desk.open();
    QVERIFY(in(desk, OpenSection::Risks)[0].own_urgent);
    QVERIFY(!in(desk, OpenSection::Risks)[1].own_urgent);
    QVERIFY(!in(desk, OpenSection::Risks)[2].own_urgent);  // yellow
  }

  void aRefusalIsSaid() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    v1::Problem problem;
    problem.set_code(v1::PROBLEM_CODE_OWN_FLAG);
    desk.store().refuseWith({problem});
    desk.models.open_work.follow(in(desk, OpenSection::Risks)[0].record, v1::RISK_STATE_CLOSED, {}, 0);
    desk.settle();
    QCOMPARE(desk.models.open_work.saveProblem(), int{v1::PROBLEM_CODE_OWN_FLAG});
    QVERIFY(!desk.models.open_work.saving());
  }

  void aConfirmedReportIsASpanOfASecondPerson() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    const OpenEntry entry = in(desk, OpenSection::Proposals)[0];
    QVERIFY(desk.models.open_work.confirm(entry.record, entry.elder_id, "2026-11-18"));
    desk.settle();
    const auto edits = desk.store().edits();
    QCOMPARE(edits.size(), std::size_t{1});
    const v1::Elder& after = edits.front().second.elder();
    const v1::StatusSpan& span = after.statuses(after.statuses_size() - 1);
    QCOMPARE(int{span.status()}, int{v1::CARE_STATUS_HOSPITALISED});
    QCOMPARE(span.confirmed_by(), tests::sampleId(800));
    QVERIFY(care::civilDay(span.from_on()) == absl::CivilDay(2026, 11, 18));
  }

  void aRejectedReportLeavesWhatHeld() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    const OpenEntry entry = in(desk, OpenSection::Proposals)[1];
    desk.models.open_work.reject(entry.record, entry.elder_id);
    desk.settle();
    const v1::Elder after = desk.store().edits().front().second.elder();
    const v1::StatusSpan& span = after.statuses(after.statuses_size() - 1);
    QVERIFY(span.status() != v1::CARE_STATUS_DECEASED);
    QCOMPARE(span.confirmed_by(), tests::sampleId(800));
  }

  void aDayToComeConfirmsNothing() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    const OpenEntry entry = in(desk, OpenSection::Proposals)[0];
    QVERIFY(!desk.models.open_work.confirm(entry.record, entry.elder_id, "2026-11-21"));
    QVERIFY(!desk.models.open_work.confirm(entry.record, entry.elder_id, "soon"));
    desk.settle();
    QVERIFY(desk.store().edits().empty());
  }

  void correctedHoursStandBesideWhatWasHandedIn() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    desk.models.open_work.certify(in(desk, OpenSection::Hours)[1].record, v1::SERVICE_ENTRY_STATE_CORRECTED, 90,
                                  "typo");
    desk.settle();
    const v1::ServiceEntryEvent event = desk.store().appended().front().service_entry_event();
    QCOMPARE(int{event.to()}, int{v1::SERVICE_ENTRY_STATE_CORRECTED});
    QCOMPARE(event.corrected_workers(0).minutes(), 90U);
    QCOMPARE(event.reason(), std::string("typo"));
  }

  void onlyTheMinutesThatAreShownAreCorrected() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.prepare = [](tests::FakeWorkspace& workspace) {
      store::OpenWork work = tests::sampleOpenWork();
      v1::WorkerMinutes* second = work.hours[1].entry.add_workers();
      second->set_worker_id(tests::sampleId(2));
      second->set_minutes(25);
      workspace.store().setOpenWork(work);
    };
    desk.open();
    desk.models.open_work.certify(in(desk, OpenSection::Hours)[1].record, v1::SERVICE_ENTRY_STATE_CORRECTED, 90,
                                  "typo");
    desk.settle();
    const v1::ServiceEntryEvent event = desk.store().appended().front().service_entry_event();
    QCOMPARE(event.corrected_workers_size(), 2);
    QCOMPARE(event.corrected_workers(0).minutes(), 90U);
    QCOMPARE(event.corrected_workers(1).worker_id(), tests::sampleId(2));
    QCOMPARE(event.corrected_workers(1).minutes(), 25U);
  }

  void onesOwnReportsAndHoursWaitForSomebodyElse() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.prepare = [](tests::FakeWorkspace& workspace) {
      store::OpenWork work = tests::sampleOpenWork();
      work.proposals[0].reported_by = tests::sampleId(800);
      work.hours[0].entry.mutable_workers(0)->set_worker_id(tests::sampleId(800));
      workspace.store().setOpenWork(work);
    };
    desk.open();
    const OpenEntry report = in(desk, OpenSection::Proposals)[0];
    QVERIFY(report.own);
    QVERIFY(!in(desk, OpenSection::Proposals)[1].own);
    QVERIFY(in(desk, OpenSection::Hours)[0].own);
    QVERIFY(!in(desk, OpenSection::Hours)[0].steps.contains(v1::SERVICE_ENTRY_STATE_CONFIRMED));
    QVERIFY(in(desk, OpenSection::Hours)[1].steps.contains(v1::SERVICE_ENTRY_STATE_CONFIRMED));
    desk.models.open_work.confirm(report.record, report.elder_id, {});
    desk.settle();
    QCOMPARE(desk.models.open_work.saveProblem(), int{v1::PROBLEM_CODE_NOT_PERMITTED});
    desk.models.open_work.reject(report.record, report.elder_id);
    desk.settle();
    QVERIFY(desk.store().edits().empty());
  }

  void partnersKeepTheDoor_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("ended");  // 0: none
    QTest::newRow("who is shown") << 0 << 2;
    QTest::newRow("who is named") << 1 << 1;
    QTest::newRow("who has it until today only") << 4 << 0;
  }

  void partnersKeepTheDoor() {
    QFETCH(int, from);
    QFETCH(int, ended);
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.prepare = [](tests::FakeWorkspace& workspace) {
      std::vector<v1::Assignment> all(3);
      const int workers[] = {1, 2, 4};
      for (int at = 0; at < 3; ++at) {
        v1::Assignment& one = all[static_cast<std::size_t>(at)];
        one.set_id(tests::sampleId(900 + at));
        one.set_worker_id(tests::sampleId(workers[at]));
        *one.mutable_from_on() = care::toDate(tests::kSampleDay - 30 + at);
      }
      *all[2].mutable_until_on() = care::toDate(tests::kSampleDay);
      workspace.store().setAssignments(all);
    };
    desk.open();
    const QString household = in(desk, OpenSection::Missed)[0].household_id;
    desk.models.open_work.assign({household}, models::idText(tests::sampleId(3)),
                                 from == 0 ? QString() : models::idText(tests::sampleId(from)));
    desk.settle();
    const auto edits = desk.store().edits();
    QCOMPARE(edits.size(), std::size_t{ended == 0 ? 0U : 1U});
    if (ended != 0)
      QCOMPARE(edits.front().second.assignment().worker_id(), tests::sampleId(ended));
    QCOMPARE(desk.store().appended().size(), std::size_t{1});
  }

  void aDoorChangesHandsFromToday() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    const QString household = in(desk, OpenSection::Missed)[0].household_id;
    desk.models.open_work.assign({household}, models::idText(tests::sampleId(2)));
    desk.settle();
    const auto edits = desk.store().edits();
    QCOMPARE(edits.size(), std::size_t{1});
    QVERIFY(care::civilDay(edits.front().second.assignment().until_on()) == tests::kSampleDay);
    const v1::Assignment begun = desk.store().appended().front().assignment();
    QCOMPARE(begun.worker_id(), tests::sampleId(2));
    QVERIFY(care::civilDay(begun.from_on()) == tests::kSampleDay);
    QCOMPARE(models::idText(begun.household_id()), household);
  }

  void manyDoorsAreGivenAtOnce() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    const QStringList households = desk.models.open_work.unassignedHouseholds();
    desk.models.open_work.assign(households, models::idText(tests::sampleId(3)));
    desk.settle();
    QCOMPARE(desk.store().appended().size(), static_cast<std::size_t>(households.size()));
  }
};

QTEST_GUILESS_MAIN(OpenWorkTest)
#include "open_work_test.moc"
