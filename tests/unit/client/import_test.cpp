// The rows of a file on their way to the service.

#include <QTest>
#include <atomic>

#include "tests/unit/client/fake_sync_service.h"
#include "tests/unit/client/remote_bench.h"
#include "tests/unit/client/test_authority.h"

namespace doorstep::tests {
namespace {

using client::GrpcRemote;
using ImportStream = grpc::ServerReaderWriter<v1::ImportReply, v1::ImportRequest>;

std::vector<v1::ImportRow> rowsOfAFile(std::uint32_t count) {
  std::vector<v1::ImportRow> rows(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    rows[i].set_line(i + 1);
    rows[i].mutable_area()->set_code("2202");
  }
  return rows;
}

v1::ImportReply takenAll(const v1::ImportRequest& request) {
  v1::ImportReply reply;
  for (const v1::ImportRow& row : request.rows()) {
    v1::ImportRowResult& result = *reply.add_results();
    result.set_line(row.line());
    result.set_outcome(v1::IMPORT_OUTCOME_CREATED);
  }
  return reply;
}

class ImportTest : public QObject {
  Q_OBJECT
 private slots:
  void sendsBatchesOfAtMost500AndAnswersInOrder_data();
  void sendsBatchesOfAtMost500AndAnswersInOrder();
  void nothingToSendIsDoneAtOnce();
  void stoppingEndsItBehindWhatWasAnswered();
  void saysWhyTheServiceRefused();
  void aServiceThatGoesAwayInTheMiddleIsUnavailable();
  void oneFileAtATime();
  void cancellingAnExchangeLeavesItAlone();

 private:
  TestAuthority authority_;
};

void ImportTest::sendsBatchesOfAtMost500AndAnswersInOrder_data() {
  QTest::addColumn<int>("rows");
  QTest::addColumn<QList<int>>("batches");
  QTest::newRow("one row") << 1 << QList<int>{1};
  QTest::newRow("exactly one batch") << 500 << QList<int>{500};
  QTest::newRow("a little more") << 501 << QList<int>{500, 1};
  QTest::newRow("several") << 1234 << QList<int>{500, 500, 234};
}

void ImportTest::sendsBatchesOfAtMost500AndAnswersInOrder() {
  QFETCH(int, rows);
  QFETCH(QList<int>, batches);
  FakeSyncService service(authority_.mutualTls());
  QList<int> received;
  QList<bool> last;
  service.on_import = [&](grpc::ServerContext&, ImportStream& stream) {
    v1::ImportRequest request;
    while (stream.Read(&request)) {
      received << request.rows_size();
      last << request.last();
      stream.Write(takenAll(request));
    }
    return grpc::Status::OK;
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  std::vector<std::uint32_t> lines;
  Answer<absl::Status> done;
  bench.run([&](GrpcRemote& remote) {
    remote.importRows(
        rowsOfAFile(static_cast<std::uint32_t>(rows)),
        [&](const v1::ImportReply& reply) {
          for (const v1::ImportRowResult& result : reply.results()) {
            lines.push_back(result.line());
          }
        },
        [&](absl::Status status) { done.give(std::move(status)); });
  });
  const absl::Status status = done.wait();
  QVERIFY2(status.ok(), status.ToString().c_str());
  QCOMPARE(received, batches);
  QCOMPARE(last.count(true), 1);
  QVERIFY(last.constLast());
  QCOMPARE(lines.size(), static_cast<std::size_t>(rows));
  QVERIFY(std::is_sorted(lines.begin(), lines.end()));
}

void ImportTest::nothingToSendIsDoneAtOnce() {
  FakeSyncService service(authority_.mutualTls());
  RemoteBench bench(service.address(), authority_.enrolDevice());
  Answer<absl::Status> done;
  bool within = false;
  bench.run([&](GrpcRemote& remote) {
    within = true;
    remote.importRows(
        {}, [](const v1::ImportReply&) {},
        [&](absl::Status status) {
          if (within) {
            status = absl::InternalError("answered within the call");
          }
          done.give(std::move(status));
        });
    within = false;
  });
  const absl::Status status = done.wait();
  QVERIFY2(status.ok(), status.ToString().c_str());
}

void ImportTest::stoppingEndsItBehindWhatWasAnswered() {
  FakeSyncService service(authority_.mutualTls());
  std::atomic<int> batches = 0;
  service.on_import = [&](grpc::ServerContext& context, ImportStream& stream) {
    v1::ImportRequest request;
    stream.Read(&request);
    ++batches;
    stream.Write(takenAll(request));
    stream.Read(&request);
    ++batches;
    return FakeSyncService::waitForCancel(context);
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  std::size_t answered = 0;
  Answer<absl::Status> done;
  Answer<bool> first;
  bench.run([&](GrpcRemote& remote) {
    remote.importRows(
        rowsOfAFile(2'000),
        [&](const v1::ImportReply& reply) {
          answered += static_cast<std::size_t>(reply.results_size());
          first.give(true);
        },
        [&](absl::Status status) { done.give(std::move(status)); });
  });
  first.wait();
  bench.run([](GrpcRemote& remote) { remote.stopImport(); });
  QCOMPARE(done.wait().code(), absl::StatusCode::kCancelled);
  QCOMPARE(answered, std::size_t{500});
  QVERIFY(batches <= 2);
  bench.run([](GrpcRemote& remote) { remote.stopImport(); });  // again: nothing
}

void ImportTest::saysWhyTheServiceRefused() {
  FakeSyncService service(authority_.mutualTls());
  service.on_import = [](grpc::ServerContext&, ImportStream&) {
    return grpc::Status(grpc::StatusCode::PERMISSION_DENIED, "not for visitors");
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  Answer<absl::Status> done;
  bench.run([&](GrpcRemote& remote) {
    remote.importRows(
        rowsOfAFile(3), [](const v1::ImportReply&) {}, [&](absl::Status status) { done.give(std::move(status)); });
  });
  QCOMPARE(done.wait().code(), absl::StatusCode::kPermissionDenied);
}

void ImportTest::aServiceThatGoesAwayInTheMiddleIsUnavailable() {
  FakeSyncService service(authority_.mutualTls());
  service.on_import = [](grpc::ServerContext&, ImportStream& stream) {
    v1::ImportRequest request;
    stream.Read(&request);
    stream.Write(takenAll(request));
    return grpc::Status::OK;  // without the rest of the file
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  Answer<absl::Status> done;
  bench.run([&](GrpcRemote& remote) {
    remote.importRows(
        rowsOfAFile(700), [](const v1::ImportReply&) {}, [&](absl::Status status) { done.give(std::move(status)); });
  });
  QCOMPARE(done.wait().code(), absl::StatusCode::kUnavailable);
}

void ImportTest::oneFileAtATime() {
  FakeSyncService service(authority_.mutualTls());
  service.on_import = [](grpc::ServerContext& context, ImportStream&) {
    return FakeSyncService::waitForCancel(context);
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  Answer<absl::Status> first;
  Answer<absl::Status> second;
  bench.run([&](GrpcRemote& remote) {
    remote.importRows(
        rowsOfAFile(3), [](const v1::ImportReply&) {}, [&](absl::Status status) { first.give(std::move(status)); });
    remote.importRows(
        rowsOfAFile(3), [](const v1::ImportReply&) {}, [&](absl::Status status) { second.give(std::move(status)); });
  });
  QCOMPARE(second.wait().code(), absl::StatusCode::kFailedPrecondition);
  bench.run([](GrpcRemote& remote) { remote.stopImport(); });
  QCOMPARE(first.wait().code(), absl::StatusCode::kCancelled);
}

void ImportTest::cancellingAnExchangeLeavesItAlone() {
  FakeSyncService service(authority_.mutualTls());
  Answer<bool> cancelled;
  service.on_import = [&](grpc::ServerContext&, ImportStream& stream) {
    v1::ImportRequest request;
    stream.Read(&request);
    cancelled.wait();
    stream.Write(takenAll(request));
    stream.Read(&request);
    return grpc::Status::OK;
  };
  RemoteBench bench(service.address(), authority_.enrolDevice());
  Answer<absl::Status> done;
  bench.run([&](GrpcRemote& remote) {
    remote.importRows(
        rowsOfAFile(3), [](const v1::ImportReply&) {}, [&](absl::Status status) { done.give(std::move(status)); });
    remote.cancel();
  });
  cancelled.give(true);
  const absl::Status status = done.wait();
  QVERIFY2(status.ok(), status.ToString().c_str());
}

}  // namespace
}  // namespace doorstep::tests

using doorstep::tests::ImportTest;

QTEST_GUILESS_MAIN(ImportTest)
#include "import_test.moc"
