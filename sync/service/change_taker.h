#pragma once

#include "absl/status/statusor.h"
#include "doorstep/v1/change.pb.h"
#include "sync/service/caller.h"
#include "sync/service/circumstances.h"
#include "sync/service/district_work.h"
#include "sync/service/known_change.h"
#include "sync/service/record_writer.h"

namespace doorstep::service {

// Judges one change as its author's and, when nothing is against it, writes what it does. Whether it was consumed
// before, its place in its replica's order and what becomes of it when it is put aside are others' (apply.h,
// quarantine/). An error is the ledger's.
class ChangeTaker {
 public:
  ChangeTaker(DistrictWork& work, const Caller& author)
      : work_(work), caller_(author), writer_(work), known_(work, author) {}

  absl::StatusOr<v1::Receipt> take(const v1::Change& change, const Circumstances& circumstances);
  KnownChanges& known() { return known_; }

 private:
  absl::StatusOr<v1::Receipt> settle(const v1::Change& change);
  absl::StatusOr<v1::Receipt> create(const v1::Change& change, const Circumstances& circumstances);
  absl::StatusOr<v1::Receipt> createAt(const v1::Change& change, const Circumstances& circumstances);
  absl::StatusOr<v1::Receipt> edit(const v1::Change& change, const Circumstances& circumstances);
  absl::StatusOr<v1::Receipt> mergeInto(const StoredRecord& stored, const v1::Record& current, const v1::Change& change,
                                        const Circumstances& circumstances);
  replication::FieldRevision author(const v1::Change& change) const;

  DistrictWork& work_;
  const Caller& caller_;
  RecordWriter writer_;
  KnownChanges known_;
};

}  // namespace doorstep::service
