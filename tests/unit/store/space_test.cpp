// A tablet with 0 bytes free: what people recorded can still be saved, and they are told.

#include <QFile>

#include "tests/support/fault_vfs.h"
#include "tests/unit/store/tablet.h"

namespace doorstep::store {

using tests::FaultVfs;

class SpaceTest : public QObject {
  Q_OBJECT

 private slots:
  void aVisitIsSavedWithNothingFree() {
    FaultVfs disk;
    Tablet tablet(disk.name());
    std::uint64_t free = kPlenty;
    tablet.setFreeBytes([&free] { return free; });
    VERIFY_OK(tablet.settle());
    QVERIFY(QFile::exists(reserveOf(tablet)));
    QVERIFY(!tablet.queries().syncOverview()->space_low);

    // Everything is full as long as the reserve lies on the disk.
    free = 0;
    disk.fullWhile([&tablet] { return QFile::exists(reserveOf(tablet)); });
    COMPARE_CODE(tablet.store().keepPage(page(smallDistrict(), 100)), kResourceExhausted);
    QVERIFY(QFile::exists(reserveOf(tablet)));  // what can be pulled again is not worth it
    QVERIFY(tablet.queries().syncOverview()->space_low);
    VERIFY_OK(tablet.store().keepDraft(draftOf(visited("v1", "h1", "wang", at(kToday, 8)))));
    QVERIFY(!QFile::exists(reserveOf(tablet)));
    for (int i = 1; i <= 20; ++i) {
      VERIFY_OK(
          tablet.store().saveVisit(draftOf(visited("v" + std::to_string(i), "h1", "wang", at(kToday, 8)))).status());
    }
    QVERIFY(tablet.queries().syncOverview()->space_low);
    VERIFY_OK(tablet.open());
    QCOMPARE(tablet.queries().syncOverview()->waiting_visits, std::uint64_t{20});

    free = kPlenty;
    disk.heal();
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("w", "h1", "wang", at(kToday, 8)))).status());
    QVERIFY(QFile::exists(reserveOf(tablet)));
    QVERIFY(!tablet.queries().syncOverview()->space_low);
    tablet.close();
  }

  void withoutRoomForAReserveItSaysSo() {
    Tablet tablet;
    tablet.setFreeBytes([] { return std::uint64_t{1'000'000}; });
    VERIFY_OK(tablet.settle());
    QVERIFY(!QFile::exists(reserveOf(tablet)));
    QVERIFY(tablet.queries().syncOverview()->space_low);
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v1", "h1", "wang", at(kToday, 8)))).status());
  }

  void whenTheReserveIsUsedUpNothingIsLost() {
    FaultVfs disk;
    Tablet tablet(disk.name());
    tablet.setFreeBytes([] { return kPlenty; });
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v1", "h1", "wang", at(kToday, 8)))).status());
    disk.failAfter(0, FaultVfs::Fault::DiskFull);  // also without the reserve
    COMPARE_CODE(tablet.store().saveVisit(draftOf(visited("v2", "h1", "wang", at(kToday, 8)))).status(),
                 kResourceExhausted);
    disk.heal();
    QCOMPARE(tablet.queries().syncOverview()->waiting_visits, std::uint64_t{1});
    VERIFY_OK(tablet.store().saveVisit(draftOf(visited("v2", "h1", "wang", at(kToday, 8)))).status());
    QCOMPARE(tablet.queries().syncOverview()->waiting_visits, std::uint64_t{2});
    tablet.close();
  }

 private:
  static constexpr std::uint64_t kPlenty = 1'000'000'000;

  static QString reserveOf(const Tablet& tablet) { return QString::fromStdString(tablet.path() + ".reserve"); }
};

}  // namespace doorstep::store

QTEST_GUILESS_MAIN(doorstep::store::SpaceTest)
#include "space_test.moc"
