#pragma once

#include "sync/service/ledger.h"
#include "sync/sqlite/database.h"

namespace doorstep::service {

// Devices, codes and the audit chain in an open transaction of one connection.
class EmbeddedRegistry final : public RegistryWriter {
 public:
  explicit EmbeddedRegistry(sqlite::Database& database) : database_(database) {}

  absl::StatusOr<std::vector<std::string>> districts() override;
  absl::StatusOr<std::optional<DeviceRow>> device(const std::string& fingerprint) override;
  absl::StatusOr<std::vector<DeviceRow>> devices() override;
  absl::StatusOr<std::optional<CodeRow>> code(const std::string& locator) override;
  absl::StatusOr<std::optional<AuditRow>> lastAudit() override;
  absl::Status forEachAudit(const std::function<absl::Status(const AuditRow&)>& visit) override;
  absl::Status putDevice(const DeviceRow& device) override;
  absl::Status putCode(const CodeRow& code) override;
  absl::Status appendAudit(const AuditRow& row) override;

 private:
  sqlite::Database& database_;
};

}  // namespace doorstep::service
