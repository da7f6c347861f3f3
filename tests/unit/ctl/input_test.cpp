#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "sync/ctl/encoding.h"
#include "sync/ctl/failure.h"
#include "sync/ctl/file.h"
#include "sync/ctl/input_file.h"
#include "sync/ctl/problem_words.h"
#include "sync/ctl/refused_rows.h"

using namespace doorstep::ctl;
namespace v1 = doorstep::v1;

namespace {

const QString kHead = QStringLiteral("区域代码,上级代码,级别,名称\r\n");
// 㐂 and 𠮷 are outside GBK: four bytes in GB18030.
const QString kRow = QStringLiteral("220211,2202,区县,\"丰满区，,\"\"㐂𠮷\"\"\r\n东\"\r\n");

QByteArray gb18030(const QString& text) {
  return QByteArray::fromStdString(TextCodec(Encoding::kGb18030).encoded(text.toStdString()));
}

// Fields joined by '|', behind them ":" and the problems' fields; rows joined by '/'.
QString flat(InputFile& input) {
  QStringList rows;
  for (InputRow row; *input.next(row);) {
    QStringList fields;
    for (const std::string& field : row.record.fields) {
      fields << QString::fromStdString(field);
    }
    QString problems;
    for (const v1::Problem& problem : row.problems) {
      problems += QString(":%1@%2").arg(QString::fromStdString(problem.field())).arg(problem.line());
    }
    rows << fields.join('|') + problems;
  }
  return rows.join('/');
}

}  // namespace

class InputTest : public QObject {
  Q_OBJECT

 private slots:
  void readsEitherEncoding_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("encoding");
    const QString text = kHead + kRow;
    QTest::newRow("UTF-8") << text.toUtf8() << int(Encoding::kUtf8);
    QTest::newRow("UTF-8 with mark") << QByteArray("\xEF\xBB\xBF") + text.toUtf8() << int(Encoding::kUtf8);
    QTest::newRow("GB18030") << gb18030(text) << int(Encoding::kGb18030);
    QTest::newRow("GB18030 with mark") << QByteArray("\x84\x31\x95\x33") + gb18030(text) << int(Encoding::kGb18030);
    QTest::newRow("UTF-8 with LF") << text.toUtf8().replace("区县", "区县").replace("名称\r\n", "名称\n")
                                   << int(Encoding::kUtf8);
  }
  void readsEitherEncoding() {
    QFETCH(QByteArray, content);
    QFETCH(int, encoding);
    InputFile input(FileKind::kAreas, written(content));
    QVERIFY(input.open().ok());
    QCOMPARE(static_cast<int>(input.encoding()), encoding);
    QCOMPARE(input.rows(), std::size_t{1});
    const QString expected = QStringLiteral("220211|2202|区县|丰满区，,\"㐂𠮷\"\r\n东");
    QCOMPARE(flat(input), expected);
    QVERIFY(input.rewind().ok());
    QCOMPARE(flat(input), expected);
  }

  void tellsRowsOfAnotherEncodingApart_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("encoding");
    QTest::addColumn<QString>("expected");
    const QByteArray head = "code,parent_code,kind,name\n";
    const QString good = "1,,省,吉林省\n";
    const QString other = "2,1,市,吉林市\n";
    const QString both = "1||省|吉林省/2|1|市|吉林市:encoding@3/1||省|吉林省";
    QTest::newRow("GB18030 in UTF-8") << head + good.toUtf8() + gb18030(other) + good.toUtf8() << int(Encoding::kUtf8)
                                      << both;
    QTest::newRow("UTF-8 in GB18030") << head + gb18030(good) + other.toUtf8() + gb18030(good)
                                      << int(Encoding::kGb18030) << both;
    QTest::newRow("the header decides") << kHead.toUtf8() + good.toUtf8() + gb18030(other) + gb18030(other)
                                        << int(Encoding::kUtf8)
                                        << "1||省|吉林省/2|1|市|吉林市:encoding@3/2|1|市|吉林市:encoding@4";
    QTest::newRow("a mark decides") << QByteArray("\xEF\xBB\xBF") + head + gb18030(other + other) + good.toUtf8()
                                    << int(Encoding::kUtf8)
                                    << "2|1|市|吉林市:encoding@2/2|1|市|吉林市:encoding@3/1||省|吉林省";
    QTest::newRow("neither, within quotes")
        << head + good.toUtf8() + QByteArray("2,1,市\xE5\xB8,\"省\nb\"\n") + good.toUtf8() << int(Encoding::kUtf8)
        << QStringLiteral("1||省|吉林省/2|1|市\uFFFD|省\nb:bytes@3/1||省|吉林省");
    QTest::newRow("cut in GB18030") << gb18030(kHead) + gb18030(good) + QByteArray("2,1,\xCA,x\n")
                                    << int(Encoding::kGb18030) << QStringLiteral("1||省|吉林省/2|1|\uFFFD|x:bytes@3");
  }
  void tellsRowsOfAnotherEncodingApart() {
    QFETCH(QByteArray, content);
    QFETCH(int, encoding);
    QFETCH(QString, expected);
    InputFile input(FileKind::kAreas, written(content));
    QVERIFY(input.open().ok());
    QCOMPARE(static_cast<int>(input.encoding()), encoding);
    QCOMPARE(flat(input), expected);
  }

  void saysWhatIsWrongWithTheWhole_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("what");
    QTest::newRow("empty") << QByteArray() << int(Failure::kFileEmpty);
    QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF") << int(Failure::kFileEmpty);
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE\x63\x00", 4) << int(Failure::kEncodingUnknown);
    QTest::newRow("header of nothing known") << QByteArray("\xFF\xFF,code\n1,2\n") << int(Failure::kEncodingUnknown);
    QTest::newRow("column missing") << QByteArray("code,kind\n1,2\n") << int(Failure::kColumnMissing);
    QTest::newRow("open quote") << kHead.toUtf8() + "1,\"\n2,3\n" << int(Failure::kOpenQuote);
  }
  void saysWhatIsWrongWithTheWhole() {
    QFETCH(QByteArray, content);
    QFETCH(int, what);
    InputFile input(FileKind::kAreas, written(content));
    const absl::Status status = input.open();
    QVERIFY(failureOf(status).has_value());
    QCOMPARE(static_cast<int>(*failureOf(status)), what);
    QCOMPARE(exitCodeOf(status), kExitInput);
  }

  void refusedRowsCanBeImportedAgain_data() {
    QTest::addColumn<bool>("is_gb18030");
    QTest::newRow("UTF-8") << false;
    QTest::newRow("GB18030") << true;
  }
  void refusedRowsCanBeImportedAgain() {
    QFETCH(bool, is_gb18030);
    const QString text = kHead + "1,,省,甲\r\n2,,省,乙\r\n3,,省,丙,多余\r\n";
    v1::Problem problem;
    problem.set_code(v1::PROBLEM_CODE_MISSING);
    problem.set_field("name");
    const std::string refused = folder_.filePath("refused.csv").toStdString();
    InputFile input(FileKind::kAreas, written(is_gb18030 ? gb18030(text) : text.toUtf8()));
    QVERIFY(input.open().ok());
    QVERIFY(writeRefused(input, {{3, {problem}}, {4, {problem}}}, refused, Language::kChinese).ok());
    InputFile first(FileKind::kAreas, refused);
    QVERIFY(first.open().ok());
    QCOMPARE(first.encoding(), is_gb18030 ? Encoding::kGb18030 : Encoding::kUtf8);
    QVERIFY(first.columns().unknown().empty());
    QCOMPARE(flat(first), QStringLiteral("2||省|乙|input.csv 第 3 行：姓名或名称：没有填写/"
                                         "3||省|丙|多余|input.csv 第 4 行：姓名或名称：没有填写"));
    const std::string again = folder_.filePath("again.csv").toStdString();
    QVERIFY(writeRefused(first, {{2, {problem}}}, again, Language::kEnglish).ok());
    InputFile second(FileKind::kAreas, again);
    QVERIFY(second.open().ok());
    QCOMPARE(flat(second), QStringLiteral("2||省|乙|refused.csv, line 2: name: is empty"));
  }

  void convertsTheRowsOfAnotherEncoding() {
    const QByteArray content = kHead.toUtf8() + gb18030("2,1,市,吉林市\n");
    InputFile input(FileKind::kAreas, written(content));
    QVERIFY(input.open().ok());
    InputRow row;
    QVERIFY(*input.next(row));
    const std::string refused = folder_.filePath("refused.csv").toStdString();
    QVERIFY(writeRefused(input, {{row.record.line, row.problems}}, refused, Language::kEnglish).ok());
    InputFile again(FileKind::kAreas, refused);
    QVERIFY(again.open().ok());
    QCOMPARE(flat(again), QStringLiteral("2|1|市|吉林市|input.csv, line 2: encoding: this row is not in UTF-8 but in "
                                         "GB18030; the file of refused rows has it converted"));
  }

  void takesAHundredThousandRowsOneByOne() {
    QByteArray content = gb18030(kHead);
    for (int index = 0; index < 100'000; ++index) {
      content += index % 100 == 7 ? QByteArray("1,2,\xCA,x\n") : gb18030("220211,2202,区县,丰满区\n");
    }
    InputFile input(FileKind::kAreas, written(content));
    QVERIFY(input.open().ok());
    QCOMPARE(input.rows(), std::size_t{100'000});
    std::size_t rows = 0;
    RefusedRows refused;
    for (InputRow row; *input.next(row); ++rows) {
      if (!row.problems.empty()) {
        refused[row.record.line] = row.problems;
      }
    }
    QCOMPARE(rows, std::size_t{100'000});
    QCOMPARE(refused.size(), std::size_t{1000});
    QCOMPARE(refused.begin()->first, 9u);
    QCOMPARE(refused.rbegin()->first, 99'909u);
  }

 private:
  std::string written(const QByteArray& content) {
    const std::string path = folder_.filePath("input.csv").toStdString();
    [&] { QVERIFY(writeFile(path, content.toStdString()).ok()); }();
    return path;
  }

  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(InputTest)
#include "input_test.moc"
