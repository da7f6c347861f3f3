#include <memory>

#include "sync/ctl/command_line.h"
#include "sync/ctl/evening_commands.h"
#include "sync/ctl/option_values.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

void addEndOfDay(CommandLine& line) {
  CLI::App* command = line.add(&line.app, "end-of-day", "日终对账：设备、隔离的变更、数字、目标",
                               "the end of a day: devices, changes put aside, figures, targets");
  auto options = std::make_shared<EndOfDayOptions>();
  command
      ->add_option_function<std::string>(
          "--on", [options](const std::string& text) { options->on = dateFrom(text).value_or(v1::Date()); },
          line.word("哪一天（缺省为今天）", "the day (default: today)"))
      ->check(dateOption());
  command->add_flag("--json", options->json, line.word("输出 JSON", "print JSON"));
  command->callback([&line, options] {
    line.chosen = [&line, options] { return endOfDayCommand(line.console, line.connection, *options); };
  });
}

void addMonth(CLI::App* command, const std::shared_ptr<ExportOptions>& options, const std::string& name,
              v1::Month ExportOptions::*month, const std::string& words) {
  command
      ->add_option_function<std::string>(
          name,
          [options, month](const std::string& text) { (*options).*month = monthFrom(text).value_or(v1::Month()); },
          words)
      ->check(monthOption());
}

void addExport(CommandLine& line, CLI::App* parent, v1::ExportKind kind, const std::string& name, std::string_view zh,
               std::string_view en) {
  CLI::App* command = line.add(parent, name, zh, en);
  auto options = std::make_shared<ExportOptions>();
  options->kind = kind;
  command->add_option("--area", options->area,
                      line.word("区域代码（缺省为本区）", "code of the area (default: the district)"));
  addMonth(command, options, "--from", &ExportOptions::from_month,
           line.word("起始月份（缺省为本月）", "the first month (default: the running one)"));
  addMonth(command, options, "--until", &ExportOptions::until_month,
           line.word("截止月份，含该月（缺省同 --from）", "the last month, included (default: that of --from)"));
  command->add_option("--out", options->file, line.word("写到这个文件", "the file to write"))->required();
  CLI::Option* json = command->add_flag("--json", options->json, line.word("JSON 格式", "as JSON"));
  command
      ->add_flag_callback(
          "--csv", [options] { options->json = false; }, line.word("CSV 格式（缺省）", "as CSV (default)"))
      ->excludes(json);
  command->callback([&line, options] {
    line.chosen = [&line, options] { return exportCommand(line.console, line.connection, *options); };
  });
}

}  // namespace

void addEveningCommands(CommandLine& line) {
  addEndOfDay(line);
  CLI::App* parent = line.add(&line.app, "export", "导出记录，列的说明见 sync/ctl/exports.md",
                              "writes records into a file; sync/ctl/exports.md says what the columns are");
  parent->require_subcommand(1);
  addExport(line, parent, v1::EXPORT_KIND_VISITS, "visits", "探访", "visits");
  addExport(line, parent, v1::EXPORT_KIND_HOURS, "hours", "服务时长", "hours of service");
  addExport(line, parent, v1::EXPORT_KIND_RISKS, "risks", "风险隐患", "risk flags");
  addExport(line, parent, v1::EXPORT_KIND_COVERAGE, "coverage", "各区域各月的数字", "the figures of areas and months");
}

}  // namespace doorstep::ctl
