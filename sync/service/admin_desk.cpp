#include "sync/service/admin_desk.h"

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/service/audit.h"
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

// Nothing when the rules stand so already.
absl::StatusOr<std::optional<v1::Receipt>> keepRules(CommitWork& commit, const std::string& district,
                                                     const v1::DistrictRules* standing, v1::Record record) {
  OwnReplica replica(commit.district(district));
  std::optional<v1::Receipt> receipt;
  if (standing != nullptr) {
    v1::Record before;
    *before.mutable_district_rules() = *standing;
    record.mutable_district_rules()->set_id(standing->id());
    DOORSTEP_ASSIGN(receipt, replica.edit(before, record));
  } else {
    record.mutable_district_rules()->set_id(commit.identifiers().next());
    DOORSTEP_ASSIGN(receipt, replica.create(record));
  }
  DOORSTEP_TRY(replica.finish());
  return receipt;
}

}  // namespace

absl::StatusOr<absl::StatusOr<v1::SetRulesReply>> setRules(CommitWork& commit, const Caller& caller,
                                                           const v1::SetRulesRequest& request) {
  using Outcome = absl::StatusOr<v1::SetRulesReply>;
  const Directory& directory = commit.directory();
  const Directory::Place* place = request.district_code().empty() ? directory.place(caller.district_id)
                                                                  : directory.placeByCode(request.district_code());
  if (place == nullptr || place->area.kind() != v1::AREA_KIND_DISTRICT) {
    return Outcome(absl::NotFoundError("there is no such district"));
  }
  const std::string district = place->district_id;
  const std::string subject = absl::StrCat("Admin.SetRules ", place->area.code());
  const v1::DistrictRules* standing = directory.rules(district);
  v1::Record record;
  v1::DistrictRules& rules = *record.mutable_district_rules();
  rules = request.rules();
  rules.set_district_id(place->area.id());
  if (rules.zone().empty()) {
    rules.set_zone(standing == nullptr ? kUsualZone : standing->zone());
  }
  const bool zone_stays = standing == nullptr || standing->zone() == rules.zone();
  if (!caller.administers(district) || (!zone_stays && !caller.has(v1::ROLE_OPERATOR))) {
    DOORSTEP_ASSIGN(const absl::Status refused, refusal(commit, caller, subject, "this is for the operator only"));
    return Outcome(refused);
  }
  absl::TimeZone zone;
  if (!absl::LoadTimeZone(rules.zone(), &zone)) {
    return Outcome(absl::InvalidArgumentError("zone"));
  }
  DOORSTEP_ASSIGN(const auto receipt, keepRules(commit, district, standing, std::move(record)));
  if (receipt.has_value() && receipt->outcome() == v1::RECEIPT_OUTCOME_QUARANTINED) {
    return Outcome(absl::InvalidArgumentError(fieldsOf(*receipt)));
  }
  DOORSTEP_TRY(appendAudit(commit, auditEvent(v1::AUDIT_VERB_SET_RULES, caller, subject)));
  v1::SetRulesReply reply;
  if (receipt.has_value()) {
    *reply.mutable_revision() = receipt->revision();
  } else {
    DOORSTEP_ASSIGN(*reply.mutable_revision(), commit.district(district).ledger.head());
  }
  return Outcome(reply);
}

absl::StatusOr<v1::GetRulesReply> getRules(const Directory& directory, const Caller& caller,
                                           const std::string& district_code) {
  const Directory::Place* place = directory.placeByCode(district_code);
  if (place == nullptr || place->area.kind() != v1::AREA_KIND_DISTRICT) {
    return absl::NotFoundError("there is no such district");
  }
  if (!caller.administers(place->district_id)) {
    return absl::PermissionDeniedError("this is another district");
  }
  v1::GetRulesReply reply;
  reply.set_district_code(place->area.code());
  reply.set_district_name(place->area.name());
  if (const v1::DistrictRules* standing = directory.rules(place->district_id)) {
    *reply.mutable_rules() = *standing;
  }
  return reply;
}

absl::StatusOr<v1::ListDevicesReply> listDevices(RegistryReader& registry, const Directory& directory,
                                                 const Caller& caller) {
  DOORSTEP_ASSIGN(const auto devices, registry.devices());
  v1::ListDevicesReply reply;
  for (const DeviceRow& row : devices) {
    if (row.is_operator || !caller.administers(row.district_id)) {
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
