// The desk's models: the evening, rules, targets, set-up, and visits from paper.

#include <QTest>

#include "app/models/typed_day.h"
#include "open_desk.h"
#include "sync/care/calendar.h"
#include "tests/ui/fakes/sample_district.h"

using namespace doorstep;
using models::RulesModel;
using models::app_enums::Failure;
using models::app_enums::FileKind;
using models::app_enums::FileTrouble;
using models::app_enums::ImportStage;
using models::app_enums::PaperTrouble;
using models::app_enums::Progress;
using tests::OpenDesk;

namespace {

QStringList column(models::RowModel* rows, const char* role) {
  QStringList values;
  for (int at = 0; at < rows->count(); ++at)
    values << rows->data(rows->index(at), rows->roleNames().key(role)).toString();
  return values;
}

models::RowsFile fileOf(int rows) {
  models::RowsFile file;
  file.kind = FileKind::Areas;
  file.file_name = "areas.csv";
  for (int at = 0; at < rows; ++at) {
    v1::ImportRow row;
    row.set_line(static_cast<std::uint32_t>(at) + 2);
    row.mutable_area()->set_code("220211");
    file.rows.push_back(row);
  }
  return file;
}

}  // namespace

class OfficeTest : public QObject {
  Q_OBJECT

 private slots:
  void theEveningIsWhatTheServiceSays() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    desk.open();
    desk.models.end_of_day.showToday();
    desk.settle();
    QVERIFY(desk.models.end_of_day.progress() == Progress::Ready);
    QVERIFY(!desk.models.end_of_day.sums().reconciles);
    QCOMPARE(desk.models.end_of_day.sums().received, 148);
    QCOMPARE(desk.models.end_of_day.devices()->count(), 4);
    QCOMPARE(column(desk.models.end_of_day.devices(), "waiting").front(), QString("5"));
    QCOMPARE(column(desk.models.end_of_day.targets(), "rate"), (QStringList{"47.0 %", "87.0 %"}));
  }

  void aFrozenMonthKeepsWhatWasFrozenBesideTheRestatement() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    v1::EndOfDay evening = tests::sampleEvening(false);
    v1::CoverageRow& row = *evening.mutable_coverage();
    row.set_frozen_sequence(7);
    *row.mutable_frozen_at() = care::toTimestamp(tests::sampleNow());
    row.mutable_frozen()->set_denominator(2000);
    row.mutable_frozen()->set_contacted(1000);
    desk.prepare = [&evening](tests::FakeWorkspace& workspace) { workspace.answerEveningWith(evening); };
    desk.open();
    desk.models.end_of_day.showToday();
    desk.settle();
    const models::EveningSums& sums = desk.models.end_of_day.sums();
    QVERIFY(sums.frozen);
    QVERIFY(sums.frozen_at.known);
    QCOMPARE(sums.frozen_rate, QString("50.0 %"));
    QVERIFY(sums.rate != sums.frozen_rate);
    QCOMPARE(sums.waiting, 1);
  }

  void theDaysBeforeCanBeLookedAtButNotTomorrow() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    desk.open();
    desk.models.end_of_day.showToday();
    desk.models.end_of_day.nextDay();
    QVERIFY(desk.models.end_of_day.today());
    desk.models.end_of_day.previousDay();
    desk.settle();
    QCOMPARE(desk.models.end_of_day.day(), models::momentOf(tests::kSampleDay - 1));
  }

  void theEveningNeedsANetwork() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    desk.prepare = [](tests::FakeWorkspace& workspace) {
      workspace.answerEveningWith(absl::UnavailableError("said by the test"));
    };
    desk.open();
    desk.models.end_of_day.showToday();
    desk.settle();
    QVERIFY(desk.models.end_of_day.failure() == Failure::NoNetwork);
    desk.models.end_of_day.saveProtocol();
    QVERIFY(!desk.papers.protocol.has_value());
  }

  void theProtocolIsThatEvening() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    desk.open();
    desk.models.end_of_day.showToday();
    desk.settle();
    desk.models.end_of_day.saveProtocol();
    QVERIFY(desk.papers.protocol.has_value());
    QCOMPARE(desk.papers.protocol->received(), std::uint64_t{148});
    QVERIFY(desk.models.end_of_day.savedFile().endsWith(".pdf"));
    desk.papers.failure = Failure::DiskFull;
    desk.models.end_of_day.saveProtocol();
    QVERIFY(desk.models.end_of_day.saveFailure() == Failure::DiskFull);
  }

  void whatHoldsIsHistoryAndANewSetBeginsLater() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    desk.open();
    RulesModel& rules = desk.models.rules;
    QCOMPARE(column(rules.sets(), "current"), QStringList{"true"});
    rules.beginDraft();
    QVERIFY(!rules.setDraftFrom("2026-11-20"));  // today
    QVERIFY(rules.setDraftFrom("2026-12-01"));
    rules.setNumber(RulesModel::Switch::BackdateDays, 10);
    rules.toggleKind(v1::ELDER_KIND_DEMENTIA);
    rules.saveDraft();
    desk.settle();
    const auto edits = desk.store().edits();
    QCOMPARE(edits.size(), std::size_t{1});
    const v1::DistrictRules after = edits.front().second.district_rules();
    QCOMPARE(after.rule_sets_size(), 2);
    QCOMPARE(after.rule_sets(0).SerializeAsString(), tests::sampleRules().rule_sets(0).SerializeAsString());
    QCOMPARE(after.rule_sets(1).backdate_days(), 10U);
    QCOMPARE(after.rule_sets(1).priority_kinds_size(), 9);
    QVERIFY(care::civilDay(after.rule_sets(1).from_on()) == absl::CivilDay(2026, 12, 1));
    QCOMPARE(column(rules.sets(), "future"), (QStringList{"true", "false"}));
  }

  void aDraftOfWhatIsToComeReplacesIt() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    desk.open();
    for (const int days : {10, 14}) {
      desk.models.rules.beginDraft();
      desk.models.rules.setNumber(RulesModel::Switch::BackdateDays, days);
      desk.models.rules.saveDraft();
      desk.settle();
    }
    const v1::DistrictRules after = desk.store().edits().back().second.district_rules();
    QCOMPARE(after.rule_sets_size(), 2);
    QCOMPARE(after.rule_sets(1).backdate_days(), 14U);
  }

  void theFirstDayStandsOnceItHasPassed() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    desk.open();
    QVERIFY(desk.models.rules.goLivePassed());
    QVERIFY(!desk.models.rules.setGoLive("2026-12-01"));
  }

  void ownDaysAreAddedAndRemoved() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    desk.open();
    QVERIFY(!desk.models.rules.addDay("no day", false));
    QVERIFY(desk.models.rules.addDay("2026-12-31", true));  // was a day off
    desk.settle();
    const v1::DistrictRules after = desk.store().edits().back().second.district_rules();
    QCOMPARE(after.extra_holidays_size(), 0);
    QCOMPARE(after.extra_working_days_size(), 1);
    desk.models.rules.removeDay("2026-12-31");
    desk.settle();
    QCOMPARE(desk.models.rules.days()->count(), 0);
  }

  void aTargetIsSetForTheDistrict() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    desk.open();
    QVERIFY(!desk.models.targets.put({}, v1::INDICATOR_MEAL_POINTS, "0", "2026-01-01", "2026-12-31", {}));
    QVERIFY(!desk.models.targets.put({}, v1::INDICATOR_MEAL_POINTS, "9", "2026-12-31", "2026-01-01", {}));
    QVERIFY(
        desk.models.targets.put({}, v1::INDICATOR_SERVICE_MINUTES, "1,500", "2026-01-01", "2026-12-31", " a paper "));
    desk.settle();
    const v1::Target target = desk.store().appended().front().target();
    QCOMPARE(target.value(), std::int64_t{90'000});
    QCOMPARE(target.area_id(), tests::sampleId(700));
    QCOMPARE(target.document(), std::string("a paper"));
  }

  void aFileIsLookedAtThenSent() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    desk.open();
    desk.papers.file = fileOf(10);
    models::SetUpModel& set_up = desk.models.set_up;
    set_up.chooseFile();
    QVERIFY(set_up.stage() == ImportStage::Read);
    QCOMPARE(set_up.total(), 10);
    QCOMPARE(set_up.answered(), 0);
    set_up.send();
    desk.settle();
    QVERIFY(set_up.stage() == ImportStage::Done);
    QCOMPARE(set_up.created(), 8);
    QCOMPARE(set_up.refused(), 2);
    QCOMPARE(column(set_up.refusedRows(), "line"), (QStringList{"5", "10"}));
    QCOMPARE(desk.workspace->syncsAsked(), 1);
  }

  void sendingCanBeStopped() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    desk.prepare = [](tests::FakeWorkspace& workspace) { workspace.holdImportAfter(3); };
    desk.open();
    desk.papers.file = fileOf(10);
    desk.models.set_up.chooseFile();
    desk.models.set_up.send();
    desk.models.set_up.stop();
    desk.workspace->goOnImporting();
    desk.settle();
    QVERIFY(desk.models.set_up.stage() == ImportStage::Stopped);
    QCOMPARE(desk.models.set_up.answered(), 3);
    QVERIFY(desk.models.set_up.failure() == Failure::None);
  }

  void anUnreadableFileSaysWhy() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    desk.open();
    desk.papers.file.trouble = FileTrouble::OpenQuote;
    desk.papers.file.detail = "17";
    desk.models.set_up.chooseFile();
    QVERIFY(desk.models.set_up.stage() == ImportStage::Unreadable);
    QCOMPARE(desk.models.set_up.troubleDetail(), QString("17"));
  }

  void aCodeIsShownAndGoesWithTheLock() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    desk.open();
    desk.models.set_up.issueCode("V0107", "高志远");
    desk.settle();
    QCOMPARE(desk.models.set_up.code(), QString("7QK3-M2XW-9TPB-HC6R"));
    QVERIFY(desk.models.set_up.codeUntil().known);
    desk.models.session.lock();
    QVERIFY(desk.models.set_up.code().isEmpty());
  }

  void aLineFromPaperIsAVisitOfWhoVisited() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    models::PaperEntryModel& paper = desk.models.paper_entry;
    paper.begin();
    desk.settle();
    QCOMPARE(paper.enter("1", "1", "30", {}, false), PaperTrouble::NoWorker);
    paper.chooseWorker(models::idText(tests::sampleId(2)));
    desk.settle();
    QVERIFY(paper.setDay("2026-11-18"));
    QCOMPARE(paper.enter("1", "1", "30", {}, false), PaperTrouble::None);
    desk.settle();
    const v1::Visit visit = desk.store().appended().front().visit();
    QCOMPARE(visit.worker_ids(0), tests::sampleId(2));
    QCOMPARE(visit.recorded_by(), tests::sampleId(800));
    QCOMPARE(int{visit.source()}, int{v1::VISIT_SOURCE_PAPER});
    QCOMPARE(int{visit.precision()}, int{v1::PRECISION_DAY});
    QVERIFY(care::dayOf(visit.started_at(), care::districtZone()) == absl::CivilDay(2026, 11, 18));
    QCOMPARE(care::toTime(visit.ended_at()) - care::toTime(visit.started_at()), absl::Minutes(30));
    QCOMPARE(int{visit.contacts(0).outcome()}, int{v1::CONTACT_OUTCOME_SEEN});
    QCOMPARE(paper.entered()->count(), 1);
  }

  void whatIsWrongWithALineIsSaid_data() {
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("minutes");
    QTest::addColumn<int>("trouble");
    const auto row = [](const char* name, const char* number, const char* outcome, const char* minutes,
                        PaperTrouble why) {
      QTest::newRow(name) << QString(number) << QString(outcome) << QString(minutes) << static_cast<int>(why);
    };
    row("a number that is not there", "99", "1", "30", PaperTrouble::UnknownNumber);
    row("a third person of two", "4c", "1", "30", PaperTrouble::UnknownNumber);
    row("no such outcome", "1", "7", "30", PaperTrouble::UnknownOutcome);
    row("no minutes", "1", "1", "", PaperTrouble::MinutesMissing);
    row("nobody answered takes no time", "1", "5", "", PaperTrouble::None);
    row("a file number", "fm-3100", "3", "5", PaperTrouble::None);
  }

  void whatIsWrongWithALineIsSaid() {
    QFETCH(QString, number);
    QFETCH(QString, outcome);
    QFETCH(QString, minutes);
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    desk.models.paper_entry.begin();
    desk.models.paper_entry.chooseWorker(models::idText(tests::sampleId(2)));
    desk.settle();
    QTEST(static_cast<int>(desk.models.paper_entry.enter(number, outcome, minutes, {}, false)), "trouble");
    desk.settle();
  }

  void lateLinesNeedAReason() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    models::PaperEntryModel& paper = desk.models.paper_entry;
    paper.begin();
    paper.chooseWorker(models::idText(tests::sampleId(2)));
    desk.settle();
    QVERIFY(paper.setDay("2026-11-13"));
    QVERIFY(!paper.late());
    QVERIFY(paper.setDay("2026-11-12"));
    QVERIFY(paper.late());
    QCOMPARE(paper.enter("1", "1", "30", " ", false), PaperTrouble::ReasonMissing);
    QCOMPARE(paper.enter("1", "1", "30", "was in hospital herself", false), PaperTrouble::None);
    desk.settle();
    QCOMPARE(desk.store().appended().front().visit().late_reason(), std::string("was in hospital herself"));
    QVERIFY(!paper.setDay("2026-11-21"));
  }

  void theSameDoorTwiceIsAskedAboutAndCanBeTakenBack() {
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    models::PaperEntryModel& paper = desk.models.paper_entry;
    paper.begin();
    paper.chooseWorker(models::idText(tests::sampleId(2)));
    desk.settle();
    QCOMPARE(paper.enter("2", "1", "20", {}, false), PaperTrouble::None);
    desk.settle();
    QCOMPARE(paper.enter("2", "3", "5", {}, false), PaperTrouble::Twice);
    QCOMPARE(paper.enter("2", "3", "5", {}, true), PaperTrouble::None);
    desk.settle();
    paper.takeBack(column(paper.entered(), "key").front());
    desk.settle();
    const v1::Visit voided = desk.store().appended().back().visit();
    QVERIFY(voided.voided());
    QCOMPARE(voided.corrects_id(), desk.store().appended()[1].visit().id());
    QCOMPARE(column(paper.entered(), "takenBack"), (QStringList{"true", "false"}));
  }

  void daysAreReadAsPeopleTypeThem_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("known");
    QTest::addColumn<int>("day");  // of November 2026, from its first
    QTest::newRow("with hyphens") << "2026-11-18" << true << 18;
    QTest::newRow("with strokes") << "2026/11/8" << true << 8;
    QTest::newRow("in one") << "20261118" << true << 18;
    QTest::newRow("in Chinese") << QString("2026年11月18日") << true << 18;
    QTest::newRow("without a year") << "11-18" << true << 18;
    QTest::newRow("the 31st of November") << "2026-11-31" << false << 0;
    QTest::newRow("words") << "today" << false << 0;
    QTest::newRow("nothing") << "" << false << 0;
  }

  void daysAreReadAsPeopleTypeThem() {
    QFETCH(QString, typed);
    QFETCH(int, day);
    const auto read = models::typedDay(typed, tests::kSampleDay);
    QTEST(read.has_value(), "known");
    if (read)
      QVERIFY(*read == absl::CivilDay(2026, 11, day));
  }

  void aYearIsTheNearest() {
    QVERIFY(*models::typedDay("12-30", absl::CivilDay(2027, 1, 2)) == absl::CivilDay(2026, 12, 30));
  }
};

QTEST_GUILESS_MAIN(OfficeTest)
#include "office_test.moc"
