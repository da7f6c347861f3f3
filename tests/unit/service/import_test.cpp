#include <QtTest>

#include "sync/service/import/import_file.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::areaRow;
using tests::assignmentRow;
using tests::DistrictBench;
using tests::elderRow;
using tests::workerRow;

// Files as they really come: out of order, with errors, twice.
class ImportTest : public QObject {
  Q_OBJECT

 private slots:
  void areasMayComeInAnyOrder();
  void orphansAndCirclesAreRefusedAndTheRestIsTaken();
  void theSameFileAgainChangesNothing();
  void anUnchangedRowLeavesLaterEditsAlone();
  void aChangedRowChangesOnlyWhatItSays();
  void badRowsAreNamedByColumnAndLine_data();
  void badRowsAreNamedByColumnAndLine();
  void twoRowsWithOneKeyInAFile();
  void aKeyIsKnownOverRequestsOnceTheyAreCommitted();
  void earlierContactsBecomeVisits();
  void twoThousandEldersAreTaken();

 private:
  DistrictBench bench_;
};

namespace {

v1::ImportOutcome outcomeOf(const std::vector<v1::ImportRowResult>& results, std::uint32_t line) {
  for (const v1::ImportRowResult& result : results) {
    if (result.line() == line) {
      return result.outcome();
    }
  }
  return v1::IMPORT_OUTCOME_UNSPECIFIED;
}

v1::ProblemCode problemOf(const std::vector<v1::ImportRowResult>& results, std::uint32_t line) {
  for (const v1::ImportRowResult& result : results) {
    if (result.line() == line && result.problems_size() > 0) {
      return result.problems(0).code();
    }
  }
  return v1::PROBLEM_CODE_UNSPECIFIED;
}

}  // namespace

void ImportTest::areasMayComeInAnyOrder() {
  v1::ImportRequest request;
  request.set_last(true);
  *request.add_rows() = areaRow(2, "22021100200101", "220211002001", "grid", "网格");
  *request.add_rows() = areaRow(3, "220211002001", "220211002", "community", "社区");
  *request.add_rows() = areaRow(4, "220211002", "220211", "subdistrict", "街道");
  const auto results = bench_.import(request);
  for (std::uint32_t line = 2; line <= 4; ++line) {
    QCOMPARE(outcomeOf(results, line), v1::IMPORT_OUTCOME_CREATED);
  }
  QVERIFY(bench_.writer().directory().isWithin(bench_.area("22021100200101"), bench_.districtId()));
}

void ImportTest::orphansAndCirclesAreRefusedAndTheRestIsTaken() {
  v1::ImportRequest request;
  request.set_last(true);
  *request.add_rows() = areaRow(2, "220211003", "220211", "subdistrict", "好的街道");
  *request.add_rows() = areaRow(3, "220211004001", "220211004", "community", "无主");
  *request.add_rows() = areaRow(4, "220211005", "220211006", "subdistrict", "圈一");
  *request.add_rows() = areaRow(5, "220211006", "220211005", "subdistrict", "圈二");
  *request.add_rows() = areaRow(6, "220211006001", "220211006", "community", "圈下");
  *request.add_rows() = areaRow(7, "220211003", "220211", "subdistrict", "重复");
  *request.add_rows() = areaRow(8, "220211007", "220211", "village", "什么");
  *request.add_rows() = areaRow(9, "22021x", "220211", "subdistrict", "不是代码");
  const auto results = bench_.import(request);
  QCOMPARE(outcomeOf(results, 2), v1::IMPORT_OUTCOME_CREATED);
  QCOMPARE(problemOf(results, 3), v1::PROBLEM_CODE_ORPHAN);
  QCOMPARE(problemOf(results, 4), v1::PROBLEM_CODE_CIRCLE);
  QCOMPARE(problemOf(results, 5), v1::PROBLEM_CODE_CIRCLE);
  QCOMPARE(problemOf(results, 6), v1::PROBLEM_CODE_ORPHAN);
  QCOMPARE(problemOf(results, 7), v1::PROBLEM_CODE_DUPLICATE);
  QCOMPARE(problemOf(results, 8), v1::PROBLEM_CODE_MALFORMED);
  QCOMPARE(problemOf(results, 9), v1::PROBLEM_CODE_MALFORMED);
}

void ImportTest::theSameFileAgainChangesNothing() {
  v1::ImportRequest request;
  request.set_last(true);
  *request.add_rows() = areaRow(2, "220211001", "220211", "subdistrict", "泰山街道");
  *request.add_rows() = workerRow(3, "V1", v1::ROLE_VISITOR, {"22021100100101"});
  *request.add_rows() = elderRow(4, "E3", "H2", "22021100100101");
  *request.add_rows() = assignmentRow(5, "V1", "H1");
  const auto head = bench_.head();
  const auto results = bench_.import(request);
  for (std::uint32_t line = 2; line <= 5; ++line) {
    QCOMPARE(outcomeOf(results, line), v1::IMPORT_OUTCOME_UNCHANGED);
  }
  QCOMPARE(bench_.head(), head);
}

void ImportTest::anUnchangedRowLeavesLaterEditsAlone() {
  auto staff = bench_.device("D1");
  const v1::Record before = bench_.record(bench_.elder("E3"));
  v1::Record after = before;
  after.mutable_elder()->set_name("改过的名字");
  bench_.pushEdit(staff, before, after);
  v1::ImportRequest request;
  *request.add_rows() = elderRow(2, "E3", "H2", "22021100100101");
  QCOMPARE(outcomeOf(bench_.import(request), 2), v1::IMPORT_OUTCOME_UNCHANGED);
  QCOMPARE(bench_.record(bench_.elder("E3")).elder().name(), std::string("改过的名字"));
}

void ImportTest::aChangedRowChangesOnlyWhatItSays() {
  v1::ImportRequest request;
  *request.add_rows() = elderRow(2, "E4", "H3", "220211001002");
  request.mutable_rows(0)->mutable_elder()->set_phone("0432-7");
  request.mutable_rows(0)->mutable_elder()->set_tier(v1::TIER_A);
  QCOMPARE(outcomeOf(bench_.import(request), 2), v1::IMPORT_OUTCOME_UPDATED);
  const v1::Elder elder = bench_.record(bench_.elder("E4")).elder();
  QCOMPARE(elder.phone(), std::string("0432-7"));
  QCOMPARE(elder.tiers_size(), 2);  // what held until today is not overwritten
  QCOMPARE(elder.tiers(0).tier(), v1::TIER_C);
  QCOMPARE(elder.tiers(1).from_on().day(), 20);
  QCOMPARE(elder.residences_size(), 1);
}

void ImportTest::badRowsAreNamedByColumnAndLine_data() {
  QTest::addColumn<QByteArray>("what");
  QTest::addColumn<int>("code");
  QTest::addColumn<QByteArray>("column");
  const auto row = [](const char* what, v1::ProblemCode code, const char* column) {
    QTest::newRow(what) << QByteArray(what) << static_cast<int>(code) << QByteArray(column);
  };
  row("unknown area", v1::PROBLEM_CODE_UNKNOWN_AREA, "area_code");
  row("an area above all districts", v1::PROBLEM_CODE_UNKNOWN_AREA, "area_code");
  row("no area", v1::PROBLEM_CODE_MISSING, "area_code");
  row("no name", v1::PROBLEM_CODE_MISSING, "name");
  row("no file number", v1::PROBLEM_CODE_MISSING, "file_number");
  row("wrong check digit", v1::PROBLEM_CODE_CHECKSUM, "id_number");
  row("no ID number at all", v1::PROBLEM_CODE_MALFORMED, "id_number");
  row("somebody else's ID number", v1::PROBLEM_CODE_DUPLICATE_IDENTITY, "id_number");
  row("30 February", v1::PROBLEM_CODE_MALFORMED, "care_from_on");
  row("contact by nobody", v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "contacts[0].staff_number");
  row("contact on no day", v1::PROBLEM_CODE_MALFORMED, "contacts[0].on");
  row("contact in the future", v1::PROBLEM_CODE_DATE_IMPLAUSIBLE, "contacts[0].on");
  row("outcome that does not go with the mode", v1::PROBLEM_CODE_OUTCOME_MODE_MISMATCH, "contacts[0].outcome");
  row("family without a name", v1::PROBLEM_CODE_MISSING, "family[0]");
}

void ImportTest::badRowsAreNamedByColumnAndLine() {
  QFETCH(QByteArray, what);
  QFETCH(int, code);
  QFETCH(QByteArray, column);
  v1::ImportRequest request;
  *request.add_rows() = elderRow(17, "E50", "H50", "220211001002");
  v1::ElderRow& elder = *request.mutable_rows(0)->mutable_elder();
  const auto contact = [&elder]() -> v1::RosterContact& {
    v1::RosterContact& contact = *elder.add_contacts();
    contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
    contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
    *contact.mutable_on() = tests::date(2026, 11, 3);
    contact.set_staff_number("V2");
    return contact;
  };
  if (what == "unknown area") {
    elder.set_area_code("999");
  } else if (what == "an area above all districts") {
    elder.set_area_code("2202");
  } else if (what == "no area") {
    elder.clear_area_code();
  } else if (what == "no name") {
    elder.clear_name();
  } else if (what == "no file number") {
    elder.clear_file_number();
  } else if (what == "wrong check digit") {
    elder.set_id_number("110105194912310021");
  } else if (what == "no ID number at all") {
    elder.set_id_number("12345");
  } else if (what == "somebody else's ID number") {
    elder.set_id_number("11010519491231002X");
  } else if (what == "30 February") {
    elder.mutable_care_from_on()->set_month(2);
    elder.mutable_care_from_on()->set_day(30);
  } else if (what == "contact by nobody") {
    contact().set_staff_number("V99");
  } else if (what == "contact on no day") {
    contact().clear_on();
  } else if (what == "contact in the future") {
    *contact().mutable_on() = tests::date(2026, 12, 24);
  } else if (what == "outcome that does not go with the mode") {
    contact().set_outcome(v1::CONTACT_OUTCOME_SPOKE_REMOTE);
  } else if (what == "family without a name") {
    elder.add_family();
  }
  const auto head = bench_.head();
  const auto results = bench_.import(request);
  QCOMPARE(outcomeOf(results, 17), v1::IMPORT_OUTCOME_REFUSED);
  QCOMPARE(results[0].problems(0).line(), 17U);
  QCOMPARE(static_cast<int>(results[0].problems(0).code()), code);
  QCOMPARE(QByteArray(results[0].problems(0).field().c_str()), column);
  QCOMPARE(bench_.head(), head);  // nothing of it was kept
}

void ImportTest::twoRowsWithOneKeyInAFile() {
  v1::ImportRequest request;
  *request.add_rows() = elderRow(2, "E60", "H60", "220211001002");
  request.mutable_rows(0)->mutable_elder()->set_id_number("110101194501010018");
  *request.add_rows() = elderRow(3, "E61", "H61", "220211001002");
  request.mutable_rows(1)->mutable_elder()->set_id_number("110101194501010018");
  *request.add_rows() = workerRow(4, "V8", v1::ROLE_VISITOR, {"220211001002"});
  *request.add_rows() = workerRow(5, "V8", v1::ROLE_SUPERVISOR, {"220211001002"});
  const auto results = bench_.import(request);
  QCOMPARE(problemOf(results, 3), v1::PROBLEM_CODE_DUPLICATE);
  QCOMPARE(results[1].problems(0).details(0), std::string("2"));
  QCOMPARE(outcomeOf(results, 4), v1::IMPORT_OUTCOME_CREATED);
  QCOMPARE(problemOf(results, 5), v1::PROBLEM_CODE_DUPLICATE);
}

void ImportTest::aKeyIsKnownOverRequestsOnceTheyAreCommitted() {
  service::ImportFile file(DistrictBench::operatorCaller());
  v1::ImportRequest first;
  *first.add_rows() = elderRow(2, "E65", "H65", "220211001002");
  *first.add_rows() = areaRow(3, "220211008", "220211", "subdistrict", "街道");
  v1::ImportRequest second;
  *second.add_rows() = elderRow(4, "E65", "H65", "220211001002");
  *second.add_rows() = areaRow(5, "220211008", "220211", "subdistrict", "街道");
  second.set_last(true);
  const auto take = [&](const v1::ImportRequest& request, bool commits) {
    std::vector<v1::ImportRowResult> results;
    const absl::Status status = bench_.writer().run([&](service::CommitWork& commit) -> absl::Status {
      auto taken = file.take(commit, request);
      results = taken.ok() ? *std::move(taken) : std::vector<v1::ImportRowResult>();
      return commits ? taken.status() : absl::AbortedError("this commit fails");
    });
    if (status.ok()) {
      file.committed();
    }
    return results;
  };
  take(first, false);  // runs again, and is not its own double
  QCOMPARE(outcomeOf(take(first, true), 2), v1::IMPORT_OUTCOME_CREATED);
  const auto results = take(second, true);
  QCOMPARE(problemOf(results, 4), v1::PROBLEM_CODE_DUPLICATE);
  QCOMPARE(outcomeOf(results, 3), v1::IMPORT_OUTCOME_CREATED);
  QCOMPARE(problemOf(results, 5), v1::PROBLEM_CODE_DUPLICATE);
  QCOMPARE(results.size(), std::size_t{3});
}

void ImportTest::earlierContactsBecomeVisits() {
  const auto before = bench_.figures("220211", absl::CivilMonth(2026, 11));
  v1::ImportRequest request;
  *request.add_rows() = elderRow(2, "E70", "H70", "220211001002");
  for (int repeat = 0; repeat < 2; ++repeat) {  // twice the same: two contacts of one day
    v1::RosterContact& contact = *request.mutable_rows(0)->mutable_elder()->add_contacts();
    contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
    contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
    *contact.mutable_on() = tests::date(2026, 11, 3);
    contact.set_staff_number("V2");
    contact.set_minutes(15);
  }
  bench_.import(request);
  const auto after = bench_.figures("220211", absl::CivilMonth(2026, 11));
  QCOMPARE(after.contacted(), before.contacted() + 1);
  QCOMPARE(after.worker_minutes_provisional(), before.worker_minutes_provisional() + 30);
  request.mutable_rows(0)->mutable_elder()->set_phone("1");  // the row comes again, changed elsewhere
  bench_.import(request);
  QCOMPARE(bench_.figures("220211", absl::CivilMonth(2026, 11)).worker_minutes_provisional(),
           after.worker_minutes_provisional());
  QCOMPARE(bench_.recount().differences_size(), 0);
}

void ImportTest::twoThousandEldersAreTaken() {
  int created = 0;
  for (int part = 0; part < 4; ++part) {
    v1::ImportRequest request;
    for (int row = 0; row < 500; ++row) {
      const std::string number = std::to_string(10000 + part * 500 + row);
      *request.add_rows() =
          elderRow(static_cast<std::uint32_t>(row + 2), number.c_str(), number.c_str(), "22021100100101");
      v1::RosterContact& contact = *request.mutable_rows(row)->mutable_elder()->add_contacts();
      contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
      contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
      *contact.mutable_on() = tests::date(2026, 11, 1 + row % 19);
      contact.set_staff_number("V1");
    }
    for (const v1::ImportRowResult& result : bench_.import(request)) {
      created += result.outcome() == v1::IMPORT_OUTCOME_CREATED ? 1 : 0;
    }
  }
  QCOMPARE(created, 2000);
  QVERIFY(bench_.figures("22021100100101", absl::CivilMonth(2026, 11)).denominator() >= 2000);
  QCOMPARE(bench_.recount().differences_size(), 0);
}

QTEST_GUILESS_MAIN(ImportTest)
#include "import_test.moc"
