// What the documents name exists: every path, every ./run command, every picture.

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

namespace {

const QString kTree = QStringLiteral(DOORSTEP_TREE);

QString contents(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList documents() {
  QStringList found;
  QDirIterator it(kTree, {"*.md"}, QDir::Files, QDirIterator::Subdirectories);
  while (it.hasNext()) {
    const QString path = it.next();
    if (!path.startsWith(kTree + "/build/") && !path.contains("/.")) {
      found << path;
    }
  }
  return found;
}

}  // namespace

class DocumentsTest : public QObject {
  Q_OBJECT

 private slots:
  void everyPathTheyNameExists() {
    // In backquotes or as the target of a link: something with a folder of ours in front.
    static const QRegularExpression path(
        R"([`(]((?:app|qml|proto|sync|tests|cmake)/[A-Za-z0-9_./-]*|[A-Za-z0-9_-]+\.(?:md|png))[`)#])");
    QStringList missing;
    int seen = 0;
    for (const QString& document : documents()) {
      auto matches = path.globalMatch(contents(document));
      while (matches.hasNext()) {
        ++seen;
        const QString named = matches.next().captured(1);
        const bool exists =
            QFileInfo::exists(kTree + '/' + named) || QFileInfo::exists(QFileInfo(document).path() + '/' + named);
        if (!exists) {
          missing << QDir(kTree).relativeFilePath(document) + " names " + named;
        }
      }
    }
    QVERIFY(seen > 20);
    QVERIFY2(missing.isEmpty(), qPrintable('\n' + missing.join('\n')));
  }

  void everyCommandTheyNameExists() {
    static const QRegularExpression command(R"(\./run ([a-z-]+))");
    const QString script = contents(kTree + "/run");
    int seen = 0;
    for (const QString& document : documents()) {
      auto matches = command.globalMatch(contents(document));
      while (matches.hasNext()) {
        ++seen;
        const QString name = matches.next().captured(1);
        const QRegularExpression entry("(^|\\n)" + QRegularExpression::escape(name) + "\\(\\)");
        QVERIFY2(entry.match(script).hasMatch(), qPrintable(document + " names ./run " + name));
      }
    }
    QVERIFY(seen > 2);
  }
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "documents_test.moc"
