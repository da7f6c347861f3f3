#include "sync/service/rpc/send_attachments_call.h"

#include "absl/time/clock.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/service/attachments/content_access.h"
#include "sync/service/rpc/door.h"

namespace doorstep::service {
namespace {

v1::AttachmentState refusal(const std::string& hash, v1::ProblemCode code, const char* field) {
  v1::AttachmentState state;
  state.set_content_hash(hash);
  state.mutable_problem()->set_code(code);
  state.mutable_problem()->set_field(field);
  return state;
}

}  // namespace

SendAttachmentsCall* SendAttachmentsCall::start(Parts& parts, grpc::CallbackServerContext* context) {
  const std::shared_ptr<SendAttachmentsCall> call(new SendAttachmentsCall(parts, context));
  call->self_ = call;
  parts.readers.post([call] { call->admitCaller(); });
  return call.get();
}

SendAttachmentsCall::SendAttachmentsCall(Parts& parts, grpc::CallbackServerContext* context)
    : parts_(parts), context_(context), began_(absl::Now()) {}

void SendAttachmentsCall::admitCaller() {
  auto caller = admit(parts_, *context_, "Sync.SendAttachments");
  if (!caller.ok()) {
    end(caller.status());
    return;
  }
  caller_ = *std::move(caller);
  StartRead(&chunk_);
}

void SendAttachmentsCall::OnReadDone(bool ok) {
  if (!ok) {
    end(absl::OkStatus());
    return;
  }
  parts_.readers.post([self = shared_from_this()] { self->take(); });
}

void SendAttachmentsCall::take() {
  auto state = answer();
  if (!state.ok()) {
    end(state.status());
    return;
  }
  state_ = *std::move(state);
  StartWrite(&state_);
}

absl::StatusOr<v1::AttachmentState> SendAttachmentsCall::answer() {
  const std::string& hash = chunk_.content_hash();
  DOORSTEP_ASSIGN(const auto snapshot, parts_.ledger.read());
  DOORSTEP_TRY(stillWelcome(snapshot->registry(), caller_));
  const Directory directory = parts_.writer.directory();
  const absl::CivilDay today = care::dayOf(parts_.clock.now(), directory.zone(caller_.district_id));
  const auto name = contentToSend(snapshot->district(caller_.district_id), directory, caller_, hash, today);
  if (absl::IsNotFound(name.status())) {
    return refusal(hash, v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "content_hash");
  }
  DOORSTEP_TRY(name.status());
  if (chunk_.content_bytes() != name->bytes) {
    return refusal(hash, v1::PROBLEM_CODE_OUT_OF_RANGE, "content_bytes");
  }
  const auto standing = chunk_.content().empty() ? parts_.contents.standing(*name)
                                                 : parts_.contents.append(*name, chunk_.offset(), chunk_.content());
  DOORSTEP_TRY(standing.status());
  if (standing->wrong) {
    return refusal(hash, v1::PROBLEM_CODE_CHECKSUM, "content_hash");
  }
  v1::AttachmentState state;
  state.set_content_hash(hash);
  state.set_received(standing->received);
  state.set_complete(standing->complete);
  return state;
}

void SendAttachmentsCall::OnWriteDone(bool ok) {
  if (!ok) {
    end(absl::CancelledError("the device has gone"));
    return;
  }
  StartRead(&chunk_);
}

void SendAttachmentsCall::end(const absl::Status& status) {
  noteCall(parts_, "Sync.SendAttachments", status, began_);
  Finish(toGrpc(status));
}

void SendAttachmentsCall::OnDone() {
  self_.reset();
}

}  // namespace doorstep::service
