#include "sync/ctl/demo/scenario/scenario_command.h"

#include <functional>
#include <utility>

#include "sync/ctl/demo/demo_command.h"
#include "sync/ctl/demo/scenario/fengman.h"
#include "sync/ctl/demo/scenario/xinxiang.h"

namespace doorstep::ctl::demo {

namespace {

using Play = absl::StatusOr<ScenarioReport> (*)(Stage&, const std::vector<v1::AreaRow>&);

constexpr std::pair<const char*, Play> kScenarios[] = {{"xinxiang-2024h1", playXinxiang},
                                                       {"fengman-month", playFengman}};

std::ostream& nowhere() {
  static std::ostream stream(nullptr);
  return stream;
}

}  // namespace

std::vector<std::string> scenarioNames() {
  std::vector<std::string> names;
  for (const auto& [name, play] : kScenarios) {
    names.emplace_back(name);
  }
  return names;
}

int scenarioCommand(const Console& console, const RunOptions& options) {
  Play chosen = nullptr;
  for (const auto& [name, play] : kScenarios) {
    chosen = options.scenario == name ? play : chosen;
  }
  if (chosen == nullptr) {
    return console.fail(failure(Failure::kBadOption, {"--scenario", "xinxiang-2024h1, fengman-month"}));
  }
  const auto areas = areasFromFile(options.areas.empty() ? shippedAreas() : options.areas);
  if (!areas.ok()) {
    return console.fail(areas.status());
  }
  auto stage = Stage::open(console, options.folder, options.json ? nowhere() : console.out);
  if (!stage.ok()) {
    return console.fail(stage.status());
  }
  const auto report = chosen(**stage, *areas);
  if (!report.ok()) {
    return console.fail(report.status());
  }
  if (options.json) {
    console.out << report->figures.dump(2) << "\n";
  } else {
    console.out << "\n"
                << report->text << console.pick("账本保留在 ", "The ledger stays in ") << (*stage)->folder() << "\n";
  }
  return report->recount_differences == 0 ? kExitDone : kExitDifferences;
}

}  // namespace doorstep::ctl::demo
