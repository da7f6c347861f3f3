#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

struct sqlite3_stmt;

namespace doorstep::sqlite {

// Marks bytes that are bound as BLOB; a plain string_view is bound as TEXT.
struct Blob {
  std::string_view bytes;
};

// A prepared statement on loan from its Database, which must outlive it; given back, reset and
// unbound, when the object goes. The same thread as its Database.
//
//   absl::StatusOr<Statement> select = database.prepare("SELECT id, payload FROM visit WHERE day >= ?1");
//   …
//   select->bindAll(day);
//   absl::StatusOr<bool> row = select->step();
//   for (; row.ok() && *row; row = select->step()) use(select->blob(0), select->blob(1));
//   if (!row.ok()) …
class Statement {
 public:
  // One entry of a Database's cache.
  struct Prepared {
    sqlite3_stmt* handle = nullptr;
    bool on_loan = false;
  };

  explicit Statement(Prepared& prepared);
  Statement(Statement&& other) noexcept
      : prepared_(std::exchange(other.prepared_, nullptr)),
        refused_(std::move(other.refused_)),
        borrows_(other.borrows_) {}
  Statement& operator=(Statement&& other) noexcept;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  // Parameters count from 1. Text and bytes are copied. A failure is kept and returned by step().
  void bind(int parameter, std::string_view text);
  void bind(int parameter, Blob blob);
  void bind(int parameter, double value);
  void bind(int parameter, std::nullopt_t null);
  void bind(int parameter, std::nullptr_t) = delete;
  void bind(int parameter, const char* text) { bind(parameter, std::string_view(text)); }
  // An unsigned number beyond the range of int64 is refused.
  template <std::integral Integer>
  void bind(int parameter, Integer value) {
    const auto number = +value;  // bool and char become int
    std::in_range<std::int64_t>(number) ? bindInteger(parameter, static_cast<std::int64_t>(number))
                                        : refuseNumber(parameter);
  }
  template <typename Value>
  void bind(int parameter, const std::optional<Value>& value) {
    value.has_value() ? bind(parameter, *value) : bind(parameter, std::nullopt);
  }
  // Binds parameters 1, 2, …
  template <typename... Values>
  void bindAll(const Values&... values) {
    int parameter = 0;
    (bind(++parameter, values), ...);
  }

  // True: a row is there to be read. False: done; the statement has been reset and keeps what is bound.
  absl::StatusOr<bool> step();
  // Steps to the end, dropping rows, and resets: for INSERT, UPDATE, DELETE.
  absl::Status run();
  // With values: bound for this run alone, and not copied.
  template <typename... Values>
  absl::Status run(const Values&... values) requires(sizeof...(Values) > 0) {
    borrows_ = true;
    bindAll(values...);
    borrows_ = false;
    absl::Status status = run();
    unbind();
    return status;
  }
  // Ready to be stepped again; what is bound stays.
  void reset();

  // Columns of the current row count from 0. Views hold until the next step, reset or destruction.
  bool isNull(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;
  std::string_view blob(int column) const;
  std::optional<std::int64_t> optionalInteger(int column) const;
  std::optional<std::string_view> optionalText(int column) const;
  std::optional<std::string_view> optionalBlob(int column) const;

 private:
  void bindInteger(int parameter, std::int64_t value);
  void refuseNumber(int parameter);
  void note(int result);
  void unbind();
  void giveBack();

  Prepared* prepared_;
  absl::Status refused_;
  bool borrows_ = false;  // what is bound now outlives its use
};

}  // namespace doorstep::sqlite
