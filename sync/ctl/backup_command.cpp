#include <array>
#include <cstdint>

#include <openssl/evp.h>

#include "absl/strings/str_cat.h"
#include "sync/ctl/file.h"
#include "sync/ctl/ledger_commands.h"
#include "sync/ctl/progress.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"

namespace doorstep::ctl {

namespace {

constexpr int kLedgerTimeoutFactor = 120;  // the whole ledger is one call

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) { EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr); }
  void add(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }
  std::string digest() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes = {};
    unsigned int size = 0;
    EVP_DigestFinal_ex(context_.get(), bytes.data(), &size);
    return {bytes.begin(), bytes.begin() + size};
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

struct Backup {
  std::uint64_t bytes = 0;
  std::string sha256;
  v1::Revision at;
};

absl::StatusOr<Backup> readBackup(const Console& console, Connection& connection, AtomicFile& file) {
  DOORSTEP_TRY(file.status());
  const auto context = connection.call(kLedgerTimeoutFactor);
  const auto stream = connection.admin().Backup(context.get(), v1::BackupRequest());
  Backup backup;
  Sha256 sum;
  std::uint64_t total = 0;
  Progress progress(console);
  v1::BackupReply reply;
  while (stream->Read(&reply)) {
    file.write(reply.chunk());
    sum.add(reply.chunk());
    backup.bytes += reply.chunk().size();
    total = reply.total_bytes() != 0 ? reply.total_bytes() : total;
    backup.sha256 = reply.sha256().empty() ? backup.sha256 : reply.sha256();
    backup.at = reply.has_at() ? reply.at() : backup.at;
    progress.show(backup.bytes >> 10, total >> 10);
    if (console.interrupted.load() || !file.status().ok()) {
      context->TryCancel();
    }
  }
  progress.end();
  const grpc::Status status = stream->Finish();
  if (console.interrupted.load()) {
    return failure(Failure::kStopped);
  }
  DOORSTEP_TRY(file.status());
  DOORSTEP_TRY(connection.outcome(status));
  if (backup.sha256 != sum.digest() || backup.bytes != total) {
    return failure(Failure::kTransferBroken, {absl::StrCat(backup.bytes, "/", total, " B")});
  }
  return backup;
}

}  // namespace

int backupCommand(const Console& console, const ConnectionOptions& connection_options, const std::string& path) {
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  AtomicFile file(path);
  const auto backup = readBackup(console, *connection, file);
  if (!backup.ok()) {
    return console.fail(backup.status());
  }
  if (absl::Status status = file.commit(); !status.ok()) {
    return console.fail(status);
  }
  console.out << console.pick("已备份到 ", "backed up to ") << path << console.pick("：", ": ") << backup->bytes
              << console.pick(" 字节，序号 ", " bytes, sequence ") << backup->at.sequence() << "\nSHA-256 "
              << outside::toHex(backup->sha256) << "\n";
  console.err << console.pick("备份是加密的：没有服务数据目录中的 ledger.key 就打不开，请把两者分开保存。\n",
                              "The backup is encrypted: it cannot be opened without ledger.key of the service's data "
                              "folder. Keep the two apart from one another.\n");
  return kExitDone;
}

}  // namespace doorstep::ctl
