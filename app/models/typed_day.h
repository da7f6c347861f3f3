#pragma once

#include <QString>
#include <optional>

#include "absl/time/civil_time.h"

namespace doorstep::models {

// A day as people type it: 2026-12-01, 2026/12/1, 20261201, 2026年12月1日, and without a year (12-1, 12.1)
// the one nearest to `today`. Nothing for anything else.
std::optional<absl::CivilDay> typedDay(const QString& typed, absl::CivilDay today);

}  // namespace doorstep::models
