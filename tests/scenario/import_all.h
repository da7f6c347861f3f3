#pragma once

#include <vector>

#include "doorstep/v1/admin.pb.h"
#include "sync/ctl/connection.h"

namespace doorstep::tests {

// Sends rows as `doorstepctl import` does, lines numbered from 2. Ends the test program when one is refused.
void importAll(ctl::Connection& connection, std::vector<v1::ImportRow> rows, const char* what);

}  // namespace doorstep::tests
