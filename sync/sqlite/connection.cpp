#include "sync/sqlite/connection.h"

#include <sqlite3.h>

#include <iterator>
#include <utility>

#include "sync/sqlite/status.h"

namespace doorstep::sqlite {
namespace {

// Above this many texts somebody composes SQL at run time; the idle ones go.
constexpr std::size_t kMostCached = 256;

}  // namespace

Database::Connection::~Connection() {
  for (auto& [sql, copies] : cache_) {
    for (const auto& prepared : copies) {
      sqlite3_finalize(prepared->handle);
    }
  }
  sqlite3_close_v2(handle_);
}

absl::StatusOr<Statement> Database::Connection::prepare(std::string_view sql) {
  const auto known = cache_.find(sql);
  if (known != cache_.end()) {
    for (const auto& prepared : known->second) {
      if (!prepared->on_loan) {
        return Statement(*prepared);
      }
    }
  } else if (cache_.size() >= kMostCached) {
    forgetIdle();
  }
  auto prepared = std::make_unique<Statement::Prepared>();
  const char* rest = nullptr;
  const int result = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &prepared->handle, &rest);
  if (result != SQLITE_OK) {
    return statusOf(handle_, result, "preparing a statement");
  }
  if (prepared->handle == nullptr || rest != sql.data() + sql.size()) {
    sqlite3_finalize(prepared->handle);
    return absl::InvalidArgumentError("preparing a statement: not exactly one statement");
  }
  Copies& copies = cache_[std::string(sql)];
  copies.push_back(std::move(prepared));
  return Statement(*copies.back());
}

absl::Status Database::Connection::runScript(const std::string& script, std::string_view doing) {
  const int result = sqlite3_exec(handle_, script.c_str(), nullptr, nullptr, nullptr);
  return result == SQLITE_OK ? absl::OkStatus() : statusOf(handle_, result, doing);
}

void Database::Connection::forgetIdle() {
  for (auto entry = cache_.begin(); entry != cache_.end();) {
    std::erase_if(entry->second, [](const auto& prepared) {
      return !prepared->on_loan && sqlite3_finalize(prepared->handle) == SQLITE_OK;
    });
    entry = entry->second.empty() ? cache_.erase(entry) : std::next(entry);
  }
}

}  // namespace doorstep::sqlite
