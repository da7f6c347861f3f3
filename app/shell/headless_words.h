#pragma once

#include <string>

#include "absl/status/status.h"
#include "sync/client/sync_status.h"

// What the commands without a window say when something fails: what happened, what is safe, what to
// do, in Chinese or English.
namespace doorstep::shell {

enum class Attempt { kEnrolling, kUnlocking, kReading, kRecording };

std::string failureText(Attempt attempt, const absl::Status& status, const std::string& language);
std::string troubleText(const client::SyncStatus& status, const std::string& language);

}  // namespace doorstep::shell
