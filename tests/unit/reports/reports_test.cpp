// What leaves on paper: how many pages, what its name gives away, and what happens when it cannot be written.

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "app/reports/evening_words.h"
#include "app/reports/paper_list.h"
#include "app/reports/protocol.h"
#include "app/reports/sheet.h"
#include "app/reports/words.h"
#include "sync/care/calendar.h"

using namespace doorstep;

namespace {

constexpr absl::CivilDay kDay(2026, 11, 20);

v1::EndOfDay evening(int devices, int parked) {
  v1::EndOfDay evening;
  *evening.mutable_on() = care::toDate(kDay);
  *evening.mutable_made_at() =
      care::toTimestamp(absl::FromCivil(absl::CivilMinute(2026, 11, 20, 17, 31), care::districtZone()));
  evening.set_district_code("220211");
  evening.set_district_name("丰满区");
  evening.set_received(148);
  evening.set_applied(148);
  evening.set_reconciles(parked == 0);
  for (int at = 0; at < devices; ++at) {
    v1::DeviceDay* device = evening.add_devices();
    device->set_device_name("平板 " + std::to_string(at + 1));
    device->set_worker_name("高志远");
  }
  for (int at = 0; at < parked; ++at) {
    v1::ParkedChange* change = evening.add_parked();
    change->set_kind(v1::RECORD_KIND_VISIT);
    change->add_problems()->set_code(v1::PROBLEM_CODE_OUT_OF_SCOPE);
  }
  evening.mutable_coverage()->set_provisional(true);
  evening.mutable_coverage()->mutable_figures()->set_denominator(2000);
  evening.mutable_coverage()->mutable_figures()->set_contacted(1892);
  return evening;
}

std::vector<reports::PaperForm> forms(unsigned count) {
  std::vector<reports::PaperForm> all;
  for (unsigned number = 1; number <= count; ++number) {
    reports::PaperForm form;
    form.number = number;
    form.people.push_back({"孙玉珍", "FM-3101"});
    form.door = "3号楼 2单元 402";
    form.phone = "0432 0000 0012";
    form.due = true;
    form.days_left = -3;
    all.push_back(form);
  }
  return all;
}

// Page objects of the file; text and streams are compressed.
int pagesOf(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return -1;
  static const QRegularExpression page("/Type\\s*/Page\\b(?!s)");
  const QString content = QString::fromLatin1(file.readAll());
  return content.startsWith("%PDF-") ? static_cast<int>(content.count(page)) : -1;
}

std::string noWords(const v1::Problem&) {
  return "不在负责范围内";
}

}  // namespace

class ReportsTest : public QObject {
  Q_OBJECT

 private slots:
  void aProtocolGrowsWithItsDevices_data() {
    QTest::addColumn<int>("devices");
    QTest::addColumn<int>("parked");
    QTest::addColumn<int>("pages");
    QTest::newRow("a small district") << 3 << 0 << 1;
    QTest::newRow("two hundred tablets") << 200 << 0 << 6;
    QTest::newRow("much put aside") << 3 << 120 << 4;
  }

  void aProtocolGrowsWithItsDevices() {
    QFETCH(int, devices);
    QFETCH(int, parked);
    QFETCH(int, pages);
    const QString path = folder_.filePath("protocol.pdf");
    QVERIFY(reports::writeProtocol(evening(devices, parked), care::districtZone(), noWords, path.toStdString()).ok());
    const int written = pagesOf(path);
    QVERIFY2(std::abs(written - pages) <= pages / 3, qPrintable(QString::number(written)));
  }

  void aFrozenMonthShowsWhatWasFrozenFirst() {
    v1::EndOfDay day = evening(1, 2);
    QCOMPARE(reports::monthFigures(day, care::districtZone()).heads.size(), 3);
    v1::CoverageRow& row = *day.mutable_coverage();
    row.set_provisional(false);
    row.set_frozen_sequence(7);
    *row.mutable_frozen_at() = care::toTimestamp(absl::FromCivil(absl::CivilDay(2026, 12, 6), care::districtZone()));
    row.mutable_frozen()->set_denominator(2000);
    row.mutable_frozen()->set_contacted(1000);
    const reports::MonthFigures month = reports::monthFigures(day, care::districtZone());
    QVERIFY(month.title.contains("已定稿"));
    QCOMPARE(month.heads[1], QString("定稿"));
    QCOMPARE(month.heads[3], QString("更正后"));
    QCOMPARE(month.rows[0].mid(1), (QStringList{"50.0 %", "1,000 / 2,000", "94.6 %", "1,892 / 2,000"}));
    QVERIFY(month.notes[0].contains("2026年12月6日"));
    QVERIFY(month.notes[1].contains("2 条变更待处理"));
    const QString path = folder_.filePath("frozen.pdf");
    QVERIFY(reports::writeProtocol(day, care::districtZone(), noWords, path.toStdString()).ok());
    QCOMPARE(pagesOf(path), 1);
  }

  void aYesIsNeverBareWhileADeviceIsSilent() {
    v1::EndOfDay day = evening(2, 0);
    QCOMPARE(reports::verdict(day), QString("对平：是"));
    day.set_devices_silent(2);
    QVERIFY(reports::verdict(day).startsWith("对平：是；2 台设备当日没有联系"));
    day.mutable_devices(0)->set_revoked(true);
    day.mutable_devices(0)->set_waiting(3);
    day.set_devices_holding(1);
    day.set_reconciles(false);
    QVERIFY(reports::verdict(day).startsWith("对平：否；2 台"));
    QVERIFY(reports::reason(day).contains("其中 1 台已停用：遗失或待交回"));
  }

  void aListHasTenDoorsAPage_data() {
    QTest::addColumn<unsigned>("doors");
    QTest::addColumn<int>("pages");
    QTest::newRow("nobody") << 0U << 1;
    QTest::newRow("ten") << 10U << 1;
    QTest::newRow("eleven") << 11U << 2;
    QTest::newRow("thirty") << 30U << 3;
  }

  void aListHasTenDoorsAPage() {
    QFETCH(unsigned, doors);
    QFETCH(int, pages);
    const QString path = folder_.filePath("list.pdf");
    QVERIFY(reports::writePaperList({"丰满区", "高志远", kDay}, forms(doors), path.toStdString()).ok());
    QCOMPARE(pagesOf(path), pages);
  }

  void fileNamesGiveNobodyAway() {
    QCOMPARE(reports::protocolFileName(evening(1, 0)), std::string("日终记录-220211-2026-11-20.pdf"));
    QCOMPARE(reports::paperListFileName(kDay), std::string("走访清单-2026-11-20.pdf"));
  }

  void whatCannotBeWrittenIsSaidAndLeavesNothing() {
    const QString path = folder_.filePath("no such folder/protocol.pdf");
    const absl::Status written =
        reports::writeProtocol(evening(1, 0), care::districtZone(), noWords, path.toStdString());
    QVERIFY(absl::IsPermissionDenied(written));
    QVERIFY(!QFile::exists(path));
  }

  void anOlderFileStaysUntilTheNewOneIsWhole() {
    const QString path = folder_.filePath("kept.pdf");
    QVERIFY(reports::writePaperList({"丰满区", "", kDay}, forms(1), path.toStdString()).ok());
    QVERIFY(reports::writePaperList({"丰满区", "", kDay}, forms(22), path.toStdString()).ok());
    QCOMPARE(pagesOf(path), 3);
  }

  void sharesAreWrittenAsTheFiguresAre_data() {
    QTest::addColumn<qint64>("n");
    QTest::addColumn<qint64>("d");
    QTest::addColumn<QString>("shown");
    QTest::newRow("the meal points") << qint64{202} << qint64{430} << "47.0 %";
    QTest::newRow("nearly all") << qint64{1999} << qint64{2000} << "99.9 %";
    QTest::newRow("nothing to do") << qint64{0} << qint64{0} << "—";
    QTest::newRow("more than was asked") << qint64{516} << qint64{430} << "120.0 %";
  }

  void sharesAreWrittenAsTheFiguresAre() {
    QFETCH(qint64, n);
    QFETCH(qint64, d);
    QTEST(reports::percent(n, d), "shown");
  }

  void daysAreWrittenInChinese() {
    QCOMPARE(reports::dayText(kDay), QString("2026年11月20日 周五"));
    QCOMPARE(reports::timeText(absl::InfinitePast(), care::districtZone()), QString("—"));
  }

 private:
  QTemporaryDir folder_;
};

QTEST_MAIN(ReportsTest)
#include "reports_test.moc"
