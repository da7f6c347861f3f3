#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "sync/outside/clock.h"
#include "sync/outside/executor.h"
#include "tests/simulation/virtual_disk.h"
#include "tests/support/manual_clock.h"
#include "tests/support/manual_executor.h"
#include "tests/support/manual_random.h"

namespace doorstep::simulation {

// What all machines of one world share: true time, whose wall clock is nobody's, and what happens next.
struct Timeline {
  tests::ManualClock clock;
  tests::ManualExecutor executor{clock};
};

// A machine's own idea of the time: off by years, perhaps, and set while it runs.
class MachineClock final : public outside::Clock {
 public:
  explicit MachineClock(const Timeline& timeline) : timeline_(timeline) {}

  absl::Time now() const override { return timeline_.clock.now() + skew_; }
  absl::Duration monotonic() const override { return timeline_.clock.monotonic() - booted_; }
  std::string bootId() const override { return boot_id_; }

  void setSkew(absl::Duration skew) { skew_ = skew; }
  absl::Duration skew() const { return skew_; }
  void boot(std::string boot_id) {
    boot_id_ = std::move(boot_id);
    booted_ = timeline_.clock.monotonic();
  }

 private:
  const Timeline& timeline_;
  absl::Duration skew_;
  absl::Duration booted_;
  std::string boot_id_ = std::string(16, 'b');
};

// The world's executor for one life of a machine: once it is dropped, what it was told to do is not done.
class MachineExecutor final : public outside::Executor {
 public:
  explicit MachineExecutor(Timeline& timeline) : timeline_(timeline) {}

  void post(Task task) override { postAfter(absl::ZeroDuration(), std::move(task)); }
  Timer postAfter(absl::Duration delay, Task task) override {
    return timeline_.executor.postAfter(delay, [this, alive = std::weak_ptr<bool>(alive_), task = std::move(task)] {
      if (alive.expired()) {
        return;
      }
      task();
      if (after_) {
        after_();
      }
    });
  }
  void cancel(Timer timer) override { timeline_.executor.cancel(timer); }
  // Nothing of it runs any more.
  void drop() { alive_ = std::make_shared<bool>(true); }
  // Called after each task: has the machine stopped during it?
  void afterEach(std::function<void()> look) { after_ = std::move(look); }

 private:
  Timeline& timeline_;
  std::function<void()> after_;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

// One computer: its disk, clock and chance. What runs on it is built anew after each stop.
struct Machine {
  Machine(Timeline& timeline, std::string folder, std::uint64_t seed)
      : random(seed), clock(timeline), executor(timeline), disk(std::move(folder), random) {}

  tests::ManualRandom random;
  MachineClock clock;
  MachineExecutor executor;
  VirtualDisk disk;
};

}  // namespace doorstep::simulation
