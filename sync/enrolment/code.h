#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "sync/outside/random.h"

// The one-time code by which a new device gets in: 80 random bits as 16 digits of Crockford's
// base 32, written XXXX-XXXX-XXXX-XXXX. Its first group, the locator, only says which code is
// meant; the whole code is never sent. Pure; any thread.
namespace doorstep::enrolment {

std::string newCode(outside::Random& random);

// What a person typed, in the written form: lower case, blanks, missing hyphens, I and L for 1 and O
// for 0 are all right. INVALID_ARGUMENT for anything else; the text never repeats what was typed.
absl::StatusOr<std::string> normaliseCode(std::string_view typed);

// Of a normalised code.
std::string locatorOf(std::string_view code);

}  // namespace doorstep::enrolment
