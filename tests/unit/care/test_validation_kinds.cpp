#include <QTest>
#include <functional>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "district.h"
#include "sync/care/validation.h"

// Ladders, duties, facilities, targets, promises and rules by themselves; long texts of any script.
namespace doorstep::care::testing {
namespace {

const absl::Time kNow = absl::FromCivil(absl::CivilMinute(2026, 11, 20, 9, 0), districtZone());

std::string id(int number) {
  return absl::StrCat("id of 16 bytes ", number);
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int index = 0; index < times; ++index) {
    all += text;
  }
  return all;
}

v1::Record goodLadder() {
  v1::Record record;
  v1::Ladder& ladder = *record.mutable_ladder();
  ladder.set_id(id(1));
  ladder.set_household_id(id(2));
  ladder.set_elder_id(id(3));
  ladder.set_visit_id(id(4));
  ladder.set_started_by(id(5));
  *ladder.mutable_started_at() = at(11, 20, 8);
  ladder.set_tier(v1::TIER_A);
  ladder.add_warning_signs(v1::WARNING_SIGN_SMELL);
  return record;
}

v1::Record goodEvent() {
  v1::Record record;
  v1::LadderEvent& event = *record.mutable_ladder_event();
  event.set_id(id(1));
  event.set_ladder_id(id(2));
  event.set_household_id(id(3));
  event.set_step(v1::LADDER_STEP_PHONE);
  event.set_result(v1::LADDER_RESULT_ACCOUNTED_FOR);
  event.set_accounted_by(v1::ACCOUNTED_BY_SPOKE);
  event.set_by(id(5));
  *event.mutable_at() = at(11, 20, 8, 30);
  return record;
}

v1::Record goodDuty() {
  v1::Record record;
  v1::DutyRoster& duty = *record.mutable_duty_roster();
  duty.set_id(id(1));
  duty.set_area_id(id(2));
  duty.set_kind(v1::DUTY_KIND_SUPERVISOR);
  duty.set_name("值班室");
  duty.set_phone("0432-12345678");
  duty.add_weekdays(1);
  duty.add_weekdays(7);
  duty.set_from_minute(1080);
  duty.set_until_minute(480);
  *duty.mutable_from_on() = on(1, 1);
  return record;
}

v1::Record goodFacility() {
  v1::Record record;
  v1::Facility& facility = *record.mutable_facility();
  facility.set_id(id(1));
  facility.set_code("ZC-001");
  facility.set_kind(v1::FACILITY_KIND_MEAL_POINT);
  facility.set_name("长者饭堂");
  facility.set_area_id(id(2));
  *facility.mutable_verified_on() = on(6, 1);
  return record;
}

v1::Record goodTarget() {
  v1::Record record;
  v1::Target& target = *record.mutable_target();
  target.set_id(id(1));
  target.set_indicator(v1::INDICATOR_MEAL_POINTS);
  target.set_area_id(id(2));
  *target.mutable_from_on() = on(1, 1);
  *target.mutable_until_on() = on(12, 31);
  target.set_value(430);
  return record;
}

v1::Record goodRules() {
  v1::Record record;
  v1::DistrictRules& rules = *record.mutable_district_rules();
  rules.set_id(id(1));
  rules.set_district_id(id(2));
  *rules.add_rule_sets()->mutable_from_on() = on(1, 1);
  *rules.add_extra_holidays() = on(12, 24);
  *rules.add_extra_working_days() = on(12, 26);
  return record;
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
  v1::Promise& promise = *visit.add_promises();
  promise.set_id(id(6));
  promise.set_what("带降压药");
  visit.add_kept_promise_ids(id(7));
  return record;
}

v1::Record goodRiskEvent() {
  v1::Record record;
  v1::RiskEvent& event = *record.mutable_risk_event();
  event.set_id(id(1));
  event.set_flag_id(id(2));
  event.set_household_id(id(3));
  event.set_to(v1::RISK_STATE_RESOLVED);
  event.set_by(id(4));
  *event.mutable_at() = at(11, 20, 8);
  *event.mutable_recheck_on() = on(12, 4);
  return record;
}

v1::Record goodWorker() {
  v1::Record record;
  v1::Worker& worker = *record.mutable_worker();
  worker.set_id(id(1));
  worker.set_staff_number("V-001");
  worker.set_name("王");
  worker.add_roles(v1::ROLE_VISITOR);
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

void row(const char* name, v1::Record record, const std::function<void(v1::Record&)>& spoil, const char* problems) {
  spoil(record);
  QTest::newRow(name) << QString::fromUtf8(problems) << QByteArray::fromStdString(record.SerializeAsString());
}

void unchanged(v1::Record& /*record*/) {}

}  // namespace

class ValidationKinds : public QObject {
  Q_OBJECT

 private slots:
  void problems_data() {
    QTest::addColumn<QString>("problems");
    QTest::addColumn<QByteArray>("encoded");
    row("a ladder", goodLadder(), unchanged, "");
    row("an event", goodEvent(), unchanged, "");
    row("a duty", goodDuty(), unchanged, "");
    row("a facility", goodFacility(), unchanged, "");
    row("a target", goodTarget(), unchanged, "");
    row("rules", goodRules(), unchanged, "");
    row("a visit with promises", goodVisit(), unchanged, "");
    row("a resolution with its recheck", goodRiskEvent(), unchanged, "");
    ladderRows();
    directoryRows();
    rulesRows();
    visitRows();
    textRows();
  }

  void problems() {
    QFETCH(QString, problems);
    QFETCH(QByteArray, encoded);
    v1::Record record;
    QVERIFY(record.ParseFromString(encoded.toStdString()));
    QCOMPARE(problemsText(record), problems);
  }

 private:
  static void ladderRows() {
    row(
        "a ladder without anything", {}, [](auto& record) { record.mutable_ladder(); },
        "MISSING id; MISSING household_id; MISSING elder_id; MISSING visit_id; MISSING started_by; MISSING "
        "started_at; MISSING tier");
    row(
        "an unspecified sign", goodLadder(),
        [](auto& record) { record.mutable_ladder()->add_warning_signs(v1::WARNING_SIGN_UNSPECIFIED); },
        "MISSING warning_signs[1]");
    row(
        "an event without anything", {}, [](auto& record) { record.mutable_ladder_event(); },
        "MISSING id; MISSING ladder_id; MISSING household_id; MISSING step; MISSING result; MISSING by; MISSING at");
    row(
        "accounted for without a source", goodEvent(),
        [](auto& record) { record.mutable_ladder_event()->clear_accounted_by(); }, "SOURCE_MISSING accounted_by");
    row(
        "a source without an account", goodEvent(),
        [](auto& record) { record.mutable_ladder_event()->set_result(v1::LADDER_RESULT_NO_NEWS); },
        "MALFORMED accounted_by");
    row(
        "an event of next week", goodEvent(),
        [](auto& record) { *record.mutable_ladder_event()->mutable_at() = at(11, 27, 8); }, "DATE_IMPLAUSIBLE at");
  }

  static void directoryRows() {
    row(
        "a duty without anything", {}, [](auto& record) { record.mutable_duty_roster(); },
        "MISSING id; MISSING area_id; MISSING kind; MISSING name; MISSING phone");
    row(
        "an eighth weekday", goodDuty(), [](auto& record) { record.mutable_duty_roster()->add_weekdays(8); },
        "OUT_OF_RANGE weekdays[2] 1,7");
    row(
        "minutes beyond the day", goodDuty(),
        [](auto& record) {
          record.mutable_duty_roster()->set_from_minute(1440);
          record.mutable_duty_roster()->set_until_minute(1441);
        },
        "OUT_OF_RANGE from_minute 0,1439; OUT_OF_RANGE until_minute 0,1440");
    row(
        "a duty that ends before it begins", goodDuty(),
        [](auto& record) { *record.mutable_duty_roster()->mutable_until_on() = on(12, 31, 2025); },
        "ENDS_BEFORE_START until_on");
    row(
        "a facility without anything", {}, [](auto& record) { record.mutable_facility(); },
        "MISSING id; MISSING code; MISSING kind; MISSING name; MISSING area_id");
    row(
        "closed before it was verified", goodFacility(),
        [](auto& record) { *record.mutable_facility()->mutable_closed_on() = on(5, 31); },
        "ENDS_BEFORE_START closed_on");
    row(
        "signed on no day", goodFacility(),
        [](auto& record) { record.mutable_facility()->mutable_signed_on()->set_year(2026); }, "MALFORMED signed_on");
    row(
        "a target without anything", {}, [](auto& record) { record.mutable_target(); },
        "MISSING id; MISSING indicator; MISSING area_id; MISSING until_on; MISSING from_on; OUT_OF_RANGE value 1");
    row(
        "a target that ends before it begins", goodTarget(),
        [](auto& record) { *record.mutable_target()->mutable_until_on() = on(12, 31, 2025); },
        "ENDS_BEFORE_START until_on");
  }

  static void rulesRows() {
    row(
        "a day both free and worked", goodRules(),
        [](auto& record) { *record.mutable_district_rules()->add_extra_working_days() = on(12, 24); },
        "DUPLICATE extra_working_days[1]");
    row(
        "a holiday that is no day", goodRules(),
        [](auto& record) { record.mutable_district_rules()->mutable_extra_holidays(0)->set_month(13); },
        "MALFORMED extra_holidays[0]");
    row(
        "switches beyond reason", goodRules(),
        [](auto& record) {
          v1::RuleSet& set = *record.mutable_district_rules()->mutable_rule_sets(0);
          set.set_backdate_days(367);
          set.set_ladder_a_supervisor_minutes(1441);
          set.set_ladder_a_community_minutes(1441);
          set.set_ladder_c_second_try_days(32);
        },
        "OUT_OF_RANGE rule_sets[0].backdate_days 0,366; OUT_OF_RANGE rule_sets[0].ladder_a_supervisor_minutes "
        "0,1440; OUT_OF_RANGE rule_sets[0].ladder_a_community_minutes 0,1440; OUT_OF_RANGE "
        "rule_sets[0].ladder_c_second_try_days 0,31");
  }

  static void visitRows() {
    row(
        "an empty promise", goodVisit(), [](auto& record) { record.mutable_visit()->add_promises(); },
        "MISSING promises[1].id; MISSING promises[1].what");
    row(
        "the same promise twice", goodVisit(),
        [](auto& record) { *record.mutable_visit()->add_promises() = record.visit().promises(0); },
        "DUPLICATE promises[1].id");
    row(
        "a promise for no day", goodVisit(),
        [](auto& record) { record.mutable_visit()->mutable_promises(0)->mutable_due_on()->set_year(2026); },
        "MALFORMED promises[0].due_on");
    row(
        "a kept promise that is no id", goodVisit(),
        [](auto& record) { record.mutable_visit()->add_kept_promise_ids("short"); }, "MALFORMED kept_promise_ids[1]");
    row(
        "a recheck without a resolution", goodRiskEvent(),
        [](auto& record) { record.mutable_risk_event()->set_to(v1::RISK_STATE_IN_ACTION); }, "MALFORMED recheck_on");
    row(
        "a recheck on no day", goodRiskEvent(),
        [](auto& record) { record.mutable_risk_event()->mutable_recheck_on()->set_day(40); }, "MALFORMED recheck_on");
  }

  // Limits count characters as people write them down, not bytes: emoji and rare Han are one each.
  static void textRows() {
    for (const char* character : {"王", "𠮷", "👵", "é"}) {
      const auto named = [character](const char* what) { return absl::StrCat(what, " of ", character); };
      row(
          named("a name of 40").c_str(), goodWorker(),
          [&](auto& record) { record.mutable_worker()->set_name(repeated(character, 40)); }, "");
      row(
          named("a name of 41").c_str(), goodWorker(),
          [&](auto& record) { record.mutable_worker()->set_name(repeated(character, 41)); }, "TOO_LONG name 40");
      row(
          named("a note of 4,000").c_str(), goodVisit(),
          [&](auto& record) { record.mutable_visit()->set_note(repeated(character, 4000)); }, "");
      row(
          named("a note of 4,001").c_str(), goodVisit(),
          [&](auto& record) { record.mutable_visit()->set_note(repeated(character, 4001)); }, "TOO_LONG note 4000");
      row(
          named("a promise of 200").c_str(), goodVisit(),
          [&](auto& record) { record.mutable_visit()->mutable_promises(0)->set_what(repeated(character, 200)); }, "");
      row(
          named("a promise of 201").c_str(), goodVisit(),
          [&](auto& record) { record.mutable_visit()->mutable_promises(0)->set_what(repeated(character, 201)); },
          "TOO_LONG promises[0].what 200");
    }
    row(
        "a reason of 4,001", goodVisit(),
        [](auto& record) { record.mutable_visit()->set_late_reason(repeated("纸", 4001)); },
        "TOO_LONG late_reason 4000");
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::ValidationKinds)
#include "test_validation_kinds.moc"
