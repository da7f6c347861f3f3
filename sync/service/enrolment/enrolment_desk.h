#pragma once

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "doorstep/v1/enrolment.pb.h"
#include "sync/service/caller.h"
#include "sync/service/commit_work.h"
#include "sync/service/identity/own_identity.h"

// One-time codes and what a device gets for one (enrolment.proto). The writer's thread; outcomes are
// statuses of their own, the ledger's errors are the calls' status.
namespace doorstep::service {

inline constexpr std::uint32_t kMostWrongProofs = 5;

struct NewCode {
  std::string code;  // normalised
  std::string key;   // derived from it; takes a tenth of a second, so not on the writer's thread
  std::string staff_number;
  absl::Duration valid_for;
};
// NOT_FOUND no such worker, PERMISSION_DENIED (audited) a worker of another district or, to staff, one
// who operates the service; ALREADY_EXISTS another code with this locator is still open: make another.
absl::StatusOr<absl::Status> issueCode(CommitWork& commit, const Caller& caller, const NewCode& wanted);

// NOT_FOUND no such code, ALREADY_EXISTS used, FAILED_PRECONDITION expired, PERMISSION_DENIED wrong
// proof, or too many wrong ones, INVALID_ARGUMENT a signing request that is none.
absl::StatusOr<absl::StatusOr<v1::EnrolReply>> enrol(CommitWork& commit, const OwnIdentity& identity,
                                                     std::uint32_t sync_port, const v1::EnrolRequest& request);

}  // namespace doorstep::service
