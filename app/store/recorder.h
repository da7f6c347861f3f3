#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "doorstep/v1/attachment.pb.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/draft.pb.h"
#include "doorstep/v1/problem.pb.h"
#include "doorstep/v1/record.pb.h"

namespace doorstep::store {

// What saving answered: nothing wrong, or the places that are, and then nothing was saved.
struct SaveResult {
  std::vector<v1::Problem> problems;
  bool already_saved = false;           // the same draft was saved before; nothing was written again
  std::vector<std::string> ladder_ids;  // searches that this visit began or went on with
};

// Writes what a person did. All calls on the writer's executor. Each is one transaction that holds
// the records and their outgoing changes together: after OK they survive any crash (promise P1),
// after an error nothing of it holds. RESOURCE_EXHAUSTED: the disk is full; DATA_LOSS: damaged.
class Recorder {
 public:
  virtual ~Recorder() = default;

  // The visit, its services and risk flags; the household's draft goes. Who did not answer is searched
  // for from now on (Ladder), or once more on a ladder that runs; who was met or spoken to has theirs
  // ended. When the clock was set during the visit, its end is reckoned by the monotonic one.
  virtual absl::StatusOr<SaveResult> saveVisit(const v1::VisitDraft& draft) = 0;
  // A new record of any kind that a person may make: RiskEvent, Ladder and its events, ServiceEntry
  // without a visit, a corrected Visit, a visit from paper, Assignment, Target …
  virtual absl::StatusOr<SaveResult> append(const v1::Record& record) = 0;
  // The fields in which `after` differs from `before`, the state its editor saw.
  virtual absl::StatusOr<SaveResult> edit(const v1::Record& before, const v1::Record& after) = 0;
  // What a person decides about a Conflict, a LikelyDuplicate or a change that was put aside. `base` is filled in.
  // Shown as decided at once; should the service refuse it, it is open again. ALREADY_SETTLED: nothing is written.
  virtual absl::StatusOr<SaveResult> settle(const v1::Settlement& settlement) = 0;

  // A visit of one's own that the service put aside gets other times; the correction names the change, and what waits
  // for the visit comes in with it. NOT_FOUND when it is not aside (any more).
  virtual absl::StatusOr<SaveResult> correctVisit(const std::string& change_id, absl::Time started_at,
                                                  absl::Time ended_at) = 0;

  // Kept until saved or discarded; one a household. Not an outgoing change. `begun` is filled in with
  // the first one of a visit and stays.
  virtual absl::Status keepDraft(const v1::VisitDraft& draft) = 0;
  virtual absl::Status discardDraft(const std::string& household_id) = 0;

  // A picture with its content, whose hash and size are filled in. It becomes a record with the next exchange, on
  // a visit that is being made after that was saved; until then it can be taken away or described anew:
  // NOT_FOUND afterwards. Never out of the space that is kept back for visits.
  virtual absl::StatusOr<SaveResult> addPicture(const v1::Attachment& attachment, const std::string& content) = 0;
  virtual absl::Status removePicture(const std::string& attachment_id) = 0;
  virtual absl::Status describePicture(const std::string& attachment_id, const std::string& caption) = 0;
  // Somebody wants to see one whose content is not here.
  virtual absl::Status wantPicture(const v1::Attachment& attachment) = 0;
};

}  // namespace doorstep::store
