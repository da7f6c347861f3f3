#include <atomic>
#include <csignal>
#include <cstdlib>
#include <iostream>

#include <sys/stat.h>
#include <unistd.h>

#include "sync/ctl/command_line.h"

namespace {

std::atomic<bool> interrupted = false;

// The first Ctrl-C ends the command at the next safe place, the second one at once.
void onInterrupt(int) {
  if (interrupted.exchange(true)) {
    std::_Exit(doorstep::ctl::kExitInterrupted);
  }
}

int usageError(const doorstep::ctl::CommandLine& line, const CLI::ParseError& error) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    return line.app.exit(error);  // --help
  }
  std::cerr << line.console.pick("命令行有误：", "The command line is not right: ") << error.what() << "\n"
            << line.console.pick("什么都没有执行。\n用 --help 查看用法。\n",
                                 "Nothing was done.\nSee --help for what there is.\n");
  return doorstep::ctl::kExitUsage;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace doorstep::ctl;
  std::signal(SIGINT, onInterrupt);
  std::signal(SIGPIPE, SIG_IGN);
  ::setenv("GRPC_VERBOSITY", "NONE", 0);  // what went wrong is said in words
  ::umask(077);                           // what it writes holds names
  const Console console{std::cout, std::cerr, languageOfArguments(argc, argv), interrupted,
                        ::isatty(STDERR_FILENO) == 1};
  CommandLine line(console);
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return usageError(line, error);
  }
  return line.chosen();
}
