#pragma once

#include <deque>
#include <functional>
#include <string>
#include <utility>

#include "sync/client/remote.h"
#include "sync/outside/executor.h"
#include "tests/unit/client/scripted_replica.h"

namespace doorstep::tests {

// A service that answers only when the test says so: each call is kept until it is answered.
class ScriptedRemote final : public client::Remote {
 public:
  ScriptedRemote(Journal& journal, outside::Executor& executor) : journal_(journal), executor_(executor) {}

  void hello(const v1::HelloRequest& request, Done<v1::HelloReply> done) override;
  void push(const v1::PushRequest& request, Done<v1::PushReply> done) override;
  void pull(const v1::PullRequest& request, std::function<absl::Status(const v1::PullReply&)> on_page,
            std::function<void(absl::Status)> done) override;
  void cancel() override;

  // Each answers the oldest call that waits; the answer arrives when the executor runs.
  void answerHello(absl::StatusOr<v1::HelloReply> answer);
  void answerPush(absl::StatusOr<v1::PushReply> answer);
  void sendPage(v1::PullReply page);  // an error from the page ends the pull with it
  void endPull(absl::Status status);

  struct Pull {
    v1::PullRequest request;
    std::function<absl::Status(const v1::PullReply&)> on_page;
    std::function<void(absl::Status)> done;
  };
  std::deque<std::pair<v1::HelloRequest, Done<v1::HelloReply>>> hellos;
  std::deque<std::pair<v1::PushRequest, Done<v1::PushReply>>> pushes;
  std::deque<Pull> pulls;

 private:
  Journal& journal_;
  outside::Executor& executor_;
};

// Replies as a service would give them.
v1::HelloReply welcome(std::uint64_t last_sequence = 0);
v1::PushReply receiptsFor(const v1::PushRequest& request);
v1::PullReply page(std::uint64_t to_sequence, std::size_t records = 1);

}  // namespace doorstep::tests
