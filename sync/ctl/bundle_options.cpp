#include <memory>

#include "sync/ctl/bundle_command.h"
#include "sync/ctl/command_line.h"

namespace doorstep::ctl {

namespace {

std::shared_ptr<BundleOptions> addPaths(CommandLine& line, CLI::App* command) {
  auto options = std::make_shared<BundleOptions>();
  command
      ->add_option("FILE", options->paths,
                   line.word("文件，或其中有 .bundle 文件的目录", "files, or folders with .bundle files in them"))
      ->required();
  command->add_flag("--json", options->json, line.word("输出 JSON", "print JSON"));
  return options;
}

}  // namespace

void addBundleCommands(CommandLine& line) {
  CLI::App* parent =
      line.add(&line.app, "bundle", "没有网络时平板写出的文件", "files that tablets wrote where there was no network");
  parent->require_subcommand(1);
  CLI::App* send = line.add(parent, "send", "发送文件，回执写在旁边；重复执行是安全的",
                            "sends files and writes the receipts beside them; repeating is safe");
  const auto to_send = addPaths(line, send);
  send->callback([&line, to_send] {
    line.chosen = [&line, to_send] { return bundleSendCommand(line.console, line.connection, *to_send); };
  });
  CLI::App* inspect = line.add(parent, "inspect", "查看文件来自哪台平板、是否完整；不需要服务",
                               "says which tablet a file is from and whether it is whole; needs no service");
  const auto to_inspect = addPaths(line, inspect);
  inspect->callback([&line, to_inspect] {
    line.chosen = [&line, to_inspect] { return bundleInspectCommand(line.console, *to_inspect); };
  });
}

}  // namespace doorstep::ctl
