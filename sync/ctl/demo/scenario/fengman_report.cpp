#include "sync/ctl/demo/scenario/fengman_report.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/figures.h"
#include "sync/ctl/demo/scenario/readings.h"
#include "sync/ctl/figures_json.h"
#include "sync/ctl/table.h"
#include "sync/ctl/text.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl::demo {

namespace {

using Json = nlohmann::ordered_json;

Json partJson(const v1::Figures& figures) {
  return {{"monthly_visit_rate", shareJson(figures.contacted(), figures.denominator())},
          {"in_person_rate", shareJson(figures.contacted_in_person(), figures.denominator())},
          {"proxy_only", figures.proxy_only()},
          {"person_times", personTimes(figures)},
          {"unduplicated_elders", figures.unduplicated_elders()},
          {"delivered_hours", hoursOf(deliveredMinutes(figures))},
          {"exits", figures.exits()}};
}

Json areaFigures(const v1::AreaCoverage& area) {
  return {{"area_code", area.area_code()},
          {"area_name", area.area_name()},
          {"frozen", area.row().has_frozen() ? partJson(area.row().frozen()) : Json(nullptr)},
          {"restated", partJson(area.row().figures())}};
}

std::string beijing(const google::protobuf::Timestamp& at) {
  return absl::FormatTime("%Y-%m-%d %H:%M", care::toTime(at), care::districtZone());
}

std::vector<std::string> cellsOf(const v1::AreaCoverage& area) {
  const v1::Figures& frozen = area.row().frozen();
  const v1::Figures& restated = area.row().figures();
  const auto share = [](const v1::Figures& figures) {
    return absl::StrCat(figures.contacted(), "/", figures.denominator());
  };
  return {area.area_name(),
          care::percentText(frozen.contacted(), frozen.denominator()),
          care::percentText(restated.contacted(), restated.denominator()),
          share(frozen),
          share(restated),
          absl::StrCat(personTimes(frozen)),
          absl::StrCat(personTimes(restated)),
          care::hoursText(deliveredMinutes(frozen)),
          care::hoursText(deliveredMinutes(restated))};
}

std::string tableOf(const v1::GetCoverageReply& reply, const Console& console) {
  const std::string restated(console.pick("更正后", "restated"));
  const auto frozen = [&console](std::string_view zh, std::string_view en) {
    return concat({console.pick(zh, en), console.pick(" 已定", " frozen")});
  };
  Table table({{std::string(console.pick("区域", "area"))},
               {frozen("月探访率", "visit rate"), Alignment::kRight},
               {restated, Alignment::kRight},
               {frozen("实访/应访", "visited/due"), Alignment::kRight},
               {restated, Alignment::kRight},
               {frozen("人次", "person-times"), Alignment::kRight},
               {restated, Alignment::kRight},
               {frozen("时长", "hours"), Alignment::kRight},
               {restated, Alignment::kRight}});
  for (const v1::AreaCoverage& child : reply.children()) {
    table.add(cellsOf(child));
  }
  table.add(cellsOf(reply.area()));
  return table.text();
}

std::string textOf(const FengmanOutcome& outcome, const Console& console) {
  const v1::CoverageRow& row = outcome.at_end.area().row();
  const std::string counts[] = {absl::StrCat(outcome.late_visits),
                                absl::StrCat(outcome.corrections),
                                absl::StrCat(outcome.paper_visits),
                                absl::StrCat(outcome.merged),
                                absl::StrCat(outcome.recount.elder_months()),
                                absl::StrCat(outcome.recount.differences_size())};
  return concat({outcome.at_end.area().area_name(),
                 " ",
                 monthText(row.month()),
                 console.pick("；已定于 ", "; frozen at "),
                 beijing(row.frozen_at()),
                 "\n",
                 tableOf(outcome.at_end, console),
                 console.pick("之后到达：迟到的探访 ", "After that: late visits "),
                 counts[0],
                 console.pick("，更正 ", ", corrections "),
                 counts[1],
                 console.pick("，补录的纸质探访 ", ", visits from paper "),
                 counts[2],
                 console.pick("，合并的重复档案 ", ", files merged "),
                 counts[3],
                 "\n",
                 console.pick("重算 ", "Recount: "),
                 counts[4],
                 console.pick(" 个老人月，差异 ", " elder-months, differences "),
                 counts[5],
                 "\n"});
}

}  // namespace

ScenarioReport fengmanReport(const FengmanOutcome& outcome, const Console& console) {
  const v1::CoverageRow& row = outcome.at_end.area().row();
  Json areas = Json::array({areaFigures(outcome.at_end.area())});
  for (const v1::AreaCoverage& child : outcome.at_end.children()) {
    areas.push_back(areaFigures(child));
  }
  const v1::Figures& then = outcome.at_freeze.area().row().frozen();
  ScenarioReport report;
  report.figures = {{"scenario", "fengman-month"},
                    {"area_name", outcome.at_end.area().area_name()},
                    {"month", monthText(row.month())},
                    {"frozen_at", row.has_frozen() ? Json(beijing(row.frozen_at())) : Json(nullptr)},
                    {"frozen_figures_unchanged", then.SerializeAsString() == row.frozen().SerializeAsString()},
                    {"grids", outcome.grids},
                    {"visits_in_time", outcome.visits_in_time},
                    {"late_visits", outcome.late_visits},
                    {"corrections", outcome.corrections},
                    {"paper_visits", outcome.paper_visits},
                    {"merged", outcome.merged},
                    {"areas", areas},
                    {"waiting", outcome.at_end.waiting()},
                    {"recount_differences", outcome.recount.differences_size()},
                    {"elder_months", outcome.recount.elder_months()}};
  report.text = textOf(outcome, console);
  report.recount_differences = outcome.recount.differences_size();
  return report;
}

}  // namespace doorstep::ctl::demo
