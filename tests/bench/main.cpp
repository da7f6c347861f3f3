#include <CLI/CLI.hpp>
#include <QTemporaryDir>
#include <filesystem>
#include <iostream>
#include <set>

#include "tests/bench/bench.h"

using namespace doorstep;

namespace {

int measure(const bench::Settings& settings, const std::set<std::string>& only, bool explained) {
  const auto wanted = [&only](const char* room) { return only.empty() || only.contains(room); };
  bench::Report report;
  if (wanted("store")) {
    bench::measureStore(settings, report);
  }
  if (wanted("start")) {
    bench::measureStart(settings, report);
  }
  if (wanted("service")) {
    bench::measureService(settings, report);
  }
  std::cout << report.json(explained) << std::endl;
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Measures Doorstep on made-up data: one JSON object on standard output, progress on standard error.");
  bench::Settings settings;
  settings.program = std::filesystem::read_symlink("/proc/self/exe");
  std::vector<std::string> only;
  bool explained = false;
  std::vector<std::string> pull;
  std::vector<std::string> start;
  app.add_flag("--explain", explained, "how each figure came about, with the SQL of the ratios' denominators");
  app.add_option("--only", only, "store, start or service")->check(CLI::IsMember({"store", "start", "service"}));
  app.add_option("--runs", settings.runs, "medians over so many")->check(CLI::Range(1, 100));
  app.add_option("--scale", settings.scale, "of all volumes; figures below 1 compare with nothing")
      ->check(CLI::Range(0.001, 1.0));
  app.add_option("--pull-as-child", pull)->expected(4)->group("");
  app.add_option("--start-as-child", start)->expected(2)->group("");
  CLI11_PARSE(app, argc, argv);
  if (!pull.empty()) {
    return bench::pullAsChild(pull[0], std::stoi(pull[1]), pull[2], pull[3]);
  }
  if (!start.empty()) {
    return bench::startAsChild(argc, argv, std::stoll(start[0]), start[1]);
  }
  const QTemporaryDir folder;
  settings.folder = folder.path().toStdString();
  return measure(settings, {only.begin(), only.end()}, explained);
}
