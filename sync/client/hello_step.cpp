#include "sync/client/hello_step.h"

#include <algorithm>
#include <utility>

#include "sync/care/calendar.h"
#include "sync/outside/identifier.h"

namespace doorstep::client {
namespace {

// What this program speaks.
constexpr std::uint32_t kNewestProtocol = 1;
constexpr std::uint32_t kOldestProtocol = 1;
// Of its 32 bytes: enough to tell one scope from another.
constexpr std::size_t kScopeDigestBytes = 8;

}  // namespace

HelloStep::HelloStep(Replica& replica, Remote& remote, const outside::Clock& clock, outside::Random& random,
                     std::string app_version)
    : replica_(replica), remote_(remote), clock_(clock), random_(random), app_version_(std::move(app_version)) {}

void HelloStep::run(Done done) {
  done_ = std::move(done);
  sayHello();
}

void HelloStep::sayHello() {
  auto state = replica_.state();
  if (!state.ok()) {
    return end(storeFailure(state.status()));
  }
  state_ = *std::move(state);
  const Sent sent{clock_.now(), clock_.monotonic()};
  remote_.hello(request(sent), [weak = weak_from_this(), sent](absl::StatusOr<v1::HelloReply> answer) {
    const auto self = weak.lock();
    if (self && self->done_) {
      self->receive(sent, std::move(answer));
    }
  });
}

v1::HelloRequest HelloStep::request(const Sent& sent) const {
  v1::HelloRequest request;
  request.set_protocol_version(kNewestProtocol);
  request.set_oldest_protocol_version(kOldestProtocol);
  request.set_app_version(app_version_);
  request.set_replica_id(state_.replica_id);
  request.set_last_sequence(state_.last_acknowledged);
  request.set_chain_head(state_.acknowledged_head);
  *request.mutable_cursor() = state_.cursor;
  request.set_scope_digest(state_.scope_digest.substr(0, kScopeDigestBytes));
  request.set_content_digest(state_.content_digest);
  request.set_waiting(state_.waiting);
  request.set_reply_key(state_.reply_key);
  *request.mutable_stamp()->mutable_wall_at() = care::toTimestamp(sent.wall);
  request.mutable_stamp()->set_monotonic_ms(absl::ToInt64Milliseconds(sent.monotonic));
  request.mutable_stamp()->set_boot_id(clock_.bootId());
  return request;
}

void HelloStep::receive(const Sent& sent, absl::StatusOr<v1::HelloReply> answer) {
  if (!answer.ok()) {
    return end(remoteFailure(answer.status()));
  }
  // The service read its clock somewhere between; the middle errs by half the way at most. Measured
  // on the monotonic clock: the wall clock may be set while the request is away.
  const absl::Time middle = sent.wall + (clock_.monotonic() - sent.monotonic) / 2;
  judge(*answer, care::toTime(answer->service_at()) - middle);
}

void HelloStep::judge(const v1::HelloReply& reply, absl::Duration service_offset) {
  switch (reply.verdict()) {
    case v1::HELLO_VERDICT_WELCOME:
    case v1::HELLO_VERDICT_TOO_OLD:
      return welcome(reply, service_offset);
    case v1::HELLO_VERDICT_FORKED:
      return becomeNewReplica();
    case v1::HELLO_VERDICT_NEW_EPOCH:
      return beginEpoch(reply);
    default:
      return end(protocolFailure("hello: unknown verdict"));
  }
}

void HelloStep::welcome(const v1::HelloReply& reply, absl::Duration service_offset) {
  // One that says nothing speaks the first version.
  const std::uint32_t spoken = std::max<std::uint32_t>(reply.protocol_version(), 1);
  if (reply.verdict() == v1::HELLO_VERDICT_WELCOME && (spoken < kOldestProtocol || spoken > kNewestProtocol)) {
    return end(protocolFailure("hello: the service speaks another protocol"));
  }
  if (reply.last_sequence() < state_.last_acknowledged) {
    return end(protocolFailure("hello: welcomed by a service that is behind"));
  }
  if (const absl::Status kept = replica_.keepHello(reply, service_offset); !kept.ok()) {
    return end(storeFailure(kept));
  }
  end(Greeting{reply, state_});
}

void HelloStep::becomeNewReplica() {
  if (became_new_) {
    return end(protocolFailure("hello: a replica that has just begun was not welcome"));
  }
  became_new_ = true;
  const std::string replica_id = outside::IdentifierSource(clock_, random_).next();
  if (const absl::Status begun = replica_.beginNewReplica(replica_id); !begun.ok()) {
    return end(storeFailure(begun));
  }
  sayHello();
}

void HelloStep::beginEpoch(const v1::HelloReply& reply) {
  if (began_epoch_) {
    return end(protocolFailure("hello: a replica that has just begun an epoch was not welcome"));
  }
  began_epoch_ = true;
  const std::string other_id = outside::IdentifierSource(clock_, random_).next();
  const absl::Status begun = replica_.beginEpoch(reply.head().epoch(), reply.last_sequence(), other_id);
  if (!begun.ok()) {
    return end(storeFailure(begun));
  }
  sayHello();
}

void HelloStep::end(std::variant<Greeting, Failure> outcome) {
  if (const Done done = std::exchange(done_, nullptr)) {
    done(std::move(outcome));
  }
}

}  // namespace doorstep::client
