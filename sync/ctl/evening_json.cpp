#include "sync/ctl/evening_json.h"

#include <nlohmann/json.hpp>

#include "sync/care/figures.h"
#include "sync/ctl/figures_json.h"
#include "sync/ctl/json_values.h"
#include "sync/ctl/problem_words.h"
#include "sync/ctl/values.h"
#include "sync/outside/identifier.h"

namespace doorstep::ctl {

namespace {

using Json = nlohmann::ordered_json;

Json deviceJson(const v1::DeviceDay& device) {
  return {{"device_name", device.device_name()},
          {"staff_number", device.staff_number()},
          {"worker_name", device.worker_name()},
          {"replica_id", outside::toHex(device.replica_id())},
          {"revoked", device.revoked()},
          {"enrolled_at", timeJson(device.has_enrolled_at(), device.enrolled_at())},
          {"last_hello_at", timeJson(device.has_last_hello_at(), device.last_hello_at())},
          {"compared_at", timeJson(device.has_compared_at(), device.compared_at())},
          {"records_held", device.records_held()},
          {"records_due", device.records_due()},
          {"records_differing", device.records_differing()},
          {"waiting", device.waiting()},
          {"received", device.received()},
          {"applied", device.applied()},
          {"quarantined", device.quarantined()},
          {"superseded", device.superseded()},
          {"visits_received", device.visits_received()},
          {"last_sequence", device.last_sequence()}};
}

Json parkedJson(const v1::ParkedChange& change) {
  Json problems = Json::array();
  for (const v1::Problem& problem : change.problems()) {
    problems.push_back({{"code", v1::ProblemCode_Name(problem.code()).substr(sizeof "PROBLEM_CODE_" - 1)},
                        {"field", problem.field()},
                        {"zh", problemSentence(problem, Language::kChinese)},
                        {"en", problemSentence(problem, Language::kEnglish)}});
  }
  return {{"change_id", outside::toHex(change.change_id())},
          {"replica_id", outside::toHex(change.replica_id())},
          {"sequence", change.sequence()},
          {"kind", v1::RecordKind_Name(change.kind()).substr(sizeof "RECORD_KIND_" - 1)},
          {"device_name", change.device_name()},
          {"worker_name", change.worker_name()},
          {"received_at", timeJson(change.has_received_at(), change.received_at())},
          {"problems", problems}};
}

Json targetJson(const v1::TargetProgress& progress) {
  const v1::Target& target = progress.target();
  return {{"indicator", codeOf(target.indicator())},
          {"area_name", progress.area_name()},
          {"from_on", dateText(target.from_on())},
          {"until_on", dateText(target.until_on())},
          {"progress", shareJson(progress.verified(), target.value())},
          {"elapsed_percent", static_cast<double>(progress.elapsed_per_mille()) / 10.0},
          {"document", target.document()}};
}

Json sumsJson(const v1::EndOfDay& day) {
  return {{"received", day.received()},
          {"applied", day.applied()},
          {"quarantined", day.quarantined()},
          {"visits_received", day.visits_received()},
          {"visits_standing", day.visits_standing()},
          {"visits_quarantined", day.visits_quarantined()},
          {"devices_holding", day.devices_holding()},
          {"devices_silent", day.devices_silent()},
          {"parked", day.parked_size()},
          {"conflicts_open", day.conflicts_open()}};
}

template <typename List, typename Make>
Json listJson(const List& list, Make make) {
  Json json = Json::array();
  for (const auto& item : list) {
    json.push_back(make(item));
  }
  return json;
}

}  // namespace

Json endOfDayJson(const v1::EndOfDay& day) {
  v1::AreaCoverage district;
  district.set_area_code(day.district_code());
  district.set_area_name(day.district_name());
  *district.mutable_row() = day.coverage();
  return {{"on", dateText(day.on())},
          {"made_at", timeJson(day.has_made_at(), day.made_at())},
          {"at", revisionJson(day.at())},
          {"district_code", day.district_code()},
          {"district_name", day.district_name()},
          {"reconciles", day.reconciles()},
          {"sums", sumsJson(day)},
          {"devices", listJson(day.devices(), deviceJson)},
          {"parked", listJson(day.parked(), parkedJson)},
          {"coverage", areaJson(district)},
          {"ladders_running", day.ladders_running()},
          {"risks_open",
           {{"red", day.risks_open_red()},
            {"orange", day.risks_open_orange()},
            {"yellow", day.risks_open_yellow()},
            {"overdue", day.risks_overdue()}}},
          {"targets", listJson(day.targets(), targetJson)}};
}

}  // namespace doorstep::ctl
