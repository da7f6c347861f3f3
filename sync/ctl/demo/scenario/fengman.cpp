#include "sync/ctl/demo/scenario/fengman.h"

#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/ctl/demo/roster.h"
#include "sync/ctl/demo/scenario/fengman_desk.h"
#include "sync/ctl/demo/scenario/fengman_plan.h"
#include "sync/ctl/demo/scenario/fengman_report.h"
#include "sync/ctl/operator_commands.h"
#include "sync/ctl/report_commands.h"
#include "sync/outside/attempt.h"

namespace doorstep::ctl::demo {

namespace {

constexpr absl::CivilDay kGoLive(2026, 10, 1);
constexpr absl::CivilDay kAfterFreeze(2026, 12, 8);
constexpr absl::CivilDay kRestatements(2026, 12, 9);
constexpr absl::CivilDay kMergeDay(2026, 12, 10);
// The evenings on which the tablets synchronise. The late one does so up to the second.
constexpr absl::CivilDay kEvenings[] = {absl::CivilDay(2026, 11, 7), absl::CivilDay(2026, 11, 14),
                                        absl::CivilDay(2026, 11, 21), absl::CivilDay(2026, 11, 28),
                                        absl::CivilDay(2026, 11, 30)};
constexpr int kEvening = 20;

class PlayedMonth {
 public:
  PlayedMonth(Stage& stage, const std::vector<v1::AreaRow>& areas)
      : stage_(stage), areas_(areas), plan_(planFengman(areas)) {}

  absl::Status prepare() {
    stage_.say(
        "一、启动服务（2026-10-30），导入区域、943 个网格、人员、名册和分派，登记全部平板",
        "1. The service starts (2026-10-30); areas, 943 grids, workers, roster and assignments are imported, all "
        "tablets enrolled");
    DOORSTEP_TRY(stage_.moveTo(kFengmanFirstDay, 9));
    std::vector<v1::ImportRow> rows;
    addRows(rows, areas_, [](auto& made, const auto& row) { *made.mutable_area() = row; });
    addRows(rows, plan_.grids, [](auto& made, const auto& row) { *made.mutable_area() = row; });
    DOORSTEP_TRY(stage_.import(rows));
    RulesOptions rules;
    rules.district = kDistrict;
    rules.go_live_on = care::toDate(kGoLive);
    DOORSTEP_TRY(setRules(stage_.connection(), rules));
    rows.clear();
    addRows(rows, plan_.workers, [](auto& made, const auto& row) { *made.mutable_worker() = row; });
    DOORSTEP_TRY(stage_.import(rows));
    rows.clear();
    addRows(rows, plan_.elders, [](auto& made, const auto& row) { *made.mutable_elder() = row; });
    DOORSTEP_TRY(stage_.import(rows));
    rows.clear();
    addRows(rows, plan_.assignments, [](auto& made, const auto& row) { *made.mutable_assignment() = row; });
    DOORSTEP_TRY(stage_.import(rows));
    for (const v1::WorkerRow& worker : plan_.workers) {
      DOORSTEP_TRY(stage_.tablet(worker.staff_number()).status());
    }
    return absl::OkStatus();
  }

  absl::Status playNovember() {
    stage_.say("二、十一月：每周同步；V007 的平板从十五日起没有网络",
               "2. November, synchronised weekly; the tablet of V007 is without a network from the 15th on");
    absl::CivilDay last = kFengmanFirstDay;
    for (const absl::CivilDay& evening : kEvenings) {
      DOORSTEP_TRY(stage_.moveTo(evening, kEvening));
      DOORSTEP_TRY(writeDesk(last, evening));
      DOORSTEP_TRY(record(last, evening));
      DOORSTEP_TRY(evening > kLateTabletSince ? stage_.syncAll({kLateTablet}) : stage_.syncAll());
      last = evening;
    }
    outcome_.late_visits = stage_.tablets().at(kLateTablet)->waiting();
    outcome_.visits_in_time = plan_.visits.size() - outcome_.late_visits;
    return absl::OkStatus();
  }

  absl::Status freeze() {
    stage_.say("三、2026-12-08：十一月的数字已定", "3. 2026-12-08: November's figures are frozen");
    DOORSTEP_TRY(stage_.moveTo(kAfterFreeze, 9));
    DOORSTEP_TRY(stage_.tablets().at(kFengmanDesk)->sync(stage_.now()));
    return read(outcome_.at_freeze);
  }

  absl::Status restate() {
    stage_.say("四、12-09 至 12-10：迟到的同步、更正、纸质补录、补报的去世、合并重复档案",
               "4. 9 and 10 December: the late tablet, corrections, visits from paper, a death reported late, a merge");
    DOORSTEP_TRY(stage_.moveTo(kRestatements, 10));
    DOORSTEP_TRY(writeDesk(kEvenings[4], kRestatements));
    for (const FengmanPlan::Correction& correction : plan_.never_took_place) {
      writeVoid(*stage_.tablets().at(correction.supervisor), recorded_.at(correction.visit), stage_.now());
    }
    for (const FengmanPlan::Correction& correction : plan_.seen_after_all) {
      writeSeen(*stage_.tablets().at(correction.supervisor), recorded_.at(correction.visit), stage_.now());
    }
    outcome_.corrections = plan_.never_took_place.size() + plan_.seen_after_all.size();
    for (const PaperVisit& paper : plan_.typed) {
      DOORSTEP_TRY(writePaper(*stage_.tablets().at(paper.supervisor), paper, stage_.now()));
    }
    DOORSTEP_TRY(stage_.syncAll());
    std::vector<v1::ImportRow> rows;
    addRows(rows, plan_.imported, [](auto& made, const auto& row) { *made.mutable_paper_visit() = row; });
    DOORSTEP_TRY(stage_.import(rows));
    outcome_.paper_visits = plan_.typed.size() + plan_.imported.size();
    DOORSTEP_TRY(stage_.moveTo(kMergeDay, 10));
    SimulatedTablet& desk = *stage_.tablets().at(kFengmanDesk);
    for (const Duplicate& duplicate : plan_.duplicates) {
      DOORSTEP_TRY(writeMerge(desk, duplicate, stage_.now()));
    }
    outcome_.merged = plan_.duplicates.size();
    return desk.sync(stage_.now());
  }

  absl::StatusOr<FengmanOutcome> look() {
    DOORSTEP_TRY(read(outcome_.at_end));
    DOORSTEP_TRY(countGrids());
    DOORSTEP_ASSIGN(outcome_.recount, recount(stage_.connection()));
    return std::move(outcome_);
  }

 private:
  // What became known after `last` up to `until`, and the moves of these days.
  absl::Status writeDesk(absl::CivilDay last, absl::CivilDay until) {
    SimulatedTablet& desk = *stage_.tablets().at(kFengmanDesk);
    for (const StatusChange& change : plan_.statuses) {
      if (change.reported > last && change.reported <= until) {
        DOORSTEP_TRY(writeStatus(desk, change, stage_.now()));
      }
    }
    for (const Move& move : plan_.moves) {
      if (move.on > last && move.on <= until) {
        DOORSTEP_TRY(writeMove(desk, move, stage_.now()));
      }
    }
    return desk.sync(stage_.now());
  }

  absl::Status record(absl::CivilDay last, absl::CivilDay until) {
    for (std::size_t index = 0; index < plan_.visits.size(); ++index) {
      const PlannedVisit& planned = plan_.visits[index];
      if (planned.time.day <= last || planned.time.day > until) {
        continue;
      }
      SimulatedTablet& tablet = *stage_.tablets().at(planned.time.staff_number);
      DOORSTEP_ASSIGN(v1::Visit visit, visitRecord(tablet, planned));
      recorded_.emplace(index, visit);
      save(tablet, std::move(visit));
    }
    return absl::OkStatus();
  }

  absl::Status read(v1::GetCoverageReply& into) {
    DOORSTEP_ASSIGN(into, getCoverage(stage_.connection(), kDistrict, care::toMonth(kFengmanMonth)));
    return absl::OkStatus();
  }

  absl::Status countGrids() {
    for (const v1::AreaCoverage& subdistrict : outcome_.at_end.children()) {
      DOORSTEP_ASSIGN(const v1::GetCoverageReply communities,
                      getCoverage(stage_.connection(), subdistrict.area_code(), care::toMonth(kFengmanMonth)));
      for (const v1::AreaCoverage& community : communities.children()) {
        DOORSTEP_ASSIGN(const v1::GetCoverageReply grids,
                        getCoverage(stage_.connection(), community.area_code(), care::toMonth(kFengmanMonth)));
        outcome_.grids += static_cast<std::size_t>(grids.children_size());
      }
    }
    return absl::OkStatus();
  }

  Stage& stage_;
  std::vector<v1::AreaRow> areas_;
  FengmanPlan plan_;
  std::map<std::size_t, v1::Visit> recorded_;  // by index of the plan's visits
  FengmanOutcome outcome_;
};

// Only what is above and in the district.
std::vector<v1::AreaRow> areasOfFengman(const std::vector<v1::AreaRow>& areas) {
  const std::string district = kDistrict;
  std::vector<v1::AreaRow> taken;
  for (const v1::AreaRow& area : areas) {
    if (area.code().starts_with(district) || (!area.code().empty() && district.starts_with(area.code()))) {
      taken.push_back(area);
    }
  }
  return taken;
}

}  // namespace

absl::StatusOr<ScenarioReport> playFengman(Stage& stage, const std::vector<v1::AreaRow>& areas) {
  PlayedMonth month(stage, areasOfFengman(areas));
  DOORSTEP_TRY(month.prepare());
  DOORSTEP_TRY(month.playNovember());
  DOORSTEP_TRY(month.freeze());
  DOORSTEP_TRY(month.restate());
  DOORSTEP_ASSIGN(const FengmanOutcome outcome, month.look());
  return fengmanReport(outcome, stage.console());
}

}  // namespace doorstep::ctl::demo
