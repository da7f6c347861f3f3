#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/models/failure.h"
#include "app/models/workspace.h"

namespace doorstep::models {

struct Enrolment {
  std::string address;  // host:port of the service's enrolment door
  std::string code;     // as typed
  std::string device_name;
  std::string pin;
};

struct GateAnswer {
  Failure failure = Failure::None;
  std::shared_ptr<Workspace> workspace;  // when there is no failure
  int wait_seconds = 0;                  // with TooManyTries: before the next try
};

// The way from a closed tablet to an open store. Called on the UI thread, and every done comes back
// there, exactly once.
class Gate {
 public:
  using Done = std::function<void(GateAnswer)>;

  virtual ~Gate() = default;
  virtual bool enrolled() = 0;
  virtual void enrol(const Enrolment& enrolment, Done done) = 0;
  virtual void unlock(const std::string& pin, Done done) = 0;
  // What a person who forgot the PIN hands in to the organisation; empty when there is none.
  virtual std::string recoveryRequest() = 0;
  // With the recovery key that came back; the new PIN replaces the forgotten one.
  virtual void recover(const std::string& recovery_key, const std::string& new_pin, Done done) = 0;
  virtual void changePin(const std::string& pin, const std::string& new_pin, std::function<void(Failure)> done) = 0;
  virtual void lock() = 0;
};

}  // namespace doorstep::models
