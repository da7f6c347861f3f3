// The service's contents: resumable, checked, unreadable on the disk, and never in the ledger's way.

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "sync/replication/chain.h"
#include "sync/service/attachments/content_store.h"
#include "tests/unit/attachments/suites.h"

namespace doorstep::tests {
namespace {

using service::ContentName;
using service::ContentStanding;
using service::ContentStore;

constexpr std::size_t kChunk = ContentStore::kChunkBytes;
constexpr char kCanary[] = "canary-in-a-picture";

std::string contentOf(std::size_t bytes) {
  std::string content;
  while (content.size() < bytes) {
    content += kCanary;
  }
  content.resize(bytes);
  return content;
}

ContentName nameOf(const std::string& content, const std::string& district = "d") {
  return {district, replication::sha256(content), content.size()};
}

std::vector<std::uint8_t> keyBytes(std::uint8_t filling) {
  return std::vector<std::uint8_t>(32, filling);
}

class ContentStoreTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    free_ = ~std::uint64_t{0};
    open();
  }

  void aContentComesInChunksAndGoesOnAfterARestart_data() {
    QTest::addColumn<qulonglong>("bytes");
    QTest::newRow("one byte") << qulonglong{1};
    QTest::newRow("one chunk") << qulonglong{kChunk};
    QTest::newRow("one byte more") << qulonglong{kChunk + 1};
    QTest::newRow("several") << qulonglong{3 * kChunk - 7};
  }
  void aContentComesInChunksAndGoesOnAfterARestart() {
    QFETCH(qulonglong, bytes);
    const std::string content = contentOf(bytes);
    const ContentName name = nameOf(content);
    for (std::size_t offset = 0; offset < bytes; offset += kChunk) {
      QCOMPARE(store_->standing(name)->received, std::uint64_t{offset});
      QVERIFY(!store_->standing(name)->complete);
      QVERIFY(store_->append(name, offset, content.substr(offset, kChunk)).ok());
      open();
    }
    QVERIFY(store_->standing(name)->complete);
    QVERIFY(store_->verify(name).ok());
    std::string back;
    for (std::size_t offset = 0; offset <= bytes; offset += kChunk) {
      back += *store_->chunk(name, offset);
    }
    QVERIFY(back == content);
  }

  void aChunkOutOfPlaceChangesNothing() {
    const std::string content = contentOf(3 * kChunk);
    const ContentName name = nameOf(content);
    QVERIFY(store_->append(name, 0, content.substr(0, kChunk)).ok());
    const ContentStanding again = *store_->append(name, 0, std::string(kChunk, 'x'));
    const ContentStanding ahead = *store_->append(name, 2 * kChunk, content.substr(2 * kChunk));
    QCOMPARE(again.received, std::uint64_t{kChunk});
    QCOMPARE(ahead.received, std::uint64_t{kChunk});
    QVERIFY(store_->append(name, kChunk, content.substr(kChunk, kChunk)).ok());
    QVERIFY(store_->append(name, 2 * kChunk, content.substr(2 * kChunk))->complete);
  }

  void whatIsSomethingElseIsThrownAway() {
    const std::string content = contentOf(kChunk + 10);
    const ContentName name = nameOf(content);
    QVERIFY(store_->append(name, 0, std::string(kChunk, 'x')).ok());
    const ContentStanding wrong = *store_->append(name, kChunk, content.substr(kChunk));
    QVERIFY(wrong.wrong && !wrong.complete);
    QCOMPARE(store_->standing(name)->received, std::uint64_t{0});
    QVERIFY(store_->append(name, 0, content.substr(0, kChunk)).ok());
    QVERIFY(store_->append(name, kChunk, content.substr(kChunk))->complete);
  }

  void whatIsNoChunkIsRefused_data() {
    QTest::addColumn<qulonglong>("bytes");
    QTest::addColumn<qulonglong>("offset");
    QTest::addColumn<qulonglong>("size");
    QTest::newRow("too long") << qulonglong{2 * kChunk} << qulonglong{0} << qulonglong{kChunk + 1};
    QTest::newRow("too short") << qulonglong{2 * kChunk} << qulonglong{0} << qulonglong{kChunk - 1};
    QTest::newRow("between chunks") << qulonglong{2 * kChunk} << qulonglong{5} << qulonglong{kChunk};
    QTest::newRow("behind the end") << qulonglong{10} << qulonglong{kChunk} << qulonglong{10};
    QTest::newRow("too large") << qulonglong{ContentStore::kMostBytes + 1} << qulonglong{0} << qulonglong{kChunk};
    QTest::newRow("nothing") << qulonglong{0} << qulonglong{0} << qulonglong{0};
  }
  void whatIsNoChunkIsRefused() {
    QFETCH(qulonglong, bytes);
    QFETCH(qulonglong, offset);
    QFETCH(qulonglong, size);
    const ContentName name{"d", std::string(32, 'h'), bytes};
    QVERIFY(absl::IsInvalidArgument(store_->append(name, offset, std::string(size, 'x')).status()));
    const ContentName half{"d", "short", 10};
    QVERIFY(absl::IsInvalidArgument(store_->standing(half).status()));
  }

  // A crash in the middle of a write: the file has its new length, and not all of its bytes.
  void aTornChunkIsTakenAgain_data() {
    QTest::addColumn<int>("cut");
    QTest::addColumn<bool>("zeroed");
    QTest::newRow("half of it") << 1000 << false;
    QTest::newRow("the length without the bytes") << 0 << true;
  }
  void aTornChunkIsTakenAgain() {
    QFETCH(int, cut);
    QFETCH(bool, zeroed);
    const std::string content = contentOf(3 * kChunk);
    const ContentName name = nameOf(content);
    for (const std::size_t offset : {std::size_t{0}, kChunk}) {
      QVERIFY(store_->append(name, offset, content.substr(offset, kChunk)).ok());
    }
    QFile file(files().constFirst());
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (zeroed) {
      QVERIFY(file.seek(file.size() - 100));
      QCOMPARE(file.write(QByteArray(100, '\0')), qint64{100});
    }
    QVERIFY(file.resize(file.size() - cut));
    file.close();
    open();
    QCOMPARE(store_->standing(name)->received, std::uint64_t{kChunk});
    QVERIFY(store_->append(name, kChunk, content.substr(kChunk, kChunk)).ok());
    QVERIFY(store_->append(name, 2 * kChunk, content.substr(2 * kChunk))->complete);
    QVERIFY(store_->verify(name).ok());
  }

  void aDamagedFileIsNoticed() {
    const std::string content = contentOf(100);
    const ContentName name = nameOf(content);
    QVERIFY(store_->append(name, 0, content)->complete);
    QFile file(files().constFirst());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(60));
    QCOMPARE(file.write("?"), qint64{1});
    file.close();
    QVERIFY(absl::IsDataLoss(store_->verify(name)));
    QVERIFY(absl::IsDataLoss(store_->chunk(name, 0).status()));
    // Set aside, not deleted: whoever has it sends it again.
    QVERIFY(!store_->standing(name)->complete);
    QCOMPARE(files().size(), qsizetype{1});
    QVERIFY(store_->append(name, 0, content)->complete);
    QVERIFY(store_->verify(name).ok());
  }

  void aFullDiskSaysSoAndLosesNothing() {
    const std::string content = contentOf(2 * kChunk);
    const ContentName name = nameOf(content);
    QVERIFY(store_->append(name, 0, content.substr(0, kChunk)).ok());
    free_ = ContentStore::kKeptBack + kChunk - 1;
    QVERIFY(absl::IsResourceExhausted(store_->append(name, kChunk, content.substr(kChunk)).status()));
    QCOMPARE(store_->standing(name)->received, std::uint64_t{kChunk});
    free_ = ContentStore::kKeptBack + kChunk;
    QVERIFY(store_->append(name, kChunk, content.substr(kChunk))->complete);
  }

  void districtsAndKeysKeepApart() {
    const std::string content = contentOf(100);
    QVERIFY(store_->append(nameOf(content), 0, content)->complete);
    QVERIFY(!store_->standing(nameOf(content, "e"))->complete);
    QVERIFY(absl::IsNotFound(store_->chunk(nameOf(content, "e"), 0).status()));
    open(8);
    QVERIFY(!store_->standing(nameOf(content))->complete);
  }

  // P10.
  void nothingReadableLiesOnTheDisk() {
    const std::string content = contentOf(2 * kChunk);
    const ContentName name = nameOf(content);
    QVERIFY(store_->append(name, 0, content.substr(0, kChunk)).ok());
    lookForCanaries(name);
    QVERIFY(store_->append(name, kChunk, content.substr(kChunk))->complete);
    lookForCanaries(name);
  }

 private:
  void open(std::uint8_t filling = 7) {
    const std::vector<std::uint8_t> key = keyBytes(filling);
    auto opened = ContentStore::open(folder_->filePath("attachments").toStdString(),
                                     std::span<const std::uint8_t, 32>(key.data(), key.size()),
                                     [this](const std::string&) { return free_; });
    QVERIFY(opened.ok());
    store_ = *std::move(opened);
  }
  QStringList files() const {
    QStringList found;
    QDirIterator it(folder_->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
      found << it.next();
    }
    return found;
  }
  void lookForCanaries(const ContentName& name) const {
    QCOMPARE(files().size(), qsizetype{1});
    QFile file(files().constFirst());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(kCanary));
    QVERIFY(!file.fileName().contains(QByteArray::fromStdString(name.hash).toHex().left(8)));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
  }

  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<ContentStore> store_;
  std::uint64_t free_ = 0;
};

}  // namespace

std::unique_ptr<QObject> contentStoreSuite() {
  return std::make_unique<ContentStoreTest>();
}

}  // namespace doorstep::tests

#include "content_store_test.moc"
