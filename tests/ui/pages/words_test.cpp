// Every word of the pages exists in Chinese, and every plural in English. lupdate reads the sources
// anew, so that a sentence added without its translation is found here.

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message {
  QString context;
  QString source;
  QStringList translations;
  bool unfinished = false;
};

QList<Message> readMessages(const QString& path) {
  QFile file(path);
  QList<Message> messages;
  if (!file.open(QIODevice::ReadOnly))
    return messages;
  QXmlStreamReader xml(&file);
  QString context;
  while (!xml.atEnd()) {
    xml.readNext();
    if (!xml.isStartElement())
      continue;
    if (xml.name() == QLatin1String("name"))
      context = xml.readElementText();
    if (xml.name() == QLatin1String("message"))
      messages << Message{context, {}, {}, false};
    if (xml.name() == QLatin1String("source"))
      messages.last().source = xml.readElementText();
    if (xml.name() == QLatin1String("numerusform"))
      messages.last().translations << xml.readElementText();
    if (xml.name() == QLatin1String("translation")) {
      messages.last().unfinished = xml.attributes().hasAttribute(QLatin1String("type"));
      xml.readNext();
      if (xml.isCharacters() && !xml.isWhitespace())
        messages.last().translations << xml.text().toString();
    }
  }
  return messages;
}

QStringList placeholders(const QString& text) {
  static const QRegularExpression pattern(QStringLiteral("%(L?[0-9]|n)"));
  QStringList found;
  for (auto match = pattern.globalMatch(text); match.hasNext();)
    found << match.next().captured();
  found.sort();
  return found;
}

}  // namespace

class WordsTest : public QObject {
  Q_OBJECT

 private slots:
  void everyWordIsTranslated_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("Chinese") << "doorstep_zh_CN.ts" << QStringList();
    QTest::newRow("English plurals") << "doorstep_en.ts" << QStringList{"-pluralonly"};
  }

  void everyWordIsTranslated() {
    QFETCH(QString, file);
    QFETCH(QStringList, options);
    const QString fresh = folder_.filePath(file);
    QVERIFY(QFile::copy(QStringLiteral(DOORSTEP_QML) + "/i18n/" + file, fresh));
    QProcess lupdate;
    lupdate.start(QStringLiteral(DOORSTEP_LUPDATE), QStringList{"-silent", "-no-obsolete", "-locations", "none"} +
                                                        options +
                                                        QStringList{QStringLiteral(DOORSTEP_QML), "-ts", fresh});
    QVERIFY(lupdate.waitForFinished(120'000));
    QCOMPARE(lupdate.exitCode(), 0);
    const QList<Message> messages = readMessages(fresh);
    QVERIFY(messages.size() > 10);
    for (const Message& message : messages) {
      const QByteArray name = (message.context + ": " + message.source).toUtf8();
      QVERIFY2(!message.unfinished, name.constData());
      QVERIFY2(!message.translations.isEmpty(), name.constData());
      for (const QString& translation : message.translations) {
        QVERIFY2(placeholders(translation) == placeholders(message.source), name.constData());
      }
    }
  }

 private:
  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
