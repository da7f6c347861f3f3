#pragma once

#include <string>
#include <string_view>

#include "doorstep/v1/elder.pb.h"

// By what two files of one person find each other. Pure.
namespace doorstep::service {

// A name as it is compared: without spaces and the dots between parts of a name, full-width letters and digits as
// ordinary ones, small letters.
std::string comparableName(std::string_view name);

// Name and birth year; empty when either is unknown, for then nothing can be said.
std::string personKey(const v1::Elder& elder);

}  // namespace doorstep::service
