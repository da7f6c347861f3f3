#pragma once

#include <grpcpp/channel.h>

#include <QTemporaryDir>
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/admin.grpc.pb.h"
#include "doorstep/v1/enrolment.grpc.pb.h"
#include "sync/client/grpc/channel.h"
#include "sync/service/daemon/running_service.h"

namespace doorstep::tests {

// A clock for many threads that runs on from where it is set.
class SharedClock final : public outside::Clock {
 public:
  explicit SharedClock(absl::Time start) { set(start); }
  absl::Time now() const override { return machine_.now() + absl::Nanoseconds(offset_ns_.load()); }
  absl::Duration monotonic() const override { return machine_.monotonic(); }
  std::string bootId() const override { return machine_.bootId(); }
  void set(absl::Time now) { offset_ns_ = absl::ToInt64Nanoseconds(now - machine_.now()); }

 private:
  outside::SystemClock machine_;
  std::atomic<std::int64_t> offset_ns_ = 0;
};

// A device that has been enrolled: what it holds afterwards.
struct EnrolledDevice {
  std::string replica_id;
  client::DeviceIdentity identity;
  v1::EnrolReply reply;
};

// The real service in this process: real ledger in a fresh folder, real gRPC with mutual TLS on two
// loopback ports. A test that wants it killed runs the program instead (tests/scenario/service_program.h).
class ServiceUnderTest {
 public:
  // 2026-11-20, 09:00 in the district, unless told otherwise.
  explicit ServiceUnderTest(absl::Time start = absl::FromUnixSeconds(1795136400));

  // Stops and starts over the same folder; on new ports.
  void restart() {
    restart([] {});
  }
  // Something is done to the folder while the service is stopped.
  void restart(const std::function<void()>& meanwhile);

  SharedClock& clock() { return clock_; }
  service::Ledger& ledger() { return running_->ledger(); }
  std::string syncAddress() const;
  std::string enrolmentAddress() const;
  std::string folder() const { return folder_.path().toStdString(); }

  std::shared_ptr<grpc::Channel> operatorChannel() const;
  std::vector<v1::ImportRowResult> import(const std::vector<v1::ImportRow>& rows);
  void setRules(const std::string& district_code, const v1::DistrictRules& rules);
  std::string issueCode(const std::string& staff_number, std::uint32_t valid_minutes = 0);
  v1::RecountReply recount();

  // Strikes a certificate off the list.
  void revoke(const std::string& fingerprint);

  // As enrolment.proto says; the status is the service's own.
  absl::StatusOr<EnrolledDevice> enrol(const std::string& code) const;
  EnrolledDevice enrolWorker(const std::string& staff_number);
  std::shared_ptr<grpc::Channel> channel(const EnrolledDevice& device) const;

 private:
  void start();

  QTemporaryDir folder_;
  SharedClock clock_;
  service::Journal journal_ = service::Journal::silent();
  std::unique_ptr<service::RunningService> running_;
};

// With a deadline that no healthy call reaches.
void patient(grpc::ClientContext& context);

}  // namespace doorstep::tests
