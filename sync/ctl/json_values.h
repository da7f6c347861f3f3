#pragma once

#include <nlohmann/json_fwd.hpp>

#include "doorstep/v1/change.pb.h"

// How times and revisions stand in JSON and in exported files. Pure; any thread.
namespace doorstep::ctl {

// "2026-11-20T08:00:00+08:00", RFC 3339 in the district's zone; null when it is not set.
nlohmann::ordered_json timeJson(bool is_set, const google::protobuf::Timestamp& at);
nlohmann::ordered_json revisionJson(const v1::Revision& revision);  // {"epoch", "sequence"}

}  // namespace doorstep::ctl
