#pragma once

#include <cstdint>

#include "sync/client/attachments/content_remote.h"
#include "sync/client/attachments/contents.h"
#include "sync/outside/clock.h"
#include "sync/outside/executor.h"

namespace doorstep::client {

// When contents may travel; records always may.
struct TransferRules {
  bool allowed = true;                 // false: on a network that costs, and nobody allowed it
  std::uint64_t bytes_per_second = 0;  // of contents, up and down together; 0: as fast as it goes

  bool operator==(const TransferRules&) const = default;
};

// What an engine needs for contents; without doors it leaves them alone. They outlive it.
struct ContentDoors {
  Contents* contents = nullptr;
  ContentRemote* remote = nullptr;
};

// What both directions work with.
struct TransferParts {
  Contents& contents;
  ContentRemote& remote;
  const outside::Clock& clock;
  outside::Executor& executor;
};

}  // namespace doorstep::client
