#pragma once

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "doorstep/v1/evening.pb.h"

// The protocol of a district's day, on paper: what every device sent and still holds, whether it
// reconciles, the month so far with n / d and its marks, risks, targets, and lines to sign. In Chinese.
// Needs a QGuiApplication. Errors: those of writePdf (sheet.h).
namespace doorstep::reports {

// What is wrong with a change that was put aside, in words.
using ProblemWords = std::function<std::string(const v1::Problem&)>;

absl::Status writeProtocol(const v1::EndOfDay& evening, absl::TimeZone zone, const ProblemWords& words,
                           const std::string& path);

// "日终记录-220211-2026-11-20.pdf": a district and a day, nobody's name.
std::string protocolFileName(const v1::EndOfDay& evening);

}  // namespace doorstep::reports
