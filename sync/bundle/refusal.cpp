#include "sync/bundle/refusal.h"

#include <iterator>
#include <string>

namespace doorstep::bundle {
namespace {

constexpr std::string_view kMark = "bundle: ";

struct Row {
  std::string_view name;
  absl::StatusCode code;
};

// In the order of Refusal.
constexpr Row kRows[] = {
    {"not a bundle", absl::StatusCode::kInvalidArgument},   {"newer format", absl::StatusCode::kInvalidArgument},
    {"truncated", absl::StatusCode::kInvalidArgument},      {"changed", absl::StatusCode::kInvalidArgument},
    {"too large", absl::StatusCode::kInvalidArgument},      {"wrong kind", absl::StatusCode::kInvalidArgument},
    {"other service", absl::StatusCode::kInvalidArgument},  {"other district", absl::StatusCode::kInvalidArgument},
    {"unknown device", absl::StatusCode::kInvalidArgument}, {"other replica", absl::StatusCode::kInvalidArgument},
    {"gap", absl::StatusCode::kFailedPrecondition},         {"forked", absl::StatusCode::kAborted},
    {"busy", absl::StatusCode::kResourceExhausted},
};
static_assert(std::size(kRows) == static_cast<std::size_t>(kLastRefusal) + 1);

}  // namespace

std::string_view nameOf(Refusal why) {
  return kRows[static_cast<std::size_t>(why)].name;
}

absl::Status refused(Refusal why) {
  return {kRows[static_cast<std::size_t>(why)].code, std::string(kMark).append(nameOf(why))};
}

std::optional<Refusal> refusalOf(const absl::Status& status) {
  std::string_view name(status.message().data(), status.message().size());
  if (!name.starts_with(kMark)) {
    return std::nullopt;
  }
  name.remove_prefix(kMark.size());
  for (std::size_t at = 0; at < std::size(kRows); ++at) {
    if (kRows[at].name == name) {
      return static_cast<Refusal>(at);
    }
  }
  return std::nullopt;
}

}  // namespace doorstep::bundle
