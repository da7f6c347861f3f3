#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/client/grpc/grpc_remote.h"
#include "tests/support/on_executor.h"

namespace doorstep::tests {

// The remote on a thread of its own, as in the app.
class RemoteBench {
 public:
  RemoteBench(const std::string& address, const client::DeviceIdentity& identity, client::RemoteLimits limits = {})
      : remote_(*client::GrpcRemote::make(address, identity, executor_, limits)) {}
  ~RemoteBench() { destroyRemote(); }

  void destroyRemote() {
    onExecutor(executor_, [this] { remote_.reset(); });
  }
  template <typename Task>
  void run(Task task) {
    onExecutor(executor_, [this, &task] { task(*remote_); });
  }
  absl::StatusOr<v1::HelloReply> hello() {
    Answer<absl::StatusOr<v1::HelloReply>> answer;
    run([&](client::GrpcRemote& remote) {
      remote.hello({}, [&](absl::StatusOr<v1::HelloReply> reply) { answer.give(std::move(reply)); });
    });
    return answer.wait();
  }
  // Pushes so many batches, batch i with i changes; the outcome of each, in the order they came.
  std::vector<absl::StatusOr<v1::PushReply>> push(int batches) {
    std::vector<absl::StatusOr<v1::PushReply>> outcomes;
    Answer<bool> all;
    run([&](client::GrpcRemote& remote) {
      for (int i = 1; i <= batches; ++i) {
        remote.push(batchOf(i), [&, batches](absl::StatusOr<v1::PushReply> reply) {
          outcomes.push_back(std::move(reply));
          if (outcomes.size() == static_cast<std::size_t>(batches)) {
            all.give(true);
          }
        });
      }
    });
    all.wait();
    return outcomes;
  }
  absl::Status pull(std::function<absl::Status(const v1::PullReply&)> on_page) {
    Answer<absl::Status> answer;
    run([&](client::GrpcRemote& remote) {
      remote.pull({}, std::move(on_page), [&](absl::Status status) { answer.give(std::move(status)); });
    });
    return answer.wait();
  }
  static v1::PushRequest batchOf(int changes) {
    v1::PushRequest request;
    for (int i = 0; i < changes; ++i) {
      request.add_changes("change");
    }
    return request;
  }
  outside::Executor& executor() { return executor_; }

 private:
  outside::SerialExecutor executor_;
  std::unique_ptr<client::GrpcRemote> remote_;
};

using PushHandlerStream = grpc::ServerReaderWriter<v1::PushReply, v1::PushRequest>;

inline v1::PushReply countOf(const v1::PushRequest& request) {
  v1::PushReply reply;
  for (int i = 0; i < request.changes_size(); ++i) {
    reply.add_receipts();
  }
  return reply;
}

}  // namespace doorstep::tests
