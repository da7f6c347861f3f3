#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sys/types.h>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

// Other programs of Doorstep, started and listened to.
namespace doorstep::ctl::demo {

struct Invocation {
  std::string program;  // name of one in the folder of this program
  std::vector<std::string> arguments;
  std::vector<std::pair<std::string, std::string>> environment;  // beside the own one
};

// The folder this program was started from.
std::string ownFolder();

// A running program whose standard output is read here; its standard error goes where ours does.
// Dropping it stops the program.
class Program {
 public:
  // kProgramMissing when it is not there.
  static absl::StatusOr<std::unique_ptr<Program>> start(const Invocation& invocation);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // The next line, without its end. kProgramSilent at the end of its output or of `patience`.
  absl::StatusOr<std::string> readLine(absl::Duration patience);
  // All that it still writes until it ends by itself; after `patience` it is stopped. kProgramFailed when it
  // did not end well or not by itself.
  absl::StatusOr<std::string> finish(absl::Duration patience);
  // Asks it to end and waits; after `patience` it is killed. kProgramFailed when it did not end well.
  absl::Status stop(absl::Duration patience = absl::Seconds(30));

 private:
  Program(std::string name, pid_t process, int output) : name_(std::move(name)), process_(process), output_(output) {}
  absl::Status ended(int wait_status);
  std::optional<int> waitFor(absl::Duration patience);
  bool readMore(absl::Duration patience);

  std::string name_;
  pid_t process_;  // 0 once it has ended
  int output_;
  std::string buffer_;
};

// Starts it, waits for its end, gives its output.
absl::StatusOr<std::string> runProgram(const Invocation& invocation, absl::Duration patience = absl::Minutes(5));

}  // namespace doorstep::ctl::demo
