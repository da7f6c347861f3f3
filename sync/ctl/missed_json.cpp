#include "sync/ctl/missed_json.h"

#include <nlohmann/json.hpp>

#include "sync/ctl/figures_json.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

using Json = nlohmann::ordered_json;

std::int64_t missedOf(const v1::Figures& figures) {
  return figures.denominator() - figures.contacted();
}

}  // namespace

Json missedEldersJson(const std::vector<v1::MissedElder>& elders) {
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
  return list;
}

Json missedJson(const v1::GetCoverageReply& coverage, const std::vector<v1::MissedElder>& elders) {
  const v1::CoverageRow& row = coverage.area().row();
  Json json = {{"area_code", coverage.area().area_code()},
               {"month", monthText(row.month())},
               {"provisional", row.provisional()},
               {"partial", row.partial()},
               {"waiting", coverage.waiting()},
               {"frozen", nullptr},
               {"restated", nullptr},
               {"total", elders.size()},
               {"elders", missedEldersJson(elders)}};
  if (isFrozen(row)) {
    json["frozen"] = {{"missed", missedOf(row.frozen())}};
    json["restated"] = {{"missed", missedOf(row.figures())}};
  }
  return json;
}

}  // namespace doorstep::ctl
