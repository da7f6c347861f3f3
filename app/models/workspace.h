#pragma once

#include <functional>
#include <vector>

#include "absl/status/statusor.h"
#include "app/store/queries.h"
#include "app/store/recorder.h"
#include "doorstep/v1/admin.pb.h"
#include "doorstep/v1/coverage.pb.h"
#include "sync/client/attachments/transfers.h"
#include "sync/client/sync_status.h"
#include "sync/outside/clock.h"
#include "sync/outside/executor.h"
#include "sync/outside/identifier.h"

namespace doorstep::models {

// What lies behind an unlocked store. The shell makes one when the PIN was right and drops it on
// locking; dropping it joins its threads, so that nothing runs afterwards.
class Workspace {
 public:
  virtual ~Workspace() = default;

  virtual store::Queries& queries() = 0;  // on queryExecutor() only
  virtual outside::Executor& queryExecutor() = 0;
  virtual store::Recorder& recorder() = 0;  // on writerExecutor() only
  virtual outside::Executor& writerExecutor() = 0;
  virtual const outside::Clock& clock() = 0;
  virtual outside::IdentifierSource& identifiers() = 0;

  // Set once, before the first call of the others; called on the writer's executor.
  virtual void observe(std::function<void(const client::SyncStatus&)> on_status,
                       std::function<void()> on_store_changed) = 0;
  virtual void syncNow() = 0;         // any thread
  virtual void compareNow() = 0;      // any thread: an exchange at once, and both sides count
  virtual void changesWaiting() = 0;  // any thread
  virtual void contentsWanted() = 0;  // any thread: somebody waits for a picture
  virtual void setTransferRules(const client::TransferRules& rules) = 0;  // any thread

  using MissedDone = std::function<void(absl::StatusOr<v1::ListMissedReply>)>;
  // Asks the service; done on any thread, exactly once while the workspace lives.
  virtual void missed(const v1::ListMissedRequest& request, MissedDone done) = 0;
  using EveningDone = std::function<void(absl::StatusOr<v1::EndOfDay>)>;
  virtual void endOfDay(const v1::GetEndOfDayRequest& request, EveningDone done) = 0;
  using CodeDone = std::function<void(absl::StatusOr<v1::IssueCodeReply>)>;
  virtual void issueCode(const v1::IssueCodeRequest& request, CodeDone done) = 0;
  // Sends the rows of a file in batches; on_reply after each on any thread, done at the end.
  virtual void import(std::vector<v1::ImportRow> rows, std::function<void(const v1::ImportReply&)> on_reply,
                      std::function<void(absl::Status)> done) = 0;
  virtual void stopImport() = 0;
};

}  // namespace doorstep::models
