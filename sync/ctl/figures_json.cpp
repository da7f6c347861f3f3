#include "sync/ctl/figures_json.h"

#include <nlohmann/json.hpp>

#include "absl/time/time.h"
#include "sync/care/calendar.h"
#include "sync/care/figures.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

using Json = nlohmann::ordered_json;

// Hours with one decimal, half up, as care::hoursText rounds them.
double hours(std::int64_t minutes) {
  const std::int64_t tenths = (minutes * 10 + 30) / 60;
  return static_cast<double>(tenths) / 10.0;
}

Json missedJson(const v1::Figures& figures) {
  return {{"unassigned", figures.missed_unassigned()},
          {"no_reply", figures.missed_no_reply()},
          {"not_seen_safe", figures.missed_not_seen_safe()},
          {"aborted_unsafe", figures.missed_aborted_unsafe()},
          {"away", figures.missed_away()},
          {"not_tried", figures.missed_not_tried()}};
}

Json personTimesJson(const v1::Figures& figures) {
  const std::int64_t total = figures.person_times_in_person() + figures.person_times_phone() +
                             figures.person_times_video() + figures.person_times_proxy() +
                             figures.person_times_remote_monitoring();
  return {{"total", total},
          {"in_person", figures.person_times_in_person()},
          {"phone", figures.person_times_phone()},
          {"video", figures.person_times_video()},
          {"proxy", figures.person_times_proxy()},
          {"remote_monitoring", figures.person_times_remote_monitoring()}};
}

Json serviceHoursJson(const v1::Figures& figures) {
  const std::int64_t worker = figures.worker_minutes_certified() + figures.worker_minutes_provisional();
  const std::int64_t delivered = figures.delivered_minutes_certified() + figures.delivered_minutes_provisional();
  return {{"worker", hours(worker)},
          {"delivered", hours(delivered)},
          {"certified", hours(figures.delivered_minutes_certified())},
          {"provisional", hours(figures.delivered_minutes_provisional())},
          {"measured", hours(figures.delivered_minutes_measured())},
          {"entered", hours(figures.delivered_minutes_entered())},
          {"imputed", hours(figures.delivered_minutes_imputed())},
          {"minutes",
           {{"worker_certified", figures.worker_minutes_certified()},
            {"worker_provisional", figures.worker_minutes_provisional()},
            {"delivered_certified", figures.delivered_minutes_certified()},
            {"delivered_provisional", figures.delivered_minutes_provisional()}}}};
}

Json frozenJson(const v1::CoverageRow& row) {
  Json json = {{"at", absl::FormatTime(absl::RFC3339_sec, care::toTime(row.frozen_at()), care::districtZone())},
               {"sequence", row.frozen_sequence()}};
  json.update(figuresJson(row.frozen()));
  return json;
}

std::string textOf(const Json& value) {
  if (value.is_array()) {
    std::string text;
    for (const Json& item : value) {
      text += (text.empty() ? "" : ";") + textOf(item);
    }
    return text;
  }
  return value.is_null() ? std::string() : value.is_string() ? value.get<std::string>() : value.dump();
}

void flattenInto(const Json& object, const std::string& prefix, FlatRow& row) {
  for (const auto& [name, value] : object.items()) {
    if (value.is_object()) {
      flattenInto(value, prefix + name + ".", row);
      continue;
    }
    row.names.push_back(prefix + name);
    row.values.push_back(textOf(value));
  }
}

}  // namespace

Json shareJson(std::int64_t n, std::int64_t d) {
  const auto per_mille = care::perMille(n, d);
  Json share = {{"n", n}, {"d", d}, {"percent", nullptr}};
  if (per_mille.has_value()) {
    share["percent"] = static_cast<double>(*per_mille) / 10.0;
  }
  return share;
}

Json figuresJson(const v1::Figures& figures) {
  return {{"monthly_visit_rate", shareJson(figures.contacted(), figures.denominator())},
          {"in_person_rate", shareJson(figures.contacted_in_person(), figures.denominator())},
          {"proxy_share", shareJson(figures.proxy_only(), figures.contacted())},
          {"refusals", figures.refused_only()},
          {"missed", missedJson(figures)},
          {"person_times", personTimesJson(figures)},
          {"unduplicated_elders", figures.unduplicated_elders()},
          {"service_hours", serviceHoursJson(figures)},
          {"cadence_fulfilment", shareJson(figures.slots_satisfied(), figures.slots_due())},
          {"exits", {{"total", figures.exits()}, {"contacted", figures.exits_contacted()}}},
          {"risks",
           {{"opened", figures.risks_opened()},
            {"closed", figures.risks_closed()},
            {"closed_on_time", figures.risks_closed_on_time()}}}};
}

Json areaJson(const v1::AreaCoverage& area) {
  const v1::CoverageRow& row = area.row();
  Json json = {{"area_code", area.area_code()},
               {"area_name", area.area_name()},
               {"month", monthText(row.month())},
               {"provisional", row.provisional()},
               {"partial", row.partial()}};
  json.update(figuresJson(row.figures()));
  json["frozen"] = nullptr;
  json["restated"] = nullptr;
  if (isFrozen(row)) {
    json["frozen"] = frozenJson(row);
    json["restated"] = figuresJson(row.figures());
  }
  return json;
}

bool isFrozen(const v1::CoverageRow& row) {
  return row.frozen_sequence() != 0;
}

FlatRow flatArea(const v1::AreaCoverage& area) {
  Json json = areaJson(area);
  json.erase("restated");
  json["frozen"] = frozenJson(area.row());
  FlatRow flat = flattened(json);
  for (std::size_t index = 0; !isFrozen(area.row()) && index < flat.names.size(); ++index) {
    if (flat.names[index].starts_with("frozen.")) {
      flat.values[index].clear();
    }
  }
  return flat;
}

Json areasJson(const v1::GetCoverageReply& reply) {
  Json areas = Json::array({areaJson(reply.area())});
  for (const v1::AreaCoverage& child : reply.children()) {
    areas.push_back(areaJson(child));
  }
  return areas;
}

Json coverageJson(const v1::GetCoverageReply& reply) {
  Json children = Json::array();
  for (const v1::AreaCoverage& child : reply.children()) {
    children.push_back(areaJson(child));
  }
  return {{"area", areaJson(reply.area())},
          {"children", children},
          {"evaluated_on", dateText(reply.evaluated_on())},
          {"waiting", reply.waiting()}};
}

FlatRow flattened(const Json& object) {
  FlatRow row;
  flattenInto(object, "", row);
  return row;
}

}  // namespace doorstep::ctl
