#include "sync/service/rpc/fetch_attachment_call.h"

#include "absl/time/clock.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/service/attachments/content_access.h"
#include "sync/service/rpc/door.h"

namespace doorstep::service {

FetchAttachmentCall* FetchAttachmentCall::start(Parts& parts, grpc::CallbackServerContext* context,
                                                const v1::FetchAttachmentRequest& request) {
  const std::shared_ptr<FetchAttachmentCall> call(new FetchAttachmentCall(parts, context, request));
  call->self_ = call;
  context->set_compression_algorithm(GRPC_COMPRESS_NONE);  // pictures are compressed already
  parts.readers.post([call] { call->send(); });
  return call.get();
}

FetchAttachmentCall::FetchAttachmentCall(Parts& parts, grpc::CallbackServerContext* context,
                                         const v1::FetchAttachmentRequest& request)
    : parts_(parts), context_(context), request_(request), began_(absl::Now()) {}

void FetchAttachmentCall::send() {
  auto chunk = answer();
  if (!chunk.ok() || chunk->content().empty()) {
    end(chunk.status());
    return;
  }
  chunk_ = *std::move(chunk);
  StartWrite(&chunk_);
}

absl::StatusOr<v1::AttachmentChunk> FetchAttachmentCall::answer() {
  DOORSTEP_ASSIGN(const Caller caller, admit(parts_, *context_, "Sync.FetchAttachment"));
  DOORSTEP_ASSIGN(const auto snapshot, parts_.ledger.read());
  const Directory directory = parts_.writer.directory();
  const absl::CivilDay today = care::dayOf(parts_.clock.now(), directory.zone(caller.district_id));
  DOORSTEP_ASSIGN(const ContentName name, contentToFetch(snapshot->district(caller.district_id), directory, caller,
                                                         request_.content_hash(), today));
  v1::AttachmentChunk chunk;
  chunk.set_content_hash(name.hash);
  chunk.set_offset(request_.offset());
  chunk.set_content_bytes(name.bytes);
  DOORSTEP_ASSIGN(*chunk.mutable_content(), parts_.contents.chunk(name, request_.offset()));
  return chunk;
}

void FetchAttachmentCall::OnWriteDone(bool ok) {
  end(ok ? absl::OkStatus() : absl::CancelledError("the device has gone"));
}

void FetchAttachmentCall::end(const absl::Status& status) {
  noteCall(parts_, "Sync.FetchAttachment", status, began_);
  Finish(toGrpc(status));
}

void FetchAttachmentCall::OnDone() {
  self_.reset();
}

}  // namespace doorstep::service
