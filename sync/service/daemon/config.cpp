#include "sync/service/daemon/config.h"

#include <toml++/toml.h>

#include <functional>
#include <map>

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/service/identity/private_file.h"

namespace doorstep::service {
namespace {

using Setter = std::function<absl::Status(const std::string&, Config&)>;

Setter text(std::string Config::*member) {
  return [member](const std::string& value, Config& config) {
    config.*member = value;
    return absl::OkStatus();
  };
}

const std::map<std::string, Setter, std::less<>>& setters() {
  static const std::map<std::string, Setter, std::less<>> all = {
      {"data_dir", text(&Config::data_dir)},
      {"listen", text(&Config::listen)},
      {"enrol_listen", text(&Config::enrol_listen)},
      {"log_file", text(&Config::log_file)},
      {"log_level",
       [](const std::string& value, Config& config) -> absl::Status {
         DOORSTEP_ASSIGN(config.log_level, logLevel(value));
         return absl::OkStatus();
       }},
      {"at",
       [](const std::string& value, Config& config) -> absl::Status {
         DOORSTEP_ASSIGN(config.at, startTime(value));
         return absl::OkStatus();
       }},
  };
  return all;
}

absl::Status atLine(const toml::source_region& source, const std::string& what) {
  return absl::InvalidArgumentError(absl::StrCat(source.begin.line, ": ", what));
}

absl::StatusOr<toml::table> parse(const std::string& content) {
  try {
    return toml::parse(content);
  } catch (const toml::parse_error& error) {
    return atLine(error.source(), std::string(error.description()));
  }
}

}  // namespace

absl::Status readConfigFile(const std::string& path, Config& config) {
  auto content = readFile(path);
  if (!content.ok()) {
    return absl::NotFoundError(path);
  }
  DOORSTEP_ASSIGN(const toml::table table, parse(*content));
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    const auto setter = setters().find(name);
    if (setter == setters().end()) {
      return atLine(key.source(), absl::StrCat("unknown key ", name));
    }
    const auto value = node.value<std::string>();
    if (!node.is_string() || !value.has_value()) {
      return atLine(node.source(), absl::StrCat(name, " must be text in quotation marks"));
    }
    if (!setter->second(*value, config).ok()) {
      return atLine(node.source(), absl::StrCat(name, " has a value that is none"));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<Journal::Level> logLevel(const std::string& text) {
  static const std::map<std::string, Journal::Level> levels = {{"debug", Journal::Level::kDebug},
                                                               {"info", Journal::Level::kInfo},
                                                               {"warning", Journal::Level::kWarning},
                                                               {"error", Journal::Level::kError}};
  const auto found = levels.find(text);
  if (found == levels.end()) {
    return absl::InvalidArgumentError("log_level");
  }
  return found->second;
}

absl::StatusOr<absl::Time> startTime(const std::string& text) {
  absl::Time time;
  std::string why;
  for (const char* format : {"%Y-%m-%dT%H:%M:%E*S%Ez", "%Y-%m-%dT%H:%M%Ez"}) {
    if (absl::ParseTime(format, text, &time, &why)) {
      return time;
    }
  }
  return absl::InvalidArgumentError("at");
}

}  // namespace doorstep::service
