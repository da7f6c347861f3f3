// The tablet's contents: in one transaction with what names them, encrypted, gone when their door goes.

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include "sync/replication/chain.h"
#include "tests/support/fault_vfs.h"
#include "tests/unit/attachments/suites.h"
#include "tests/unit/store/tablet.h"

namespace doorstep::store {
namespace {

constexpr std::size_t kChunk = client::kContentChunkBytes;
constexpr char kCanary[] = "canary-in-a-picture";

std::string contentOf(std::size_t bytes) {
  std::string content;
  while (content.size() < bytes) {
    content += kCanary;
  }
  content.resize(bytes);
  return content;
}

v1::Attachment attachment(const std::string& name, const std::string& visit = "") {
  v1::Attachment made;
  made.set_id(id(name));
  made.set_household_id(id("h1"));
  made.set_elder_id(id("wang"));
  if (!visit.empty()) {
    made.set_visit_id(id(visit));
  }
  made.set_media_type("image/jpeg");
  made.set_added_by(id("li"));
  *made.mutable_added_at() = care::toTimestamp(at(kToday, 8));
  return made;
}

v1::Record recordOf(v1::Attachment made, const std::string& content) {
  made.set_content_hash(replication::sha256(content));
  made.set_content_bytes(content.size());
  v1::Record record;
  *record.mutable_attachment() = std::move(made);
  return record;
}

class TabletContentsTest : public QObject {
  Q_OBJECT

 private slots:
  void aPictureBecomesARecordWithTheNextExchange() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const std::string content = contentOf(kChunk + 5);
    QVERIFY(tablet.store().addPicture(attachment("p"), content)->problems.empty());
    QCOMPARE(tablet.waiting().size(), std::size_t{0});
    QCOMPARE(*tablet.store().Store::waiting(), std::uint64_t{1});
    QCOMPARE(tablet.queries().syncOverview()->waiting_pictures, std::uint64_t{1});
    QCOMPARE(tablet.queries().pictures(id("h1"))->front().state, PictureState::kStaged);

    VERIFY_OK(tablet.store().release());
    const std::vector<v1::Change> changes = tablet.waiting();
    QCOMPARE(changes.size(), std::size_t{1});
    QVERIFY(changes[0].create().attachment().content_hash() == replication::sha256(content));
    QCOMPARE(tablet.queries().pictures(id("h1"))->front().state, PictureState::kWaiting);
    QVERIFY(tablet.store().toSend()->empty());  // its record first

    VERIFY_OK(tablet.store().keepReceipts({applied(changes[0], 100)}));
    const auto to_send = *tablet.store().toSend();
    QCOMPARE(to_send.size(), std::size_t{1});
    QVERIFY(*tablet.store().chunk(to_send[0].hash, 0) + *tablet.store().chunk(to_send[0].hash, kChunk) == content);
    VERIFY_OK(tablet.store().keepSent(to_send[0].hash));
    QCOMPARE(*tablet.store().Store::waiting(), std::uint64_t{0});
    QCOMPARE(tablet.queries().pictures(id("h1"))->front().state, PictureState::kHere);
    QVERIFY(*tablet.queries().picture(to_send[0].hash) == content);
  }

  void aPictureCanBeDescribedAndTakenAwayUntilThen() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    QVERIFY(tablet.store().addPicture(attachment("p"), contentOf(10)).ok());
    QVERIFY(tablet.store().addPicture(attachment("q"), contentOf(10)).ok());  // the same content once more
    VERIFY_OK(tablet.store().describePicture(id("p"), "the gas hose"));
    QVERIFY(!tablet.store().describePicture(id("p"), std::string(300, 'x')).ok());
    VERIFY_OK(tablet.store().removePicture(id("q")));
    QCOMPARE(tablet.number("SELECT count(*) FROM content"), std::int64_t{1});
    VERIFY_OK(tablet.store().release());
    QVERIFY(tablet.waiting()[0].create().attachment().caption() == "the gas hose");
    COMPARE_CODE(tablet.store().removePicture(id("p")), kNotFound);
    COMPARE_CODE(tablet.store().describePicture(id("p"), "late"), kNotFound);

    QVERIFY(tablet.store().addPicture(attachment("r"), contentOf(20)).ok());
    VERIFY_OK(tablet.store().removePicture(id("r")));
    QCOMPARE(tablet.number("SELECT count(*) FROM content_chunk"), std::int64_t{1});
  }

  void aPictureOfAVisitWaitsForIt() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const v1::Record visit = visited("v", "h1", "wang", at(kToday, 8));
    VERIFY_OK(tablet.store().keepDraft(draftOf(visit)));
    QVERIFY(tablet.store().addPicture(attachment("p", "v"), contentOf(10)).ok());
    VERIFY_OK(tablet.store().release());
    QVERIFY(tablet.waiting().empty());
    QVERIFY(tablet.store().saveVisit(draftOf(visit)).ok());
    VERIFY_OK(tablet.store().release());
    const std::vector<v1::Change> changes = tablet.waiting();
    QVERIFY(changes.front().create().has_visit());
    QVERIFY(changes.back().create().attachment().visit_id() == id("v"));
  }

  void aDiscardedVisitTakesItsPicturesAlong() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store().keepDraft(draftOf(visited("v", "h1", "wang", at(kToday, 8)))));
    QVERIFY(tablet.store().addPicture(attachment("p", "v"), contentOf(10)).ok());
    QVERIFY(tablet.store().addPicture(attachment("q"), contentOf(20)).ok());
    VERIFY_OK(tablet.store().discardDraft(id("h1")));
    QCOMPARE(tablet.queries().pictures(id("h1"))->size(), std::size_t{1});
    QCOMPARE(tablet.number("SELECT count(*) FROM content"), std::int64_t{1});
  }

  void aPictureThatDoesNotFitIsNotKept() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Attachment wrong = attachment("p");
    wrong.set_media_type("text/html");
    QCOMPARE(tablet.store().addPicture(wrong, contentOf(10))->problems.front().field(), std::string("media_type"));
    v1::Attachment large = attachment("p");
    large.set_thumbnail(std::string(9000, 'x'));
    QCOMPARE(tablet.store().addPicture(large, contentOf(10))->problems.front().field(), std::string("thumbnail"));
    QCOMPARE(tablet.number("SELECT count(*) FROM content"), std::int64_t{0});
  }

  void onAFullDiskNothingOfItIsKept() {
    tests::FaultVfs disk;
    Tablet tablet(disk.name());
    VERIFY_OK(tablet.settle());
    disk.failAfter(3, tests::FaultVfs::Fault::DiskFull);
    COMPARE_CODE(tablet.store().addPicture(attachment("p"), contentOf(4 * kChunk)).status(), kResourceExhausted);
    disk.heal();
    VERIFY_OK(tablet.open());
    QVERIFY(tablet.queries().pictures(id("h1"))->empty());
    QCOMPARE(tablet.number("SELECT count(*) FROM content_chunk"), std::int64_t{0});
    QVERIFY(tablet.store().addPicture(attachment("p"), contentOf(4 * kChunk)).ok());
    tablet.close();
  }

  void oneFromElsewhereIsFetchedOnDemand() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const std::string content = contentOf(2 * kChunk + 1);
    const v1::Record far = recordOf(attachment("far"), content);
    VERIFY_OK(tablet.store().keepPage(page({far}, 200)));
    QCOMPARE(tablet.queries().pictures(id("h1"))->front().state, PictureState::kElsewhere);
    QVERIFY(tablet.store().toFetch()->empty());
    VERIFY_OK(tablet.store().wantPicture(far.attachment()));
    const std::string hash = far.attachment().content_hash();
    QVERIFY(*tablet.store().keepChunk(hash, 0, content.substr(0, kChunk)));
    COMPARE_CODE(tablet.queries().picture(hash).status(), kNotFound);
    VERIFY_OK(tablet.open());
    QCOMPARE(tablet.store().toFetch()->front().received, std::uint64_t{kChunk});
    QVERIFY(*tablet.store().keepChunk(hash, kChunk, content.substr(kChunk, kChunk)));
    QVERIFY(*tablet.store().keepChunk(hash, 2 * kChunk, content.substr(2 * kChunk)));
    QCOMPARE(tablet.queries().pictures(id("h1"))->front().state, PictureState::kHere);
    QVERIFY(*tablet.queries().picture(hash) == content);
  }

  void whatIsSomethingElseIsNotKept() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const v1::Record far = recordOf(attachment("far"), contentOf(100));
    VERIFY_OK(tablet.store().keepPage(page({far}, 200)));
    VERIFY_OK(tablet.store().wantPicture(far.attachment()));
    QVERIFY(!*tablet.store().keepChunk(far.attachment().content_hash(), 0, std::string(100, 'x')));
    QVERIFY(tablet.store().toFetch()->empty());
    QCOMPARE(tablet.queries().pictures(id("h1"))->front().state, PictureState::kElsewhere);
  }

  // P8: the door went to somebody else. What has still to be sent is kept until it was.
  void whatGoesWithItsDoor() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    const std::string theirs = contentOf(50);
    const v1::Record far = recordOf(attachment("far"), theirs);
    VERIFY_OK(tablet.store().keepPage(page({far}, 200)));
    VERIFY_OK(tablet.store().wantPicture(far.attachment()));
    QVERIFY(*tablet.store().keepChunk(far.attachment().content_hash(), 0, theirs));
    QVERIFY(tablet.store().addPicture(attachment("p"), contentOf(60)).ok());
    VERIFY_OK(tablet.store().release());
    VERIFY_OK(tablet.store().keepReceipts({applied(tablet.waiting()[0], 201)}));

    v1::PullReply gone;
    gone.add_removed_household_ids(id("h1"));
    *gone.mutable_cursor() = revision(300);
    VERIFY_OK(tablet.store().keepPage(gone));
    QCOMPARE(tablet.number("SELECT count(*) FROM content"), std::int64_t{1});
    const auto to_send = *tablet.store().toSend();
    QCOMPARE(to_send.size(), std::size_t{1});
    VERIFY_OK(tablet.store().keepSent(to_send[0].hash));
    QCOMPARE(tablet.number("SELECT count(*) FROM content_chunk"), std::int64_t{0});
  }

  // The service was restored from an older backup: it may have lost what it had.
  void whatTheServiceLostIsOfferedAgain() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    QVERIFY(tablet.store().addPicture(attachment("p"), contentOf(60)).ok());
    VERIFY_OK(tablet.store().release());
    VERIFY_OK(tablet.store().keepReceipts({applied(tablet.waiting()[0], 201)}));
    const std::string hash = tablet.store().toSend()->front().hash;
    VERIFY_OK(tablet.store().keepSent(hash));
    QVERIFY(tablet.store().toSend()->empty());
    VERIFY_OK(tablet.store().offerContentsAgain({hash, std::string(32, 'x')}));
    QCOMPARE(tablet.store().toSend()->size(), std::size_t{1});
  }

  void nothingReadableLiesOnTheDisk() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::Attachment named = attachment("p");
    named.set_caption(kCanary);
    named.set_thumbnail(contentOf(500));
    QVERIFY(tablet.store().addPicture(named, contentOf(2 * kChunk)).ok());
    VERIFY_OK(tablet.store().release());
    int files = 0;
    QDirIterator it(tablet.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
      QFile file(it.next());
      QVERIFY(file.open(QIODevice::ReadOnly));
      QVERIFY(!file.readAll().contains(kCanary));
      ++files;
    }
    QVERIFY(files > 0);
  }
};

}  // namespace
}  // namespace doorstep::store

namespace doorstep::tests {

std::unique_ptr<QObject> tabletContentsSuite() {
  return std::make_unique<store::TabletContentsTest>();
}

}  // namespace doorstep::tests

#include "tablet_contents_test.moc"
