#pragma once

#include <functional>

#include "absl/status/statusor.h"
#include "doorstep/v1/sync.pb.h"

namespace doorstep::client {

// The engine's door to the service's contents. The rules of Remote: everything on the executor, each done exactly
// once and never from within the call, also after the remote's cancel().
class ContentRemote {
 public:
  virtual ~ContentRemote() = default;

  // A chunk, or without bytes the question how much is there. Several may be under way and are answered in order.
  virtual void sendContent(const v1::AttachmentChunk& chunk,
                           std::function<void(absl::StatusOr<v1::AttachmentState>)> done) = 0;
  // The chunk at an offset. NOT_FOUND: not there yet, or not for this device.
  virtual void fetchContent(const v1::FetchAttachmentRequest& request,
                            std::function<void(absl::StatusOr<v1::AttachmentChunk>)> done) = 0;
  // Nothing more is sent in this exchange.
  virtual void endContents() = 0;
};

}  // namespace doorstep::client
