#include "sync/service/rpc/backup_call.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/service/audit.h"
#include "sync/service/coverage/coverage_desk.h"
#include "sync/service/rpc/door.h"

namespace doorstep::service {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;
constexpr std::size_t kNameBytes = 8;

}  // namespace

BackupCall* BackupCall::start(Parts& parts, grpc::CallbackServerContext* context) {
  const std::shared_ptr<BackupCall> call(new BackupCall(parts, context));
  call->self_ = call;
  context->set_compression_algorithm(GRPC_COMPRESS_NONE);  // ciphertext gets no smaller
  parts.readers.post([call] { call->admitCaller(); });
  return call.get();
}

BackupCall::BackupCall(Parts& parts, grpc::CallbackServerContext* context)
    : parts_(parts), context_(context), began_(absl::Now()), digest_() {
  crypto_hash_sha256_init(&digest_);
}

BackupCall::~BackupCall() {
  if (file_ >= 0) {
    ::close(file_);
  }
}

void BackupCall::admitCaller() {
  auto caller = admit(parts_, *context_, "Admin.Backup");
  if (!caller.ok()) {
    end(caller.status());
    return;
  }
  caller_ = *std::move(caller);
  // Whoever takes everything away is written down first.
  parts_.writer.post(
      [caller = caller_](CommitWork& commit) {
        return appendAudit(commit, auditEvent(v1::AUDIT_VERB_BACKUP, caller, "Admin.Backup"));
      },
      [self = shared_from_this()](const absl::Status& committed) {
        if (!committed.ok()) {
          self->end(committed);
          return;
        }
        self->parts_.readers.post([self] {
          const absl::Status copied = self->copy();
          copied.ok() ? self->sendNext() : self->end(copied);
        });
      });
}

absl::Status BackupCall::copy() {
  const std::string path =
      absl::StrCat(parts_.data_folder, "/backup-", outside::toHex(parts_.random.bytes(kNameBytes)), ".copy");
  {
    DOORSTEP_ASSIGN(const auto snapshot, parts_.ledger.read());
    if (const auto district = districtFor(parts_.writer.directory(), caller_); district.ok()) {
      DOORSTEP_ASSIGN(at_, snapshot->district(*district).head());
    }
    DOORSTEP_ASSIGN(marks_, marksOf(*snapshot));
    DOORSTEP_TRY(snapshot->copyTo(path));
  }
  file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  ::unlink(path.c_str());
  const off_t size = file_ < 0 ? -1 : ::lseek(file_, 0, SEEK_END);
  if (size <= 0 || ::lseek(file_, 0, SEEK_SET) != 0) {
    return absl::InternalError("the copy of the ledger cannot be read");
  }
  total_ = static_cast<std::uint64_t>(size);
  return absl::OkStatus();
}

absl::StatusOr<bool> BackupCall::readChunk() {
  if (last_sent_) {
    return false;
  }
  reply_.Clear();
  std::string& chunk = *reply_.mutable_chunk();
  chunk.resize(std::min<std::uint64_t>(kChunk, total_ - sent_));
  std::size_t filled = 0;
  while (filled < chunk.size()) {
    const ssize_t size = ::read(file_, chunk.data() + filled, chunk.size() - filled);
    if (size <= 0) {
      return absl::InternalError("the copy of the ledger cannot be read");
    }
    filled += static_cast<std::size_t>(size);
  }
  crypto_hash_sha256_update(&digest_, reinterpret_cast<const unsigned char*>(chunk.data()), chunk.size());
  sent_ += chunk.size();
  reply_.set_total_bytes(total_);
  if (sent_ == total_) {
    last_sent_ = true;
    reply_.mutable_sha256()->resize(crypto_hash_sha256_BYTES);
    crypto_hash_sha256_final(&digest_, reinterpret_cast<unsigned char*>(reply_.mutable_sha256()->data()));
    *reply_.mutable_at() = at_;
  }
  return true;
}

void BackupCall::sendNext() {
  if (context_->IsCancelled()) {
    end(absl::CancelledError("the operator has gone"));
    return;
  }
  const absl::StatusOr<bool> more = readChunk();
  if (!more.ok()) {
    end(more.status());
    return;
  }
  if (!*more) {
    handedOver();
    return;
  }
  StartWrite(&reply_);
}

void BackupCall::handedOver() {
  parts_.writer.post([marks = marks_](CommitWork& commit) { return keepMarks(commit, marks); },
                     [self = shared_from_this()](const absl::Status& kept) { self->end(kept); });
}

void BackupCall::OnWriteDone(bool ok) {
  if (!ok) {
    end(absl::CancelledError("the operator has gone"));
    return;
  }
  parts_.readers.post([self = shared_from_this()] { self->sendNext(); });
}

void BackupCall::end(const absl::Status& status) {
  noteCall(parts_, "Admin.Backup", status, began_);
  Finish(toGrpc(status));
}

void BackupCall::OnDone() {
  self_.reset();
}

}  // namespace doorstep::service
