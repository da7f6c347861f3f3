#include "sync/ctl/demo/device.h"

#include <nlohmann/json.hpp>

#include "sync/ctl/failure.h"

namespace doorstep::ctl::demo {

const char* Device::pin() {
  return "201120";
}

Invocation Device::invocation(const std::string& at, std::vector<std::string> arguments) const {
  Invocation made{"doorstep", {"--data-dir", folder_, "--key-store", "file", "--at", at}, {{"DOORSTEP_PIN", pin()}}};
  made.arguments.insert(made.arguments.end(), arguments.begin(), arguments.end());
  return made;
}

Invocation Device::spoken(Invocation made) const {
  made.arguments.insert(made.arguments.end(), {"--language", language_ == Language::kChinese ? "zh" : "en"});
  return made;
}

absl::StatusOr<nlohmann::json> Device::ask(const std::string& at, std::vector<std::string> arguments) const {
  const auto output = runProgram(spoken(invocation(at, std::move(arguments))));
  if (!output.ok()) {
    return output.status();
  }
  auto answer = nlohmann::json::parse(*output, nullptr, false);
  if (!answer.is_object()) {
    return failure(Failure::kProgramSilent, {"doorstep"});
  }
  return answer;
}

absl::Status Device::enrol(const std::string& server, const std::string& code, const std::string& at) const {
  return runProgram(spoken(invocation(at, {"enrol", "--server", server, "--code", code, "--device-name", name_})))
      .status();
}

absl::StatusOr<nlohmann::json> Device::sync(const std::string& at) const {
  return ask(at, {"sync"});
}

absl::StatusOr<nlohmann::json> Device::status(const std::string& at) const {
  return ask(at, {"status"});
}

absl::StatusOr<nlohmann::json> Device::rehearse(const std::string& at, unsigned seed, unsigned visits) const {
  return ask(at, {"rehearse", "--seed", std::to_string(seed), "--visits", std::to_string(visits)});
}

absl::Status Device::openApp(const std::string& at) const {
  return runProgram(spoken(invocation(at, {})), absl::InfiniteDuration()).status();
}

absl::Status Device::drawPages(const std::string& at, const std::string& folder) const {
  Invocation app = invocation(at, {"--pictures", folder});
  app.environment.insert(app.environment.end(), {{"QT_QPA_PLATFORM", "offscreen"}, {"QT_QUICK_BACKEND", "software"}});
  return runProgram(app).status();
}

}  // namespace doorstep::ctl::demo
