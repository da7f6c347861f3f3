#pragma once

#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "doorstep/v1/admin.pb.h"
#include "sync/ctl/demo/scenario/planned.h"

// 新乡市 in the first half of 2024, as its bureau reported it in August: people made up, sums real. The bureau
// runs one service for its counties, so the city stands where a district stands, counties where
// subdistricts are, and their streets and towns where communities are. Pure.
namespace doorstep::ctl::demo {

inline constexpr char kXinxiang[] = "4107";
inline constexpr char kVisitProgramme[] = "XX-GLTF";    // 高龄老年人上门探访, by visitors of the counties
inline constexpr char kServiceProgramme[] = "XX-TKGA";  // 特殊困难老年人探访关爱, by a social-work agency
inline constexpr char kXinxiangSupervisor[] = "XXS01";
inline constexpr int kXinxiangYear = 2024;
inline constexpr int kXinxiangMonths = 6;

inline absl::CivilMonth monthOf(std::size_t index) {
  return absl::CivilMonth(kXinxiangYear, 1) + static_cast<absl::civil_diff_t>(index);
}

struct XinxiangPlan {
  std::vector<v1::AreaRow> areas;
  std::vector<v1::WorkerRow> workers;
  std::vector<v1::ProgrammeRow> programmes;
  std::vector<v1::ElderRow> elders;
  std::vector<v1::AssignmentRow> assignments;
  std::vector<v1::TargetRow> targets;
  std::vector<v1::FacilityRow> facilities;
  // By month, January first; each in the order in which a worker did them.
  std::vector<std::vector<PlannedVisit>> visits;
  std::vector<std::vector<PlannedService>> services;
};

// `areas`: the shipped area tree.
XinxiangPlan planXinxiang(const std::vector<v1::AreaRow>& areas);

}  // namespace doorstep::ctl::demo
