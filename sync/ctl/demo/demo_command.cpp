#include "sync/ctl/demo/demo_command.h"

#include <filesystem>

#include "sync/ctl/demo/programs.h"

namespace doorstep::ctl::demo {

namespace fs = std::filesystem;

std::string shippedAreas() {
  return fs::path(ownFolder()).parent_path() / "share" / "doorstep" / "areas.csv";
}

int rosterCommand(const Console& console, const RosterOptions& options) {
  const auto areas = areasFromFile(options.areas.empty() ? shippedAreas() : options.areas);
  if (!areas.ok()) {
    return console.fail(areas.status());
  }
  std::error_code error;
  fs::create_directories(options.folder, error);
  if (error) {
    return console.fail(failure(Failure::kFileUnwritable, {options.folder}));
  }
  const Roster roster = makeRoster(*areas, options.seed);
  if (absl::Status status = writeRoster(roster, options.folder); !status.ok()) {
    return console.fail(status);
  }
  console.out << console.pick("已写入 ", "Written to ") << options.folder << console.pick("：网格 ", ": grids ")
              << roster.grids.size() << console.pick("，人员 ", ", workers ") << roster.workers.size()
              << console.pick("，老人 ", ", elders ") << roster.elders.size()
              << console.pick("，分派 ", ", assignments ") << roster.assignments.size()
              << console.pick("。全部为虚构。\n", ". All made up.\n");
  return kExitDone;
}

}  // namespace doorstep::ctl::demo
