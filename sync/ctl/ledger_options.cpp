#include <memory>

#include "sync/ctl/command_line.h"
#include "sync/ctl/ledger_commands.h"

namespace doorstep::ctl {

namespace {

void addRevoke(CommandLine& line) {
  CLI::App* command =
      line.add(&line.app, "revoke", "吊销设备：从现在起拒绝它", "revokes devices: they are refused from now on");
  auto options = std::make_shared<RevokeOptions>();
  CLI::Option_group* which = command->add_option_group("which");
  which->add_option("--staff-number", options->staff_number,
                    line.word("某工号的全部设备", "all devices of the worker with this staff number"));
  which->add_option("--device", options->device,
                    line.word("一台设备：副本编号的开头或设备名（见 devices）",
                              "one device: the beginning of its replica's number, or its name (see devices)"));
  which->require_option(1);
  command
      ->add_option("--reason", options->reason, line.word("原因，不要写个人信息", "the reason, without personal data"))
      ->required();
  command->callback([&line, options] {
    line.chosen = [&line, options] { return revokeCommand(line.console, line.connection, *options); };
  });
}

void addBackup(CommandLine& line) {
  CLI::App* command = line.add(&line.app, "backup", "备份正在运行的服务的账本（加密）",
                               "a copy of the running service's ledger, encrypted");
  auto file = std::make_shared<std::string>();
  command->add_option("--out", *file, line.word("写到这个文件", "the file to write"))->required();
  command->callback(
      [&line, file] { line.chosen = [&line, file] { return backupCommand(line.console, line.connection, *file); }; });
}

void addRestore(CommandLine& line) {
  CLI::App* command = line.add(&line.app, "restore", "把备份恢复到已停止的服务；原账本改名保留",
                               "puts a backup into a stopped service; the old ledger is set aside");
  auto options = std::make_shared<RestoreOptions>();
  command->add_option("--from", options->file, line.word("备份文件", "the backup"))->required();
  command
      ->add_option("--data", options->data_folder,
                   line.word("服务的数据目录，其中有 ledger.key", "the service's data folder, with its ledger.key"))
      ->required();
  command->callback(
      [&line, options] { line.chosen = [&line, options] { return restoreCommand(line.console, *options); }; });
}

}  // namespace

void addLedgerCommands(CommandLine& line) {
  addRevoke(line);
  addBackup(line);
  addRestore(line);
}

}  // namespace doorstep::ctl
