#include "tests/scenario/stories.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <cstdio>

namespace doorstep::tests {
namespace {

// Without the name of a story the program looks whether each file tells one and the table is whole.
class StoriesTest : public QObject {
  Q_OBJECT
 private slots:
  void everyFileTellsAStory();
  void theTableNamesEveryFile();

 private:
  static QStringList files() { return QDir(QStringLiteral(DOORSTEP_STORIES)).entryList({"*_test.cpp"}); }
};

void StoriesTest::everyFileTellsAStory() {
  QStringList told;
  for (const Story& story : stories()) {
    told << QString::fromStdString(story.name) + "_test.cpp";
  }
  told.sort();
  QCOMPARE(told, files());
}

void StoriesTest::theTableNamesEveryFile() {
  QFile table(QStringLiteral(DOORSTEP_STORIES "/README.md"));
  QVERIFY(table.open(QIODevice::ReadOnly));
  static const QRegularExpression in_the_first_cell("^\\| `(\\w+)` \\|", QRegularExpression::MultilineOption);
  QStringList named;
  auto rows = in_the_first_cell.globalMatch(QString::fromUtf8(table.readAll()));
  while (rows.hasNext()) {
    named << rows.next().captured(1) + "_test.cpp";
  }
  named.sort();
  QCOMPARE(named, files());
}

}  // namespace

std::vector<Story>& stories() {
  static std::vector<Story> all;
  return all;
}

}  // namespace doorstep::tests

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  if (argc < 2) {
    doorstep::tests::StoriesTest test;
    return QTest::qExec(&test, argc, argv);
  }
  for (const doorstep::tests::Story& story : doorstep::tests::stories()) {
    if (story.name == argv[1]) {
      return story.tell(argc - 1, argv + 1);
    }
  }
  std::fprintf(stderr, "no such story: %s\n", argv[1]);
  return 2;
}

#include "stories.moc"
