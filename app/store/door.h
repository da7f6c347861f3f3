#pragma once

#include <string>
#include <string_view>

#include "doorstep/v1/elder.pb.h"

namespace doorstep::store {

// "3号楼 2单元 401", or the address where these do not serve.
std::string doorOf(const v1::Household& household);

// Sorts "3号楼" before "12号楼": runs of digits are padded.
std::string doorSortKey(std::string_view door);

}  // namespace doorstep::store
