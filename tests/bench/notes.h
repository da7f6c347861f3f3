#pragma once

#include <string>
#include <vector>

namespace doorstep::bench {

// 1,000 differing notes as visitors write them (data/notes.txt; made up, about nobody).
const std::vector<std::string>& notes();

}  // namespace doorstep::bench
