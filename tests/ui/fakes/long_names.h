#pragma once

#include <vector>

#include "app/store/queries.h"
#include "doorstep/v1/coverage.pb.h"

namespace doorstep::tests {

// The same with names of 40 characters, and doors and areas as long as they come. Made up.
std::vector<store::ElderRow> withLongNames(std::vector<store::ElderRow> rows);
std::vector<store::CaseloadRow> withLongNames(std::vector<store::CaseloadRow> rows);
std::vector<store::PaperRow> withLongNames(std::vector<store::PaperRow> rows);
std::vector<v1::Worker> withLongNames(std::vector<v1::Worker> workers);
store::OpenWork withLongNames(store::OpenWork work);
store::SyncOverview withLongNames(store::SyncOverview overview);
store::CoverageView withLongNames(store::CoverageView view);
v1::ListMissedReply withLongNames(v1::ListMissedReply reply);

}  // namespace doorstep::tests
