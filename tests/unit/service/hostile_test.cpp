#include <grpcpp/generic/generic_stub.h>

#include <QtTest>
#include <fstream>
#include <future>

#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/outside/random.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "tests/support/service_under_test.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::patient;

// What no device of ours would send: refused with a status that names the field where there is one, and the same
// connection goes on serving.
class HostileTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void hellosThatAreNotFit_data();
  void hellosThatAreNotFit();
  void bytesThatAreNoMessage_data();
  void bytesThatAreNoMessage();
  void batchesThatAreNotFit_data();
  void batchesThatAreNotFit();
  void memoryStaysBounded();

 private:
  v1::HelloRequest goodHello() const;
  grpc::Status hello(const v1::HelloRequest& request);
  grpc::Status push(const v1::PushRequest& request);
  bool lives() { return hello(goodHello()).ok(); }

  std::unique_ptr<tests::ServiceUnderTest> service_;
  tests::EnrolledDevice device_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::Sync::Stub> sync_;
};

namespace {

grpc::Status sendBytes(const std::shared_ptr<grpc::Channel>& channel, const std::string& method,
                       const std::string& bytes) {
  grpc::GenericStub stub(channel);
  grpc::ClientContext context;
  patient(context);
  const grpc::Slice slice(bytes);
  const grpc::ByteBuffer request(&slice, 1);
  grpc::ByteBuffer reply;
  std::promise<grpc::Status> answered;
  stub.UnaryCall(&context, method, grpc::StubOptions(), &request, &reply,
                 [&answered](grpc::Status status) { answered.set_value(std::move(status)); });
  return answered.get_future().get();
}

std::string nested(int depth) {
  std::string bytes;
  for (int level = 0; level < depth; ++level) {
    std::string outer = "\x32";  // cursor of a hello, and whatever lies in it
    std::size_t size = bytes.size();
    while (size >= 0x80) {
      outer.push_back(static_cast<char>((size & 0x7FU) | 0x80U));
      size >>= 7U;
    }
    outer.push_back(static_cast<char>(size));
    bytes = outer + bytes;
  }
  return bytes;
}

std::size_t residentMegabytes() {
  std::ifstream file("/proc/self/statm");
  std::size_t total = 0;
  std::size_t resident = 0;
  file >> total >> resident;
  return resident * 4096 / (1024 * 1024);
}

}  // namespace

void HostileTest::initTestCase() {
  service_ = std::make_unique<tests::ServiceUnderTest>();
  service_->import({tests::areaRow(2, "220211", "", "district", "丰满区"),
                    tests::areaRow(3, "220211001", "220211", "subdistrict", "泰山街道"),
                    tests::areaRow(4, "220211001001", "220211001", "community", "甲社区")});
  v1::DistrictRules rules;
  *rules.mutable_go_live_on() = tests::date(2026, 10, 1);
  service_->setRules("220211", rules);
  service_->import({tests::workerRow(2, "V1", v1::ROLE_VISITOR, {"220211001001"})});
  device_ = service_->enrolWorker("V1");
  channel_ = service_->channel(device_);
  sync_ = v1::Sync::NewStub(channel_);
}

v1::HelloRequest HostileTest::goodHello() const {
  v1::HelloRequest request;
  request.set_protocol_version(1);
  request.set_replica_id(device_.replica_id);
  request.set_chain_head(replication::chainStart());
  return request;
}

grpc::Status HostileTest::hello(const v1::HelloRequest& request) {
  grpc::ClientContext context;
  patient(context);
  v1::HelloReply reply;
  return sync_->Hello(&context, request, &reply);
}

grpc::Status HostileTest::push(const v1::PushRequest& request) {
  grpc::ClientContext context;
  patient(context);
  const auto stream = sync_->Push(&context);
  stream->Write(request);
  stream->WritesDone();
  v1::PushReply reply;
  while (stream->Read(&reply)) {
  }
  return stream->Finish();
}

void HostileTest::hellosThatAreNotFit_data() {
  QTest::addColumn<QByteArray>("field");
  for (const char* field : {"replica_id", "chain_head", "last_sequence", "waiting", "cursor"}) {
    QTest::newRow(field) << QByteArray(field);
  }
}

void HostileTest::hellosThatAreNotFit() {
  QFETCH(QByteArray, field);
  v1::HelloRequest request = goodHello();
  constexpr std::uint64_t kAbsurd = std::numeric_limits<std::uint64_t>::max();
  if (field == "replica_id") {
    request.set_replica_id("short");
  } else if (field == "chain_head") {
    request.set_chain_head(std::string(1000, 'h'));
  } else if (field == "last_sequence") {
    request.set_last_sequence(kAbsurd);
  } else if (field == "waiting") {
    request.set_waiting(kAbsurd);
  } else {
    request.mutable_cursor()->set_epoch(1);
    request.mutable_cursor()->set_sequence(kAbsurd);
  }
  const grpc::Status status = hello(request);
  QCOMPARE(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  QVERIFY2(status.error_message().find(field.toStdString()) != std::string::npos, status.error_message().c_str());
  QVERIFY(lives());
}

void HostileTest::bytesThatAreNoMessage_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::newRow("a tag without an end") << QByteArray("\xff\xff\xff\xff\xff");
  QTest::newRow("a length beyond the end") << QByteArray("\x12\x7f", 2);
  QTest::newRow("text that is not UTF-8") << QByteArray("\x12\x02\xc3\x28");
  QTest::newRow("nested a thousand times") << QByteArray::fromStdString(nested(1'000));
  QTest::newRow("more than a message may have") << QByteArray(5 * 1024 * 1024, 'x');
}

void HostileTest::bytesThatAreNoMessage() {
  QFETCH(QByteArray, bytes);
  const grpc::Status status = sendBytes(channel_, "/doorstep.v1.Sync/Hello", bytes.toStdString());
  QVERIFY(!status.ok());
  QVERIFY(lives());
}

void HostileTest::batchesThatAreNotFit_data() {
  QTest::addColumn<int>("changes");
  QTest::addColumn<int>("bytes");
  QTest::addColumn<int>("code");
  QTest::newRow("nothing in it can be read") << 3 << 20 << static_cast<int>(grpc::StatusCode::INVALID_ARGUMENT);
  QTest::newRow("more than 500") << 501 << 20 << static_cast<int>(grpc::StatusCode::INVALID_ARGUMENT);
  QTest::newRow("more than 4 MiB") << 5 << 1024 * 1024 << static_cast<int>(grpc::StatusCode::RESOURCE_EXHAUSTED);
}

void HostileTest::batchesThatAreNotFit() {
  QFETCH(int, changes);
  QFETCH(int, bytes);
  QFETCH(int, code);
  v1::PushRequest request;
  for (int at = 0; at < changes; ++at) {
    request.add_changes(std::string(static_cast<std::size_t>(bytes), '\xff'));
  }
  QCOMPARE(static_cast<int>(push(request).error_code()), code);
  QVERIFY(lives());
}

void HostileTest::memoryStaysBounded() {
#ifdef __SANITIZE_ADDRESS__
  QSKIP("The sanitizer keeps what was freed for a while.");
#endif
  v1::PushRequest request;
  for (int at = 0; at < 7; ++at) {
    request.add_changes(std::string(std::size_t{500} * 1024, '\xff'));
  }
  QVERIFY(!push(request).ok());
  const std::size_t before = residentMegabytes();
  for (int round = 0; round < 60; ++round) {
    QVERIFY(!push(request).ok());
  }
  const std::size_t after = residentMegabytes();
  QVERIFY2(after < before + 100, qPrintable(QString("%1 MB, then %2 MB").arg(before).arg(after)));
  QVERIFY(lives());
}

QTEST_GUILESS_MAIN(HostileTest)
#include "hostile_test.moc"
