#include <memory>

#include "sync/ctl/command_line.h"
#include "sync/ctl/demo/demo_command.h"
#include "sync/ctl/demo/run_command.h"
#include "sync/ctl/demo/scenario/scenario_command.h"

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

void addRun(CommandLine& line, CLI::App* demo) {
  CLI::App* command = line.add(demo, "run", "在真实部件上演示一个上午", "a morning on real parts");
  auto options = std::make_shared<demo::RunOptions>();
  command->add_option(
      "--dir", options->folder,
      line.word("新目录或空目录（缺省为临时目录）", "a new or empty folder (default: a temporary one)"));
  command->add_option("--areas", options->areas,
                      line.word("区域文件（缺省为随附的一份）", "the area file (default: the one shipped)"));
  command->add_option("--pictures", options->pictures,
                      line.word("不开窗口，把各页画成图片存到这里",
                                "renders the pages into this folder instead of opening the window"));
  command
      ->add_option("--scenario", options->scenario,
                   line.word("改为演示一段更长的时间，只用服务和模拟平板：xinxiang-2024h1 为新乡市2024年上半年，"
                             "fengman-month 为丰满区一个月（数字已定之后又有迟到、更正和合并）",
                             "plays a longer time instead, with the service and simulated tablets: xinxiang-2024h1 is "
                             "the first half of 2024 in 新乡, fengman-month a month of 丰满区 with late visits, "
                             "corrections and a merge after the figures were frozen"))
      ->check(CLI::IsMember(demo::scenarioNames()))
      ->excludes("--pictures");
  command->add_flag("--json", options->json, line.word("只输出数字", "prints only the figures, as one object"));
  command->add_flag("--no-app", options->no_app, line.word("最后不打开应用", "does not open the app at the end"));
  command->callback([&line, options] {
    line.chosen = [&line, options] {
      return options->scenario.empty() ? demo::runCommand(line.console, *options)
                                       : demo::scenarioCommand(line.console, *options);
    };
  });
}

}  // namespace

void addDemoCommands(CommandLine& line) {
  CLI::App* demo = line.add(&line.app, "demo", "演示", "a demonstration");
  demo->require_subcommand(1);
  addRoster(line, demo);
  addRun(line, demo);
}

}  // namespace doorstep::ctl
