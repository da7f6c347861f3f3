#pragma once

#include "absl/status/status.h"
#include "doorstep/v1/sync.pb.h"

// Batches and pages as they travel: their encoding in one zstd frame, where that is smaller (sync.proto,
// PushRequest.compressed and PullReply.compressed). Pure; any thread.
namespace doorstep::wire {

void pack(v1::PushRequest& request);
void pack(v1::PullReply& reply);

// Gives back what was packed; what was not stays as it is. INVALID_ARGUMENT, naming the field, when the frame is larger
// than sync.proto allows, lies about its size, holds no such message or another frame, or when other fields stand
// beside it.
absl::Status unpack(v1::PushRequest& request);
absl::Status unpack(v1::PullReply& reply);

}  // namespace doorstep::wire
