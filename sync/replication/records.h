#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "doorstep/v1/kind.pb.h"
#include "doorstep/v1/record.pb.h"

// What is common to all kinds of records. Pure; any thread.
namespace doorstep::replication {

// 16 zero bytes: the stream of what every device of a district holds (areas, workers, rules …).
const std::string& directoryHousehold();

v1::RecordKind kindOf(const v1::Record& record);  // UNSPECIFIED when empty or of an unknown kind
const std::string& idOf(const v1::Record& record);
v1::ChangeClass classOf(v1::RecordKind kind);  // from the option in kind.proto

// The household a record names itself; the directory for what has none. ElderIdentity names its
// elder instead and gives an empty string: the caller, who knows the elder, looks it up.
std::string householdOf(const v1::Record& record);

// The header an event belongs to; empty for all other kinds.
std::string headerOf(const v1::Record& record);

// Deterministic encoding, unknown fields included: equal records give equal bytes.
std::string encode(const google::protobuf::MessageLite& message);
absl::StatusOr<v1::Record> decodeRecord(std::string_view encoded);

}  // namespace doorstep::replication
