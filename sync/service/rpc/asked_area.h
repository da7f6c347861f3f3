#pragma once

#include <string>

namespace doorstep::service {

// The subject of an audit event: the method and what was asked for, as far as it can be an area's code.
std::string askedArea(const char* method, const std::string& area_code);

}  // namespace doorstep::service
