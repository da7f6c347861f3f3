// P10: what people entrusted to the store stands in no file of its folder, in no encoding.

#include <QDirIterator>
#include <QFile>

#include "tests/unit/store/tablet.h"

namespace doorstep::store {
namespace {

const QString kName = QStringLiteral("金丝雀黄莺");
const QString kPinyin = QStringLiteral("jinsiquehuangying");
const QString kNote = QStringLiteral("canary-note-7f3a in the mine 矿井里的金丝雀");
const QString kDraft = QStringLiteral("canary-draft-91cc");
const QString kPhone = QStringLiteral("13812345678canary");

QList<QByteArray> encodings(const QString& text) {
  const QByteArray little(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
  QByteArray big = little;
  for (qsizetype i = 0; i + 1 < big.size(); i += 2) {
    std::swap(big[i], big[i + 1]);
  }
  return {text.toUtf8(), little, big};
}

// The files below a folder in which one of the canaries stands, and how many files were read.
QStringList findCanaries(const QString& folder, int* files = nullptr) {
  QStringList found;
  QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (it.hasNext()) {
    QFile file(it.next());
    if (!file.open(QIODevice::ReadOnly)) {
      found << "unreadable: " + file.fileName();
      continue;
    }
    const QByteArray content = file.readAll();
    if (files != nullptr) {
      ++*files;
    }
    for (const QString& canary : {kName, kPinyin, kNote, kDraft, kPhone}) {
      for (const QByteArray& encoded : encodings(canary)) {
        if (content.contains(encoded)) {
          found << file.fileName();
        }
      }
    }
  }
  return found;
}

}  // namespace

class CanaryTest : public QObject {
  Q_OBJECT

 private slots:
  void theSearchFindsWhatIsThere() {
    for (const QString& canary : {kName, kPinyin, kNote, kDraft, kPhone}) {
      for (const QByteArray& encoded : encodings(canary)) {
        QTemporaryDir folder;
        QFile file(folder.filePath("plain"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("before" + encoded + "after");
        file.close();
        QVERIFY(!findCanaries(folder.path()).isEmpty());
      }
    }
  }

  void nothingReadableLiesOnTheDisk() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Record canary = elder("canary", "h1", kName.toStdString(), v1::TIER_A);
    canary.mutable_elder()->set_phone(kPhone.toStdString());
    VERIFY_OK(tablet.store().keepPage(page({canary}, 40)));
    for (int i = 0; i < 300; ++i) {  // more than one checkpoint's worth
      v1::Record made = visited("v" + std::to_string(i), "h1", "canary", at(kToday, 8));
      made.mutable_visit()->set_note(kNote.toStdString());
      VERIFY_OK(tablet.store().saveVisit(draftOf(made)).status());
    }
    v1::VisitDraft draft = draftOf(visited("draft", "h1", "canary", at(kToday, 8)));
    draft.mutable_visit()->set_note(kDraft.toStdString());
    VERIFY_OK(tablet.store().keepDraft(draft));
    v1::Record after = canary;
    after.mutable_elder()->set_how_to_approach(kNote.toStdString());
    VERIFY_OK(tablet.store().edit(canary, after).status());

    // Open: with its log and its index of the log.
    int files = 0;
    QCOMPARE(findCanaries(tablet.folder(), &files), QStringList());
    QVERIFY2(files >= 3, "the database, its -wal and its -shm");

    // By the key it is all there.
    QCOMPARE(tablet.queries().search(kPinyin.toStdString(), kToday)->size(), std::size_t{1});
    const auto file = tablet.queries().elder(id("canary"), kToday);
    VERIFY_OK(file.status());
    QCOMPARE(QString::fromStdString(file->elder.name()), kName);
    QCOMPARE(QString::fromStdString(file->elder.how_to_approach()), kNote);
    QCOMPARE(QString::fromStdString(file->timeline.at(0).visit.note()), kNote);
    QCOMPARE(QString::fromStdString(file->draft->visit().note()), kDraft);

    // After big sorted answers, and closed.
    VERIFY_OK(tablet.queries().syncOverview().status());
    QCOMPARE(findCanaries(tablet.folder()), QStringList());
    tablet.close();
    QCOMPARE(findCanaries(tablet.folder()), QStringList());
  }

  void aDamagedFileThatWasSetAsideIsStillEncrypted() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().keepPage(page({elder("canary", "h1", kName.toStdString(), v1::TIER_A)}, 40)));
    tablet.close();
    VERIFY_OK(setAside(tablet.path(), at(kToday, 9)).status());
    int files = 0;
    QCOMPARE(findCanaries(tablet.folder(), &files), QStringList());
    QVERIFY(files >= 1);
  }
};

}  // namespace doorstep::store

QTEST_GUILESS_MAIN(doorstep::store::CanaryTest)
#include "canary_test.moc"
