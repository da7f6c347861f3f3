#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "doorstep/v1/admin.pb.h"
#include "sync/ctl/demo/scenario/planned.h"

// 丰满区 in November 2026: the real 93 communities, their 943 grids, people made up. Pure.
namespace doorstep::ctl::demo {

inline constexpr std::size_t kFengmanGrids = 943;
inline constexpr char kFengmanDesk[] = "D001";
inline constexpr char kLateTablet[] = "V007";  // from the day below on it synchronises only after the freeze
inline constexpr absl::CivilDay kLateTabletSince(2026, 11, 14);
inline constexpr absl::CivilDay kFengmanFirstDay(2026, 10, 30);
inline constexpr absl::CivilMonth kFengmanMonth(2026, 11);

// What the district's desk writes into an elder's file on the day it hears of it.
struct StatusChange {
  std::string file_number;
  v1::CareStatus status;
  absl::CivilDay from;
  absl::CivilDay reported;
  std::optional<absl::CivilDay> planned_until;
  bool confirmed = false;  // by a second person, so that somebody on file may vouch
};

// To another subdistrict: a new door there, and whoever visits there.
struct Move {
  std::string file_number;
  std::string household_number;  // the new one
  std::string grid_code;
  std::string visitor;
  absl::CivilDay on;
};

struct PaperVisit {
  PlannedVisit visit;      // by the visitor who made it
  std::string supervisor;  // who types it
};

// One person in two files; the district merges them after the freeze.
struct Duplicate {
  std::string file_number;
  std::string merged_into;
};

struct FengmanPlan {
  std::vector<v1::AreaRow> grids;
  std::vector<v1::WorkerRow> workers;
  std::vector<v1::ElderRow> elders;
  std::vector<v1::AssignmentRow> assignments;
  std::vector<StatusChange> statuses;
  std::vector<Move> moves;
  std::vector<Duplicate> duplicates;
  std::vector<PlannedVisit> visits;  // of the whole month
  // After the freeze. The first two are indices of `visits`, with who corrects them.
  struct Correction {
    std::size_t visit;
    std::string supervisor;
  };
  std::vector<Correction> never_took_place;
  std::vector<Correction> seen_after_all;  // was recorded as an unanswered door
  std::vector<PaperVisit> typed;           // at a supervisor's tablet
  std::vector<v1::PaperVisitRow> imported;
};

// `areas`: the shipped area tree.
FengmanPlan planFengman(const std::vector<v1::AreaRow>& areas);

}  // namespace doorstep::ctl::demo
