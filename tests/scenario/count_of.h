#pragma once

#include <cstdint>
#include <vector>

#include "doorstep/v1/sync.pb.h"

namespace doorstep::tests {

// How many records were counted, of one kind or of all.
inline std::uint64_t countOf(const std::vector<v1::DigestCell>& cells,
                             v1::RecordKind kind = v1::RECORD_KIND_UNSPECIFIED) {
  std::uint64_t count = 0;
  for (const v1::DigestCell& cell : cells) {
    count += kind == v1::RECORD_KIND_UNSPECIFIED || cell.kind() == kind ? cell.count() : 0;
  }
  return count;
}

}  // namespace doorstep::tests
