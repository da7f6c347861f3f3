#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "sync/outside/clock.h"
#include "sync/outside/executor.h"
#include "sync/outside/identifier.h"
#include "sync/outside/random.h"
#include "sync/service/attachments/content_store.h"
#include "sync/service/backup/sealed_notes.h"
#include "sync/service/identity/own_identity.h"
#include "sync/service/journal.h"
#include "sync/service/ledger.h"
#include "sync/service/writer.h"

namespace doorstep::service {

inline constexpr int kMostChangesOfMessage = 500;  // a push or a hand-in says no more at once

// Threads for reading, so that gRPC's own never wait for a disk. Any thread.
class Readers {
 public:
  explicit Readers(std::size_t count);
  void post(outside::Executor::Task task);

 private:
  std::vector<std::unique_ptr<outside::SerialExecutor>> threads_;
  std::atomic<std::size_t> next_ = 0;
};

// What every RPC works with. Outlives all of them.
struct Parts {
  Ledger& ledger;
  Writer& writer;
  Readers& readers;
  const outside::Clock& clock;
  outside::Random& random;
  const OwnIdentity& identity;
  const Journal& journal;
  SealedNotes& notes;
  ContentStore& contents;
  std::string data_folder;
  std::atomic<std::uint32_t> sync_port = 0;  // known once the server listens
  std::atomic<int> bundles_under_way = 0;
};

}  // namespace doorstep::service
