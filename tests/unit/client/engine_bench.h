#pragma once

#include <vector>

#include "sync/client/engine.h"
#include "tests/support/manual_clock.h"
#include "tests/support/manual_executor.h"
#include "tests/support/manual_random.h"
#include "tests/unit/client/scripted_remote.h"
#include "tests/unit/client/scripted_replica.h"

namespace doorstep::tests {

// An engine between a scripted store and a scripted service, on time that moves by hand.
struct EngineBench {
  explicit EngineBench(client::EngineSettings settings = {})
      : engine(replica, remote, clock, random, executor, settings,
               [this](const client::SyncStatus& status) { seen.push_back(status); }) {}

  // A whole exchange in which the service takes what waits and has nothing new.
  void exchange(std::uint64_t last_sequence = 0) {
    answerHello(welcome(last_sequence));
    while (!remote.pushes.empty()) {
      answerPush();
    }
    endPull();
  }
  void answerHello(absl::StatusOr<v1::HelloReply> answer) {
    remote.answerHello(std::move(answer));
    executor.runDue();
  }
  void answerPush() {
    remote.answerPush(receiptsFor(remote.pushes.front().first));
    executor.runDue();
  }
  void answerPush(absl::StatusOr<v1::PushReply> answer) {
    remote.answerPush(std::move(answer));
    executor.runDue();
  }
  void sendPage(v1::PullReply reply) {
    remote.sendPage(std::move(reply));
    executor.runDue();
  }
  void endPull(absl::Status status = absl::OkStatus()) {
    remote.endPull(std::move(status));
    executor.runDue();
  }
  const client::SyncStatus& status() const { return engine.status(); }

  Journal journal;
  ManualClock clock;
  ManualExecutor executor{clock};
  ManualRandom random;
  ScriptedReplica replica{journal};
  ScriptedRemote remote{journal, executor};
  std::vector<client::SyncStatus> seen;
  client::Engine engine;
};

}  // namespace doorstep::tests
