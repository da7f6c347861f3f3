#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "doorstep/v1/audit.pb.h"
#include "sync/service/caller.h"
#include "sync/service/commit_work.h"
#include "sync/service/ledger.h"

// Who looked at or carried out what, as a chain of hashes (promise P13).
namespace doorstep::service {

// An event by this caller; verb, subject and record are filled in by the calling code. The subject
// never holds personal data.
v1::AuditEvent auditEvent(v1::AuditVerb verb, const Caller& caller, std::string subject);

// Appends with id, time and the hash of the one before.
absl::Status appendAudit(CommitWork& commit, v1::AuditEvent event);

// Writes down that this caller asked for what is not theirs, and gives the answer: PERMISSION_DENIED.
absl::StatusOr<absl::Status> refusal(CommitWork& commit, const Caller& caller, std::string subject,
                                     absl::string_view answer);

// OK when no event was changed, removed, added or moved. DATA_LOSS names the number of the first that is wrong.
absl::Status verifyAudit(Snapshot& snapshot);

}  // namespace doorstep::service
