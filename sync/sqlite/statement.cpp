#include "sync/sqlite/statement.h"

#include <sqlite3.h>

#include "sync/sqlite/status.h"

namespace doorstep::sqlite {

Statement::Statement(Prepared& prepared) : prepared_(&prepared) {
  prepared.on_loan = true;
}

Statement& Statement::operator=(Statement&& other) noexcept {
  if (this != &other) {
    giveBack();
    prepared_ = std::exchange(other.prepared_, nullptr);
    refused_ = std::move(other.refused_);
    borrows_ = other.borrows_;
  }
  return *this;
}

Statement::~Statement() {
  giveBack();
}

void Statement::giveBack() {
  if (prepared_ != nullptr) {
    sqlite3_reset(prepared_->handle);
    unbind();
    prepared_->on_loan = false;
  }
}

void Statement::unbind() {
  sqlite3_clear_bindings(prepared_->handle);
}

void Statement::note(int result) {
  if (result != SQLITE_OK && refused_.ok()) {
    refused_ = statusOf(sqlite3_db_handle(prepared_->handle), result, "binding a parameter");
  }
}

void Statement::refuseNumber(int) {
  if (refused_.ok()) {
    refused_ = absl::InvalidArgumentError("binding a parameter: a number beyond 64 bits with sign");
  }
}

void Statement::bind(int parameter, std::string_view text) {
  const char* data = text.data() != nullptr ? text.data() : "";  // a null pointer would bind NULL
  note(sqlite3_bind_text64(prepared_->handle, parameter, data, text.size(), borrows_ ? SQLITE_STATIC : SQLITE_TRANSIENT,
                           SQLITE_UTF8));
}

void Statement::bind(int parameter, Blob blob) {
  const char* data = blob.bytes.data() != nullptr ? blob.bytes.data() : "";
  note(sqlite3_bind_blob64(prepared_->handle, parameter, data, blob.bytes.size(),
                           borrows_ ? SQLITE_STATIC : SQLITE_TRANSIENT));
}

void Statement::bind(int parameter, double value) {
  note(sqlite3_bind_double(prepared_->handle, parameter, value));
}

void Statement::bind(int parameter, std::nullopt_t) {
  note(sqlite3_bind_null(prepared_->handle, parameter));
}

void Statement::bindInteger(int parameter, std::int64_t value) {
  note(sqlite3_bind_int64(prepared_->handle, parameter, value));
}

absl::StatusOr<bool> Statement::step() {
  if (!refused_.ok()) {
    return std::exchange(refused_, absl::OkStatus());
  }
  const int result = sqlite3_step(prepared_->handle);
  if (result == SQLITE_ROW) {
    return true;
  }
  if (result == SQLITE_DONE) {
    sqlite3_reset(prepared_->handle);
    return false;
  }
  absl::Status status = statusOf(sqlite3_db_handle(prepared_->handle), result, "running a statement");
  sqlite3_reset(prepared_->handle);
  return status;
}

absl::Status Statement::run() {
  absl::StatusOr<bool> row = step();
  while (row.ok() && *row) {
    row = step();
  }
  return row.status();
}

void Statement::reset() {
  sqlite3_reset(prepared_->handle);
}

bool Statement::isNull(int column) const {
  return sqlite3_column_type(prepared_->handle, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(prepared_->handle, column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(prepared_->handle, column);
}

std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(prepared_->handle, column));
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(prepared_->handle, column))};
}

std::string_view Statement::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(prepared_->handle, column));
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(prepared_->handle, column))};
}

std::optional<std::int64_t> Statement::optionalInteger(int column) const {
  return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<std::string_view> Statement::optionalText(int column) const {
  return isNull(column) ? std::nullopt : std::optional(text(column));
}

std::optional<std::string_view> Statement::optionalBlob(int column) const {
  return isNull(column) ? std::nullopt : std::optional(blob(column));
}

}  // namespace doorstep::sqlite
