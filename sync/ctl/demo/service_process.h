#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "sync/ctl/connection.h"
#include "sync/ctl/demo/programs.h"

namespace doorstep::ctl::demo {

// A doorstepd of the demonstration's own on loopback, with a clock that starts at a chosen time. It
// keeps its ports over a restart, since tablets remember them.
class ServiceProcess {
 public:
  explicit ServiceProcess(std::string folder) : folder_(std::move(folder)) {}

  absl::Status start(const std::string& at);  // RFC 3339
  absl::Status stop();

  ConnectionOptions connection() const;
  const std::string& enrolment() const { return enrolment_; }  // host:port, once started

 private:
  std::string folder_;
  std::string listening_ = "127.0.0.1:0";
  std::string enrolment_ = "127.0.0.1:0";
  std::unique_ptr<Program> program_;
};

}  // namespace doorstep::ctl::demo
