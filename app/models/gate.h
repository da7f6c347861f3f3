#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/models/failure.h"
#include "app/models/workspace.h"

namespace doorstep::models {

struct Enrolment {
  std::string address;  // host:port of the service's enrolment door
  std::string code;     // as typed
  std::string device_name;
  std::string pin;
  std::string label = {};  // how the unlock page calls this person's store; empty: the device's name
};

// One person's own store on a device that several share.
struct Profile {
  std::string id;     // random, 32 hexadecimal digits
  std::string label;  // as typed at enrolment, never a name out of the records; may be empty
  bool chosen = false;
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
  // Nobody is enrolled any more, because the service withdrew this device and its keys were destroyed.
  virtual bool withdrawn() { return false; }
  // All that were enrolled here, the oldest first. Unlocking, recovery and the PIN are about the chosen
  // one: the last that was chosen, unlocked or enrolled, also after a restart.
  virtual std::vector<Profile> profiles() = 0;
  // Only while locked; an id that is none changes nothing.
  virtual void choose(const std::string& profile_id) = 0;
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
