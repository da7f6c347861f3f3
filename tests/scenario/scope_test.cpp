#include <QTest>

#include "sync/replication/records.h"
#include "tests/scenario/field.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

// The service never sends a record outside its scope (promise P8): neither into the store nor over
// the wire, whatever a device asks for.
class ScopeTest : public QObject {
  Q_OBJECT
 private slots:
  void aTabletHoldsOnlyItsDoors();
  void nothingOfOtherDoorsComesOverTheWire();
  void askingForMoreGivesNothing();
  void whatOthersDoAtOtherDoorsStaysThere();

 private:
  static std::vector<std::string> secretsOf(Field& field, const std::string& door);
  static bool contains(const std::string& bytes, const std::vector<std::string>& secrets);
};

// What must never be seen elsewhere: who lives there and what identifies them.
std::vector<std::string> ScopeTest::secretsOf(Field& field, const std::string& door) {
  return {field.elder(door).id(), field.elder(door).name(), field.household(door), "building " + door};
}

bool ScopeTest::contains(const std::string& bytes, const std::vector<std::string>& secrets) {
  return std::any_of(secrets.begin(), secrets.end(),
                     [&](const std::string& secret) { return bytes.find(secret) != std::string::npos; });
}

void ScopeTest::aTabletHoldsOnlyItsDoors() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const std::set<std::string> own = {replication::directoryHousehold(), field.household("shared"),
                                     field.household("south")};
  std::set<std::string> seen;
  for (const HeldRecord& held : li.records()) {
    QVERIFY(own.contains(held.household));
    QVERIFY(held.kind != v1::RECORD_KIND_ELDER_IDENTITY);
    for (const char* door : {"north", "empty"}) {
      QVERIFY(!contains(held.record.SerializeAsString(), secretsOf(field, door)));
    }
    seen.insert(held.household);
  }
  QCOMPARE(seen, own);
  // The desk answers for all doors: the same check must be able to fail.
  std::set<std::string> at_the_desk;
  for (const HeldRecord& held : field.tablet("desk").records()) {
    at_the_desk.insert(held.household);
  }
  QVERIFY(at_the_desk.contains(field.household("empty")));
}

void ScopeTest::nothingOfOtherDoorsComesOverTheWire() {
  Field field;
  FieldTablet& li = field.tablet("li");
  FieldTablet& wu = field.tablet("wu");
  wu.visit(field.elder("north"), field.household("north"));
  wu.setHowToApproach(wu.elder("north"), "north only");
  QCOMPARE(wu.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QVERIFY(!li.wire().entries.empty());
  for (const v1::FeedEntry& entry : li.wire().entries) {
    for (const char* door : {"north", "empty"}) {
      QVERIFY(!contains(entry.SerializeAsString(), secretsOf(field, door)));
    }
    QVERIFY(entry.kind() != v1::RECORD_KIND_ELDER_IDENTITY);
    QVERIFY(entry.kind() != v1::RECORD_KIND_COVERAGE_ROW);
    QVERIFY(entry.kind() != v1::RECORD_KIND_CONFLICT);
  }
  QVERIFY(!li.wire().complete_households.contains(field.household("north")));
}

void ScopeTest::askingForMoreGivesNothing() {
  Field field;
  FieldTablet& li = field.tablet("li");
  v1::PullRequest greedy;
  greedy.set_replica_id(li.wire().hellos.back().replica_id());
  greedy.set_names_held(true);
  for (const char* door : {"shared", "south", "north", "empty"}) {
    greedy.add_held_household_ids(field.household(door));
  }
  std::set<std::string> removed;
  for (const v1::PullReply& page : li.ask(greedy)) {
    removed.insert(page.removed_household_ids().begin(), page.removed_household_ids().end());
    for (const v1::FeedEntry& entry : page.entries()) {
      for (const char* door : {"north", "empty"}) {
        QVERIFY(!contains(entry.SerializeAsString(), secretsOf(field, door)));
      }
    }
  }
  const std::set<std::string> not_its_own = {field.household("north"), field.household("empty")};
  QCOMPARE(removed, not_its_own);
}

void ScopeTest::whatOthersDoAtOtherDoorsStaysThere() {
  Field field;
  FieldTablet& li = field.tablet("li");
  FieldTablet& wu = field.tablet("wu");
  const std::string at_north = wu.visit(field.elder("north"), field.household("north"));
  const std::string at_shared = wu.visit(field.elder("shared"), field.household("shared"));
  QCOMPARE(wu.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(li), std::set<std::string>{at_shared});
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  const std::set<std::string> both = {at_north, at_shared};
  QCOMPARE(visitsOn(field.tablet("desk")), both);
}

const Tells<ScopeTest> kScope("scope");

}  // namespace
}  // namespace doorstep::tests

#include "scope_test.moc"
