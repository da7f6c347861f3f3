#pragma once

#include <string>

#include "sync/ctl/connection.h"
#include "sync/ctl/console.h"

// Devices that are lost, and the ledger as a whole. Each gives its exit code.
namespace doorstep::ctl {

struct RevokeOptions {
  std::string staff_number;  // all devices of a worker, or
  std::string device;        // the beginning of a replica's number, or a device's whole name
  std::string reason;
};
int revokeCommand(const Console& console, const ConnectionOptions& connection, const RevokeOptions& options);

// Writes a consistent, encrypted copy of a running service's ledger; the file stands there only once its SHA-256 is
// that of what the service sent.
int backupCommand(const Console& console, const ConnectionOptions& connection, const std::string& file);

struct RestoreOptions {
  std::string file;
  std::string data_folder;  // of the stopped service, with its ledger.key
};
// Puts a backup in the place of a ledger, which is set aside and never deleted. Asks no service.
int restoreCommand(const Console& console, const RestoreOptions& options);

}  // namespace doorstep::ctl
