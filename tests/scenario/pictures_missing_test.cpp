#include <QDir>
#include <QTest>
#include <filesystem>

#include "sync/care/calendar.h"
#include "tests/scenario/count_of.h"
#include "tests/scenario/field.h"
#include "tests/scenario/must.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

// Elsewhere a form is "sent successfully" and its pictures are missing, which nobody notices for months.
class PicturesMissingTest : public QObject {
  Q_OBJECT
 private slots:
  void picturesAreCountedToo();
  void whatTheServiceLostIsSentAgain();

 private:
  static void addPictures(Field& field, FieldTablet& tablet, int count);
};

void PicturesMissingTest::addPictures(Field& field, FieldTablet& tablet, int count) {
  for (int number = 0; number < count; ++number) {
    v1::Attachment picture;
    picture.set_id(tablet.newId());
    picture.set_household_id(field.household("south"));
    picture.set_elder_id(field.elder("south").id());
    picture.set_media_type("image/jpeg");
    picture.set_added_by(tablet.workerId());
    *picture.mutable_added_at() = care::toTimestamp(field.clock().now());
    const std::string content = "picture " + std::to_string(number) + std::string(1000, 'p');
    tablet.withStore([&](store::Store& store) { must(store.addPicture(picture, content).status(), "add a picture"); });
  }
}

void PicturesMissingTest::picturesAreCountedToo() {
  Field field;
  FieldTablet& li = field.tablet("li");
  addPictures(field, li, 3);
  QCOMPARE(li.compare().trouble, Trouble::kNone);
  QCOMPARE(li.comparison().contents_named, std::uint64_t{3});
  QCOMPARE(li.comparison().contents_at_service, std::uint64_t{3});
  QCOMPARE(countOf(li.comparison().held, v1::RECORD_KIND_ATTACHMENT), std::uint64_t{3});
}

void PicturesMissingTest::whatTheServiceLostIsSentAgain() {
  Field field;
  FieldTablet& li = field.tablet("li");
  addPictures(field, li, 3);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  std::size_t removed = 0;
  const std::filesystem::path contents = std::filesystem::path(field.folder("service")) / "attachments";
  for (const auto& file : std::filesystem::recursive_directory_iterator(contents)) {
    if (file.is_regular_file() && removed < 2) {
      std::filesystem::remove(file.path());
      ++removed;
    }
  }
  QCOMPARE(removed, std::size_t{2});
  QCOMPARE(li.compare().trouble, Trouble::kNone);
  QCOMPARE(li.comparison().contents_named, std::uint64_t{3});
  QCOMPARE(li.comparison().contents_at_service, std::uint64_t{1});
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(li.compare().trouble, Trouble::kNone);
  QCOMPARE(li.comparison().contents_at_service, std::uint64_t{3});
}

const Tells<PicturesMissingTest> kPicturesMissing("pictures_missing");

}  // namespace
}  // namespace doorstep::tests

#include "pictures_missing_test.moc"
