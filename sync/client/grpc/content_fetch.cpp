#include "sync/client/grpc/content_fetch.h"

#include <utility>

namespace doorstep::client {

ContentFetch::ContentFetch(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits,
                           v1::FetchAttachmentRequest request, Done done)
    : Base(executor, std::move(counter), limits), request_(std::move(request)), done_(std::move(done)) {}

void ContentFetch::start(v1::Sync::Stub& stub) {
  stub.async()->FetchAttachment(&context(), &request_, this);
  begin();
  arm();
  StartRead(&chunk_);
  StartCall();
}

void ContentFetch::OnReadDone(bool ok) {
  postTask([this, ok] {
    came_ = ok;
    release();
  });
}

void ContentFetch::closed(absl::Status status) {
  const Done done = std::exchange(done_, nullptr);
  if (status.ok() && !came_) {
    status = absl::NotFoundError("the content has no chunk there");
  }
  status.ok() ? done(std::move(chunk_)) : done(std::move(status));
}

}  // namespace doorstep::client
