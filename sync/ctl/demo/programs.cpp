#include "sync/ctl/demo/programs.h"

#include <algorithm>
#include <csignal>
#include <filesystem>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "sync/ctl/failure.h"

namespace doorstep::ctl::demo {

namespace fs = std::filesystem;

namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (std::string& text : texts) {
    list.push_back(text.data());
  }
  list.push_back(nullptr);
  return list;
}

std::vector<std::string> environmentWith(const Invocation& invocation) {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string text = *variable;
    bool replaced = false;
    for (const auto& [name, value] : invocation.environment) {
      replaced = replaced || text.starts_with(name + "=");
    }
    if (!replaced) {
      variables.push_back(text);
    }
  }
  for (const auto& [name, value] : invocation.environment) {
    variables.push_back(absl::StrCat(name, "=", value));
  }
  return variables;
}

}  // namespace

std::string ownFolder() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).parent_path();
}

absl::StatusOr<std::unique_ptr<Program>> Program::start(const Invocation& invocation) {
  const std::string path = fs::path(ownFolder()) / invocation.program;
  if (::access(path.c_str(), X_OK) != 0) {
    return failure(Failure::kProgramMissing, {invocation.program});
  }
  int ends[2] = {};
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    return failure(Failure::kProgramMissing, {invocation.program});
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  std::vector<std::string> arguments = invocation.arguments;
  arguments.insert(arguments.begin(), path);
  std::vector<std::string> variables = environmentWith(invocation);
  pid_t process = 0;
  const int error =
      ::posix_spawn(&process, path.c_str(), &actions, nullptr, pointers(arguments).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (error != 0) {
    ::close(ends[0]);
    return failure(Failure::kProgramMissing, {invocation.program});
  }
  return std::unique_ptr<Program>(new Program(invocation.program, process, ends[0]));
}

Program::~Program() {
  if (process_ != 0) {
    (void)stop(absl::Seconds(5));
  }
  ::close(output_);
}

bool Program::readMore(absl::Duration patience) {
  patience = std::max(patience, absl::ZeroDuration());
  pollfd waiting = {output_, POLLIN, 0};
  const auto milliseconds = static_cast<int>(absl::ToInt64Milliseconds(patience));
  if (::poll(&waiting, 1, patience == absl::InfiniteDuration() ? -1 : milliseconds) <= 0) {
    return false;
  }
  char block[4096];
  const ssize_t count = ::read(output_, block, sizeof block);
  if (count > 0) {
    buffer_.append(block, static_cast<std::size_t>(count));
  }
  return count > 0;
}

absl::StatusOr<std::string> Program::readLine(absl::Duration patience) {
  const absl::Time until = absl::Now() + patience;
  std::size_t end = buffer_.find('\n');
  while (end == std::string::npos) {
    const absl::Duration left = until - absl::Now();
    if (left <= absl::ZeroDuration() || !readMore(left)) {
      return failure(Failure::kProgramSilent, {name_});
    }
    end = buffer_.find('\n');
  }
  std::string line = buffer_.substr(0, end);
  buffer_.erase(0, end + 1);
  return line;
}

absl::StatusOr<std::string> Program::finish(absl::Duration patience) {
  const absl::Time until = absl::Now() + patience;
  while (readMore(until - absl::Now())) {
  }
  const auto status = waitFor(until - absl::Now());
  const absl::Status outcome = status.has_value() ? ended(*status) : failure(Failure::kProgramFailed, {name_, "?"});
  if (!outcome.ok()) {
    return outcome;
  }
  return std::move(buffer_);
}

absl::Status Program::ended(int wait_status) {
  process_ = 0;
  const bool well = WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == 0;
  const int code = WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : 128 + WTERMSIG(wait_status);
  return well ? absl::OkStatus() : failure(Failure::kProgramFailed, {name_, absl::StrCat(code)});
}

std::optional<int> Program::waitFor(absl::Duration patience) {
  const absl::Time until = absl::Now() + patience;
  int status = 0;
  while (::waitpid(process_, &status, WNOHANG) == 0) {
    if (absl::Now() > until) {
      return std::nullopt;
    }
    // Its output is drained meanwhile, so that it never waits for us; a short wait when there is none.
    if (!readMore(absl::Milliseconds(20))) {
      absl::SleepFor(absl::Milliseconds(5));
    }
  }
  return status;
}

absl::Status Program::stop(absl::Duration patience) {
  ::kill(process_, SIGTERM);
  const auto status = waitFor(patience);
  if (status.has_value()) {
    return ended(*status);
  }
  ::kill(process_, SIGKILL);
  int killed = 0;
  ::waitpid(process_, &killed, 0);
  return ended(killed);
}

absl::StatusOr<std::string> runProgram(const Invocation& invocation, absl::Duration patience) {
  auto program = Program::start(invocation);
  if (!program.ok()) {
    return program.status();
  }
  return (*program)->finish(patience);
}

}  // namespace doorstep::ctl::demo
