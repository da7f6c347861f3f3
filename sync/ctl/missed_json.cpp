#include "sync/ctl/missed_json.h"

#include <nlohmann/json.hpp>

#include "sync/ctl/values.h"

namespace doorstep::ctl {

nlohmann::ordered_json missedJson(const std::vector<v1::MissedElder>& elders) {
  using Json = nlohmann::ordered_json;
  Json list = Json::array();
  for (const v1::MissedElder& elder : elders) {
    Json last = nullptr;
    if (elder.has_last_contact_on()) {
      last = dateText(elder.last_contact_on());
    }
    list.push_back({{"area_code", elder.area_code()},
                    {"area_name", elder.area_name()},
                    {"file_number", elder.file_number()},
                    {"name", elder.name()},
                    {"address", elder.address()},
                    {"tier", codeOf(elder.tier())},
                    {"reason", codeOf(elder.reason())},
                    {"worker_name", elder.worker_name()},
                    {"last_contact_on", last}});
  }
  return {{"total", elders.size()}, {"elders", list}};
}

}  // namespace doorstep::ctl
