#include "tests/ui/fakes/fake_gate.h"

#include <utility>

namespace doorstep::tests {

using models::Failure;

void FakeGate::failNextWith(Failure failure, int wait_seconds) {
  next_ = failure;
  wait_seconds_ = wait_seconds;
}

std::vector<models::Profile> FakeGate::profiles() {
  return enrolled_ ? profiles_ : std::vector<models::Profile>();
}

void FakeGate::choose(const std::string& profile_id) {
  for (models::Profile& profile : profiles_)
    profile.chosen = profile.id == profile_id;
}

void FakeGate::answer(Failure otherwise, const Done& done) {
  models::GateAnswer answer;
  answer.failure = next_ != Failure::None ? std::exchange(next_, Failure::None) : otherwise;
  answer.wait_seconds = std::exchange(wait_seconds_, 0);
  if (answer.failure == Failure::None)
    answer.workspace = make_();
  done(answer);
}

void FakeGate::enrol(const models::Enrolment& enrolment, Done done) {
  enrolment_ = enrolment;
  pin_ = enrolment.pin;
  answer(Failure::None, done);
}

void FakeGate::unlock(const std::string& pin, Done done) {
  answer(pin == pin_ ? Failure::None : Failure::WrongPin, done);
}

void FakeGate::recover(const std::string& recovery_key, const std::string& new_pin, Done done) {
  if (!recovery_key.empty())
    pin_ = new_pin;
  answer(recovery_key.empty() ? Failure::WrongRecovery : Failure::None, done);
}

void FakeGate::changePin(const std::string& pin, const std::string& new_pin, std::function<void(Failure)> done) {
  if (pin != pin_) {
    done(Failure::WrongPin);
    return;
  }
  pin_ = new_pin;
  done(Failure::None);
}

}  // namespace doorstep::tests
