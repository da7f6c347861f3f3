#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "sync/ctl/language.h"

// What stopped a command, in words: what happened, what is safe, what to do. Pure; any thread.
namespace doorstep::ctl {

// Exit codes, part of the interface (README.md).
inline constexpr int kExitDone = 0;
inline constexpr int kExitDifferences = 1;  // recount found differences
inline constexpr int kExitUsage = 2;        // the command line
inline constexpr int kExitSomeRefused = 3;  // rows were refused, the rest was taken
inline constexpr int kExitService = 4;      // not reached, or no answer in time
inline constexpr int kExitNotAllowed = 5;   // certificate or right
inline constexpr int kExitInput = 6;        // a file, or something named that does not exist
inline constexpr int kExitOther = 7;
inline constexpr int kExitInterrupted = 130;

// Which failure; {0}, {1} in its words (failure_words.cpp) are the arguments given with it.
enum class Failure {
  kServiceDown,         // address
  kServiceSlow,         // address, seconds
  kCertificateRefused,  // address
  kNotPermitted,
  kCredentialsMissing,   // path
  kCredentialsUnusable,  // path
  kUnknownArea,          // area code
  kNoRules,
  kUnknownWorker,   // staff number
  kServiceRefused,  // the service's code and words
  kFileUnreadable,  // path
  kFileUnwritable,  // path
  kFileTooLarge,    // path, limit in MiB
  kFileEmpty,       // path
  kNotUtf8,         // line
  kOpenQuote,       // line
  kColumnMissing,   // column
  kColumnTwice,     // column
  kBadOption,       // option, what it takes
  kInterrupted,
  kEscrowUnusable,   // where the text is wrong
  kProgramMissing,   // name
  kProgramFailed,    // name, exit code
  kProgramSilent,    // name
  kFolderNotEmpty,   // path
  kEncodingUnknown,  // path
  kRowTooLong,       // line
  kRuleTooEarly,     // the day from which rules hold at first
  kUnknownDistrict,  // district code
  kUnknownDevice,    // what was asked for
  kDeviceUnclear,    // what was asked for
  kRulesRefused,     // the fields the service named
  kTransferBroken,   // how far it came
  kStopped,
  kLedgerInUse,     // folder
  kRestoreRefused,  // path, why
};

inline constexpr Failure kLastFailure = Failure::kRestoreRefused;

absl::Status failure(Failure what, std::initializer_list<std::string_view> arguments = {});

// The failure a status carries, if it was made by failure().
std::optional<Failure> failureOf(const absl::Status& status);
std::vector<std::string> argumentsOf(const absl::Status& status);

int exitCodeOf(const absl::Status& status);

// Three lines, the last one ended; for a status of another origin its code and message.
std::string wordsOf(const absl::Status& status, Language language);

// The words before arguments are filled in.
struct FailureWords {
  Wording happened;
  Wording safe;
  Wording next;
};
const FailureWords& failureWords(Failure what);

// `pattern` with {0}, {1} … replaced; a part in [square brackets] stays only when all of its
// arguments are given.
std::string filledIn(std::string_view pattern, const std::vector<std::string>& arguments);

}  // namespace doorstep::ctl
