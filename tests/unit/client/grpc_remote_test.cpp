#include <QTest>
#include <atomic>
#include <thread>

#include "sync/client/grpc/grpc_remote.h"
#include "tests/unit/client/fake_sync_service.h"
#include "tests/unit/client/remote_bench.h"
#include "tests/unit/client/test_authority.h"

namespace doorstep::tests {
namespace {

using client::GrpcRemote;
using client::RemoteLimits;

class GrpcRemoteTest : public QObject {
  Q_OBJECT
 private slots:
  void saysHelloWithBothSidesProved();
  void doesNotTalkToAServiceOfAnotherAuthority();
  void isRefusedWithACertificateOfAnotherAuthority();
  void findsAServiceThatComesUpAtOnce();
  void passesOnWhatTheServiceSays_data();
  void passesOnWhatTheServiceSays();
  void everyCallHasADeadline();
  void pushesAllBatchesOnOneStreamInOrder();
  void endsThePushBeforeItPulls();
  void aPushThatBreaksAnswersEveryBatch();
  void aServiceThatFallsSilentIsTooSlow();
  void pullsPageByPage();
  void aPageThatIsNotKeptEndsThePull();
  void cancelEndsThePushAndLeavesQuestionsAlone();
  void cancelEndsThePull();
  void canBeDestroyedWhileCallsAreUnderWay();
  void refusesAnIdentityItCannotRead();

 private:
  TestAuthority authority_;
};

void GrpcRemoteTest::saysHelloWithBothSidesProved() {
  FakeSyncService service(authority_.mutualTls());
  bool proved = false;
  service.on_hello = [&](grpc::ServerContext& context, const v1::HelloRequest&, v1::HelloReply& reply) {
    proved = context.auth_context()->IsPeerAuthenticated();
    reply.set_last_sequence(7);
    return grpc::Status::OK;
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  const auto reply = bench.hello();
  QVERIFY2(reply.ok(), reply.status().ToString().c_str());
  QCOMPARE(reply->last_sequence(), 7U);
  QVERIFY(proved);
}

void GrpcRemoteTest::doesNotTalkToAServiceOfAnotherAuthority() {
  const TestAuthority stranger;
  FakeSyncService service(stranger.mutualTls());
  std::atomic<bool> reached = false;
  service.on_hello = [&](auto&, const auto&, auto&) {
    reached = true;
    return grpc::Status::OK;
  };
  client::DeviceIdentity identity = stranger.enrolDevice();
  identity.authority = authority_.certificate();
  RemoteBench bench(service.address(), identity);
  QCOMPARE(bench.hello().status().code(), absl::StatusCode::kUnavailable);
  QVERIFY(!reached);
}

void GrpcRemoteTest::isRefusedWithACertificateOfAnotherAuthority() {
  const TestAuthority stranger;
  FakeSyncService service(authority_.mutualTls());
  std::atomic<bool> reached = false;
  service.on_hello = [&](auto&, const auto&, auto&) {
    reached = true;
    return grpc::Status::OK;
  };
  client::DeviceIdentity identity = stranger.enrolDevice();
  identity.authority = authority_.certificate();
  RemoteBench bench(service.address(), identity);
  QVERIFY(!bench.hello().ok());
  QVERIFY(!reached);
}

void GrpcRemoteTest::findsAServiceThatComesUpAtOnce() {
  int port = 0;
  {
    const FakeSyncService earlier(authority_.mutualTls());
    port = earlier.port();
  }
  RemoteBench bench("127.0.0.1:" + std::to_string(port), authority_.enrolDevice());
  for (int i = 0; i < 3; ++i) {
    QCOMPARE(bench.hello().status().code(), absl::StatusCode::kUnavailable);
  }
  FakeSyncService service(authority_.mutualTls(), port);
  service.on_hello = [](auto&, const auto&, auto&) { return grpc::Status::OK; };
  const auto reply = bench.hello();
  QVERIFY2(reply.ok(), reply.status().ToString().c_str());
}

void GrpcRemoteTest::passesOnWhatTheServiceSays_data() {
  QTest::addColumn<int>("sent");
  QTest::addColumn<int>("received");
  const auto row = [](const char* name, grpc::StatusCode sent, absl::StatusCode received) {
    QTest::newRow(name) << static_cast<int>(sent) << static_cast<int>(received);
  };
  row("unknown device", grpc::StatusCode::UNAUTHENTICATED, absl::StatusCode::kUnauthenticated);
  row("revoked", grpc::StatusCode::PERMISSION_DENIED, absl::StatusCode::kPermissionDenied);
  row("its fault", grpc::StatusCode::INTERNAL, absl::StatusCode::kInternal);
  row("full", grpc::StatusCode::RESOURCE_EXHAUSTED, absl::StatusCode::kResourceExhausted);
  row("going down", grpc::StatusCode::CANCELLED, absl::StatusCode::kUnavailable);
}

void GrpcRemoteTest::passesOnWhatTheServiceSays() {
  QFETCH(int, sent);
  QFETCH(int, received);
  FakeSyncService service(authority_.mutualTls());
  service.on_hello = [&](auto&, const auto&, auto&) {
    return grpc::Status(static_cast<grpc::StatusCode>(sent), "reason");
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  QCOMPARE(static_cast<int>(bench.hello().status().code()), received);
}

void GrpcRemoteTest::everyCallHasADeadline() {
  FakeSyncService service(authority_.mutualTls());
  std::atomic<int> without = 0;
  const auto look = [&](grpc::ServerContext& context) {
    without += context.deadline() == std::chrono::system_clock::time_point::max() ? 1 : 0;
  };
  service.on_hello = [&](grpc::ServerContext& context, const auto&, auto&) {
    look(context);
    return grpc::Status::OK;
  };
  service.on_push = [&](grpc::ServerContext& context, PushHandlerStream&) {
    look(context);
    return grpc::Status::OK;
  };
  service.on_pull = [&](grpc::ServerContext& context, const auto&, auto&) {
    look(context);
    return grpc::Status::OK;
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  QVERIFY(bench.hello().ok());
  QCOMPARE(bench.push(1).front().status().code(), absl::StatusCode::kUnavailable);
  QVERIFY(bench.pull([](const auto&) { return absl::OkStatus(); }).ok());
  QCOMPARE(without.load(), 0);
}

void GrpcRemoteTest::pushesAllBatchesOnOneStreamInOrder() {
  FakeSyncService service(authority_.mutualTls());
  std::atomic<int> streams = 0;
  service.on_push = [&](grpc::ServerContext&, PushHandlerStream& stream) {
    ++streams;
    v1::PushRequest request;
    while (stream.Read(&request)) {
      stream.Write(countOf(request));
    }
    return grpc::Status::OK;
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  for (int round = 0; round < 2; ++round) {
    const auto outcomes = bench.push(20);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      QVERIFY2(outcomes[i].ok(), outcomes[i].status().ToString().c_str());
      QCOMPARE(outcomes[i]->receipts_size(), static_cast<int>(i) + 1);
    }
  }
  QCOMPARE(streams.load(), 1);
}

void GrpcRemoteTest::endsThePushBeforeItPulls() {
  FakeSyncService service(authority_.mutualTls());
  std::promise<bool> ended;
  service.on_push = [&](grpc::ServerContext& context, PushHandlerStream& stream) {
    v1::PushRequest request;
    while (stream.Read(&request)) {
      stream.Write(countOf(request));
    }
    ended.set_value(!context.IsCancelled());
    return grpc::Status::OK;
  };
  service.on_pull = [](auto&, const auto&, auto&) { return grpc::Status::OK; };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  bench.push(3);
  QVERIFY(bench.pull([](const auto&) { return absl::OkStatus(); }).ok());
  QVERIFY(ended.get_future().get());
}

void GrpcRemoteTest::aPushThatBreaksAnswersEveryBatch() {
  FakeSyncService service(authority_.mutualTls());
  service.on_push = [](grpc::ServerContext&, PushHandlerStream& stream) {
    v1::PushRequest request;
    stream.Read(&request);
    stream.Write(countOf(request));
    return grpc::Status(grpc::StatusCode::RESOURCE_EXHAUSTED, "disk full");
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  const auto outcomes = bench.push(4);
  QVERIFY(outcomes[0].ok());
  for (std::size_t i = 1; i < outcomes.size(); ++i) {
    QCOMPARE(outcomes[i].status().code(), absl::StatusCode::kResourceExhausted);
  }
  QVERIFY(bench.push(1)[0].ok());  // on a new stream
}

void GrpcRemoteTest::aServiceThatFallsSilentIsTooSlow() {
  FakeSyncService service(authority_.mutualTls());
  service.on_push = [](grpc::ServerContext& context, PushHandlerStream&) {
    return FakeSyncService::waitForCancel(context);
  };
  service.on_pull = [](grpc::ServerContext& context, const auto&, grpc::ServerWriter<v1::PullReply>& writer) {
    writer.Write({});
    return FakeSyncService::waitForCancel(context);
  };
  service.on_hello = [](grpc::ServerContext& context, const auto&, auto&) {
    return FakeSyncService::waitForCancel(context);
  };
  RemoteLimits limits;
  limits.hello = limits.push.stall = limits.pull.stall = absl::Milliseconds(200);
  RemoteBench bench(service.address(), authority_.enrolDevice(), limits);
  QCOMPARE(bench.hello().status().code(), absl::StatusCode::kDeadlineExceeded);
  for (const auto& outcome : bench.push(2)) {
    QCOMPARE(outcome.status().code(), absl::StatusCode::kDeadlineExceeded);
  }
  int pages = 0;
  const absl::Status pulled = bench.pull([&](const auto&) {
    ++pages;
    return absl::OkStatus();
  });
  QCOMPARE(pulled.code(), absl::StatusCode::kDeadlineExceeded);
  QCOMPARE(pages, 1);
}

void GrpcRemoteTest::pullsPageByPage() {
  FakeSyncService service(authority_.mutualTls());
  service.on_pull = [](auto&, const v1::PullRequest& request, grpc::ServerWriter<v1::PullReply>& writer) {
    for (std::uint64_t i = 1; i <= 50; ++i) {
      v1::PullReply page;
      page.mutable_cursor()->set_sequence(request.cursor().sequence() + i);
      page.add_entries()->set_record(std::string(20'000, 'x'));
      writer.Write(page);
    }
    return grpc::Status::OK;
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  std::vector<std::uint64_t> cursors;
  std::atomic<bool> elsewhere = false;
  std::thread::id home;
  bench.run([&](GrpcRemote&) { home = std::this_thread::get_id(); });
  const absl::Status pulled = bench.pull([&](const v1::PullReply& page) {
    elsewhere = elsewhere || std::this_thread::get_id() != home;
    cursors.push_back(page.cursor().sequence());
    return absl::OkStatus();
  });
  QVERIFY2(pulled.ok(), pulled.ToString().c_str());
  QCOMPARE(cursors.size(), 50U);
  QVERIFY(std::is_sorted(cursors.begin(), cursors.end()));
  QVERIFY(!elsewhere);
}

void GrpcRemoteTest::aPageThatIsNotKeptEndsThePull() {
  FakeSyncService service(authority_.mutualTls());
  service.on_pull = [](grpc::ServerContext& context, const auto&, grpc::ServerWriter<v1::PullReply>& writer) {
    writer.Write({});
    return FakeSyncService::waitForCancel(context);
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  const absl::Status pulled = bench.pull([](const auto&) { return absl::ResourceExhaustedError("disk full"); });
  QCOMPARE(pulled.code(), absl::StatusCode::kResourceExhausted);
}

void GrpcRemoteTest::cancelEndsThePushAndLeavesQuestionsAlone() {
  FakeSyncService service(authority_.mutualTls());
  std::promise<void> asked;
  std::promise<void> answer_now;
  service.on_push = [](grpc::ServerContext& context, PushHandlerStream&) {
    return FakeSyncService::waitForCancel(context);
  };
  service.on_coverage = [&](auto&, const auto&, v1::GetCoverageReply& reply) {
    asked.set_value();
    answer_now.get_future().wait();
    reply.set_waiting(5);
    return grpc::Status::OK;
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  Answer<absl::StatusOr<v1::GetCoverageReply>> coverage;
  Answer<absl::StatusOr<v1::PushReply>> push;
  int answers = 0;
  bench.run([&](GrpcRemote& remote) {
    remote.coverage({}, [&](auto reply) { coverage.give(std::move(reply)); });
    remote.push(RemoteBench::batchOf(1), [&](auto reply) {
      ++answers;
      push.give(std::move(reply));
    });
  });
  asked.get_future().wait();
  bench.run([](GrpcRemote& remote) { remote.cancel(); });
  QCOMPARE(push.wait().status().code(), absl::StatusCode::kCancelled);
  answer_now.set_value();
  const auto reply = coverage.wait();
  QVERIFY2(reply.ok(), reply.status().ToString().c_str());
  QCOMPARE(reply->waiting(), 5U);
  QCOMPARE(answers, 1);
}

void GrpcRemoteTest::cancelEndsThePull() {
  FakeSyncService service(authority_.mutualTls());
  service.on_pull = [](grpc::ServerContext& context, const auto&, grpc::ServerWriter<v1::PullReply>& writer) {
    writer.Write({});
    writer.Write({});
    return FakeSyncService::waitForCancel(context);
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  Answer<absl::Status> ended;
  int pages = 0;
  bench.run([&](GrpcRemote& remote) {
    remote.pull(
        {},
        [&](const auto&) {
          if (++pages == 1) {
            remote.cancel();  // from within a page, as when the person signs out
          }
          return absl::OkStatus();
        },
        [&](absl::Status status) { ended.give(std::move(status)); });
  });
  QCOMPARE(ended.wait().code(), absl::StatusCode::kCancelled);
  QCOMPARE(pages, 1);
}

void GrpcRemoteTest::canBeDestroyedWhileCallsAreUnderWay() {
  FakeSyncService service(authority_.mutualTls());
  std::promise<void> arrived;
  service.on_push = [&](grpc::ServerContext& context, PushHandlerStream& stream) {
    v1::PushRequest request;
    stream.Read(&request);
    arrived.set_value();
    return FakeSyncService::waitForCancel(context);
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  Answer<absl::StatusOr<v1::PushReply>> push;
  bench.run([&](GrpcRemote& remote) {
    remote.push(RemoteBench::batchOf(1), [&](auto reply) { push.give(std::move(reply)); });
  });
  arrived.get_future().wait();
  bench.destroyRemote();
  QCOMPARE(push.wait().status().code(), absl::StatusCode::kCancelled);
}

void GrpcRemoteTest::refusesAnIdentityItCannotRead() {
  outside::SerialExecutor executor;
  client::DeviceIdentity identity = authority_.enrolDevice();
  identity.private_key.resize(10);
  QCOMPARE(GrpcRemote::make("127.0.0.1:1", identity, executor).status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace doorstep::tests

using doorstep::tests::GrpcRemoteTest;
QTEST_APPLESS_MAIN(GrpcRemoteTest)
#include "grpc_remote_test.moc"
