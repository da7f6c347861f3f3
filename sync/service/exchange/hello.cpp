#include "sync/service/exchange/hello.h"

#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/outside/planted.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/audit.h"
#include "sync/service/exchange/content.h"
#include "sync/service/exchange/sight.h"

namespace doorstep::service {
namespace {

// What this service speaks.
constexpr std::uint32_t kNewestProtocol = 1;
constexpr std::uint32_t kOldestProtocol = 1;
// Epochs are seconds since 1970 or a few more; what is far beyond would leave no room for the next.
constexpr std::uint64_t kLargestEpoch = std::uint64_t{1} << 40;
// Of changes and commits: what is beyond would leave a ledger no numbers.
constexpr std::uint64_t kLargestNumber = std::uint64_t{1} << 60;

// The first bytes of it are enough, and travel with every hello.
bool isDigestOf(std::vector<std::string> ids, const std::string& said) {
  constexpr std::size_t kEnough = 8;
  return said.size() >= kEnough && replication::setDigest(std::move(ids)).starts_with(said);
}

absl::Status checkRequest(const v1::HelloRequest& request) {
  if (request.replica_id().size() != 16 || request.chain_head().size() != 32) {
    return absl::InvalidArgumentError("hello: replica_id must be 16 bytes, chain_head 32");
  }
  if (request.last_sequence() > kLargestNumber || request.waiting() > kLargestNumber) {
    return absl::InvalidArgumentError("hello: last_sequence or waiting is beyond what anybody can have made");
  }
  return request.cursor().epoch() > kLargestEpoch || request.cursor().sequence() > kLargestNumber
             ? absl::InvalidArgumentError("hello: cursor.epoch or cursor.sequence")
             : absl::OkStatus();
}

// How far the service has come with this replica; with one that is not the caller's it has no say.
absl::StatusOr<std::optional<std::uint64_t>> consumedOf(DistrictReader& ledger, const Caller& caller,
                                                        const std::string& replica_id) {
  DOORSTEP_ASSIGN(const auto replica, ledger.replica(replica_id));
  if (!replica.has_value()) {
    return std::optional<std::uint64_t>(0);
  }
  return replica->owner == caller.fingerprint ? std::optional(replica->last_sequence) : std::nullopt;
}

absl::StatusOr<v1::HelloVerdict> verdictOn(DistrictReader& ledger, const Caller& caller, const ReplicaRow* replica,
                                           const v1::HelloRequest& request) {
  // Before a fork: what is acknowledged and gone is sent again by whatever name.
  DOORSTEP_ASSIGN(const v1::Revision head, ledger.head());
  DOORSTEP_ASSIGN(const bool behind, isBehind(ledger, caller, request));
  if (behind || (request.cursor().epoch() != 0 && request.cursor().epoch() != head.epoch())) {
    return v1::HELLO_VERDICT_NEW_EPOCH;
  }
  if (replica != nullptr && (replica->forked || replica->owner != caller.fingerprint)) {
    return v1::HELLO_VERDICT_FORKED;
  }
  std::string expected = replication::chainStart();
  if (request.last_sequence() > 0) {
    DOORSTEP_ASSIGN(const auto change, ledger.consumed(request.replica_id(), request.last_sequence()));
    expected = change.has_value() ? change->hash : std::string();
  }
  if (request.chain_head() != expected) {
    return v1::HELLO_VERDICT_FORKED;
  }
  return request.protocol_version() < kOldestProtocol ? v1::HELLO_VERDICT_TOO_OLD : v1::HELLO_VERDICT_WELCOME;
}

}  // namespace

absl::StatusOr<bool> isBehind(DistrictReader& ledger, const Caller& caller, const v1::HelloRequest& request) {
  DOORSTEP_TRY(checkRequest(request));
  if (outside::planted(outside::Fault::kNewEpochIgnored)) {
    return false;
  }
  DOORSTEP_ASSIGN(const v1::Revision head, ledger.head());
  const v1::Revision& seen = request.cursor();
  if (seen.epoch() > head.epoch()) {
    return true;
  }
  if (seen.epoch() != 0 && seen.epoch() < head.epoch()) {
    return false;  // an epoch has begun since; this replica has yet to be told
  }
  DOORSTEP_ASSIGN(const auto consumed, consumedOf(ledger, caller, request.replica_id()));
  return seen.sequence() > head.sequence() || (consumed.has_value() && request.last_sequence() > *consumed);
}

absl::Status beginEpoch(CommitWork& commit, const Caller& caller, const v1::HelloRequest& request) {
  DistrictWriter& ledger = commit.district(caller.district_id).ledger;
  DOORSTEP_ASSIGN(const bool behind, isBehind(ledger, caller, request));
  if (!behind) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(const v1::Revision head, ledger.head());
  // Seconds, so that it differs from one that a ledger set back twice has begun before and forgotten.
  const auto now = static_cast<std::uint64_t>(std::max<std::int64_t>(absl::ToUnixSeconds(commit.now()), 0));
  const std::uint64_t epoch = std::max({head.epoch() + 1, request.cursor().epoch() + 1, now});
  DOORSTEP_TRY(ledger.beginEpoch(epoch));
  v1::AuditEvent event = auditEvent(v1::AUDIT_VERB_NEW_EPOCH, caller, absl::StrCat("Sync.Hello ", epoch));
  event.set_replica_id(request.replica_id());
  return appendAudit(commit, event);
}

absl::StatusOr<v1::HelloReply> answerHello(DistrictReader& ledger, const Directory& directory, const Caller& caller,
                                           const v1::HelloRequest& request, absl::Time now) {
  DOORSTEP_TRY(checkRequest(request));
  v1::HelloReply reply;
  DOORSTEP_ASSIGN(const auto replica, ledger.replica(request.replica_id()));
  DOORSTEP_ASSIGN(const v1::HelloVerdict verdict,
                  verdictOn(ledger, caller, replica.has_value() ? &*replica : nullptr, request));
  reply.set_verdict(verdict);
  *reply.mutable_service_at() = care::toTimestamp(now);
  DOORSTEP_ASSIGN(*reply.mutable_head(), ledger.head());
  if (replica.has_value() && replica->owner == caller.fingerprint) {
    reply.set_last_sequence(replica->last_sequence);
    reply.set_backed_up_sequence(replica->backed_up);
  }
  reply.set_protocol_version(std::clamp(request.protocol_version(), kOldestProtocol, kNewestProtocol));

  const absl::TimeZone zone = directory.zone(caller.district_id);
  DOORSTEP_ASSIGN(Sight sight, Sight::of(ledger, directory, caller, care::dayOf(now, zone)));
  std::vector<std::string> ids;
  for (const auto& [id, scopes] : sight.households()) {
    ids.push_back(id);
  }
  reply.set_scope_changed(!isDigestOf(std::move(ids), request.scope_digest()));
  if (verdict == v1::HELLO_VERDICT_WELCOME && !reply.scope_changed()) {
    DOORSTEP_ASSIGN(const bool nothing_new, hasNothingNew(ledger, sight, caller, request));
    if (nothing_new) {
      // Who is calling is in the worker's record and the rules, and those have not changed either.
      *reply.mutable_nothing_new_until() = reply.head();
      return reply;
    }
  }
  reply.set_district_id(caller.district_id);
  reply.set_worker_id(caller.worker_id);
  for (const v1::Role role : caller.roles) {
    reply.add_roles(role);
  }
  reply.set_zone(zone.name());
  return reply;
}

}  // namespace doorstep::service
