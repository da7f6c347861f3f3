#pragma once

#include <QProcess>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace doorstep::tests {

// doorstepd as a program of its own, with an embedded ledger in a folder. Keeps its ports over a
// restart. Belongs to the test's thread, but kill().
class ServiceProgram {
 public:
  explicit ServiceProgram(std::string folder) : folder_(std::move(folder)) {}
  ~ServiceProgram();
  ServiceProgram(const ServiceProgram&) = delete;
  ServiceProgram& operator=(const ServiceProgram&) = delete;

  // Waits until it listens. Its clock starts at this time.
  void start(absl::Time at);
  // The same; UNAVAILABLE where start() would end the test program.
  absl::Status tryStart(absl::Time at);
  // SIGKILL, from any thread: it gets no chance to tidy up.
  void kill() const;
  void waitUntilGone();
  void stop();  // SIGTERM, and waits

  qint64 processId() const { return pid_; }
  int syncPort() const;
  const std::string& syncAddress() const { return sync_; }
  const std::string& enrolmentAddress() const { return enrolment_; }
  std::string operatorCredentials() const { return folder_ + "/operator.pem"; }

 private:
  std::string folder_;
  std::string sync_ = "127.0.0.1:0";
  std::string enrolment_ = "127.0.0.1:0";
  QProcess process_;
  qint64 pid_ = 0;
};

}  // namespace doorstep::tests
