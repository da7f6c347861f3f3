#include "sync/client/grpc/pull_stream.h"

#include <utility>

#include "sync/wire/blocks.h"

namespace doorstep::client {
namespace {

constexpr std::size_t kReadAhead = 4;  // pages of about 256 KiB

}  // namespace

PullStream::PullStream(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits,
                       v1::PullRequest request, OnPage on_page, Done done)
    : Base(executor, std::move(counter), limits),
      request_(std::move(request)),
      on_page_(std::move(on_page)),
      done_(std::move(done)) {}

void PullStream::start(v1::Sync::Stub& stub) {
  stub.async()->Pull(&context(), &request_, this);
  begin();
  arm();
  StartRead(&page_);
  StartCall();
}

void PullStream::OnReadDone(bool ok) {
  if (!ok) {
    postTask([this] { end(); });
    return;
  }
  const absl::Status unpacked = wire::unpack(page_);
  bool more = false;
  bool post = false;
  {
    const std::lock_guard lock(mutex_);
    unpacked_.Update(unpacked);
    if (unpacked_.ok()) {  // nothing behind a page that could not be
      arrived_.push_back(std::exchange(page_, {}));
    }
    more = unpacked_.ok() && arrived_.size() < kReadAhead;
    reading_ = more;
    post = !std::exchange(posted_, true);
  }
  if (post) {
    postTask([this] { handOver(); });
  }
  if (more) {
    StartRead(&page_);
  }
}

// All that is there, unless somebody else waits meanwhile.
void PullStream::handOver() {
  if (!held()) {
    return;  // cancelled while the pages were on their way
  }
  disarm();
  std::optional<v1::PullReply> page = next();
  while (held() && page.has_value()) {
    kept_ = on_page_(*page);
    if (!kept_.ok()) {
      return breakOff();
    }
    if (isWanted()) {
      postTask([this] { handOver(); });
      return;
    }
    page = next();
  }
  if (held() && !kept_.ok()) {
    breakOff();
  }
}

// Without one the next to arrive is handed over anew, and a read is under way.
std::optional<v1::PullReply> PullStream::next() {
  bool read = false;
  std::optional<v1::PullReply> page;
  {
    const std::lock_guard lock(mutex_);
    if (!arrived_.empty()) {
      page = std::move(arrived_.front());
      arrived_.pop_front();
    } else {
      posted_ = false;
      kept_.Update(unpacked_);
    }
    read = held() && unpacked_.ok() && !std::exchange(reading_, true);
  }
  if (!page.has_value()) {
    arm();
  }
  if (read) {
    StartRead(&page_);
  }
  return page;
}

// The service has said all, or the line is cut: what has come by then is handed over first.
void PullStream::end() {
  while (held()) {
    std::optional<v1::PullReply> page;
    {
      const std::lock_guard lock(mutex_);
      if (arrived_.empty() || !kept_.ok()) {
        break;
      }
      page = std::move(arrived_.front());
      arrived_.pop_front();
    }
    kept_ = on_page_(*page);
  }
  release();
}

void PullStream::closed(absl::Status status) {
  on_page_ = nullptr;
  const Done done = std::exchange(done_, nullptr);
  done(kept_.ok() ? std::move(status) : kept_);
}

}  // namespace doorstep::client
