#pragma once

#include <QTest>
#include <string>

#include "absl/status/status.h"
#include "app/vault/pin_slot.h"

#define VERIFY_OK(expression)                                       \
  do {                                                              \
    const absl::Status checked = (expression);                      \
    QVERIFY2(checked.ok(), std::string(checked.message()).c_str()); \
  } while (false)

#define COMPARE_CODE(expression, expected) \
  QCOMPARE(static_cast<int>((expression).code()), static_cast<int>(absl::StatusCode::expected))

namespace doorstep::tests {

// The least that libsodium takes, so that tests do not wait.
inline constexpr vault::PinCost kLeastCost{1, 8192};
inline constexpr const char* kFolder = "/profile";
inline constexpr const char* kVaultFile = "/profile/vault.slots";
inline constexpr const char* kPin = "246810";
inline constexpr const char* kOtherPin = "135791";

}  // namespace doorstep::tests
