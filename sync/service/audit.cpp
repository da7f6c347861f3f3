#include "sync/service/audit.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/outside/planted.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"

namespace doorstep::service {
namespace {

// How far the chain goes is kept apart from it, so that a removed end is found, too.
constexpr char kHeadNote[] = "audit_head";

std::string headNote(std::uint64_t number, const std::string& hash) {
  return absl::StrCat(number, " ", hash);
}

}  // namespace

v1::AuditEvent auditEvent(v1::AuditVerb verb, const Caller& caller, std::string subject) {
  v1::AuditEvent event;
  event.set_verb(verb);
  event.set_worker_id(caller.worker_id);
  event.set_subject(std::move(subject));
  return event;
}

absl::Status appendAudit(CommitWork& commit, v1::AuditEvent event) {
  DOORSTEP_ASSIGN(const auto last, commit.registry().lastAudit());
  const std::uint64_t number = last.has_value() ? last->number + 1 : 1;
  event.set_id(commit.identifiers().next());
  *event.mutable_at() = care::toTimestamp(commit.now());
  event.set_predecessor(last.has_value() && !outside::planted(outside::Fault::kAuditUnchained)
                            ? replication::sha256(last->encoded)
                            : replication::chainStart());
  const AuditRow row{number, replication::encode(event)};
  DOORSTEP_TRY(commit.registry().appendAudit(row));
  return commit.district(commons()).ledger.putNote(kHeadNote, headNote(number, replication::sha256(row.encoded)));
}

absl::StatusOr<absl::Status> refusal(CommitWork& commit, const Caller& caller, std::string subject,
                                     absl::string_view answer) {
  DOORSTEP_TRY(appendAudit(commit, auditEvent(v1::AUDIT_VERB_REFUSED, caller, std::move(subject))));
  return absl::PermissionDeniedError(answer);
}

absl::Status verifyAudit(Snapshot& snapshot) {
  std::uint64_t number = 0;
  std::string head = replication::chainStart();
  DOORSTEP_TRY(snapshot.registry().forEachAudit([&](const AuditRow& row) {
    v1::AuditEvent event;
    if (row.number != number + 1 || !event.ParseFromString(row.encoded) || event.predecessor() != head) {
      return absl::DataLossError(absl::StrCat("the audit chain is broken at event ", number + 1));
    }
    number = row.number;
    head = replication::sha256(row.encoded);
    return absl::OkStatus();
  }));
  DOORSTEP_ASSIGN(const auto note, snapshot.district(commons()).note(kHeadNote));
  if (note.value_or(headNote(0, replication::chainStart())) != headNote(number, head)) {
    return absl::DataLossError(absl::StrCat("the audit chain is broken after event ", number));
  }
  return absl::OkStatus();
}

}  // namespace doorstep::service
