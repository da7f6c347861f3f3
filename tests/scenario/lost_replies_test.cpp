#include <QTest>
#include <atomic>
#include <vector>

#include "tests/scenario/field.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;
using Direction = FaultyProxy::Direction;

// No acknowledged change is ever lost, each is applied exactly once, and after the last exchange all
// hold the same (promises P2, P3, P4, P9): real stores, real engine, real service, a line that breaks.
class LostRepliesTest : public QObject {
  Q_OBJECT
 private slots:
  void twoTabletsShareWhatTheyDid();
  void whereverTheLineBreaksNothingIsLostOrTwice_data();
  void whereverTheLineBreaksNothingIsLostOrTwice();
  void aReplyThatIsLostIsAskedForAgain();
  void aServiceThatIsRefusedIsFoundAgain();

 private:
  static std::set<std::string> visitMany(FieldTablet& tablet, Field& field, int count);
  static void compareWithTheDesk(Field& field, const std::set<std::string>& made);
};

std::set<std::string> LostRepliesTest::visitMany(FieldTablet& tablet, Field& field, int count) {
  const v1::Elder elder = field.elder("shared");
  const std::string household = field.household("shared");
  std::set<std::string> made;
  for (int i = 0; i < count; ++i) {
    made.insert(tablet.visit(elder, household));
  }
  return made;
}

void LostRepliesTest::compareWithTheDesk(Field& field, const std::set<std::string>& made) {
  FieldTablet& desk = field.tablet("desk");
  QCOMPARE(desk.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(desk), made);
  QCOMPARE(field.quarantined(), 0U);
  QCOMPARE(field.differencesOfRecount(), 0U);
  // Applied twice, a visit would stand at two revisions of the feed.
  std::map<std::string, std::set<std::uint64_t>> revisions;
  for (const v1::FeedEntry& entry : desk.wire().entries) {
    if (entry.kind() == v1::RECORD_KIND_VISIT) {
      revisions[entry.record_id()].insert(entry.revision().sequence());
    }
  }
  for (const auto& [id, of_one] : revisions) {
    QCOMPARE(of_one.size(), 1U);
  }
}

void LostRepliesTest::twoTabletsShareWhatTheyDid() {
  Field field;
  FieldTablet& li = field.tablet("li");
  FieldTablet& wu = field.tablet("wu");
  std::set<std::string> made = visitMany(li, field, 30);
  made.merge(visitMany(wu, field, 30));
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(wu.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(li.sync().waiting, 0U);
  QCOMPARE(visitsOn(li), made);
  QCOMPARE(visitsOn(wu), made);
  QCOMPARE(differencesBetween(li, wu), 0U);
  compareWithTheDesk(field, made);
  QCOMPARE(differencesBetween(field.tablet("desk"), li), 0U);
}

void LostRepliesTest::whereverTheLineBreaksNothingIsLostOrTwice_data() {
  QTest::addColumn<bool>("on_the_way_back");
  QTest::newRow("on the way to the service") << false;
  QTest::newRow("on the way back") << true;
}

void LostRepliesTest::whereverTheLineBreaksNothingIsLostOrTwice() {
  QFETCH(bool, on_the_way_back);
  const Direction direction = on_the_way_back ? Direction::kToDevice : Direction::kToService;
  Field field;
  FieldTablet& li = field.tablet("li");
  FieldTablet& wu = field.tablet("wu");
  std::set<std::string> made;
  for (std::uint64_t bytes = 100; bytes < 8'000; bytes = bytes * 4 / 3) {
    made.merge(visitMany(li, field, 12));
    made.merge(visitMany(wu, field, 1));
    field.line("li").cutAfter(direction, bytes);
    const Trouble trouble = li.sync().trouble;
    QVERIFY(trouble == Trouble::kNone || trouble == Trouble::kNoNetwork);
    field.line("li").pass();
  }
  QVERIFY(field.line("li").cuts() > 10);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(wu.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(li.sync().waiting, 0U);
  QCOMPARE(visitsOn(li), made);
  QCOMPARE(differencesBetween(li, wu), 0U);
  compareWithTheDesk(field, made);
}

void LostRepliesTest::aReplyThatIsLostIsAskedForAgain() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const std::set<std::string> made = visitMany(li, field, 10);
  // The way back goes dead with the hello's answer; the push still arrives and is committed.
  const auto trouble = li.sync([&](const client::SyncStatus& status) {
    if (status.phase == client::Phase::kPushing && status.pushed == 0) {
      field.line("li").swallow(Direction::kToDevice);
    }
  });
  QVERIFY(trouble.trouble != Trouble::kNone);
  QCOMPARE(trouble.waiting, 10U);
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(field.tablet("desk")), made);
  field.line("li").pass();
  field.line("li").cut();
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(li.wire().hellos.back().last_sequence(), 0U);
  QCOMPARE(li.consumedByService(), 10U);
  QCOMPARE(li.sync().waiting, 0U);
  QCOMPARE(li.consumedByService(), 10U);
  compareWithTheDesk(field, made);
}

void LostRepliesTest::aServiceThatIsRefusedIsFoundAgain() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const std::set<std::string> made = visitMany(li, field, 3);
  field.line("li").refuse();
  for (int i = 0; i < 3; ++i) {
    QCOMPARE(li.sync().trouble, Trouble::kNoNetwork);
  }
  field.line("li").pass();
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  compareWithTheDesk(field, made);
}

const Tells<LostRepliesTest> kLostReplies("lost_replies");

}  // namespace
}  // namespace doorstep::tests

#include "lost_replies_test.moc"
