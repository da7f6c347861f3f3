#pragma once

#include <grpcpp/support/client_callback.h>

#include <deque>
#include <functional>

#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/client/grpc/stream_call.h"

namespace doorstep::client {

// All contents that go up in one exchange on one stream: written in order, answered in order.
class ContentStream final : public StreamCall<grpc::ClientBidiReactor<v1::AttachmentChunk, v1::AttachmentState>> {
 public:
  using Done = std::function<void(absl::StatusOr<v1::AttachmentState>)>;
  using Base = StreamCall<grpc::ClientBidiReactor<v1::AttachmentChunk, v1::AttachmentState>>;

  ContentStream(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits);
  void start(v1::Sync::Stub& stub);
  // After the stream has broken, but before it is over, done gets what broke it.
  void send(const v1::AttachmentChunk& chunk, Done done);
  void finish();  // nothing more will be sent
  bool isOver() const { return over_; }

 private:
  struct Sent {
    v1::AttachmentChunk chunk;
    Done done;
  };

  void OnWriteDone(bool ok) override;
  void OnReadDone(bool ok) override;
  void writeNext();
  void receive();
  void closed(absl::Status status) override;

  std::deque<Sent> chunks_;    // without an answer, in order
  std::size_t written_ = 0;    // of chunks_, on the wire or on their way to it
  v1::AttachmentState state_;  // gRPC's while a read is under way, the executor's otherwise
  bool writing_ = false;
  bool finished_ = false;
  bool over_ = false;
};

}  // namespace doorstep::client
