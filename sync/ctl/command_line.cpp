#include "sync/ctl/command_line.h"

#include <cstdlib>
#include <memory>
#include <string_view>

namespace doorstep::ctl {

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string defaultCredentials() {
  const std::string folder = environment("DOORSTEP_DATA_DIR");
  return folder.empty() ? std::string() : folder + "/operator.pem";
}

std::string defaultService() {
  const std::string service = environment("DOORSTEP_SERVICE");
  return service.empty() ? std::string(kDefaultService) : service;
}

}  // namespace

CommandLine::CommandLine(const Console& spoken_to)
    : console(spoken_to),
      app(std::string(spoken_to.pick("Doorstep 服务的运维命令", "Operates a Doorstep service")), "doorstepctl") {
  connection.address = defaultService();
  connection.credentials = defaultCredentials();
  app.require_subcommand(1);
  app.add_option("--service", connection.address,
                 word("服务的地址，主机:端口（环境变量 DOORSTEP_SERVICE）",
                      "the service, HOST:PORT (environment: DOORSTEP_SERVICE)"))
      ->capture_default_str();
  app.add_option("--credentials", connection.credentials,
                 word("运维证书（缺省为 $DOORSTEP_DATA_DIR/operator.pem）",
                      "the operator's certificate (default: $DOORSTEP_DATA_DIR/operator.pem)"));
  app.add_option_function<double>(
         "--timeout", [this](double seconds) { connection.timeout = absl::Seconds(seconds); },
         word("每次调用最多等几秒（缺省 30）", "seconds to wait for each call (default 30)"))
      ->check(CLI::Range(0.1, 86400.0));
  app.add_option_function<std::string>(
         "--lang", [](const std::string&) { /* languageOfArguments has read it */ },
         word("语言：zh 或 en", "language: zh or en"))
      ->check(CLI::IsMember({"zh", "en"}));
  addImportCommands(*this);
  addReportCommands(*this);
  addEveningCommands(*this);
  addSettlingCommands(*this);
  addRulesCommands(*this);
  addOperatorCommands(*this);
  addLedgerCommands(*this);
  addBundleCommands(*this);
  addDemoCommands(*this);
}

CLI::App* CommandLine::add(CLI::App* parent, const std::string& name, std::string_view zh, std::string_view en) {
  CLI::App* command = parent->add_subcommand(name, word(zh, en));
  command->fallthrough();
  return command;
}

Language languageOfArguments(int count, const char* const* arguments) {
  for (int index = 1; index < count; ++index) {
    const std::string_view argument = arguments[index];
    const std::string_view value = argument == "--lang" && index + 1 < count ? std::string_view(arguments[index + 1])
                                   : argument.starts_with("--lang=")         ? argument.substr(7)
                                                                             : std::string_view();
    if (value == "en" || value == "zh") {
      return value == "en" ? Language::kEnglish : Language::kChinese;
    }
  }
  return languageFromEnvironment();
}

}  // namespace doorstep::ctl
