#include "sync/ctl/demo/service_process.h"

#include <nlohmann/json.hpp>

namespace doorstep::ctl::demo {

namespace {

constexpr absl::Duration kPatience = absl::Seconds(60);

}  // namespace

absl::Status ServiceProcess::start(const std::string& at) {
  auto program = Program::start({"doorstepd",
                                 {"--data-dir", folder_, "--listen", listening_, "--enrolment-listen", enrolment_,
                                  "--at", at, "--log-file", folder_ + "/doorstepd.log"},
                                 {}});
  if (!program.ok()) {
    return program.status();
  }
  const auto line = (*program)->readLine(kPatience);
  if (!line.ok()) {
    return line.status();
  }
  const auto ready = nlohmann::json::parse(*line, nullptr, false);
  if (!ready.is_object() || !ready.contains("listening") || !ready.contains("enrolment")) {
    return failure(Failure::kProgramSilent, {"doorstepd"});
  }
  listening_ = ready["listening"].get<std::string>();
  enrolment_ = ready["enrolment"].get<std::string>();
  program_ = *std::move(program);
  return absl::OkStatus();
}

absl::Status ServiceProcess::stop() {
  const std::unique_ptr<Program> program = std::move(program_);
  return program == nullptr ? absl::OkStatus() : program->stop();
}

ConnectionOptions ServiceProcess::connection() const {
  return {listening_, folder_ + "/operator.pem"};
}

}  // namespace doorstep::ctl::demo
