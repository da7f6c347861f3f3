#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/admin.pb.h"

// A made-up district on a real area tree. The same seed gives the same people on every machine.
namespace doorstep::ctl::demo {

inline constexpr char kDistrict[] = "220211";  // 丰满区
inline constexpr std::uint64_t kSeed = 20261120;
inline constexpr int kDemoYear = 2026;
inline constexpr std::size_t kElders = 2000;
inline constexpr char kPictured[] = "V001";  // the visitor on whose tablet the app opens at the end

struct Roster {
  std::vector<v1::AreaRow> grids;
  std::vector<v1::WorkerRow> workers;
  std::vector<v1::ElderRow> elders;
  std::vector<v1::AssignmentRow> assignments;
};

// `areas` holds the district's communities.
Roster makeRoster(const std::vector<v1::AreaRow>& areas, std::uint64_t seed = kSeed);

// The area rows of a file as `doorstepctl import areas` reads it; the failure of reading it, or
// kFileUnreadable when a row is wrong or the district is not in it.
absl::StatusOr<std::vector<v1::AreaRow>> areasFromFile(const std::string& path);

// grids.csv, workers.csv, roster.csv and assignments.csv in an existing folder, with Chinese
// headings, as `doorstepctl import` takes them.
absl::Status writeRoster(const Roster& roster, const std::string& folder);

}  // namespace doorstep::ctl::demo
