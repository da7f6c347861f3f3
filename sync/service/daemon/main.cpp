// doorstepd: the central service of a district.

#include <sys/resource.h>

#include <google/protobuf/stubs/logging.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "sync/outside/clock.h"
#include "sync/service/daemon/config.h"
#include "sync/service/daemon/running_service.h"
#include "sync/service/daemon/start_failure.h"
#include "sync/service/journal.h"

namespace {

using namespace doorstep;
using service::StartFailure;
using service::StartStep;

constexpr absl::Duration kPatience = absl::Seconds(10);

struct Flags {
  std::string config_file;
  std::optional<std::string> data_dir;
  std::optional<std::string> listen;
  std::optional<std::string> enrol_listen;
  std::optional<std::string> log_level;
  std::optional<std::string> log_file;
  std::optional<std::string> at;
};

void describe(CLI::App& app, Flags& flags) {
  app.add_option("--config", flags.config_file, "TOML file; flags stand above it");
  app.add_option("--data-dir", flags.data_dir, "where ledger, keys and certificates are; made when absent");
  app.add_option("--listen", flags.listen, "HOST:PORT for devices and doorstepctl; port 0: any");
  app.add_option("--enrol-listen,--enrolment-listen", flags.enrol_listen, "HOST:PORT for new devices; port 0: any");
  app.add_option("--log-level", flags.log_level, "debug, info, warning or error");
  app.add_option("--log-file", flags.log_file, "append to this file instead of standard error");
  app.add_option("--at", flags.at, "the clock starts here, like 2026-11-20T09:00+08:00: for demonstrations");
}

std::optional<StartFailure> configure(const Flags& flags, service::Config& config) {
  if (!flags.config_file.empty()) {
    if (const absl::Status read = service::readConfigFile(flags.config_file, config); !read.ok()) {
      return StartFailure{StartStep::kConfigFile, read, flags.config_file};
    }
  }
  config.data_dir = flags.data_dir.value_or(config.data_dir);
  config.listen = flags.listen.value_or(config.listen);
  config.enrol_listen = flags.enrol_listen.value_or(config.enrol_listen);
  config.log_file = flags.log_file.value_or(config.log_file);
  if (flags.log_level.has_value()) {
    const auto level = service::logLevel(*flags.log_level);
    if (!level.ok()) {
      return StartFailure{StartStep::kFlags, absl::InvalidArgumentError("--log-level"), ""};
    }
    config.log_level = *level;
  }
  if (flags.at.has_value()) {
    const auto at = service::startTime(*flags.at);
    if (!at.ok()) {
      return StartFailure{StartStep::kFlags, absl::InvalidArgumentError("--at"), ""};
    }
    config.at = *at;
  }
  return std::nullopt;
}

int fail(const StartFailure& failure) {
  std::cerr << service::startFailureText(failure) << std::flush;
  return 1;
}

// gRPC stops accepting for good once descriptors run out.
void raiseDescriptorLimit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
  }
}

std::string withPort(const std::string& address, int port) {
  return absl::StrCat(address.substr(0, address.rfind(':')), ":", port);
}

int run(const service::Config& config, const sigset_t& signals) {
  const auto journal = service::Journal::open(config.log_file, config.log_level);
  if (!journal.ok()) {
    return fail({StartStep::kDataFolder, journal.status(), config.log_file});
  }
  const outside::SystemClock system;
  const outside::AdjustedClock adjusted(system, config.at.value_or(system.now()));
  const outside::Clock& clock =
      config.at.has_value() ? static_cast<const outside::Clock&>(adjusted) : static_cast<const outside::Clock&>(system);

  auto started = service::RunningService::start(config, clock, *journal);
  if (const auto* failure = std::get_if<StartFailure>(&started)) {
    return fail(*failure);
  }
  auto& running = *std::get<std::unique_ptr<service::RunningService>>(started);
  std::cout << "{\"listening\": \"" << withPort(config.listen, running.syncPort()) << "\", \"enrolment\": \""
            << withPort(config.enrol_listen, running.enrolmentPort()) << "\"}" << std::endl;
  journal->note(
      service::Journal::Level::kInfo, "started",
      {{"sync_port", std::int64_t{running.syncPort()}}, {"enrolment_port", std::int64_t{running.enrolmentPort()}}});
  int signal = 0;
  ::sigwait(&signals, &signal);
  journal->note(service::Journal::Level::kInfo, "stopping", {{"signal", std::int64_t{signal}}});
  running.stop(kPatience);
  journal->note(service::Journal::Level::kInfo, "stopped");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  // Before any thread is made, so that none but sigwait() receives them.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  ::signal(SIGPIPE, SIG_IGN);
  raiseDescriptorLimit();
  google::protobuf::SetLogHandler(nullptr);  // whoever sends what is no message would fill the log

  CLI::App app("doorstepd: Doorstep's central service for a district");
  Flags flags;
  describe(app, flags);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    return fail({StartStep::kFlags, absl::InvalidArgumentError(error.what()), ""});
  }
  service::Config config;
  if (const auto failure = configure(flags, config); failure.has_value()) {
    return fail(*failure);
  }
  return run(config, signals);
}
