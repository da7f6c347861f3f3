#include "sync/service/journal.h"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace doorstep::service {
namespace {

constexpr char kLine[] = R"({"at":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l",%v})";

spdlog::level::level_enum levelOf(Journal::Level level) {
  switch (level) {
    case Journal::Level::kDebug:
      return spdlog::level::debug;
    case Journal::Level::kInfo:
      return spdlog::level::info;
    case Journal::Level::kWarning:
      return spdlog::level::warn;
    case Journal::Level::kError:
      return spdlog::level::err;
  }
  return spdlog::level::info;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char character : text) {
    if (character == '"' || character == '\\') {
      out.push_back('\\');
      out.push_back(character);
    } else if (static_cast<unsigned char>(character) < 0x20) {
      absl::StrAppendFormat(&out, "\\u%04x", static_cast<unsigned>(character));
    } else {
      out.push_back(character);
    }
  }
  out.push_back('"');
  return out;
}

}  // namespace

absl::StatusOr<Journal> Journal::open(const std::string& path, Level least) {
  try {
    std::shared_ptr<spdlog::sinks::sink> sink;
    if (path.empty()) {
      sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    } else {
      sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(path);
    }
    auto logger = std::make_shared<spdlog::logger>("doorstepd", std::move(sink));
    logger->set_pattern(kLine, spdlog::pattern_time_type::utc);
    logger->set_level(levelOf(least));
    logger->flush_on(spdlog::level::info);
    return Journal(std::move(logger));
  } catch (const spdlog::spdlog_ex&) {
    return absl::PermissionDeniedError("the log cannot be written");
  }
}

Journal Journal::silent() {
  return Journal(std::make_shared<spdlog::logger>("doorstepd", std::make_shared<spdlog::sinks::null_sink_mt>()));
}

void Journal::note(Level level, std::string_view event, std::initializer_list<Field> fields) const {
  std::string line = "\"event\":" + quoted(event);
  for (const Field& field : fields) {
    line += "," + quoted(field.name) + ":";
    if (const auto* text = std::get_if<std::string_view>(&field.value)) {
      line += quoted(*text);
    } else {
      line += std::to_string(std::get<std::int64_t>(field.value));
    }
  }
  logger_->log(levelOf(level), "{}", line);
}

}  // namespace doorstep::service
