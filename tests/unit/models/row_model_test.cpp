// A list model keeps what stays: rows at both ends are not touched, and views are told the truth.

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/models/elder_parts.h"
#include "app/models/row_model.h"

using doorstep::models::Companion;
using doorstep::models::Rows;

namespace {

std::vector<Companion> rowsOf(const QString& letters) {
  std::vector<Companion> rows;
  for (const QChar letter : letters) {
    Companion row;
    row.elder_id = letter.toLower();
    row.name = letter;
    rows.push_back(row);
  }
  return rows;
}

QString lettersOf(const Rows<Companion>& model) {
  QString letters;
  for (const Companion& row : model.rows())
    letters += row.name;
  return letters;
}

}  // namespace

class RowModelTest : public QObject {
  Q_OBJECT

 private slots:
  void replacesRows_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("removals");
    QTest::addColumn<int>("insertions");
    QTest::addColumn<int>("changes");
    QTest::newRow("from nothing") << ""
                                  << "abc" << 0 << 1 << 0;
    QTest::newRow("to nothing") << "abc"
                                << "" << 1 << 0 << 0;
    QTest::newRow("the same") << "abc"
                              << "abc" << 0 << 0 << 0;
    QTest::newRow("one changed, same key") << "abc"
                                           << "aBc" << 0 << 0 << 1;
    QTest::newRow("one in the middle goes") << "abcd"
                                            << "abd" << 1 << 0 << 0;
    QTest::newRow("one at the front comes") << "bc"
                                            << "abc" << 0 << 1 << 0;
    QTest::newRow("one at the back comes") << "ab"
                                           << "abc" << 0 << 1 << 0;
    QTest::newRow("two change places") << "abcd"
                                       << "acbd" << 1 << 1 << 0;
    QTest::newRow("all others") << "abc"
                                << "xyz" << 1 << 1 << 0;
    QTest::newRow("one of several alike goes") << "aaa"
                                               << "aa" << 1 << 0 << 0;
  }

  void replacesRows() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    Rows<Companion> model(&Companion::elder_id);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.replace(rowsOf(before));
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.replace(rowsOf(after));
    QCOMPARE(lettersOf(model), after);
    QTEST(static_cast<int>(removed.count()), "removals");
    QTEST(static_cast<int>(inserted.count()), "insertions");
    QTEST(static_cast<int>(changed.count()), "changes");
  }

  void rolesAreTheRowsProperties() {
    Rows<Companion> model(&Companion::elder_id);
    model.replace(rowsOf("a"));
    const auto roles = model.roleNames();
    QCOMPARE(roles.size(), 3);
    QCOMPARE(model.data(model.index(0), roles.key("name")).toString(), QString("a"));
    QCOMPARE(model.data(model.index(0), roles.key("elderId")).toString(), QString("a"));
    QVERIFY(!model.data(model.index(0), Qt::UserRole + 3).isValid());
  }

  void tellsItsCount() {
    Rows<Companion> model(&Companion::elder_id);
    const QSignalSpy counted(&model, &doorstep::models::RowModel::countChanged);
    model.replace(rowsOf("ab"));
    model.append(rowsOf("c"));
    model.append({});
    QCOMPARE(counted.count(), 2);
    QCOMPARE(model.count(), 3);
  }
};

QTEST_GUILESS_MAIN(RowModelTest)
#include "row_model_test.moc"
