#pragma once

#include <functional>
#include <string>

#include <CLI/CLI.hpp>

#include "sync/ctl/connection.h"
#include "sync/ctl/console.h"

// The command line's words and switches; what each command does is in its own file.
namespace doorstep::ctl {

inline constexpr char kDefaultService[] = "127.0.0.1:7443";

struct CommandLine {
  explicit CommandLine(const Console& console);

  const Console& console;
  CLI::App app;
  ConnectionOptions connection;
  std::function<int()> chosen;  // set by parsing: the command that was asked for

  std::string word(std::string_view zh, std::string_view en) const { return std::string(console.pick(zh, en)); }
  // A sub-command of `parent`, after which the common options may stand, too.
  CLI::App* add(CLI::App* parent, const std::string& name, std::string_view zh, std::string_view en);
};

void addImportCommands(CommandLine& line);
void addReportCommands(CommandLine& line);
void addSettlingCommands(CommandLine& line);
void addRulesCommands(CommandLine& line);
void addEveningCommands(CommandLine& line);
void addOperatorCommands(CommandLine& line);
void addLedgerCommands(CommandLine& line);
void addBundleCommands(CommandLine& line);
void addDemoCommands(CommandLine& line);

// --lang in the arguments, else the environment: needed before anything can be said.
Language languageOfArguments(int count, const char* const* arguments);

}  // namespace doorstep::ctl
