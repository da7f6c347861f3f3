#pragma once

#include <grpcpp/support/server_callback.h>
#include <sodium.h>

#include <memory>
#include <string>

#include "doorstep/v1/admin.grpc.pb.h"
#include "sync/service/backup/watermark.h"
#include "sync/service/caller.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

// The ledger's copy, chunk by chunk. It is written whole, as of one moment, into a file of the data folder that
// has lost its name before the first chunk goes out: whatever happens, nothing is left of it.
class BackupCall final : public grpc::ServerWriteReactor<v1::BackupReply>,
                         public std::enable_shared_from_this<BackupCall> {
 public:
  static BackupCall* start(Parts& parts, grpc::CallbackServerContext* context);
  ~BackupCall() override;

  void OnWriteDone(bool ok) override;
  void OnDone() override;

 private:
  BackupCall(Parts& parts, grpc::CallbackServerContext* context);
  void admitCaller();
  absl::Status copy();
  void sendNext();
  void handedOver();
  absl::StatusOr<bool> readChunk();  // false: there is no more
  void end(const absl::Status& status);

  Parts& parts_;
  grpc::CallbackServerContext* context_;
  absl::Time began_;
  std::shared_ptr<BackupCall> self_;  // until OnDone
  Caller caller_;
  int file_ = -1;
  std::uint64_t total_ = 0;
  std::uint64_t sent_ = 0;
  bool last_sent_ = false;
  v1::Revision at_;
  BackupMarks marks_;
  crypto_hash_sha256_state digest_;
  v1::BackupReply reply_;
};

}  // namespace doorstep::service
