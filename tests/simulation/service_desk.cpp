// What people do at the service's own machine.
#include <filesystem>
#include <utility>

#include "sync/outside/attempt.h"
#include "sync/service/backup/watermark.h"
#include "sync/service/bundles/bundle_desk.h"
#include "sync/service/import/import_file.h"
#include "sync/service/settle/settling_desk.h"
#include "tests/simulation/service_machine.h"
#include "tests/simulation/signatures.h"

namespace doorstep::simulation {
namespace {

service::Caller operatorCaller() {
  service::Caller caller;
  caller.is_operator = true;
  caller.roles = {v1::ROLE_OPERATOR};
  return caller;
}

}  // namespace

absl::StatusOr<VirtualDisk::Image> ServiceMachine::backup() {
  if (wentDown()) {
    return down();
  }
  const std::string name = "/backup.copy";
  const std::string path = machine_.disk.folder() + name;
  std::filesystem::remove(path);
  machine_.disk.remove(path);
  service::BackupMarks marks;
  {
    DOORSTEP_ASSIGN(const auto snapshot, ledger_->read());
    DOORSTEP_ASSIGN(marks, service::marksOf(*snapshot));
    DOORSTEP_TRY(snapshot->copyTo(path));
  }
  const VirtualDisk::Image image{{"/ledger.db", machine_.disk.image().at(name)}};
  machine_.disk.remove(path);
  DOORSTEP_TRY(run([&marks](service::CommitWork& commit) { return service::keepMarks(commit, marks); }));
  return image;
}

absl::Status ServiceMachine::restore(const VirtualDisk::Image& image, bool announced) {
  stop(Stop::kProgram);
  machine_.disk.load(image);
  machine_.disk.start();
  if (announced) {
    sqlite::OpenOptions options;
    options.key = ledgerKey();
    DOORSTEP_ASSIGN(auto database, sqlite::Database::open(machine_.disk.folder() + "/ledger.db", options));
    DOORSTEP_TRY(
        database.execute("UPDATE district SET epoch = max(epoch + 1, ?1)", absl::ToUnixSeconds(machine_.clock.now())));
  }
  return start();
}

absl::Status ServiceMachine::noteBeside() {
  return notes_->catchUp(*ledger_);
}

absl::StatusOr<std::vector<v1::ImportRowResult>> ServiceMachine::import(const std::vector<v1::ImportRow>& rows) {
  v1::ImportRequest request;
  request.mutable_rows()->Add(rows.begin(), rows.end());
  request.set_last(true);
  std::vector<v1::ImportRowResult> results;
  DOORSTEP_TRY(run([&](service::CommitWork& commit) -> absl::Status {
    service::ImportFile file(operatorCaller());
    DOORSTEP_ASSIGN(results, file.take(commit, request));
    return absl::OkStatus();
  }));
  return results;
}

absl::Status ServiceMachine::enrolDevice(const std::string& fingerprint, const std::string& replica_id,
                                         const std::string& worker_id) {
  return run([&](service::CommitWork& commit) {
    service::DeviceRow device;
    device.fingerprint = fingerprint;
    device.replica_id = replica_id;
    device.district_id = districtId();
    device.worker_id = worker_id;
    device.enrolled_at = commit.now();
    return commit.registry().putDevice(device);
  });
}

absl::Status ServiceMachine::revoke(const std::string& fingerprint) {
  DOORSTEP_TRY(run([&](service::CommitWork& commit) -> absl::Status {
    DOORSTEP_ASSIGN(auto device, commit.registry().device(fingerprint));
    if (!device.has_value()) {
      return absl::NotFoundError("no such device");
    }
    device->revoked = true;
    return commit.registry().putDevice(*device);
  }));
  return noteBeside();
}

std::vector<std::string> ServiceMachine::putAside() {
  std::vector<std::string> changes;
  if (const auto snapshot = look()) {
    const auto rows = snapshot->district(districtId()).quarantined();
    for (const service::QuarantineRow& row : rows.ok() ? *rows : std::vector<service::QuarantineRow>()) {
      changes.push_back(row.change_id);
    }
  }
  return changes;
}

absl::StatusOr<v1::Receipt> ServiceMachine::settle(const v1::Settlement& settlement) {
  v1::SettleRequest request;
  *request.mutable_settlement() = settlement;
  absl::StatusOr<v1::SettleReply> reply;
  DOORSTEP_TRY(run([&](service::CommitWork& commit) -> absl::Status {
    DOORSTEP_ASSIGN(reply, service::settle(commit, operatorCaller(), request));
    return absl::OkStatus();
  }));
  DOORSTEP_TRY(reply.status());
  return reply->receipt();
}

absl::StatusOr<ServiceMachine::Answered> ServiceMachine::takeBundle(const std::string& carrier,
                                                                    const std::string& file) {
  DOORSTEP_ASSIGN(const service::Caller caller, admit(carrier));
  DOORSTEP_ASSIGN(service::OpenedBundle opened, service::openBundle(identity_, file));
  v1::BundleManifest& manifest = opened.envelope.manifest;
  manifest.set_signer_fingerprint(signatures().nameOf(manifest.signer_fingerprint()));
  service::BundleOutcome outcome;
  DOORSTEP_TRY(run([&](service::CommitWork& commit) -> absl::Status {
    outcome = service::BundleOutcome();
    if (outcome.stopped = stillWelcome(commit.registry(), caller); outcome.stopped.ok()) {
      DOORSTEP_ASSIGN(outcome, service::takeBundle(commit, caller, opened));
    }
    return absl::OkStatus();
  }));
  DOORSTEP_TRY(outcome.stopped);
  Answered answered;
  answered.receipts = outcome.answer.receipts;
  DOORSTEP_ASSIGN(answered.file,
                  service::answerBundle(identity_, opened, outcome, identifiers_->next(), machine_.clock.now()));
  return answered;
}

std::string ServiceMachine::districtId() const {
  const auto* place = directory().placeByCode("220211");
  return place == nullptr ? std::string() : place->area.id();
}

}  // namespace doorstep::simulation
