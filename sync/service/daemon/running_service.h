#pragma once

#include <memory>
#include <variant>

#include "absl/time/time.h"
#include "sync/outside/clock.h"
#include "sync/service/daemon/config.h"
#include "sync/service/daemon/start_failure.h"
#include "sync/service/journal.h"
#include "sync/service/ledger.h"
#include "sync/service/writer.h"

namespace doorstep::service {

// A whole service over its data folder: the one place where everything is wired. Used by the program
// doorstepd, and by tests in their own process.
class RunningService {
 public:
  // The clock and the journal outlive the service.
  static std::variant<std::unique_ptr<RunningService>, StartFailure> start(const Config& config,
                                                                           const outside::Clock& clock,
                                                                           const Journal& journal);
  ~RunningService();  // stop() without patience, when it has not been called

  int syncPort() const;
  int enrolmentPort() const;
  Ledger& ledger();
  Writer& writer();

  // Looks whether a new local day has begun; as the service itself does every minute.
  void lookAtTheDay();
  // Calls under way may end until then.
  void stop(absl::Duration at_most);

 private:
  struct Wiring;
  explicit RunningService(std::unique_ptr<Wiring> wiring);
  std::unique_ptr<Wiring> wiring_;
};

}  // namespace doorstep::service
