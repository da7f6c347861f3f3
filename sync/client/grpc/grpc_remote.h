#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "doorstep/v1/admin.grpc.pb.h"
#include "doorstep/v1/coverage.grpc.pb.h"
#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/client/attachments/content_remote.h"
#include "sync/client/comparison.h"
#include "sync/client/grpc/channel.h"
#include "sync/client/grpc/content_stream.h"
#include "sync/client/grpc/hand_in_stream.h"
#include "sync/client/grpc/import_stream.h"
#include "sync/client/grpc/push_stream.h"
#include "sync/client/remote.h"
#include "sync/client/withdrawal.h"

namespace doorstep::client {

struct RemoteLimits {
  absl::Duration hello = absl::Seconds(15);
  absl::Duration question = absl::Seconds(30);  // about coverage
  StreamLimits push;
  StreamLimits pull;
  StreamLimits import_rows;
  StreamLimits bundle;
  // A chunk is large, and pictures travel over lines on which it takes minutes.
  StreamLimits contents{.deadline = absl::Hours(6), .stall = absl::Minutes(5)};
};

// The service over gRPC. Lives on the executor, where it is also destroyed; the destructor ends what
// is under way and waits until gRPC has let go of it, so that nothing is posted afterwards. Answers
// that were already posted are still given.
class GrpcRemote final : public Remote,
                         public DistrictRemote,
                         public HandInRemote,
                         public ContentRemote,
                         public ComparingRemote {
 public:
  using OpenChannel = std::function<std::shared_ptr<grpc::Channel>()>;

  // INVALID_ARGUMENT when the identity cannot be read. No network is touched yet.
  static absl::StatusOr<std::unique_ptr<GrpcRemote>> make(const std::string& address, const DeviceIdentity& identity,
                                                          outside::Executor& executor, RemoteLimits limits = {});
  GrpcRemote(OpenChannel open_channel, outside::Executor& executor, RemoteLimits limits = {});
  ~GrpcRemote() override;
  GrpcRemote(const GrpcRemote&) = delete;
  GrpcRemote& operator=(const GrpcRemote&) = delete;

  void hello(const v1::HelloRequest& request, Done<v1::HelloReply> done) override;
  void push(const v1::PushRequest& request, Done<v1::PushReply> done) override;
  void pull(const v1::PullRequest& request, std::function<absl::Status(const v1::PullReply&)> on_page,
            std::function<void(absl::Status)> done) override;
  void endPush() override;
  void reconcile(const v1::ReconcileRequest& request, Done<v1::ReconcileReply> done) override;
  void sendContent(const v1::AttachmentChunk& chunk,
                   std::function<void(absl::StatusOr<v1::AttachmentState>)> done) override;
  void fetchContent(const v1::FetchAttachmentRequest& request,
                    std::function<void(absl::StatusOr<v1::AttachmentChunk>)> done) override;
  void endContents() override;
  void cancel() override;
  void handIn(const v1::HandInRequest& request, Done<v1::HandInReply> done) override;
  void endHandIn(std::function<void(absl::Status)> done) override;
  void coverage(const v1::GetCoverageRequest& request, Done<v1::GetCoverageReply> done) override;
  void missed(const v1::ListMissedRequest& request, Done<v1::ListMissedReply> done) override;
  void endOfDay(const v1::GetEndOfDayRequest& request, Done<v1::EndOfDay> done) override;
  void issueCode(const v1::IssueCodeRequest& request, Done<v1::IssueCodeReply> done) override;
  void importRows(std::vector<v1::ImportRow> rows, std::function<void(const v1::ImportReply&)> on_reply,
                  std::function<void(absl::Status)> done) override;
  void stopImport() override;
  // Brings a sealed bundle, whosever it is; done gets the sealed receipts, or why it was refused
  // (sync/bundle/refusal.h). cancel() leaves it alone.
  void takeBundle(std::string bundle, Done<std::string> done);

 private:
  using Calls = std::vector<std::weak_ptr<Cancellable>>;

  void reconnectIfBroken();
  template <typename Request, typename Reply, typename Start>
  void question(const Request& request, Done<Reply> done, Start start);
  static void remember(Calls& calls, const std::shared_ptr<Cancellable>& call);
  static void cancelAll(Calls& calls);

  OpenChannel open_channel_;
  outside::Executor& executor_;
  RemoteLimits limits_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::Sync::Stub> sync_;
  std::unique_ptr<v1::Coverage::Stub> coverage_;
  std::unique_ptr<v1::Admin::Stub> admin_;
  std::shared_ptr<CallCounter> counter_ = std::make_shared<CallCounter>();
  std::shared_ptr<PushStream> push_;
  std::shared_ptr<HandInStream> hand_in_;
  std::shared_ptr<ContentStream> contents_;
  std::shared_ptr<ImportStream> import_;
  Calls exchange_calls_;
  Calls questions_;
  std::shared_ptr<bool> silent_ = std::make_shared<bool>(false);  // the last hello was not answered in time
};

}  // namespace doorstep::client
