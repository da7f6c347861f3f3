#include <memory>

#include "sync/ctl/command_line.h"
#include "sync/ctl/demo/demo_command.h"

namespace doorstep::ctl {

namespace {

void addRoster(CommandLine& line, CLI::App* demo) {
  CLI::App* command = line.add(demo, "roster", "写出一份虚构的丰满区名册", "writes a made-up roster of 丰满区");
  auto options = std::make_shared<demo::RosterOptions>();
  command->add_option("--out", options->folder, line.word("目录", "the folder"))->required();
  command->add_option("--areas", options->areas,
                      line.word("区域文件（缺省为随附的一份）", "the area file (default: the one shipped)"));
  command->add_option("--seed", options->seed, line.word("随机种子", "the seed"))->capture_default_str();
  command->callback(
      [&line, options] { line.chosen = [&line, options] { return demo::rosterCommand(line.console, *options); }; });
}

}  // namespace

void addDemoCommands(CommandLine& line) {
  CLI::App* demo = line.add(&line.app, "demo", "演示", "a demonstration");
  demo->require_subcommand(1);
  addRoster(line, demo);
}

}  // namespace doorstep::ctl
