#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "app/store/outgoing_queue.h"
#include "sync/bundle/signature.h"
#include "sync/outside/clock.h"
#include "sync/outside/identifier.h"
#include "sync/outside/random.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// What waits, as a sealed file.
struct WaitingBundle {
  std::string file;
  std::string file_name;  // without any name of a person
  std::uint64_t changes = 0;
};

// The keys of sealed files, and what goes into and comes out of them (sync/bundle). Callers hold the transaction.
class Bundles {
 public:
  explicit Bundles(sqlite::Database& database) : database_(database) {}

  // The store's own pair, made once: receipts are sealed to it.
  absl::Status ensureReplyKey(outside::Random& random);
  absl::StatusOr<std::string> replyKey();  // public
  absl::Status keepServiceKey(std::string_view service_key);
  absl::StatusOr<std::string> serviceKey();  // empty: not known yet

  // Everything from the first change without a receipt on, as much as a bundle may carry; nothing when nothing
  // waits. FAILED_PRECONDITION before the service's key is known.
  absl::StatusOr<std::optional<WaitingBundle>> sealWaiting(OutgoingQueue& outgoing,
                                                           outside::IdentifierSource& identifiers,
                                                           const outside::Clock& clock, const bundle::Signer& device,
                                                           const std::string& device_name);
  // The receipts in a file from the service that this authority stands for, ready to be kept. Refusals of
  // sync/bundle; kOtherReplica when they are for another store, kGap when they begin too late.
  absl::StatusOr<std::vector<v1::Receipt>> receiptsIn(OutgoingQueue& outgoing, std::string_view file,
                                                      const std::string& authority);

 private:
  struct Keys {
    std::string reply_secret;
    std::string service_key;
  };
  absl::StatusOr<Keys> keys();

  sqlite::Database& database_;
};

}  // namespace doorstep::store
