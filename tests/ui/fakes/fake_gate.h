#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/models/gate.h"
#include "app/models/preferences.h"

namespace doorstep::tests {

// Opens with "135790"; keeps what it was asked.
class FakeGate final : public models::Gate {
 public:
  using Make = std::function<std::shared_ptr<models::Workspace>()>;
  explicit FakeGate(Make make, bool enrolled = true, bool withdrawn = false)
      : make_(std::move(make)), enrolled_(enrolled), withdrawn_at_start_(withdrawn) {}

  void failNextWith(models::Failure failure, int wait_seconds = 0);
  const models::Enrolment& lastEnrolment() const { return enrolment_; }

  // From then on the device has these stores; otherwise one, chosen.
  void share(std::vector<models::Profile> profiles) { profiles_ = std::move(profiles); }

  // Its keys are destroyed: nobody is enrolled any more.
  void withdraw() { enrolled_ = false; }

  bool enrolled() override { return enrolled_; }
  bool withdrawn() override { return withdrawn_at_start_; }
  std::vector<models::Profile> profiles() override;
  void choose(const std::string& profile_id) override;
  std::string recoveryRequest() override { return "7QK3D-M2XW8-9TPB4-HC6RN-5VYZA-1GJEF-KQ0S7-D3NWX"; }
  void enrol(const models::Enrolment& enrolment, Done done) override;
  void unlock(const std::string& pin, Done done) override;
  void recover(const std::string& recovery_key, const std::string& new_pin, Done done) override;
  void changePin(const std::string& pin, const std::string& new_pin,
                 std::function<void(models::Failure)> done) override;
  void lock() override {}

 private:
  void answer(models::Failure otherwise, const Done& done);

  Make make_;
  bool enrolled_;
  bool withdrawn_at_start_ = false;
  std::vector<models::Profile> profiles_{{"0190000000007000800000000000000a", "tablet 3", true}};
  models::Enrolment enrolment_;
  std::string pin_ = "135790";
  models::Failure next_ = models::Failure::None;
  int wait_seconds_ = 0;
};

class FakePreferences final : public models::Preferences {
 public:
  models::Settings settings;
  std::function<void(const models::Settings&)> on_written;

  models::Settings read() override { return settings; }
  void write(const models::Settings& written) override {
    settings = written;
    if (on_written)
      on_written(written);
  }
  bool systemIsDark() override { return false; }
  bool systemReducesMotion() override { return true; }
};

}  // namespace doorstep::tests
