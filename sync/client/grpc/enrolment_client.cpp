#include "sync/client/grpc/enrolment_client.h"

#include <utility>

#include "doorstep/v1/enrolment.grpc.pb.h"
#include "sync/client/grpc/device_key.h"
#include "sync/client/grpc/enrolment_answer.h"
#include "sync/client/grpc/unary_call.h"
#include "sync/enrolment/code.h"
#include "sync/enrolment/proof.h"

namespace doorstep::client {
namespace {

constexpr absl::Duration kDeadline = absl::Seconds(20);
constexpr std::size_t kReplicaIdSize = 16;

}  // namespace

// One try. Its own object, so that a client that is gone is not called back into.
class EnrolmentClient::Attempt : public std::enable_shared_from_this<Attempt> {
 public:
  Attempt(outside::Executor& executor, OpenChannel open_channel, EnrolmentWish wish, Done done)
      : executor_(executor), open_channel_(std::move(open_channel)), wish_(std::move(wish)), done_(std::move(done)) {}

  void start() {
    executor_.post([self = shared_from_this()] {
      if (const absl::Status begun = self->begin(); !begun.ok()) {
        self->end(begun);
      }
    });
  }

  void cancel() {
    cancelled_ = true;
    if (call_) {
      call_->cancel();
    }
  }

  void waitUntilLetGo() { counter_->waitForNone(); }

 private:
  using Call = UnaryCall<v1::EnrolRequest, v1::EnrolReply>;

  absl::Status begin() {
    if (cancelled_) {
      return absl::CancelledError("cancelled here");
    }
    const auto code = enrolment::normaliseCode(wish_.code);
    const auto host = hostOf(wish_.address);
    if (!code.ok() || !host.ok() || wish_.replica_id.size() != kReplicaIdSize) {
      return absl::InvalidArgumentError("the code, the address or the replica's id is not one");
    }
    host_ = *host;
    const auto request = prepare(*code);
    if (!request.ok()) {
      return request.status();
    }
    send(*request);
    return absl::OkStatus();
  }

  absl::StatusOr<v1::EnrolRequest> prepare(const std::string& code) {
    auto code_key = enrolment::deriveKey(code);
    if (!code_key.ok()) {
      return code_key.status();
    }
    auto device_key = makeDeviceKey();
    if (!device_key.ok()) {
      return device_key.status();
    }
    code_key_ = *std::move(code_key);
    private_key_ = std::move(device_key->private_key);
    v1::EnrolRequest request;
    request.set_locator(enrolment::locatorOf(code));
    request.set_signing_request(device_key->signing_request);
    request.set_replica_id(wish_.replica_id);
    request.set_proof(enrolment::deviceProof(code_key_, device_key->signing_request, wish_.replica_id));
    request.set_device_name(wish_.device_name);
    return request;
  }

  void send(const v1::EnrolRequest& request) {
    stub_ = v1::Enrolment::NewStub(open_channel_(wish_.address));
    call_ = std::make_shared<Call>(executor_, counter_, request,
                                   [self = shared_from_this()](const absl::StatusOr<v1::EnrolReply>& reply) {
                                     self->call_ = nullptr;
                                     self->receive(reply);
                                   });
    call_->start(kDeadline, [this](auto... arguments) { stub_->async()->Enrol(arguments...); });
  }

  void receive(const absl::StatusOr<v1::EnrolReply>& reply) {
    if (reply.ok()) {
      end(acceptAnswer(*reply, code_key_, private_key_, host_));
    } else {
      end(reply.status());
    }
  }

  void end(absl::StatusOr<EnrolmentResult> outcome) {
    if (const Done done = std::exchange(done_, nullptr)) {
      done(std::move(outcome));
    }
  }

  outside::Executor& executor_;
  OpenChannel open_channel_;
  EnrolmentWish wish_;
  Done done_;
  bool cancelled_ = false;
  std::string host_;
  std::string code_key_;
  std::string private_key_;
  std::shared_ptr<CallCounter> counter_ = std::make_shared<CallCounter>();
  std::unique_ptr<v1::Enrolment::Stub> stub_;
  std::shared_ptr<Call> call_;
};

EnrolmentClient::EnrolmentClient(outside::Executor& executor, OpenChannel open_channel)
    : executor_(executor), open_channel_(std::move(open_channel)) {}

EnrolmentClient::~EnrolmentClient() {
  cancel();
}

void EnrolmentClient::enrol(const EnrolmentWish& wish, Done done) {
  cancel();
  attempt_ = std::make_shared<Attempt>(executor_, open_channel_, wish, std::move(done));
  attempt_->start();
}

void EnrolmentClient::cancel() {
  if (const auto attempt = std::exchange(attempt_, nullptr)) {
    attempt->cancel();
    attempt->waitUntilLetGo();
  }
}

}  // namespace doorstep::client
