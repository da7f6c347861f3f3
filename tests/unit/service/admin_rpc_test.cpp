#include <QtTest>
#include <algorithm>
#include <array>
#include <latch>
#include <thread>

#include "sync/service/audit.h"
#include "sync/service/identity/certificates.h"
#include "tests/support/service_under_test.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::patient;

// Administration over real gRPC: what a district's own device may do, and what of it is written down.
class AdminRpcTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void staffSetTheirDistrictUp();
  void staffOfAnotherDistrictAreRefusedAndWrittenDown();
  void othersDoNotAdminister();
  void aRevokedDeviceEndsItsImport();
  void aCodeUsedByTwoDevicesAtOnceServesOne();

 private:
  struct Desk {
    tests::EnrolledDevice device;
    std::unique_ptr<v1::Admin::Stub> admin;
  };
  Desk deskOf(const std::string& staff_number);
  static v1::ImportRequest requestOf(const v1::ImportRow& row);
  std::vector<v1::AuditEvent> audited(v1::AuditVerb verb);

  std::unique_ptr<tests::ServiceUnderTest> service_;
};

void AdminRpcTest::initTestCase() {
  service_ = std::make_unique<tests::ServiceUnderTest>();
  service_->import({tests::areaRow(2, "220211", "", "district", "丰满区"),
                    tests::areaRow(3, "220211001", "220211", "subdistrict", "泰山街道"),
                    tests::areaRow(4, "220204", "", "district", "船营区")});
  v1::DistrictRules rules;
  *rules.mutable_go_live_on() = tests::date(2026, 10, 1);
  service_->setRules("220211", rules);
  service_->import({tests::workerRow(2, "V1", v1::ROLE_VISITOR, {"220211001"}),
                    tests::workerRow(3, "D1", v1::ROLE_DISTRICT_STAFF, {"220211"}),
                    tests::workerRow(4, "S1", v1::ROLE_SUPERVISOR, {"220211001"}),
                    tests::workerRow(5, "X1", v1::ROLE_VISITOR, {"220204"})});
}

AdminRpcTest::Desk AdminRpcTest::deskOf(const std::string& staff_number) {
  Desk desk;
  desk.device = service_->enrolWorker(staff_number);
  desk.admin = v1::Admin::NewStub(service_->channel(desk.device));
  return desk;
}

v1::ImportRequest AdminRpcTest::requestOf(const v1::ImportRow& row) {
  v1::ImportRequest request;
  *request.add_rows() = row;
  request.set_last(true);
  return request;
}

std::vector<v1::AuditEvent> AdminRpcTest::audited(v1::AuditVerb verb) {
  const auto snapshot = service_->ledger().read();
  std::vector<v1::AuditEvent> events;
  const absl::Status read = (*snapshot)->registry().forEachAudit([&](const service::AuditRow& row) {
    v1::AuditEvent event;
    event.ParseFromString(row.encoded);
    if (event.verb() == verb) {
      events.push_back(event);
    }
    return absl::OkStatus();
  });
  return read.ok() && service::verifyAudit(**snapshot).ok() ? events : std::vector<v1::AuditEvent>();
}

void AdminRpcTest::staffSetTheirDistrictUp() {
  const Desk desk = deskOf("D1");
  {
    grpc::ClientContext context;
    patient(context);
    const auto stream = desk.admin->Import(&context);
    QVERIFY(stream->Write(requestOf(tests::workerRow(2, "V9", v1::ROLE_VISITOR, {"220211001"}))));
    v1::ImportReply reply;
    QVERIFY(stream->Read(&reply));
    QCOMPARE(reply.results(0).outcome(), v1::IMPORT_OUTCOME_CREATED);
    stream->WritesDone();
    QVERIFY(stream->Finish().ok());
  }
  {
    grpc::ClientContext context;
    patient(context);
    v1::IssueCodeRequest request;
    request.set_staff_number("V9");
    v1::IssueCodeReply reply;
    QVERIFY(desk.admin->IssueCode(&context, request, &reply).ok());
    QVERIFY(service_->enrol(reply.code()).ok());
  }
  {
    grpc::ClientContext context;
    patient(context);
    v1::ListDevicesReply reply;
    QVERIFY(desk.admin->ListDevices(&context, {}, &reply).ok());
    QVERIFY(std::any_of(reply.devices().begin(), reply.devices().end(),
                        [](const v1::Device& device) { return device.staff_number() == "V9"; }));
  }
  {
    grpc::ClientContext context;
    patient(context);
    v1::SetRulesRequest request;
    *request.mutable_rules()->mutable_go_live_on() = tests::date(2026, 10, 1);
    v1::SetRulesReply reply;
    QVERIFY(desk.admin->SetRules(&context, request, &reply).ok());
  }
  // Each of it stands in the chain under the worker's name.
  const std::string me = desk.device.reply.worker_id();
  for (const v1::AuditVerb verb :
       {v1::AUDIT_VERB_IMPORT, v1::AUDIT_VERB_ISSUE_CODE, v1::AUDIT_VERB_VIEW, v1::AUDIT_VERB_SET_RULES}) {
    const auto events = audited(verb);
    QVERIFY2(!events.empty() && events.back().worker_id() == me, v1::AuditVerb_Name(verb).c_str());
  }
}

void AdminRpcTest::staffOfAnotherDistrictAreRefusedAndWrittenDown() {
  const Desk desk = deskOf("D1");
  const std::size_t before = audited(v1::AUDIT_VERB_REFUSED).size();
  grpc::ClientContext issuing;
  patient(issuing);
  v1::IssueCodeRequest code;
  code.set_staff_number("X1");
  v1::IssueCodeReply issued;
  QCOMPARE(desk.admin->IssueCode(&issuing, code, &issued).error_code(), grpc::StatusCode::PERMISSION_DENIED);
  grpc::ClientContext setting;
  patient(setting);
  v1::SetRulesRequest rules;
  rules.set_district_code("220204");
  v1::SetRulesReply set;
  QCOMPARE(desk.admin->SetRules(&setting, rules, &set).error_code(), grpc::StatusCode::PERMISSION_DENIED);
  grpc::ClientContext importing;
  patient(importing);
  const auto stream = desk.admin->Import(&importing);
  QVERIFY(stream->Write(requestOf(tests::workerRow(2, "X9", v1::ROLE_VISITOR, {"220204"}))));
  v1::ImportReply reply;
  QVERIFY(stream->Read(&reply));
  QCOMPARE(reply.results(0).problems(0).code(), v1::PROBLEM_CODE_OUT_OF_SCOPE);
  stream->WritesDone();
  QVERIFY(stream->Finish().ok());
  QCOMPARE(audited(v1::AUDIT_VERB_REFUSED).size(), before + 2);
}

void AdminRpcTest::othersDoNotAdminister() {
  for (const char* who : {"V1", "S1"}) {
    const Desk desk = deskOf(who);
    grpc::ClientContext context;
    patient(context);
    v1::ListDevicesReply devices;
    QCOMPARE(desk.admin->ListDevices(&context, {}, &devices).error_code(), grpc::StatusCode::PERMISSION_DENIED);
    grpc::ClientContext importing;
    patient(importing);
    const auto stream = desk.admin->Import(&importing);
    v1::ImportReply results;
    QVERIFY(!stream->Read(&results));
    QCOMPARE(stream->Finish().error_code(), grpc::StatusCode::PERMISSION_DENIED);
  }
}

void AdminRpcTest::aRevokedDeviceEndsItsImport() {
  const Desk desk = deskOf("D1");
  grpc::ClientContext context;
  patient(context);
  const auto stream = desk.admin->Import(&context);
  QVERIFY(stream->Write(requestOf(tests::workerRow(2, "V20", v1::ROLE_VISITOR, {"220211001"}))));
  v1::ImportReply reply;
  QVERIFY(stream->Read(&reply));
  const std::size_t before = audited(v1::AUDIT_VERB_IMPORT).size();
  service_->revoke(service::fingerprintOf(desk.device.identity.certificate));
  stream->Write(requestOf(tests::workerRow(3, "V21", v1::ROLE_VISITOR, {"220211001"})));
  QVERIFY(!stream->Read(&reply));
  QCOMPARE(stream->Finish().error_code(), grpc::StatusCode::PERMISSION_DENIED);
  QCOMPARE(audited(v1::AUDIT_VERB_IMPORT).size(), before + 1);  // what had been taken is written down
}

void AdminRpcTest::aCodeUsedByTwoDevicesAtOnceServesOne() {
  for (int round = 0; round < 5; ++round) {
    const std::string code = service_->issueCode("V1");
    const std::size_t before = audited(v1::AUDIT_VERB_ENROL).size();
    std::latch start(2);
    std::array<absl::Status, 2> outcomes;
    std::array<std::thread, 2> devices;
    for (std::size_t at = 0; at < devices.size(); ++at) {
      devices[at] = std::thread([this, &start, &outcomes, &code, at] {
        start.arrive_and_wait();
        outcomes[at] = service_->enrol(code).status();
      });
    }
    for (std::thread& device : devices) {
      device.join();
    }
    QVERIFY(outcomes[0].ok() != outcomes[1].ok());
    const absl::Status& lost = outcomes[0].ok() ? outcomes[1] : outcomes[0];
    QCOMPARE(lost.code(), absl::StatusCode::kAlreadyExists);  // "this code has been used"
    QCOMPARE(audited(v1::AUDIT_VERB_ENROL).size(), before + 1);
  }
}

QTEST_GUILESS_MAIN(AdminRpcTest)
#include "admin_rpc_test.moc"
