#pragma once

#include <QTemporaryDir>
#include <atomic>
#include <sstream>
#include <string>

#include "sync/ctl/columns.h"
#include "sync/ctl/connection.h"
#include "sync/ctl/console.h"
#include "tests/scenario/service_program.h"

namespace doorstep::tests {

// A fresh service on the morning of 2026-11-20 and an operator before it, who speaks English. Each
// command leaves its exit code, what it printed and what it said.
class OperatorDesk {
 public:
  OperatorDesk();

  ctl::Console console();  // forgets what was printed before
  ctl::ConnectionOptions connection() const { return connection_; }
  void useService(const std::string& address) { connection_.address = address; }
  void useCredentials(const std::string& path) { connection_.credentials = path; }
  void interrupt() { interrupted_ = true; }

  // Writes the file and imports it.
  int import(ctl::FileKind kind, const std::string& content);
  int importFile(ctl::FileKind kind, const std::string& path);
  std::string refused() const;  // the file of refused rows

  QString printed() const { return QString::fromStdString(out_.str()); }
  QString said() const { return QString::fromStdString(err_.str()); }
  QString path(const QString& name) const { return folder_.filePath(name); }
  ServiceProgram& service() { return service_; }

  // Province to grid of one small district, its rules and workers V1 (visitor) and S1 (supervisor).
  void fillDistrict();

 private:
  QTemporaryDir folder_;
  ServiceProgram service_;
  ctl::ConnectionOptions connection_;
  std::ostringstream out_;
  std::ostringstream err_;
  std::atomic<bool> interrupted_ = false;
};

}  // namespace doorstep::tests
