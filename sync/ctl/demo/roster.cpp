#include "sync/ctl/demo/roster.h"

#include "sync/ctl/columns.h"
#include "sync/ctl/csv.h"
#include "sync/ctl/demo/elders.h"
#include "sync/ctl/demo/histories.h"
#include "sync/ctl/demo/notes.h"
#include "sync/ctl/demo/people.h"
#include "sync/ctl/demo/places.h"
#include "sync/ctl/demo/seeded_random.h"
#include "sync/ctl/demo/teams.h"
#include "sync/ctl/failure.h"
#include "sync/ctl/file.h"
#include "sync/ctl/rows.h"

namespace doorstep::ctl::demo {

namespace {

constexpr std::size_t kLargestAreas = 16 << 20;

}  // namespace

Roster makeRoster(const std::vector<v1::AreaRow>& areas, std::uint64_t seed) {
  SeededRandom random(seed);
  MadeUpNumbers numbers(random);
  const std::vector<Community> communities = communitiesOf(areas, kDistrict, random);
  const std::vector<Household> households = householdsFor(communities, kElders, random);
  Roster roster;
  for (const Community& community : communities) {
    roster.grids.insert(roster.grids.end(), community.grids.begin(), community.grids.end());
  }
  roster.elders = eldersOf(communities, households, kDistrict, random, numbers);
  giveTiers(roster.elders, random);
  giveStatuses(roster.elders, random);
  Team team = teamFor(communities, households, roster.elders, kDistrict, random, numbers);
  giveContacts(roster.elders, households, team, random);
  for (std::size_t index = 0; index < households.size(); ++index) {
    for (std::size_t elder = 0; elder < households[index].elders && team.visitor_of[index] == kPictured; ++elder) {
      giveApproach(roster.elders[households[index].first_elder + elder], random);
    }
  }
  roster.workers = std::move(team.workers);
  roster.assignments = std::move(team.assignments);
  return roster;
}

absl::StatusOr<std::vector<v1::AreaRow>> areasFromFile(const std::string& path) {
  const auto content = readFile(path, kLargestAreas);
  if (!content.ok()) {
    return content.status();
  }
  const auto records = parseCsv(*content);
  if (!records.ok()) {
    return records.status();
  }
  if (records->empty()) {
    return failure(Failure::kFileEmpty, {path});
  }
  const auto columns = ColumnMap::fromHeader(FileKind::kAreas, records->front().fields);
  if (!columns.ok()) {
    return columns.status();
  }
  std::vector<v1::AreaRow> areas;
  bool has_district = false;
  for (std::size_t index = 1; index < records->size(); ++index) {
    ParsedRow parsed = parseRow(FileKind::kAreas, *columns, (*records)[index]);
    if (!parsed.problems.empty()) {
      return failure(Failure::kFileUnreadable, {path});
    }
    has_district = has_district || parsed.row.area().code() == kDistrict;
    areas.push_back(std::move(*parsed.row.mutable_area()));
  }
  return has_district ? absl::StatusOr<std::vector<v1::AreaRow>>(std::move(areas))
                      : failure(Failure::kFileUnreadable, {path});
}

}  // namespace doorstep::ctl::demo
