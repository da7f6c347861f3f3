// Files of rows as a desk has them: recognised by their header, in two encodings, with bad rows told apart.

#include <unicode/ucnv.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/roster/roster_file.h"
#include "sync/ctl/failure.h"

using namespace doorstep;
using ctl::FileKind;

namespace {

const char* const kAreas =
    "区域代码,上级代码,级别,名称\n220211008,220211,街道,建华街道\n220211008001,220211008,社区,龙城社区\n";

QByteArray inGb18030(const QByteArray& utf8) {
  UErrorCode error = U_ZERO_ERROR;
  QByteArray bytes(utf8.size() * 4, '\0');
  const int32_t size = ucnv_convert("GB18030", "UTF-8", bytes.data(), static_cast<int32_t>(bytes.size()),
                                    utf8.constData(), static_cast<int32_t>(utf8.size()), &error);
  bytes.truncate(size);
  return bytes;
}

}  // namespace

class RosterTest : public QObject {
  Q_OBJECT

 private slots:
  void theHeaderShowsWhatRowsTheseAre_data() {
    QTest::addColumn<QStringList>("header");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const QStringList& header, FileKind kind) {
      QTest::newRow(name) << header << static_cast<int>(kind);
    };
    row("areas", {"区域代码", "上级代码", "级别", "名称"}, FileKind::kAreas);
    row("workers in English", {"staff_number", "name", "roles", "area codes"}, FileKind::kWorkers);
    row("elders", {"档案号", "姓名", "区域代码", "老人类别", "分级", "纳入日期"}, FileKind::kRoster);
    row("assignments", {"工号", "户号", "起始日"}, FileKind::kAssignments);
  }

  void theHeaderShowsWhatRowsTheseAre() {
    QFETCH(QStringList, header);
    std::vector<std::string> names;
    for (const QString& name : header)
      names.push_back(name.toStdString());
    const auto kind = roster::recognise(names);
    QVERIFY(kind.has_value());
    QTEST(static_cast<int>(*kind), "kind");
  }

  void aStrangeHeaderIsNothing() { QVERIFY(!roster::recognise({"foo", "bar"}).has_value()); }

  void bothEncodingsGiveTheSameRows_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("UTF-8") << QByteArray(kAreas) << "UTF-8";
    QTest::newRow("UTF-8 with a mark") << QByteArray("\xEF\xBB\xBF") + kAreas << "UTF-8";
    QTest::newRow("GB18030") << inGb18030(kAreas) << "GB18030";
  }

  void bothEncodingsGiveTheSameRows() {
    QFETCH(QByteArray, bytes);
    const auto file = roster::readRosterFile(written(bytes));
    QVERIFY2(file.ok(), file.status().ToString().c_str());
    QVERIFY(file->kind == FileKind::kAreas);
    QTEST(QString::fromStdString(file->encoding), "encoding");
    QCOMPARE(file->rows.size(), std::size_t{2});
    QCOMPARE(file->rows[0].area().name(), std::string("建华街道"));
    QCOMPARE(file->rows[1].area().parent_code(), std::string("220211008"));
    QCOMPARE(file->rows[1].line(), 3U);
  }

  void aBadRowIsToldApart() {
    const auto file = roster::readRosterFile(written(QByteArray(kAreas) + "220211009,220211,街道,\n"));
    QVERIFY2(file.ok(), file.status().ToString().c_str());
    QCOMPARE(file->rows.size(), std::size_t{2});
    QCOMPARE(file->refused, std::size_t{1});
    QCOMPARE(file->problems.front().line(), 4U);
    QCOMPARE(file->problems.front().field(), std::string("name"));
  }

  void whatIsNoFileOfRowsSaysWhy_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("why");
    QTest::newRow("empty") << QByteArray() << static_cast<int>(ctl::Failure::kFileEmpty);
    QTest::newRow("other columns") << QByteArray("甲,乙\n1,2\n") << static_cast<int>(ctl::Failure::kColumnMissing);
    QTest::newRow("an open quote") << QByteArray(kAreas) + "\"220211010,220211,街道,甲\n"
                                   << static_cast<int>(ctl::Failure::kOpenQuote);
  }

  void whatIsNoFileOfRowsSaysWhy() {
    QFETCH(QByteArray, bytes);
    const auto file = roster::readRosterFile(written(bytes));
    QVERIFY(!file.ok());
    const auto why = ctl::failureOf(file.status());
    QVERIFY(why.has_value());
    QTEST(static_cast<int>(*why), "why");
  }

 private:
  std::string written(const QByteArray& bytes) {
    const QString path = folder_.filePath("rows.csv");
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
      file.write(bytes);
    return path.toStdString();
  }

  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(RosterTest)
#include "roster_test.moc"
