// What the lists show of the store, and what they show when it does not answer.

#include <QAbstractItemModelTester>
#include <QTest>

#include "app/models/given_value.h"
#include "open_desk.h"
#include "tests/ui/fakes/sample_district.h"

using namespace doorstep;
using models::app_enums::Failure;
using models::app_enums::Progress;
using models::app_enums::SyncPhase;
using models::app_enums::Truth;
using tests::OpenDesk;

namespace {

QStringList column(models::RowModel* rows, const char* role) {
  QStringList values;
  for (int at = 0; at < rows->count(); ++at) {
    values << rows->data(rows->index(at), rows->roleNames().key(role)).toString();
  }
  return values;
}

QStringList givenIn(models::RowModel* rows, const char* role) {
  QStringList values;
  for (int at = 0; at < rows->count(); ++at) {
    values << rows->data(rows->index(at), rows->roleNames().key(role)).value<models::GivenValue>().text;
  }
  return values;
}

}  // namespace

class ListsTest : public QObject {
  Q_OBJECT

 private slots:
  void todayPutsTheUrgentFirstAndTheVisitedLast() {
    OpenDesk desk;
    const QAbstractItemModelTester tester(desk.models.today.rows());
    desk.open();
    const QStringList sections = column(desk.models.today.rows(), "section");
    QCOMPARE(sections.front(), QString("!begun"));
    QCOMPARE(sections.back(), QString("~done"));
    QCOMPARE(desk.models.today.urgent(), 2);
    QCOMPARE(desk.models.today.visited(), 1);
    QCOMPARE(desk.models.today.countOf("!urgent"), 2);
    QVERIFY(std::is_sorted(sections.begin() + 3, sections.end() - 1));
  }

  void bothCountsStandBesideEachOther() {
    OpenDesk desk;
    models::ComparisonModel& comparison = desk.models.comparison;
    QVERIFY(!comparison.at().known);
    desk.open();
    QTRY_COMPARE(comparison.visitsHere(), 148);
    QCOMPARE(comparison.visitsThere(), 148);
    QCOMPARE(comparison.recordsHere(), 179);
    QCOMPARE(comparison.picturesThere(), 12);
    QVERIFY(comparison.agrees());
    QCOMPARE(comparison.taken(), 1);
    QCOMPARE(column(comparison.differences(), "here"), QStringList{"95"});
    QCOMPARE(column(comparison.differences(), "there"), QStringList{"96"});
    QCOMPARE(column(comparison.differences(), "month"), QStringList{"10"});
    comparison.compareNow();
    QVERIFY(comparison.counting());
    QCOMPARE(desk.workspace->comparisonsAsked(), 1);
  }

  void aCoupleIsOneRowOfTwoPeople() {
    OpenDesk desk;
    desk.open();
    const QStringList titles = column(desk.models.today.rows(), "title");
    QVERIFY(titles.contains(QString("孙玉珍 77 · 周国强 80")));
    QCOMPARE(desk.models.today.countOf(QString("建华街道 · 龙城社区 · 网格 07")), 3);
  }

  void roundsEachSectionsCorners() {
    OpenDesk desk;
    desk.open();
    const auto* rows = desk.models.today.rows();
    for (std::size_t at = 1; at < rows->rows().size(); ++at) {
      QCOMPARE(rows->rows()[at].first, rows->rows()[at].section != rows->rows()[at - 1].section);
      QCOMPARE(rows->rows()[at - 1].last, rows->rows()[at].first);
    }
  }

  void aConflictShowsBothValues() {
    OpenDesk desk;
    desk.open();
    desk.models.elder.show(desk.models.today.rows()->rows()[3].elder_id);
    desk.settle();
    QCOMPARE(givenIn(desk.models.elder.conflicts(), "chosen"), QStringList{"0432 0000 0003"});
    QCOMPARE(givenIn(desk.models.elder.conflicts(), "other"), QStringList{"0432 0000 0030"});
    QCOMPARE(column(desk.models.elder.conflicts(), "field"), QStringList{"phone"});
  }

  void searchingTodayLeavesWhoMatches() {
    OpenDesk desk;
    desk.open();
    desk.models.today.setSearched(QString(" 刘淑琴 "));
    desk.settle();
    QCOMPARE(column(desk.models.today.rows(), "title"), QStringList{QString("刘淑琴 91")});
    desk.models.today.setSearched({});
    desk.settle();
    QVERIFY(desk.models.today.rows()->count() > 5);
  }

  void eldersAreGroupedByArea() {
    OpenDesk desk;
    const QAbstractItemModelTester tester(desk.models.elders.rows());
    desk.open();
    const QStringList sections = column(desk.models.elders.rows(), "section");
    QCOMPARE(sections.size(), 10);
    QVERIFY(std::is_sorted(sections.begin(), sections.end()));
  }

  void aStoreThatFailsSaysWhy_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("failure");
    QTest::newRow("full disk") << static_cast<int>(absl::StatusCode::kResourceExhausted)
                               << static_cast<int>(Failure::DiskFull);
    QTest::newRow("damaged") << static_cast<int>(absl::StatusCode::kDataLoss) << static_cast<int>(Failure::Damaged);
    QTest::newRow("anything") << static_cast<int>(absl::StatusCode::kInternal) << static_cast<int>(Failure::Unexpected);
  }

  void aStoreThatFailsSaysWhy() {
    QFETCH(int, code);
    QFETCH(int, failure);
    OpenDesk desk(v1::ROLE_SUPERVISOR);
    desk.open();
    desk.store().fail(absl::Status(static_cast<absl::StatusCode>(code), "said by the test"));
    desk.models.desk.readAgain();
    desk.settle();
    for (models::PageModel* page :
         std::initializer_list<models::PageModel*>{&desk.models.today, &desk.models.elders, &desk.models.open_work,
                                                   &desk.models.caseload, &desk.models.sync}) {
      QVERIFY(page->progress() == Progress::Failed);
      QCOMPARE(static_cast<int>(page->failure()), failure);
    }
    QVERIFY(desk.models.today.rows()->count() > 0);  // what was read before stays
    desk.store().fail(absl::OkStatus());
    desk.models.desk.readAgain();
    desk.settle();
    QVERIFY(desk.models.today.progress() == Progress::Ready);
  }

  void aVisitorAsksForNoCaseload() {
    OpenDesk desk(v1::ROLE_VISITOR);
    desk.open();
    QCOMPARE(desk.models.caseload.rows()->count(), 0);
    QVERIFY(desk.models.caseload.progress() == Progress::Loading);
  }

  void coverageGoesDownAndBack() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    const QAbstractItemModelTester tester(desk.models.coverage.rows());
    desk.open();
    QCOMPARE(desk.models.coverage.area().rate, QString("94.6 %"));
    QCOMPARE(desk.models.coverage.area().missed, 108);
    QCOMPARE(desk.models.coverage.rows()->count(), 11);
    desk.models.coverage.show(column(desk.models.coverage.rows(), "areaId")[5]);
    desk.settle();
    QCOMPARE(desk.models.coverage.path()->count(), 2);
    QCOMPARE(column(desk.models.coverage.rows(), "rate").back(), QString("—"));
    desk.models.coverage.previousMonth();
    desk.settle();
    QVERIFY(desk.models.coverage.failure() == Failure::NotFound);
    desk.models.coverage.nextMonth();
    desk.models.coverage.nextMonth();  // not beyond this month
    desk.settle();
    QVERIFY(desk.models.coverage.thisMonth());
    QVERIFY(desk.models.coverage.progress() == Progress::Ready);
  }

  void aProvisionalMonthSaysWhenItIsFinal() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    desk.open();
    QVERIFY(desk.models.coverage.provisional());
    QCOMPARE(desk.models.coverage.freezesOn(), models::momentOf(absl::CivilDay(2026, 12, 6)));
  }

  void theMissedComeInPages() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    const QAbstractItemModelTester tester(desk.models.missed.rows());
    desk.open();
    desk.models.missed.show("220211008", "here", 2026, 11);
    desk.settle();
    QCOMPARE(desk.models.missed.total(), 27);
    QVERIFY(desk.models.missed.more());
    desk.models.missed.readMore();
    desk.settle();
    QVERIFY(!desk.models.missed.more());
    desk.models.missed.readMore();
    QVERIFY(desk.models.desk.isQuiet());
  }

  void theMissedNeedANetwork() {
    OpenDesk desk(v1::ROLE_DISTRICT_STAFF);
    desk.prepare = [](tests::FakeWorkspace& workspace) {
      workspace.answerMissedWith(absl::UnavailableError("said by the test"));
    };
    desk.open();
    desk.models.missed.show("220211008", "here", 2026, 11);
    desk.settle();
    QVERIFY(desk.models.missed.failure() == Failure::NoNetwork);
  }

  void theStripTellsTheTruth_data() {
    QTest::addColumn<int>("waiting");
    QTest::addColumn<int>("quarantined");
    QTest::addColumn<bool>("ever");
    QTest::addColumn<int>("phase");
    QTest::addColumn<int>("trouble");
    QTest::addColumn<int>("truth");
    const auto row = [](const char* name, int waiting, int quarantined, bool ever, client::Phase phase,
                        client::Trouble trouble, Truth truth) {
      QTest::newRow(name) << waiting << quarantined << ever << static_cast<int>(phase) << static_cast<int>(trouble)
                          << static_cast<int>(truth);
    };
    using client::Phase;
    using client::Trouble;
    row("all up", 0, 0, true, Phase::kIdle, Trouble::kNone, Truth::AllUploaded);
    row("some wait", 3, 0, true, Phase::kIdle, Trouble::kNone, Truth::Waiting);
    row("some wait without a network", 3, 0, true, Phase::kWaitingToRetry, Trouble::kNoNetwork, Truth::Waiting);
    row("on the way", 3, 0, true, Phase::kPushing, Trouble::kNone, Truth::Exchanging);
    row("put aside", 0, 1, true, Phase::kIdle, Trouble::kNone, Truth::NeedsYou);
    row("put aside and waiting", 3, 1, true, Phase::kPushing, Trouble::kNone, Truth::NeedsYou);
    row("refused", 3, 0, true, Phase::kIdle, Trouble::kRefused, Truth::NeedsYou);
    row("never", 0, 0, false, Phase::kIdle, Trouble::kNone, Truth::NeverSynced);
  }

  void theStripTellsTheTruth() {
    QFETCH(int, waiting);
    QFETCH(int, quarantined);
    QFETCH(bool, ever);
    QFETCH(int, phase);
    QFETCH(int, trouble);
    QFETCH(int, truth);
    OpenDesk desk;
    desk.open();
    store::SyncOverview overview = tests::sampleOverview(false);
    if (!ever)
      overview.last_sync.reset();
    overview.waiting_changes = static_cast<std::uint64_t>(waiting);
    overview.waiting_visits = overview.waiting_changes;
    overview.quarantined.resize(static_cast<std::size_t>(quarantined));
    desk.store().setOverview(overview);
    desk.models.sync.refresh();
    client::SyncStatus status;
    status.phase = static_cast<client::Phase>(phase);
    status.trouble = static_cast<client::Trouble>(trouble);
    status.to_push = overview.waiting_changes;
    desk.workspace->sayStatus(status);
    QTRY_COMPARE(static_cast<int>(desk.models.sync.phase()), phase);
    desk.settle();
    QCOMPARE(static_cast<int>(desk.models.sync.truth()), truth);
  }
};

QTEST_GUILESS_MAIN(ListsTest)
#include "lists_test.moc"
