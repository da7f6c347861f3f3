#include "sync/service/daemon/start_failure.h"

#include <string_view>

#include "absl/strings/str_cat.h"
#include "absl/strings/substitute.h"

namespace doorstep::service {
namespace {

// $0 the place, $1 the system's own words.
struct Words {
  const char* zh;
  const char* en;
};

Words ledgerWords(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kResourceExhausted:
      return {
          "磁盘已满，账本 $0 打不开。已保存的数据都在，没有改动。请腾出磁盘空间后再启动。",
          "The disk is full, so the ledger $0 cannot be opened. Everything that was saved is there, unchanged. Free "
          "some disk space and start again."};
    case absl::StatusCode::kPermissionDenied:
    case absl::StatusCode::kDataLoss:
      return {
          "账本 $0 已损坏，或者密钥文件 ledger.key "
          "不是它的（$"
          "1）。文件原样保留，没有改动；平板上尚未得到回执的数据都还在平板上。请把两个文件一起复制到安全的地方，再"
          "用最近的备份恢复。",
          "The ledger $0 is damaged, or the key file ledger.key is not its key ($1). The files were left as they are; "
          "whatever has no receipt yet is still on the tablets. Copy both files to a safe place, then restore the "
          "latest backup."};
    case absl::StatusCode::kFailedPrecondition:
      return {"账本 $0 不能由这个程序打开（$1）。文件原样保留，没有改动。请使用写入它的版本或更新的版本启动。",
              "The ledger $0 cannot be opened by this program ($1). The file was left as it is. Start the version that "
              "wrote it, or a newer one."};
    default:
      return {"账本 $0 打不开（$1）。文件原样保留，没有改动。请检查磁盘和权限后再启动。",
              "The ledger $0 cannot be opened ($1). The file was left as it is. Check the disk and the permissions and "
              "start again."};
  }
}

Words words(const StartFailure& failure) {
  switch (failure.step) {
    case StartStep::kFlags:
      return {"命令行参数有误：$1。什么都没有启动，也没有改动。请用 --help 查看参数。",
              "The command line is wrong: $1. Nothing was started or changed. See --help for the flags."};
    case StartStep::kConfigFile:
      return {"配置文件 $0 有误（第 $1）。什么都没有启动，也没有改动。请改正这一行再启动。",
              "The configuration file $0 is wrong (line $1). Nothing was started or changed. Correct that line and "
              "start again."};
    case StartStep::kDataFolder:
      return {
          "数据目录 $0 不能写入（$1）。什么都没有改动。请检查这个目录的所有者、权限和磁盘空间，或用 --data-dir "
          "指定别的目录。",
          "The data folder $0 cannot be written ($1). Nothing was changed. Check the folder's owner, permissions and "
          "disk space, or name another with --data-dir."};
    case StartStep::kAlreadyRunning:
      return {
          "数据目录 $0 正由另一个 doorstepd 使用。它照常运行，数据没有改动。请使用正在运行的那个，或先把它停下。",
          "The data folder $0 is in use by another doorstepd. That one goes on, nothing was changed. Use the one that "
          "is running, or stop it first."};
    case StartStep::kLedgerKey:
      return {"账本的密钥 $0 读不出来（$1）。账本原样保留，没有改动，但没有密钥就打不开。请从备份取回这个文件。",
              "The ledger's key $0 cannot be read ($1). The ledger was left as it is, but cannot be opened without it. "
              "Bring the file back from the backup."};
    case StartStep::kLedger:
      return ledgerWords(failure.status);
    case StartStep::kIdentity:
      return {
          "服务的证书文件读写不了（$0：$1）。账本没有改动。请检查数据目录中 authority.*、service.*、escrow.pub "
          "是否齐全、可读，缺少的从备份取回。",
          "The service's certificate files cannot be read or written ($0: $1). The ledger was left as it is. Check "
          "that authority.*, service.* and escrow.pub are in the data folder and readable; bring back what is missing "
          "from the backup."};
    case StartStep::kNotes:
      return {
          "记录吊销和冻结的文件 $0 读写不了，或者被人改动过（$1）。账本没有改动，文件原样保留。请检查磁盘和权限，或从备"
          "份取回这个文件再启动。",
          "The file $0, where revocations and freezes are noted, cannot be read or written, or somebody has changed "
          "it ($1). The ledger was left as it is, and so was the file. Check the disk and the permissions, or bring "
          "the file back from the backup, and start again."};
    case StartStep::kListen:
      return {
          "地址 $0 不能监听，多半已被别的程序占用。账本没有改动。请停掉占用它的程序，或用 --listen / --enrol-listen "
          "换一个地址。",
          "The address $0 cannot be listened on; most likely another program has it. The ledger was left as it is. "
          "Stop that program, or choose another address with --listen or --enrol-listen."};
  }
  return {"", ""};
}

}  // namespace

std::string startFailureText(const StartFailure& failure) {
  const Words found = words(failure);
  const std::string reason(failure.status.message());
  return absl::StrCat(absl::Substitute(found.zh, failure.place, reason), "\n",
                      absl::Substitute(found.en, failure.place, reason), "\n");
}

}  // namespace doorstep::service
