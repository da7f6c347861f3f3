#pragma once

#include <string>
#include <vector>

#include "doorstep/v1/change.pb.h"

namespace doorstep::service {

// A record that a change names, and by which field.
struct NamedRecord {
  std::string id;
  std::string field;
};

// All identifiers in what a change would write but its record's own; for an edit its record first. Pure.
std::vector<NamedRecord> namedRecords(const v1::Change& change);

}  // namespace doorstep::service
