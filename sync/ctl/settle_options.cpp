#include <memory>

#include "sync/ctl/command_line.h"
#include "sync/ctl/settle_command.h"

namespace doorstep::ctl {

namespace {

std::string numberWords(const CommandLine& line) {
  return line.word("列表所列编号的开头", "the beginning of the number in the list");
}

void addOutput(CommandLine& line, CLI::App* command, Output& output) {
  CLI::Option* json = command->add_flag_callback(
      "--json", [&output] { output = Output::kJson; }, line.word("输出 JSON", "print JSON"));
  command
      ->add_flag_callback(
          "--csv", [&output] { output = Output::kCsv; }, line.word("输出 CSV", "print CSV"))
      ->excludes(json);
}

void addConflicts(CommandLine& line) {
  CLI::App* conflicts = line.add(&line.app, "conflicts", "两处填写不一样的", "places that were filled in differently");
  conflicts->require_subcommand(1);
  CLI::App* list = line.add(conflicts, "list", "列出还没有处理的", "lists those that nobody has settled");
  auto output = std::make_shared<Output>(Output::kTable);
  addOutput(line, list, *output);
  list->callback([&line, output] {
    line.chosen = [&line, output] { return conflictsCommand(line.console, line.connection, *output); };
  });
  CLI::App* settle =
      line.add(conflicts, "settle", "处理一条；两处填写都保留在案", "settles one; both values stay on record");
  auto decision = std::make_shared<ConflictDecision>();
  settle->add_option("NUMBER", decision->number, numberWords(line))->required();
  CLI::Option_group* which = settle->add_option_group("which");
  which->add_flag("--keep", decision->keep, line.word("现在的填写是对的", "what stands now is right"));
  which->add_flag("--take-other", decision->take_other, line.word("改用另一处填写", "the other value takes its place"));
  which->require_option(1);
  settle->callback([&line, decision] {
    line.chosen = [&line, decision] { return settleConflictCommand(line.console, line.connection, *decision); };
  });
}

void addDeed(CommandLine& line, CLI::App* parent, const char* name, DuplicateDeed deed, std::string_view zh,
             std::string_view en) {
  CLI::App* command = line.add(parent, name, zh, en);
  auto number = std::make_shared<std::string>();
  command->add_option("NUMBER", *number, numberWords(line))->required();
  command->callback([&line, number, deed] {
    line.chosen = [&line, number, deed] {
      return settleDuplicateCommand(line.console, line.connection, *number, deed);
    };
  });
}

void addDuplicates(CommandLine& line) {
  CLI::App* duplicates = line.add(&line.app, "duplicates", "可能是同一人的档案", "files that may be of one person");
  duplicates->require_subcommand(1);
  CLI::App* list = line.add(duplicates, "list", "列出还没有处理的", "lists those that nobody has settled");
  auto shown = std::make_shared<DuplicatesShown>();
  list->add_flag("--settled", shown->settled, line.word("已处理的也列出", "those that were settled, too"));
  addOutput(line, list, shown->output);
  list->callback([&line, shown] {
    line.chosen = [&line, shown] { return duplicatesCommand(line.console, line.connection, *shown); };
  });
  addDeed(line, duplicates, "merge", DuplicateDeed::kMerge, "是同一人：较晚的档案并入较早的，探访都保留",
          "one person: the newer file becomes part of the older one, and no visit is lost");
  addDeed(line, duplicates, "separate", DuplicateDeed::kSeparate, "是两个人：不再提示",
          "two persons: nobody is asked again");
  addDeed(line, duplicates, "undo", DuplicateDeed::kUndo, "撤销合并", "takes a merge back");
}

}  // namespace

void addSettlingCommands(CommandLine& line) {
  addConflicts(line);
  addDuplicates(line);
}

}  // namespace doorstep::ctl
