#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
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

  // Kept until saved or discarded; one a household. Not an outgoing change. `begun` is filled in with
  // the first one of a visit and stays.
  virtual absl::Status keepDraft(const v1::VisitDraft& draft) = 0;
  virtual absl::Status discardDraft(const std::string& household_id) = 0;
};

}  // namespace doorstep::store
