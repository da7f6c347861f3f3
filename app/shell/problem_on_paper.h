#pragma once

#include <string>

#include "doorstep/v1/problem.pb.h"

namespace doorstep::shell {

// What is wrong with a change, in Chinese, as doorstepctl says it.
std::string problemOnPaper(const v1::Problem& problem);

}  // namespace doorstep::shell
