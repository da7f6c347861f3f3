#include <QTest>

#include "sync/care/calendar.h"
#include "tests/scenario/field.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

// ohs-foundation/android-fhir#2408, avni-server#1035, commcare-android#1807: one bad record and its children block
// nothing; opengisch/QField#4033: a failure on the server is shown, in words, and what becomes of it, too.
class FailureNeverShownTest : public QObject {
  Q_OBJECT
 private slots:
  void aCorrectionBringsItAndItsChildrenIn();
  void aSupervisorLetsItGo();
  void eachRefusalSaysWhatAndWhy_data();
  void eachRefusalSaysWhatAndWhy();

 private:
  // A visit at a door that is not theirs, with some help on it.
  struct Bad {
    std::string visit;
    std::string entry;
  };
  static Bad record(Field& field, FieldTablet& li);
  static bool isAtTheDesk(Field& field, v1::RecordKind kind, const std::string& id);
};

FailureNeverShownTest::Bad FailureNeverShownTest::record(Field& field, FieldTablet& li) {
  v1::VisitDraft draft;
  v1::Visit& visit = *draft.mutable_visit();
  visit.set_id(li.newId());
  visit.set_household_id(field.household("north"));  // not li's door
  v1::VisitContact& contact = *visit.add_contacts();
  contact.set_elder_id(field.elder("north").id());
  contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
  contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
  visit.add_worker_ids(li.workerId());
  visit.set_recorded_by(li.workerId());
  *visit.mutable_started_at() = care::toTimestamp(field.clock().now() - absl::Minutes(20));
  *visit.mutable_ended_at() = care::toTimestamp(field.clock().now());
  visit.set_zone("Asia/Shanghai");
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  v1::ServiceEntry& entry = *draft.add_services();
  entry.set_id(li.newId());
  entry.set_household_id(visit.household_id());
  entry.set_elder_id(contact.elder_id());
  entry.set_visit_id(visit.id());
  entry.set_kind(v1::SERVICE_KIND_ERRAND);
  *entry.mutable_started_at() = visit.started_at();
  entry.set_zone("Asia/Shanghai");
  entry.set_precision(v1::PRECISION_EXACT);
  entry.set_hours_source(v1::HOURS_SOURCE_ENTERED);
  entry.set_recorded_by(li.workerId());
  entry.add_workers()->set_worker_id(li.workerId());
  entry.mutable_workers(0)->set_minutes(10);
  const Bad bad{visit.id(), entry.id()};
  li.withStore([&draft](store::Store& store) {
    const auto saved = store.saveVisit(draft);
    QVERIFY(saved.ok() && saved->problems.empty());
  });
  return bad;
}

bool FailureNeverShownTest::isAtTheDesk(Field& field, v1::RecordKind kind, const std::string& id) {
  FieldTablet& desk = field.tablet("desk");
  desk.syncThrough();
  for (const HeldRecord& held : desk.records(kind)) {
    if (held.id == id) {
      return true;
    }
  }
  return false;
}

void FailureNeverShownTest::aCorrectionBringsItAndItsChildrenIn() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const Bad bad = record(field, li);
  const std::string good = li.visit(li.elder("south"), field.household("south"));
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QVERIFY(isAtTheDesk(field, v1::RECORD_KIND_VISIT, good));  // behind it, and not held up

  const store::SyncOverview told = li.overview();
  QCOMPARE(told.quarantined.size(), 2U);
  QCOMPARE(told.quarantined[0].problems.at(0).code(), v1::PROBLEM_CODE_OUT_OF_SCOPE);
  QCOMPARE(told.quarantined[1].problems.at(0).code(), v1::PROBLEM_CODE_WAITS_FOR_PARENT);
  QVERIFY(told.quarantined[0].visit.has_value());

  // The door had been li's after all; the district writes that down, and accepts the visit.
  FieldTablet& desk = field.tablet("desk");
  v1::Record assignment;
  assignment.mutable_assignment()->set_id(desk.newId());
  assignment.mutable_assignment()->set_worker_id(li.workerId());
  assignment.mutable_assignment()->set_household_id(field.household("north"));
  *assignment.mutable_assignment()->mutable_from_on() = care::toDate(absl::CivilDay(2026, 11, 1));
  v1::Settlement accept;
  accept.set_subject_id(told.quarantined[0].change_id);
  accept.set_decision(v1::DECISION_ACCEPT);
  desk.withStore([&](store::Store& store) {
    QVERIFY(store.append(assignment).ok());
    QVERIFY(store.settle(accept).ok());
  });
  QCOMPARE(desk.syncThrough().trouble, Trouble::kNone);
  QVERIFY(isAtTheDesk(field, v1::RECORD_KIND_VISIT, bad.visit));
  QVERIFY(isAtTheDesk(field, v1::RECORD_KIND_SERVICE_ENTRY, bad.entry));
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(li.overview().quarantined.size(), 0U);
  QCOMPARE(field.quarantined(), 0U);
  QCOMPARE(field.differencesOfRecount(), 0U);
}

void FailureNeverShownTest::aSupervisorLetsItGo() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const Bad bad = record(field, li);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  FieldTablet& boss = field.tablet("boss");
  v1::Settlement no;
  no.set_subject_id(li.overview().quarantined.at(0).change_id);
  no.set_decision(v1::DECISION_LET_GO);
  no.set_reason("wrong door");
  boss.withStore([&no](store::Store& store) { QVERIFY(store.settle(no).ok()); });
  QCOMPARE(boss.syncThrough().trouble, Trouble::kNone);
  QVERIFY(!isAtTheDesk(field, v1::RECORD_KIND_VISIT, bad.visit));
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  const store::SyncOverview told = li.overview();
  QCOMPARE(told.quarantined.size(), 1U);  // the hour on it needs a word of its own
  QCOMPARE(told.quarantined[0].problems.at(0).code(), v1::PROBLEM_CODE_OUT_OF_SCOPE);
  for (const HeldRecord& held : li.records(v1::RECORD_KIND_VISIT)) {
    QVERIFY(held.id != bad.visit);
  }
}

void FailureNeverShownTest::eachRefusalSaysWhatAndWhy_data() {
  QTest::addColumn<QString>("door");
  QTest::addColumn<bool>("known");
  QTest::addColumn<int>("code");
  QTest::newRow("the door is somebody else's") << "north" << true << int{v1::PROBLEM_CODE_OUT_OF_SCOPE};
  QTest::newRow("there is no such person") << "shared" << false << int{v1::PROBLEM_CODE_UNKNOWN_REFERENCE};
}

void FailureNeverShownTest::eachRefusalSaysWhatAndWhy() {
  QFETCH(QString, door);
  QFETCH(bool, known);
  QFETCH(int, code);
  Field field;
  FieldTablet& li = field.tablet("li");
  v1::Elder elder = field.elder(door.toStdString());
  if (!known) {
    elder.set_id(li.newId());
  }
  const std::string visit = li.visit(elder, field.household(door.toStdString()));
  QCOMPARE(li.syncThrough().quarantined, std::uint64_t{1});
  // It is told until somebody has dealt with it, also after the app was closed.
  for (int times = 0; times < 2; ++times) {
    const store::SyncOverview told = li.overview();
    QCOMPARE(told.quarantined.size(), std::size_t{1});
    QCOMPARE(told.quarantined[0].visit->id(), visit);
    QCOMPARE(told.quarantined[0].problems.size(), std::size_t{1});
    QCOMPARE(int{told.quarantined[0].problems[0].code()}, code);
    QVERIFY(!told.quarantined[0].problems[0].field().empty());
    QVERIFY(li.restart().ok());
    QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  }
  // And to who decides about it, at the service.
  QCOMPARE(field.quarantined(), std::size_t{1});
}

const Tells<FailureNeverShownTest> kFailureNeverShown("failure_never_shown");

}  // namespace
}  // namespace doorstep::tests

#include "failure_never_shown_test.moc"
