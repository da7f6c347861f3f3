#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "absl/status/statusor.h"

namespace spdlog {
class logger;
}

namespace doorstep::service {

// The service's log: one JSON object a line, for machines and for people who run it. Never holds a name,
// a note, a number of a person: ids as hexadecimal digits, counts, codes. Any thread.
class Journal {
 public:
  enum class Level { kDebug, kInfo, kWarning, kError };
  using Value = std::variant<std::string_view, std::int64_t>;
  struct Field {
    std::string_view name;
    Value value;
  };

  // To a file, which is appended to, or with an empty path to the standard error stream.
  static absl::StatusOr<Journal> open(const std::string& path, Level least);
  static Journal silent();

  void note(Level level, std::string_view event, std::initializer_list<Field> fields = {}) const;

 private:
  explicit Journal(std::shared_ptr<spdlog::logger> logger) : logger_(std::move(logger)) {}
  std::shared_ptr<spdlog::logger> logger_;
};

}  // namespace doorstep::service
