#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "app/store/recorder.h"
#include "app/store/recording.h"
#include "doorstep/v1/attachment.pb.h"
#include "sync/outside/clock.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// Pictures that were added and are not records yet, so that they can still be taken away. They become records with
// the next exchange; those of a visit that is being made, with the first after it was saved. Callers hold the
// transaction.
class StagedPictures {
 public:
  StagedPictures(sqlite::Database& database, const outside::Clock& clock) : database_(database), clock_(clock) {}

  // Its hash and size are filled in. Problems name fields of the Attachment, and then nothing was kept.
  absl::StatusOr<SaveResult> add(v1::Attachment attachment, const std::string& content);
  // NOT_FOUND: it is a record by now.
  absl::Status remove(const std::string& id);
  absl::Status describe(const std::string& id, const std::string& caption);
  // A visit that will not be saved takes its pictures along.
  absl::Status removeOfDraft(const std::string& household);

  absl::StatusOr<bool> any();
  // How many became records.
  absl::StatusOr<int> release(Recording& recording);
  absl::StatusOr<std::vector<v1::Attachment>> ofHousehold(const std::string& household);  // in the order of adding

 private:
  absl::StatusOr<v1::Attachment> find(const std::string& id);
  absl::StatusOr<bool> mayGo(v1::Attachment& attachment, Recording& recording);

  sqlite::Database& database_;
  const outside::Clock& clock_;
};

}  // namespace doorstep::store
