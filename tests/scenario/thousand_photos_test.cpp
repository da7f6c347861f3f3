#include <QDirIterator>
#include <QFile>
#include <QTest>

#include "sync/care/calendar.h"
#include "sync/replication/chain.h"
#include "tests/scenario/field.h"
#include "tests/scenario/must.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;
using Direction = FaultyProxy::Direction;

constexpr std::size_t kChunk = client::kContentChunkBytes;
constexpr char kCanary[] = "canary-in-a-photo";

std::string photo(int number, std::size_t bytes) {
  std::string content = "photo " + std::to_string(number) + " ";
  while (content.size() < bytes) {
    content += kCanary;
  }
  content.resize(bytes);
  return content;
}

// What other field systems lose: their uploads begin again from the start, and a thousand photos never arrive; or
// the records do, and the pictures stay away unnoticed.
class ThousandPhotosTest : public QObject {
  Q_OBJECT
 private slots:
  void allArriveOverALineThatBreaks();
  void aBreakCostsOneChunkAtMost_data();
  void aBreakCostsOneChunkAtMost();
  void whoIsThereMayFetchAndNobodyElse();
  void theServiceKilledInTheMiddleGoesOn();

 private:
  static v1::Attachment attachment(Field& field, const std::string& door, FieldTablet& tablet) {
    v1::Attachment made;
    made.set_id(tablet.newId());
    made.set_household_id(field.household(door));
    made.set_elder_id(field.elder(door).id());
    made.set_media_type("image/jpeg");
    made.set_added_by(tablet.workerId());
    *made.mutable_added_at() = care::toTimestamp(field.clock().now());
    return made;
  }
  static std::string add(const v1::Attachment& like, FieldTablet& tablet, const std::string& content) {
    v1::Attachment made = like;
    made.set_id(tablet.newId());
    tablet.withStore([&](store::Store& store) {
      must(must(store.addPicture(made, content), "add a picture").problems.empty() ? absl::OkStatus()
                                                                                   : absl::InternalError("it has"),
           "no problems");
    });
    return replication::sha256(content);
  }
  static std::uint64_t waiting(FieldTablet& tablet) {
    std::uint64_t count = 0;
    tablet.withStore([&](store::Store& store) { count = must(store.Store::waiting(), "what waits"); });
    return count;
  }
  static void want(FieldTablet& tablet, const std::string& hash, std::size_t bytes) {
    v1::Attachment wanted;
    wanted.set_content_hash(hash);
    wanted.set_content_bytes(bytes);
    tablet.withStore([&](store::Store& store) { must(store.wantPicture(wanted), "want a picture"); });
  }
  static std::size_t wanted(FieldTablet& tablet) {
    std::size_t count = 0;
    tablet.withStore([&](store::Store& store) { count = must(store.toFetch(), "what is wanted").size(); });
    return count;
  }
  static QStringList filesWithCanaries(const QString& folder) {
    QStringList found;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
      QFile file(it.next());
      if (file.open(QIODevice::ReadOnly) && file.readAll().contains(kCanary)) {
        found << file.fileName();
      }
    }
    return found;
  }
};

void ThousandPhotosTest::allArriveOverALineThatBreaks() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const v1::Attachment like = attachment(field, "shared", li);
  std::size_t total = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::size_t bytes = i % 50 == 0 ? kChunk + 40'000 : 12'000;
    add(like, li, photo(i, bytes));
    total += bytes;
  }
  QCOMPARE(waiting(li), std::uint64_t{1000});

  // Each connection carries 700 kB at most: enough for the records, and for a few photos more.
  FaultyProxy& line = field.line("li");
  const std::uint64_t passed_before = line.passed(Direction::kToService);
  int exchanges = 0;
  for (; waiting(li) > 0 && exchanges < 200; ++exchanges) {
    line.cutAfter(Direction::kToService, 700'000);
    li.sync();
  }
  line.pass();
  QCOMPARE(waiting(li), std::uint64_t{0});
  QVERIFY(line.cuts() >= 15);
  const std::uint64_t passed = line.passed(Direction::kToService) - passed_before;
  qInfo("%llu kB of photos in %d exchanges, %llu breaks, %llu kB over the line", total / 1000ULL, exchanges,
        static_cast<unsigned long long>(line.cuts()), static_cast<unsigned long long>(passed / 1000));

  FieldTablet& wu = field.tablet("wu");
  QCOMPARE(wu.records(v1::RECORD_KIND_ATTACHMENT).size(), std::size_t{1000});
  for (const int number : {0, 499, 999}) {
    const std::size_t bytes = number % 50 == 0 ? kChunk + 40'000 : 12'000;
    want(wu, replication::sha256(photo(number, bytes)), bytes);
  }
  QCOMPARE(wu.sync().trouble, Trouble::kNone);
  QCOMPARE(wanted(wu), std::size_t{0});
  wu.withStore([](store::Store& store) {
    QVERIFY(must(store.chunk(replication::sha256(photo(999, 12'000)), 0), "a photo") == photo(999, 12'000));
  });
  // P10, on every disk: both tablets' and the service's.
  QCOMPARE(filesWithCanaries(QString::fromStdString(field.folder(""))), QStringList());
}

void ThousandPhotosTest::aBreakCostsOneChunkAtMost_data() {
  QTest::addColumn<bool>("up");
  QTest::newRow("up") << true;
  QTest::newRow("down") << false;
}

// Counted on the line: P14.
void ThousandPhotosTest::aBreakCostsOneChunkAtMost() {
  QFETCH(bool, up);
  constexpr std::size_t kBytes = 16 * kChunk;
  constexpr int kBreaks = 5;
  constexpr std::uint64_t kAnExchange = 60'000;  // a handshake, hello, pull, and what the wire adds
  Field field;
  FieldTablet& li = field.tablet("li");
  const std::string content = photo(1, kBytes);
  const std::string hash = add(attachment(field, "shared", li), li, content);
  FieldTablet& mover = up ? li : field.tablet("wu");
  if (!up) {
    QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
    QCOMPARE(mover.syncThrough().trouble, Trouble::kNone);
    want(mover, hash, kBytes);
  } else {
    // The record first, so that every byte from here on is the photo's or an exchange's.
    field.line("li").cutAfter(Direction::kToService, 150'000);
    li.sync();
    field.line("li").pass();
  }
  FaultyProxy& line = field.line(up ? "li" : "wu");
  const Direction direction = up ? Direction::kToService : Direction::kToDevice;
  const std::uint64_t before = line.passed(direction);
  const auto done = [&] { return up ? waiting(mover) == 0 : wanted(mover) == 0; };
  for (int i = 0; i < kBreaks; ++i) {
    line.cutAfter(direction, 600'000);
    mover.sync();
    QVERIFY(!done());
  }
  line.pass();
  QCOMPARE(mover.syncThrough().trouble, Trouble::kNone);
  QVERIFY(done());
  const std::uint64_t passed = line.passed(direction) - before;
  qInfo("%llu bytes of %llu more than the photo",
        static_cast<unsigned long long>(passed - std::min(passed, kBytes + 0UL)),
        static_cast<unsigned long long>(kBreaks * kChunk));
  QVERIFY2(passed <= kBytes + kBreaks * kChunk + (kBreaks + 1) * kAnExchange, std::to_string(passed).c_str());
}

void ThousandPhotosTest::whoIsThereMayFetchAndNobodyElse() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const std::string hash = add(attachment(field, "south", li), li, photo(7, 5'000));
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  for (const char* name : {"boss", "desk"}) {
    FieldTablet& tablet = field.tablet(name);
    want(tablet, hash, 5'000);
    QCOMPARE(tablet.syncThrough().trouble, Trouble::kNone);
    QCOMPARE(wanted(tablet), std::size_t{0});
  }
  FieldTablet& wu = field.tablet("wu");  // does not visit that door
  want(wu, hash, 5'000);
  QCOMPARE(wu.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(wanted(wu), std::size_t{1});
}

void ThousandPhotosTest::theServiceKilledInTheMiddleGoesOn() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const v1::Attachment like = attachment(field, "shared", li);
  for (int i = 0; i < 40; ++i) {
    add(like, li, photo(i, 100'000));
  }
  std::uint64_t moved = 0;
  li.sync([&](const client::SyncStatus& status) {
    moved = status.contents_moved;
    if (status.contents_moved >= 10) {
      field.service().kill();
    }
  });
  QVERIFY(moved >= 10);
  QVERIFY(waiting(li) > 0);
  field.restartService();
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(waiting(li), std::uint64_t{0});
}

const Tells<ThousandPhotosTest> kThousandPhotos("thousand_photos");

}  // namespace
}  // namespace doorstep::tests

#include "thousand_photos_test.moc"
