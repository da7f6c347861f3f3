// ./run torture: real programs are killed and real lines cut, until a promise breaks or the rounds are over.

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "absl/time/clock.h"
#include "tests/torture/torture.h"

namespace doorstep::torture {
namespace {

std::string figures(const TortureOptions& options, const TortureOutcome& outcome, absl::Duration took) {
  nlohmann::ordered_json json;
  json["held"] = outcome.broken.empty();
  json["seed"] = options.seed;
  json["rounds"] = outcome.rounds;
  json["tablets_killed"] = outcome.tablets_killed;
  json["services_killed"] = outcome.services_killed;
  json["lines_disturbed"] = outcome.lines_disturbed;
  json["saved"] = outcome.saved;
  json["acknowledged"] = outcome.acknowledged;
  json["at_service"] = outcome.at_service;
  json["broken"] = outcome.broken;
  json["seconds"] = absl::ToInt64Seconds(took);
  return json.dump();
}

int run(const TortureOptions& options) {
  std::fprintf(stderr, "seed %llu\n", static_cast<unsigned long long>(options.seed));
  const absl::Time began = absl::Now();
  const TortureOutcome outcome = torture(options);
  if (!outcome.broken.empty()) {
    std::fprintf(stderr, "\n%sagain: ./run torture --seed %llu\n", storyOf(options, outcome).c_str(),
                 static_cast<unsigned long long>(options.seed));
  }
  std::puts(figures(options, outcome, absl::Now() - began).c_str());
  return outcome.broken.empty() ? 0 : 1;
}

}  // namespace
}  // namespace doorstep::torture

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  doorstep::torture::TortureOptions options;
  options.progress = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); };
  CLI::App app("Tablets and a service as programs of their own, killed and cut off under load");
  app.add_option("--rounds", options.rounds, "how many")->check(CLI::Range(1, 1'000'000))->capture_default_str();
  app.add_option("--seed", options.seed, "decides what happens in which round")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return doorstep::torture::run(options);
}
