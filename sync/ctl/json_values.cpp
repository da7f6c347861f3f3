#include "sync/ctl/json_values.h"

#include <nlohmann/json.hpp>

#include "sync/care/calendar.h"

namespace doorstep::ctl {

nlohmann::ordered_json timeJson(bool is_set, const google::protobuf::Timestamp& at) {
  if (!is_set) {
    return nullptr;
  }
  return absl::FormatTime(absl::RFC3339_sec, care::toTime(at), care::districtZone());
}

nlohmann::ordered_json revisionJson(const v1::Revision& revision) {
  return {{"epoch", revision.epoch()}, {"sequence", revision.sequence()}};
}

}  // namespace doorstep::ctl
