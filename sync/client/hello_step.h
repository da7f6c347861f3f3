#pragma once

#include <functional>
#include <memory>
#include <string>
#include <variant>

#include "sync/client/failure.h"
#include "sync/client/remote.h"
#include "sync/client/replica.h"
#include "sync/outside/clock.h"
#include "sync/outside/random.h"

namespace doorstep::client {

// What the rest of an exchange needs of a hello.
struct Greeting {
  v1::HelloReply reply;
  ReplicaState state;  // as it was told to the service
};

// The first step: says where this replica stands and measures the service's clock. When the service was restored
// behind it, what it lost is made ready to be sent again; when it holds other changes under this replica's
// sequences, a new replica id is taken; then it says hello once more.
class HelloStep : public std::enable_shared_from_this<HelloStep> {
 public:
  using Done = std::function<void(std::variant<Greeting, Failure>)>;

  HelloStep(Replica& replica, Remote& remote, const outside::Clock& clock, outside::Random& random,
            std::string app_version);
  void run(Done done);
  void abandon() { done_ = nullptr; }

 private:
  struct Sent {
    absl::Time wall;
    absl::Duration monotonic;
  };

  void sayHello();
  v1::HelloRequest request(const Sent& sent) const;
  void receive(const Sent& sent, absl::StatusOr<v1::HelloReply> answer);
  void judge(const v1::HelloReply& reply, absl::Duration service_offset);
  void welcome(const v1::HelloReply& reply, absl::Duration service_offset);
  void becomeNewReplica();
  void beginEpoch(const v1::HelloReply& reply);
  void end(std::variant<Greeting, Failure> outcome);

  Replica& replica_;
  Remote& remote_;
  const outside::Clock& clock_;
  outside::Random& random_;
  std::string app_version_;
  ReplicaState state_;
  bool became_new_ = false;
  bool began_epoch_ = false;
  Done done_;
};

}  // namespace doorstep::client
