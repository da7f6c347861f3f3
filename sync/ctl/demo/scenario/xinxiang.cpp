#include "sync/ctl/demo/scenario/xinxiang.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/figures.h"
#include "sync/ctl/demo/scenario/planned.h"
#include "sync/ctl/demo/scenario/readings.h"
#include "sync/ctl/demo/scenario/xinxiang_plan.h"
#include "sync/ctl/figures_json.h"
#include "sync/ctl/operator_commands.h"
#include "sync/ctl/report_commands.h"
#include "sync/ctl/table.h"
#include "sync/ctl/text.h"
#include "sync/ctl/values.h"
#include "sync/outside/attempt.h"

namespace doorstep::ctl::demo {

namespace {

using Json = nlohmann::ordered_json;

constexpr absl::CivilDay kGoLive(2023, 12, 1);
constexpr absl::CivilDay kFirstDay(2023, 12, 29);
constexpr absl::CivilDay kReportDay(2024, 8, 30);
constexpr std::size_t kConfirmedMonths = 5;  // June's hours are still to be confirmed

struct ProgrammeFigures {
  std::string code;
  std::string name;
  ProgrammeRows rows;
};

struct Figures {
  std::vector<v1::GetCoverageReply> months;
  std::vector<ProgrammeFigures> programmes;
  v1::EndOfDay day;
  v1::RecountReply recount;
};

class HalfYear {
 public:
  HalfYear(Stage& stage, const std::vector<v1::AreaRow>& areas) : stage_(stage), plan_(planXinxiang(areas)) {}

  absl::Status prepare() {
    stage_.say("一、启动服务（2023-12-29），导入区域、人员、项目、名册、分派和指标，登记平板",
               "1. The service starts (2023-12-29); areas, workers, programmes, roster, assignments and targets are "
               "imported, tablets enrolled");
    DOORSTEP_TRY(stage_.moveTo(kFirstDay, 9));
    std::vector<v1::ImportRow> rows;
    addRows(rows, plan_.areas, [](auto& made, const auto& row) { *made.mutable_area() = row; });
    DOORSTEP_TRY(stage_.import(rows));
    RulesOptions rules;
    rules.district = kXinxiang;
    rules.go_live_on = care::toDate(kGoLive);
    DOORSTEP_TRY(setRules(stage_.connection(), rules));
    rows.clear();
    addRows(rows, plan_.workers, [](auto& made, const auto& row) { *made.mutable_worker() = row; });
    DOORSTEP_TRY(stage_.import(rows));
    rows.clear();
    addRows(rows, plan_.programmes, [](auto& made, const auto& row) { *made.mutable_programme() = row; });
    DOORSTEP_TRY(stage_.import(rows));
    rows.clear();
    addRows(rows, plan_.elders, [](auto& made, const auto& row) { *made.mutable_elder() = row; });
    DOORSTEP_TRY(stage_.import(rows));
    rows.clear();
    addRows(rows, plan_.assignments, [](auto& made, const auto& row) { *made.mutable_assignment() = row; });
    DOORSTEP_TRY(stage_.import(rows));
    rows.clear();
    addRows(rows, plan_.targets, [](auto& made, const auto& row) { *made.mutable_target() = row; });
    DOORSTEP_TRY(stage_.import(rows));
    for (const v1::WorkerRow& worker : plan_.workers) {
      DOORSTEP_TRY(stage_.tablet(worker.staff_number()).status());
    }
    return absl::OkStatus();
  }

  absl::Status playMonth(std::size_t index) {
    const absl::CivilDay last = care::lastDay(monthOf(index));
    DOORSTEP_TRY(stage_.moveTo(last, 18));
    for (const PlannedVisit& planned : plan_.visits[index]) {
      SimulatedTablet& tablet = *stage_.tablets().at(planned.time.staff_number);
      DOORSTEP_ASSIGN(v1::Visit visit, visitRecord(tablet, planned));
      save(tablet, std::move(visit));
    }
    std::vector<v1::ServiceEntry> services;
    for (const PlannedService& planned : plan_.services[index]) {
      SimulatedTablet& tablet = *stage_.tablets().at(planned.time.staff_number);
      DOORSTEP_ASSIGN(v1::ServiceEntry entry, serviceRecord(tablet, planned));
      services.push_back(entry);
      save(tablet, std::move(entry));
    }
    DOORSTEP_TRY(stage_.syncAll({kXinxiangSupervisor}));
    if (index < kConfirmedMonths) {
      confirm(services);
      DOORSTEP_TRY(stage_.tablets().at(kXinxiangSupervisor)->sync(stage_.now()));
    }
    const std::string month = monthText(care::toMonth(monthOf(index)));
    const std::string visits = absl::StrCat(plan_.visits[index].size());
    stage_.say(absl::StrCat("  ", month, "：平板上传探访 ", visits, "，服务 ", services.size()),
               absl::StrCat("  ", month, ": the tablets sent ", visits, " visits and ", services.size(), " services"));
    return absl::OkStatus();
  }

  absl::StatusOr<Figures> look() {
    stage_.say("三、2024-08-30：核验过的助餐点入库，读取数字并重算",
               "3. 2024-08-30: the meal points verified so far are imported; figures are read and recounted");
    DOORSTEP_TRY(stage_.moveTo(kReportDay, 9));
    std::vector<v1::ImportRow> rows;
    addRows(rows, plan_.facilities, [](auto& made, const auto& row) { *made.mutable_facility() = row; });
    DOORSTEP_TRY(stage_.import(rows));
    Connection& connection = stage_.connection();
    Figures figures;
    for (std::size_t index = 0; index < kXinxiangMonths; ++index) {
      DOORSTEP_ASSIGN(figures.months.emplace_back(), getCoverage(connection, kXinxiang, care::toMonth(monthOf(index))));
    }
    for (const v1::ProgrammeRow& programme : plan_.programmes) {
      DOORSTEP_ASSIGN(const ProgrammeRows found, rowsOfProgramme(connection, kXinxiang, monthOf(0),
                                                                 monthOf(kXinxiangMonths - 1), programme.code()));
      figures.programmes.push_back({programme.code(), programme.name(), found});
    }
    DOORSTEP_ASSIGN(figures.day, endOfDay(connection));
    DOORSTEP_ASSIGN(figures.recount, recount(connection));
    return figures;
  }

 private:
  void confirm(const std::vector<v1::ServiceEntry>& services) {
    SimulatedTablet& supervisor = *stage_.tablets().at(kXinxiangSupervisor);
    for (const v1::ServiceEntry& entry : services) {
      v1::Record record;
      v1::ServiceEntryEvent& event = *record.mutable_service_entry_event();
      event.set_id(supervisor.newId(stage_.now()));
      event.set_entry_id(entry.id());
      event.set_household_id(entry.household_id());
      event.set_to(v1::SERVICE_ENTRY_STATE_CONFIRMED);
      event.set_by(supervisor.workerId());
      *event.mutable_at() = care::toTimestamp(stage_.now());
      supervisor.create(std::move(record), stage_.now());
    }
  }

  Stage& stage_;
  XinxiangPlan plan_;
};

const v1::TargetProgress* progressOf(const v1::EndOfDay& day, v1::Indicator indicator, const std::string& area_name) {
  for (const v1::TargetProgress& progress : day.targets()) {
    if (progress.target().indicator() == indicator && progress.area_name() == area_name) {
      return &progress;
    }
  }
  return nullptr;
}

std::int64_t verifiedOf(const v1::TargetProgress* progress) {
  return progress == nullptr ? 0 : progress->verified();
}

Json monthJson(const v1::GetCoverageReply& reply) {
  const v1::CoverageRow& row = reply.area().row();
  return {{"month", monthText(row.month())},
          {"monthly_visit_rate", shareJson(row.figures().contacted(), row.figures().denominator())},
          {"person_times", personTimes(row.figures())},
          {"delivered_hours", hoursOf(deliveredMinutes(row.figures()))},
          {"frozen", row.has_frozen()},
          {"restated", row.has_frozen() && row.frozen().SerializeAsString() != row.figures().SerializeAsString()}};
}

Json figuresJson(const Figures& figures) {
  const std::string& city = figures.months.front().area().area_name();
  std::int64_t person_times = 0;
  std::int64_t all_minutes = 0;
  Json months = Json::array();
  for (const v1::GetCoverageReply& reply : figures.months) {
    person_times += personTimes(reply.area().row().figures());
    all_minutes += deliveredMinutes(reply.area().row().figures());
    months.push_back(monthJson(reply));
  }
  Json programmes = Json::array();
  for (const ProgrammeFigures& programme : figures.programmes) {
    programmes.push_back({{"code", programme.code},
                          {"name", programme.name},
                          {"qualifying_contacts", programme.rows.qualifying_contacts},
                          {"elders_contacted", programme.rows.elders},
                          {"services", programme.rows.services},
                          {"service_hours", hoursOf(programme.rows.minutes)}});
  }
  Json counties = Json::array();
  for (const v1::TargetProgress& progress : figures.day.targets()) {
    if (progress.target().indicator() == v1::INDICATOR_MEAL_POINTS && progress.area_name() != city) {
      counties.push_back({{"area_name", progress.area_name()},
                          {"verified", progress.verified()},
                          {"target", progress.target().value()}});
    }
  }
  const v1::TargetProgress* meals = progressOf(figures.day, v1::INDICATOR_MEAL_POINTS, city);
  const std::int64_t target = meals == nullptr ? 0 : meals->target().value();
  const v1::TargetProgress* minutes = progressOf(figures.day, v1::INDICATOR_SERVICE_MINUTES, city);
  return {{"scenario", "xinxiang-2024h1"},
          {"area_name", city},
          {"person_times", person_times},
          {"service_hours", hoursOf(verifiedOf(minutes))},
          {"meal_points_verified", verifiedOf(meals)},
          {"meal_points_target", target},
          {"meal_points", shareJson(verifiedOf(meals), target)},
          {"elapsed_percent", meals == nullptr ? 0.0 : meals->elapsed_per_mille() / 10.0},
          {"meal_points_by_county", counties},
          {"programme_person_times", verifiedOf(progressOf(figures.day, v1::INDICATOR_PERSON_TIMES, city))},
          {"delivered_hours_of_all_programmes", hoursOf(all_minutes)},
          {"programmes", programmes},
          {"months", months},
          {"waiting", figures.months.back().waiting()},
          {"recount_differences", figures.recount.differences_size()},
          {"elder_months", figures.recount.elder_months()}};
}

std::string monthsText(const Figures& figures, const Console& console) {
  Table table({{std::string(console.pick("月份", "month"))},
               {std::string(console.pick("月探访率", "visit rate")), Alignment::kRight},
               {std::string(console.pick("实访/应访", "visited/due")), Alignment::kRight},
               {std::string(console.pick("人次", "person-times")), Alignment::kRight},
               {std::string(console.pick("时长（全部项目）", "hours (all programmes)")), Alignment::kRight},
               {std::string(console.pick("状态", "standing"))}});
  for (const v1::GetCoverageReply& reply : figures.months) {
    const v1::CoverageRow& row = reply.area().row();
    const v1::Figures& of = row.figures();
    table.add({monthText(row.month()), care::percentText(of.contacted(), of.denominator()),
               absl::StrCat(of.contacted(), "/", of.denominator()), absl::StrCat(personTimes(of)),
               care::hoursText(deliveredMinutes(of)),
               std::string(row.has_frozen() ? console.pick("已定", "frozen") : console.pick("暂计", "provisional"))});
  }
  return table.text();
}

std::string reportText(const Json& json, const Figures& figures, const Console& console) {
  const auto number = [&json](const char* key) { return json[key].dump(); };
  return concat({monthsText(figures, console),
                 "\n",
                 console.pick("探访人次（上半年）", "person-times (half-year)"),
                 "  ",
                 number("person_times"),
                 "\n",
                 console.pick("服务时长（社工机构项目）", "service hours (the agency's programme)"),
                 "  ",
                 number("service_hours"),
                 "\n",
                 console.pick("助餐点 已核验/目标", "meal points verified/target"),
                 "  ",
                 number("meal_points_verified"),
                 "/",
                 number("meal_points_target"),
                 console.pick("，年度已过 ", "; elapsed of the year "),
                 number("elapsed_percent"),
                 " %\n",
                 console.pick("重算 ", "Recount: "),
                 number("elder_months"),
                 console.pick(" 个老人月，差异 ", " elder-months, differences "),
                 number("recount_differences"),
                 "\n"});
}

}  // namespace

absl::StatusOr<ScenarioReport> playXinxiang(Stage& stage, const std::vector<v1::AreaRow>& areas) {
  HalfYear half_year(stage, areas);
  DOORSTEP_TRY(half_year.prepare());
  stage.say("二、六个月，月末同步", "2. Six months, synchronised at each month's end");
  for (std::size_t index = 0; index < kXinxiangMonths; ++index) {
    DOORSTEP_TRY(half_year.playMonth(index));
  }
  DOORSTEP_ASSIGN(const Figures figures, half_year.look());
  ScenarioReport report;
  report.figures = figuresJson(figures);
  report.text = reportText(report.figures, figures, stage.console());
  report.recount_differences = figures.recount.differences_size();
  return report;
}

}  // namespace doorstep::ctl::demo
