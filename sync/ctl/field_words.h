#pragma once

#include <string>
#include <string_view>

#include "sync/ctl/language.h"

namespace doorstep::ctl {

// What a column or field is called, without its place in a list; the name itself for one that has none. Pure; any
// thread.
std::string columnName(std::string_view column, Language language);

}  // namespace doorstep::ctl
