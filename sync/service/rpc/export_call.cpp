#include "sync/service/rpc/export_call.h"

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "sync/outside/attempt.h"
#include "sync/service/audit.h"
#include "sync/service/coverage/coverage_desk.h"
#include "sync/service/rpc/asked_area.h"
#include "sync/service/rpc/door.h"

namespace doorstep::service {

ExportCall* ExportCall::start(Parts& parts, grpc::CallbackServerContext* context, const v1::ExportRequest& request) {
  const std::shared_ptr<ExportCall> call(new ExportCall(parts, context, request));
  call->self_ = call;
  parts.readers.post([call] { call->admitCaller(); });
  return call.get();
}

ExportCall::ExportCall(Parts& parts, grpc::CallbackServerContext* context, const v1::ExportRequest& request)
    : parts_(parts), context_(context), request_(request), began_(absl::Now()) {}

void ExportCall::admitCaller() {
  auto caller = admit(parts_, *context_, "Coverage.Export");
  if (!caller.ok()) {
    end(caller.status());
    return;
  }
  caller_ = *std::move(caller);
  const auto district = districtFor(parts_.writer.directory(), caller_);
  if (!district.ok()) {
    end(district.status());
    return;
  }
  parts_.writer.whenCurrent(*district, [self = shared_from_this()](const absl::Status& current) {
    if (!current.ok()) {
      self->end(current);
      return;
    }
    self->parts_.readers.post([self] { self->open(); });
  });
}

absl::Status ExportCall::prepare() {
  DOORSTEP_ASSIGN(auto snapshot, parts_.ledger.read());
  DOORSTEP_ASSIGN(stream_, ExportStream::open(std::move(snapshot), parts_.writer.directory(), caller_, request_,
                                              parts_.clock.now()));
  return absl::OkStatus();
}

void ExportCall::open() {
  const absl::Status prepared = prepare();
  if (!prepared.ok() && !absl::IsPermissionDenied(prepared)) {
    end(prepared);
    return;
  }
  const v1::AuditVerb verb = prepared.ok() ? v1::AUDIT_VERB_EXPORT : v1::AUDIT_VERB_REFUSED;
  const std::string subject =
      absl::StrCat(askedArea("Coverage.Export", request_.area_code()), " ", static_cast<int>(request_.kind()));
  parts_.writer.post([verb, subject, caller = caller_](
                         CommitWork& commit) { return appendAudit(commit, auditEvent(verb, caller, subject)); },
                     [self = shared_from_this(), prepared](const absl::Status& committed) {
                       if (!committed.ok() || !prepared.ok()) {
                         self->end(committed.ok() ? prepared : committed);
                         return;
                       }
                       self->parts_.readers.post([self] { self->sendNext(); });
                     });
}

absl::StatusOr<std::optional<v1::ExportReply>> ExportCall::nextPage() {
  {
    DOORSTEP_ASSIGN(const auto now, parts_.ledger.read());
    DOORSTEP_TRY(stillWelcome(now->registry(), caller_));
  }
  return stream_->next();
}

void ExportCall::sendNext() {
  if (context_->IsCancelled()) {
    end(absl::CancelledError("the caller has gone"));
    return;
  }
  auto page = nextPage();
  if (!page.ok() || !page->has_value()) {
    end(page.status());
    return;
  }
  page_ = **std::move(page);
  StartWrite(&page_);
}

void ExportCall::OnWriteDone(bool ok) {
  if (!ok) {
    end(absl::CancelledError("the caller has gone"));
    return;
  }
  parts_.readers.post([self = shared_from_this()] { self->sendNext(); });
}

void ExportCall::end(const absl::Status& status) {
  stream_.reset();
  noteCall(parts_, "Coverage.Export", status, began_);
  Finish(toGrpc(status));
}

void ExportCall::OnDone() {
  self_.reset();
}

}  // namespace doorstep::service
