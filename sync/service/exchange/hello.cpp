#include "sync/service/exchange/hello.h"

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/merge.h"
#include "sync/service/scope.h"

namespace doorstep::service {
namespace {

constexpr std::uint32_t kProtocolVersion = 1;

absl::StatusOr<v1::HelloVerdict> verdictOn(DistrictReader& ledger, const Caller& caller, const ReplicaRow* replica,
                                           const v1::HelloRequest& request) {
  if (replica != nullptr && (replica->forked || replica->owner != caller.fingerprint)) {
    return v1::HELLO_VERDICT_FORKED;
  }
  const std::uint64_t consumed = replica == nullptr ? 0 : replica->last_sequence;
  DOORSTEP_ASSIGN(const v1::Revision head, ledger.head());
  // A replica that has just begun may still carry the cursor of an older epoch: it pulls anew.
  const bool has_begun = consumed > 0 || request.last_sequence() > 0;
  if (request.last_sequence() > consumed || (has_begun && replication::isAfter(request.cursor(), head))) {
    return v1::HELLO_VERDICT_NEW_EPOCH;
  }
  std::string expected = replication::chainStart();
  if (request.last_sequence() > 0) {
    DOORSTEP_ASSIGN(const auto change, ledger.consumed(request.replica_id(), request.last_sequence()));
    expected = change.has_value() ? change->hash : std::string();
  }
  if (request.chain_head() != expected) {
    return v1::HELLO_VERDICT_FORKED;
  }
  return request.protocol_version() < kProtocolVersion ? v1::HELLO_VERDICT_TOO_OLD : v1::HELLO_VERDICT_WELCOME;
}

}  // namespace

absl::StatusOr<v1::HelloReply> answerHello(DistrictReader& ledger, const Directory& directory, const Caller& caller,
                                           const v1::HelloRequest& request, absl::Time now) {
  if (request.replica_id().size() != 16 || request.chain_head().size() != 32) {
    return absl::InvalidArgumentError("hello: replica_id must be 16 bytes, chain_head 32");
  }
  v1::HelloReply reply;
  DOORSTEP_ASSIGN(const auto replica, ledger.replica(request.replica_id()));
  DOORSTEP_ASSIGN(const v1::HelloVerdict verdict,
                  verdictOn(ledger, caller, replica.has_value() ? &*replica : nullptr, request));
  reply.set_verdict(verdict);
  *reply.mutable_service_at() = care::toTimestamp(now);
  DOORSTEP_ASSIGN(*reply.mutable_head(), ledger.head());
  reply.set_last_sequence(replica.has_value() ? replica->last_sequence : 0);

  const absl::TimeZone zone = directory.zone(caller.district_id);
  ScopeView scope(ledger, directory);
  DOORSTEP_ASSIGN(const auto households, scope.households(caller, care::dayOf(now, zone)));
  std::vector<std::string> ids;
  for (const auto& [id, scopes] : households) {
    ids.push_back(id);
  }
  reply.set_scope_changed(replication::setDigest(std::move(ids)) != request.scope_digest());
  reply.set_district_id(caller.district_id);
  reply.set_worker_id(caller.worker_id);
  for (const v1::Role role : caller.roles) {
    reply.add_roles(role);
  }
  reply.set_zone(zone.name());
  return reply;
}

}  // namespace doorstep::service
