#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "tests/torture/books.h"

namespace doorstep::torture {

// Reads what lies on the disk by itself, past the programs it belongs to, which may run or be dead.

absl::StatusOr<Stored> visitsInStore(const std::string& folder);

// Only the records: for each round.
absl::StatusOr<Ids> visitsAtService(const std::string& folder);
// The log of changes, too.
absl::StatusOr<Served> logOfService(const std::string& folder);

}  // namespace doorstep::torture
