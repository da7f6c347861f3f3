#include "tests/scenario/mishaps.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "sync/bundle/changes.h"
#include "sync/ctl/bundle_command.h"
#include "sync/service/ledger/backup.h"
#include "tests/scenario/must.h"

namespace doorstep::tests {
namespace {

namespace fs = std::filesystem;

std::string dataFolder(const Field& field) {
  return field.folder("service");
}

void copyAll(const std::string& from, const std::string& to) {
  std::error_code failure;
  fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::overwrite_existing, failure);
  must(failure ? absl::InternalError(failure.message()) : absl::OkStatus(), "copy the service's folder");
}

}  // namespace

void backUp(Field& field, const std::string& file) {
  ctl::Connection operators = field.connection();
  const auto context = operators.call(10);
  const auto stream = operators.admin().Backup(context.get(), v1::BackupRequest());
  std::ofstream out(file, std::ios::binary);
  for (v1::BackupReply reply; stream->Read(&reply);) {
    out << reply.chunk();
  }
  must(operators.outcome(stream->Finish()), "back up");
  out.close();
  must(out ? absl::OkStatus() : absl::InternalError("it cannot be written"), "keep the backup");
}

void restore(Field& field, const std::string& file) {
  field.service().stop();
  must(service::restoreBackup(dataFolder(field), file, field.clock().now()).status(), "restore");
  field.restartService();
}

void revokeAll(Field& field, const std::string& staff_number) {
  ctl::Connection operators = field.connection();
  v1::RevokeRequest request;
  request.set_staff_number(staff_number);
  request.set_reason("lost");
  v1::RevokeReply reply;
  must(operators.outcome(operators.admin().Revoke(operators.call().get(), request, &reply)), "revoke");
}

std::string carry(Field& field, const std::string& sealed) {
  const QTemporaryDir stick;
  const std::string path = stick.filePath("waiting.bundle").toStdString();
  std::ofstream(path, std::ios::binary) << sealed;
  std::ostringstream said;
  const std::atomic<bool> interrupted = false;
  const ctl::Console console{said, said, ctl::Language::kEnglish, interrupted};
  const ctl::ConnectionOptions service{field.service().syncAddress(), field.service().operatorCredentials()};
  must(ctl::bundleSendCommand(console, service, {{path}, false}) == ctl::kExitDone ? absl::OkStatus()
                                                                                   : absl::InternalError(said.str()),
       "send a sealed file");
  std::ifstream receipts(bundle::receiptsPathFor(path), std::ios::binary);
  return {std::istreambuf_iterator<char>(receipts), {}};
}

MachineImage::MachineImage(Field& field) : field_(field) {
  field_.service().stop();
  copyAll(dataFolder(field_), image_.path().toStdString());
  field_.restartService();
}

void MachineImage::putBack() {
  field_.service().stop();
  for (const auto& entry : fs::directory_iterator(dataFolder(field_))) {
    fs::remove_all(entry.path());
  }
  copyAll(image_.path().toStdString(), dataFolder(field_));
  field_.restartService();
}

}  // namespace doorstep::tests
