#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/record.pb.h"

// An edit as record, base revision, field paths and values (architecture decision 3). Fields are
// the record's top-level fields: each is merged as one. Pure; any thread.
namespace doorstep::replication {

// The fields in which two states of the same record differ; nothing when they are equal.
std::optional<v1::Patch> difference(const v1::Record& before, const v1::Record& after, const v1::Revision& base);

// Sets or clears the patch's fields; unknown fields of the record stay. INVALID_ARGUMENT when kind
// or id do not match or a path names no field or the id.
absl::Status apply(const v1::Patch& patch, v1::Record& record);

// The record with only this field set, encoded: how a Conflict keeps a value.
std::string fieldValue(const v1::Record& record, const std::string& field);
bool sameValue(const v1::Record& left, const v1::Record& right, const std::string& field);

}  // namespace doorstep::replication
