#pragma once

#include <grpcpp/support/client_callback.h>

#include <deque>

#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/client/grpc/stream_call.h"
#include "sync/client/remote.h"

namespace doorstep::client {

// All batches of one exchange on one stream: written in order, answered in order. As many batches
// are held as the caller has in flight.
class PushStream final : public StreamCall<grpc::ClientBidiReactor<v1::PushRequest, v1::PushReply>> {
 public:
  using Done = Remote::Done<v1::PushReply>;
  using Base = StreamCall<grpc::ClientBidiReactor<v1::PushRequest, v1::PushReply>>;

  PushStream(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits);
  void start(v1::Sync::Stub& stub);
  // After the stream has broken, but before it is over, done gets what broke it.
  void send(const v1::PushRequest& request, Done done);
  void finish();  // nothing more will be sent
  bool isOver() const { return over_; }

 private:
  struct Batch {
    v1::PushRequest request;
    Done done;
  };

  void OnWriteDone(bool ok) override;
  void OnReadDone(bool ok) override;
  void writeNext();
  void receive();
  void closed(absl::Status status) override;

  std::deque<Batch> batches_;  // without an answer, in order
  std::size_t written_ = 0;    // of batches_, on the wire or on their way to it
  v1::PushReply reply_;        // gRPC's while a read is under way, the executor's otherwise
  bool writing_ = false;
  bool finished_ = false;
  bool over_ = false;
};

}  // namespace doorstep::client
