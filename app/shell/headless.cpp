#include "app/shell/headless.h"

#include <cstdlib>
#include <future>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "app/shell/evening_command.h"
#include "app/shell/headless_words.h"
#include "app/shell/rehearsal.h"

namespace doorstep::shell {
namespace {

constexpr int kDone = 0;
constexpr int kNotDone = 1;
constexpr int kNotEnrolled = 2;

std::string readPin() {
  if (const char* from_environment = std::getenv("DOORSTEP_PIN"); from_environment != nullptr) {
    return from_environment;
  }
  std::string line;
  std::getline(std::cin, line);
  return line;
}

int say(Attempt attempt, const absl::Status& status, const Options& options) {
  std::cerr << failureText(attempt, status, options.language) << '\n';
  return kNotDone;
}

template <typename Answer>
Answer ask(Tablet& tablet, const std::function<Answer(store::Queries&)>& question) {
  std::promise<Answer> answer;
  tablet.queryExecutor().post([&] { answer.set_value(question(tablet.queries())); });
  return answer.get_future().get();
}

// One exchange by hand; its end is the first status after it that is idle or waits to try again.
client::SyncStatus exchangeOnce(Tablet& tablet) {
  std::promise<client::SyncStatus> ended;
  auto begun = std::make_shared<bool>(false);
  auto over = std::make_shared<bool>(false);
  tablet.observe(
      [&ended, begun, over](const client::SyncStatus& status) {
        const bool resting = status.phase == client::Phase::kIdle || status.phase == client::Phase::kWaitingToRetry;
        *begun = *begun || !resting;
        if (*begun && resting && !*over) {
          *over = true;
          ended.set_value(status);
        }
      },
      [] {});
  tablet.syncNow();
  return ended.get_future().get();
}

int sync(Tablet& tablet, const Options& options) {
  const client::SyncStatus status = exchangeOnce(tablet);
  tablet.observe([](const client::SyncStatus&) {}, [] {});
  if (status.trouble != client::Trouble::kNone) {
    std::cerr << troubleText(status, options.language) << '\n';
    return kNotDone;
  }
  std::cout << nlohmann::json{{"pushed", status.pushed},           {"pulled_records", status.pulled_records},
                              {"quarantined", status.quarantined}, {"conflicts", status.conflicts},
                              {"waiting", status.waiting},         {"waiting_pictures", status.contents_waiting}}
                   .dump()
            << '\n';
  return kDone;
}

int printStatus(Tablet& tablet, const Options& options) {
  const auto overview =
      ask<absl::StatusOr<store::SyncOverview>>(tablet, [](auto& queries) { return queries.syncOverview(); });
  const auto elders = ask<absl::StatusOr<std::vector<store::ElderRow>>>(
      tablet, [&](auto& queries) { return queries.search("", absl::CivilDay()); });
  if (!overview.ok() || !elders.ok()) {
    return say(Attempt::kReading, overview.ok() ? elders.status() : overview.status(), options);
  }
  nlohmann::json status{{"elders", elders->size()},
                        {"waiting_visits", overview->waiting_visits},
                        {"waiting_changes", overview->waiting_changes},
                        {"waiting_pictures", overview->waiting_pictures},
                        {"quarantined", overview->quarantined.size()},
                        {"conflicts", overview->conflicts},
                        {"last_sync", nullptr}};
  if (overview->last_sync.has_value()) {
    status["last_sync"] = absl::FormatTime(absl::RFC3339_sec, *overview->last_sync, absl::UTCTimeZone());
  }
  std::cout << status.dump() << '\n';
  return kDone;
}

int rehearse(Tablet& tablet, const Options& options) {
  const absl::StatusOr<Rehearsed> rehearsed = rehearseMorning(tablet, options.seed, options.visits);
  if (!rehearsed.ok()) {
    return say(Attempt::kRecording, rehearsed.status(), options);
  }
  std::cout << nlohmann::json{{"visits", rehearsed->visits},
                              {"services", rehearsed->services},
                              {"risks", rehearsed->risks}}
                   .dump()
            << '\n';
  return kDone;
}

int enrol(Entrance& entrance, const Options& options) {
  bool asked = false;
  const absl::StatusOr<Entered> entered =
      entrance.enrol({options.service, options.code, options.device_name, readPin(), options.profile}, asked);
  return entered.ok() ? kDone : say(Attempt::kEnrolling, entered.status(), options);
}

}  // namespace

int runHeadless(Entrance& entrance, const Options& options) {
  if (options.command == Options::Command::kEnrol) {
    return enrol(entrance, options);
  }
  const bool known = options.profile.empty() || entrance.choose(options.profile);
  if (!entrance.enrolled() || !known) {
    std::cerr << (options.language == "en" ? "This device, or this person on it, is not enrolled. Nothing was changed. "
                                             "Enrol it with a code first.\n"
                                           : "本机或这位使用者还没有登记。没有任何改动。请先用登记码登记。\n");
    return kNotEnrolled;
  }
  absl::StatusOr<Entered> entered = entrance.unlock(readPin());
  if (!entered.ok()) {
    return say(Attempt::kUnlocking, entered.status(), options);
  }
  if (entered->set_aside) {
    std::cerr << failureText(Attempt::kReading, absl::DataLossError(""), options.language) << '\n';
  }
  switch (options.command) {
    case Options::Command::kSync:
      return sync(*entered->tablet, options);
    case Options::Command::kRehearse:
      return rehearse(*entered->tablet, options);
    case Options::Command::kProtocol: {
      const absl::Status written = writeProtocolOfToday(*entered->tablet, options.out);
      return written.ok() ? kDone : say(Attempt::kReading, written, options);
    }
    default:
      return printStatus(*entered->tablet, options);
  }
}

}  // namespace doorstep::shell
