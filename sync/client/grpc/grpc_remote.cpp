#include "sync/client/grpc/grpc_remote.h"

#include <utility>

#include "sync/client/grpc/bundle_stream.h"
#include "sync/client/grpc/content_fetch.h"
#include "sync/client/grpc/pull_stream.h"
#include "sync/client/grpc/unary_call.h"

namespace doorstep::client {

absl::StatusOr<std::unique_ptr<GrpcRemote>> GrpcRemote::make(const std::string& address, const DeviceIdentity& identity,
                                                             outside::Executor& executor, RemoteLimits limits) {
  if (const auto channel = openChannel(address, identity); !channel.ok()) {
    return channel.status();
  }
  return std::make_unique<GrpcRemote>([address, identity] { return *openChannel(address, identity); }, executor,
                                      limits);
}

GrpcRemote::GrpcRemote(OpenChannel open_channel, outside::Executor& executor, RemoteLimits limits)
    : open_channel_(std::move(open_channel)), executor_(executor), limits_(limits) {}

GrpcRemote::~GrpcRemote() {
  cancel();
  cancelAll(questions_);
  counter_->waitForNone();
}

// gRPC itself waits longer and longer before it connects again. When to try is the engine's
// decision, so a channel that has failed, or that no answer came through, is replaced.
void GrpcRemote::reconnectIfBroken() {
  if (channel_ && !*silent_ && channel_->GetState(false) != GRPC_CHANNEL_TRANSIENT_FAILURE) {
    return;
  }
  *silent_ = false;
  channel_ = open_channel_();
  sync_ = v1::Sync::NewStub(channel_);
  coverage_ = v1::Coverage::NewStub(channel_);
  admin_ = v1::Admin::NewStub(channel_);
}

void GrpcRemote::hello(const v1::HelloRequest& request, Done<v1::HelloReply> done) {
  reconnectIfBroken();
  const auto listen = [silent = silent_, done = std::move(done)](absl::StatusOr<v1::HelloReply> answer) {
    *silent = absl::IsDeadlineExceeded(answer.status());
    done(std::move(answer));
  };
  const auto call = std::make_shared<UnaryCall<v1::HelloRequest, v1::HelloReply>>(executor_, counter_, request, listen);
  remember(exchange_calls_, call);
  call->start(limits_.hello, [this](auto... arguments) { sync_->async()->Hello(arguments...); });
}

void GrpcRemote::push(const v1::PushRequest& request, Done<v1::PushReply> done) {
  if (!push_ || push_->isOver()) {
    reconnectIfBroken();
    push_ = std::make_shared<PushStream>(executor_, counter_, limits_.push);
    remember(exchange_calls_, push_);
    push_->start(*sync_);
  }
  push_->send(request, std::move(done));
}

void GrpcRemote::pull(const v1::PullRequest& request, std::function<absl::Status(const v1::PullReply&)> on_page,
                      std::function<void(absl::Status)> done) {
  endPush();
  reconnectIfBroken();
  const auto call =
      std::make_shared<PullStream>(executor_, counter_, limits_.pull, request, std::move(on_page), std::move(done));
  remember(exchange_calls_, call);
  call->start(*sync_);
}

void GrpcRemote::endPush() {
  if (const auto push = std::exchange(push_, nullptr)) {
    push->finish();
  }
}

void GrpcRemote::reconcile(const v1::ReconcileRequest& request, Done<v1::ReconcileReply> done) {
  reconnectIfBroken();
  const auto call = std::make_shared<UnaryCall<v1::ReconcileRequest, v1::ReconcileReply>>(executor_, counter_, request,
                                                                                          std::move(done));
  remember(exchange_calls_, call);
  call->start(limits_.question, [this](auto... arguments) { sync_->async()->Reconcile(arguments...); });
}

void GrpcRemote::sendContent(const v1::AttachmentChunk& chunk,
                             std::function<void(absl::StatusOr<v1::AttachmentState>)> done) {
  if (!contents_ || contents_->isOver()) {
    reconnectIfBroken();
    contents_ = std::make_shared<ContentStream>(executor_, counter_, limits_.contents);
    remember(exchange_calls_, contents_);
    contents_->start(*sync_);
  }
  contents_->send(chunk, std::move(done));
}

void GrpcRemote::fetchContent(const v1::FetchAttachmentRequest& request,
                              std::function<void(absl::StatusOr<v1::AttachmentChunk>)> done) {
  reconnectIfBroken();
  const auto call = std::make_shared<ContentFetch>(executor_, counter_, limits_.contents, request, std::move(done));
  remember(exchange_calls_, call);
  call->start(*sync_);
}

void GrpcRemote::endContents() {
  if (const auto contents = std::exchange(contents_, nullptr)) {
    contents->finish();
  }
}

void GrpcRemote::handIn(const v1::HandInRequest& request, Done<v1::HandInReply> done) {
  if (!hand_in_ || hand_in_->isOver()) {
    reconnectIfBroken();
    hand_in_ = std::make_shared<HandInStream>(executor_, counter_, limits_.push);
    remember(exchange_calls_, hand_in_);
    hand_in_->start(*sync_);
  }
  hand_in_->send(request, std::move(done));
}

void GrpcRemote::endHandIn(std::function<void(absl::Status)> done) {
  const auto stream = std::exchange(hand_in_, nullptr);
  if (stream && !stream->isOver()) {
    stream->finish(std::move(done));
    return;
  }
  executor_.post([done = std::move(done)] { done(absl::UnavailableError("the service ended the stream early")); });
}

void GrpcRemote::cancel() {
  push_ = nullptr;
  hand_in_ = nullptr;
  contents_ = nullptr;
  cancelAll(exchange_calls_);
}

template <typename Request, typename Reply, typename Start>
void GrpcRemote::question(const Request& request, Done<Reply> done, Start start) {
  reconnectIfBroken();
  const auto call = std::make_shared<UnaryCall<Request, Reply>>(executor_, counter_, request, std::move(done));
  remember(questions_, call);
  call->start(limits_.question, std::move(start));
}

void GrpcRemote::coverage(const v1::GetCoverageRequest& request, Done<v1::GetCoverageReply> done) {
  question(request, std::move(done), [this](auto... arguments) { coverage_->async()->GetCoverage(arguments...); });
}

void GrpcRemote::missed(const v1::ListMissedRequest& request, Done<v1::ListMissedReply> done) {
  question(request, std::move(done), [this](auto... arguments) { coverage_->async()->ListMissed(arguments...); });
}

void GrpcRemote::endOfDay(const v1::GetEndOfDayRequest& request, Done<v1::EndOfDay> done) {
  question(request, std::move(done), [this](auto... arguments) { coverage_->async()->GetEndOfDay(arguments...); });
}

void GrpcRemote::issueCode(const v1::IssueCodeRequest& request, Done<v1::IssueCodeReply> done) {
  question(request, std::move(done), [this](auto... arguments) { admin_->async()->IssueCode(arguments...); });
}

void GrpcRemote::importRows(std::vector<v1::ImportRow> rows, std::function<void(const v1::ImportReply&)> on_reply,
                            std::function<void(absl::Status)> done) {
  const bool busy = import_ && !import_->isOver();
  if (busy || rows.empty()) {
    executor_.post([busy, done = std::move(done)] {
      done(busy ? absl::FailedPreconditionError("a file is being imported already") : absl::OkStatus());
    });
    return;
  }
  reconnectIfBroken();
  import_ = std::make_shared<ImportStream>(executor_, counter_, limits_.import_rows, std::move(rows),
                                           std::move(on_reply), std::move(done));
  remember(questions_, import_);
  import_->start(*admin_);
}

void GrpcRemote::stopImport() {
  if (import_ && !import_->isOver()) {
    import_->cancel();
  }
}

void GrpcRemote::takeBundle(std::string bundle, Done<std::string> done) {
  reconnectIfBroken();
  const auto call =
      std::make_shared<BundleStream>(executor_, counter_, limits_.bundle, std::move(bundle), std::move(done));
  remember(questions_, call);
  call->start(*sync_);
}

void GrpcRemote::remember(Calls& calls, const std::shared_ptr<Cancellable>& call) {
  std::erase_if(calls, [](const auto& other) { return other.expired(); });
  calls.push_back(call);
}

void GrpcRemote::cancelAll(Calls& calls) {
  for (const auto& weak : std::exchange(calls, {})) {
    if (const auto call = weak.lock()) {
      call->cancel();
    }
  }
}

}  // namespace doorstep::client
