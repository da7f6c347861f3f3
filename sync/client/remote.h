#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "doorstep/v1/admin.pb.h"
#include "doorstep/v1/coverage.pb.h"
#include "doorstep/v1/sync.pb.h"

namespace doorstep::client {

// The engine's door to the service. Calls and callbacks all happen on the executor the remote was
// made with; each call's done is called exactly once, also after cancel() (CANCELLED), and never
// from within the call itself.
// UNAVAILABLE: no network or no service. DEADLINE_EXCEEDED: too slow. UNAUTHENTICATED or
// PERMISSION_DENIED: the certificate is not, or no longer, valid.
class Remote {
 public:
  virtual ~Remote() = default;

  template <typename T>
  using Done = std::function<void(absl::StatusOr<T>)>;

  virtual void hello(const v1::HelloRequest& request, Done<v1::HelloReply> done) = 0;
  // One batch; several may be in flight and are answered in order.
  virtual void push(const v1::PushRequest& request, Done<v1::PushReply> done) = 0;
  // Each page is handed over in order; the next is read from the wire when this one returned OK.
  // A page that returns an error ends the pull with it.
  virtual void pull(const v1::PullRequest& request, std::function<absl::Status(const v1::PullReply&)> on_page,
                    std::function<void(absl::Status)> done) = 0;
  // No more batches in this exchange; a pull says so, too.
  virtual void endPush() {}
  // Ends every hello, push and pull under way.
  virtual void cancel() = 0;
};

// What only the service can answer or take: figures, lists, the evening, set-up. Same rules as Remote, but cancel()
// leaves them alone: they belong to a page, not to an exchange.
class DistrictRemote {
 public:
  virtual ~DistrictRemote() = default;
  virtual void endOfDay(const v1::GetEndOfDayRequest& request, Remote::Done<v1::EndOfDay> done) = 0;
  virtual void issueCode(const v1::IssueCodeRequest& request, Remote::Done<v1::IssueCodeReply> done) = 0;
  virtual void coverage(const v1::GetCoverageRequest& request, Remote::Done<v1::GetCoverageReply> done) = 0;
  virtual void missed(const v1::ListMissedRequest& request, Remote::Done<v1::ListMissedReply> done) = 0;
  // The rows of one file, in batches of at most 500; on_reply after each, in order. OK when the service
  // has taken the last one. One file at a time: a second is FAILED_PRECONDITION.
  virtual void importRows(std::vector<v1::ImportRow> rows, std::function<void(const v1::ImportReply&)> on_reply,
                          std::function<void(absl::Status)> done) = 0;
  // Ends it with CANCELLED; what was answered stays taken, of one batch more nothing is known.
  virtual void stopImport() = 0;
};

}  // namespace doorstep::client
