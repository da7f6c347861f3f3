#include "sync/service/ledger/embedded_registry.h"

#include "sync/outside/attempt.h"

namespace doorstep::service {
namespace {

using sqlite::Blob;

#define DEVICE_COLUMNS                                                                                          \
  "fingerprint, replica, district, worker, name, enrolled_ms, last_hello_ms, last_sequence, waiting, revoked, " \
  "is_operator, compared_ms, records_held, records_due, records_differing "

DeviceRow deviceAt(const sqlite::Statement& row) {
  DeviceRow device;
  device.fingerprint = row.blob(0);
  device.replica_id = row.blob(1);
  device.district_id = row.blob(2);
  device.worker_id = row.blob(3);
  device.device_name = row.text(4);
  device.enrolled_at = absl::FromUnixMillis(row.integer(5));
  if (const auto hello = row.optionalInteger(6); hello.has_value()) {
    device.last_hello_at = absl::FromUnixMillis(*hello);
  }
  device.last_sequence = static_cast<std::uint64_t>(row.integer(7));
  device.waiting = static_cast<std::uint64_t>(row.integer(8));
  device.revoked = row.integer(9) != 0;
  device.is_operator = row.integer(10) != 0;
  if (const auto compared = row.optionalInteger(11); compared.has_value()) {
    device.compared_at = absl::FromUnixMillis(*compared);
  }
  device.records_held = static_cast<std::uint64_t>(row.integer(12));
  device.records_due = static_cast<std::uint64_t>(row.integer(13));
  device.records_differing = static_cast<std::uint64_t>(row.integer(14));
  return device;
}

std::optional<std::int64_t> millis(const std::optional<absl::Time>& time) {
  return time.has_value() ? std::optional(absl::ToUnixMillis(*time)) : std::nullopt;
}

AuditRow auditAt(const sqlite::Statement& row) {
  return {static_cast<std::uint64_t>(row.integer(0)), std::string(row.blob(1))};
}

}  // namespace

absl::StatusOr<std::vector<std::string>> EmbeddedRegistry::districts() {
  DOORSTEP_ASSIGN(auto select, database_.prepare("SELECT id FROM district ORDER BY number"));
  std::vector<std::string> ids;
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return ids;
    }
    ids.emplace_back(select.blob(0));
  }
}

absl::StatusOr<std::optional<DeviceRow>> EmbeddedRegistry::device(const std::string& fingerprint) {
  DOORSTEP_ASSIGN(auto select, database_.prepare("SELECT " DEVICE_COLUMNS "FROM device WHERE fingerprint = ?1"));
  select.bindAll(Blob{fingerprint});
  DOORSTEP_ASSIGN(const bool found, select.step());
  return found ? std::optional(deviceAt(select)) : std::nullopt;
}

absl::StatusOr<std::vector<DeviceRow>> EmbeddedRegistry::devices() {
  DOORSTEP_ASSIGN(auto select,
                  database_.prepare("SELECT " DEVICE_COLUMNS "FROM device ORDER BY enrolled_ms, fingerprint"));
  std::vector<DeviceRow> devices;
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return devices;
    }
    devices.push_back(deviceAt(select));
  }
}

absl::StatusOr<std::optional<CodeRow>> EmbeddedRegistry::code(const std::string& locator) {
  DOORSTEP_ASSIGN(auto select, database_.prepare("SELECT derived_key, district, worker, expires_ms, wrong_proofs, used "
                                                 "FROM code WHERE locator = ?1"));
  select.bindAll(locator);
  DOORSTEP_ASSIGN(const bool found, select.step());
  if (!found) {
    return std::nullopt;
  }
  return CodeRow{locator,
                 std::string(select.blob(0)),
                 std::string(select.blob(1)),
                 std::string(select.blob(2)),
                 absl::FromUnixMillis(select.integer(3)),
                 static_cast<std::uint32_t>(select.integer(4)),
                 select.integer(5) != 0};
}

absl::StatusOr<std::optional<AuditRow>> EmbeddedRegistry::lastAudit() {
  DOORSTEP_ASSIGN(auto select, database_.prepare("SELECT number, encoded FROM audit ORDER BY number DESC LIMIT 1"));
  DOORSTEP_ASSIGN(const bool found, select.step());
  return found ? std::optional(auditAt(select)) : std::nullopt;
}

absl::Status EmbeddedRegistry::forEachAudit(const std::function<absl::Status(const AuditRow&)>& visit) {
  DOORSTEP_ASSIGN(auto select, database_.prepare("SELECT number, encoded FROM audit ORDER BY number"));
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return absl::OkStatus();
    }
    DOORSTEP_TRY(visit(auditAt(select)));
  }
}

absl::Status EmbeddedRegistry::putDevice(const DeviceRow& device) {
  return database_.execute("INSERT OR REPLACE INTO device (" DEVICE_COLUMNS
                           ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
                           Blob{device.fingerprint}, Blob{device.replica_id}, Blob{device.district_id},
                           Blob{device.worker_id}, device.device_name, absl::ToUnixMillis(device.enrolled_at),
                           millis(device.last_hello_at), device.last_sequence, device.waiting, device.revoked ? 1 : 0,
                           device.is_operator ? 1 : 0, millis(device.compared_at), device.records_held,
                           device.records_due, device.records_differing);
}

absl::Status EmbeddedRegistry::putCode(const CodeRow& code) {
  return database_.execute(
      "INSERT OR REPLACE INTO code (locator, derived_key, district, worker, expires_ms, "
      "wrong_proofs, used) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      code.locator, Blob{code.key}, Blob{code.district_id}, Blob{code.worker_id}, absl::ToUnixMillis(code.expires_at),
      code.wrong_proofs, code.used ? 1 : 0);
}

absl::Status EmbeddedRegistry::appendAudit(const AuditRow& row) {
  return database_.execute("INSERT INTO audit (number, encoded) VALUES (?1, ?2)", row.number, Blob{row.encoded});
}

}  // namespace doorstep::service
