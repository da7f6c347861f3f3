#include "sync/service/admin_desk.h"

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/service/own_replica.h"

namespace doorstep::service {
namespace {

constexpr char kUsualZone[] = "Asia/Shanghai";

std::string fieldsOf(const v1::Receipt& receipt) {
  std::string fields;
  for (const v1::Problem& problem : receipt.problems()) {
    absl::StrAppend(&fields, fields.empty() ? "" : ", ", problem.field());
  }
  return fields;
}

}  // namespace

absl::StatusOr<absl::StatusOr<v1::SetRulesReply>> setRules(CommitWork& commit, const v1::SetRulesRequest& request) {
  using Outcome = absl::StatusOr<v1::SetRulesReply>;
  const Directory::Place* place = commit.directory().placeByCode(request.district_code());
  if (place == nullptr || place->area.kind() != v1::AREA_KIND_DISTRICT) {
    return Outcome(absl::NotFoundError("there is no such district"));
  }
  absl::TimeZone zone;
  v1::Record record;
  v1::DistrictRules& rules = *record.mutable_district_rules();
  rules = request.rules();
  rules.set_district_id(place->area.id());
  if (rules.zone().empty()) {
    rules.set_zone(kUsualZone);
  }
  if (!absl::LoadTimeZone(rules.zone(), &zone)) {
    return Outcome(absl::InvalidArgumentError("zone"));
  }
  OwnReplica replica(commit.district(place->district_id));
  std::optional<v1::Receipt> receipt;
  if (const v1::DistrictRules* standing = commit.directory().rules(place->district_id)) {
    v1::Record before;
    *before.mutable_district_rules() = *standing;
    rules.set_id(standing->id());
    DOORSTEP_ASSIGN(receipt, replica.edit(before, record));
  } else {
    rules.set_id(commit.identifiers().next());
    DOORSTEP_ASSIGN(receipt, replica.create(record));
  }
  DOORSTEP_TRY(replica.finish());
  if (receipt.has_value() && receipt->outcome() == v1::RECEIPT_OUTCOME_QUARANTINED) {
    return Outcome(absl::InvalidArgumentError(fieldsOf(*receipt)));
  }
  v1::SetRulesReply reply;
  if (receipt.has_value()) {
    *reply.mutable_revision() = receipt->revision();
  } else {
    DOORSTEP_ASSIGN(*reply.mutable_revision(), commit.district(place->district_id).ledger.head());
  }
  return Outcome(reply);
}

absl::StatusOr<v1::ListDevicesReply> listDevices(RegistryReader& registry, const Directory& directory) {
  DOORSTEP_ASSIGN(const auto devices, registry.devices());
  v1::ListDevicesReply reply;
  for (const DeviceRow& row : devices) {
    if (row.is_operator) {
      continue;
    }
    v1::Device& device = *reply.add_devices();
    device.set_replica_id(row.replica_id);
    device.set_device_name(row.device_name);
    if (const Directory::Person* person = directory.person(row.worker_id)) {
      device.set_staff_number(person->worker.staff_number());
    }
    device.set_certificate_fingerprint(row.fingerprint);
    *device.mutable_enrolled_at() = care::toTimestamp(row.enrolled_at);
    if (row.last_hello_at.has_value()) {
      *device.mutable_last_hello_at() = care::toTimestamp(*row.last_hello_at);
    }
    device.set_last_sequence(row.last_sequence);
    device.set_waiting(row.waiting);
    device.set_revoked(row.revoked);
  }
  return reply;
}

absl::StatusOr<v1::ListConflictsReply> listConflicts(Snapshot& snapshot, const Directory& directory) {
  v1::ListConflictsReply reply;
  for (const std::string& district : directory.districtsWithRules()) {
    DOORSTEP_ASSIGN(const auto conflicts, snapshot.district(district).find({Index::kConflict, ""}));
    for (const StoredRecord& stored : conflicts) {
      DOORSTEP_ASSIGN(const v1::Record record, decoded(stored));
      v1::Conflict& conflict = *reply.add_conflicts();
      conflict = record.conflict();
      conflict.clear_chosen_value();
      conflict.clear_other_value();
    }
  }
  return reply;
}

absl::StatusOr<v1::ListQuarantinedReply> listQuarantined(Snapshot& snapshot, const Directory& directory) {
  v1::ListQuarantinedReply reply;
  for (const std::string& district : directory.districtsWithRules()) {
    DOORSTEP_ASSIGN(const auto rows, snapshot.district(district).quarantined());
    for (const QuarantineRow& row : rows) {
      v1::QuarantinedChange& change = *reply.add_changes();
      change.set_change_id(row.change_id);
      change.set_replica_id(row.replica_id);
      change.set_sequence(row.sequence);
      *change.mutable_received_at() = care::toTimestamp(row.received_at);
      DOORSTEP_ASSIGN(const auto consumed, snapshot.district(district).consumed(row.replica_id, row.sequence));
      v1::Receipt receipt;
      if (!consumed.has_value() || !receipt.ParseFromString(consumed->receipt)) {
        return absl::DataLossError("a receipt in the ledger cannot be read");
      }
      *change.mutable_problems() = receipt.problems();
    }
  }
  return reply;
}

}  // namespace doorstep::service
