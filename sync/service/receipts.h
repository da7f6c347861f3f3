#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/problem.pb.h"

namespace doorstep::service {

using Problems = std::vector<v1::Problem>;

v1::Problem problem(v1::ProblemCode code, const std::string& field);

v1::Receipt appliedReceipt(const v1::Change& change, const v1::Revision& revision);
v1::Receipt quarantinedReceipt(const std::string& change_id, std::uint64_t sequence, const Problems& problems);
v1::Receipt quarantinedReceipt(const v1::Change& change, const Problems& problems);

bool has(const v1::Receipt& receipt, v1::ProblemCode code);

}  // namespace doorstep::service
