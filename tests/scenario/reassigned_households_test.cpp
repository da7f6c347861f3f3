#include <QDir>
#include <QFile>
#include <QTest>

#include "sync/care/calendar.h"
#include "tests/scenario/count_of.h"
#include "tests/scenario/field.h"
#include "tests/scenario/must.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

constexpr absl::CivilDay kYesterday(2026, 11, 19);

// What users of others suffer from: reassigned households stay on the phone, it counts 148 visits and the server 108,
// and pay is disputed (promise P8, architecture decisions 8 and 9).
class ReassignedHouseholdsTest : public QObject {
  Q_OBJECT
 private slots:
  void whatWaitsIsCreditedThenTheCopyGoes();
  void nothingReadableIsLeftOfIt();
  void bothCountTheSameAfterwards();
  void ownHoursStayAsLinesWithoutTheElder();
  void whoComesBackHasItWholeAgain();
  void whatWentCanBeSentAgainAndNotRead();
  void aVisitBegunAtTheDoorIsFinishedFirst();

 private:
  // Made when the door was still li's.
  static std::string visitOfYesterday(Field& field, FieldTablet& tablet, const std::string& door);
  static bool isOnDisk(FieldTablet& tablet, const std::string& what);
};

std::string ReassignedHouseholdsTest::visitOfYesterday(Field& field, FieldTablet& tablet, const std::string& door) {
  v1::Visit visit;
  visit.set_id(tablet.newId());
  visit.set_household_id(field.household(door));
  v1::VisitContact& contact = *visit.add_contacts();
  contact.set_elder_id(field.elder(door).id());
  contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
  contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
  visit.add_worker_ids(tablet.workerId());
  visit.set_recorded_by(tablet.workerId());
  visit.set_note("canary of " + door);
  const absl::Time noon = absl::FromCivil(kYesterday, care::districtZone()) + absl::Hours(12);
  *visit.mutable_started_at() = care::toTimestamp(noon);
  *visit.mutable_ended_at() = care::toTimestamp(noon + absl::Minutes(30));
  visit.set_zone("Asia/Shanghai");
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  tablet.record(visit);
  return visit.id();
}

// In every table of the store, read with its key: what a person with the tablet and the PIN could find.
bool ReassignedHouseholdsTest::isOnDisk(FieldTablet& tablet, const std::string& what) {
  bool found = false;
  tablet.withTables([&](sqlite::Database& database) {
    std::vector<std::string> tables;
    {
      auto names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
      must(names.status(), "the tables");
      for (auto row = names->step(); row.ok() && *row; row = names->step()) {
        tables.emplace_back(names->text(0));
      }
    }
    for (const std::string& table : tables) {
      const auto columns = database.integer("SELECT count(*) FROM pragma_table_info('" + table + "')");
      must(columns.status(), table.c_str());
      auto rows = database.prepare("SELECT * FROM " + table);
      must(rows.status(), table.c_str());
      for (auto row = rows->step(); row.ok() && *row; row = rows->step()) {
        for (int column = 0; column < static_cast<int>(*columns); ++column) {
          found = found || std::string(rows->blob(column)).find(what) != std::string::npos;
        }
      }
    }
  });
  return found;
}

void ReassignedHouseholdsTest::whatWaitsIsCreditedThenTheCopyGoes() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const std::string visit = visitOfYesterday(field, li, "south");
  field.reassign("south", "li", "wu", kYesterday);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(li.wire().receipts.back().outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QVERIFY(li.wire().removed_households.contains(field.household("south")));
  QVERIFY(visitsOn(li).empty());
  QCOMPARE(field.tablet("wu").syncThrough().trouble, Trouble::kNone);
  QVERIFY(visitsOn(field.tablet("wu")).contains(visit));
  QCOMPARE(field.quarantined(), std::size_t{0});
}

void ReassignedHouseholdsTest::nothingReadableIsLeftOfIt() {
  Field field;
  FieldTablet& li = field.tablet("li");
  visitOfYesterday(field, li, "south");
  const std::vector<std::string> secrets = {"canary of south", field.elder("south").id(), field.elder("south").name(),
                                            field.household("south"), "building south"};
  for (const std::string& secret : secrets) {
    QVERIFY2(isOnDisk(li, secret), secret.c_str());
  }
  field.reassign("south", "li", "wu", kYesterday);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  for (const std::string& secret : secrets) {
    QVERIFY2(!isOnDisk(li, secret), secret.c_str());
  }
  // The log of what was written has been emptied with it.
  QCOMPARE(QFile(QString::fromStdString(field.folder("li/store.db-wal"))).size(), qint64{0});
  QVERIFY(isOnDisk(li, field.household("shared")));
}

void ReassignedHouseholdsTest::bothCountTheSameAfterwards() {
  Field field;
  FieldTablet& li = field.tablet("li");
  visitOfYesterday(field, li, "south");
  const std::string at_shared = visitOfYesterday(field, li, "shared");
  QCOMPARE(li.compare().trouble, Trouble::kNone);
  QCOMPARE(countOf(li.comparison().held, v1::RECORD_KIND_VISIT), std::uint64_t{2});
  QCOMPARE(countOf(li.comparison().service, v1::RECORD_KIND_VISIT), std::uint64_t{2});
  field.reassign("south", "li", "wu", kYesterday);
  QCOMPARE(li.compare().trouble, Trouble::kNone);
  const client::Comparison comparison = li.comparison();
  QCOMPARE(countOf(comparison.held, v1::RECORD_KIND_VISIT), std::uint64_t{1});
  QCOMPARE(countOf(comparison.service, v1::RECORD_KIND_VISIT), std::uint64_t{1});
  QVERIFY(comparison.service_before.empty());
  QCOMPARE(comparison.removed, std::uint64_t{0});  // the pull had taken it away before
  const std::set<std::string> left = {at_shared};
  QCOMPARE(visitsOn(li), left);
}

void ReassignedHouseholdsTest::ownHoursStayAsLinesWithoutTheElder() {
  Field field;
  FieldTablet& li = field.tablet("li");
  visitOfYesterday(field, li, "south");
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  const store::MyMonth before = li.month(absl::CivilMonth(2026, 11));
  QVERIFY(before.measured_provisional + before.measured_certified + before.imputed > 0);
  field.reassign("south", "li", "wu", kYesterday);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  const store::MyMonth after = li.month(absl::CivilMonth(2026, 11));
  QCOMPARE(after.measured_provisional + after.measured_certified + after.imputed,
           before.measured_provisional + before.measured_certified + before.imputed);
  QCOMPARE(after.person_times, before.person_times);
  QCOMPARE(after.days.size(), before.days.size());
  QVERIFY(after.days[0].elder_names[0].empty());
}

void ReassignedHouseholdsTest::whoComesBackHasItWholeAgain() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const std::string visit = visitOfYesterday(field, li, "south");
  field.reassign("south", "li", "wu", kYesterday);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  const std::uint32_t person_times = li.month(absl::CivilMonth(2026, 11)).person_times;
  field.reassign("south", "wu", "li", kYesterday);
  QCOMPARE(li.compare().trouble, Trouble::kNone);
  QVERIFY(visitsOn(li).contains(visit));
  QVERIFY(li.comparison().service_before.empty());
  QCOMPARE(li.month(absl::CivilMonth(2026, 11)).person_times, person_times);  // nothing counts twice
}

void ReassignedHouseholdsTest::whatWentCanBeSentAgainAndNotRead() {
  Field field;
  FieldTablet& li = field.tablet("li");
  visitOfYesterday(field, li, "south");
  field.reassign("south", "li", "wu", kYesterday);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  std::vector<client::OutgoingChange> kept;
  li.withStore([&](store::Store& store) { kept = must(store.outgoingAfter(0, 10, 1'000'000), "what is kept"); });
  QCOMPARE(kept.size(), std::size_t{1});
  QVERIFY(kept[0].encoded.find("canary of south") == std::string::npos);
  v1::Change change;
  QVERIFY(!change.ParseFromString(kept[0].encoded));
  // The service opens it, and knows it: nothing happens twice.
  const v1::PushReply reply = li.pushPast(kept);
  QCOMPARE(reply.receipts_size(), 1);
  QCOMPARE(reply.receipts(0).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(field.quarantined(), std::size_t{0});
}

void ReassignedHouseholdsTest::aVisitBegunAtTheDoorIsFinishedFirst() {
  Field field;
  FieldTablet& li = field.tablet("li");
  v1::VisitDraft draft;
  draft.mutable_visit()->set_id(li.newId());
  draft.mutable_visit()->set_household_id(field.household("south"));
  draft.mutable_visit()->set_note("canary of a draft");
  *draft.mutable_changed_at() = care::toTimestamp(field.clock().now());
  li.withStore([&](store::Store& store) { must(store.keepDraft(draft), "a draft"); });
  field.reassign("south", "li", "wu", kYesterday);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QVERIFY(isOnDisk(li, "canary of a draft"));
  li.withStore([&](store::Store& store) { must(store.discardDraft(field.household("south")), "no draft"); });
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QVERIFY(!isOnDisk(li, field.household("south")));
}

const Tells<ReassignedHouseholdsTest> kReassignedHouseholds("reassigned_households");

}  // namespace
}  // namespace doorstep::tests

#include "reassigned_households_test.moc"
