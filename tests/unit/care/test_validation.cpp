#include <QTest>
#include <functional>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "district.h"
#include "sync/care/validation.h"

namespace doorstep::care::testing {
namespace {

const absl::Time kNow = absl::FromCivil(absl::CivilMinute(2026, 11, 20, 9, 0), districtZone());

std::string id(int number) {
  return absl::StrCat("id of 16 bytes ", number);
}

std::string characters(int count) {
  std::string text;
  for (int index = 0; index < count; ++index) {
    text += "王";
  }
  return text;
}

v1::Record goodVisit() {
  v1::Record record;
  v1::Visit& visit = *record.mutable_visit();
  visit.set_id(id(1));
  visit.set_household_id(id(2));
  v1::VisitContact& contact = *visit.add_contacts();
  contact.set_elder_id(id(3));
  contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
  contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
  visit.add_worker_ids(id(4));
  visit.set_recorded_by(id(4));
  *visit.mutable_started_at() = at(11, 20, 8);
  *visit.mutable_ended_at() = at(11, 20, 8, 30);
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  return record;
}

v1::Record goodElder() {
  v1::Record record;
  v1::Elder& elder = *record.mutable_elder();
  elder.set_id(id(1));
  elder.set_file_number("FM-0001");
  elder.set_name(characters(3));
  elder.set_birth_year(1941);
  *elder.mutable_care_from_on() = on(3, 1);
  setTier(elder, v1::TIER_C, on(3, 1));
  setStatus(elder, v1::CARE_STATUS_AT_HOME, on(3, 1));
  moveTo(elder, id(2), on(3, 1));
  return record;
}

v1::Record goodIdentity() {
  v1::Record record;
  record.mutable_elder_identity()->set_id(id(1));
  record.mutable_elder_identity()->set_elder_id(id(2));
  record.mutable_elder_identity()->set_id_number("11010519491231002X");  // the standard's own example
  return record;
}

v1::Record goodEntry() {
  v1::Record record;
  v1::ServiceEntry& entry = *record.mutable_service_entry();
  entry.set_id(id(1));
  entry.set_household_id(id(2));
  entry.set_elder_id(id(3));
  entry.set_kind(v1::SERVICE_KIND_ERRAND);
  *entry.mutable_started_at() = at(11, 20, 8);
  entry.set_precision(v1::PRECISION_EXACT);
  entry.add_workers()->set_worker_id(id(4));
  entry.mutable_workers(0)->set_minutes(45);
  entry.set_hours_source(v1::HOURS_SOURCE_ENTERED);
  entry.set_recorded_by(id(4));
  return record;
}

v1::Record goodFlag() {
  v1::Record record;
  v1::RiskFlag& flag = *record.mutable_risk_flag();
  flag.set_id(id(1));
  flag.set_household_id(id(2));
  flag.set_kind(v1::RISK_KIND_FALL);
  flag.set_level(v1::RISK_LEVEL_ORANGE);
  flag.set_reported_by(id(4));
  *flag.mutable_opened_at() = at(11, 20, 8);
  return record;
}

// "ENDS_BEFORE_START ended_at", one a problem.
QString problemsText(const v1::Record& record) {
  return QString::fromStdString(
      absl::StrJoin(validate(record, kNow), "; ", [](std::string* out, const v1::Problem& problem) {
        absl::StrAppend(out, v1::ProblemCode_Name(problem.code()).substr(13), " ", problem.field(),
                        problem.details().empty() ? "" : " ", absl::StrJoin(problem.details(), ","));
      }));
}

using Spoil = std::function<void(v1::Record&)>;

}  // namespace

class Validation : public QObject {
  Q_OBJECT

 private slots:
  void goodRecordsHaveNoProblem() {
    for (const v1::Record& record : {goodVisit(), goodElder(), goodIdentity(), goodEntry(), goodFlag()}) {
      QCOMPARE(problemsText(record), QString());
    }
  }

  void problem_data() {
    QTest::addColumn<QString>("problems");
    QTest::addColumn<v1::Record>("record");
    const auto row = [](const char* name, v1::Record record, const Spoil& spoil, const char* problems) {
      spoil(record);
      QTest::newRow(name) << QString::fromUtf8(problems) << record;
    };
    visitRows(row);
    elderRows(row);
    otherRows(row);
  }

  void problem() {
    QFETCH(QString, problems);
    QFETCH(v1::Record, record);
    QCOMPARE(problemsText(record), problems);
  }

  void identityNumbers_data() {
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("good");
    QTest::newRow("the standard's example") << "11010519491231002X" << true;
    QTest::newRow("lower case") << "11010519491231002x" << true;
    QTest::newRow("another check digit") << "110105194912310021" << false;
    QTest::newRow("two digits swapped") << "11010519491231020X" << false;
    QTest::newRow("30 February") << "110105194902300021" << false;
    QTest::newRow("17 characters") << "1101051949123100" << false;
    QTest::newRow("a letter inside") << "1101051949123100AX" << false;
    QTest::newRow("empty") << "" << false;
  }

  void identityNumbers() {
    QFETCH(QString, number);
    QFETCH(bool, good);
    QCOMPARE(isIdentityNumber(number.toStdString()), good);
  }

 private:
  template <typename Row>
  static void visitRows(const Row& row) {
    row(
        "visit ends before it starts", goodVisit(),
        [](v1::Record& r) { *r.mutable_visit()->mutable_ended_at() = at(11, 20, 7, 59); },
        "ENDS_BEFORE_START ended_at");
    row(
        "visit lasts 24 hours", goodVisit(),
        [](v1::Record& r) {
          *r.mutable_visit()->mutable_started_at() = at(11, 19, 8);
          *r.mutable_visit()->mutable_ended_at() = at(11, 20, 8);
        },
        "");
    row(
        "visit lasts 30 hours", goodVisit(),
        [](v1::Record& r) { *r.mutable_visit()->mutable_ended_at() = at(11, 21, 14); }, "LASTS_TOO_LONG ended_at 1440");
    row(
        "visit in 1970", goodVisit(),
        [](v1::Record& r) {
          r.mutable_visit()->mutable_started_at()->set_seconds(3600);
          r.mutable_visit()->mutable_ended_at()->set_seconds(7200);
        },
        "DATE_IMPLAUSIBLE started_at");
    row(
        "visit the day after tomorrow", goodVisit(),
        [](v1::Record& r) {
          *r.mutable_visit()->mutable_started_at() = at(11, 22, 8);
          *r.mutable_visit()->mutable_ended_at() = at(11, 22, 9);
        },
        "DATE_IMPLAUSIBLE started_at");
    row(
        "visit later today by a fast clock", goodVisit(),
        [](v1::Record& r) {
          *r.mutable_visit()->mutable_started_at() = at(11, 21, 8);
          *r.mutable_visit()->mutable_ended_at() = at(11, 21, 9);
        },
        "");
    row(
        "unreadable time", goodVisit(), [](v1::Record& r) { r.mutable_visit()->mutable_started_at()->set_nanos(-1); },
        "MALFORMED started_at");
    row(
        "empty visit", goodVisit(), [](v1::Record& r) { *r.mutable_visit() = v1::Visit(); },
        "MISSING id; MISSING household_id; MISSING contacts; MISSING worker_ids; MISSING recorded_by; "
        "MISSING started_at; MISSING ended_at; MISSING precision; MISSING source");
    row(
        "short id", goodVisit(), [](v1::Record& r) { r.mutable_visit()->set_household_id("7"); },
        "MALFORMED household_id");
    row(
        "second contact without its elder", goodVisit(),
        [](v1::Record& r) {
          *r.mutable_visit()->add_contacts() = r.visit().contacts(0);
          r.mutable_visit()->mutable_contacts(1)->clear_elder_id();
        },
        "MISSING contacts[1].elder_id");
    row(
        "seen by telephone", goodVisit(),
        [](v1::Record& r) { r.mutable_visit()->mutable_contacts(0)->set_mode(v1::CONTACT_MODE_PHONE); },
        "OUTCOME_MODE_MISMATCH contacts[0].outcome");
    row(
        "no outcome", goodVisit(), [](v1::Record& r) { r.mutable_visit()->mutable_contacts(0)->clear_outcome(); },
        "MISSING contacts[0].outcome");
    row(
        "nobody named who vouched", goodVisit(),
        [](v1::Record& r) {
          r.mutable_visit()->mutable_contacts(0)->set_mode(v1::CONTACT_MODE_PROXY);
          r.mutable_visit()->mutable_contacts(0)->set_outcome(v1::CONTACT_OUTCOME_PROXY_CONFIRMED);
        },
        "MISSING contacts[0].proxy_contact_id");
    row(
        "note of 4,000 characters", goodVisit(), [](v1::Record& r) { r.mutable_visit()->set_note(characters(4000)); },
        "");
    row(
        "note of 4,001 characters", goodVisit(), [](v1::Record& r) { r.mutable_visit()->set_note(characters(4001)); },
        "TOO_LONG note 4000");
    row(
        "pause outside the visit", goodVisit(),
        [](v1::Record& r) {
          v1::Pause& pause = *r.mutable_visit()->add_pauses();
          *pause.mutable_from_at() = at(11, 20, 8, 20);
          *pause.mutable_until_at() = at(11, 20, 8, 40);
        },
        "OUT_OF_RANGE pauses[0]");
    row(
        "pause ends before it begins", goodVisit(),
        [](v1::Record& r) {
          v1::Pause& pause = *r.mutable_visit()->add_pauses();
          *pause.mutable_from_at() = at(11, 20, 8, 20);
          *pause.mutable_until_at() = at(11, 20, 8, 10);
        },
        "ENDS_BEFORE_START pauses[0].until_at");
    row(
        "voids nothing", goodVisit(), [](v1::Record& r) { r.mutable_visit()->set_voided(true); },
        "MISSING corrects_id");
    row(
        "corrects itself", goodVisit(), [](v1::Record& r) { r.mutable_visit()->set_corrects_id(id(1)); },
        "CIRCLE corrects_id");
    row(
        "half an answer", goodVisit(), [](v1::Record& r) { r.mutable_visit()->add_answers()->set_item_code("mood"); },
        "MISSING answers[0].option_code");
  }

  template <typename Row>
  static void elderRows(const Row& row) {
    row(
        "name of 40 characters", goodElder(), [](v1::Record& r) { r.mutable_elder()->set_name(characters(40)); }, "");
    row(
        "name of 41 characters", goodElder(), [](v1::Record& r) { r.mutable_elder()->set_name(characters(41)); },
        "TOO_LONG name 40");
    row(
        "elder without name and file", goodElder(),
        [](v1::Record& r) {
          r.mutable_elder()->clear_name();
          r.mutable_elder()->clear_file_number();
        },
        "MISSING file_number; MISSING name");
    row(
        "born in 1070", goodElder(), [](v1::Record& r) { r.mutable_elder()->set_birth_year(1070); },
        "OUT_OF_RANGE birth_year 1880,2026");
    row(
        "in care since 1970", goodElder(),
        [](v1::Record& r) { *r.mutable_elder()->mutable_care_from_on() = on(1, 1, 1970); },
        "DATE_IMPLAUSIBLE care_from_on");
    row(
        "in care since 31 April", goodElder(),
        [](v1::Record& r) {
          *r.mutable_elder()->mutable_care_from_on() = [] {
            v1::Date date = on(4, 1);
            date.set_day(31);
            return date;
          }();
        },
        "MALFORMED care_from_on");
    row(
        "lives nowhere", goodElder(), [](v1::Record& r) { r.mutable_elder()->clear_residences(); },
        "MISSING residences");
    row(
        "tiers out of order", goodElder(), [](v1::Record& r) { setTier(*r.mutable_elder(), v1::TIER_A, on(2, 1)); },
        "MALFORMED tiers[1].from_on");
    row(
        "plan ends before it begins", goodElder(),
        [](v1::Record& r) {
          setStatus(*r.mutable_elder(), v1::CARE_STATUS_AWAY, on(11, 2));
          *r.mutable_elder()->mutable_statuses(1)->mutable_planned_until_on() = on(11, 1);
        },
        "ENDS_BEFORE_START statuses[1].planned_until_on");
    row(
        "merged into itself", goodElder(), [](v1::Record& r) { r.mutable_elder()->set_merged_into(id(1)); },
        "CIRCLE merged_into");
    row(
        "wrong check digit", goodIdentity(),
        [](v1::Record& r) { r.mutable_elder_identity()->set_id_number("110105194912310021"); }, "CHECKSUM id_number");
    row(
        "number too short", goodIdentity(),
        [](v1::Record& r) { r.mutable_elder_identity()->set_id_number("110105491231002"); }, "MALFORMED id_number");
    row(
        "number unknown", goodIdentity(), [](v1::Record& r) { r.mutable_elder_identity()->clear_id_number(); }, "");
  }

  template <typename Row>
  static void otherRows(const Row& row) {
    row(
        "nothing at all", v1::Record(), [](v1::Record&) {}, "UNKNOWN_KIND ");
    row(
        "entry for nobody", goodEntry(), [](v1::Record& r) { r.mutable_service_entry()->clear_elder_id(); },
        "MISSING elder_id");
    row(
        "entry for two", goodEntry(), [](v1::Record& r) { r.mutable_service_entry()->set_organisation_id(id(9)); },
        "MALFORMED organisation_id");
    row(
        "visiting is never entered", goodEntry(),
        [](v1::Record& r) { r.mutable_service_entry()->set_kind(v1::SERVICE_KIND_VISITING); }, "OUT_OF_RANGE kind");
    row(
        "no minutes", goodEntry(), [](v1::Record& r) { r.mutable_service_entry()->mutable_workers(0)->set_minutes(0); },
        "OUT_OF_RANGE workers[0].minutes 1,1440");
    row(
        "more minutes than a day", goodEntry(),
        [](v1::Record& r) { r.mutable_service_entry()->mutable_workers(0)->set_minutes(1441); },
        "OUT_OF_RANGE workers[0].minutes 1,1440");
    row(
        "flag without level", goodFlag(), [](v1::Record& r) { r.mutable_risk_flag()->clear_level(); }, "MISSING level");
    row(
        "abuse among the ordinary flags", goodFlag(),
        [](v1::Record& r) { r.mutable_risk_flag()->set_kind(v1::RISK_KIND_SUSPECTED_ABUSE); }, "OUT_OF_RANGE kind");
    row(
        "a fall among the restricted flags", goodFlag(),
        [](v1::Record& r) { *r.mutable_restricted_risk_flag() = v1::RiskFlag(r.risk_flag()); }, "OUT_OF_RANGE kind");
    row(
        "event that says nothing", v1::Record(),
        [](v1::Record& r) {
          v1::RiskEvent& event = *r.mutable_risk_event();
          event.set_id(id(1));
          event.set_flag_id(id(2));
          event.set_household_id(id(3));
          event.set_by(id(4));
          *event.mutable_at() = at(11, 20, 8);
        },
        "MISSING to");
    row(
        "assignment ends before it begins", v1::Record(),
        [](v1::Record& r) {
          v1::Assignment& assignment = *r.mutable_assignment();
          assignment.set_id(id(1));
          assignment.set_worker_id(id(2));
          assignment.set_household_id(id(3));
          *assignment.mutable_from_on() = on(11, 2);
          *assignment.mutable_until_on() = on(11, 1);
        },
        "ENDS_BEFORE_START until_on");
    row(
        "area that is its own parent", v1::Record(),
        [](v1::Record& r) {
          v1::Area& area = *r.mutable_area();
          area.set_id(id(1));
          area.set_parent_id(id(1));
          area.set_kind(v1::AREA_KIND_GRID);
          area.set_code("2202110010");
          area.set_name(characters(4));
        },
        "CIRCLE parent_id");
    row(
        "empty worker", v1::Record(), [](v1::Record& r) { r.mutable_worker(); },
        "MISSING id; MISSING staff_number; MISSING name; MISSING roles");
    row(
        "item twice in a checklist", v1::Record(),
        [](v1::Record& r) {
          v1::ChecklistTemplate& checklist = *r.mutable_checklist_template();
          checklist.set_id(id(1));
          checklist.set_code("observation");
          checklist.set_version(1);
          for (int count = 0; count < 2; ++count) {
            v1::ChecklistItem& item = *checklist.add_items();
            item.set_code("mood");
            item.add_options()->set_code("good");
          }
        },
        "DUPLICATE items[1].code");
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::Validation)
#include "test_validation.moc"
