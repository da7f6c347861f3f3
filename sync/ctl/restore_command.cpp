#include "absl/status/status.h"
#include "absl/time/clock.h"
#include "sync/ctl/ledger_commands.h"
#include "sync/outside/identifier.h"
#include "sync/service/ledger/backup.h"
#include "sync/service/ledger/content_check.h"
#include "sync/service/ledger/folder_lock.h"

namespace doorstep::ctl {

namespace {

bool isInUse(const std::string& folder) {
  const service::FolderLock lock(folder);
  return lock.exists() && !lock.held();
}

// What the ledger says, as what a person is told.
absl::Status told(const absl::Status& status, const RestoreOptions& options, const Console& console) {
  switch (status.code()) {
    case absl::StatusCode::kNotFound:
      return failure(Failure::kRestoreRefused,
                     {options.file, console.pick("没有找到备份文件或 ledger.key", "no such file, or no ledger.key")});
    case absl::StatusCode::kPermissionDenied:
      return failure(Failure::kRestoreRefused,
                     {options.file, console.pick("ledger.key 打不开它", "this ledger.key does not open it")});
    case absl::StatusCode::kDataLoss:
      return failure(Failure::kRestoreRefused, {options.file, console.pick("文件已损坏", "the file is damaged")});
    case absl::StatusCode::kResourceExhausted:
      return failure(Failure::kRestoreRefused, {options.file, console.pick("磁盘空间不足", "the disk is full")});
    case absl::StatusCode::kFailedPrecondition:
      return failure(
          Failure::kRestoreRefused,
          {options.file, console.pick("它由更新的程序写出，或没有加密，或服务正在启动",
                                      "it is of a newer program or not encrypted, or a service has started")});
    default:
      return failure(Failure::kRestoreRefused, {options.file, std::string(status.message())});
  }
}

// A backup of the ledger is one file; contents lie beside it and never change, so they are copied as they are.
void tellOfContents(const RestoreOptions& options, const Console& console) {
  const auto contents = service::checkContents(options.data_folder);
  if (!contents.ok()) {
    console.err << console.pick("照片未能核对。\n", "The pictures could not be checked.\n");
    return;
  }
  console.out << console.pick("照片：记录中有 ", "pictures: named by records ") << contents->named
              << console.pick("，齐全 ", ", complete ") << contents->complete << console.pick("，缺 ", ", missing ")
              << contents->missing() << console.pick("（其中损坏 ", " (damaged ") << contents->damaged
              << console.pick("）\n", ")\n");
  if (contents->missing() > 0) {
    console.err << console.pick("缺的照片：请把 attachments 文件夹的备份拷回；平板上还有的会自动补传。\n",
                                "Missing pictures: copy the backup of the folder attachments back; tablets that still "
                                "have them send them again.\n");
  }
}

}  // namespace

int restoreCommand(const Console& console, const RestoreOptions& options) {
  if (isInUse(options.data_folder)) {
    return console.fail(failure(Failure::kLedgerInUse, {options.data_folder}));
  }
  const auto report = service::restoreBackup(options.data_folder, options.file, absl::Now());
  if (!report.ok()) {
    return console.fail(told(report.status(), options, console));
  }
  console.out << console.pick("已恢复：记录 ", "restored: records ") << report->backup.records
              << console.pick("，区 ", ", districts ") << report->backup.districts << "\nSHA-256 "
              << outside::toHex(report->backup.sha256) << "\n";
  if (!report->set_aside.empty()) {
    console.out << console.pick("原来的账本保存在 ", "The ledger that stood there is now ") << report->set_aside
                << "\n";
  }
  tellOfContents(options, console);
  console.err << console.pick("请启动 doorstepd；各平板下次同步时会取回快照，并补传备份之后的记录。\n",
                              "Start doorstepd; at its next sync every tablet takes a snapshot and sends again what "
                              "is missing.\n");
  return kExitDone;
}

}  // namespace doorstep::ctl
