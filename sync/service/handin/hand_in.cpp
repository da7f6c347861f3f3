#include "sync/service/handin/hand_in.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/outside/planted.h"
#include "sync/service/apply.h"
#include "sync/service/audit.h"

namespace doorstep::service {
namespace {

// Without any rights: nothing of it is judged.
Caller callerFor(const Directory& directory, const Sender& sender, const std::string& district_id) {
  Caller caller;
  caller.fingerprint = sender.fingerprint;
  caller.district_id = district_id;
  caller.worker_id = sender.worker_id;
  if (const auto* person = directory.person(sender.worker_id);
      person != nullptr && outside::planted(outside::Fault::kHandInApplied)) {
    for (const int role : person->worker.roles()) {
      caller.roles.push_back(static_cast<v1::Role>(role));
    }
  }
  return caller;
}

std::optional<v1::Change> firstReadable(std::span<const ArrivedChange> changes) {
  const auto first =
      std::find_if(changes.begin(), changes.end(), [](const ArrivedChange& one) { return one.change.has_value(); });
  return first == changes.end() ? std::nullopt : first->change;
}

// Where a device belongs that the ledger does not know: where its replica is known, else where its worker is,
// else to the only district there is.
absl::StatusOr<std::string> districtOf(CommitWork& commit, const Sender& sender, const std::string& replica_id,
                                       const std::optional<v1::Change>& first) {
  if (!sender.district_id.empty()) {
    return sender.district_id;
  }
  const std::vector<std::string> districts = commit.directory().districtsWithRules();
  for (const std::string& id : districts) {
    DOORSTEP_ASSIGN(const auto replica, commit.district(id).ledger.replica(replica_id));
    if (replica.has_value()) {
      return id;
    }
  }
  const Directory::Person* person = first.has_value() ? commit.directory().person(first->worker_id()) : nullptr;
  if (person != nullptr) {
    return person->district_id;
  }
  return districts.size() == 1 ? districts.front() : std::string();
}

// A ledger from an older backup than the device has kept its changes for does not know where they begin: they
// are taken from the first that is left.
absl::Status beginWhereItBegins(DistrictWriter& ledger, const Sender& sender, const v1::Change& first) {
  DOORSTEP_ASSIGN(const auto known, ledger.replica(first.replica_id()));
  if (known.has_value() || first.sequence() <= 1) {
    return absl::OkStatus();
  }
  ReplicaRow replica;
  replica.replica_id = first.replica_id();
  replica.owner = sender.fingerprint;
  replica.last_sequence = first.sequence() - 1;
  replica.head = first.predecessor();
  return ledger.putReplica(replica);
}

absl::StatusOr<std::uint64_t> positionOf(DistrictReader& ledger, const Sender& sender, const std::string& replica_id) {
  DOORSTEP_ASSIGN(const auto replica, ledger.replica(replica_id));
  return replica.has_value() && replica->owner == sender.fingerprint ? replica->last_sequence : 0;
}

bool isOfOneReplica(std::span<const ArrivedChange> changes, const std::string& replica_id) {
  return std::all_of(changes.begin(), changes.end(), [&replica_id](const ArrivedChange& one) {
    return !one.change.has_value() || one.change->replica_id() == replica_id;
  });
}

std::optional<v1::Problem> whyAside() {
  if (outside::planted(outside::Fault::kHandInApplied)) {
    return std::nullopt;
  }
  v1::Problem revoked;
  revoked.set_code(v1::PROBLEM_CODE_DEVICE_REVOKED);
  return revoked;
}

}  // namespace

absl::StatusOr<Admission> admitSender(RegistryReader& registry, const Directory& directory,
                                      const std::string& fingerprint, bool revoked, absl::Time now) {
  DOORSTEP_ASSIGN(const auto device, registry.device(fingerprint));
  Admission admission;
  admission.sender.fingerprint = fingerprint;
  if (!device.has_value()) {
    admission.reason = revoked ? absl::OkStatus() : absl::UnauthenticatedError("this certificate is not known");
    return admission;
  }
  if (device->is_operator) {
    return absl::PermissionDeniedError("this is for a device's certificate only");
  }
  admission.sender.district_id = device->district_id;
  admission.sender.worker_id = device->worker_id;
  if (device->revoked || revoked) {
    return admission;
  }
  const auto welcome = callerOf(*device, directory, now);
  if (welcome.ok()) {
    return absl::PermissionDeniedError("this device is welcome: it pushes");
  }
  if (!absl::IsPermissionDenied(welcome.status()) && !absl::IsNotFound(welcome.status())) {
    return welcome.status();
  }
  admission.reason =
      absl::IsNotFound(welcome.status()) ? absl::UnauthenticatedError("this worker is not known") : welcome.status();
  return admission;
}

absl::StatusOr<HandedIn> takeAside(CommitWork& commit, const Sender& sender, const std::string& replica_id,
                                   std::span<const ArrivedChange> changes) {
  HandedIn handed;
  if (replica_id.size() != 16 || !isOfOneReplica(changes, replica_id)) {
    handed.stopped = absl::InvalidArgumentError("hand in: replica_id");
    return handed;
  }
  const std::optional<v1::Change> first = firstReadable(changes);
  DOORSTEP_ASSIGN(const std::string district, districtOf(commit, sender, replica_id, first));
  if (district.empty()) {
    if (!changes.empty()) {
      handed.stopped = absl::NotFoundError("nothing says to which district this belongs");
    }
    return handed;
  }
  DistrictWork& work = commit.district(district);
  if (!changes.empty()) {
    if (first.has_value()) {
      DOORSTEP_TRY(beginWhereItBegins(work.ledger, sender, *first));
    }
    const Caller caller = callerFor(commit.directory(), sender, district);
    Applier applier(work, caller, whyAside());
    DOORSTEP_ASSIGN(BatchOutcome outcome, applier.applyBatch(changes));
    DOORSTEP_TRY(applier.finish());
    handed.taken = outcome.receipts.size();
    handed.stopped = outcome.stopped;
  }
  DOORSTEP_ASSIGN(handed.last_sequence, positionOf(work.ledger, sender, replica_id));
  return handed;
}

absl::Status auditHandIn(CommitWork& commit, const Sender& sender, const std::string& replica_id) {
  v1::AuditEvent event;
  event.set_verb(v1::AUDIT_VERB_HAND_IN);
  event.set_worker_id(sender.worker_id);
  event.set_replica_id(replica_id);
  event.set_subject(absl::StrCat("Sync.HandIn ", outside::toHex(sender.fingerprint)));
  return appendAudit(commit, event);
}

}  // namespace doorstep::service
