#include <QtTest>
#include <set>

#include "doorstep/v1/coverage.grpc.pb.h"
#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/care/calendar.h"
#include "sync/client/grpc/device_key.h"
#include "sync/enrolment/code.h"
#include "sync/enrolment/proof.h"
#include "sync/outside/random.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/audit.h"
#include "sync/service/identity/certificates.h"
#include "sync/service/identity/private_file.h"
#include "sync/service/keys.h"
#include "sync/wire/blocks.h"
#include "tests/support/service_under_test.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::patient;

// The service over real gRPC with mutual TLS on loopback.
class RpcTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void anExchangeFromHelloToPull();
  void batchesInFlightAreAnsweredInOrder();
  void aGapEndsTheStreamAfterTheReceiptsItStillHas();
  void aCallWithoutADeadlineIsRefused();
  void aCertificateOfAnotherAuthorityDoesNotGetIn();
  void aCertificateOfOursThatIsNotListedIsRefusedAndAudited();
  void aRevokedDeviceIsRefusedInsideAStream();
  void theOperatorHasNoExchange();
  void aWrongCodeIsRefusedAndLockedAfterFive();
  void aUsedCodeIsRefused();
  void anExpiredCodeIsRefused();
  void anUnknownCodeIsRefused();
  void aSigningRequestThatIsNoneIsRefused();
  void lookingAtTheMissedIsAudited();
  void afterARestartEverythingIsThere();

 private:
  // A device that can speak.
  struct Speaker {
    tests::EnrolledDevice device;
    std::shared_ptr<grpc::Channel> channel;
    std::unique_ptr<v1::Sync::Stub> sync;
    std::uint64_t sequence = 0;
    std::string head = replication::chainStart();
  };
  Speaker speaker(const std::string& staff_number);
  std::string visit(Speaker& speaker, const std::string& household, const std::string& elder);
  v1::HelloReply hello(Speaker& speaker);
  grpc::StatusCode helloCode(Speaker& speaker);
  std::vector<v1::PullReply> pull(Speaker& speaker);
  std::string idOf(v1::RecordKind kind, const std::string& key);
  std::size_t audited(v1::AuditVerb verb);

  std::unique_ptr<tests::ServiceUnderTest> service_;
};

void RpcTest::initTestCase() {
  service_ = std::make_unique<tests::ServiceUnderTest>();
  service_->import({tests::areaRow(2, "220211", "", "district", "丰满区"),
                    tests::areaRow(3, "220211001", "220211", "subdistrict", "泰山街道"),
                    tests::areaRow(4, "220211001001", "220211001", "community", "甲社区")});
  v1::DistrictRules rules;
  *rules.mutable_go_live_on() = tests::date(2026, 10, 1);
  service_->setRules("220211", rules);
  service_->import({tests::workerRow(2, "V1", v1::ROLE_VISITOR, {"220211001001"}),
                    tests::workerRow(3, "D1", v1::ROLE_DISTRICT_STAFF, {"220211"})});
  service_->import({tests::elderRow(2, "E1", "H1", "220211001001"), tests::elderRow(3, "E2", "H2", "220211001001")});
  service_->import({tests::assignmentRow(2, "V1", "H1")});
}

RpcTest::Speaker RpcTest::speaker(const std::string& staff_number) {
  Speaker speaker;
  speaker.device = service_->enrolWorker(staff_number);
  speaker.channel = service_->channel(speaker.device);
  speaker.sync = v1::Sync::NewStub(speaker.channel);
  return speaker;
}

std::string RpcTest::idOf(v1::RecordKind kind, const std::string& key) {
  const auto snapshot = service_->ledger().read();
  const auto districts = (*snapshot)->registry().districts();
  for (const std::string& district : *districts) {
    const auto ids =
        (*snapshot)->district(district).findIds({service::Index::kNaturalKey, service::naturalKey(kind, key)});
    if (!ids->empty()) {
      return ids->front();
    }
  }
  return {};
}

std::string RpcTest::visit(Speaker& speaker, const std::string& household, const std::string& elder) {
  outside::SystemRandom random;
  v1::Change change;
  change.set_id(random.bytes(16));
  change.set_replica_id(speaker.device.replica_id);
  change.set_sequence(++speaker.sequence);
  change.set_predecessor(speaker.head);
  change.set_worker_id(speaker.device.reply.worker_id());
  v1::Visit& visit = *change.mutable_create()->mutable_visit();
  visit.set_id(random.bytes(16));
  visit.set_household_id(idOf(v1::RECORD_KIND_HOUSEHOLD, household));
  v1::VisitContact& contact = *visit.add_contacts();
  contact.set_elder_id(idOf(v1::RECORD_KIND_ELDER, elder));
  contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
  contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
  visit.add_worker_ids(change.worker_id());
  visit.set_recorded_by(change.worker_id());
  const absl::Time starts = service_->clock().now() - absl::Hours(20);
  *visit.mutable_started_at() = care::toTimestamp(starts);
  *visit.mutable_ended_at() = care::toTimestamp(starts + absl::Minutes(30));
  visit.set_zone("Asia/Shanghai");
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  std::string encoded = replication::encode(change);
  speaker.head = replication::sha256(encoded);
  return encoded;
}

v1::HelloReply RpcTest::hello(Speaker& speaker) {
  grpc::ClientContext context;
  patient(context);
  v1::HelloRequest request;
  request.set_protocol_version(1);
  request.set_replica_id(speaker.device.replica_id);
  request.set_last_sequence(speaker.sequence);
  request.set_chain_head(speaker.head);
  v1::HelloReply reply;
  return speaker.sync->Hello(&context, request, &reply).ok() ? reply : v1::HelloReply();
}

grpc::StatusCode RpcTest::helloCode(Speaker& speaker) {
  grpc::ClientContext context;
  patient(context);
  v1::HelloReply reply;
  return speaker.sync->Hello(&context, {}, &reply).error_code();
}

std::vector<v1::PullReply> RpcTest::pull(Speaker& speaker) {
  grpc::ClientContext context;
  patient(context);
  v1::PullRequest request;
  request.set_replica_id(speaker.device.replica_id);
  request.set_names_held(true);
  const auto reader = speaker.sync->Pull(&context, request);
  std::vector<v1::PullReply> pages;
  for (v1::PullReply page; reader->Read(&page);) {
    if (!wire::unpack(page).ok()) {
      return {};
    }
    pages.push_back(page);
  }
  return reader->Finish().ok() ? pages : std::vector<v1::PullReply>();
}

std::size_t RpcTest::audited(v1::AuditVerb verb) {
  const auto snapshot = service_->ledger().read();
  std::size_t count = 0;
  const absl::Status read = (*snapshot)->registry().forEachAudit([&](const service::AuditRow& row) {
    v1::AuditEvent event;
    event.ParseFromString(row.encoded);
    count += event.verb() == verb ? 1 : 0;
    return absl::OkStatus();
  });
  return read.ok() && service::verifyAudit(**snapshot).ok() ? count : 0;
}

void RpcTest::anExchangeFromHelloToPull() {
  Speaker device = speaker("V1");
  v1::HelloReply greeting = hello(device);
  QCOMPARE(greeting.verdict(), v1::HELLO_VERDICT_WELCOME);
  QVERIFY(greeting.scope_changed());
  QCOMPARE(greeting.roles(0), v1::ROLE_VISITOR);
  QVERIFY(absl::AbsDuration(care::toTime(greeting.service_at()) - service_->clock().now()) < absl::Minutes(1));

  grpc::ClientContext context;
  patient(context);
  const auto stream = device.sync->Push(&context);
  v1::PushRequest request;
  request.add_changes(visit(device, "H1", "E1"));
  request.add_changes(visit(device, "H2", "E2"));  // not assigned
  QVERIFY(stream->Write(request));
  stream->WritesDone();
  v1::PushReply reply;
  QVERIFY(stream->Read(&reply));
  QCOMPARE(reply.receipts(0).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(reply.receipts(1).outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);
  QVERIFY(!stream->Read(&reply));
  QVERIFY(stream->Finish().ok());

  const auto pages = pull(device);
  QVERIFY(!pages.empty());
  std::set<std::string> households;
  int visits = 0;
  for (const v1::PullReply& page : pages) {
    households.insert(page.complete_household_ids().begin(), page.complete_household_ids().end());
    for (const v1::FeedEntry& entry : page.entries()) {
      visits += entry.kind() == v1::RECORD_KIND_VISIT ? 1 : 0;
    }
  }
  QVERIFY(households == std::set<std::string>{idOf(v1::RECORD_KIND_HOUSEHOLD, "H1")});
  QCOMPARE(visits, 1);
  QVERIFY(pages.back().cursor().sequence() > 0);
  greeting = hello(device);
  QCOMPARE(greeting.last_sequence(), std::uint64_t{2});
  QCOMPARE(service_->recount().differences_size(), 0);
}

void RpcTest::batchesInFlightAreAnsweredInOrder() {
  Speaker device = speaker("V1");
  grpc::ClientContext context;
  patient(context);
  const auto stream = device.sync->Push(&context);
  for (int batch = 0; batch < 30; ++batch) {
    v1::PushRequest request;
    for (int at = 0; at < 3; ++at) {
      request.add_changes(visit(device, "H1", "E1"));
    }
    QVERIFY(stream->Write(request));
  }
  stream->WritesDone();
  std::uint64_t sequence = 0;
  for (v1::PushReply reply; stream->Read(&reply);) {
    for (const v1::Receipt& receipt : reply.receipts()) {
      QCOMPARE(receipt.sequence(), ++sequence);
      QCOMPARE(receipt.outcome(), v1::RECEIPT_OUTCOME_APPLIED);
    }
  }
  QVERIFY(stream->Finish().ok());
  QCOMPARE(sequence, std::uint64_t{90});
}

void RpcTest::aGapEndsTheStreamAfterTheReceiptsItStillHas() {
  Speaker device = speaker("V1");
  grpc::ClientContext context;
  patient(context);
  const auto stream = device.sync->Push(&context);
  v1::PushRequest request;
  request.add_changes(visit(device, "H1", "E1"));
  visit(device, "H1", "E1");  // lost
  request.add_changes(visit(device, "H1", "E1"));
  stream->Write(request);
  v1::PushReply reply;
  QVERIFY(stream->Read(&reply));
  QCOMPARE(reply.receipts_size(), 1);
  QVERIFY(!stream->Read(&reply));
  const grpc::Status status = stream->Finish();
  QCOMPARE(status.error_code(), grpc::StatusCode::FAILED_PRECONDITION);
  QVERIFY(status.error_message().find('2') != std::string::npos);
}

void RpcTest::aCallWithoutADeadlineIsRefused() {
  Speaker device = speaker("V1");
  grpc::ClientContext context;
  v1::HelloReply reply;
  QCOMPARE(device.sync->Hello(&context, {}, &reply).error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  grpc::ClientContext pushing;
  const auto stream = device.sync->Push(&pushing);
  v1::PushReply receipts;
  QVERIFY(!stream->Read(&receipts));
  QCOMPARE(stream->Finish().error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  grpc::ClientContext enrolling;
  v1::EnrolReply enrolled;
  QCOMPARE(v1::Enrolment::NewStub(client::openEnrolmentChannel(service_->enrolmentAddress()))
               ->Enrol(&enrolling, {}, &enrolled)
               .error_code(),
           grpc::StatusCode::INVALID_ARGUMENT);
}

namespace {

tests::EnrolledDevice signedBy(const service::KeyAndCertificate& authority, const std::string& trusts) {
  const auto key = client::makeDeviceKey();
  tests::EnrolledDevice device;
  device.replica_id = std::string(16, 'r');
  device.identity = {key->private_key, *service::signRequest(authority, key->signing_request, "intruder"), trusts};
  return device;
}

}  // namespace

void RpcTest::aCertificateOfAnotherAuthorityDoesNotGetIn() {
  const auto authority = service::makeAuthority("somebody else");
  Speaker intruder;
  intruder.device = signedBy(*authority, service_->enrolWorker("V1").identity.authority);
  intruder.channel = service_->channel(intruder.device);
  intruder.sync = v1::Sync::NewStub(intruder.channel);
  QCOMPARE(helloCode(intruder), grpc::StatusCode::UNAVAILABLE);
}

void RpcTest::aCertificateOfOursThatIsNotListedIsRefusedAndAudited() {
  service::KeyAndCertificate authority;
  authority.key_pem = *service::readFile(service_->folder() + "/authority.key");
  authority.certificate_pem = *service::readFile(service_->folder() + "/authority.pem");
  Speaker intruder;
  intruder.device = signedBy(authority, *service::certificateDer(authority.certificate_pem));
  intruder.channel = service_->channel(intruder.device);
  intruder.sync = v1::Sync::NewStub(intruder.channel);
  const auto before = audited(v1::AUDIT_VERB_REFUSED);
  QCOMPARE(helloCode(intruder), grpc::StatusCode::UNAUTHENTICATED);
  QTRY_COMPARE(audited(v1::AUDIT_VERB_REFUSED), before + 1);
}

void RpcTest::aRevokedDeviceIsRefusedInsideAStream() {
  Speaker device = speaker("V1");
  grpc::ClientContext context;
  patient(context);
  const auto stream = device.sync->Push(&context);
  v1::PushRequest request;
  request.add_changes(visit(device, "H1", "E1"));
  QVERIFY(stream->Write(request));
  v1::PushReply reply;
  QVERIFY(stream->Read(&reply));
  service_->revoke(service::fingerprintOf(device.device.identity.certificate));
  request.Clear();
  request.add_changes(visit(device, "H1", "E1"));
  stream->Write(request);
  QVERIFY(!stream->Read(&reply));
  QCOMPARE(stream->Finish().error_code(), grpc::StatusCode::PERMISSION_DENIED);
  QCOMPARE(helloCode(device), grpc::StatusCode::PERMISSION_DENIED);
}

void RpcTest::theOperatorHasNoExchange() {
  const auto sync = v1::Sync::NewStub(service_->operatorChannel());
  grpc::ClientContext context;
  patient(context);
  const auto reader = sync->Pull(&context, {});
  v1::PullReply page;
  QVERIFY(!reader->Read(&page));
  QCOMPARE(reader->Finish().error_code(), grpc::StatusCode::PERMISSION_DENIED);
}

void RpcTest::aWrongCodeIsRefusedAndLockedAfterFive() {
  const std::string code = service_->issueCode("V1");
  std::string wrong = code;
  wrong.back() = wrong.back() == '0' ? '1' : '0';
  for (int attempt = 0; attempt < 5; ++attempt) {
    QCOMPARE(service_->enrol(wrong).status().code(), absl::StatusCode::kPermissionDenied);
  }
  QCOMPARE(service_->enrol(code).status().code(), absl::StatusCode::kPermissionDenied);
}

void RpcTest::aUsedCodeIsRefused() {
  const std::string code = service_->issueCode("V1");
  const auto before = audited(v1::AUDIT_VERB_ENROL);
  QVERIFY(service_->enrol(code).ok());
  QCOMPARE(audited(v1::AUDIT_VERB_ENROL), before + 1);
  QCOMPARE(service_->enrol(code).status().code(), absl::StatusCode::kAlreadyExists);
}

void RpcTest::anExpiredCodeIsRefused() {
  const std::string code = service_->issueCode("V1", 10);
  const absl::Time now = service_->clock().now();
  service_->clock().set(now + absl::Minutes(11));
  QCOMPARE(service_->enrol(code).status().code(), absl::StatusCode::kFailedPrecondition);
  service_->clock().set(now);
}

void RpcTest::anUnknownCodeIsRefused() {
  QCOMPARE(service_->enrol("ZZZZ-ZZZZ-ZZZZ-ZZZZ").status().code(), absl::StatusCode::kNotFound);
}

void RpcTest::aSigningRequestThatIsNoneIsRefused() {
  const std::string code = service_->issueCode("V1");
  const auto key = enrolment::deriveKey(code);
  v1::EnrolRequest request;
  request.set_locator(enrolment::locatorOf(code));
  request.set_signing_request("no request");
  request.set_replica_id(std::string(16, 'q'));
  request.set_proof(enrolment::deviceProof(*key, request.signing_request(), request.replica_id()));
  grpc::ClientContext context;
  patient(context);
  v1::EnrolReply reply;
  QCOMPARE(v1::Enrolment::NewStub(client::openEnrolmentChannel(service_->enrolmentAddress()))
               ->Enrol(&context, request, &reply)
               .error_code(),
           grpc::StatusCode::INVALID_ARGUMENT);
  QVERIFY(service_->enrol(code).ok());  // the code is not used up by it
}

void RpcTest::lookingAtTheMissedIsAudited() {
  Speaker device = speaker("D1");
  const auto before = audited(v1::AUDIT_VERB_VIEW);
  grpc::ClientContext context;
  patient(context);
  v1::ListMissedReply reply;
  QVERIFY(v1::Coverage::NewStub(device.channel)->ListMissed(&context, {}, &reply).ok());
  QVERIFY(reply.elders_size() > 0);
  QCOMPARE(audited(v1::AUDIT_VERB_VIEW), before + 1);
}

void RpcTest::afterARestartEverythingIsThere() {
  Speaker device = speaker("V1");
  {
    grpc::ClientContext context;
    patient(context);
    const auto stream = device.sync->Push(&context);
    v1::PushRequest request;
    request.add_changes(visit(device, "H1", "E1"));
    stream->Write(request);
    stream->WritesDone();
    v1::PushReply reply;
    QVERIFY(stream->Read(&reply));
    QVERIFY(stream->Finish().ok());
  }
  service_->restart();
  device.channel = service_->channel(device.device);
  device.sync = v1::Sync::NewStub(device.channel);
  const v1::HelloReply greeting = hello(device);
  QCOMPARE(greeting.verdict(), v1::HELLO_VERDICT_WELCOME);
  QCOMPARE(greeting.last_sequence(), std::uint64_t{1});
  QCOMPARE(service_->recount().differences_size(), 0);
}

QTEST_GUILESS_MAIN(RpcTest)
#include "rpc_test.moc"
