#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "sync/sqlite/database.h"
#include "sync/sqlite/statement.h"

namespace doorstep::sqlite {

// The handle and its prepared statements, at an address that stays while the Database moves.
class Database::Connection {
 public:
  explicit Connection(sqlite3* handle) : handle_(handle) {}
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  sqlite3* handle() const { return handle_; }

  absl::StatusOr<Statement> prepare(std::string_view sql);
  absl::Status runScript(const std::string& script, std::string_view doing);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  // More than one only where a statement is used within itself.
  using Copies = std::vector<std::unique_ptr<Statement::Prepared>>;

  void forgetIdle();

  sqlite3* handle_;
  std::unordered_map<std::string, Copies, Hash, std::equal_to<>> cache_;
};

}  // namespace doorstep::sqlite
