#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doorstep/v1/problem.pb.h"
#include "doorstep/v1/time.pb.h"
#include "sync/ctl/columns.h"
#include "sync/ctl/csv.h"

// The cells of one line by the name of their column, and what is wrong with them.
namespace doorstep::ctl {

class Cells {
 public:
  Cells(const ColumnMap& columns, const CsvRecord& record) : columns_(columns), record_(record) {}

  // Trimmed; empty when the file has no such column.
  std::string_view text(std::string_view column) const;
  std::string copy(std::string_view column) const { return std::string(text(column)); }
  // As text(), and a problem when it is empty.
  std::string required(std::string_view column);

  // Empty parts are left out. Separated by ; ； 、 or a line break.
  std::vector<std::string_view> list(std::string_view column) const;

  // Nothing when the cell is empty; a problem when it holds something else.
  std::optional<v1::Date> date(std::string_view column);
  std::optional<int> number(std::string_view column);

  // The value a word stands for; a problem when the cell holds another one.
  template <typename Value>
  std::optional<Value> word(std::string_view column, std::optional<Value> (*from)(std::string_view)) {
    const std::string_view cell = text(column);
    if (cell.empty()) {
      return std::nullopt;
    }
    std::optional<Value> value = from(cell);
    if (!value.has_value()) {
      problem(v1::PROBLEM_CODE_MALFORMED, column);
    }
    return value;
  }

  void problem(v1::ProblemCode code, std::string_view field, std::initializer_list<std::string> details = {});
  std::vector<v1::Problem> takeProblems() { return std::move(problems_); }

 private:
  const ColumnMap& columns_;
  const CsvRecord& record_;
  std::vector<v1::Problem> problems_;
};

}  // namespace doorstep::ctl
