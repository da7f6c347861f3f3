#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/enrolment.pb.h"
#include "sync/client/grpc/channel.h"
#include "sync/outside/executor.h"

namespace doorstep::client {

struct EnrolmentWish {
  std::string address;  // host:port of the enrolment service
  std::string code;     // as a person typed it
  std::string device_name;
  std::string replica_id;  // 16 bytes
};

struct EnrolmentResult {
  DeviceIdentity identity;
  std::string sync_address;  // host:port where Sync and Coverage are served
  std::string escrow_key;    // the organisation's X25519 public key, 32 bytes
  std::string bundle_key;    // the service's X25519 public key, 32 bytes: bundles are sealed to it
  std::string district_id;
  std::string worker_id;
  std::string worker_name;
  std::vector<v1::Role> roles;
  std::string zone;
};

// Gets a device its certificate for a one-time code. Whoever answers on the enrolment port is not
// trusted until it has proved that it knows the code, too, so a listener in between learns nothing
// and can give out nothing. Calls and callbacks on the executor, where it is also destroyed.
//
// done gets INVALID_ARGUMENT: that is no code or address · NOT_FOUND: no such code · PERMISSION_DENIED:
// a wrong code · FAILED_PRECONDITION: expired · ALREADY_EXISTS: used · UNAUTHENTICATED: the service
// could not prove itself · UNAVAILABLE: no service there · DEADLINE_EXCEEDED: too slow · CANCELLED.
class EnrolmentClient {
 public:
  using Done = std::function<void(absl::StatusOr<EnrolmentResult>)>;
  using OpenChannel = std::function<std::shared_ptr<grpc::Channel>(const std::string& address)>;

  explicit EnrolmentClient(outside::Executor& executor, OpenChannel open_channel = openEnrolmentChannel);
  ~EnrolmentClient();
  EnrolmentClient(const EnrolmentClient&) = delete;
  EnrolmentClient& operator=(const EnrolmentClient&) = delete;

  // Works about a tenth of a second on the executor before it waits for the service.
  void enrol(const EnrolmentWish& wish, Done done);
  void cancel();

 private:
  class Attempt;
  outside::Executor& executor_;
  OpenChannel open_channel_;
  std::shared_ptr<Attempt> attempt_;
};

}  // namespace doorstep::client
