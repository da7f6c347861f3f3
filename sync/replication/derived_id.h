#pragma once

#include <string>
#include <string_view>

namespace doorstep::replication {

inline constexpr std::size_t kIdSize = 16;  // of every record, change and replica

// The id of what follows from a visit about an elder (`what` tells several apart): 16 bytes, a UUID version 7 as old as
// the visit, and the same whenever and wherever it is asked for, so that tablet and service never make it twice. Pure.
std::string derivedId(std::string_view visit_id, std::string_view elder_id, std::string_view what);

}  // namespace doorstep::replication
