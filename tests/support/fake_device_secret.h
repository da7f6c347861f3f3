#pragma once

#include <optional>
#include <utility>

#include "app/vault/device_secret.h"

namespace doorstep::tests {

// An operating system's key store that can lose what it holds or stop answering.
class FakeDeviceSecret final : public vault::DeviceSecret {
 public:
  absl::StatusOr<vault::Secret> load() override {
    if (!answers_) {
      return absl::UnavailableError("the key store does not answer");
    }
    return held_.has_value() ? absl::StatusOr<vault::Secret>(held_->clone()) : absl::NotFoundError("nothing is held");
  }
  absl::Status store(const vault::Secret& secret) override {
    if (!answers_) {
      return absl::UnavailableError("the key store does not answer");
    }
    held_ = secret.clone();
    return absl::OkStatus();
  }

  void lose() { held_.reset(); }
  void setAnswers(bool answers) { answers_ = answers; }
  bool holdsSomething() const { return held_.has_value(); }

 private:
  std::optional<vault::Secret> held_;
  bool answers_ = true;
};

}  // namespace doorstep::tests
