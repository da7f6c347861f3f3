// Pictures: what a file gives away, and what a finger does with them on the real pages.

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include "app/shell/photo.h"
#include "tests/ui/fakes/sample_pictures.h"
#include "tests/ui/pages/stage.h"

using namespace doorstep;
using models::app_enums::PictureState;
using models::app_enums::PictureTrouble;
using tests::Place;
using tests::Stage;

namespace {

// The head of an EXIF block with a place in it, as cameras write it, in front of a JPEG's other parts.
QByteArray withExif(const QByteArray& jpeg, int orientation) {
  QByteArray tiff("II*\0\x08\0\0\0", 8);
  tiff.append(QByteArray("\x01\0\x12\x01\x03\0\x01\0\0\0", 10));
  tiff.append(static_cast<char>(orientation));
  tiff.append(QByteArray("\0\0\0\0\0\0\0", 7));
  tiff.append("GPS 43.8378N 126.5494E canary-camera");
  QByteArray block("Exif\0\0", 6);
  block.append(tiff);
  const auto size = static_cast<int>(block.size()) + 2;
  QByteArray out = jpeg.left(2);
  out.append("\xff\xe1");
  out.append(static_cast<char>(size >> 8));
  out.append(static_cast<char>(size & 0xff));
  out.append(block);
  out.append(jpeg.mid(2));
  return out;
}

QImage decoded(const std::string& jpeg) {
  return QImage::fromData(QByteArray::fromStdString(jpeg), "JPEG");
}

models::ChosenPicture chosen(const char* colour) {
  models::ChosenPicture picture;
  picture.content = tests::drawnPicture(800, 600, colour);
  picture.thumbnail = tests::drawnPicture(160, 120, colour);
  return picture;
}

}  // namespace

class PicturesTest : public QObject {
  Q_OBJECT

 private slots:
  void cleanup() { QCOMPARE(Stage::complaints(), QStringList()); }

  void nothingButThePixelsLeavesTheDevice_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QSize>("becomes");
    QTest::newRow("small") << 300 << 200 << 1 << QSize(300, 200);
    QTest::newRow("as a phone takes it") << 4000 << 3000 << 1 << QSize(2048, 1536);
    QTest::newRow("on its side") << 600 << 400 << 6 << QSize(400, 600);
    QTest::newRow("a long one") << 5000 << 10 << 1 << QSize(2048, 4);
  }
  void nothingButThePixelsLeavesTheDevice() {
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, orientation);
    QFETCH(QSize, becomes);
    QTemporaryDir folder;
    const QString path = folder.filePath("photo.jpg");
    const QByteArray original =
        withExif(QByteArray::fromStdString(tests::drawnPicture(width, height, "#7a4a2b")), orientation);
    write(path, original);
    const auto photo = shell::readPhoto(path);
    QVERIFY(photo.ok());
    for (const std::string& made : {photo->content, photo->thumbnail}) {
      QVERIFY(made.find("canary-camera") == std::string::npos);
      QVERIFY(made.find("Exif") == std::string::npos);
      QVERIFY(made.find("GPS") == std::string::npos);
      QVERIFY(!decoded(made).isNull());
    }
    QCOMPARE(decoded(photo->content).size(), becomes);
    QVERIFY(photo->thumbnail.size() <= 8192);
    QVERIFY(decoded(photo->thumbnail).width() <= 256);
  }

  void theTextsOfAPictureGo() {
    QTemporaryDir folder;
    const QString path = folder.filePath("photo.png");
    QImage image(50, 50, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    image.setText("Description", "canary-camera");
    QVERIFY(image.save(path, "PNG"));
    const auto photo = shell::readPhoto(path);
    QVERIFY(photo.ok());
    QVERIFY(photo->content.find("canary-camera") == std::string::npos);
    QCOMPARE(decoded(photo->content).pixelColor(25, 25), QColor(Qt::white));
  }

  // Noise is the hardest to make small.
  void aThumbnailAlwaysTravelsWithItsRecord() {
    QTemporaryDir folder;
    const QString path = folder.filePath("noise.png");
    QImage image(512, 512, QImage::Format_RGB32);
    std::uint32_t seed = 1;
    for (int y = 0; y < 512; ++y) {
      for (int x = 0; x < 512; ++x) {
        seed = seed * 1664525 + 1013904223;
        image.setPixel(x, y, seed >> 8);
      }
    }
    QVERIFY(image.save(path, "PNG"));
    const auto photo = shell::readPhoto(path);
    QVERIFY(photo.ok());
    QVERIFY(!photo->thumbnail.empty() && photo->thumbnail.size() <= 8192);
  }

  void whatIsNoPictureIsSaidSo() {
    QTemporaryDir folder;
    write(folder.filePath("list.jpg"), "file number,name\n");
    QVERIFY(absl::IsInvalidArgument(shell::readPhoto(folder.filePath("list.jpg")).status()));
    write(folder.filePath("torn.jpg"), QByteArray::fromStdString(tests::drawnPicture(300, 300, "#000")).left(100));
    QVERIFY(absl::IsInvalidArgument(shell::readPhoto(folder.filePath("torn.jpg")).status()));
    QVERIFY(absl::IsPermissionDenied(shell::readPhoto(folder.filePath("none.jpg")).status()));
  }

  void aPictureIsAddedOnTheEldersPage() {
    Stage stage({.prepare = [](tests::FakeWorkspace& workspace) { workspace.store().setPictures({}); }});
    stage.unlock();
    openElder(stage);
    stage.pictureFiles().next = chosen("#7a4a2b");
    stage.press("Add a picture …");
    const auto kept = stage.workspace().store().keptPictures();
    QCOMPARE(kept.size(), std::size_t{1});
    QVERIFY(kept.front().attachment.visit_id().empty());
    QVERIFY(!kept.front().attachment.elder_id().empty());
    QVERIFY(kept.front().attachment.household_id() == stage.models().elder.file().household.id());
    QCOMPARE(kept.front().attachment.media_type(), std::string("image/jpeg"));
    QVERIFY(stage.sees("1 picture waits for the upload"));

    models::PicturesModel& pictures = stage.models().pictures;
    const int role = pictures.pictures()->roleNames().key("pictureId");
    const QModelIndex first = pictures.pictures()->index(0, 0);
    pictures.describe(pictures.pictures()->data(first, role).toString(), "  the way to the door ");
    stage.settle();
    QCOMPARE(stage.workspace().store().keptPictures().front().attachment.caption(), std::string("the way to the door"));
    stage.press("Picture, the way to the door, 20 Nov, Kept here, goes with the next upload");
    QVERIFY(stage.sees("Kept here, goes with the next upload"));
    QVERIFY(!stage.models().pictures.openSource().isEmpty());
    stage.press("Take it away again");
    QVERIFY(stage.workspace().store().keptPictures().empty());
  }

  void aPictureIsAddedOnTheVisitPage() {
    Stage stage({.prepare = [](tests::FakeWorkspace& workspace) { workspace.store().setPictures({}); }});
    stage.unlock();
    stage.press("Start 李桂英 82");
    QVERIFY(!stage.sees("Add a picture …"));
    stage.press("李桂英: Met in person");
    stage.pictureFiles().next = chosen("#40566b");
    stage.press("Add a picture …");
    const auto kept = stage.workspace().store().keptPictures();
    QCOMPARE(kept.size(), std::size_t{1});
    QVERIFY(kept.front().attachment.visit_id() == stage.models().visit.visitId());
    QCOMPARE(stage.models().pictures.onThisVisit(), 1);
    // The visit that it waits for was kept before it.
    QVERIFY(!stage.workspace().store().keptDrafts().empty());
    // And nobody has to add one.
    stage.press("Finish");
    stage.press("Save");
    QCOMPARE(stage.workspace().store().savedVisits().size(), std::size_t{1});
  }

  void whatCannotBeAddedIsSaidWithWhatToDo_data() {
    QTest::addColumn<int>("trouble");
    QTest::addColumn<QString>("words");
    QTest::newRow("no picture") << static_cast<int>(PictureTrouble::NotAPicture)
                                << "not a picture that Doorstep can read";
    QTest::newRow("too large") << static_cast<int>(PictureTrouble::TooLarge) << "This picture is too large.";
    QTest::newRow("unreadable") << static_cast<int>(PictureTrouble::Unreadable) << "This file cannot be read.";
  }
  void whatCannotBeAddedIsSaidWithWhatToDo() {
    QFETCH(int, trouble);
    QFETCH(QString, words);
    Stage stage({});
    stage.unlock();
    openElder(stage);
    stage.pictureFiles().next.trouble = static_cast<PictureTrouble>(trouble);
    const std::size_t before = stage.workspace().store().keptPictures().size();
    stage.press("Add a picture …");
    QVERIFY(stage.sees(words));
    QVERIFY(stage.sees("Nothing was changed."));
    QCOMPARE(stage.workspace().store().keptPictures().size(), before);
    stage.press("All right");
    QVERIFY(!stage.sees(words));
  }

  void withoutRoomItIsSaidSo() {
    Stage stage({});
    stage.unlock();
    openElder(stage);
    stage.pictureFiles().next = chosen("#40566b");
    stage.workspace().store().fail(absl::ResourceExhaustedError("full"));
    stage.press("Add a picture …");
    QVERIFY(stage.sees("There is no room left on this device."));
    stage.workspace().store().fail(absl::OkStatus());
  }

  void oneFromElsewhereIsFetched() {
    Stage stage({});
    stage.unlock();
    openElder(stage);
    stage.models().pictures.open(QString::fromLatin1(QByteArray("d...............").toHex()));
    stage.settle();
    QVERIFY(stage.models().pictures.openSource().isEmpty());
    QCOMPARE(stage.models().pictures.openState(), PictureState::Fetching);
    QCOMPARE(stage.workspace().contentsAsked(), 1);
    stage.models().pictures.close();
  }

  void picturesThatWaitAreNoSecret() {
    Stage stage({.prepare = [](tests::FakeWorkspace& workspace) {
      store::SyncOverview overview;
      overview.waiting_pictures = 3;
      overview.last_sync = absl::FromUnixSeconds(1795136400);
      workspace.store().setOverview(overview);
    }});
    stage.unlock();
    QVERIFY(stage.sees("3 pictures wait for the upload"));
    QVERIFY(!stage.sees("All uploaded"));
    stage.go(Place::kSync);
    QVERIFY(!stage.sees("Nothing waits on this device"));
    client::SyncStatus status;
    status.contents_held_back = true;
    stage.workspace().sayStatus(status);
    stage.settle();
    QVERIFY(stage.sees("This network charges for what goes over it."));
    stage.press("Also where the network costs");
    QVERIFY(stage.models().session.picturesWhereItCosts());
    QVERIFY(stage.workspace().transferRules().allowed);
    stage.press("256 kB");
    QCOMPARE(stage.workspace().transferRules().bytes_per_second, std::uint64_t{256} * 1024);
    stage.press("No limit");
    QCOMPARE(stage.workspace().transferRules().bytes_per_second, std::uint64_t{0});
  }

  void aServiceWithoutRoomIsSaidInThreeParts() {
    Stage stage({});
    stage.unlock();
    stage.go(Place::kSync);
    client::SyncStatus status;
    status.phase = client::Phase::kWaitingToRetry;
    status.trouble = client::Trouble::kServiceFull;
    stage.workspace().sayStatus(status);
    stage.settle();
    QVERIFY(stage.sees("The service has no room left for pictures."));
    QVERIFY(stage.sees("Please tell the district's desk"));
  }

 private:
  static void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
  }
  static void openElder(Stage& stage) {
    stage.press(
        "赵德福 79, Promised: 问一下助餐补贴怎么申请, 3号楼 2单元 401, Lives alone · Advanced age, 2 days left");
  }
};

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  PicturesTest test;
  return QTest::qExec(&test, argc, argv);
}

#include "pictures_test.moc"
