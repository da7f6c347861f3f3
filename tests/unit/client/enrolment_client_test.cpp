#include <grpcpp/server_builder.h>

#include <QTest>
#include <functional>

#include "doorstep/v1/enrolment.grpc.pb.h"
#include "sync/client/grpc/device_key.h"
#include "sync/client/grpc/enrolment_answer.h"
#include "sync/client/grpc/enrolment_client.h"
#include "sync/enrolment/code.h"
#include "sync/enrolment/proof.h"
#include "tests/support/manual_random.h"
#include "tests/support/on_executor.h"
#include "tests/unit/client/test_authority.h"

namespace doorstep::tests {
namespace {

using client::EnrolmentClient;
using client::EnrolmentResult;
using client::EnrolmentWish;

// An enrolment service that knows one code and answers as the test says.
class FakeEnrolment final : public v1::Enrolment::Service {
 public:
  FakeEnrolment(const TestAuthority& authority, std::string code)
      : authority_(authority), key_(*enrolment::deriveKey(code)) {
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", authority.plainTls(), &port_);
    builder.RegisterService(this);
    server_ = builder.BuildAndStart();
  }
  ~FakeEnrolment() override { server_->Shutdown(); }

  grpc::Status Enrol(grpc::ServerContext*, const v1::EnrolRequest* request, v1::EnrolReply* reply) override {
    received = *request;
    proved = enrolment::sameProof(enrolment::deviceProof(key_, request->signing_request(), request->replica_id()),
                                  request->proof());
    if (!refuse.ok()) {
      return refuse;
    }
    reply->set_certificate(authority_.sign(request->signing_request()));
    reply->set_authority(authority_.certificate());
    reply->set_escrow_key(std::string(32, 'e'));
    reply->set_bundle_key(std::string(32, 'b'));
    reply->set_sync_port(7777);
    reply->set_district_id("district");
    reply->set_worker_id("worker");
    reply->add_roles(v1::ROLE_VISITOR);
    reply->set_zone("Asia/Shanghai");
    tamper(*reply);
    reply->set_proof(enrolment::serviceProof(proof_key.empty() ? key_ : proof_key, reply->authority(),
                                             reply->certificate(), reply->escrow_key(), reply->bundle_key()));
    return grpc::Status::OK;
  }
  std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

  grpc::Status refuse;
  std::string proof_key;
  std::function<void(v1::EnrolReply&)> tamper = [](v1::EnrolReply&) {};
  v1::EnrolRequest received;
  bool proved = false;

 private:
  const TestAuthority& authority_;
  std::string key_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

class EnrolmentClientTest : public QObject {
  Q_OBJECT
 private slots:
  void enrolsWithTheRightCode();
  void passesOnWhyItWasRefused_data();
  void passesOnWhyItWasRefused();
  void doesNotTrustAServiceThatDoesNotKnowTheCode();
  void doesNotTakeWhatIsNotItsOwn_data();
  void doesNotTakeWhatIsNotItsOwn();
  void saysWhenNoServiceIsThere();
  void refusesWhatIsNoWish_data();
  void refusesWhatIsNoWish();
  void canBeCancelled();

 private:
  absl::StatusOr<EnrolmentResult> enrol(const EnrolmentWish& wish);
  EnrolmentWish wishFor(const FakeEnrolment& service) const {
    return {service.address(), code_, "tablet 3", std::string(16, 'r')};
  }

  TestAuthority authority_;
  ManualRandom random_;
  std::string code_ = enrolment::newCode(random_);
};

absl::StatusOr<EnrolmentResult> EnrolmentClientTest::enrol(const EnrolmentWish& wish) {
  outside::SerialExecutor executor;
  Answer<absl::StatusOr<EnrolmentResult>> answer;
  std::unique_ptr<EnrolmentClient> enroller;
  onExecutor(executor, [&] {
    enroller = std::make_unique<EnrolmentClient>(executor);
    enroller->enrol(wish, [&](absl::StatusOr<EnrolmentResult> result) { answer.give(std::move(result)); });
  });
  auto result = answer.wait();
  onExecutor(executor, [&] { enroller.reset(); });
  return result;
}

void EnrolmentClientTest::enrolsWithTheRightCode() {
  FakeEnrolment service(authority_, code_);
  const auto result = enrol(wishFor(service));
  QVERIFY2(result.ok(), result.status().ToString().c_str());
  QVERIFY(service.proved);
  QCOMPARE(service.received.device_name(), std::string("tablet 3"));
  QVERIFY(service.received.SerializeAsString().find(code_) == std::string::npos);
  QCOMPARE(result->sync_address, std::string("127.0.0.1:7777"));
  QCOMPARE(result->escrow_key, std::string(32, 'e'));
  QCOMPARE(result->roles.size(), 1U);
  const client::DeviceIdentity& identity = result->identity;
  QVERIFY(client::checkCertificate(identity.certificate, identity.private_key, identity.authority).ok());
  QVERIFY(client::openChannel(result->sync_address, identity).ok());
}

void EnrolmentClientTest::passesOnWhyItWasRefused_data() {
  QTest::addColumn<int>("code");
  QTest::newRow("no such code") << static_cast<int>(grpc::StatusCode::NOT_FOUND);
  QTest::newRow("wrong code") << static_cast<int>(grpc::StatusCode::PERMISSION_DENIED);
  QTest::newRow("expired") << static_cast<int>(grpc::StatusCode::FAILED_PRECONDITION);
  QTest::newRow("used") << static_cast<int>(grpc::StatusCode::ALREADY_EXISTS);
}

void EnrolmentClientTest::passesOnWhyItWasRefused() {
  QFETCH(int, code);
  FakeEnrolment service(authority_, code_);
  service.refuse = grpc::Status(static_cast<grpc::StatusCode>(code), "");
  QCOMPARE(static_cast<int>(enrol(wishFor(service)).status().code()), code);
}

void EnrolmentClientTest::doesNotTrustAServiceThatDoesNotKnowTheCode() {
  FakeEnrolment service(authority_, code_);
  service.proof_key = std::string(32, 'k');
  QCOMPARE(enrol(wishFor(service)).status().code(), absl::StatusCode::kUnauthenticated);
}

void EnrolmentClientTest::doesNotTakeWhatIsNotItsOwn_data() {
  QTest::addColumn<QString>("part");
  QTest::addColumn<int>("code");
  QTest::newRow("certificate of another device")
      << "certificate" << static_cast<int>(absl::StatusCode::kUnauthenticated);
  QTest::newRow("another authority") << "authority" << static_cast<int>(absl::StatusCode::kUnauthenticated);
  QTest::newRow("no certificate") << "rubbish" << static_cast<int>(absl::StatusCode::kInvalidArgument);
  QTest::newRow("escrow key cut off") << "escrow" << static_cast<int>(absl::StatusCode::kInternal);
  QTest::newRow("bundle key cut off") << "bundle" << static_cast<int>(absl::StatusCode::kInternal);
  QTest::newRow("no port") << "port" << static_cast<int>(absl::StatusCode::kInternal);
}

void EnrolmentClientTest::doesNotTakeWhatIsNotItsOwn() {
  QFETCH(QString, part);
  QFETCH(int, code);
  FakeEnrolment service(authority_, code_);
  service.tamper = [&](v1::EnrolReply& reply) {
    if (part == "certificate") {
      reply.set_certificate(authority_.enrolDevice().certificate);
    } else if (part == "authority") {
      reply.set_authority(TestAuthority().certificate());
    } else if (part == "rubbish") {
      reply.set_certificate("rubbish");
    } else if (part == "escrow") {
      reply.set_escrow_key("short");
    } else if (part == "bundle") {
      reply.set_bundle_key("short");
    } else {
      reply.set_sync_port(0);
    }
  };
  QCOMPARE(static_cast<int>(enrol(wishFor(service)).status().code()), code);
}

void EnrolmentClientTest::saysWhenNoServiceIsThere() {
  EnrolmentWish wish;
  {
    const FakeEnrolment service(authority_, code_);
    wish = wishFor(service);
  }
  QCOMPARE(enrol(wish).status().code(), absl::StatusCode::kUnavailable);
}

void EnrolmentClientTest::refusesWhatIsNoWish_data() {
  QTest::addColumn<QString>("address");
  QTest::addColumn<QString>("code");
  QTest::addColumn<int>("replica_size");
  const QString code = QString::fromStdString(code_);
  QTest::newRow("no code") << "127.0.0.1:1"
                           << "abc" << 16;
  QTest::newRow("no port") << "127.0.0.1" << code << 16;
  QTest::newRow("port out of range") << "127.0.0.1:70000" << code << 16;
  QTest::newRow("no host") << ":50051" << code << 16;
  QTest::newRow("bare v6") << "::1:50051" << code << 16;
  QTest::newRow("a web address") << "https://example.org:443" << code << 16;
  QTest::newRow("replica id") << "127.0.0.1:1" << code << 3;
}

void EnrolmentClientTest::refusesWhatIsNoWish() {
  QFETCH(QString, address);
  QFETCH(QString, code);
  QFETCH(int, replica_size);
  const EnrolmentWish wish{address.toStdString(), code.toStdString(), "tablet",
                           std::string(static_cast<std::size_t>(replica_size), 'r')};
  QCOMPARE(enrol(wish).status().code(), absl::StatusCode::kInvalidArgument);
}

void EnrolmentClientTest::canBeCancelled() {
  FakeEnrolment service(authority_, code_);
  outside::SerialExecutor executor;
  Answer<absl::StatusOr<EnrolmentResult>> answer;
  std::unique_ptr<EnrolmentClient> enroller;
  onExecutor(executor, [&] {
    enroller = std::make_unique<EnrolmentClient>(executor);
    enroller->enrol(wishFor(service), [&](auto result) { answer.give(std::move(result)); });
    enroller->cancel();
  });
  QCOMPARE(answer.wait().status().code(), absl::StatusCode::kCancelled);
  onExecutor(executor, [&] { enroller.reset(); });
}

}  // namespace
}  // namespace doorstep::tests

using doorstep::tests::EnrolmentClientTest;
QTEST_APPLESS_MAIN(EnrolmentClientTest)
#include "enrolment_client_test.moc"
