#include "sync/ctl/failure.h"

#include "absl/strings/cord.h"
#include "sync/ctl/text.h"

namespace doorstep::ctl {

namespace {

constexpr char kPayload[] = "doorstep.ctl/failure";
constexpr char kSeparator = '\x1f';

std::vector<std::string> payloadOf(const absl::Status& status) {
  const auto payload = status.GetPayload(kPayload);
  if (!payload.has_value()) {
    return {};
  }
  const std::string content(*payload);
  const std::vector<std::string_view> parts = split(content, kSeparator);
  return {parts.begin(), parts.end()};
}

// One pattern without brackets; `complete` becomes false when an argument is missing.
std::string replaced(std::string_view pattern, const std::vector<std::string>& arguments, bool& complete) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool placeholder = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
    if (!placeholder) {
      text += pattern[at];
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[at + 1] - '0');
    complete = complete && index < arguments.size();
    text += index < arguments.size() ? arguments[index] : "?";
    at += 2;
  }
  return text;
}

}  // namespace

absl::Status failure(Failure what, std::initializer_list<std::string_view> arguments) {
  std::string payload = std::to_string(static_cast<int>(what));
  for (const std::string_view argument : arguments) {
    payload += kSeparator;
    payload += argument;
  }
  absl::Status status = absl::FailedPreconditionError("doorstepctl failure");
  status.SetPayload(kPayload, absl::Cord(payload));
  return status;
}

std::optional<Failure> failureOf(const absl::Status& status) {
  const std::vector<std::string> parts = payloadOf(status);
  const auto number = parts.empty() ? std::nullopt : integerFrom(parts.front());
  return number.has_value() ? std::optional(static_cast<Failure>(*number)) : std::nullopt;
}

std::vector<std::string> argumentsOf(const absl::Status& status) {
  std::vector<std::string> parts = payloadOf(status);
  if (!parts.empty()) {
    parts.erase(parts.begin());
  }
  return parts;
}

int exitCodeOf(const absl::Status& status) {
  if (status.ok()) {
    return kExitDone;
  }
  const auto what = failureOf(status);
  if (!what.has_value()) {
    return kExitOther;
  }
  switch (*what) {
    case Failure::kServiceDown:
    case Failure::kServiceSlow:
      return kExitService;
    case Failure::kCertificateRefused:
    case Failure::kNotPermitted:
    case Failure::kCredentialsMissing:
    case Failure::kCredentialsUnusable:
      return kExitNotAllowed;
    case Failure::kBadOption:
      return kExitUsage;
    case Failure::kInterrupted:
    case Failure::kStopped:
      return kExitInterrupted;
    case Failure::kServiceRefused:
    case Failure::kTransferBroken:
    case Failure::kLedgerInUse:
    case Failure::kProgramMissing:
    case Failure::kProgramFailed:
    case Failure::kProgramSilent:
      return kExitOther;
    default:
      return kExitInput;
  }
}

std::string wordsOf(const absl::Status& status, Language language) {
  const auto what = failureOf(status);
  if (!what.has_value()) {
    return wordsOf(
        failure(Failure::kServiceRefused, {absl::StatusCodeToString(status.code()), std::string(status.message())}),
        language);
  }
  const FailureWords& words = failureWords(*what);
  const std::vector<std::string> arguments = argumentsOf(status);
  return concat({filledIn(words.happened.in(language), arguments), "\n", filledIn(words.safe.in(language), arguments),
                 "\n", filledIn(words.next.in(language), arguments), "\n"});
}

std::string filledIn(std::string_view pattern, const std::vector<std::string>& arguments) {
  std::string text;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('[');
    const std::size_t close = open == std::string_view::npos ? open : pattern.find(']', open);
    bool complete = true;
    text += replaced(pattern.substr(0, close == std::string_view::npos ? close : open), arguments, complete);
    if (close == std::string_view::npos) {
      break;
    }
    complete = true;
    const std::string optional = replaced(pattern.substr(open + 1, close - open - 1), arguments, complete);
    text += complete ? optional : "";
    pattern.remove_prefix(close + 1);
  }
  return text;
}

}  // namespace doorstep::ctl
