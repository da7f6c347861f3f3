#include "sync/service/evening/device_days.h"

#include <algorithm>
#include <tuple>

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/quarantine/settle_change.h"

namespace doorstep::service {
namespace {

// A revoked device cannot send what it holds any more: it is lost or to be handed in, and somebody has to ask.
bool holds(const v1::DeviceDay& device) {
  return device.waiting() > 0;
}

}  // namespace

absl::Status DeviceDays::fill(v1::EndOfDay& into, absl::CivilDay on) {
  const absl::TimeZone zone = directory_.zone(district_id_);
  const absl::Time from = absl::FromCivil(on, zone);
  DOORSTEP_TRY(loadDevices());
  DOORSTEP_TRY(takeOffWhatCame());
  DOORSTEP_TRY(count(into, from, absl::FromCivil(on + 1, zone)));
  DOORSTEP_TRY(park(into, nullptr));
  return judge(into, from);
}

absl::Status DeviceDays::fillParked(v1::EndOfDay& into, const Caller& settler) {
  DOORSTEP_TRY(loadDevices());
  return park(into, &settler);
}

// A device that began anew after a fork has several replicas; all are its own.
absl::Status DeviceDays::loadDevices() {
  DOORSTEP_ASSIGN(const auto replicas, ledger_.replicas());
  std::map<std::string, std::uint64_t> consumed;
  for (const ReplicaRow& replica : replicas) {
    owner_of_replica_[replica.replica_id] = replica.owner;
    consumed[replica.replica_id] = replica.last_sequence;
  }
  DOORSTEP_ASSIGN(const auto rows, snapshot_.registry().devices());
  for (const DeviceRow& row : rows) {
    if (row.is_operator || row.district_id != district_id_) {
      continue;
    }
    by_fingerprint_[row.fingerprint] = devices_.size();
    v1::DeviceDay& device = devices_.emplace_back();
    device.set_replica_id(row.replica_id);
    device.set_device_name(row.device_name);
    if (const Directory::Person* person = directory_.person(row.worker_id)) {
      device.set_staff_number(person->worker.staff_number());
      device.set_worker_name(person->worker.name());
    }
    *device.mutable_enrolled_at() = care::toTimestamp(row.enrolled_at);
    if (row.last_hello_at.has_value()) {
      *device.mutable_last_hello_at() = care::toTimestamp(*row.last_hello_at);
    }
    if (row.compared_at.has_value()) {
      *device.mutable_compared_at() = care::toTimestamp(*row.compared_at);
      device.set_records_held(row.records_held);
      device.set_records_due(row.records_due);
      device.set_records_differing(row.records_differing);
    }
    device.set_revoked(row.revoked);
    device.set_waiting(row.waiting);
    device.set_last_sequence(consumed[row.replica_id]);
  }
  return absl::OkStatus();
}

// A hello stands before the push: what a device said it holds, without what has come from it since.
absl::Status DeviceDays::takeOffWhatCame() {
  absl::Time earliest = absl::InfiniteFuture();
  for (const v1::DeviceDay& device : devices_) {
    if (device.waiting() > 0 && device.has_last_hello_at()) {
      earliest = std::min(earliest, care::toTime(device.last_hello_at()));
    }
  }
  return ledger_.forEachConsumed(earliest, absl::InfiniteFuture(), [this](const ConsumedLine& line) {
    v1::DeviceDay* device = deviceOf(line.replica_id);
    if (device != nullptr && device->waiting() > 0 && line.received_at >= care::toTime(device->last_hello_at())) {
      device->set_waiting(device->waiting() - 1);
    }
    return absl::OkStatus();
  });
}

v1::DeviceDay* DeviceDays::deviceOf(const std::string& replica_id) {
  const auto owner = owner_of_replica_.find(replica_id);
  const auto device = owner == owner_of_replica_.end() ? by_fingerprint_.end() : by_fingerprint_.find(owner->second);
  return device == by_fingerprint_.end() ? nullptr : &devices_[device->second];
}

absl::Status DeviceDays::count(v1::EndOfDay& into, absl::Time from, absl::Time until) {
  return ledger_.forEachConsumed(from, until, [&](const ConsumedLine& line) -> absl::Status {
    v1::DeviceDay* device = deviceOf(line.replica_id);
    if (device == nullptr) {
      return absl::OkStatus();  // the service's own replica
    }
    const bool quarantined = line.outcome == v1::RECEIPT_OUTCOME_QUARANTINED;
    const bool superseded = line.outcome == v1::RECEIPT_OUTCOME_SUPERSEDED;
    device->set_received(device->received() + 1);
    device->set_quarantined(device->quarantined() + (quarantined ? 1 : 0));
    device->set_applied(device->applied() + (quarantined ? 0 : 1));
    device->set_superseded(device->superseded() + (superseded ? 1 : 0));
    into.set_received(into.received() + 1);
    into.set_quarantined(into.quarantined() + (quarantined ? 1 : 0));
    into.set_applied(into.applied() + (quarantined ? 0 : 1));
    if (line.kind != v1::RECORD_KIND_VISIT) {
      return absl::OkStatus();
    }
    device->set_visits_received(device->visits_received() + 1);
    return countVisit(into, line);
  });
}

// A visit stands when its record is there, not because a receipt once said so.
absl::Status DeviceDays::countVisit(v1::EndOfDay& into, const ConsumedLine& line) {
  into.set_visits_received(into.visits_received() + 1);
  if (line.outcome == v1::RECEIPT_OUTCOME_QUARANTINED) {
    into.set_visits_quarantined(into.visits_quarantined() + 1);
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(const auto consumed, ledger_.consumed(line.replica_id, line.sequence));
  if (!consumed.has_value()) {
    return absl::DataLossError("a consumed change is missing from the ledger");
  }
  DOORSTEP_ASSIGN(const v1::Change change, replication::decodeChange(consumed->encoded));
  DOORSTEP_ASSIGN(const auto record, ledger_.record(replication::idOf(change.create())));
  into.set_visits_standing(into.visits_standing() + (record.has_value() ? 1 : 0));
  return absl::OkStatus();
}

absl::Status DeviceDays::park(v1::EndOfDay& into, const Caller* settler) {
  DOORSTEP_ASSIGN(const auto rows, ledger_.quarantined());
  const absl::CivilDay today = care::civilDay(into.on());
  for (const QuarantineRow& row : rows) {
    DOORSTEP_ASSIGN(const auto consumed, ledger_.consumed(row.replica_id, row.sequence));
    v1::Receipt receipt;
    if (!consumed.has_value() || !receipt.ParseFromString(consumed->receipt)) {
      return absl::DataLossError("a receipt in the ledger cannot be read");
    }
    const auto change = replication::decodeChange(consumed->encoded);
    if (settler != nullptr) {
      DOORSTEP_ASSIGN(const bool may,
                      maySettleChange(ledger_, directory_, *settler, today, change.ok() ? &*change : nullptr));
      if (!may) {
        continue;
      }
    }
    v1::ParkedChange& parked = *into.add_parked();
    parked.set_change_id(row.change_id);
    parked.set_replica_id(row.replica_id);
    parked.set_sequence(row.sequence);
    *parked.mutable_received_at() = care::toTimestamp(row.received_at);
    if (const v1::DeviceDay* device = deviceOf(row.replica_id)) {
      parked.set_device_name(device->device_name());
      parked.set_worker_name(device->worker_name());
    }
    *parked.mutable_problems() = receipt.problems();
    if (change.ok()) {
      parked.set_kind(change->has_create() ? replication::kindOf(change->create()) : change->edit().kind());
      if (const Directory::Person* person = directory_.person(change->worker_id())) {
        parked.set_worker_name(person->worker.name());
      }
    }
  }
  return absl::OkStatus();
}

absl::Status DeviceDays::judge(v1::EndOfDay& into, absl::Time from) {
  for (const v1::DeviceDay& device : devices_) {
    const bool silent = !device.has_last_hello_at() || care::toTime(device.last_hello_at()) < from;
    into.set_devices_holding(into.devices_holding() + (holds(device) ? 1 : 0));
    into.set_devices_silent(into.devices_silent() + (silent && !device.revoked() ? 1 : 0));
  }
  std::stable_sort(devices_.begin(), devices_.end(), [](const v1::DeviceDay& left, const v1::DeviceDay& right) {
    return std::make_tuple(!holds(left), std::string_view(left.device_name()), std::string_view(left.replica_id())) <
           std::make_tuple(!holds(right), std::string_view(right.device_name()), std::string_view(right.replica_id()));
  });
  for (v1::DeviceDay& device : devices_) {
    *into.add_devices() = std::move(device);
  }
  into.set_reconciles(into.received() == into.applied() + into.quarantined() &&
                      into.visits_received() == into.visits_standing() + into.visits_quarantined() &&
                      into.devices_holding() == 0 && into.parked().empty());
  return absl::OkStatus();
}

}  // namespace doorstep::service
