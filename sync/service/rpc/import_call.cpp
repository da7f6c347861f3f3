#include "sync/service/rpc/import_call.h"

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "sync/outside/attempt.h"
#include "sync/service/audit.h"
#include "sync/service/rpc/door.h"

namespace doorstep::service {
namespace {

constexpr int kMostRows = 500;

}  // namespace

ImportCall* ImportCall::start(Parts& parts, grpc::CallbackServerContext* context) {
  const std::shared_ptr<ImportCall> call(new ImportCall(parts, context));
  call->self_ = call;
  parts.readers.post([call] { call->admitCaller(); });
  return call.get();
}

ImportCall::ImportCall(Parts& parts, grpc::CallbackServerContext* context)
    : parts_(parts), context_(context), began_(absl::Now()) {}

void ImportCall::admitCaller() {
  auto caller = admit(parts_, *context_, "Admin.Import");
  if (!caller.ok()) {
    end(caller.status());
    return;
  }
  caller_ = *std::move(caller);
  file_.emplace(caller_);
  StartRead(&request_);
}

void ImportCall::OnReadDone(bool ok) {
  if (!ok) {
    end(absl::OkStatus());
  } else if (request_.rows_size() > kMostRows) {
    end(absl::InvalidArgumentError("a request has at most 500 rows"));
  } else {
    take();
  }
}

void ImportCall::take() {
  struct Taken {
    std::vector<v1::ImportRowResult> results;
    absl::Status welcome;
  };
  const auto taken = std::make_shared<Taken>();
  parts_.writer.post(
      [self = shared_from_this(), taken](CommitWork& commit) {
        *taken = Taken();
        taken->welcome = stillWelcome(commit.registry(), self->caller_);
        if (taken->welcome.ok()) {
          DOORSTEP_ASSIGN(taken->results, self->file_->take(commit, self->request_));
        }
        return absl::OkStatus();
      },
      [self = shared_from_this(), taken](absl::Status committed) {
        committed.Update(taken->welcome);
        if (!committed.ok()) {
          self->end(committed);
          return;
        }
        self->file_->committed();
        self->rows_ += static_cast<std::size_t>(self->request_.rows_size());
        self->reply_.Clear();
        for (v1::ImportRowResult& result : taken->results) {
          *self->reply_.add_results() = std::move(result);
        }
        self->StartWrite(&self->reply_);
      });
}

void ImportCall::OnWriteDone(bool ok) {
  if (!ok) {
    end(absl::CancelledError("the caller has gone"));
    return;
  }
  StartRead(&request_);
}

// However it ends, what was taken is written down.
void ImportCall::end(const absl::Status& status) {
  if (rows_ == 0) {
    finish(status);
    return;
  }
  parts_.writer.post(
      [self = shared_from_this()](CommitWork& commit) {
        return appendAudit(commit, auditEvent(v1::AUDIT_VERB_IMPORT, self->caller_,
                                              absl::StrCat("Admin.Import ", self->rows_, " rows")));
      },
      [self = shared_from_this(), status](const absl::Status& committed) {
        self->finish(status.ok() ? committed : status);
      });
}

void ImportCall::finish(const absl::Status& status) {
  noteCall(parts_, "Admin.Import", status, began_);
  Finish(toGrpc(status));
}

void ImportCall::OnDone() {
  self_.reset();
}

}  // namespace doorstep::service
