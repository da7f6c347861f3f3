#pragma once

#include <string>
#include <vector>

#include "absl/time/time.h"
#include "doorstep/v1/admin.pb.h"
#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/visit.pb.h"

// From a row that was copied from a paper form to a visit. Pure.
namespace doorstep::service {

// Which visit a row speaks of: household or file number, day, worker and mode.
std::string paperVisitKey(const v1::PaperVisitRow& row);
// The id of the first visit made from a row with this key.
std::string paperVisitId(const v1::PaperVisitRow& row, absl::TimeZone zone);

// Everything but id, programme, and who recorded it. One outcome for all elders; the day must be valid.
// Without a time of day only the day is known.
v1::Visit paperVisit(const v1::PaperVisitRow& row, const std::vector<v1::Elder>& elders,
                     const std::string& household_id, const std::string& worker_id, absl::TimeZone zone);

}  // namespace doorstep::service
