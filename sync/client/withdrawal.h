#pragma once

#include <functional>

#include "absl/status/status.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/client/remote.h"

namespace doorstep::client {

// The one call of a device that is no longer welcome (Sync.HandIn). The rules of Remote, and its cancel()
// ends this, too.
class HandInRemote {
 public:
  virtual ~HandInRemote() = default;
  // A batch, or without changes the question how far the service has come with a replica. One at a time.
  virtual void handIn(const v1::HandInRequest& request, Remote::Done<v1::HandInReply> done) = 0;
  // There is nothing more. OK: the certificate was revoked; anything else: what is handed in is safe, but
  // the device is to be enrolled again or its worker has left.
  virtual void endHandIn(std::function<void(absl::Status)> done) = 0;
};

// What happens to a device that the service refuses. Without a remote: it keeps everything and tries again.
struct Withdrawal {
  HandInRemote* remote = nullptr;
  // Called when a revoked device has handed everything in: makes what is stored here unreadable for good.
  // After an error it is called again with the next exchange.
  std::function<absl::Status()> destroy_keys = {};
};

}  // namespace doorstep::client
