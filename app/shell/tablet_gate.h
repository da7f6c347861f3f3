#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/models/gate.h"
#include "app/shell/entrance.h"
#include "sync/outside/executor.h"

namespace doorstep::shell {

// The models' gate: the entrance on a thread of its own, answers back on the UI thread. UI thread.
class TabletGate final : public models::Gate {
 public:
  explicit TabletGate(Entrance& entrance) : entrance_(entrance) {}

  bool enrolled() override { return entrance_.enrolled(); }
  bool withdrawn() override { return entrance_.withdrawn(); }
  std::vector<models::Profile> profiles() override;
  void choose(const std::string& profile_id) override;
  std::string recoveryRequest() override { return entrance_.handInText().value_or(std::string()); }
  void enrol(const models::Enrolment& enrolment, Done done) override;
  void unlock(const std::string& pin, Done done) override;
  void recover(const std::string& recovery_key, const std::string& new_pin, Done done) override;
  void changePin(const std::string& pin, const std::string& new_pin,
                 std::function<void(models::Failure)> done) override;
  void lock() override;

  // The unlocked tablet; null while locked.
  Tablet* tablet() const { return tablet_.get(); }
  // On the thread that is the entrance's; what comes of it is the task's own to bring back.
  void withEntrance(std::function<void(Entrance&)> task);

 private:
  using Work = std::function<absl::StatusOr<Entered>(Entrance&)>;
  using Wording = std::function<models::Failure(Entrance&, const absl::Status&)>;
  void enter(Work work, Wording wording, Done done);

  Entrance& entrance_;
  std::shared_ptr<Tablet> tablet_;
  outside::SerialExecutor executor_;
};

}  // namespace doorstep::shell
