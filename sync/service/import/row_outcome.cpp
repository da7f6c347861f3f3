#include "sync/service/import/row_outcome.h"

#include "absl/strings/str_cat.h"

namespace doorstep::service {

v1::ImportRowResult rowResult(std::uint32_t line, v1::ImportOutcome outcome) {
  v1::ImportRowResult result;
  result.set_line(line);
  result.set_outcome(outcome);
  return result;
}

v1::ImportRowResult refusedRow(std::uint32_t line, Problems problems) {
  v1::ImportRowResult result = rowResult(line, v1::IMPORT_OUTCOME_REFUSED);
  for (v1::Problem& problem : problems) {
    problem.set_line(line);
    *result.add_problems() = std::move(problem);
  }
  return result;
}

v1::Problem duplicateOf(const std::string& column, std::uint32_t other) {
  v1::Problem duplicate = problem(v1::PROBLEM_CODE_DUPLICATE, column);
  duplicate.add_details(absl::StrCat(other));
  return duplicate;
}

Problems inColumns(Problems problems, const std::map<std::string, std::string>& columns) {
  for (v1::Problem& problem : problems) {
    // The longest beginning says most; a map gives the longer of two later.
    for (auto column = columns.rbegin(); column != columns.rend(); ++column) {
      if (problem.field().compare(0, column->first.size(), column->first) == 0) {
        problem.set_field(column->second);
        break;
      }
    }
  }
  return problems;
}

std::uint32_t LinesByKey::add(const std::string& key, std::uint32_t line) {
  if (key.empty()) {
    return 0;
  }
  if (const auto before = kept_.find(key); before != kept_.end()) {
    return before->second;
  }
  const auto [found, added] = added_.try_emplace(key, line);
  return added ? 0 : found->second;
}

void LinesByKey::keep() {
  kept_.merge(added_);
  added_.clear();
}

void LinesByKey::forget() {
  added_.clear();
}

}  // namespace doorstep::service
