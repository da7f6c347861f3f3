#include <QtTest>

#include "sync/ctl/csv.h"
#include "sync/ctl/failure.h"

using namespace doorstep::ctl;

namespace {

// Records as one text: fields joined by '|', records by '/'.
QString flat(const std::vector<CsvRecord>& records) {
  QStringList lines;
  for (const CsvRecord& record : records) {
    QStringList fields;
    for (const std::string& field : record.fields) {
      fields << QString::fromStdString(field);
    }
    lines << fields.join('|');
  }
  return lines.join('/');
}

}  // namespace

class CsvTest : public QObject {
  Q_OBJECT

 private slots:
  void readsWhatRfc4180Allows_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QByteArray("a,b\nc,d\n") << "a|b/c|d";
    QTest::newRow("no break at the end") << QByteArray("a,b\nc,d") << "a|b/c|d";
    QTest::newRow("CRLF") << QByteArray("a,b\r\nc,d\r\n") << "a|b/c|d";
    QTest::newRow("CR") << QByteArray("a,b\rc,d\r") << "a|b/c|d";
    QTest::newRow("byte order mark") << QByteArray(
                                            "\xEF\xBB\xBF"
                                            "a,b\n")
                                     << "a|b";
    QTest::newRow("quoted comma") << QByteArray("\"a,b\",c\n") << "a,b|c";
    QTest::newRow("doubled quote") << QByteArray("\"a\"\"b\",c\n") << "a\"b|c";
    QTest::newRow("quoted line break") << QByteArray("\"a\nb\",c\nd,e\n") << "a\nb|c/d|e";
    QTest::newRow("quoted CRLF") << QByteArray("\"a\r\nb\",c\n") << "a\r\nb|c";
    QTest::newRow("empty fields") << QByteArray(",,\n") << "||";
    QTest::newRow("empty quoted field") << QByteArray("\"\",a\n") << "|a";
    QTest::newRow("empty lines are skipped") << QByteArray("\n\na,b\r\n\r\nc,d\n") << "a|b/c|d";
    QTest::newRow("quote inside a field") << QByteArray("5\" pipe,b\n") << "5\" pipe|b";
    QTest::newRow("Chinese") << QByteArray("姓名,地址\n王桂兰,\"3号楼,401\"\n") << "姓名|地址/王桂兰|3号楼,401";
    QTest::newRow("nothing") << QByteArray() << "";
  }
  void readsWhatRfc4180Allows() {
    QFETCH(QByteArray, content);
    QFETCH(QString, expected);
    const auto records = parseCsv(content.toStdString());
    QVERIFY(records.ok());
    QCOMPARE(flat(*records), expected);
  }

  void knowsTheLineOfEveryRecord() {
    const auto records = parseCsv("head\n\n\"one\ntwo\"\r\n\"x\r\ny\"\nlast\n");
    QVERIFY(records.ok());
    std::vector<unsigned> lines;
    for (const CsvRecord& record : *records) {
      lines.push_back(record.line);
    }
    QCOMPARE(lines, (std::vector<unsigned>{1, 3, 5, 7}));
  }

  void readsAcrossItsBlocks() {
    // Quotes, CRLF and doubled quotes at every place around the end of a block of 64 KiB.
    for (int shift = 0; shift < 12; ++shift) {
      const std::string filler((1 << 16) - 6 - shift, 'x');
      const auto records = parseCsv(filler + "\r\n\"a\"\"b\r\nc\",d\r\ne\r\n");
      QVERIFY(records.ok());
      QCOMPARE(records->size(), std::size_t{3});
      QCOMPARE(records->at(1).fields, (std::vector<std::string>{"a\"b\r\nc", "d"}));
      QCOMPARE(records->at(2).line, 4u);
    }
  }

  void refusesWithTheLine_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("line");
    const int not_utf8 = static_cast<int>(Failure::kNotUtf8);
    QTest::newRow("GB18030") << QByteArray("code,name\n1,\xB7\xE1\xC2\xFA\n") << not_utf8 << "2";
    QTest::newRow("cut character") << QByteArray("a\nb\nc\xE4\xB8\n") << not_utf8 << "3";
    QTest::newRow("overlong") << QByteArray("a\n\xC0\xAF\n") << not_utf8 << "2";
    QTest::newRow("UTF-16") << QByteArray(
                                   "\xFF\xFE"
                                   "a\0",
                                   4)
                            << not_utf8 << "1";
    QTest::newRow("endless row") << QByteArray("a\n") + QByteArray((1 << 20) + 1, 'x')
                                 << static_cast<int>(Failure::kRowTooLong) << "2";
    QTest::newRow("open quote before much")
        << QByteArray("a\n\"") + QByteArray((1 << 20) + 1, '\n') << static_cast<int>(Failure::kOpenQuote) << "2";
    QTest::newRow("open quote") << QByteArray("a\nb,\"c\nd\n") << static_cast<int>(Failure::kOpenQuote) << "2";
  }
  void refusesWithTheLine() {
    QFETCH(QByteArray, content);
    QFETCH(int, what);
    QFETCH(QString, line);
    const auto records = parseCsv(content.toStdString());
    QVERIFY(!records.ok());
    QVERIFY(failureOf(records.status()).has_value());
    QCOMPARE(static_cast<int>(*failureOf(records.status())), what);
    QCOMPARE(QString::fromStdString(argumentsOf(records.status()).at(0)), line);
    QCOMPARE(exitCodeOf(records.status()), kExitInput);
  }

  void writesWhatItReads() {
    const std::vector<std::string> fields = {"", "plain", "a,b", "say \"hi\"", "two\r\nlines", "=1+1", "王"};
    const auto records = parseCsv(csvLine(fields));
    QVERIFY(records.ok());
    QCOMPARE(records->size(), std::size_t{1});
    QCOMPARE(records->front().fields, fields);
  }

  void defusesFormulasForSpreadsheets() {
    QCOMPARE(csvLineForSpreadsheet({"=1+1", "@x", "-2", "+3", "ok"}), std::string("'=1+1,'@x,'-2,'+3,ok\r\n"));
  }
};

QTEST_APPLESS_MAIN(CsvTest)
#include "csv_test.moc"
