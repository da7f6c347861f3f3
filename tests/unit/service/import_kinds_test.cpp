#include <QtTest>
#include <functional>

#include "sync/care/calendar.h"
#include "sync/service/keys.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::DistrictBench;

// Files of duties, facilities, targets and programmes, and visits copied from paper; and what a district's
// own staff may bring in.
class ImportKindsTest : public QObject {
  Q_OBJECT

 private slots:
  void rowsAreMadeChangedAndKnownAgain_data();
  void rowsAreMadeChangedAndKnownAgain();
  void aProgrammeBringsItsContractor();
  void whatAFileHasNoColumnForStays();
  void badRowsAreNamedByColumn_data();
  void badRowsAreNamedByColumn();
  void aPaperVisitCountsOnce();
  void aChangedPaperRowIsACorrection();
  void oneFormForACouple();
  void howLatePaperMayCome_data();
  void howLatePaperMayCome();
  void staffBringInWhatIsTheirs();
  void staffAreHeldToTheirDistrict_data();
  void staffAreHeldToTheirDistrict();

 private:
  v1::ImportRowResult importOne(const v1::ImportRow& row);
  v1::ImportRowResult importOne(const v1::ImportRow& row, const service::Caller& caller);
  std::string idOf(v1::RecordKind kind, const std::string& text);

  DistrictBench bench_;
};

namespace {

v1::ImportRow dutyRow() {
  v1::ImportRow row;
  row.set_line(2);
  row.mutable_duty()->set_area_code("220211001001");
  row.mutable_duty()->set_kind(v1::DUTY_KIND_COMMUNITY);
  row.mutable_duty()->set_name("甲社区值班室");
  row.mutable_duty()->set_phone("0432-1");
  return row;
}

v1::ImportRow facilityRow() {
  v1::ImportRow row;
  row.set_line(2);
  row.mutable_facility()->set_code("M1");
  row.mutable_facility()->set_kind(v1::FACILITY_KIND_MEAL_POINT);
  row.mutable_facility()->set_name("泰山助餐点");
  row.mutable_facility()->set_area_code("220211001001");
  return row;
}

v1::ImportRow targetRow() {
  v1::ImportRow row;
  row.set_line(2);
  row.mutable_target()->set_indicator(v1::INDICATOR_MEAL_POINTS);
  row.mutable_target()->set_area_code("220211");
  *row.mutable_target()->mutable_from_on() = tests::date(2026, 1, 1);
  *row.mutable_target()->mutable_until_on() = tests::date(2026, 12, 31);
  row.mutable_target()->set_value(430);
  return row;
}

v1::ImportRow programmeRow() {
  v1::ImportRow row;
  row.set_line(2);
  row.mutable_programme()->set_code("P1");
  row.mutable_programme()->set_name("困难老人关爱服务");
  *row.mutable_programme()->mutable_from_on() = tests::date(2026, 1, 1);
  return row;
}

v1::ImportRow paperRow(const char* file_number, int day) {
  v1::ImportRow row;
  row.set_line(2);
  v1::PaperVisitRow& paper = *row.mutable_paper_visit();
  paper.set_file_number(file_number);
  paper.set_staff_number("V2");
  *paper.mutable_on() = tests::date(2026, 11, day);
  paper.set_start_minute(-1);
  paper.set_minutes(30);
  paper.set_mode(v1::CONTACT_MODE_IN_PERSON);
  paper.set_outcome(v1::CONTACT_OUTCOME_SEEN);
  return row;
}

const absl::CivilMonth kNovember(2026, 11);

}  // namespace

v1::ImportRowResult ImportKindsTest::importOne(const v1::ImportRow& row) {
  return importOne(row, DistrictBench::operatorCaller());
}

v1::ImportRowResult ImportKindsTest::importOne(const v1::ImportRow& row, const service::Caller& caller) {
  v1::ImportRequest request;
  request.set_last(true);
  *request.add_rows() = row;
  return bench_.import(request, caller).front();
}

std::string ImportKindsTest::idOf(v1::RecordKind kind, const std::string& text) {
  const auto snapshot = bench_.ledger().read();
  const auto ids = (*snapshot)
                       ->district(bench_.districtId())
                       .findIds({service::Index::kNaturalKey, service::naturalKey(kind, text)});
  return ids->empty() ? std::string() : ids->front();
}

void ImportKindsTest::rowsAreMadeChangedAndKnownAgain_data() {
  QTest::addColumn<int>("kind");
  for (const auto kind : {v1::ImportRow::kDuty, v1::ImportRow::kFacility, v1::ImportRow::kTarget,
                          v1::ImportRow::kProgramme, v1::ImportRow::kPaperVisit}) {
    QTest::addRow("row %d", static_cast<int>(kind)) << static_cast<int>(kind);
  }
}

void ImportKindsTest::rowsAreMadeChangedAndKnownAgain() {
  QFETCH(int, kind);
  v1::ImportRow row;
  std::function<void()> change;
  switch (kind) {
    case v1::ImportRow::kDuty:
      row = dutyRow();
      change = [&row] { row.mutable_duty()->set_phone("0432-2"); };
      break;
    case v1::ImportRow::kFacility:
      row = facilityRow();
      change = [&row] { *row.mutable_facility()->mutable_verified_on() = tests::date(2026, 11, 3); };
      break;
    case v1::ImportRow::kTarget:
      row = targetRow();
      change = [&row] { row.mutable_target()->set_value(500); };
      break;
    case v1::ImportRow::kProgramme:
      row = programmeRow();
      change = [&row] { row.mutable_programme()->set_name("关爱服务"); };
      break;
    default:
      row = paperRow("E4", 19);
      change = [&row] { row.mutable_paper_visit()->set_minutes(45); };
  }
  QCOMPARE(importOne(row).outcome(), v1::IMPORT_OUTCOME_CREATED);
  const auto head = bench_.head();
  QCOMPARE(importOne(row).outcome(), v1::IMPORT_OUTCOME_UNCHANGED);
  QCOMPARE(bench_.head(), head);
  change();
  QCOMPARE(importOne(row).outcome(), v1::IMPORT_OUTCOME_UPDATED);
  QCOMPARE(importOne(row).outcome(), v1::IMPORT_OUTCOME_UNCHANGED);
  v1::ImportRequest twice;
  *twice.add_rows() = row;
  *twice.add_rows() = row;
  twice.mutable_rows(1)->set_line(3);
  const auto results = bench_.import(twice);
  QCOMPARE(results[1].problems(0).code(), v1::PROBLEM_CODE_DUPLICATE);
  QCOMPARE(results[1].problems(0).details(0), std::string("2"));
}

void ImportKindsTest::aProgrammeBringsItsContractor() {
  v1::ImportRow row = programmeRow();
  row.mutable_programme()->set_code("P2");
  row.mutable_programme()->set_contractor_code("O1");
  row.mutable_programme()->set_contractor_name("丰满社工服务中心");
  QCOMPARE(importOne(row).outcome(), v1::IMPORT_OUTCOME_CREATED);
  const std::string contractor = idOf(v1::RECORD_KIND_ORGANISATION, "O1");
  QCOMPARE(bench_.record(contractor).organisation().name(), std::string("丰满社工服务中心"));
  QCOMPARE(bench_.record(idOf(v1::RECORD_KIND_PROGRAMME, "P2")).programme().contractor_id(), contractor);
  // A second programme of the same contractor needs only the code.
  row.mutable_programme()->set_code("P3");
  row.mutable_programme()->clear_contractor_name();
  QCOMPARE(importOne(row).outcome(), v1::IMPORT_OUTCOME_CREATED);
  QCOMPARE(bench_.record(idOf(v1::RECORD_KIND_PROGRAMME, "P3")).programme().contractor_id(), contractor);
}

void ImportKindsTest::whatAFileHasNoColumnForStays() {
  v1::ImportRow row = facilityRow();
  row.mutable_facility()->set_code("M2");
  importOne(row);
  v1::ImportRow programme = programmeRow();
  programme.mutable_programme()->set_code("P4");
  programme.mutable_programme()->set_contractor_code("O2");
  programme.mutable_programme()->set_contractor_name("餐饮公司");
  importOne(programme);
  auto staff = bench_.device("D1");
  const v1::Record before = bench_.record(idOf(v1::RECORD_KIND_FACILITY, "M2"));
  v1::Record after = before;
  after.mutable_facility()->set_operator_id(idOf(v1::RECORD_KIND_ORGANISATION, "O2"));
  QCOMPARE(bench_.pushEdit(staff, before, after).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  row.mutable_facility()->set_name("二号助餐点");
  QCOMPARE(importOne(row).outcome(), v1::IMPORT_OUTCOME_UPDATED);
  const v1::Facility facility = bench_.record(after.facility().id()).facility();
  QCOMPARE(facility.name(), std::string("二号助餐点"));
  QCOMPARE(facility.operator_id(), after.facility().operator_id());
}

void ImportKindsTest::badRowsAreNamedByColumn_data() {
  QTest::addColumn<QByteArray>("what");
  QTest::addColumn<int>("code");
  QTest::addColumn<QByteArray>("column");
  const auto row = [](const char* what, v1::ProblemCode code, const char* column) {
    QTest::newRow(what) << QByteArray(what) << static_cast<int>(code) << QByteArray(column);
  };
  row("duty in an unknown area", v1::PROBLEM_CODE_UNKNOWN_AREA, "area_code");
  row("duty without a number", v1::PROBLEM_CODE_MISSING, "phone");
  row("duty on an eighth day", v1::PROBLEM_CODE_OUT_OF_RANGE, "weekdays[0]");
  row("facility without a code", v1::PROBLEM_CODE_MISSING, "code");
  row("facility in no area", v1::PROBLEM_CODE_MISSING, "area_code");
  row("target of nothing", v1::PROBLEM_CODE_OUT_OF_RANGE, "value");
  row("target on 30 February", v1::PROBLEM_CODE_MALFORMED, "from_on");
  row("target of an unknown programme", v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "programme_code");
  row("programme without a name", v1::PROBLEM_CODE_MISSING, "name");
  row("programme whose contractor has no name", v1::PROBLEM_CODE_MISSING, "contractor_name");
  row("programme whose contractor has no code", v1::PROBLEM_CODE_MISSING, "contractor_code");
  row("paper of nobody", v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "file_number");
  row("paper by nobody", v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "staff_number");
  row("paper on no day", v1::PROBLEM_CODE_MISSING, "on");
  row("paper on 30 February", v1::PROBLEM_CODE_MALFORMED, "on");
  row("paper of next month", v1::PROBLEM_CODE_DATE_IMPLAUSIBLE, "on");
  row("paper at 25 o'clock", v1::PROBLEM_CODE_OUT_OF_RANGE, "start_minute");
  row("paper of two days", v1::PROBLEM_CODE_LASTS_TOO_LONG, "minutes");
  row("paper with an outcome of another mode", v1::PROBLEM_CODE_OUTCOME_MODE_MISMATCH, "outcome");
  row("paper of an unknown programme", v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "programme_code");
}

void ImportKindsTest::badRowsAreNamedByColumn() {
  QFETCH(QByteArray, what);
  QFETCH(int, code);
  QFETCH(QByteArray, column);
  v1::ImportRow row;
  if (what.startsWith("duty")) {
    row = dutyRow();
    row.mutable_duty()->set_name("另一个值班室");
    if (what == "duty in an unknown area") {
      row.mutable_duty()->set_area_code("999");
    } else if (what == "duty without a number") {
      row.mutable_duty()->clear_phone();
    } else {
      row.mutable_duty()->add_weekdays(8);
    }
  } else if (what.startsWith("facility")) {
    row = facilityRow();
    what == "facility in no area" ? row.mutable_facility()->clear_area_code() : row.mutable_facility()->clear_code();
  } else if (what.startsWith("target")) {
    row = targetRow();
    row.mutable_target()->mutable_from_on()->set_year(2025);
    if (what == "target of nothing") {
      row.mutable_target()->set_value(0);
    } else if (what == "target on 30 February") {
      row.mutable_target()->mutable_from_on()->set_month(2);
      row.mutable_target()->mutable_from_on()->set_day(30);
    } else {
      row.mutable_target()->set_programme_code("P99");
    }
  } else if (what.startsWith("programme")) {
    row = programmeRow();
    row.mutable_programme()->set_code("P50");
    if (what == "programme without a name") {
      row.mutable_programme()->clear_name();
    } else if (what == "programme whose contractor has no name") {
      row.mutable_programme()->set_contractor_code("O50");
    } else {
      row.mutable_programme()->set_contractor_name("某公司");
    }
  } else {
    row = paperRow("E4", 17);
    v1::PaperVisitRow& paper = *row.mutable_paper_visit();
    if (what == "paper of nobody") {
      paper.set_file_number("E99");
    } else if (what == "paper by nobody") {
      paper.set_staff_number("V99");
    } else if (what == "paper on no day") {
      paper.clear_on();
    } else if (what == "paper on 30 February") {
      paper.mutable_on()->set_month(2);
      paper.mutable_on()->set_day(30);
    } else if (what == "paper of next month") {
      *paper.mutable_on() = tests::date(2026, 12, 24);
    } else if (what == "paper at 25 o'clock") {
      paper.set_start_minute(25 * 60);
    } else if (what == "paper of two days") {
      paper.set_minutes(48 * 60);
    } else if (what == "paper with an outcome of another mode") {
      paper.set_outcome(v1::CONTACT_OUTCOME_SPOKE_REMOTE);
    } else {
      paper.set_programme_code("P99");
    }
  }
  row.set_line(17);
  const auto head = bench_.head();
  const v1::ImportRowResult result = importOne(row);
  QCOMPARE(result.outcome(), v1::IMPORT_OUTCOME_REFUSED);
  QCOMPARE(result.problems(0).line(), 17U);
  QCOMPARE(static_cast<int>(result.problems(0).code()), code);
  QCOMPARE(QByteArray(result.problems(0).field().c_str()), column);
  QCOMPARE(bench_.head(), head);  // nothing of it was kept
}

void ImportKindsTest::aPaperVisitCountsOnce() {
  const auto before = bench_.figures("220211", kNovember);
  v1::ImportRow row = paperRow("E5", 16);  // nobody's household: paper knows no assignments
  row.mutable_paper_visit()->set_start_minute(10 * 60);
  QCOMPARE(importOne(row).outcome(), v1::IMPORT_OUTCOME_CREATED);
  QCOMPARE(importOne(row).outcome(), v1::IMPORT_OUTCOME_UNCHANGED);
  const auto after = bench_.figures("220211", kNovember);
  QCOMPARE(after.person_times_in_person(), before.person_times_in_person() + 1);
  QCOMPARE(after.worker_minutes_provisional(), before.worker_minutes_provisional() + 30);
  const auto snapshot = bench_.ledger().read();
  const auto visits =
      (*snapshot)
          ->district(bench_.districtId())
          .findIds({service::Index::kVisitOfElder, bench_.elder("E5"), service::dayNumber(absl::CivilDay(2026, 11, 16)),
                    service::dayNumber(absl::CivilDay(2026, 11, 16))});
  QCOMPARE(visits->size(), std::size_t{1});
  const v1::Visit visit = bench_.record(visits->front()).visit();
  QCOMPARE(visit.source(), v1::VISIT_SOURCE_PAPER);
  QCOMPARE(visit.precision(), v1::PRECISION_EXACT);
  QCOMPARE(visit.recorded_by(), bench_.worker("V2"));
  QVERIFY(care::toTime(visit.started_at()) == bench_.at(16, 10));
  QCOMPARE(bench_.recount().differences_size(), 0);
}

void ImportKindsTest::aChangedPaperRowIsACorrection() {
  v1::ImportRow row = paperRow("E4", 15);
  importOne(row);
  const auto before = bench_.figures("220211", kNovember);
  row.mutable_paper_visit()->set_minutes(50);
  QCOMPARE(importOne(row).outcome(), v1::IMPORT_OUTCOME_UPDATED);
  row.mutable_paper_visit()->set_minutes(40);
  QCOMPARE(importOne(row).outcome(), v1::IMPORT_OUTCOME_UPDATED);
  const auto after = bench_.figures("220211", kNovember);
  QCOMPARE(after.person_times_in_person(), before.person_times_in_person());
  QCOMPARE(after.worker_minutes_provisional(), before.worker_minutes_provisional() + 10);
  QCOMPARE(bench_.recount().differences_size(), 0);
}

void ImportKindsTest::oneFormForACouple() {
  const auto before = bench_.figures("220211", kNovember);
  v1::ImportRow row = paperRow("H1", 14);
  QCOMPARE(importOne(row).outcome(), v1::IMPORT_OUTCOME_CREATED);
  const auto after = bench_.figures("220211", kNovember);
  QCOMPARE(after.person_times_in_person(), before.person_times_in_person() + 2);
  QCOMPARE(after.worker_minutes_provisional(), before.worker_minutes_provisional() + 30);
  QCOMPARE(bench_.recount().differences_size(), 0);
}

void ImportKindsTest::howLatePaperMayCome_data() {
  QTest::addColumn<int>("month");
  QTest::addColumn<int>("day");  // today is 20 November; the district went live on 1 October
  QTest::addColumn<QByteArray>("reason");
  QTest::addColumn<bool>("taken");
  QTest::newRow("a week") << 11 << 13 << QByteArray() << true;
  QTest::newRow("eight days") << 11 << 12 << QByteArray() << false;
  QTest::newRow("eight days with a reason") << 11 << 12 << QByteArray("纸质表格迟交") << true;
  QTest::newRow("the month in which the district went live") << 10 << 9 << QByteArray() << true;
  QTest::newRow("before that month") << 9 << 28 << QByteArray() << false;
}

void ImportKindsTest::howLatePaperMayCome() {
  QFETCH(int, month);
  QFETCH(int, day);
  QFETCH(QByteArray, reason);
  QFETCH(bool, taken);
  v1::ImportRow row = paperRow("E4", day);
  row.mutable_paper_visit()->set_mode(v1::CONTACT_MODE_PHONE);
  row.mutable_paper_visit()->set_outcome(v1::CONTACT_OUTCOME_SPOKE_REMOTE);
  row.mutable_paper_visit()->mutable_on()->set_month(month);
  row.mutable_paper_visit()->set_late_reason(reason.toStdString());
  const v1::ImportRowResult result = importOne(row);
  QCOMPARE(result.outcome(), taken ? v1::IMPORT_OUTCOME_CREATED : v1::IMPORT_OUTCOME_REFUSED);
  if (!taken) {
    QCOMPARE(result.problems(0).code(), v1::PROBLEM_CODE_TOO_LATE);
    QCOMPARE(result.problems(0).field(), std::string("on"));
  }
}

void ImportKindsTest::staffBringInWhatIsTheirs() {
  const service::Caller staff = bench_.device("D1").caller;
  QCOMPARE(importOne(tests::areaRow(2, "220211001003", "220211001", "community", "丙社区"), staff).outcome(),
           v1::IMPORT_OUTCOME_CREATED);
  // A whole tree may come: what stands above the district stands.
  QCOMPARE(importOne(tests::areaRow(2, "2202", "22", "city", "吉林市"), staff).outcome(), v1::IMPORT_OUTCOME_UNCHANGED);
  QCOMPARE(importOne(tests::workerRow(2, "V7", v1::ROLE_VISITOR, {"220211001003"}), staff).outcome(),
           v1::IMPORT_OUTCOME_CREATED);
  QCOMPARE(importOne(tests::elderRow(2, "E7", "H7", "220211001003"), staff).outcome(), v1::IMPORT_OUTCOME_CREATED);
  QCOMPARE(importOne(tests::assignmentRow(2, "V7", "H7"), staff).outcome(), v1::IMPORT_OUTCOME_CREATED);
  v1::ImportRow paper = paperRow("E7", 18);
  paper.mutable_paper_visit()->set_staff_number("V7");
  QCOMPARE(importOne(paper, staff).outcome(), v1::IMPORT_OUTCOME_CREATED);
  const auto snapshot = bench_.ledger().read();
  const auto visits =
      (*snapshot)->district(bench_.districtId()).findIds({service::Index::kVisitOfElder, bench_.elder("E7")});
  QCOMPARE(visits->size(), std::size_t{1});
  QCOMPARE(bench_.record(visits->front()).visit().recorded_by(), bench_.worker("D1"));
  QCOMPARE(bench_.record(visits->front()).visit().worker_ids(0), bench_.worker("V7"));
}

void ImportKindsTest::staffAreHeldToTheirDistrict_data() {
  QTest::addColumn<QByteArray>("what");
  QTest::addColumn<int>("code");
  QTest::addColumn<QByteArray>("column");
  const auto row = [](const char* what, v1::ProblemCode code, const char* column) {
    QTest::newRow(what) << QByteArray(what) << static_cast<int>(code) << QByteArray(column);
  };
  row("another district", v1::PROBLEM_CODE_OUT_OF_SCOPE, "code");
  row("the own district's name", v1::PROBLEM_CODE_OUT_OF_SCOPE, "code");
  row("a community of another district", v1::PROBLEM_CODE_OUT_OF_SCOPE, "code");
  row("a worker of another district", v1::PROBLEM_CODE_OUT_OF_SCOPE, "area_codes");
  row("a worker taken from another district", v1::PROBLEM_CODE_OUT_OF_SCOPE, "staff_number");
  row("somebody who operates the service", v1::PROBLEM_CODE_NOT_PERMITTED, "roles");
  row("an elder of another district", v1::PROBLEM_CODE_OUT_OF_SCOPE, "area_code");
  row("an assignment in another district", v1::PROBLEM_CODE_OUT_OF_SCOPE, "staff_number");
  row("a duty of another district", v1::PROBLEM_CODE_OUT_OF_SCOPE, "area_code");
  row("paper by a worker of another district", v1::PROBLEM_CODE_OUT_OF_SCOPE, "staff_number");
}

void ImportKindsTest::staffAreHeldToTheirDistrict() {
  QFETCH(QByteArray, what);
  QFETCH(int, code);
  QFETCH(QByteArray, column);
  v1::ImportRequest other;
  other.set_last(true);
  *other.add_rows() = tests::areaRow(2, "220204", "2202", "district", "船营区");
  *other.add_rows() = tests::areaRow(3, "220204001", "220204", "subdistrict", "大东街道");
  bench_.import(other);
  importOne(tests::workerRow(2, "X1", v1::ROLE_VISITOR, {"220204001"}));
  v1::ImportRow row;
  if (what == "another district") {
    row = tests::areaRow(2, "220202", "2202", "district", "昌邑区");
  } else if (what == "the own district's name") {
    row = tests::areaRow(2, "220211", "2202", "district", "新名");
  } else if (what == "a community of another district") {
    row = tests::areaRow(2, "220204001001", "220204001", "community", "社区");
  } else if (what == "a worker of another district") {
    row = tests::workerRow(2, "X2", v1::ROLE_VISITOR, {"220204001"});
  } else if (what == "a worker taken from another district") {
    row = tests::workerRow(2, "X1", v1::ROLE_VISITOR, {"220211001001"});
  } else if (what == "somebody who operates the service") {
    row = tests::workerRow(2, "X3", v1::ROLE_OPERATOR, {"220211001001"});
  } else if (what == "an elder of another district") {
    row = tests::elderRow(2, "E80", "H80", "220204001");
  } else if (what == "an assignment in another district") {
    row = tests::assignmentRow(2, "X1", "H1");
  } else if (what == "a duty of another district") {
    row = dutyRow();
    row.mutable_duty()->set_area_code("220204001");
  } else {
    row = paperRow("E4", 18);
    row.mutable_paper_visit()->set_staff_number("X1");
  }
  const v1::ImportRowResult result = importOne(row, bench_.device("D1").caller);
  QCOMPARE(result.outcome(), v1::IMPORT_OUTCOME_REFUSED);
  QCOMPARE(static_cast<int>(result.problems(0).code()), code);
  QCOMPARE(QByteArray(result.problems(0).field().c_str()), column);
}

QTEST_GUILESS_MAIN(ImportKindsTest)
#include "import_kinds_test.moc"
