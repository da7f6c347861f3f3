#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace doorstep::escrow {

// Bytes as text that people copy, type or read out over the telephone: Crockford's base32 (no I, L, O,
// U; case, spaces and hyphens do not matter) in groups of five, the last maybe shorter: "7QK3D-…". The
// last character of a group checks the group and its place: every single wrong character, every two
// neighbouring characters swapped and every two neighbouring groups swapped are found.
std::string toSpokenText(std::string_view bytes);

// INVALID_ARGUMENT naming the first wrong group, counted from 1.
absl::StatusOr<std::string> fromSpokenText(std::string_view text);

}  // namespace doorstep::escrow
