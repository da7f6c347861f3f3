// ./run simulate: worlds under seeds, until one breaks a promise.

#include <CLI/CLI.hpp>
#include <cstdint>
#include <cstdio>
#include <string>

#include "absl/time/clock.h"
#include "tests/simulation/playground.h"
#include "tests/simulation/world.h"

namespace doorstep::simulation {
namespace {

struct Options {
  std::uint64_t seeds = 200;
  std::uint64_t first_seed = 1;
  std::uint64_t seed = 0;
  bool history = false;
  int steps = 200;
};

bool holds(const Playground& playground, std::uint64_t seed, const Options& options) {
  World world({seed, playground.folder(), options.steps});
  const auto& broken = world.run();
  if (options.history || !broken.empty()) {
    std::fputs(world.history().text().c_str(), stdout);
  }
  for (const std::string& promise : broken) {
    std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), promise.c_str());
  }
  return broken.empty();
}

int run(const Options& options) {
  const Playground playground;
  if (options.seed != 0) {
    return holds(playground, options.seed, options) ? 0 : 1;
  }
  const absl::Time began = absl::Now();
  for (std::uint64_t seed = options.first_seed; seed < options.first_seed + options.seeds; ++seed) {
    if (!holds(playground, seed, options)) {
      std::printf("again: ./run simulate --seed %llu --history\n", static_cast<unsigned long long>(seed));
      return 1;
    }
  }
  std::printf("%llu worlds held, seeds %llu to %llu, %.1f s\n", static_cast<unsigned long long>(options.seeds),
              static_cast<unsigned long long>(options.first_seed),
              static_cast<unsigned long long>(options.first_seed + options.seeds - 1),
              absl::ToDoubleSeconds(absl::Now() - began));
  return 0;
}

}  // namespace
}  // namespace doorstep::simulation

int main(int argc, char** argv) {
  doorstep::simulation::Options options;
  CLI::App app("Tablets, a service and everything that goes wrong between them, under seeds");
  app.add_option("--seeds", options.seeds, "how many worlds");
  app.add_option("--first-seed", options.first_seed, "the first one's seed");
  app.add_option("--seed", options.seed, "this one only");
  app.add_option("--steps", options.steps, "in each world");
  app.add_flag("--history", options.history, "print what happened");
  CLI11_PARSE(app, argc, argv);
  return doorstep::simulation::run(options);
}
