#include <QTest>

#include "sync/care/calendar.h"
#include "tests/scenario/field.h"
#include "tests/scenario/mishaps.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

// medic/cht-core#8093: the server was restored, and the phones believed that everything had been uploaded. Here
// everything that was ever acknowledged is there afterwards, exactly once (architecture decision 7, promise P2).
class RestoredServiceTest : public QObject {
  Q_OBJECT
 private slots:
  void whatWasAcknowledgedComesBackOnce_data();
  void whatWasAcknowledgedComesBackOnce();
  void twiceAndOneTabletAwayForAllOfIt();
  void aMachineRolledBackWithoutNotice();
  void aTwinAndARestore();
  void whoComesBeforeTheAuthorWaits();
  void backupsLetGoWhatTheyHold();
  void whatNobodySendsAgainIsGone();
};

// A morning of li and wu, some of it in the backup and some not, and what they edited.
struct Morning {
  explicit Morning(Field& in) : field(in), li(in.tablet("li")), wu(in.tablet("wu")), desk(in.tablet("desk")) {
    visit(li, "shared");
    visit(wu, "north");
    sync({"li", "wu", "desk"});
  }
  void visit(FieldTablet& tablet, const std::string& door) {
    made.insert(tablet.visit(field.elder(door), field.household(door)));
  }
  void sync(const std::vector<std::string>& who) {
    for (const std::string& one : who) {
      troubles[one] = field.tablet(one).syncThrough().trouble;
    }
  }
  // After the backup.
  void goOn() {
    visit(li, "shared");
    visit(li, "south");
    li.setHowToApproach(li.elder("south"), "ring twice");
    visit(wu, "shared");
    visit(wu, "north");
    sync({"li", "wu", "desk"});
  }
  void check() {
    for (const auto& [one, trouble] : troubles) {
      QVERIFY2(trouble == Trouble::kNone, one.c_str());
    }
    QCOMPARE(visitsOn(desk), made);
    QCOMPARE(desk.elder("south").how_to_approach(), std::string("ring twice"));
    QCOMPARE(differencesBetween(li, desk), 0U);
    QCOMPARE(differencesBetween(wu, desk), 0U);
    QCOMPARE(differencesBetween(li, wu), 0U);
    QCOMPARE(li.overview().waiting_changes, 0U);
    QCOMPARE(wu.overview().waiting_changes, 0U);
    QCOMPARE(field.quarantined(), 0U);
    QCOMPARE(field.differencesOfRecount(), 0U);
  }

  Field& field;
  FieldTablet& li;
  FieldTablet& wu;
  FieldTablet& desk;
  std::set<std::string> made;
  std::map<std::string, Trouble> troubles;
};

std::uint64_t epochOf(const FieldTablet& tablet) {
  return tablet.wire().hellos.back().cursor().epoch();
}

void RestoredServiceTest::whatWasAcknowledgedComesBackOnce_data() {
  QTest::addColumn<QStringList>("order");
  QTest::newRow("the authors first") << QStringList{"li", "wu", "desk", "li", "wu"};
  QTest::newRow("the readers first") << QStringList{"desk", "wu", "li", "wu", "desk"};
}

void RestoredServiceTest::whatWasAcknowledgedComesBackOnce() {
  QFETCH(QStringList, order);
  Field field;
  Morning morning(field);
  const std::string backup = field.folder("taken.backup");
  backUp(field, backup);
  morning.goOn();
  const std::string replica = morning.li.wire().hellos.back().replica_id();

  field.letPass(absl::Hours(1));
  restore(field, backup);
  for (const QString& one : order) {
    morning.sync({one.toStdString()});
  }
  morning.sync({"li", "wu", "desk"});
  morning.check();
  QCOMPARE(morning.li.wire().hellos.back().replica_id(), replica);
  QCOMPARE(epochOf(morning.li), epochOf(morning.wu));
  QCOMPARE(epochOf(morning.li), epochOf(morning.desk));
}

void RestoredServiceTest::twiceAndOneTabletAwayForAllOfIt() {
  Field field;
  Morning morning(field);
  const std::string backup = field.folder("taken.backup");
  backUp(field, backup);
  morning.goOn();

  field.letPass(absl::Hours(1));
  restore(field, backup);
  morning.sync({"li", "desk"});
  morning.visit(morning.li, "south");  // acknowledged by the service that is lost next
  morning.visit(morning.wu, "north");  // waits, with what wu believes to be safe
  morning.sync({"li"});

  field.letPass(absl::Hours(1));
  restore(field, backup);
  morning.sync({"desk", "li", "wu", "li", "wu", "desk"});
  morning.check();
}

void RestoredServiceTest::aMachineRolledBackWithoutNotice() {
  Field field;
  Morning morning(field);
  MachineImage image(field);
  morning.goOn();
  const std::uint64_t before = epochOf(morning.li);

  image.putBack();
  morning.sync({"li"});
  QVERIFY(morning.li.wire().hello_replies.at(morning.li.wire().hello_replies.size() - 2).verdict() ==
          v1::HELLO_VERDICT_NEW_EPOCH);
  const std::uint64_t begun = epochOf(morning.li);
  QVERIFY(begun > before);
  // Whoever saw less lives in the same epoch, and begins none.
  morning.sync({"wu", "desk", "li"});
  QCOMPARE(epochOf(morning.wu), begun);
  QCOMPARE(epochOf(morning.desk), begun);
  QCOMPARE(epochOf(morning.li), begun);
  morning.check();
}

// The service holds other changes under li's sequences than li has, once the twin came first.
void RestoredServiceTest::aTwinAndARestore() {
  Field field;
  Morning morning(field);
  const std::string backup = field.folder("taken.backup");
  backUp(field, backup);
  const auto twin = field.twinOf("li");
  morning.goOn();
  morning.made.insert(twin->visit(field.elder("shared"), field.household("shared")));

  field.letPass(absl::Hours(1));
  restore(field, backup);
  QCOMPARE(twin->syncThrough().trouble, Trouble::kNone);
  morning.sync({"li", "wu", "desk", "li", "wu", "desk"});
  QCOMPARE(twin->syncThrough().trouble, Trouble::kNone);
  morning.check();
  QCOMPARE(differencesBetween(*twin, morning.desk), 0U);
  QVERIFY(morning.li.wire().hellos.back().replica_id() != twin->wire().hellos.back().replica_id());
}

v1::Visit knocked(Field& field, FieldTablet& tablet, const std::string& door) {
  v1::Visit visit;
  visit.set_id(tablet.newId());
  visit.set_household_id(field.household(door));
  v1::VisitContact& contact = *visit.add_contacts();
  contact.set_elder_id(field.elder(door).id());
  contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
  contact.set_outcome(v1::CONTACT_OUTCOME_NO_REPLY);
  visit.add_worker_ids(tablet.workerId());
  visit.set_recorded_by(tablet.workerId());
  *visit.mutable_started_at() = care::toTimestamp(field.clock().now() - absl::Minutes(5));
  *visit.mutable_ended_at() = care::toTimestamp(field.clock().now());
  visit.set_zone("Asia/Shanghai");
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  return visit;
}

// li's knocking began a search, wu's meeting ended it. After the restore wu comes first: what ends the search waits
// aside until the search itself is there again.
void RestoredServiceTest::whoComesBeforeTheAuthorWaits() {
  Field field;
  Morning morning(field);
  const std::string backup = field.folder("taken.backup");
  backUp(field, backup);
  const v1::Visit search = knocked(field, morning.li, "shared");
  morning.li.record(search);
  morning.made.insert(search.id());
  morning.sync({"li", "wu"});
  morning.goOn();
  QCOMPARE(morning.desk.records(v1::RECORD_KIND_LADDER).size(), 1U);
  const std::size_t steps = morning.desk.records(v1::RECORD_KIND_LADDER_EVENT).size();
  QVERIFY(steps > 0);

  field.letPass(absl::Hours(1));
  restore(field, backup);
  morning.sync({"wu"});
  QVERIFY(field.quarantined() > 0);
  morning.sync({"li", "wu", "desk", "li", "wu"});
  morning.check();
  QCOMPARE(morning.desk.records(v1::RECORD_KIND_LADDER_EVENT).size(), steps);
  QCOMPARE(morning.wu.overview().quarantined.size(), 0U);
}

void RestoredServiceTest::backupsLetGoWhatTheyHold() {
  Field field;
  Morning morning(field);
  morning.goOn();
  const std::size_t all = morning.li.changesKept();
  QCOMPARE(all, 4U);
  backUp(field, field.folder("first.backup"));
  morning.sync({"li"});
  QCOMPARE(morning.li.changesKept(), all);  // one backup may never have reached a disk
  morning.visit(morning.li, "south");
  morning.sync({"li"});
  backUp(field, field.folder("second.backup"));
  morning.sync({"li"});
  QCOMPARE(morning.li.changesKept(), 2U);  // the one at the mark, and the one behind it

  field.letPass(absl::Hours(1));
  restore(field, field.folder("first.backup"));
  morning.sync({"li", "wu", "desk", "li", "wu", "desk"});
  morning.check();
  restore(field, field.folder("second.backup"));
  morning.sync({"li", "wu", "desk", "li", "wu", "desk"});
  morning.check();
}

// What the operator imported after the backup is imported again by the operator, or not; until then no tablet
// shows it, and what was recorded there waits for a person.
void RestoredServiceTest::whatNobodySendsAgainIsGone() {
  Field field;
  Morning morning(field);
  const std::string backup = field.folder("taken.backup");
  backUp(field, backup);
  field.addDoor("new", "li");
  morning.goOn();
  const std::string visit = morning.li.visit(field.elder("new"), field.household("new"));
  morning.sync({"li", "desk"});
  QVERIFY(visitsOn(morning.desk).contains(visit));

  field.letPass(absl::Hours(1));
  restore(field, backup);
  morning.sync({"li", "wu", "desk", "li", "wu"});
  QVERIFY(morning.desk.elder("new").id().empty());
  QVERIFY(morning.li.elder("new").id().empty());
  QCOMPARE(visitsOn(morning.desk), morning.made);
  QCOMPARE(field.quarantined(), 1U);
  QCOMPARE(field.differencesOfRecount(), 0U);
}

const Tells<RestoredServiceTest> kRestoredService("restored_service");

}  // namespace
}  // namespace doorstep::tests

#include "restored_service_test.moc"
