#include <QDir>
#include <QFile>
#include <QTest>
#include <fstream>

#include "tests/scenario/field.h"
#include "tests/scenario/mishaps.h"
#include "tests/scenario/stories.h"
#include "tests/support/fault_vfs.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

// Elsewhere the app crashes once the disk is full or a file is damaged, and what was recorded is out of reach. Here an
// exchange stops and goes on later, a visit can still be saved, and a damaged store is set aside: what the service had
// comes back from there, what waited comes by the sealed file (architecture decisions 11 and 18).
class FullOrDamagedTest : public QObject {
  Q_OBJECT
 private slots:
  void aFullDiskStopsThePullAndNotTheWork();
  void aDamagedStoreIsSetAsideAndEverythingComesBack();

 private:
  static std::set<std::string> visits(Field& field, FieldTablet& tablet, int count);
};

std::set<std::string> FullOrDamagedTest::visits(Field& field, FieldTablet& tablet, int count) {
  std::set<std::string> made;
  for (int i = 0; i < count; ++i) {
    made.insert(tablet.visit(field.elder("shared"), field.household("shared")));
  }
  return made;
}

void FullOrDamagedTest::aFullDiskStopsThePullAndNotTheWork() {
  FaultVfs disk;
  Field field;
  FieldTablet& li = field.tablet("li");
  li.useDisk(disk.name());
  QVERIFY(li.restart().ok());
  std::set<std::string> made = visits(field, li, 1);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  made.merge(visits(field, field.tablet("wu"), 30));
  QCOMPARE(field.tablet("wu").syncThrough().trouble, Trouble::kNone);

  // Full, but for the room that is kept back for people's work.
  const QString reserve = QString::fromStdString(li.storePath() + ".reserve");
  QVERIFY(QFile::exists(reserve));
  disk.fullWhile([reserve] { return QFile::exists(reserve); });
  QCOMPARE(li.sync().trouble, Trouble::kStoreFault);
  QCOMPARE(visitsOn(li).size(), std::size_t{1});
  QVERIFY(QFile::exists(reserve));  // what can be pulled again is not worth it
  made.merge(visits(field, li, 3));
  QCOMPARE(li.overview().waiting_visits, std::uint64_t{3});

  disk.heal();
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(li), made);
  for (const char* other : {"wu", "desk"}) {
    QCOMPARE(field.tablet(other).syncThrough().trouble, Trouble::kNone);
    QCOMPARE(visitsOn(field.tablet(other)), made);
    QCOMPARE(differencesBetween(li, field.tablet(other)), std::size_t{0});
  }
}

void FullOrDamagedTest::aDamagedStoreIsSetAsideAndEverythingComesBack() {
  Field field;
  FieldTablet& li = field.tablet("li");
  std::set<std::string> made = visits(field, li, 5);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  made.merge(visits(field, li, 3));
  const std::string sealed = li.sealed();  // left on lock and on exit
  const absl::Status opened = li.restart([path = li.storePath()] {
    std::fstream(path, std::ios::in | std::ios::out | std::ios::binary) << std::string(8192, 'x');
  });
  QVERIFY2(absl::IsDataLoss(opened), opened.ToString().c_str());
  QCOMPARE(QDir(QString::fromStdString(field.folder("li"))).entryList({"store.db*damaged*"}).size(), qsizetype{1});

  // Work goes on at once, and what the service had is there again.
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(li).size(), std::size_t{5});
  made.merge(visits(field, li, 1));
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QVERIFY(!carry(field, sealed).empty());
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(li), made);
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(field.tablet("desk")), made);
  QCOMPARE(field.quarantined(), std::size_t{0});
  QCOMPARE(field.differencesOfRecount(), std::size_t{0});
}

const Tells<FullOrDamagedTest> kFullOrDamaged("full_or_damaged");

}  // namespace
}  // namespace doorstep::tests

#include "full_or_damaged_test.moc"
