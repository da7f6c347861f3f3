#include <memory>

#include "sync/ctl/command_line.h"
#include "sync/ctl/import_command.h"
#include "sync/ctl/operator_commands.h"
#include "sync/ctl/option_values.h"
#include "sync/ctl/quarantine_command.h"
#include "sync/ctl/report_commands.h"
#include "sync/ctl/text.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

std::shared_ptr<Output> addOutputs(CommandLine& line, CLI::App* command) {
  auto output = std::make_shared<Output>(Output::kTable);
  CLI::Option* json = command->add_flag_callback(
      "--json", [output] { *output = Output::kJson; }, line.word("输出 JSON", "print JSON"));
  command
      ->add_flag_callback(
          "--csv", [output] { *output = Output::kCsv; }, line.word("输出 CSV", "print CSV"))
      ->excludes(json);
  return output;
}

void addImport(CommandLine& line, CLI::App* parent, FileKind kind, const std::string& name, std::string_view zh,
               std::string_view en) {
  CLI::App* command = line.add(parent, name, zh, en);
  auto options = std::make_shared<ImportOptions>();
  options->kind = kind;
  command
      ->add_option("FILE", options->file, line.word("UTF-8 或 GB18030 的 CSV 文件", "a CSV file in UTF-8 or GB18030"))
      ->required();
  command->add_option("--refused", options->refused,
                      line.word("未导入的行写到这里（缺省 FILE.refused.csv）",
                                "where refused rows are written (default: FILE.refused.csv)"));
  command->callback([&line, options] {
    line.chosen = [&line, options] { return importCommand(line.console, line.connection, *options); };
  });
}

using ReportCommand = int (*)(const Console&, const ConnectionOptions&, const CoverageOptions&);
using ListCommand = int (*)(const Console&, const ConnectionOptions&, Output);

void addReport(CommandLine& line, const std::string& name, std::string_view zh, std::string_view en,
               ReportCommand run) {
  CLI::App* command = line.add(&line.app, name, zh, en);
  auto options = std::make_shared<CoverageOptions>();
  command->add_option("--area", options->area,
                      line.word("区域代码（缺省为本区）", "code of the area (default: the district)"));
  command
      ->add_option_function<std::string>(
          "--month", [options](const std::string& text) { options->month = monthFrom(text).value_or(v1::Month()); },
          line.word("月份（缺省为本月）", "the month (default: the running one)"))
      ->check(monthOption());
  const auto output = addOutputs(line, command);
  command->callback([&line, options, output, run] {
    options->output = *output;
    line.chosen = [&line, options, run] { return run(line.console, line.connection, *options); };
  });
}

void addList(CommandLine& line, const std::string& name, std::string_view zh, std::string_view en, ListCommand run) {
  CLI::App* command = line.add(&line.app, name, zh, en);
  const auto output = addOutputs(line, command);
  command->callback([&line, output, run] {
    line.chosen = [&line, output, run] { return run(line.console, line.connection, *output); };
  });
}

void addEnrol(CommandLine& line) {
  CLI::App* command = line.add(&line.app, "enrol", "发放一次性登记码", "issues a one-time enrolment code");
  auto options = std::make_shared<EnrolOptions>();
  command->add_option("--worker", options->staff_number, line.word("工号", "staff number"))->required();
  command
      ->add_option_function<std::string>(
          "--valid", [options](const std::string& text) { options->valid = *durationFrom(text); },
          line.word("有效时间，如 30m、24h、7d（缺省 24h）", "how long it is valid: 30m, 24h, 7d (default: 24h)"))
      ->check(durationOption());
  command->add_flag("--json", options->json, line.word("输出 JSON", "print JSON"));
  command->callback([&line, options] {
    line.chosen = [&line, options] { return enrolCommand(line.console, line.connection, *options); };
  });
}

void addEscrow(CommandLine& line) {
  CLI::App* escrow = line.add(&line.app, "escrow", "忘记 PIN 的平板", "tablets whose PIN is forgotten");
  escrow->require_subcommand(1);
  CLI::App* command = line.add(escrow, "open", "用单位密钥打开平板的托管文本，给出恢复文本；不需要服务",
                               "opens a tablet's hand-in text with the organisation's key; needs no service");
  auto options = std::make_shared<EscrowOptions>();
  command->add_option("--key", options->key_file, line.word("单位的 escrow.key", "the organisation's escrow.key"))
      ->required();
  command->add_option(
      "FILE", options->text_file,
      line.word("平板上显示的文本（缺省从标准输入读取）", "the text the tablet shows (default: standard input)"));
  command->callback(
      [&line, options] { line.chosen = [&line, options] { return escrowCommand(line.console, *options); }; });
}

void addRecount(CommandLine& line) {
  CLI::App* command = line.add(&line.app, "recount", "从记录重算并与保存的数字比较",
                               "recomputes every figure from the records and compares");
  auto json = std::make_shared<bool>(false);
  command->add_flag("--json", *json, line.word("输出 JSON", "print JSON"));
  command->callback(
      [&line, json] { line.chosen = [&line, json] { return recountCommand(line.console, line.connection, *json); }; });
}

void addDecision(CommandLine& line, CLI::App* quarantine, bool accept) {
  CLI::App* command = accept ? line.add(quarantine, "accept", "由人确认后记入，连同等待它的变更",
                                        "takes changes in that a person has confirmed, with what waits for them")
                             : line.add(quarantine, "let-go", "不予记入；变更仍保留在案",
                                        "does not take changes in; they stay on record");
  auto decision = std::make_shared<QuarantineDecision>();
  decision->accept = accept;
  auto* changes = command->add_option("CHANGE", decision->changes,
                                      line.word("变更编号的开头", "the beginnings of changes' numbers"));
  command
      ->add_option(
          "--replica", decision->replica,
          line.word("一台设备的全部：副本编号的开头", "all of one device: the beginning of its replica's number"))
      ->excludes(changes);
  auto* reason = command->add_option("--reason", decision->reason, line.word("理由", "why"));
  if (!accept) {
    reason->required();
  }
  command->callback([&line, command, decision] {
    if (decision->changes.empty() && decision->replica.empty()) {
      throw CLI::RequiredError(command->get_name() + " CHANGE");
    }
    line.chosen = [&line, decision] { return decideQuarantineCommand(line.console, line.connection, *decision); };
  });
}

void addQuarantine(CommandLine& line) {
  CLI::App* quarantine = line.add(&line.app, "quarantine", "被暂放的变更", "changes that were put aside");
  quarantine->require_subcommand(1);
  CLI::App* command = line.add(quarantine, "list", "列出", "lists them");
  const auto output = addOutputs(line, command);
  command->callback([&line, output] {
    line.chosen = [&line, output] { return quarantinedCommand(line.console, line.connection, *output); };
  });
  addDecision(line, quarantine, true);
  addDecision(line, quarantine, false);
}

}  // namespace

void addImportCommands(CommandLine& line) {
  CLI::App* import =
      line.add(&line.app, "import", "导入 CSV 文件；可以重复执行", "imports a CSV file; repeating is safe");
  import->require_subcommand(1);
  addImport(line, import, FileKind::kAreas, "areas", "区域", "areas");
  addImport(line, import, FileKind::kWorkers, "workers", "工作人员", "people who work");
  addImport(line, import, FileKind::kRoster, "roster", "老人名册", "the roster of elders");
  addImport(line, import, FileKind::kAssignments, "assignments", "谁探访哪一户", "who visits which household");
  addImport(line, import, FileKind::kDuty, "duty", "值守电话", "whom to ring, and when");
  addImport(line, import, FileKind::kFacilities, "facilities", "设施", "facilities");
  addImport(line, import, FileKind::kTargets, "targets", "目标", "targets");
  addImport(line, import, FileKind::kProgrammes, "programmes", "项目", "programmes");
  addImport(line, import, FileKind::kPaperVisits, "paper-visits", "纸面探访记录", "visits written on paper");
}

void addReportCommands(CommandLine& line) {
  addReport(line, "coverage", "探访覆盖", "who was visited", coverageCommand);
  addReport(line, "missed", "漏访名单及原因", "who was missed, and why", missedCommand);
  addList(line, "devices", "已登记的设备", "enrolled devices", devicesCommand);
  addQuarantine(line);
}

void addOperatorCommands(CommandLine& line) {
  addEnrol(line);
  addRecount(line);
  addEscrow(line);
}

}  // namespace doorstep::ctl
