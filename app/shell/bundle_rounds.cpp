#include "app/shell/bundle_rounds.h"

#include <algorithm>
#include <filesystem>
#include <future>
#include <memory>

#include "sync/bundle/changes.h"
#include "sync/bundle/envelope.h"
#include "sync/bundle/refusal.h"
#include "sync/bundle/signature.h"
#include "sync/client/grpc/grpc_remote.h"
#include "sync/outside/attempt.h"
#include "sync/outside/executor.h"

namespace doorstep::shell {
namespace {

namespace fs = std::filesystem;

// Somebody stands at the desk and waits.
constexpr client::StreamLimits kLimits{.deadline = absl::Minutes(3), .stall = absl::Seconds(30)};

absl::Status replace(vault::Disk& disk, const std::string& path, std::string_view bytes) {
  DOORSTEP_TRY(disk.write(path + ".new", bytes));
  return disk.rename(path + ".new", path);
}

absl::StatusOr<std::string> ask(const Carrier& carrier, const std::string& file) {
  std::promise<absl::StatusOr<std::string>> answer;
  std::unique_ptr<client::GrpcRemote> remote;
  outside::SerialExecutor executor;
  executor.post([&] {
    client::RemoteLimits limits;
    limits.bundle = kLimits;
    auto made = client::GrpcRemote::make(carrier.address, carrier.identity, executor, limits);
    if (!made.ok()) {
      answer.set_value(made.status());
      return;
    }
    remote = *std::move(made);
    remote->takeBundle(file,
                       [&answer](absl::StatusOr<std::string> receipts) { answer.set_value(std::move(receipts)); });
  });
  absl::StatusOr<std::string> receipts = answer.get_future().get();
  std::promise<void> gone;
  executor.post([&] {
    remote.reset();
    gone.set_value();
  });
  gone.get_future().wait();
  return receipts;
}

// Looked at before it goes on its way: a file that is not whole need not travel.
absl::Status carry(const std::string& path, const std::string& receipts_path, const Carrier& carrier, vault::Disk& disk,
                   CarriedBundle& carried) {
  DOORSTEP_ASSIGN(const std::string file, readBundle(path, disk));
  DOORSTEP_ASSIGN(const bundle::Envelope envelope, bundle::read(file));
  carried.bundle = envelope.manifest;
  if (envelope.manifest.kind() != v1::BUNDLE_KIND_CHANGES) {
    return bundle::refused(bundle::Refusal::kWrongKind);
  }
  DOORSTEP_ASSIGN(const std::string receipts, ask(carrier, file));
  DOORSTEP_ASSIGN(carried.receipts, bundle::peek(receipts));
  return replace(disk, receipts_path, receipts);
}

absl::StatusOr<std::vector<std::string>> bundlesIn(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    const std::string path = entry.path().string();
    if (path.ends_with(bundle::kChangesEnding) && !fs::exists(bundle::receiptsPathFor(path), error)) {
      paths.push_back(path);
    }
  }
  if (error) {
    return absl::NotFoundError("the folder cannot be read");
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

const PendingBundle* answeredBy(const std::vector<PendingBundle>& pending, const v1::BundleManifest& receipts) {
  const auto found = std::find_if(pending.begin(), pending.end(), [&receipts](const PendingBundle& one) {
    return one.manifest.replica_id() == receipts.replica_id();
  });
  return found == pending.end() ? nullptr : &*found;
}

absl::Status leave(Entrance& entrance, const std::string& path, CarriedBundle& carried) {
  vault::Disk& disk = entrance.disk();
  DOORSTEP_ASSIGN(const std::string file, readBundle(path, disk));
  DOORSTEP_ASSIGN(const bundle::Envelope envelope, bundle::read(file));
  carried.receipts = envelope.manifest;
  if (envelope.manifest.kind() != v1::BUNDLE_KIND_RECEIPTS) {
    return bundle::refused(bundle::Refusal::kWrongKind);
  }
  const std::vector<PendingBundle> pending = pendingBundles(entrance);
  const PendingBundle* answered = answeredBy(pending, envelope.manifest);
  if (answered == nullptr) {
    return bundle::refused(bundle::Refusal::kOtherReplica);
  }
  carried.name = answered->label;
  carried.bundle = answered->manifest;
  DOORSTEP_ASSIGN(const client::EnrolmentResult enrolment, entrance.enrolmentOf(answered->profile));
  if (!bundle::isIssuedBy(envelope.certificate, enrolment.identity.authority) ||
      !bundle::isServiceCertificate(envelope.certificate)) {
    return bundle::refused(bundle::Refusal::kOtherService);
  }
  DOORSTEP_TRY(replace(disk, answered->profile.receipts(), file));
  const bool answers_all = envelope.manifest.last_sequence() >= answered->manifest.last_sequence();
  return answers_all ? disk.remove(answered->profile.pending()) : absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::string> readBundle(const std::string& path, vault::Disk& disk) {
  std::error_code error;
  if (const std::uintmax_t size = fs::file_size(path, error); !error && size > bundle::kLargestFile) {
    return bundle::refused(bundle::Refusal::kTooLarge);
  }
  return disk.read(path);
}

std::vector<PendingBundle> pendingBundles(const Entrance& entrance) {
  std::vector<PendingBundle> pending;
  for (const auto& [profile, label] : entrance.profiles()) {
    const absl::StatusOr<std::string> file = entrance.disk().read(profile.pending());
    absl::StatusOr<v1::BundleManifest> manifest = file.ok() ? bundle::peek(*file) : file.status();
    if (manifest.ok()) {
      pending.push_back({profile, label, *std::move(manifest)});
    }
  }
  return pending;
}

absl::StatusOr<Carrier> carrierOf(Entrance& entrance, const ProfileFolder& profile) {
  DOORSTEP_ASSIGN(const client::EnrolmentResult enrolment, entrance.enrolmentOf(profile));
  return Carrier{enrolment.sync_address, enrolment.identity};
}

CarriedBundle sendPending(const PendingBundle& pending, const Carrier& carrier, vault::Disk& disk) {
  CarriedBundle carried{pending.label, pending.manifest, {}, {}};
  carried.status = carry(pending.profile.pending(), pending.profile.receipts(), carrier, disk, carried);
  if (carried.status.ok()) {
    carried.status = disk.remove(pending.profile.pending());
  }
  return carried;
}

std::vector<CarriedBundle> carryFrom(const std::string& folder, const Carrier& carrier, vault::Disk& disk) {
  const absl::StatusOr<std::vector<std::string>> paths = bundlesIn(folder);
  if (!paths.ok()) {
    return {CarriedBundle{fs::path(folder).filename().string(), {}, {}, paths.status()}};
  }
  std::vector<CarriedBundle> all;
  for (const std::string& path : *paths) {
    CarriedBundle& carried = all.emplace_back();
    carried.name = fs::path(path).filename().string();
    carried.status = carry(path, bundle::receiptsPathFor(path), carrier, disk, carried);
  }
  return all;
}

absl::StatusOr<std::size_t> copyPending(const std::vector<PendingBundle>& pending, const std::string& folder,
                                        vault::Disk& disk) {
  for (const PendingBundle& one : pending) {
    DOORSTEP_ASSIGN(const std::string file, disk.read(one.profile.pending()));
    DOORSTEP_TRY(replace(disk, (fs::path(folder) / bundle::fileNameOf(one.manifest)).string(), file));
  }
  return pending.size();
}

CarriedBundle leaveReceipts(Entrance& entrance, const std::string& path) {
  CarriedBundle carried;
  carried.name = fs::path(path).filename().string();
  carried.status = leave(entrance, path, carried);
  return carried;
}

}  // namespace doorstep::shell
